//! A block of facts: a label and a value on each line, the values under one another.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::i18n::clean_prose;
use crate::tui::screen::Ctx;
use crate::tui::widgets::text::{fit, put, right, width, wrap};

/// A label and what it labels.
#[derive(Clone, Debug)]
pub struct Fact {
    pub label: String,
    pub value: String,
    pub style: Style,
}

impl Fact {
    #[must_use]
    pub fn new(label: String, value: impl Into<String>) -> Self {
        Fact {
            label,
            value: value.into(),
            style: Style::new(),
        }
    }

    #[must_use]
    pub fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }
}

/// Between label and value.
const GAP: u16 = 2;

fn label_width(facts: &[Fact], area: Rect) -> u16 {
    let widest = facts.iter().map(|fact| width(&fact.label)).max().unwrap_or(0);
    widest.min(area.width / 2)
}

/// Draws values at the left, broken into lines where they are long. Returns the rows used.
pub fn draw(facts: &[Fact], area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let labels = label_width(facts, area);
    let indent = (labels + GAP).min(area.width);
    let mut row = 0;
    for fact in facts {
        if row >= area.height {
            break;
        }
        let y = area.y + row;
        put(
            buf,
            area,
            (area.x, y),
            labels,
            &fit(&fact.label, labels, ctx.theme),
            ctx.theme.dim(),
        );
        for line in wrap(&clean_prose(&fact.value), area.width - indent) {
            if row >= area.height {
                break;
            }
            put(
                buf,
                area,
                (area.x + indent, area.y + row),
                area.width - indent,
                &line,
                fact.style,
            );
            row += 1;
        }
    }
    row
}

/// Draws figures: the values end at the right edge of the area. Returns the rows used.
pub fn figures(facts: &[Fact], area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
    let mut row = 0;
    for fact in facts.iter().take(usize::from(area.height)) {
        let used = right(buf, area, row, &fact.value, fact.style);
        let room = area.width.saturating_sub(used + 1);
        put(
            buf,
            area,
            (area.x, area.y + row),
            room,
            &fit(&fact.label, room, ctx.theme),
            ctx.theme.dim(),
        );
        row += 1;
    }
    row
}
