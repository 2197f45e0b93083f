//! What has been altered past the program: every part of the schema and every row, held against its last seal.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::finding::{Alteration, Altered, Finding, Upgrade};
use super::seal::{self, SCHEMA, Seal, Sealed};
use super::tables::{self, CHAIN};
use super::{Read, StoreError};
use crate::domain::log_action::LogAction;

/// Everything that isn't as the log has it: the schema first, then the rows by table and key.
pub(super) fn findings(connection: &Connection) -> Result<Vec<Finding>, StoreError> {
    let parts = seal::schema(connection)?;
    let gone = missing_of_the_chain(&parts);
    if !gone.is_empty() {
        return Ok(gone);
    }
    let mut sealed = Sealed::read(connection)?;
    let logged = logged(connection)?;
    let sets = broken_sets(&logged, &sealed).into_iter();
    let sets = sets.map(|log| match sealed.of_the_log(log) {
        Some(key) if !logged.contains_key(&log) => Finding::Row(Altered {
            table: "audit".to_owned(),
            key,
            change: Alteration::Removed,
            log: Some(log),
        }),
        _ => Finding::Seals { log },
    });
    let mut findings: Vec<Finding> = sets.collect();
    let there: BTreeSet<String> = parts.iter().map(|part| kind_and_name(&part.key).1).collect();
    let schema = compared(SCHEMA, parts, &mut sealed);
    let schema: Vec<Altered> = schema.iter().map(named).collect();
    // The rows of a table that isn't what it was say nothing by themselves.
    let tables = schema.iter().filter(|part| part.table == "table");
    let redefined: BTreeSet<String> = tables.map(|part| part.key.clone()).collect();
    findings.extend(schema.into_iter().map(Finding::Schema));
    for table in tables::sealed(connection)? {
        if redefined.contains(&table.name) {
            continue;
        }
        let mut rows = Vec::new();
        seal::rows(connection, &table, &mut |row| rows.push(row))?;
        let altered = compared(&table.name, rows, &mut sealed);
        findings.extend(altered.into_iter().map(Finding::Row));
    }
    findings.extend(upgrades(connection)?.into_iter().map(Finding::Upgraded));
    // One that an older version doesn't have, or that isn't what it was, has nothing to be held against.
    for derived in &tables::DERIVED {
        if there.contains(derived.table) && !redefined.contains(derived.table) {
            findings.extend((derived.recompute)(connection)?);
        }
    }
    Ok(findings)
}

/// Without the log or its seals there is nothing to hold the rest against.
fn missing_of_the_chain(parts: &[Seal]) -> Vec<Finding> {
    let missing = CHAIN.into_iter().filter(|table| {
        let mut keys = parts.iter().map(|part| kind_and_name(&part.key));
        !keys.any(|(kind, name)| kind == "table" && name == *table)
    });
    let removed = missing.map(|table| {
        Finding::Schema(Altered {
            table: "table".to_owned(),
            key: table.to_owned(),
            change: Alteration::Removed,
            log: None,
        })
    });
    removed.collect()
}

/// What there is of a table, held against what is sealed of it.
fn compared(table: &str, rows: Vec<Seal>, sealed: &mut Sealed) -> Vec<Altered> {
    let altered = |key: String, change, log| Altered {
        table: table.to_owned(),
        key,
        change,
        log,
    };
    let mut found = Vec::new();
    for row in rows {
        match sealed.take(table, &row.key) {
            Some((_, digest)) if digest.as_deref() == row.digest.as_ref().map(|hash| &hash[..]) => {}
            Some((log, Some(_))) => found.push(altered(row.key, Alteration::Changed, Some(log))),
            Some((_, None)) | None => found.push(altered(row.key, Alteration::Added, None)),
        }
    }
    let left = sealed.left_of(table).into_iter();
    found.extend(left.map(|(key, log)| altered(key, Alteration::Removed, Some(log))));
    found.sort_by(|a, b| a.key.cmp(&b.key));
    found
}

/// A part of the schema by its kind and its name.
fn named(part: &Altered) -> Altered {
    let (table, key) = kind_and_name(&part.key);
    Altered { table, key, ..*part }
}

fn kind_and_name(key: &str) -> (String, String) {
    serde_json::from_str(key).unwrap_or_default()
}

/// What each row of the log says that it sealed.
pub(super) fn logged(connection: &Connection) -> Result<BTreeMap<i64, String>, StoreError> {
    let mut statement = connection.prepare("SELECT seq, sealed FROM audit ORDER BY seq")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Rows of the log that say otherwise of what they sealed than their seals do, or that aren't there.
pub(super) fn broken_sets(logged: &BTreeMap<i64, String>, sealed: &Sealed) -> BTreeSet<i64> {
    let says = logged
        .iter()
        .filter(|(log, says)| sealed.sets.get(log).map_or("", String::as_str) != says.as_str());
    let gone = sealed.sets.keys().filter(|log| !logged.contains_key(log));
    says.map(|(log, _)| log).chain(gone).copied().collect()
}

fn upgrades(connection: &Connection) -> Result<Vec<Upgrade>, StoreError> {
    // Named in full, so that the index of these rows serves.
    let sql = format!(
        "SELECT u.seq, coalesce(u.payload ->> '$.count', json_array_length(u.payload, '$.altered')) AS count,
           (SELECT min(a.seq) FROM audit a WHERE a.action = '{}' AND a.seq > u.seq
              AND CASE WHEN json_valid(a.payload) THEN a.payload ->> '$.row' END = u.seq)
         FROM audit u WHERE u.action = '{}' AND json_valid(u.payload) AND count > 0 ORDER BY u.seq",
        LogAction::AuditAcknowledge,
        LogAction::FundUpgrade,
    );
    let mut statement = connection.prepare(&sql)?;
    let rows = statement.query_map([], |row| {
        Ok(Upgrade {
            log: row.get(0)?,
            count: row.get(1)?,
            acknowledged: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

impl Read<'_> {
    /// The rows of the log that brought the file up to a newer version when it had been altered already.
    pub fn upgrades(&self) -> Result<Vec<Upgrade>, StoreError> {
        upgrades(self.connection)
    }
}
