//! From cells to values, gathering every problem on the way: numbers, dates and kroner as people and spreadsheets
//! write them. Which columns a file has is for the reader of each kind of file.

use rust_decimal::Decimal;

use crate::domain::intake::RowProblem;
use crate::domain::ledger;
use crate::domain::money::Ore;
use crate::domain::participant::MOST_INHABITANTS;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;

use super::headings::{Column, Line};
use super::sheet::Sheet;
use super::workbook::UNCALCULATED;

/// A file, read as far as it goes: what its good rows say, and everything that is wrong with the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading<T> {
    pub rows: Vec<T>,
    /// In the order of the lines.
    pub problems: Vec<RowProblem>,
    /// What the user should know although the file can be read: rows that the workbook hides.
    pub notices: Vec<Refusal>,
    /// The columns that the file has, by name, each with its heading in the file.
    pub headings: Vec<(&'static str, String)>,
}

impl<T> Reading<T> {
    /// The rows, if nothing is wrong with the file itself.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the lines.
    pub fn whole(self) -> Result<Vec<T>, Vec<RowProblem>> {
        if self.problems.is_empty() {
            Ok(self.rows)
        } else {
            Err(self.problems)
        }
    }
}

/// Reads every row of a file.
pub(super) fn rows<T>(
    bytes: &[u8],
    columns: &'static [Column],
    read: impl Fn(&mut Cells) -> Option<T>,
) -> Reading<T> {
    let mut sheet = match Sheet::read(bytes, columns) {
        Ok(sheet) => sheet,
        Err(problems) => {
            return Reading {
                rows: Vec::new(),
                problems,
                notices: Vec::new(),
                headings: Vec::new(),
            };
        }
    };
    let mut problems = std::mem::take(&mut sheet.problems);
    let mut rows = Vec::with_capacity(sheet.lines.len());
    for line in &sheet.lines {
        let before = problems.len();
        let row = read(&mut Cells {
            sheet: &sheet,
            line,
            problems: &mut problems,
        });
        // A row with a faulty cell says something else than was meant: it is tried against nothing.
        rows.extend(row.filter(|_| problems.len() == before));
    }
    problems.sort_by_key(|problem| problem.line);
    Reading {
        rows,
        problems,
        headings: sheet.headings(),
        notices: sheet.notices,
    }
}

/// What a spreadsheet puts in place of a figure that it couldn't reckon, in a workbook and in what it saves as text.
const SHEET_ERRORS: [&str; 12] = [
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#DATA!", "#SPILL!", "#I/T",
    "#NAVN?", "#VERDI!",
];

/// One line of a file, by column.
pub(super) struct Cells<'a> {
    sheet: &'a Sheet,
    line: &'a Line,
    problems: &'a mut Vec<RowProblem>,
}

impl Cells<'_> {
    pub(super) fn line(&self) -> u64 {
        self.line.number
    }

    /// The cell as it is; empty when the file doesn't have the column.
    pub(super) fn plain(&self, name: &str) -> &str {
        self.sheet.cell(self.line, name)
    }

    /// What a cell says; `None` when it is empty or faulty.
    pub(super) fn optional<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        let cell = self.sheet.cell(self.line, name);
        if cell.is_empty() {
            return None;
        }
        if SHEET_ERRORS.contains(&cell) {
            self.fault(name, refuse("import-cell-error").with("value", cell));
            return None;
        }
        if cell == UNCALCULATED {
            self.fault(name, refuse("import-cell-uncalculated"));
            return None;
        }
        // Text first, so that no reader has to think of control characters or of cells without end. Of a text that is too
        // long its own limit is told.
        let value = match text::prose(cell) {
            Err(long) if long.code == "text-long" => Err(read(cell)
                .err()
                .filter(|own| own.code == long.code)
                .unwrap_or(long)),
            other => other.and_then(|_| read(cell)),
        };
        match value {
            Ok(value) => Some(value),
            Err(refusal) => {
                self.fault(name, refusal);
                None
            }
        }
    }

    /// What a cell that must be filled says; `None` when it is empty or faulty.
    pub(super) fn required<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&str) -> Result<T, Refusal>,
    ) -> Option<T> {
        if self.plain(name).is_empty() {
            self.fault(name, refuse("text-empty"));
        }
        self.optional(name, read)
    }

    pub(super) fn fault(&mut self, name: &str, refusal: Refusal) {
        self.problems.push(RowProblem {
            line: self.line.number,
            column: self.sheet.heading(name),
            refusal,
        });
    }
}

/// `ja|nei|yes|no`, in upper or lower case.
///
/// # Errors
/// `answer-unknown`.
pub fn answer(cell: &str) -> Result<bool, Refusal> {
    match cell.to_lowercase().as_str() {
        "ja" | "yes" => Ok(true),
        "nei" | "no" => Ok(false),
        _ => Err(refuse("answer-unknown").with("value", cell)),
    }
}

