//! The ranked list of a revealed round with its line. A case that the viewer is in conflict in is left out
//! before anything is ranked, so that no place, sum or line tells of it (S4).

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::super::OpError;
use super::capital::capital;
use super::{View, Viewer, scores_visible};
use crate::domain::capital::Capital;
use crate::domain::council::{Recommendation, Recommended, Round};
use crate::domain::money::Ore;
use crate::domain::policy::Actor;
use crate::domain::proposal::{Ref, Stage};
use crate::domain::ranking::{Case, Claim, CutRule, Move, Placed, Ranking, rank};
use crate::domain::refusal::refuse;
use crate::domain::scoring::Aggregate;
use crate::store::{CaseRow, Read};

/// A round ranked under a frame.
#[derive(Clone, Debug)]
pub struct RankingView {
    /// The latest revealed round when not given, or the latest of all if none is revealed.
    pub round: Option<String>,
    pub rule: CutRule,
    /// What is free when not given.
    pub frame: Option<Ore>,
}

/// What a screen needs beside the place of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseFacts {
    pub reference: Ref,
    pub title: String,
    pub applied: Ore,
    pub stage: Stage,
    pub recommendation: Option<Recommendation>,
    /// How many member scores round to 1, 2 … 5.
    pub spread: [usize; 5],
}

/// What the ranking screen and `kommit ranking` show.
#[derive(Clone, Debug, PartialEq)]
pub struct RankingData {
    pub round: Round,
    pub ranking: Ranking,
    /// In the order of the ranking.
    pub facts: Vec<CaseFacts>,
    /// Cases that are left out because the viewer is in conflict in them.
    pub left_out: usize,
    /// The moves behind the decided order (S7).
    pub moves: Vec<Move>,
    pub capital: Capital,
}

impl View for RankingView {
    type Data = RankingData;

    fn read(&self, viewer: &Viewer) -> Result<RankingData, OpError> {
        let read = viewer.read;
        let round = self.round(read)?;
        scores_visible(viewer.actor, Some(&round), false, false)?;
        let capital = capital(read, viewer.today)?;
        let frame = self.frame.unwrap_or(capital.free_on_hand);
        let material = Material::gather(read, &round)?;
        let (seen, left_out) = material.seen_by(viewer.actor);
        let left_out = left_out.len();
        let ranking = rank(material.cases(&seen), &material.moves, self.rule, frame);
        let facts = ranking
            .items
            .iter()
            .filter_map(|placed| material.facts(placed.case.reference))
            .collect();
        Ok(RankingData {
            round,
            ranking,
            facts,
            left_out,
            moves: material.moves,
            capital,
        })
    }
}

impl RankingView {
    fn round(&self, read: &Read) -> Result<Round, OpError> {
        let Some(name) = &self.round else {
            let rounds = read.rounds()?;
            let revealed = rounds.iter().rev().find(|row| row.round.revealed_on.is_some());
            let latest = revealed.or(rounds.last()).map(|row| row.round.clone());
            return Ok(latest.ok_or_else(|| refuse("no-round"))?);
        };
        Ok(read
            .round(name)?
            .ok_or_else(|| refuse("round-unknown").with("round", name.as_str()))?)
    }
}

/// Where a case stands in the council's whole list, for what a decision rests on (M8).
pub(in crate::usecases) fn placed(
    read: &Read,
    round: &Round,
    reference: Ref,
) -> Result<Option<Placed>, OpError> {
    let material = Material::gather(read, round)?;
    let everything: Vec<&CaseRow> = material.rows.iter().collect();
    let ranking = rank(
        material.cases(&everything),
        &material.moves,
        CutRule::Stop,
        Ore::ZERO,
    );
    Ok(ranking
        .items
        .into_iter()
        .find(|placed| placed.case.reference == reference))
}

/// Everything that a round is ranked by. Only what has passed [`scores_visible`] leaves this file.
struct Material {
    rows: Vec<CaseRow>,
    member_scores: Vec<(Ref, Decimal)>,
    conflicts: Vec<(Ref, String)>,
    recommended: Vec<(Ref, Recommended)>,
    moves: Vec<Move>,
    round: Round,
}

impl Material {
    fn gather(read: &Read, round: &Round) -> Result<Material, OpError> {
        let cards = read.cards(round.id)?;
        let criteria = &read.fund.scheme.criteria;
        let mut member_scores: Vec<(Ref, Decimal)> = cards
            .iter()
            .filter_map(|card| Some((card.reference, card.card.member_score(criteria)?)))
            .collect();
        member_scores.sort_unstable();
        Ok(Material {
            rows: read.cases(round.id)?,
            member_scores,
            conflicts: read.conflicts_in(round.id)?,
            recommended: read.recommendations_in(round.id)?,
            moves: read.moves(round.id)?,
            round: round.clone(),
        })
    }

    fn seen_by(&self, actor: &Actor) -> (Vec<&CaseRow>, Vec<&CaseRow>) {
        self.rows.iter().partition(|row| {
            let conflicted = self
                .conflicts
                .iter()
                .any(|(case, handle)| *case == row.reference && *handle == actor.handle);
            scores_visible(actor, Some(&self.round), conflicted, row.stage.is_decided()).is_ok()
        })
    }

    fn scores_of(&self, reference: Ref) -> Vec<Decimal> {
        let from = self.member_scores.partition_point(|(case, _)| *case < reference);
        let own = self.member_scores[from..]
            .iter()
            .take_while(|(case, _)| *case == reference);
        own.map(|(_, score)| *score).collect()
    }

    fn recommendation(&self, reference: Ref) -> Option<&Recommendation> {
        let latest = self.recommended.iter().rev().find(|(case, _)| *case == reference);
        latest.map(|(_, recommended)| &recommended.recommendation)
    }

    fn cases(&self, rows: &[&CaseRow]) -> Vec<Case> {
        rows.iter()
            .map(|row| Case {
                reference: row.reference,
                submitted_on: row.submitted_on,
                aggregate: Aggregate::of(&self.scores_of(row.reference)),
                claim: self.claim(row),
            })
            .collect()
    }

    fn claim(&self, row: &CaseRow) -> Claim {
        if !row.current {
            return Claim::Out;
        }
        match (row.stage, self.recommendation(row.reference)) {
            (Stage::Ranked, _) => Claim::Asks(row.applied),
            (Stage::Recommended, Some(Recommendation::Approve { amount, .. })) => Claim::Asks(*amount),
            (Stage::Committed | Stage::Developing | Stage::Live | Stage::Repaid | Stage::Stopped, _) => {
                Claim::Granted
            }
            _ => Claim::Out,
        }
    }

    fn facts(&self, reference: Ref) -> Option<CaseFacts> {
        let row = self.rows.iter().find(|row| row.reference == reference)?;
        let mut spread = [0; 5];
        for score in self.scores_of(reference) {
            let nearest = score.round().to_usize().unwrap_or(1).clamp(1, 5);
            spread[nearest - 1] += 1;
        }
        Some(CaseFacts {
            reference,
            title: row.title.clone(),
            applied: row.applied,
            stage: row.stage,
            recommendation: self.recommendation(reference).cloned(),
            spread,
        })
    }
}
