//! A whole round from `init` to the last payment, by commands alone, as a script would play it.

use serde_json::{Value as Json, json};

use crate::place::Place;

/// Four submitted proposals by import, and a fifth by hand.
fn proposals(place: &Place) {
    let file = place.file(
        "proposals.csv",
        "ref,title,applicant,benefit,cost,applied,submitted_on\n\
         2018-01,Felles innsyn,0101,both,12000000,12 000 000,2018-01-10\n\
         2018-02,Meldingsflyt,0104,municipalities,\"18500000,50\",18500000,2018-01-11\n\
         2018-03,Kartløsning,KS,both,9000000,9000000,12.1.2018\n\
         2018-04,Postjournal,01,counties,4000000,4000000,2018-01-13\n",
    );
    let made = place.does("sofie", &["import", "proposals", &file]);
    assert_eq!(made, json!({ "rows": 4 }));
    let made = place.does(
        "sofie",
        &[
            "proposal",
            "register",
            "--title",
            "Skjemaer",
            "--applicant",
            "Skjema IKS",
            "--owner",
            "104",
            "--benefit",
            "begge",
            "--cost",
            "1000000",
            "--applied",
            "1000000",
            "--uptake",
            "60 %",
            "--go-live",
            "1.6.2019",
            "--price-model",
            "fixed:25000",
        ],
    );
    assert_eq!(made["ref"], "2018-05");
    place.does("sofie", &["proposal", "edit", "2018-05", "--applied", "900 000"]);
    place.does("sofie", &["proposal", "submit", "2018-05"]);
    let shown = place.does("kari", &["proposals", "show", "2018-05"]);
    assert_eq!(shown["applied_ore"], 90_000_000);
    assert_eq!(shown["applicant"], "Skjema IKS");
    assert_eq!(shown["owner_number"], "0104");
    assert_eq!(shown["uptake"], "0.6");
    assert_eq!(shown["go_live"], "2019-06-01");
    assert_eq!(shown["stage"], "submitted");
}

fn money(place: &Place) {
    for number in ["0101", "0104", "01"] {
        let made = place.does(
            "sofie",
            &["participant", "decide", number, "ja", "--reference", "PS 1/18"],
        );
        assert_eq!(made["number"], number);
        place.does("sofie", &["participant", "pay", number]);
    }
    place.does("sofie", &["ks", "pay", "--amount", "20 000 000"]);
    let made = place.does(
        "sofie",
        &["state", "pay", "--amount", "25000000", "--on", "2018-01-31"],
    );
    assert_eq!(made, json!({ "voucher": 5, "amount_ore": 2_500_000_000_i64 }));
}

fn scored(place: &Place) {
    for reference in ["2018-01", "2018-02", "2018-03", "2018-05"] {
        place.does("sofie", &["proposal", "qualify", reference, "--gates", "j,j,j,j"]);
    }
    let made = place.does(
        "lise",
        &[
            "proposal",
            "qualify",
            "2018-04",
            "--gates",
            "y,y,y,n",
            "--reason",
            "Ingen plan",
        ],
    );
    assert_eq!(made["stage"], "not_qualified");
    let proposals = ["2018-01", "2018-02", "2018-03", "2018-05"];
    place.does("lise", &[&["round", "open", "2018-1"], &proposals[..]].concat());
    for (member, reference, benefit) in [
        ("kari", "2018-01", "benefit=5"),
        ("kari", "2018-02", "benefit=4"),
        ("kari", "2018-03", "benefit=3"),
        ("ola", "2018-01", "benefit=5"),
        ("ola", "2018-02", "benefit=3"),
        ("lise", "2018-03", "benefit=3"),
        ("lise", "2018-05", "benefit=2"),
    ] {
        let made = place.does(
            member,
            &["score", reference, "--set", benefit, "uptake=4", "--set", "fit=-"],
        );
        assert_eq!(made, json!({ "ref": reference, "round": "2018-1" }));
    }
    place.does("sofie", &["score", "2018-05", "--for", "kari", "--set", "gain=1"]);
    place.does("ola", &["conflict", "2018-03", "--ground", "Sitter i styret"]);
}

fn ranking(place: &Place, args: &[&str]) -> Json {
    place.does("kari", &[&["ranking"], args].concat())
}

