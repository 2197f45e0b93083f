//! The ranked list of a revealed round: the computed order (S6), the council's moves (S7), and the line where
//! the money ends (S8).

mod line;
#[cfg(test)]
mod tests;
mod tie;
mod what_if;

pub use tie::{DecidedBy, Tie};
pub use what_if::{Mark, Marks, lower_sums};

use std::cmp::Ordering;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::domain::council::Recommendation;
use crate::domain::money::Ore;
use crate::domain::proposal::{Ref, Stage};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::scoring::{Aggregate, comparable};

/// One proposal as the order sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankedProposal {
    pub reference: Ref,
    pub submitted_on: Option<Date>,
    /// `None` when nobody has scored it: then it is unplaced and stands last (S6).
    pub aggregate: Option<Aggregate>,
    pub claim: Claim,
}

/// What a proposal asks of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Undecided: the sum applied for or recommended.
    Asks(Ore),
    /// S6: nobody has scored it and the council hasn't recommended it, so it asks nothing yet. The sum applied for.
    Unscored(Ore),
    /// KS has committed it, so it is no longer in what is free.
    Granted,
    /// Declined, withdrawn, postponed, or recommended to be declined.
    Out,
}

impl Claim {
    /// S6, S8: what a proposal at a stage asks.
    #[must_use]
    pub fn of(stage: Stage, applied: Ore, recommended: Option<&Recommendation>, scored: bool) -> Claim {
        match (stage, recommended) {
            (Stage::Ranked, _) if scored => Claim::Asks(applied),
            (Stage::Ranked, _) => Claim::Unscored(applied),
            (Stage::Recommended, Some(Recommendation::Approve { amount, .. })) => Claim::Asks(*amount),
            (
                Stage::Committed
                | Stage::Developing
                | Stage::Live
                | Stage::Repaid
                | Stage::WrittenOff
                | Stage::Stopped,
                _,
            ) => Claim::Granted,
            _ => Claim::Out,
        }
    }
}

/// S7: the council moved a proposal to a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    pub reference: Ref,
    /// 1 is first.
    pub to_place: usize,
    pub reason: String,
}

/// S8: how the line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CutRule {
    /// Stop at the first that doesn't fit.
    Stop,
    /// Skip what doesn't fit and go on.
    Skip,
    /// Only those at or above a score, then as [`CutRule::Stop`].
    Threshold(Decimal),
}

impl CutRule {
    /// The word in commands and machine output.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            CutRule::Stop => "stop",
            CutRule::Skip => "skip",
            CutRule::Threshold(_) => "threshold",
        }
    }

    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            CutRule::Stop => "rule-stop",
            CutRule::Skip => "rule-skip",
            CutRule::Threshold(_) => "rule-threshold",
        }
    }
}

/// One line of the ranked list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub proposal: RankedProposal,
    /// 1 is first, in the decided order. `None` for what nobody has scored (S6), unless the council moved it (S7).
    pub place: Option<usize>,
    /// The place before any move (S7). `None` for what nobody has scored (S6).
    pub computed_place: Option<usize>,
    /// Why the council moved it, if it did; the latest move counts.
    pub moved_reason: Option<String>,
    /// The sum of what is asked down to and with this proposal; under *skip* only of what is above the line.
    pub cumulative: Ore,
    pub above_line: bool,
    /// The mark that it stands here by (F5); none in what the council has decided.
    pub mark: Option<Mark>,
}

/// The decided order with its line. The items stand where they count: what nobody has scored below the line, and what a
/// what-if takes in above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    pub rule: CutRule,
    pub frame: Ore,
    /// What stands above the line asks for in all.
    pub used: Ore,
    pub items: Vec<Placed>,
    /// How many items stand above the line as it is drawn. Under *skip* there are some among them that don't fit.
    pub line_at: usize,
    /// F5: what would fall out, if what is taken in were served first of the frame.
    pub displaced: Vec<Ref>,
    /// F5: what the frame lacks even when nothing but what is taken in is served.
    pub taken_in_lack: Ore,
}

impl Placed {
    /// What it asks of the frame as it is tried; `None` when it asks nothing, is left out, or is settled one way or the other.
    #[must_use]
    pub fn asks(&self) -> Option<Ore> {
        match (self.mark, self.proposal.claim) {
            (Some(Mark::In(lower)), _) => lower.or(self.undecided()),
            (None, Claim::Asks(amount)) => Some(amount),
            _ => None,
        }
    }

    /// What it would ask, whether it does or not; `None` when it is settled one way or the other.
    #[must_use]
    pub fn undecided(&self) -> Option<Ore> {
        match self.proposal.claim {
            Claim::Asks(amount) | Claim::Unscored(amount) => Some(amount),
            Claim::Granted | Claim::Out => None,
        }
    }
}

