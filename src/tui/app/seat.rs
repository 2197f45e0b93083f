//! Who sits here and may do what, which others may change; and the steps of theirs that are on their way.

use super::App;
use super::drafts::Drafts;
use crate::domain::refusal::Refusal;
use crate::tui::effects::{Request, Tone};
use crate::tui::fund_access::SessionInfo;
use crate::usecases::OpError;

impl App {
    /// Whether a step is on its way.
    #[must_use]
    pub fn at_work(&self) -> bool {
        self.steps > 0
    }

    /// Permissions have changed. A user who may do nothing any more is told so.
    pub(super) fn looked_up(&mut self, session_info: Result<SessionInfo, OpError>) -> Vec<Request> {
        if session_info.is_err() {
            self.session_info.actor.roles.clear();
            self.stack.outdate();
        }
        self.seated(session_info.map_err(|error| error.refusal()))
    }

    pub(super) fn seated(&mut self, session_info: Result<SessionInfo, Refusal>) -> Vec<Request> {
        match session_info {
            Ok(session_info) => {
                let moved = session_info.actor.handle != self.session_info.actor.handle;
                self.session_info = session_info;
                if moved {
                    // What another member may see, has begun or is asked about does not carry over.
                    self.stack.start_over();
                    self.drafts = Drafts::default();
                    self.overlays.clear();
                    self.rehearsing = None;
                    self.ahead.clear();
                } else {
                    self.stack.outdate();
                }
            }
            Err(refusal) => self.message = Some((Tone::Refused, refusal.into())),
        }
        Vec::new()
    }
}
