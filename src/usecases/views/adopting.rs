//! Who may take a solution into use today, and why the others may not (C5): what the form of an adoption shows.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::OpError;
use super::super::queries::participants::standing;
use super::{View, Viewer};
use crate::domain::participant::{Number, Participant};
use crate::domain::proposal::{Proposal, Ref, Step};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::repayment::{Solution, may_adopt};

/// A solution, and everyone who might take it into use.
#[derive(Clone, Copy, Debug)]
pub struct Adopting {
    pub reference: Ref,
}

/// What the form of an adoption shows.
#[derive(Clone, Debug, PartialEq)]
pub struct AdoptingData {
    pub proposal: Proposal,
    pub solution: Solution,
    pub candidates: BTreeMap<Number, Candidate>,
}

/// One of the invited, and whether it may take the solution into use today.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    pub participant: Participant,
    pub may: Result<(), Refusal>,
}

impl View for Adopting {
    type Data = AdoptingData;

    fn read(&self, viewer: &Viewer) -> Result<AdoptingData, OpError> {
        let (read, today, reference) = (viewer.read, viewer.today, self.reference);
        let row = read.proposal(reference)?;
        let proposal = row
            .ok_or_else(|| refuse("proposal-unknown").with("ref", reference))?
            .proposal;
        Step::Adopt.from(reference, proposal.stage)?;
        let solution = read.solution(reference)?;
        let solution = solution.ok_or_else(|| refuse("solution-missing").with("ref", reference))?;
        let before: BTreeMap<Number, Date> = read
            .adoptions(reference, Date::MAX)?
            .into_iter()
            .map(|one| (one.participant.number, one.adopted_on))
            .collect();
        let scheme = &read.fund.scheme;
        let candidates = read.participants(today)?.into_iter().map(|row| {
            let access = standing(scheme, &row, today).has_access();
            let participant = row.participant;
            let before = before.get(&participant.number).copied();
            let may = may_adopt((&proposal, &solution), &participant, (access, before), today);
            (participant.number.clone(), Candidate { participant, may })
        });
        Ok(AdoptingData {
            candidates: candidates.collect(),
            proposal: proposal.clone(),
            solution: solution.clone(),
        })
    }
}
