//! What a view is: a question that a person may ask, answered from one read transaction.

use jiff::civil::{Date, DateTime};

use super::{Clock, OpError, Progress};
use crate::domain::calendar::in_oslo;
use crate::domain::policy::{Action, Actor};
use crate::store::{Change, Read};

/// Who looks, at what moment, on which date.
pub struct Viewer<'v> {
    pub read: &'v Read<'v>,
    pub actor: &'v Actor,
    /// The as-of date of every figure.
    pub today: Date,
    /// The true clock, whatever the business date is.
    pub clock: &'v dyn Clock,
    /// Where long work is reported.
    pub progress: &'v Progress,
}

impl Viewer<'_> {
    /// The moment as the steps of a meeting are stamped with it.
    #[must_use]
    pub fn now(&self) -> DateTime {
        self.today.to_datetime(in_oslo(self.clock.now()).time())
    }
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
