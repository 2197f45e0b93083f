//! A meeting of the council: agenda, presence, conflicts, motions, votes and elections (section 9 of the rules). It is the
//! sum of its [`Entry`]s. [`Meeting::check`] says whether one more may follow, [`Meeting::apply`] adds it; reading a
//! meeting back only applies.

mod apply;
mod apply_votes;
mod check;
mod check_votes;
pub use check::notice_is_short;
pub mod conflict;
mod drawn;
pub mod election;
mod event;
mod id;
mod item;
mod key;
pub mod minutes;
mod motion;
mod roster;
#[cfg(test)]
mod tests;
mod vote;
mod written;

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use conflict::{Conflict, Judgement};
use election::{Election, Office};
pub use event::{Entry, Event};
pub use id::{ItemId, MotionId, VoteId};
pub use item::{Item, ItemKind, ItemState, Paper, ScoreChange, Statement, Trial};
pub use key::{Form, MeetingKey, State};
pub use motion::{Motion, Put};
pub use roster::{Roster, Seat, Seated};
pub use vote::{Ballot, Choice, Question, Tally, Vote, VoteResult};
pub use written::{Answer, Written, WrittenResult};

use super::refusal::{Refusal, refuse};

/// When somebody was there (M10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    pub handle: String,
    pub came: DateTime,
    /// The item that was on the table, if any.
    pub came_in: Option<ItemId>,
    pub went: Option<DateTime>,
    pub went_in: Option<ItemId>,
}

/// M9: a time in which the meeting was adjourned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    pub from: DateTime,
    /// `None` when it was not resumed.
    pub to: Option<DateTime>,
    pub reason: String,
}

/// M18: a later note on final minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Correction {
    pub on: Date,
    pub by: String,
    /// What it corrects.
    pub concerns: String,
    pub text: String,
}

/// M9: the notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub on: Date,
    /// Why it was short; empty when it wasn't.
    pub reason: String,
}

/// A meeting as its entries have made it.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    pub key: MeetingKey,
    pub held_on: Date,
    pub starts: Option<Time>,
    pub place: String,
    pub form: Form,
    pub state: State,
    pub notice: Option<Notice>,
    /// Empty until it is opened.
    pub roster: Roster,
    pub opened: Option<DateTime>,
    pub closed: Option<DateTime>,
    /// The reason of a cancellation or the last adjournment.
    pub reason: String,
    pub items: Vec<Item>,
    /// The item on the table.
    pub current: Option<ItemId>,
    pub motions: Vec<Put>,
    pub votes: Vec<Vote>,
    pub elections: Vec<Election>,
    pub presence: Vec<Interval>,
    pub pauses: Vec<Pause>,
    pub written: Option<Written>,
    pub corrections: Vec<Correction>,
    /// The hash of the final minutes.
    pub sha256: Option<String>,
    /// Where the log stood when they became final.
    pub head: Option<String>,
    /// M17: the meeting and the item in which they were approved.
    pub approved_in: Option<(MeetingKey, ItemId)>,
    /// M10: presence is not dated before this.
    last_vote: Option<DateTime>,
}

impl Meeting {
    /// The meeting that a history has made; `None` when it doesn't begin with a plan.
    #[must_use]
    pub fn replay<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Option<Meeting> {
        let mut entries = entries.into_iter();
        let mut meeting = Meeting::begin(entries.next()?)?;
        for entry in entries {
            meeting.apply(entry);
        }
        Some(meeting)
    }

    /// One more step, checked.
    ///
    /// # Errors
    /// As [`Meeting::check`].
    pub fn step(&mut self, entry: &Entry) -> Result<(), Refusal> {
        self.check(entry)?;
        self.apply(entry);
        Ok(())
    }

    /// # Errors
    /// `item-unknown`.
    pub fn item(&self, id: ItemId) -> Result<&Item, Refusal> {
        self.items
            .iter()
            .find(|item| item.id == id)
            .ok_or_else(|| refuse("item-unknown").with("item", i64::from(id)))
    }

    /// The item that a person means by a number: `N` of `sak N/YY`, or its place on the list before the notice.
    ///
    /// # Errors
    /// `item-unknown`.
    pub fn item_called(&self, number: u32) -> Result<&Item, Refusal> {
        let has_numbers = self.items.iter().any(|item| item.number.is_some());
        let mut items = self.items.iter();
        let found = items.find(|item| match item.number {
            Some(own) => own == number,
            None => !has_numbers && item.id == number,
        });
        found.ok_or_else(|| refuse("item-unknown").with("item", i64::from(number)))
    }

