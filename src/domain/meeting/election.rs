//! Elections (M3, M15): more than half of the votes, then most votes, then the lot.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::id::{ItemId, VoteId};
use super::roster::{Seated, quorum};
use super::secret::{OpenedBallot, Secret, Void};

/// What somebody is elected to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "office", rename_all = "snake_case")]
pub enum Office {
    /// M3: chair of the meeting, or of one item.
    Chair { item: Option<ItemId> },
    /// Any other, in an item.
    Other { item: ItemId, title: String },
}

impl Office {
    /// The item that the election is held in, and in which conflicts keep people out.
    #[must_use]
    pub fn item(&self) -> Option<ItemId> {
        match self {
            Office::Chair { item } => *item,
            Office::Other { item, .. } => Some(*item),
        }
    }
}

/// An election, open or closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Election {
    pub id: VoteId,
    pub office: Office,
    pub candidates: Vec<String>,
    /// Most votes wins.
    pub second: bool,
    /// Who may vote, by seat.
    pub seating: Vec<Seated>,
    pub left: BTreeSet<String>,
    /// By handle; `None` is blank. None of a secret one.
    pub cast: BTreeMap<String, Option<String>>,
    pub secret: Option<Secret>,
    pub count: Option<Count>,
    /// M15: of a secret one that is closed, by receipt.
    pub ballots: Vec<OpenedBallot>,
    /// Why it came to nothing.
    pub void: Option<Void>,
}

/// What came of an election.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    pub seats: usize,
    pub entitled: usize,
    /// Votes by candidate.
    pub votes: BTreeMap<String, usize>,
    pub blank: usize,
    /// Who voted, by handle.
    pub voted: Vec<String>,
    pub not_voted: Vec<String>,
    pub elected: Option<String>,
    /// M15: whether blank votes count as cast.
    #[serde(default = "counts")]
    pub blank_counts: bool,
    /// The seed of the lot, when one was drawn.
    pub lot: Option<u64>,
}

fn counts() -> bool {
    true
}

impl Count {
    /// Votes cast, of which quorum and half are taken: by the parameter with the blank ones (M15).
    #[must_use]
    pub fn cast(&self) -> usize {
        let named: usize = self.votes.values().sum();
        named + if self.blank_counts { self.blank } else { 0 }
    }

    /// M1: an election needs as many votes as any other vote.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.cast() >= quorum(self.seats)
    }

    /// M15: decides who is elected. `seed` is that of the lot, which is kept if one is drawn.
    fn decide(&mut self, second: bool, seed: u64) {
        if !self.is_valid() {
            return;
        }
        match winner(&self.votes, self.cast(), second) {
            Winner::One(who) => self.elected = Some(who),
            Winner::Nobody => {}
            Winner::Tie(tied) => {
                self.lot = Some(seed);
                self.elected = drawn(&tied, seed).cloned();
            }
        }
    }
}

impl Election {
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.count.is_none() && self.void.is_none()
    }

    /// Who was elected, if it is closed and somebody was.
    #[must_use]
    pub fn elected(&self) -> Option<&str> {
        self.count.as_ref()?.elected.as_deref()
    }

    /// M12: everybody who can vote now, by seat.
    pub fn entitled(&self) -> impl Iterator<Item = &Seated> {
        let seated = self.seating.iter();
        seated.filter(|seated| !self.left.contains(&seated.handle))
    }

    /// Those who can vote and have not, by seat.
    pub fn awaited(&self) -> impl Iterator<Item = &Seated> {
        self.entitled().filter(|seated| !self.has_voted(&seated.handle))
    }

    /// Who has gone out, or is in conflict, has no vote in it any more.
    pub(super) fn leaves(&mut self, handle: &str) {
        if self.is_open() && self.seating.iter().any(|seated| seated.handle == handle) {
            self.cast.remove(handle);
            self.left.insert(handle.to_owned());
        }
    }

    /// M15: the count as it stands, in a council of so many seats.
    #[must_use]
    pub fn counted(&self, seats: usize, blank_counts: bool, seed: u64) -> Count {
        let handles =
            |seated: &mut dyn Iterator<Item = &Seated>| seated.map(|seated| seated.handle.clone()).collect();
        let voted: Vec<String> = handles(
            &mut self
                .entitled()
                .filter(|seated| self.cast.contains_key(&seated.handle)),
        );
        let mut count = Count {
            seats,
            entitled: self.entitled().count(),
            votes: self.candidates.iter().map(|who| (who.clone(), 0)).collect(),
            blank: 0,
            not_voted: handles(&mut self.awaited()),
            elected: None,
            blank_counts,
            lot: None,
            voted,
        };
        for handle in &count.voted {
            match self.cast.get(handle).and_then(Option::as_ref) {
                None => count.blank += 1,
                Some(who) => *count.votes.entry(who.clone()).or_default() += 1,
            }
        }
        count.decide(self.second, seed);
        count
    }
}

/// Who wins among votes by candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Winner {
    One(String),
    /// M15: the first time nobody has more than half: a new vote is held.
    Nobody,
    /// The second time these have most: the lot decides.
    Tie(Vec<String>),
}

/// M15: the winner. `cast` is the votes that the half is taken of.
fn winner(votes: &BTreeMap<String, usize>, cast: usize, second: bool) -> Winner {
    let most = votes.values().copied().max().unwrap_or(0);
    let best: Vec<String> = votes
        .iter()
        .filter(|&(_, &count)| count == most && count > 0)
        .map(|(candidate, _)| candidate.clone())
        .collect();
    match best.as_slice() {
        [one] if second || 2 * most > cast => Winner::One(one.clone()),
        [_, _, ..] if second => Winner::Tie(best),
        _ => Winner::Nobody,
    }
}

/// M15: the lot among candidates, by its seed: anybody can draw it anew.
#[must_use]
fn drawn(tied: &[String], seed: u64) -> Option<&String> {
    let at = seed % u64::try_from(tied.len()).ok()?.max(1);
    tied.get(usize::try_from(at).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn votes(list: &[(&str, usize)]) -> BTreeMap<String, usize> {
        list.iter()
            .map(|&(name, count)| (name.to_owned(), count))
            .collect()
    }

    #[test]
    fn m15_more_than_half_then_most_then_the_lot() {
        let clear = votes(&[("a", 4), ("b", 3)]);
        assert_eq!(winner(&clear, 7, false), Winner::One("a".into()));
        // A blank vote is cast: four of eight are not more than half.
        assert_eq!(winner(&clear, 8, false), Winner::Nobody);
        assert_eq!(winner(&clear, 8, true), Winner::One("a".into()));
        let tied = votes(&[("a", 3), ("b", 3), ("c", 1)]);
        assert_eq!(winner(&tied, 7, false), Winner::Nobody);
        assert_eq!(winner(&tied, 7, true), Winner::Tie(vec!["a".into(), "b".into()]));
        assert_eq!(winner(&votes(&[]), 5, true), Winner::Nobody);
        assert_eq!(winner(&votes(&[("a", 0)]), 5, true), Winner::Nobody);
    }

    #[test]
    fn m15_the_lot_is_drawn_by_its_seed() {
        let tied = ["a".to_owned(), "b".to_owned()];
        assert_eq!(drawn(&tied, 4).unwrap(), "a");
        assert_eq!(drawn(&tied, 7).unwrap(), "b");
        assert_eq!(drawn(&[], 7), None);
    }
}
