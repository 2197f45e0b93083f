//! What is wrong with a row of an imported file, and how it is told by line and column.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::OpError;
use crate::domain::intake::RowProblem;
use crate::domain::refusal::refuse;

/// What is wrong with a row: the column, and why. What isn't about the row goes on as it is.
pub(super) struct Fault {
    pub column: &'static str,
    pub error: OpError,
}

impl Fault {
    pub(super) fn at(self, line: u64) -> Result<RowProblem, OpError> {
        match self.error {
            OpError::Refused(refusal) => Ok(RowProblem {
                line,
                column: self.column.to_owned(),
                refusal,
            }),
            other => Err(other),
        }
    }
}

/// Names the column that an error belongs to.
pub(super) fn in_column<T>(column: &'static str, result: Result<T, impl Into<OpError>>) -> Result<T, Fault> {
    result.map_err(|error| Fault {
        column,
        error: error.into(),
    })
}

/// A file that says two things of the same key has a fault, whichever comes last.
pub(super) fn only_once<K: Ord + Clone + Display>(
    lines: &mut BTreeMap<K, u64>,
    column: &'static str,
    key: &K,
    line: u64,
) -> Result<(), Fault> {
    match lines.insert(key.clone(), line) {
        None => Ok(()),
        Some(first) => {
            let refusal = refuse("import-twice").with("value", key.to_string());
            in_column(column, Err(refusal.with("first", first.to_string())))
        }
    }
}
