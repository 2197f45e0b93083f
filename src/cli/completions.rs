//! `kommit completions`: what a shell needs to complete commands and options.

use clap_complete::{Shell, generate};

use super::answer::Answer;
use super::call::Call;
use super::help::spoken;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(
        value_enum,
        value_name = "bash|zsh|fish|elvish|powershell",
        help = "cli-arg-shell"
    )]
    shell: Shell,
}

pub fn run(args: &Args, call: &Call) -> Answer {
    let mut script = Vec::new();
    generate(args.shell, &mut spoken(&call.words), "kommit", &mut script);
    Answer::text(String::from_utf8_lossy(&script).into_owned())
}
