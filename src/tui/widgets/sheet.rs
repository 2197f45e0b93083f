//! A form at the foot of a screen that stays in sight above it, for one or two fields.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::i18n::Phrase;
use crate::tui::ctx::Ctx;
use crate::tui::widgets::area::inset;
use crate::tui::widgets::form::Form;
use crate::tui::widgets::text::{fit, put};

/// Draws the form below a ruled title in the last rows of the area, and returns the room above it.
pub fn draw(title: &Phrase, form: &Form, rows: u16, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> Rect {
    let tall = rows.saturating_add(1).min(area.height);
    let above = Rect {
        height: area.height - tall,
        ..area
    };
    if tall == 0 {
        return above;
    }
    let y = above.bottom();
    rule(&title.words(ctx.words), Rect { y, height: 1, ..area }, buf, ctx);
    let place = Rect {
        y: y + 1,
        height: tall - 1,
        ..inset(area)
    };
    form.render(place, buf, ctx);
    above
}

/// Draws a dim line across with a title in it.
pub fn rule(title: &str, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let line = ctx.theme.marks.dash.repeat(usize::from(area.width));
    let at = (area.x, area.y);
    put(buf, area, at, area.width, &line, ctx.theme.dim());
    if area.width > 6 && !title.is_empty() {
        let room = area.width - 4;
        let title = format!(" {} ", fit(title, room - 2, ctx.theme));
        put(buf, area, (area.x + 2, area.y), room, &title, ctx.theme.strong());
    }
}
