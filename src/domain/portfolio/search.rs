//! The exact search: item by item, every set that could still become the best is kept, and only those. A set is
//! dropped when it can't be made to fit, when what it could reach at best is less than what a known set has, or when
//! another that leaves at least as much room is better. All in whole numbers.

use std::cmp::Reverse;

use super::prices::Prices;
use super::program::{Chosen, Program};

/// How many of the sets kept before it a set is compared with, when there are several limits. A set that could have
/// been dropped and wasn't costs work, never the answer.
const COMPARED: usize = 60;

/// How many partial sets the first look keeps.
const NARROW: usize = 250;

/// What the search came to.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// `None` when no set was found that fits.
    pub best: Option<Chosen>,
    /// No set that fits has a larger sum of scores.
    pub ceiling: i128,
    /// Nothing was left out for want of room to look.
    pub complete: bool,
}

/// A choice about the items looked at so far.
#[derive(Clone, Debug)]
struct Partial {
    chosen: Chosen,
    /// Of every limit; no more than what is to come can take.
    left: Vec<i128>,
    /// The largest sum of scores that it could come to.
    reach: i128,
}

/// What is to come from a point in the order on.
struct ToCome {
    /// The least and the most that it can take, by limit.
    least: Vec<i128>,
    most: Vec<i128>,
    /// What it gives at best beyond its price, in the prices' fraction.
    surplus: i128,
}

struct Search<'a> {
    program: &'a Program,
    prices: &'a Prices,
    grain: i128,
    best: Option<Chosen>,
    /// The largest reach of what was left out for want of room to look.
    left_out: Option<i128>,
}

/// Finds the best set. At most `width` partial sets are kept at a time; `known` is a set that fits. A narrow look
/// comes first: a good set found early is what keeps the full one small.
pub(super) fn search(program: &Program, prices: &Prices, known: Option<Chosen>, width: usize) -> Found {
    let narrow = look(program, prices, known, width.min(NARROW));
    if narrow.complete || width <= NARROW {
        return narrow;
    }
    let full = look(program, prices, narrow.best, width);
    Found {
        ceiling: full.ceiling.min(narrow.ceiling),
        ..full
    }
}

fn look(program: &Program, prices: &Prices, known: Option<Chosen>, width: usize) -> Found {
    let mut search = Search {
        program,
        prices,
        grain: program.grain(),
        best: known,
        left_out: None,
    };
    let order = search.order();
    let to_come = search.to_come(&order);
    let start = Partial {
        chosen: Chosen::none(program.items.len()),
        left: program.room.clone(),
        reach: i128::MAX,
    };
    let mut kept: Vec<Partial> = search.weighed(start, &to_come[0]).into_iter().collect();
    for (at, item) in order.iter().enumerate() {
        let mut next = Vec::with_capacity(2 * kept.len());
        for without in kept {
            let with_it = search.with(&without, *item);
            next.extend(search.weighed(without, &to_come[at + 1]));
            next.extend(search.weighed(with_it, &to_come[at + 1]));
        }
        kept = undominated(next, search.best.as_ref());
        // After the last item every set has been weighed whole.
        if at + 1 < order.len() {
            search.narrow(&mut kept, width);
        }
    }
    let reached = search.best.as_ref().map(|best| best.score);
    Found {
        ceiling: search.left_out.max(reached).unwrap_or(0),
        complete: search.left_out.is_none(),
        best: search.best,
    }
}

impl Search<'_> {
    /// What an item gives beyond its price, in the prices' fraction.
    fn surplus(&self, item: usize) -> i128 {
        let item = &self.program.items[item];
        let price: i128 = self
            .prices
            .by_limit
            .iter()
            .zip(&item.takes)
            .map(|(price, takes)| price * takes)
            .sum();
        (item.score << self.prices.fine) - price
    }

    /// The clear candidates first: choosing against a large surplus is soon out of reach, so few sets are kept when the
    /// close ones come.
    fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.program.items.len()).collect();
        order.sort_by_key(|item| (Reverse(self.surplus(*item).abs()), *item));
        order
    }

    fn to_come(&self, order: &[usize]) -> Vec<ToCome> {
        let nothing = vec![0; self.program.room.len()];
        let mut all = vec![ToCome {
            least: nothing.clone(),
            most: nothing,
            surplus: 0,
        }];
        for item in order.iter().rev() {
            let (after, takes) = (&all[all.len() - 1], &self.program.items[*item].takes);
            let sums = |of: &[i128], part: fn(i128) -> i128| {
                of.iter().zip(takes).map(|(sum, t)| sum + part(*t)).collect()
            };
            let before = ToCome {
                least: sums(&after.least, |takes| takes.min(0)),
                most: sums(&after.most, |takes| takes.max(0)),
                surplus: after.surplus + self.surplus(*item).max(0),
            };
            all.push(before);
        }
        all.reverse();
        all
    }

    fn with(&self, partial: &Partial, at: usize) -> Partial {
        let item = &self.program.items[at];
        let mut with = partial.clone();
        with.chosen.score += item.score;
        with.chosen.amount += item.amount;
        with.chosen.taken.insert(at);
        with.left
            .iter_mut()
            .zip(&item.takes)
            .for_each(|(left, takes)| *left -= takes);
        with
    }

    /// A partial set with its reach, unless it can't fit or can't be the best. One that fits as it is may be the best
    /// so far.
    fn weighed(&mut self, mut partial: Partial, to_come: &ToCome) -> Option<Partial> {
        if partial
            .left
            .iter()
            .zip(&to_come.least)
            .any(|(left, least)| left < least)
        {
            return None;
        }
        let better = |best: &Chosen| partial.chosen.order(best).is_lt();
        if partial.left.iter().all(|left| *left >= 0) && self.best.as_ref().is_none_or(better) {
            self.best = Some(partial.chosen.clone());
        }
        partial
            .left
            .iter_mut()
            .zip(&to_come.most)
            .for_each(|(left, most)| *left = (*left).min(*most));
        let room: i128 = self
            .prices
            .by_limit
            .iter()
            .zip(&partial.left)
            .map(|(price, left)| price * left)
            .sum();
        let reach = ((partial.chosen.score << self.prices.fine) + room + to_come.surplus) >> self.prices.fine;
        partial.reach = reach - reach.rem_euclid(self.grain);
        self.best
            .as_ref()
            .is_none_or(|best| partial.reach >= best.score)
            .then_some(partial)
    }

    /// Keeps the `width` that reach furthest, and remembers how far the others could have come.
    fn narrow(&mut self, kept: &mut Vec<Partial>, width: usize) {
        if kept.len() <= width {
            return;
        }
        kept.sort_by(|a, b| b.reach.cmp(&a.reach).then_with(|| a.chosen.order(&b.chosen)));
        let out = kept.drain(width..).map(|partial| partial.reach).max();
        self.left_out = self.left_out.max(out);
    }
}

/// Leaves out what another makes needless: one that is better and has at least as much left of every limit.
fn undominated(mut partials: Vec<Partial>, best: Option<&Chosen>) -> Vec<Partial> {
    partials.retain(|partial| best.is_none_or(|best| partial.reach >= best.score));
    partials.sort_by(|a, b| a.chosen.order(&b.chosen));
    let mut kept: Vec<Partial> = Vec::with_capacity(partials.len());
    for partial in partials {
        let covers = |other: &Partial| {
            other
                .left
                .iter()
                .zip(&partial.left)
                .all(|(other, own)| other >= own)
        };
        if !kept.iter().rev().take(COMPARED).any(covers) {
            kept.push(partial);
        }
    }
    kept
}
