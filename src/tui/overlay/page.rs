//! What the pages over a screen have in common: one reads, scrolls and closes them.

use super::Reply;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, MOVES, Move, find};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Close,
    Down,
}

/// The keys of a page, besides the moves.
pub(super) const fn keys(close: &'static [Key]) -> [Binding<Action>; 2] {
    [
        Binding::new(close, Action::Close, "tui-close", "tui-close-help"),
        Binding::new(
            &[Key::Char(' ')],
            Action::Down,
            "tui-scroll",
            "tui-page-down-help",
        ),
    ]
}

pub(super) fn press(table: &'static [Binding<Action>], key: Key, scroll: impl FnOnce(Move)) -> Reply {
    match find(table, key).map(|binding| binding.action) {
        Some(Action::Close) => return Reply::Close,
        Some(Action::Down) => scroll(Move::PageDown),
        None => {
            if let Some(step) = find(MOVES, key) {
                scroll(step.action);
            }
        }
    }
    Reply::Stay
}
