//! The forecast by command (F1–F6, K2): a published example to the krone, the identity of every quarter, and what a
//! what-if, a scenario and a saved forecast may and may not do.

use std::process::Command;

use serde_json::{Value as Json, json};

use crate::place::{Place, Printed};

fn blank() -> Place {
    let place = Place::empty();
    place.does("", &["init", "--scheme", "blank"]);
    place
}

fn quarters(forecast: &Json) -> &Vec<Json> {
    forecast["quarters"].as_array().unwrap()
}

fn column(forecast: &Json, name: &str) -> Vec<i64> {
    let quarters = quarters(forecast).iter();
    quarters.map(|quarter| quarter[name].as_i64().unwrap()).collect()
}

fn millions(amounts: &[i64]) -> Vec<i64> {
    amounts.iter().map(|amount| amount * 100_000_000).collect()
}

fn said(mut command: Command) -> Printed {
    command.output().unwrap().into()
}

/// EPA 816-N-00-003E, Table 1: funds on hand. The first quarter is that of the business date.
fn epa_table_1() -> String {
    let days = [
        "2018-02-15",
        "2018-05-15",
        "2018-08-15",
        "2018-11-15",
        "2019-02-15",
        "2019-05-15",
        "2019-08-15",
        "2019-11-15",
        "2020-02-15",
        "2020-05-15",
    ];
    let mut text = "date,kind,amount,label\n2018-02-01,receipt,10000000,opening\n".to_owned();
    for (day, inflow) in days.iter().zip([1, 2, 5, 8, 2, 1, 4, 2, 3, 2]) {
        text += &format!("{day},receipt,{inflow}000000,inflow\n");
    }
    text += &format!("{},commitment,20000000,loans\n", days[4]);
    for (day, paid) in days[4..].iter().zip([2, 3, 7, 4, 3, 1]) {
        text += &format!("{day},disbursement,{paid}000000,loans\n");
    }
    text
}

#[test]
fn f1_the_published_example_of_funds_on_hand_comes_out_to_the_krone() {
    let place = blank();
    let file = place.file("table-1.csv", epa_table_1());
    let forecast = place.does("", &["forecast", "--quarters", "10", "--what-if", &file]);
    assert_eq!(
        column(&forecast, "closing_ore"),
        millions(&[11, 13, 18, 26, 26, 24, 21, 19, 19, 20])
    );
    assert_eq!(
        column(&forecast, "outstanding_commitments_ore"),
        millions(&[0, 0, 0, 0, 18, 15, 8, 4, 1, 0])
    );
    assert_eq!(
        column(&forecast, "other_ore"),
        millions(&[11, 2, 5, 8, 2, 1, 4, 2, 3, 2])
    );
    assert_eq!(
        column(&forecast, "disbursements_ore"),
        millions(&[0, 0, 0, 0, 2, 3, 7, 4, 3, 1])
    );
    assert_eq!(
        forecast["lowest"],
        json!({ "quarter": "2018-Q1", "closing_ore": 1_100_000_000 })
    );
    assert_eq!(forecast["what_if"], true);
    // Nothing of it is in the fund.
    let without = place.does("", &["forecast", "--quarters", "10"]);
    assert_eq!(column(&without, "closing_ore"), [0; 10]);
    assert_eq!(without["what_if"], false);
}

#[test]
fn f4_the_same_seed_gives_the_same_bytes_and_another_seed_other_bands_on_the_same_path() {
    let place = Place::demo();
    let of = |seed: &str| said(place.told(&["forecast", "--json", "--seed", seed]));
    let (one, again, other) = (of("7"), of("7"), of("8"));
    assert_eq!(one.code, 0, "{one:?}");
    assert_eq!(one.out, again.out);
    let (one, other) = (one.json(), other.json());
    assert_ne!(column(&one, "p10_ore"), column(&other, "p10_ore"));
    assert_eq!(column(&one, "closing_ore"), column(&other, "closing_ore"));
    assert_eq!((&one["seed"], &one["paths"]), (&json!(7), &json!(2000)));
    assert_eq!(one["sampling_error"]["probability"], "0.0220");
}

