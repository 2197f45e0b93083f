//! The scales of a chart: round amounts at its left edge, and years that lie evenly under it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rust_decimal::Decimal;

use super::Years;
use crate::domain::money::Ore;
use crate::i18n::Words;
use crate::tui::ctx::Ctx;
use crate::tui::widgets::text::{put, width};

/// A million kroner in øre, and the smallest step: amounts are written with one decimal.
const MILLION: i128 = 100_000_000;
const LEAST_STEP: i128 = MILLION / 10;

/// From a round amount below the lowest to one above the highest, and the steps between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amounts {
    foot: i128,
    top: i128,
    step: i128,
}

impl Amounts {
    /// The smallest step of 1, 2 or 5 that leaves rows between the amounts.
    pub(super) fn of(lowest: i64, highest: i64, rows: u16) -> Amounts {
        let most = i128::from((rows.saturating_sub(1) / 3).clamp(3, 5));
        let (lowest, highest) = (i128::from(from_zero(lowest, highest)), i128::from(highest));
        let highest = highest.max(lowest + 1);
        let mut step = LEAST_STEP;
        for factor in [2, 5, 10].iter().cycle() {
            let (foot, top) = (lowest.div_euclid(step), -(-highest).div_euclid(step));
            if top - foot <= most {
                return Amounts {
                    foot: foot * step,
                    top: top * step,
                    step,
                };
            }
            // 1, 2, 5, and then ten times as much.
            step = match factor {
                5 => step / 2 * 5,
                _ => step * 2,
            };
        }
        unreachable!("the factors never end")
    }

    /// Where the amounts begin, in øre.
    pub(super) fn foot(&self) -> i64 {
        i64::try_from(self.foot).unwrap_or(i64::MIN)
    }

    /// The round amounts from the foot up, in millions.
    pub(super) fn labels(&self, words: &Words) -> Vec<(Ore, String)> {
        let places = u32::from(self.step % MILLION != 0);
        let steps = (self.top - self.foot) / self.step;
        let amounts = (0..=steps).filter_map(|at| i64::try_from(self.foot + at * self.step).ok());
        let label = |ore| words.decimal(Decimal::new(ore, 8), places);
        amounts.map(|ore| (Ore::new(ore), label(ore))).collect()
    }

    /// How far up an amount is, out of so many steps.
    pub(super) fn up(&self, amount: Ore, steps: usize) -> usize {
        let steps = i128::try_from(steps).unwrap_or(0);
        let span = self.top - self.foot;
        let up = ((i128::from(amount.ore()) - self.foot) * steps + span / 2) / span;
        usize::try_from(up.clamp(0, steps)).unwrap_or(0)
    }
}

/// Where amounts begin: at zero, so that small things don't look large; but where everything lies in the upper half, at
/// the lowest, so that one can tell them apart at all.
pub(super) fn from_zero(lowest: i64, highest: i64) -> i64 {
    if lowest <= highest / 2 || lowest == highest {
        lowest.min(0)
    } else {
        lowest
    }
}

/// Where quarters come to stand: a whole number of columns for so many of them that the years lie evenly.
#[derive(Clone, Copy, Debug)]
pub(super) struct Time {
    last: usize,
    columns: usize,
    quarters: usize,
}

/// Columns of a year and the blanks after it.
const LABEL: usize = 6;

impl Time {
    pub(super) fn of(points: usize, wide: u16, years: bool) -> Time {
        let last = points.saturating_sub(1).max(1);
        let room = usize::from(wide.saturating_sub(1)).max(1);
        if !years {
            return Time {
                last,
                columns: room,
                quarters: last,
            };
        }
        let every = |years: usize| Time {
            last,
            columns: (room * 4 * years / last).max(1),
            quarters: 4 * years,
        };
        let fits = [1, 2, 5]
            .map(every)
            .into_iter()
            .find(|time| time.columns >= LABEL);
        fits.unwrap_or_else(|| every(10))
    }

    /// How many dots the quarters take, when there are so many to a column.
    pub(super) fn dots(self, per: usize) -> usize {
        self.last * self.columns * per / self.quarters + 1
    }

    /// The point at or before a dot, and how far on to the next it is: so many parts of a whole.
    pub(super) fn point_at(self, dot: usize, per: usize) -> (usize, usize, usize) {
        let whole = self.columns * per;
        (dot * self.quarters / whole, dot * self.quarters % whole, whole)
    }

    /// The years in the last row, each under the quarter that it begins with, and an axis above them where there is room.
    pub(super) fn draw(self, years: Years, plot: Rect, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let (marks, dim) = (ctx.theme.marks, ctx.theme.dim());
        let last_row = area.bottom() - 1;
        let axis = plot.bottom() < last_row;
        if axis {
            let wide = u16::try_from(self.dots(1)).unwrap_or(u16::MAX).min(plot.width);
            let floor = format!("{}{}", marks.corners[2], marks.dash.repeat(usize::from(wide)));
            put(buf, area, (plot.x - 1, plot.bottom()), area.width, &floor, dim);
        }
        let every = self.quarters / 4;
        let names = (years.first..).zip((years.at..=self.last).step_by(4));
        for (year, point) in names.filter(|(year, _)| usize::try_from(*year).unwrap_or(0) % every == 0) {
            let x = plot.x + u16::try_from(point * self.columns / self.quarters).unwrap_or(u16::MAX);
            let text = year.to_string();
            // The quarter is over the second figure.
            let from = if axis { x - 1 } else { x };
            if from + width(&text) > area.right() {
                continue;
            }
            put(buf, area, (from, last_row), area.width, &text, dim);
            if axis {
                let tick = if ctx.theme.ascii { "+" } else { "┬" };
                put(buf, area, (x, plot.bottom()), 1, tick, dim);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, Words};

    #[test]
    fn amounts_are_round_and_begin_at_zero_unless_everything_lies_in_the_upper_half() {
        let words = Words::new(Lang::Nb);
        for (lowest, highest, rows, expected) in [
            (0, 100, 15, "0 50 100"),
            (-5, 100, 15, "-50 0 50 100"),
            (50, 100, 15, "0 50 100"),
            (177, 236, 15, "160 180 200 220 240"),
            (177, 236, 8, "150 200 250"),
            (0, 0, 8, "0,0 0,1"),
            (100, 100, 3, "0 50 100"),
        ] {
            let amounts = Amounts::of(lowest * 100_000_000, highest * 100_000_000, rows);
            let labels: Vec<String> = amounts.labels(&words).into_iter().map(|(_, l)| l).collect();
            assert_eq!(
                labels.join(" ").replace('−', "-"),
                expected,
                "{lowest} {highest} {rows}"
            );
        }
    }

    #[test]
    fn years_lie_evenly_as_often_as_there_is_room_for() {
        for (wide, columns, quarters) in [(80, 8, 4), (54, 10, 8), (25, 12, 20), (5, 4, 40), (0, 1, 40)] {
            let time = Time::of(40, wide, true);
            assert_eq!((time.columns, time.quarters), (columns, quarters), "{wide}");
        }
    }
}
