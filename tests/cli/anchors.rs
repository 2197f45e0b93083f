//! Where the log stood is said with everything that leaves the program, so that it can be kept outside the file; and a log
//! that no longer goes through it is found.

use std::io::{Cursor, Read};

use serde_json::{Value as Json, json};

use crate::place::{Place, Printed};

/// Where the log stands now, as `ROW:HASH`.
fn head(place: &Place) -> String {
    let told = place.tells(&["audit", "verify"]);
    format!("{}:{}", told["rows"], told["head"].as_str().unwrap())
}

fn anchor(log: &Json) -> String {
    format!("{}:{}", log["row"], log["hash"].as_str().unwrap())
}

fn output(place: &Place, args: &[&str]) -> (Vec<u8>, String) {
    let output = place.command("sofie", args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
    (output.stdout, String::from_utf8(output.stderr).unwrap())
}

fn text(place: &Place, args: &[&str]) -> String {
    String::from_utf8(output(place, args).0).unwrap()
}

fn json(place: &Place, args: &[&str]) -> Json {
    serde_json::from_slice(&output(place, args).0).unwrap()
}

#[test]
fn every_write_for_scripts_says_which_row_of_the_log_tells_of_it() {
    let place = Place::empty();
    let made: Printed = place.told(&["init", "--json"]).output().unwrap().into();
    assert_eq!(anchor(&made.json()["log"]), head(&place));
    let place = Place::new();
    for args in [
        &["participant", "decide", "0101", "yes", "--json"][..],
        &["participant", "pay", "0101", "--json"],
        &["ks", "pay", "--amount", "1", "--json"],
    ] {
        assert_eq!(anchor(&json(&place, args)["log"]), head(&place), "{args:?}");
    }
    let books = place.file(
        "books.csv",
        "date,from,to,amount,text\n2018-01-31,income:other,assets:bank,5,Renter\n",
    );
    let before = head(&place);
    let rehearsed = json(&place, &["import", "ledger", &books, "--dry-run", "--json"]);
    assert_eq!(
        (rehearsed.get("log"), &rehearsed["dry_run"]),
        (None, &json!(true))
    );
    assert_eq!(head(&place), before);
    let imported = json(&place, &["import", "ledger", &books, "--json"]);
    assert_eq!(anchor(&imported["log"]), head(&place));
    assert_ne!(head(&place), before);
}

#[test]
fn every_export_and_the_report_say_where_the_log_stood() {
    let place = Place::with_halden_paid();
    let now = head(&place);
    for what in ["ledger", "proposals", "participants"] {
        let exported = json(&place, &["export", what, "--format", "json"]);
        assert_eq!(anchor(&exported["log"]), now, "{what}");
        let (csv, aside) = output(&place, &["export", what, "--format", "csv"]);
        assert_eq!(aside, format!("Siste linje i loggen: {now}\n"), "{what}");
        assert!(!String::from_utf8(csv).unwrap().contains(&now));
    }
    let journal = text(&place, &["export", "ledger", "--format", "hledger"]);
    assert!(journal.starts_with(&format!("; log {now}\n")), "{journal}");
    let (book, _) = output(&place, &["export", "participants", "--format", "xlsx"]);
    let mut parts = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut properties = String::new();
    let mut part = parts.by_name("docProps/custom.xml").unwrap();
    part.read_to_string(&mut properties).unwrap();
    assert!(
        properties.contains("kommit log") && properties.contains(&now),
        "{properties}"
    );

    let report = json(&place, &["report", "2018", "--json"]);
    assert_eq!(anchor(&report["log"]), now);
    for format in ["md", "html"] {
        let report = text(&place, &["report", "2018", "--format", format]);
        assert!(
            report.contains(&format!("Siste linje i loggen: {now}.")),
            "{format}"
        );
    }
    let english = text(&place, &["report", "2018", "--lang", "en"]);
    assert!(english.contains(&format!("The log stood at {now}.")));
    // Looking at it wrote nothing.
    assert_eq!(head(&place), now);
}

#[test]
fn a_log_that_does_not_go_through_a_kept_anchor_is_exit_1() {
    let place = Place::with_halden_paid();
    let before = place.copy();
    place.does("sofie", &["ks", "pay", "--amount", "2"]);
    let kept = head(&place);
    let verify = |place: &Place, anchor: &str| {
        let said: Printed = place
            .told(&["audit", "verify", "--expect", anchor])
            .output()
            .unwrap()
            .into();
        let told: Printed = place
            .told(&["audit", "verify", "--expect", anchor, "--json"])
            .output()
            .unwrap()
            .into();
        assert_eq!(said.code, told.code);
        (said.code, said.out, told.json())
    };
    let (row, hash) = kept.split_once(':').unwrap();
    let (code, said, told) = verify(&place, &kept);
    assert_eq!((code, &told["ok"]), (0, &json!(true)));
    assert!(
        said.contains(&format!("gjennom linje {row} som ventet")),
        "{said}"
    );
    assert_eq!(
        told["expected"],
        json!({ "row": row.parse::<i64>().unwrap(), "hash": hash, "found": hash })
    );
    assert_eq!(verify(&place, &kept.to_uppercase()).0, 0);

    let (code, said, told) = verify(&before, &kept);
    assert_eq!(
        (code, &told["ok"], &told["expected"]["found"]),
        (1, &json!(false), &Json::Null)
    );
    assert!(said.contains(&format!("Loggen har ingen linje {row}.")), "{said}");
    assert_eq!(told["broken_at"], Json::Null);
    before.does("sofie", &["ks", "pay", "--amount", "3"]);
    let (code, said, told) = verify(&before, &kept);
    assert_eq!((code, &told["ok"]), (1, &json!(false)));
    assert!(
        said.contains(&format!("Linje {row} har en annen sjekksum enn ventet.")),
        "{said}"
    );
    assert_ne!(told["expected"]["found"], hash);

    for wrong in [
        "",
        "12",
        "x:y",
        &format!("0:{hash}"),
        &format!("{row}:{}", &hash[1..]),
    ] {
        let refused = place.refuses("", &["audit", "verify", "--expect", wrong]);
        assert_eq!(refused, (4, "anchor-unreadable".to_owned()), "{wrong}");
    }
}

#[test]
fn the_check_names_what_was_altered_in_words_and_for_scripts() {
    let place = Place::with_halden_paid();
    let raw = rusqlite::Connection::open(place.db()).unwrap();
    raw.execute_batch(
        "DROP TRIGGER answers_stand; UPDATE answers SET amount_ore = 1;
         INSERT INTO members (handle, name, roles) VALUES ('per', 'Per', 'ks');
         DELETE FROM counts WHERE number = '01'; DELETE FROM participants WHERE number = '01'",
    )
    .unwrap();
    drop(raw);
    let said: Printed = place.told(&["check"]).output().unwrap().into();
    assert_eq!(said.code, 1);
    for line in [
        "- Databasens oppbygning mangler noe: trigger answers_stand.",
        "- Raden 1 i tabellen answers er endret utenom kommit. Linje 9 i loggen skrev den sist.",
        "- Raden per i tabellen members er lagt til utenom kommit.",
        "- Raden 01 i tabellen participants er fjernet utenom kommit. Linje 8 i loggen skrev den sist.",
    ] {
        assert!(said.out.contains(line), "{line}: {}", said.out);
    }
    let told: Printed = place.told(&["check", "--json"]).output().unwrap().into();
    let told = told.json();
    let rows: Vec<&Json> = told["findings"].as_array().unwrap().iter().collect();
    let row = rows.iter().find(|row| row["table"] == "answers").unwrap();
    let facts = ["kind", "change", "key", "log_row"].map(|field| row[field].clone());
    assert_eq!(facts, [json!("row"), json!("changed"), json!([1]), json!(9)]);
    let part = rows.iter().find(|row| row["kind"] == "schema").unwrap();
    let facts = ["change", "table", "key", "log_row"].map(|field| part[field].clone());
    assert_eq!(
        facts,
        [
            json!("removed"),
            json!("trigger"),
            json!("answers_stand"),
            json!(1)
        ]
    );
}