fn items<'a>(list: &'a Json, field: &str) -> Vec<&'a Json> {
    let items = list["items"].as_array().unwrap();
    items.iter().map(|item| &item[field]).collect()
}

fn decided(place: &Place) {
    place.does("lise", &["move", "2018-03", "--to", "2", "--reason", "Haster"]);
    let ranked = ranking(place, &[]);
    assert_eq!(
        items(&ranked, "ref"),
        ["2018-01", "2018-03", "2018-02", "2018-05"]
    );
    assert_eq!(items(&ranked, "moved_reason")[1], "Haster");
    assert_eq!(items(&ranked, "computed_place")[1], 3);
    place.does(
        "lise",
        &[
            "recommend",
            "2018-01",
            "--amount",
            "10000000",
            "--conditions",
            "Åpen kildekode",
        ],
    );
    place.does("lise", &["recommend", "2018-02", "--postpone"]);
    place.does("lise", &["recommend", "2018-03", "--decline"]);
    let plan = "2018-02-01=4000000,2018-05-01=5000000,1.7.2018=1 000 000,00";
    let made = place.does(
        "karl",
        &["decide", "2018-01", "--amount", "10000000", "--plan", plan],
    );
    assert_eq!(
        made,
        json!({ "ref": "2018-01", "decision": "commit", "amount_ore": 1_000_000_000 })
    );
    place.does("karl", &["decide", "2018-03", "--decline"]);
    place.does(
        "karl",
        &[
            "release",
            "2018-01",
            "--amount",
            "1000000",
            "--reason",
            "Billigere",
        ],
    );
}

fn paid_out(place: &Place) {
    let made = place.does("siri", &["disburse", "2018-01", "--amount", "4000000"]);
    assert_eq!(made["id"], 1);
    assert_eq!(
        place.refuses("siri", &["approve", "1"]),
        (3, "denied-four-eyes".to_owned())
    );
    assert_eq!(
        items(&place.does("karl", &["disbursements"]), "voucher"),
        [&Json::Null]
    );
    let made = place.does("karl", &["approve", "1"]);
    assert_eq!(made["voucher"], 6);
    let made = place.does("sofie", &["ledger", "reverse", "6", "--reason", "Feil dag"]);
    assert_eq!(made["voucher"], 7);
    place.does("sofie", &["disburse", "2018-01", "--amount", "4000000"]);
    place.does("karl", &["approve", "2"]);
    place.does("sofie", &["ledger", "close", "2018-01-31"]);
    let late = ["state", "pay", "--amount", "1", "--on", "2018-01-31"];
    assert_eq!(place.refuses("sofie", &late), (4, "period-closed".to_owned()));
}

#[test]
fn s4_one_sees_ones_own_card_and_who_registered_it_and_those_who_remind_see_who_has_not_handed_in() {
    let place = Place::new();
    money(&place);
    proposals(&place);
    scored(&place);
    let case = |who: &str| place.does(who, &["proposals", "show", "2018-05"]);
    let round = |who: &str| place.does(who, &["rounds", "show", "2018-1"])["not_handed_in"].clone();
    let registered = case("kari");
    assert_eq!(
        registered["own_card"],
        json!({
            "scores": { "benefit": null, "uptake": null, "feasibility": null, "gain": 1, "fit": null },
            "score": "1.00", "comment": "", "handed_in": false
        })
    );
    let said = place.says("kari", &["proposals", "show", "2018-05"]).out;
    let mark = "Ført inn av sekretariatet. Når du leverer den, er den din egen.";
    assert!(said.contains("Din vurdering") && said.contains(mark), "{said}");
    assert_eq!(case("lise")["own_card"]["handed_in"], true);
    assert_eq!(case("ola")["own_card"], Json::Null);
    for who in ["kari", "ola", "karl", ""] {
        assert_eq!(
            (&case(who)["not_handed_in"], round(who)),
            (&Json::Null, Json::Null)
        );
        let said = place.says(who, &["rounds", "show", "2018-1"]).out;
        assert!(!said.contains("Har ikke levert"), "{said}");
    }
    let waits = |who: &str, refs: &[&str], registered: &[&str]| json!({ "member": who, "name": who, "refs": refs, "registered_refs": registered });
    let (kari, ola) = (
        waits("kari", &["2018-05"], &["2018-05"]),
        waits("ola", &["2018-05"], &[]),
    );
    for who in ["lise", "sofie"] {
        assert_eq!(case(who)["not_handed_in"], json!([kari, ola]));
        let lise = waits("lise", &["2018-01", "2018-02"], &[]);
        assert_eq!(
            round(who),
            json!([kari, lise, ola]),
            "ola is in conflict in 2018-03"
        );
        let said = place.says(who, &["rounds", "show", "2018-1"]).out;
        assert!(
            said.contains("Har ikke levert") && said.contains("2018-05 (ført inn av sekretariatet)"),
            "{said}"
        );
        let said = place.says(who, &["proposals", "show", "2018-05"]).out;
        assert!(said.contains("kari (ført inn av sekretariatet) og ola"), "{said}");
    }
    place.does("lise", &["round", "reveal", "2018-1"]);
    assert_eq!(
        (&case("lise")["not_handed_in"], round("lise")),
        (&Json::Null, Json::Null)
    );
    assert_eq!(case("kari")["own_card"], registered["own_card"]);
    let said = place.says("kari", &["proposals", "show", "2018-05"]).out;
    assert!(
        said.contains("Ført inn av sekretariatet.") && !said.contains(mark),
        "{said}"
    );
}

