//! Votes: what is asked, what each chose, and what came of it (M1, M2, M12, M13).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use strum::EnumString;

use super::id::{ItemId, MotionId, VoteId};
use super::roster::{Seated, quorum};
use crate::domain::named::named;

/// What a vote is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "question", rename_all = "snake_case")]
pub enum Question {
    /// For or against one motion.
    Motion { motion: MotionId },
    /// M13: one motion against another; *for* is the first.
    Between { first: MotionId, second: MotionId },
    /// M13: several items, one motion of each.
    EnBloc { motions: Vec<MotionId> },
    /// M5: whether a member is in conflict in an item.
    Conflict { item: ItemId, handle: String },
    /// M13: whether a concluded item is taken up again.
    TakeUp { item: ItemId },
}

impl Question {
    /// The motions that are voted on, in its order; none where it is about a conflict or an item.
    #[must_use]
    pub fn motions(&self) -> Vec<MotionId> {
        match self {
            Question::Motion { motion } => vec![*motion],
            Question::Between { first, second } => vec![*first, *second],
            Question::EnBloc { motions } => motions.clone(),
            Question::Conflict { .. } | Question::TakeUp { .. } => Vec::new(),
        }
    }

    /// M13: of two motions, the one that a vote for or against is for.
    #[must_use]
    pub fn side(&self, choice: Choice) -> Option<MotionId> {
        match (self, choice) {
            (Question::Between { first, .. }, Choice::For) => Some(*first),
            (Question::Between { second, .. }, Choice::Against) => Some(*second),
            _ => None,
        }
    }

    /// M13: of two motions, the one that has won.
    #[must_use]
    pub fn preferred(&self, result: VoteResult) -> Option<MotionId> {
        match result {
            VoteResult::Carried => self.side(Choice::For),
            VoteResult::Lost => self.side(Choice::Against),
            VoteResult::NoQuorum => None,
        }
    }

    /// M5: whose conflict is decided.
    #[must_use]
    pub fn conflict_of(&self) -> Option<&str> {
        match self {
            Question::Conflict { handle, .. } => Some(handle),
            _ => None,
        }
    }
}

named! {
    /// What one votes.
    #[derive(Serialize, Deserialize, EnumString)]
    #[serde(rename_all = "snake_case")]
    #[strum(serialize_all = "snake_case", prefix = "choice-")]
    pub enum Choice {
        For,
        Against,
    }
}

/// The result of a vote in one item, with its base (M12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub item: ItemId,
    /// Seats of the council, vacant ones counted.
    pub seats: usize,
    /// Seats that could vote: taken without a break since the vote opened, and not in conflict when it closed.
    pub entitled: Vec<Seated>,
    pub votes_for: Vec<String>,
    pub votes_against: Vec<String>,
    /// Who was entitled and did not vote.
    pub not_voted: Vec<String>,
    /// M2: what the meeting chair voted, who decides a tie.
    pub chair: Option<Choice>,
    /// M2: the meeting chair, where that vote decides a tie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
}

named! {
    /// What came of a vote.
    #[derive(Serialize)]
    #[serde(rename_all = "snake_case")]
    #[strum(serialize_all = "snake_case", prefix = "vote-")]
    pub enum VoteResult {
        /// M1: too few votes. It decides nothing, whatever the count.
        NoQuorum,
        Carried,
        Lost,
    }
}

impl Tally {
    #[must_use]
    pub fn cast(&self) -> usize {
        self.votes_for.len() + self.votes_against.len()
    }

    /// M1: at least half of the seats have voted.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.cast() >= quorum(self.seats)
    }

    /// Whether as many are for as against.
    fn is_tie(&self) -> bool {
        self.votes_for.len() == self.votes_against.len()
    }

    /// M2: a tie that nobody has decided: valid, and the meeting chair has not voted.
    #[must_use]
    pub fn waits_for_the_chair(&self) -> bool {
        self.is_valid() && self.is_tie() && self.chair.is_none()
    }

    /// M1, M2: the majority of the votes cast, on a tie what the meeting chair voted. Between two motions *carried* is
    /// that the first won.
    #[must_use]
    pub fn result(&self) -> VoteResult {
        if !self.is_valid() {
            return VoteResult::NoQuorum;
        }
        let (votes_for, votes_against) = (self.votes_for.len(), self.votes_against.len());
        let carried =
            votes_for > votes_against || (votes_for == votes_against && self.chair == Some(Choice::For));
        if carried {
            VoteResult::Carried
        } else {
            VoteResult::Lost
        }
    }
}

