//! The two lists of the capital: every commitment and what is left of it, and the disbursements that wait or are to be paid.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Capital;
use crate::domain::commitment::Standing;
use crate::domain::money::Ore;
use crate::i18n::Words;
use crate::i18n::phrase;
use crate::tui::screen::Ctx;
use crate::tui::widgets::list::{CellText, Column, Width, amounts};
use crate::tui::widgets::text::{first_that_fits, line, width};
use crate::usecases::views::capital_board::{CommitmentLine, DisbursementLine};

/// The row above a list, with what it sums to.
fn sums(text: &str, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> Rect {
    if area.height < 5 {
        return area;
    }
    let place = Rect {
        x: area.x + area.width.min(2),
        width: area.width.saturating_sub(2),
        ..area
    };
    line(buf, place, 0, text, ctx.theme.plain(), ctx.theme);
    Rect {
        y: area.y + 2,
        height: area.height - 2,
        ..area
    }
}

/// What the columns sum to, as the sum that they are.
fn of_commitments(standings: impl Iterator<Item = Standing>, room: u16, words: &Words) -> String {
    let mut sum = Standing::default();
    for standing in standings {
        sum.committed += standing.committed;
        sum.disbursed += standing.disbursed;
        sum.released += standing.released;
    }
    let said = |key| {
        phrase(key)
            .with("committed", words.amount(sum.committed))
            .with("disbursed", words.amount(sum.disbursed))
            .with("released", words.amount(sum.released))
            .with("left", sum.outstanding())
            .words(words)
    };
    let keys = ["capital-commitments-sum", "capital-commitments-sum-short"];
    first_that_fits(keys.map(said), room.saturating_sub(2))
}

/// What waits, and what is approved and to be paid later.
fn of_disbursements(lines: &[DisbursementLine], words: &Words) -> String {
    let said = [("capital-waiting-total", true), ("capital-ahead-total", false)].map(|(key, waits)| {
        let lines = lines.iter().filter(|line| line.disbursement.waits() == waits);
        let amount: Ore = lines.clone().map(|line| line.disbursement.amount).sum();
        let count = lines.count();
        let text = phrase(key).with("count", count).with("amount", amount);
        (count > 0).then(|| text.words(words))
    });
    said.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

impl Capital {
    pub(super) fn commitments_list(&self, focused: bool, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let (words, theme, lines) = (ctx.words, ctx.theme, self.commitments.rows());
        let standings = || lines.iter().map(|line| line.standing);
        let area = if self.wide.get() || lines.is_empty() {
            area
        } else {
            sums(&of_commitments(standings(), area.width, words), area, buf, ctx)
        };
        let columns = [
            Column::new(words.t("capital-col-ref"), Width::Fixed(7)),
            Column::new(words.t("capital-col-proposal"), Width::Flex(20)),
            amounts("capital-col-committed", standings().map(|s| s.committed), ctx),
            amounts("capital-col-disbursed", standings().map(|s| s.disbursed), ctx).spare(1),
            amounts("capital-col-released", standings().map(|s| s.released), ctx).spare(2),
            amounts("capital-col-left", standings().map(|s| s.outstanding()), ctx),
            Column::new(words.t("capital-col-next"), Width::Fixed(10))
                .right()
                .spare(3),
        ];
        let cells = |line: &CommitmentLine| -> Vec<CellText> {
            let amount = |amount: Ore| (words.amount(amount), theme.plain());
            let left = line.standing.outstanding();
            let done = if left.is_zero() {
                theme.dim()
            } else {
                theme.strong()
            };
            let next = line
                .next
                .map(|next| words.column_date(next.due_on))
                .unwrap_or_default();
            vec![
                (line.reference.to_string(), theme.plain()),
                (line.title.clone(), theme.plain()),
                amount(line.standing.committed),
                amount(line.standing.disbursed),
                amount(line.standing.released),
                (words.amount(left), done),
                (next, theme.dim()),
            ]
        };
        self.commitments
            .look("capital-no-commitments", &columns, &cells)
            .focused(focused)
            .render(area, buf, ctx);
    }

    pub(super) fn disbursements_list(&self, focused: bool, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let (words, theme, lines) = (ctx.words, ctx.theme, self.disbursements.rows());
        let all = || lines.iter().map(|line| line.disbursement.amount);
        let area = if self.wide.get() || lines.is_empty() {
            area
        } else {
            sums(&of_disbursements(lines, words), area, buf, ctx)
        };
        // What each row is needs saying only where they differ.
        let mixed = lines.iter().any(|line| !line.disbursement.waits());
        let states = ["capital-state-waits", "capital-state-approved"].map(|key| words.t(key));
        let mut columns = vec![
            Column::new(words.t("capital-col-id"), Width::Fixed(4)).right(),
            Column::new(words.t("capital-col-ref"), Width::Fixed(7)),
            Column::new(words.t("capital-col-proposal"), Width::Flex(16)).spare(1),
            amounts("capital-col-amount", all(), ctx),
            Column::new(words.t("capital-col-pay-on"), Width::Fixed(10)).right(),
            Column::new(words.t("capital-col-registered-by"), Width::Flex(13)).spare(if mixed {
                2
            } else {
                0
            }),
            Column::new(words.t("capital-col-registered-on"), Width::Fixed(10))
                .right()
                .spare(3),
        ];
        if mixed {
            let wide = states.iter().map(|state| width(state)).max().unwrap_or(0);
            columns.insert(5, Column::new(words.t("capital-col-state"), Width::Fixed(wide)));
        }
        let cells = |line: &DisbursementLine| -> Vec<CellText> {
            let one = &line.disbursement;
            let [waits, approved] = &states;
            let state = if one.waits() {
                (waits.clone(), theme.warn())
            } else {
                (approved.clone(), theme.good())
            };
            let mut cells = vec![
                (one.id.to_string(), theme.plain()),
                (one.reference.to_string(), theme.plain()),
                (line.title.clone(), theme.plain()),
                (words.amount(one.amount), theme.strong()),
                (words.column_date(one.pay_on), theme.plain()),
            ];
            cells.extend(mixed.then_some(state));
            cells.extend([
                (line.registered_by.clone(), theme.plain()),
                (words.column_date(one.registered_on), theme.dim()),
            ]);
            cells
        };
        self.disbursements
            .look("capital-none-waiting", &columns, &cells)
            .focused(focused)
            .render(area, buf, ctx);
    }
}
