//! What a list says when it has no rows: that there is nothing, and what one could do about it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::i18n::Phrase;
use crate::tui::ctx::Ctx;
use crate::tui::widgets::prose;

/// Draws the text in the middle of the area.
pub fn draw(text: &Phrase, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    prose::centred(&text.words(ctx.words), area, buf, ctx);
}
