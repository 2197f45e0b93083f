//! The participants by county: how many have joined and paid, and what it comes to.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Participants;
use crate::tui::screen::Ctx;
use crate::tui::widgets::list::{CellText, Column, Width, amounts};
use crate::usecases::views::participation::CountyLine;

impl Participants {
    pub(super) fn draw_counties(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let (words, theme, counties) = (ctx.words, ctx.theme, self.counties.rows());
        let count = |key: &'static str| Column::new(words.t(key), Width::Fixed(9)).right();
        let given = || counties.iter().map(|county| county.tally.given);
        let columns = [
            Column::new(words.t("participants-col-number"), Width::Fixed(3)).spare(5),
            Column::new(words.t("participants-col-county"), Width::Flex(12)),
            count("participants-col-invited"),
            count("participants-col-joined"),
            count("participants-col-has-paid").spare(3),
            amounts(
                "participants-col-promised",
                given().map(|given| given.promised),
                ctx,
            ),
            amounts("participants-col-received", given().map(|given| given.paid), ctx).spare(4),
        ];
        let cells = |county: &CountyLine| -> Vec<CellText> {
            let tally = county.tally;
            let all = tally.paid == tally.invited;
            vec![
                (county.number.clone(), theme.dim()),
                (county.name.clone(), theme.plain()),
                (tally.invited.to_string(), theme.plain()),
                (tally.joined.to_string(), theme.plain()),
                (
                    tally.paid.to_string(),
                    if all { theme.good() } else { theme.plain() },
                ),
                (words.amount(tally.given.promised), theme.plain()),
                (words.amount(tally.given.paid), theme.plain()),
            ]
        };
        self.counties
            .look("cli-participants-none", &columns, &cells)
            .render(area, buf, ctx);
    }
}
