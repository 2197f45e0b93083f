//! The forecast quarter by quarter (F1, F4): a table in millions, and the selected quarter in whole kroner under it, as the
//! sum that it is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Capital;
use super::picture::{below, inset};
use crate::domain::forecast::{Band, Row, SavedQuarter};
use crate::domain::money::Ore;
use crate::i18n::Words;
use crate::i18n::phrase;
use crate::tui::screen::Ctx;
use crate::tui::widgets::forecast_summary;
use crate::tui::widgets::list::{CellText, Column, Width};
use crate::tui::widgets::text::{line, width, wrap};

/// From this width on every kind of flow has its own column.
const ALL_FLOWS: u16 = 140;

/// A column of amounts: its head, and the amount of a quarter. Those with a rank go first when there is little room.
type Amount = (&'static str, u8, fn(&Row, &Band) -> Ore);

const SUMS: [Amount; 8] = [
    ("quarters-opening", 2, |row, _| row.opening),
    ("quarters-in", 0, |row, _| incoming(row)),
    ("quarters-out", 0, |row, _| outgoing(row)),
    ("quarters-closing", 0, |row, _| row.closing),
    ("quarters-p10", 3, |_, band| band.p10),
    ("quarters-p50", 5, |_, band| band.p50),
    ("quarters-p90", 4, |_, band| band.p90),
    ("quarters-outstanding", 6, |row, _| row.outstanding_commitments),
];

const FLOWS: [Amount; 12] = [
    ("quarters-opening", 0, |row, _| row.opening),
    ("quarters-contributions", 0, |row, _| row.flows.contributions),
    ("quarters-state", 0, |row, _| row.flows.state),
    ("quarters-repayments", 0, |row, _| row.flows.repayments),
    ("quarters-other", 1, |row, _| row.flows.other),
    ("quarters-disbursements", 0, |row, _| row.flows.disbursements),
    ("quarters-costs", 1, |row, _| row.flows.costs),
    ("quarters-closing", 0, |row, _| row.closing),
    ("quarters-p10", 0, |_, band| band.p10),
    ("quarters-p50", 2, |_, band| band.p50),
    ("quarters-p90", 0, |_, band| band.p90),
    ("quarters-outstanding", 0, |row, _| row.outstanding_commitments),
];

fn incoming(row: &Row) -> Ore {
    row.flows.contributions + row.flows.state + row.flows.repayments + row.flows.other
}

fn outgoing(row: &Row) -> Ore {
    row.flows.disbursements + row.flows.costs
}

impl Capital {
    pub(super) fn quarter_table(&self, focused: bool, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let Some(SavedQuarter { row, band }) = self.quarters.selected() else {
            return;
        };
        let inside = inset(area);
        let detail: Vec<String> = [sum(row, ctx.words), sides(row, band, ctx.words)]
            .iter()
            .flat_map(|text| wrap(text, inside.width))
            .collect();
        let tall = u16::try_from(detail.len()).unwrap_or(0) + 1;
        // The table is worth more than the quarter under it.
        let table = if area.height >= tall + 6 {
            let foot = below(area, area.height - tall);
            for (at, text) in (1..).zip(&detail) {
                line(buf, inset(foot), at, text, ctx.theme.plain(), ctx.theme);
            }
            Rect {
                height: area.height - tall,
                ..area
            }
        } else {
            area
        };
        self.table(focused, table, buf, ctx);
    }

    fn table(&self, focused: bool, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let (words, quarters) = (ctx.words, self.quarters.rows());
        let amounts: &[Amount] = if area.width >= ALL_FLOWS { &FLOWS } else { &SUMS };
        let name = |row: &Row| words.quarter(row.quarter);
        let names = quarters.iter().map(|quarter| width(&name(&quarter.row))).max();
        let mut columns = vec![Column::new(
            words.t("quarters-quarter"),
            Width::Fixed(names.unwrap_or(0)),
        )];
        columns.extend(amounts.iter().map(|(head, spare, amount)| {
            let head = words.t(head);
            let widest = quarters
                .iter()
                .map(|quarter| width(&words.mill(amount(&quarter.row, &quarter.band))));
            let wide = widest.max().unwrap_or(0).max(width(&head));
            Column::new(head, Width::Fixed(wide)).right().spare(*spare)
        }));
        let head = words.t("quarters-risk");
        let wide = width(&head).max(7);
        columns.push(Column::new(head, Width::Fixed(wide)).right().spare(1));
        let what_if = self.knobs.is_on();
        let cells = |SavedQuarter { row, band }: &SavedQuarter| -> Vec<CellText> {
            let plain = if what_if {
                ctx.theme.what_if_line()
            } else {
                ctx.theme.plain()
            };
            let mut cells = vec![(name(row), ctx.theme.plain())];
            cells.extend(amounts.iter().map(|(_, _, amount)| {
                let amount = amount(row, band);
                (words.mill(amount), style(amount, plain, ctx))
            }));
            let risk = if band.p_below_reserve.is_zero() {
                ctx.theme.dim()
            } else {
                ctx.theme.warn()
            };
            cells.push((forecast_summary::likely(band.p_below_reserve, words), risk));
            cells
        };
        self.quarters
            .look("past-none", &columns, &cells)
            .focused(focused)
            .render(area, buf, ctx);
    }
}

/// What is nothing steps back.
fn style(amount: Ore, otherwise: Style, ctx: &Ctx<'_>) -> Style {
    if amount.is_zero() {
        ctx.theme.dim()
    } else if amount.is_negative() {
        ctx.theme.bad()
    } else {
        otherwise
    }
}

/// F1 in whole kroner.
fn sum(row: &Row, words: &Words) -> String {
    let flows = row.flows;
    phrase("quarters-sum")
        .with("quarter", words.quarter(row.quarter))
        .with("opening", words.amount(row.opening))
        .with("contributions", words.amount(flows.contributions))
        .with("state", words.amount(flows.state))
        .with("repayments", words.amount(flows.repayments))
        .with("other", words.amount(flows.other))
        .with("disbursements", words.amount(flows.disbursements))
        .with("costs", words.amount(flows.costs))
        .with("closing", words.kr(row.closing))
        .words(words)
}

/// What goes with it: the band, the risk, and what is still bound.
fn sides(row: &Row, band: &Band, words: &Words) -> String {
    phrase("quarters-sides")
        .with("low", words.amount(band.p10))
        .with("middle", words.amount(band.p50))
        .with("high", words.amount(band.p90))
        .with("outstanding", words.kr(row.outstanding_commitments))
        .words(words)
}
