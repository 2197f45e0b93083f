//! Amounts over time as lines of dots: braille, eight dots to a cell, or plain signs where only ASCII is drawn.
//! Also the one-row form for narrow places.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::money::Ore;
use crate::tui::screen::Ctx;
use crate::tui::theme::Theme;
use crate::tui::widgets::text::{put, width};

/// One line of a chart.
#[derive(Clone, Debug)]
pub struct Line {
    pub values: Vec<Ore>,
    pub style: Style,
    /// The sign in ASCII; later lines are drawn over earlier ones.
    pub sign: &'static str,
    /// Every second dot only: the edges of a band.
    pub dotted: bool,
}

/// Where the lines may come to lie: the room between two edges, lightly filled.
#[derive(Clone, Debug)]
pub struct Fan {
    pub low: Vec<Ore>,
    pub high: Vec<Ore>,
    pub style: Style,
}

/// Lines over the same span of time, with the amounts in millions at the left edge.
#[derive(Clone, Debug, Default)]
pub struct Chart {
    /// Later lines are drawn over earlier ones, and all of them over the fan.
    pub lines: Vec<Line>,
    pub fan: Option<Fan>,
    /// A level drawn across, such as the reserve.
    pub level: Option<Ore>,
    /// What stands under a point, as far as there is room.
    pub ticks: Vec<(usize, String)>,
}

impl Chart {
    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let Some((low, high)) = self.span() else { return };
        let below = u16::from(!self.ticks.is_empty() && area.height > 3);
        let labels = [ctx.words.mill(Ore::new(high)), ctx.words.mill(Ore::new(low))];
        let gutter = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 1;
        if area.width < gutter + 4 || area.height < below + 2 {
            return;
        }
        let plot = Rect {
            x: area.x + gutter + 1,
            width: area.width - gutter - 1,
            height: area.height - below,
            ..area
        };
        let edge = ctx.theme.marks.pipe;
        for row in 0..plot.height {
            put(buf, area, (plot.x - 1, plot.y + row), 1, edge, ctx.theme.dim());
        }
        for (label, y) in labels.iter().zip([plot.top(), plot.bottom() - 1]) {
            let x = area.x + gutter - 1 - width(label);
            put(buf, area, (x, y), gutter, label, ctx.theme.dim());
        }
        if below > 0 {
            self.axis(plot, area, buf, ctx);
        }
        self.plot(plot, (low, high), buf, ctx);
    }

    /// The texts under the points; one that would touch the one before it, or be cut, is left out.
    fn axis(&self, plot: Rect, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let points = self.lines.iter().map(|line| line.values.len()).max().unwrap_or(0);
        let last = u64::try_from(points.saturating_sub(1)).unwrap_or(0).max(1);
        let mut free = plot.x;
        for (point, text) in &self.ticks {
            let along = u64::try_from(*point).unwrap_or(0).min(last) * u64::from(plot.width - 1) / last;
            let x = plot.x + u16::try_from(along).unwrap_or(0);
            if x < free || x + width(text) > plot.right() {
                continue;
            }
            put(buf, area, (x, plot.bottom()), plot.width, text, ctx.theme.dim());
            free = x + width(text) + 1;
        }
    }

    fn span(&self) -> Option<(i64, i64)> {
        let edges = self.fan.iter().flat_map(|fan| fan.low.iter().chain(&fan.high));
        let lines = self.lines.iter().flat_map(|line| &line.values);
        let all: Vec<i64> = lines.chain(edges).chain(&self.level).map(|v| v.ore()).collect();
        let (lowest, highest) = (*all.iter().min()?, *all.iter().max()?);
        Some((foot(lowest, highest), highest.max(1)))
    }

    fn plot(&self, plot: Rect, span: (i64, i64), buf: &mut Buffer, ctx: &Ctx<'_>) {
        let mut dots = Dots::new(plot, ctx.theme);
        if let Some(fan) = &self.fan {
            dots.fan(fan, span);
        }
        dots.next_layer();
        if let Some(level) = self.level {
            let y = dots.height_of(level, span);
            for x in (0..dots.wide).step_by(4) {
                dots.set(x, y, ctx.theme.dim(), "-");
            }
        }
        dots.next_layer();
        for line in &self.lines {
            dots.line(line, span);
        }
        dots.draw(plot, buf);
    }
}

/// A raster finer than the cells.
struct Dots {
    wide: usize,
    tall: usize,
    /// Columns and rows of dots in a cell.
    per: (usize, usize),
    cells: Vec<Cell>,
    columns: usize,
    layer: u8,
}

/// The dots of a cell, how they look, and the layer that drew them.
#[derive(Clone, Copy, Default)]
struct Cell {
    bits: u8,
    style: Style,
    sign: &'static str,
    layer: u8,
}

