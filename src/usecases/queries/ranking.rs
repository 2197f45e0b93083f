//! What a revealed round is ranked by, and the ranked list. A proposal that the reader is in conflict in is left out before
//! anything is ranked, so that no place, sum or line tells of it (S4).

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::super::OpError;
use super::blind::{scores_visible, unseen_cases};
use crate::domain::council::{Recommendation, Round, round_to_rank};
use crate::domain::money::Ore;
use crate::domain::policy::Actor;
use crate::domain::proposal::{Ref, Stage};
use crate::domain::ranking::{Claim, CutRule, Move, Placed, RankedProposal, Ranking, rank};
use crate::domain::refusal::refuse;
use crate::domain::scoring::Aggregate;
use crate::store::{Read, RoundProposal};

/// What a screen needs beside the place of a proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedFacts {
    pub reference: Ref,
    pub title: String,
    pub applied: Ore,
    pub stage: Stage,
    pub recommendation: Option<Recommendation>,
    /// How many member scores round to 1, 2 … 5.
    pub spread: [usize; 5],
}

/// S4: a revealed round as far as the viewer may see it.
pub struct Seen {
    pub round: Round,
    pub material: Material,
    /// How many proposals are left out.
    pub left_out: usize,
}

impl Seen {
    /// The round of a name, or the one that [`round_to_rank`] takes.
    pub fn of(read: &Read, actor: &Actor, name: Option<&str>) -> Result<Seen, OpError> {
        let round = if let Some(name) = name {
            read.round(name)?
                .ok_or_else(|| refuse("round-unknown").with("round", name))?
        } else {
            let mut rounds = read.rounds()?;
            let at = round_to_rank(rounds.iter().map(|row| &row.round));
            rounds.swap_remove(at.ok_or_else(|| refuse("no-round"))?).round
        };
        scores_visible(actor, Some(&round), false, false)?;
        let unseen = unseen_cases(read, actor, &round)?;
        let material = Material::gather(read, &round)?.without(&unseen);
        Ok(Seen {
            round,
            material,
            left_out: unseen.len(),
        })
    }
}

/// Where a proposal stands in the council's whole list, for what a decision rests on (M8).
pub fn placed(read: &Read, round: &Round, reference: Ref) -> Result<Option<Placed>, OpError> {
    let ranking = Material::gather(read, round)?.rank(CutRule::Stop, Ore::ZERO);
    Ok(ranking
        .items
        .into_iter()
        .find(|placed| placed.case.reference == reference))
}

/// Everything that a round is ranked by. Only what has passed [`unseen_cases`] leaves this file, as [`Seen`].
pub struct Material {
    /// By reference.
    rows: Vec<RoundProposal>,
    member_scores: BTreeMap<Ref, Vec<Decimal>>,
    /// The latest on each proposal.
    recommendations: BTreeMap<Ref, Recommendation>,
    /// S7: as the council made them.
    pub moves: Vec<Move>,
}

impl Material {
    fn gather(read: &Read, round: &Round) -> Result<Material, OpError> {
        let criteria = &read.fund.scheme.criteria;
        let mut member_scores: BTreeMap<Ref, Vec<Decimal>> = BTreeMap::new();
        for card in read.cards(round.id)? {
            let score = card.card.member_score(criteria);
            member_scores.entry(card.reference).or_default().extend(score);
        }
        let recommended = read.recommendations_in(round.id)?.into_iter();
        Ok(Material {
            rows: read.cases(round.id)?,
            member_scores,
            recommendations: recommended
                .map(|(case, recommended)| (case, recommended.recommendation))
                .collect(),
            moves: read.moves(round.id)?,
        })
    }

    /// S4: drops every trace of some proposals, before anything is ranked.
    fn without(mut self, unseen: &BTreeSet<Ref>) -> Material {
        self.rows.retain(|row| !unseen.contains(&row.reference));
        self.moves.retain(|step| !unseen.contains(&step.reference));
        self
    }

    fn scores_of(&self, reference: Ref) -> &[Decimal] {
        self.member_scores.get(&reference).map_or(&[], Vec::as_slice)
    }

    pub fn rank(&self, rule: CutRule, frame: Ore) -> Ranking {
        rank(self.cases(), &self.moves, rule, frame)
    }

    pub fn cases(&self) -> Vec<RankedProposal> {
        let cases = self.rows.iter().map(|row| RankedProposal {
            reference: row.reference,
            submitted_on: row.submitted_on,
            aggregate: Aggregate::of(self.scores_of(row.reference)),
            claim: self.claim(row),
        });
        cases.collect()
    }

    pub fn titles(&self) -> BTreeMap<Ref, String> {
        let rows = self.rows.iter();
        rows.map(|row| (row.reference, row.title.clone())).collect()
    }

    fn claim(&self, row: &RoundProposal) -> Claim {
        if !row.current {
            return Claim::Out;
        }
        match (row.stage, self.recommendations.get(&row.reference)) {
            (Stage::Ranked, _) => Claim::Asks(row.applied),
            (Stage::Recommended, Some(Recommendation::Approve { amount, .. })) => Claim::Asks(*amount),
            (Stage::Committed | Stage::Developing | Stage::Live | Stage::Repaid | Stage::Stopped, _) => {
                Claim::Granted
            }
            _ => Claim::Out,
        }
    }

    pub fn facts(&self, reference: Ref) -> Option<RankedFacts> {
        let at = self.rows.binary_search_by_key(&reference, |row| row.reference);
        let row = &self.rows[at.ok()?];
        let mut spread = [0; 5];
        for score in self.scores_of(reference) {
            spread[nearest(*score) - 1] += 1;
        }
        Some(RankedFacts {
            reference,
            title: row.title.clone(),
            applied: row.applied,
            stage: row.stage,
            recommendation: self.recommendations.get(&reference).cloned(),
            spread,
        })
    }
}

/// The whole score that a member score is nearest to, half away from zero, 1–5.
fn nearest(score: Decimal) -> usize {
    let whole = score.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    whole.to_usize().unwrap_or(1).clamp(1, 5)
}
