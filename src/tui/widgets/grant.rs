//! The state's grant as a bar towards its cap, with what the sector still has to promise before it is released in
//! full (C3). The words say the same as the bar.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::capital::Capital;
use crate::tui::phrase::phrase;
use crate::tui::screen::Ctx;
use crate::tui::widgets::meter;
use crate::tui::widgets::text::{line, put, right, width};

/// The widest bar; a longer one is harder to read, not easier.
const LONGEST: u16 = 40;

/// What is said of the grant: released in full, or what is missing.
fn said(capital: &Capital, ctx: &Ctx<'_>) -> String {
    let missing = capital.missing_match();
    let text = if missing.is_positive() {
        phrase("grant-missing").with("missing", missing)
    } else {
        phrase("grant-full")
    };
    text.with("released", ctx.words.amount(capital.state.promised))
        .with("cap", capital.state.potential)
        .words(ctx.words)
}

/// Draws the bar and the words on two rows, or the words alone on one. Nothing for a fund without a state grant.
/// Returns the rows used.
pub fn draw(capital: &Capital, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    if !capital.state.potential.is_positive() || area.is_empty() {
        return 0;
    }
    let style = if capital.missing_match().is_positive() {
        ctx.theme.plain()
    } else {
        ctx.theme.good()
    };
    let label = ctx.words.t("grant-label");
    let room = area.width.saturating_sub(width(&label) + 2).min(LONGEST);
    let (part, whole) = (capital.state.promised.ore(), capital.state.potential.ore());
    let after = put(buf, area, (area.x, area.y), area.width, &label, ctx.theme.dim());
    if room >= 8 {
        let bar = meter::bar(part, whole, room, ctx.theme);
        put(buf, area, (area.x + after + 2, area.y), room, &bar, style);
    }
    let text = said(capital, ctx);
    let beside = Rect {
        x: area.x + (after + 2 + room + 2).min(area.width),
        width: area.width.saturating_sub(after + 2 + room + 2),
        ..area
    };
    if width(&text) <= beside.width {
        line(buf, beside, 0, &text, ctx.theme.plain(), ctx.theme);
        return 1;
    }
    if area.height < 2 {
        right(buf, beside, 0, &text, ctx.theme.plain());
        return 1;
    }
    line(buf, area, 1, &text, ctx.theme.plain(), ctx.theme);
    2
}
