//! Brings a file up to this program's version. Migrations are only ever added; each runs whole or not at all.

use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::StoreError;

/// Says in the file's header whose it is: "KMIT".
const APPLICATION_ID: i32 = 0x4b4d_4954;

const MIGRATIONS: [&str; 3] = [
    include_str!("../../assets/migrations/001_fund.sql"),
    include_str!("../../assets/migrations/002_repayment.sql"),
    include_str!("../../assets/migrations/003_claims_sealed.sql"),
];

/// Opens the way for [`run`]: a reader never waits for a writer in this mode, nor a writer for readers.
pub(super) fn prepare(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    is_ours(connection, path)?;
    Ok(connection.pragma_update(None, "journal_mode", "wal")?)
}

/// Migrates a file that is behind; leaves one that is up to date alone, so that it can be opened for reading only.
/// An empty file has no fund, and looking at it doesn't make one.
pub(super) fn bring_up_to_date(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    is_ours(connection, path)?;
    if application_id(connection)? == 0 {
        return Err(StoreError::Missing(path.to_owned()));
    }
    if missing(connection)? == 0 {
        return Ok(());
    }
    prepare(connection, path)?;
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    run(&transaction, path)?;
    Ok(transaction.commit()?)
}

/// Applies what is missing, inside the caller's transaction.
pub(super) fn run(transaction: &Transaction, path: &Path) -> Result<(), StoreError> {
    is_ours(transaction, path)?;
    let missing = missing(transaction)?;
    for migration in MIGRATIONS.iter().skip(MIGRATIONS.len() - missing) {
        transaction.execute_batch(migration)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(
        None,
        "user_version",
        i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX),
    )?;
    Ok(())
}

/// How many migrations the file lacks.
fn missing(connection: &Connection) -> Result<usize, StoreError> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    usize::try_from(version)
        .ok()
        .and_then(|version| MIGRATIONS.len().checked_sub(version))
        .ok_or(StoreError::Newer(version))
}

/// Refuses a database that another program made. An empty one is nobody's yet.
fn is_ours(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let foreign = || StoreError::Foreign(path.to_owned());
    let id = application_id(connection).map_err(|error| match StoreError::from(error) {
        StoreError::Corrupt(_) => foreign(),
        other => other,
    })?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if id == APPLICATION_ID || (id == 0 && tables == 0) {
        Ok(())
    } else {
        Err(foreign())
    }
}

fn application_id(connection: &Connection) -> rusqlite::Result<i32> {
    connection.pragma_query_value(None, "application_id", |row| row.get(0))
}
