//! Lists as CSV. The words in them and their order are for the caller.

use rust_decimal::Decimal;

use super::Cell;

/// A list as CSV: UTF-8, commas, a line feed after every line, quotes where they are needed.
///
/// A spreadsheet runs a cell that begins like a formula, and titles come from outside. Such a cell, unless it is a
/// number, gets an apostrophe first, which spreadsheets take as "this is text". Nothing is lost: a cell that already
/// has apostrophes before a formula gets one more, and the readers here take exactly one away.
#[must_use]
pub fn csv_table(headings: &[&str], rows: &[Vec<Cell>]) -> String {
    let mut table = CsvTable::new(headings);
    for row in rows {
        table.row(row);
    }
    String::from_utf8(table.take()).unwrap_or_default()
}

/// The same row by row, for a list that is too long to be held in memory.
pub struct CsvTable(csv::Writer<Vec<u8>>);

impl CsvTable {
    #[must_use]
    pub fn new(headings: &[&str]) -> CsvTable {
        let mut table = CsvTable(writer());
        table.texts(headings.iter().map(ToString::to_string).collect());
        table
    }

    pub fn row(&mut self, cells: &[Cell]) {
        self.texts(cells.iter().map(|cell| guarded(cell.text())).collect());
    }

    /// What has been added since this was asked last.
    #[must_use]
    pub fn take(&mut self) -> Vec<u8> {
        // A write to memory can't fail.
        std::mem::replace(&mut self.0, writer())
            .into_inner()
            .unwrap_or_default()
    }

    /// So much of it is there to be taken, or a little more.
    #[must_use]
    pub fn length(&self) -> usize {
        self.0.get_ref().len()
    }

    fn texts(&mut self, row: Vec<String>) {
        // A row of no cells would be an empty line, and a write to memory can't fail.
        if !row.is_empty() {
            let _ = self.0.write_record(row);
        }
    }
}

fn writer() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().flexible(true).from_writer(Vec::new())
}

fn guarded(cell: String) -> String {
    if is_formula(cell.trim_start_matches('\'')) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// The cell that [`csv_table`] wrote.
pub(super) fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

/// A lone mark says nothing to a spreadsheet, and a number is no formula.
fn is_formula(cell: &str) -> bool {
    cell.len() > 1 && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<Decimal>().is_err()
}
