//! What a revealed round is ranked by, and the ranked list. A proposal that the reader is in conflict in is left out before
//! anything is ranked, so that no place, sum or line tells of it (S4).

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::super::OpError;
use super::blind::{scores_visible, unseen_proposals};
use super::meetings::listed;
use crate::domain::council::{Recommendation, Round, Ruling, round_to_rank};
use crate::domain::meeting::MeetingKey;
use crate::domain::money::Ore;
use crate::domain::policy::Actor;
use crate::domain::proposal::{Ref, Stage};
use crate::domain::ranking::{Claim, CutRule, Mark, Marks, Move, RankedProposal, Ranking, rank_marked};
use crate::domain::refusal::{Refusal, refuse};
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
    /// KS's decision, if it came of this round.
    pub ruling: Option<Ruling>,
    /// How many member scores round to 1, 2 … 5.
    pub spread: [usize; 5],
    /// The meeting on whose agenda it stands.
    pub listed: Option<MeetingKey>,
}

/// S4: a revealed round as far as the viewer may see it.
pub(crate) struct Seen {
    pub round: Round,
    pub material: Material,
    /// How many proposals are left out.
    pub left_out: usize,
}

impl Seen {
    /// The round of a name, or the one that [`round_to_rank`] takes.
    pub(crate) fn of(read: &Read, actor: &Actor, name: Option<&str>) -> Result<Seen, OpError> {
        let round = if let Some(name) = name {
            read.round(name)?
                .ok_or_else(|| refuse("round-unknown").with("round", name))?
        } else {
            let mut rounds = read.rounds()?;
            let at = round_to_rank(rounds.iter().map(|row| &row.round));
            rounds.swap_remove(at.ok_or_else(|| refuse("no-round"))?).round
        };
        scores_visible(actor, Some(&round), false, false)?;
        let unseen = unseen_proposals(read, actor, &round)?;
        let material = Material::gather(read, &round)?.without(&unseen);
        Ok(Seen {
            round,
            material,
            left_out: unseen.len(),
        })
    }
}

/// The council's whole list, for what a decision rests on (M8) and for moves in it (S7).
pub(crate) fn whole_list(read: &Read, round: &Round) -> Result<Ranking, OpError> {
    Ok(Material::gather(read, round)?.rank(CutRule::Stop, Ore::ZERO, &Marks::new()))
}

/// Everything that a round is ranked by. Only what has passed [`unseen_proposals`] leaves this file, as [`Seen`].
pub(crate) struct Material {
    /// By reference.
    rows: Vec<RoundProposal>,
    member_scores: BTreeMap<Ref, Vec<Decimal>>,
    /// The latest on each proposal.
    recommendations: BTreeMap<Ref, Recommendation>,
    rulings: BTreeMap<Ref, Ruling>,
    /// S7: as the council made them.
    pub moves: Vec<Move>,
    /// What is on the agenda of a meeting that is ahead.
    listed: BTreeMap<Ref, MeetingKey>,
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
        let rows = read.round_proposals(round.id)?;
        let mut rulings = BTreeMap::new();
        for row in rows.iter().filter(|row| row.current) {
            let decided = read.decision(row.reference)?;
            rulings.extend(decided.map(|decided| (row.reference, decided.ruling)));
        }
        Ok(Material {
            rows,
            rulings,
            member_scores,
            recommendations: recommended
                .map(|(proposal, recommended)| (proposal, recommended.recommendation))
                .collect(),
            moves: read.moves(round.id)?,
            listed: listed(read)?,
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

    pub(crate) fn rank(&self, rule: CutRule, frame: Ore, marks: &Marks) -> Ranking {
        rank_marked(self.proposals(), &self.moves, rule, frame, marks)
    }

    /// F5: whether every mark is on a proposal of the list that is still undecided, with a sum that it may be tried with.
    pub(crate) fn check_marks(&self, ranking: &Ranking, marks: &Marks, round: &str) -> Result<(), Refusal> {
        for (reference, mark) in marks {
            let placed = ranking
                .items
                .iter()
                .find(|placed| placed.proposal.reference == *reference);
            let (Some(placed), Some(row)) = (placed, self.row(*reference)) else {
                let refusal = refuse("case-not-in-round").with("ref", *reference);
                return Err(refusal.with("round", round));
            };
            if placed.undecided().is_none() {
                let refusal = refuse("what-if-settled").rule("F5").with("ref", *reference);
                return Err(refusal.word("stage", row.stage.key()));
            }
            if let Mark::In(Some(sum)) = mark {
                placed.check_tried(*sum)?;
            }
        }
        Ok(())
    }

    fn row(&self, reference: Ref) -> Option<&RoundProposal> {
        let at = self.rows.binary_search_by_key(&reference, |row| row.reference);
        Some(&self.rows[at.ok()?])
    }

    pub(crate) fn proposals(&self) -> Vec<RankedProposal> {
        let proposals = self.rows.iter().map(|row| RankedProposal {
            reference: row.reference,
            submitted_on: row.submitted_on,
            aggregate: Aggregate::of(self.scores_of(row.reference)),
            claim: self.claim(row),
        });
        proposals.collect()
    }

    pub(crate) fn titles(&self) -> BTreeMap<Ref, String> {
        let rows = self.rows.iter();
        rows.map(|row| (row.reference, row.title.clone())).collect()
    }

    fn claim(&self, row: &RoundProposal) -> Claim {
        if !row.current {
            return Claim::Out;
        }
        let recommended = self.recommendations.get(&row.reference);
        let scored = Aggregate::of(self.scores_of(row.reference)).is_some();
        Claim::of(row.stage, row.applied, recommended, scored)
    }

    pub(crate) fn facts(&self, reference: Ref) -> Option<RankedFacts> {
        let row = self.row(reference)?;
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
            ruling: self.rulings.get(&reference).copied(),
            spread,
            listed: self.listed.get(&reference).copied(),
        })
    }
}

/// The whole score that a member score is nearest to, half away from zero, 1–5.
fn nearest(score: Decimal) -> usize {
    let whole = score.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    whole.to_usize().unwrap_or(1).clamp(1, 5)
}
