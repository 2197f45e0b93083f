//! What the form of a proposal needs: the proposal as it stands, and who may be named as applicant or owner.

use std::collections::BTreeMap;

use super::super::OpError;
use super::super::queries::participants::standing;
use super::{View, Viewer};
use crate::domain::contribution::Standing;
use crate::domain::participant::Number;
use crate::domain::proposal::{Proposal, Ref};
use crate::domain::refusal::refuse;

/// A proposal to be written or changed; `None` is a new one.
#[derive(Clone, Copy, Debug)]
pub struct Drafting {
    pub reference: Option<Ref>,
}

/// What is known before the first word is written.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftingData {
    pub proposal: Option<Proposal>,
    /// Names and standings of all participants (C4, C5).
    pub participants: BTreeMap<Number, (String, Standing)>,
}

impl View for Drafting {
    type Data = DraftingData;

    fn read(&self, viewer: &Viewer) -> Result<DraftingData, OpError> {
        let (read, today) = (viewer.read, viewer.today);
        let proposal = match self.reference {
            None => None,
            Some(reference) => {
                let row = read.proposal(reference)?;
                let row = row.ok_or_else(|| refuse("proposal-unknown").with("ref", reference))?;
                Some(row.proposal)
            }
        };
        let rows = read.participants(today)?.into_iter().map(|row| {
            let standing = standing(&read.fund.scheme, &row, today);
            (row.participant.number, (row.participant.name, standing))
        });
        Ok(DraftingData {
            proposal,
            participants: rows.collect(),
        })
    }
}
