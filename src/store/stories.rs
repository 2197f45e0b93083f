//! Stories of the seals that need the inside of the store: a table that a later version adds, and files of earlier versions.

#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method named bare is not general enough over the life of a transaction"
)]

mod upgrades;

use std::path::Path;

use jiff::Timestamp;
use rusqlite::Connection;
use serde_json::json;

use super::audit::{self, AuditEntry, NewAudit};
use super::books::{self, Books};
use super::finding::{Alteration, Altered, Finding, Upgrade};
use super::{Fund, Store, StoreError, Write, migrations, seal};
use crate::domain::log_action::LogAction;
use crate::domain::scheme::Scheme;

const AT: &str = "2018-02-01T12:00:00Z";

fn new(action: LogAction) -> NewAudit<'static> {
    NewAudit {
        at: AT,
        actor: "administrator",
        via: "local",
        action,
        subject: "",
        payload: json!({}),
    }
}

fn scheme() -> &'static str {
    Scheme::embedded("blank").unwrap()
}

fn fund(path: &Path) -> Store {
    let fund = Fund {
        scheme: Scheme::parse(scheme()).unwrap(),
        demo: false,
    };
    Store::create(path, scheme(), fund, &new(LogAction::FundCreate))
        .unwrap()
        .0
}

fn found(store: &Store) -> Vec<Finding> {
    store.read(|read| read.findings()).unwrap()
}

fn row(table: &str, key: &str, change: Alteration, log: Option<i64>) -> Finding {
    Finding::Row(Altered {
        table: table.to_owned(),
        key: key.to_owned(),
        change,
        log,
    })
}

/// As a later version's migration would: the table is made, and everything is sealed anew.
fn with_a_table(store: &Store, sql: &str) -> Result<(), StoreError> {
    store.connection.execute_batch(sql).unwrap();
    let everything = seal::everything(&store.connection)?;
    audit::append(&store.connection, &new(LogAction::FundUpgrade), everything).map(|_| ())
}

fn writes(store: &mut Store, sql: &str) {
    let written: Result<(), StoreError> = store.write(|write| {
        for statement in sql.split(';') {
            write.prepared(statement)?.execute([])?;
        }
        write.log(&new(LogAction::ProposalSave))?;
        Ok(())
    });
    written.unwrap();
}

#[test]
fn a_table_that_a_later_version_adds_is_sealed_and_nobody_has_to_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fund.db");
    for kind in ["STRICT", "STRICT, WITHOUT ROWID"] {
        let _ = std::fs::remove_file(&path);
        let mut store = fund(&path);
        let table = format!(
            "CREATE TABLE later (name TEXT, day TEXT, what TEXT UNIQUE, PRIMARY KEY (day, name)) {kind}"
        );
        with_a_table(&store, &table).unwrap();
        assert_eq!(found(&store), [], "{kind}");
        writes(
            &mut store,
            "INSERT INTO later VALUES ('a', '1', 'x'), ('b', '1', 'y'), ('c', '1', 'z')",
        );
        writes(
            &mut store,
            "UPDATE later SET name = 'd' WHERE name = 'a'; DELETE FROM later WHERE name = 'b'",
        );
        // The row that stands in the way of a replacing one goes.
        writes(&mut store, "INSERT OR REPLACE INTO later VALUES ('e', '1', 'z')");
        writes(
            &mut store,
            "INSERT INTO later VALUES ('f', '2', 'u') ON CONFLICT (what) DO UPDATE SET day = '3'",
        );
        writes(
            &mut store,
            "INSERT INTO later VALUES ('g', '2', 'u') ON CONFLICT (what) DO UPDATE SET day = '3'",
        );
        assert_eq!(found(&store), [], "{kind}");

        let raw = Connection::open(&path).unwrap();
        let forge = |sql: &str| raw.execute_batch(sql).unwrap();
        forge("UPDATE later SET what = 'forged' WHERE name = 'd'; DELETE FROM later WHERE name = 'e'");
        forge("INSERT INTO later VALUES ('h', '9', 'slipped in')");
        let expected = [
            row("later", "[\"1\",\"d\"]", Alteration::Changed, Some(4)),
            row("later", "[\"1\",\"e\"]", Alteration::Removed, Some(5)),
            row("later", "[\"9\",\"h\"]", Alteration::Added, None),
        ];
        assert_eq!(found(&store), expected, "{kind}");
        // What was removed before and comes back past the program is no row of its own making either.
        forge("UPDATE later SET what = 'x' WHERE name = 'd'; DELETE FROM later WHERE name = 'h'");
        forge("INSERT INTO later VALUES ('e', '1', 'z'), ('b', '1', 'y')");
        assert_eq!(
            found(&store),
            [row("later", "[\"1\",\"b\"]", Alteration::Added, None)],
            "{kind}"
        );
    }
}

