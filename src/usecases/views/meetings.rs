//! The council's meetings, and one of them as far as somebody may see it.

use std::collections::BTreeSet;

use super::super::queries::ahead::{Awaiting, awaiting, free};
use super::super::queries::blind::unseen_proposals;
use super::super::queries::capital::capital;
use super::super::queries::meetings::{as_of, meeting, next};
use super::super::{Change, OpError, Part};
use super::{View, Viewer};
use crate::domain::meeting::{Act, Meeting, MeetingKey, Motion};
use crate::domain::money::Ore;
use crate::domain::policy::Subject;
use crate::domain::scheme::Name;
use crate::store::MeetingRow;

/// All meetings, by year and number.
#[derive(Clone, Copy, Debug)]
pub struct Meetings;

impl View for Meetings {
    type Data = Vec<Meeting>;

    fn shows(&self, change: &Change) -> bool {
        change.touches(&[Part::Meetings, Part::Sittings])
    }

    fn read(&self, viewer: &Viewer) -> Result<Vec<Meeting>, OpError> {
        let rows = viewer.read.meetings()?.into_iter();
        rows.map(|row| seen(viewer, row.meeting)).collect()
    }
}

/// The meetings that are neither closed nor cancelled.
#[derive(Clone, Copy, Debug)]
pub struct MeetingsAhead;

impl View for MeetingsAhead {
    type Data = Vec<Meeting>;

    fn shows(&self, change: &Change) -> bool {
        change.touches(&[Part::Meetings, Part::Sittings])
    }

    fn read(&self, viewer: &Viewer) -> Result<Vec<Meeting>, OpError> {
        let rows = viewer.read.meetings_ahead()?.into_iter();
        rows.map(|row| seen(viewer, row.meeting)).collect()
    }
}

/// One meeting: that of a key, or the one that is meant when none is named.
#[derive(Clone, Copy, Debug)]
pub struct MeetingView {
    pub key: Option<MeetingKey>,
}

/// What a meeting with its amounts is told of: what is free is of the books, the answers and what is committed.
const OF_A_MEETING: [Part; 6] = [
    Part::Meetings,
    Part::Sittings,
    Part::Books,
    Part::Participants,
    Part::Proposals,
    Part::Solutions,
];

/// The meeting that is meant when none is named, if one is ahead.
#[derive(Clone, Copy, Debug)]
pub struct MeetingAhead;

impl View for MeetingAhead {
    type Data = Option<MeetingData>;

    fn shows(&self, change: &Change) -> bool {
        change.touches(&OF_A_MEETING)
    }

    fn read(&self, viewer: &Viewer) -> Result<Option<MeetingData>, OpError> {
        let ahead = next(viewer.read.meetings_ahead()?, false);
        let row = ahead
            .map(|row| as_of(viewer.read, row, viewer.today))
            .transpose()?;
        row.map(|row| MeetingData::of(viewer, row)).transpose()
    }
}

/// A meeting with what the viewer is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingData {
    pub meeting: Meeting,
    /// The viewer's handle.
    pub viewer: String,
    /// Whose council it is.
    pub scheme: Name,
    /// M14: what is free now by the scheme's limit, while an amount is proposed or moved that isn't decided on.
    pub free: Option<Ore>,
    /// M7: what the council recommends to commit and KS has yet to decide, while people meet.
    pub awaiting: Option<Awaiting>,
}

impl MeetingData {
    /// What the viewer is in what an act is about, as the policy asks for it.
    #[must_use]
    pub fn subject(&self, act: Act) -> Subject {
        self.meeting.subject(&self.viewer, act)
    }
}

impl View for MeetingView {
    type Data = MeetingData;

    fn shows(&self, change: &Change) -> bool {
        change.touches(&OF_A_MEETING)
    }

    fn read(&self, viewer: &Viewer) -> Result<MeetingData, OpError> {
        let row = meeting(viewer.read, self.key.into(), viewer.today)?;
        MeetingData::of(viewer, row)
    }
}

impl MeetingData {
    /// A meeting with the seats of today, as the viewer may see it.
    pub(super) fn of(viewer: &Viewer, row: MeetingRow) -> Result<MeetingData, OpError> {
        let read = viewer.read;
        let free = if asks_for_money(&row.meeting) {
            Some(free(read, &capital(read, viewer.today)?)?)
        } else {
            None
        };
        let awaiting = if row.meeting.is_in_session() {
            awaiting(read, viewer.today)?
        } else {
            None
        };
        Ok(MeetingData {
            free,
            awaiting,
            meeting: seen(viewer, row.meeting)?,
            viewer: viewer.actor.handle.clone(),
            scheme: read.fund.scheme.title.clone(),
        })
    }
}

/// Whether an amount is proposed or moved in an item that can still be decided.
fn asks_for_money(meeting: &Meeting) -> bool {
    let mut open = meeting.items.iter().filter(|item| item.is_open());
    let asks = |motion: &Motion| motion.amount().is_some();
    meeting.state.is_ahead()
        && open.any(|item| {
            item.proposed.as_ref().is_some_and(asks)
                || meeting.motions_of(item.id).any(|put| asks(&put.content))
        })
}

/// S4: changed scorecards and the score in the papers are seen by those who may see the scores of the proposal, and places by
/// those who may see the whole order.
///
/// M15: who has voted in a secret election is told to nobody but themselves while it is open.
pub(super) fn seen(viewer: &Viewer, mut meeting: Meeting) -> Result<Meeting, OpError> {
    for election in &mut meeting.elections {
        election.withhold(&viewer.actor.handle);
    }
    for item in &mut meeting.items {
        let tells = !item.changes.is_empty() || item.paper.is_some();
        let Some(reference) = item.kind.reference().filter(|_| tells) else {
            continue;
        };
        let round = viewer.read.round_of(reference)?;
        let unseen = match &round {
            Some(round) => unseen_proposals(viewer.read, viewer.actor, round)?,
            None => BTreeSet::new(),
        };
        if let Some(paper) = item.paper.as_mut().filter(|_| !unseen.is_empty()) {
            paper.place = None;
            paper.score = paper.score.take().filter(|_| !unseen.contains(&reference));
        }
        if unseen.contains(&reference) {
            item.changes.clear();
        }
    }
    Ok(meeting)
}
