//! A delimited text file as lines of cells under known headings: encoding, delimiter, quotes, headings in both
//! languages and rows of unequal length. What the cells mean is for the reader of each kind of file.

use std::borrow::Cow;

use crate::domain::intake::RowProblem;
use crate::domain::refusal::{Refusal, refuse};

use super::write::unguarded;

/// A column that a file may have.
pub(super) struct Column {
    /// The heading in English, as the commands' manual has it.
    pub name: &'static str,
    /// The heading in bokmål.
    pub nb: &'static str,
    /// Other headings that mean the same.
    pub also: &'static [&'static str],
    /// Whether the file makes no sense without it.
    pub required: bool,
}

/// A file, read. Cells are trimmed, and every line has as many cells as there are headings.
pub(super) struct Sheet {
    columns: &'static [Column],
    /// Headings as the file has them.
    headings: Vec<String>,
    /// For each known column, where it stands in the file.
    places: Vec<Option<usize>>,
    pub lines: Vec<Line>,
    /// What was wrong with lines that aren't in `lines`.
    pub problems: Vec<RowProblem>,
}

pub(super) struct Line {
    /// 1 is the first line of the file.
    pub number: u64,
    cells: Vec<String>,
}

impl Sheet {
    /// # Errors
    /// When no row could be understood: not text, not UTF-8, empty, or headings that are unknown, missing or doubled.
    pub fn read(bytes: &[u8], columns: &'static [Column]) -> Result<Sheet, Vec<RowProblem>> {
        let text = decoded(bytes).map_err(|problem| vec![problem])?;
        let delimiter = delimiter_of(text);
        let mut text = Cow::Borrowed(text);
        let mut open = Vec::new();
        while let Some(quote) = open_quote(&text, delimiter) {
            open.push((line_at(&text, quote.at), quote.column));
            text = Cow::Owned(without(&text, &quote));
        }
        let mut records = records(&text, delimiter).into_iter();
        let Some(head) = records.next() else {
            let quote = open.first().map(|(line, _)| (*line, refuse("import-quote-open")));
            let (line, refusal) = quote.unwrap_or_else(|| (1, refuse("import-empty")));
            return Err(vec![whole_row(line, refusal)]);
        };
        let places = places(&head, columns)?;
        let mut sheet = Sheet {
            columns,
            headings: head.cells,
            places,
            lines: Vec::new(),
            problems: Vec::new(),
        };
        for (line, column) in open {
            let column = sheet.heading_at(column);
            sheet.fault(line, column, refuse("import-quote-open"));
        }
        for line in records {
            sheet.take(line);
        }
        if sheet.lines.is_empty() && sheet.problems.is_empty() {
            return Err(vec![whole_row(head.number, refuse("import-no-rows"))]);
        }
        Ok(sheet)
    }

    /// Keeps a line if its cells stand under the headings; empty cells beyond the last heading are a spreadsheet's way.
    fn take(&mut self, mut line: Line) {
        let expected = self.headings.len();
        let filled = line
            .cells
            .iter()
            .rposition(|cell| !cell.is_empty())
            .map_or(0, |last| last + 1);
        if filled > expected || line.cells.len() < expected {
            let refusal = refuse("import-row-ragged")
                .with("found", line.cells.len())
                .with("expected", expected);
            // The first heading without a cell, or the last, after which there are cells too many.
            let column = self.heading_at(line.cells.len().min(expected - 1));
            self.fault(line.number, column, refusal);
            return;
        }
        line.cells.truncate(expected);
        let stray = (0..expected).find(|i| self.headings[*i].is_empty() && !line.cells[*i].is_empty());
        match stray {
            Some(at) => {
                let refusal = refuse("import-heading-empty").with("value", line.cells[at].as_str());
                self.fault(line.number, self.heading_at(at), refusal);
            }
            None => self.lines.push(line),
        }
    }

