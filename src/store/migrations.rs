//! Brings a file up to this program's version. Migrations are only ever added; each runs whole or not at all.

use std::path::Path;

use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags, OptionalExtension, Transaction, TransactionBehavior};
use serde_json::json;

use super::altered;
use super::audit::{self, NewAudit};
use super::check::dangling;
use super::finding::{Altered, Finding};
use super::{StoreError, backup, configured, seal};
use crate::domain::log_action::LogAction;
use crate::domain::policy::Actor;
use crate::domain::scheme::Scheme;

/// Says in the file's header whose it is: "KMIT".
const APPLICATION_ID: i32 = 0x4b4d_4954;

const MIGRATIONS: [&str; 13] = [
    include_str!("../../assets/migrations/001_fund.sql"),
    include_str!("../../assets/migrations/002_repayment.sql"),
    include_str!("../../assets/migrations/003_claims_sealed.sql"),
    include_str!("../../assets/migrations/004_approved_on.sql"),
    include_str!("../../assets/migrations/005_seals.sql"),
    include_str!("../../assets/migrations/006_money.sql"),
    include_str!("../../assets/migrations/007_balances.sql"),
    include_str!("../../assets/migrations/008_meetings.sql"),
    include_str!("../../assets/migrations/009_member_keys.sql"),
    include_str!("../../assets/migrations/010_conflicts_judged.sql"),
    include_str!("../../assets/migrations/011_names_masked.sql"),
    include_str!("../../assets/migrations/012_judgements_of_votes.sql"),
    include_str!("../../assets/migrations/013_log_of_members.sql"),
];

/// The first version in which every row is sealed.
const SEALED_FROM: usize = 5;

/// The first version in which the council has seats.
const SEATED_FROM: usize = 8;

/// So much of what was altered before an upgrade is named in the log.
const NAMED: usize = 100;

/// Opens the way for [`run`]: a reader never waits for a writer in this mode, nor a writer for readers.
pub(super) fn prepare(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    is_ours(connection, path)?;
    Ok(connection.pragma_update(None, "journal_mode", "wal")?)
}

/// Whether the file is one of ours that holds a fund, and not an empty one.
pub(super) fn is_a_fund(connection: &Connection, path: &Path) -> Result<bool, StoreError> {
    is_ours(connection, path)?;
    Ok(application_id(connection)? != 0)
}

/// Migrates a file that is behind; leaves one that is up to date alone, so that it can be opened for reading only.
/// An empty file has no fund, and looking at it doesn't make one. The log tells of it, and everything is sealed as it stands
/// then.
pub(super) fn bring_up_to_date(
    connection: &Connection,
    path: &Path,
    at: Timestamp,
) -> Result<(), StoreError> {
    if !is_a_fund(connection, path)? {
        return Err(StoreError::Missing(path.to_owned()));
    }
    if missing(connection)? == 0 {
        return Ok(());
    }
    try_on_a_copy(connection, |trial| {
        let from = version() - missing(trial)?;
        upgrade(trial, path, from, at)
    })?;
    prepare(connection, path)?;
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    // Another may have been faster.
    let from = version() - missing(&transaction)?;
    if from < version() {
        upgrade(&transaction, path, from, at)?;
    }
    Ok(transaction.commit()?)
}

/// What would go wrong goes wrong with a copy, which is thrown away: the file is touched when the upgrade is known to succeed
/// and to leave a sound database.
fn try_on_a_copy(
    connection: &Connection,
    work: impl FnOnce(&Transaction) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    // A file of SQLite's own, without a name.
    let mut trial = configured(Path::new(""), OpenFlags::SQLITE_OPEN_CREATE)?;
    backup::copy(connection, &mut trial)?;
    let transaction = trial.transaction()?;
    let before = dangling(&transaction)?;
    work(&transaction)?;
    let sound: String = transaction.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if sound != "ok" {
        return Err(StoreError::Corrupt(sound));
    }
    // What dangled before was altered past the program; the log keeps that it was.
    let is_new = |(table, count): &(&String, &i64)| before.get(*table).is_none_or(|was| was < count);
    match dangling(&transaction)?.iter().find(is_new) {
        Some((table, _)) => Err(StoreError::Corrupt(format!("foreign_key_check: {table}"))),
        None => Ok(()),
    }
}