/// Inhabitants, with or without groups of three: `30790`, `30 790`, `30.790`.
pub(super) fn inhabitants(cell: &str) -> Result<u32, Refusal> {
    let invalid = || refuse("population-invalid").with("value", cell);
    let (negative, digits) = match cell.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, cell),
    };
    let digits = ungrouped(digits).ok_or_else(invalid)?;
    // More digits than a number holds are beyond the most all the same.
    let number: u32 = digits.parse().unwrap_or(u32::MAX);
    if negative || number == 0 || number > MOST_INHABITANTS {
        let most = i64::from(MOST_INHABITANTS);
        return Err(refuse("population-outside")
            .with("value", cell)
            .with("most", most));
    }
    Ok(number)
}

/// The digits of a whole number whose thousands one mark may group; `None` when it isn't one.
fn ungrouped(text: &str) -> Option<String> {
    let is_mark = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '.' | ',' | '\'');
    let groups: Vec<&str> = text.split(is_mark).collect();
    let mut marks: Vec<char> = text.chars().filter(|c| is_mark(*c)).collect();
    marks.dedup();
    let digits = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let grouped = groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|g| g.len() == 3));
    (marks.len() <= 1 && grouped && groups.iter().all(digits)).then(|| groups.concat())
}

/// Kroner above zero.
pub(super) fn kroner(cell: &str) -> Result<Ore, Refusal> {
    let amount = Ore::parse_kroner(cell)?;
    ledger::positive(amount).map(|()| amount)
}

/// Kroner, zero or more: a total so far.
pub(super) fn total(cell: &str) -> Result<Ore, Refusal> {
    let amount = Ore::parse_kroner(cell)?;
    if amount.is_negative() {
        return Err(refuse("total-negative").with("amount", amount));
    }
    Ok(amount)
}

/// A share between 0 and 1, written so or as per cent: `0,6`, `0.6`, `60 %`.
///
/// # Errors
/// `share-invalid`, or `uptake-outside` (F4).
pub fn share(cell: &str) -> Result<Decimal, Refusal> {
    let (number, unit) = match cell.strip_suffix('%') {
        Some(rest) => (rest.trim_end(), Decimal::ONE_HUNDRED),
        None => (cell, Decimal::ONE),
    };
    let number = decimal(number).ok_or_else(|| refuse("share-invalid").with("value", cell))?;
    let share = (number / unit).normalize();
    if !(Decimal::ZERO..=Decimal::ONE).contains(&share) {
        return Err(refuse("uptake-outside").rule("F4").with("value", cell));
    }
    Ok(share)
}

/// A share between 0 and 1, typed as per cent with or without the sign: `65`, `65 %`. Without it a figure between 0 and 1 is
/// refused, for `0,6` could be meant as 60 %.
///
/// # Errors
/// `percent-invalid`.
pub fn percent(typed: &str) -> Result<Decimal, Refusal> {
    let bare = typed.strip_suffix('%');
    let number = decimal(bare.unwrap_or(typed).trim_end()).filter(|number| {
        let of_one = bare.is_none() && *number < Decimal::ONE && !number.is_zero();
        !of_one && (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(number)
    });
    let number = number.ok_or_else(|| refuse("percent-invalid").with("value", typed))?;
    Ok((number / Decimal::ONE_HUNDRED).normalize())
}

/// A rate per year, zero or more: `0,38`. The caller checks how high it may be.
///
/// # Errors
/// `rate-invalid`.
pub fn rate(cell: &str) -> Result<Decimal, Refusal> {
    let number = decimal(cell).filter(|number| *number >= Decimal::ZERO);
    number.ok_or_else(|| refuse("rate-invalid").with("value", cell))
}

/// A number without groups, with a comma or a full stop before its decimals.
fn decimal(text: &str) -> Option<Decimal> {
    const MOST_DIGITS: usize = 9;
    let (negative, number) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, decimals) = number.split_once([',', '.']).unwrap_or((number, "0"));
    let plain = |s: &str| (1..=MOST_DIGITS).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    if !plain(whole) || !plain(decimals) {
        return None;
    }
    let number: Decimal = format!("{whole}.{decimals}").parse().ok()?;
    Some(if negative { -number } else { number }.normalize())
}

/// Whole quarters of delay.
///
/// # Errors
/// `delay-invalid`.
pub fn quarters(cell: &str) -> Result<u32, Refusal> {
    const MOST: u32 = 40;
    let number = cell
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| cell.parse::<u32>().ok())
        .flatten();
    number.filter(|quarters| *quarters <= MOST).ok_or_else(|| {
        refuse("delay-invalid")
            .with("value", cell)
            .with("most", i64::from(MOST))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_per_cent_is_read_with_and_without_its_sign_and_what_could_be_a_share_of_one_is_refused() {
        let read = |typed: &str| percent(typed).map_err(|refusal| refusal.code);
        for (typed, hundredths) in [
            ("50", 50),
            ("50 %", 50),
            ("65%", 65),
            ("0", 0),
            ("1", 1),
            ("100", 100),
        ] {
            assert_eq!(
                read(typed),
                Ok(Decimal::new(hundredths, 2).normalize()),
                "{typed}"
            );
        }
        assert_eq!(read("0,6 %"), Ok(Decimal::new(6, 3)));
        assert_eq!(read("62,5"), Ok(Decimal::new(625, 3)));
        for typed in ["0,6", "0.6", "101", "120 %", "-1", "mye", "%"] {
            assert_eq!(read(typed), Err("percent-invalid"), "{typed}");
        }
    }
}
