//! Tables in plain text, aligned by how wide characters are on a terminal. Where the terminal is too narrow,
//! columns of text give way, the widest first.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::i18n::clean;

/// Which side the cells of a column keep to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Left,
    /// Amounts and other numbers.
    Right,
    /// Text that is shortened when the terminal is too narrow.
    Gives,
}

/// A table under way. Cells are made safe for a terminal when they are put in.
#[derive(Debug)]
pub struct Table {
    columns: Vec<(String, Side)>,
    rows: Vec<Row>,
}

#[derive(Debug)]
enum Row {
    Cells(Vec<String>),
    /// A line across the table with words in it.
    Across(String),
}

const GAP: &str = "  ";
/// A column that gives way keeps at least this.
const LEAST: usize = 8;

impl Table {
    pub fn new(columns: &[(String, Side)]) -> Table {
        Table {
            columns: columns.to_vec(),
            rows: Vec::new(),
        }
    }

    pub fn row(&mut self, cells: &[String]) {
        let cells = cells.iter().map(|cell| clean(cell).into_owned()).collect();
        self.rows.push(Row::Cells(cells));
    }

    pub fn across(&mut self, words: &str) {
        self.rows.push(Row::Across(clean(words).into_owned()));
    }

    /// The lines of the table, and whether each is the head.
    pub fn lines(&self, columns: Option<usize>) -> Vec<(bool, String)> {
        let widths = self.widths(columns);
        let head: Vec<String> = self.columns.iter().map(|(name, _)| name.clone()).collect();
        let mut lines = vec![(true, self.drawn(&head, &widths))];
        lines.extend(self.rows.iter().map(|row| {
            let line = match row {
                Row::Cells(cells) => self.drawn(cells, &widths),
                Row::Across(words) => across(words, &widths),
            };
            (false, line)
        }));
        lines
    }

    fn widths(&self, columns: Option<usize>) -> Vec<usize> {
        let mut widths: Vec<usize> = self.columns.iter().map(|(name, _)| name.width()).collect();
        for row in &self.rows {
            if let Row::Cells(cells) = row {
                for (width, cell) in widths.iter_mut().zip(cells) {
                    *width = (*width).max(cell.width());
                }
            }
        }
        let gives = |place: &usize| self.columns[*place].1 == Side::Gives;
        while columns.is_some_and(|columns| whole(&widths) > columns) {
            let widest = (0..widths.len()).filter(gives).max_by_key(|place| widths[*place]);
            match widest.filter(|place| widths[*place] > LEAST) {
                Some(place) => widths[place] -= 1,
                None => break,
            }
        }
        widths
    }

    fn drawn(&self, cells: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for (place, ((cell, (_, side)), width)) in cells.iter().zip(&self.columns).zip(widths).enumerate() {
            if place > 0 {
                line.push_str(GAP);
            }
            let cell = shortened(cell, *width);
            let pad = " ".repeat(width.saturating_sub(cell.width()));
            match side {
                Side::Right => line.extend([pad.as_str(), cell.as_str()]),
                Side::Left | Side::Gives => line.extend([cell.as_str(), pad.as_str()]),
            }
        }
        line
    }
}

fn whole(widths: &[usize]) -> usize {
    widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1)
}

fn across(words: &str, widths: &[usize]) -> String {
    let head = format!("── {words} ");
    let rest = whole(widths).saturating_sub(head.width());
    head + &"─".repeat(rest)
}

/// The text, cut to a width with an ellipsis where something is left out.
fn shortened(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut left = width.saturating_sub(1);
    let mut kept = String::new();
    for c in text.chars() {
        let wide = c.width().unwrap_or(0);
        if wide > left {
            break;
        }
        left -= wide;
        kept.push(c);
    }
    kept + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new(&[("Navn".to_owned(), Side::Gives), ("Sum".to_owned(), Side::Right)]);
        table.row(&["Ålesund og omegn".to_owned(), "1\u{a0}000".to_owned()]);
        table.across("streken");
        table.row(&["漢字\u{1b}[31m".to_owned(), "5".to_owned()]);
        table
    }

    fn drawn(columns: Option<usize>) -> Vec<String> {
        table().lines(columns).into_iter().map(|(_, line)| line).collect()
    }

    #[test]
    fn columns_stand_under_each_other_by_the_width_of_their_characters() {
        assert_eq!(
            drawn(None),
            [
                "Navn                Sum",
                "Ålesund og omegn  1\u{a0}000",
                "── streken ────────────",
                "漢字\u{fffd}[31m             5",
            ]
        );
    }

    #[test]
    fn columns_of_text_give_way_on_a_narrow_terminal_but_never_vanish() {
        assert_eq!(drawn(Some(18))[1], "Ålesund og…  1\u{a0}000");
        assert_eq!(drawn(Some(3))[1], "Ålesund…  1\u{a0}000");
    }
}
