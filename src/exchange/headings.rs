//! What the readers of text and of workbooks make of a file: lines of cells, the headings first. Headings may be in either
//! language, in any order.

use crate::domain::intake::RowProblem;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;

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

/// The reference of a proposal.
pub(super) const REF: Column = Column {
    name: "ref",
    nb: "Ref.",
    also: &["referanse", "reference"],
    required: true,
};

/// The number of a participant.
pub(super) const NUMBER: Column = Column {
    name: "number",
    nb: "Kommunenr",
    also: &["kommunenummer", "nr", "nummer", "deltakernr", "deltakernummer"],
    required: true,
};

/// An amount in kroner.
pub(super) const AMOUNT: Column = Column {
    name: "amount",
    nb: "Beløp",
    also: &["sum"],
    required: true,
};

pub(super) struct Line {
    /// 1 is the first line of the file, or the first row of the worksheet.
    pub number: u64,
    pub cells: Vec<String>,
}

/// The lines of a file that say something, the headings first, and what couldn't be made lines of.
pub(super) struct Content {
    pub lines: Vec<Line>,
    pub faults: Vec<Fault>,
    /// What the user should know although the file can be read.
    pub notices: Vec<Refusal>,
    pub of_workbook: bool,
}

/// What is wrong in a line, and how many cells stand before it.
pub(super) struct Fault {
    pub line: u64,
    pub place: usize,
    pub refusal: Refusal,
}

pub(super) fn whole_row(line: u64, refusal: Refusal) -> RowProblem {
    RowProblem {
        line,
        column: String::new(),
        refusal,
    }
}

/// Where each known column stands.
pub(super) fn places(head: &Line, columns: &'static [Column]) -> Result<Vec<Option<usize>>, Vec<RowProblem>> {
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
            None => unknown(heading, columns),
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

/// An export's amounts are in øre, under headings of their own.
fn unknown(heading: &str, columns: &[Column]) -> Refusal {
    let in_ore = heading.trim().strip_suffix("_ore");
    let meant = in_ore.and_then(|name| columns.iter().find(|column| column.is_called(name)));
    match meant {
        Some(column) => refuse("import-heading-ore").with("name", column.name),
        None => refuse("import-heading-unknown")
            .with("known", listed(columns, |column| column.name))
            .with("bokmaal", listed(columns, |column| column.nb)),
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

/// A heading in lower case without spaces and marks: `Fylkes nr.` and `county_number` as a person may write them.
fn bare(heading: &str) -> String {
    text::composed(heading)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
