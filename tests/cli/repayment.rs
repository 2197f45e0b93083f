//! A solution's money from go-live to the last krone, by commands alone (R1–R4, L4).

use serde_json::{Value as Json, json};

use crate::place::Place;

/// A command on a business date of its own.
pub fn on<'a>(day: &'a str, args: &[&'a str]) -> Vec<&'a str> {
    [args, &["--today", day]].concat()
}

pub fn refused(code: i32, name: &str) -> (i32, String) {
    (code, name.to_owned())
}

/// A fund where everybody has paid, and two projects: one that has got all its 400 000 kr, and one that has got 100 000
/// of its 300 000 and waits for 50 000 more.
fn developed() -> (Place, String, String) {
    let place = Place::new();
    for number in ["0101", "0104", "01"] {
        place.does("sofie", &["participant", "decide", number, "yes"]);
        place.does("sofie", &["participant", "pay", number]);
    }
    let refs = place.recommended(
        "2018-1",
        &[("Felles innsyn", "400000"), ("Kartløsning", "300000")],
    );
    let [first, second] = refs.try_into().unwrap();
    for (reference, amount) in [(&first, "400000"), (&second, "300000")] {
        let plan = format!("2018-02-01={amount}");
        let decide = ["decide", reference, "--amount", amount, "--plan", &plan];
        place.does("karl", &decide);
    }
    for (id, reference, amount) in [("1", &first, "400000"), ("2", &second, "100000")] {
        place.does("sofie", &["disburse", reference, "--amount", amount]);
        place.does("karl", &["approve", id]);
    }
    place.does("sofie", &["disburse", &second, "--amount", "50000"]);
    (place, first, second)
}

/// The same with the first solution live, Halden and Moss as its adopters, and their shares settled.
pub fn settled() -> (Place, String, String) {
    let (place, first, second) = developed();
    let made = place.does("sofie", &["proposal", "live", &first]);
    assert_eq!(made, json!({ "ref": first, "live_on": "2018-02-01" }));
    for (number, day) in [("0101", "2018-02-10"), ("0104", "2018-02-20")] {
        let made = place.does("sofie", &on(day, &["adopt", &first, number]));
        assert_eq!(made, json!({ "ref": first, "number": number, "invoice": null }));
    }
    let made = place.does("sofie", &on("2018-03-01", &["settle", &first]));
    // 400 000 kr × 30 790 and 32 407 inhabitants / the planned base: 60 % of 356 090.
    assert_eq!(
        made["invoices"],
        json!([
            { "number": "0101", "invoice": "K-0001", "amount_ore": 5_764_460 },
            { "number": "0104", "invoice": "K-0002", "amount_ore": 6_067_193 },
        ])
    );
    assert_eq!(made["cost_ore"], 40_000_000);
    (place, first, second)
}

pub fn pay<'a>(day: &'a str, invoice: &'a str, amount: &[&'a str]) -> Vec<&'a str> {
    on(day, &[&["charge", "pay", invoice], amount].concat())
}

/// Invoice, unpaid, standing and reminders of every charge in a list.
fn charges(place: &Place, day: &str, filter: &[&str]) -> Vec<(String, i64, String, usize)> {
    let list = place.does("kari", &on(day, &[&["charges", "list"], filter].concat()));
    let text = |item: &Json, field: &str| item[field].as_str().unwrap().to_owned();
    let items = list["items"].as_array().unwrap().iter();
    items
        .map(|item| {
            let open = item["open_ore"].as_i64().unwrap();
            let reminders = item["reminders"].as_array().unwrap().len();
            (text(item, "invoice"), open, text(item, "standing"), reminders)
        })
        .collect()
}

fn charge(invoice: &str, open: i64, standing: &str, reminders: usize) -> (String, i64, String, usize) {
    (invoice.to_owned(), open, standing.to_owned(), reminders)
}

