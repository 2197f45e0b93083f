//! A member's own scorecards in the latest open round, and how many have submitted. Nothing of anyone else's (S4).

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Change, OpError, Part};
use super::rounds::Tally;
use super::{View, Viewer};
use crate::domain::council::Round;
use crate::domain::money::Ore;
use crate::domain::policy::Action;
use crate::domain::proposal::{Ref, Stage};
use crate::domain::scheme::Criterion;
use crate::domain::scoring::Scorecard;
use crate::store::CardRow;
use rust_decimal::Decimal;

/// The round that is open for scoring, as the viewer has scored it.
#[derive(Clone, Copy, Debug)]
pub struct ScoringView;

/// A proposal of the round with the viewer's own card.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposalToScore {
    pub reference: Ref,
    pub title: String,
    pub summary: String,
    pub applied: Ore,
    pub own: Option<OwnCard>,
    /// The viewer has declared a conflict and doesn't score it.
    pub conflicted: bool,
    /// How many members have submitted.
    pub submitted: usize,
    /// How many members may: the council less the conflicted.
    pub expected: usize,
}

/// The viewer's own card.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnCard {
    pub card: Scorecard,
    /// S3: the weighted mean of the card.
    pub score: Option<Decimal>,
    pub comment: String,
    /// S4: the viewer has handed it in; if not, the secretariat registered it and it counts until the viewer does.
    pub handed_in: bool,
}

/// What the scoring screen shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoringData {
    /// `None` when no round is open.
    pub round: Option<Round>,
    /// The viewer sits in the council and scores.
    pub scores: bool,
    pub criteria: Vec<Criterion>,
    /// By reference.
    pub proposals: Vec<ProposalToScore>,
}

impl OwnCard {
    pub(super) fn of(row: CardRow, criteria: &[Criterion]) -> OwnCard {
        OwnCard {
            handed_in: row.is_handed_in(),
            score: row.card.member_score(criteria),
            card: row.card,
            comment: row.comment,
        }
    }
}

impl ProposalToScore {
    /// Whether the viewer has handed in a card of their own.
    #[must_use]
    pub fn is_handed_in(&self) -> bool {
        self.own.as_ref().is_some_and(|own| own.handed_in)
    }
}

impl ScoringData {
    /// How many proposals the viewer is to score, and has scored.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let mine = self.proposals.iter().filter(|proposal| !proposal.conflicted);
        let scored = mine.clone().filter(|proposal| proposal.is_handed_in()).count();
        (scored, mine.count())
    }

    /// How many cards are submitted, and expected, in all.
    #[must_use]
    pub fn submitted(&self) -> (usize, usize) {
        let submitted = self.proposals.iter().map(|proposal| proposal.submitted).sum();
        (
            submitted,
            self.proposals.iter().map(|proposal| proposal.expected).sum(),
        )
    }
}

impl View for ScoringView {
    type Data = ScoringData;

    fn shows(&self, change: &Change) -> bool {
        change.touches(&[Part::Rounds, Part::Proposals])
    }

    fn action(&self) -> Action {
        Action::Read
    }

    fn read(&self, viewer: &Viewer) -> Result<ScoringData, OpError> {
        let read = viewer.read;
        let criteria = read.fund.scheme.criteria.clone();
        let scores = viewer.actor.sits_in_council();
        let rounds = read.rounds()?;
        let open = rounds.into_iter().rev().find(|row| !row.round.is_revealed());
        let Some(round) = open.map(|row| row.round) else {
            return Ok(ScoringData {
                round: None,
                scores,
                criteria,
                proposals: Vec::new(),
            });
        };
        let me = viewer.actor.handle.as_str();
        let tally = Tally::of(viewer, &read.members(viewer.today)?, &round)?;
        let mut own: BTreeMap<Ref, OwnCard> = BTreeMap::new();
        for row in read.cards_of_member(round.id, me)? {
            own.insert(row.reference, OwnCard::of(row, &criteria));
        }
        let conflicts = read.conflicts_of(round.id, me)?.into_iter();
        let conflicts: BTreeSet<Ref> = conflicts.map(|(proposal, _)| proposal).collect();
        let proposals = read
            .round_proposals(round.id)?
            .into_iter()
            .filter(|proposal| proposal.stage == Stage::Scoring);
        let proposals = proposals
            .map(|proposal| ProposalToScore {
                own: own.remove(&proposal.reference),
                conflicted: conflicts.contains(&proposal.reference),
                submitted: tally.submitted(proposal.reference),
                expected: tally.expected(proposal.reference),
                reference: proposal.reference,
                title: proposal.title,
                summary: proposal.summary,
                applied: proposal.applied,
            })
            .collect();
        Ok(ScoringData {
            round: Some(round),
            scores,
            criteria,
            proposals,
        })
    }
}
