//! A raster finer than the cells: what is drawn on it comes out as braille, or as plain signs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::scale::{Amounts, Time};
use super::{Fan, Line};
use crate::domain::money::Ore;
use crate::tui::theme::Theme;
use crate::tui::widgets::text::put;

pub(super) struct Dots {
    wide: usize,
    tall: usize,
    /// Columns and rows of dots in a cell.
    per: (usize, usize),
    cells: Vec<Cell>,
    columns: usize,
    time: Time,
    theme: Theme,
    layer: u8,
}

/// The dots of a cell, how they look, and the layer that drew them; and those of the fan under them.
#[derive(Clone, Copy, Default)]
struct Cell {
    fan: u8,
    bits: u8,
    style: Style,
    sign: &'static str,
    layer: u8,
}

impl Dots {
    pub(super) fn new(plot: Rect, time: Time, theme: Theme) -> Self {
        let per = if theme.ascii { (1, 1) } else { (2, 4) };
        let (columns, rows) = (usize::from(plot.width), usize::from(plot.height));
        Dots {
            wide: time.dots(per.0).min(columns * per.0),
            tall: rows * per.1,
            per,
            cells: vec![Cell::default(); columns * rows],
            columns,
            time,
            theme,
            layer: 0,
        }
    }

    /// What is drawn from now on takes the place of what was drawn before in the same cell.
    pub(super) fn next_layer(&mut self) {
        self.layer += 1;
    }

    /// All dots between the edges.
    pub(super) fn fan(&mut self, fan: &Fan, amounts: &Amounts) {
        let heights =
            |values: &[Ore]| -> Vec<usize> { values.iter().map(|v| self.height_of(*v, amounts)).collect() };
        let (low, high) = (heights(&fan.low), heights(&fan.high));
        for x in 0..self.wide {
            let edges = self.between(&high, x).zip(self.between(&low, x));
            // What is thinner than half a cell would come and go with the rounding.
            let least = (self.per.1 / 2).max(1);
            let Some((top, bottom)) = edges.filter(|(top, bottom)| top + least <= *bottom) else {
                continue;
            };
            for y in top..=bottom {
                let (at, bit) = self.place(x, y);
                if let Some(cell) = self.cells.get_mut(at) {
                    cell.fan |= bit;
                }
            }
        }
    }

    /// A row of points across.
    pub(super) fn level(&mut self, level: Ore, amounts: &Amounts, style: Style) {
        let y = self.height_of(level, amounts);
        for x in (0..self.wide).step_by(4) {
            self.set(x, y, style, "-");
        }
    }

    pub(super) fn line(&mut self, line: &Line, amounts: &Amounts) {
        let heights: Vec<usize> = line.values.iter().map(|v| self.height_of(*v, amounts)).collect();
        let mut before: Option<usize> = None;
        for x in 0..self.wide {
            let Some(y) = self.between(&heights, x) else {
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

    /// The row of cells that an amount comes to lie in.
    pub(super) fn row_of(&self, amount: Ore, amounts: &Amounts) -> u16 {
        u16::try_from(self.height_of(amount, amounts) / self.per.1).unwrap_or(0)
    }

    fn height_of(&self, amount: Ore, amounts: &Amounts) -> usize {
        self.tall - 1 - amounts.up(amount, self.tall.saturating_sub(1))
    }

    /// The height at a column, straight between the points on either side.
    fn between(&self, heights: &[usize], x: usize) -> Option<usize> {
        let (at, part, whole) = self.time.point_at(x, self.per.0);
        let from = *heights.get(at)?;
        let to = heights.get(at + 1).copied().unwrap_or(from);
        Some((from * (whole - part) + to * part + whole / 2) / whole)
    }

    fn set(&mut self, x: usize, y: usize, style: Style, sign: &'static str) {
        let layer = self.layer;
        let (at, bit) = self.place(x, y);
        if let Some(cell) = self.cells.get_mut(at) {
            let kept = if cell.layer == layer { cell.bits } else { 0 };
            *cell = Cell {
                fan: cell.fan,
                bits: kept | bit,
                style,
                sign,
                layer,
            };
        }
    }

    /// The cell of a dot, and the dot's bit in it.
    fn place(&self, x: usize, y: usize) -> (usize, u8) {
        const BITS: [[u8; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];
        let (column, row) = (x / self.per.0, y / self.per.1);
        let bit = BITS[x % self.per.0][y % self.per.1];
        (row * self.columns + column, bit)
    }

    pub(super) fn draw(&self, plot: Rect, buf: &mut Buffer) {
        for (i, cell) in self.cells.iter().enumerate() {
            let Some((symbol, style)) = self.look(*cell) else {
                continue;
            };
            // The raster was made from this area, so its cells are in it.
            let x = plot.x + u16::try_from(i % self.columns).unwrap_or(0);
            let y = plot.y + u16::try_from(i / self.columns).unwrap_or(0);
            put(buf, plot, (x, y), 1, &symbol, style);
        }
    }

    /// The fan is a ground that the lines are drawn on; in ASCII it is made of signs between theirs.
    fn look(&self, cell: Cell) -> Option<(String, Style)> {
        let theme = self.theme;
        let drawn = cell.bits != 0;
        if theme.ascii {
            let fan = (cell.fan != 0).then_some((":", theme.dim()));
            let seen = if drawn { Some((cell.sign, cell.style)) } else { fan };
            return seen.map(|(sign, style)| (sign.to_owned(), style));
        }
        let braille = char::from_u32(0x2800 + u32::from(cell.bits)).unwrap_or(' ');
        match halves(cell.fan) {
            Some(_) if drawn => Some((braille.to_string(), theme.on_shade(cell.style))),
            Some(block) => Some((block.to_owned(), theme.shade())),
            None => drawn.then(|| (braille.to_string(), cell.style)),
        }
    }
}

/// The block for the halves of a cell that are mostly filled.
fn halves(bits: u8) -> Option<&'static str> {
    const UPPER: u8 = 0x01 | 0x02 | 0x08 | 0x10;
    let filled = |half: u8| (bits & half).count_ones() > 2;
    match (filled(UPPER), filled(!UPPER)) {
        (true, true) => Some("█"),
        (true, false) => Some("▀"),
        (false, true) => Some("▄"),
        (false, false) => None,
    }
}
