//! What a solution's going live or a project's stop comes to, before it is done.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::participants::standing;
use crate::domain::commitment::Disbursement;
use crate::domain::ledger::{Account, lowest_from};
use crate::domain::money::Ore;
use crate::domain::proposal::{PriceModel, Proposal, Ref};
use crate::domain::repayment::{Charge, planned_base};
use crate::store::{Read, StoreError};

/// R1: the planned base of a solution that goes live on a day, by those that it is for and that have paid in full by
/// then (C5).
pub(crate) fn base(read: &Read, proposal: &Proposal, on: Date) -> Result<Decimal, StoreError> {
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

/// R2: what the cost of a project will be: what is paid out, and what the commitment will still pay out.
pub(crate) fn ceiling(read: &Read, reference: Ref) -> Result<Ore, StoreError> {
    let paid: Ore = read
        .changes_of_cost(reference)?
        .iter()
        .map(|(_, change)| *change)
        .sum();
    let standing = read.commitment(reference, Date::MAX)?.unwrap_or_default();
    Ok(paid + standing.outstanding())
}

/// R2: how far adopters may on a day have paid ahead of what is paid out: what the commitment then has still to pay out.
pub(crate) fn in_advance(read: &Read, reference: Ref, as_of: Date) -> Result<Ore, StoreError> {
    let listed = read
        .solution(reference)?
        .is_some_and(|one| one.price_model != PriceModel::Shared);
    let standing = read.commitment(reference, as_of)?.unwrap_or_default();
    Ok(if listed { standing.outstanding() } else { Ore::ZERO })
}

/// What stopping a project today comes to, before it is done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stopping {
    /// Disbursements that are registered and not approved, by id.
    pub withdrawn: Vec<Disbursement>,
    /// What is left of the commitment.
    pub released: Ore,
    /// R2: what adopters are charged beyond what the cost then is: it is credited.
    pub credited: Ore,
    /// What is outstanding and not charged: it is written off.
    pub lost: Ore,
}

impl Stopping {
    pub(in crate::usecases) fn of(read: &Read, reference: Ref, today: Date) -> Result<Stopping, StoreError> {
        let waiting = read.waiting_disbursements(Date::MAX)?.into_iter();
        let charges = read.charges_on(reference, Date::MAX)?;
        let unpaid: Ore = charges.iter().map(Charge::open).sum();
        let standing = read.commitment(reference, Date::MAX)?.unwrap_or_default();
        let outstanding = lowest_from(read.changes_of(Account::Outstanding(reference), today)?, today);
        let shared = read
            .solution(reference)?
            .is_none_or(|one| one.price_model == PriceModel::Shared);
        let net: Ore = charges.iter().map(Charge::net).sum();
        let surplus = net - (ceiling(read, reference)? - standing.outstanding());
        Ok(Stopping {
            credited: if shared { Ore::ZERO } else { surplus.max(Ore::ZERO) },
            withdrawn: waiting.filter(|one| one.is_to(reference)).collect(),
            released: standing.outstanding(),
            lost: (outstanding - unpaid).max(Ore::ZERO),
        })
    }
}
