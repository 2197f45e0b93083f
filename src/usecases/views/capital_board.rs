//! The capital as people work with it: what is expected of it, every commitment with the instalment that comes next, and
//! the disbursements that wait for a second pair of eyes, or are approved and dated ahead.

use super::super::{Change, OpError, Part};
use super::commitments::{self, CommitmentLine, OpenDisbursements};
use super::forecast::{ForecastData, ForecastView};
use super::{View, Viewer};
use crate::domain::commitment::{Disbursement, Payee};
use crate::domain::forecast::{Settings, WhatIf};
use crate::domain::proposal::Ref;

/// The capital as of the business date, what is to be done about it, and the forecast under a what-if (F5).
#[derive(Clone, Debug, Default)]
pub struct CapitalBoard {
    pub what_if: WhatIf,
    pub settings: Settings,
}

/// A disbursement that waits for approval, or is approved and to be paid on a later day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisbursementLine {
    pub disbursement: Disbursement,
    pub title: String,
    /// The name of who registered it.
    pub registered_by: String,
    /// The name of who approved it, once somebody has.
    pub approved_by: String,
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
    pub waiting: Vec<DisbursementLine>,
    /// Approved, and dated after the business date: neither waiting nor paid.
    pub ahead: Vec<DisbursementLine>,
}

impl View for CapitalBoard {
    type Data = CapitalBoardData;

    fn shows(&self, change: &Change) -> bool {
        change.touches(&[
            Part::Books,
            Part::Participants,
            Part::Proposals,
            Part::Solutions,
            Part::Forecasts,
        ])
    }

    fn read(&self, viewer: &Viewer) -> Result<CapitalBoardData, OpError> {
        let read = viewer.read;
        let forecast = ForecastView {
            what_if: self.what_if.clone(),
            settings: self.settings,
        };
        let forecast = forecast.read(viewer)?;
        let title = |reference: Ref| forecast.titles.get(&reference).cloned().unwrap_or_default();
        let open = OpenDisbursements::of(read.disbursements(viewer.today)?, viewer.today);
        let commitments = commitments::lines(viewer, &open, |reference| Ok(title(reference)))?;
        let name = |handle: &str| -> Result<String, OpError> {
            let who = read.member(handle, viewer.today)?;
            Ok(who.map_or_else(|| handle.to_owned(), |member| member.name))
        };
        let line = |disbursement: Disbursement| -> Result<DisbursementLine, OpError> {
            let approval = disbursement.approved.as_ref();
            Ok(DisbursementLine {
                title: match &disbursement.payee {
                    Payee::Project(reference) => title(*reference),
                    Payee::Participant(number) => {
                        let row = read.participant(number, viewer.today)?;
                        row.map(|row| row.participant.name).unwrap_or_default()
                    }
                },
                registered_by: name(&disbursement.registered_by)?,
                approved_by: approval.map_or(Ok(String::new()), |approval| name(&approval.by))?,
                own: disbursement.registered_by == viewer.actor.handle,
                disbursement,
            })
        };
        let waiting = open.waiting.into_iter().map(line).collect::<Result<_, _>>()?;
        let ahead = open.ahead.into_iter().map(line).collect::<Result<_, _>>()?;
        Ok(CapitalBoardData {
            forecast,
            commitments,
            waiting,
            ahead,
        })
    }
}
