//! The yearly report: the figures of the other commands in words, in a file that stands alone, with nothing in it that is
//! hidden or unescaped.

use serde_json::{Value as Json, json};

use crate::place::{Place, Printed};
use crate::repayment::on;

fn page(place: &Place, args: &[&str]) -> String {
    let said: Printed = place.told(&[&["report"], args].concat()).output().unwrap().into();
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
    said.out
}

/// `1 234,50` as the report writes it.
fn kroner(ore: &Json) -> String {
    let ore = ore.as_i64().unwrap_or_else(|| panic!("{ore}"));
    kommit::i18n::Words::new(kommit::i18n::Lang::Nb).amount(kommit::domain::money::Ore::new(ore))
}

/// What stands after a label in a list of figures.
fn figure<'a>(text: &'a str, label: &str) -> &'a str {
    text.split(&format!("{label}: ")).nth(1).unwrap()
}

/// The cells of the row that begins so.
fn cells(page: &str, first: &str) -> Vec<String> {
    let head = format!("| {first} |");
    let line = page
        .lines()
        .find(|line| line.replace("**", "").starts_with(&head));
    let line = line
        .unwrap_or_else(|| panic!("no row {first} in\n{page}"))
        .replace("**", "");
    line.trim_matches('|')
        .split(" |")
        .map(|cell| cell.trim().to_owned())
        .collect()
}

#[test]
fn the_report_of_the_demo_is_as_it_was() {
    let place = Place::demo();
    let text = page(&place, &["2018"]);
    // The hash is another in every demo, by the random numbers that are sealed with hidden scores.
    let (_, hash) = text.rsplit_once(':').unwrap();
    let hash = hash.trim_end().trim_end_matches('.');
    assert_eq!(hash.len(), 64, "{hash}");
    insta::assert_snapshot!(text.replace(hash, "…"));
}

#[test]
fn every_figure_is_that_of_the_command_it_belongs_to() {
    let place = Place::demo();
    let text = page(&place, &["2018"]);
    let capital = place.tells(&["capital"]);
    for (row, field) in [
        ("På konto", "bank_ore"),
        ("Bundet i tilsagn", "outstanding_commitments_ore"),
        ("Reserve", "reserve_ore"),
        ("Ledig nå", "free_on_hand_ore"),
        ("Ledig etter kontantstrøm", "free_cash_flow_ore"),
        ("Utestående hos løsningene", "outstanding_cost_ore"),
        ("Tap", "losses_ore"),
        ("Skyldig refusjon", "refunds_owed_ore"),
        ("Fondskapital", "fund_capital_ore"),
    ] {
        assert!(figure(&text, row).starts_with(&kroner(&capital[field])), "{row}");
    }
    for (row, source) in ["Kommuner", "Fylkeskommuner", "KS", "Staten (KMD)"]
        .iter()
        .zip(capital["sources"].as_array().unwrap())
    {
        let fields = ["potential_ore", "promised_ore", "paid_ore"].map(|field| kroner(&source[field]));
        assert_eq!(cells(&text, row)[1..], fields);
    }
    let percent = |share: &Json| {
        let share: rust_decimal::Decimal = share.as_str().unwrap().parse().unwrap();
        kommit::i18n::Words::new(kommit::i18n::Lang::Nb).percent(share, 1)
    };
    let indicators = &capital["indicators"];
    for (row, field) in [
        ("Tilsagnsgrad", "commitment_rate"),
        ("Utbetalingsgrad", "disbursement_rate"),
        ("Omløpshastighet", "turnover"),
        ("Selvfinansiering", "self_financing"),
    ] {
        assert!(
            figure(&text, row).starts_with(&percent(&indicators[field])),
            "{row}"
        );
    }
    let solutions = place.tells(&["solutions"]);
    let solutions = solutions["items"].as_array().unwrap();
    assert!(solutions.len() > 5);
    let of_solutions = text.split("## Løsningene").nth(1).unwrap();
    for solution in solutions {
        let row = cells(of_solutions, solution["ref"].as_str().unwrap());
        assert_eq!(row[2], kroner(&solution["cost_ore"]));
        assert_eq!(row[3], kroner(&solution["repaid_ore"]));
        assert_eq!(row[4], percent(&solution["recovery"]));
        assert_eq!(row[6], kroner(&solution["overdue_ore"]));
    }
    let forecast = place.tells(&["forecast"]);
    let lowest = kommit::domain::money::Ore::new(forecast["lowest"]["closing_ore"].as_i64().unwrap());
    let lowest = kommit::i18n::Words::new(kommit::i18n::Lang::Nb).mill_kr(lowest);
    let ahead = text.split("## Veien videre").nth(1).unwrap();
    assert!(figure(ahead, "Lavest").starts_with(&lowest), "{ahead}");
    for (row, at) in [
        ("4. kv. 2018", 0),
        ("1. kv. 2020", 5),
        ("4. kv. 2027", 36),
        ("3. kv. 2028", 39),
    ] {
        let quarter = &forecast["quarters"][at];
        let row = cells(ahead, &row.replace(' ', "\u{a0}"));
        let fields = ["closing_ore", "p10_ore", "p50_ore", "p90_ore"].map(|field| kroner(&quarter[field]));
        assert_eq!(row[1..5], fields, "{quarter}");
    }
}

