//! The public keys of members: registered, and removed by a row of their own.

use jiff::civil::Date;
use rusqlite::Row;

use super::columns::{Day, Text};
use super::{Read, StoreError, Write};
use crate::domain::public_key::{MemberKey, PublicKey};

const COLUMNS: &str = "k.id, k.handle, k.fingerprint, k.public_key, k.comment, k.added_on, r.removed_on";

fn member_key(row: &Row) -> rusqlite::Result<MemberKey> {
    Ok(MemberKey {
        id: row.get(0)?,
        handle: row.get(1)?,
        key: PublicKey {
            fingerprint: row.get(2)?,
            text: row.get(3)?,
            comment: row.get(4)?,
        },
        added_on: row.get::<_, Day>(5)?.0,
        removed_on: row.get::<_, Option<Day>>(6)?.map(|day| day.0),
    })
}

impl Read<'_> {
    /// Every key that was ever registered, in the order in which they were; of one fingerprint where that is given.
    pub fn member_keys(&self, fingerprint: Option<&str>) -> Result<Vec<MemberKey>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM member_keys k LEFT JOIN member_keys_removed r ON r.member_key = k.id
             WHERE ?1 IS NULL OR k.fingerprint = ?1 ORDER BY k.id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([fingerprint], member_key)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Write<'_> {
    pub fn add_key(&self, handle: &str, key: &PublicKey, on: Date) -> Result<(), StoreError> {
        let sql = "INSERT INTO member_keys (handle, fingerprint, public_key, comment, added_on)
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        let row = (handle, &key.fingerprint, &key.text, &key.comment, Text(on));
        self.prepared(sql)?.execute(row)?;
        Ok(())
    }

    pub fn remove_key(&self, id: i64, on: Date) -> Result<(), StoreError> {
        let sql = "INSERT INTO member_keys_removed (member_key, removed_on) VALUES (?1, ?2)";
        self.prepared(sql)?.execute((id, Text(on)))?;
        Ok(())
    }
}
