//! The bytes of one key: which there are, and where they end.

use super::Key;

/// What stands at the beginning of some bytes.
#[derive(Debug)]
pub(super) enum Step {
    /// A key, and how many bytes it took.
    Key(Key, usize),
    /// Where the cursor stands, by row and column, and how many bytes that took.
    Cursor(u16, u16, usize),
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
        // A byte of another encoding than UTF-8 begins nothing that would be waited for.
        let goes_on = bytes[1..].iter().all(|b| matches!(b, 0x80..=0xbf));
        return if goes_on { Step::More } else { Step::Skip(1) };
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
        [] | [b'O' | b']' | b'P' | b'_' | b'^' | b'X'] | [b'[', b'['] | [b'O', b'1'..=b'9'] => Step::More,
        // Some terminals of old say in a figure which of Shift, Alt and Ctrl is held.
        [b'O', b'1'..=b'9', letter @ 0x20..=0x7e, ..] => named(*letter, 4),
        [b'O', b'1'..=b'9', ..] => Step::Skip(3),
        [b'O', letter @ 0x20..=0x7e, ..] => named(*letter, 3),
        [b'O', ..] => Step::Skip(2),
        // The first five keys of the row of functions on a Linux console.
        [b'[', b'[', letter, ..] => match letter {
            b'A'..=b'E' => Step::Key(Key::F(letter - b'A' + 1), 4),
            _ => Step::Skip(4),
        },
        [b'[', parameters @ ..] => control(parameters),
        _ if is_text(rest) => reply(rest),
        _ => Step::Key(Key::Esc, 1),
    }
}

/// Whether a text begins here with which the terminal answers an earlier program: a colour, a setting, its name, a title, what was
/// copied, or how a picture fared. A person who types the first of these characters after Esc hardly ever types the second at once.
fn is_text(rest: &[u8]) -> bool {
    match rest {
        [b']', second, ..] => matches!(second, b'0'..=b'9' | b'l' | b'L' | b'I'),
        [b'P', second, ..] => matches!(second, b'0'..=b'9' | b'>' | b'!' | b'$' | b'+' | b'|'),
        [b'_' | b'^' | b'X', second, ..] => matches!(second, b'0'..=b'9' | b'A'..=b'Z'),
        _ => false,
    }
}

/// Whether bytes are the rest of a sequence whose escape has been taken for the Esc key.
pub(super) fn follows(bytes: &[u8]) -> bool {
    matches!(bytes, [b'[' | b'O', ..]) || is_text(bytes)
}

/// Cuts a sequence that is longer than any key down to a short one of its kind, so that what comes until its end is still no key.
pub(super) fn cut_down(sequence: &mut Vec<u8>) {
    if sequence.starts_with(b"\x1b[") {
        // One that is no key, whatever ends it.
        sequence.truncate(2);
        sequence.push(b'?');
    } else {
        // The last byte may be the escape of the end.
        sequence.drain(3..sequence.len() - 1);
    }
}

/// A control sequence up to its last byte. Any byte that can't stand in one breaks it off.
fn control(parameters: &[u8]) -> Step {
    let end = parameters.iter().position(|b| !(0x20..=0x3f).contains(b));
    match end {
        None => Step::More,
        // The oldest way to report a mouse: three bytes follow, none of them a control character.
        Some(0) if parameters[0] == b'M' => match parameters[1..].iter().take(3).position(|b| *b < 0x20) {
            Some(broken) => Step::Skip(broken + 3),
            None if parameters.len() < 4 => Step::More,
            None => Step::Skip(6),
        },
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
    // Keys have nothing but numbers. What the terminal reports of itself or of a mouse has other marks too.
    if !parameters.iter().all(|b| matches!(b, b'0'..=b'9' | b';' | b':')) {
        return Step::Skip(used);
    }
    let number = parameters.split(|b| *b == b';').next().unwrap_or(&[]);
    match last {
        b'~' => {}
        // A press of the mouse ends like the Enter of a number pad, and where the cursor is like F3.
        b'M' => return Step::Skip(used),
        b'R' if !parameters.is_empty() => return cursor(parameters, used),
        b'P' | b'Q' | b'S' if !matches!(number, b"" | b"1") => return Step::Skip(used),
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

fn cursor(parameters: &[u8], used: usize) -> Step {
    let place = std::str::from_utf8(parameters)
        .ok()
        .and_then(|text| text.split_once(';'));
    let place = place.and_then(|(row, column)| Some((row.parse().ok()?, column.parse().ok()?)));
    place.map_or(Step::Skip(used), |(row, column)| Step::Cursor(row, column, used))
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
