//! A file as lines of cells under known headings, whether it is text or a workbook: headings in both languages and
//! rows of unequal length. What the cells mean is for the reader of each kind of file.

use crate::domain::intake::RowProblem;
use crate::domain::refusal::{Refusal, refuse};

use super::headings::{Column, Fault, Line, places, whole_row};
use super::{delimited, workbook};

/// A file, read. Cells are trimmed, and no line has more cells than there are headings.
pub(super) struct Sheet {
    columns: &'static [Column],
    /// Headings as the file has them.
    headings: Vec<String>,
    /// For each known column, where it stands in the file.
    places: Vec<Option<usize>>,
    /// Columns without a heading are then called by their letters.
    of_workbook: bool,
    pub lines: Vec<Line>,
    /// What was wrong with lines that aren't in `lines`.
    pub problems: Vec<RowProblem>,
    /// What the user should know although the file can be read.
    pub notices: Vec<Refusal>,
}

impl Sheet {
    /// # Errors
    /// When no row could be understood: neither UTF-8 nor a workbook, empty, or headings that are unknown, missing or
    /// doubled.
    pub(super) fn read(bytes: &[u8], columns: &'static [Column]) -> Result<Sheet, Vec<RowProblem>> {
        let content = if workbook::is_one(bytes) {
            workbook::read(bytes, columns)
        } else {
            delimited::read(bytes)
        };
        let content = content.map_err(|problem| vec![problem])?;
        let mut lines = content.lines.into_iter();
        let head = lines.next();
        // What stands before the line that would be taken for the headings is a fault of the headings themselves.
        let first = content.faults.iter().min_by_key(|fault| fault.line);
        let of_head = first.filter(|fault| head.as_ref().is_none_or(|head| fault.line < head.number));
        if let Some(Fault { line, place, refusal }) = of_head {
            return Err(vec![RowProblem {
                line: *line,
                column: (place + 1).to_string(),
                refusal: refusal.clone(),
            }]);
        }
        let Some(head) = head else {
            return Err(vec![whole_row(1, refuse("import-empty"))]);
        };
        let places = places(&head, columns)?;
        let mut sheet = Sheet {
            columns,
            headings: head.cells,
            places,
            of_workbook: content.of_workbook,
            lines: Vec::new(),
            problems: Vec::new(),
            notices: content.notices,
        };
        for Fault { line, place, refusal } in content.faults {
            let column = sheet.heading_at(place);
            sheet.fault(line, column, refusal);
        }
        for line in lines {
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
        // A worksheet has no ragged rows: what isn't there is empty.
        if !self.of_workbook && (filled > expected || line.cells.len() < expected) {
            let refusal = refuse("import-row-ragged")
                .with("found", line.cells.len())
                .with("expected", expected);
            // The first heading without a cell, or the last, after which there are cells too many.
            let column = self.heading_at(line.cells.len().min(expected - 1));
            self.fault(line.number, column, refusal);
            return;
        }
        let under_nothing = |i: &usize| self.headings.get(*i).is_none_or(String::is_empty);
        let stray = (0..filled).find(|i| under_nothing(i) && !line.cells[*i].is_empty());
        if let Some(at) = stray {
            let refusal = refuse("import-heading-empty").with("value", line.cells[at].as_str());
            self.fault(line.number, self.heading_at(at), refusal);
            return;
        }
        line.cells.truncate(expected);
        self.lines.push(line);
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
            _ if self.of_workbook => workbook::letters(place),
            _ => (place + 1).to_string(),
        }
    }

    /// The columns that the file has, each with its heading.
    pub(super) fn headings(&self) -> Vec<(&'static str, String)> {
        let places = self.columns.iter().zip(&self.places);
        places
            .filter_map(|(column, place)| Some((column.name, self.headings[(*place)?].clone())))
            .collect()
    }

    /// The cell under the column called `name`; empty when the file doesn't have the column.
    pub(super) fn cell<'a>(&self, line: &'a Line, name: &str) -> &'a str {
        self.place(name)
            .and_then(|place| line.cells.get(place))
            .map_or("", String::as_str)
    }

    /// The heading as the file has it, or the name when it has none.
    pub(super) fn heading(&self, name: &str) -> String {
        self.place(name)
            .map_or_else(|| name.to_owned(), |place| self.headings[place].clone())
    }

    fn place(&self, name: &str) -> Option<usize> {
        let at = self.columns.iter().position(|column| column.name == name)?;
        self.places[at]
    }
}
