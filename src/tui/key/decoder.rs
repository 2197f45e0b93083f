//! The bytes of a terminal, cut anywhere and as late as a line brings them, turned into keys. A terminal sends no "escape
//! key" but a byte that also opens every arrow key, so an escape that stands last waits a moment for what follows. When it has
//! been taken for the Esc key and the rest of an arrow comes after all, the Esc was that one key, and the rest is none.

use std::time::Duration;

use super::sequence::{Step, cut_down, decode, follows};
use super::{Key, Typed};

/// How long an escape that stands last waits for the rest of an arrow key: on a terminal of this machine, and over a line.
pub const ESCAPE_HERE: Duration = Duration::from_millis(40);
pub const ESCAPE_OVER_SSH: Duration = Duration::from_millis(100);
/// The longest pause inside a sequence or a character.
const PAUSE: Duration = Duration::from_millis(250);
/// The longest pause inside a paste: where its end has been lost, the keyboard is a keyboard again after it.
const PASTE_PAUSE: Duration = Duration::from_secs(5);

const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";
/// More than any field takes. The rest of a larger paste is thrown away.
const LONGEST_PASTE: usize = 64 * 1024;
/// More than any terminal sends for a key; what is longer is an answer that nobody waits for, and is thrown away as it comes.
const LONGEST_SEQUENCE: usize = 1024;

/// Turns a stream of bytes into keys. Times are counted from any moment, the same for all calls.
#[derive(Debug)]
pub struct Decoder {
    /// How long an escape that stands last waits.
    escape: Duration,
    pub(super) pending: Vec<u8>,
    pasting: bool,
    /// The escape that `pending` begins with has been the Esc key already.
    spent: bool,
    /// When the last bytes came.
    last: Duration,
}

impl Decoder {
    #[must_use]
    pub fn new(escape: Duration) -> Decoder {
        Decoder {
            escape,
            pending: Vec::new(),
            pasting: false,
            spent: false,
            last: Duration::ZERO,
        }
    }

    /// Takes bytes and gives the keys that they complete.
    pub fn feed(&mut self, bytes: &[u8], now: Duration) -> Vec<Typed> {
        let in_time = now.saturating_sub(self.last) <= PAUSE;
        if self.spent && self.pending.len() == 1 && !(in_time && follows(bytes)) {
            self.forget();
        }
        self.pending.extend_from_slice(bytes);
        self.last = now;
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
                (self.pasting, self.spent) = (true, false);
                at += PASTE_START.len();
                continue;
            }
            let (used, came) = match decode(rest) {
                Step::Key(key, used) => (used, Some(Typed::Key(key))),
                Step::Cursor(row, column, used) => (used, Some(Typed::CursorAt(row, column))),
                Step::Skip(used) => (used, None),
                Step::More => break,
            };
            at += used;
            let spent = std::mem::take(&mut self.spent);
            typed.extend(came.filter(|came| !spent || !matches!(came, Typed::Key(_))));
        }
        self.pending.drain(..at);
        if !self.pasting && self.pending.len() > LONGEST_SEQUENCE {
            cut_down(&mut self.pending);
        }
        typed
    }

    /// When [`Decoder::timed_out`] is to be asked, if no byte comes before.
    #[must_use]
    pub fn deadline(&self) -> Option<Duration> {
        let wait = match self.pending[..] {
            _ if self.pasting => PASTE_PAUSE,
            [] => return None,
            [0x1b] if !self.spent => self.escape,
            _ => PAUSE,
        };
        Some(self.last + wait)
    }

    /// Nothing followed: a lone escape was the Esc key, a paste is what came of it, and what else was begun is dropped.
    pub fn timed_out(&mut self, now: Duration) -> Vec<Typed> {
        if self.deadline().is_none_or(|deadline| now < deadline) {
            return Vec::new();
        }
        match self.pending[..] {
            _ if self.pasting => vec![Typed::Pasted(self.break_off_paste())],
            [0x1b] if !self.spent => {
                self.spent = true;
                vec![Typed::Key(Key::Esc)]
            }
            // No answer of the terminal, but two keys in quick succession.
            [0x1b, letter @ (b']' | b'P' | b'_' | b'^' | b'X')] => {
                self.forget();
                [Key::Esc, Key::Char(letter.into())].map(Typed::Key).into()
            }
            _ => {
                self.forget();
                Vec::new()
            }
        }
    }

    fn forget(&mut self) {
        self.pending.clear();
        self.spent = false;
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
        Some((text(&rest[..end]), end + PASTE_END.len()))
    }

    /// Ends a paste without its end mark, of which a part may have come.
    fn break_off_paste(&mut self) -> String {
        let mark = (1..PASTE_END.len()).rev();
        let mark = mark
            .map(|length| &PASTE_END[..length])
            .find(|part| self.pending.ends_with(part));
        let end = self.pending.len() - mark.map_or(0, <[u8]>::len);
        let pasted = text(&self.pending[..end]);
        self.pasting = false;
        self.forget();
        pasted
    }
}

/// What was pasted, with lines as the program has them.
fn text(pasted: &[u8]) -> String {
    String::from_utf8_lossy(pasted)
        .replace("\r\n", "\n")
        .replace('\r', "\n")
}
