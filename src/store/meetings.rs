//! Meetings, as the entries that they are the sum of; their final minutes; and which recommendations came of them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rusqlite::OptionalExtension;

use super::{Read, StoreError, Write};
use crate::domain::meeting::{Entry, Event, ItemId, Meeting, MeetingKey, Roster, Void, VoteId};
use crate::domain::proposal::Ref;

/// A meeting as it stands, with how the file calls it.
#[derive(Clone, Debug, PartialEq)]
pub struct MeetingRow {
    pub id: i64,
    pub meeting: Meeting,
    /// The seats as its history tells them; those of today may differ.
    pub told: Roster,
    /// M15: the election whose ballots nobody can open any more, which its history doesn't tell yet.
    pub lost: Option<VoteId>,
}

/// A meeting and its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingDay {
    pub key: MeetingKey,
    pub held_on: Date,
    /// Whether it has been held and closed.
    pub closed: bool,
}

/// The form in which the facts of final minutes are kept; the others are prints of them.
pub const FACTS: &str = "facts.json";

/// What is kept of final minutes (M17): one form of them, and its SHA-256 as hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinalMinutes {
    pub form: String,
    pub content: String,
    pub sha256: String,
}

fn unreadable(detail: impl std::fmt::Display) -> StoreError {
    StoreError::Corrupt(format!("meeting_entries: {detail}"))
}

