//! Parts of an area that many pictures are made of.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

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

/// The columns of a page's margin.
const MARGIN: Constraint = Constraint::Length(2);

/// An area with a margin of two columns at its left.
#[must_use]
pub fn inset(area: Rect) -> Rect {
    let [_, inside] = Layout::horizontal([MARGIN, Constraint::Fill(1)]).areas(area);
    inside
}

/// An area with a margin of two columns at its left and of one at its right.
#[must_use]
pub fn framed(area: Rect) -> Rect {
    let sides = [MARGIN, Constraint::Fill(1), Constraint::Length(1)];
    let [_, inside, _] = Layout::horizontal(sides).areas(area);
    inside
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
