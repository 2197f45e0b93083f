//! Members: who is registered, with which roles.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rusqlite::OptionalExtension;

use super::columns::{Day, Text};
use super::{Read, StoreError, Write};
use crate::domain::member::{Member, RoleTerm, parse_roles, roles_on, write_roles};

fn member(row: &rusqlite::Row) -> rusqlite::Result<Result<Member, StoreError>> {
    let roles: String = row.get(2)?;
    let (handle, name, participant, active) = (row.get(0)?, row.get(1)?, row.get(3)?, row.get(4)?);
    Ok(parse_roles(&roles)
        .map(|roles| Member {
            handle,
            name,
            roles,
            participant,
            active,
        })
        .map_err(|fault| StoreError::Corrupt(fault.to_string())))
}

fn on_a_day(member: Member, terms: &[RoleTerm], on: Date) -> Member {
    Member {
        roles: roles_on(&member, terms, on),
        ..member
    }
}

/// A former member whose name is masked is called by the handle, wherever people are named.
const SHOWN: &str = "m.handle, iif(k.handle IS NULL, m.name, m.handle), m.roles, m.participant, m.active
                     FROM members m LEFT JOIN masked_names k ON k.handle = m.handle";

/// The rows of the log that an index finds when it is asked for in these words.
const OF_MEMBERS: &str = "action IN ('member.add', 'member.revoke', 'round.reveal')";

impl Read<'_> {
    /// Everybody with the roles of a day (M11), in the order in which they were registered.
    pub fn members(&self, on: Date) -> Result<Vec<Member>, StoreError> {
        let sql = format!("SELECT {SHOWN} ORDER BY m.rowid");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], member)?;
        let terms = self.role_terms(None)?;
        rows.map(|row| Ok(on_a_day(row??, &terms, on))).collect()
    }

    /// With the roles of a day (M11).
    pub fn member(&self, handle: &str, on: Date) -> Result<Option<Member>, StoreError> {
        let sql = format!("SELECT {SHOWN} WHERE m.handle = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let member = statement.query_row([handle], member).optional()?.transpose()?;
        let terms = self.role_terms(Some(handle))?;
        Ok(member.map(|member| on_a_day(member, &terms, on)))
    }

    /// The business days on which members were revoked; not known of those revoked before the log kept it.
    pub fn revoked(&self) -> Result<BTreeMap<String, Date>, StoreError> {
        let sql = format!(
            "SELECT subject, json_extract(payload, '$.on') FROM audit
             WHERE {OF_MEMBERS} AND action = 'member.revoke' ORDER BY seq"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| {
            let day: Option<Day> = row.get(1)?;
            Ok((row.get(0)?, day.map(|day| day.0)))
        })?;
        let rows: Vec<(String, Option<Date>)> = rows.collect::<Result<_, _>>()?;
        Ok(rows
            .into_iter()
            .filter_map(|(who, day)| Some((who, day?)))
            .collect())
    }

    /// Who was registered after a round was revealed, and who was revoked before, by the order of the log.
    pub fn not_at_the_reveal(&self, round: &str) -> Result<BTreeSet<String>, StoreError> {
        let sql = format!("SELECT seq, action, subject FROM audit WHERE {OF_MEMBERS} ORDER BY seq");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        let (mut revealed, mut away) = (false, BTreeSet::new());
        while let Some(row) = rows.next()? {
            let subject: String = row.get(2)?;
            match row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)? {
                "round.reveal" => revealed |= subject == round,
                "member.revoke" if revealed => {}
                "member.add" if !revealed => {}
                _ => {
                    away.insert(subject);
                }
            }
        }
        Ok(away)
    }

    /// The handles whose names are masked, each with the name that isn't to be shown.
    pub fn masked_names(&self) -> Result<BTreeMap<String, String>, StoreError> {
        let sql = "SELECT k.handle, m.name FROM masked_names k JOIN members m ON m.handle = k.handle";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Write<'_> {
    pub fn add_member(&self, member: &Member) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO members (handle, name, roles, participant, active) VALUES (?1, ?2, ?3, ?4, ?5)";
        self.prepared(sql)?.execute((
            &member.handle,
            &member.name,
            write_roles(&member.roles),
            &member.participant,
            member.active,
        ))?;
        Ok(())
    }

    pub fn revoke_member(&self, handle: &str) -> Result<(), StoreError> {
        self.prepared("UPDATE members SET active = 0 WHERE handle = ?1")?
            .execute([handle])?;
        Ok(())
    }

    pub fn mask_name(&self, handle: &str, on: Date, reason: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO masked_names (handle, masked_on, reason) VALUES (?1, ?2, ?3)";
        self.prepared(sql)?.execute((handle, Text(on), reason))?;
        Ok(())
    }
}
