//! Parts of an area that many pictures are made of.

use ratatui::buffer::Buffer;
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

/// Lays a sheet that was drawn by itself over an area, from one of its rows on. ratatui's own `merge` counts cells in sixteen
/// bits, which a large terminal has more of.
pub fn lay(sheet: &Buffer, from: u16, area: Rect, buf: &mut Buffer) {
    let rows = area.height.min(sheet.area.height.saturating_sub(from));
    for y in 0..rows {
        for x in 0..area.width.min(sheet.area.width) {
            let place = (sheet.area.x + x, sheet.area.y + from + y);
            if let (Some(to), Some(cell)) = (buf.cell_mut((area.x + x, area.y + y)), sheet.cell(place)) {
                *to = cell.clone();
            }
        }
    }
}