impl Read<'_> {
    /// All meetings, by year and number.
    ///
    /// # Errors
    /// What SQLite says, or `Corrupt` for an entry that can't be read.
    pub fn meetings(&self) -> Result<Vec<MeetingRow>, StoreError> {
        let sql = "SELECT m.id, e.body FROM meetings m JOIN meeting_entries e ON e.meeting = m.id
                   ORDER BY m.year, m.number, e.entry";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut histories: Vec<(i64, Vec<Entry>)> = Vec::new();
        while let Some(row) = rows.next()? {
            let (id, body): (i64, String) = (row.get(0)?, row.get(1)?);
            let entry = serde_json::from_str(&body).map_err(unreadable)?;
            match histories.last_mut() {
                Some((last, entries)) if *last == id => entries.push(entry),
                _ => histories.push((id, vec![entry])),
            }
        }
        let masked = self.masked_names()?;
        histories
            .into_iter()
            .map(|(id, entries)| self.made_of(id, &entries, &masked))
            .collect()
    }

    /// All meetings by their day, without what happened in them.
    ///
    /// # Errors
    /// As [`Read::meetings`].
    pub fn meeting_days(&self) -> Result<Vec<MeetingDay>, StoreError> {
        let sql = "SELECT m.year, m.number, e.body,
                     EXISTS (SELECT 1 FROM meeting_entries c WHERE c.kind = 'closed' AND c.meeting = m.id)
                   FROM meetings m JOIN meeting_entries e ON e.meeting = m.id WHERE e.kind = 'planned'";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut days = Vec::new();
        while let Some(row) = rows.next()? {
            let (year, number) = (row.get(0)?, row.get(1)?);
            let planned: Entry = serde_json::from_str(&row.get::<_, String>(2)?).map_err(unreadable)?;
            let Event::Planned { held_on, .. } = planned.event else {
                return Err(unreadable("no plan"));
            };
            days.push(MeetingDay {
                key: MeetingKey { year, number },
                held_on,
                closed: row.get(3)?,
            });
        }
        days.sort_by_key(|day| (day.held_on, day.key));
        Ok(days)
    }

    /// The meetings that are neither closed nor cancelled.
    ///
    /// # Errors
    /// As [`Read::meetings`].
    pub fn meetings_ahead(&self) -> Result<Vec<MeetingRow>, StoreError> {
        let sql = "SELECT m.id FROM meetings m WHERE NOT EXISTS
                     (SELECT 1 FROM meeting_entries e WHERE e.kind IN ('closed', 'cancelled') AND e.meeting = m.id)
                   ORDER BY m.year, m.number";
        let mut statement = self.connection.prepare_cached(sql)?;
        let ids = statement.query_map([], |row| row.get(0))?;
        let masked = self.masked_names()?;
        ids.map(|id| {
            let id = id?;
            self.made_of(id, &self.meeting_entries(id)?, &masked)
        })
        .collect()
    }

    /// M17: the meetings that are closed and have no final minutes, by year and number.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn without_final_minutes(&self) -> Result<Vec<MeetingKey>, StoreError> {
        let sql = "SELECT m.year, m.number FROM meeting_entries c JOIN meetings m ON m.id = c.meeting
                   WHERE c.kind = 'closed' AND NOT EXISTS
                     (SELECT 1 FROM meeting_entries f WHERE f.kind = 'finalised' AND f.meeting = c.meeting)
                   ORDER BY m.year, m.number";
        let mut statement = self.connection.prepare_cached(sql)?;
        let key = |row: &rusqlite::Row| {
            let (year, number) = (row.get(0)?, row.get(1)?);
            Ok(MeetingKey { year, number })
        };
        let rows = statement.query_map([], key)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// M15: the meeting in which an election is open whose ballots nobody can open any more.
    ///
    /// # Errors
    /// As [`Read::meetings`].
    pub fn lost_election(&self) -> Result<Option<MeetingKey>, StoreError> {
        // Asked often, and nearly always in vain.
        let sql = "SELECT EXISTS (SELECT 1 FROM meeting_entries e WHERE e.kind = 'election_opened' AND NOT EXISTS
                     (SELECT 1 FROM meeting_entries over WHERE over.meeting = e.meeting AND over.entry > e.entry
                        AND over.kind IN ('election_closed', 'election_voided', 'secrecy_asked', 'closed')))";
        let any_open: bool = self
            .connection
            .prepare_cached(sql)?
            .query_row([], |row| row.get(0))?;
        if !any_open {
            return Ok(None);
        }
        let mut rows = self.meetings_ahead()?.into_iter();
        Ok(rows.find(|row| row.lost.is_some()).map(|row| row.meeting.key))
    }

    /// M6: the highest number that an item of a year has; zero before the first.
    ///
    /// # Errors
    /// As [`Read::meetings`].
    pub fn last_item_number(&self, year: i16) -> Result<u32, StoreError> {
        let sql = "SELECT e.body FROM meeting_entries e JOIN meetings m ON m.id = e.meeting
                   WHERE e.kind IN ('called', 'item_added') AND m.year = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([year])?;
        let mut last = 0;
        while let Some(row) = rows.next()? {
            let entry: Entry = serde_json::from_str(&row.get::<_, String>(0)?).map_err(unreadable)?;
            let given = match &entry.event {
                Event::Called { numbers, .. } => numbers.values().copied().max(),
                Event::ItemAdded { number, .. } => *number,
                _ => None,
            };
            last = last.max(given.unwrap_or(0));
        }
        Ok(last)
    }

    /// # Errors
    /// As [`Read::meetings`].
    pub fn meeting(&self, key: MeetingKey) -> Result<Option<MeetingRow>, StoreError> {
        let sql = "SELECT id FROM meetings WHERE year = ?1 AND number = ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let id: Option<i64> = statement
            .query_row((key.year, key.number), |row| row.get(0))
            .optional()?;
        id.map(|id| self.made_of(id, &self.meeting_entries(id)?, &self.masked_names()?))
            .transpose()
    }

    /// What happened in a meeting, in order.
    ///
    /// # Errors
    /// As [`Read::meetings`].
    pub fn meeting_entries(&self, meeting: i64) -> Result<Vec<Entry>, StoreError> {
        let sql = "SELECT body FROM meeting_entries WHERE meeting = ?1 ORDER BY entry";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([meeting], |row| row.get::<_, String>(0))?;
        rows.map(|body| serde_json::from_str(&body?).map_err(unreadable))
            .collect()
    }

    /// The forms of final minutes that are kept.
    pub fn final_minutes(&self, meeting: i64) -> Result<Vec<FinalMinutes>, StoreError> {
        let sql = "SELECT form, content, sha256 FROM minutes WHERE meeting = ?1 ORDER BY form";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([meeting], |row| {
            Ok(FinalMinutes {
                form: row.get(0)?,
                content: row.get(1)?,
                sha256: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The meeting and item that a recommendation came of.
    pub fn recommended_in(&self, recommendation: i64) -> Result<Option<(MeetingKey, ItemId)>, StoreError> {
        let sql = "SELECT m.year, m.number, r.item FROM recommended_in r JOIN meetings m ON m.id = r.meeting
                   WHERE r.recommendation = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_row([recommendation], |row| {
            let (year, number) = (row.get(0)?, row.get(1)?);
            Ok((MeetingKey { year, number }, row.get(2)?))
        });
        Ok(found.optional()?)
    }

    /// A meeting as its entries have made it. They tell names as they were; in place of one that is masked stands the handle,
    /// as it does among the members. M15: an election that nobody can count any more is void, whether anybody has written it yet or not.
    fn made_of(
        &self,
        id: i64,
        entries: &[Entry],
        masked: &BTreeMap<String, String>,
    ) -> Result<MeetingRow, StoreError> {
        let mut meeting = Meeting::replay(entries).ok_or_else(|| unreadable("no plan"))?;
        for (handle, name) in &mut meeting.roster.names {
            if masked.contains_key(handle) {
                name.clone_from(handle);
            }
        }
        let open = meeting.open_election();
        let secret = open.and_then(|open| Some((open.id, open.secret.as_ref()?)));
        let lost = secret.filter(|(_, secret)| !self.is_conducted(&secret.key));
        let lost = lost.map(|(election, _)| election);
        if let Some(election) = lost {
            meeting.make_void(election, Void::Lost);
        }
        Ok(MeetingRow {
            id,
            told: meeting.roster.clone(),
            meeting,
            lost,
        })
    }
}

impl Write<'_> {
    /// A number that nobody can foresee.
    pub fn random(&self) -> Result<u64, StoreError> {
        let number: i64 = self
            .connection
            .query_row("SELECT random()", [], |row| row.get(0))?;
        Ok(number.cast_unsigned())
    }

    /// A new meeting; its first entry is written apart.
    pub fn add_meeting(&self, key: MeetingKey) -> Result<i64, StoreError> {
        self.prepared("INSERT INTO meetings (year, number) VALUES (?1, ?2)")?
            .execute((key.year, key.number))?;
        Ok(self.connection.last_insert_rowid())
    }

    /// One more entry.
    pub fn add_meeting_entry(&self, meeting: i64, entry: &Entry) -> Result<(), StoreError> {
        let body = serde_json::to_string(entry).map_err(unreadable)?;
        let kind: &'static str = (&entry.event).into();
        let sql = "INSERT INTO meeting_entries (meeting, entry, kind, body)
                   SELECT ?1, coalesce(max(entry), 0) + 1, ?2, ?3 FROM meeting_entries WHERE meeting = ?1";
        self.prepared(sql)?.execute((meeting, kind, body))?;
        Ok(())
    }

    /// M17: a form of final minutes.
    pub fn add_final_minutes(&self, meeting: i64, minutes: &FinalMinutes) -> Result<(), StoreError> {
        let sql = "INSERT INTO minutes (meeting, form, content, sha256) VALUES (?1, ?2, ?3, ?4)";
        self.prepared(sql)?
            .execute((meeting, &minutes.form, &minutes.content, &minutes.sha256))?;
        Ok(())
    }

    /// M14: the latest recommendation on a proposal came of an item.
    pub fn recommended_by(&self, reference: Ref, meeting: i64, item: ItemId) -> Result<(), StoreError> {
        let sql = "INSERT INTO recommended_in (recommendation, meeting, item)
                   SELECT max(id), ?2, ?3 FROM recommendations WHERE ref = ?1";
        self.prepared(sql)?.execute((reference, meeting, item))?;
        Ok(())
    }

    /// M14: an item took back the latest recommendation on a proposal.
    pub fn withdraw_recommendation(
        &self,
        reference: Ref,
        meeting: i64,
        item: ItemId,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO recommendations_withdrawn (recommendation, meeting, item)
                   SELECT max(id), ?2, ?3 FROM recommendations WHERE ref = ?1";
        self.prepared(sql)?.execute((reference, meeting, item))?;
        Ok(())
    }
}
