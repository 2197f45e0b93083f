//! The capital as people work with it: every commitment with the instalment that comes next, and the disbursements that
//! wait for a second pair of eyes.

use super::super::OpError;
use super::capital::CapitalView;
use super::forecast::Ahead;
use super::{View, Viewer};
use crate::domain::capital::Capital;
use crate::domain::commitment::{Disbursement, Instalment, Standing, next_instalment};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::scheme::Limit;

/// The capital as of the business date, and what is to be done about it.
#[derive(Clone, Copy, Debug)]
pub struct CapitalBoard;

/// A commitment and what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentLine {
    pub reference: Ref,
    pub title: String,
    pub standing: Standing,
    /// K4: what neither is paid nor waits; `None` when all of it is.
    pub next: Option<Instalment>,
}

/// A disbursement that waits for approval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingLine {
    pub disbursement: Disbursement,
    pub title: String,
    /// The name of who registered it.
    pub registered_by: String,
    /// L6: the viewer registered it, and so can't approve it.
    pub own: bool,
}

/// What the capital screen shows.
#[derive(Clone, Debug, PartialEq)]
pub struct CapitalBoardData {
    pub capital: Capital,
    pub limit: Limit,
    /// K2 and F6: what the expected path says today.
    pub ahead: Ahead,
    /// By reference.
    pub commitments: Vec<CommitmentLine>,
    /// In the order in which they were registered.
    pub waiting: Vec<WaitingLine>,
}

impl CapitalBoardData {
    /// What would leave the bank if all that waits were approved.
    #[must_use]
    pub fn waiting_sum(&self) -> Ore {
        self.waiting.iter().map(|line| line.disbursement.amount).sum()
    }
}

impl View for CapitalBoard {
    type Data = CapitalBoardData;

    fn read(&self, viewer: &Viewer) -> Result<CapitalBoardData, OpError> {
        let read = viewer.read;
        let known = CapitalView.read(viewer)?;
        let waiting = read.waiting_disbursements()?;
        let mut commitments = Vec::with_capacity(known.commitments.len());
        for (reference, title, standing) in known.commitments {
            let registered: Ore = waiting
                .iter()
                .filter(|disbursement| disbursement.reference == reference)
                .map(|disbursement| disbursement.amount)
                .sum();
            commitments.push(CommitmentLine {
                reference,
                title,
                standing,
                next: next_instalment(&read.plan(reference)?, standing, registered),
            });
        }
        let mut lines = Vec::with_capacity(waiting.len());
        for disbursement in waiting {
            let title = read.proposal(disbursement.reference)?;
            let who = read.member(&disbursement.registered_by)?;
            lines.push(WaitingLine {
                title: title.map(|row| row.proposal.details.title).unwrap_or_default(),
                registered_by: who.map_or_else(|| disbursement.registered_by.clone(), |member| member.name),
                own: disbursement.registered_by == viewer.actor.handle,
                disbursement,
            });
        }
        Ok(CapitalBoardData {
            capital: known.capital,
            limit: known.limit,
            ahead: known.ahead,
            commitments,
            waiting: lines,
        })
    }
}
