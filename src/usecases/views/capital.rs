//! The capital on a date.

use super::super::OpError;
use super::super::queries::ahead::Ahead;
use super::super::queries::forecast_facts::capital_and_facts;
use super::{View, Viewer};
use crate::domain::capital::Capital;
use crate::domain::scheme::Limit;

/// The capital as of the business date.
#[derive(Clone, Copy, Debug)]
pub struct CapitalView;

/// What the capital screen and `kommit capital` show.
#[derive(Clone, Debug, PartialEq)]
pub struct CapitalData {
    pub capital: Capital,
    pub limit: Limit,
    /// K2 and F6: what the expected path says today.
    pub ahead: Ahead,
}

impl View for CapitalView {
    type Data = CapitalData;

    fn read(&self, viewer: &Viewer) -> Result<CapitalData, OpError> {
        let (read, today) = (viewer.read, viewer.today);
        let (capital, facts) = capital_and_facts(read, today)?;
        Ok(CapitalData {
            capital,
            limit: read.fund.scheme.limit,
            ahead: Ahead::of(facts),
        })
    }
}
