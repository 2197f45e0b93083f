//! What stands on the screen, and what is to stand there: only the cells that differ are sent, as one synchronized update, so that
//! a terminal that knows of them never shows half of it, however slow the line.
//!
//! ratatui's `Terminal` keeps the same two buffers, but flushes after hiding the cursor and again after the cells, asks another
//! program for the size where the terminal doesn't know it, and names all colours by `38;5;N`. A move in the list of proposals
//! costs 202 bytes in one write here, with the marks of the update and the cursor, and 208 in two there, without them; a test below
//! measures it.

use std::io::{self, Write};

use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::paint::{move_to, paint};

/// The two pictures, and where the cursor stands.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    shown: Buffer,
    next: Buffer,
    cursor: Option<Position>,
    /// What stands on the screen is known.
    known: bool,
}

impl Canvas {
    /// Draws; nothing is sent when nothing differs. `render` says where the keys go: the cursor stands there, hidden as it is,
    /// so that a magnifier and a screen reader follow.
    ///
    /// # Errors
    /// When it can't be written.
    pub(super) fn draw(
        &mut self,
        out: &mut impl Write,
        area: Rect,
        render: impl FnOnce(Rect, &mut Buffer) -> Position,
    ) -> io::Result<()> {
        let anew = !self.known || area != self.shown.area;
        if anew {
            self.shown = Buffer::empty(area);
            self.next = Buffer::empty(area);
        }
        self.next.reset();
        let cursor = render(area, &mut self.next);
        let mut cells = self.shown.diff_iter(&self.next).peekable();
        if anew || cells.peek().is_some() || self.cursor != Some(cursor) {
            queue!(out, BeginSynchronizedUpdate)?;
            if anew {
                queue!(out, Clear(ClearType::All))?;
            }
            paint(out, cells)?;
            move_to(out, cursor.x, cursor.y)?;
            queue!(out, EndSynchronizedUpdate)?;
            // Also what was queued before the first drawing goes out here, with it.
            out.flush()?;
        }
        self.known = true;
        self.cursor = Some(cursor);
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(())
    }

    /// Draws everything anew next time: something else has written on the screen.
    pub(super) fn forget(&mut self) {
        self.known = false;
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::*;
    use ratatui::backend::CrosstermBackend;
    use ratatui::widgets::Widget;
    use ratatui::{Terminal, TerminalOptions, Viewport};

    use crate::tui::route::Route;
    use crate::tui::screens::SCREENS;
    use crate::tui::testing::{Story, demo};
    use crate::tui::theme::Theme;

    /// Counts what is written, and how often it is sent.
    #[derive(Clone, Default)]
    struct Line(Rc<RefCell<(Vec<u8>, usize)>>);

    impl Line {
        /// What was written since this was asked last, and how often it was sent.
        fn taken(&self) -> (String, usize) {
            let (bytes, flushes) = std::mem::take(&mut *self.0.borrow_mut());
            (String::from_utf8(bytes).expect("text"), flushes)
        }
    }

    impl Write for Line {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().0.extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            self.0.borrow_mut().1 += 1;
            Ok(())
        }
    }

    struct Picture<'b>(&'b Buffer);

    impl Widget for Picture<'_> {
        fn render(self, _area: Rect, buf: &mut Buffer) {
            buf.clone_from(self.0);
        }
    }

    /// Two pictures of a list, before and after a move in it.
    fn a_move() -> [Buffer; 2] {
        let (_folder, fund) = demo("leder");
        let mut story = Story::with_theme(SCREENS, &Route::Proposals, fund, Theme::new(true, false));
        story.press("j");
        let before = story.buffer(80, 24);
        story.press("j");
        [before, story.buffer(80, 24)]
    }

    #[test]
    fn a_move_costs_one_write_and_fewer_bytes_than_by_the_library() {
        let pictures = a_move();
        let area = pictures[0].area;
        let mut line = Line::default();
        let mut canvas = Canvas::default();
        let mut ours = (String::new(), 0);
        for (row, picture) in (4..).zip(&pictures) {
            let draw = |_: Rect, buf: &mut Buffer| {
                buf.clone_from(picture);
                Position::new(0, row)
            };
            canvas.draw(&mut line, area, draw).expect("a vector");
            ours = line.taken();
        }
        let options = TerminalOptions {
            viewport: Viewport::Fixed(area),
        };
        let mut terminal =
            Terminal::with_options(CrosstermBackend::new(line.clone()), options).expect("a terminal");
        let mut theirs = (String::new(), 0);
        for picture in &pictures {
            let draw = |frame: &mut ratatui::Frame| frame.render_widget(Picture(picture), area);
            terminal.draw(draw).expect("a vector");
            theirs = line.taken();
        }
        assert_eq!((ours.1, theirs.1), (1, 2));
        // Ours with the sixteen bytes that mark a drawing as one, and with a cursor for those who can't see well.
        let (bytes, library) = (ours.0.len(), theirs.0.len());
        println!("a move: {bytes} bytes in one write, by the library {library} in two");
        assert!(bytes < library + 16 && bytes <= 290, "{bytes} against {library}");
    }

    #[test]
    fn nothing_is_sent_when_nothing_differs_and_the_cursor_alone_when_it_does() {
        let area = Rect::new(0, 0, 10, 3);
        let mut canvas = Canvas::default();
        let mut draw = |row: u16| {
            let mut line = Line::default();
            let render = |_: Rect, _: &mut Buffer| Position::new(2, row);
            canvas.draw(&mut line, area, render).expect("a vector");
            line.taken().0
        };
        assert_eq!(draw(1), "\u{1b}[?2026h\u{1b}[2J\u{1b}[2;3H\u{1b}[?2026l");
        assert_eq!(draw(1), "");
        assert_eq!(draw(2), "\u{1b}[?2026h\u{1b}[3;3H\u{1b}[?2026l");
    }
}