    fn fault(&mut self, line: u64, column: String, refusal: Refusal) {
        self.problems.push(RowProblem {
            line,
            column,
            refusal,
        });
    }

    /// The heading of the cells at a place, or which of the columns it is when it has none.
    fn heading_at(&self, place: usize) -> String {
        match self.headings.get(place) {
            Some(heading) if !heading.is_empty() => heading.clone(),
            _ => (place + 1).to_string(),
        }
    }

    /// The columns that the file has, each with its heading.
    pub fn headings(&self) -> Vec<(&'static str, String)> {
        let places = self.columns.iter().zip(&self.places);
        places
            .filter_map(|(column, place)| Some((column.name, self.headings[(*place)?].clone())))
            .collect()
    }

    /// The cell under the column called `name`; empty when the file doesn't have the column.
    pub fn cell<'a>(&self, line: &'a Line, name: &str) -> &'a str {
        self.place(name)
            .and_then(|place| line.cells.get(place))
            .map_or("", String::as_str)
    }

    /// The heading as the file has it, or the name when it has none.
    pub fn heading(&self, name: &str) -> String {
        self.place(name)
            .map_or_else(|| name.to_owned(), |place| self.headings[place].clone())
    }

    fn place(&self, name: &str) -> Option<usize> {
        let at = self.columns.iter().position(|column| column.name == name)?;
        self.places[at]
    }
}

fn whole_row(line: u64, refusal: Refusal) -> RowProblem {
    RowProblem {
        line,
        column: String::new(),
        refusal,
    }
}

/// The file's text, without the mark that some programs put first.
fn decoded(bytes: &[u8]) -> Result<&str, RowProblem> {
    // What a workbook, which is a zip archive, begins with.
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(whole_row(1, refuse("import-not-text")));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(fault) => {
            let before = String::from_utf8_lossy(&bytes[..fault.valid_up_to()]);
            Err(whole_row(
                line_at(&before, before.len()),
                refuse("import-encoding"),
            ))
        }
    }
}

/// The delimiter that parts most cells of the first line that says something.
fn delimiter_of(text: &str) -> u8 {
    let head = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let mut quoted = false;
    let mut counts = [(b';', 0_usize), (b'\t', 0), (b',', 0)];
    for byte in head.bytes() {
        quoted ^= byte == b'"';
        for (delimiter, count) in &mut counts {
            *count += usize::from(byte == *delimiter && !quoted);
        }
    }
    // The first of several that are alike: a semicolon is never a decimal mark.
    counts
        .into_iter()
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(b';', |(delimiter, _)| delimiter)
}

/// A quoted cell that never ends. It would swallow every line after it.
struct OpenQuote {
    at: usize,
    /// Where its row begins.
    row: usize,
    /// How many cells stand before it in the row.
    column: usize,
}

fn open_quote(text: &str, delimiter: u8) -> Option<OpenQuote> {
    let (mut began, mut inside, mut may_open) = (0, false, true);
    let (mut row, mut column) = (0, 0);
    let mut before = delimiter;
    for (at, byte) in text.bytes().enumerate() {
        if byte == b'"' {
            if inside {
                // It ends here, unless the next quote says that this one was doubled.
                (inside, may_open) = (false, true);
            } else if may_open {
                began = if before == b'"' { began } else { at };
                inside = true;
            }
        } else if !inside {
            let ends_row = byte == b'\n' || byte == b'\r';
            may_open = byte == delimiter || ends_row;
            if ends_row {
                (row, column) = (at + 1, 0);
            } else if byte == delimiter {
                column += 1;
            }
        }
        before = byte;
    }
    inside.then_some(OpenQuote {
        at: began,
        row,
        column,
    })
}

