//! Proposals: the list, and one of them with everything that the viewer may know of it.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use super::super::queries::blind::{scores_visible, unseen_proposals};
use super::super::queries::meetings::{council_rules, needs_a_vote};
use super::super::queries::participants::has_access;
use super::super::{Change, OpError, Part};
use super::rounds::{self, NotHandedIn, Tally};
use super::scoring::OwnCard;
use super::{View, Viewer};
use crate::domain::commitment::{Disbursement, Instalment, Standing};
use crate::domain::council::{Decided, Recommendation, Recommended, Round};
use crate::domain::money::Ore;
use crate::domain::proposal::{Gates, Ref};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::scheme::{Criterion, Limit};
use crate::domain::scoring::{Aggregate, Scorecard};
use crate::store::{ProposalRow, StoreError};

/// All proposals by reference.
#[derive(Clone, Copy, Debug)]
pub struct Proposals;

impl View for Proposals {
    type Data = Vec<ProposalRow>;

    fn shows(&self, change: &Change) -> bool {
        change.touches(&[Part::Proposals, Part::Rounds])
    }

    fn read(&self, viewer: &Viewer) -> Result<Vec<ProposalRow>, OpError> {
        Ok(viewer.read.proposals()?)
    }
}

/// All proposals, and how the council recommends on them.
#[derive(Clone, Copy, Debug)]
pub struct ProposalBoard;

/// What the list of proposals shows.
#[derive(Clone, Debug)]
pub struct ProposalBoardData {
    pub proposals: Vec<ProposalRow>,
    /// M14: by vote only.
    pub by_vote: bool,
}

impl View for ProposalBoard {
    type Data = ProposalBoardData;

    fn shows(&self, change: &Change) -> bool {
        Proposals.shows(change)
    }

    fn read(&self, viewer: &Viewer) -> Result<ProposalBoardData, OpError> {
        Ok(ProposalBoardData {
            proposals: Proposals.read(viewer)?,
            by_vote: !council_rules(viewer.read, viewer.today)?.recommend_outside_meeting,
        })
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
    /// How many members have submitted a card that counts, and how many are to (S4).
    pub submitted: usize,
    pub expected: usize,
    /// S4: the viewer's own scorecard.
    pub own: Option<OwnCard>,
    /// S4: who has not handed in, for those who remind them while the round is open.
    pub not_handed_in: Option<Vec<NotHandedIn>>,
    pub criteria: Vec<Criterion>,
    /// M5: the viewer is in conflict in this proposal.
    pub conflicted: bool,
    /// S3, or why the viewer doesn't see it (S4).
    pub aggregate: Result<Option<Aggregate>, Refusal>,
    /// The cards that count, by handle; none where the viewer doesn't see them (S4).
    pub cards: Vec<(String, Scorecard)>,
    /// M14: why the chair can't recommend on it without a vote.
    pub needs_a_vote: Option<Refusal>,
    /// M14: what was free when the council recommended more than that.
    pub beyond: Option<Ore>,
    /// Handles and grounds.
    pub conflicts: Vec<(String, String)>,
    pub recommended: Option<Recommended>,
    pub decided: Option<Decided>,
    pub commitment: Option<Standing>,
    pub plan: Vec<Instalment>,
    pub disbursements: Vec<Disbursement>,
    /// The names of all registered people, by handle.
    pub names: BTreeMap<String, String>,
    /// The proposals before and after this one, by reference.
    pub neighbours: (Option<Ref>, Option<Ref>),
}

impl View for ProposalView {
    type Data = ProposalData;

