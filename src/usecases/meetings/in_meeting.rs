//! A step in the meeting that is named. Most steps are about a meeting and don't say which, for one is open as a rule; while a
//! written procedure runs beside it, or another is looked at, it has to be said.

use super::super::{Context, OpError, Outcome, UseCase};
use crate::domain::log_action::LogAction;
use crate::domain::meeting::MeetingKey;
use crate::domain::policy::Action;

/// A step that is taken in the meeting of a key. Without one it is taken in the meeting that is open, or next.
#[derive(Debug)]
pub struct InMeeting {
    pub key: Option<MeetingKey>,
    pub step: Box<dyn UseCase>,
}

impl UseCase for InMeeting {
    fn action(&self) -> Action {
        self.step.action()
    }

    fn name(&self) -> LogAction {
        self.step.name()
    }

    fn dates_today(&self) -> bool {
        self.step.dates_today()
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        self.step.run(&Context {
            meeting: self.key,
            ..*context
        })
    }
}
