//! `kommit commitments`: what KS has committed to each project, what is left of it, and the day of the next instalment (K4).

use clap::Subcommand;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::ssh::allowed::OVER_SSH;
use crate::present::Record;
use crate::present::commitments::{COMMITMENTS, list};
use crate::usecases::views::Commitments;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    _what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-commitments-list", author = OVER_SSH)]
    List,
}

pub(super) fn run(call: &Call) -> Result<Answer, Failure> {
    let lines = call.view(&Commitments)?;
    Ok(call.items(
        &lines,
        |line| Record::of(COMMITMENTS, line),
        |words| list(&lines, words),
    ))
}
