//! Written procedure (M16).

use jiff::civil::DateTime;

use super::super::{Context, OpError, Outcome, UseCase};
use super::Sitting;
use super::agenda::{checked, raise_declared};
use super::plan::call;
use crate::domain::log_action::LogAction;
use crate::domain::meeting::{Act, Event, MeetingKey, Motion, State};
use crate::domain::policy::Action;
use crate::domain::refusal::refuse;

/// M16: the chair sends one motion to all at once, with a deadline. The meeting is one that was planned as written, with one item.
#[derive(Debug)]
pub struct StartWritten {
    pub key: Option<MeetingKey>,
    pub motion: Motion,
    pub deadline: DateTime,
}

impl UseCase for StartWritten {
    fn action(&self) -> Action {
        Action::ChairMeeting
    }

    fn name(&self) -> LogAction {
        LogAction::WrittenStart
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::in_writing(context, self.key)?;
        sitting.allows(Act::StartWritten)?;
        if sitting.meeting().state == State::Planned {
            call(&mut sitting, String::new())?;
        }
        let item = sitting.meeting().written_item();
        let proposal = item.and_then(|item| Some((item.id, item.kind.reference()?)));
        if let Some((item, reference)) = proposal {
            raise_declared(&mut sitting, item, reference)?;
            // M3: who leads may be among those who have declared it.
            sitting.allows(Act::StartWritten)?;
        }
        let reference = proposal.map(|(_, reference)| reference);
        let motion = checked(context, reference, &self.motion)?;
        let roster = sitting.meeting().roster.clone();
        sitting.step(Event::WrittenStarted {
            deadline: self.deadline,
            roster,
            motion,
        })?;
        Ok(sitting
            .done("done-written-started")
            .with("date", self.deadline.date()))
    }
}

/// M16: an answer, by oneself.
#[derive(Debug)]
pub struct AnswerInWriting {
    pub key: Option<MeetingKey>,
    pub agrees_to_motion: bool,
    pub agrees_to_procedure: bool,
}

impl UseCase for AnswerInWriting {
    fn action(&self) -> Action {
        Action::AnswerInWriting
    }

    fn name(&self) -> LogAction {
        LogAction::WrittenAnswer
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::in_writing(context, self.key)?;
        if sitting.meeting().written.is_none() {
            return Err(refuse("meeting-not-written").rule("M16").into());
        }
        let handle = sitting.who(None);
        sitting.allows(Act::AnswerInWriting)?;
        sitting.step(Event::WrittenAnswered {
            handle,
            agrees_to_motion: self.agrees_to_motion,
            agrees_to_procedure: self.agrees_to_procedure,
        })?;
        let answers = sitting
            .meeting()
            .written
            .as_ref()
            .map_or(0, |written| written.answers.len());
        let of = sitting.meeting().written_seating().len();
        Ok(sitting
            .done("done-written-answered")
            .with("answers", answers)
            .with("of", of)
            .made("answers", answers))
    }
}
