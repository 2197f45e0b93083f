//! Another sum than was asked for, dated counts of inhabitants, and periods that are opened again, as scripts and people
//! meet them.

use serde_json::{Value as Json, json};

use crate::place::Place;
use crate::repayment::{on, refused};

#[test]
fn c8_a_resolution_of_another_sum_is_received_and_what_is_over_paid_back_by_two() {
    let place = Place::new();
    let day = "2018-02-10";
    let people = place.file(
        "folk.csv",
        "kind,number,name,population\nkommune,0106,Fredrikstad,19892\n",
    );
    place.does("sofie", &on(day, &["import", "participants", &people]));
    let decide = [
        "participant",
        "decide",
        "0106",
        "yes",
        "--resolution",
        "Kommunestyret bevilger 400 000 kr",
        "--resolved",
        "400000",
    ];
    assert_eq!(place.does("sofie", &on(day, &decide))["amount_ore"], 39_784_000);
    let paid = place.does(
        "sofie",
        &on(day, &["participant", "pay", "0106", "--amount", "400000"]),
    );
    assert_eq!(paid["refund_owed_ore"], 216_000);
    let shown = |day| place.does("kari", &on(day, &["participants", "show", "0106"]));
    let before = shown(day);
    assert_eq!(
        (
            &before["paid_ore"],
            &before["refund_owed_ore"],
            &before["standing"]
        ),
        (&json!(39_784_000), &json!(216_000), &json!("paid"))
    );
    assert_eq!(before["answers"][0]["resolved_ore"], 40_000_000);
    assert_eq!(
        before["answers"][0]["resolution"],
        "Kommunestyret bevilger 400 000 kr"
    );
    assert_eq!(
        before["inhabitants"],
        json!([{ "from": null, "population": 19_892 }])
    );
    let made = place.does("sofie", &on(day, &["participant", "refund", "0106"]));
    assert_eq!(made["amount_ore"], 216_000);
    let id = made["id"].to_string();
    let waiting = place.does("karl", &on(day, &["disbursements"]));
    assert_eq!(
        (&waiting["items"][0]["number"], &waiting["items"][0]["ref"]),
        (&json!("0106"), &Json::Null)
    );
    let again = on(day, &["participant", "refund", "0106"]);
    assert_eq!(place.refuses("sofie", &again), refused(4, "over-too-little"));
    let kept = on(
        day,
        &["participant", "keep", "0106", "--amount", "1", "--reason", "Gave"],
    );
    assert_eq!(place.refuses("karl", &kept), refused(4, "over-too-little"));
    place.does("sofie", &on(day, &["disbursements", "withdraw", &id]));
    place.does("karl", &kept);
    let made = place.does("sofie", &on(day, &["participant", "refund", "0106"]));
    assert_eq!(made["amount_ore"], 215_900);
    let id = made["id"].to_string();
    assert_eq!(
        place.refuses("sofie", &on(day, &["approve", &id])),
        refused(3, "denied-role")
    );
    let approved = place.does("karl", &on(day, &["approve", &id]));
    assert_eq!(
        (&approved["number"], &approved["amount_ore"]),
        (&json!("0106"), &json!(215_900))
    );
    assert_eq!(shown(day)["refund_owed_ore"], 0);
    assert_eq!(place.does("", &["check"])["ok"], true);
    let said = place
        .says("kari", &on(day, &["participants", "show", "0106"]))
        .out;
    assert!(said.contains("bevilger") && said.contains("refusjon"), "{said}");
}

#[test]
fn c8_ks_waives_a_rest_and_a_stranger_to_the_step_is_refused() {
    let place = Place::new();
    let day = "2018-02-10";
    place.does("sofie", &on(day, &["participant", "decide", "0101", "yes"]));
    place.does(
        "sofie",
        &on(day, &["participant", "pay", "0101", "--amount", "600000"]),
    );
    let waive = |amount| {
        on(
            day,
            &[
                "participant",
                "waive",
                "0101",
                "--amount",
                amount,
                "--reason",
                "Vedtak om en rund sum",
            ],
        )
    };
    assert_eq!(place.refuses("sofie", &waive("15800")), refused(3, "denied-role"));
    assert_eq!(
        place.refuses("karl", &waive("15801")),
        refused(4, "waive-too-much")
    );
    let silent = on(day, &["participant", "waive", "0101", "--amount", "1"]);
    assert_eq!(place.refuses("karl", &silent), refused(2, "usage"));
    assert_eq!(place.does("karl", &waive("15800"))["rest_ore"], 0);
    let shown = place.does("kari", &on(day, &["participants", "show", "0101"]));
    assert_eq!(
        (&shown["promised_ore"], &shown["waived_ore"], &shown["standing"]),
        (&json!(60_000_000), &json!(1_580_000), &json!("paid"))
    );
    assert_eq!(shown["waivers"][0]["reason"], "Vedtak om en rund sum");
}

