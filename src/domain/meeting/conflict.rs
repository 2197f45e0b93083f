//! Conflicts of interest in an item (M5): who raised it on what ground, and what the body decided.

use serde::{Deserialize, Serialize};
use strum::EnumString;

use super::vote::VoteResult;
use crate::domain::named::named;

named! {
    /// Whether a ground leads to conflict of itself, or the body judges whether it does (M5).
    #[derive(Serialize, Deserialize, EnumString)]
    #[serde(rename_all = "snake_case")]
    #[strum(serialize_all = "snake_case", prefix = "ground-")]
    pub enum ConflictKind {
        /// Party, close kin, guardian or agent, or leader or board member of a party.
        Automatic,
        Judged,
    }
}

impl ConflictKind {
    /// The paragraph that the rules of procedure name for it, unless another is given.
    #[must_use]
    pub fn paragraph(self) -> &'static str {
        match self {
            ConflictKind::Automatic => "fvl. § 6 første ledd",
            ConflictKind::Judged => "fvl. § 6 annet ledd",
        }
    }
}

/// Why somebody is, or may be, in conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ground {
    /// In the words of whoever raised it.
    pub text: String,
    /// The paragraph of the rules of procedure, such as `fvl. § 6 annet ledd`. M4: the minutes must have it.
    pub paragraph: String,
    pub kind: ConflictKind,
}

named! {
    /// What became of a conflict that was raised.
    #[derive(Serialize)]
    #[serde(rename_all = "snake_case")]
    #[strum(serialize_all = "snake_case", prefix = "conflict-")]
    pub enum Judgement {
        /// It counts until the body has decided.
        Raised,
        /// In conflict.
        Upheld,
        /// Not in conflict.
        Rejected,
    }
}

impl Judgement {
    /// What a vote on a conflict comes to; `None` without quorum, which decides nothing (M1).
    #[must_use]
    pub fn of(result: VoteResult) -> Option<Judgement> {
        match result {
            VoteResult::Carried => Some(Judgement::Upheld),
            VoteResult::Lost => Some(Judgement::Rejected),
            VoteResult::NoQuorum => None,
        }
    }
}

/// A conflict of one person in one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub handle: String,
    pub raised_by: String,
    pub ground: Ground,
    pub judgement: Judgement,
}

impl Conflict {
    /// Whether the person is out of the item.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.judgement != Judgement::Rejected
    }
}
