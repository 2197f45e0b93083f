//! The health of the file. Only its owner asks.

use super::super::OpError;
use super::{View, Viewer};
use crate::domain::policy::Action;
use crate::store::Finding;

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
