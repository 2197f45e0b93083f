//! The ranked list of a revealed round: the computed order (S6), the council's moves (S7), and the line where
//! the money ends (S8).

mod line;

pub use line::{Mark, Marks};

use std::cmp::Ordering;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
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
    /// KS has committed it, so it is no longer in what is free.
    Granted,
    /// Declined, withdrawn, postponed, or recommended to be declined.
    Out,
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
    pub case: RankedProposal,
    /// 1 is first, in the decided order.
    pub place: usize,
    /// The place before any move (S7).
    pub computed_place: usize,
    /// Why the council moved it, if it did; the latest move counts.
    pub moved_reason: Option<String>,
    /// The sum of claims down to and with this proposal; under *skip* only of what is above the line.
    pub cumulative: Ore,
    pub above_line: bool,
    /// The mark that it stands here by (F5); none in what the council has decided.
    pub mark: Option<Mark>,
}

/// The decided order with its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    pub rule: CutRule,
    pub frame: Ore,
    /// What stands above the line asks for in all.
    pub used: Ore,
    pub items: Vec<Placed>,
}

impl Placed {
    /// What it asks of the frame; `None` when it is settled one way or the other.
    #[must_use]
    pub fn asks(&self) -> Option<Ore> {
        match self.case.claim {
            Claim::Asks(amount) => Some(amount),
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
pub fn rank(cases: Vec<RankedProposal>, moves: &[Move], rule: CutRule, frame: Ore) -> Ranking {
    rank_marked(cases, moves, rule, frame, &Marks::new())
}

/// The ranking as it would be with some proposals taken in or left out by hand (F5). What is taken in is taken of the
/// frame before the line is drawn.
#[must_use]
pub fn rank_marked(
    mut cases: Vec<RankedProposal>,
    moves: &[Move],
    rule: CutRule,
    frame: Ore,
    marks: &Marks,
) -> Ranking {
    cases.sort_by(order);
    let mut list: Vec<Placed> = cases
        .into_iter()
        .enumerate()
        .map(|(index, case)| Placed {
            case,
            place: index + 1,
            computed_place: index + 1,
            moved_reason: None,
            cumulative: Ore::ZERO,
            above_line: false,
            mark: None,
        })
        .collect();
    for step in moves {
        if let Some(from) = list
            .iter()
            .position(|placed| placed.case.reference == step.reference)
        {
            let mut placed = list.remove(from);
            placed.moved_reason = Some(step.reason.clone());
            list.insert(step.to_place.saturating_sub(1).min(list.len()), placed);
        }
    }
    let used = line::draw_line(&mut list, rule, frame, marks);
    Ranking {
        rule,
        frame,
        used,
        items: list,
    }
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

/// S7: a place in a list of `proposals`.
///
/// # Errors
/// `place-outside` names the last place.
pub fn check_place(place: usize, cases: usize) -> Result<(), Refusal> {
    if (1..=cases).contains(&place) {
        Ok(())
    } else {
        Err(refuse("place-outside")
            .rule("S7")
            .with("place", place)
            .with("last", cases))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    pub(super) fn case(number: u32, scores: &[i64], claim: i64) -> RankedProposal {
        let scores: Vec<Decimal> = scores.iter().map(|s| Decimal::new(*s, 1)).collect();
        RankedProposal {
            reference: Ref::new(2018, number),
            submitted_on: Some(date(2018, 3, 1)),
            aggregate: Aggregate::of(&scores),
            claim: Claim::Asks(Ore::kroner(claim)),
        }
    }

    fn order_of(ranking: &Ranking) -> Vec<u32> {
        ranking
            .items
            .iter()
            .map(|placed| placed.case.reference.number())
            .collect()
    }

    #[test]
    fn s6_score_then_median_then_submission_then_reference_and_the_unscored_last() {
        let mut early = case(9, &[30], 1);
        early.submitted_on = Some(date(2018, 1, 1));
        let cases = vec![
            case(1, &[], 1),
            case(2, &[30], 1),
            case(3, &[20, 20, 50], 1),
            case(4, &[10, 30, 50], 1),
            early,
            case(5, &[40], 1),
            case(6, &[30], 1),
        ];
        let ranking = rank(cases, &[], CutRule::Stop, Ore::ZERO);
        assert_eq!(order_of(&ranking), [5, 9, 2, 4, 6, 3, 1]);
    }

    #[test]
    fn s3_scores_are_compared_at_nine_decimals() {
        let third = |last: i64| Decimal::new(3_333_333_330 + last, 9);
        let with = |number, mean: Decimal| {
            let mut case = case(number, &[30], 1);
            case.aggregate = Some(Aggregate {
                mean,
                median: mean,
                ..case.aggregate.unwrap()
            });
            case
        };
        let cases = vec![
            with(2, Decimal::new(33_333_333_301, 10)),
            with(1, third(0)),
            with(3, third(1)),
        ];
        assert_eq!(order_of(&rank(cases, &[], CutRule::Stop, Ore::ZERO)), [3, 1, 2]);
    }

    #[test]
    fn s7_moves_are_applied_in_turn_and_the_computed_place_is_kept() {
        let cases: Vec<RankedProposal> = (1..=4).map(|n| case(n, &[50 - i64::from(n)], 1)).collect();
        let to = |number, to_place| Move {
            reference: Ref::new(2018, number),
            to_place,
            reason: format!("grunn {number}"),
        };
        let ranking = rank(cases, &[to(4, 1), to(1, 3)], CutRule::Stop, Ore::ZERO);
        assert_eq!(order_of(&ranking), [4, 2, 1, 3]);
        let computed: Vec<usize> = ranking.items.iter().map(|placed| placed.computed_place).collect();
        assert_eq!(computed, [4, 2, 1, 3]);
        assert_eq!(ranking.items[0].moved_reason.as_deref(), Some("grunn 4"));
        assert_eq!(ranking.items[1].moved_reason, None);
    }

    proptest! {
        #[test]
        fn s6_the_order_is_total_and_independent_of_the_input_order(
            scores in proptest::collection::vec((0i64..5, 0i64..3, 0i64..50), 1..20),
            frame in 0i64..300,
        ) {
            let cases: Vec<RankedProposal> = (1..).zip(&scores).map(|(n, (a, b, claim))| {
                case(n, &[10 + a * 10, 10 + (a + b) * 5][..usize::try_from(*b).unwrap()], *claim)
            }).collect();
            let mut reversed = cases.clone();
            reversed.reverse();
            for rule in [CutRule::Stop, CutRule::Skip, CutRule::Threshold(Decimal::TWO)] {
                let ranking = rank(cases.clone(), &[], rule, Ore::kroner(frame));
                prop_assert_eq!(&ranking, &rank(reversed.clone(), &[], rule, Ore::kroner(frame)));
                prop_assert!(ranking.used <= ranking.frame);
                let above = ranking.items.iter().filter(|p| p.above_line);
                let asked: Ore = above.map(|p| match p.case.claim {
                    Claim::Asks(amount) => amount,
                    Claim::Granted | Claim::Out => Ore::ZERO,
                }).sum();
                prop_assert_eq!(asked, ranking.used);
            }
        }
    }
}
