//! The council's lines (S8) and the best sets side by side, and what a line costs against a best set. As figures:
//! the words are the front ends'.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{Best, Candidate, Constraint, NoneFits, Path, best};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::ranking::{CutRule, Marks, Move, RankedProposal, Ranking, rank_marked};
use crate::domain::scoring::comparable;

/// How a set of proposals is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Down the decided order, by a rule (S8).
    Line(CutRule),
    /// The best set whose sum is at most the frame.
    UnderFrame,
    /// The best set with which no quarter closes below the reserve.
    OverReserve,
}

impl Way {
    /// The word in machine output.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Way::Line(rule) => rule.word(),
            Way::UnderFrame => "best_under_frame",
            Way::OverReserve => "best_over_reserve",
        }
    }
}

/// The lowest closing balance of the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lowest {
    /// Which quarter, 0 the first; the earliest of several.
    pub quarter: usize,
    /// In øre.
    pub closing: Ore,
}

/// A set of proposals and what it comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    pub way: Way,
    /// What is chosen and not committed yet, in decided order.
    pub chosen: Vec<Ref>,
    /// The sum of scores at nine decimals; what nobody has scored adds nothing.
    pub score: Decimal,
    /// In øre.
    pub amount: Ore,
    /// The lowest quarter with the set committed. `None` without quarters.
    pub lowest: Option<Lowest>,
    /// No quarter closes below the reserve.
    pub keeps_reserve: bool,
    /// The amount is at most the frame.
    pub within_frame: bool,
    /// A line is what it is; a best set is proven unless the search stopped early.
    pub proven: bool,
    /// What no set chosen this way can exceed; the same as `score` when it is proven.
    pub ceiling: Decimal,
}

/// The ways side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What is chosen among, in decided order.
    pub candidates: Vec<Candidate>,
    /// One for each rule, in the order asked for.
    pub lines: Vec<Alternative>,
    /// The empty set is within every frame.
    pub under_frame: Alternative,
    pub over_reserve: Result<Alternative, NoneFits>,
}

impl Comparison {
    /// The line that a rule draws, if it was asked for.
    #[must_use]
    pub fn line(&self, rule: CutRule) -> Option<&Alternative> {
        self.lines.iter().find(|line| line.way == Way::Line(rule))
    }

    /// Every set, in the order in which they stand side by side: the lines, then the best under the frame and the best
    /// over the reserve.
    pub fn sets(&self) -> impl Iterator<Item = (Way, Result<&Alternative, NoneFits>)> {
        let lines = self.lines.iter().chain([&self.under_frame]);
        let over_reserve = self.over_reserve.as_ref().map_err(|none| *none);
        lines
            .map(|set| (set.way, Ok(set)))
            .chain([(Way::OverReserve, over_reserve)])
    }
}

/// What a line costs against a best set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The sum of scores that the best set has more than the line. Below zero when the line takes what the best set may not.
    pub score: Decimal,
    /// What the best set asks for more than the line, in øre.
    pub amount: Ore,
    /// In the best set and not above the line, in decided order.
    pub taken_in: Vec<Ref>,
    /// Above the line and not in the best set, in decided order.
    pub left_out: Vec<Ref>,
}

impl Difference {
    /// From a line to a best set.
    #[must_use]
    pub fn between(line: &Alternative, best: &Alternative) -> Difference {
        let without = |all: &[Ref], those: &[Ref]| -> Vec<Ref> {
            all.iter().copied().filter(|one| !those.contains(one)).collect()
        };
        Difference {
            score: best.score - line.score,
            amount: best.amount - line.amount,
            taken_in: without(&best.chosen, &line.chosen),
            left_out: without(&line.chosen, &best.chosen),
        }
    }
}

