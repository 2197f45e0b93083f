//! The person's terminal, borrowed: raw mode, the alternate screen and a hidden cursor while the program
//! runs, and all of it given back however the program ends. A drawing goes out as one write.

mod canvas;
mod paint;

use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, queue, terminal};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use canvas::Canvas;
#[cfg(test)]
pub use paint::paint;

/// Whether the terminal is borrowed now. One process has one terminal, and a panic in any thread must be able
/// to give it back, so this is the one thing that all threads share.
static BORROWED: AtomicBool = AtomicBool::new(false);

/// More than a full drawing of a large terminal.
const BUFFER: usize = 256 * 1024;
/// What a terminal that doesn't know its size is taken for.
const USUAL: (u16, u16) = (80, 24);

/// The borrowed terminal. Dropping it gives it back.
pub struct Terminal {
    out: BufWriter<Borrowed>,
    canvas: Canvas,
}

/// Standard output, until the terminal has been given back: what is drawn after that goes nowhere, so that a
/// drawing in flight can't spoil the person's own screen.
struct Borrowed(Stdout);

impl Write for Borrowed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if BORROWED.load(Ordering::Acquire) {
            self.0.write(bytes)
        } else {
            Ok(bytes.len())
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Terminal {
    /// Borrows the terminal, and arranges that a panic gives it back before it is reported.
    ///
    /// # Errors
    /// When the terminal refuses raw mode or can't be written to; then it is as it was.
    pub fn borrow() -> io::Result<Terminal> {
        let reporter = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            give_back();
            reporter(info);
        }));
        terminal::enable_raw_mode()?;
        BORROWED.store(true, Ordering::Release);
        let mut out = BufWriter::with_capacity(BUFFER, Borrowed(io::stdout()));
        queue!(out, EnterAlternateScreen, cursor::Hide, EnableBracketedPaste)?;
        Ok(Terminal {
            out,
            canvas: Canvas::default(),
        })
    }

    /// Draws, in one write; nothing is sent when nothing differs. `render` says where the keys go.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, render: impl FnOnce(Rect, &mut Buffer) -> Position) -> io::Result<()> {
        self.canvas.draw(&mut self.out, size(), render)
    }

    /// Draws everything anew next time: something else has written on the screen.
    pub fn redraw(&mut self) {
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
    let mut out = io::stdout();
    // The last drawing may have been cut short.
    let _gone = queue!(
        out,
        EndSynchronizedUpdate,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    )
    .and_then(|()| out.flush());
    let _gone = terminal::disable_raw_mode();
}

/// The size now. Asked of the terminal itself; crossterm's `size` would start another program when that fails.
fn size() -> Rect {
    let (columns, rows) = match terminal::window_size() {
        Ok(size) if size.columns > 0 && size.rows > 0 => (size.columns, size.rows),
        _ => USUAL,
    };
    Rect::new(0, 0, columns, rows)
}
