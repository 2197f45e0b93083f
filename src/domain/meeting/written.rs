//! Written procedure (M16): one motion to all at once, decided only when everybody agrees to it and to the procedure.

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::roster::quorum;
use super::{Carried, Entry, Item, ItemState, Meeting, Motion, Put, Roster, State};
use crate::domain::named::named;

/// A written procedure under way or ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    pub deadline: DateTime,
    /// By handle, the last answer.
    pub answers: BTreeMap<String, Answer>,
}

/// What somebody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub agrees_to_motion: bool,
    pub agrees_to_procedure: bool,
}

impl Answer {
    #[must_use]
    pub fn agrees(self) -> bool {
        self.agrees_to_motion && self.agrees_to_procedure
    }
}

named! {
    /// What came of it.
    #[derive(Serialize)]
    #[serde(rename_all = "snake_case")]
    #[strum(serialize_all = "snake_case", prefix = "written-")]
    pub enum WrittenResult {
        /// Answers are awaited.
        Waiting,
        /// Everybody agrees to the motion and to the procedure.
        Decided,
        /// One no, silence at the deadline, or too few who could answer: it goes to the next meeting's list.
        NotDecided,
    }
}

/// Why a written procedure can't be decided, whatever is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Undecidable {
    /// Nobody can answer for the seats of these holders: they are in conflict, and no substitute isn't.
    Unanswerable(Vec<String>),
    /// Fewer than half of all seats can answer.
    TooFew,
}

impl Undecidable {
    /// The key of the sentence that tells how a procedure with it ends.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Undecidable::Unanswerable(_) => "written-ends-unanswerable",
            Undecidable::TooFew => "written-ends-too-few",
        }
    }
}

impl Meeting {
    /// M16: the item of a written procedure, which has one.
    #[must_use]
    pub fn written_item(&self) -> Option<&Item> {
        self.standing_items().next()
    }

    /// M16: who answers: for each seat that has a holder the holder, or, where the holder is in conflict, the first substitute
    /// who isn't.
    #[must_use]
    pub fn written_seating(&self) -> Vec<super::Seated> {
        self.who_answers(&self.roster)
    }

    fn who_answers(&self, roster: &Roster) -> Vec<super::Seated> {
        let item = self.written_item();
        roster.seating(|handle| item.is_none_or(|item| !item.is_conflicted(handle)))
    }

    /// M16: why it can't be decided with these seats, if it can't.
    #[must_use]
    pub fn undecidable(&self, roster: &Roster) -> Option<Undecidable> {
        let answers = self.who_answers(roster);
        let holders = roster.seats.iter();
        let holders = holders.filter_map(|seat| Some((seat.number, seat.holder.as_ref()?)));
        let without = holders.filter(|(number, _)| !answers.iter().any(|seated| seated.seat == *number));
        let without: Vec<String> = without.map(|(_, holder)| holder.clone()).collect();
        if !without.is_empty() {
            Some(Undecidable::Unanswerable(without))
        } else if answers.len() < quorum(roster.size()) {
            Some(Undecidable::TooFew)
        } else {
            None
        }
    }

    /// M16: how a written procedure stands at a time.
    #[must_use]
    pub fn written_result(&self, now: DateTime) -> WrittenResult {
        let Some(written) = &self.written else {
            return WrittenResult::NotDecided;
        };
        let seats = self.written_seating();
        let answers: Vec<Option<&Answer>> = seats
            .iter()
            .map(|seated| written.answers.get(&seated.handle))
            .collect();
        let undecidable = self.undecidable(&self.roster).is_some();
        if undecidable || answers.iter().flatten().any(|answer| !answer.agrees()) {
            WrittenResult::NotDecided
        } else if answers.iter().all(Option::is_some) {
            WrittenResult::Decided
        } else if now >= written.deadline {
            WrittenResult::NotDecided
        } else {
            WrittenResult::Waiting
        }
    }

    /// M16: closing it concludes its item when everybody has agreed.
    pub(super) fn conclude_written(&mut self, at: DateTime) {
        if self.written.is_none() || self.written_result(at) != WrittenResult::Decided {
            return;
        }
        let decided = self.written_item().map(|item| item.id);
        let motion = decided.and_then(|item| Some(self.motions_of(item).next()?.id));
        if let Some((item, motion)) = decided.zip(motion) {
            self.change(item, |item| {
                item.carried.push(Carried {
                    motion,
                    vote: None,
                    free: None,
                });
                item.state = ItemState::Concluded;
            });
        }
    }

    pub(super) fn start_written(
        &mut self,
        entry: &Entry,
        deadline: DateTime,
        roster: &Roster,
        motion: &Motion,
    ) {
        self.state = State::Open;
        self.opened = Some(entry.at);
        self.roster = roster.clone();
        self.written = Some(Written {
            deadline,
            answers: BTreeMap::new(),
        });
        self.current = self.written_item().map(|item| item.id);
        if let Some(item) = self.current {
            self.change(item, |item| item.state = ItemState::Treated);
            self.motions.push(Put {
                id: self.next_motion(),
                item,
                mover: entry.by.clone(),
                content: motion.clone(),
                withdrawn: false,
            });
        }
    }
}
