//! How the participants look: what they sum to, the state's grant, what is typed, and the list.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::rows::BY_INHABITANTS;
use super::{Derived, Participants};
use crate::present::participants::{COLUMNS, COUNTIES, COUNTY, INHABITANTS, summary};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::area::{below, inset};
use crate::tui::widgets::grant;
use crate::tui::widgets::list::{self, Column};
use crate::tui::widgets::listing::Steps;
use crate::tui::widgets::text::line;

impl Participants {
    pub(super) fn draw(&self, derived: &Derived, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let head = inset(area);
        let mut used = 0;
        if area.height > 7 {
            let text = summary(&derived.tally, ctx.words);
            line(buf, head, 0, &text, ctx.theme.strong(), ctx.theme);
            used = 1 + grant::draw(&derived.capital, below(head, 1), buf, ctx);
        }
        if used > 0 && (self.by_county || !self.list.is_searched()) {
            used += 1;
        }
        let rest = below(area, used);
        if self.by_county {
            self.counties
                .render(COUNTIES, "participants-none", rest, buf, ctx);
            return;
        }
        let columns = self.columns(ctx);
        self.list
            .look("participants-none", &columns, &|line| {
                list::cells(COLUMNS, line, ctx)
            })
            .render(rest, buf, ctx);
    }

    /// What there is no room for goes: the inhabitants first, unless the list is sorted by them; the county stays where one
    /// searches, for what is found may stand in it.
    fn columns(&self, ctx: &Ctx<'_>) -> Vec<Column> {
        let mut columns = list::columns(COLUMNS, self.list.rows(), ctx);
        let [county, inhabitants] = [COUNTY, INHABITANTS].map(|head| ctx.words.t(head));
        let sorted_by_inhabitants = self.list.order() == BY_INHABITANTS;
        for column in &mut columns {
            if column.head == county && self.list.is_searched() {
                column.spare = 0;
            } else if column.head == county && sorted_by_inhabitants {
                column.spare = 3;
            } else if column.head == inhabitants && sorted_by_inhabitants {
                column.spare = 1;
            }
        }
        columns
    }
}
