//! `kommit written`: a written procedure (M16).

use clap::{ArgAction, Subcommand};
use jiff::civil::DateTime;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::motion::Content;
use super::ssh::allowed::OVER_SSH;
use crate::domain::calendar::parse_deadline;
use crate::domain::meeting::MeetingKey;
use crate::exchange::answer;
use crate::usecases::{AnswerInWriting, StartWritten};

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    #[command(about = "cli-written-start", author = OVER_SSH)]
    Start(Box<StartArgs>),
    #[command(about = "cli-written-answer", author = OVER_SSH)]
    Answer {
        #[arg(value_name = "cli-value-meeting", help = "cli-arg-meeting")]
        key: MeetingKey,
        #[arg(value_name = "yes|no", value_parser = answer, action = ArgAction::Set, help = "cli-arg-agrees")]
        agrees: bool,
        #[arg(
            long,
            default_value = "yes",
            value_name = "yes|no",
            value_parser = answer,
            action = ArgAction::Set,
            help = "cli-arg-procedure"
        )]
        procedure: bool,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct StartArgs {
    #[arg(value_name = "cli-value-meeting", help = "cli-arg-which-meeting")]
    key: Option<MeetingKey>,

    #[command(flatten)]
    content: Content,

    #[arg(long, value_name = "cli-value-deadline", value_parser = parse_deadline, help = "cli-arg-deadline")]
    deadline: DateTime,
}

pub(super) fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
    match change {
        Change::Start(args) => call.perform(&StartWritten {
            key: args.key,
            motion: args.content.into(),
            deadline: args.deadline,
        }),
        Change::Answer {
            key,
            agrees,
            procedure,
        } => call.perform(&AnswerInWriting {
            key: Some(key),
            agrees_to_motion: agrees,
            agrees_to_procedure: procedure,
        }),
    }
}
