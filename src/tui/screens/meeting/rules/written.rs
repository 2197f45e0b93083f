//! What stands in the way of a written procedure (M16): its motion is sent out, answered by each, and it is closed.

use super::Ask;
use crate::domain::meeting::{Act, Event, State};
use crate::domain::refusal::{Refusal, refuse};
use crate::tui::screens::meeting::keys::Action;

impl Ask<'_> {
    /// The keys that mean something else where nobody meets; `None` where they mean what they always do.
    pub(super) fn in_writing(&self, action: Action) -> Option<Result<(), Refusal>> {
        if self.meeting.form.meets() {
            return None;
        }
        match action {
            Action::Open => Some(self.send()),
            // What is read may be older than the deadline, and the answer goes by the hour.
            Action::For | Action::Against => Some(self.may(Act::AnswerInWriting).and_then(|()| {
                self.check_at(
                    self.data.now,
                    Event::WrittenAnswered {
                        handle: self.own.viewer.clone(),
                        agrees_to_motion: true,
                        agrees_to_procedure: true,
                    },
                )
            })),
            Action::CloseVote => {
                let may = self.may(Act::Close);
                Some(may.and_then(|()| self.check(Event::Closed)))
            }
            Action::CloseMeeting => Some(Err(refuse("written-nobody-meets").rule("M16"))),
            Action::Call => Some(Err(refuse("written-is-sent").rule("M16"))),
            Action::AddRanked => Some(Err(refuse("written-one-item").rule("M16"))),
            _ => None,
        }
    }

    fn send(&self) -> Result<(), Refusal> {
        self.may(Act::StartWritten)?;
        match self.meeting.state {
            // M9: sending it out calls it first.
            State::Called => Ok(()),
            _ => self.check(Event::Called {
                on: self.data.today,
                reason: String::new(),
                numbers: std::collections::BTreeMap::new(),
                papers: std::collections::BTreeMap::new(),
            }),
        }
    }
}
