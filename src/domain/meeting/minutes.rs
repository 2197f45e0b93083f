//! The minutes of a meeting as a function of what happened in it (M4), and what is missing in them.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use super::conflict::{Conflict, ConflictKind};
use super::election::{Count, Office};
use super::{Form, Item, ItemId, ItemKind, ItemState, Meeting, MeetingKey, Motion, MotionId, Pause};
use super::{Undecidable, Void};
use crate::domain::money::Ore;
use crate::domain::named::named;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::scheme::Name;

named! {
    /// What M4 asks for and the meeting doesn't have.
    #[strum(serialize_all = "kebab-case", prefix = "missing-")]
    pub enum What {
        Opened,
        Closed,
        Place,
        Presence,
        /// M2: an item that ended without a result says why.
        Result,
        /// M5: a conflict that the body has not decided.
        Judgement,
        /// M4: a conflict without ground or paragraph.
        Ground,
    }
}

/// One thing that is missing, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    pub what: What,
    pub item: Option<ItemId>,
    /// The handle of whom it concerns.
    pub who: Option<String>,
}

/// When somebody met (M10). Names are as they were on the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    pub name: String,
    /// The seat held, or taken as a substitute; none for those who only attended.
    pub seat: Option<u32>,
    pub substitute: bool,
    /// Each stay: from, and to unless until the end, with the number of the item that was on the table.
    pub stays: Vec<Stay>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stay {
    pub from: DateTime,
    pub from_item: Option<u32>,
    pub to: Option<DateTime>,
    pub to_item: Option<u32>,
}

/// What the minutes say of an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemMinutes {
    pub number: Option<u32>,
    #[serde(flatten)]
    pub kind: ItemKind,
    pub title: String,
    pub state: ItemState,
    pub internal: bool,
    pub added_later: bool,
    /// Why it was withdrawn.
    pub withdrawn: Option<String>,
    /// M10.
    pub present: Vec<String>,
    /// M3: who chaired it.
    pub chair: Option<String>,
    pub conflicts: Vec<ConflictMinutes>,
    pub motions: Vec<MotionMinutes>,
    pub votes: Vec<VoteMinutes>,
    pub elections: Vec<ElectionMinutes>,
    pub statements: Vec<(String, String)>,
    /// S5: who changed the own scorecard while the item was open.
    pub scorecards_changed: Vec<String>,
    /// The motion that holds.
    pub result: Option<Motion>,
    /// M14: what was free by the scheme's limit, where the motion is one of more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free: Option<Ore>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictMinutes {
    pub name: String,
    pub raised_by: String,
    pub ground: String,
    pub paragraph: String,
    pub kind: ConflictKind,
    pub upheld: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MotionMinutes {
    pub id: MotionId,
    pub mover: String,
    pub content: Motion,
    pub withdrawn: bool,
}

/// M12: a vote with its base.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts of one vote")]
pub struct VoteMinutes {
    /// What was voted on: the motions, in the order of the question; none for conflicts and taking up again.
    pub motions: Vec<MotionId>,
    /// M5: whose conflict was decided.
    pub conflict_of: Option<String>,
    /// M13: it decided whether to take the item up again.
    pub take_up: bool,
    /// M13: it was held for several items at once.
    pub en_bloc: bool,
    pub seats: usize,
    pub entitled: usize,
    pub votes_for: Vec<String>,
    pub votes_against: Vec<String>,
    pub not_voted: Vec<String>,
    pub valid: bool,
    pub carried: bool,
    /// M2: a tie that the meeting chair's vote decided.
    pub by_the_chair: Option<String>,
    /// It ended without a result while no vote stood.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub called_off: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ElectionMinutes {
    pub office: Office,
    pub second: bool,
    /// M15: how each voted stands nowhere.
    #[serde(default)]
    pub secret: bool,
    /// By name, two candidates of one name each with the handle too. None of one that came to nothing.
    pub count: Option<Count>,
    pub elected: Option<String>,
    /// Why it came to nothing, and was to be held anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub void: Option<Void>,
}

/// M16: how a written procedure ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenMinutes {
    pub deadline: DateTime,
    pub agreed: Vec<String>,
    pub disagreed: Vec<String>,
    pub silent: Vec<String>,
    pub decided: bool,
    /// Why it could not be decided, whatever was answered; holders by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undecidable: Option<Undecidable>,
}

impl WrittenMinutes {
    /// The key of the sentence that tells how it ended.
    #[must_use]
    pub fn ending(&self) -> &'static str {
        match &self.undecidable {
            _ if self.decided => "minutes-written-decided",
            Some(why) => why.key(),
            None => "minutes-written-not-decided",
        }
    }
}

/// The facts of the minutes. Words are put to them elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Minutes {
    pub key: MeetingKey,
    /// Whose council met.
    pub scheme: Option<Name>,
    pub held_on: Date,
    pub starts: Option<Time>,
    pub place: String,
    pub form: Form,
    pub notice: Option<Date>,
    pub short_notice: Option<String>,
    pub opened: Option<DateTime>,
    pub closed: Option<DateTime>,
    pub pauses: Vec<Pause>,
    /// Who chaired the meeting when it closed.
    pub chair: Option<String>,
    pub seats: usize,
    pub met: Vec<Attendance>,
    /// Holders of seats who did not meet, by name.
    pub absent: Vec<String>,
    /// M3: elections of a chair for the whole meeting.
    pub elections: Vec<ElectionMinutes>,
    pub items: Vec<ItemMinutes>,
    pub written: Option<WrittenMinutes>,
}

