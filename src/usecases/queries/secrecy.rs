//! M15: the log names nobody who has voted in a secret election before it is closed, and in one that came to nothing never.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::blind::withhold_actor;
use crate::domain::log_action::LogAction;
use crate::domain::meeting::Meeting;
use crate::domain::policy::Actor;
use crate::store::{AuditEntry, Read, StoreError};

/// The election that a row tells of a ballot in.
fn ballot_in(entry: &AuditEntry) -> Option<u64> {
    if entry.action.parse() != Ok(LogAction::ElectionCast) {
        return None;
    }
    let payload: Json = serde_json::from_str(&entry.payload).ok()?;
    payload.get("election")?.as_u64()
}

/// Takes out of the log who has voted; everybody reads their own.
pub(crate) fn withhold_voters(
    read: &Read,
    actor: &Actor,
    entries: &mut [AuditEntry],
) -> Result<(), StoreError> {
    let mut meetings: BTreeMap<String, Option<Meeting>> = BTreeMap::new();
    for entry in entries {
        let Some(election) = ballot_in(entry).filter(|_| entry.actor != actor.handle) else {
            continue;
        };
        if !meetings.contains_key(&entry.subject) {
            let row = match entry.subject.parse() {
                Ok(key) => read.meeting(key)?,
                Err(_) => None,
            };
            meetings.insert(entry.subject.clone(), row.map(|row| row.meeting));
        }
        let meeting = meetings.get(&entry.subject).and_then(Option::as_ref);
        let mut held = meeting.into_iter().flat_map(|meeting| &meeting.elections);
        let is_told = held.any(|held| u64::from(held.id) == election && held.count.is_some());
        if !is_told {
            withhold_actor(entry);
        }
    }
    Ok(())
}
