//! The person's terminal, borrowed: raw mode, the alternate screen and a hidden cursor while the program
//! runs, and all of it given back however the program ends. A drawing goes out as one write.

mod canvas;
mod paint;

use std::io::{self, BufWriter, Write};
use std::os::fd::AsFd;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
};
use crossterm::{cursor, queue, terminal};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::termios::{OptionalActions, tcgetattr, tcgetwinsize, tcsetattr};

use canvas::Canvas;
#[cfg(test)]
pub(super) use paint::paint;

/// Whether the terminal is borrowed now. One process has one terminal, and a panic in any thread must be able
/// to give it back, so this is the one thing that all threads share.
static BORROWED: AtomicBool = AtomicBool::new(false);

/// More than a full drawing of a large terminal.
const BUFFER: usize = 256 * 1024;
/// What a terminal that doesn't know its size is taken for.
const USUAL: (u16, u16) = (80, 24);
/// The most that is drawn on, whatever a line says: more than any display shows, and each cell takes memory.
const LARGEST: (u16, u16) = (1000, 400);

/// The question which signs the terminal draws: a letter of two bytes at the beginning of the second row, and where the cursor
/// stands after it. (In the first row the answer could be F3 with Shift.) The first drawing wipes the letter away.
const WHICH_SIGNS: &[u8] = "\x1b[2;1Hå\x1b[6n".as_bytes();
/// The answer of a terminal that takes the two bytes for one letter: the row and the column.
const ALL: (u16, u16) = (2, 2);

/// The borrowed terminal. Dropping it gives it back.
pub(super) struct Terminal {
    out: BufWriter<Borrowed>,
    canvas: Canvas,
    /// It was asked which signs it draws, and has not answered.
    asked: bool,
}

/// Standard output, until the terminal has been given back: what is drawn after that goes nowhere, so that a
/// drawing in flight can't spoil the person's own screen.
struct Borrowed;

impl Write for Borrowed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        write(&io::stdout(), bytes, || BORROWED.load(Ordering::Acquire))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes as much as a line takes, as long as `wanted`. A line that the program before this one has set not to block, as some
/// leave it, is waited for.
fn write(line: &impl AsFd, bytes: &[u8], wanted: impl Fn() -> bool) -> io::Result<usize> {
    while wanted() {
        match rustix::io::write(line, bytes) {
            Err(Errno::AGAIN) => match poll(&mut [PollFd::new(line, PollFlags::OUT)], None) {
                Ok(_) | Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            },
            Err(Errno::INTR) => {}
            outcome => return Ok(outcome?),
        }
    }
    Ok(bytes.len())
}