#[test]
fn f1_every_quarter_of_the_demo_sums_in_ore_and_opens_where_the_one_before_closed() {
    let place = Place::demo();
    let forecast = place.tells(&["forecast"]);
    let capital = place.tells(&["capital", "--today", "2018-09-30"]);
    let mut opening = capital["bank_ore"].as_i64().unwrap();
    assert_eq!(quarters(&forecast).len(), 40);
    for quarter in quarters(&forecast) {
        let ore = |name: &str| quarter[name].as_i64().unwrap();
        assert_eq!(ore("opening_ore"), opening, "{quarter}");
        let flows = ore("contributions_ore") + ore("state_ore") + ore("repayments_ore") + ore("other_ore")
            - ore("disbursements_ore")
            - ore("costs_ore");
        assert_eq!(opening + flows, ore("closing_ore"), "{quarter}");
        assert!(
            ore("p10_ore") <= ore("p50_ore") && ore("p50_ore") <= ore("p90_ore"),
            "{quarter}"
        );
        opening = ore("closing_ore");
    }
    let today = place.tells(&["capital"]);
    for figure in ["free_on_hand_ore", "free_cash_flow_ore", "reserve_ore", "limit"] {
        assert_eq!(forecast[figure], today[figure], "{figure}");
    }
    assert_eq!(forecast["self_financing"], today["indicators"]["self_financing"]);
    let lowest = column(&forecast, "closing_ore").into_iter().min();
    assert_eq!(forecast["lowest"]["closing_ore"].as_i64(), lowest);
}

#[test]
fn f5_a_scenario_changes_what_it_says_and_the_bank_of_today_never() {
    let place = Place::demo();
    let under = |scenario: &str| {
        let file = place.file("scenario.toml", scenario);
        place.tells(&["forecast", "--scenario", &file])
    };
    let plain = place.tells(&["forecast"]);
    let last = |forecast: &Json, name: &str| *column(forecast, name).last().unwrap();
    let later = under("delay_quarters = 4\n");
    assert!(last(&later, "closing_ore") < last(&plain, "closing_ore"));
    let fewer = under("uptake_factor = 0.5\n");
    assert!(last(&fewer, "closing_ore") < last(&plain, "closing_ore"));
    let reserve = under("reserve = 180000000\n");
    assert_eq!(reserve["reserve_ore"], 18_000_000_000_i64);
    assert_eq!(column(&reserve, "closing_ore"), column(&plain, "closing_ore"));
    assert_eq!(quarters(&reserve)[1]["p_below_reserve"], "1.0000");
    let free = |forecast: &Json| forecast["free_on_hand_ore"].as_i64().unwrap();
    assert_eq!(free(&reserve), free(&plain) - 18_000_000_000);
    assert_eq!(reserve["free_cash_flow_ore"], 0);
    for forecast in [&later, &fewer, &reserve] {
        assert_eq!(forecast["what_if"], true);
        assert_eq!(
            quarters(forecast)[0]["opening_ore"],
            quarters(&plain)[0]["opening_ore"]
        );
    }
}

#[test]
fn f5_projects_are_taken_in_and_out_of_the_plan_by_reference() {
    let place = Place::demo();
    let plain = place.tells(&["forecast"]);
    let shown = place.tells(&["proposals", "list"]);
    let at = |stage: &str| {
        let items = shown["items"].as_array().unwrap().iter();
        let found = items.clone().find(|item| item["stage"] == stage);
        found.map(|item| item["ref"].as_str().unwrap().to_owned())
    };
    let developing = at("developing").unwrap();
    let waiting = at("recommended")
        .or_else(|| at("ranked"))
        .or_else(|| at("scoring"))
        .unwrap();
    let under = |scenario: &str| {
        let file = place.file("scenario.toml", scenario);
        let sum: i64 = column(
            &place.tells(&["forecast", "--scenario", &file]),
            "disbursements_ore",
        )
        .iter()
        .sum();
        sum
    };
    let sum: i64 = column(&plain, "disbursements_ore").iter().sum();
    assert!(under(&format!("exclude = [\"{developing}\"]\n")) < sum);
    assert!(under(&format!("include = [\"{waiting}\"]\n")) > sum);
    // K1: what is taken in is committed today, what is taken out is committed no more; an extra flow counts on its day.
    let free = |option: &str, file: &str| {
        let told = place.tells(&["forecast", option, file]);
        told["free_on_hand_ore"].as_i64().unwrap() - plain["free_on_hand_ore"].as_i64().unwrap()
    };
    let item = place.tells(&["proposals", "show", &waiting]);
    let shown = place.tells(&["proposals", "show", &developing]);
    let outstanding = |shown: &Json| shown["commitment"]["outstanding_ore"].as_i64();
    let both = format!("include = [\"{waiting}\"]\nexclude = [\"{developing}\"]\n");
    assert_eq!(
        free("--scenario", &place.file("both.toml", both)),
        outstanding(&shown).unwrap() - item["applied_ore"].as_i64().unwrap()
    );
    let flows = "date,kind,amount,label\n2018-11-15,commitment,8000000,a\n2018-11-15,disbursement,3000000,a\n\
                 2018-11-15,receipt,1000000,b\n2018-11-16,receipt,5000000,b\n";
    assert_eq!(free("--what-if", &place.file("flows.csv", flows)), -700_000_000);
    let refused = |scenario: &str| {
        let file = place.file("scenario.toml", scenario);
        said(place.told(&["forecast", "--json", "--scenario", &file])).refusal()
    };
    let no = |code: &str| (4, code.to_owned());
    assert_eq!(
        refused(&format!("exclude = [\"{waiting}\"]\n")),
        no("what-if-not-committed")
    );
    assert_eq!(
        refused(&format!("include = [\"{developing}\"]\n")),
        no("what-if-not-undecided")
    );
    assert_eq!(
        refused("include = [\"2018-01\"]\nexclude = [\"2018-01\"]\n"),
        no("scenario-both")
    );
    assert_eq!(refused("uptake = 0.5\n"), no("toml-unknown"));
}

