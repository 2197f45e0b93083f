//! The mark at the edge of what scrolls.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::ctx::Ctx;
use crate::tui::widgets::text::put;

/// A sign at the right edge for the part of the list in sight. It stands still while the page does.
pub(in crate::tui::widgets) fn thumb(top: usize, lines: usize, body: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    let rows = usize::from(body.height);
    let tall = (rows * rows / lines).clamp(1, rows);
    let room = rows - tall;
    let past = lines.saturating_sub(rows).max(1);
    let from = (top * room).div_ceil(past).min(room);
    for row in from..from + tall {
        let y = body.y + u16::try_from(row).unwrap_or(0);
        put(
            buf,
            body,
            (body.right() - 1, y),
            1,
            ctx.theme.marks.thumb,
            ctx.theme.dim(),
        );
    }
}
