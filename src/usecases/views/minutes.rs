//! The minutes of a meeting: as they stand, or as they were kept when they became final (M17).

use std::collections::BTreeMap;
use std::mem;

use serde_json::Value as Json;

use super::super::OpError;
use super::super::queries::meetings::{Meant, meeting};
use super::meetings::seen;
use super::{View, Viewer};
use crate::domain::meeting::minutes::{Minutes, Missing, named_twice};
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
    /// The prints that were kept; none before they are final. They name everybody, whoever is masked since.
    pub kept: Vec<FinalMinutes>,
    /// Final minutes that name somebody whose name is masked: the facts are those that were kept, but for that name.
    pub masked: bool,
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
        let mut masked = false;
        let minutes = if let Some(facts) = facts.first() {
            let corrupt = |fault| StoreError::Corrupt(format!("{FACTS}: {fault}"));
            let mut facts: Json = serde_json::from_str(&facts.content).map_err(corrupt)?;
            let names = read.masked_names()?;
            masked = mask(&mut facts, &names);
            serde_json::from_value(facts).map_err(corrupt)?
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
            masked,
            approved,
        })
    }
}

/// Puts handles in place of names: each a text of its own among the facts, or what the votes of an election are counted by.
/// Returns whether there were any.
fn mask(facts: &mut Json, names: &BTreeMap<String, String>) -> bool {
    let any = |parts: &mut dyn Iterator<Item = &mut Json>| {
        let found = parts.map(|part| mask(part, names)).filter(|found| *found);
        found.count() > 0
    };
    let masked = |text: &str| {
        let of_name =
            |(handle, name): &(&String, &String)| text == *name || text == named_twice(name, handle);
        names.iter().find(of_name).map(|(handle, _)| handle.clone())
    };
    match facts {
        Json::String(text) => {
            let found = masked(text).map(|handle| *text = handle);
            found.is_some()
        }
        Json::Array(parts) => any(&mut parts.iter_mut()),
        Json::Object(fields) => {
            let mut found = any(&mut fields.values_mut());
            // Only here are the keys of an object names.
            if let Some(Json::Object(votes)) = fields.get_mut("votes") {
                let counted = mem::take(votes).into_iter().map(|(name, count)| {
                    let handle = masked(&name);
                    found |= handle.is_some();
                    (handle.unwrap_or(name), count)
                });
                *votes = counted.collect();
            }
            found
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn m17_a_masked_name_is_gone_from_what_the_votes_of_an_election_are_counted_by_too() {
        let names = BTreeMap::from([("kari".to_owned(), "Kari Vik".to_owned())]);
        let votes = |of: Json| json!({ "elections": [{ "count": { "votes": of }, "elected": null }] });
        for name in ["Kari Vik", "Kari Vik (kari)"] {
            let mut facts = votes(json!({ name: 4, "Ola Berg": 3 }));
            assert!(mask(&mut facts, &names));
            assert_eq!(facts, votes(json!({ "kari": 4, "Ola Berg": 3 })));
            assert!(!mask(&mut facts, &names));
        }
    }
}
