//! The log: one row per use case that wrote, each chained to the one before by SHA-256. A row that is changed,
//! removed or slipped in breaks the chain from there on. Each row has the seals of what was written with it in its hash, so
//! that no row of any table can be changed behind the program's back.

use rusqlite::{Connection, OptionalExtension};
use serde_json::{Value, json};

use super::books::{self, Books, Extent, sha256};
use super::digest::RowDigest;
use super::seal::{self, Seal, Sealed};
use super::touched;
use super::{Read, StoreError, Write, altered};
use crate::domain::anchor::Anchor;
use crate::domain::log_action::LogAction;

/// What a use case says of itself to the log. Never a score (S4).
#[derive(Clone, Debug)]
pub struct NewAudit<'a> {
    /// RFC 3339 in UTC: the true clock, never the business date.
    pub at: &'a str,
    pub actor: &'a str,
    /// The way in, as [`crate::domain::access::WayIn`] writes it.
    pub via: &'a str,
    pub action: LogAction,
    pub subject: &'a str,
    pub payload: Value,
}

/// A row of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditEntry {
    pub seq: i64,
    pub at: String,
    pub actor: String,
    pub via: String,
    pub action: String,
    pub subject: String,
    /// JSON.
    pub payload: String,
    /// What a row from before there were seals has in its hash; empty in every other.
    pub books: Books,
    /// SHA-256 over the seals of what was written with the row; empty in a row from before there were seals.
    pub sealed: String,
    pub prev: String,
    pub hash: String,
}

/// What a row of the log says was done, and to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub seq: i64,
    /// `None` where only a later version knows its name.
    pub action: Option<LogAction>,
    pub subject: String,
}

impl AuditEntry {
    /// The hash that the row's own content gives.
    #[must_use]
    pub fn expected_hash(&self) -> String {
        let extent = self.books.extent;
        let mut content = vec![
            json!(self.seq),
            json!(self.at),
            json!(self.actor),
            json!(self.via),
            json!(self.action),
            json!(self.subject),
            json!(self.payload),
            json!(extent.vouchers),
            json!(self.books.hash),
            json!(self.prev),
        ];
        // A row from before there were claims or seals has the hash that it was given then.
        if !extent.only_vouchers() || !self.sealed.is_empty() {
            content.extend([extent.charges, extent.credits, extent.settlements].map(Value::from));
        }
        if !self.sealed.is_empty() {
            content.push(json!(self.sealed));
        }
        sha256(&Value::Array(content))
    }

    /// The seal of what the row says, so that each row of the log has one: a newest row that is removed leaves it behind.
    fn own_seal(&self) -> Seal {
        let columns = ["at", "actor", "via", "action", "subject", "payload", "prev"];
        let digest = RowDigest::of("audit", columns.into_iter()).texts(&[
            &self.at,
            &self.actor,
            &self.via,
            &self.action,
            &self.subject,
            &self.payload,
            &self.prev,
        ]);
        Seal {
            table: "audit".to_owned(),
            key: json!([self.seq]).to_string(),
            digest: Some(digest),
        }
    }
}

const COLUMNS: &str = "seq, at, actor, via, action, subject, payload, vouchers, books, prev, hash,
                       charges, credits, settlements, sealed";

fn entry(row: &rusqlite::Row) -> rusqlite::Result<AuditEntry> {
    Ok(AuditEntry {
        seq: row.get(0)?,
        at: row.get(1)?,
        actor: row.get(2)?,
        via: row.get(3)?,
        action: row.get(4)?,
        subject: row.get(5)?,
        payload: row.get(6)?,
        books: Books {
            extent: Extent {
                vouchers: row.get(7)?,
                charges: row.get(11)?,
                credits: row.get(12)?,
                settlements: row.get(13)?,
            },
            hash: row.get(8)?,
        },
        sealed: row.get(14)?,
        prev: row.get(9)?,
        hash: row.get(10)?,
    })
}

