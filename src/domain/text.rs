//! Text that people type or import. What could command a terminal (control characters, escape sequences,
//! marks that turn the direction of writing) and what shows nothing never gets into the fund; it is refused at the door.
//! What gets in is composed (NFC): a letter and its mark are one text however the keyboard or the file system spelt it.

use unicode_normalization::UnicodeNormalization;
use unicode_width::UnicodeWidthChar;

use super::refusal::{Refusal, refuse};

/// The longest single line: a title, a name, a reference. Characters.
pub const LINE: usize = 200;
/// The longest running text: a summary, a comment, conditions, a reason. Characters.
pub const PROSE: usize = 4000;

/// A text as it is kept and compared (NFC).
#[must_use]
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// Whether two texts are the same, however their letters and marks are spelt: what older files hold isn't always composed.
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    one.nfc().eq(other.nfc())
}

/// A text as it was given, composed and decomposed: what an older file may hold it as.
#[must_use]
pub fn spellings(text: &str) -> [String; 3] {
    [text.to_owned(), composed(text), text.nfd().collect()]
}

/// Whether a character can change a terminal's state or the order in which text is read, or is no character that people
/// write: it shows nothing, or something else in every font.
#[must_use]
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}'
        )
        || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{f0000}'..)
        || u32::from(c) & 0xfffe == 0xfffe
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
    let shows = |c: char| !c.is_whitespace() && c.width().is_some_and(|columns| columns > 0);
    if text.chars().any(shows) {
        Ok(text)
    } else {
        Err(refuse("text-empty"))
    }
}

fn checked(text: &str, longest: usize, allowed: impl Fn(char) -> bool) -> Result<String, Refusal> {
    if let Some(bad) = text.chars().find(|c| is_unsafe(*c) && !allowed(*c)) {
        return Err(refuse("text-control").with("character", format!("U+{:04X}", u32::from(bad))));
    }
    let text = composed(text);
    check_length(&text, longest)?;
    Ok(text)
}

/// Whether a text is at most so long, in characters.
///
/// # Errors
/// `text-long` with its length and the limit.
pub fn check_length(text: &str, longest: usize) -> Result<(), Refusal> {
    check_length_of(text.chars().count(), longest)
}

/// As [`check_length`], of a text that isn't held.
///
/// # Errors
/// As [`check_length`].
pub fn check_length_of(length: usize, longest: usize) -> Result<(), Refusal> {
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
            "\u{3164}",
            "\u{2800}",
            "\u{115f}",
            "a\u{ad}b",
            "a\u{ffff}",
            "a\u{1fffe}",
            "\u{e000}",
            "\u{10fffd}",
        ] {
            assert_eq!(line(text).unwrap_err().code, "text-control", "{text:?}");
        }
        assert_eq!(line("a\nb").unwrap_err().code, "text-control");
        assert_eq!(prose(" a\r\nb "), Ok("a\nb".to_owned()));
    }

    #[test]
    fn text_is_composed_and_then_measured() {
        assert_eq!(line("va\u{30a}"), Ok("vå".to_owned()));
        assert_eq!(prose("cafe\u{301}\nva\u{30a}"), Ok("café\nvå".to_owned()));
        assert_eq!(line(&"a\u{30a}".repeat(LINE)), Ok("å".repeat(LINE)));
        assert!(is_same("Re\u{301}", "Ré") && !is_same("Re", "Ré"));
    }

    #[test]
    fn required_text_says_something_and_has_a_limit() {
        for nothing in ["  ", "\u{301}", "\u{fe0f}", "\u{34f} \u{3000}", "\u{e0100}"] {
            assert_eq!(
                required_line(nothing).unwrap_err().code,
                "text-empty",
                "{nothing:?}"
            );
        }
        assert_eq!(line(&"å".repeat(LINE)).map(|t| t.chars().count()), Ok(LINE));
        assert_eq!(line(&"å".repeat(LINE + 1)).unwrap_err().code, "text-long");
    }
}
