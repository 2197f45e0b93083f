//! The council's lines (S8) and the best sets side by side, and what a line costs against a best set. As figures:
//! the words are the front ends'.

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
#[must_use]
pub fn candidates(ranking: &Ranking, effects: &BTreeMap<Ref, Vec<Ore>>) -> Vec<Candidate> {
    let asking = ranking.items.iter().filter_map(|placed| {
        Some(Candidate {
            reference: placed.case.reference,
            score: placed.case.aggregate.as_ref().map(|aggregate| aggregate.mean),
            amount: placed.asks()?,
            place: placed.place,
            given: placed.mark.is_some(),
            effect: effects.get(&placed.case.reference).cloned().unwrap_or_default(),
        })
    });
    asking.collect()
}

/// The lines that the rules draw, and the best sets under the same frame and over the reserve. What is marked is given: it
/// is in every set, or in none (F5). `effects` is by proposal: see [`Candidate::effect`].
#[must_use]
pub fn compare(
    cases: &[RankedProposal],
    moves: &[Move],
    rules: &[CutRule],
    (frame, marks): (Ore, &Marks),
    effects: &BTreeMap<Ref, Vec<Ore>>,
    path: &Path,
) -> Comparison {
    let drawn = |rule: CutRule| rank_marked(cases.to_vec(), moves, rule, frame, marks);
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
        under_frame: sums.best(Way::UnderFrame, under_frame),
        over_reserve: over_reserve.map(|best| sums.best(Way::OverReserve, best)),
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
    fn best(&self, way: Way, best: Best) -> Alternative {
        let taken = |candidate: &&Candidate| candidate.given || best.chosen.contains(&candidate.reference);
        let taken = self.candidates.iter().filter(taken);
        let given = self.candidates.iter().filter(|candidate| candidate.given);
        let score: Decimal = given.filter_map(|candidate| candidate.score).map(comparable).sum();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ranking::{Claim, Mark};
    use crate::domain::scoring::Aggregate;

    fn case(number: u32, score: Option<i64>, claim: Claim) -> RankedProposal {
        let scores: Vec<Decimal> = score.iter().map(|score| Decimal::new(*score, 1)).collect();
        RankedProposal {
            reference: Ref::new(2018, number),
            submitted_on: None,
            aggregate: Aggregate::of(&scores),
            claim,
        }
    }

    fn refs(numbers: &[u32]) -> Vec<Ref> {
        numbers.iter().map(|number| Ref::new(2018, *number)).collect()
    }

    fn kroner(amounts: &[i64]) -> Vec<Ore> {
        amounts.iter().copied().map(Ore::kroner).collect()
    }

    /// A large proposal stands first and three smaller ones, worth more together, behind it.
    fn compared(frame: i64, reserve: i64) -> Comparison {
        let asks = |amount| Claim::Asks(Ore::kroner(amount));
        let cases = [
            case(1, Some(45), asks(30)),
            case(2, Some(40), asks(20)),
            case(3, Some(35), asks(12)),
            case(4, Some(30), asks(8)),
            case(5, None, asks(1)),
            case(6, Some(50), Claim::Granted),
            case(7, Some(20), Claim::Out),
        ];
        let effects = BTreeMap::from([
            (Ref::new(2018, 1), kroner(&[-15, -30, -20])),
            (Ref::new(2018, 2), kroner(&[-10, -20, -20])),
            (Ref::new(2018, 3), kroner(&[-12, -12, 0])),
            (Ref::new(2018, 4), kroner(&[-8, -8, -8])),
        ]);
        let path = Path {
            closings: kroner(&[50, 45, 60]),
            reserve: Ore::kroner(reserve),
        };
        let rules = [
            CutRule::Stop,
            CutRule::Skip,
            CutRule::Threshold(Decimal::new(32, 1)),
        ];
        compare(&cases, &[], &rules, (Ore::kroner(frame), &Marks::new()), &effects, &path)
    }

    #[test]
    fn s8_the_rules_stand_beside_the_best_sets() {
        let comparison = compared(40, 10);
        let chosen: Vec<&[Ref]> = comparison
            .lines
            .iter()
            .map(|line| line.chosen.as_slice())
            .collect();
        assert_eq!(chosen, [refs(&[1]), refs(&[1, 4, 5]), refs(&[1])]);
        let best = comparison.under_frame;
        assert_eq!((best.way, &best.chosen), (Way::UnderFrame, &refs(&[2, 3, 4])));
        assert_eq!((best.score, best.amount), (Decimal::new(105, 1), Ore::kroner(40)));
        assert!(best.proven && best.within_frame);
        assert_eq!(
            best.lowest,
            Some(Lowest {
                quarter: 1,
                closing: Ore::kroner(5)
            })
        );
        assert!(!best.keeps_reserve);
        let safe = comparison.over_reserve.unwrap();
        assert_eq!(safe.chosen, refs(&[2, 3]));
        assert_eq!(
            safe.lowest,
            Some(Lowest {
                quarter: 1,
                closing: Ore::kroner(13)
            })
        );
        assert!(safe.keeps_reserve && safe.proven);
    }

    #[test]
    fn s8_a_line_is_added_up_and_told_against_the_best_set() {
        let comparison = compared(40, 10);
        let skip = &comparison.lines[1];
        assert_eq!((skip.score, skip.amount), (Decimal::new(75, 1), Ore::kroner(39)));
        assert_eq!(
            skip.lowest,
            Some(Lowest {
                quarter: 1,
                closing: Ore::kroner(7)
            })
        );
        assert!(!skip.keeps_reserve && skip.within_frame);
        let difference = Difference::between(skip, &comparison.under_frame);
        let expected = Difference {
            score: Decimal::new(30, 1),
            amount: Ore::kroner(1),
            taken_in: refs(&[2, 3]),
            left_out: refs(&[1, 5]),
        };
        assert_eq!(difference, expected);
    }

    #[test]
    fn f5_what_is_tried_is_in_every_set_or_in_none() {
        let asks = |amount| Claim::Asks(Ore::kroner(amount));
        let cases = [
            case(1, Some(45), asks(30)),
            case(2, Some(40), asks(20)),
            case(3, Some(35), asks(12)),
            case(4, Some(30), asks(8)),
        ];
        let path = Path {
            closings: kroner(&[50]),
            reserve: Ore::kroner(20),
        };
        let effects = BTreeMap::from([(Ref::new(2018, 4), kroner(&[-8])), (Ref::new(2018, 3), kroner(&[-12]))]);
        let tried = |marks: &[(u32, Mark)]| {
            let marks = marks.iter().map(|(number, mark)| (Ref::new(2018, *number), *mark)).collect();
            compare(&cases, &[], &[CutRule::Stop], (Ore::kroner(40), &marks), &effects, &path)
        };
        // 8 is given of 40: of 30, 20 and 12 the best of 32 is 20 and 12, and the line takes 30 besides.
        let given = tried(&[(4, Mark::In(None))]);
        assert_eq!(given.lines[0].chosen, refs(&[1, 4]));
        assert_eq!(given.under_frame.chosen, refs(&[4, 2, 3]));
        assert_eq!((given.under_frame.amount, given.under_frame.score), (Ore::kroner(40), Decimal::new(105, 1)));
        assert_eq!(given.under_frame.ceiling, Decimal::new(105, 1));
        // 50 less 8 and 12 is above the reserve with all of them.
        let over = given.over_reserve.unwrap();
        assert_eq!((over.chosen, over.lowest.unwrap().closing), (refs(&[1, 4, 2, 3]), Ore::kroner(30)));
        let without = tried(&[(2, Mark::Out)]);
        assert_eq!(without.candidates.len(), 3);
        assert_eq!(without.under_frame.chosen, refs(&[1, 4]));
        // With less than it asks for; more than the frame alone leaves nothing to choose.
        let lower = tried(&[(1, Mark::In(Some(Ore::kroner(20))))]);
        assert_eq!((lower.under_frame.chosen, lower.under_frame.amount), (refs(&[1, 3, 4]), Ore::kroner(40)));
        let much = tried(&[(1, Mark::In(None)), (2, Mark::In(None))]).under_frame;
        assert_eq!((much.chosen, much.within_frame), (refs(&[1, 2]), false));
    }

    #[test]
    fn s7_the_sets_follow_the_decided_order() {
        let cases = [
            case(1, Some(40), Claim::Asks(Ore::kroner(10))),
            case(2, Some(30), Claim::Asks(Ore::kroner(10))),
        ];
        let moved = Move {
            reference: Ref::new(2018, 2),
            to_place: 1,
            reason: "grunn".to_owned(),
        };
        let path = Path {
            closings: Vec::new(),
            reserve: Ore::ZERO,
        };
        let none = BTreeMap::new();
        let comparison = compare(
            &cases,
            &[moved],
            &[CutRule::Stop],
            (Ore::kroner(20), &Marks::new()),
            &none,
            &path,
        );
        assert_eq!(comparison.lines[0].chosen, refs(&[2, 1]));
        assert_eq!(comparison.under_frame.chosen, refs(&[2, 1]));
        let free = comparison.over_reserve.unwrap();
        assert_eq!(
            (free.chosen, free.lowest, free.keeps_reserve),
            (refs(&[2, 1]), None, true)
        );
    }

    #[test]
    fn a_path_below_the_reserve_that_no_proposal_mends_has_no_best_set() {
        let comparison = compared(40, 51);
        assert_eq!(comparison.over_reserve, Err(NoneFits { proven: true }));
        assert!(comparison.lines.iter().all(|line| !line.keeps_reserve));
    }

    #[test]
    fn k1_with_a_frame_below_zero_nothing_is_chosen() {
        let comparison = compared(-1, 0);
        assert!(comparison.lines.iter().all(|line| line.chosen.is_empty()));
        assert_eq!(comparison.under_frame.chosen, []);
    }
}