impl Meeting {
    /// M4: what is missing in the minutes, in the order of the agenda.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing> {
        let of_meeting = |what| Missing {
            what,
            item: None,
            who: None,
        };
        let mut missing = Vec::new();
        for (at, what) in [(self.opened, What::Opened), (self.closed, What::Closed)] {
            missing.extend(at.is_none().then(|| of_meeting(what)));
        }
        if self.form.has_a_place() && self.place.is_empty() {
            missing.push(of_meeting(What::Place));
        }
        if self.form.meets() && self.presence.is_empty() {
            missing.push(of_meeting(What::Presence));
        }
        for item in &self.items {
            let of_item = |what, who: Option<&String>| Missing {
                what,
                item: Some(item.id),
                who: who.cloned(),
            };
            // What wasn't taken up goes on the next list, and so does what was withdrawn, if anywhere. Information asks for no
            // result, and who answers in writing decides on no conflict.
            let met_on = self.form.meets() && item.was_treated();
            if met_on && item.result().is_none() && !self.tells_its_end(item) {
                missing.push(of_item(What::Result, None));
            }
            for conflict in item.undecided().filter(|_| met_on) {
                if !self.was_judged(item, conflict) {
                    missing.push(of_item(What::Judgement, Some(&conflict.handle)));
                }
            }
            for conflict in &item.conflicts {
                let who = Some(&conflict.handle);
                if conflict.ground.text.is_empty() || conflict.ground.paragraph.is_empty() {
                    missing.push(of_item(What::Ground, who));
                }
            }
        }
        missing
    }

    /// M4: what hinders that a meeting closes, of the first kind that does, and the items that it is missing in.
    #[must_use]
    pub fn hinders_closing(&self) -> Option<(What, BTreeSet<ItemId>)> {
        let missing = self.missing();
        [What::Judgement, What::Result].into_iter().find_map(|what| {
            let of_kind = missing.iter().filter(|missing| missing.what == what);
            let items: BTreeSet<ItemId> = of_kind.filter_map(|missing| missing.item).collect();
            (!items.is_empty()).then_some((what, items))
        })
    }

    /// M2: whether an item that has no result needs none, or ended so by a vote, an election, a motion that was withdrawn or a
    /// statement, which the minutes tell.
    fn tells_its_end(&self, item: &Item) -> bool {
        let voted = self.votes.iter().any(|vote| {
            vote.question.conflict_of().is_none() && vote.tallies.iter().any(|tally| tally.item == item.id)
        });
        let elected = self.held_an_election_in(item.id);
        let withdrawn = self
            .motions
            .iter()
            .any(|put| put.item == item.id && put.withdrawn);
        item.kind == ItemKind::Information || voted || elected || withdrawn || !item.statements.is_empty()
    }

    /// M1: a vote on a conflict that too few took part in decides nothing, and the minutes tell of it.
    fn was_judged(&self, item: &Item, conflict: &Conflict) -> bool {
        let on_it = self.votes.iter().filter(|vote| {
            let handle = vote.question.conflict_of();
            handle == Some(conflict.handle.as_str())
        });
        let mut tallies = on_it.flat_map(|vote| &vote.tallies);
        tallies.any(|tally| tally.item == item.id)
    }
}

impl Minutes {
    /// M1: how many must have voted for a vote to be valid.
    #[must_use]
    pub fn quorum(&self) -> usize {
        super::roster::quorum(self.seats)
    }

    /// M17: as they may be read by anybody. Of internal items only the number is left.
    #[must_use]
    pub fn public(mut self) -> Minutes {
        for item in self.items.iter_mut().filter(|item| item.internal) {
            *item = ItemMinutes {
                number: item.number,
                internal: true,
                kind: ItemKind::Free,
                title: String::new(),
                state: item.state,
                added_later: false,
                withdrawn: None,
                present: Vec::new(),
                chair: None,
                conflicts: Vec::new(),
                motions: Vec::new(),
                votes: Vec::new(),
                elections: Vec::new(),
                statements: Vec::new(),
                scorecards_changed: Vec::new(),
                result: None,
                free: None,
            };
        }
        self
    }

    /// An item by its number.
    ///
    /// # Errors
    /// `item-unknown`.
    pub fn item(&self, number: u32) -> Result<&ItemMinutes, Refusal> {
        let mut items = self.items.iter();
        items
            .find(|item| item.number == Some(number))
            .ok_or_else(|| refuse("item-unknown").with("item", i64::from(number)))
    }

    /// M17: an item that may be given out alone, which an internal one may not.
    ///
    /// # Errors
    /// `item-unknown`, `item-internal`.
    pub fn extract(&self, number: u32) -> Result<&ItemMinutes, Refusal> {
        let item = self.item(number)?;
        if item.internal {
            return Err(refuse("item-internal")
                .rule("M17")
                .with("item", i64::from(number)));
        }
        Ok(item)
    }

    #[must_use]
    pub fn has_internal_items(&self) -> bool {
        self.items.iter().any(|item| item.internal)
    }
}

/// What somebody is called among others of the same name.
#[must_use]
pub fn named_twice(name: &str, handle: &str) -> String {
    format!("{name} ({handle})")
}

impl VoteMinutes {
    #[must_use]
    pub fn cast(&self) -> usize {
        self.votes_for.len() + self.votes_against.len()
    }
}
