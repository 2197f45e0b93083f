//! A question is found out about before it is asked, by a rehearsal of its step: what would be refused is said at once, and
//! not after a yes. Keys that were typed in one go with the one that asks are for the question, as if it had been there
//! at once; but once the person has been shown that they must wait, no key answers a question that they haven't seen.

use super::{App, MOST_AHEAD};
use crate::i18n::phrase;
use crate::tui::effects::{Question, Request, ScreenId, Tone};
use crate::tui::key::Key;
use crate::tui::keymap::find;
use crate::tui::overlay::confirm;
use crate::usecases::OpError;

impl App {
    pub(super) fn rehearse(&mut self, screen: ScreenId, question: Question) -> Request {
        self.rehearsals += 1;
        self.rehearsing = Some(self.rehearsals);
        self.kept_waiting.set(false);
        // Seen only when it takes long.
        self.message = Some((Tone::Note, phrase("tui-rehearsing")));
        Request::Rehearse {
            screen,
            number: self.rehearsals,
            question: Box::new(question),
        }
    }

    /// A key during a rehearsal: what says no to the question calls it off, and the form holds still.
    pub(super) fn hold(&mut self, key: Key) {
        let answer = find(confirm::KEYS, key).map(|binding| binding.action);
        if answer == Some(confirm::Action::Cancel) {
            self.rehearsing = None;
            self.message = Some((Tone::Note, phrase("not-asked")));
            self.ahead.clear();
        } else if self.ahead.len() < MOST_AHEAD {
            self.ahead.push_back(key);
        }
    }

    /// Asks, or says in place of the question why it would be refused.
    pub(super) fn rehearsed(
        &mut self,
        screen: ScreenId,
        question: Question,
        error: Option<OpError>,
    ) -> Vec<Request> {
        self.rehearsing = None;
        self.message = None;
        // The screen may have closed by itself since.
        let gone = self.stack.top().id != screen;
        if gone || error.is_some() || self.kept_waiting.get() {
            self.ahead.clear();
        }
        if gone {
            return Vec::new();
        }
        if let (Some(error), Some((_, tag))) = (error, question.step()) {
            let effects = self.stack.top_mut().screen.performed(tag, Err(error));
            return self.apply(screen, effects);
        }
        self.ask(question);
        Vec::new()
    }
}
