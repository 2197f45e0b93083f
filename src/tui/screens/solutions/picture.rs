//! How a solution's page looks: what it is and how it is paid for, its money, the names of the parts, and one of them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use strum::VariantArray;

use super::detail::Detail;
use super::list::lines;
use super::section::Section;
use super::{below, inset};
use crate::i18n::phrase;
use crate::present::solutions;
use crate::tui::ctx::Ctx;
use crate::tui::widgets::document;
use crate::tui::widgets::text::{fit, line, put};
use crate::usecases::views::solutions::SolutionData;

/// Columns of the money, and between it and what stands at its left.
const MONEY: u16 = 34;
const GUTTER: u16 = 3;
/// The widest that what a solution is, is read at.
const READABLE: u16 = 70;
/// Rows that are left to the parts, with their names.
const PARTS: u16 = 8;

impl Detail {
    pub(super) fn draw(&self, data: &SolutionData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let head = inset(area);
        let used = if area.height < PARTS + 6 {
            in_short(data, head, buf, ctx)
        } else {
            let room = Rect {
                height: area.height - PARTS,
                ..head
            };
            about(data, below(room, 1), buf, ctx) + 2
        };
        let parts = below(area, used);
        let named = if parts.height > 3 {
            self.names(data, parts, buf, ctx);
            2
        } else {
            0
        };
        self.table(data, below(parts, named), buf, ctx);
    }

    /// The parts by name, each with how much there is in it.
    fn names(&self, data: &SolutionData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let mut x = area.x + area.width.min(1);
        for section in Section::VARIANTS.iter().copied() {
            let count = match section {
                Section::Adopters => self.adopters.rows().len(),
                Section::Charges => self.charges.rows().len(),
                Section::Settlements => self.settlements.rows().len(),
            };
            let late = (section == Section::Charges).then_some(data.line.overdue.charges);
            let name = solutions::part(section.name(), count, late.unwrap_or(0), ctx.words);
            let (text, style) = if section == self.section {
                (format!("[{name}]"), ctx.theme.accent())
            } else {
                (format!(" {name} "), ctx.theme.plain())
            };
            // Where there is no room for all the names, the one that counts is there.
            if area.width < 60 && section != self.section {
                continue;
            }
            let room = area.right().saturating_sub(x);
            x += put(buf, area, (x, area.y), room, &fit(&text, room, ctx.theme), style) + 1;
        }
    }
}

/// What is overdue and what is outstanding, where there is no room for more. Returns the rows used.
fn in_short(data: &SolutionData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    if area.height < 8 {
        return 0;
    }
    let facts = [
        phrase("solutions-short-overdue").with("amount", data.line.overdue.amount),
        phrase("solutions-total-outstanding").with("amount", data.line.outstanding),
    ];
    let mut used = 0;
    for text in lines(facts.iter().map(|fact| fact.words(ctx.words)), area.width, ctx) {
        line(buf, area, used, &text, ctx.theme.strong(), ctx.theme);
        used += 1;
    }
    used
}

/// What it is at the left, its money at the right; under one another where it is narrow. Returns the rows used.
fn about(data: &SolutionData, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let about = solutions::about(&data.line, data.base, ctx.words);
    let Some(left) = area
        .width
        .checked_sub(MONEY + GUTTER + 2)
        .filter(|left| *left > 30)
    else {
        return document::sections(&about, area, buf, ctx);
    };
    let [what, money] = about;
    let left = Rect {
        width: left.min(READABLE),
        ..area
    };
    let right = Rect {
        x: left.right() + GUTTER,
        width: MONEY,
        ..area
    };
    let used = document::sections([&what], left, buf, ctx);
    used.max(document::sections([&money], right, buf, ctx))
}