#[test]
fn c7_number_and_population_are_enough_and_the_count_holds_from_its_day() {
    let place = Place::new();
    let file = place.file("folk.csv", "number,population\n101,31000\n");
    let import = |day, from| on(day, &["import", "participants", &file, "--on", from]);
    assert_eq!(
        place.refuses("sofie", &import("2018-02-10", "2018-02-11")),
        refused(4, "date-ahead")
    );
    place.does("sofie", &import("2018-02-10", "2018-02-05"));
    let population =
        |day| place.does("kari", &on(day, &["participants", "show", "0101"]))["population"].clone();
    assert_eq!(
        (population("2018-02-04"), population("2018-02-05")),
        (json!(30_790), json!(31_000))
    );
    let shown = place.does("kari", &on("2018-02-10", &["participants", "show", "0101"]));
    assert_eq!(
        shown["inhabitants"],
        json!([{ "from": null, "population": 30_790 }, { "from": "2018-02-05", "population": 31_000 }])
    );
    assert_eq!(shown["name"], "Halden");
    // C1: a decision of the day before is of the inhabitants of that day.
    let yes = ["participant", "decide", "0101", "yes", "--on", "2018-02-04"];
    assert_eq!(
        place.does("sofie", &on("2018-02-10", &yes))["amount_ore"],
        61_580_000
    );
}

#[test]
fn l2_a_period_is_closed_before_today_and_opened_again_by_ks() {
    let place = Place::new();
    let close = |day, through| on(day, &["ledger", "close", through]);
    assert_eq!(
        place.refuses("sofie", &close("2018-04-10", "2018-04-10")),
        refused(4, "period-not-over")
    );
    assert_eq!(
        place.refuses("sofie", &close("2099-12-31", "2018-03-31")),
        refused(4, "today-ahead"),
        "bounded by the true clock"
    );
    assert_eq!(
        place.does("sofie", &close("2018-04-10", "2018-03-31"))["closed_through"],
        "2018-03-31"
    );
    let pay = on(
        "2018-04-10",
        &["ks", "pay", "--amount", "1", "--on", "2018-03-31"],
    );
    assert_eq!(place.refuses("sofie", &pay), refused(4, "period-closed"));
    let reopen = ["ledger", "reopen", "2018-03-31", "--reason", "Et bilag manglet"];
    let reopen = on("2018-04-10", &reopen);
    assert_eq!(place.refuses("sofie", &reopen), refused(3, "denied-role"));
    assert_eq!(place.does("karl", &reopen)["closed_through"], Json::Null);
    place.does("sofie", &pay);
}

#[test]
fn c3_the_json_of_the_capital_says_what_is_to_be_matched() {
    let place = Place::new();
    let state = place.does("kari", &["capital"])["state"].clone();
    assert_eq!(
        (&state["to_match_ore"], &state["missing_match_ore"]),
        (&json!(0), &json!(8_500_000_000_i64))
    );
}

#[test]
fn c6_the_page_of_who_paid_a_part_and_said_no_promises_what_is_paid() {
    let place = Place::new();
    let day = "2018-02-10";
    place.does("sofie", &on(day, &["participant", "decide", "0101", "yes"]));
    let pay = ["participant", "pay", "0101", "--amount", "10000"];
    place.does("sofie", &on(day, &pay));
    let page = |place: &Place| {
        place
            .says("kari", &on(day, &["participants", "show", "0101"]))
            .out
    };
    let promised = |page: String| {
        let line = page.lines().find(|line| line.trim_start().starts_with("Lovet"));
        line.map(|line| line.split_whitespace().skip(1).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(promised(page(&place)), Some("615 800 kr".into()));
    let no = ["participant", "decide", "0101", "no", "--reason", "Nytt vedtak"];
    place.does("sofie", &on(day, &no));
    let shown = place.does("kari", &on(day, &["participants", "show", "0101"]));
    assert_eq!(shown["promised_ore"], 1_000_000);
    assert_eq!(promised(page(&place)), Some("10 000 kr".into()));
}

#[test]
fn c8_what_is_paid_back_stands_under_the_day_of_its_voucher() {
    let place = Place::new();
    let registered = "2018-02-10";
    place.does(
        "sofie",
        &on(registered, &["participant", "decide", "0101", "yes"]),
    );
    let pay = ["participant", "pay", "0101", "--amount", "616800"];
    place.does("sofie", &on(registered, &pay));
    let made = place.does("sofie", &on(registered, &["participant", "refund", "0101"]));
    let approve = ["approve", &made["id"].to_string()].map(ToOwned::to_owned);
    let approve: Vec<&str> = approve.iter().map(String::as_str).collect();
    place.does("karl", &on("2018-02-14", &approve));
    let refund = |day: &str| {
        let page = place
            .says("kari", &on(day, &["participants", "show", "0101"]))
            .out;
        let line = page.lines().find(|line| line.contains("refusjon"));
        line.unwrap_or_else(|| panic!("{page}")).trim().to_owned()
    };
    assert!(
        refund("2018-02-14").starts_with("14.2.2018"),
        "{}",
        refund("2018-02-14")
    );
    assert!(
        refund("2018-02-13").starts_with("10.2.2018"),
        "{}",
        refund("2018-02-13")
    );
    let listed = place.does("kari", &on("2018-02-13", &["disbursements"]));
    let listed = &listed["items"][0];
    assert_eq!(
        (&listed["approved_by"], &listed["pay_on"]),
        (&Json::Null, &json!(registered)),
        "not yet approved, it waits for its day too"
    );
}
