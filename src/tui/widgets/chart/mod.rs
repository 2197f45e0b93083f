//! Amounts over time as lines of dots: braille, eight dots to a cell, or plain signs where only ASCII is drawn. The
//! amounts stand at the left edge at round figures, the years under the axis.

mod dots;
mod scale;
mod spark;

pub use spark::{scale as sparkline_scale, sparkline};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::money::Ore;
use crate::i18n::Words;
use crate::tui::ctx::Ctx;
use crate::tui::widgets::text::{put, width};
use dots::Dots;
use scale::{Amounts, Time};

/// One line of a chart.
#[derive(Clone, Debug)]
pub struct Line {
    pub values: Vec<Ore>,
    pub style: Style,
    /// The sign in ASCII; later lines are drawn over earlier ones.
    pub sign: &'static str,
    /// Every second dot only: what a line is compared with.
    pub dotted: bool,
}

/// Where the lines may come to lie: the room between two edges, filled.
#[derive(Clone, Debug)]
pub struct Fan {
    pub low: Vec<Ore>,
    pub high: Vec<Ore>,
}

/// The years under the points, which are quarters.
#[derive(Clone, Copy, Debug)]
pub struct Years {
    /// The first point that begins a year, and that year.
    pub at: usize,
    pub first: i16,
}

/// Lines over the same quarters, with the amounts in millions at the left edge.
#[derive(Clone, Debug, Default)]
pub struct Chart {
    /// Later lines are drawn over earlier ones, and all of them over the fan.
    pub lines: Vec<Line>,
    pub fan: Option<Fan>,
    /// A level drawn across, such as the reserve.
    pub level: Option<Ore>,
    pub years: Option<Years>,
}

/// From this height on there is an axis above the years.
const WITH_AXIS: u16 = 8;

