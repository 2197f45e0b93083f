//! Why something wasn't done, sorted by who can mend it. The exit codes are the contract for scripts.

use thiserror::Error;

use crate::domain::intake::RowProblem;
use crate::domain::policy::Reason;
use crate::domain::refusal::{Refusal, refuse};
use crate::store::StoreError;

/// Nothing was written.
#[derive(Debug, Error)]
pub enum OpError {
    /// The person may not do this, the blind rule included. Exit 3.
    #[error("{0}")]
    Denied(Refusal),
    /// The input or a rule is against it. Exit 4.
    #[error("{0}")]
    Refused(Refusal),
    /// An import with faults, all of them named. Exit 4.
    #[error("{} faulty rows", .0.len())]
    Rows(Vec<RowProblem>),
    /// Somebody else changed it first. Exit 5.
    #[error("{0}")]
    Changed(Refusal),
    /// The file. Exit 5 when it is busy, 4 when another file would do, else 1.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Refusal> for OpError {
    fn from(refusal: Refusal) -> Self {
        OpError::Refused(refusal)
    }
}

impl From<Reason> for OpError {
    fn from(reason: Reason) -> Self {
        OpError::Denied(reason.into())
    }
}

impl OpError {
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        match self {
            OpError::Denied(_) => 3,
            OpError::Changed(_) | OpError::Store(StoreError::Busy | StoreError::InUse(_)) => 5,
            OpError::Refused(_)
            | OpError::Rows(_)
            | OpError::Store(
                StoreError::Missing(_)
                | StoreError::Exists(_)
                | StoreError::Removed(_)
                | StoreError::Replaced(_)
                | StoreError::Foreign(_)
                | StoreError::Newer(_)
                | StoreError::ReadOnly
                | StoreError::LogLeft(_)
                | StoreError::Forbidden(_)
                | StoreError::Network { .. }
                | StoreError::CannotOpen(_),
            ) => 4,
            OpError::Store(
                StoreError::Full
                | StoreError::Unwritable
                | StoreError::Unreadable
                | StoreError::Corrupt(_)
                | StoreError::Unsealed(_)
                | StoreError::Sqlite(_),
            ) => 1,
        }
    }

    /// The code, the rule and the facts of the message.
    #[must_use]
    pub fn refusal(&self) -> Refusal {
        match self {
            OpError::Denied(refusal) | OpError::Refused(refusal) | OpError::Changed(refusal) => {
                refusal.clone()
            }
            OpError::Rows(problems) => refuse("import-rows").with("count", problems.len()),
            OpError::Store(error) => match error {
                StoreError::Missing(path) => refuse("fund-missing").with("path", path),
                StoreError::Removed(path) => refuse("fund-removed").with("path", path),
                StoreError::Replaced(path) => refuse("fund-replaced").with("path", path),
                StoreError::Exists(path) => refuse("fund-exists").with("path", path),
                StoreError::Foreign(path) => refuse("fund-foreign").with("path", path),
                StoreError::Newer(version) => refuse("fund-newer").with("version", *version),
                StoreError::Busy => refuse("database-busy"),
                StoreError::ReadOnly => refuse("database-read-only"),
                StoreError::CannotOpen(detail) => {
                    refuse("database-cannot-open").with("detail", detail.as_str())
                }
                StoreError::InUse(path) => refuse("fund-in-use").with("path", path),
                StoreError::LogLeft(log) => refuse("fund-log-left").with("log", log),
                StoreError::Network { path, kind } => refuse("fund-on-network")
                    .with("path", path)
                    .with("kind", kind.as_str()),
                StoreError::Full => refuse("disk-full"),
                StoreError::Unwritable => refuse("disk-failed"),
                StoreError::Unreadable => refuse("disk-unreadable"),
                StoreError::Forbidden(path) => refuse("fund-forbidden").with("path", path),
                StoreError::Corrupt(detail) => refuse("database-corrupt").with("detail", detail.as_str()),
                StoreError::Unsealed(_) => refuse("database-error").with("detail", error.to_string()),
                StoreError::Sqlite(detail) => refuse("database-error").with("detail", detail.to_string()),
            },
        }
    }
}
