//! What stands before the council when it recommends, and before KS when it decides: the proposal as the viewer may see
//! it, and the money that the decision would draw on.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::super::OpError;
use super::super::queries::ahead::Ahead;
pub use super::super::queries::ahead::Awaiting;
use super::proposals::ProposalData;
use super::{ProposalView, View, Viewer};
use crate::domain::capital::committable;
use crate::domain::commitment::{Instalment, standard_plan};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::scheme::Limit;

/// One proposal on the table.
#[derive(Clone, Copy, Debug)]
pub struct Deliberation {
    pub reference: Ref,
}

/// The proposal, and what limits a commitment.
#[derive(Clone, Debug, PartialEq)]
pub struct DeliberationData {
    pub proposal: ProposalData,
    /// K1: what a commitment may take today, so that it is covered on every later day too. May be negative.
    pub free: Ore,
    /// K2, and what would follow from a commitment.
    pub ahead: Ahead,
    /// Which of the two limits a commitment.
    pub limited_by: Limit,
    /// M7: what else the council recommends to commit and KS has yet to decide.
    pub awaiting: Vec<(Ref, Ore)>,
    /// K4: the scheme's standard profile.
    pub profile: Vec<Decimal>,
    /// The day of a decision that is taken now.
    pub today: Date,
}

impl DeliberationData {
    /// K1: what would be free if so much were committed now.
    #[must_use]
    pub fn free_after(&self, amount: Ore) -> Ore {
        self.free - amount
    }

    /// K2: what would be free if so much were committed to the proposal now.
    #[must_use]
    pub fn free_cash_flow_after(&self, amount: Ore) -> Ore {
        self.ahead
            .free_cash_flow_after(self.proposal.row.proposal.reference, amount)
    }

    /// Whether the scheme lets so much be committed now (K1, K2).
    #[must_use]
    pub fn covers(&self, amount: Ore) -> bool {
        amount <= self.limit()
    }

    /// The most that the scheme lets be committed now (K1, K2).
    #[must_use]
    pub fn limit(&self) -> Ore {
        match self.limited_by {
            Limit::OnHand => self.free,
            Limit::CashFlow => self.ahead.free_cash_flow,
        }
    }

    /// M7: what else awaits KS, and what would be free if it were committed and so much to the proposal.
    #[must_use]
    pub fn awaiting_with(&self, amount: Ore) -> Option<Awaiting> {
        let by_cash_flow = (self.limited_by == Limit::CashFlow).then_some(&self.ahead);
        let this = (self.proposal.row.proposal.reference, amount);
        Awaiting::of(&self.awaiting, &[this], self.free, by_cash_flow)
    }

    /// K4: how so much would be paid out, if nothing else is decided.
    #[must_use]
    pub fn plan(&self, amount: Ore) -> Vec<Instalment> {
        standard_plan(amount, &self.profile, self.today)
    }
}

impl View for Deliberation {
    type Data = DeliberationData;

    fn read(&self, viewer: &Viewer) -> Result<DeliberationData, OpError> {
        let reference = self.reference;
        let scheme = &viewer.read.fund.scheme;
        let mut awaiting = viewer.read.awaiting_ks()?;
        awaiting.retain(|(other, _)| *other != reference);
        Ok(DeliberationData {
            proposal: ProposalView { reference }.read(viewer)?,
            free: committable(viewer.read.changes_of_free(viewer.today)?, viewer.today, scheme),
            ahead: Ahead::read(viewer.read, viewer.today)?,
            limited_by: scheme.limit,
            awaiting,
            profile: scheme.profile.clone(),
            today: viewer.today,
        })
    }
}
