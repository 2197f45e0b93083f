//! What is wrong with the rows of an imported file, and how it is told by line and column: all of it at once, the
//! faults that reading the file found together with those that only the fund knows.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::{Context, OpError, Outcome, UseCase};
use crate::domain::intake::RowProblem;
use crate::domain::log_action::LogAction;
use crate::domain::policy::Action;
use crate::domain::refusal::{Refusal, refuse};

/// An import of what a file says: refused when the reader found faults, but tried first, so that the user who mends the file
/// is told everything in one go.
#[derive(Debug)]
pub struct FromFile<C> {
    /// The import of the rows that could be read.
    pub use_case: C,
    /// What was wrong with the other rows.
    pub problems: Vec<RowProblem>,
    /// What is told besides when it is done.
    pub notices: Vec<Refusal>,
    /// The columns that the file has, by name, each with its heading in the file.
    pub headings: Vec<(&'static str, String)>,
}

impl<C: UseCase> UseCase for FromFile<C> {
    fn action(&self) -> Action {
        self.use_case.action()
    }

    fn name(&self) -> LogAction {
        self.use_case.name()
    }

    fn dates_today(&self) -> bool {
        self.use_case.dates_today()
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut problems = match self.use_case.run(context) {
            Ok(outcome) if self.problems.is_empty() => {
                let notices = self.notices.clone();
                return Ok(Outcome { notices, ..outcome });
            }
            Ok(_) => Vec::new(),
            Err(OpError::Rows(problems)) => problems,
            Err(other) => return Err(other),
        };
        for problem in &mut problems {
            if let Some((_, heading)) = self.headings.iter().find(|(name, _)| *name == problem.column) {
                problem.column.clone_from(heading);
            }
        }
        problems.extend_from_slice(&self.problems);
        let place = |column: &str| self.headings.iter().position(|(_, heading)| heading == column);
        problems.sort_by_key(|problem| (problem.line, place(&problem.column)));
        Err(OpError::Rows(problems))
    }
}

/// What is wrong with a day (L2, L7, C5, R1), and not with what is dated by it.
const ABOUT_THE_DAY: [&str; 6] = [
    "date-ahead",
    "period-closed",
    "step-before",
    "adoption-before-live",
    "adoption-without-access",
    "payment-before-charge",
];

/// The faults of the rows so far.
#[derive(Default)]
pub(super) struct Faults {
    line: u64,
    found: Vec<RowProblem>,
}

impl Faults {
    /// What is found from now on is about this line.
    pub(super) fn at(&mut self, line: u64) {
        self.line = line;
    }

    pub(super) fn add(&mut self, column: &str, refusal: Refusal) {
        self.found.push(RowProblem {
            line: self.line,
            column: column.to_owned(),
            refusal,
        });
    }

    /// The value, or nothing when the fault of the column was noted. What isn't about the row goes on as it is.
    pub(super) fn note<T>(
        &mut self,
        column: &str,
        result: Result<T, impl Into<OpError>>,
    ) -> Result<Option<T>, OpError> {
        match result.map_err(Into::into) {
            Ok(value) => Ok(Some(value)),
            Err(OpError::Refused(refusal)) => {
                self.add(column, refusal);
                Ok(None)
            }
            Err(other) => Err(other),
        }
    }

    /// As [`Faults::note`], but what is wrong with the day is noted at the column of the day.
    pub(super) fn note_dated<T>(
        &mut self,
        column: &str,
        day: &str,
        result: Result<T, OpError>,
    ) -> Result<Option<T>, OpError> {
        let column = match &result {
            Err(OpError::Refused(refusal)) if ABOUT_THE_DAY.contains(&refusal.code) => day,
            _ => column,
        };
        self.note(column, result)
    }

    /// Whether the import is refused already.
    pub(super) fn any(&self) -> bool {
        !self.found.is_empty()
    }

    /// A file that says two things of the same key has a fault, whichever comes last. Says whether this is the first.
    pub(super) fn only_once<K: Ord + Clone + Display>(
        &mut self,
        lines: &mut BTreeMap<K, u64>,
        column: &str,
        key: &K,
    ) -> bool {
        let Some(first) = lines.get(key) else {
            lines.insert(key.clone(), self.line);
            return true;
        };
        let refusal = refuse("import-twice")
            .with("value", key.to_string())
            .with("first", first.to_string());
        self.add(column, refusal);
        false
    }

    /// # Errors
    /// Everything that was found, in the order of the lines.
    pub(super) fn refuse_any(mut self) -> Result<(), OpError> {
        if self.found.is_empty() {
            return Ok(());
        }
        self.found.sort_by_key(|problem| problem.line);
        Err(OpError::Rows(self.found))
    }
}
