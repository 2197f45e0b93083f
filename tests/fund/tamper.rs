//! What stands, stands: the file itself refuses to change or remove what is only ever added to (L2, S5, S7, M8), and
//! when somebody has gone behind its back, the check says where.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiff::civil::{Date, date};
use kommit::domain::forecast::Settings;
use kommit::domain::intake::LedgerIntake;
use kommit::domain::ledger::Account;
use kommit::domain::money::Ore;
use kommit::domain::proposal::Ref;
use kommit::domain::repayment::Invoice;
use kommit::store::{Alteration, Altered, Finding, StoreError};
use kommit::usecases::views::audit::AuditChain;
use kommit::usecases::views::health::unopened;
use kommit::usecases::views::{AuditLog, Health};
use kommit::usecases::{
    AcknowledgeUpgrade, ApproveDisbursement, ClosePeriod, DeclareConflict, ImportLedger, MaskName,
    MoveProposals, OpError, Payer, RefundContribution, Release, RevokeMember, SaveForecast, StopProject,
    WaiveRest,
};
use rusqlite::Connection;

use crate::common::claims::{pay, refund, remind, reverse, voucher, write_off};
use crate::common::fund::*;
use crate::common::keys::{adds_key, removes_key};
use crate::policy::altered_before_an_upgrade;

/// Tables whose rows are never changed, removed or replaced.
const KEPT: [&str; 41] = [
    "adoptions",
    "answers",
    "audit",
    "charges",
    "conflict_judgements",
    "conflicts",
    "contribution_refunds",
    "credits",
    "decisions",
    "disbursements",
    "forecasts",
    "instalments",
    "masked_names",
    "meeting_entries",
    "meetings",
    "member_keys",
    "member_keys_removed",
    "minutes",
    "movements",
    "moves",
    "periods",
    "postings",
    "qualifications",
    "recommendations",
    "recommendations_withdrawn",
    "recommended_in",
    "releases",
    "reminders",
    "role_terms",
    "round_cases",
    "rounds",
    "scheme_changes",
    "scorecards",
    "scores",
    "seals",
    "seat_terms",
    "settlements",
    "shares",
    "solutions",
    "stops",
    "waivers",
];
/// Tables that tell how things are now; the log tells how they came to be so.
const CHANGING: [&str; 5] = ["counts", "fund", "members", "participants", "proposals"];
/// Tables that follow from others.
const DERIVED: [&str; 1] = ["day_sums"];

/// A fund with rows in every table.
pub fn full() -> (Fund, Ref) {
    static MADE: OnceLock<(Vec<u8>, Date, Ref)> = OnceLock::new();
    let (bytes, today, reference) = MADE.get_or_init(|| {
        let (fund, reference) = decided();
        fund.does(ADMINISTRATOR, &adds_key("kari"));
        fund.does(ADMINISTRATOR, &removes_key());
        fund.does(ADMINISTRATOR, &add("gamle", "observer"));
        let handle: String = "gamle".into();
        let reason = "Ute av rådet".into();
        let revoke = RevokeMember {
            handle: handle.clone(),
        };
        fund.does(ADMINISTRATOR, &revoke);
        fund.does(ADMINISTRATOR, &MaskName { handle, reason });
        repaid(&fund, reference);
        (fund.bytes(), fund.today(), reference)
    });
    (Fund::of(bytes, *today), *reference)
}