#[test]
fn what_is_written_after_a_rehearsal_or_after_what_was_taken_back_is_sealed_as_at_first() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fund.db");
    let mut store = fund(&path);
    let [first, second] = ["first", "second"].map(|table| {
        with_a_table(
            &store,
            &format!("CREATE TABLE {table} (name TEXT PRIMARY KEY) STRICT"),
        )
        .unwrap();
        move |name: &str| format!("INSERT INTO {table} VALUES ('{name}')")
    });
    let attempt = |write: &Write| -> Result<(), StoreError> {
        write.prepared(&first("a"))?.execute([])?;
        write.prepared(&second("a"))?.execute([])?;
        write.log(&new(LogAction::ProposalSave)).map(|_| ())
    };
    let rehearsed: Result<(), StoreError> = store.rehearse(|write| {
        write.prepared(&first("a"))?.execute([])?;
        Ok(())
    });
    rehearsed.unwrap();
    let taken_back: Result<(), StoreError> = store.write(|write| {
        attempt(write)?;
        Err(StoreError::ReadOnly)
    });
    assert!(matches!(taken_back, Err(StoreError::ReadOnly)));
    store.write(attempt).unwrap();
    writes(&mut store, &first("b"));
    assert_eq!(found(&store), []);
    let raw = Connection::open(&path).unwrap();
    raw.execute_batch("DELETE FROM first; DELETE FROM second")
        .unwrap();
    let expected = [
        row("first", "[\"a\"]", Alteration::Removed, Some(4)),
        row("first", "[\"b\"]", Alteration::Removed, Some(5)),
        row("second", "[\"a\"]", Alteration::Removed, Some(4)),
    ];
    assert_eq!(found(&store), expected);
}

#[test]
fn what_is_written_past_the_notes_or_after_the_row_of_the_log_is_refused_and_nothing_of_it_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = fund(&folder.path().join("fund.db"));
    for table in ["later", "other"] {
        with_a_table(
            &store,
            &format!("CREATE TABLE {table} (name TEXT PRIMARY KEY) STRICT"),
        )
        .unwrap();
    }
    let past: Result<(), StoreError> = store.write(|write| {
        write.connection.execute("INSERT INTO later VALUES ('a')", [])?;
        write.log(&new(LogAction::ProposalSave)).map(|_| ())
    });
    assert!(matches!(past, Err(StoreError::Unsealed(table)) if table == "later"));
    // Also when something else is written as it should afterwards, in a session that hasn't met the table yet.
    let mut store = Store::open(store.path(), Timestamp::UNIX_EPOCH).unwrap();
    let past: Result<(), StoreError> = store.write(|write| {
        write.connection.execute("INSERT INTO later VALUES ('a')", [])?;
        write.prepared("INSERT INTO other VALUES ('a')")?.execute([])?;
        write.log(&new(LogAction::ProposalSave)).map(|_| ())
    });
    assert!(matches!(past, Err(StoreError::Unsealed(table)) if table == "later"));
    let after: Result<(), StoreError> = store.write(|write| {
        write.log(&new(LogAction::ProposalSave))?;
        write.prepared("INSERT INTO later VALUES ('b')")?.execute([])?;
        Ok(())
    });
    assert!(matches!(after, Err(StoreError::Unsealed(what)) if what.contains("log")));
    assert_eq!(found(&store), []);
    let rows = "SELECT count(*) FROM later";
    let rows: i64 = store.connection.query_row(rows, [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 0);
}

