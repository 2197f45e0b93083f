//! A workbook (`.xlsx`, `.xlsm`) as lines of the same text cells that a delimited file has: whole numbers without
//! decimals, dates as ISO, and every other cell as its sheet shows it. What a workbook may hold is bounded before it is
//! read, for a small file can be unpacked to any size.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{Cursor, Read};
use std::mem::size_of;
use std::panic::catch_unwind;

use calamine::{DataRef, ExcelDateTime, Reader, Sheet, SheetType, SheetVisible, Xlsx, XlsxError};
use zip::ZipArchive;

use crate::domain::intake::RowProblem;
use crate::domain::refusal::{Refusal, refuse};

use super::headings::{Column, Content, Line, places, whole_row};
use super::hidden::Hidden;

/// The most that a workbook may be unpacked, and the most that its cells may take, in bytes.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// Many times the municipalities of a country.
const MOST_ROWS: usize = 100_000;
const MOST_COLUMNS: u32 = 256;
/// Empty cells with a border count too, so this is more than rows times columns in use.
const MOST_CELLS: usize = 20_000_000;
/// Sheets that are looked at for the headings.
const MOST_SHEETS: usize = 16;

/// Stands in a cell whose formula no spreadsheet has calculated. A text that a formula calculated to nothing is empty.
pub(super) const UNCALCULATED: &str = "=\u{2026}";

/// Whether a file is a zip archive, as every workbook of today is, whatever it is called.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// What a spreadsheet calls the column after `place` others: `A`, `Z`, `AA`.
pub(super) fn letters(place: usize) -> String {
    let mut letters = Vec::new();
    let mut left = place + 1;
    while left > 0 {
        let digit = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + digit));
        left = (left - 1) / 26;
    }
    letters.into_iter().collect()
}

/// The rows of the first visible worksheet that has the headings, or else of the first that says something.
///
/// # Errors
/// When it is no workbook, or larger than an import can need.
pub(super) fn read(bytes: &[u8], columns: &'static [Column]) -> Result<Content, RowProblem> {
    // The reader of workbooks panics on some that no spreadsheet would save; that is a fault of the file.
    let read = catch_unwind(|| {
        check_size(bytes)?;
        worksheet(bytes, columns)
    });
    let read = read.unwrap_or_else(|_| Err(unreadable("XML")));
    let (lines, notices) = read.map_err(|refusal| whole_row(1, refusal))?;
    Ok(Content {
        lines,
        notices,
        faults: Vec::new(),
        of_workbook: true,
    })
}

/// What the reader says of a file that it can't read.
fn unreadable(fault: impl Into<Box<dyn Error>>) -> Refusal {
    refuse("import-workbook-unreadable").with("detail", fault.into().to_string())
}

fn too_large() -> Refusal {
    refuse("import-workbook-large")
        .with("rows", MOST_ROWS)
        .with("columns", i64::from(MOST_COLUMNS))
        .with("most", MOST_BYTES / 1024 / 1024)
}

/// Unpacks every part as far as the bound, for what an archive says of its parts needn't be true.
fn check_size(bytes: &[u8]) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut left = MOST_BYTES;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(unreadable)?;
        let holds_texts = part
            .name()
            .is_ok_and(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml"));
        let mut unpacked = Vec::new();
        let bound = u64::try_from(left).unwrap_or(u64::MAX);
        part.take(bound + 1)
            .read_to_end(&mut unpacked)
            .map_err(unreadable)?;
        left = left.checked_sub(unpacked.len()).ok_or_else(too_large)?;
        if holds_texts {
            check_count(&unpacked)?;
        }
    }
    Ok(())
}

/// The reader makes room for as many texts as the table of texts says that it has, before it reads one.
fn check_count(table: &[u8]) -> Result<(), Refusal> {
    const NAME: &[u8] = b"uniqueCount";
    const SHORTEST_TEXT: usize = "<si/>".len();
    // Text of two bytes to a character would hide the count.
    if table.contains(&0) {
        return Err(unreadable("UTF-16"));
    }
    let names = table.windows(NAME.len()).enumerate();
    for (at, _) in names.filter(|(_, window)| *window == NAME) {
        let after = table[at + NAME.len()..].iter();
        let digits: String = after
            .skip_while(|byte| !byte.is_ascii_digit() && **byte != b'>')
            .take_while(|byte| byte.is_ascii_digit())
            .map(|byte| char::from(*byte))
            .collect();
        let count = digits.parse::<usize>();
        if !digits.is_empty() && count.is_ok_and(|count| count > table.len() / SHORTEST_TEXT) {
            return Err(unreadable("uniqueCount"));
        }
        // More digits than a number holds say nothing to the reader either.
    }
    Ok(())
}

/// The lines of the sheet that is meant, and what of the workbook isn't seen in them.
fn worksheet(bytes: &[u8], columns: &'static [Column]) -> Result<(Vec<Line>, Vec<Refusal>), Refusal> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let sheets = book.sheets_metadata().iter();
    let sheets = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let (visible, hidden): (Vec<_>, Vec<_>) =
        sheets.partition(|sheet| sheet.visible == SheetVisible::Visible);
    let names =
        |sheets: Vec<&Sheet>| -> Vec<String> { sheets.into_iter().map(|sheet| sheet.name.clone()).collect() };
    let (visible, hidden) = (names(visible), names(hidden));
    let mut room = Room::default();
    let mut first = Vec::new();
    let mut visible = visible.into_iter().take(MOST_SHEETS);
    for name in visible.by_ref() {
        let lines = rows(&mut book, &name, &mut room)?;
        if has_headings(&lines, columns) {
            // Sheets that say the same kind of thing are told of; what else a workbook holds is nobody's business here.
            let others = visible.filter(|other| {
                rows(&mut book, other, &mut room).is_ok_and(|lines| has_headings(&lines, columns))
            });
            let others: Vec<String> = others.collect();
            let notices = unseen(&lines, &Hidden::of_sheet(bytes, &name));
            let sheets = [("import-hidden-sheets", hidden), ("import-other-sheets", others)];
            let sheets = sheets.into_iter().filter(|(_, names)| !names.is_empty());
            let sheets = sheets.map(|(code, names)| {
                refuse(code)
                    .with("count", names.len())
                    .with("names", names.join(", "))
                    .with("sheet", name.as_str())
            });
            return Ok((lines, notices.into_iter().chain(sheets).collect()));
        }
        if first.is_empty() {
            first = lines;
        }
    }
    Ok((first, Vec::new()))
}

