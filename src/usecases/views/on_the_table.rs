//! Where the meeting that is open stands, in so few words that every session can know it all the time: the item on the table,
//! and whether the one after it concerns the viewer.

use super::super::OpError;
use super::super::queries::meetings::{as_of, next};
use super::{View, Viewer};
use crate::domain::meeting::{Item, ItemId, ItemKind, Meeting, MeetingKey, State};

/// The item on the table of the meeting that is open.
#[derive(Clone, Copy, Debug)]
pub struct OnTheTable;

/// An open meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub meeting: MeetingKey,
    pub item: Option<Shown>,
    /// The viewer has a seat in the council, or is a substitute for one.
    pub belongs: bool,
    /// The viewer conducts a secret election (M15).
    pub conducts: bool,
    /// What goes on that the viewer takes part in, unless the meeting pauses.
    pub part: Option<Part>,
    /// Why the next item on the list concerns the viewer.
    pub next: Option<Concern>,
}

/// What somebody who is there takes part in. The record keeps them as present when their session ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// M12, M15: a vote or an election in which they have not voted.
    OwnVote,
    /// A vote or an election that they close.
    LedVote,
    /// A vote or an election, in which they have voted or cannot vote.
    Vote,
    /// The meeting, which they chair.
    LedMeeting,
    Meeting,
}

impl Part {
    fn of(meeting: &Meeting, handle: &str) -> Option<Part> {
        if meeting.state != State::Open || !meeting.is_present(handle) {
            return None;
        }
        let (vote, election) = (meeting.open_vote(), meeting.open_election());
        let chair = match (vote, election) {
            // The election of a chair comes before the vote that waits for one.
            (_, Some(election)) => meeting.chair(election.office.item()),
            (Some(vote), None) => meeting.chair_of(&vote.question),
            (None, None) => meeting.chair(meeting.current),
        };
        let (leads, votes) = (chair == Some(handle), vote.is_some() || election.is_some());
        Some(match (votes, leads) {
            (true, _) if meeting.awaits_the_vote_of(handle) => Part::OwnVote,
            (true, true) => Part::LedVote,
            (true, false) => Part::Vote,
            (false, true) => Part::LedMeeting,
            (false, false) => Part::Meeting,
        })
    }

    /// Whether somebody waits for them: what is missed by leaving can't be made good.
    #[must_use]
    pub fn is_awaited(self) -> bool {
        matches!(self, Part::OwnVote | Part::LedVote)
    }
}

/// An item as people call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub id: ItemId,
    /// `2/18`, or its place on the list.
    pub number: String,
    pub kind: ItemKind,
    pub title: String,
}

impl Shown {
    /// An item of a meeting.
    #[must_use]
    pub fn of(meeting: &Meeting, item: &Item) -> Shown {
        Shown {
            id: item.id,
            number: item.called(meeting.key.year),
            kind: item.kind.clone(),
            title: item.title.clone(),
        }
    }
}

/// How an item concerns somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// M5: the viewer is in conflict in it, or has declared so.
    Conflict,
    /// The municipality that the viewer comes from applies.
    Own,
}

impl Concern {
    /// The key of what is said of it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Concern::Conflict => "agenda-next-conflict",
            Concern::Own => "agenda-next-own",
        }
    }
}

impl View for OnTheTable {
    type Data = Option<Table>;

    fn read(&self, viewer: &Viewer) -> Result<Option<Table>, OpError> {
        let row = next(viewer.read.meetings_ahead()?, false);
        let row = row.map(|row| as_of(viewer.read, row, viewer.today)).transpose()?;
        row.map_or(Ok(None), |row| Table::of(viewer, &row.meeting))
    }
}

impl Table {
    /// The table of a meeting, if it is open.
    pub(super) fn of(viewer: &Viewer, meeting: &Meeting) -> Result<Option<Table>, OpError> {
        if !meeting.is_in_session() {
            return Ok(None);
        }
        let next = meeting.next_listed().ok();
        let next = next.map(|item| concern(viewer, item)).transpose()?.flatten();
        Ok(Some(Table {
            meeting: meeting.key,
            item: meeting.on_the_table().map(|item| Shown::of(meeting, item)),
            conducts: conducts(meeting, &viewer.actor.handle),
            part: Part::of(meeting, &viewer.actor.handle),
            belongs: meeting.roster.belongs(&viewer.actor.handle),
            next,
        }))
    }
}

fn conducts(meeting: &Meeting, handle: &str) -> bool {
    let secret = meeting.open_election().and_then(|open| open.secret.as_ref());
    secret.is_some_and(|secret| secret.conductor == handle)
}

fn concern(viewer: &Viewer, item: &Item) -> Result<Option<Concern>, OpError> {
    let (read, handle) = (viewer.read, viewer.actor.handle.as_str());
    if item.is_conflicted(handle) {
        return Ok(Some(Concern::Conflict));
    }
    let Some(reference) = item.kind.reference() else {
        return Ok(None);
    };
    if read.is_conflicted(reference, handle)? {
        return Ok(Some(Concern::Conflict));
    }
    let from = read
        .member(handle, viewer.today)?
        .and_then(|member| member.participant);
    let row = read.proposal(reference)?;
    let applies = row
        .as_ref()
        .and_then(|row| row.proposal.details.applicant.accountable());
    Ok((from.is_some() && from.as_ref() == applies).then_some(Concern::Own))
}
