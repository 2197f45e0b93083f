//! What KS has committed, each with the instalment that comes next (K4), and the disbursements of it (L6).

use jiff::civil::Date;

use super::super::OpError;
use super::{View, Viewer};
use crate::domain::commitment::{Disbursement, Instalment, Standing, next_instalment};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;

/// Every commitment as of the business date, by reference.
#[derive(Clone, Copy, Debug)]
pub struct Commitments;

/// A commitment and what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentLine {
    pub reference: Ref,
    pub title: String,
    pub standing: Standing,
    /// What of the rest is registered and not yet paid: it waits for approval (L6) or for its day.
    pub waiting: Ore,
    /// K4: what neither is paid nor waits; `None` when all of it is.
    pub next: Option<Instalment>,
}

impl View for Commitments {
    type Data = Vec<CommitmentLine>;

    fn read(&self, viewer: &Viewer) -> Result<Vec<CommitmentLine>, OpError> {
        let open = OpenDisbursements::of(viewer.read.disbursements(viewer.today)?, viewer.today);
        lines(viewer, &open, |reference| Ok(viewer.read.title(reference)?))
    }
}

/// Every disbursement that is registered by the business date.
#[derive(Clone, Copy, Debug)]
pub struct Disbursements;

/// Disbursements as they stand on the business date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisbursementsData {
    /// In the order of registration.
    pub all: Vec<Disbursement>,
    pub open: OpenDisbursements,
}

/// Disbursements that are still to be paid, in the order of registration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenDisbursements {
    pub waiting: Vec<Disbursement>,
    /// Approved, dated after the business date, and not reversed: neither waiting nor paid.
    pub ahead: Vec<Disbursement>,
}

impl View for Disbursements {
    type Data = DisbursementsData;

    fn read(&self, viewer: &Viewer) -> Result<DisbursementsData, OpError> {
        let all = viewer.read.disbursements(viewer.today)?;
        let open = OpenDisbursements::of(all.clone(), viewer.today);
        Ok(DisbursementsData { all, open })
    }
}

impl OpenDisbursements {
    /// Those that are open among `all`, as they stood at the end of `today`.
    pub(super) fn of(all: Vec<Disbursement>, today: Date) -> OpenDisbursements {
        let mut open = OpenDisbursements::default();
        for one in all {
            match &one.approved {
                Some(approval) if approval.reversed.is_none() && one.pay_on > today => {
                    open.ahead.push(one);
                }
                None if one.waits() => open.waiting.push(one),
                _ => {}
            }
        }
        open
    }

    /// Those that wait, and after them those dated ahead.
    pub fn iter(&self) -> impl Iterator<Item = &Disbursement> {
        self.waiting.iter().chain(&self.ahead)
    }
}

pub(super) fn lines(
    viewer: &Viewer,
    open: &OpenDisbursements,
    title: impl Fn(Ref) -> Result<String, OpError>,
) -> Result<Vec<CommitmentLine>, OpError> {
    let read = viewer.read;
    let mut standings = read.commitments(viewer.today)?;
    standings.sort_by_key(|(reference, _)| *reference);
    let line = |(reference, standing): (Ref, Standing)| {
        let registered = open.iter().filter(|one| one.is_to(reference));
        let waiting: Ore = registered.map(|one| one.amount).sum();
        Ok(CommitmentLine {
            reference,
            title: title(reference)?,
            standing,
            waiting,
            next: next_instalment(&read.plan(reference)?, standing, waiting),
        })
    };
    standings.into_iter().map(line).collect()
}
