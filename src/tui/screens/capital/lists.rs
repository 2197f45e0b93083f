//! The two lists of the capital: every commitment and what is left of it, and the disbursements that wait or are to be paid.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Capital;
use crate::present::commitments::{COMMITMENTS, WAITING, committed, sum_of_open, waiting};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::area::{below, inset};
use crate::tui::widgets::list;
use crate::tui::widgets::text::{first_that_fits, line};

/// The rows above a list, with what it sums to.
fn sums(texts: &[String], area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> Rect {
    let texts = texts.iter().filter(|text| !text.is_empty());
    let mut rows = 0;
    for text in texts {
        if area.height < rows + 5 {
            break;
        }
        line(buf, inset(area), rows, text, ctx.theme.plain(), ctx.theme);
        rows += 1;
    }
    below(area, if rows == 0 { 0 } else { rows + 1 })
}

impl Capital {
    pub(super) fn commitments_list(&self, focused: bool, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let (words, lines) = (ctx.words, self.commitments.rows());
        let standings = || lines.iter().map(|line| line.standing);
        let area = if self.wide.get() || lines.is_empty() {
            area
        } else {
            let texts = committed(standings(), words);
            let text = first_that_fits(texts, area.width.saturating_sub(2));
            sums(&[text, waiting(lines, words)], area, buf, ctx)
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
            let open = lines.iter().map(|line| &line.disbursement);
            sums(&[sum_of_open(open, words)], area, buf, ctx)
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
