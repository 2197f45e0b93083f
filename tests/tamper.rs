//! What stands, stands: the file itself refuses to change or remove what is only ever added to (L2, S5, S7, M8), and
//! when somebody has gone behind its back, the check says where.

mod common;

use std::collections::BTreeSet;

use common::fund::*;
use kommit::domain::money::Ore;
use kommit::domain::proposal::Ref;
use kommit::store::Finding;
use kommit::usecases::views::audit::AuditChain;
use kommit::usecases::views::{AuditLog, Health};
use kommit::usecases::{ClosePeriod, DeclareConflict, MoveCases, OpError, Release, ReverseVoucher};
use rusqlite::Connection;

/// Tables whose rows are never changed, removed or replaced.
const KEPT: [&str; 25] = [
    "adoptions",
    "answers",
    "audit",
    "charges",
    "closed_periods",
    "conflicts",
    "credits",
    "decisions",
    "disbursements",
    "forecasts",
    "instalments",
    "movements",
    "moves",
    "postings",
    "qualifications",
    "recommendations",
    "releases",
    "reminders",
    "round_cases",
    "rounds",
    "scorecards",
    "scores",
    "settlements",
    "shares",
    "solutions",
];
/// Tables that tell how things are now; the log tells how they came to be so.
const CHANGING: [&str; 4] = ["fund", "members", "participants", "proposals"];

/// A fund with rows in every table.
fn full() -> (Fund, Ref) {
    let fund = Fund::new();
    fund.funded(kr(1_000));
    let reference = fund.qualified(project("Innsyn", kr(100)));
    fund.opens("2018-1", &[reference]);
    fund.scores("kari", reference, [4; 5])
        .scores("ola", reference, [2; 5]);
    let conflict = DeclareConflict {
        reference,
        ground: "Egen kommune".into(),
    };
    fund.does("nils", &conflict);
    fund.reveals("2018-1");
    let shift = MoveCases {
        moves: vec![(reference, 1)],
        reason: "Haster".into(),
        seen: None,
    };
    fund.does("lise", &shift);
    fund.does("lise", &approve(reference, kr(100)));
    fund.does("karl", &commit(reference, kr(100)));
    fund.paid_out(reference, kr(25));
    let release = Release {
        reference,
        amount: kr(5),
        reason: "Billigere".into(),
    };
    fund.does("karl", &release);
    let reverse = ReverseVoucher {
        voucher: 2,
        reason: "Feil beløp".into(),
        on: None,
    };
    fund.does("sofie", &reverse);
    fund.does("sofie", &ClosePeriod { through: DAY });
    (fund, reference)
}

fn names(raw: &Connection, sql: &str) -> Vec<String> {
    let mut statement = raw.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

fn tables(raw: &Connection) -> BTreeSet<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    names(raw, sql).into_iter().collect()
}

fn columns(raw: &Connection, table: &str) -> Vec<String> {
    names(raw, &format!("SELECT name FROM pragma_table_info('{table}')"))
}

#[test]
fn l2_the_file_refuses_every_change_of_what_stands() {
    let (fund, _) = full();
    let raw = fund.raw();
    raw.pragma_update(None, "foreign_keys", true).unwrap();
    let before = fund.dump();
    for table in KEPT.into_iter().chain(["vouchers"]) {
        let count: i64 = raw
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
            .unwrap();
        assert!(count > 0, "no row in {table} to try");
        let mut attempts = vec![
            format!("DELETE FROM {table}"),
            format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"),
            format!("REPLACE INTO {table} SELECT * FROM {table} LIMIT 1"),
        ];
        for column in columns(&raw, table) {
            attempts.push(format!("UPDATE {table} SET {column} = {column}"));
            attempts.push(format!("UPDATE OR REPLACE {table} SET {column} = 1"));
        }
        for sql in attempts {
            let refused = raw.execute(&sql, []).unwrap_err().to_string();
            assert!(
                refused.ends_with(')') || refused.contains("the log"),
                "{sql}: {refused}"
            );
        }
    }
    assert_eq!(fund.dump(), before);
}

#[test]
fn every_table_is_either_kept_or_known_to_change() {
    let (fund, _) = full();
    let known: BTreeSet<String> = KEPT
        .into_iter()
        .chain(CHANGING)
        .chain(["vouchers"])
        .map(str::to_owned)
        .collect();
    assert_eq!(tables(&fund.raw()), known);
}

#[test]
fn l6_the_file_refuses_a_voucher_out_of_number_and_a_line_in_an_old_one() {
    let (fund, _) = full();
    let raw = fund.raw();
    for (sql, says) in [
        (
            "INSERT INTO vouchers (voucher, event, posted_on, value_on, text)
             VALUES (9, 'contribution', '2018-03-01', '2018-03-01', '')",
            "without gaps",
        ),
        (
            "INSERT INTO postings (voucher, line, account, amount_ore) VALUES (1, 3, 'assets:bank', 1)",
            "no more lines",
        ),
        (
            "INSERT INTO audit SELECT seq + 1, at, actor, via, action, subject, payload, vouchers, books, prev, hash,
               charges, credits, settlements FROM audit ORDER BY seq DESC LIMIT 1",
            "only continued",
        ),
    ] {
        let refused = raw.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains(says), "{refused}");
    }
}

