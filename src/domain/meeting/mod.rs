//! A meeting of the council: agenda, presence, conflicts, motions, votes and elections (section 9 of the rules). It is the
//! sum of its [`Entry`]s. [`Meeting::check`] says whether one more may follow, [`Meeting::apply`] adds it; reading a
//! meeting back only applies.

mod act;
mod apply;
mod apply_votes;
mod check;
mod check_times;
mod check_votes;
mod check_written;
pub use check::notice_is_short;
pub mod conflict;
pub mod election;
mod event;
mod id;
mod item;
mod key;
pub mod minutes;
mod minutes_from_events;
mod motion;
mod roster;
mod secrecy;
mod secret;
mod standing;
#[cfg(test)]
mod tests;
mod vote;
mod voting;
mod written;

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

pub use act::Act;
use election::Election;
pub use event::{Entry, Event};
pub use id::{ItemId, MotionId, VoteId};
pub use item::{Carried, Item, ItemKind, ItemState, OpenTrial, Paper, ScoreChange, Statement, Trial};
pub use key::{Form, MeetingKey, State};
pub use motion::{Motion, MotionKind, Put};
pub use roster::{Roster, Seat, Seated};
pub use secret::{Asked, OpenedBallot, Secret, Void};
use standing::Matter;
pub use vote::{Ballot, Choice, Question, Tally, Vote, VoteResult};
pub use written::{Answer, Undecidable, Written, WrittenResult};

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
    /// M15: who has asked for secret ones.
    pub secrecy: Vec<Asked>,
    /// M13: the trial vote that is open.
    pub trial: Option<OpenTrial>,
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
    /// M4: the latest time that is told of the day on which the last entry was made.
    latest: DateTime,
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

    /// The items that were not withdrawn, in the order of the agenda.
    pub fn standing_items(&self) -> impl Iterator<Item = &Item> {
        let items = self.items.iter();
        items.filter(|item| item.state != ItemState::Withdrawn)
    }

    /// M6: the next item of the agenda that has not been taken up.
    ///
    /// # Errors
    /// `agenda-done`.
    pub fn next_listed(&self) -> Result<&Item, Refusal> {
        let mut items = self.items.iter();
        let next = items.find(|item| item.state == ItemState::Listed);
        next.ok_or_else(|| refuse("agenda-done").rule("M6"))
    }

    /// Whether people are met for it, in a pause too; nobody meets for a written procedure (M16).
    #[must_use]
    pub fn is_in_session(&self) -> bool {
        self.state.is_under_way() && self.form.meets()
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

    /// The item that a meeting is looked at in, where none is chosen: the one on the table or, without one, the first.
    #[must_use]
    pub fn at_hand(&self) -> Option<ItemId> {
        let first = || self.standing_items().next().map(|item| item.id);
        self.current.or_else(first)
    }

    /// The vote that is open.
    #[must_use]
    pub fn open_vote(&self) -> Option<&Vote> {
        self.votes.iter().find(|vote| vote.is_open())
    }

    /// The election that is open.
    #[must_use]
    pub fn open_election(&self) -> Option<&Election> {
        self.elections.iter().find(|election| election.is_open())
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
}
