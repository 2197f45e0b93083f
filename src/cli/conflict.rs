//! A member in conflict (M5): declared of a proposal before any meeting, or raised in an item of the meeting, of oneself or of
//! another.

use clap::Subcommand;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::globals::whole;
use super::ssh::allowed::OVER_SSH;
use crate::domain::meeting::conflict::ConflictKind;
use crate::domain::proposal::Ref;
use crate::usecases::{DeclareConflict, RaiseConflict};

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Args {
    #[arg(required = true, value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Option<Ref>,

    #[arg(long, required = true, value_name = "cli-value-text", help = "cli-arg-ground")]
    ground: Option<String>,

    #[command(subcommand)]
    in_meeting: Option<InMeeting>,
}

#[derive(Debug, Subcommand)]
enum InMeeting {
    #[command(about = "cli-conflict-raise", author = OVER_SSH)]
    Raise {
        #[arg(long = "for", value_name = "cli-value-handle", help = "cli-arg-conflict-for")]
        handle: Option<String>,
        #[arg(long, value_name = "cli-value-item", value_parser = whole::<u32>, help = "cli-arg-conflict-item")]
        item: Option<u32>,
        #[arg(long, value_name = "cli-value-text", help = "cli-arg-conflict-ground")]
        ground: String,
        #[arg(
            long,
            default_value = "",
            value_name = "cli-value-text",
            help = "cli-arg-paragraph"
        )]
        paragraph: String,
        #[arg(long, help = "cli-arg-automatic")]
        automatic: bool,
    },
}

pub fn run(args: Args, call: &Call) -> Result<Answer, Failure> {
    match args.in_meeting {
        Some(InMeeting::Raise {
            handle,
            item,
            ground,
            paragraph,
            automatic,
        }) => call.perform(&RaiseConflict {
            item,
            handle,
            ground,
            paragraph,
            kind: if automatic {
                ConflictKind::Automatic
            } else {
                ConflictKind::Judged
            },
        }),
        None => {
            // Both are asked for where no command is named.
            let missing = || Failure::Usage {
                message: call.words.t("cli-usage-other"),
                usage: call.words.t("cli-usage-more"),
            };
            call.perform(&DeclareConflict {
                reference: args.reference.ok_or_else(missing)?,
                ground: args.ground.ok_or_else(missing)?,
            })
        }
    }
}
