//! `kommit proposals`: all proposals, or one with everything that the viewer may know of it.

use clap::Subcommand;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::cli::ssh::allowed::OVER_SSH;
use crate::domain::proposal::Ref;
use crate::present::proposals::{COLUMNS, page};
use crate::present::solutions;
use crate::usecases::views::{ProposalWithSolution, Proposals};

pub(super) mod record;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-proposals-list", author = OVER_SSH)]
    List,
    #[command(about = "cli-proposals-show", author = OVER_SSH)]
    Show {
        #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
        reference: Ref,
    },
}

pub(super) fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    match &args.what {
        Some(What::Show { reference }) => {
            let (data, live) = call.view(&ProposalWithSolution {
                reference: *reference,
            })?;
            let live = live.as_ref();
            Ok(call.document(
                || record::report(&data, live),
                |words| page(&data, live.map(|line| solutions::section(line, words)), words),
            ))
        }
        Some(What::List) | None => {
            let rows = call.view(&Proposals)?;
            Ok(call.records(COLUMNS, &rows, "word-no-proposals-have-been-registered"))
        }
    }
}