/// A vote, open or closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Vote {
    pub id: VoteId,
    pub question: Question,
    /// The items that it concerns, with who took which seat in each when it opened.
    pub seating: BTreeMap<ItemId, Vec<Seated>>,
    /// M10: who went out while it was open.
    pub left: BTreeSet<String>,
    /// By handle: what was chosen, and who registered it.
    pub cast: BTreeMap<String, Ballot>,
    /// Empty while it is open, and where it was called off.
    pub tallies: Vec<Tally>,
    /// M12: where it was called off, no vote stood in any item; who could have voted in each is as it was then.
    pub called_off: Option<Vec<Tally>>,
}

/// A vote that was cast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    pub choice: Choice,
    /// The voter, or whoever registered it for the room (M12).
    pub by: String,
}

impl Vote {
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.tallies.is_empty() && self.called_off.is_none()
    }

    /// Everybody who can vote in one of its items now, by seat. `conflicted` says who is in conflict in an item.
    pub fn entitled<'v>(
        &'v self,
        item: ItemId,
        conflicted: impl Fn(&str) -> bool + 'v,
    ) -> impl Iterator<Item = &'v Seated> {
        let seated = self.seating.get(&item).into_iter().flatten();
        seated.filter(move |seated| !self.left.contains(&seated.handle) && !conflicted(&seated.handle))
    }

    /// The result in one item as the votes stand.
    #[must_use]
    pub fn tally(
        &self,
        item: ItemId,
        seats: usize,
        chair: Option<&str>,
        conflicted: impl Fn(&str) -> bool,
    ) -> Tally {
        let entitled: Vec<Seated> = self.entitled(item, conflicted).cloned().collect();
        let mut tally = Tally {
            item,
            seats,
            entitled,
            votes_for: Vec::new(),
            votes_against: Vec::new(),
            not_voted: Vec::new(),
            chair: None,
            decided_by: None,
        };
        for seated in &tally.entitled {
            let handle = seated.handle.clone();
            match self.cast.get(&seated.handle).map(|ballot| ballot.choice) {
                Some(Choice::For) => tally.votes_for.push(handle),
                Some(Choice::Against) => tally.votes_against.push(handle),
                None => tally.not_voted.push(handle),
            }
        }
        let chairs = chair.filter(|chair| tally.entitled.iter().any(|seated| seated.handle == *chair));
        tally.chair = chairs
            .and_then(|chair| self.cast.get(chair))
            .map(|ballot| ballot.choice);
        let decides = tally.is_valid() && tally.is_tie() && tally.chair.is_some();
        tally.decided_by = chairs.filter(|_| decides).map(str::to_owned);
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(seats: usize, votes_for: usize, votes_against: usize, chair: Option<Choice>) -> Tally {
        let names = |prefix: &str, count: usize| (0..count).map(|at| format!("{prefix}{at}")).collect();
        Tally {
            item: 1,
            seats,
            entitled: Vec::new(),
            votes_for: names("f", votes_for),
            votes_against: names("m", votes_against),
            not_voted: Vec::new(),
            chair,
            decided_by: None,
        }
    }

    #[test]
    fn m1_eleven_seats_six_cast_are_valid_and_five_are_not() {
        assert_eq!(tally(11, 6, 0, None).result(), VoteResult::Carried);
        assert_eq!(tally(11, 5, 0, None).result(), VoteResult::NoQuorum);
        assert_eq!(tally(10, 5, 0, None).result(), VoteResult::Carried);
        assert_eq!(tally(10, 4, 0, None).result(), VoteResult::NoQuorum);
    }

    #[test]
    fn m2_three_to_three_is_decided_by_the_vote_that_the_chair_gave() {
        assert_eq!(tally(11, 3, 3, Some(Choice::For)).result(), VoteResult::Carried);
        assert_eq!(tally(11, 3, 3, Some(Choice::Against)).result(), VoteResult::Lost);
        assert!(tally(11, 3, 3, None).waits_for_the_chair());
        assert!(!tally(11, 2, 2, None).waits_for_the_chair(), "too few to decide");
    }

    /// Every council of 1–25 seats with every number of votes for and against: valid from half the seats, carried by
    /// more for than against, and a tie as the chair voted. The expectations are counted without a division.
    #[test]
    fn m1_m2_every_council_and_every_count() {
        for seats in 1..=25_usize {
            for votes_for in 0..=seats {
                for votes_against in 0..=seats - votes_for {
                    for chair in [None, Some(Choice::For), Some(Choice::Against)] {
                        let silent = seats - votes_for - votes_against;
                        let result = tally(seats, votes_for, votes_against, chair).result();
                        let expected = if votes_for + votes_against < silent {
                            VoteResult::NoQuorum
                        } else if votes_for > votes_against
                            || (votes_for == votes_against && chair == Some(Choice::For))
                        {
                            VoteResult::Carried
                        } else {
                            VoteResult::Lost
                        };
                        assert_eq!(
                            result, expected,
                            "{seats} seats, {votes_for}–{votes_against}, {chair:?}"
                        );
                    }
                }
            }
        }
    }
}
