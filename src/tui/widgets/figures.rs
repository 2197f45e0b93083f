//! A small table of figures that is read as a whole: labels at the left, figures in columns under their heads, sums
//! under a rule. It takes the room it needs and no more, and a figure that doesn't fit in full isn't drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::screen::Ctx;
use crate::tui::widgets::text::{fit, put, right, width};

/// Between two columns.
const GAP: u16 = 3;
/// The least of a label that is still read.
const LEAST_LABEL: u16 = 14;

/// One line of the table.
#[derive(Clone, Debug)]
enum Line {
    Figures {
        label: String,
        cells: Vec<String>,
        style: Style,
    },
    Rule,
}

/// The table.
#[derive(Debug, Default)]
pub struct Figures {
    heads: Vec<String>,
    lines: Vec<Line>,
}

impl Figures {
    /// A table with a head over each column of figures.
    #[must_use]
    pub fn headed(heads: Vec<String>) -> Self {
        Figures {
            heads,
            lines: Vec::new(),
        }
    }

    /// A line of figures, one for each column.
    pub fn line(&mut self, label: String, cells: Vec<String>, style: Style) {
        self.lines.push(Line::Figures { label, cells, style });
    }

    /// The line under which a sum stands.
    pub fn rule(&mut self) {
        self.lines.push(Line::Rule);
    }

    fn cells(&self) -> impl Iterator<Item = &[String]> {
        let lines = self.lines.iter().filter_map(|line| match line {
            Line::Figures { cells, .. } => Some(cells.as_slice()),
            Line::Rule => None,
        });
        std::iter::once(self.heads.as_slice()).chain(lines)
    }

    /// The width of each column.
    fn columns(&self) -> Vec<u16> {
        let count = self.cells().map(<[String]>::len).max().unwrap_or(0);
        let widest = |at: usize| {
            self.cells()
                .filter_map(|cells| cells.get(at))
                .map(|cell| width(cell))
                .max()
                .unwrap_or(0)
        };
        (0..count).map(widest).collect()
    }

    fn labels(&self) -> u16 {
        let labels = self.lines.iter().map(|line| match line {
            Line::Figures { label, .. } => width(label),
            Line::Rule => 0,
        });
        labels.max().unwrap_or(0)
    }

    /// Columns of the whole table where there is room for it.
    #[must_use]
    pub fn width(&self) -> u16 {
        self.labels() + self.columns().iter().map(|wide| wide + GAP).sum::<u16>()
    }

    /// Draws the table from the top left of the area. Returns the rows used.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) -> u16 {
        let columns = self.columns();
        // As many columns as there is room for beside the least of the labels; what is left is the labels'.
        let least = self.labels().min(LEAST_LABEL).min(area.width);
        let mut wanted = 0;
        let fitting: Vec<u16> = columns
            .into_iter()
            .take_while(|wide| {
                wanted += GAP + wide;
                least + wanted <= area.width
            })
            .collect();
        let beside: u16 = fitting.iter().map(|wide| GAP + wide).sum();
        let labels = self.labels().min(area.width - beside);
        let mut x = labels;
        let ends: Vec<(u16, u16)> = fitting
            .into_iter()
            .map(|wide| {
                x += GAP + wide;
                (x, wide)
            })
            .collect();
        let whole = ends.last().map_or(labels, |(end, _)| *end);
        let mut row = 0;
        if self.heads.iter().any(|head| !head.is_empty()) {
            cells(&self.heads, &ends, (area, row), ctx.theme.dim(), buf);
            row += 1;
        }
        for line in &self.lines {
            if row >= area.height {
                break;
            }
            match line {
                Line::Rule => {
                    let dashes = ctx.theme.marks.dash.repeat(usize::from(whole));
                    put(buf, area, (area.x, area.y + row), whole, &dashes, ctx.theme.dim());
                }
                Line::Figures {
                    label,
                    cells: figures,
                    style,
                } => {
                    let text = fit(label, labels, ctx.theme);
                    put(buf, area, (area.x, area.y + row), labels, &text, *style);
                    cells(figures, &ends, (area, row), *style, buf);
                }
            }
            row += 1;
        }
        row.min(area.height)
    }
}

/// Writes the cells of one line, each ending where its column ends.
fn cells(texts: &[String], ends: &[(u16, u16)], (area, row): (Rect, u16), style: Style, buf: &mut Buffer) {
    if row >= area.height {
        return;
    }
    for (text, (end, wide)) in texts.iter().zip(ends) {
        let place = Rect {
            x: area.x + end - wide,
            width: *wide,
            ..area
        };
        right(buf, place, row, text, style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing::draw;

    fn table() -> Figures {
        let mut table = Figures::headed(vec!["Lovet".into(), "Betalt".into()]);
        table.line(
            "Kommuner".into(),
            vec!["1 000".into(), "900".into()],
            Style::new(),
        );
        table.line("KS".into(), vec!["40".into(), "0".into()], Style::new());
        table.rule();
        table.line("Sum".into(), vec!["1 040".into(), "900".into()], Style::new());
        table
    }

    #[test]
    fn figures_stand_under_one_another_and_the_sum_under_a_rule() {
        insta::assert_snapshot!(draw((40, 6), |area, buf, ctx| {
            assert_eq!(table().draw(area, buf, ctx), 5);
        }), @r"
                   Lovet   Betalt
        Kommuner   1 000      900
        KS            40        0
        ─────────────────────────
        Sum        1 040      900
        ");
    }

    #[test]
    fn a_figure_is_whole_or_not_there_at_all() {
        for wide in 0..30 {
            for tall in 0..7 {
                let drawn = draw((wide, tall), |area, buf, ctx| {
                    table().draw(area, buf, ctx);
                });
                for line in drawn.lines().skip(1) {
                    assert!(!line.contains('1') || line.contains("1 0"), "{drawn}");
                }
            }
        }
    }
}
