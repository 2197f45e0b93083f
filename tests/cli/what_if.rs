//! F5 by commands: proposals taken in and left out of the ranking, and the proposals that nobody has scored (S6).

use serde_json::{Value as Json, json};

use crate::place::Place;

fn refs(list: &Json) -> Vec<&str> {
    let items = list["items"].as_array().unwrap();
    items.iter().map(|item| item["ref"].as_str().unwrap()).collect()
}

fn item<'a>(list: &'a Json, reference: &str) -> &'a Json {
    let mut items = list["items"].as_array().unwrap().iter();
    items.find(|item| item["ref"] == reference).unwrap()
}

const KRONER: i64 = 100;
const MILLION: i64 = 1_000_000 * KRONER;
/// What is free in the demo.
const FRAME: i64 = 174_226_867 * KRONER + 49;

#[test]
fn f5_what_is_taken_in_comes_besides_what_the_line_gives() {
    let place = Place::demo();
    let plain = place.tells(&["ranking"]);
    assert_eq!(
        (&plain["frame_ore"], &plain["used_ore"]),
        (&json!(FRAME), &json!(146 * MILLION))
    );
    assert_eq!(plain.get("taken_in"), None);
    let tried = place.tells(&["ranking", "--with", "2018-32,2018-36"]);
    assert_eq!(tried["taken_in"], json!(["2018-32", "2018-36"]));
    assert_eq!(tried["left_out"], json!([]));
    // 146 + 38 + 21 of 174.2.
    assert_eq!(tried["used_ore"], 205 * MILLION);
    assert_eq!(tried["missing_ore"], 205 * MILLION - FRAME);
    assert_eq!(tried["displaced"], json!(["2018-33", "2018-34"]));
    assert_eq!(item(&tried, "2018-36")["cumulative_ore"], 205 * MILLION);
    assert_eq!(item(&tried, "2018-36")["above_line"], true);
    // 2018-38 is no. 8, and comes to stand above the line before those that are not taken in.
    let last = place.tells(&["ranking", "--with", "2018-38"]);
    assert_eq!(refs(&last)[4..], ["2018-38", "2018-32", "2018-36", "2018-37"]);
    assert_eq!(
        (&last["missing_ore"], &last["displaced"]),
        (&json!(0), &json!([]))
    );
    assert_eq!(item(&last, "2018-38")["place"], 8);
}

#[test]
fn f5_a_lower_sum_and_what_is_left_out() {
    let place = Place::demo();
    let part = place.tells(&["ranking", "--with", "2018-32=28 000 000,50"]);
    assert_eq!(part["used_ore"], 174 * MILLION + 50);
    assert_eq!(part["missing_ore"], 0);
    // Without 45 the line goes on: 42 + 33 + 26 + 38 + 21 = 160, and 17 more is too much.
    let without = place.tells(&["ranking", "--without", "2018-33"]);
    assert_eq!(without["left_out"], json!(["2018-33"]));
    assert_eq!(
        (&without["taken_in"], &without["used_ore"]),
        (&json!([]), &json!(160 * MILLION))
    );
    assert_eq!(item(&without, "2018-33")["above_line"], false);
    let both = place.tells(&["ranking", "--with", "2018-37", "--without", "2018-33,2018-31"]);
    assert_eq!(both["taken_in"], json!(["2018-37"]));
    assert_eq!(both["left_out"], json!(["2018-31", "2018-33"]));
    let mut lower = place.told(&["ranking", "--with", "2018-32=1000000", "--without", "2018-33"]);
    let said = String::from_utf8(lower.output().unwrap().stdout).unwrap();
    let begins = "Med 2018-32 redusert til 1,0\u{a0}mill. og uten 2018-33 ";
    assert!(said.contains(begins) && !said.contains("(1,0 mill.)"), "{said}");
}

#[test]
fn f5_what_cannot_be_tried_is_refused() {
    let place = Place::demo();
    let refused = |args: &[&str]| place.refuses("leder", &[&["ranking"], args].concat());
    for (args, code) in [
        (&["--with", "2018-99"][..], "case-not-in-round"),
        (&["--with", "2018-32=38000001"], "what-if-amount-above"),
        (&["--with", "2018-32=0"], "amount-not-positive"),
        (&["--with", "2018-32", "--without", "2018-32"], "what-if-twice"),
        (&["--with", "2018-32,2018-32"], "what-if-twice"),
    ] {
        assert_eq!(refused(args), (4, code.to_owned()), "{args:?}");
    }
    // S4: a round that is not revealed has no what-if either.
    let blind = ["--round", "2018-2", "--with", "2018-13"];
    assert_eq!(refused(&blind), (3, "denied-blind".to_owned()));
}

#[test]
fn s6_what_nobody_has_scored_has_no_place_and_asks_nothing_until_it_is_recommended() {
    let place = Place::with_halden_paid();
    let scored = place.qualified("Innsyn", "1 000 000");
    let unscored = place.qualified("Kart", "2 000 000");
    place.does("lise", &["round", "open", "2018-1", &scored, &unscored]);
    place.does("kari", &["score", &scored, "--set", "benefit=4"]);
    place.does("lise", &["round", "reveal", "2018-1"]);
    let ranking = || place.does("kari", &["ranking", "--frame", "10 000 000"]);
    let at = |list: &Json, field: &str| item(list, &unscored)[field].clone();
    let fields = ["place", "computed_place", "above_line", "recommended_ore"];
    let told = |list: &Json| fields.map(|field| at(list, field));
    let plain = ranking();
    assert_eq!(told(&plain), [Json::Null, Json::Null, json!(false), Json::Null]);
    assert_eq!(
        (&plain["used_ore"], refs(&plain)),
        (&json!(MILLION), vec![&*scored, &*unscored])
    );
    assert_eq!(item(&plain, &scored)["place"], 1);
    // Moved it has a place, and still asks nothing.
    let outside = ["move", &scored, "--to", "2", "--reason", "Haster"];
    assert_eq!(place.refuses("lise", &outside), (4, "place-outside".to_owned()));
    place.does("lise", &["move", &unscored, "--to", "1", "--reason", "Haster"]);
    let moved = ranking();
    assert_eq!(told(&moved), [json!(1), Json::Null, json!(false), Json::Null]);
    assert_eq!(
        (&moved["used_ore"], &item(&moved, &scored)["place"]),
        (&json!(MILLION), &json!(2))
    );
    place.does("lise", &["recommend", &unscored, "--amount", "1 500 000"]);
    let recommended = ranking();
    assert_eq!(
        told(&recommended),
        [json!(1), Json::Null, json!(true), json!(150_000_000)]
    );
    assert_eq!(recommended["used_ore"], 250_000_000);
}
