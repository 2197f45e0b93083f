//! The two lists of the capital: every commitment and what is left of it, and the disbursements that wait or are to be paid.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Capital;
use crate::domain::commitment::Standing;
use crate::domain::money::Ore;
use crate::i18n::Words;
use crate::i18n::phrase;
use crate::present::commitments::{COMMITMENTS, WAITING};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::area::inset;
use crate::tui::widgets::list;
use crate::tui::widgets::text::{first_that_fits, line};
use crate::usecases::views::capital_board::DisbursementLine;

/// The row above a list, with what it sums to.
fn sums(text: &str, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> Rect {
    if area.height < 5 {
        return area;
    }
    line(buf, inset(area), 0, text, ctx.theme.plain(), ctx.theme);
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
    let texts = |key| {
        phrase(key)
            .with("committed", words.amount(sum.committed))
            .with("disbursed", words.amount(sum.disbursed))
            .with("released", words.amount(sum.released))
            .with("left", sum.outstanding())
            .words(words)
    };
    let keys = ["capital-commitments-sum", "capital-commitments-sum-short"];
    first_that_fits(keys.map(texts), room.saturating_sub(2))
}

/// What waits, and what is approved and to be paid later.
fn of_disbursements(lines: &[DisbursementLine], words: &Words) -> String {
    let texts = [("capital-waiting-total", true), ("capital-ahead-total", false)].map(|(key, waits)| {
        let lines = lines.iter().filter(|line| line.disbursement.waits() == waits);
        let amount: Ore = lines.clone().map(|line| line.disbursement.amount).sum();
        let count = lines.count();
        let text = phrase(key).with("count", count).with("amount", amount);
        (count > 0).then(|| text.words(words))
    });
    texts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

impl Capital {
    pub(super) fn commitments_list(&self, focused: bool, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let (words, lines) = (ctx.words, self.commitments.rows());
        let standings = || lines.iter().map(|line| line.standing);
        let area = if self.wide.get() || lines.is_empty() {
            area
        } else {
            sums(&of_commitments(standings(), area.width, words), area, buf, ctx)
        };
        let columns = list::columns(COMMITMENTS, lines, ctx);
        self.commitments
            .look("capital-no-commitments", &columns, &|line| {
                list::cells(COMMITMENTS, line, ctx)
            })
            .focused(focused)
            .render(area, buf, ctx);
    }

    pub(super) fn disbursements_list(&self, focused: bool, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let (words, lines) = (ctx.words, self.disbursements.rows());
        let area = if self.wide.get() || lines.is_empty() {
            area
        } else {
            sums(&of_disbursements(lines, words), area, buf, ctx)
        };
        let columns = list::columns(WAITING, lines, ctx);
        self.disbursements
            .look("capital-none-waiting", &columns, &|line| {
                list::cells(WAITING, line, ctx)
            })
            .focused(focused)
            .render(area, buf, ctx);
    }
}