#[test]
fn all_is_well_with_a_fund_that_only_the_program_has_written() {
    let (fund, _) = full();
    assert_eq!(fund.sees(ADMINISTRATOR, &Health), []);
    let chain = fund.sees("odd", &AuditChain);
    assert_eq!(chain.broken_at, None);
    assert_eq!(chain.head, fund.sees("odd", &AuditLog { limit: 1 }).head);
}

#[test]
fn only_the_owner_of_the_file_checks_it() {
    let (fund, _) = full();
    for (handle, _) in PEOPLE {
        let denied = fund.session(handle).unwrap().view(&Health).unwrap_err();
        assert!(matches!(denied, OpError::Denied(_)), "{handle}");
    }
}

/// Does it behind the file's back, and says what the check finds.
fn after(sql: &str) -> Vec<Finding> {
    let (fund, _) = full();
    let raw = fund.raw();
    raw.pragma_update(None, "foreign_keys", false).unwrap();
    for trigger in names(&raw, "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
        raw.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
    }
    raw.execute_batch(sql).unwrap();
    drop(raw);
    fund.sees(ADMINISTRATOR, &Health)
}

#[test]
fn l1_a_changed_posting_is_found() {
    assert_eq!(
        after("UPDATE postings SET amount_ore = amount_ore + 1 WHERE voucher = 2 AND line = 1"),
        [
            Finding::Unbalanced {
                voucher: 2,
                sum: Ore::new(1)
            },
            Finding::Capital {
                difference: Ore::new(1)
            },
            Finding::Audit { seq: 13 }
        ]
    );
    let found = after("DELETE FROM postings WHERE voucher = 1");
    assert_eq!(
        found,
        [
            Finding::Unbalanced {
                voucher: 1,
                sum: Ore::ZERO
            },
            Finding::Audit { seq: 12 }
        ]
    );
}

#[test]
fn l2_a_change_that_leaves_the_books_in_balance_is_found_too() {
    for sql in [
        "UPDATE postings SET amount_ore = amount_ore * 2 WHERE voucher = 1",
        "UPDATE postings SET account = 'equity:contributions:county' WHERE voucher = 1 AND line = 2",
        "UPDATE vouchers SET posted_on = '2017-12-31' WHERE voucher = 1",
        "UPDATE vouchers SET text = 'Innskudd 0104 Moss' WHERE voucher = 1",
        "UPDATE vouchers SET participant = '0104' WHERE voucher = 1",
    ] {
        assert_eq!(after(sql), [Finding::Audit { seq: 12 }], "{sql}");
    }
    let reversal = "UPDATE vouchers SET reverses = NULL WHERE reverses IS NOT NULL";
    assert!(matches!(after(reversal)[..], [Finding::Audit { .. }]));
    let slipped_in = "INSERT INTO vouchers (voucher, event, posted_on, value_on, text)
                        VALUES (5, 'contribution', '2018-03-01', '2018-03-01', '');
                      INSERT INTO postings (voucher, line, account, amount_ore)
                        VALUES (5, 1, 'assets:bank', 100), (5, 2, 'equity:contributions:ks', -100)";
    assert!(matches!(after(slipped_in)[..], [Finding::Audit { .. }]));
    let cut_off = "DELETE FROM postings WHERE voucher = 4; DELETE FROM vouchers WHERE voucher = 4";
    assert!(matches!(after(cut_off)[..], [Finding::Audit { .. }]));
}

#[test]
fn l6_a_gap_in_the_vouchers_is_found() {
    let found = after("DELETE FROM postings WHERE voucher = 1; DELETE FROM vouchers WHERE voucher = 1");
    assert_eq!(found, [Finding::Gap { after: 0 }, Finding::Audit { seq: 12 }]);
    let found = after("DELETE FROM postings WHERE voucher = 2; DELETE FROM vouchers WHERE voucher = 2");
    assert!(found.contains(&Finding::Gap { after: 1 }), "{found:?}");
    assert!(
        found.contains(&Finding::Dangling("vouchers".into())),
        "the reversal: {found:?}"
    );
}

#[test]
fn l6_a_disbursement_that_its_voucher_does_not_bear_out_is_found() {
    assert_eq!(
        after("UPDATE disbursements SET amount_ore = amount_ore + 1"),
        [Finding::Disbursement { id: 1 }]
    );
}

#[test]
fn a_row_that_refers_to_nothing_is_found() {
    assert_eq!(
        after("UPDATE scorecards SET handle = 'nobody' WHERE id = 1"),
        [Finding::Dangling("scorecards".into())]
    );
}

#[test]
fn every_column_of_the_log_is_under_the_chain() {
    let (fund, _) = full();
    let columns = columns(&fund.raw(), "audit");
    for column in columns.into_iter().filter(|column| column != "seq") {
        let counts = ["vouchers", "charges", "credits", "settlements"];
        let other = if counts.contains(&column.as_str()) {
            "99"
        } else {
            "'x'"
        };
        let found = after(&format!("UPDATE audit SET {column} = {other} WHERE seq = 3"));
        assert_eq!(found, [Finding::Audit { seq: 3 }], "{column}");
    }
    let last = fund.number("SELECT max(seq) FROM audit");
    assert_eq!(
        after("DELETE FROM audit WHERE seq = 5"),
        [Finding::Audit { seq: 5 }]
    );
    assert_eq!(
        after(&format!("UPDATE audit SET seq = {last} + 1 WHERE seq = {last}")),
        [Finding::Audit { seq: last }]
    );
}
