//! The bytes of a terminal, cut anywhere and as late as a line brings them, turned into keys. A terminal sends no "escape
//! key" but a byte that also opens every arrow key, so an escape that stands last waits a moment for what follows. When it has
//! been taken for the Esc key and the rest of an arrow comes after all, the Esc was that one key, and the rest is none.

use std::time::Duration;

use super::sequence::{Step, decode};
use super::{Key, Typed};

/// How long an escape that stands last waits for the rest of an arrow key: on a terminal of this machine, and over a line.
pub const ESCAPE_HERE: Duration = Duration::from_millis(40);
pub const ESCAPE_OVER_SSH: Duration = Duration::from_millis(100);
/// The longest pause inside a sequence.
const PAUSE: Duration = Duration::from_millis(250);

const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";
/// More than any field takes. The rest of a larger paste is thrown away.
const LONGEST_PASTE: usize = 64 * 1024;
/// More than any terminal sends for a key or an answer; what is longer is thrown away.
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
        let follows = matches!(bytes, [b'[' | b'O', ..]) && now.saturating_sub(self.last) <= PAUSE;
        if self.spent && self.pending.len() == 1 && !follows {
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
            let (used, key) = match decode(rest) {
                Step::Key(key, used) => (used, Some(key)),
                Step::Skip(used) => (used, None),
                Step::More => break,
            };
            at += used;
            let spent = std::mem::take(&mut self.spent);
            typed.extend(key.filter(|_| !spent).map(Typed::Key));
        }
        self.pending.drain(..at);
        if !self.pasting && self.pending.len() > LONGEST_SEQUENCE {
            self.forget();
        }
        typed
    }

    /// When [`Decoder::timed_out`] is to be asked, if no byte comes before.
    #[must_use]
    pub fn deadline(&self) -> Option<Duration> {
        let open = !self.pasting && self.pending.first() == Some(&0x1b);
        let wait = if self.pending.len() == 1 && !self.spent {
            self.escape
        } else {
            PAUSE
        };
        open.then(|| self.last + wait)
    }

    /// Nothing followed: a lone escape was the Esc key, and what else was begun is dropped.
    pub fn timed_out(&mut self, now: Duration) -> Vec<Typed> {
        if self.deadline().is_none_or(|deadline| now < deadline) {
            return Vec::new();
        }
        match self.pending[..] {
            [_] if !self.spent => {
                self.spent = true;
                vec![Typed::Key(Key::Esc)]
            }
            // No answer of the terminal, but two keys in quick succession.
            [_, letter @ (b']' | b'P')] => {
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
        let text = String::from_utf8_lossy(&rest[..end])
            .replace("\r\n", "\n")
            .replace('\r', "\n");
        Some((text, end + PASTE_END.len()))
    }
}
