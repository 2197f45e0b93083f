//! What is exported: the same records in every form, a workbook that a person can use, and a journal that somebody
//! else's bookkeeping proves to the øre.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use calamine::{Data, Reader, Xlsx};
use jiff::civil::{Date, date};
use kommit::domain::calendar::Quarter;
use serde_json::Value as Json;

use crate::place::{DAY, Place, Said};

/// The demo fund in a place of its own, for the member who leads it.
fn demo() -> (Place, PathBuf) {
    let place = Place::empty();
    let path = place.path().join("demo.db");
    let args = ["demo", "--json", "--db", path.to_str().unwrap()];
    let said: Said = place.command("", &args).output().unwrap().into();
    assert_eq!(said.code, 0, "{said:?}");
    (place, path)
}

/// Runs a command in the demo on a day.
fn run(place: &Place, db: &Path, on: Date, args: &[&str]) -> Output {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("kommit"));
    command.env_clear().env("HOME", place.path());
    let on = on.to_string();
    command.args(["--db", db.to_str().unwrap(), "--as", "leder", "--today", &on]);
    let output = command.args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
    output
}

fn shown(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    }
}

#[test]
fn a_workbook_has_the_records_and_columns_of_the_csv_with_figures_and_dates_as_such() {
    let (place, db) = demo();
    let today = date(2018, 11, 15);
    for (what, round) in [
        ("proposals", None),
        ("participants", None),
        ("ranking", Some("2018-1")),
    ] {
        let mut args = vec!["export", what, "--format"];
        let more = round.map_or(vec![], |round| vec!["--round", round]);
        let mut of = |format| {
            args.push(format);
            let output = run(&place, &db, today, &[&args[..], &more].concat());
            args.pop();
            output.stdout
        };
        let (book, csv) = (of("xlsx"), of("csv"));
        let mut book = Xlsx::new(std::io::Cursor::new(book)).unwrap();
        assert_eq!(book.sheet_names(), [what]);
        let sheet = book.worksheet_range(what).unwrap();
        let csv: Vec<Vec<String>> = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(&csv[..])
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect();
        assert_eq!(sheet.height(), csv.len(), "{what}");
        assert!(csv.len() > 5, "{what}");
        for (row, expected) in sheet.rows().zip(&csv) {
            for ((cell, expected), heading) in row.iter().zip(expected).zip(&csv[0]) {
                match cell {
                    // `4.50` and `4.5` are one number.
                    Data::Float(number) => assert_eq!(Ok(*number), expected.parse::<f64>(), "{heading}"),
                    other => assert_eq!(&shown(other), expected, "{heading}"),
                }
                let is_figure = matches!(cell, Data::Float(_) | Data::Empty) || expected == heading;
                let is_day = matches!(cell, Data::DateTime(_) | Data::Empty) || expected == heading;
                assert!(!heading.ends_with("_ore") || is_figure, "{heading}: {cell}");
                assert!(!heading.ends_with("_on") || is_day, "{heading}: {cell}");
                let is_text = matches!(cell, Data::String(_) | Data::Empty);
                let names = ["ref", "number", "county_number", "applicant"];
                assert!(!names.contains(&heading.as_str()) || is_text, "{heading}: {cell}");
            }
        }
    }
}

#[test]
fn a_title_that_is_a_formula_comes_out_as_text_in_every_form() {
    let place = Place::with_halden_paid();
    place.qualified("=1+1", "100000");
    let csv = place.says("sofie", &["export", "proposals"]).out;
    assert!(csv.contains(",'=1+1,"), "{csv}");
    let output = place.command("sofie", &["export", "proposals", "--format", "xlsx"]);
    let book = { output }.output().unwrap().stdout;
    let mut sheets = Xlsx::new(std::io::Cursor::new(&book[..])).unwrap();
    let formulas = sheets.worksheet_formula("proposals").unwrap();
    assert_eq!(formulas.used_cells().count(), 0);
    // What comes out says more than what may go in; both forms are told so alike.
    let files = [place.file("out.csv", csv), place.file("out.xlsx", book)];
    let [of_csv, of_xlsx] = files.map(|file| {
        let said = place.says("sofie", &["import", "proposals", &file, "--json"]);
        let rows = said.json()["error"]["rows"].clone();
        rows.as_array().unwrap().clone()
    });
    assert!(!of_csv.is_empty());
    assert_eq!(of_csv, of_xlsx);
}

