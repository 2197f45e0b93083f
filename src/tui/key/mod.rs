//! A key as a person presses it, free of any terminal library. The bytes of a terminal are turned into keys by the
//! [`decoder`], which knows what a [`sequence`] is.

mod decoder;
mod sequence;
#[cfg(test)]
mod tests;

use crate::i18n::Words;
pub use decoder::{Decoder, ESCAPE_HERE, ESCAPE_OVER_SSH};

/// A key press. Modifiers that the program gives no meaning are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    Char(char),
    Ctrl(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Home,
    End,
    /// A function key, by its number.
    F(u8),
}

impl Key {
    /// What the footer and the help call the key.
    #[must_use]
    pub fn name(self, words: &Words, ascii: bool) -> String {
        let arrow = |pretty: &str, key: &str| if ascii { words.t(key) } else { pretty.to_owned() };
        match self {
            Key::Char(' ') => words.t("tui-key-space"),
            Key::Char(c) => c.to_string(),
            Key::Ctrl(c) => format!("Ctrl-{}", c.to_uppercase()),
            Key::Enter => "Enter".into(),
            Key::Esc => "Esc".into(),
            Key::Tab => "Tab".into(),
            Key::BackTab => "Shift-Tab".into(),
            Key::Backspace => words.t("tui-key-backspace"),
            Key::Delete => "Del".into(),
            Key::Up => arrow("↑", "tui-key-up"),
            Key::Down => arrow("↓", "tui-key-down"),
            Key::Left => arrow("←", "tui-key-left"),
            Key::Right => arrow("→", "tui-key-right"),
            Key::PageUp => "PgUp".into(),
            Key::PageDown => "PgDn".into(),
            Key::Home => "Home".into(),
            Key::End => "End".into(),
            Key::F(number) => format!("F{number}"),
        }
    }
}

/// What a terminal sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    Key(Key),
    /// Text that the terminal marks as pasted: never read as commands.
    Pasted(String),
    /// Where the cursor stands, which the terminal was asked: the row and the column, counted from 1.
    CursorAt(u16, u16),
}
