//! Running text: broken into lines, scrolled by whole lines, and clean of what could command a terminal.

use std::cell::Cell;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::i18n::clean_prose;
use crate::tui::ctx::Ctx;
use crate::tui::keymap::Move;
use crate::tui::widgets::text::{put, width, wrap};

/// Draws a text from the top. Returns the rows that it takes.
pub fn draw(text: &str, area: Rect, buf: &mut Buffer, style: Style) -> u16 {
    let mut used = 0;
    for line in wrap(&clean_prose(text), area.width)
        .iter()
        .take(usize::from(area.height))
    {
        put(buf, area, (area.x, area.y + used), area.width, line, style);
        used += 1;
    }
    used
}

/// Draws a short text in the middle of an area: why there is nothing else to see.
pub fn centred(text: &str, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let room = area.width.saturating_sub(4).clamp(area.width.min(1), 60);
    let lines = wrap(&clean_prose(text), room);
    let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height);
    // A third from the top looks like the middle to the eye.
    let top = area.y + (area.height - tall) / 3;
    for (row, line) in (0..tall).zip(&lines) {
        let left = area.x + area.width.saturating_sub(width(line)) / 2;
        put(buf, area, (left, top + row), room, line, ctx.theme.plain());
    }
}

/// Where a page of lines stands. The height is what the last drawing had, so that a page key moves a page.
#[derive(Debug, Default)]
pub struct Scroll {
    top: usize,
    seen: Cell<(usize, usize)>,
}

impl Scroll {
    pub fn step(&mut self, step: Move) {
        let (lines, rows) = self.seen.get();
        let last = lines.saturating_sub(rows);
        let half = (rows / 2).max(1);
        self.top = match step {
            Move::Down => self.top + 1,
            Move::Up => self.top.saturating_sub(1),
            Move::HalfDown => self.top + half,
            Move::HalfUp => self.top.saturating_sub(half),
            Move::PageDown => self.top + rows.max(1),
            Move::PageUp => self.top.saturating_sub(rows.max(1)),
            Move::First => 0,
            Move::Last => last,
        }
        .min(last);
    }

    /// The rows that were in sight.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.seen.get().1
    }

    /// Nothing of it is on screen.
    pub fn hide(&self) {
        self.seen.set((0, 0));
    }

    /// Whether there was more than there was room for.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        let (lines, rows) = self.seen.get();
        lines > rows
    }

    /// Brings lines into sight, the first of them at any rate.
    pub fn show(&mut self, lines: Range<usize>) {
        let rows = self.rows();
        self.top = self.top.max(lines.end.saturating_sub(rows)).min(lines.start);
    }

    /// The lines that are on screen, of `lines` in all and `rows` in sight.
    #[must_use]
    pub fn window(&self, lines: usize, rows: u16) -> Range<usize> {
        let rows = usize::from(rows);
        self.seen.set((lines, rows));
        let top = self.top.min(lines.saturating_sub(rows));
        top..(top + rows).min(lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_never_scrolls_past_its_end() {
        let mut scroll = Scroll::default();
        assert_eq!(scroll.window(30, 10), 0..10);
        scroll.step(Move::PageDown);
        assert_eq!(scroll.window(30, 10), 10..20);
        scroll.step(Move::Last);
        scroll.step(Move::Down);
        assert_eq!(scroll.window(30, 10), 20..30);
        assert_eq!(scroll.window(30, 40), 0..30);
        scroll.step(Move::HalfDown);
        assert_eq!(scroll.window(0, 0), 0..0);
    }
}
