//! The files that are laid over a forecast (F5): extra flows, and other assumptions. What is wrong with a row is told with
//! its line and its heading, as in an import.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::super::failure::Failure;
use super::super::import::file;
use crate::domain::forecast::{ExtraFlow, WhatIf};
use crate::domain::intake::RowProblem;
use crate::domain::refusal::{Refusal, refuse};
use crate::exchange;
use crate::usecases::OpError;

/// Far more than a what-if takes.
const LONGEST: u64 = 4 * 1024 * 1024;

/// The what-if that the files say, empty without files; and what of a workbook its reader may not have seen.
///
/// # Errors
/// What is wrong with a file, or `what-if-past` for a row before `today`.
pub(super) fn read(
    what_if: Option<&PathBuf>,
    scenario: Option<&PathBuf>,
    today: Date,
) -> Result<(WhatIf, Vec<Refusal>), Failure> {
    let mut assumed = match scenario {
        Some(path) => self::scenario(path)?,
        None => WhatIf::default(),
    };
    if let Some(path) = what_if {
        let (flows, notices) = flows(path, today)?;
        assumed.extra = flows;
        return Ok((assumed, notices));
    }
    Ok((assumed, Vec::new()))
}

fn flows(path: &Path, today: Date) -> Result<(Vec<ExtraFlow>, Vec<Refusal>), Failure> {
    let read = exchange::what_if(&file::read(path, LONGEST)?);
    let heading = |name: &str| {
        let known = read.headings.iter().find(|(known, _)| *known == name);
        known.map_or_else(|| name.to_owned(), |(_, heading)| heading.clone())
    };
    let mut problems = read.problems.clone();
    let mut flows = Vec::with_capacity(read.rows.len());
    for row in read.rows.iter().cloned() {
        let line = row.line;
        let flow = ExtraFlow::from(row);
        match flow.check(today) {
            Ok(()) => flows.push(flow),
            // The reader lets no amount through that isn't above zero.
            Err(refusal) => problems.push(RowProblem {
                line,
                column: heading("date"),
                refusal,
            }),
        }
    }
    if problems.is_empty() {
        return Ok((flows, read.notices));
    }
    problems.sort_by_key(|problem| problem.line);
    Err(OpError::Rows(problems).into())
}

fn scenario(path: &Path) -> Result<WhatIf, Refusal> {
    let bytes = file::read(path, LONGEST)?;
    let text = String::from_utf8(bytes).map_err(|_| refuse("file-encoding").with("path", path))?;
    Ok(exchange::scenario(&text)?.into())
}
