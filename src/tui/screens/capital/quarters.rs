//! The forecast quarter by quarter (F1, F4): a table in millions, and the selected quarter in whole kroner under it, as the
//! sum that it is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Capital;
use crate::domain::forecast::SavedQuarter;
use crate::present::forecast::{self, ALL_FLOWS, FLOWS, SUMS};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::area::{below, inset};
use crate::tui::widgets::list;
use crate::tui::widgets::text::{line, wrap};

impl Capital {
    pub(super) fn quarter_table(&self, focused: bool, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let Some(selected) = self.quarters.selected() else {
            return;
        };
        let (words, row) = (ctx.words, selected.row);
        let name = words.quarter(row.quarter);
        let sum = forecast::sum(name, row.opening, &row.flows, row.closing, words);
        let detail = [sum, forecast::sides(selected, words)];
        let area = draw_below(&detail, area, buf, ctx);
        let shown = if usize::from(area.width) >= ALL_FLOWS {
            FLOWS
        } else {
            SUMS
        };
        let cells = |quarter: &SavedQuarter| {
            let mut cells = list::cells(shown, quarter, ctx);
            let moved = cells.iter_mut().skip(1).filter(|_| self.scenario.is_on());
            for (_, style) in moved.filter(|(_, style)| *style == ctx.theme.plain()) {
                *style = ctx.theme.what_if_line();
            }
            cells
        };
        self.quarters
            .look(
                "past-none",
                &list::columns(shown, self.quarters.rows(), ctx),
                &cells,
            )
            .focused(focused)
            .render(area, buf, ctx);
    }
}

/// Writes what is told of the selected row at the foot of an area, and returns what is left for the list, which is worth more.
fn draw_below(texts: &[String], area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> Rect {
    let detail: Vec<String> = texts
        .iter()
        .flat_map(|text| wrap(text, inset(area).width))
        .collect();
    let tall = u16::try_from(detail.len()).unwrap_or(0) + 1;
    if area.height < tall + 6 {
        return area;
    }
    let foot = inset(below(area, area.height - tall));
    for (at, text) in (1..).zip(&detail) {
        line(buf, foot, at, text, ctx.theme.plain(), ctx.theme);
    }
    Rect {
        height: area.height - tall,
        ..area
    }
}