#[test]
fn f5_a_what_if_before_today_is_refused_with_line_and_column_and_one_beyond_the_horizon_is_told() {
    let place = blank();
    let file = place.file(
        "past.csv",
        "Dato;Type;Beløp;Merke\n1.2.2018;innbetaling;1 000;a\n31.1.2018;utgift;5;b\n1.3.2018;gave;5;c\n",
    );
    let answer = place.says("", &["forecast", "--json", "--what-if", &file]);
    assert_eq!(answer.code, 4, "{answer:?}");
    let error = &answer.json()["error"];
    let rows = error["rows"].as_array().unwrap();
    let found: Vec<_> = rows
        .iter()
        .map(|row| (&row["line"], &row["column"], &row["code"]))
        .collect();
    assert_eq!(
        found,
        [
            (&json!(3), &json!("Dato"), &json!("what-if-past")),
            (&json!(4), &json!("Type"), &json!("flow-kind-unknown")),
        ]
    );
    let file = place.file(
        "late.csv",
        "date,kind,amount,label\n2020-01-01,receipt,7,a\n2018-03-01,receipt,9,a\n",
    );
    let args = ["forecast", "--quarters", "4", "--what-if", &file];
    let forecast = place.does("", &args);
    assert_eq!(forecast["warnings"][0]["code"], "what-if-beyond");
    assert_eq!(column(&forecast, "closing_ore"), [900; 4]);
    let told = place.says("", &args);
    assert!(
        told.err.contains("31.12.2018") && told.out.starts_with("Scenario"),
        "{told:?}"
    );
    let within = place.does("", &["forecast", "--quarters", "8"]);
    assert_eq!(within["warnings"], Json::Null);
}

#[test]
fn f5_a_saved_forecast_is_kept_as_it_was_and_never_changed_and_a_what_if_is_never_saved() {
    let place = Place::demo();
    let made = place.tells(&[
        "forecast",
        "--quarters",
        "8",
        "--seed",
        "3",
        "--save",
        "Budsjett 2019",
    ]);
    assert_eq!(made["saved"], "Budsjett 2019");
    assert_eq!(
        place.tells(&["forecasts", "list"]),
        json!({ "items": [
            { "name": "Budsjett 2018", "as_of": "2018-02-01" },
            { "name": "Halvår 2018", "as_of": "2018-07-02" },
            { "name": "Budsjett 2019", "as_of": "2018-11-15" },
        ] })
    );
    let shown = place.tells(&["forecasts", "show", "Budsjett 2019"]);
    assert_eq!(
        (&shown["quarters"], &shown["lowest"]),
        (&made["quarters"], &made["lowest"])
    );
    assert_eq!((&shown["seed"], &shown["paths"]), (&json!(3), &json!(2000)));
    assert_eq!(shown["passed"], json!([]), "none of it is over");
    let refused = |args: &[&str]| said(place.told(&[args, &["--json"]].concat())).refusal();
    let no = |code: &str| (4, code.to_owned());
    assert_eq!(
        refused(&["forecast", "--save", "Budsjett 2019"]),
        no("forecast-exists")
    );
    let file = place.file("what-if.csv", "date,kind,amount\n2018-12-01,cost,1\n");
    assert_eq!(
        refused(&["forecast", "--save", "Ny", "--what-if", &file]),
        no("forecast-what-if-unsaved")
    );
    assert_eq!(refused(&["forecasts", "show", "Ny"]), no("forecast-unknown"));
}

