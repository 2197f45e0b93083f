//! The registered people.

use super::super::OpError;
use super::{View, Viewer};
use crate::domain::member::Member;

/// Everybody, in the order in which they were registered.
#[derive(Clone, Copy, Debug)]
pub struct Members;

impl View for Members {
    type Data = Vec<Member>;

    fn read(&self, viewer: &Viewer) -> Result<Vec<Member>, OpError> {
        Ok(viewer.read.members(viewer.today)?)
    }
}
