//! Members: who is registered, with which roles.

use jiff::civil::Date;
use rusqlite::OptionalExtension;

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

const COLUMNS: &str = "handle, name, roles, participant, active";

impl Read<'_> {
    /// Everybody with the roles of a day (M11), in the order in which they were registered.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn members(&self, on: Date) -> Result<Vec<Member>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM members ORDER BY rowid");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], member)?;
        let terms = self.role_terms(None)?;
        rows.map(|row| Ok(on_a_day(row??, &terms, on))).collect()
    }

    /// With the roles of a day (M11).
    ///
    /// # Errors
    /// What SQLite says.
    pub fn member(&self, handle: &str, on: Date) -> Result<Option<Member>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM members WHERE handle = ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let member = statement.query_row([handle], member).optional()?.transpose()?;
        let terms = self.role_terms(Some(handle))?;
        Ok(member.map(|member| on_a_day(member, &terms, on)))
    }
}

impl Write<'_> {
    /// # Errors
    /// What SQLite says.
    pub fn add_member(&self, member: &Member) -> Result<(), StoreError> {
        let sql = format!("INSERT INTO members ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5)");
        self.connection.prepare_cached(&sql)?.execute((
            &member.handle,
            &member.name,
            write_roles(&member.roles),
            &member.participant,
            member.active,
        ))?;
        Ok(())
    }

    /// # Errors
    /// What SQLite says.
    pub fn revoke_member(&self, handle: &str) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("UPDATE members SET active = 0 WHERE handle = ?1")?
            .execute([handle])?;
        Ok(())
    }
}
