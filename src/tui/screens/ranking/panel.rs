//! The capital beside the list, or below it in two lines: what is on account and bound, what is free by both methods now
//! and with what stands above the line, and the capital over time as it would be.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::picture::{Money, Picture, Tried};
use crate::domain::capital::Capital;
use crate::domain::forecast::Summary;
use crate::domain::money::Ore;
use crate::domain::scheme::Limit;
use crate::i18n::sentence;
use crate::present::capital::Free;
use crate::present::forecast;
use crate::present::{Fact, Tone};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::area::{below, inset};
use crate::tui::widgets::document::{figures, style};
use crate::tui::widgets::forecast_summary::{self, Names};
use crate::tui::widgets::prose;
use crate::tui::widgets::sheet::rule;
use crate::tui::widgets::text::{first_that_fits, put, right, spans, width, wrap};

/// From so many rows besides those of the texts on, the signs of the chart are told.
const WITH_LEGEND: u16 = 11;

/// What the fund has before anything above the line is committed.
pub(super) struct Before<'a> {
    pub capital: &'a Capital,
    /// K2.
    pub free_cash_flow: Ore,
    pub limit: Limit,
}

impl Before<'_> {
    fn free(&self) -> [Free; 2] {
        Free::both(self.capital.free_on_hand, self.free_cash_flow, self.limit)
    }

    /// The same with what stands above a line committed.
    fn after(&self, money: &Money) -> [Free; 2] {
        Free::both(money.free_on_hand, money.summary.free_cash_flow, self.limit)
    }
}

/// The method by its label; the one that counts is marked, and what the mark means is said under it.
fn name(free: Free, ctx: &Ctx<'_>) -> String {
    let mark = if free.limits { ctx.theme.marks.full } else { "" };
    format!("{mark}{}", ctx.words.t(free.short()))
}

/// What is tried looks so, unless it leaves less than nothing.
fn toned(free: Free, tried: bool, ctx: &Ctx<'_>) -> Style {
    match free.tone() {
        Tone::Bad => ctx.theme.bad(),
        _ if tried => ctx.theme.what_if(),
        tone => style(tone, ctx.theme),
    }
}

pub(super) fn side(before: &Before<'_>, picture: &Picture, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    heading("capital-tab", area, buf, ctx);
    let capital = before.capital;
    let fact = |key: &str, amount: Ore| Fact::of(key, ctx.words.mill(amount), ctx.words);
    let mut facts = vec![
        fact("word-in-the-bank", capital.balances.bank),
        fact("word-bound-in-commitments", capital.outstanding_commitments),
    ];
    if capital.reserve.is_positive() {
        facts.push(fact("ranking-reserve", capital.reserve));
    }
    let used = 1 + figures(&facts, below(area, 1), buf, ctx);
    let rest = below(area, used + 1);
    let used = free(before, picture, rest, buf, ctx) + 1;
    ahead(picture, below(rest, used), buf, ctx);
}

/// What is free by both methods: now, after the line, and with what is tried. Returns the rows used.
fn free(before: &Before<'_>, picture: &Picture, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let words = ctx.words;
    let now = before.free();
    let amounts = |free: [Free; 2], tried| free.map(|free| (words.mill(free.now), toned(free, tried, ctx)));
    let mut lines = vec![
        (
            sentence(&words.t("word-free")),
            now.map(|free| (name(free, ctx), ctx.theme.dim())),
        ),
        (words.t("ranking-free-now"), amounts(now, false)),
        (
            words.t("ranking-free-after"),
            amounts(before.after(&picture.saved), false),
        ),
    ];
    // A row stays free for what is tried, so that the chart below stands still.
    let tall = u16::try_from(lines.len()).unwrap_or(0) + 2;
    if let Some(what_if) = picture.overlay {
        lines.push((
            words.t(what_if.key()),
            amounts(before.after(&picture.tried), true),
        ));
    }
    let columns = [0, 1].map(|at| {
        lines
            .iter()
            .map(|(_, cells)| width(&cells[at].0))
            .max()
            .unwrap_or(0)
    });
    for (row, (label, cells)) in (0..area.height).zip(&lines) {
        let place = Rect {
            y: area.y + row,
            height: 1,
            ..area
        };
        right(buf, place, 0, &cells[1].0, cells[1].1);
        let left = Rect {
            width: place.width.saturating_sub(columns[1] + 2),
            ..place
        };
        right(buf, left, 0, &cells[0].0, cells[0].1);
        let room = left.width.saturating_sub(columns[0] + 1);
        put(buf, place, (place.x, place.y), room, label, ctx.theme.dim());
    }
    if area.height >= tall {
        let note = format!("{} {}", ctx.theme.marks.full, words.t("outlook-limits"));
        put(
            buf,
            area,
            (area.x, area.y + tall - 1),
            area.width,
            &note,
            ctx.theme.dim(),
        );
    }
    tall
}