impl Terminal {
    /// Borrows the terminal, and arranges that a panic gives it back before it is reported. Which signs it draws is asked with the
    /// first drawing, if at all; nothing waits for the answer.
    ///
    /// # Errors
    /// When the terminal refuses raw mode or can't be written to; then it is as it was.
    pub(super) fn borrow(asks_for_signs: bool) -> io::Result<Terminal> {
        let reporter = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            give_back();
            reporter(info);
        }));
        terminal::enable_raw_mode()?;
        BORROWED.store(true, Ordering::Release);
        let mut terminal = Terminal {
            out: BufWriter::with_capacity(BUFFER, Borrowed),
            canvas: Canvas::default(),
            asked: asks_for_signs,
        };
        terminal.enter()?;
        if asks_for_signs {
            terminal.out.write_all(WHICH_SIGNS)?;
        }
        Ok(terminal)
    }

    /// Goes out with the next drawing.
    fn enter(&mut self) -> io::Result<()> {
        queue!(self.out, EnterAlternateScreen, cursor::Hide, EnableBracketedPaste)
    }

    /// Takes the terminal again after a stop: a shell that had it meanwhile has set it to its own liking. (crossterm believes that
    /// it is in raw mode still, and would do nothing.) Everything is drawn anew next time.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub(super) fn resume(&mut self) -> io::Result<()> {
        let stdin = io::stdin();
        let mut settings = tcgetattr(&stdin)?;
        settings.make_raw();
        tcsetattr(&stdin, OptionalActions::Now, &settings)?;
        self.redraw();
        self.enter()
    }

    /// Whether an answer may still come, which a shell would take for typed.
    pub(super) fn is_asked(&self) -> bool {
        self.asked
    }

    /// Takes where the cursor stands: whether that is the answer that all signs are drawn.
    pub(super) fn answered(&mut self, row: u16, column: u16) -> bool {
        std::mem::take(&mut self.asked) && (row, column) == ALL
    }

    /// Draws, in one write; nothing is sent when nothing differs. `render` says where the keys go.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub(super) fn draw(&mut self, render: impl FnOnce(Rect, &mut Buffer) -> Position) -> io::Result<()> {
        self.canvas.draw(&mut self.out, size(), render)
    }

    /// Draws everything anew next time: something else has written on the screen.
    pub(super) fn redraw(&mut self) {
        self.canvas.forget();
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back, once. What can't be written any more is no loss: then the terminal is gone.
fn give_back() {
    if !BORROWED.swap(false, Ordering::AcqRel) {
        return;
    }
    let mut bytes = Vec::new();
    let _gone = put_back(&mut bytes).and_then(|()| {
        let mut rest = &bytes[..];
        while !rest.is_empty() {
            let written = write(&io::stdout(), rest, || true)?;
            rest = &rest[written..];
        }
        Ok(())
    });
    let _gone = terminal::disable_raw_mode();
}

/// What gives the person's own screen back.
fn put_back(out: &mut impl Write) -> io::Result<()> {
    queue!(
        out,
        // The last drawing may have been cut short.
        EndSynchronizedUpdate,
        DisableBracketedPaste,
        // A terminal without another screen shows the prompt on this one.
        ResetColor,
        cursor::MoveTo(0, 0),
        Clear(ClearType::All),
        LeaveAlternateScreen,
        cursor::Show
    )
}

/// The size now. Asked of the terminal itself; crossterm's `size` would open it anew each time, and start another program when that
/// fails.
fn size() -> Rect {
    let size = tcgetwinsize(io::stdout()).ok();
    area(size.map(|size| (size.ws_col, size.ws_row)))
}

/// What is drawn on, of a terminal that says it has so many columns and rows.
fn area(size: Option<(u16, u16)>) -> Rect {
    let (columns, rows) = size
        .filter(|(columns, rows)| *columns > 0 && *rows > 0)
        .unwrap_or(USUAL);
    Rect::new(0, 0, columns.min(LARGEST.0), rows.min(LARGEST.1))
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::thread;

    use rustix::fs::{OFlags, fcntl_setfl};

    use super::*;

    #[test]
    fn no_size_is_taken_at_its_word_that_no_display_has() {
        let drawn = |size| {
            let area = area(size);
            (area.width, area.height)
        };
        assert_eq!(drawn(Some((160, 50))), (160, 50));
        assert_eq!(drawn(Some((5000, 5000))), (1000, 400));
        assert_eq!(drawn(Some((u16::MAX, 24))), (1000, 24));
        assert_eq!(drawn(Some((0, 24))), USUAL);
        assert_eq!(drawn(None), USUAL);
    }

    #[test]
    fn a_line_that_does_not_block_is_waited_for() {
        let (mut reader, writer) = io::pipe().expect("a pipe");
        fcntl_setfl(&writer, OFlags::NONBLOCK).expect("a setting");
        let sent = vec![b'x'; 1 << 20];
        // Filled first: nobody reads yet.
        let mut left = sent.len();
        while let Ok(count) = rustix::io::write(&writer, &sent[..left]) {
            left -= count;
        }
        let read = thread::spawn(move || {
            let mut bytes = Vec::new();
            reader.read_to_end(&mut bytes).map(|_| bytes.len())
        });
        while left > 0 {
            left -= write(&writer, &sent[..left], || true).expect("the line takes it");
        }
        drop(writer);
        assert_eq!(read.join().expect("a reader").expect("bytes"), sent.len());
    }

    #[test]
    fn the_picture_is_wiped_where_there_is_no_other_screen_to_go_back_to() {
        let mut bytes = Vec::new();
        put_back(&mut bytes).expect("a vector");
        let text = String::from_utf8(bytes).expect("text");
        let (before, after) = text.split_once("\x1b[?1049l").expect("the other screen is left");
        assert!(before.ends_with("\x1b[0m\x1b[1;1H\x1b[2J"), "{text:?}");
        assert_eq!(after, "\x1b[?25h");
    }
}
