//! The log: one row per use case that wrote, each chained to the one before by SHA-256. A row that is changed,
//! removed or slipped in breaks the chain from there on.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{Read, StoreError, Write};

/// What a use case says of itself to the log. Never a score (S4).
#[derive(Clone, Debug)]
pub struct NewAudit<'a> {
    /// RFC 3339 in UTC: the true clock, never the business date.
    pub at: &'a str,
    pub actor: &'a str,
    /// The way in: `local`, or `ssh` with the key's fingerprint.
    pub via: &'a str,
    pub action: &'a str,
    pub subject: &'a str,
    pub payload: Value,
}

/// A row of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    pub seq: i64,
    pub at: String,
    pub actor: String,
    pub via: String,
    pub action: String,
    pub subject: String,
    /// JSON.
    pub payload: String,
    pub prev: String,
    pub hash: String,
}

impl AuditEntry {
    /// The hash that the row's own content gives.
    #[must_use]
    pub fn expected_hash(&self) -> String {
        let content = json!([
            self.seq,
            self.at,
            self.actor,
            self.via,
            self.action,
            self.subject,
            self.payload,
            self.prev
        ]);
        let digest = Sha256::digest(content.to_string().as_bytes());
        digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
            hex.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
            hex.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
            hex
        })
    }
}

const COLUMNS: &str = "seq, at, actor, via, action, subject, payload, prev, hash";

fn entry(row: &rusqlite::Row) -> rusqlite::Result<AuditEntry> {
    Ok(AuditEntry {
        seq: row.get(0)?,
        at: row.get(1)?,
        actor: row.get(2)?,
        via: row.get(3)?,
        action: row.get(4)?,
        subject: row.get(5)?,
        payload: row.get(6)?,
        prev: row.get(7)?,
        hash: row.get(8)?,
    })
}

impl Read<'_> {
    /// The newest rows first, at most `limit`.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn audit(&self, limit: i64) -> Result<Vec<AuditEntry>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM audit ORDER BY seq DESC LIMIT ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([limit], entry)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Number and hash of the newest row; zero and an empty hash before the first.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn audit_head(&self) -> Result<(i64, String), StoreError> {
        let sql = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        Ok(match rows.next()? {
            Some(row) => (row.get(0)?, row.get(1)?),
            None => (0, String::new()),
        })
    }

    /// The first row whose place, link or hash isn't what the chain says; `None` when it holds.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn audit_break(&self) -> Result<Option<i64>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM audit ORDER BY seq");
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let (mut seq, mut prev) = (0, String::new());
        while let Some(row) = rows.next()? {
            let entry = entry(row)?;
            seq += 1;
            if entry.seq != seq || entry.prev != prev || entry.hash != entry.expected_hash() {
                return Ok(Some(seq));
            }
            prev = entry.hash;
        }
        Ok(None)
    }
}

impl Write<'_> {
    /// Adds a row to the chain.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn log(&self, new: &NewAudit) -> Result<(), StoreError> {
        let (last, prev) = self.audit_head()?;
        let mut entry = AuditEntry {
            seq: last + 1,
            at: new.at.to_owned(),
            actor: new.actor.to_owned(),
            via: new.via.to_owned(),
            action: new.action.to_owned(),
            subject: new.subject.to_owned(),
            payload: new.payload.to_string(),
            prev,
            hash: String::new(),
        };
        entry.hash = entry.expected_hash();
        let sql = format!("INSERT INTO audit ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        self.connection.prepare_cached(&sql)?.execute((
            entry.seq,
            &entry.at,
            &entry.actor,
            &entry.via,
            &entry.action,
            &entry.subject,
            &entry.payload,
            &entry.prev,
            &entry.hash,
        ))?;
        Ok(())
    }
}
