//! All rounds with their progress, and what a new one could hold.

use std::collections::BTreeMap;

use super::super::OpError;
use super::{View, Viewer};
use crate::domain::council::{Round, next_round_name};
use crate::domain::money::Ore;
use crate::domain::proposal::{Ref, Stage, Step};
use crate::store::{Read, RoundProposal};

/// All rounds, oldest first.
#[derive(Clone, Copy, Debug)]
pub struct Rounds;

/// A round, its proposals, and how far the scoring has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundLine {
    pub round: Round,
    pub proposals: Vec<RoundProposal>,
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
    let proposals = read.round_proposals(round.id)?;
    let (submitted, expected) = progress(read, &round, &proposals)?;
    Ok(RoundLine {
        round,
        proposals,
        submitted,
        expected,
    })
}

/// Cards submitted, and expected, over the proposals that are not withdrawn.
pub(in crate::usecases) fn progress(
    read: &Read,
    round: &Round,
    proposals: &[RoundProposal],
) -> Result<(usize, usize), OpError> {
    let tally = Tally::of(read, round)?;
    let open = proposals
        .iter()
        .filter(|proposal| proposal.stage != Stage::Withdrawn);
    Ok(open.fold((0, 0), |(submitted, expected), proposal| {
        let reference = proposal.reference;
        (
            submitted + tally.submitted(reference),
            expected + tally.expected(reference),
        )
    }))
}

/// How many cards there are in a round, by proposal. It knows whose, and doesn't tell (S4).
pub(in crate::usecases) struct Tally {
    /// How many sit in the council now.
    seats: usize,
    /// By proposal: how many have submitted a card that counts, and how many of them no longer sit in the council.
    submitted: BTreeMap<Ref, (usize, usize)>,
    /// By proposal: how many of those who sit in the council are in conflict.
    conflicted: BTreeMap<Ref, usize>,
}

impl Tally {
    pub(in crate::usecases) fn of(read: &Read, round: &Round) -> Result<Tally, OpError> {
        let council = read.council()?;
        let mut submitted: BTreeMap<Ref, (usize, usize)> = BTreeMap::new();
        for (proposal, handle) in read.submitters(round.id)? {
            let (all, gone) = submitted.entry(proposal).or_default();
            *all += 1;
            *gone += usize::from(!council.contains(&handle));
        }
        let mut conflicted: BTreeMap<Ref, usize> = BTreeMap::new();
        let conflicts = read.conflicts_in(round.id)?.into_iter();
        for (proposal, _) in conflicts.filter(|(_, handle)| council.contains(handle)) {
            *conflicted.entry(proposal).or_default() += 1;
        }
        Ok(Tally {
            seats: council.len(),
            submitted,
            conflicted,
        })
    }

    pub(in crate::usecases) fn submitted(&self, proposal: Ref) -> usize {
        self.submitted.get(&proposal).map_or(0, |(all, _)| *all)
    }

    /// The council less the conflicted; and those who had submitted before they left it.
    pub(in crate::usecases) fn expected(&self, proposal: Ref) -> usize {
        let conflicted = self.conflicted.get(&proposal).copied().unwrap_or(0);
        let gone = self.submitted.get(&proposal).map_or(0, |(_, gone)| *gone);
        self.seats - conflicted + gone
    }
}

/// What a new round could hold.
#[derive(Clone, Copy, Debug)]
pub struct Candidates;

/// The proposals that can be taken up, and a name for the round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRound {
    pub name: String,
    /// By reference.
    pub proposals: Vec<Candidate>,
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
        let proposals = ready
            .map(|proposal| Candidate {
                reference: proposal.reference,
                title: proposal.details.title,
                applied: proposal.details.applied,
                stage: proposal.stage,
            })
            .collect();
        Ok(NewRound { name, proposals })
    }
}
