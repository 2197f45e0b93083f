//! What happens in a meeting, one value for each thing that can be done. A meeting is the sum of its entries, and its
//! minutes are drawn from them; nothing else is kept of it.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::conflict::Ground;
use super::election::{Count, Office};
use super::id::{ItemId, MotionId, VoteId};
use super::item::{ItemKind, Paper};
use super::key::{Form, MeetingKey};
use super::motion::Motion;
use super::roster::Roster;
use super::secret::{OpenedBallot, Void};
use super::vote::{Choice, Question, Tally};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;

/// One row of a meeting's history: who did what, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Norwegian time.
    pub at: DateTime,
    /// The handle of who did it.
    pub by: String,
    pub event: Event,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// M9: a meeting on a day.
    Planned {
        key: MeetingKey,
        held_on: Date,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        starts: Option<Time>,
        place: String,
        form: Form,
    },
    /// M6: an item on the agenda. It has a number when the notice has gone out.
    ItemAdded {
        item: ItemId,
        kind: ItemKind,
        title: String,
        internal: bool,
        /// What the secretariat proposes that the council recommends. It is no motion until a seat moves it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        proposed: Option<Motion>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        number: Option<u32>,
        /// M6: who objects to taking it up, in an open meeting.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        objections: Vec<String>,
    },
    ItemWithdrawn {
        item: ItemId,
        reason: String,
    },
    /// M9: the notice. The items get their numbers; list and papers are frozen.
    Called {
        on: Date,
        /// Why the notice is short; empty when it isn't.
        reason: String,
        numbers: BTreeMap<ItemId, u32>,
        papers: BTreeMap<ItemId, Paper>,
    },
    Opened {
        roster: Roster,
    },
    /// M11: seats or roles changed while the meeting was open.
    RosterChanged {
        roster: Roster,
    },
    CameIn {
        handle: String,
    },
    WentOut {
        handle: String,
    },
    /// The meeting goes to an item.
    ItemOpened {
        item: ItemId,
    },
    /// M5: a member is, or may be, in conflict. It counts until the body has decided.
    ConflictRaised {
        item: ItemId,
        handle: String,
        raised_by: String,
        ground: Ground,
    },
    /// `mover` is the member in whose name it is put; `by` may be whoever registers for the room.
    MotionPut {
        item: ItemId,
        motion: MotionId,
        mover: String,
        content: Motion,
    },
    MotionWithdrawn {
        motion: MotionId,
    },
    /// M13: an item that is not to be voted on with others.
    TakenOut {
        item: ItemId,
    },
    VoteOpened {
        vote: VoteId,
        question: Question,
    },
    /// M12: may be changed until the vote closes.
    Cast {
        vote: VoteId,
        handle: String,
        choice: Choice,
    },
    /// M12: it was opened by mistake, and is called off while no vote stands.
    VoteCalledOff {
        vote: VoteId,
    },
    /// M12: closed, and from now on frozen; one result for each item.
    VoteClosed {
        vote: VoteId,
        tallies: Vec<Tally>,
    },
    /// M14: a motion of more than is free was carried, and what was free by the scheme's limit.
    AboveFree {
        item: ItemId,
        free: Ore,
    },
    /// M13: a trial vote in which each answers for themselves.
    TrialOpened {
        motion: MotionId,
    },
    /// M13: somebody has answered; what is in no history.
    TrialAnswered {
        handle: String,
    },
    /// M13: a trial vote that binds nothing, answered or by a show of hands. Only its counts are kept.
    TrialVote {
        item: ItemId,
        motion: MotionId,
        votes_for: u32,
        votes_against: u32,
    },
    ElectionOpened {
        election: VoteId,
        office: Office,
        candidates: Vec<String>,
        /// M15: the second time most votes wins.
        second: bool,
        /// M15: the key that the ballots of a secret one are sealed to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        secret: Option<String>,
    },
    /// A choice in an election; `None` is blank.
    Elected {
        election: VoteId,
        handle: String,
        choice: Option<String>,
    },
    /// M15: a ballot of a secret election, sealed to its key. Final.
    BallotCast {
        election: VoteId,
        handle: String,
        sealed: String,
    },
    ElectionClosed {
        election: VoteId,
        count: Count,
        /// M15: those of a secret one, by receipt, which tells nothing of time or order.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        ballots: Vec<OpenedBallot>,
    },
    /// M15: it comes to nothing and is held anew.
    ElectionVoided {
        election: VoteId,
        why: Void,
    },
    /// M15: somebody asks that the elections of an item or, without one, of the meeting's chair are secret.
    SecrecyAsked {
        item: Option<ItemId>,
        handle: String,
    },
    /// M18: a member's statement for the minutes.
    Statement {
        item: ItemId,
        handle: String,
        text: String,
    },
    /// S5: a member changed the own scorecard while the item was open. Scores by criterion; `None` is not assessed.
    ScorecardChanged {
        item: ItemId,
        handle: String,
        reference: Ref,
        before: BTreeMap<String, Option<u8>>,
        after: BTreeMap<String, Option<u8>>,
    },
    Adjourned {
        reason: String,
    },
    Resumed,
    Closed,
    Cancelled {
        reason: String,
    },
    /// M16: the motion of a written procedure goes to every seat.
    WrittenStarted {
        deadline: DateTime,
        roster: Roster,
        motion: Motion,
    },
    WrittenAnswered {
        handle: String,
        agrees_to_motion: bool,
        agrees_to_procedure: bool,
    },
    /// M17: the minutes are final. `sha256` is the hash of the facts that they were drawn from.
    Finalised {
        sha256: String,
        head: String,
    },
    /// M17: approved by an item of a later meeting.
    Approved {
        meeting: MeetingKey,
        item: ItemId,
    },
    /// M18: a later note on the minutes.
    Corrected {
        concerns: String,
        text: String,
    },
}

impl Event {
    /// M16: whether it can't happen in a written procedure, for which nobody meets.
    #[must_use]
    pub fn is_of_a_room(&self) -> bool {
        match self {
            Event::Planned { .. }
            | Event::ItemAdded { .. }
            | Event::ItemWithdrawn { .. }
            | Event::Called { .. }
            | Event::RosterChanged { .. }
            | Event::ConflictRaised { .. }
            | Event::AboveFree { .. }
            | Event::Closed
            | Event::Cancelled { .. }
            | Event::WrittenStarted { .. }
            | Event::WrittenAnswered { .. }
            | Event::Finalised { .. }
            | Event::Approved { .. }
            | Event::Corrected { .. } => false,
            Event::Opened { .. }
            | Event::CameIn { .. }
            | Event::WentOut { .. }
            | Event::ItemOpened { .. }
            | Event::MotionPut { .. }
            | Event::MotionWithdrawn { .. }
            | Event::TakenOut { .. }
            | Event::VoteOpened { .. }
            | Event::Cast { .. }
            | Event::VoteCalledOff { .. }
            | Event::VoteClosed { .. }
            | Event::TrialOpened { .. }
            | Event::TrialAnswered { .. }
            | Event::TrialVote { .. }
            | Event::ElectionOpened { .. }
            | Event::Elected { .. }
            | Event::BallotCast { .. }
            | Event::ElectionVoided { .. }
            | Event::SecrecyAsked { .. }
            | Event::ElectionClosed { .. }
            | Event::Statement { .. }
            | Event::ScorecardChanged { .. }
            | Event::Adjourned { .. }
            | Event::Resumed => true,
        }
    }
}