/// S6: score, then median, then earlier submission, then reference. The unscored stand last.
fn order(a: &RankedProposal, b: &RankedProposal) -> Ordering {
    let by_score = match (&a.aggregate, &b.aggregate) {
        (Some(a), Some(b)) => comparable(b.mean)
            .cmp(&comparable(a.mean))
            .then_with(|| comparable(b.median).cmp(&comparable(a.median))),
        (a, b) => b.is_some().cmp(&a.is_some()),
    };
    let latest = Date::MAX;
    by_score
        .then_with(|| {
            a.submitted_on
                .unwrap_or(latest)
                .cmp(&b.submitted_on.unwrap_or(latest))
        })
        .then_with(|| a.reference.cmp(&b.reference))
}

/// Ranks the proposals: S6, then the moves in the order in which they were made (S7), then the line (S8).
/// A move that names a proposal that isn't in the list changes nothing; a place past the end is the last.
#[must_use]
pub fn rank(proposals: Vec<RankedProposal>, moves: &[Move], rule: CutRule, frame: Ore) -> Ranking {
    rank_marked(proposals, moves, rule, frame, &Marks::new())
}

/// The ranking as it would be with some proposals taken in or left out by hand (F5). A mark on what is settled changes
/// nothing.
#[must_use]
pub fn rank_marked(
    proposals: Vec<RankedProposal>,
    moves: &[Move],
    rule: CutRule,
    frame: Ore,
    marks: &Marks,
) -> Ranking {
    let mut list = decided_order(proposals, moves);
    for placed in list.iter_mut().filter(|placed| placed.undecided().is_some()) {
        placed.mark = marks.get(&placed.proposal.reference).copied();
    }
    line::draw(list, rule, frame)
}

/// S6, S7: what has a place in turn, then what has none.
fn decided_order(mut proposals: Vec<RankedProposal>, moves: &[Move]) -> Vec<Placed> {
    proposals.sort_by(order);
    let list = proposals.into_iter().enumerate().map(|(index, proposal)| Placed {
        place: None,
        computed_place: proposal.aggregate.as_ref().map(|_| index + 1),
        proposal,
        moved_reason: None,
        cumulative: Ore::ZERO,
        above_line: false,
        mark: None,
    });
    let (mut list, mut unplaced): (Vec<Placed>, Vec<Placed>) =
        list.partition(|placed| placed.computed_place.is_some());
    for step in moves {
        let is_it = |placed: &Placed| placed.proposal.reference == step.reference;
        let mut taken = if let Some(at) = list.iter().position(is_it) {
            list.remove(at)
        } else if let Some(at) = unplaced.iter().position(is_it) {
            unplaced.remove(at)
        } else {
            continue;
        };
        taken.moved_reason = Some(step.reason.clone());
        list.insert(step.to_place.saturating_sub(1).min(list.len()), taken);
    }
    for (index, placed) in list.iter_mut().enumerate() {
        placed.place = Some(index + 1);
    }
    list.append(&mut unplaced);
    list
}

/// S8: a capital frame as a person gives it, in kroner.
///
/// # Errors
/// What is wrong with the amount, or `frame-negative`.
pub fn parse_frame(text: &str) -> Result<Ore, Refusal> {
    let frame = Ore::parse_kroner(text)?;
    if frame.is_negative() {
        return Err(refuse("frame-negative").rule("S8").with("amount", frame));
    }
    Ok(frame)
}

impl Ranking {
    /// S7: whether a proposal may be moved to a place. One without a place gets the one after the last at the most.
    ///
    /// # Errors
    /// `place-outside` names the last place.
    pub fn check_place(&self, reference: Ref, place: usize) -> Result<(), Refusal> {
        let has_place = |placed: &&Placed| placed.place.is_some() || placed.proposal.reference == reference;
        let last = self.items.iter().filter(has_place).count();
        if (1..=last).contains(&place) {
            return Ok(());
        }
        Err(refuse("place-outside")
            .rule("S7")
            .with("place", place)
            .with("last", last))
    }

    /// Where a proposal stands in the decided order, also one without a place: 1 is first.
    #[must_use]
    pub fn position(&self, reference: Ref) -> Option<usize> {
        let placed = self
            .items
            .iter()
            .find(|placed| placed.proposal.reference == reference)?;
        let with_place = self.items.iter().filter(|placed| placed.place.is_some()).count();
        let unplaced = self.items.iter().filter(|placed| placed.place.is_none());
        placed.place.or_else(|| {
            let at = unplaced
                .take_while(|other| other.proposal.reference != reference)
                .count();
            Some(with_place + at + 1)
        })
    }
}
