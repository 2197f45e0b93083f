//! The journal, and the disbursements with what they wait for.

use super::super::OpError;
use super::{View, Viewer};
use crate::domain::commitment::Disbursement;
use crate::store::JournalLine;

/// Every posting up to the business date, by voucher.
#[derive(Clone, Copy, Debug)]
pub struct Journal;

impl View for Journal {
    type Data = Vec<JournalLine>;

    fn read(&self, viewer: &Viewer) -> Result<Vec<JournalLine>, OpError> {
        Ok(viewer.read.journal(viewer.today)?)
    }
}

/// Every disbursement that is registered by the business date, as it stands then, in the order of registration.
#[derive(Clone, Copy, Debug)]
pub struct Disbursements;

impl View for Disbursements {
    type Data = Vec<Disbursement>;

    fn read(&self, viewer: &Viewer) -> Result<Vec<Disbursement>, OpError> {
        Ok(viewer.read.disbursements(viewer.today)?)
    }
}