impl Read<'_> {
    /// The newest rows first, at most `limit`.
    pub fn audit(&self, limit: i64) -> Result<Vec<AuditEntry>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM audit ORDER BY seq DESC LIMIT ?1");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([limit], entry)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The number of the newest row; zero before the first.
    pub fn newest_change(&self) -> Result<i64, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT coalesce(max(seq), 0) FROM audit")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// What was done after a row, in its order.
    pub fn changes_since(&self, seq: i64) -> Result<Vec<Change>, StoreError> {
        let sql = "SELECT seq, action, subject FROM audit WHERE seq > ?1 ORDER BY seq";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([seq], |row| {
            Ok(Change {
                seq: row.get(0)?,
                action: row.get_ref(1)?.as_str()?.parse().ok(),
                subject: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The newest row; zero and an empty hash before the first.
    pub fn head(&self) -> Result<Anchor, StoreError> {
        let newest = self.audit(1)?.pop();
        Ok(newest.map_or_else(Anchor::default, |entry| Anchor {
            row: entry.seq,
            hash: entry.hash,
        }))
    }

    /// The hash of a row; `None` when the log has no such row.
    pub fn audit_hash(&self, seq: i64) -> Result<Option<String>, StoreError> {
        let sql = "SELECT hash FROM audit WHERE seq = ?1";
        Ok(self
            .connection
            .query_row(sql, [seq], |row| row.get(0))
            .optional()?)
    }

    /// The first row where the log isn't what it should be; `None` when it holds. Whether the fund is as the log has it, the
    /// check says.
    pub fn audit_break(&self) -> Result<Option<i64>, StoreError> {
        let logged = altered::logged(self.connection)?;
        let sets = altered::broken_sets(&logged, &Sealed::read(self.connection)?);
        Ok(sets.into_iter().chain(chain_break(self.connection)?).min())
    }
}

/// The first row whose place, link or hash isn't what it should be. One past the last when something is sealed, or stands
/// in books that aren't sealed yet, that no row tells of.
pub(super) fn chain_break(connection: &Connection) -> Result<Option<i64>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM audit ORDER BY seq");
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let (mut seq, mut prev, mut books, mut is_sealed) = (0, String::new(), Books::default(), false);
    while let Some(row) = rows.next()? {
        let entry = entry(row)?;
        seq += 1;
        let has_books = if entry.sealed.is_empty() {
            books = books::sealed(connection, books, entry.books.extent)?;
            !is_sealed && entry.books == books
        } else {
            is_sealed = true;
            entry.books == Books::default()
        };
        let linked = entry.seq == seq && entry.prev == prev && entry.hash == entry.expected_hash();
        if !linked || !has_books {
            return Ok(Some(seq));
        }
        prev = entry.hash;
    }
    let last: i64 = connection.query_row("SELECT coalesce(max(log), 0) FROM seals", [], |row| row.get(0))?;
    let is_whole = last <= seq && seq > 0 && (is_sealed || books::extent(connection)? == books.extent);
    Ok((!is_whole).then_some(seq + 1))
}

impl Write<'_> {
    /// Adds a row to the chain, with the seals of all that was written since the one before. Returns it.
    pub fn log(&self, new: &NewAudit) -> Result<Anchor, StoreError> {
        let seals = self.touched.seals(self.connection)?;
        let head = append(self.connection, new, seals)?;
        touched::forget(self.connection)?;
        Ok(head)
    }
}

/// Adds a row to the chain, with these seals. Returns it.
pub(super) fn append(
    connection: &Connection,
    new: &NewAudit,
    mut seals: Vec<Seal>,
) -> Result<Anchor, StoreError> {
    let newest = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1";
    let newest = connection
        .prepare_cached(newest)?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)));
    let (last, prev): (i64, String) = newest.optional()?.unwrap_or_default();
    let mut entry = AuditEntry {
        seq: last + 1,
        at: new.at.to_owned(),
        actor: new.actor.to_owned(),
        via: new.via.to_owned(),
        action: new.action.to_string(),
        subject: new.subject.to_owned(),
        payload: new.payload.to_string(),
        books: Books::default(),
        sealed: String::new(),
        prev,
        hash: String::new(),
    };
    seals.push(entry.own_seal());
    entry.sealed = seal::digest_of(&mut seals);
    entry.hash = entry.expected_hash();
    let sql = "INSERT INTO audit (seq, at, actor, via, action, subject, payload, vouchers, books, sealed, prev, hash)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, '', ?8, ?9, ?10)";
    connection.prepare_cached(sql)?.execute((
        entry.seq,
        &entry.at,
        &entry.actor,
        &entry.via,
        &entry.action,
        &entry.subject,
        &entry.payload,
        &entry.sealed,
        &entry.prev,
        &entry.hash,
    ))?;
    seal::keep(connection, entry.seq, &seals)?;
    Ok(Anchor {
        row: entry.seq,
        hash: entry.hash,
    })
}
