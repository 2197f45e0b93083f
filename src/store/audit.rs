//! The log: one row per use case that wrote, each chained to the one before by SHA-256. A row that is changed,
//! removed or slipped in breaks the chain from there on. Each row seals the books as well, so that a posted voucher that
//! is changed behind the program's back breaks it too.

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
    pub seal: Seal,
    pub prev: String,
    pub hash: String,
}

/// The books up to a voucher: its number, and a SHA-256 over every voucher and posting down to the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seal {
    pub vouchers: i64,
    /// Empty before the first voucher.
    pub books: String,
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
            self.seal.vouchers,
            self.seal.books,
            self.prev
        ]);
        sha256(&content)
    }
}

fn sha256(content: &Value) -> String {
    let digest = Sha256::digest(content.to_string().as_bytes());
    digest.iter().fold(String::with_capacity(64), |mut hex, byte| {
        hex.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
        hex.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
        hex
    })
}

const COLUMNS: &str = "seq, at, actor, via, action, subject, payload, vouchers, books, prev, hash";

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
            vouchers: row.get(7)?,
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

    /// Number and hash of the newest row; zero and an empty hash before the first.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn audit_head(&self) -> Result<(i64, String), StoreError> {
        let newest = self.audit(1)?.pop();
        Ok(newest.map_or_else(Default::default, |entry| (entry.seq, entry.hash)))
    }

    /// The first row whose place, link, hash or seal isn't what it should be; `None` when the chain holds. One past the
    /// last when there are vouchers that no row seals.
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
            seal = self.sealed(seal, entry.seal.vouchers)?;
            let linked = entry.seq == seq && entry.prev == prev && entry.hash == entry.expected_hash();
            if !linked || entry.seal != seal {
                return Ok(Some(seq));
            }
            prev = entry.hash;
        }
        Ok((self.last_voucher()? != seal.vouchers).then_some(seq + 1))
    }

    /// The seal of the books up to a voucher, on top of an earlier seal.
    fn sealed(&self, before: Seal, vouchers: i64) -> Result<Seal, StoreError> {
        if vouchers <= before.vouchers {
            return Ok(before);
        }
        let sql = "SELECT v.voucher, v.event, v.posted_on, v.value_on, v.text, v.participant, v.reverses,
                          q.line, q.account, q.amount_ore
                   FROM vouchers v LEFT JOIN postings q ON q.voucher = v.voucher
                   WHERE v.voucher > ?1 AND v.voucher <= ?2 ORDER BY v.voucher, q.line";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([before.vouchers, vouchers])?;
        let mut content = vec![json!(before.books)];
        while let Some(row) = rows.next()? {
            content.push(json!([
                row.get::<_, i64>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, String>(3)?,
                row.get::<_, String>(4)?,
                row.get::<_, Option<String>>(5)?,
                row.get::<_, Option<i64>>(6)?,
                row.get::<_, Option<i64>>(7)?,
                row.get::<_, Option<String>>(8)?,
                row.get::<_, Option<i64>>(9)?,
            ]));
        }
        Ok(Seal {
            vouchers,
            books: sha256(&Value::Array(content)),
        })
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
            seal: self.sealed(before, self.last_voucher()?)?,
            prev,
            hash: String::new(),
        };
        entry.hash = entry.expected_hash();
        let sql =
            format!("INSERT INTO audit ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
        self.connection.prepare_cached(&sql)?.execute((
            entry.seq,
            &entry.at,
            &entry.actor,
            &entry.via,
            &entry.action,
            &entry.subject,
            &entry.payload,
            entry.seal.vouchers,
            &entry.seal.books,
            &entry.prev,
            &entry.hash,
        ))?;
        Ok(())
    }
}
