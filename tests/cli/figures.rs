//! The reference figures of the fund's rules, through the real program and the file of participants of 2017.

use serde_json::{Value as Json, json};

use crate::place::Place;

const FILE: &str = include_str!("../../assets/data/participants-2017.csv");

/// A fund with everybody of 2017 invited, in which those of a kind have said yes.
fn fund(joined: &[&str]) -> Place {
    let place = Place::empty();
    place.does("", &["init", "--scheme", "digifin-2017"]);
    let mut lines = FILE.lines();
    let head = lines.next().unwrap();
    let mut text = format!("{head},decision,decided_on\n");
    for line in lines {
        let joins = joined.iter().any(|kind| line.starts_with(&format!("{kind},")));
        text.push_str(&format!("{line},{}\n", if joins { "ja,2017-12-01" } else { "," }));
    }
    let file = place.file("participants.csv", text);
    assert_eq!(
        place.does("", &["import", "participants", &file]),
        json!({ "rows": 444, "vouchers": 0, "first_voucher": null, "last_voucher": null })
    );
    place
}

fn kroner(kroner: i64) -> Json {
    json!(kroner * 100)
}

fn source<'a>(capital: &'a Json, kind: &str) -> &'a Json {
    let sources = capital["sources"].as_array().unwrap();
    sources.iter().find(|source| source["kind"] == kind).unwrap()
}

#[test]
fn everybody_joins_and_the_sources_are_what_the_letter_says() {
    let place = fund(&["kommune", "fylkeskommune"]);
    let capital = place.does("", &["capital"]);
    assert_eq!(
        source(&capital, "municipality")["promised_ore"],
        kroner(105_166_340)
    );
    assert_eq!(source(&capital, "county")["promised_ore"], kroner(22_957_790));
    assert_eq!(source(&capital, "ks")["promised_ore"], 0);
    assert_eq!(source(&capital, "ks")["potential_ore"], kroner(40_000_000));
    assert_eq!(source(&capital, "state")["promised_ore"], kroner(125_000_000));
    let promised = |kind| source(&capital, kind)["promised_ore"].as_i64().unwrap();
    let all: i64 = ["municipality", "county", "ks", "state"]
        .map(promised)
        .iter()
        .sum();
    assert_eq!(json!(all), kroner(253_124_130));
    assert_eq!(capital["state"]["missing_match_ore"], 0);
    assert_eq!(
        capital["state"]["tranches"],
        json!([
            { "year": 2017, "amount_ore": kroner(25_000_000), "released_ore": kroner(25_000_000) },
            { "year": 2018, "amount_ore": kroner(100_000_000), "released_ore": kroner(100_000_000) },
        ])
    );
}

#[test]
fn only_the_municipalities_join_and_ks_fills_up_to_the_states_cap() {
    let place = fund(&["kommune"]);
    let capital = place.does("", &["capital"]);
    assert_eq!(source(&capital, "county")["promised_ore"], 0);
    assert_eq!(source(&capital, "county")["potential_ore"], kroner(22_957_790));
    assert_eq!(
        source(&capital, "ks")["promised_ore"],
        kroner(125_000_000 - 105_166_340)
    );
    assert_eq!(capital["state"]["released_ore"], kroner(125_000_000));
}

#[test]
fn the_ten_largest_municipalities_give_35_millions() {
    let place = fund(&[]);
    let list = place.does("", &["participants", "list"]);
    let items = list["items"].as_array().unwrap();
    assert_eq!(items.len(), 444);
    let inhabitants: i64 = items
        .iter()
        .filter(|item| item["kind"] == "municipality")
        .map(|item| item["population"].as_i64().unwrap())
        .sum();
    assert_eq!(inhabitants, 5_258_317);
    let mut amounts: Vec<i64> = items
        .iter()
        .filter(|item| item["kind"] == "municipality")
        .map(|item| item["potential_ore"].as_i64().unwrap())
        .collect();
    amounts.sort_unstable();
    assert_eq!(
        json!(amounts.iter().rev().take(10).sum::<i64>()),
        kroner(35_606_120)
    );
}

#[test]
fn capital_has_the_fields_of_its_contract_and_no_others() {
    let place = Place::with_halden_paid();
    let capital = place.does("", &["kapital"]);
    let keys = |value: &Json| {
        let mut keys: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    };
    let mut expected = [
        "as_of",
        "sources",
        "state",
        "bank_ore",
        "outstanding_commitments_ore",
        "reserve_ore",
        "free_on_hand_ore",
        "free_cash_flow_ore",
        "limit",
        "outstanding_cost_ore",
        "losses_ore",
        "refunds_owed_ore",
        "fund_capital_ore",
        "indicators",
    ];
    expected.sort_unstable();
    assert_eq!(keys(&capital), expected);
    assert_eq!(
        keys(&capital["indicators"]),
        [
            "commitment_rate",
            "disbursement_rate",
            "self_financing",
            "turnover"
        ]
    );
    assert_eq!(
        capital["indicators"],
        json!({ "commitment_rate": "0.0000", "disbursement_rate": null, "turnover": "0.0000", "self_financing": null })
    );
    assert_eq!(
        (&capital["as_of"], &capital["limit"]),
        (&json!("2018-02-01"), &json!("on_hand"))
    );
    assert_eq!(
        (&capital["bank_ore"], &capital["free_cash_flow_ore"]),
        // K2: KS gives what it can, the state as much as the sector, a part of it by the end of 2018 only.
        (&kroner(615_800), &kroner(615_800 * 2 + 40_000_000 * 2))
    );
}

#[test]
fn a_number_that_isnt_one_is_refused_by_the_name_of_its_argument_and_with_what_would_be_right() {
    let place = Place::new();
    for (arguments, argument) in [
        (&["approve", "abc"][..], "<ID>"),
        (&["move", "2018-01", "--to", "abc", "--reason", "a"], "--to"),
        (&["ledger", "reverse", "x", "--reason", "a"], "<BILAG>"),
    ] {
        let said = place.says("lise", arguments);
        assert_eq!(said.code, 4, "{said:?}");
        assert!(said.err.contains("er ikke et helt tall"), "{said:?}");
        assert!(said.err.contains(argument), "{said:?}");
    }
}

#[test]
fn a_participants_payments_are_shown_and_the_log_is_said_in_words() {
    let place = Place::with_halden_paid();
    let shown = place.does("", &["participants", "show", "0101"]);
    assert_eq!(shown["payments"][0]["amount_ore"], shown["paid_ore"]);
    let said = place.says("", &["participants", "show", "0101"]);
    assert!(said.out.contains("Innbetalinger"), "{said:?}");
    let log = place.says("", &["audit"]);
    assert!(!log.out.contains("participant.pay"), "{log:?}");
}

#[test]
fn s4_without_a_round_the_ranking_is_of_the_one_revealed_last_and_refused_until_there_is_one() {
    let place = Place::with_halden_paid();
    let first = place.qualified("En", "100000");
    place.does("lise", &["round", "open", "a", &first]);
    place.does("kari", &["score", &first, "--set", "benefit=4"]);
    assert_eq!(place.refuses("lise", &["ranking"]).0, 3);
    place.does("lise", &["round", "reveal", "a"]);
    let second = place.qualified("To", "100000");
    place.does("lise", &["round", "open", "b", &second]);
    assert_eq!(place.does("lise", &["ranking"])["round"], "a");
    assert_eq!(place.refuses("lise", &["ranking", "--round", "b"]).0, 3);
}
