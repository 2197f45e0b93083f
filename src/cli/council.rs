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
pub struct MoveArgs {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[arg(long, value_name = "cli-value-place", value_parser = whole::<usize>, help = "cli-arg-to")]
    to: usize,

    #[arg(long, value_name = "cli-value-text", value_parser = required_prose, help = "word-reason")]
    reason: String,
}

#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("recommendation").required(true)))]
pub struct RecommendArgs {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[arg(
        long,
        group = "recommendation",
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

    #[arg(long, group = "recommendation", help = "cli-arg-postpone")]
    postpone: bool,

    #[arg(long, group = "recommendation", help = "cli-arg-recommend-decline")]
    decline: bool,
}

pub fn move_proposal(args: MoveArgs, call: &Call) -> Result<Answer, Failure> {
    call.perform(&MoveProposals {
        moves: vec![(args.reference, args.to)],
        reason: args.reason,
        seen: None,
    })
}

pub fn recommend(args: RecommendArgs, call: &Call) -> Result<Answer, Failure> {
    let recommendation = match args.amount {
        Some(amount) => Recommendation::Approve {
            amount,
            conditions: args.conditions,
        },
        None if args.postpone => Recommendation::Postpone,
        None => Recommendation::Decline,
    };
    call.perform(&Recommend {
        reference: args.reference,
        recommendation,
    })
}
