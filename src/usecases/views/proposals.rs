//! Proposals: the list, and one of them with everything that the viewer may know of it.

use super::super::OpError;
use super::participants::has_access;
use super::{View, Viewer, scores_visible};
use crate::domain::commitment::{Disbursement, Instalment, Standing};
use crate::domain::council::{Decided, Recommended, Round};
use crate::domain::proposal::{Gates, Ref};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::scoring::Aggregate;
use crate::store::ProposalRow;

/// All proposals by reference.
#[derive(Clone, Copy, Debug)]
pub struct Proposals;

impl View for Proposals {
    type Data = Vec<ProposalRow>;

    fn read(&self, viewer: &Viewer) -> Result<Vec<ProposalRow>, OpError> {
        Ok(viewer.read.proposals()?)
    }
}

/// One proposal.
#[derive(Clone, Copy, Debug)]
pub struct ProposalView {
    pub reference: Ref,
}

/// What is known of a proposal, as far as the viewer may see it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposalData {
    pub row: ProposalRow,
    /// C5: whether the applicant is eligible today.
    pub eligible: bool,
    pub qualification: Option<(Gates, String)>,
    pub round: Option<Round>,
    /// How many members have submitted a card that counts.
    pub submitted: usize,
    /// S3, or why the viewer doesn't see it (S4).
    pub aggregate: Result<Option<Aggregate>, Refusal>,
    /// Handles and grounds.
    pub conflicts: Vec<(String, String)>,
    pub recommended: Option<Recommended>,
    pub decided: Option<Decided>,
    pub commitment: Option<Standing>,
    pub plan: Vec<Instalment>,
    pub disbursements: Vec<Disbursement>,
}

impl View for ProposalView {
    type Data = ProposalData;

    fn read(&self, viewer: &Viewer) -> Result<ProposalData, OpError> {
        let (read, reference) = (viewer.read, self.reference);
        let row = read.proposal(reference)?;
        let row = row.ok_or_else(|| refuse("proposal-unknown").with("ref", reference))?;
        let round = read.round_of(reference)?;
        let conflicts = read.conflicts(reference)?;
        let conflicted = conflicts.iter().any(|(handle, _)| *handle == viewer.actor.handle);
        let visible = scores_visible(
            viewer.actor,
            round.as_ref(),
            conflicted,
            row.proposal.stage.is_decided(),
        );
        let (mut submitted, mut aggregate) = (0, Ok(None));
        if let Some(round) = &round {
            let cards = read.cards_of_case(round.id, reference)?;
            submitted = cards.len();
            let criteria = &read.fund.scheme.criteria;
            let scores: Vec<_> = cards
                .iter()
                .filter_map(|card| card.card.member_score(criteria))
                .collect();
            aggregate = visible.map(|()| Aggregate::of(&scores)).map_err(Refusal::from);
        }
        // What a recommendation rested on holds scores, so it is blind where they are (S4, M8).
        let hide = |basis: String| if visible.is_ok() { basis } else { String::new() };
        let recommended = read.recommendation(reference)?.map(|r| Recommended {
            basis: hide(r.basis.clone()),
            ..r
        });
        let mut disbursements = read.disbursements()?;
        disbursements.retain(|disbursement| disbursement.reference == reference);
        Ok(ProposalData {
            eligible: has_access(read, &row.proposal.details.applicant, viewer.today)?,
            qualification: read.qualification(reference)?,
            submitted,
            aggregate,
            conflicts,
            recommended,
            decided: read.decision(reference)?,
            commitment: read.commitment(reference, viewer.today)?,
            plan: read.plan(reference)?,
            disbursements,
            round,
            row,
        })
    }
}