/// What in a ranking still asks for money, and is not left out by hand. A proposal without an effect is taken to leave the path as it is.
fn candidates(ranking: &Ranking, effects: &BTreeMap<Ref, Vec<Ore>>) -> Vec<Candidate> {
    let asking = ranking.items.iter().filter_map(|placed| {
        Some(Candidate {
            reference: placed.proposal.reference,
            score: placed.proposal.aggregate.as_ref().map(|aggregate| aggregate.mean),
            amount: placed.asks()?,
            place: placed.place,
            given: placed.mark.is_some(),
            effect: effects
                .get(&placed.proposal.reference)
                .cloned()
                .unwrap_or_default(),
        })
    });
    asking.collect()
}

/// The lines that the rules draw, and the best sets under the same frame and over the reserve. What is marked is given: it
/// is in every set, or in none (F5). `effects` is by proposal: see [`Candidate::effect`].
#[must_use]
pub fn compare(
    proposals: &[RankedProposal],
    moves: &[Move],
    rules: &[CutRule],
    (frame, marks): (Ore, &Marks),
    effects: &BTreeMap<Ref, Vec<Ore>>,
    path: &Path,
) -> Comparison {
    let drawn = |rule: CutRule| rank_marked(proposals.to_vec(), moves, rule, frame, marks);
    let candidates = candidates(&drawn(CutRule::Stop), effects);
    let sums = Sums {
        candidates: &candidates,
        frame,
        path,
    };
    let line = |rule: &CutRule| {
        let above: Vec<Ref> = drawn(*rule)
            .above_the_line()
            .map(|(reference, _)| reference)
            .collect();
        sums.alternative(Way::Line(*rule), above)
    };
    let (given, free): (Vec<_>, Vec<_>) = candidates.iter().cloned().partition(|candidate| candidate.given);
    let left = frame - given.iter().map(|candidate| candidate.amount).sum();
    let under_frame = best(&free, &Constraint::Frame(left)).unwrap_or_else(Best::nothing);
    let over_reserve = best(&free, &Constraint::Reserve(path.with(&given)));
    Comparison {
        lines: rules.iter().map(line).collect(),
        under_frame: sums.best(Way::UnderFrame, &under_frame),
        over_reserve: over_reserve.map(|best| sums.best(Way::OverReserve, &best)),
        candidates,
    }
}

/// What a set is added up from.
struct Sums<'a> {
    candidates: &'a [Candidate],
    frame: Ore,
    path: &'a Path,
}

impl Sums<'_> {
    fn alternative(&self, way: Way, chosen: Vec<Ref>) -> Alternative {
        let those = self
            .candidates
            .iter()
            .filter(|candidate| chosen.contains(&candidate.reference));
        let those: Vec<&Candidate> = those.collect();
        let score: Decimal = those
            .iter()
            .filter_map(|candidate| candidate.score)
            .map(comparable)
            .sum();
        let amount: Ore = those.iter().map(|candidate| candidate.amount).sum();
        let lowest = self.lowest(&those);
        Alternative {
            way,
            chosen,
            score: score.normalize(),
            amount,
            lowest,
            keeps_reserve: lowest.is_none_or(|lowest| lowest.closing >= self.path.reserve),
            within_frame: amount <= self.frame,
            proven: true,
            ceiling: score.normalize(),
        }
    }

    /// A best set of what is free to choose, with what is given.
    fn best(&self, way: Way, best: &Best) -> Alternative {
        let taken = |candidate: &&Candidate| candidate.given || best.chosen.contains(&candidate.reference);
        let taken = self.candidates.iter().filter(taken);
        let given = self.candidates.iter().filter(|candidate| candidate.given);
        let score: Decimal = given
            .filter_map(|candidate| candidate.score)
            .map(comparable)
            .sum();
        Alternative {
            proven: best.proven,
            ceiling: (best.ceiling + score).normalize(),
            ..self.alternative(way, taken.map(|candidate| candidate.reference).collect())
        }
    }

    fn lowest(&self, those: &[&Candidate]) -> Option<Lowest> {
        let closings = self
            .path
            .closings
            .iter()
            .enumerate()
            .map(|(quarter, closing)| Lowest {
                quarter,
                closing: *closing + those.iter().map(|candidate| candidate.effect_in(quarter)).sum(),
            });
        closings.min_by_key(|lowest| (lowest.closing, lowest.quarter))
    }
}
