//! The bytes of one key: which there are, and where they end.

use super::Key;

/// What stands at the beginning of some bytes.
#[derive(Debug)]
pub(super) enum Step {
    /// A key, and how many bytes it took.
    Key(Key, usize),
    /// So many bytes that mean nothing here.
    Skip(usize),
    /// What it is shows in the bytes that follow.
    More,
}

/// Reads one key.
pub(super) fn decode(bytes: &[u8]) -> Step {
    match bytes {
        [] => Step::More,
        [0x1b, rest @ ..] => escape(rest),
        [b'\r' | b'\n', ..] => Step::Key(Key::Enter, 1),
        [b'\t', ..] => Step::Key(Key::Tab, 1),
        [0x7f | 0x08, ..] => Step::Key(Key::Backspace, 1),
        [c @ 0x01..=0x1a, ..] => Step::Key(Key::Ctrl(char::from(c + 0x60)), 1),
        [0x00..=0x1f, ..] => Step::Skip(1),
        _ => character(bytes),
    }
}

fn character(bytes: &[u8]) -> Step {
    let length = match bytes[0] {
        0x00..=0x7f => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Step::Skip(1),
    };
    let Some(one) = bytes.get(..length) else {
        return Step::More;
    };
    match std::str::from_utf8(one).ok().and_then(|s| s.chars().next()) {
        Some(c) if !c.is_control() => Step::Key(Key::Char(c), length),
        _ => Step::Skip(1),
    }
}

/// What follows an escape byte. An escape before an ordinary character is the Esc key and that character:
/// the program has no Alt keys, and fast hands over a slow line must not lose a press.
fn escape(rest: &[u8]) -> Step {
    match rest {
        [] | [b'O' | b']' | b'P'] | [b'[', b'['] => Step::More,
        [b'O', letter @ 0x20..=0x7e, ..] => named(*letter, 3),
        [b'O', ..] => Step::Skip(2),
        // The first five keys of the row of functions on a Linux console.
        [b'[', b'[', letter, ..] => match letter {
            b'A'..=b'E' => Step::Key(Key::F(letter - b'A' + 1), 4),
            _ => Step::Skip(4),
        },
        [b'[', parameters @ ..] => control(parameters),
        // A colour or a setting that an earlier program asked the terminal for, and whose answer comes late.
        [b']' | b'P', b'0'..=b'9' | b'>' | b'!' | b'$' | b'+' | b'|', ..] => reply(rest),
        _ => Step::Key(Key::Esc, 1),
    }
}

/// A control sequence up to its last byte. Any byte that can't stand in one breaks it off.
fn control(parameters: &[u8]) -> Step {
    let end = parameters.iter().position(|b| !(0x20..=0x3f).contains(b));
    match end {
        None => Step::More,
        Some(end) if (0x40..=0x7e).contains(&parameters[end]) => {
            sequence(&parameters[..end], parameters[end], end + 3)
        }
        Some(end) => Step::Skip(end + 2),
    }
}

/// A text that the terminal answers with, up to the bell or the escape that ends it.
fn reply(text: &[u8]) -> Step {
    match text.iter().position(|b| matches!(b, 0x07 | 0x1b)) {
        Some(end) if text[end] == 0x07 => Step::Skip(end + 2),
        Some(end) => match text.get(end + 1) {
            None => Step::More,
            Some(b'\\') => Step::Skip(end + 3),
            Some(_) => Step::Skip(end + 1),
        },
        None => Step::More,
    }
}

fn sequence(parameters: &[u8], last: u8, used: usize) -> Step {
    let number = parameters.split(|b| *b == b';').next().unwrap_or(&[]);
    match last {
        b'~' => {}
        // Where the cursor is, in answer to an earlier program, ends like a function key.
        b'P'..=b'S' if !matches!(number, b"" | b"1") => return Step::Skip(used),
        _ => return named(last, used),
    }
    let key = match number {
        b"1" | b"7" => Key::Home,
        b"4" | b"8" => Key::End,
        b"3" => Key::Delete,
        b"5" => Key::PageUp,
        b"6" => Key::PageDown,
        // The numbers of the terminal of old, whose keys stood in groups.
        b"11" => Key::F(1),
        b"12" => Key::F(2),
        b"13" => Key::F(3),
        b"14" => Key::F(4),
        _ => return Step::Skip(used),
    };
    Step::Key(key, used)
}

fn named(letter: u8, used: usize) -> Step {
    let key = match letter {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'H' => Key::Home,
        b'F' => Key::End,
        b'M' => Key::Enter,
        b'P'..=b'S' => Key::F(letter - b'P' + 1),
        b'Z' => Key::BackTab,
        _ => return Step::Skip(used),
    };
    Step::Key(key, used)
}