#[test]
fn f1_the_year_sums_in_ore_from_the_bank_of_the_year_before_to_the_bank_of_the_report() {
    let place = Place::demo();
    for (year, before, last) in [
        ("2017", "2017-09-01", "2017-12-31"),
        ("2018", "2017-12-31", "2018-11-15"),
    ] {
        let report = place.tells(&["report", year]);
        assert_eq!(
            (&report["as_of"], &report["is_over"]),
            (&json!(last), &json!(year == "2017"))
        );
        let bank = |day: &str| {
            place.tells(&["capital", "--today", day])["bank_ore"]
                .as_i64()
                .unwrap()
        };
        let mut opening = bank(before);
        let whole = &report["whole"];
        assert_eq!(whole["opening_ore"], opening);
        let quarters = report["quarters"].as_array().unwrap();
        for course in quarters.iter().chain([whole]) {
            let ore = |field: &str| course[field].as_i64().unwrap();
            let flows =
                ore("contributions_ore") + ore("state_ore") + ore("repayments_ore") + ore("other_ore")
                    - ore("disbursements_ore")
                    - ore("costs_ore");
            assert_eq!(ore("opening_ore") + flows, ore("closing_ore"), "{course}");
        }
        for course in quarters {
            assert_eq!(course["opening_ore"], opening);
            opening = course["closing_ore"].as_i64().unwrap();
        }
        assert_eq!(quarters.len(), 4);
        assert_eq!((&whole["closing_ore"], opening), (&json!(bank(last)), bank(last)));
    }
    let text = page(&place, &["2017"]);
    let capital = place.tells(&["capital", "--today", "2017-12-31"]);
    assert!(figure(&text, "På konto").starts_with(&kroner(&capital["bank_ore"])));
    assert!(
        text.contains("31. desember 2017") && text.contains("Hele året"),
        "{text}"
    );
}

#[test]
fn f5_a_saved_forecast_is_held_against_what_came_of_it() {
    let place = Place::demo();
    place.tells(&["forecast", "--save", "Vår", "--today", "2018-02-01"]);
    place.tells(&["forecast", "--save", "Høst", "--today", "2018-09-01"]);
    let saved = place.tells(&["forecasts", "show", "Vår"]);
    let named = place.tells(&["report", "2018", "--forecast", "Vår"]);
    let forecast = &named["forecast"];
    assert_eq!(
        (&forecast["name"], &forecast["as_of"]),
        (&json!("Vår"), &json!("2018-02-01"))
    );
    let quarters = forecast["quarters"].as_array().unwrap();
    assert_eq!(quarters.len(), 3, "those that are over");
    for ((quarter, saved), last) in quarters.iter().zip(saved["quarters"].as_array().unwrap()).zip([
        "2018-03-31",
        "2018-06-30",
        "2018-09-30",
    ]) {
        let bank = &place.tells(&["capital", "--today", last])["bank_ore"];
        assert_eq!(
            (&quarter["actual_ore"], &quarter["forecast_ore"]),
            (bank, &saved["closing_ore"])
        );
        let ore = |field: &str| quarter[field].as_i64().unwrap();
        assert_eq!(ore("difference_ore"), ore("actual_ore") - ore("forecast_ore"));
        let within = (ore("p10_ore")..=ore("p90_ore")).contains(&ore("actual_ore"));
        assert_eq!(quarter["within_band"], within);
    }
    // The one that foresaw most of the year, and of two that foresaw as much the later.
    let told = place.tells(&["report", "2018"]);
    assert_eq!(told["forecast"]["name"], "Vår");
    place.tells(&["forecast", "--save", "Mars", "--today", "2018-03-01"]);
    let told = place.tells(&["report", "2018"]);
    assert_eq!(told["forecast"]["name"], "Mars");
    assert_eq!(place.tells(&["report", "2017"])["forecast"], Json::Null);
    let unknown = place.told(&["report", "2018", "--forecast", "Vinter", "--json"]);
    let unknown: Printed = { unknown }.output().unwrap().into();
    assert_eq!(unknown.refusal(), (4, "forecast-unknown".to_owned()));
}

