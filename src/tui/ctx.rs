//! What drawing needs to know besides the thing itself.

use std::cell::Cell;

use ratatui::layout::Position;

use crate::domain::policy::Actor;
use crate::domain::refusal::Refusal;
use crate::i18n::{Phrase, Words};
use crate::tui::keymap::RULEBOOK;
use crate::tui::theme::Theme;

/// Handed down from the app to every screen and widget.
pub struct Ctx<'a> {
    pub words: &'a Words,
    pub theme: Theme,
    pub actor: &'a Actor,
    /// The fingerprint of the key by which the actor came in over SSH.
    pub key: Option<&'a str>,
    /// The rule that is in sight with the key to it, so that there is one at a time. The drawing finds it.
    pub rule: &'a Cell<Option<&'static str>>,
    /// Where the keys go: the selected row, or the place in a field. The drawing finds it.
    pub cursor: &'a Cell<Option<Position>>,
}

impl Ctx<'_> {
    /// The keys go to what is drawn here.
    pub fn point(&self, x: u16, y: u16) {
        self.cursor.set(Some(Position { x, y }));
    }

    /// Why something was refused, with the key to its rule.
    #[must_use]
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let why = self.words.refusal(refusal);
        match refusal.rule {
            Some(rule) if self.rule.get().is_none_or(|seen| seen == rule) => {
                self.rule.set(Some(rule));
                let key = RULEBOOK.name(self.words, self.theme.ascii);
                let args = [("key", key.into()), ("rule", rule.into())];
                format!("{why} {}", self.words.tr("tui-rule-key", &args))
            }
            _ => why,
        }
    }

    /// A phrase in words; a refusal with the key to its rule.
    #[must_use]
    pub fn text(&self, phrase: &Phrase) -> String {
        match phrase {
            Phrase::Refused(refusal) => self.refusal(refusal),
            other => other.words(self.words),
        }
    }
}