#[test]
fn r4_a_charge_is_paid_in_part_then_the_rest_and_what_is_too_much_is_refunded() {
    let (place, first, _) = settled();
    let made = place.does("sofie", &pay("2018-03-05", "K-0001", &["--amount", "10 000"]));
    assert_eq!(
        (&made["open_ore"], &made["refund_owed_ore"]),
        (&json!(4_764_460), &json!(0))
    );
    assert_eq!(
        charges(&place, "2018-03-05", &[])[0],
        charge("K-0001", 4_764_460, "partly_paid", 0)
    );
    let made = place.does("sofie", &pay("2018-03-10", "1", &[]));
    assert_eq!(
        (&made["amount_ore"], &made["open_ore"]),
        (&json!(4_764_460), &json!(0))
    );
    let nothing_left = pay("2018-03-10", "K-0001", &[]);
    assert_eq!(place.refuses("sofie", &nothing_left), refused(4, "charge-paid"));
    let made = place.does("sofie", &pay("2018-03-12", "k-0001", &["--amount", "99,50"]));
    assert_eq!(made["refund_owed_ore"], 9_950);
    let shown = place.does("kari", &on("2018-03-12", &["solutions", "show", &first]));
    assert_eq!(shown["adopters"][0]["refund_owed_ore"], 9_950);
    assert_eq!(
        (&shown["repaid_ore"], &shown["refunds_owed_ore"]),
        (&json!(5_764_460), &json!(9_950))
    );
    let refund = ["refund", "pay", &first, "0101"];
    let more = on("2018-03-15", &[&refund[..], &["--amount", "99,51"]].concat());
    assert_eq!(place.refuses("sofie", &more), refused(4, "refund-above-owed"));
    let made = place.does("sofie", &on("2018-03-15", &refund));
    assert_eq!(made["amount_ore"], 9_950);
    assert_eq!(
        place.refuses("sofie", &on("2018-03-15", &refund)),
        refused(4, "refund-above-owed")
    );
    assert_eq!(place.does("", &on("2018-03-15", &["check"]))["ok"], true);
}

#[test]
fn r4_only_what_is_unpaid_past_its_due_date_is_overdue_and_reminded_of() {
    let (place, _, _) = settled();
    place.does("sofie", &pay("2018-03-20", "K-0001", &[]));
    assert_eq!(
        charges(&place, "2018-03-31", &["--open"]),
        [charge("K-0002", 6_067_193, "open", 0)]
    );
    assert_eq!(charges(&place, "2018-03-31", &["--overdue"]), []);
    let remind = ["charge", "remind", "K-0002"];
    let early = place.says("sofie", &on("2018-03-31", &[&remind[..], &["--json"]].concat()));
    let error = &early.json()["error"];
    assert_eq!(
        (early.code, &error["code"], &error["rule"]),
        (4, &json!("remind-not-overdue"), &json!("R4"))
    );
    assert!(error["message"].as_str().unwrap().contains("31.3.2018"));
    let made = place.does("sofie", &on("2018-04-01", &remind));
    assert_eq!(made, json!({ "invoice": "K-0002", "reminders": 1 }));
    // Without a charge, of all that are overdue.
    let made = place.does("sofie", &on("2018-04-15", &remind[..2]));
    assert_eq!(made, json!({ "invoices": ["K-0002"] }));
    let late = charge("K-0002", 6_067_193, "overdue", 2);
    for filter in [&["--overdue"][..], &["--open"], &["--open", "--overdue"]] {
        assert_eq!(
            charges(&place, "2018-04-15", filter),
            std::slice::from_ref(&late),
            "{filter:?}"
        );
    }
    assert_eq!(charges(&place, "2018-04-15", &[]).len(), 2);
    let shown = place.does("kari", &on("2018-04-15", &["charges", "show", "2"]));
    assert_eq!(shown["reminders"], json!(["2018-04-01", "2018-04-15"]));
    assert_eq!(
        (&shown["name"], &shown["title"], &shown["settlement"]),
        (&json!("Moss"), &json!("Felles innsyn"), &json!(1))
    );
    let moss = place.does("kari", &on("2018-04-15", &["participants", "show", "0104"]));
    let solution = &moss["solutions"][0];
    assert_eq!(
        (&solution["title"], solution["overdue_ore"].as_i64()),
        (&json!("Felles innsyn"), Some(6_067_193))
    );
    // As of a day between the two, the second reminder has not been sent.
    let shown = place.does("kari", &on("2018-04-02", &["charges", "show", "2"]));
    assert_eq!(shown["reminders"], json!(["2018-04-01"]));
}

