//! `kommit ssh`: the way in over OpenSSH, with one service account and no shell for anybody. `authorized-keys` tells sshd who
//! may come in, `config` prints what sshd must be told and looks at the machine, and `session` is what sshd runs in place of
//! what was asked for.

pub mod allowed;
mod authorized;
mod config;
mod forced;
mod machine;

use std::time::Duration;

use clap::Subcommand;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::usecases::Bounds;

#[derive(Debug, Subcommand)]
pub enum Ssh {
    #[command(about = "cli-ssh-authorized-keys")]
    AuthorizedKeys(authorized::Args),
    #[command(about = "cli-ssh-config")]
    Config(config::Args),
    #[command(about = "cli-ssh-session")]
    Session(SessionArgs),
}

/// What each session may take, as sshd's line has it.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct BoundArgs {
    #[arg(long, value_name = "cli-value-count", value_parser = clap::value_parser!(u16).range(1..), help = "cli-arg-per-member")]
    per_member: Option<u16>,
    #[arg(long, value_name = "cli-value-count", value_parser = clap::value_parser!(u16).range(1..), help = "cli-arg-in-all")]
    in_all: Option<u16>,
    #[arg(long, value_name = "cli-value-minutes", value_parser = clap::value_parser!(u16).range(1..), help = "cli-arg-idle")]
    idle: Option<u16>,
}

/// What holds where nothing else is said: more than anybody needs at once, more than a council has, and longer than a break.
const PER_MEMBER: u16 = 8;
const IN_ALL: u16 = 120;
const IDLE_MINUTES: u16 = 120;

impl BoundArgs {
    /// As they stand on a command line; nothing of what isn't said.
    fn words(self) -> String {
        let said = [
            ("--per-member", self.per_member),
            ("--in-all", self.in_all),
            ("--idle", self.idle),
        ];
        let said = said
            .into_iter()
            .filter_map(|(name, value)| Some(format!(" {name} {}", value?)));
        said.collect()
    }

    /// How many sessions there may be.
    pub fn sessions(self) -> Bounds {
        Bounds {
            per_member: self.per_member.unwrap_or(PER_MEMBER).into(),
            in_all: self.in_all.unwrap_or(IN_ALL).into(),
        }
    }

    /// How long a session may stand without a key being pressed.
    pub fn idle(self) -> Duration {
        Duration::from_mins(self.idle.unwrap_or(IDLE_MINUTES).into())
    }
}

#[derive(Debug, clap::Args)]
pub struct SessionArgs {
    #[arg(value_name = "cli-value-handle", help = "cli-arg-handle")]
    pub handle: String,
    #[arg(long, value_name = "cli-value-fingerprint", help = "cli-arg-ssh-fingerprint")]
    pub key: String,
    #[command(flatten)]
    pub bounds: BoundArgs,
}

pub fn run(command: &Ssh, call: &Call) -> Result<Answer, Failure> {
    match command {
        Ssh::AuthorizedKeys(args) => authorized::run(args, call),
        Ssh::Config(args) => config::run(args, call),
        // Answered before there is a call: who calls is what it finds out.
        Ssh::Session(_) => Ok(Answer::default()),
    }
}
