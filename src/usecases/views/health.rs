//! The health of the file. Only its owner asks.

use std::path::Path;

use super::super::OpError;
use super::{View, Viewer};
use crate::domain::policy::Action;
use crate::store::{Finding, StoreError, examine};

/// Everything that is wrong with the file.
#[derive(Clone, Copy, Debug)]
pub struct Health;

impl View for Health {
    type Data = Vec<Finding>;

    fn action(&self) -> Action {
        Action::Check
    }

    fn read(&self, viewer: &Viewer) -> Result<Vec<Finding>, OpError> {
        Ok(viewer.read.findings()?)
    }
}

/// What is wrong with a file that its owner couldn't open as a fund.
///
/// # Errors
/// Why it couldn't, when that isn't for something that can be named.
pub fn unopened(path: &Path, why: OpError) -> Result<Vec<Finding>, OpError> {
    let altered = matches!(
        why,
        OpError::Store(
            StoreError::Corrupt(_) | StoreError::Sqlite(_) | StoreError::Unreadable | StoreError::Newer(_)
        )
    );
    match altered.then(|| examine(path)) {
        // What has been acknowledged isn't why.
        Some(Ok(findings)) if !findings.iter().all(Finding::is_settled) => Ok(findings),
        _ => Err(why),
    }
}
