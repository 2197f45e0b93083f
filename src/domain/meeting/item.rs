//! The items of a meeting (M6) and how far each has come.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::conflict::{Conflict, Judgement};
use super::id::{ItemId, MotionId, VoteId};
use super::key::MeetingKey;
use super::motion::Motion;
use crate::domain::money::Ore;
use crate::domain::named::named;
use crate::domain::proposal::Ref;

/// What an item is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ItemKind {
    Proposal {
        reference: Ref,
    },
    Information,
    Election,
    /// M17: approval of the minutes of an earlier meeting.
    Minutes {
        meeting: MeetingKey,
    },
    Free,
}

impl ItemKind {
    /// The key of its name in the language files.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            ItemKind::Proposal { .. } => "item-kind-proposal",
            ItemKind::Information => "item-kind-information",
            ItemKind::Election => "item-kind-election",
            ItemKind::Minutes { .. } => "item-kind-minutes",
            ItemKind::Free => "item-kind-free",
        }
    }

    /// The word in commands and machine output.
    #[must_use]
    pub fn word(&self) -> &'static str {
        self.key().trim_start_matches("item-kind-")
    }

    /// M7: whether a motion can be put in it: in words in any, of the others those about what the item is about.
    #[must_use]
    pub fn takes(&self, motion: &Motion) -> bool {
        match motion {
            Motion::Text { .. } => true,
            Motion::ApproveMinutes => matches!(self, ItemKind::Minutes { .. }),
            _ => self.reference().is_some(),
        }
    }

    #[must_use]
    pub fn reference(&self) -> Option<Ref> {
        match self {
            ItemKind::Proposal { reference } => Some(*reference),
            _ => None,
        }
    }
}

/// What was sent out with the notice about a proposal (M9): it stays as it was then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    pub applicant: String,
    pub summary: String,
    pub cost: Ore,
    pub applied: Ore,
    /// The decided place in the revealed list, if it has one.
    pub place: Option<u32>,
    /// With two decimals; `None` without a scorecard.
    pub score: Option<String>,
}

named! {
    /// How far an item has come in its meeting.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[strum(serialize_all = "snake_case", prefix = "item-")]
    pub enum ItemState {
        /// On the agenda, not yet taken up.
        Listed,
        /// Taken up; nothing is concluded.
        Treated,
        /// A motion was carried, somebody was elected, or what needs no vote was dealt with.
        Concluded,
        Withdrawn,
    }
}

/// An item of a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub id: ItemId,
    /// M6: `N` of `sak N/YY`; none before the notice.
    pub number: Option<u32>,
    pub kind: ItemKind,
    pub title: String,
    /// M17: the public minutes show only its number.
    pub internal: bool,
    pub proposed: Option<Motion>,
    /// M9: put on the agenda after the notice.
    pub added_later: bool,
    /// M9: as sent out with the notice.
    pub paper: Option<Paper>,
    pub state: ItemState,
    /// Why it was withdrawn.
    pub withdrawn: String,
    pub conflicts: Vec<Conflict>,
    /// M13: not to be voted on with others.
    pub taken_out: bool,
    /// The motions that were carried; M13: the last holds.
    pub carried: Vec<Carried>,
    /// M10: who was there when its last vote closed or, without a vote, when its treatment ended.
    pub present: Vec<String>,
    /// M3: who chaired it then.
    pub chaired_by: Option<String>,
    pub statements: Vec<Statement>,
    pub changes: Vec<ScoreChange>,
    pub trials: Vec<Trial>,
}

/// A motion that was carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried {
    pub motion: MotionId,
    /// The vote that did it; none in a written procedure.
    pub vote: Option<VoteId>,
    /// M14: what was free by the scheme's limit, where it is a motion of more.
    pub free: Option<Ore>,
}

/// M18: a member's statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    pub handle: String,
    pub text: String,
}

/// S5: a scorecard that was changed while the item was open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreChange {
    pub handle: String,
    pub before: std::collections::BTreeMap<String, Option<u8>>,
    pub after: std::collections::BTreeMap<String, Option<u8>>,
}

/// M13: the counts of a trial vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trial {
    pub motion: MotionId,
    pub votes_for: u32,
    pub votes_against: u32,
}

/// M13: a trial vote that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTrial {
    pub item: ItemId,
    pub motion: MotionId,
    /// Who has answered, by handle.
    pub answered: BTreeSet<String>,
}

impl Item {
    /// M6: what people call it: `2/18`, or its place on the list before the notice has gone out.
    #[must_use]
    pub fn called(&self, year: i16) -> String {
        match self.number {
            Some(number) => format!("{number}/{:02}", year.rem_euclid(100)),
            None => self.id.to_string(),
        }
    }

    /// The number by which commands and machine output mean it: `N` of `sak N/YY`, or its place on the list before the notice.
    #[must_use]
    pub fn number_or_place(&self) -> u32 {
        self.number.unwrap_or(self.id)
    }

    /// M17: as anybody may read it in a notice: of an internal one only the number is left.
    #[must_use]
    pub fn public(self) -> Item {
        if !self.internal {
            return self;
        }
        Item {
            kind: ItemKind::Free,
            title: String::new(),
            proposed: None,
            paper: None,
            withdrawn: String::new(),
            conflicts: Vec::new(),
            ..self
        }
    }

    /// Whether its number is all that is told of it.
    #[must_use]
    pub fn is_number_only(&self) -> bool {
        self.internal && self.title.is_empty()
    }

    /// Whether a person is in conflict in it: raised and not rejected (M5).
    #[must_use]
    pub fn is_conflicted(&self, handle: &str) -> bool {
        self.conflicts
            .iter()
            .any(|conflict| conflict.handle == handle && conflict.counts())
    }

    /// M5: whether the body has found a person to be in conflict in it.
    #[must_use]
    pub fn is_found_in_conflict(&self, handle: &str) -> bool {
        self.conflicts
            .iter()
            .any(|conflict| conflict.handle == handle && conflict.judgement == Judgement::Upheld)
    }

    /// Whether it can still be taken up in this meeting.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state, ItemState::Listed | ItemState::Treated)
    }

    /// Whether it is done with once it is left: information is laid before the meeting and nothing is decided.
    #[must_use]
    pub fn ends_when_left(&self) -> bool {
        self.kind == ItemKind::Information && self.state == ItemState::Treated
    }

    /// Whether it was taken up in this meeting, and not withdrawn.
    #[must_use]
    pub fn was_treated(&self) -> bool {
        matches!(self.state, ItemState::Treated | ItemState::Concluded)
    }

    /// M5: the conflicts that the body has not decided.
    pub fn undecided(&self) -> impl Iterator<Item = &Conflict> {
        let conflicts = self.conflicts.iter();
        conflicts.filter(|conflict| conflict.judgement == Judgement::Raised)
    }

    /// The motion whose result holds.
    #[must_use]
    pub fn result(&self) -> Option<MotionId> {
        self.carried.last().map(|carried| carried.motion)
    }
}