#[test]
fn f5_what_came_of_a_saved_forecast_is_what_the_ledger_says_and_what_the_report_says() {
    let place = Place::demo();
    let shown = place.tells(&["forecasts", "show", "Budsjett 2018"]);
    let passed = shown["passed"].as_array().unwrap();
    assert_eq!(passed.len(), 3);
    for (one, day) in passed.iter().zip(["2018-03-31", "2018-06-30", "2018-09-30"]) {
        let capital = said(place.told(&["capital", "--json", "--today", day])).json();
        assert_eq!(one["actual_ore"], capital["bank_ore"]);
        let of = |key: &str| one[key].as_i64().unwrap();
        assert_eq!(of("difference_ore"), of("actual_ore") - of("forecast_ore"));
        assert_eq!(
            one["within_band"],
            (of("p10_ore")..=of("p90_ore")).contains(&of("actual_ore"))
        );
    }
    let report = place.tells(&["report", "2018"]);
    assert_eq!(report["forecast"]["name"], "Budsjett 2018");
    assert_eq!(report["forecast"]["quarters"], shown["passed"]);
}

#[test]
fn everyone_may_look_ahead_and_who_only_looks_on_may_not_save() {
    let place = Place::new();
    place.does(
        "",
        &["member", "add", "per", "--name", "Per", "--role", "observer"],
    );
    for who in ["kari", "lise", "sofie", "karl", "per", ""] {
        assert_eq!(quarters(&place.does(who, &["forecast"])).len(), 40);
    }
    assert_eq!(place.refuses("per", &["forecast", "--save", "a"]).0, 3);
    assert_eq!(place.does("kari", &["forecast", "--save", "a"])["saved"], "a");
}

#[test]
fn how_far_and_how_closely_has_bounds_and_they_are_said() {
    let place = blank();
    for (argument, values) in [("--quarters", ["0", "121"]), ("--paths", ["0", "100001"])] {
        for value in values {
            assert_eq!(
                place.refuses("", &["forecast", argument, value]),
                (4, "whole-number-outside".to_owned()),
                "{argument} {value}"
            );
        }
    }
    assert_eq!(
        place.refuses("", &["forecast", "--seed", "-1"]),
        (4, "whole-number-invalid".to_owned())
    );
    let told = place.says("", &["forecast", "--paths", "100001"]);
    assert!(told.err.contains("fra 1 til 100\u{a0}000"), "{told:?}");
    let least = place.does("", &["forecast", "--quarters", "1", "--paths", "1"]);
    assert_eq!(quarters(&least).len(), 1);
}

#[test]
fn the_page_for_people_fits_eighty_columns_and_states_the_sampling_error() {
    let place = Place::demo();
    for (lang, error) in [
        ("nb", "± 2,2\u{a0}prosentpoeng"),
        ("en", "± 2.2\u{a0}percentage points"),
    ] {
        let page = said(place.told(&["forecast", "--lang", lang])).out;
        let table: Vec<&str> = page
            .lines()
            .filter(|line| line.contains("2020") || line.contains("P10  "))
            .collect();
        assert!(table.len() >= 5, "{page}");
        assert!(table.iter().all(|line| line.chars().count() <= 80), "{page}");
        assert!(page.contains(error), "{page}");
    }
}

#[test]
fn f5_hidden_rows_of_a_workbook_that_is_laid_over_are_told_of() {
    let place = Place::with_halden_paid();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [
        (0, ["date", "kind", "amount", "label"]),
        (1, ["2018-05-01", "receipt", "100", "Gave"]),
    ] {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    sheet.set_row_hidden(1).unwrap();
    let file = place.file("what-if.xlsx", book.save_to_buffer().unwrap());
    for more in [&[][..], &["--json"]] {
        let said = place.says(
            "",
            &[&["forecast", "--paths", "100", "--what-if", &file], more].concat(),
        );
        assert!(said.code == 0 && said.err.contains("Rad 2 er skjult"), "{said:?}");
    }
}
