//! What a view is: a question that a person may ask, answered from one read transaction.

use jiff::civil::Date;

use super::{OpError, Progress};
use crate::domain::policy::{Action, Actor};
use crate::store::{Change, Read};

/// Who looks, at what moment, on which date.
pub struct Viewer<'v> {
    pub read: &'v Read<'v>,
    pub actor: &'v Actor,
    /// The as-of date of every figure.
    pub today: Date,
    /// Where long work is reported.
    pub progress: &'v Progress,
}

/// Something that can be looked at.
pub trait View {
    type Data;

    /// What it stands for in the policy.
    fn action(&self) -> Action {
        Action::Read
    }

    /// Whether what a row of the log tells of may show in it, so that it must be read again. Anything may, unless a view says
    /// otherwise.
    fn shows(&self, _change: &Change) -> bool {
        true
    }

    /// # Errors
    /// The blind rule, what isn't there, or what the file says.
    fn read(&self, viewer: &Viewer) -> Result<Self::Data, OpError>;
}