/// The text without the row of an open quote as far as the end of its line, so that the lines after it can be read.
/// Line breaks stay, for the sake of the count.
fn without(text: &str, quote: &OpenQuote) -> String {
    let is_break = |c: char| c == '\n' || c == '\r';
    let end = text[quote.at..]
        .find(is_break)
        .map_or(text.len(), |length| quote.at + length);
    let breaks: String = text[quote.row..end].chars().filter(|c| is_break(*c)).collect();
    [&text[..quote.row], &breaks, &text[end..]].concat()
}

/// The lines that say something.
fn records(text: &str, delimiter: u8) -> Vec<Line> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut lines = LineCount {
        text,
        at: 0,
        number: 1,
    };
    let mut found = Vec::new();
    // The text is UTF-8 and in memory and rows may differ in length, so no record is a fault.
    for record in reader.records().flatten() {
        let start = record.position().map_or(0, csv::Position::byte);
        let number = lines.at_record(usize::try_from(start).unwrap_or(usize::MAX));
        let cells: Vec<String> = record
            .iter()
            .map(|cell| unguarded(cell.trim()).to_owned())
            .collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            found.push(Line { number, cells });
        }
    }
    found
}

/// Counts lines as an editor does. The reader's own count is one short after `\r\n` and after empty lines.
struct LineCount<'a> {
    text: &'a str,
    at: usize,
    number: u64,
}

impl LineCount<'_> {
    /// The line of the record that starts at a byte, or after the line breaks there.
    fn at_record(&mut self, start: usize) -> u64 {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() && (self.at < start || matches!(bytes[self.at], b'\r' | b'\n')) {
            let pair = bytes[self.at] == b'\r' && bytes.get(self.at + 1) == Some(&b'\n');
            if bytes[self.at] == b'\n' || (bytes[self.at] == b'\r' && !pair) {
                self.number += 1;
            }
            self.at += 1;
        }
        self.number
    }
}

fn line_at(text: &str, byte: usize) -> u64 {
    let before = &text.as_bytes()[..byte];
    let mut lines = LineCount {
        text,
        at: 0,
        number: 1,
    };
    if before.is_empty() {
        1
    } else {
        lines.at_record(before.len())
    }
}

/// Where each known column stands.
fn places(head: &Line, columns: &'static [Column]) -> Result<Vec<Option<usize>>, Vec<RowProblem>> {
    let mut places = vec![None; columns.len()];
    let mut problems = Vec::new();
    for (at, heading) in head
        .cells
        .iter()
        .enumerate()
        .filter(|(_, heading)| !heading.is_empty())
    {
        let fault = match columns.iter().position(|column| column.is_called(heading)) {
            Some(column) if places[column].is_none() => {
                places[column] = Some(at);
                continue;
            }
            Some(column) => refuse("import-heading-twice").with("name", columns[column].name),
            None => refuse("import-heading-unknown")
                .with("known", listed(columns, |column| column.name))
                .with("bokmaal", listed(columns, |column| column.nb)),
        };
        problems.push(RowProblem {
            line: head.number,
            column: heading.clone(),
            refusal: fault,
        });
    }
    for (column, _) in columns
        .iter()
        .zip(&places)
        .filter(|(c, place)| c.required && place.is_none())
    {
        let refusal = refuse("import-heading-missing")
            .with("name", column.name)
            .with("bokmaal", column.nb);
        problems.push(RowProblem {
            line: head.number,
            column: column.nb.to_owned(),
            refusal,
        });
    }
    if problems.is_empty() {
        Ok(places)
    } else {
        Err(problems)
    }
}

fn listed(columns: &[Column], name: impl Fn(&Column) -> &'static str) -> String {
    columns.iter().map(name).collect::<Vec<_>>().join(", ")
}

impl Column {
    fn is_called(&self, heading: &str) -> bool {
        let heading = bare(heading);
        let names = [self.name, self.nb];
        names.iter().chain(self.also).any(|name| bare(name) == heading)
    }
}

/// A heading without case, spaces and marks: `Fylkes nr.` and `county_number` as a person may write them.
fn bare(heading: &str) -> String {
    heading
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
