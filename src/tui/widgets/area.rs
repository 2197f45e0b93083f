//! Parts of an area that many pictures are made of.

use ratatui::layout::Rect;

/// What is left of an area below its first rows.
#[must_use]
pub fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// An area with a margin of two columns at its left.
#[must_use]
pub fn inset(area: Rect) -> Rect {
    let margin = area.width.min(2);
    Rect {
        x: area.x + margin,
        width: area.width - margin,
        ..area
    }
}
