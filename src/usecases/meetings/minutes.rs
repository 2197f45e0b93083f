//! The minutes become final (M4, M17), and notes that correct them (M18).

use std::fmt;

use super::super::{Context, OpError, Outcome, UseCase};
use super::Sitting;
use super::motions::PutMotion;
use super::votes::{CloseVote, OpenVote, VoteForTheRoom};
use crate::domain::log_action::LogAction;
use crate::domain::meeting::minutes::Minutes;
use crate::domain::meeting::{Act, Event, ItemKind, MeetingKey, Motion, Question, State};
use crate::domain::policy::Action;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;
use crate::store::{FACTS, FinalMinutes, sha256};

/// The prints of minutes, each with the name of its form, such as `nb.html`.
pub type Prints = Vec<(String, String)>;

/// Draws the prints from facts, the hash of the facts, and the head of the log before the row that seals them.
pub type RenderMinutes = dyn Fn(&Minutes, &str, &str) -> Result<Prints, Refusal> + Send;

/// M17: the minutes are final. The caller knows how to draw them; what it draws is kept, so that later wording changes nothing.
pub struct FinaliseMinutes {
    pub key: MeetingKey,
    pub render: Box<RenderMinutes>,
}

impl fmt::Debug for FinaliseMinutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FinaliseMinutes")
            .field("key", &self.key)
            .finish_non_exhaustive()
    }
}

impl UseCase for FinaliseMinutes {
    fn action(&self) -> Action {
        Action::WriteMinutes
    }

    fn name(&self) -> LogAction {
        LogAction::MinutesFinalise
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, Some(self.key))?;
        let mut minutes = sitting.meeting().minutes();
        minutes.scheme = Some(context.write.fund.scheme.title.clone());
        let facts = serde_json::to_string_pretty(&minutes)
            .map_err(|fault| refuse("minutes-unreadable").with("detail", fault.to_string()))?;
        let hash = sha256(&facts);
        let head = context.write.head()?.to_string();
        sitting.step(Event::Finalised {
            sha256: hash.clone(),
            head: head.clone(),
        })?;
        let prints = (self.render)(&minutes, &hash, &head)?;
        let all = std::iter::once((FACTS.to_owned(), facts)).chain(prints);
        for (form, content) in all {
            let sha256 = sha256(&content);
            context.write.add_final_minutes(
                sitting.row.id,
                &FinalMinutes {
                    form,
                    content,
                    sha256,
                },
            )?;
        }
        Ok(sitting.done("done-minutes-final").made("sha256", hash))
    }
}

/// M18: a later, dated note on final minutes, which names what it corrects.
#[derive(Debug)]
pub struct CorrectMinutes {
    pub key: MeetingKey,
    pub concerns: String,
    pub text: String,
}

impl UseCase for CorrectMinutes {
    fn action(&self) -> Action {
        Action::WriteMinutes
    }

    fn name(&self) -> LogAction {
        LogAction::MinutesCorrect
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, Some(self.key))?;
        sitting.step(Event::Corrected {
            concerns: text::required_line(&self.concerns)?,
            text: text::required_prose(&self.text)?,
        })?;
        Ok(sitting.done("done-minutes-corrected"))
    }
}

/// M17: the minutes of an earlier meeting are approved by the item on the table: the chair moves it, the room votes, and the
/// vote is closed, in one step.
#[derive(Debug)]
pub struct ApproveMinutes {
    pub key: MeetingKey,
    /// Who votes against.
    pub against: Vec<String>,
}

impl UseCase for ApproveMinutes {
    fn action(&self) -> Action {
        Action::ChairMeeting
    }

    fn name(&self) -> LogAction {
        LogAction::MinutesApprove
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let sitting = Sitting::of(context, None)?;
        sitting.allows(Act::OpenVote(None))?;
        let kind = ItemKind::Minutes { meeting: self.key };
        let on_table = sitting.meeting().on_the_table().filter(|item| item.kind == kind);
        let item = on_table.ok_or_else(|| {
            refuse("minutes-not-on-table")
                .rule("M17")
                .with("meeting", self.key.to_string())
        })?;
        let (number, named) = (item.number_or_place(), sitting.named(item.id)?);
        let mut votable = sitting.meeting().votable_in(item.id);
        let put = votable.find(|put| put.content == Motion::ApproveMinutes);
        let motion = put.map_or_else(|| sitting.meeting().next_motion(), |put| put.id);
        if put.is_none() {
            let put = PutMotion {
                item: None,
                content: Motion::ApproveMinutes,
                mover: None,
            };
            put.run(context)?;
        }
        let question = Question::Motion { motion };
        OpenVote { question }.run(context)?;
        let room = VoteForTheRoom {
            vote: None,
            against: self.against.clone(),
            silent: Vec::new(),
        };
        room.run(context)?;
        let closed = CloseVote { vote: None }.run(context)?;
        let earlier = context.write.meeting(self.key)?;
        if earlier.is_none_or(|row| row.meeting.state != State::Approved) {
            return Ok(closed);
        }
        Ok(Outcome::new("done-minutes-approved", sitting.key())
            .with("meeting", self.key.to_string())
            .with("item", named)
            .made("meeting", self.key.to_string())
            .made("item", number))
    }
}
