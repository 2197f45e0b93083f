//! How the projects look: what they sum to, what is typed, and the list.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rust_decimal::Decimal;

use super::{Solutions, below, inset};
use crate::present::solutions::{COLUMNS, RECOVERED, Totals};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::list::{self, CellText, Column, Width};
use crate::tui::widgets::listing::Steps;
use crate::tui::widgets::meter;
use crate::tui::widgets::text::{line, width};
use crate::usecases::views::solutions::SolutionLine;

/// Columns of the small bar, and of the share beside it.
const BAR: u16 = 5;
const SHARE: u16 = 7;

impl Solutions {
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let mut used = 0;
        if area.height > 9 && !self.list.rows().is_empty() {
            used = totals(&self.totals, inset(area), buf, ctx) + u16::from(!self.list.is_searched());
        }
        let columns = columns(self.list.rows(), ctx);
        self.list
            .look("solutions-none", &columns, &|line| cells(line, ctx))
            .render(below(area, used), buf, ctx);
    }
}

/// Draws what all projects come to. Returns the rows used.
fn totals(totals: &Totals, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let words = ctx.words;
    line(buf, area, 0, &totals.sum(words), ctx.theme.strong(), ctx.theme);
    let mut used = 1;
    for text in lines(totals.parts(words).into_iter(), area.width, ctx) {
        line(buf, area, used, &text, ctx.theme.plain(), ctx.theme);
        used += 1;
    }
    used
}

/// Facts in a row, on as many lines as they take: none of them is broken.
pub(super) fn lines(facts: impl Iterator<Item = String>, room: u16, ctx: &Ctx<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for fact in facts {
        match lines.last_mut() {
            Some(last) if width(last) + 3 + width(&fact) <= room => {
                *last = format!("{last} {} {fact}", ctx.theme.marks.dot);
            }
            _ => lines.push(fact),
        }
    }
    lines
}

/// Where the share that has come back stands among the columns.
fn recovered() -> usize {
    let mut shown = COLUMNS.iter().filter_map(|column| column.shown.as_ref());
    shown.position(|shown| shown.head == RECOVERED).unwrap_or(0)
}

/// Reference, title, share, adopters and what is overdue stay; the rest goes where there is no room, the status last.
fn columns(lines: &[SolutionLine], ctx: &Ctx<'_>) -> Vec<Column> {
    let mut columns = list::columns(COLUMNS, lines, ctx);
    if let Width::Fixed(width) = &mut columns[recovered()].width {
        *width += BAR + 1;
    }
    columns
}

/// F6: how much has come back, also as a bar; nothing can before it is live.
fn cells(line: &SolutionLine, ctx: &Ctx<'_>) -> Vec<CellText> {
    let mut cells = list::cells(COLUMNS, line, ctx);
    if line.solution.is_some() || !line.repaid.is_zero() {
        let thousandths = (line.recovered() * Decimal::ONE_THOUSAND).floor();
        let bar = meter::bar(i64::try_from(thousandths).unwrap_or(1000), 1000, BAR, ctx.theme);
        let (share, _) = &mut cells[recovered()];
        *share = format!("{bar} {share:>width$}", width = usize::from(SHARE));
    }
    cells
}