    /// # Errors
    /// `motion-unknown`.
    pub fn motion(&self, id: MotionId) -> Result<&Put, Refusal> {
        self.motions
            .iter()
            .find(|motion| motion.id == id)
            .ok_or_else(|| refuse("motion-unknown").with("motion", i64::from(id)))
    }

    /// The item on the table.
    #[must_use]
    pub fn on_the_table(&self) -> Option<&Item> {
        self.items.iter().find(|item| Some(item.id) == self.current)
    }

    /// The vote that is open.
    #[must_use]
    pub fn open_vote(&self) -> Option<&Vote> {
        self.votes.iter().find(|vote| vote.is_open())
    }

    /// The election that is open.
    #[must_use]
    pub fn open_election(&self) -> Option<&Election> {
        self.elections
            .iter()
            .find(|election| election.count.is_none() && !election.lost)
    }

    /// The identifier that the next item gets.
    #[must_use]
    pub fn next_item(&self) -> ItemId {
        self.items.iter().map(|item| item.id).max().unwrap_or(0) + 1
    }

    /// The identifier that the next motion gets.
    #[must_use]
    pub fn next_motion(&self) -> MotionId {
        self.motions.iter().map(|motion| motion.id).max().unwrap_or(0) + 1
    }

    /// The identifier that the next vote or election gets.
    #[must_use]
    pub fn next_vote(&self) -> VoteId {
        let votes = self.votes.iter().map(|vote| vote.id);
        let elections = self.elections.iter().map(|election| election.id);
        votes.chain(elections).max().unwrap_or(0) + 1
    }

    /// Whether a person is there now.
    #[must_use]
    pub fn is_present(&self, handle: &str) -> bool {
        self.presence
            .iter()
            .any(|interval| interval.handle == handle && interval.went.is_none())
    }

    /// M11: who sits where now, in an item or, without one, in the meeting.
    #[must_use]
    pub fn seating(&self, item: Option<ItemId>) -> Vec<Seated> {
        let item = item.and_then(|id| self.item(id).ok());
        self.roster
            .seating(|handle| self.is_present(handle) && item.is_none_or(|item| !item.is_conflicted(handle)))
    }

    /// M5: who takes part in deciding on conflicts in an item. None of those in question does, unless the body would then
    /// lack quorum: then all who are there do, but for those already found in conflict.
    #[must_use]
    pub fn seating_on_conflict(&self, item: &Item) -> Vec<Seated> {
        let seated = self.seating(Some(item.id));
        if seated.len() >= self.roster.quorum() {
            return seated;
        }
        let out = |conflict: &Conflict| conflict.judgement == Judgement::Upheld;
        self.roster.seating(|handle| {
            let found = item
                .conflicts
                .iter()
                .any(|conflict| conflict.handle == handle && out(conflict));
            self.is_present(handle) && !found
        })
    }

    /// M3: who chairs, in an item or, without one, in the meeting: the leader, the deputy, or who was elected; there, and
    /// not in conflict. A substitute for the leader does not chair (M11).
    #[must_use]
    pub fn chair(&self, item: Option<ItemId>) -> Option<&str> {
        let of_item = item.and_then(|id| self.item(id).ok());
        let able =
            |handle: &&str| self.is_present(handle) && of_item.is_none_or(|item| !item.is_conflicted(handle));
        let elected = |to: Option<ItemId>| {
            let held = self.elections.iter().rev();
            held.filter(move |election| election.office == Office::Chair { item: to })
                .find_map(|election| election.count.as_ref()?.elected.as_deref())
        };
        let of_item = item.and_then(|id| elected(Some(id)));
        [
            self.roster.leader.as_deref(),
            self.roster.deputy.as_deref(),
            of_item,
            elected(None),
        ]
        .into_iter()
        .flatten()
        .find(able)
    }

    /// M2: who decides a tie in a vote: the meeting chair, or of those who vote the leader or the deputy when the
    /// chair is in question himself (M5).
    #[must_use]
    pub fn chair_of_vote(&self, vote: &Vote, item: ItemId) -> Option<&str> {
        let seated = vote.seating.get(&item).map_or(&[][..], Vec::as_slice);
        let votes = |handle: &&str| seated.iter().any(|seated| seated.handle == *handle);
        let ordinary = self.chair(Some(item));
        let own = [self.roster.leader.as_deref(), self.roster.deputy.as_deref()];
        ordinary.or_else(|| own.into_iter().flatten().find(votes))
    }