    fn shows(&self, change: &Change) -> bool {
        change.touches(&[Part::Proposals, Part::Rounds, Part::Books, Part::Solutions])
            && change.concerns(self.reference)
    }

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
        let (mut submitted, mut expected, mut aggregate) = (0, 0, Ok(None));
        let criteria = read.fund.scheme.criteria.clone();
        let (mut own, mut not_handed_in, mut all) = (None, None, Vec::new());
        let members = read.members(viewer.today)?;
        if let Some(round) = &round {
            let cards = read.cards_of_proposal(round.id, reference)?;
            let tally = Tally::of(viewer, &members, round)?;
            (submitted, expected) = (tally.submitted(reference), tally.expected(reference));
            let scores: Vec<_> = cards
                .iter()
                .filter_map(|card| card.card.member_score(&criteria))
                .collect();
            aggregate = visible.map(|()| Aggregate::of(&scores)).map_err(Refusal::from);
            if visible.is_ok() {
                let shown = cards.iter().map(|card| (card.handle.clone(), card.card.clone()));
                all = shown.collect();
            }
            let mine = cards.into_iter().find(|card| card.handle == viewer.actor.handle);
            own = mine.map(|card| OwnCard::of(card, &criteria));
            not_handed_in = rounds::not_handed_in(viewer, &members, round, Some(reference))?;
        }
        let mut recommended = read.recommendation(reference)?;
        let mut decided = read.decision(reference)?;
        let limit = read.fund.scheme.limit;
        let beyond = recommended
            .as_ref()
            .and_then(|recommended| beyond(recommended, limit));
        let bases = [
            recommended.as_mut().map(|recommended| &mut recommended.basis),
            decided.as_mut().map(|decided| &mut decided.basis),
        ];
        for basis in bases.into_iter().flatten() {
            *basis = if visible.is_ok() {
                seen_basis(viewer, basis)?
            } else {
                String::new()
            };
        }
        Ok(ProposalData {
            eligible: has_access(read, &row.proposal.details.applicant, viewer.today)?,
            qualification: read.qualification(reference)?,
            submitted,
            expected,
            own,
            not_handed_in,
            criteria,
            conflicted,
            aggregate,
            cards: all,
            needs_a_vote: needs_a_vote(read, reference, viewer.today)?,
            beyond,
            conflicts,
            recommended,
            decided,
            commitment: read.commitment(reference, viewer.today)?,
            plan: read.plan(reference)?,
            disbursements: read.disbursements_of(reference, viewer.today)?,
            names: members.into_iter().map(|m| (m.handle, m.name)).collect(),
            neighbours: read.neighbours(reference)?,
            round,
            row,
        })
    }
}

/// M14: what was free by the scheme's limit when more was recommended, as the basis (M8) kept it.
fn beyond(recommended: &Recommended, limit: Limit) -> Option<Ore> {
    let Recommendation::Approve { amount, .. } = recommended.recommendation else {
        return None;
    };
    let facts: Json = serde_json::from_str(&recommended.basis).ok()?;
    let key = match limit {
        Limit::OnHand => "free_on_hand_ore",
        Limit::CashFlow => "free_cash_flow_ore",
    };
    let free = Ore::new(facts.get(key)?.as_i64()?);
    (amount > free).then_some(free)
}

/// What a decision rested on (M8), as far as the viewer may see it. The place of a proposal in the council's list tells of
/// the others in it, so it is left out for a viewer who doesn't see them all (S4).
fn seen_basis(viewer: &Viewer, basis: &str) -> Result<String, OpError> {
    let corrupt = |what: &str| StoreError::Corrupt(format!("basis {basis:?}: {what}"));
    let mut facts: Map<String, Json> =
        serde_json::from_str(basis).map_err(|fault| corrupt(&fault.to_string()))?;
    let name = facts.get("round").and_then(Json::as_str);
    let round = viewer
        .read
        .round(name.ok_or_else(|| corrupt("no round"))?)?
        .ok_or_else(|| corrupt("unknown round"))?;
    if unseen_proposals(viewer.read, viewer.actor, &round)?.is_empty() {
        return Ok(basis.to_owned());
    }
    facts.remove("place");
    facts.remove("computed_place");
    Ok(Json::Object(facts).to_string())
}
