//! A vote as a command names it: the conflict of a member in the item on the table, an item by its number, or all items that
//! can be taken together. What is meant is found out in the transaction in which the vote is opened.

use super::super::{Context, OpError, Outcome, UseCase};
use super::{OpenVote, Sitting};
use crate::domain::log_action::LogAction;
use crate::domain::meeting::Question;
use crate::domain::policy::Action;

/// What is to be voted on.
#[derive(Debug)]
pub enum Asked {
    /// M5: whether a member is in conflict in the item on the table.
    Conflict { handle: String },
    /// M13: one motion of each item that can be taken with others.
    AllEnBloc,
    /// M13: whether the item of a number is taken up again.
    TakeUp { item: u32 },
}

/// M12: the chair opens a vote on what is named.
#[derive(Debug)]
pub struct OpenVoteOn {
    pub asked: Asked,
}

impl UseCase for OpenVoteOn {
    fn action(&self) -> Action {
        Action::ChairMeeting
    }

    fn name(&self) -> LogAction {
        LogAction::VoteOpen
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let sitting = Sitting::of(context, None)?;
        let question = match &self.asked {
            Asked::Conflict { handle } => Question::Conflict {
                item: sitting.item_or_current(None)?,
                handle: handle.clone(),
            },
            Asked::AllEnBloc => Question::EnBloc {
                motions: sitting.meeting().en_bloc(),
            },
            Asked::TakeUp { item } => Question::TakeUp {
                item: sitting.item(*item)?.id,
            },
        };
        OpenVote { question }.run(context)
    }
}