#[test]
fn a_table_without_a_primary_key_can_not_be_made_by_a_later_version() {
    let folder = tempfile::tempdir().unwrap();
    for table in [
        "CREATE TABLE later (what TEXT)",
        "CREATE TABLE later (n INTEGER PRIMARY KEY AUTOINCREMENT)",
    ] {
        let path = folder.path().join("fund.db");
        let _ = std::fs::remove_file(&path);
        let refused = with_a_table(&fund(&path), table).unwrap_err().to_string();
        assert!(refused.contains("no primary key"), "{table}: {refused}");
    }
}

/// A fund of the version before there were seals, with a voucher and a hidden score.
fn unsealed(path: &Path) -> Connection {
    let old = Connection::open(path).unwrap();
    migrations::run_to(&old, 4);
    old.execute("INSERT INTO fund VALUES (1, ?1, 0)", [scheme()])
        .unwrap();
    old.execute_batch(
        "INSERT INTO members (handle, name, roles) VALUES ('kari', 'Kari', 'member');
         INSERT INTO proposals (ref, title, summary, applicant, benefit, cost_ore, applied_ore, price_model, stage)
           VALUES ('2018-01', 'Innsyn', '', 'ks', 'both', 100, 100, 'shared', 'scoring');
         INSERT INTO rounds VALUES (1, '2018-1', '2018-02-01', NULL);
         INSERT INTO round_cases VALUES (1, '2018-01');
         INSERT INTO scorecards VALUES (1, 1, '2018-01', 'kari', '', '2018-02-01', 'kari');
         INSERT INTO scores VALUES (1, 'benefit', 4), (1, 'gain', NULL);
         INSERT INTO vouchers (voucher, event, posted_on, value_on, text)
           VALUES (1, 'other', '2018-02-01', '2018-02-01', 'Renter');
         INSERT INTO postings VALUES (1, 1, 'assets:bank', 100), (1, 2, 'income:other', -100)",
    )
    .unwrap();
    let extent = books::extent(&old).unwrap();
    let mut entry = AuditEntry {
        seq: 1,
        at: AT.to_owned(),
        actor: "administrator".to_owned(),
        via: "local".to_owned(),
        action: "fund.create".to_owned(),
        subject: String::new(),
        payload: "{}".to_owned(),
        books: books::sealed(&old, Books::default(), extent).unwrap(),
        sealed: String::new(),
        prev: String::new(),
        hash: String::new(),
    };
    entry.hash = entry.expected_hash();
    old.execute(
        "INSERT INTO audit (seq, at, actor, via, action, subject, payload, vouchers, books, prev, hash)
         VALUES (1, ?1, 'administrator', 'local', 'fund.create', '', '{}', 1, ?2, '', ?3)",
        (AT, &entry.books.hash, &entry.hash),
    )
    .unwrap();
    old
}

