//! The minutes of a meeting: as they stand, or as they were kept when they became final (M17).

use super::super::OpError;
use super::super::queries::meetings::{Meant, meeting};
use super::meetings::seen;
use super::{View, Viewer};
use crate::domain::meeting::minutes::{Minutes, Missing};
use crate::domain::meeting::{Meeting, MeetingKey};
use crate::store::{FACTS, FinalMinutes, StoreError};

#[derive(Clone, Copy, Debug)]
pub struct MinutesView {
    pub key: MeetingKey,
}

/// The minutes with what belongs to them.
#[derive(Clone, Debug, PartialEq)]
pub struct MinutesData {
    pub meeting: Meeting,
    /// The facts: those that were kept, or as they stand.
    pub minutes: Minutes,
    /// M4: what has to be told before they can be made final.
    pub missing: Vec<Missing>,
    /// The prints that were kept; none before they are final.
    pub kept: Vec<FinalMinutes>,
    /// M17: where they were approved: the meeting, and the number of its item.
    pub approved: Option<(MeetingKey, Option<u32>)>,
}

impl View for MinutesView {
    type Data = MinutesData;

    fn read(&self, viewer: &Viewer) -> Result<MinutesData, OpError> {
        let read = viewer.read;
        let row = meeting(read, Meant::Named(self.key), viewer.today)?;
        let (facts, kept): (Vec<_>, Vec<_>) = read
            .final_minutes(row.id)?
            .into_iter()
            .partition(|kept| kept.form == FACTS);
        let meeting = seen(viewer, row.meeting)?;
        let minutes = if let Some(facts) = facts.first() {
            serde_json::from_str(&facts.content)
                .map_err(|fault| StoreError::Corrupt(format!("{FACTS}: {fault}")))?
        } else {
            let mut minutes = meeting.minutes();
            minutes.scheme = Some(read.fund.scheme.title.clone());
            minutes
        };
        let approved = match meeting.approved_in {
            Some((key, item)) => {
                let later = read.meeting(key)?.map(|row| row.meeting);
                Some((key, later.and_then(|later| later.item(item).ok()?.number)))
            }
            None => None,
        };
        Ok(MinutesData {
            missing: if kept.is_empty() {
                meeting.missing()
            } else {
                Vec::new()
            },
            meeting,
            minutes,
            kept,
            approved,
        })
    }
}
