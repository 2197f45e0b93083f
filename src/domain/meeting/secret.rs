//! What a secret election has that an open one hasn't (M15): a key, sealed ballots, and in the end ballots without voters. They
//! are sealed outside the domain; here they are text that nobody can read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::ItemId;
use crate::domain::named::named;

/// What makes an open election secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secret {
    /// The key that ballots are sealed to, in hexadecimal digits. What opens them is in one process's memory alone.
    pub key: String,
    /// Whose process that is, by handle: the one who can close the election.
    pub conductor: String,
    /// By handle, as they were cast. Those of others are taken out before anything is shown.
    pub sealed: BTreeMap<String, String>,
    /// How many were taken out.
    pub withheld: usize,
}

/// One ballot of a closed election, with nothing of who cast it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OpenedBallot {
    /// What its voter was given to find it by. Drawn by lot.
    pub receipt: String,
    /// The candidate's handle; `None` is blank.
    pub choice: Option<String>,
}

named! {
    /// Why an election came to nothing and is held anew.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[strum(serialize_all = "snake_case", prefix = "void-")]
    pub enum Void {
        /// Called off before it was counted.
        CalledOff,
        /// The process that could open the ballots has ended.
        Lost,
        /// It was open, and somebody asked for a secret one.
        SecrecyAsked,
    }
}

/// That somebody asked for a secret election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The item whose elections are secret from then on; without one, those of a chair for the meeting.
    pub item: Option<ItemId>,
    pub handle: String,
}

impl Secret {
    #[must_use]
    pub fn new(key: String, conductor: String) -> Secret {
        Secret {
            key,
            conductor,
            sealed: BTreeMap::new(),
            withheld: 0,
        }
    }

    /// How many ballots are cast. One whose voter has left stays in the number, which would otherwise tell of it.
    #[must_use]
    pub fn cast(&self) -> usize {
        self.sealed.len() + self.withheld
    }
}
