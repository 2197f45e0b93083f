//! The choice among whole proposals as an integer program in whole øre and billionths of a score: what each
//! proposal gives, what it takes of every limit, and what there is. Nothing here rounds.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{Candidate, Constraint};
use crate::domain::money::Ore;
use crate::domain::scoring::comparable;

/// The decimals at which scores are compared (S3): one unit is a billionth.
const DECIMALS: u32 = 9;

/// One proposal that may be chosen.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Billionths.
    pub score: i128,
    /// Øre.
    pub amount: i128,
    /// Øre, by limit. Below zero when choosing it makes room.
    pub takes: Vec<i128>,
}

/// The proposals in decided order, and what there is of every limit. A set fits when it takes at most the room.
#[derive(Clone, Debug)]
pub(super) struct Program {
    pub items: Vec<Item>,
    pub room: Vec<i128>,
}

/// Which items are chosen. The greater of two sets has the earlier place where they first differ.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Taken(Vec<u64>);

impl Taken {
    pub(super) fn none(items: usize) -> Taken {
        Taken(vec![0; items.div_ceil(64)])
    }

    pub(super) fn insert(&mut self, item: usize) {
        self.0[item / 64] |= 1 << (63 - item % 64);
    }

    pub(super) fn contains(&self, item: usize) -> bool {
        self.0[item / 64] >> (63 - item % 64) & 1 == 1
    }
}

/// A set with its sums.
#[derive(Clone, Debug)]
pub(super) struct Chosen {
    pub score: i128,
    pub amount: i128,
    pub taken: Taken,
}

impl Chosen {
    pub(super) fn none(items: usize) -> Chosen {
        Chosen {
            score: 0,
            amount: 0,
            taken: Taken::none(items),
        }
    }

    /// The better first: the larger sum of scores, then the smaller amount, then the earlier places.
    pub(super) fn order(&self, other: &Chosen) -> Ordering {
        (other.score.cmp(&self.score))
            .then_with(|| self.amount.cmp(&other.amount))
            .then_with(|| other.taken.cmp(&self.taken))
    }
}

impl Program {
    /// The program of candidates that stand in decided order, all of them scored.
    pub(super) fn new(candidates: &[&Candidate], constraint: &Constraint) -> Program {
        let item = |candidate: &&Candidate| Item {
            score: candidate.score.map_or(0, billionths),
            amount: i128::from(candidate.amount.ore()),
            takes: match constraint {
                Constraint::Frame(_) => vec![i128::from(candidate.amount.ore())],
                Constraint::Reserve(outlook) => {
                    let quarters = 0..outlook.closings.len();
                    quarters
                        .map(|at| -i128::from(candidate.effect_in(at).ore()))
                        .collect()
                }
            },
        };
        let room = match constraint {
            Constraint::Frame(frame) => vec![i128::from(frame.ore())],
            Constraint::Reserve(outlook) => {
                let reserve = i128::from(outlook.reserve.ore());
                let above = |closing: &Ore| i128::from(closing.ore()) - reserve;
                outlook.closings.iter().map(above).collect()
            }
        };
        let mut program = Program {
            items: candidates.iter().map(item).collect(),
            room,
        };
        program.drop_idle_limits();
        program
    }

    /// Drops every limit that no set can break, or that another limit implies: the sets that fit stay the same.
    fn drop_idle_limits(&mut self) {
        let limits = self.room.len();
        let mut kept: Vec<usize> = Vec::new();
        for limit in 0..limits {
            let most: i128 = self.items.iter().map(|item| item.takes[limit].max(0)).sum();
            // Of limits that say the same, the first stays.
            let known = (0..limits)
                .any(|by| by != limit && self.implies(by, limit) && (by < limit || !self.implies(limit, by)));
            if most > self.room[limit] && !known {
                kept.push(limit);
            }
        }
        let pick = |all: &[i128]| kept.iter().map(|limit| all[*limit]).collect::<Vec<i128>>();
        self.room = pick(&self.room);
        for item in &mut self.items {
            item.takes = pick(&item.takes);
        }
    }

    /// Whether every set that keeps one limit keeps the other.
    fn implies(&self, one: usize, other: usize) -> bool {
        self.room[one] <= self.room[other] && self.items.iter().all(|i| i.takes[one] >= i.takes[other])
    }

    /// The sums of a set, when it fits.
    pub(super) fn fitting(&self, is_taken: impl Fn(usize) -> bool) -> Option<Chosen> {
        let mut chosen = Chosen::none(self.items.len());
        let mut left = self.room.clone();
        for (at, item) in self.items.iter().enumerate().filter(|(at, _)| is_taken(*at)) {
            chosen.score += item.score;
            chosen.amount += item.amount;
            chosen.taken.insert(at);
            left.iter_mut()
                .zip(&item.takes)
                .for_each(|(left, takes)| *left -= takes);
        }
        left.iter().all(|left| *left >= 0).then_some(chosen)
    }

    /// The largest number of billionths that divides every score: sums of scores lie on its multiples.
    pub(super) fn grain(&self) -> i128 {
        fn gcd(a: i128, b: i128) -> i128 {
            if b == 0 { a } else { gcd(b, a % b) }
        }
        self.items
            .iter()
            .fold(0, |grain, item| gcd(grain, item.score.abs()))
            .max(1)
    }
}

/// A score in billionths, at the decimals at which scores are compared (S3).
fn billionths(score: Decimal) -> i128 {
    let score = comparable(score);
    score.mantissa() * 10_i128.pow(DECIMALS - score.scale().min(DECIMALS))
}

/// Billionths as a score; the largest decimal beyond what it holds.
pub(super) fn as_score(billionths: i128) -> Decimal {
    Decimal::try_from_i128_with_scale(billionths, DECIMALS).map_or(Decimal::MAX, |score| score.normalize())
}
