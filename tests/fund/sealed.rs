//! Every fact is sealed: a row or a cell that is changed, removed or added past the program is found by table, key and the
//! row of the log that wrote it, and so is a change of the schema. What hangs together after it was cut back or written anew
//! is found by an anchor that was kept outside the file.

use std::collections::BTreeSet;

use kommit::domain::anchor::Anchor;
use kommit::store::{Alteration, Altered, Finding, Store};
use kommit::usecases::views::audit::{AuditChain, ChainData};
use kommit::usecases::views::{AuditLog, Health};
use kommit::usecases::{Payer, Session};
use rusqlite::Connection;

use crate::common::fund::*;
use crate::tamper::{full, names, tables};

/// Somebody with the file in hand and SQLite's own tools, and the owner who has it checked.
struct Forger {
    fund: Fund,
    raw: Connection,
    owner: Session,
}

impl Forger {
    /// A fund with rows in every table.
    fn new() -> Forger {
        let (fund, _) = full();
        let raw = fund.raw();
        raw.execute_batch(
            "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF",
        )
        .unwrap();
        let owner = fund.session(ADMINISTRATOR).unwrap();
        Forger { fund, raw, owner }
    }

    fn found(&self) -> Vec<Finding> {
        self.owner.view(&Health).unwrap()
    }

