//! The line to the terminal: what is known of it at the start, and what the terminal answers when it is asked.

use std::time::Duration;

use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::timeout;

use super::signals::Signals;
use super::{Ending, EventLoop, Message};
use crate::tui::key::{ESCAPE_HERE, ESCAPE_OVER_SSH};

/// How long an answer that is on its way is waited for at the end: a shell would take it for something that was typed.
const ANSWER: Duration = Duration::from_millis(100);

/// What is known of it.
#[derive(Clone, Copy)]
pub(in crate::tui) struct Line {
    /// The terminal is at the far end of it, which may part the bytes of a key.
    pub over_ssh: bool,
    /// The terminal is asked which signs it draws.
    pub asks_for_signs: bool,
    /// How long the session waits for a key before it ends.
    pub idle: Option<Duration>,
}

impl Line {
    /// How long an escape that stands last waits.
    pub(super) fn escape(self) -> Duration {
        if self.over_ssh {
            ESCAPE_OVER_SSH
        } else {
            ESCAPE_HERE
        }
    }
}

impl EventLoop<'_> {
    /// Runs until the session ends, and leaves no answer to the shell.
    pub(super) async fn run_out(
        &mut self,
        inbox: &mut UnboundedReceiver<Message>,
        signals: &mut Signals,
    ) -> Ending {
        let ending = self.run(inbox, signals).await;
        if self.terminal.is_asked() && ending != Ending::TerminalLost {
            let answered = async {
                while let Some(message) = inbox.recv().await {
                    if matches!(message, Message::CursorAt(..)) {
                        break;
                    }
                }
            };
            let _none_came = timeout(ANSWER, answered).await;
        }
        ending
    }

    /// The terminal says where its cursor stands: if that answers that it draws all signs, they are drawn from now on.
    pub(super) fn cursor_at(&mut self, row: u16, column: u16) {
        if self.terminal.answered(row, column) {
            self.app.draws_all_signs();
            self.stale = true;
        }
    }
}
