//! A key as a person presses it, free of any terminal library, and the bytes of a terminal turned into keys.
//! A terminal sends no "escape key" but a byte that also opens every arrow key, so an escape that stands last
//! waits for what follows; the caller decides for how long.

use crate::i18n::Words;

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
}

const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";
/// The longest sequence that a terminal sends for one key; anything longer is thrown away.
const LONGEST_SEQUENCE: usize = 32;
/// More than any field takes. The rest of a larger paste is thrown away.
const LONGEST_PASTE: usize = 64 * 1024;

/// Turns a stream of bytes, cut anywhere, into keys.
#[derive(Debug, Default)]
pub struct Decoder {
    pending: Vec<u8>,
    pasting: bool,
}

impl Decoder {
    /// Takes bytes and gives the keys that they complete.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Typed> {
        self.pending.extend_from_slice(bytes);
        let mut typed = Vec::new();
        let mut at = 0;
        loop {
            if self.pasting {
                match self.pasted(at) {
                    Some((text, used)) => {
                        self.pasting = false;
                        typed.push(Typed::Pasted(text));
                        at += used;
                    }
                    None => break,
                }
            }
            let rest = &self.pending[at..];
            if rest.starts_with(PASTE_START) {
                self.pasting = true;
                at += PASTE_START.len();
                continue;
            }
            match decode(rest) {
                Step::Key(key, used) => {
                    typed.push(Typed::Key(key));
                    at += used;
                }
                Step::Skip(used) => at += used,
                Step::More => break,
            }
        }
        self.pending.drain(..at);
        typed
    }

    /// Whether a lone escape waits for what may follow.
    #[must_use]
    pub fn waits(&self) -> bool {
        !self.pasting && self.pending == [0x1b]
    }

    /// Nothing followed: the escape was the Esc key.
    pub fn timed_out(&mut self) -> Option<Typed> {
        self.waits().then(|| {
            self.pending.clear();
            Typed::Key(Key::Esc)
        })
    }

    fn pasted(&mut self, at: usize) -> Option<(String, usize)> {
        let rest = &self.pending[at..];
        let end = rest.windows(PASTE_END.len()).position(|w| w == PASTE_END);
        let Some(end) = end else {
            if rest.len() > LONGEST_PASTE {
                // Keep the head and enough of the tail to see the end mark.
                let tail = self.pending.len() - PASTE_END.len();
                self.pending.drain(at + LONGEST_PASTE - PASTE_END.len()..tail);
            }
            return None;
        };
        let text = String::from_utf8_lossy(&rest[..end])
            .replace("\r\n", "\n")
            .replace('\r', "\n");
        Some((text, end + PASTE_END.len()))
    }
}

enum Step {
    Key(Key, usize),
    Skip(usize),
    More,
}

fn decode(bytes: &[u8]) -> Step {
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
        [] | [b'O'] | [b'[', b'['] => Step::More,
        [b'O', letter, ..] => named(*letter, 3),
        // The first five keys of the row of functions on a Linux console.
        [b'[', b'[', letter, ..] => match letter {
            b'A'..=b'E' => Step::Key(Key::F(letter - b'A' + 1), 4),
            _ => Step::Skip(4),
        },
        [b'[', parameters @ ..] => {
            let end = parameters.iter().position(|b| (0x40..=0x7e).contains(b));
            match end {
                None if parameters.len() > LONGEST_SEQUENCE => Step::Skip(2),
                None => Step::More,
                Some(end) => sequence(&parameters[..end], parameters[end], end + 3),
            }
        }
        _ => Step::Key(Key::Esc, 1),
    }
}

fn sequence(parameters: &[u8], last: u8, used: usize) -> Step {
    if last != b'~' {
        return named(last, used);
    }
    let number = parameters.split(|b| *b == b';').next().unwrap_or(&[]);
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(bytes: &[u8]) -> Vec<Typed> {
        Decoder::default().feed(bytes)
    }

    #[test]
    fn arrows_letters_and_control_keys_are_read() {
        let typed = keys("j\x1b[Bå\x1bOA\x10\x1b[1;5C\x1b[5~\x1b[Z\r\x7f".as_bytes());
        let expected = [
            Key::Char('j'),
            Key::Down,
            Key::Char('å'),
            Key::Up,
            Key::Ctrl('p'),
            Key::Right,
            Key::PageUp,
            Key::BackTab,
            Key::Enter,
            Key::Backspace,
        ];
        assert_eq!(typed, expected.map(Typed::Key));
    }

    #[test]
    fn function_keys_are_read_as_every_kind_of_terminal_sends_them() {
        for sent in ["\x1bOP", "\x1b[11~", "\x1b[[A", "\x1b[P", "\x1b[1;2P"] {
            let typed = keys(format!("{sent}j").as_bytes());
            assert_eq!(typed, [Key::F(1), Key::Char('j')].map(Typed::Key), "{sent:?}");
        }
        for sent in ["\x1bOQ", "\x1b[12~", "\x1b[[B", "\x1b[1;2Q"] {
            assert_eq!(keys(sent.as_bytes()), [Typed::Key(Key::F(2))], "{sent:?}");
        }
        assert_eq!(
            keys(b"\x1b[[Zj"),
            [Typed::Key(Key::Char('j'))],
            "no such key on a console"
        );
    }

    #[test]
    fn a_lone_escape_waits_and_is_then_the_esc_key() {
        let mut decoder = Decoder::default();
        assert!(decoder.feed(b"\x1b").is_empty());
        assert!(decoder.waits());
        assert_eq!(decoder.timed_out(), Some(Typed::Key(Key::Esc)));
        assert!(decoder.feed(b"\x1b").is_empty());
        assert_eq!(decoder.feed(b"[A"), [Typed::Key(Key::Up)]);
    }

    #[test]
    fn a_key_right_after_esc_is_not_lost() {
        assert_eq!(keys(b"\x1bq"), [Typed::Key(Key::Esc), Typed::Key(Key::Char('q'))]);
    }

    #[test]
    fn pasted_text_is_never_a_command() {
        let typed = keys(b"\x1b[200~q\rdd\x1b[201~j");
        assert_eq!(typed, [Typed::Pasted("q\ndd".into()), Typed::Key(Key::Char('j'))]);
        let mut decoder = Decoder::default();
        assert!(decoder.feed(b"\x1b[200~ab").is_empty());
        assert_eq!(decoder.feed(b"c\x1b[201~"), [Typed::Pasted("abc".into())]);
        assert!(decoder.feed(b"\x1b[200~").is_empty());
        for _ in 0..100 {
            assert!(decoder.feed(&[b'x'; 4096]).is_empty());
            assert!(decoder.pending.len() <= LONGEST_PASTE + PASTE_END.len());
        }
        assert_eq!(
            decoder.feed(b"\x1b[201~j").last(),
            Some(&Typed::Key(Key::Char('j')))
        );
    }

    proptest! {
        #[test]
        fn where_the_line_cuts_the_bytes_changes_nothing(
            bytes in proptest::collection::vec(any::<u8>(), 0..60),
            cut in 0usize..60,
        ) {
            let whole = keys(&bytes);
            let (head, tail) = bytes.split_at(cut.min(bytes.len()));
            let mut decoder = Decoder::default();
            let mut parts = decoder.feed(head);
            parts.extend(decoder.feed(tail));
            prop_assert_eq!(whole, parts);
        }
    }
}
