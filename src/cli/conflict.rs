//! A member in conflict (M5): declared of a proposal before any meeting, or raised in an item of the meeting, of oneself or of
//! another.

use clap::{ArgMatches, Command, FromArgMatches, Subcommand};

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::globals::{Which, whole};
use super::ssh::allowed::OVER_SSH;
use crate::domain::meeting::conflict::ConflictKind;
use crate::domain::proposal::Ref;
use crate::usecases::{DeclareConflict, RaiseConflict};

#[derive(Debug)]
pub(super) enum Args {
    Declared(Declared),
    InMeeting(InMeeting),
}

#[derive(Debug, clap::Args)]
pub(super) struct Declared {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[arg(long, value_name = "cli-value-text", help = "cli-arg-ground")]
    ground: String,
}

// Either of the two, each with all that it needs: what clap derives for both together has options that are never missing.
impl FromArgMatches for Args {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Args, clap::Error> {
        if matches.subcommand_name().is_some() {
            InMeeting::from_arg_matches(matches).map(Args::InMeeting)
        } else {
            Declared::from_arg_matches(matches).map(Args::Declared)
        }
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Args::from_arg_matches(matches)?;
        Ok(())
    }
}

impl clap::Args for Args {
    fn augment_args(command: Command) -> Command {
        InMeeting::augment_subcommands(Declared::augment_args(command))
            .args_conflicts_with_subcommands(true)
            .subcommand_negates_reqs(true)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Args::augment_args(command)
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum InMeeting {
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
        #[command(flatten)]
        which: Which,
    },
}

pub(super) fn run(args: Args, call: &Call) -> Result<Answer, Failure> {
    match args {
        Args::InMeeting(InMeeting::Raise {
            handle,
            item,
            ground,
            paragraph,
            automatic,
            which,
        }) => {
            let step = RaiseConflict {
                item,
                handle,
                ground,
                paragraph,
                kind: if automatic {
                    ConflictKind::Automatic
                } else {
                    ConflictKind::Judged
                },
            };
            call.perform_in(&which, step)
        }
        Args::Declared(Declared { reference, ground }) => {
            call.perform(&DeclareConflict { reference, ground })
        }
    }
}
