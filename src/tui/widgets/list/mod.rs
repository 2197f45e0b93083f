//! A list of rows under one head, with a cursor. It asks for the rows in sight and no others, and keeps its
//! own place: the page stands still while the cursor moves in it and scrolls by half a page at the edge, so
//! that most moves redraw two rows. Over a slow line that is what makes it feel at hand.

mod columns;
#[cfg(test)]
mod tests;

pub use columns::{Column, Width, cells, columns};

use std::cell::Cell;

use columns::{MARK, places};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::ctx::Ctx;
use crate::tui::keymap::Move;
use crate::tui::widgets::text::{fit, put, width};
use crate::tui::widgets::thumb::thumb;

/// The cursor, and the part of the list that was in sight when it was last drawn.
#[derive(Debug, Default)]
pub struct Cursor {
    at: usize,
    top: Cell<usize>,
    rows: Cell<usize>,
}

impl Cursor {
    /// The selected row of `len`.
    #[must_use]
    pub fn at(&self, len: usize) -> Option<usize> {
        (len > 0).then(|| self.at.min(len - 1))
    }

    /// Puts the cursor on a row.
    pub fn select(&mut self, row: usize) {
        self.at = row;
    }

    pub fn step(&mut self, step: Move, len: usize) {
        let page = self.rows.get().max(1);
        let half = (page / 2).max(1);
        let at = self.at.min(len.saturating_sub(1));
        self.at = match step {
            Move::Down => at + 1,
            Move::Up => at.saturating_sub(1),
            Move::HalfDown => at + half,
            Move::HalfUp => at.saturating_sub(half),
            Move::PageDown => at + page,
            Move::PageUp => at.saturating_sub(page),
            Move::First => 0,
            Move::Last => len,
        }
        .min(len.saturating_sub(1));
    }

    /// The first row in sight of `len` lines in `rows` rows, with the line `at` among them.
    fn top(&self, at: usize, len: usize, rows: usize) -> usize {
        self.rows.set(rows);
        let mut top = self.top.get().min(len.saturating_sub(rows));
        if at < top || at >= top + rows {
            top = at.saturating_sub(rows / 2).min(len.saturating_sub(rows));
        }
        self.top.set(top);
        top
    }
}

/// A cell: text and how it looks when the row isn't selected.
pub type CellText = (String, Style);

/// A list as it is drawn once.
pub struct List<'a> {
    pub columns: &'a [Column],
    pub cursor: &'a Cursor,
    pub len: usize,
    /// The cells of a row, one for each column.
    pub row: &'a dyn Fn(usize) -> Vec<CellText>,
    /// Keys go to this list.
    pub focused: bool,
    /// A line drawn before a row (or after the last), such as where the money ends.
    pub line: Option<(usize, String)>,
}

impl List<'_> {
    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if area.is_empty() {
            return;
        }
        let headed = area.height > 2 && self.columns.iter().any(|column| !column.head.is_empty());
        let body = if headed {
            Rect {
                y: area.y + 1,
                height: area.height - 1,
                ..area
            }
        } else {
            area
        };
        let lines = self.len + usize::from(self.line.is_some());
        let scrolls = lines > usize::from(body.height) && area.width > 8;
        let places = places(self.columns, area.width.saturating_sub(u16::from(scrolls) * 2));
        if headed {
            self.head(&places, Rect { height: 1, ..area }, buf, ctx);
        }
        let selected = self.cursor.at(self.len);
        let at = selected.map_or(0, |row| self.line_of(row));
        let top = self.cursor.top(at, lines, usize::from(body.height));
        for (y, line) in (body.top()..body.bottom()).zip(top..lines) {
            let place = Rect { y, height: 1, ..body };
            match self.row_of(line) {
                Some(row) => self.row(row, selected == Some(row), &places, place, scrolls, buf, ctx),
                None => self.rule(place, buf, ctx),
            }
        }
        if scrolls {
            thumb(top, lines, body, buf, ctx);
        }
    }

    /// The line that a row is drawn on, counted from the top of the whole list.
    fn line_of(&self, row: usize) -> usize {
        row + usize::from(self.line.as_ref().is_some_and(|(before, _)| row >= *before))
    }

    fn row_of(&self, line: usize) -> Option<usize> {
        match &self.line {
            Some((before, _)) if line == *before => None,
            Some((before, _)) if line > *before => Some(line - 1),
            _ => Some(line),
        }
    }

    fn head(&self, places: &[(usize, u16, u16)], area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        for (column, x, room) in places {
            let column = &self.columns[*column];
            cell(
                &column.head,
                column.right,
                (area.x + x, area.y),
                *room,
                ctx.theme.dim(),
                area,
                buf,
                ctx,
            );
        }
    }

    #[allow(clippy::too_many_arguments)] // one row in one place; a struct for one call would say no more
    fn row(
        &self,
        row: usize,
        selected: bool,
        places: &[(usize, u16, u16)],
        area: Rect,
        scrolls: bool,
        buf: &mut Buffer,
        ctx: &Ctx<'_>,
    ) {
        let whole = match (selected, self.focused) {
            (false, _) => None,
            (true, true) => Some(ctx.theme.selected()),
            (true, false) => Some(ctx.theme.marked()),
        };
        if let Some(style) = whole {
            buf.set_style(
                Rect {
                    width: area.width - u16::from(scrolls) * 2,
                    ..area
                },
                style,
            );
            put(buf, area, (area.x, area.y), 1, ctx.theme.marks.cursor, style);
            if self.focused {
                ctx.point(area.x, area.y);
            }
        }
        let cells = (self.row)(row);
        for (column, x, room) in places {
            let Some((text, style)) = cells.get(*column) else {
                continue;
            };
            let right = self.columns[*column].right;
            cell(
                text,
                right,
                (area.x + x, area.y),
                *room,
                whole.unwrap_or(*style),
                area,
                buf,
                ctx,
            );
        }
    }

    fn rule(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let text = self.line.as_ref().map_or("", |(_, text)| text);
        let dash = ctx.theme.marks.dash;
        let whole = dash.repeat(usize::from(area.width));
        put(
            buf,
            area,
            (area.x, area.y),
            area.width,
            &whole,
            ctx.theme.accent(),
        );
        let room = area.width.saturating_sub(4);
        put(
            buf,
            area,
            (area.x + MARK, area.y),
            room,
            &fit(&format!(" {text} "), room, ctx.theme),
            ctx.theme.accent(),
        );
    }
}

#[allow(clippy::too_many_arguments)] // one cell in one place
fn cell(
    text: &str,
    right: bool,
    (x, y): (u16, u16),
    room: u16,
    style: Style,
    area: Rect,
    buf: &mut Buffer,
    ctx: &Ctx<'_>,
) {
    let text = fit(text, room, ctx.theme);
    let indent = if right {
        room.saturating_sub(width(&text))
    } else {
        0
    };
    put(buf, area, (x + indent, y), room - indent, &text, style);
}
