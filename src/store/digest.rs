//! SHA-256 over rows, written so that no two different rows come to the same bytes: every text stands with its length, and
//! every cell with its type.

use rusqlite::Row;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

pub(super) type Hash = [u8; 32];

/// The rows of one table: its name and its columns are part of each digest.
#[derive(Clone)]
pub(super) struct RowDigest(Sha256);

impl RowDigest {
    pub(super) fn of<'n>(table: &str, columns: impl ExactSizeIterator<Item = &'n str>) -> RowDigest {
        let mut sha = Sha256::new();
        text(&mut sha, table.as_bytes());
        number(&mut sha, columns.len());
        for column in columns {
            text(&mut sha, column.as_bytes());
        }
        RowDigest(sha)
    }

    /// The digest of the cells of a row from one column on.
    pub(super) fn row(&self, row: &Row, from: usize, columns: usize) -> rusqlite::Result<Hash> {
        let mut sha = self.0.clone();
        for column in from..columns {
            cell(&mut sha, row.get_ref(column)?);
        }
        Ok(sha.finalize().into())
    }

    /// The digest of a row of texts.
    pub(super) fn texts(&self, cells: &[&str]) -> Hash {
        let mut sha = self.0.clone();
        for one in cells {
            cell(&mut sha, ValueRef::Text(one.as_bytes()));
        }
        sha.finalize().into()
    }
}

/// What one row of the log sealed, in the order of table and key.
#[derive(Default)]
pub(super) struct SetDigest(Sha256);

impl SetDigest {
    pub(super) fn add(&mut self, table: &str, key: &str, digest: Option<&[u8]>) {
        text(&mut self.0, table.as_bytes());
        text(&mut self.0, key.as_bytes());
        text(&mut self.0, digest.unwrap_or_default());
    }

    pub(super) fn finish(self) -> String {
        hex(&self.0.finalize().into())
    }
}

pub(super) fn hex(hash: &Hash) -> String {
    hash.iter().fold(String::with_capacity(64), |mut hex, byte| {
        hex.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
        hex.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
        hex
    })
}

fn cell(sha: &mut Sha256, value: ValueRef) {
    match value {
        ValueRef::Null => sha.update([0]),
        ValueRef::Integer(number) => {
            sha.update([1]);
            sha.update(number.to_be_bytes());
        }
        ValueRef::Real(number) => {
            sha.update([2]);
            sha.update(number.to_be_bytes());
        }
        ValueRef::Text(bytes) => {
            sha.update([3]);
            text(sha, bytes);
        }
        ValueRef::Blob(bytes) => {
            sha.update([4]);
            text(sha, bytes);
        }
    }
}

fn text(sha: &mut Sha256, bytes: &[u8]) {
    number(sha, bytes.len());
    sha.update(bytes);
}

fn number(sha: &mut Sha256, number: usize) {
    sha.update((number as u64).to_be_bytes());
}

/// The SHA-256 of a text, as 64 hexadecimal digits.
#[must_use]
pub fn sha256(text: &str) -> String {
    hex(&Sha256::digest(text).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;

    #[test]
    fn two_rows_that_differ_in_a_name_a_type_or_where_a_text_ends_have_different_digests() {
        let connection = Connection::open_in_memory().unwrap();
        let digest = |table: &str, columns: &[&str], cells: &str| {
            let rows = RowDigest::of(table, columns.iter().copied());
            let sql = format!("SELECT {cells}");
            let digest = |row: &Row| rows.row(row, 0, columns.len());
            connection.query_row(&sql, [], digest).unwrap()
        };
        let digests = [
            digest("t", &["a", "b"], "'12', '3'"),
            digest("t", &["a", "b"], "'1', '23'"),
            digest("t", &["a", "b"], "12, 3"),
            digest("t", &["a", "b"], "12, 3.0"),
            digest("t", &["a", "b"], "12, x'03'"),
            digest("t", &["a", "b"], "12, NULL"),
            digest("t", &["a", "b"], "12, ''"),
            digest("t", &["a", "c"], "12, 3"),
            digest("u", &["a", "b"], "12, 3"),
            digest("t", &["ab", ""], "12, 3"),
        ];
        for (at, one) in digests.iter().enumerate() {
            assert!(!digests[..at].contains(one), "{at}");
        }
        assert_eq!(digest("t", &["a", "b"], "12, 3"), digests[2]);
    }
}
