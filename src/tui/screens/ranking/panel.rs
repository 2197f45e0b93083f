//! The capital beside the list, or below it in two lines: what is on account, bound and free, what the line leaves, and
//! the payments by quarter that the plan would bring.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::picture::{Overlay, Picture};
use crate::domain::capital::Capital;
use crate::domain::money::Ore;
use crate::domain::plan::Outflow;
use crate::tui::phrase::phrase;
use crate::tui::screen::Ctx;
use crate::tui::widgets::chart::sparkline;
use crate::tui::widgets::facts::{Fact, figures};
use crate::tui::widgets::meter::bar;
use crate::tui::widgets::sheet::rule;
use crate::tui::widgets::text::{put, right, spans, width};

/// The columns of an amount in millions.
const AMOUNT: u16 = 7;

pub fn side(capital: &Capital, picture: &Picture, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    heading("ranking-capital", area, buf, ctx);
    let fact = |key: &str, amount: Ore| Fact::new(ctx.words.t(key), ctx.words.mill(amount));
    let mut facts = vec![
        fact("ranking-bank", capital.balances.bank),
        fact("ranking-bound", capital.outstanding_commitments),
    ];
    if capital.reserve.is_positive() {
        facts.push(fact("ranking-reserve", capital.reserve));
    }
    facts.push(fact("ranking-free", capital.free_on_hand).style(ctx.theme.strong()));
    facts.push(fact("ranking-free-after", picture.free_as_saved).style(ctx.theme.strong()));
    if let Some(overlay) = picture.overlay {
        facts.push(fact(overlay.key(), picture.plan.free_after).style(ctx.theme.what_if()));
    }
    // A row stays free for what is tried, so that the bars below stand still.
    let used = 1 + figures(&facts, below(area, 1), buf, ctx) + 1 + u16::from(picture.overlay.is_none());
    quarters(picture, below(area, used), buf, ctx);
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

fn heading(key: &str, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    if !area.is_empty() {
        let at = (area.x, area.y);
        put(buf, area, at, area.width, &ctx.words.t(key), ctx.theme.strong());
        right(buf, area, 0, &ctx.words.t("ranking-unit"), ctx.theme.dim());
    }
}

fn quarters(picture: &Picture, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let quarters = &picture.plan.quarters;
    let Some(heaviest) = picture.plan.heaviest() else {
        return;
    };
    if area.height < 5 {
        return;
    }
    heading("ranking-outflow", area, buf, ctx);
    // The head, a blank and the legend.
    let room = usize::from(area.height - 3);
    let all = quarters.len() <= room;
    let shown = if all { quarters.len() } else { room - 1 };
    let mut rest = below(area, 1);
    for quarter in &quarters[..shown] {
        quarter_row(*quarter, heaviest, rest, buf, ctx);
        rest = below(rest, 1);
    }
    let dim = ctx.theme.dim();
    if !all {
        let more = phrase("ranking-more-quarters").with("count", quarters.len() - shown);
        let more = more.words(ctx.words);
        put(buf, rest, (rest.x, rest.y), rest.width, &more, dim);
        rest = below(rest, 1);
    }
    let (known, planned) = ctx.theme.marks.meter;
    let (of_known, of_planned) = (ctx.words.t("ranking-known"), ctx.words.t("ranking-planned"));
    let legend = format!("{known} {of_known}  {planned} {of_planned}");
    let rest = below(rest, 1);
    put(buf, rest, (rest.x, rest.y), rest.width, &legend, dim);
}

/// A quarter's payments: what is promised filled, what the plan adds open, both on the scale of the heaviest.
fn quarter_row(flow: Outflow, heaviest: Outflow, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let name = ctx.words.quarter(flow.quarter);
    let used = put(buf, area, (area.x, area.y), area.width, &name, ctx.theme.dim()) + 2;
    right(buf, area, 0, &ctx.words.mill(flow.total()), ctx.theme.plain());
    let room = area.width.saturating_sub(used + AMOUNT + 1);
    let (known, planned) = ctx.theme.marks.meter;
    let scale = heaviest.total().ore();
    let filled = |amount: Ore| bar(amount.ore(), scale, room, ctx.theme).matches(known).count();
    let (promised, all) = (filled(flow.known), filled(flow.total()));
    let text = known.repeat(promised) + &planned.repeat(all.saturating_sub(promised));
    put(
        buf,
        area,
        (area.x + used, area.y),
        room,
        &text,
        ctx.theme.accent(),
    );
}

pub fn foot(capital: &Capital, picture: &Picture, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    rule(&ctx.words.t("ranking-foot"), Rect { height: 1, ..area }, buf, ctx);
    let indent = area.width.min(2);
    let inside = Rect {
        x: area.x + indent,
        width: area.width - indent,
        ..area
    };
    let fact = |key: &str, amount: Ore| format!("{} {}", ctx.words.t(key), ctx.words.mill(amount));
    let gap = format!(" {} ", ctx.theme.marks.dot);
    let bank = fact("ranking-foot-bank", capital.balances.bank);
    let bound = fact("ranking-foot-bound", capital.outstanding_commitments);
    let free = fact("ranking-foot-free", capital.free_on_hand);
    let after = fact("ranking-foot-after", picture.free_as_saved);
    let (plain, strong) = (ctx.theme.plain(), ctx.theme.strong());
    let mut pieces = vec![
        (bank.as_str(), plain),
        (&gap, plain),
        (&bound, plain),
        (&gap, plain),
        (&free, strong),
        (&gap, plain),
        (&after, plain),
    ];
    let tried = picture.overlay.map(|overlay| {
        let key = match overlay {
            Overlay::Draft => "ranking-foot-draft",
            Overlay::WhatIf | Overlay::Both => "ranking-state-what-if",
        };
        fact(key, picture.plan.free_after)
    });
    if let Some(tried) = &tried {
        pieces.extend([(gap.as_str(), plain), (tried.as_str(), ctx.theme.what_if())]);
    }
    spans(buf, inside, 1, &pieces);
    outflow(picture, below(inside, 2), buf, ctx);
}

/// All quarters in one row, and the heaviest in words.
fn outflow(picture: &Picture, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let quarters = &picture.plan.quarters;
    let (Some(heaviest), Some(first), Some(last)) =
        (picture.plan.heaviest(), quarters.first(), quarters.last())
    else {
        let none = ctx.words.t("ranking-no-outflow");
        put(buf, area, (area.x, area.y), area.width, &none, ctx.theme.dim());
        return;
    };
    let values: Vec<Ore> = quarters.iter().map(|quarter| quarter.total()).collect();
    let label = format!("{} ", ctx.words.t("ranking-foot-outflow"));
    let bars = sparkline(&values, 12, ctx.theme);
    let words = phrase("ranking-foot-quarters")
        .with("from", ctx.words.quarter(first.quarter))
        .with("to", ctx.words.quarter(last.quarter))
        .with("most", ctx.words.mill(heaviest.total()))
        .with("when", ctx.words.quarter(heaviest.quarter))
        .words(ctx.words);
    let room = area.width.saturating_sub(width(&label) + width(&bars) + 2);
    let words = if width(&words) <= room {
        words
    } else {
        String::new()
    };
    let pieces = [
        (label.as_str(), ctx.theme.plain()),
        (bars.as_str(), ctx.theme.accent()),
        ("  ", ctx.theme.plain()),
        (words.as_str(), ctx.theme.dim()),
    ];
    spans(buf, area, 0, &pieces);
}
