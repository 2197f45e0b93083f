//! `kommit ssh`: the way in over OpenSSH, with one service account and no shell for anybody. `authorized-keys` tells sshd who
//! may come in, `config` prints what sshd must be told and looks at the machine, and `session` is what sshd runs in place of
//! what was asked for.

pub(super) mod allowed;
mod authorized;
mod config;
mod forced;
mod machine;

use clap::Subcommand;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;

#[derive(Debug, Subcommand)]
pub(super) enum Ssh {
    #[command(about = "cli-ssh-authorized-keys")]
    AuthorizedKeys(authorized::Args),
    #[command(about = "cli-ssh-config")]
    Config(config::Args),
    #[command(about = "cli-ssh-session")]
    Session(SessionArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct SessionArgs {
    #[arg(value_name = "cli-value-handle", help = "cli-arg-handle")]
    pub handle: String,
    #[arg(long, value_name = "cli-value-fingerprint", help = "cli-arg-ssh-fingerprint")]
    pub key: String,
}

pub(super) fn run(command: &Ssh, call: &Call) -> Result<Answer, Failure> {
    match command {
        Ssh::AuthorizedKeys(args) => authorized::run(args, call),
        Ssh::Config(args) => config::run(args, call),
        // Answered before there is a call: who calls is what it finds out.
        Ssh::Session(_) => Ok(Answer::default()),
    }
}
