//! What the council does with a ranked proposal: moves it by hand (S7), or recommends on it (M7).

use clap::ArgGroup;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::globals::whole;
use crate::domain::council::Recommendation;
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::text::required_prose;
use crate::usecases::{MoveProposals, Recommend};

#[derive(Debug, clap::Args)]
pub(super) struct MoveArgs {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[arg(long, value_name = "cli-value-place", value_parser = whole::<usize>, help = "cli-arg-to")]
    to: usize,

    #[arg(long, value_name = "cli-value-text", value_parser = required_prose, help = "cli-arg-reason")]
    reason: String,
}

#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("recommendation").required(true).args(["amount", "postpone", "decline"])))]
pub(super) struct RecommendArgs {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[command(flatten)]
    recommended: Recommended,
}

// What can be recommended of a proposal (M7). The group in which one of them is given is that of the command.
#[derive(Debug, clap::Args)]
pub(super) struct Recommended {
    #[arg(
        long,
        value_name = "cli-value-kroner",
        allow_negative_numbers = true,
        help = "cli-arg-recommend-amount"
    )]
    amount: Option<Ore>,

    #[arg(
        long,
        default_value = "",
        value_name = "cli-value-text",
        requires = "amount",
        conflicts_with_all = ["postpone", "decline"],
        help = "cli-arg-conditions"
    )]
    conditions: String,

    #[arg(long, help = "cli-arg-postpone")]
    postpone: bool,

    #[arg(long, help = "cli-arg-recommend-decline")]
    decline: bool,
}

impl Recommended {
    /// The one that was given, if any was.
    pub(super) fn given(self) -> Option<Recommendation> {
        match self.amount {
            Some(amount) => Some(Recommendation::Approve {
                amount,
                conditions: self.conditions,
            }),
            None if self.postpone => Some(Recommendation::Postpone),
            None if self.decline => Some(Recommendation::Decline),
            None => None,
        }
    }
}

pub(super) fn move_proposal(args: MoveArgs, call: &Call) -> Result<Answer, Failure> {
    call.perform(&MoveProposals {
        moves: vec![(args.reference, args.to)],
        reason: args.reason,
        seen: None,
    })
}

pub(super) fn recommend(args: RecommendArgs, call: &Call) -> Result<Answer, Failure> {
    call.perform(&Recommend {
        reference: args.reference,
        // One of them was given, for the group is required.
        recommendation: args.recommended.given().unwrap_or(Recommendation::Decline),
    })
}