/// What was altered before is sealed as it stands; the log keeps that it was.
pub(super) fn upgrade(
    transaction: &Transaction,
    path: &Path,
    from: usize,
    at: Timestamp,
) -> Result<(), StoreError> {
    let mut altered = Vec::new();
    if from >= SEALED_FROM {
        altered.extend(altered::findings(transaction)?.iter().filter_map(name));
    }
    run(transaction, path)?;
    let broken = audit::chain_break(transaction)?;
    altered.extend(broken.map(|seq| json!(["audit", seq.to_string()])));
    let count = altered.len();
    altered.truncate(NAMED);
    let mut payload = json!({ "from": from, "to": version(), "altered": altered });
    if count > NAMED {
        payload["count"] = json!(count);
    }
    if from < SEATED_FROM {
        let seatless = without_a_seat(transaction)?;
        if !seatless.is_empty() {
            payload["seatless"] = json!(seatless);
        }
    }
    let new = NewAudit {
        at: &at.to_string(),
        actor: Actor::ADMINISTRATOR,
        via: "local",
        action: LogAction::FundUpgrade,
        subject: "file",
        payload,
    };
    audit::append(transaction, &new, seal::everything(transaction)?)?;
    Ok(())
}

/// M11: the members, by handle, who were given seats beyond those that the scheme has, so that they have none.
fn without_a_seat(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT scheme FROM fund";
    let source: Option<String> = connection.query_row(sql, [], |row| row.get(0)).optional()?;
    // A scheme that can't be read is for whoever opens the fund to say.
    let Some(Ok(scheme)) = source.as_deref().map(Scheme::parse) else {
        return Ok(Vec::new());
    };
    let sql = "SELECT holder FROM seat_terms WHERE seat > ?1 ORDER BY seat";
    let mut statement = connection.prepare(sql)?;
    let handles = statement.query_map([scheme.seats], |row| row.get(0))?;
    Ok(handles.collect::<Result<_, _>>()?)
}

fn name(finding: &Finding) -> Option<serde_json::Value> {
    match finding {
        Finding::Row(Altered { table, key, .. }) | Finding::Schema(Altered { table, key, .. }) => {
            Some(json!([table, key]))
        }
        Finding::Seals { log } => Some(json!(["seals", log.to_string()])),
        // Of an earlier upgrade; its own row of the log goes on telling of it.
        _ => None,
    }
}

/// Applies what is missing, inside the caller's transaction.
pub(super) fn run(transaction: &Transaction, path: &Path) -> Result<(), StoreError> {
    is_ours(transaction, path)?;
    let missing = missing(transaction)?;
    for migration in MIGRATIONS.iter().skip(MIGRATIONS.len() - missing) {
        transaction
            .execute_batch(migration)
            .map_err(|fault| not_of_its_version(transaction, fault))?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(
        None,
        "user_version",
        i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX),
    )?;
    Ok(())
}

/// A migration fails on tables that the version of the file doesn't have: its version was altered past the program.
fn not_of_its_version(connection: &Connection, fault: rusqlite::Error) -> StoreError {
    let version = missing(connection).map_or(0, |missing| version() - missing);
    match fault {
        rusqlite::Error::SqlInputError { msg, .. } => {
            StoreError::Corrupt(format!("user_version {version}: {msg}"))
        }
        other => other.into(),
    }
}

/// The version of a file that is up to date.
pub(super) fn version() -> usize {
    MIGRATIONS.len()
}

/// The version that a file says it is of, and the one whose schema it has; none when it has been altered otherwise. Each migration
/// changes the schema, so that a file whose version was lowered past the program is refused.
pub(super) fn versions(connection: &Connection) -> Result<(i64, Option<i64>), StoreError> {
    let says = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let sorted = |connection: &Connection| {
        let mut parts = seal::schema(connection)?;
        parts.sort_unstable();
        Ok::<_, StoreError>(parts)
    };
    let (its, blank) = (sorted(connection)?, Connection::open_in_memory()?);
    let mut is = None;
    for (version, migration) in (1..).zip(MIGRATIONS) {
        blank.execute_batch(migration)?;
        if sorted(&blank)? == its {
            is = Some(version);
        }
    }
    Ok((says, is))
}