/// Scored, committed, paid out in part, and a payment of KS's reversed.
fn decided() -> (Fund, Ref) {
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
    let shift = MoveProposals {
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
    fund.does("sofie", &reverse(2));
    (fund, reference)
}

/// Live, shared by one and then by two, paid too little and too much, credited, refunded, written off and corrected.
fn repaid(fund: &Fund, reference: Ref) {
    fund.does("sofie", &goes_live(reference));
    fund.adopts(reference, HALDEN);
    fund.settles(reference);
    let (first, second) = (Invoice::new(1), Invoice::new(2));
    fund.does("sofie", &pay(first, Some(kr(20))));
    fund.does(
        "sofie",
        &ClosePeriod {
            through: DAY.yesterday().unwrap(),
        },
    );
    fund.on(date(2018, 4, 1));
    fund.does("sofie", &remind(first));
    fund.does("sofie", &answers(MOSS, true));
    fund.does("sofie", &pays(Payer::Participant(number(MOSS)), None));
    fund.adopts(reference, MOSS);
    fund.settles(reference);
    fund.does("sofie", &refund(reference, HALDEN, Some(kr(5))));
    let slip = fund.does("sofie", &pay(second, Some(kr(3))));
    fund.does("sofie", &reverse(voucher(&slip)));
    fund.does("karl", &write_off(reference, kr(1)));
    fund.does("sofie", &pay(second, Some(kr(14))));
    let given_up = fund.committed("2018-2", project("Gitt opp", kr(10)));
    let stop = StopProject {
        reference: given_up,
        reason: "Ingen vil ha den".into(),
    };
    fund.does("karl", &stop);
    another_sum(fund);
    let interest = LedgerIntake {
        line: 2,
        date: fund.today(),
        from: Account::OtherIncome,
        to: Account::Bank,
        amount: kr(2),
        text: "Renter".into(),
        voucher: Some("7".into()),
        value_date: None,
    };
    fund.does("sofie", &ImportLedger { rows: vec![interest] });
    fund.with_a_meeting(fund.ranked("2018-3", project("Behandlet", kr(10))));
    let forecast = SaveForecast {
        name: "Budsjett 2019".into(),
        settings: Settings::default(),
    };
    fund.does("sofie", &forecast);
}

/// Moss has paid more than it was asked for, which is paid back, and a part of what Østfold promised is waived.
fn another_sum(fund: &Fund) {
    fund.does("sofie", &pays(Payer::Participant(number(MOSS)), Some(kr(3))));
    let back = RefundContribution {
        number: number(MOSS),
        amount: Some(kr(2)),
    };
    let id = fund.does("sofie", &back).made["id"].as_i64().unwrap();
    fund.does("karl", &ApproveDisbursement { id });
    fund.does("sofie", &answers(OSTFOLD, true));
    let waive = WaiveRest {
        number: number(OSTFOLD),
        amount: kr(1),
        reason: "Rund sum".into(),
    };
    fund.does("karl", &waive);
}

pub fn names(raw: &Connection, sql: &str) -> Vec<String> {
    let mut statement = raw.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

pub fn tables(raw: &Connection) -> BTreeSet<String> {
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
            let other = if column == "nonce" || column == "digest" {
                "x'01'"
            } else {
                "1"
            };
            attempts.push(format!("UPDATE OR REPLACE {table} SET {column} = {other}"));
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
        .chain(DERIVED)
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
               charges, credits, settlements, sealed FROM audit ORDER BY seq DESC LIMIT 1",
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
    let chain = fund.sees("odd", &AuditChain::default());
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

#[test]
fn what_was_acknowledged_does_not_make_a_file_that_cannot_be_opened_a_sound_one() {
    let fund = Fund::new();
    let row = altered_before_an_upgrade(&fund);
    let unreadable = || OpError::Store(StoreError::Unreadable);
    let found = unopened(&fund.path(), unreadable()).unwrap();
    assert!(matches!(&found[..], [Finding::Upgraded(_)]), "{found:?}");
    let reason = "Undersøkt".into();
    fund.does(ADMINISTRATOR, &AcknowledgeUpgrade { row, reason });
    assert!(fund.sees(ADMINISTRATOR, &Health).iter().all(Finding::is_settled));
    let why = unopened(&fund.path(), unreadable()).unwrap_err();
    assert!(matches!(why, OpError::Store(StoreError::Unreadable)), "{why:?}");
}

/// The same fund, in a file that no longer refuses anything.
fn unguarded() -> Fund {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    let today = full().0.today();
    let bytes = MADE.get_or_init(|| {
        let (fund, _) = full();
        let raw = fund.raw();
        let triggers = names(&raw, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
        let drops: Vec<String> = triggers
            .iter()
            .map(|name| format!("DROP TRIGGER {name};"))
            .collect();
        raw.execute_batch(&format!("BEGIN; {} COMMIT;", drops.concat()))
            .unwrap();
        drop(raw);
        fund.bytes()
    });
    Fund::of(bytes, today)
}

/// Does it behind the file's back, and says what the check finds besides that the triggers are gone.
fn after(sql: &str) -> Vec<Finding> {
    let fund = unguarded();
    let raw = fund.raw();
    raw.pragma_update(None, "foreign_keys", false).unwrap();
    raw.execute_batch(sql)
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
    assert!(raw.total_changes() > 0, "nothing to change by {sql}");
    drop(raw);
    let mut found = fund.sees(ADMINISTRATOR, &Health);
    found.retain(|finding| !matches!(finding, Finding::Schema(part) if part.table == "trigger"));
    found
}

/// The same, apart from that the sums that are kept of the postings no longer are what these come to.
fn after_but_for_sums(sql: &str) -> Vec<Finding> {
    let mut found = after(sql);
    found.retain(|finding| !matches!(finding, Finding::Sum { .. }));
    found
}

fn altered(table: &str, key: &str, change: Alteration, log: i64) -> Finding {
    Finding::Row(Altered {
        table: table.into(),
        key: key.into(),
        change,
        log: Some(log),
    })
}

/// What was done to which tables.
fn changes(findings: &[Finding]) -> BTreeSet<(&str, &'static str)> {
    let rows = findings.iter().map(|finding| match finding {
        Finding::Row(row) => (row.table.as_str(), row.change.word()),
        other => panic!("{other:?}"),
    });
    rows.collect()
}

/// Every row of a table by its number there, each forged in each of these ways.
fn each_forged(table: &str, ways: &[&str]) {
    let (fund, _) = full();
    let rows = fund.number(&format!("SELECT count(*) FROM {table}"));
    assert!(rows > 1, "{table}");
    let key = match table {
        "postings" | "movements" => "(voucher, line)",
        "vouchers" => "voucher",
        _ => "id",
    };
    let bare = key.trim_matches(['(', ')']);
    for nth in 0..rows {
        let one = format!("WHERE {key} = (SELECT {bare} FROM {table} ORDER BY {bare} LIMIT 1 OFFSET {nth})");
        for way in ways {
            let sql = if *way == "DELETE" {
                format!("DELETE FROM {table} {one}")
            } else {
                format!("UPDATE {table} SET {way} {one}")
            };
            assert_ne!(after(&sql), [], "{sql}");
        }
    }
}

#[test]
fn every_single_corrupted_posting_is_found() {
    let other = "account = iif(account = 'assets:bank', 'income:other', 'assets:bank')";
    let sign = "amount_ore = -amount_ore";
    let ways = [
        "amount_ore = amount_ore + 1",
        "amount_ore = amount_ore - 1",
        sign,
        other,
        "line = line + 9",
        "DELETE",
    ];
    each_forged("postings", &ways);
    let day = "posted_on = '2018-02-03'";
    each_forged(
        "vouchers",
        &[
            day,
            "value_on = '2018-02-03'",
            "event = iif(event = 'other', 'refund', 'other')",
            "source = '8'",
            "DELETE",
        ],
    );
}

#[test]
fn every_single_corrupted_movement_credit_charge_and_settlement_is_found() {
    let paid = "paid_ore = paid_ore + 1, charge = coalesce(charge, 1)";
    let other = "charge = iif(charge = 1, 2, 1)";
    let number = "number = iif(number = '0101', '0104', '0101')";
    each_forged(
        "movements",
        &[paid, "owed_ore = owed_ore + 1", other, number, "DELETE"],
    );
    let on = "on_date = '2018-03-03'";
    let amount = "amount_ore = amount_ore + 1";
    each_forged("credits", &[amount, other, "settlement = NULL", on, "DELETE"]);
    let days = ["issued_on = '2018-01-03'", "due_on = '2018-12-31'"];
    each_forged(
        "charges",
        &[
            amount,
            number,
            "inhabitants = inhabitants + 1",
            "settlement = NULL",
            days[0],
            days[1],
            "DELETE",
        ],
    );
    each_forged(
        "settlements",
        &["cost_ore = cost_ore + 1", on, "inhabitants = 9", "DELETE"],
    );
    for sql in [
        "UPDATE shares SET share_ore = share_ore + 1",
        "DELETE FROM shares WHERE settlement = 2",
    ] {
        assert_ne!(after(sql), [], "{sql}");
    }
    let slipped_in = after("INSERT INTO credits (charge, amount_ore, on_date) VALUES (2, 1, '2018-04-01')");
    let [Finding::Charge { .. }, rest @ ..] = &slipped_in[..] else {
        panic!("{slipped_in:?}");
    };
    assert_eq!(changes(rest), [("credits", "added")].into());
}

#[test]
fn r4_claims_beyond_what_may_be_claimed_are_found_without_the_log() {
    let (first, second) = (Invoice::new(1), Invoice::new(2));
    let found = |sql: &str, finding: Finding| {
        let all = after(sql);
        assert!(all.contains(&finding), "{sql}: {all:?}");
    };
    found(
        "UPDATE credits SET amount_ore = amount_ore + 1 WHERE id = 1",
        Finding::Charge { invoice: first },
    );
    found(
        "UPDATE charges SET amount_ore = 1 WHERE id = 2",
        Finding::Charge { invoice: second },
    );
    let repayment = "SELECT max(voucher) FROM vouchers WHERE event = 'repayment'";
    let (fund, reference) = full();
    found(
        &format!("UPDATE movements SET owed_ore = owed_ore + 1 WHERE voucher = ({repayment})"),
        Finding::Movements {
            voucher: fund.number(repayment),
        },
    );
    found(
        "UPDATE charges SET amount_ore = amount_ore + 1 WHERE id = 2",
        Finding::Overcharged {
            reference,
            charged: Ore::new(2_501),
        },
    );
}

#[test]
fn l1_a_changed_posting_is_found() {
    assert_eq!(
        after_but_for_sums("UPDATE postings SET amount_ore = amount_ore + 1 WHERE voucher = 2 AND line = 1"),
        [
            Finding::Unbalanced {
                voucher: 2,
                sum: Ore::new(1)
            },
            Finding::Capital {
                difference: Ore::new(1)
            },
            altered("postings", "[2,1]", Alteration::Changed, 13)
        ]
    );
    let found = after_but_for_sums("DELETE FROM postings WHERE voucher = 1");
    assert_eq!(
        found,
        [
            Finding::Unbalanced {
                voucher: 1,
                sum: Ore::ZERO
            },
            altered("postings", "[1,1]", Alteration::Removed, 12),
            altered("postings", "[1,2]", Alteration::Removed, 12)
        ]
    );
}

#[test]
fn l1_a_sum_that_is_kept_and_is_not_what_the_vouchers_come_to_is_found_whichever_was_changed() {
    let sum = |account: &str, day: &str, ore| Finding::Sum {
        account: account.into(),
        day: day.into(),
        difference: Ore::new(ore),
    };
    let (fund, _) = full();
    let day: String = fund
        .raw()
        .query_row("SELECT posted_on FROM vouchers WHERE voucher = 1", [], |row| {
            row.get(0)
        })
        .unwrap();
    let bank = format!("account = 'assets:bank' AND day = '{day}' AND event = 'contribution'");
    let kept = fund.number(&format!("SELECT amount_ore FROM day_sums WHERE {bank}"));
    for (sql, found) in [
        (
            format!("UPDATE day_sums SET amount_ore = amount_ore + 7 WHERE {bank}"),
            vec![sum("assets:bank", &day, 7)],
        ),
        (
            format!("DELETE FROM day_sums WHERE {bank}"),
            vec![sum("assets:bank", &day, -kept)],
        ),
        (
            "INSERT INTO day_sums VALUES ('income:other', '2018-09-01', 'other', -9)".to_owned(),
            vec![sum("income:other", "2018-09-01", -9)],
        ),
    ] {
        assert_eq!(after(&sql), found, "{sql}");
    }
    let posting = after("UPDATE postings SET amount_ore = amount_ore + 1 WHERE voucher = 1 AND line = 1");
    assert!(posting.contains(&sum("assets:bank", &day, -1)), "{posting:?}");
    let dated = after("UPDATE vouchers SET posted_on = '2017-12-31' WHERE voucher = 1");
    let moved = dated
        .iter()
        .filter(|finding| matches!(finding, Finding::Sum { .. }));
    assert_eq!(moved.count(), 4, "{dated:?}");
}

#[test]
fn l2_a_change_that_leaves_the_books_in_balance_is_found_too() {
    let changed = |table, key| altered(table, key, Alteration::Changed, 12);
    assert_eq!(
        after_but_for_sums("UPDATE postings SET amount_ore = amount_ore * 2 WHERE voucher = 1"),
        [changed("postings", "[1,1]"), changed("postings", "[1,2]")]
    );
    assert_eq!(
        after_but_for_sums(
            "UPDATE postings SET account = 'equity:contributions:county' WHERE voucher = 1 AND line = 2"
        ),
        [changed("postings", "[1,2]")]
    );
    for sql in [
        "UPDATE vouchers SET posted_on = '2017-12-31' WHERE voucher = 1",
        "UPDATE vouchers SET text = 'Innskudd 0104 Moss' WHERE voucher = 1",
        "UPDATE vouchers SET participant = '0104' WHERE voucher = 1",
    ] {
        assert_eq!(after_but_for_sums(sql), [changed("vouchers", "[1]")], "{sql}");
    }
    let reversal = after_but_for_sums("UPDATE vouchers SET reverses = NULL WHERE reverses = 2");
    assert_eq!(changes(&reversal), [("vouchers", "changed")].into());
    let last = full().0.number("SELECT max(voucher) FROM vouchers");
    let next = last + 1;
    let slipped_in = format!(
        "INSERT INTO vouchers (voucher, event, posted_on, value_on, text)
           VALUES ({next}, 'contribution', '2018-03-01', '2018-03-01', '');
         INSERT INTO postings (voucher, line, account, amount_ore)
           VALUES ({next}, 1, 'assets:bank', 100), ({next}, 2, 'equity:contributions:ks', -100)"
    );
    let added = [("postings", "added"), ("vouchers", "added")];
    assert_eq!(changes(&after_but_for_sums(&slipped_in)), added.into());
    let cut_off =
        format!("DELETE FROM postings WHERE voucher = {last}; DELETE FROM vouchers WHERE voucher = {last}");
    let removed = [("postings", "removed"), ("vouchers", "removed")];
    assert_eq!(changes(&after_but_for_sums(&cut_off)), removed.into());
}

#[test]
fn l6_a_gap_in_the_vouchers_is_found() {
    let found =
        after_but_for_sums("DELETE FROM postings WHERE voucher = 1; DELETE FROM vouchers WHERE voucher = 1");
    assert_eq!(found[0], Finding::Gap { after: 0 });
    let removed = [("postings", "removed"), ("vouchers", "removed")];
    assert_eq!(changes(&found[1..]), removed.into());
    let found =
        after_but_for_sums("DELETE FROM postings WHERE voucher = 2; DELETE FROM vouchers WHERE voucher = 2");
    assert!(found.contains(&Finding::Gap { after: 1 }), "{found:?}");
    assert!(
        found.contains(&dangling("vouchers", 1)),
        "the reversal: {found:?}"
    );
}

#[test]
fn l6_a_disbursement_that_its_voucher_does_not_bear_out_is_found() {
    let found = after("UPDATE disbursements SET amount_ore = amount_ore + 1");
    assert_eq!(found[0], Finding::Disbursement { id: 1 });
    assert_eq!(changes(&found[1..]), [("disbursements", "changed")].into());
}

fn dangling(table: &str, count: i64) -> Finding {
    Finding::Dangling {
        table: table.to_owned(),
        count,
    }
}

#[test]
fn a_row_that_refers_to_nothing_is_found() {
    let found = after("UPDATE scorecards SET handle = 'nobody' WHERE id = 1");
    assert_eq!(found[0], dangling("scorecards", 1));
    assert_eq!(changes(&found[1..]), [("scorecards", "changed")].into());
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
        let seals = (column == "sealed").then_some(Finding::Seals { log: 3 });
        let expected: Vec<Finding> = seals.into_iter().chain([Finding::Audit { seq: 3 }]).collect();
        assert_eq!(found, expected, "{column}");
    }
    let last = fund.number("SELECT max(seq) FROM audit");
    for seq in [5, last] {
        let found = after(&format!("DELETE FROM audit WHERE seq = {seq}"));
        // The row that is gone comes first, and what hung on it is counted.
        let gone = Altered {
            table: "audit".into(),
            key: format!("[{seq}]"),
            change: Alteration::Removed,
            log: Some(seq),
        };
        let sealed = fund.number(&format!("SELECT count(*) FROM seals WHERE log = {seq}"));
        let expected = [
            Finding::Row(gone),
            dangling("seals", sealed),
            Finding::Audit { seq },
        ];
        assert_eq!(found, expected);
    }
    let moved = after(&format!("UPDATE audit SET seq = {last} + 1 WHERE seq = {last}"));
    assert!(moved.contains(&Finding::Audit { seq: last }), "{moved:?}");
}