#[test]
fn r1_adopters_beyond_the_base_lower_the_shares_of_the_others_and_are_told_so() {
    let (place, first, _) = settled();
    place.does("sofie", &pay("2018-03-05", "K-0001", &[]));
    place.does("sofie", &on("2018-04-02", &["adopt", &first, "01"]));
    let made = place.does("sofie", &on("2018-04-10", &["settle", &first]));
    // 400 000 kr shared by 356 090 inhabitants: Halden had paid, Moss had not.
    let (halden, moss, county) = (3_458_676, 3_640_316, 32_901_008);
    assert_eq!(halden + moss + county, 40_000_000);
    assert_eq!(
        (&made["charged_ore"], &made["credited_ore"], &made["refunded_ore"]),
        (
            &json!(county),
            &json!(6_067_193 - moss),
            &json!(5_764_460 - halden)
        )
    );
    let shown = place.does("kari", &on("2018-04-10", &["solutions", "show", &first]));
    let shares = &shown["settlements"][1]["shares"];
    assert_eq!(
        shares,
        &json!([
            { "number": "01", "name": "Østfold", "inhabitants": 292_893, "share_ore": county },
            { "number": "0101", "name": "Halden", "inhabitants": 30_790, "share_ore": halden },
            { "number": "0104", "name": "Moss", "inhabitants": 32_407, "share_ore": moss },
        ])
    );
    assert_eq!(shown["planned_base"], "213654");
    assert_eq!(
        (
            &shown["settlements"][1]["on"],
            &shown["settlements"][1]["inhabitants"]
        ),
        (&json!("2018-04-10"), &json!(356_090))
    );
    assert_eq!(
        shown["adopters"][1],
        json!({
            "number": "0101", "name": "Halden", "adopted_on": "2018-02-10", "inhabitants": 30_790,
            "charged_ore": halden, "paid_ore": halden, "overdue_ore": 0, "refund_owed_ore": 5_764_460 - halden,
        })
    );
    assert_eq!(
        (&shown["charged_ore"], &shown["open_ore"], &shown["overdue_ore"]),
        (&json!(40_000_000), &json!(moss + county), &json!(moss))
    );
    assert_eq!(shown["charges"].as_array().unwrap().len(), 3);
    place.does("sofie", &on("2018-04-11", &["refund", "pay", &first, "0101"]));
    assert_eq!(place.does("", &on("2018-04-11", &["check"]))["ok"], true);
}