#[test]
fn a_fund_from_before_there_were_seals_is_sealed_as_it_stands_when_it_is_opened_and_its_log_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fund.db");
    drop(unsealed(&path));
    let at: Timestamp = AT.parse().unwrap();
    let open = || Store::open(&path, at).unwrap();
    let mut store = open();
    assert_eq!(found(&store), []);
    let newest = store.read(|read| read.audit(9)).unwrap();
    let rows: Vec<(&str, &str, &str)> = newest
        .iter()
        .map(|row| (row.action.as_str(), row.at.as_str(), row.payload.as_str()))
        .collect();
    let upgrade = json!({ "from": 4, "to": migrations::version(), "altered": [] }).to_string();
    assert_eq!(
        rows,
        [("fund.upgrade", AT, upgrade.as_str()), ("fund.create", AT, "{}")]
    );
    let nonces = "SELECT count(DISTINCT nonce) FROM scores WHERE score IS 4 OR score IS NULL";
    let nonces = || {
        store
            .connection
            .query_row(nonces, [], |row| row.get::<_, i64>(0))
            .unwrap()
    };
    assert_eq!(nonces(), 2);
    // Once is enough.
    assert_eq!(found(&open()), []);
    assert_eq!(open().read(|read| read.head()).unwrap().row, 2);
    writes(&mut store, "UPDATE members SET name = 'Kari Nordmann'");
    assert_eq!(found(&store), []);

    let raw = Connection::open(&path).unwrap();
    raw.execute_batch("UPDATE proposals SET cost_ore = 200; UPDATE members SET name = 'Ola'")
        .unwrap();
    let expected = [
        row("members", "[\"kari\"]", Alteration::Changed, Some(3)),
        row("proposals", "[\"2018-01\"]", Alteration::Changed, Some(2)),
    ];
    assert_eq!(found(&store), expected);
    // The older rows of the log go on holding the books of their time.
    raw.execute_batch(
        "UPDATE proposals SET cost_ore = 100; UPDATE members SET name = 'Kari Nordmann';
         DROP TRIGGER vouchers_stand; UPDATE vouchers SET text = 'Gave'",
    )
    .unwrap();
    assert!(found(&store).contains(&Finding::Audit { seq: 1 }));
}

#[test]
fn what_was_altered_before_a_file_is_brought_up_to_date_is_not_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let (early, late) = (folder.path().join("early.db"), folder.path().join("late.db"));
    // A voucher that no row of the log knows of, in a file without seals.
    let old = unsealed(&early);
    old.execute_batch(
        "INSERT INTO vouchers (voucher, event, posted_on, value_on, text) VALUES (2, 'other', '2018-02-01', '2018-02-01', '');
         INSERT INTO postings VALUES (2, 1, 'assets:bank', 1), (2, 2, 'income:other', -1)",
    )
    .unwrap();
    drop(old);
    let at = Timestamp::UNIX_EPOCH;
    let store = Store::open(&early, at).unwrap();
    let upgraded = |count, acknowledged| {
        Finding::Upgraded(Upgrade {
            log: 2,
            count,
            acknowledged,
        })
    };
    assert_eq!(found(&store), [upgraded(1, None)]);
    // A copy of it says so, and is no better than the fund is: both are when somebody has acknowledged it.
    let copied = |name: &str, store: &Store| store.back_up(&folder.path().join(name), at).unwrap();
    let copy = copied("copy.db", &store);
    assert!(!copy.is_sound() && copy.findings.len() == 1, "{copy:?}");
    let entry = NewAudit {
        payload: json!({ "row": 2, "reason": "Undersøkt" }),
        ..new(LogAction::AuditAcknowledge)
    };
    audit::append(&store.connection, &entry, Vec::new()).unwrap();
    assert_eq!(found(&store), [upgraded(1, Some(3))]);
    assert!(copied("sound.db", &store).is_sound());
    // And in a file with seals, which a later version would open.
    drop(fund(&late));
    let raw = Connection::open(&late).unwrap();
    raw.execute_batch("UPDATE fund SET demo = 1; CREATE TABLE notes (n INTEGER PRIMARY KEY)")
        .unwrap();
    let mut store = Store::open(&late, at).unwrap();
    assert_eq!(found(&store).len(), 2);
    assert!(
        !store
            .back_up(&folder.path().join("bad.db"), at)
            .unwrap()
            .is_sound()
    );
    let transaction = store.connection.transaction().unwrap();
    migrations::upgrade(&transaction, &late, migrations::version(), at).unwrap();
    transaction.commit().unwrap();
    assert_eq!(found(&store), [upgraded(2, None)]);
    let payload = store.read(|read| read.audit(1)).unwrap()[0].payload.clone();
    assert!(
        payload.contains(r#"["table","notes"],["fund","[1]"]"#),
        "{payload}"
    );
}
