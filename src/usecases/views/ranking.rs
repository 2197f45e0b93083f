//! The ranked list of a revealed round with its line. A proposal that the viewer is in conflict in is left out
//! before anything is ranked, so that no place, sum or line tells of it (S4).

use super::super::OpError;
use super::super::queries::ahead::free;
use super::super::queries::capital::capital;
pub use super::super::queries::ranking::RankedFacts;
use super::super::queries::ranking::Seen;
use super::{View, Viewer};
use crate::domain::capital::Capital;
use crate::domain::council::Round;
use crate::domain::money::Ore;
use crate::domain::ranking::{CutRule, Marks, Move, Ranking};

/// A round ranked under a frame.
#[derive(Clone, Debug)]
pub struct RankingView {
    /// By name, or the one that [`round_to_rank`](crate::domain::council::round_to_rank) takes.
    pub round: Option<String>,
    pub rule: CutRule,
    /// What is free when not given.
    pub frame: Option<Ore>,
    /// F5: what is taken in or left out by hand.
    pub marks: Marks,
}

/// What the ranking screen and `kommit ranking` show.
#[derive(Clone, Debug, PartialEq)]
pub struct RankingData {
    pub round: Round,
    pub ranking: Ranking,
    /// In the order of the ranking.
    pub facts: Vec<RankedFacts>,
    /// Proposals that are left out because the viewer is in conflict in them.
    pub left_out: usize,
    /// The moves behind the decided order (S7), but those of the proposals left out.
    pub moves: Vec<Move>,
    pub capital: Capital,
    /// What may be committed by the method that the scheme says: the frame, when no other is given.
    pub free: Ore,
}

impl View for RankingView {
    type Data = RankingData;

    fn read(&self, viewer: &Viewer) -> Result<RankingData, OpError> {
        let Seen {
            round,
            material,
            left_out,
        } = Seen::of(viewer.read, viewer.actor, self.round.as_deref())?;
        let capital = capital(viewer.read, viewer.today)?;
        let free = free(viewer.read, &capital)?;
        let frame = self.frame.unwrap_or(free);
        let ranking = material.rank(self.rule, frame, &self.marks);
        material.check_marks(&ranking, &self.marks, &round.name)?;
        let facts = ranking
            .items
            .iter()
            .filter_map(|placed| material.facts(placed.proposal.reference))
            .collect();
        Ok(RankingData {
            round,
            ranking,
            facts,
            left_out,
            moves: material.moves,
            capital,
            free,
        })
    }
}