impl Chart {
    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let under = self.under(area.height);
        let Some(amounts) = self.amounts(area.height.saturating_sub(under)) else {
            return;
        };
        let labels = amounts.labels(ctx.words);
        let widest = labels.iter().map(|(_, label)| width(label)).max();
        let gutter = widest.unwrap_or(0) + 1;
        if area.width < gutter + 4 || area.height < under + 2 {
            return;
        }
        let plot = Rect {
            x: area.x + gutter + 1,
            width: area.width - gutter - 1,
            height: area.height - under,
            ..area
        };
        let time = Time::of(self.points(), plot.width, self.years.is_some());
        let dots = Dots::new(plot, time, ctx.theme);
        for row in 0..plot.height {
            // An axis that doesn't begin at zero is broken.
            let broken = row + 1 == plot.height && amounts.foot() > 0;
            let edge = match (broken, ctx.theme.ascii) {
                (true, true) => "~",
                (true, false) => "≈",
                (false, _) => ctx.theme.marks.pipe,
            };
            put(buf, area, (plot.x - 1, plot.y + row), 1, edge, ctx.theme.dim());
        }
        let mut free = plot.bottom();
        for (amount, label) in &labels {
            let y = plot.y + dots.row_of(*amount, &amounts);
            if y < free {
                let x = area.x + gutter - 1 - width(label);
                put(buf, area, (x, y), gutter, label, ctx.theme.dim());
                free = y;
            }
        }
        if let Some(years) = self.years.filter(|_| under > 0) {
            time.draw(years, plot, area, buf, ctx);
        }
        self.plot(dots, plot, &amounts, buf, ctx);
    }

    /// Where the amounts begin, when that is above zero: then small things look large.
    #[must_use]
    pub fn begins_at(&self, height: u16, words: &Words) -> Option<String> {
        let amounts = self.amounts(height.saturating_sub(self.under(height)))?;
        let foot = amounts.labels(words).into_iter().next();
        foot.filter(|(amount, _)| amount.is_positive())
            .map(|(_, label)| label)
    }

    /// The rows that the axis and the years take.
    fn under(&self, height: u16) -> u16 {
        match (self.years, height) {
            (Some(_), WITH_AXIS..) => 2,
            (Some(_), 4..) => 1,
            _ => 0,
        }
    }

    fn points(&self) -> usize {
        self.lines.iter().map(|line| line.values.len()).max().unwrap_or(0)
    }

    fn amounts(&self, rows: u16) -> Option<Amounts> {
        let edges = self.fan.iter().flat_map(|fan| fan.low.iter().chain(&fan.high));
        let lines = self.lines.iter().flat_map(|line| &line.values);
        let all: Vec<i64> = lines.chain(edges).chain(&self.level).map(|v| v.ore()).collect();
        Some(Amounts::of(*all.iter().min()?, *all.iter().max()?, rows))
    }

    fn plot(&self, mut dots: Dots, plot: Rect, amounts: &Amounts, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(fan) = &self.fan {
            dots.fan(fan, amounts);
        }
        if let Some(level) = self.level {
            dots.level(level, amounts, ctx.theme.dim());
        }
        for line in &self.lines {
            dots.next_layer();
            dots.line(line, amounts);
        }
        dots.draw(plot, buf);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Modifier;

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
    fn round_amounts_stand_at_the_edge_and_years_under_the_axis() {
        let chart = Chart {
            lines: vec![line(&[100, 70, 50, 40, 45, 60, 80, 110, 140])],
            level: Some(Ore::kroner(20_000_000)),
            years: Some(Years { at: 1, first: 2019 }),
            fan: None,
        };
        insta::assert_snapshot!(testing::draw((40, 10), |area, buf, ctx| chart.render(area, buf, ctx)));
        insta::assert_snapshot!(testing::draw_ascii((40, 10), |area, buf, ctx| chart.render(area, buf, ctx)));
    }

    #[test]
    fn a_fan_lies_behind_the_line_and_opens_with_time() {
        let edges = [
            line(&[100, 60, 30, 20, 10, 20]),
            line(&[100, 80, 90, 110, 140, 180]),
        ];
        let [low, high] = edges.map(|line| line.values);
        let chart = Chart {
            lines: vec![line(&[100, 70, 50, 60, 90, 140])],
            fan: Some(Fan { low, high }),
            level: Some(Ore::kroner(20_000_000)),
            years: Some(Years { at: 3, first: 2019 }),
        };
        insta::assert_snapshot!(
            "fan",
            testing::draw((40, 10), |area, buf, ctx| chart.render(area, buf, ctx))
        );
        insta::assert_snapshot!(
            "fan_ascii",
            testing::draw_ascii((40, 10), |area, buf, ctx| chart.render(area, buf, ctx))
        );
    }

    #[test]
    fn a_line_is_told_from_its_fan_without_colour() {
        let flat = |kroner| line(&[kroner; 9]).values;
        let chart = Chart {
            lines: vec![line(&[50; 9])],
            fan: Some(Fan {
                low: flat(10),
                high: flat(90),
            }),
            ..Chart::default()
        };
        testing::draw((30, 9), |area, buf, ctx| {
            chart.render(area, buf, ctx);
            let column = (area.top()..area.bottom()).map(|y| &buf[(area.x + 10, y)]);
            let (line, ground): (Vec<_>, Vec<_>) = column
                .filter(|cell| cell.symbol() != " ")
                .partition(|cell| cell.symbol() != "█" && cell.symbol() != "▀" && cell.symbol() != "▄");
            assert_eq!(line.len(), 1);
            assert!(
                line[0].modifier.contains(Modifier::REVERSED),
                "dark on the ground"
            );
            assert!(ground.len() > 4 && ground.iter().all(|cell| cell.modifier == Modifier::DIM));
        });
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
                }),
                level: None,
                years: Some(Years { at: 1, first: 2019 }),
            };
            for width in 0..24 {
                for height in 0..6 {
                    testing::draw((width, height), |area, buf, ctx| chart.render(area, buf, ctx));
                }
            }
        }
    }
}
