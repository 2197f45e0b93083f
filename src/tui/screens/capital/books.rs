//! The books today: the table of sources with the state's grant, the sum of what is free, the indicators and the fund's
//! capital. How they come about stands beside them when it is asked for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Capital;
use crate::domain::capital;
use crate::present::Section;
use crate::present::capital::{Books, free, fund, indicators, sources, tranches};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::area::below;
use crate::tui::widgets::{document, grant};
use crate::usecases::views::forecast::ForecastData;

/// Where the money comes from, and the state's grant. Returns the rows used.
pub(super) fn draw_sources(capital: &capital::Capital, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let mut sources = sources(capital, ctx.words);
    sources.title.clear();
    let mut used = document::sections([&sources], area, buf, ctx) + 1;
    used += grant::draw(capital, below(area, used), buf, ctx) + 1;
    let tranches = Section::new("", vec![tranches(capital, ctx.words)]);
    used + document::sections([&tranches], below(area, used), buf, ctx)
}

impl Capital {
    /// What is free, with what is tried, the indicators and the fund's capital. Returns the rows used.
    pub(super) fn free(&self, forecast: &ForecastData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
        let (words, books) = (ctx.words, Books::from(forecast));
        let mut sections = vec![
            free(&books, words),
            indicators(&books, words),
            fund(books.capital, words),
        ];
        sections[0].title.clear();
        if !self.workings {
            sections.iter_mut().for_each(Section::drop_formulas);
        }
        document::fitted(sections, area, buf, ctx)
    }
}
