//! The council's meetings, and one of them as far as somebody may see it.

use super::super::OpError;
use super::super::queries::blind::scores_visible;
use super::super::queries::meetings::{meeting, subject};
use super::{View, Viewer};
use crate::domain::meeting::{Meeting, MeetingKey};
use crate::domain::policy::Subject;

/// All meetings, by year and number.
#[derive(Clone, Copy, Debug)]
pub struct Meetings;

impl View for Meetings {
    type Data = Vec<Meeting>;

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

/// A meeting with what the viewer is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingData {
    pub meeting: Meeting,
    /// What the policy asks of the viewer in it, as it stands: whether they chair, and whether they have a seat.
    pub subject: Subject,
    /// The viewer's handle.
    pub viewer: String,
}

impl View for MeetingView {
    type Data = MeetingData;

    fn read(&self, viewer: &Viewer) -> Result<MeetingData, OpError> {
        let row = meeting(viewer.read, self.key, viewer.today)?;
        Ok(MeetingData {
            subject: subject(&row, viewer.actor),
            meeting: seen(viewer, row.meeting)?,
            viewer: viewer.actor.handle.clone(),
        })
    }
}

/// S4: changed scorecards, and place and score in the papers, are seen by those who may see the scores of the proposal.
fn seen(viewer: &Viewer, mut meeting: Meeting) -> Result<Meeting, OpError> {
    for item in &mut meeting.items {
        let tells = !item.changes.is_empty() || item.paper.is_some();
        let Some(reference) = item.kind.reference().filter(|_| tells) else {
            continue;
        };
        let read = viewer.read;
        let round = read.round_of(reference)?;
        let conflicted = read.is_conflicted(reference, &viewer.actor.handle)?;
        let row = read.proposal(reference)?;
        let decided = row.is_some_and(|row| row.proposal.stage.is_decided());
        if scores_visible(viewer.actor, round.as_ref(), conflicted, decided).is_err() {
            item.changes.clear();
            if let Some(paper) = &mut item.paper {
                (paper.place, paper.score) = (None, None);
            }
        }
    }
    Ok(meeting)
}
