//! Seals: with each row of the log stands what it wrote, row by row, as a digest of what was written; the digest of them all
//! is in that row's hash.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Connection, params};

use super::StoreError;
use super::digest::{Hash, RowDigest, SetDigest};
use super::tables::{self, Table, quoted};

/// What the schema's own parts are called among the seals.
pub(super) const SCHEMA: &str = "sqlite_schema";

/// One row as it was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seal {
    pub table: String,
    /// The primary key, a JSON array.
    pub key: String,
    /// None when the row was removed.
    pub digest: Option<Hash>,
}

/// Seals for the whole file as it stands: every row, the schema, and what was sealed before and is no more.
pub(super) fn everything(connection: &Connection) -> Result<Vec<Seal>, StoreError> {
    let mut seals = schema(connection)?;
    for table in tables::sealed(connection)? {
        if table.key.is_empty() {
            let fault = format!(
                "the table {} has no primary key, so that its rows can't be sealed",
                table.name
            );
            return Err(StoreError::Corrupt(fault));
        }
        rows(connection, &table, &mut |seal| seals.push(seal))?;
    }
    let mut before = Sealed::read(connection)?;
    for seal in &seals {
        before.take(&seal.table, &seal.key);
    }
    for table in before.tables() {
        seals.extend(before.left_of(&table).into_iter().map(|(key, _)| Seal {
            table: table.clone(),
            key,
            digest: None,
        }));
    }
    Ok(seals)
}

/// Every row of a table as it stands.
pub(super) fn rows(
    connection: &Connection,
    table: &Table,
    each: &mut dyn FnMut(Seal),
) -> Result<(), StoreError> {
    let sql = format!(
        "SELECT {}, 1, t.* FROM main.{} t",
        table.key_of("t"),
        quoted(&table.name)
    );
    read(connection, &table.name, &sql, each)
}

/// Reads rows of a table behind their keys and whether they are there.
pub(super) fn read(
    connection: &Connection,
    table: &str,
    sql: &str,
    each: &mut dyn FnMut(Seal),
) -> Result<(), StoreError> {
    const BEFORE: usize = 2;
    let mut statement = connection.prepare_cached(sql)?;
    let columns = statement.column_count();
    let digest = RowDigest::of(table, statement.column_names().skip(BEFORE));
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let is_there: bool = row.get(1)?;
        each(Seal {
            table: table.to_owned(),
            key: row.get(0)?,
            digest: is_there.then(|| digest.row(row, BEFORE, columns)).transpose()?,
        });
    }
    Ok(())
}

/// Every part of the schema but the exempt tables, as it stands.
pub(super) fn schema(connection: &Connection) -> Result<Vec<Seal>, StoreError> {
    let sql =
        "SELECT json_array(type, name), type, name, tbl_name, coalesce(sql, '') FROM main.sqlite_schema";
    let mut statement = connection.prepare(sql)?;
    let digest = RowDigest::of(SCHEMA, ["type", "name", "tbl_name", "sql"].into_iter());
    let mut rows = statement.query([])?;
    let mut seals = Vec::new();
    while let Some(row) = rows.next()? {
        let text = |at| row.get::<_, String>(at);
        let (kind, name, table, sql) = (text(1)?, text(2)?, text(3)?, text(4)?);
        if !tables::is_exempt(&kind, &name, &sql) {
            seals.push(Seal {
                table: SCHEMA.to_owned(),
                key: row.get(0)?,
                digest: Some(digest.texts(&[&kind, &name, &table, &sql])),
            });
        }
    }
    Ok(seals)
}

/// The digest of what a row of the log sealed; the seals are put in their order.
pub(super) fn digest_of(seals: &mut [Seal]) -> String {
    seals.sort_unstable();
    let mut digest = SetDigest::default();
    for seal in seals {
        digest.add(&seal.table, &seal.key, seal.digest.as_ref().map(|hash| &hash[..]));
    }
    digest.finish()
}

/// Keeps the seals of the newest row of the log.
pub(super) fn keep(connection: &Connection, log: i64, seals: &[Seal]) -> Result<(), StoreError> {
    let sql = "INSERT INTO seals (log, of_table, of_key, digest) VALUES (?1, ?2, ?3, ?4)";
    let mut statement = connection.prepare_cached(sql)?;
    for seal in seals {
        statement.execute(params![
            log,
            seal.table,
            seal.key,
            seal.digest.as_ref().map(|hash| &hash[..])
        ])?;
    }
    Ok(())
}

/// The row of the log, and the digest as it stands in the file, which may be anything.
type Kept = (i64, Option<Vec<u8>>);

/// All seals that are kept: the last of each key, and the digest of each row of the log's.
#[derive(Default)]
pub(super) struct Sealed {
    latest: HashMap<String, HashMap<String, Kept>>,
    pub sets: BTreeMap<i64, String>,
}

impl Sealed {
    pub(super) fn read(connection: &Connection) -> Result<Sealed, StoreError> {
        let sql = "SELECT log, of_table, of_key, digest FROM seals ORDER BY log, of_table, of_key";
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut sealed = Sealed::default();
        let mut open: Option<(i64, SetDigest)> = None;
        while let Some(row) = rows.next()? {
            let (log, table): (i64, String) = (row.get(0)?, row.get(1)?);
            let (key, digest): (String, Option<Vec<u8>>) = (row.get(2)?, row.get(3)?);
            if open.as_ref().is_none_or(|(before, _)| *before != log) {
                sealed.close(open.replace((log, SetDigest::default())));
            }
            if let Some((_, set)) = &mut open {
                set.add(&table, &key, digest.as_deref());
            }
            sealed.latest.entry(table).or_default().insert(key, (log, digest));
        }
        sealed.close(open);
        Ok(sealed)
    }

    fn close(&mut self, set: Option<(i64, SetDigest)>) {
        self.sets.extend(set.map(|(log, digest)| (log, digest.finish())));
    }

    /// The last seal of a key and the row of the log that it is of. What is taken isn't left.
    pub(super) fn take(&mut self, table: &str, key: &str) -> Option<Kept> {
        self.latest.get_mut(table)?.remove(key)
    }

    /// The key of a row of the log, when it sealed itself.
    pub(super) fn of_the_log(&self, log: i64) -> Option<String> {
        let key = format!("[{log}]");
        let (by, _) = self.latest.get("audit")?.get(&key)?;
        (*by == log).then_some(key)
    }

    /// The keys of a table that are sealed as there and weren't taken, each with the row of the log, in the order of keys.
    pub(super) fn left_of(&mut self, table: &str) -> Vec<(String, i64)> {
        let keys = self.latest.remove(table).unwrap_or_default().into_iter();
        let there = keys.filter_map(|(key, (log, digest))| digest.map(|_| (key, log)));
        let mut left: Vec<(String, i64)> = there.collect();
        left.sort_unstable();
        left
    }

    /// Every table that has seals, but for the log, whose chain holds its rows.
    fn tables(&self) -> Vec<String> {
        let tables = self
            .latest
            .keys()
            .filter(|table| !tables::CHAIN.contains(&table.as_str()));
        tables.cloned().collect()
    }
}
