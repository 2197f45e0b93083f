//! The capital as people work with it: what is expected of it, every commitment with the instalment that comes next, and
//! the disbursements that wait for a second pair of eyes.

use super::super::OpError;
use super::forecast::{ForecastData, ForecastView};
use super::{View, Viewer};
use crate::domain::commitment::{Disbursement, Instalment, Standing, next_instalment};
use crate::domain::forecast::{Overlay, Settings};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;

/// The capital as of the business date, what is to be done about it, and the forecast under an overlay (F5).
#[derive(Clone, Debug, Default)]
pub struct CapitalBoard {
    pub overlay: Overlay,
    pub settings: Settings,
}

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
#[derive(Clone, Debug)]
pub struct CapitalBoardData {
    pub forecast: ForecastData,
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
        let forecast = ForecastView {
            overlay: self.overlay.clone(),
            settings: self.settings,
        };
        let forecast = forecast.read(viewer)?;
        let title = |reference: Ref| forecast.titles.get(&reference).cloned().unwrap_or_default();
        let waiting = read.waiting_disbursements(viewer.today)?;
        let mut standings = read.commitments(viewer.today)?;
        standings.sort_by_key(|(reference, _)| *reference);
        let mut commitments = Vec::with_capacity(standings.len());
        for (reference, standing) in standings {
            let registered: Ore = waiting
                .iter()
                .filter(|disbursement| disbursement.reference == reference)
                .map(|disbursement| disbursement.amount)
                .sum();
            commitments.push(CommitmentLine {
                reference,
                title: title(reference),
                standing,
                next: next_instalment(&read.plan(reference)?, standing, registered),
            });
        }
        let mut lines = Vec::with_capacity(waiting.len());
        for disbursement in waiting {
            let who = read.member(&disbursement.registered_by)?;
            lines.push(WaitingLine {
                title: title(disbursement.reference),
                registered_by: who.map_or_else(|| disbursement.registered_by.clone(), |member| member.name),
                own: disbursement.registered_by == viewer.actor.handle,
                disbursement,
            });
        }
        Ok(CapitalBoardData {
            forecast,
            commitments,
            waiting: lines,
        })
    }
}
