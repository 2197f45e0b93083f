//! What a solution's going live or a project's stop comes to, before it is done.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::participants::standing;
use crate::domain::commitment::Disbursement;
use crate::domain::ledger::{Account, lowest_from};
use crate::domain::money::Ore;
use crate::domain::proposal::{Proposal, Ref};
use crate::domain::repayment::{Charge, planned_base};
use crate::store::{Read, StoreError};

/// R1: the planned base of a solution that goes live on a day, by those that it is for and that have paid in full by
/// then (C5).
pub fn base(read: &Read, proposal: &Proposal, on: Date) -> Result<Decimal, StoreError> {
    let scheme = &read.fund.scheme;
    let benefit = proposal.details.benefit;
    let rows = read.participants(on)?;
    let with_access = rows
        .iter()
        .filter(|row| benefit.includes(row.participant.kind) && standing(scheme, row, on).has_access());
    let inhabitants = with_access.map(|row| u64::from(row.participant.population)).sum();
    let likely = proposal.details.uptake.or(scheme.uptake);
    Ok(planned_base(likely, inhabitants))
}

/// What stopping a project today comes to, before it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stopping {
    /// Disbursements that are registered and not approved, by id.
    pub withdrawn: Vec<Disbursement>,
    /// What is left of the commitment.
    pub released: Ore,
    /// What is outstanding and not charged: it is written off.
    pub lost: Ore,
}

impl Stopping {
    pub(in crate::usecases) fn of(read: &Read, reference: Ref, today: Date) -> Result<Stopping, StoreError> {
        let waiting = read.waiting_disbursements(Date::MAX)?.into_iter();
        let charges = read.charges_on(reference, Date::MAX)?;
        let unpaid: Ore = charges.iter().map(Charge::open).sum();
        let standing = read.commitment(reference, Date::MAX)?.unwrap_or_default();
        let outstanding = lowest_from(read.changes_of(Account::Outstanding(reference))?, today);
        Ok(Stopping {
            withdrawn: waiting.filter(|one| one.reference == reference).collect(),
            released: standing.outstanding(),
            lost: (outstanding - unpaid).max(Ore::ZERO),
        })
    }
}
