//! Written procedure (M16).

use jiff::civil::DateTime;

use super::super::{Context, OpError, Outcome, UseCase};
use super::Sitting;
use super::agenda::checked;
use super::plan::call;
use crate::domain::meeting::{Event, MeetingKey, Motion, State};
use crate::domain::policy::{Action, Role, Subject};
use crate::domain::refusal::refuse;

/// M16: the chair sends one motion to all at once, with a deadline. The meeting is one that was planned as written, with one item.
#[derive(Debug)]
pub struct StartWritten {
    pub key: Option<MeetingKey>,
    pub motion: Motion,
    pub deadline: DateTime,
}

/// The leader or the deputy, who chairs what nobody meets for.
fn leads(context: &Context) -> Result<(), OpError> {
    let chairs = context.actor.has(Role::Chair) || context.actor.has(Role::Deputy);
    context.may(
        Action::ChairMeeting,
        Subject::Meeting {
            chairs,
            seated: chairs,
        },
    )
}

impl UseCase for StartWritten {
    fn action(&self) -> Action {
        Action::ChairMeeting
    }

    fn name(&self) -> &'static str {
        "written.start"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        leads(context)?;
        let mut sitting = Sitting::of(context, self.key)?;
        if sitting.meeting().state == State::Planned {
            call(&mut sitting, String::new())?;
        }
        let reference = sitting
            .meeting()
            .items
            .first()
            .and_then(|item| item.kind.reference());
        let motion = checked(context, reference, &self.motion)?;
        let roster = sitting.meeting().roster.clone();
        sitting.step(Event::WrittenStarted {
            deadline: self.deadline,
            roster,
            motion,
        })?;
        Ok(Outcome::new("done-written-started", sitting.key())
            .with("meeting", sitting.key().to_string())
            .with("date", self.deadline.date())
            .made("meeting", sitting.key().to_string()))
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

    fn name(&self) -> &'static str {
        "written.answer"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, self.key)?;
        if sitting.meeting().written.is_none() {
            return Err(refuse("meeting-not-written").rule("M16").into());
        }
        let handle = context.actor.handle.clone();
        let seats = sitting.meeting().written_seating();
        let seated = seats.iter().any(|seated| seated.handle == handle);
        context.may(
            Action::AnswerInWriting,
            Subject::Meeting {
                chairs: false,
                seated,
            },
        )?;
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
        Ok(Outcome::new("done-written-answered", sitting.key())
            .with("answers", answers)
            .with("of", seats.len())
            .made("meeting", sitting.key().to_string())
            .made("answers", answers))
    }
}
