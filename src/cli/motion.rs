//! What members put before the meeting: motions in the item on the table (M2, M13), and statements for the minutes (M18).

use clap::{ArgGroup, Subcommand};

use super::answer::Answer;
use super::call::Call;
use super::council::Recommended;
use super::failure::Failure;
use super::globals::{Which, whole};
use super::ssh::allowed::OVER_SSH;
use crate::domain::council::Recommendation;
use crate::domain::meeting::{Motion, MotionId};
use crate::usecases::{MakeStatement, PutMotion, WithdrawMotion};

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    #[command(about = "cli-motion-add", author = OVER_SSH)]
    Add {
        #[command(flatten)]
        content: Content,
        #[arg(long = "for", value_name = "cli-value-handle", help = "cli-arg-motion-for")]
        mover: Option<String>,
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-motion-withdraw", author = OVER_SSH)]
    Withdraw {
        #[arg(value_name = "cli-value-motion", value_parser = whole::<MotionId>, help = "cli-arg-motion")]
        motion: MotionId,
        #[command(flatten)]
        which: Which,
    },
}

// What the council is asked to agree to, in a meeting or in writing.
#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("motion").required(true).args([
    "amount", "postpone", "decline", "withdraw_recommendation", "approve_minutes", "text",
])))]
pub struct Content {
    #[command(flatten)]
    recommended: Recommended,

    #[arg(long, conflicts_with = "conditions", help = "cli-arg-withdraw-recommendation")]
    withdraw_recommendation: bool,

    #[arg(long, conflicts_with = "conditions", help = "cli-arg-approve-minutes")]
    approve_minutes: bool,

    #[arg(
        long,
        conflicts_with = "conditions",
        value_name = "cli-value-text",
        help = "cli-arg-motion-text"
    )]
    text: Option<String>,
}

impl From<Content> for Motion {
    fn from(content: Content) -> Motion {
        match (content.recommended.given(), content.text) {
            (Some(Recommendation::Approve { amount, conditions }), _) => {
                Motion::Approve { amount, conditions }
            }
            (Some(Recommendation::Postpone), _) => Motion::Postpone,
            (Some(Recommendation::Decline), _) => Motion::Decline,
            (None, Some(text)) => Motion::Text { text },
            (None, None) if content.approve_minutes => Motion::ApproveMinutes,
            (None, None) => Motion::WithdrawRecommendation,
        }
    }
}

#[derive(Debug, clap::Args)]
pub(super) struct StatementArgs {
    #[arg(value_name = "cli-value-text", help = "cli-arg-statement")]
    text: String,

    #[arg(long = "for", value_name = "cli-value-handle", help = "cli-arg-statement-for")]
    handle: Option<String>,

    #[command(flatten)]
    which: Which,
}

pub(super) fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
    match change {
        Change::Add {
            content,
            mover,
            which,
        } => {
            let step = PutMotion {
                item: None,
                content: content.into(),
                mover,
            };
            call.perform_in(&which, step)
        }
        Change::Withdraw { motion, which } => call.perform_in(&which, WithdrawMotion { motion }),
    }
}

pub(super) fn statement(args: StatementArgs, call: &Call) -> Result<Answer, Failure> {
    let step = MakeStatement {
        item: None,
        text: args.text,
        handle: args.handle,
    };
    call.perform_in(&args.which, step)
}
