//! Text that people type or import. What could command a terminal (control characters, escape sequences,
//! marks that turn the direction of writing) never gets into the fund; it is refused at the door.

use super::refusal::{Refusal, refuse};

/// The longest single line: a title, a name, a reference. Characters.
pub const LINE: usize = 200;
/// The longest running text: a summary, a comment, conditions, a reason. Characters.
pub const PROSE: usize = 4000;

/// Whether a character can change a terminal's state or the order in which text is read.
#[must_use]
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A single line, trimmed. May be empty.
///
/// # Errors
/// `text-control` names the first character that isn't allowed, `text-long` the limit.
pub fn line(text: &str) -> Result<String, Refusal> {
    checked(text.trim(), LINE, |_| false)
}

/// A single line that must say something.
///
/// # Errors
/// As [`line`], and `text-empty`.
pub fn required_line(text: &str) -> Result<String, Refusal> {
    required(line(text)?)
}

/// Running text, trimmed, with line breaks. May be empty.
///
/// # Errors
/// As [`line`].
pub fn prose(text: &str) -> Result<String, Refusal> {
    checked(&text.trim().replace("\r\n", "\n"), PROSE, |c| c == '\n')
}

/// Running text that must say something: a reason, a ground.
///
/// # Errors
/// As [`line`], and `text-empty`.
pub fn required_prose(text: &str) -> Result<String, Refusal> {
    required(prose(text)?)
}

fn required(text: String) -> Result<String, Refusal> {
    if text.is_empty() {
        Err(refuse("text-empty"))
    } else {
        Ok(text)
    }
}

fn checked(text: &str, longest: usize, allowed: impl Fn(char) -> bool) -> Result<String, Refusal> {
    if let Some(bad) = text.chars().find(|c| is_unsafe(*c) && !allowed(*c)) {
        return Err(refuse("text-control").with("character", format!("U+{:04X}", u32::from(bad))));
    }
    check_length(text, longest)?;
    Ok(text.to_owned())
}

/// Whether a text is at most so long, in characters.
///
/// # Errors
/// `text-long` with its length and the limit.
pub fn check_length(text: &str, longest: usize) -> Result<(), Refusal> {
    let length = text.chars().count();
    if length > longest {
        return Err(refuse("text-long")
            .with("length", length)
            .with("longest", longest));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_and_direction_marks_are_refused() {
        for text in [
            "a\u{1b}[31mb",
            "a\u{9b}b",
            "a\rb",
            "a\tb",
            "\u{202e}abc",
            "a\u{0}",
            "\u{61c}abc",
            "a\u{e0041}b",
        ] {
            assert_eq!(line(text).unwrap_err().code, "text-control", "{text:?}");
        }
        assert_eq!(line("a\nb").unwrap_err().code, "text-control");
        assert_eq!(prose(" a\r\nb "), Ok("a\nb".to_owned()));
    }

    #[test]
    fn required_text_says_something_and_has_a_limit() {
        assert_eq!(required_line("  ").unwrap_err().code, "text-empty");
        assert_eq!(line(&"å".repeat(LINE)).map(|t| t.chars().count()), Ok(LINE));
        assert_eq!(line(&"å".repeat(LINE + 1)).unwrap_err().code, "text-long");
    }
}