#[test]
fn a_whole_round_can_be_played_by_commands() {
    let place = Place::new();
    money(&place);
    proposals(&place);
    scored(&place);
    assert_eq!(
        place.refuses("kari", &["ranking"]),
        (3, "denied-blind".to_owned())
    );
    assert_eq!(
        place.refuses("", &["export", "ranking", "--format", "json"]),
        (3, "denied-blind".to_owned())
    );
    place.does("lise", &["round", "reveal", "2018-1"]);
    let ranked = ranking(&place, &["--frame", "25000000"]);
    assert_eq!(ranked["rule"], "stop");
    assert_eq!(ranked["frame_ore"], 2_500_000_000_i64);
    assert_eq!(ranked["used_ore"], 1_200_000_000);
    assert_eq!(
        items(&ranked, "ref"),
        ["2018-01", "2018-02", "2018-03", "2018-05"]
    );
    assert_eq!(items(&ranked, "above_line"), [true, false, false, false]);
    // (5 × 30 + 4 × 20) / 50
    assert_eq!(items(&ranked, "score"), ["4.60", "3.70", "3.40", "1.90"]);
    assert_eq!(items(&ranked, "moved_reason"), [&Json::Null; 4]);
    decided(&place);
    paid_out(&place);

    let capital = place.does("kari", &["capital"]);
    assert_eq!(capital["outstanding_commitments_ore"], 500_000_000);
    assert_eq!(capital["outstanding_cost_ore"], 400_000_000);
    assert_eq!(capital["bank_ore"], 4_772_840_500_i64 - 400_000_000);
    let shown = place.does("kari", &["proposals", "show", "2018-01"]);
    assert_eq!(shown["stage"], "developing");
    assert_eq!(shown["commitment"]["outstanding_ore"], 500_000_000);
    assert_eq!(
        shown["plan"][2],
        json!({ "due_on": "2018-07-01", "amount_ore": 100_000_000 })
    );
    let checked = place.does("", &["check"]);
    assert_eq!((&checked["ok"], &checked["findings"]), (&json!(true), &json!([])));
    assert_eq!(
        place.does("odd-one-out", &["policy"])["items"][0]["action"],
        "read"
    );
    let verdict = place.does("kari", &["audit", "verify"]);
    assert_eq!(
        (&verdict["ok"], &verdict["broken_at"]),
        (&json!(true), &Json::Null)
    );
    let log = place.does("kari", &["audit", "--limit", "1"]);
    assert_eq!(items(&log, "action"), ["ledger.close"]);
}

