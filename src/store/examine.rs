//! A file that can't be opened as a fund, because what it says of itself was altered past the program: what is wrong with it
//! is found all the same, and the file is left as it is.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::finding::{Alteration, Altered, Finding};
use super::{BUSY_TIMEOUT, Fund, Read, StoreError, migrations};
use crate::domain::scheme::Scheme;

/// What is wrong with a file; nothing where its rows aren't sealed yet, so that there is nothing to hold them against.
///
/// # Errors
/// `Foreign`, or what SQLite says.
pub fn examine(path: &Path) -> Result<Vec<Finding>, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    migrations::is_ours(&connection, path)?;
    let transaction = connection.unchecked_transaction()?;
    if !is_sealed(&transaction)? {
        return Ok(Vec::new());
    }
    let (says, is) = migrations::versions(&transaction)?;
    let altered = is.is_some_and(|is| is != says);
    let version = altered.then(|| last_of_the_schema(&transaction)).transpose()?;
    let mut findings: Vec<Finding> = version.into_iter().collect();
    // The check asks nothing of the scheme, which may be what can't be read.
    let blank = Scheme::embedded("blank").map(Scheme::parse);
    let Some(Ok(scheme)) = blank else {
        return Ok(findings);
    };
    let fund = Fund { scheme, demo: false };
    let read = Read {
        connection: &transaction,
        fund: &fund,
    };
    findings.extend(read.findings()?);
    Ok(findings)
}

fn is_sealed(connection: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT count(*) = 2 FROM sqlite_schema WHERE type = 'table' AND name IN ('audit', 'seals')";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

/// The version of the file isn't that of its tables, which a row of the log sealed.
fn last_of_the_schema(connection: &Connection) -> Result<Finding, StoreError> {
    let sql = "SELECT max(log) FROM seals WHERE of_table = 'sqlite_schema'";
    let log = connection.query_row(sql, [], |row| row.get(0)).optional()?;
    Ok(Finding::Schema(Altered {
        table: "pragma".to_owned(),
        key: "user_version".to_owned(),
        change: Alteration::Changed,
        log: log.flatten(),
    }))
}