#[test]
fn l4_a_write_off_takes_from_what_is_outstanding_and_from_the_funds_capital() {
    let (place, first, _) = settled();
    place.does("sofie", &pay("2018-03-05", "K-0001", &[]));
    let capital = || place.does("kari", &on("2018-03-06", &["capital"]));
    let before = capital()["fund_capital_ore"].as_i64().unwrap();
    let write_off = |amount| {
        let args = ["write-off", &first, "--amount", amount, "--reason", "Ingen flere"];
        on("2018-03-06", &args)
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let said = |args: &[String]| place.says("karl", &args.iter().map(String::as_str).collect::<Vec<_>>());
    let made = said(&[write_off("100 000"), vec!["--json".to_owned()]].concat());
    assert_eq!((made.code, &made.json()["amount_ore"]), (0, &json!(10_000_000)));
    let too_much = said(&[write_off("300 000"), vec!["--json".to_owned()]].concat());
    assert_eq!(
        (too_much.refusal(), &too_much.json()["error"]["rule"]),
        (refused(4, "write-off-too-much"), &json!("L4"))
    );
    let shown = place.does("kari", &on("2018-03-06", &["solutions"]));
    assert_eq!(
        shown["items"][0],
        json!({
            "ref": first, "title": "Felles innsyn", "stage": "live", "live_on": "2018-02-01",
            "price_model": "shared", "benefit": "both", "cost_ore": 40_000_000,
            "outstanding_ore": 40_000_000 - 5_764_460 - 10_000_000, "losses_ore": 10_000_000,
            "adopters": 2, "with_access": 3, "charged_ore": 5_764_460 + 6_067_193, "break_even_uptake": "0.7122",
            "repaid_ore": 5_764_460,
            "open_ore": 6_067_193, "overdue_ore": 0, "overdue_charges": 0, "refunds_owed_ore": 0,
            "recovery": "0.1441",
        })
    );
    // F6: it is rounded up, for 71,2 % wouldn't do.
    let page = place.says("kari", &on("2018-03-06", &["solutions", "show", &first]));
    assert!(page.out.contains("71,3\u{a0}%"), "{page:?}");
    let after = capital();
    assert_eq!(after["fund_capital_ore"], before - 10_000_000);
    assert_eq!(after["losses_ore"], 10_000_000);
    assert_eq!(place.does("", &on("2018-03-06", &["check"]))["ok"], true);
}

#[test]
fn a_stopped_project_releases_withdraws_and_loses_what_it_had() {
    let (place, _, second) = developed();
    let stop = [
        "proposal",
        "stop",
        &second,
        "--reason",
        "Leverandøren gikk konkurs",
    ];
    let made = place.does("karl", &on("2018-03-01", &stop));
    assert_eq!(
        (&made["released_ore"], &made["written_off_ore"]),
        (&json!(20_000_000), &json!(10_000_000))
    );
    let shown = place.does("kari", &on("2018-03-01", &["disbursements", "show", "3"]));
    assert_eq!(
        (&shown["withdrawn_by"], &shown["withdrawn_on"], &shown["voucher"]),
        (&json!("karl"), &json!("2018-03-01"), &Json::Null)
    );
    let approve = on("2018-03-01", &["approve", "3"]);
    assert_eq!(
        place.refuses("karl", &approve),
        refused(4, "disbursement-withdrawn")
    );
    let said = place.says("kari", &on("2018-03-01", &["disbursements"]));
    assert!(said.out.contains("trukket tilbake av karl 1.3.2018"), "{said:?}");
    let line = &place.does("kari", &on("2018-03-01", &["solutions"]))["items"][1];
    assert_eq!(
        (
            &line["stage"],
            &line["live_on"],
            &line["losses_ore"],
            &line["outstanding_ore"]
        ),
        (&json!("stopped"), &Json::Null, &json!(10_000_000), &json!(0))
    );
    let again = place.refuses("karl", &on("2018-03-01", &stop));
    assert_eq!(again, refused(4, "step-out-of-turn"));
    assert_eq!(place.does("", &on("2018-03-01", &["check"]))["ok"], true);
}

/// A fund with municipalities right below, on and above the bounds of Digiorden's list, and a solution that has cost so
/// much.
pub fn digiorden(kroner: &str) -> (Place, String) {
    let place = Place::with_halden_paid();
    let rows = "kind,number,name,county_number,county_name,population,decision,decided_on,paid_on,paid
kommune,1001,Nedre,10,Agder,4999,ja,2018-01-10,2018-01-10,99980
kommune,1002,Vestre,10,Agder,5000,ja,2018-01-10,2018-01-10,100000
kommune,1003,Østre,10,Agder,10000,ja,2018-01-10,2018-01-10,200000
kommune,1004,Øvre,10,Agder,10001,ja,2018-01-10,2018-01-10,200020
";
    let file = place.file("bounds.csv", rows);
    place.does("sofie", &["import", "participants", &file]);
    let refs = place.recommended("2018-1", &[("Digiorden", kroner)]);
    let [reference] = refs.try_into().unwrap();
    let plan = format!("2018-02-01={kroner}");
    place.does(
        "karl",
        &["decide", &reference, "--amount", kroner, "--plan", &plan],
    );
    place.does("sofie", &["disburse", &reference, "--amount", kroner]);
    place.does("karl", &["approve", "1"]);
    let list = "bands:4999=25000,10000=40000,=60000";
    let live = [
        "proposal",
        "live",
        &reference,
        "--on",
        "2018-02-01",
        "--price-model",
        list,
    ];
    place.does("sofie", &live);
    (place, reference)
}

/// What each is charged who takes it into use, a day apart.
fn prices(place: &Place, reference: &str) -> Vec<Json> {
    let numbers = [
        ("1001", "2018-02-05"),
        ("1002", "2018-02-06"),
        ("1003", "2018-02-07"),
        ("1004", "2018-02-08"),
    ];
    let adopt =
        |(number, day)| place.does("sofie", &on(day, &["adopt", reference, number]))["amount_ore"].clone();
    numbers.map(adopt).to_vec()
}

#[test]
fn r2_digiordens_list_holds_at_its_bounds() {
    let (place, reference) = digiorden("200000");
    assert_eq!(
        prices(&place, &reference),
        [
            json!(2_500_000),
            json!(4_000_000),
            json!(4_000_000),
            json!(6_000_000)
        ]
    );
    let shown = place.does("kari", &on("2018-02-08", &["solutions", "show", &reference]));
    assert_eq!(
        shown["price_model"],
        "bands:4999=25000.00,10000=40000.00,=60000.00"
    );
    let settle = place.refuses("sofie", &on("2018-02-08", &["settle", &reference]));
    assert_eq!(settle, refused(4, "settle-price-list"));
}

#[test]
fn r2_charging_stops_when_the_cost_is_covered() {
    let (place, reference) = digiorden("105000,50");
    assert_eq!(
        prices(&place, &reference),
        [json!(2_500_000), json!(4_000_000), json!(4_000_000), json!(50)]
    );
    let made = place.does("sofie", &on("2018-02-09", &["adopt", &reference, "0101"]));
    assert_eq!(
        made,
        json!({ "ref": reference, "number": "0101", "invoice": null })
    );
}

#[test]
fn c5_who_has_not_paid_in_full_has_no_access_and_is_told_the_rule() {
    let (place, reference) = digiorden("100000");
    let said = place.says("sofie", &["adopt", &reference, "0104", "--json"]);
    assert_eq!(said.refusal(), refused(4, "adoption-without-access"));
    assert_eq!(said.json()["error"]["rule"], "C5");
    assert!(said.json()["error"]["message"].as_str().unwrap().contains("Moss"));
}
