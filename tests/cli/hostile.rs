//! Text that would command a terminal never reaches one, wherever it came from: a file that is refused, an argument,
//! or a database that another program has written into.

use rusqlite::Connection;

use crate::place::{Place, Printed};

/// Colour, title, an eight-bit control, a mark that turns the direction of writing, a bell.
const HOSTILE: &str = "\u{1b}[31mx\u{1b}]0;y\u{7}\u{9b}2J\u{202e}z";

fn is_safe(text: &str) -> bool {
    !text.chars().any(|c| {
        c != '\n' && (c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'))
    })
}

#[track_caller]
fn assert_safe(said: &Printed) {
    assert!(is_safe(&said.out) && is_safe(&said.err), "{said:?}");
}

#[test]
fn every_field_of_an_import_is_refused_and_shown_without_its_escape_sequences() {
    let place = Place::with_halden_paid();
    let files = [
        (
            "participants",
            "kind,number,name,county_number,county_name,population,decision,decided_on,reference,paid_on,paid,reason",
        ),
        (
            "proposals",
            "ref,title,applicant,owner_number,benefit,cost,applied,submitted_on,go_live,summary,uptake_low,uptake,\
             uptake_high,delay_low,delay,delay_high,price_model",
        ),
        ("scores", "round,ref,member,criterion,score,comment"),
    ];
    for (what, head) in files {
        let fields: Vec<&str> = head.split(',').collect();
        let row = vec![format!("\"{HOSTILE}\""); fields.len()].join(",");
        let heads = [
            head.to_owned(),
            format!("{head},{HOSTILE}"),
            head.replacen(',', ";", 3),
        ];
        for (number, head) in heads.iter().enumerate() {
            let file = place.file(&format!("{what}-{number}.csv"), format!("{head}\n{row}\n"));
            for json in [&[][..], &["--json"]] {
                let said = place.says("sofie", &[&["import", what, &file], json].concat());
                assert_eq!(said.code, 4, "{what}: {said:?}");
                assert_safe(&said);
            }
        }
    }
}

#[test]
fn arguments_are_shown_without_their_escape_sequences() {
    let place = Place::with_halden_paid();
    let reference = place.qualified("Innsyn", "1000");
    for args in [
        &["proposals", "show", HOSTILE][..],
        &[HOSTILE],
        &["--color", HOSTILE],
        &[&format!("--{HOSTILE}")],
        &["member", "add", HOSTILE, "--name", HOSTILE, "--role", "member"],
        &["member", "add", "a", "--name", HOSTILE, "--role", "member"],
        &["member", "add", "a", "--name", "a", "--role", HOSTILE],
        &["--as", HOSTILE, "capital"],
        &["--db", HOSTILE, "capital"],
        &["init", "--scheme", HOSTILE],
        &["import", "scores", HOSTILE],
        &["rounds", "show", HOSTILE],
        &[
            "proposal", "qualify", &reference, "--gates", "y,y,y,n", "--reason", HOSTILE,
        ],
        &["help", HOSTILE],
    ] {
        for json in [&[][..], &["--json"]] {
            assert_safe(&place.says("", &[args, json].concat()));
        }
    }
}

/// What holds honest programs back doesn't hold back one that means harm.
fn drop_triggers(other: &Connection) {
    let mut statement = other
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap();
    let names = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let dropped: String = names
        .map(|name| format!("DROP TRIGGER {};", name.unwrap()))
        .collect();
    other.execute_batch(&dropped).unwrap();
}

#[test]
fn what_another_program_wrote_into_the_file_is_shown_and_exported_without_escape_sequences() {
    let place = Place::with_halden_paid();
    let refs = place.recommended("2018-1", &[("Innsyn", "1000")]);
    place.does("karl", &["decide", &refs[0], "--amount", "1000"]);
    place.does("sofie", &["disburse", &refs[0], "--amount", "1000"]);
    let other = Connection::open(place.db()).unwrap();
    drop_triggers(&other);
    for (table, column) in [
        ("proposals", "title"),
        ("proposals", "summary"),
        ("participants", "name"),
        ("participants", "county_name"),
        ("answers", "reference"),
        ("answers", "reason"),
        ("members", "name"),
        ("rounds", "name"),
        ("recommendations", "conditions"),
        ("decisions", "reason"),
        ("vouchers", "text"),
        ("disbursements", "registered_by"),
        ("audit", "subject"),
        ("audit", "at"),
        ("audit", "action"),
    ] {
        other
            .execute(&format!("UPDATE {table} SET {column} = ?1"), [HOSTILE])
            .unwrap();
    }
    for args in [
        &[][..],
        &["proposals"],
        &["proposals", "show", &refs[0]],
        &["participants"],
        &["participants", "show", "0101"],
        &["members"],
        &["members", "show", "kari"],
        &["rounds"],
        &["disbursements"],
        &["ranking"],
        &["audit"],
        &["check"],
        &["capital"],
        &["export", "ledger"],
        &["export", "proposals"],
        &["export", "participants"],
        &["export", "ranking"],
        &["export", "ledger", "--format", "json"],
        &["approve", "1"],
    ] {
        for json in [&[][..], &["--json"]] {
            let said = place.says("karl", &[args, json].concat());
            assert!(said.code <= 4 && said.code != 2, "{args:?} {said:?}");
            assert_safe(&said);
        }
    }
}