    /// The motions of an item that were not withdrawn, in the order in which they were put.
    pub fn standing(&self, item: ItemId) -> impl Iterator<Item = &Put> {
        self.motions
            .iter()
            .filter(move |motion| motion.item == item && !motion.withdrawn)
    }

    /// Whether a valid vote has gone against a motion.
    #[must_use]
    pub fn is_lost(&self, motion: MotionId) -> bool {
        self.votes.iter().any(|vote| {
            let result = |item: ItemId| {
                let tally = vote.tallies.iter().find(|tally| tally.item == item);
                tally.map(Tally::result)
            };
            let Ok(put) = self.motion(motion) else {
                return false;
            };
            match &vote.question {
                Question::Motion { motion: of } => {
                    *of == motion && result(put.item) == Some(VoteResult::Lost)
                }
                Question::EnBloc { motions } => {
                    motions.contains(&motion) && result(put.item) == Some(VoteResult::Lost)
                }
                Question::Between { first, second } => {
                    (*first == motion && result(put.item) == Some(VoteResult::Lost))
                        || (*second == motion && result(put.item) == Some(VoteResult::Carried))
                }
                Question::Conflict { .. } | Question::TakeUp { .. } => false,
            }
        })
    }

    /// The items that a question concerns.
    #[must_use]
    pub fn items_of(&self, question: &Question) -> Vec<ItemId> {
        let of = |motion: &MotionId| self.motion(*motion).ok().map(|put| put.item);
        match question {
            Question::Motion { motion } | Question::Between { first: motion, .. } => {
                of(motion).into_iter().collect()
            }
            Question::EnBloc { motions } => motions.iter().filter_map(of).collect(),
            Question::Conflict { item, .. } | Question::TakeUp { item } => vec![*item],
        }
    }

    /// M12: whether a person can vote now in an item of a vote.
    fn out_of<'m>(&'m self, vote: &'m Vote, item: ItemId) -> impl Fn(&str) -> bool + 'm {
        let decides_conflict = matches!(vote.question, Question::Conflict { .. });
        let item = self.item(item).ok();
        move |handle| {
            item.is_some_and(|item| {
                item.conflicts.iter().any(|conflict| {
                    conflict.handle == handle
                        && match conflict.judgement {
                            Judgement::Rejected => false,
                            Judgement::Upheld => true,
                            // Where all who are there decide, those in question do too (M5).
                            Judgement::Raised => !decides_conflict,
                        }
                })
            })
        }
    }

    /// M12: the results of a vote as they stand, one for each item.
    #[must_use]
    pub fn tallies(&self, vote: &Vote) -> Vec<Tally> {
        let items = vote.seating.keys();
        items
            .map(|&item| {
                let chair = self.chair_of_vote(vote, item);
                vote.tally(item, self.roster.size(), chair, self.out_of(vote, item))
            })
            .collect()
    }

    /// M12: whether a person can vote in an open vote, in one of its items at least.
    #[must_use]
    pub fn may_cast(&self, vote: &Vote, handle: &str) -> bool {
        vote.seating.keys().any(|&item| {
            vote.entitled(item, self.out_of(vote, item))
                .any(|seated| seated.handle == handle)
        })
    }

    /// M12: those who can vote and have not, by seat.
    #[must_use]
    pub fn not_voted(&self, vote: &Vote) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for tally in self.tallies(vote) {
            for handle in tally.not_voted {
                if !names.contains(&handle) {
                    names.push(handle);
                }
            }
        }
        names
    }

    /// M13: the items that can be voted on together: one motion, the chair not in conflict, and not taken out.
    #[must_use]
    pub fn en_bloc(&self) -> Vec<MotionId> {
        let chair = self.chair(None);
        let open = self.items.iter().filter(|item| {
            item.is_open()
                && !item.taken_out
                && chair.is_some_and(|chair| !item.is_conflicted(chair))
                && self.chair(Some(item.id)) == chair
        });
        open.filter_map(|item| {
            let mut motions = self.standing(item.id);
            let one = motions.next().filter(|_| motions.next().is_none())?;
            (!self.is_lost(one.id)).then_some(one.id)
        })
        .collect()
    }
}
