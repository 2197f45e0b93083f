//! Somebody else's bookkeeping proves the exported ledger: hledger's own balances are those of the fund on the last day
//! of every quarter and where the forecast begins, and no øre may change (L1, L2, F1).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use jiff::civil::{Date, date};
use kommit::domain::calendar::Quarter;
use serde_json::Value as Json;

use crate::place::{DAY, Place};
use crate::repayment::{on, pay, settled};

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

/// A command on a day, and its JSON.
fn told(place: &Place, day: Date, args: &[&str]) -> Json {
    place.tells(&[args, &["--today", &day.to_string()]].concat())
}

fn journal(place: &Place, day: Date) -> String {
    let day = day.to_string();
    let args = ["export", "ledger", "--format", "hledger", "--today", &day];
    let output = place.told(&args).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Compares every quarter from the beginning of the fund to a day; returns how many had money, or nothing where hledger
/// isn't there.
fn proved(place: &Place, last: Date) -> Option<usize> {
    let file = PathBuf::from(place.file("fund.journal", journal(place, last)));
    let checked = hledger(&file, &["check", "--strict"])?;
    assert!(checked.status.success(), "{checked:?}");
    let mut quarter = Quarter::of(date(2017, 9, 8));
    let mut seen = 0;
    while quarter.first_day() <= last {
        let day = quarter.last_day().min(last);
        let found = balances(&file, day)?;
        same_as_the_capital(&found, &told(place, day, &["capital"]), day);
        let bank = found.get("assets:bank").copied().unwrap_or_default();
        // Whatever happens in the next quarter, its forecast opens where hledger closes this one.
        if day == quarter.last_day() {
            let next = quarter.next();
            for within in [next.first_day(), next.last_day()] {
                let forecast = told(place, within, &["forecast", "--quarters", "1", "--paths", "1"]);
                assert_eq!(forecast["quarters"][0]["opening_ore"], bank, "{within}");
                assert_eq!(forecast["quarters"][0]["quarter"], next.to_string());
            }
        }
        // Balances by the journal of that day are those of the whole journal cut at the day.
        let then = PathBuf::from(place.file("then.journal", journal(place, day)));
        assert_eq!(balances(&then, day)?, found, "{day}");
        seen += usize::from(!found.is_empty());
        quarter = quarter.next();
    }
    Some(seen)
}

fn same_as_the_capital(found: &BTreeMap<String, i64>, capital: &Json, day: Date) {
    let sum = |head: &str| -> i64 {
        let below = found.iter().filter(|(account, _)| account.starts_with(head));
        below.map(|(_, amount)| amount).sum()
    };
    let pairs = [
        (sum("assets:bank"), "bank_ore"),
        (sum("assets:outstanding:"), "outstanding_cost_ore"),
        (-sum("liabilities:refunds"), "refunds_owed_ore"),
        (sum("expenses:losses:"), "losses_ore"),
        (sum("assets:") + sum("liabilities:"), "fund_capital_ore"),
        (
            -sum("equity:") - sum("income:") - sum("expenses:"),
            "fund_capital_ore",
        ),
    ];
    for (ore, field) in pairs {
        assert_eq!(capital[field], ore, "{day} {field}");
    }
    for source in capital["sources"].as_array().unwrap() {
        let account = format!("equity:contributions:{}", source["kind"].as_str().unwrap());
        assert_eq!(source["paid_ore"], -sum(&account), "{day} {account}");
    }
}

/// The voucher of what was paid out on a project.
fn disbursed(place: &Place, reference: &str) -> Json {
    let list = place.does("karl", &["disbursements"]);
    let mut items = list["items"].as_array().unwrap().iter();
    items.find(|item| item["ref"] == reference).unwrap()["voucher"].clone()
}

/// A fund in which everything has happened that the books know of, over four quarters.
fn eventful() -> Place {
    let (place, first, _) = settled();
    place.does(
        "sofie",
        &on("2018-02-20", &["ks", "pay", "--amount", "1 000 000,50"]),
    );
    place.does(
        "sofie",
        &on("2018-02-21", &["state", "pay", "--amount", "500 000"]),
    );
    let [third] = place
        .recommended("2018-2", &[("Meldingsflyt", "100000")])
        .try_into()
        .unwrap();
    place.does("karl", &["decide", &third, "--amount", "100000"]);
    let books = "date,from,to,amount,text,voucher\n\
         2018-03-31,income:other,assets:bank,1500.25,Renter,A2\n\
         2018-03-31,assets:bank,expenses:costs,99.75,Gebyr,A3\n";
    let books = place.file("books.csv", books);
    assert_eq!(
        place.does("sofie", &on("2018-03-31", &["import", "ledger", &books]))["vouchers"],
        2
    );
    let paid = place.does("sofie", &pay("2018-04-05", "K-0001", &["--amount", "57 700"]));
    place.does("sofie", &on("2018-04-06", &["adopt", &first, "01"]));
    place.does("sofie", &on("2018-04-10", &["settle", &first]));
    let refunded = place.does(
        "sofie",
        &on(
            "2018-04-11",
            &["refund", "pay", &first, "0101", "--amount", "10 000,01"],
        ),
    );
    place.does("sofie", &pay("2018-07-02", "K-0002", &[]));
    let made = place.does("sofie", &on("2018-07-03", &["ks", "pay", "--amount", "250 000"]));
    let voucher = made["voucher"].to_string();
    place.does(
        "sofie",
        &on(
            "2018-10-01",
            &["ledger", "reverse", &voucher, "--reason", "To ganger"],
        ),
    );
    // A refund, a payment that has been credited, and what the charges rest on are taken back, and done anew.
    let reverse = |day: &str, voucher: &Json| {
        let voucher = voucher.to_string();
        let args = ["ledger", "reverse", &voucher, "--reason", "Feil konto"];
        place.does("sofie", &on(day, &args))
    };
    reverse("2018-07-04", &refunded["voucher"]);
    let back = reverse("2018-07-05", &paid["voucher"]);
    assert_eq!(back["credits_reversed"].as_array().unwrap().len(), 1);
    place.does("sofie", &pay("2018-07-06", "K-0001", &[]));
    let back = reverse("2018-07-09", &disbursed(&place, &first));
    assert!(back["refunded_ore"].as_i64().unwrap() > 0, "{back}");
    let waits = place.does(
        "sofie",
        &on("2018-07-10", &["disburse", &first, "--amount", "350 000"]),
    );
    place.does("karl", &on("2018-07-10", &["approve", &waits["id"].to_string()]));
    place.does("sofie", &on("2018-07-11", &["settle", &first]));
    place.does(
        "karl",
        &on(
            "2018-10-02",
            &[
                "write-off",
                &first,
                "--amount",
                "1 000,01",
                "--reason",
                "Uerholdelig",
            ],
        ),
    );
    assert_eq!(place.does("", &on("2018-10-02", &["check"]))["ok"], true);
    place
}

#[test]
fn l1_f1_hledger_finds_the_demos_balances_on_every_last_day_of_a_quarter_and_where_each_forecast_opens() {
    if let Some(seen) = proved(&Place::demo(), date(2018, 11, 15)) {
        assert!(seen >= 4, "the demo has {seen} quarters with money");
    }
}

#[test]
fn l1_f1_hledger_finds_the_same_balances_as_a_fund_in_which_every_account_has_moved() {
    let place = eventful();
    let last = date(2018, 12, 31);
    let journal = journal(&place, last);
    for account in [
        "assets:bank",
        "assets:outstanding:",
        "equity:contributions:municipality",
        "equity:contributions:county",
        "equity:contributions:ks",
        "equity:contributions:state",
        "income:other",
        "expenses:costs",
        "expenses:losses:",
        "liabilities:refunds",
    ] {
        assert!(journal.contains(&format!("account {account}")), "{account}");
    }
    if let Some(seen) = proved(&place, last) {
        assert_eq!(seen, 4);
    }
}

#[test]
fn l2_every_format_says_which_voucher_a_reversal_takes_back() {
    let place = eventful();
    let last = date(2018, 12, 31);
    let exported = told(&place, last, &["export", "ledger", "--format", "json"]);
    let text = |line: &Json, key: &str| line[key].as_i64().map(|number| number.to_string());
    let reversals: BTreeMap<String, String> = exported["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|line| Some((text(line, "voucher")?, text(line, "reverses")?)))
        .collect();
    assert!(reversals.len() > 4, "{reversals:?}");
    let csv = place.says(
        "sofie",
        &on(&last.to_string(), &["export", "ledger", "--format", "csv"]),
    );
    let mut csv = csv::Reader::from_reader(csv.out.as_bytes());
    let rows = csv
        .deserialize()
        .map(|row: Result<BTreeMap<String, String>, _>| row.unwrap());
    let in_csv = rows.filter(|row| !row["reverses"].is_empty());
    let in_csv: BTreeMap<String, String> = in_csv
        .map(|row| (row["voucher"].clone(), row["reverses"].clone()))
        .collect();
    assert_eq!(in_csv, reversals);
    let file = PathBuf::from(place.file("fund.journal", journal(&place, last)));
    for (voucher, reversed) in reversals {
        let tag = format!("tag:reverses=^{reversed}$");
        let Some(found) = hledger(&file, &["print", "--output-format", "csv", &tag]) else {
            return;
        };
        assert!(found.status.success(), "{found:?}");
        let mut found = csv::Reader::from_reader(&found.stdout[..]);
        let codes: Vec<String> = found.records().map(|row| row.unwrap()[4].to_owned()).collect();
        assert!(
            !codes.is_empty() && codes.iter().all(|code| *code == voucher),
            "{codes:?}"
        );
    }
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

/// That every one of the changes is found by hledger, and that the journal passes without them.
fn tried(place: &Place, journal: &str, changes: impl Iterator<Item = Vec<(usize, i64)>>) {
    let passes = |changes: &[(usize, i64)]| {
        let file = PathBuf::from(place.file("changed.journal", changed(journal, changes)));
        hledger(&file, &["check", "--strict"]).map(|output| output.status.success())
    };
    let Some(sound) = passes(&[]) else {
        return;
    };
    assert!(sound);
    for changes in changes {
        assert_eq!(passes(&changes), Some(false), "{changes:?}");
    }
}

#[test]
fn l2_a_posting_of_the_demo_that_is_changed_by_one_ore_is_found_by_hledger() {
    let place = Place::demo();
    let journal = journal(&place, date(2018, 11, 15));
    let postings = postings(&journal);
    let last = postings.len() - 2;
    let places = [0, postings.len() / 4 * 2, postings.len() / 3 * 2, last];
    let changes = places.into_iter().flat_map(|at| {
        let at = at - at % 2;
        let legs = [postings[at], postings[at + 1]];
        [
            vec![(legs[0], 1)],
            vec![(legs[1], 1)],
            vec![(legs[0], -1)],
            // Balanced, so that only the running balances tell.
            vec![(legs[0], 1), (legs[1], -1)],
            vec![(legs[0], -1), (legs[1], 1)],
        ]
    });
    tried(&place, &journal, changes);
}

#[test]
fn l2_any_posting_of_an_eventful_fund_that_is_changed_by_one_ore_is_found_by_hledger() {
    let place = eventful();
    let journal = journal(&place, date(2018, 12, 31));
    let postings = postings(&journal);
    assert!(postings.len() > 30, "{journal}");
    let changes: Vec<_> = postings.iter().map(|at| vec![(*at, 1)]).collect();
    tried(&place, &journal, changes.into_iter());
}

#[test]
fn a_ledger_without_postings_is_an_empty_journal_that_passes() {
    let place = Place::new();
    let said = place.says("sofie", &["export", "ledger", "--format", "hledger"]);
    assert_eq!(
        (said.code, said.out.split_once('\n').map(|(_, rest)| rest)),
        (0, Some("decimal-mark .\ncommodity NOK 1000.00\n")),
        "{DAY}"
    );
    let file = PathBuf::from(place.file("empty.journal", said.out));
    if let Some(output) = hledger(&file, &["check", "--strict"]) {
        assert!(output.status.success(), "{output:?}");
    }
}