fn has_headings(lines: &[Line], columns: &'static [Column]) -> bool {
    lines.first().is_some_and(|head| places(head, columns).is_ok())
}

/// What was read of the sheet and isn't seen in it.
fn unseen(lines: &[Line], hidden: &Hidden) -> Vec<Refusal> {
    const NAMED: usize = 10;
    let rows = lines.iter().map(|line| line.number);
    let rows: Vec<String> = rows
        .filter(|row| hidden.has_row(*row))
        .map(|row| row.to_string())
        .collect();
    let headings = lines
        .first()
        .map_or(&[][..], |head| &head.cells)
        .iter()
        .enumerate();
    let columns: Vec<&str> = headings
        .filter(|(place, heading)| hidden.has_column(*place) && !heading.is_empty())
        .map(|(_, heading)| heading.as_str())
        .collect();
    let mut notices = Vec::new();
    if !rows.is_empty() {
        let mut named = rows.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        if rows.len() > NAMED {
            named.push_str(", …");
        }
        notices.push(
            refuse("import-hidden-rows")
                .with("count", rows.len())
                .with("rows", named),
        );
    }
    if !columns.is_empty() {
        let columns_named = columns.join(", ");
        notices.push(
            refuse("import-hidden-columns")
                .with("count", columns.len())
                .with("names", columns_named),
        );
    }
    notices
}

/// How much of the bounds has been taken, by all sheets together.
#[derive(Default)]
struct Room {
    seen: usize,
    rows: usize,
    bytes: usize,
}

impl Room {
    fn see(&mut self) -> Result<(), Refusal> {
        self.seen += 1;
        within(self.seen, MOST_CELLS)
    }

    fn take(&mut self, bytes: usize) -> Result<(), Refusal> {
        self.bytes += bytes;
        within(self.bytes, MOST_BYTES)
    }
}

fn within(taken: usize, most: usize) -> Result<(), Refusal> {
    if taken <= most { Ok(()) } else { Err(too_large()) }
}

/// The rows of a sheet that say something.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, room: &mut Room) -> Result<Vec<Line>, Refusal> {
    let mut cells = match book.worksheet_cells_reader(name) {
        // A sheet that the table of contents names and that isn't there says nothing.
        Err(XlsxError::WorksheetNotFound(_)) => return Ok(Vec::new()),
        other => other.map_err(unreadable)?,
    };
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(unreadable)? {
        room.see()?;
        let text = match (&cell.value, &cell.formula) {
            (DataRef::Empty, Some(_)) => UNCALCULATED.to_owned(),
            (value, _) => cell_text(value),
        };
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.pos;
        if column >= MOST_COLUMNS {
            return Err(too_large());
        }
        let known = rows.len();
        let row = rows.entry(row).or_default();
        let place = column as usize;
        if row.len() <= place {
            room.take((place + 1 - row.len()) * size_of::<String>())?;
            row.resize(place + 1, String::new());
        }
        room.take(text.len())?;
        text.clone_into(&mut row[place]);
        room.rows += rows.len() - known;
        within(room.rows, MOST_ROWS)?;
    }
    Ok(rows
        .into_iter()
        .map(|(row, cells)| Line {
            number: u64::from(row) + 1,
            cells,
        })
        .collect())
}

/// A cell as text, as its sheet shows it.
fn cell_text(value: &DataRef) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => shown(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "yes".to_owned(),
        DataRef::Bool(false) => "no".to_owned(),
        DataRef::DateTime(time) => day(time),
        DataRef::DateTimeIso(time) => time.trim_end_matches("T00:00:00").to_owned(),
        DataRef::DurationIso(time) => time.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A number with the fifteen digits that a spreadsheet shows at most: what a binary fraction adds after them is noise.
fn shown(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let text = rounded.to_string();
    match text.split_once('.') {
        // In text a full stop before three digits may group thousands. Here it can't, so it mustn't look so.
        Some((_, decimals)) if decimals.len() == 3 => text + "0",
        _ => text,
    }
}

/// A date as ISO; a time of day stays with it, so that a reader of dates says no.
fn day(time: &ExcelDateTime) -> String {
    if time.is_duration() {
        return shown(time.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date} {hour:02}:{minute:02}:{second:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        let named: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(letters).collect();
        assert_eq!(named, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn a_number_is_as_a_sheet_shows_it_and_never_looks_like_grouped_thousands() {
        for (number, text) in [
            (30790.0, "30790"),
            (0.1 + 0.2, "0.3"),
            (1_234.560_000_000_000_2, "1234.56"),
            (-5.5, "-5.5"),
            (12.345, "12.3450"),
            (1e13, "10000000000000"),
            (1e21, "1000000000000000000000"),
        ] {
            assert_eq!(shown(number), text);
        }
    }
}
