//! A document on a screen: its sections as a page that scrolls, in two columns where there is room for them.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::present::document::Place;
use crate::present::lines::{Line, lines};
use crate::present::text::ascii;
use crate::present::{Document, Fact, Section, Tone};
use crate::tui::ctx::Ctx;
use crate::tui::theme::Theme;
use crate::tui::widgets::area::inset;
use crate::tui::widgets::prose::Scroll;
use crate::tui::widgets::text::{fit, put, right, spans};
use crate::tui::widgets::thumb::thumb;

/// From this width on sections stand side by side.
const WIDE: u16 = 110;
/// Between two columns of text.
const GUTTER: u16 = 4;

/// The style of a tone.
#[must_use]
pub fn style(tone: Tone, theme: Theme) -> Style {
    match tone {
        Tone::Plain => theme.plain(),
        Tone::Strong => theme.strong(),
        Tone::Dim => theme.dim(),
        Tone::Accent => theme.accent(),
        Tone::Good => theme.good(),
        Tone::Warn => theme.warn(),
        Tone::Bad => theme.bad(),
        Tone::WhatIf => theme.what_if(),
    }
}

/// Draws the sections below the title, which the frame shows, from where the page is scrolled to.
pub fn draw(document: &Document, scroll: &Scroll, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let place = inset(area);
    // The last two columns are for the sign of how far down one has read.
    let room = place.width.saturating_sub(2);
    if area.width < WIDE {
        columns(
            &[(lines(&document.sections, room.into()), 0)],
            scroll,
            place,
            buf,
            ctx,
        );
        return;
    }
    let standing = |wanted: Place| {
        document
            .sections
            .iter()
            .filter(move |section| section.place == wanted)
    };
    let whole = lines(standing(Place::Whole), room.into());
    let rows = draw_lines(&whole, place, buf, ctx).saturating_add(u16::from(!whole.is_empty()));
    let below = Rect {
        y: place.y + rows.min(place.height),
        height: place.height.saturating_sub(rows),
        ..place
    };
    let half = (room - GUTTER) / 2;
    let left = lines(standing(Place::Left), half.into());
    let right = lines(standing(Place::Right), (room - GUTTER - half).into());
    columns(&[(left, 0), (right, half + GUTTER)], scroll, below, buf, ctx);
}

/// Draws sections from the top of an area. Returns the rows used.
pub fn sections<'s>(
    sections: impl IntoIterator<Item = &'s Section>,
    area: Rect,
    buf: &mut Buffer,
    ctx: &Ctx<'_>,
) -> u16 {
    draw_lines(&lines(sections, area.width.into()), area, buf, ctx)
}

/// Draws sections from the top of an area, without headings and blank lines between them where there is no room for those.
/// Returns the rows used.
pub fn fitted(all: Vec<Section>, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let spaced = lines(&all, area.width.into());
    if spaced.len() <= area.height.into() {
        return draw_lines(&spaced, area, buf, ctx);
    }
    sections([&Section::joined(all)], area, buf, ctx)
}

/// Draws sections from where the page is scrolled to. The last column is for the sign that there is more than there is room for.
pub fn scrolled(all: &[Section], scroll: &Scroll, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let room = usize::from(area.width.saturating_sub(1));
    let mut shown = lines(all, room);
    if shown.len() > area.height.into() {
        // A blank before the sign.
        shown = lines(all, room.saturating_sub(1));
    }
    columns(&[(shown, 0)], scroll, area, buf, ctx);
}

/// As [`scrolled`], without headings and blank lines between the sections where there is no room for those.
pub fn scrolled_tightly(all: Vec<Section>, scroll: &Scroll, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let room = usize::from(area.width.saturating_sub(1));
    if lines(&all, room).len() <= area.height.into() {
        return scrolled(&all, scroll, area, buf, ctx);
    }
    scrolled(&[Section::joined(all)], scroll, area, buf, ctx);
}

/// The text in the signs that the terminal has.
fn signs(text: &str, theme: Theme) -> Cow<'_, str> {
    if theme.ascii {
        ascii(text).into()
    } else {
        text.into()
    }
}

/// Draws facts whose values end at the right edge of an area. Returns the rows used.
pub fn figures(facts: &[Fact], area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let mut row = 0;
    for fact in facts.iter().take(area.height.into()) {
        let used = right(
            buf,
            area,
            row,
            &fact.value.text,
            style(fact.value.tone, ctx.theme),
        );
        let room = area.width.saturating_sub(used + 1);
        let label = fit(&fact.label, room, ctx.theme);
        put(buf, area, (area.x, area.y + row), room, &label, ctx.theme.dim());
        row += 1;
    }
    row
}

/// Draws lines from the top of an area. Returns the rows used.
pub fn draw_lines(lines: &[Line], area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let mut row = 0;
    for line in lines.iter().take(area.height.into()) {
        let pieces: Vec<(Cow<'_, str>, Style)> = line
            .iter()
            .map(|(text, tone)| (signs(text, ctx.theme), style(*tone, ctx.theme)))
            .collect();
        let pieces: Vec<(&str, Style)> = pieces
            .iter()
            .map(|(text, style)| (text.as_ref(), *style))
            .collect();
        spans(buf, area, row, &pieces);
        row += 1;
    }
    row
}

/// Draws columns side by side, scrolled together, with a sign at the right edge for the part in sight.
fn columns(columns: &[(Vec<Line>, u16)], scroll: &Scroll, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let longest = columns.iter().map(|(lines, _)| lines.len()).max().unwrap_or(0);
    let window = scroll.window(longest, area.height);
    for (lines, x) in columns {
        let place = Rect {
            x: area.x.saturating_add(*x),
            width: area.width.saturating_sub(*x),
            ..area
        };
        let seen = window.start.min(lines.len())..window.end.min(lines.len());
        draw_lines(&lines[seen], place, buf, ctx);
    }
    if longest > usize::from(area.height) && !area.is_empty() {
        thumb(window.start, longest, area, buf, ctx);
    }
}