impl Dots {
    fn new(plot: Rect, theme: Theme) -> Self {
        let per = if theme.ascii { (1, 1) } else { (2, 4) };
        let (columns, rows) = (usize::from(plot.width), usize::from(plot.height));
        let cells = vec![Cell::default(); columns * rows];
        Dots {
            wide: columns * per.0,
            tall: rows * per.1,
            per,
            cells,
            columns,
            layer: 0,
        }
    }

    /// What is drawn from now on takes the place of what was drawn before in the same cell.
    fn next_layer(&mut self) {
        self.layer += 1;
    }

    /// Every second dot between the edges: a shade that the line stands out from.
    fn fan(&mut self, fan: &Fan, span: (i64, i64)) {
        let heights =
            |values: &[Ore]| -> Vec<usize> { values.iter().map(|v| self.height_of(*v, span)).collect() };
        let (low, high) = (heights(&fan.low), heights(&fan.high));
        for x in 0..self.wide {
            let edges = between(&high, x, self.wide, high.len()).zip(between(&low, x, self.wide, low.len()));
            let Some((top, bottom)) = edges.filter(|(top, bottom)| top < bottom) else {
                continue;
            };
            for y in top..=bottom {
                if self.per == (1, 1) || (x + y) % 2 == 0 {
                    self.set(x, y, fan.style, ":");
                }
            }
        }
    }

    fn height_of(&self, value: Ore, (low, high): (i64, i64)) -> usize {
        let (low, high) = (i128::from(low), i128::from(high));
        let steps = i128::try_from(self.tall.saturating_sub(1)).unwrap_or(0);
        let up = ((i128::from(value.ore()) - low) * steps + (high - low) / 2) / (high - low).max(1);
        self.tall - 1 - usize::try_from(up.clamp(0, steps)).unwrap_or(0)
    }

    fn line(&mut self, line: &Line, span: (i64, i64)) {
        let points = line.values.len();
        let heights: Vec<usize> = line.values.iter().map(|v| self.height_of(*v, span)).collect();
        let mut before: Option<usize> = None;
        for x in 0..self.wide {
            let Some(y) = between(&heights, x, self.wide, points) else {
                return;
            };
            let from = before.unwrap_or(y);
            before = Some(y);
            if line.dotted && x % 4 > 1 {
                continue;
            }
            // Steep lines stay whole: the column is filled from the last height to this one.
            let steep = if from < y {
                from + 1..=y
            } else {
                y..=from.saturating_sub(1).max(y)
            };
            for dot in if line.dotted { y..=y } else { steep } {
                self.set(x, dot, line.style, line.sign);
            }
        }
    }