    /// Does it to a table with its triggers dropped, which are put back.
    fn past_the_triggers(&self, table: &str, sql: &str) {
        let of_table =
            format!("FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '{table}' ORDER BY name");
        let drops = names(
            &self.raw,
            &format!("SELECT 'DROP TRIGGER ' || name || ';' {of_table}"),
        )
        .concat();
        let again = names(&self.raw, &format!("SELECT sql || ';' {of_table}")).concat();
        let batch = format!("BEGIN; {drops} {sql}; {again} COMMIT;");
        self.raw
            .execute_batch(&batch)
            .unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    /// What is found after it, before the table is put back as it was.
    fn after(&self, table: &str, sql: &str) -> Vec<Finding> {
        let keep = format!("CREATE TEMP TABLE kept AS SELECT * FROM main.{table}");
        self.raw.execute_batch(&keep).unwrap();
        self.past_the_triggers(table, sql);
        let found = self.found();
        let back = format!("DELETE FROM {table}; INSERT INTO {table} SELECT * FROM temp.kept");
        self.past_the_triggers(table, &back);
        self.raw.execute_batch("DROP TABLE temp.kept").unwrap();
        found
    }

    /// Name, type and place in the primary key of each column.
    fn columns(&self, table: &str) -> Vec<(String, String, i64)> {
        let mut statement = self
            .raw
            .prepare("SELECT name, type, pk FROM pragma_table_info(?1) ORDER BY cid")
            .unwrap();
        let rows = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
        rows.unwrap().map(Result::unwrap).collect()
    }

    fn text(&self, sql: &str) -> String {
        self.raw
            .query_row(sql, [], |row| row.get(0))
            .unwrap_or_else(|error| panic!("{sql}: {error}"))
    }
}

/// Another value than stands there, of the type of the column.
fn other(column: &str, kind: &str) -> String {
    match kind {
        "INTEGER" => format!("coalesce({column}, 0) + 1000003"),
        "TEXT" => format!("coalesce({column}, '') || 'x'"),
        "BLOB" => format!("CAST('x' || {column} AS BLOB)"),
        other => panic!("{column} is {other}"),
    }
}

/// The findings name this row of this table: the log by its number, what follows from other tables by what it is of, every
/// other by key and the row of the log.
fn assert_named(found: &[Finding], row: &Altered, sql: &str) {
    let is_named = found.iter().any(|finding| match (finding, row.table.as_str()) {
        (Finding::Row(found), _) => found == row,
        (Finding::Audit { seq }, "audit") => row.key == format!("[{seq}]"),
        (Finding::Seals { log }, "seals") => row.key.starts_with(&format!("[{log},")),
        (Finding::Sum { account, day, .. }, "day_sums") => {
            row.key.starts_with(&format!("[\"{account}\",\"{day}\","))
        }
        _ => false,
    });
    assert!(is_named, "{sql}: {row:?} isn't among {found:?}");
}

#[test]
fn every_cell_and_row_that_is_changed_removed_or_added_in_any_table_is_found_by_name() {
    let forger = Forger::new();
    assert_eq!(forger.found(), []);
    let mut tried = 0;
    for table in tables(&forger.raw) {
        let columns = forger.columns(&table);
        let mut key: Vec<_> = columns.iter().filter(|(_, _, pk)| *pk > 0).collect();
        key.sort_by_key(|(_, _, pk)| *pk);
        let key: Vec<&str> = key.iter().map(|(name, _, _)| name.as_str()).collect();
        let key = key.join(", ");
        let one = |order: &str| {
            let by = key.replace(", ", &format!(" {order}, "));
            let sql = format!("SELECT json_array({key}) FROM {table} ORDER BY {by} {order} LIMIT 1");
            forger.text(&sql)
        };
        let (first, last) = (one("ASC"), one("DESC"));
        let at = |row: &str| format!("json_array({key}) = '{}'", row.replace('\'', "''"));
        let log = |row: &str| {
            let sql = "SELECT max(log) FROM seals WHERE of_table = ?1 AND of_key = ?2";
            forger
                .raw
                .query_row(sql, [&table, row], |row| row.get::<_, Option<i64>>(0))
                .unwrap()
        };
        let altered = |row: &str, change, log| Altered {
            table: table.clone(),
            key: row.to_owned(),
            change,
            log,
        };
        for (column, kind, pk) in &columns {
            let sql = format!(
                "UPDATE {table} SET {column} = {} WHERE {}",
                other(column, kind),
                at(&first)
            );
            let change = if *pk > 0 {
                Alteration::Removed
            } else {
                Alteration::Changed
            };
            assert_named(
                &forger.after(&table, &sql),
                &altered(&first, change, log(&first)),
                &sql,
            );
            tried += 1;
        }
        for row in [&first, &last] {
            let sql = format!("DELETE FROM {table} WHERE {}", at(row));
            assert_named(
                &forger.after(&table, &sql),
                &altered(row, Alteration::Removed, log(row)),
                &sql,
            );
        }
        // A new row in which every cell is another, so that it is in the way of none.
        let cells: Vec<String> = columns
            .iter()
            .map(|(column, kind, _)| other(column, kind))
            .collect();
        let cells = cells.join(", ");
        let sql = format!(
            "INSERT INTO {table} SELECT {cells} FROM {table} WHERE {}",
            at(&first)
        );
        let new: Vec<String> = key
            .split(", ")
            .map(|column| {
                let (_, kind, _) = columns.iter().find(|(name, _, _)| name == column).unwrap();
                other(column, kind)
            })
            .collect();
        let new = forger.text(&format!(
            "SELECT json_array({}) FROM {table} WHERE {}",
            new.join(", "),
            at(&first)
        ));
        let found = forger.after(&table, &sql);
        if table == "audit" {
            let next = forger.fund.number("SELECT max(seq) + 1 FROM audit");
            assert!(found.contains(&Finding::Audit { seq: next }), "{found:?}");
        } else {
            assert_named(&found, &altered(&new, Alteration::Added, None), &sql);
        }
        assert_eq!(forger.found(), [], "{table} isn't as it was");
    }
    assert!(tried > 150, "{tried} columns");
}

/// What is found of the schema, by kind, name and what was done.
fn schema(found: &[Finding]) -> BTreeSet<(String, String, &'static str)> {
    let parts = found.iter().filter_map(|finding| match finding {
        Finding::Schema(part) => Some((part.table.clone(), part.key.clone(), part.change.word())),
        _ => None,
    });
    parts.collect()
}

#[test]
fn every_trigger_and_index_that_is_dropped_or_made_anew_otherwise_is_found_by_name() {
    let forger = Forger::new();
    for kind in ["trigger", "index"] {
        let all = format!("FROM sqlite_schema WHERE type = '{kind}' AND sql IS NOT NULL ORDER BY name");
        let parts = names(&forger.raw, &format!("SELECT name {all}"));
        let again = names(&forger.raw, &format!("SELECT sql {all}"));
        for (name, again) in parts.iter().zip(&again) {
            forger.raw.execute_batch(&format!("DROP {kind} {name}")).unwrap();
            let found = forger.found();
            let [Finding::Schema(part)] = &found[..] else {
                panic!("{name}: {found:?}");
            };
            // The making of the fund wrote all of the schema.
            let expected = Altered {
                table: kind.into(),
                key: name.clone(),
                change: Alteration::Removed,
                log: Some(1),
            };
            assert_eq!(*part, expected);
            forger.raw.execute_batch(again).unwrap();
        }
        assert_eq!(forger.found(), []);
        assert!(parts.len() > 20, "{parts:?}");
    }
    let otherwise = "DROP TRIGGER audit_stays;
        CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN SELECT 1; END";
    forger.raw.execute_batch(otherwise).unwrap();
    let changed = ("trigger".into(), "audit_stays".into(), "changed");
    assert_eq!(schema(&forger.found()), [changed].into());
}

#[test]
fn a_table_that_is_added_changed_or_dropped_is_found_by_name_and_no_row_beside_it() {
    let found = |sql: &str| {
        let forger = Forger::new();
        forger.raw.execute_batch(sql).unwrap();
        let mut found = forger.found();
        found.retain(|finding| !matches!(finding, Finding::Dangling { .. }));
        let all = found.len();
        let parts: Vec<String> = schema(&found)
            .into_iter()
            .map(|(kind, name, change)| format!("{kind} {name} {change}"))
            .collect();
        assert_eq!(parts.len(), all, "{found:?}");
        parts
    };
    assert_eq!(found("CREATE TABLE notes (note TEXT)"), ["table notes added"]);
    assert_eq!(
        found("CREATE TABLE notes (id INTEGER PRIMARY KEY)"),
        ["table notes added"]
    );
    assert_eq!(
        found("CREATE VIEW all_scores AS SELECT * FROM scores"),
        ["view all_scores added"]
    );
    assert_eq!(
        found("ALTER TABLE members ADD COLUMN phone TEXT"),
        ["table members changed"]
    );
    assert_eq!(
        found("ALTER TABLE stops RENAME COLUMN reason TO why"),
        ["table stops changed"]
    );
    assert_eq!(
        found("DROP TABLE reminders"),
        [
            "index reminders_by_charge removed",
            "table reminders removed",
            "trigger reminders_once removed",
            "trigger reminders_stand removed",
            "trigger reminders_stay removed"
        ]
    );
    let chain = found("DROP TABLE seals");
    assert_eq!(chain, ["table seals removed"]);
    let relaxed = "PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, ' CHECK (amount_ore >= 0)', '') WHERE name = 'answers'";
    assert_eq!(found(relaxed), ["table answers changed"]);
    // SQLite's own analysis steers its plans.
    let analysed = found("ANALYZE");
    assert!(
        analysed.contains(&"table sqlite_stat1 added".to_owned()),
        "{analysed:?}"
    );
}

#[test]
fn the_newest_rows_of_the_log_or_the_log_and_the_books_together_are_not_removed_unseen() {
    let everything = ["audit", "postings", "vouchers"];
    let forger = Forger::new();
    for table in everything {
        forger.past_the_triggers(table, &format!("DELETE FROM {table}"));
    }
    let found = forger.found();
    assert!(found.contains(&Finding::Audit { seq: 1 }), "{found:?}");
    let first = Altered {
        table: "postings".into(),
        key: "[1,1]".into(),
        change: Alteration::Removed,
        log: Some(12),
    };
    assert!(found.contains(&Finding::Row(first)), "{found:?}");
    // With the seals gone too, what is left is sealed by nothing.
    forger.past_the_triggers("seals", "DELETE FROM seals");
    let found = forger.found();
    let members = ("table".into(), "members".into(), "added");
    assert!(found.contains(&Finding::Audit { seq: 1 }), "{found:?}");
    assert!(schema(&found).contains(&members), "{found:?}");

    let forger = Forger::new();
    let last = forger.fund.number("SELECT max(seq) FROM audit");
    forger.past_the_triggers("seals", &format!("DELETE FROM seals WHERE log = {last}"));
    forger.past_the_triggers("audit", &format!("DELETE FROM audit WHERE seq = {last}"));
    let found = forger.found();
    let saved = Altered {
        table: "forecasts".into(),
        key: "[\"Budsjett 2019\"]".into(),
        change: Alteration::Added,
        log: None,
    };
    assert_eq!(found, [Finding::Row(saved)]);
}

fn verified(fund: &Fund, expect: Option<Anchor>) -> ChainData {
    fund.sees("odd", &AuditChain { expect })
}

#[test]
fn a_fund_that_is_cut_back_whole_is_found_by_an_anchor_alone() {
    let fund = Fund::new();
    fund.funded(kr(1));
    let before = fund.bytes();
    let outcome = fund.does("sofie", &pays(Payer::Ks, Some(kr(2))));
    let anchor = outcome.log.unwrap();
    assert_eq!(anchor, verified(&fund, None).head);
    let met = |fund: &Fund| verified(fund, Some(anchor.clone())).expected.unwrap();
    assert!(met(&fund).is_met());
    // Later rows change nothing of it.
    fund.does("sofie", &pays(Payer::Ks, Some(kr(3))));
    assert!(met(&fund).is_met());

    let cut_back = Fund::of(&before, DAY);
    assert_eq!(cut_back.sees(ADMINISTRATOR, &Health), []);
    let expected = met(&cut_back);
    assert_eq!((expected.is_met(), expected.found), (false, None));
    // Filled up with something else, it has the row, and another hash in it.
    cut_back.does("sofie", &pays(Payer::Ks, Some(kr(4))));
    assert_eq!(cut_back.sees(ADMINISTRATOR, &Health), []);
    let expected = met(&cut_back);
    assert!(!expected.is_met() && expected.found.is_some(), "{expected:?}");
}

#[test]
fn what_the_program_writes_again_and_again_is_sealed_by_the_row_of_the_log_that_wrote_it_last() {
    let fund = Fund::new();
    let reference = fund.submitted(project("Innsyn", kr(100)));
    let log = fund.sees("odd", &AuditLog { limit: 1 }).head.row;
    fund.does("sofie", &qualify(reference));
    let key = format!("[\"{reference}\"]");
    let of = |what: &str| {
        let sql = format!("SELECT {what} FROM seals WHERE of_table = 'proposals' AND of_key = '{key}'");
        fund.number(&sql)
    };
    assert_eq!((of("count(*)"), of("max(log)")), (3, log + 1));
    // What was tried and refused, or only looked at beforehand, is sealed by nothing.
    assert_eq!(fund.refused("kari", &qualify(reference)), "denied-role");
    fund.session("sofie")
        .unwrap()
        .rehearse(&pays(Payer::Ks, Some(kr(1))))
        .unwrap();
    assert_eq!(fund.sees(ADMINISTRATOR, &Health), []);
    let mut session = fund.session("sofie").unwrap();
    assert!(session.perform(&pays(Payer::Ks, None)).is_err());
    session.rehearse(&pays(Payer::Ks, Some(kr(1)))).unwrap();
    session.perform(&pays(Payer::Ks, Some(kr(1)))).unwrap();
    assert_eq!(fund.sees(ADMINISTRATOR, &Health), []);
}

#[test]
fn what_is_written_without_a_row_of_the_log_is_not_written() {
    let fund = Fund::new();
    let before = fund.dump();
    let mut store = Store::open(&fund.path(), jiff::Timestamp::UNIX_EPOCH).unwrap();
    let unlogged = store.write(|write| write.close_period(DAY, "sofie", DAY));
    assert!(unlogged.is_err());
    drop(store);
    assert_eq!(fund.dump(), before);
}

#[test]
fn what_litestream_adds_is_its_own_and_nothing_else_is() {
    let forger = Forger::new();
    let made = "CREATE TABLE IF NOT EXISTS _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER);
        CREATE TABLE IF NOT EXISTS _litestream_lock (id INTEGER);
        INSERT INTO _litestream_seq VALUES (1, 1); INSERT INTO _litestream_lock VALUES (7)";
    forger.raw.execute_batch(made).unwrap();
    assert_eq!(forger.found(), []);
    forger
        .raw
        .execute_batch("UPDATE _litestream_seq SET seq = 2")
        .unwrap();
    forger.fund.does("sofie", &pays(Payer::Ks, Some(kr(1))));
    assert_eq!(forger.found(), []);
    let index = "CREATE INDEX by_seq ON _litestream_seq (seq)";
    forger.raw.execute_batch(index).unwrap();
    let added = ("index".into(), "by_seq".into(), "added");
    assert_eq!(schema(&forger.found()), [added].into());
    let other =
        "DROP INDEX by_seq; DROP TABLE _litestream_lock; CREATE TABLE _litestream_lock (id INTEGER, x)";
    forger.raw.execute_batch(other).unwrap();
    let added = ("table".into(), "_litestream_lock".into(), "added");
    assert_eq!(schema(&forger.found()), [added].into());
    // It is in nobody's way.
    forger.fund.does("sofie", &pays(Payer::Ks, Some(kr(1))));
}
