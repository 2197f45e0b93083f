//! Screen 5: one of the council's meetings, at first the one that is open or ahead, and the proposal that is looked at in it
//! with the money that it would draw on.

use jiff::civil::{Date, DateTime};

use super::super::queries::meetings::{Meant, as_of, council_rules, meeting, next};
use super::super::{Change, OpError, Part};
use super::deliberation::DeliberationData;
use super::meetings::MeetingData;
use super::on_the_table::Table;
use super::{Deliberation, View, Viewer};
use crate::domain::meeting::minutes::Missing;
use crate::domain::meeting::{ItemId, Meeting, MeetingKey, State};
use crate::domain::policy::Actor;
use crate::domain::proposal::Ref;
use crate::domain::refusal::Refusal;

/// A meeting as it stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct MeetingBoard {
    /// The meeting that is looked at; `None` is the one that is meant: open, else ahead, else held last.
    pub key: Option<MeetingKey>,
    /// The item that is looked at; `None` is the one on the table or, before there is one, the first.
    pub item: Option<ItemId>,
}

/// What the meeting screen shows.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingBoardData {
    pub today: Date,
    /// When it was read.
    pub now: DateTime,
    pub actor: Actor,
    /// The meeting that is looked at; none where there is none.
    pub meeting: Option<MeetingData>,
    /// The meeting that steps without a name are about: open, called or planned.
    pub ahead: Option<MeetingKey>,
    /// All meetings, by their day.
    pub all: Vec<MeetingKey>,
    /// M9: how many days a notice goes out ahead.
    pub notice_days: u32,
    /// The proposal of the item that is looked at; why it can't be shown.
    pub proposal: Option<Result<Box<DeliberationData>, Refusal>>,
    /// What comes next, while the meeting is open.
    pub table: Option<Table>,
}

impl MeetingBoardData {
    /// M4: what the minutes of a closed meeting lack before they can be made final.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing> {
        let meeting = self.meeting.as_ref().map(|data| &data.meeting);
        let closed = meeting.filter(|meeting| meeting.state == State::Closed);
        closed.map_or_else(Vec::new, Meeting::missing)
    }
}

impl View for MeetingBoard {
    type Data = MeetingBoardData;

    fn shows(&self, change: &Change) -> bool {
        // A proposal is told with the capital, the forecast of it and its scores.
        change.touches(&[
            Part::Meetings,
            Part::Sittings,
            Part::Proposals,
            Part::Rounds,
            Part::Books,
            Part::Participants,
            Part::Solutions,
        ])
    }

    fn read(&self, viewer: &Viewer) -> Result<MeetingBoardData, OpError> {
        let days = viewer.read.meeting_days()?;
        let all: Vec<MeetingKey> = days.iter().map(|day| day.key).collect();
        let last = days.iter().rev().find(|day| day.closed).map(|day| day.key);
        let ahead = next(viewer.read.meetings_ahead()?, false);
        let ahead = ahead
            .map(|row| as_of(viewer.read, row, viewer.today))
            .transpose()?;
        let table = match &ahead {
            Some(row) => Table::of(viewer, &row.meeting)?,
            None => None,
        };
        let meant = ahead.as_ref().map(|row| row.meeting.key);
        let key = self.key.filter(|key| all.contains(key)).or(meant).or(last);
        let row = match key {
            Some(key) if Some(key) != meant => Some(meeting(viewer.read, Meant::Named(key), viewer.today)?),
            _ => ahead,
        };
        let meeting = row.map(|row| MeetingData::of(viewer, row)).transpose()?;
        let shown = meeting.as_ref().and_then(|data| self.shown(&data.meeting));
        let proposal = match shown {
            Some(reference) => match (Deliberation { reference }.read(viewer)) {
                Ok(data) => Some(Ok(Box::new(data))),
                Err(OpError::Denied(refusal)) => Some(Err(refusal)),
                Err(error) => return Err(error),
            },
            None => None,
        };
        Ok(MeetingBoardData {
            today: viewer.today,
            now: viewer.now(),
            actor: viewer.actor.clone(),
            meeting,
            ahead: meant,
            all,
            notice_days: council_rules(viewer.read, viewer.today)?.notice_days,
            proposal,
            table,
        })
    }
}

impl MeetingBoard {
    /// The proposal that is looked at.
    fn shown(self, meeting: &Meeting) -> Option<Ref> {
        let item = self.item.or_else(|| meeting.at_hand())?;
        meeting.item(item).ok()?.kind.reference()
    }
}
