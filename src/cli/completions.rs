//! `kommit completions`: what a shell needs to complete commands and options.

use clap::Command;
use clap_complete::{Shell, generate};

use super::answer::Answer;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(
        value_enum,
        value_name = "bash|zsh|fish|elvish|powershell",
        help = "cli-arg-shell"
    )]
    shell: Shell,
}

/// `root` is the command line in words.
pub(super) fn run(args: &Args, mut root: Command) -> Answer {
    let mut script = Vec::new();
    generate(args.shell, &mut root, "kommit", &mut script);
    Answer::text(String::from_utf8_lossy(&script).into_owned())
}
