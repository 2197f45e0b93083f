//! The parts of a screen that the keys go to one after the other: Tab to the next, Shift-Tab to the one before, round the
//! ends. The footer says when the next one is the first again.

use crate::tui::key::Key;
use crate::tui::keymap::Binding;

/// The key to the next part.
pub(in crate::tui) const fn next<A: Copy>(action: A, help: &'static str) -> Binding<A> {
    Binding::new(&[Key::Tab], action, "tui-next-part", help)
}

/// The key to the part before.
pub(in crate::tui) const fn previous<A: Copy>(action: A) -> Binding<A> {
    Binding::new(
        &[Key::BackTab],
        action,
        "tui-previous-part",
        "tui-previous-part-help",
    )
    .quiet()
}

/// The parts at which the keys stop, of which there is at least one, and the one that they are on.
pub(in crate::tui) struct Parts<P> {
    stops: Vec<P>,
    at: usize,
}

impl<P: Copy + PartialEq> Parts<P> {
    /// On the first of them, if `now` is none of them.
    pub(in crate::tui) fn new(stops: impl IntoIterator<Item = P>, now: P) -> Self {
        let stops: Vec<P> = stops.into_iter().collect();
        let at = stops.iter().position(|part| *part == now).unwrap_or(0);
        Parts { stops, at }
    }

    /// All of them, in their order.
    pub(in crate::tui) fn all(self) -> impl Iterator<Item = P> {
        self.stops.into_iter()
    }

    #[must_use]
    pub(in crate::tui) fn next(&self) -> P {
        self.stops[(self.at + 1) % self.stops.len()]
    }

    #[must_use]
    pub(in crate::tui) fn previous(&self) -> P {
        self.stops[(self.at + self.stops.len() - 1) % self.stops.len()]
    }

    /// What the key to the next part is called, where that isn't what its table says.
    #[must_use]
    pub(in crate::tui) fn next_label(&self) -> Option<&'static str> {
        (self.at + 1 == self.stops.len()).then_some("tui-first-part")
    }

    /// As [`Parts::next_label`], of the key to the part before.
    #[must_use]
    pub(in crate::tui) fn previous_label(&self) -> Option<&'static str> {
        (self.at == 0).then_some("tui-last-part")
    }

    /// The name of the key by which one comes soonest to the first part, and how often it is pressed.
    #[must_use]
    pub(in crate::tui) fn way_to_the_first(&self) -> (&'static str, usize) {
        let (back, on) = (self.at, self.stops.len() - self.at);
        if on < back {
            ("tui-key-focus", on)
        } else {
            ("tui-key-focus-back", back)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, Words};

    #[test]
    fn the_parts_go_round_both_ends_and_the_label_says_where_they_do() {
        let parts = |now| Parts::new(['a', 'b', 'c'], now);
        let around = |now| (parts(now).previous(), parts(now).next());
        assert_eq!(['a', 'b', 'c'].map(around), [('c', 'b'), ('a', 'c'), ('b', 'a')]);
        let labels = |now| (parts(now).previous_label(), parts(now).next_label());
        assert_eq!(labels('a'), (Some("tui-last-part"), None));
        assert_eq!(labels('b'), (None, None));
        assert_eq!(labels('c'), (None, Some("tui-first-part")));
        assert_eq!(parts('b').way_to_the_first(), ("tui-key-focus-back", 1));
        assert_eq!(parts('c').way_to_the_first(), ("tui-key-focus", 1));
    }

    #[test]
    fn the_keys_are_those_that_texts_name() {
        let (next, previous) = (next((), "").keys[0], previous(()).keys[0]);
        for words in Lang::ALL.map(Words::new) {
            assert_eq!(words.t("tui-key-focus"), next.name(&words, false));
            assert_eq!(words.t("tui-key-focus-back"), previous.name(&words, false));
        }
    }
}
