//! The log: one row per use case that wrote, each chained to the one before by SHA-256. A row that is changed,
//! removed or slipped in breaks the chain from there on. Each row seals the books and the claims beside them as well, so that
//! a voucher, a charge or a credit that is changed behind the program's back breaks it too.

use serde_json::{Value, json};

use super::seal::{Extent, Seal, sha256};
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
    pub seal: Seal,
    pub prev: String,
    pub hash: String,
}

/// What a row of the log says was done, and to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub seq: i64,
    pub action: String,
    pub subject: String,
}

impl AuditEntry {
    /// The hash that the row's own content gives.
    #[must_use]
    pub fn expected_hash(&self) -> String {
        let extent = self.seal.extent;
        let mut content = vec![
            json!(self.seq),
            json!(self.at),
            json!(self.actor),
            json!(self.via),
            json!(self.action),
            json!(self.subject),
            json!(self.payload),
            json!(extent.vouchers),
            json!(self.seal.books),
            json!(self.prev),
        ];
        // A row from before there were claims has the hash that it was given then.
        if !extent.only_vouchers() {
            content.extend([extent.charges, extent.credits, extent.settlements].map(Value::from));
        }
        sha256(&Value::Array(content))
    }
}

const COLUMNS: &str = "seq, at, actor, via, action, subject, payload, vouchers, books, prev, hash,
                       charges, credits, settlements";

fn entry(row: &rusqlite::Row) -> rusqlite::Result<AuditEntry> {
    Ok(AuditEntry {
        seq: row.get(0)?,
        at: row.get(1)?,
        actor: row.get(2)?,
        via: row.get(3)?,
        action: row.get(4)?,
        subject: row.get(5)?,
        payload: row.get(6)?,
        seal: Seal {
            extent: Extent {
                vouchers: row.get(7)?,
                charges: row.get(11)?,
                credits: row.get(12)?,
                settlements: row.get(13)?,
            },
            books: row.get(8)?,
        },
        prev: row.get(9)?,
        hash: row.get(10)?,
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

    /// The number of the newest row; zero before the first.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn newest_change(&self) -> Result<i64, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT coalesce(max(seq), 0) FROM audit")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// What was done after a row, in its order.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn changes_since(&self, seq: i64) -> Result<Vec<Change>, StoreError> {
        let sql = "SELECT seq, action, subject FROM audit WHERE seq > ?1 ORDER BY seq";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([seq], |row| {
            Ok(Change {
                seq: row.get(0)?,
                action: row.get(1)?,
                subject: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Number and hash of the newest row; zero and an empty hash before the first.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn audit_head(&self) -> Result<(i64, String), StoreError> {
        let newest = self.audit(1)?.pop();
        Ok(newest.map_or_else(Default::default, |entry| (entry.seq, entry.hash)))
    }

    /// The first row whose place, link, hash or seal isn't what it should be; `None` when the chain holds. One past the
    /// last when there are vouchers or claims that no row seals.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn audit_break(&self) -> Result<Option<i64>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM audit ORDER BY seq");
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let (mut seq, mut prev, mut seal) = (0, String::new(), Seal::default());
        while let Some(row) = rows.next()? {
            let entry = entry(row)?;
            seq += 1;
            seal = self.sealed(seal, entry.seal.extent)?;
            let linked = entry.seq == seq && entry.prev == prev && entry.hash == entry.expected_hash();
            if !linked || entry.seal != seal {
                return Ok(Some(seq));
            }
            prev = entry.hash;
        }
        Ok((self.extent()? != seal.extent).then_some(seq + 1))
    }
}

impl Write<'_> {
    /// Adds a row to the chain.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn log(&self, new: &NewAudit) -> Result<(), StoreError> {
        let (last, prev, before) = match self.audit(1)?.pop() {
            Some(entry) => (entry.seq, entry.hash, entry.seal),
            None => Default::default(),
        };
        let mut entry = AuditEntry {
            seq: last + 1,
            at: new.at.to_owned(),
            actor: new.actor.to_owned(),
            via: new.via.to_owned(),
            action: new.action.to_owned(),
            subject: new.subject.to_owned(),
            payload: new.payload.to_string(),
            seal: self.sealed(before, self.extent()?)?,
            prev,
            hash: String::new(),
        };
        entry.hash = entry.expected_hash();
        let sql = format!(
            "INSERT INTO audit ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
        );
        self.connection.prepare_cached(&sql)?.execute((
            entry.seq,
            &entry.at,
            &entry.actor,
            &entry.via,
            &entry.action,
            &entry.subject,
            &entry.payload,
            entry.seal.extent.vouchers,
            &entry.seal.books,
            &entry.prev,
            &entry.hash,
            entry.seal.extent.charges,
            entry.seal.extent.credits,
            entry.seal.extent.settlements,
        ))?;
        Ok(())
    }
}
