//! What is closed of the books (L2).

use jiff::civil::Date;

use super::super::OpError;
use super::{View, Viewer};

/// The closed period of the books.
#[derive(Clone, Copy, Debug)]
pub struct Periods;

/// What the forms of a closing and of a reopening show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodsData {
    /// The business date.
    pub as_of: Date,
    /// The last day that is closed.
    pub closed_through: Option<Date>,
}

impl View for Periods {
    type Data = PeriodsData;

    fn read(&self, viewer: &Viewer) -> Result<PeriodsData, OpError> {
        Ok(PeriodsData {
            as_of: viewer.today,
            closed_through: viewer.read.closed_through()?,
        })
    }
}