#[test]
fn a_workbook_is_imported_as_the_csv_of_it_is() {
    let place = Place::new();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["Type", "Kommunenr", "Svar", "Betalt"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    sheet.write_string(1, 0, "kommune").unwrap();
    sheet.write_number(1, 1, 101).unwrap();
    sheet.write_string(1, 2, "ja").unwrap();
    sheet.write_number(1, 3, 615_800).unwrap();
    let good = place.file("good.xlsx", book.save_to_buffer().unwrap());
    let made = place.does("sofie", &["import", "participants", &good]);
    assert_eq!(made, serde_json::json!({ "rows": 1, "vouchers": 1 }));
    assert_eq!(
        place.does("", &["participants", "show", "0101"])["paid_ore"],
        61_580_000
    );
    let sheet = book.worksheet_from_index(0).unwrap();
    sheet.write_string(4, 0, "kommune").unwrap();
    sheet.write_string(4, 1, "mange").unwrap();
    let bad = place.file("bad.xlsx", book.save_to_buffer().unwrap());
    let said = place.says("sofie", &["import", "participants", &bad, "--json"]);
    let rows = &said.json()["error"]["rows"];
    assert_eq!(
        (&rows[0]["line"], &rows[0]["column"]),
        (&5.into(), &"Kommunenr".into())
    );
}

/// Runs hledger on a journal. Without the program the test fails in CI, and elsewhere says that it was skipped.
fn hledger(journal: &Path, args: &[&str]) -> Option<Output> {
    let run = Command::new("hledger").arg("-f").arg(journal).args(args).output();
    match run {
        Ok(output) => Some(output),
        Err(fault) if std::env::var("CI").is_ok_and(|ci| ci == "true") => {
            panic!("{fault}; install it with: apt-get install -y hledger")
        }
        Err(fault) => {
            eprintln!(
                "skipped, for hledger can't be run ({fault}); install it with: apt-get install -y hledger"
            );
            None
        }
    }
}

/// Balance by account in øre at the end of a day, as hledger reckons it.
fn balances(journal: &Path, on: Date) -> Option<BTreeMap<String, i64>> {
    let end = on.tomorrow().unwrap().to_string();
    let args = [
        "balance",
        "--flat",
        "--no-total",
        "--end",
        &end,
        "--output-format",
        "csv",
    ];
    let output = hledger(journal, &args)?;
    assert!(output.status.success(), "{output:?}");
    let rows = csv::Reader::from_reader(&output.stdout[..]).into_records();
    let balances = rows.map(|row| {
        let row = row.unwrap();
        let kroner = row[1].trim_start_matches("NOK ");
        let (whole, parts) = kroner.split_once('.').unwrap_or_else(|| panic!("{kroner}"));
        assert_eq!(parts.len(), 2, "{kroner}");
        (row[0].to_owned(), format!("{whole}{parts}").parse().unwrap())
    });
    Some(balances.collect())
}

fn journal(place: &Place, db: &Path, on: Date) -> String {
    let output = run(place, db, on, &["export", "ledger", "--format", "hledger"]);
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn l1_hledger_finds_the_balances_of_the_fund_on_every_last_day_of_a_quarter() {
    let (place, db) = demo();
    let today = date(2018, 11, 15);
    let file = PathBuf::from(place.file("fund.journal", journal(&place, &db, today)));
    let Some(checked) = hledger(&file, &["check", "--strict"]) else {
        return;
    };
    assert!(checked.status.success(), "{checked:?}");
    let mut quarter = Quarter::of(date(2017, 9, 8));
    let mut seen = 0;
    while quarter.first_day() <= today {
        let day = quarter.last_day().min(today);
        let output = run(&place, &db, day, &["capital", "--json"]);
        let capital: Json = serde_json::from_slice(&output.stdout).unwrap();
        let ore = |value: &Json| value.as_i64().unwrap();
        let found = balances(&file, day).unwrap();
        let sum = |head: &str| -> i64 {
            let below = found.iter().filter(|(account, _)| account.starts_with(head));
            below.map(|(_, amount)| amount).sum()
        };
        assert_eq!(sum("assets:bank"), ore(&capital["bank_ore"]), "{day}");
        assert_eq!(
            sum("assets:outstanding:"),
            ore(&capital["outstanding_cost_ore"]),
            "{day}"
        );
        assert_eq!(
            -sum("liabilities:refunds"),
            ore(&capital["refunds_owed_ore"]),
            "{day}"
        );
        assert_eq!(sum("expenses:losses:"), ore(&capital["losses_ore"]), "{day}");
        for source in capital["sources"].as_array().unwrap() {
            let account = format!("equity:contributions:{}", source["kind"].as_str().unwrap());
            assert_eq!(-sum(&account), ore(&source["paid_ore"]), "{day} {account}");
        }
        // Balances by the journal of that day are those of the whole journal cut at the day.
        let then = PathBuf::from(place.file("then.journal", journal(&place, &db, day)));
        assert_eq!(balances(&then, day).unwrap(), found, "{day}");
        seen += usize::from(!found.is_empty());
        quarter = quarter.next();
    }
    assert!(seen >= 4, "the demo has {seen} quarters with money");
}

/// The lines of postings: where each stands, and the amount in it.
fn postings(journal: &str) -> Vec<usize> {
    let lines = journal.lines().enumerate();
    lines
        .filter(|(_, line)| line.starts_with("    "))
        .map(|(at, _)| at)
        .collect()
}

/// The journal with some postings changed by so many øre, their balances as they were.
fn changed(journal: &str, changes: &[(usize, i64)]) -> String {
    let mut lines: Vec<String> = journal.lines().map(str::to_owned).collect();
    for (at, by) in changes {
        let (head, rest) = lines[*at].split_once("  NOK ").unwrap();
        let (amount, balance) = rest.split_once(" = ").unwrap();
        let ore: i64 = amount.replace('.', "").parse().unwrap();
        let ore = kommit::domain::money::Ore::new(ore + by);
        lines[*at] = format!("{head}  NOK {ore} = {balance}");
    }
    lines.join("\n") + "\n"
}

#[test]
fn l2_a_posting_that_is_changed_by_one_ore_is_found_by_hledger() {
    let (place, db) = demo();
    let journal = journal(&place, &db, date(2018, 11, 15));
    let postings = postings(&journal);
    let passes = |journal: &str| {
        let file = PathBuf::from(place.file("changed.journal", journal));
        hledger(&file, &["check", "--strict"]).map(|output| output.status.success())
    };
    let Some(sound) = passes(&changed(&journal, &[])) else {
        return;
    };
    assert!(sound);
    let last = postings.len() - 2;
    for at in [0, postings.len() / 4 * 2, postings.len() / 3 * 2, last] {
        let at = at - at % 2;
        let legs = [postings[at], postings[at + 1]];
        for changes in [
            vec![(legs[0], 1)],
            vec![(legs[1], 1)],
            vec![(legs[0], -1)],
            // Balanced, so that only the running balances tell.
            vec![(legs[0], 1), (legs[1], -1)],
            vec![(legs[0], -1), (legs[1], 1)],
        ] {
            assert_eq!(passes(&changed(&journal, &changes)), Some(false), "{changes:?}");
        }
    }
}

#[test]
fn a_ledger_without_postings_is_an_empty_journal_that_passes() {
    let place = Place::new();
    let said = place.says("sofie", &["export", "ledger", "--format", "hledger"]);
    assert_eq!(
        (said.code, said.out.as_str()),
        (0, "decimal-mark .\ncommodity NOK 1000.00\n"),
        "{DAY}"
    );
    let file = PathBuf::from(place.file("empty.journal", said.out));
    if let Some(output) = hledger(&file, &["check", "--strict"]) {
        assert!(output.status.success(), "{output:?}");
    }
}