/// The capital over time, and what one asks of it first.
fn ahead(picture: &Picture, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let Some(outlook) = &picture.outlook else { return };
    if area.height < 5 {
        return;
    }
    heading("ranking-ahead", area, buf, ctx);
    let texts = under_the_chart(picture, area.width, ctx);
    let rows = texts
        .iter()
        .map(|(text, _)| wrap(text, area.width).len())
        .sum::<usize>();
    let rows = u16::try_from(rows).unwrap_or(u16::MAX);
    let legend = u16::from(area.height > rows.saturating_add(WITH_LEGEND));
    let plot = Rect {
        height: area.height.saturating_sub(1 + legend + rows).min(18),
        ..below(area, 1)
    };
    let saved = picture.overlay.map(|_| picture.saved.summary.closings.as_slice());
    let chart = forecast_summary::chart(outlook, saved, ctx);
    chart.render(plot, buf, ctx);
    let mut rest = below(area, 1 + plot.height);
    if legend > 0 {
        let names = Names {
            expected: picture.overlay.map_or("word-expected", Tried::key),
            as_it_is: picture.overlay.map(|_| "ranking-as-saved"),
        };
        let begins = chart.begins_at(plot.height, ctx.words);
        let pieces = forecast_summary::legend(outlook, &names, begins, rest.width, ctx);
        let pieces: Vec<(&str, Style)> = pieces
            .iter()
            .map(|(text, style)| (text.as_str(), *style))
            .collect();
        spans(buf, rest, 0, &pieces);
        rest = below(rest, 1);
    }
    for (text, style) in texts {
        let used = prose::draw(&text, rest, buf, style);
        rest = below(rest, used);
    }
}

fn under_the_chart(picture: &Picture, room: u16, ctx: &Ctx<'_>) -> Vec<(String, Style)> {
    let words = ctx.words;
    let lowest = |of: Option<&str>, seen: &Summary| {
        let before = of.map(|key| format!("{}: ", words.t(key))).unwrap_or_default();
        let text = [
            forecast::lowest_in_millions(seen, words),
            forecast::lowest_alone(seen, words),
        ];
        first_that_fits(text.map(|text| format!("{before}{}", text.words(words))), room)
    };
    let seen = &picture.tried.summary;
    let (plain, dim) = (ctx.theme.plain(), ctx.theme.dim());
    let mut texts = Vec::new();
    match picture.overlay {
        Some(what_if) => {
            texts.push((lowest(Some(what_if.key()), seen), ctx.theme.what_if()));
            texts.push((lowest(Some("ranking-as-saved"), &picture.saved.summary), dim));
        }
        None => texts.push((lowest(None, seen), ctx.theme.strong())),
    }
    let (_, likely) = seen.riskiest;
    let risks = [
        forecast::risk(seen, words).words(words),
        forecast::likely(likely, words),
    ];
    let risk = first_that_fits(
        risks.map(|risk| format!("{}: {risk}", sentence(&words.t("word-below-the-reserve")))),
        room,
    );
    let style = if forecast::is_risky(seen) {
        ctx.theme.warn()
    } else {
        plain
    };
    texts.push((risk, style));
    texts
}

fn heading(key: &str, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    if !area.is_empty() {
        let at = (area.x, area.y);
        put(buf, area, at, area.width, &ctx.words.t(key), ctx.theme.strong());
        right(buf, area, 0, &ctx.words.t("ranking-unit"), ctx.theme.dim());
    }
}

pub(super) fn foot(before: &Before<'_>, picture: &Picture, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    rule(&ctx.words.t("ranking-foot"), Rect { height: 1, ..area }, buf, ctx);
    let inside = inset(area);
    foot_free(before, picture, inside, buf, ctx);
    foot_ahead(picture, below(inside, 2), buf, ctx);
}

/// `Ledig K1 50,0 → 6,0 ● · K2 62,1 → 18,4`: now, and with what stands above the line.
fn foot_free(before: &Before<'_>, picture: &Picture, inside: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let words = ctx.words;
    let marks = ctx.theme.marks;
    let plain = ctx.theme.plain();
    let mut pieces: Vec<(String, Style)> = vec![(sentence(&words.t("word-free")), plain)];
    let (saved, tried) = (before.after(&picture.saved), before.after(&picture.tried));
    for ((now, saved), tried) in before.free().into_iter().zip(saved).zip(tried) {
        pieces.push((
            format!("  {} {} {} ", name(now, ctx), words.mill(now.now), marks.arrow),
            plain,
        ));
        pieces.push((words.mill(saved.now), toned(saved, false, ctx)));
        if picture.overlay.is_some() {
            pieces.push((format!(" {} ", marks.arrow), plain));
            pieces.push((words.mill(tried.now), toned(tried, true, ctx)));
        }
    }
    if let Some(what_if) = picture.overlay {
        let key = match what_if {
            Tried::Draft => "word-draft",
            Tried::WhatIf | Tried::Both => "ranking-state-what-if",
        };
        pieces.push((format!("  {}", words.t(key)), ctx.theme.what_if()));
    } else {
        pieces.push((
            format!("  {} {}", marks.full, words.t("outlook-limits")),
            ctx.theme.dim(),
        ));
    }
    let pieces: Vec<(&str, Style)> = pieces
        .iter()
        .map(|(text, style)| (text.as_str(), *style))
        .collect();
    spans(buf, inside, 1, &pieces);
}

/// The expected closings in one row, the lowest of them in words, and the risk where there is room for it.
fn foot_ahead(picture: &Picture, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let words = ctx.words;
    let seen = &picture.tried.summary;
    let style = if picture.overlay.is_some() {
        ctx.theme.what_if_line()
    } else {
        ctx.theme.accent()
    };
    let bars = forecast_summary::bars(seen, 24, ctx.theme);
    let lowest = format!("  {}", forecast::lowest_in_millions(seen, words).words(words));
    let (_, likely) = seen.riskiest;
    let risk = format!(
        "  {}: {}",
        sentence(&words.t("word-below-the-reserve")),
        forecast::likely(likely, words)
    );
    let room = area.width.saturating_sub(width(&bars) + width(&lowest));
    let risk = if width(&risk) <= room { risk } else { String::new() };
    let risk_style = if forecast::is_risky(seen) {
        ctx.theme.warn()
    } else {
        ctx.theme.dim()
    };
    spans(
        buf,
        area,
        0,
        &[(&bars, style), (&lowest, ctx.theme.plain()), (&risk, risk_style)],
    );
}
