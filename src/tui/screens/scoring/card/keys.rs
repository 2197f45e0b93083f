//! What the keys do on the criteria of a scorecard; in its comment they are those of a form.

use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Move, SAVE};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// The digit is the score.
    Score,
    NotAssessed,
    /// Takes the score away and stays.
    Erase,
    Undo,
    Next,
    Previous,
    First,
    Comment,
    /// Scrolls the summary of the proposal.
    Summary(Move),
    Submit,
    Leave,
}

pub(crate) const CRITERIA: &[Binding<Action>] = &[
    Binding::new(
        &[
            Key::Char('1'),
            Key::Char('2'),
            Key::Char('3'),
            Key::Char('4'),
            Key::Char('5'),
        ],
        Action::Score,
        "card-score",
        "card-score-help",
    ),
    Binding::new(
        &[Key::Char('0'), Key::Char('-')],
        Action::NotAssessed,
        "scoring-unscored",
        "card-not-assessed-help",
    ),
    Binding::new(
        &[SAVE],
        Action::Submit,
        "scorecard-submit-yes",
        "card-submit-help",
    ),
    Binding::new(&[Key::Esc], Action::Leave, "tui-cancel", "form-leave-help"),
    Binding::undo(Action::Undo),
    Binding::new(
        &[Key::Tab, Key::Down, Key::Enter, Key::Char('j')],
        Action::Next,
        "word-next",
        "card-next-help",
    ),
    Binding::in_help(
        &[Key::BackTab, Key::Up, Key::Char('k')],
        Action::Previous,
        "card-previous-help",
    ),
    Binding::in_help(&[Key::Home], Action::First, "card-first-help"),
    Binding::in_help(&[Key::End], Action::Comment, "card-comment-help"),
    Binding::in_help(&[Key::Backspace, Key::Delete], Action::Erase, "card-erase-help"),
    Binding::in_help(
        &[Key::PageDown],
        Action::Summary(Move::PageDown),
        "card-summary-down-help",
    ),
    Binding::in_help(
        &[Key::PageUp],
        Action::Summary(Move::PageUp),
        "card-summary-up-help",
    ),
];
