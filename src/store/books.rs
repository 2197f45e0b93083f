//! What a row of the log has in its hash when it is from before every row was sealed: the vouchers with their postings
//! and what they mean for adopters, and the claims beside them. Each builds on the one before. Such rows are only
//! verified; none is written any more.

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::StoreError;
use super::digest::hex;

/// The books and the claims up to a moment: how many there are of each, and a SHA-256 over all of them down to the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Books {
    pub extent: Extent,
    /// Empty before the first voucher or claim, and in a row that seals what it writes.
    pub hash: String,
}

/// The last number of everything that is numbered through the fund and only ever added to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    pub vouchers: i64,
    pub charges: i64,
    pub credits: i64,
    pub settlements: i64,
}

impl Extent {
    /// No claims: there were none before solutions went live.
    pub(super) fn only_vouchers(self) -> bool {
        let vouchers = self.vouchers;
        self == Extent {
            vouchers,
            ..Extent::default()
        }
    }
}

/// What is sealed, by which number it is picked, and in which order: a row tells its table, but for the vouchers.
type Sealed = (&'static str, fn(Extent) -> i64);
const SEALED: [Sealed; 6] = [
    (
        "SELECT v.voucher, v.event, v.posted_on, v.value_on, v.text, v.participant, v.reverses,
                q.line, q.account, q.amount_ore
         FROM vouchers v LEFT JOIN postings q ON q.voucher = v.voucher
         WHERE v.voucher > ?1 AND v.voucher <= ?2 ORDER BY v.voucher, q.line",
        |extent| extent.vouchers,
    ),
    (
        "SELECT 'source', voucher, source FROM vouchers
         WHERE voucher > ?1 AND voucher <= ?2 AND source IS NOT NULL ORDER BY voucher",
        |extent| extent.vouchers,
    ),
    (
        "SELECT 'movement', voucher, line, ref, number, charge, paid_ore, owed_ore FROM movements
         WHERE voucher > ?1 AND voucher <= ?2 ORDER BY voucher, line",
        |extent| extent.vouchers,
    ),
    (
        "SELECT 'charge', id, ref, number, settlement, inhabitants, amount_ore, issued_on, due_on FROM charges
         WHERE id > ?1 AND id <= ?2 ORDER BY id",
        |extent| extent.charges,
    ),
    (
        "SELECT 'credit', id, charge, settlement, amount_ore, on_date FROM credits
         WHERE id > ?1 AND id <= ?2 ORDER BY id",
        |extent| extent.credits,
    ),
    (
        "SELECT 'settlement', s.id, s.ref, s.on_date, s.cost_ore, s.inhabitants, s.actor,
                h.number, h.inhabitants, h.share_ore
         FROM settlements s LEFT JOIN shares h ON h.settlement = s.id
         WHERE s.id > ?1 AND s.id <= ?2 ORDER BY s.id, h.number",
        |extent| extent.settlements,
    ),
];

pub(super) fn sha256(content: &Value) -> String {
    hex(&Sha256::digest(content.to_string().as_bytes()).into())
}

/// How far the books and the claims have come.
pub(super) fn extent(connection: &Connection) -> Result<Extent, StoreError> {
    let sql = "SELECT (SELECT coalesce(max(voucher), 0) FROM vouchers), (SELECT coalesce(max(id), 0) FROM charges),
                      (SELECT coalesce(max(id), 0) FROM credits), (SELECT coalesce(max(id), 0) FROM settlements)";
    Ok(connection.query_row(sql, [], |row| {
        Ok(Extent {
            vouchers: row.get(0)?,
            charges: row.get(1)?,
            credits: row.get(2)?,
            settlements: row.get(3)?,
        })
    })?)
}

/// The books and the claims up to `extent`, on top of an earlier row's.
pub(super) fn sealed(connection: &Connection, before: Books, extent: Extent) -> Result<Books, StoreError> {
    if extent == before.extent {
        return Ok(before);
    }
    let mut content = vec![json!(before.hash)];
    for (sql, number) in SEALED {
        let mut statement = connection.prepare_cached(sql)?;
        let columns = statement.column_count();
        let mut rows = statement.query([number(before.extent), number(extent)])?;
        while let Some(row) = rows.next()? {
            let cells: Result<Vec<Value>, rusqlite::Error> = (0..columns).map(|at| cell(row, at)).collect();
            content.push(Value::Array(cells?));
        }
    }
    Ok(Books {
        extent,
        hash: sha256(&Value::Array(content)),
    })
}

/// A sealed cell is a whole number, a text or nothing; anything else isn't of this program's making.
fn cell(row: &rusqlite::Row, at: usize) -> rusqlite::Result<Value> {
    Ok(match row.get_ref(at)? {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Text(_) => row.get::<_, String>(at)?.into(),
        ValueRef::Real(_) | ValueRef::Blob(_) => row.get::<_, i64>(at)?.into(),
    })
}