    fn set(&mut self, x: usize, y: usize, style: Style, sign: &'static str) {
        const BITS: [[u8; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];
        let (column, row) = (x / self.per.0, y / self.per.1);
        let layer = self.layer;
        if let Some(cell) = self.cells.get_mut(row * self.columns + column) {
            let kept = if cell.layer == layer { cell.bits } else { 0 };
            *cell = Cell {
                bits: kept | BITS[x % self.per.0][y % self.per.1],
                style,
                sign,
                layer,
            };
        }
    }

    fn draw(&self, plot: Rect, buf: &mut Buffer) {
        for (i, cell) in self.cells.iter().enumerate().filter(|(_, cell)| cell.bits != 0) {
            // The raster was made from this area, so its cells are in it.
            let x = plot.x + u16::try_from(i % self.columns).unwrap_or(0);
            let y = plot.y + u16::try_from(i / self.columns).unwrap_or(0);
            let braille = char::from_u32(0x2800 + u32::from(cell.bits))
                .unwrap_or(' ')
                .to_string();
            let symbol = if self.per == (1, 1) {
                cell.sign
            } else {
                braille.as_str()
            };
            put(buf, plot, (x, y), 1, symbol, cell.style);
        }
    }
}

/// The height at a column, straight between the points on either side.
fn between(heights: &[usize], x: usize, wide: usize, points: usize) -> Option<usize> {
    if points < 2 || wide < 2 {
        return heights.first().copied();
    }
    let (at, rest) = ((x * (points - 1)) / (wide - 1), (x * (points - 1)) % (wide - 1));
    let from = *heights.get(at)?;
    let to = heights.get(at + 1).copied().unwrap_or(from);
    let (weight, whole) = (rest, wide - 1);
    Some((from * (whole - weight) + to * weight + whole / 2) / whole)
}

/// Where the scale begins: at zero, so that small things don't look large; but where everything lies in the upper half,
/// at a round amount below it, so that one can tell it apart at all. The amount stands at the edge of the chart.
fn foot(lowest: i64, highest: i64) -> i64 {
    if lowest <= 0 || lowest <= highest / 2 || lowest == highest {
        return lowest.min(0);
    }
    let mut step = 1;
    while step <= highest / 100 {
        step *= 10;
    }
    // A tenth of the height stays free below the lowest.
    let below = lowest - (highest - lowest) / 10;
    below / step * step
}

/// The same in one row: a bar for each value, on the same scale.
#[must_use]
pub fn sparkline(values: &[Ore], room: u16, theme: Theme) -> String {
    let room = usize::from(room);
    let high = values.iter().map(|v| v.ore()).max().unwrap_or(0);
    let low = foot(values.iter().map(|v| v.ore()).min().unwrap_or(0), high);
    let span = (i128::from(high) - i128::from(low)).max(1);
    let shown = values.len().min(room);
    (0..shown)
        .map(|i| {
            let value = values[i * values.len() / shown];
            let eighths = (i128::from(value.ore()) - i128::from(low)) * 7 / span + 1;
            theme.marks.bars[usize::try_from(eighths.clamp(1, 8)).unwrap_or(1)]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing;

    fn line(kroner: &[i64]) -> Line {
        let values = kroner.iter().map(|k| Ore::kroner(k * 1_000_000)).collect();
        Line {
            values,
            style: Style::new(),
            sign: "*",
            dotted: false,
        }
    }

    #[test]
    fn the_lowest_and_the_highest_amount_stand_at_the_edge() {
        let chart = Chart {
            lines: vec![line(&[100, 40, 60, 140])],
            level: Some(Ore::kroner(20_000_000)),
            ticks: ticks(&[(0, "2018"), (2, "2023"), (3, "2028")]),
            fan: None,
        };
        insta::assert_snapshot!(testing::draw((40, 8), |area, buf, ctx| chart.render(area, buf, ctx)));
        insta::assert_snapshot!(testing::draw_ascii((40, 8), |area, buf, ctx| chart.render(area, buf, ctx)));
    }

    fn ticks(ticks: &[(usize, &str)]) -> Vec<(usize, String)> {
        ticks.iter().map(|(at, text)| (*at, (*text).to_owned())).collect()
    }

    #[test]
    fn a_fan_lies_behind_the_line_and_opens_with_time() {
        let edges = [line(&[100, 30, 10, 20]), line(&[100, 50, 90, 180])];
        let [low, high] = edges.map(|line| line.values);
        let style = Style::new();
        let chart = Chart {
            lines: vec![line(&[100, 40, 60, 140])],
            fan: Some(Fan { low, high, style }),
            level: Some(Ore::kroner(20_000_000)),
            ticks: ticks(&[(0, "2018"), (1, "2019"), (2, "2020")]),
        };
        insta::assert_snapshot!(
            "fan",
            testing::draw((40, 8), |area, buf, ctx| chart.render(area, buf, ctx))
        );
        insta::assert_snapshot!(
            "fan_ascii",
            testing::draw_ascii((40, 8), |area, buf, ctx| chart.render(area, buf, ctx))
        );
    }

    #[test]
    fn any_size_and_any_amount_will_do() {
        let extreme = [Ore::new(i64::MIN / 2), Ore::new(i64::MAX / 2)];
        let wild = Line {
            values: extreme.to_vec(),
            ..line(&[])
        };
        for lines in [vec![], vec![line(&[])], vec![line(&[0])], vec![wild]] {
            let edges = lines.first().map(|line| line.values.clone()).unwrap_or_default();
            let chart = Chart {
                lines,
                fan: Some(Fan {
                    low: edges.clone(),
                    high: edges,
                    style: Style::new(),
                }),
                level: None,
                ticks: ticks(&[(0, ""), (1, "2018"), (9, "2019")]),
            };
            for width in 0..24 {
                for height in 0..6 {
                    testing::draw((width, height), |area, buf, ctx| chart.render(area, buf, ctx));
                }
            }
        }
    }

    #[test]
    fn the_scale_begins_at_zero_unless_everything_lies_in_the_upper_half() {
        for (lowest, highest, begins) in [
            (0, 100, 0),
            (-5, 100, -5),
            (50, 100, 0),
            (51, 100, 40),
            (17_700, 23_600, 17_000),
            (100, 100, 0),
            (i64::MAX / 2 + 2, i64::MAX, 4_100_000_000_000_000_000),
        ] {
            assert_eq!(foot(lowest, highest), begins, "{lowest} {highest}");
        }
    }

    #[test]
    fn a_sparkline_takes_the_room_it_gets() {
        let values: Vec<Ore> = (0..8).map(Ore::kroner).collect();
        assert_eq!(sparkline(&values, 8, Theme::new(false, false)), "▁▂▃▄▅▆▇█");
        assert_eq!(sparkline(&values, 4, Theme::new(false, true)), "1357");
        assert_eq!(sparkline(&[], 4, Theme::new(false, true)), "");
    }
}
