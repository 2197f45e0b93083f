//! What the keys do in a form: one table for each kind of field, and one for the button. What is in none of them is typed.

use ratatui_textarea::Key as AreaKey;
use tui_input::InputRequest;

use crate::tui::key::Key;
use crate::tui::keymap::{Binding, SAVE};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Next,
    Previous,
    Submit,
    Leave,
    /// The next option, or the one before.
    Choose(bool),
    /// In a line of text.
    Line(InputRequest),
    /// In running text.
    Prose(AreaKey),
    /// A character that is no key.
    Type(char),
}

/// The move up in running text, which leaves it from the first line.
pub(super) const PROSE_UP: Action = Action::Prose(AreaKey::Up);

const NEXT: Binding<Action> = Binding::new(
    &[Key::Tab, Key::Down, Key::Enter],
    Action::Next,
    "form-next",
    "form-next-help",
);
const PREVIOUS: Binding<Action> = Binding::new(
    &[Key::BackTab, Key::Up],
    Action::Previous,
    "form-previous",
    "form-previous-help",
);
const SUBMIT: Binding<Action> = Binding::new(&[SAVE], Action::Submit, "form-submit", "form-submit-help");
const LEAVE: Binding<Action> = Binding::new(&[Key::Esc], Action::Leave, "tui-cancel", "form-leave-help");

/// A line, an amount or a date.
pub const LINE: &[Binding<Action>] = &[
    NEXT,
    SUBMIT,
    LEAVE,
    PREVIOUS.quiet(),
    Binding::in_help(
        &[Key::Left, Key::Ctrl('b')],
        Action::Line(InputRequest::GoToPrevChar),
        "form-left-help",
    ),
    Binding::in_help(
        &[Key::Right, Key::Ctrl('f')],
        Action::Line(InputRequest::GoToNextChar),
        "form-right-help",
    ),
    Binding::in_help(
        &[Key::Home, Key::Ctrl('a')],
        Action::Line(InputRequest::GoToStart),
        "form-start-help",
    ),
    Binding::in_help(
        &[Key::End, Key::Ctrl('e')],
        Action::Line(InputRequest::GoToEnd),
        "form-end-help",
    ),
    Binding::in_help(
        &[Key::Backspace],
        Action::Line(InputRequest::DeletePrevChar),
        "tui-erase-help",
    ),
    Binding::in_help(
        &[Key::Delete],
        Action::Line(InputRequest::DeleteNextChar),
        "form-delete-help",
    ),
    Binding::in_help(
        &[Key::Ctrl('w')],
        Action::Line(InputRequest::DeletePrevWord),
        "form-erase-word-help",
    ),
    Binding::in_help(
        &[Key::Ctrl('u')],
        Action::Line(InputRequest::DeleteLine),
        "tui-empty-help",
    ),
    Binding::in_help(
        &[Key::Ctrl('k')],
        Action::Line(InputRequest::DeleteTillEnd),
        "form-erase-rest-help",
    ),
];

/// Running text, where Enter makes a line.
pub const PROSE: &[Binding<Action>] = &[
    Binding::new(
        &[Key::Enter],
        Action::Prose(AreaKey::Enter),
        "form-new-line",
        "form-new-line-help",
    ),
    Binding::new(&[Key::Tab], Action::Next, "form-next", "form-next-help"),
    SUBMIT,
    LEAVE,
    Binding::in_help(&[Key::BackTab], Action::Previous, "form-previous-help"),
    Binding::in_help(&[Key::Up], PROSE_UP, "form-line-up-help"),
    Binding::in_help(&[Key::Down], Action::Prose(AreaKey::Down), "form-line-down-help"),
    Binding::in_help(&[Key::Left], Action::Prose(AreaKey::Left), "form-left-help"),
    Binding::in_help(&[Key::Right], Action::Prose(AreaKey::Right), "form-right-help"),
    Binding::in_help(&[Key::Home], Action::Prose(AreaKey::Home), "form-start-help"),
    Binding::in_help(&[Key::End], Action::Prose(AreaKey::End), "form-end-help"),
    Binding::in_help(
        &[Key::Backspace],
        Action::Prose(AreaKey::Backspace),
        "tui-erase-help",
    ),
    Binding::in_help(&[Key::Delete], Action::Prose(AreaKey::Delete), "form-delete-help"),
];

/// One of several.
pub const CHOICE: &[Binding<Action>] = &[
    Binding::new(
        &[Key::Right, Key::Char(' '), Key::Char('l')],
        Action::Choose(true),
        "word-choose",
        "form-choose-help",
    ),
    Binding::in_help(
        &[Key::Left, Key::Char('h')],
        Action::Choose(false),
        "form-choose-before-help",
    ),
    NEXT,
    SUBMIT,
    LEAVE,
    PREVIOUS.quiet(),
];

/// The button below the fields.
pub const BUTTON: &[Binding<Action>] = &[
    Binding::new(
        &[Key::Enter, SAVE],
        Action::Submit,
        "form-submit",
        "form-submit-help",
    ),
    PREVIOUS,
    LEAVE,
];
