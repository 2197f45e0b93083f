//! The best set of whole proposals: the largest sum of scores under a frame, or with no quarter below the reserve.
//! The solver proposes a set and prices the limits, in floating point; a search in whole numbers decides and proves.
//! `compare` puts the best sets beside the council's lines.

mod compare;
mod prices;
mod program;
mod search;
#[cfg(test)]
mod tests;

pub use compare::{Alternative, Comparison, Difference, Lowest, Way, compare};

use rust_decimal::Decimal;

use super::money::Ore;
use super::proposal::Ref;
use program::Program;

/// How many partial sets the search keeps at a time. Memory stays within about ten megabytes, and the work within about a
/// second, with a hundred proposals and forty quarters that all bind.
const WIDTH: usize = 8_000;

/// With at most so many proposals there is room for every set, so that the best is always proven.
const FEW: usize = 16;

/// A proposal that may be chosen, whole or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    pub reference: Ref,
    /// Compared and added up at nine decimals (S3). `None` when nobody has scored it: then it is never chosen.
    pub score: Option<Decimal>,
    /// What it asks for, in øre.
    pub amount: Ore,
    /// 1 is first, in the decided order (S7). No two share a place; what nobody has scored may have none (S6).
    pub place: Option<usize>,
    /// F5: taken in by hand, so that it is in every set.
    pub given: bool,
    /// By quarter, in øre: what committing it does to the closing balance, all its flows up to and with that quarter.
    /// Past its end the last stands.
    pub effect: Vec<Ore>,
}

impl Candidate {
    /// What committing it does to the closing balance of a quarter, 0 the first.
    #[must_use]
    pub fn effect_in(&self, quarter: usize) -> Ore {
        let effect = self.effect.get(quarter).or(self.effect.last());
        effect.copied().unwrap_or_default()
    }
}

/// The expected path without any candidate, and what it must not go below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The closing balance of each quarter, in øre.
    pub closings: Vec<Ore>,
    /// In øre.
    pub reserve: Ore,
}

impl Path {
    /// The path with some proposals committed.
    fn with(&self, given: &[Candidate]) -> Path {
        let closings = self.closings.iter().enumerate();
        let closing = |(quarter, closing): (usize, &Ore)| {
            *closing + given.iter().map(|candidate| candidate.effect_in(quarter)).sum()
        };
        Path {
            closings: closings.map(closing).collect(),
            reserve: self.reserve,
        }
    }
}

/// What the chosen proposals may take together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constraint {
    /// S8: what they ask for comes to at most the frame, in øre. With a frame below zero nothing is chosen (K1).
    Frame(Ore),
    /// No quarter closes below the reserve, their own expected repayments counted. It is asked of every quarter: when
    /// the path is below the reserve to begin with, only a set whose effects mend every such quarter fits.
    Reserve(Path),
}

/// The best set that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Best {
    /// In decided order. Of sets with the same sum of scores the one with the smaller amount, then the one that has the
    /// earlier place where they first differ.
    pub chosen: Vec<Ref>,
    /// The exact sum of scores, at nine decimals.
    pub score: Decimal,
    /// In øre.
    pub amount: Ore,
    /// That no set is better. False only when the search reached its bound on work and stopped early.
    pub proven: bool,
    /// No set has a larger sum of scores. The same as `score` when it is proven.
    pub ceiling: Decimal,
}

impl Best {
    /// The empty set, as far as is known.
    fn nothing(known: NoneFits) -> Best {
        Best {
            chosen: Vec::new(),
            score: Decimal::ZERO,
            amount: Ore::ZERO,
            proven: known.proven,
            ceiling: Decimal::ZERO,
        }
    }
}

/// No set fits, not even the empty one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoneFits {
    /// False when the search stopped early, so that one may still be there.
    pub proven: bool,
}

/// The best set of whole proposals. The order of the candidates in the slice doesn't matter.
///
/// # Errors
/// [`NoneFits`] when not even the empty set keeps the constraint and no set mends it.
pub fn best(candidates: &[Candidate], constraint: &Constraint) -> Result<Best, NoneFits> {
    let few = candidates.len() <= FEW;
    best_within(candidates, constraint, if few { 1 << FEW } else { WIDTH })
}

/// The best set, with at most `width` partial sets kept at a time.
fn best_within(candidates: &[Candidate], constraint: &Constraint, width: usize) -> Result<Best, NoneFits> {
    let nothing_to_give = matches!(constraint, Constraint::Frame(frame) if frame.is_negative());
    if nothing_to_give {
        return Ok(Best::nothing(NoneFits { proven: true }));
    }
    let mut scored: Vec<&Candidate> = candidates.iter().filter(|c| c.score.is_some()).collect();
    scored.sort_by_key(|candidate| (candidate.place, candidate.reference));
    let program = Program::new(&scored, constraint);
    let proposed = prices::propose(&program);
    let prices = prices::prices(&program);
    let found = search::search(&program, &prices, proposed, width);
    let proven = found.complete;
    let set = found.best.ok_or(NoneFits { proven })?;
    let chosen = scored
        .iter()
        .enumerate()
        .filter(|(at, _)| set.taken.contains(*at));
    let chosen: Vec<&Candidate> = chosen.map(|(_, candidate)| *candidate).collect();
    Ok(Best {
        chosen: chosen.iter().map(|candidate| candidate.reference).collect(),
        score: program::as_score(set.score),
        amount: chosen.iter().map(|candidate| candidate.amount).sum(),
        proven,
        ceiling: program::as_score(found.ceiling),
    })
}