#[test]
fn a_year_without_postings_or_ahead_is_refused_with_the_years_that_would_be_right() {
    let place = Place::demo();
    for year in ["2016", "2019", "-5"] {
        let said: Printed = place.told(&["report", year, "--json"]).output().unwrap().into();
        assert_eq!(said.refusal(), (4, "report-year-outside".to_owned()), "{year}");
        let message = said.json()["error"]["message"].to_string();
        assert!(message.contains("2017") && message.contains("2018"), "{message}");
    }
    let empty = Place::new();
    assert_eq!(
        empty.refuses("", &["report", "2018"]),
        (4, "report-nothing-yet".to_owned())
    );
    // The year of the first voucher is there before anything else is.
    let paid = Place::with_halden_paid();
    let report = paid.does("", &on("2019-03-01", &["report", "2019"]));
    assert_eq!(report["whole"]["opening_ore"], 61_580_000);
    assert_eq!(paid.refuses("", &on("2018-01-01", &["report", "2018"])).0, 4);
}

/// Every tag is closed in the order that it was opened, apart from those that are never closed.
fn is_well_formed(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, _) = piece
            .split_once('>')
            .unwrap_or_else(|| panic!("unclosed <{piece}"));
        let name = tag.split([' ', '\n']).next().unwrap();
        if let Some(name) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{piece}");
        } else if !(tag.starts_with('!') || tag.ends_with('/') || ["meta"].contains(&name)) {
            open.push(name);
        }
    }
    assert_eq!(open, Vec::<&str>::new());
}

#[test]
fn the_page_is_well_formed_stands_alone_and_shows_no_title_as_a_tag() {
    let place = Place::new();
    for number in ["0101", "0104", "01"] {
        place.does("sofie", &["participant", "decide", number, "yes"]);
        place.does("sofie", &["participant", "pay", number]);
    }
    let title = "<b>&\"'|*a*";
    let [reference] = place
        .recommended("2018-1", &[(title, "400000")])
        .try_into()
        .unwrap();
    place.does(
        "karl",
        &["decide", &reference, "--amount", "100000", "--reason", title],
    );
    place.does("sofie", &["disburse", &reference, "--amount", "100000"]);
    place.does("karl", &["approve", "1"]);
    let html = place.says("", &["report", "2018", "--format", "html"]).out;
    is_well_formed(&html);
    assert!(
        html.contains("&lt;b&gt;&amp;&quot;&#") && !html.contains("<b>"),
        "{html}"
    );
    for (mark, least) in [
        ("<caption>", 5),
        ("scope=\"col\"", 30),
        ("scope=\"row\"", 20),
        ("<svg ", 3),
        ("</title>", 4),
        ("</desc>", 3),
    ] {
        assert!(html.matches(mark).count() >= least, "{mark}");
    }
    for outside in ["<script", "http", "src=", "@import", "url("] {
        assert!(!html.contains(outside), "{outside}");
    }
    let text = place.says("", &["report", "2018"]).out;
    assert!(
        text.contains("\\<b\\>\\&\"'\\|\\*a\\*") && !text.contains("<b>"),
        "{text}"
    );
    let whole = Place::demo();
    for lang in ["nb", "en"] {
        let html = page(&whole, &["2018", "--format", "html", "--lang", lang]);
        is_well_formed(&html);
        assert!(html.contains(&format!("<html lang=\"{lang}\">")));
    }
}

#[test]
fn s4_what_is_not_decided_is_not_named() {
    let place = Place::demo();
    let text = page(&place, &["2018"]);
    let proposals = place.tells(&["proposals", "list"]);
    let mut hidden = 0;
    for proposal in proposals["items"].as_array().unwrap() {
        let stage = proposal["stage"].as_str().unwrap();
        if [
            "submitted",
            "qualified",
            "scoring",
            "ranked",
            "recommended",
            "postponed",
        ]
        .contains(&stage)
        {
            let title = proposal["title"].as_str().unwrap();
            assert!(!text.contains(title), "{title}");
            hidden += 1;
        }
    }
    assert!(hidden > 5, "{hidden}");
}
