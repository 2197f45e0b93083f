//! All rounds with their progress, and what a new one could hold.

use std::collections::{BTreeMap, BTreeSet};

use super::super::OpError;
use super::super::queries::blind::reminds;
use super::{View, Viewer};
use crate::domain::council::{Round, next_round_name};
use crate::domain::member::Member;
use crate::domain::money::Ore;
use crate::domain::proposal::{Ref, Stage, Step};
use crate::i18n::by_name;
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
    /// S4: who has not handed in, for those who remind them while the round is open.
    pub not_handed_in: Option<Vec<NotHandedIn>>,
}

/// The open or latest round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundProgress {
    pub round: Round,
    pub proposals: usize,
    pub submitted: usize,
    pub expected: usize,
}

/// A member who is to hand in scorecards in an open round and has not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotHandedIn {
    pub handle: String,
    pub name: String,
    /// The proposals that are waiting for it, by reference, and whether the secretariat has registered a card that counts
    /// until then.
    pub proposals: Vec<(Ref, bool)>,
}

impl View for Rounds {
    type Data = Vec<RoundLine>;

    fn read(&self, viewer: &Viewer) -> Result<Vec<RoundLine>, OpError> {
        let rounds = viewer.read.rounds()?;
        let members = viewer.read.members(viewer.today)?;
        let lines = rounds.into_iter();
        lines.map(|row| line(viewer, &members, row.round)).collect()
    }
}

fn line(viewer: &Viewer, members: &[Member], round: Round) -> Result<RoundLine, OpError> {
    let proposals = viewer.read.round_proposals(round.id)?;
    let (submitted, expected) = progress(viewer, members, &round, &proposals)?;
    Ok(RoundLine {
        not_handed_in: not_handed_in(viewer, members, &round, None)?,
        round,
        proposals,
        submitted,
        expected,
    })
}

/// S4: who has not handed in what in an open round, by name; of one proposal, or of all. Nothing for those who don't remind
/// them, nor once the round is revealed.
pub(super) fn not_handed_in(
    viewer: &Viewer,
    members: &[Member],
    round: &Round,
    only: Option<Ref>,
) -> Result<Option<Vec<NotHandedIn>>, OpError> {
    if round.is_revealed() || !reminds(viewer.actor) {
        return Ok(None);
    }
    let read = viewer.read;
    let mut cards: BTreeMap<(Ref, String), bool> = BTreeMap::new();
    for card in read.cards(round.id)? {
        let is_handed_in = card.is_handed_in();
        cards.insert((card.reference, card.handle), is_handed_in);
    }
    let conflicts: BTreeSet<(Ref, String)> = read.conflicts_in(round.id)?.into_iter().collect();
    let proposals = read.round_proposals(round.id)?.into_iter();
    let open = proposals.filter(|proposal| {
        proposal.stage == Stage::Scoring && only.is_none_or(|one| one == proposal.reference)
    });
    let open: Vec<Ref> = open.map(|proposal| proposal.reference).collect();
    let scoring = members.iter().filter(|member| member.may_score());
    let mut missing: Vec<NotHandedIn> = scoring
        .map(|member| {
            let waits = |reference: &Ref| {
                let key = (*reference, member.handle.clone());
                let card = cards.get(&key).copied();
                (!conflicts.contains(&key) && card != Some(true)).then_some((*reference, card.is_some()))
            };
            NotHandedIn {
                proposals: open.iter().filter_map(waits).collect(),
                handle: member.handle.clone(),
                name: member.name.clone(),
            }
        })
        .collect();
    missing.retain(|member| !member.proposals.is_empty());
    missing.sort_by(|a, b| by_name(&a.name, &b.name).then_with(|| a.handle.cmp(&b.handle)));
    Ok(Some(missing))
}

/// Cards submitted, and expected, over the proposals that are not withdrawn.
pub(in crate::usecases) fn progress(
    viewer: &Viewer,
    members: &[Member],
    round: &Round,
    proposals: &[RoundProposal],
) -> Result<(usize, usize), OpError> {
    let tally = Tally::of(viewer, members, round)?;
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
    /// How many sit in the council: now, or when the round was revealed.
    seats: usize,
    /// By proposal: how many have submitted a card that counts, and how many of them had left the council.
    submitted: BTreeMap<Ref, (usize, usize)>,
    /// By proposal: how many of those who sit in the council are in conflict.
    conflicted: BTreeMap<Ref, usize>,
}

/// S3, M11: who sits in the council, and so is to score in a round; once it is revealed, who did then. `seen` are those who
/// have a card or a conflict in it.
fn council(
    read: &Read,
    members: &[Member],
    round: &Round,
    seen: &BTreeSet<&str>,
) -> Result<BTreeSet<String>, OpError> {
    let scoring = |members: &[Member]| {
        let scoring = members.iter().filter(|member| member.may_score());
        scoring.map(|member| member.handle.clone()).collect()
    };
    let Some(revealed_on) = round.revealed_on else {
        return Ok(scoring(members));
    };
    let mut then = read.members(revealed_on)?;
    // The log, which is long, is asked only of those whom the round doesn't tell of.
    let sits = |member: &&Member| member.roles.iter().any(|role| role.sits_in_council());
    let mut sitting = then.iter().filter(sits);
    if sitting.any(|member| !member.active || !seen.contains(member.handle.as_str())) {
        let away = read.not_at_the_reveal(&round.name)?;
        for member in &mut then {
            member.active = !away.contains(&member.handle);
        }
    }
    Ok(scoring(&then))
}

impl Tally {
    pub(in crate::usecases) fn of(
        viewer: &Viewer,
        members: &[Member],
        round: &Round,
    ) -> Result<Tally, OpError> {
        let read = viewer.read;
        let (submitters, conflicts) = (read.submitters(round.id)?, read.conflicts_in(round.id)?);
        let seen = submitters.iter().chain(&conflicts);
        let seen: BTreeSet<&str> = seen.map(|(_, handle)| handle.as_str()).collect();
        let council = council(read, members, round, &seen)?;
        let mut submitted: BTreeMap<Ref, (usize, usize)> = BTreeMap::new();
        for (proposal, handle) in &submitters {
            let (all, gone) = submitted.entry(*proposal).or_default();
            *all += 1;
            *gone += usize::from(!council.contains(handle));
        }
        let mut conflicted: BTreeMap<Ref, usize> = BTreeMap::new();
        let within = conflicts.iter().filter(|(_, handle)| council.contains(handle));
        for (proposal, _) in within {
            *conflicted.entry(*proposal).or_default() += 1;
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