#[test]
fn s4_a_member_in_conflict_gets_a_list_without_the_case_and_is_told_so() {
    let place = Place::new();
    money(&place);
    proposals(&place);
    scored(&place);
    place.does("lise", &["round", "reveal", "2018-1"]);
    let own = place.does("ola", &["ranking"]);
    assert_eq!(items(&own, "ref"), ["2018-01", "2018-02", "2018-05"]);
    assert_eq!(own["left_out"], 1);
    assert_eq!(place.does("kari", &["ranking"])["left_out"], Json::Null);
    let shown = place.does("ola", &["proposals", "show", "2018-03"]);
    assert_eq!(
        (&shown["score"], &shown["scores_hidden"]),
        (&Json::Null, &json!("denied-conflicted"))
    );
}

#[test]
fn s8_the_rules_of_the_line_are_chosen_by_the_commands_options() {
    let place = Place::new();
    money(&place);
    proposals(&place);
    scored(&place);
    place.does("lise", &["round", "reveal", "2018-1"]);
    let skip = ranking(
        &place,
        &["--rule", "skip", "--frame", "22000000", "--round", "2018-1"],
    );
    assert_eq!(items(&skip, "above_line"), [true, false, true, true]);
    let threshold = ranking(&place, &["--threshold", "3,5", "--frame", "100000000"]);
    assert_eq!(
        (&threshold["rule"], &threshold["threshold"]),
        (&json!("threshold"), &json!("3.50"))
    );
    assert_eq!(items(&threshold, "above_line"), [true, true, false, false]);
    assert_eq!(place.refuses("kari", &["ranking", "--rule", "threshold"]).0, 2);
    let both = ["ranking", "--rule", "skip", "--threshold", "3"];
    assert_eq!(
        place.refuses("kari", &both),
        (4, "threshold-superfluous".to_owned())
    );
}

#[test]
fn s1_a_criterion_that_is_given_twice_is_refused_and_nothing_is_handed_in() {
    let place = Place::with_halden_paid();
    let reference = place.qualified("Innsyn", "100000");
    place.does("lise", &["round", "open", "r", &reference]);
    for scores in [
        ["benefit=2", "benefit=3"],
        ["benefit=2", "benefit=2"],
        ["fit=-", "fit=4"],
    ] {
        let [first, second] = scores;
        let apart = ["score", &reference, "--set", first, "--set", second];
        let together = ["score", &reference, "--set", first, second];
        for args in [&apart[..], &together] {
            assert_eq!(
                place.refuses("kari", args),
                (4, "criterion-twice".to_owned()),
                "{args:?}"
            );
        }
    }
    assert_eq!(place.does("kari", &["rounds"])["items"][0]["submitted"], 0);
}

#[test]
fn m7_a_decision_that_deviates_is_refused_without_a_reason_and_the_list_shows_both_sums() {
    let place = Place::with_halden_paid();
    let proposals = place.recommended("2018-1", &[("Innsyn", "500 000")]);
    let decide = ["decide", &proposals[0], "--amount", "300 000"];
    let said = place.says("karl", &decide);
    assert_eq!(said.code, 4);
    let told = said.err.replace('\u{a0}', " ");
    assert!(
        told.contains("Rådet innstilte på 500 000 kr. KS gir 300 000 kr, 200 000 kr mindre."),
        "{told}"
    );
    let listed = ranking(&place, &[]);
    assert_eq!(listed["items"][0]["decided_ore"], Json::Null);
    let said = place.says("karl", &[&decide[..], &["--reason", "Mindre omfang"]].concat());
    let told = said.out.replace('\u{a0}', " ");
    assert!(said.code == 0 && told.contains("200 000 kr mindre"), "{told}");
    let listed = ranking(&place, &[]);
    let fields = ["applied_ore", "recommended_ore", "decided_ore"];
    assert_eq!(
        fields.map(|field| listed["items"][0][field].clone()),
        [50_000_000, 50_000_000, 30_000_000].map(|ore| json!(ore))
    );
}

#[test]
fn a_round_is_found_however_its_letters_are_spelt() {
    let place = Place::with_halden_paid();
    let reference = place.qualified("Felles innsyn", "400000");
    place.does("lise", &["round", "open", "R\u{e9}", &reference]);
    let again = place.refuses("lise", &["round", "open", "Re\u{301}", &reference]);
    assert_eq!(again, (4, "round-exists".to_owned()));
    place.does("", &["rounds", "show", "Re\u{301}"]);
    let made = place.does("lise", &["round", "reveal", "Re\u{301}"]);
    assert_eq!(made["round"], "R\u{e9}");
}
