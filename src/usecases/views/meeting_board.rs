//! Screen 5: the meeting that is open, else the next one, and the proposal that is looked at in it with the money that it
//! would draw on.

use jiff::civil::Date;

use super::super::queries::meetings::council_rules;
use super::super::{Change, OpError, Part};
use super::deliberation::DeliberationData;
use super::meetings::{MeetingData, seen};
use super::on_the_table::{OnTheTable, Table};
use super::{Deliberation, MeetingView, View, Viewer};
use crate::domain::meeting::{ItemId, ItemState, Meeting, State};
use crate::domain::policy::Actor;
use crate::domain::proposal::Ref;
use crate::domain::refusal::Refusal;

/// The meeting as it stands.
#[derive(Clone, Copy, Debug, Default)]
pub struct MeetingBoard {
    /// The item that is looked at; `None` is the one on the table or, before there is one, the first.
    pub item: Option<ItemId>,
}

/// What the meeting screen shows.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingBoardData {
    pub today: Date,
    pub actor: Actor,
    /// The meeting that is open, called or planned.
    pub meeting: Option<MeetingData>,
    /// The meeting that was held last.
    pub last: Option<Meeting>,
    /// M9: how many days a notice goes out ahead.
    pub notice_days: u32,
    /// The proposal of the item that is looked at; why it can't be shown.
    pub proposal: Option<Result<Box<DeliberationData>, Refusal>>,
    /// What comes next, while the meeting is open.
    pub table: Option<Table>,
}

impl MeetingBoardData {
    #[must_use]
    pub fn state(&self) -> Option<State> {
        self.meeting.as_ref().map(|data| data.meeting.state)
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
        let ahead = viewer.read.meetings_ahead()?;
        let meeting = if ahead.is_empty() {
            None
        } else {
            Some(MeetingView { key: None }.read(viewer)?)
        };
        let last = match &meeting {
            Some(_) => None,
            None => held_last(viewer)?,
        };
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
            actor: viewer.actor.clone(),
            meeting,
            last,
            notice_days: council_rules(viewer.read, viewer.today)?.notice_days,
            proposal,
            table: OnTheTable.read(viewer)?,
        })
    }
}

impl MeetingBoard {
    /// The proposal that is looked at.
    fn shown(self, meeting: &Meeting) -> Option<Ref> {
        let listed = || {
            let mut items = meeting.items.iter();
            items
                .find(|item| item.state != ItemState::Withdrawn)
                .map(|item| item.id)
        };
        let item = self.item.or(meeting.current).or_else(listed)?;
        meeting.item(item).ok()?.kind.reference()
    }
}

fn held_last(viewer: &Viewer) -> Result<Option<Meeting>, OpError> {
    let rows = viewer.read.meetings()?.into_iter();
    let held = rows.filter(|row| matches!(row.meeting.state, State::Closed | State::Final | State::Approved));
    let last = held.max_by_key(|row| (row.meeting.held_on, row.meeting.key));
    last.map(|row| seen(viewer, row.meeting)).transpose()
}
