//! All rounds with their progress, and what a new one could hold.

use super::super::OpError;
use super::{View, Viewer};
use crate::domain::council::{Round, next_round_name};
use crate::domain::money::Ore;
use crate::domain::proposal::{Ref, Stage, Step};
use crate::store::{CaseRow, Read};

/// All rounds, oldest first.
#[derive(Clone, Copy, Debug)]
pub struct Rounds;

/// A round, its cases, and how far the scoring has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundLine {
    pub round: Round,
    pub cases: Vec<CaseRow>,
    /// Cards submitted that count, and cards expected: what everyone may know (S4).
    pub submitted: usize,
    pub expected: usize,
}

impl View for Rounds {
    type Data = Vec<RoundLine>;

    fn read(&self, viewer: &Viewer) -> Result<Vec<RoundLine>, OpError> {
        let rounds = viewer.read.rounds()?;
        rounds
            .into_iter()
            .map(|row| line(viewer.read, row.round))
            .collect()
    }
}

fn line(read: &Read, round: Round) -> Result<RoundLine, OpError> {
    let cases = read.cases(round.id)?;
    let (submitted, expected) = progress(read, &round, &cases)?;
    Ok(RoundLine {
        round,
        cases,
        submitted,
        expected,
    })
}

/// Cards submitted, and expected: the council less the conflicted, over the cases that are not withdrawn.
pub(in crate::usecases) fn progress(
    read: &Read,
    round: &Round,
    cases: &[CaseRow],
) -> Result<(usize, usize), OpError> {
    let open: Vec<_> = cases
        .iter()
        .filter(|case| case.stage != Stage::Withdrawn)
        .collect();
    let is_open = |reference| open.iter().any(|case| case.reference == reference);
    let counts = read.submitted_counts(round.id)?;
    let submitted = counts
        .iter()
        .filter(|(case, _)| is_open(*case))
        .map(|(_, count)| count)
        .sum();
    let conflicts = read
        .conflicts_in(round.id)?
        .iter()
        .filter(|(case, _)| is_open(*case))
        .count();
    Ok((
        submitted,
        (read.council_size()? * open.len()).saturating_sub(conflicts),
    ))
}

/// What a new round could hold.
#[derive(Clone, Copy, Debug)]
pub struct Candidates;

/// The proposals that can be taken up, and a name for the round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRound {
    pub name: String,
    /// By reference.
    pub cases: Vec<Candidate>,
}

/// A proposal that can be taken up in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub reference: Ref,
    pub title: String,
    pub applied: Ore,
    /// Qualified, or postponed from an earlier round.
    pub stage: Stage,
}

impl View for Candidates {
    type Data = NewRound;

    fn read(&self, viewer: &Viewer) -> Result<NewRound, OpError> {
        let rounds = viewer.read.rounds()?;
        let names = rounds.iter().map(|row| row.round.name.as_str());
        let name = next_round_name(viewer.today.year(), names);
        let proposals = viewer.read.proposals()?.into_iter().map(|row| row.proposal);
        let ready = proposals.filter(|p| Step::OpenRound.from(p.reference, p.stage).is_ok());
        let cases = ready
            .map(|proposal| Candidate {
                reference: proposal.reference,
                title: proposal.details.title,
                applied: proposal.details.applied,
                stage: proposal.stage,
            })
            .collect();
        Ok(NewRound { name, cases })
    }
}
