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
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let head = std::iter::once(headings.iter().map(ToString::to_string).collect());
    let texts = |row: &Vec<Cell>| row.iter().map(|cell| guarded(cell.text())).collect();
    for row in head.chain(rows.iter().map(texts)) {
        let row: Vec<String> = row;
        // A row of no cells would be an empty line, and a write to memory can't fail.
        if !row.is_empty() && writer.write_record(&row).is_err() {
            break;
        }
    }
    writer
        .into_inner()
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default()
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
