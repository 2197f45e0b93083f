//! A delimited text file as lines of cells: encoding, delimiter and quotes, as spreadsheets and people write them.

use std::borrow::Cow;

use crate::domain::intake::RowProblem;
use crate::domain::refusal::refuse;

use super::headings::{Content, Fault, Line, whole_row};
use super::write::unguarded;

/// The lines of a text file.
///
/// # Errors
/// When it isn't UTF-8.
pub(super) fn read(bytes: &[u8]) -> Result<Content, RowProblem> {
    let text = decoded(bytes)?;
    let (delimiter, text) = stated_delimiter(text).unwrap_or_else(|| (delimiter_of(text), text));
    let mut text = Cow::Borrowed(text);
    let mut faults = Vec::new();
    while let Some(quote) = open_quote(&text, delimiter) {
        faults.push(Fault {
            line: line_at(&text, quote.at),
            place: quote.column,
            refusal: refuse("import-quote-open"),
        });
        text = Cow::Owned(without(&text, &quote));
    }
    Ok(Content {
        lines: records(&text, delimiter),
        faults,
        notices: Vec::new(),
        of_workbook: false,
    })
}

/// The file's text, without the mark that some programs put first.
fn decoded(bytes: &[u8]) -> Result<&str, RowProblem> {
    // What older and locked workbooks begin with.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
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

/// The delimiter that a spreadsheet was told of by a first line such as `sep=;`, and the text after it: its line break stays,
/// for the sake of the count.
fn stated_delimiter(text: &str) -> Option<(u8, &str)> {
    let mark = text.get(..4)?;
    let (&delimiter, _) = text.as_bytes()[4..].split_first()?;
    let rest = text.get(5..).filter(|rest| rest.starts_with(['\r', '\n']))?;
    let parts = delimiter == b'\t' || (delimiter.is_ascii_punctuation() && delimiter != b'"');
    (mark.eq_ignore_ascii_case("sep=") && parts).then_some((delimiter, rest))
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