/// A file as it was in an earlier version.
#[cfg(test)]
pub(super) fn run_to(old: &Connection, version: usize) {
    for migration in &MIGRATIONS[..version] {
        old.execute_batch(migration).unwrap();
    }
    old.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    let version = i64::try_from(version).unwrap();
    old.pragma_update(None, "user_version", version).unwrap();
}

/// Refuses a file that a newer program has changed since it was opened: this one doesn't know its tables.
pub(super) fn is_up_to_date(connection: &Connection) -> Result<(), StoreError> {
    missing(connection).map(|_| ())
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
pub(super) fn is_ours(connection: &Connection, path: &Path) -> Result<(), StoreError> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_any_older_version_is_brought_up_to_date_with_what_is_in_it() {
        let schema = |connection: &Connection| {
            let sql = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)";
            connection
                .query_row(sql, [], |row| row.get::<_, String>(0))
                .unwrap()
        };
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(format!("{name}.db"));
        let mut new = Connection::open(path("new")).unwrap();
        let transaction = new.transaction().unwrap();
        run(&transaction, &path("new")).unwrap();
        transaction.commit().unwrap();
        for version in 1..MIGRATIONS.len() {
            let path = path(&version.to_string());
            let old = Connection::open(&path).unwrap();
            run_to(&old, version);
            // Only these rows are looked at, not what they hang on.
            old.pragma_update(None, "foreign_keys", false).unwrap();
            old.execute_batch(
                "INSERT INTO disbursements (id, ref, amount_ore, pay_on, registered_by, registered_on, approved_by, voucher)
                 VALUES (1, '2018-01', 100, '2018-03-02', 'sofie', '2018-03-01', 'karl', 7),
                        (2, '2018-01', 200, '2018-04-02', 'sofie', '2018-03-01', NULL, NULL)",
            )
            .unwrap();
            bring_up_to_date(&old, &path, Timestamp::UNIX_EPOCH).unwrap();
            assert_eq!(missing(&old).unwrap(), 0);
            assert_eq!(schema(&old), schema(&new), "from {version}");
            let kept = "SELECT sum(amount_ore), sum(voucher), count(approved_on) FROM disbursements";
            let kept = old.query_row(kept, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
            assert_eq!(kept.unwrap(), (300, 7, 0));
        }
    }
    #[test]
    fn a_migration_that_would_leave_rows_that_refer_to_nothing_is_found_out_on_the_copy() {
        let file = configured(Path::new(""), OpenFlags::SQLITE_OPEN_CREATE).unwrap();
        run_to(&file, version());
        file.execute_batch(
            "INSERT INTO members (handle, name, roles) VALUES ('kari', 'Kari', 'member');
             INSERT INTO member_keys (handle, fingerprint, public_key, comment, added_on)
             VALUES ('kari', 'SHA256:a', 'ssh-ed25519 a', '', '2018-01-01')",
        )
        .unwrap();
        let tried = |sql: &str| try_on_a_copy(&file, |trial| Ok(trial.execute_batch(sql)?));
        tried("INSERT INTO members (handle, name, roles) VALUES ('ola', 'Ola', 'member')").unwrap();
        // As a migration must that makes a table anew: SQLite would look when it is done, which a trial never is.
        let lost = "PRAGMA defer_foreign_keys = true; DELETE FROM members";
        let error = tried(lost).unwrap_err();
        assert!(
            matches!(&error, StoreError::Corrupt(detail) if detail.contains("member_keys")),
            "{error:?}"
        );
        // The connection of a trial refuses what the file's own would.
        assert!(tried("DELETE FROM members").is_err());
        // What dangled before is no fault of the migration's.
        file.pragma_update(None, "foreign_keys", false).unwrap();
        file.execute_batch("DELETE FROM members").unwrap();
        tried("SELECT 1").unwrap();
    }
}
