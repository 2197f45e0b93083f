//! The ranked list of a revealed round: the computed order (S6), the council's moves (S7), and the line where
//! the money ends (S8).

mod line;
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
            (Stage::Committed | Stage::Developing | Stage::Live | Stage::Repaid | Stage::Stopped, _) => {
                Claim::Granted
            }
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
    pub case: RankedProposal,
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
        match (self.mark, self.case.claim) {
            (Some(Mark::In(lower)), _) => lower.or(self.undecided()),
            (None, Claim::Asks(amount)) => Some(amount),
            _ => None,
        }
    }

    /// What it would ask, whether it does or not; `None` when it is settled one way or the other.
    #[must_use]
    pub fn undecided(&self) -> Option<Ore> {
        match self.case.claim {
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
pub fn rank(cases: Vec<RankedProposal>, moves: &[Move], rule: CutRule, frame: Ore) -> Ranking {
    rank_marked(cases, moves, rule, frame, &Marks::new())
}

/// The ranking as it would be with some proposals taken in or left out by hand (F5). A mark on what is settled changes
/// nothing.
#[must_use]
pub fn rank_marked(
    cases: Vec<RankedProposal>,
    moves: &[Move],
    rule: CutRule,
    frame: Ore,
    marks: &Marks,
) -> Ranking {
    let mut list = decided_order(cases, moves);
    for placed in list.iter_mut().filter(|placed| placed.undecided().is_some()) {
        placed.mark = marks.get(&placed.case.reference).copied();
    }
    line::draw(list, rule, frame)
}

/// S6, S7: what has a place in turn, then what has none.
fn decided_order(mut cases: Vec<RankedProposal>, moves: &[Move]) -> Vec<Placed> {
    cases.sort_by(order);
    let list = cases.into_iter().enumerate().map(|(index, case)| Placed {
        place: None,
        computed_place: case.aggregate.as_ref().map(|_| index + 1),
        case,
        moved_reason: None,
        cumulative: Ore::ZERO,
        above_line: false,
        mark: None,
    });
    let (mut list, mut unplaced): (Vec<Placed>, Vec<Placed>) =
        list.partition(|placed| placed.computed_place.is_some());
    for step in moves {
        let is_it = |placed: &Placed| placed.case.reference == step.reference;
        let mut moved = if let Some(at) = list.iter().position(is_it) {
            list.remove(at)
        } else if let Some(at) = unplaced.iter().position(is_it) {
            unplaced.remove(at)
        } else {
            continue;
        };
        moved.moved_reason = Some(step.reason.clone());
        list.insert(step.to_place.saturating_sub(1).min(list.len()), moved);
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
        let has_place = |placed: &&Placed| placed.place.is_some() || placed.case.reference == reference;
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
        let placed = self.items.iter().find(|placed| placed.case.reference == reference)?;
        let places = self.items.iter().filter(|placed| placed.place.is_some()).count();
        let unplaced = self.items.iter().filter(|placed| placed.place.is_none());
        placed.place.or_else(|| {
            let at = unplaced.take_while(|other| other.case.reference != reference).count();
            Some(places + at + 1)
        })
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
            claim: Claim::of(Stage::Ranked, Ore::kroner(claim), None, !scores.is_empty()),
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
        let computed: Vec<_> = ranking.items.iter().map(|placed| placed.computed_place).collect();
        assert_eq!(computed, [4, 2, 1, 3].map(Some));
        assert_eq!(ranking.items[0].moved_reason.as_deref(), Some("grunn 4"));
        assert_eq!(ranking.items[1].moved_reason, None);
    }

    #[test]
    fn s6_what_nobody_has_scored_has_no_place_and_stands_last_below_the_line_also_when_moved() {
        let cases = vec![case(1, &[], 5), case(2, &[40], 10), case(3, &[], 5), case(4, &[30], 10)];
        let seen = |moves: &[Move]| {
            let ranking = rank(cases.clone(), moves, CutRule::Stop, Ore::kroner(100));
            let rows = ranking.items.iter().map(|placed| {
                assert_eq!(placed.computed_place.is_some(), placed.case.aggregate.is_some());
                (placed.case.reference.number(), placed.place, placed.above_line)
            });
            (rows.collect::<Vec<_>>(), ranking.line_at, ranking.used)
        };
        let (rows, line, used) = seen(&[]);
        assert_eq!(rows, [(2, Some(1), true), (4, Some(2), true), (1, None, false), (3, None, false)]);
        assert_eq!((line, used), (2, Ore::kroner(20)));
        let to = |number, to_place| Move {
            reference: Ref::new(2018, number),
            to_place,
            reason: "haster".into(),
        };
        // Moved first it has place 1, and still asks nothing.
        let (rows, line, used) = seen(&[to(3, 1)]);
        assert_eq!(rows, [(2, Some(2), true), (4, Some(3), true), (3, Some(1), false), (1, None, false)]);
        assert_eq!((line, used), (2, Ore::kroner(20)));
        // What has a place doesn't come after what has none.
        let (rows, ..) = seen(&[to(2, 4)]);
        assert_eq!(rows[..2], [(4, Some(1), true), (2, Some(2), true)]);
    }

    #[test]
    fn s6_once_it_is_recommended_it_asks_from_where_it_stands() {
        let recommended = Recommendation::Approve {
            amount: Ore::kroner(4),
            conditions: String::new(),
        };
        let claim = Claim::of(Stage::Recommended, Ore::kroner(5), Some(&recommended), false);
        let mut cases = vec![case(1, &[], 5), case(2, &[40], 10), case(3, &[], 5)];
        cases[0].claim = claim;
        let ranking = rank(cases, &[], CutRule::Stop, Ore::kroner(14));
        let rows: Vec<_> = ranking.items.iter().map(|placed| (placed.place, placed.asks())).collect();
        assert_eq!(rows, [
            (Some(1), Some(Ore::kroner(10))),
            (None, Some(Ore::kroner(4))),
            (None, None),
        ]);
        assert_eq!((ranking.used, ranking.line_at), (Ore::kroner(14), 2));
    }

    #[test]
    fn s8_a_recommended_case_counts_with_its_amount_and_what_is_settled_not_at_all() {
        let approve = Recommendation::Approve {
            amount: Ore::kroner(8),
            conditions: String::new(),
        };
        let of = |stage, recommended| Claim::of(stage, Ore::kroner(10), recommended, true);
        assert_eq!(of(Stage::Ranked, None), Claim::Asks(Ore::kroner(10)));
        assert_eq!(of(Stage::Recommended, Some(&approve)), Claim::Asks(Ore::kroner(8)));
        assert_eq!(of(Stage::Recommended, Some(&Recommendation::Decline)), Claim::Out);
        assert_eq!(of(Stage::Postponed, Some(&Recommendation::Postpone)), Claim::Out);
        for stage in [Stage::Declined, Stage::Withdrawn, Stage::NotQualified] {
            assert_eq!(of(stage, Some(&approve)), Claim::Out);
        }
        for stage in [Stage::Committed, Stage::Developing, Stage::Live, Stage::Repaid, Stage::Stopped] {
            assert_eq!(of(stage, Some(&approve)), Claim::Granted);
        }
    }

    #[test]
    fn s7_a_place_is_one_that_the_list_has() {
        let ranking = rank(
            vec![case(1, &[], 5), case(2, &[40], 10), case(3, &[], 5)],
            &[],
            CutRule::Stop,
            Ore::ZERO,
        );
        let may = |number, place| ranking.check_place(Ref::new(2018, number), place).is_ok();
        assert_eq!([0, 1, 2].map(|place| may(2, place)), [false, true, false]);
        assert_eq!([1, 2, 3].map(|place| may(1, place)), [true, true, false]);
        let at = |number| ranking.position(Ref::new(2018, number));
        assert_eq!([2, 1, 3, 9].map(at), [Some(1), Some(2), Some(3), None]);
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
                    Claim::Unscored(_) | Claim::Granted | Claim::Out => Ore::ZERO,
                }).sum();
                prop_assert_eq!(asked, ranking.used);
            }
        }
    }
}
