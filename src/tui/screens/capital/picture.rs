//! How the capital looks: one section under its name where there is little room, and two pages of sections where there is
//! more: what lies ahead, and what is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::books::draw_sources;
use super::{Capital, Section};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::area::{below, inset};
use crate::tui::widgets::text::{fit, line, put};
use crate::usecases::views::forecast::ForecastData;

/// Columns of the sources where they stand beside what is free.
const SOURCES: u16 = 68;
/// From this height on the quarters stand under the chart.
const TALL: u16 = 30;
/// Below this width only the name of the open section is there.
const NAMES: u16 = 76;

impl Capital {
    pub(super) fn draw(&self, forecast: &ForecastData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if area.is_empty() {
            return;
        }
        let body = if area.height > 3 {
            self.names(area, buf, ctx);
            below(area, 2)
        } else {
            area
        };
        match (self.wide.get(), self.focus().looks_ahead()) {
            (false, _) => self.one(self.section, forecast, body, buf, ctx),
            (true, true) if body.height >= TALL => self.page_ahead(forecast, body, buf, ctx),
            (true, true) => self.one(self.focus(), forecast, body, buf, ctx),
            (true, false) => self.page_of_books(forecast, body, buf, ctx),
        }
    }

    fn one(&self, section: Section, forecast: &ForecastData, body: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        match section {
            Section::Ahead => self.ahead(true, forecast, inset(body), buf, ctx),
            Section::Quarters => self.quarter_table(true, body, buf, ctx),
            Section::Sources => {
                draw_sources(&forecast.capital, inset(body), buf, ctx);
            }
            Section::Free => {
                self.free(forecast, inset(body), buf, ctx);
            }
            Section::Commitments => self.commitments_list(true, body, buf, ctx),
            Section::Waiting => self.disbursements_list(true, body, buf, ctx),
        }
    }

    /// The names of what Tab goes through, the open one in brackets. In a wide terminal the page of the books has its name
    /// before those of its parts.
    fn names(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let mut x = area.x + area.width.min(1);
        for section in self.parts().all() {
            let open = section == self.focus();
            // Where there is no room for all the names, the one that counts is there.
            if area.width < NAMES && !open {
                continue;
            }
            if self.wide.get() && section == Section::Commitments {
                let page = format!("{} {}:", ctx.theme.marks.pipe, ctx.words.t("capital-books"));
                x += put(buf, area, (x + 1, area.y), area.width, &page, ctx.theme.dim()) + 2;
            }
            let name = self.name(section, ctx);
            let (text, style) = if open {
                (format!("[{name}]"), ctx.theme.accent())
            } else {
                (format!(" {name} "), ctx.theme.plain())
            };
            let room = area.right().saturating_sub(x);
            if open && room > 1 {
                // Where a part has rows, the selected one takes the cursor further.
                ctx.point(x + 1, area.y);
            }
            x += put(buf, area, (x, area.y), room, &fit(&text, room, ctx.theme), style) + 1;
        }
        // On a page of sections the headings say it of each.
        if !self.wide.get() || self.focus().looks_ahead() {
            self.tag(self.focus(), area, x, buf, ctx);
        }
    }

    /// A part, and how many wait in it.
    fn name(&self, section: Section, ctx: &Ctx<'_>) -> String {
        let name = ctx.words.t(section.into());
        if section == Section::Waiting && self.waiting_count() > 0 {
            return format!("{name} ({})", self.waiting_count());
        }
        name
    }

    /// Whether the figures of a section are with what is tried or without it, while something is.
    fn tag(&self, section: Section, area: Rect, x: u16, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if !self.scenario.is_on() {
            return;
        }
        let (key, style) = if section.follows() {
            ("word-scenario", ctx.theme.what_if())
        } else {
            ("capital-as-it-is", ctx.theme.dim())
        };
        let room = area.right().saturating_sub(x);
        let text = fit(&ctx.words.t(key), room, ctx.theme);
        put(buf, area, (x, area.y), room, &text, style);
    }

    /// The forecast with its settings, and the quarters under it.
    fn page_ahead(&self, forecast: &ForecastData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let focus = self.focus();
        let upper = Rect {
            height: (area.height * 11 / 20).clamp(18, 26),
            ..area
        };
        self.ahead(focus == Section::Ahead, forecast, inset(upper), buf, ctx);
        let lower = below(area, upper.height + 1);
        self.heading(Section::Quarters, inset(lower), buf, ctx);
        let table = below(lower, 1);
        self.quarter_table(focus == Section::Quarters, table, buf, ctx);
    }

    /// Sources and what is free side by side, the two lists under them.
    fn page_of_books(&self, forecast: &ForecastData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let left = Rect {
            width: SOURCES,
            ..inset(area)
        };
        let right = Rect {
            x: left.right() + 3,
            width: area.right().saturating_sub(left.right() + 3),
            ..area
        };
        let mut tall = 0;
        for (section, side) in [(Section::Sources, left), (Section::Free, right)] {
            self.heading(section, side, buf, ctx);
            let place = below(side, 1);
            let used = match section {
                Section::Free => self.free(forecast, place, buf, ctx),
                _ => draw_sources(&forecast.capital, place, buf, ctx),
            };
            tall = tall.max(used);
        }
        let rest = below(area, tall + 2);
        // Name, head and rows, and a blank line after them. Each list is left a part of the room.
        let wanted = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(3);
        let least = wanted(self.disbursements.rows().len()).min((rest.height / 2).max(4));
        let upper = Rect {
            height: wanted(self.commitments.rows().len().max(3)).min(rest.height.saturating_sub(least)),
            ..rest
        };
        let lower = below(rest, upper.height);
        let focus = self.focus();
        self.heading(Section::Commitments, inset(upper), buf, ctx);
        self.commitments_list(focus == Section::Commitments, below(upper, 1), buf, ctx);
        self.heading(Section::Waiting, inset(lower), buf, ctx);
        self.disbursements_list(focus == Section::Waiting, below(lower, 1), buf, ctx);
    }

    fn heading(&self, section: Section, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let style = if self.focus() == section {
            ctx.theme.accent()
        } else {
            ctx.theme.strong()
        };
        let name = ctx.words.t(section.into());
        let used = line(buf, area, 0, &name, style, ctx.theme);
        self.tag(section, area, area.x + used + 2, buf, ctx);
    }
}
