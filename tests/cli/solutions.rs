//! How solutions and charges look to scripts and to people, and what is said of a step that can't be taken.

use serde_json::{Value as Json, json};

use crate::place::Place;
use crate::repayment::{on, pay, refused, settled};

/// Everything that the commands here could have changed.
fn state(place: &Place) -> [Json; 5] {
    let views: [&[&str]; 5] = [
        &["audit", "verify"],
        &["solutions"],
        &["charges"],
        &["disbursements"],
        &["capital"],
    ];
    views.map(|view| place.does("kari", &on("2018-03-20", view)))
}

/// Who tries what, and what comes of it: exit code, code and rule. A is the project that is live, B the other.
const REFUSED: &str = "
karl   3  denied-role            -   proposal live B
sofie  3  denied-role            -   proposal stop B --reason Konkurs
sofie  3  denied-role            -   write-off A --amount 1 --reason Konkurs
lise   3  denied-role            -   adopt A 01
owner  3  denied-role            -   settle A
kari   3  denied-role            -   charge pay K-0001
karl   3  denied-role            -   charge remind K-0001
karl   3  denied-role            -   refund pay A 0101
sofie  4  step-out-of-turn       -   proposal live A
sofie  4  step-before            L7  proposal live B --on 2018-01-31
sofie  4  price-model-invalid    -   proposal live B --price-model gratis
sofie  4  adoption-twice         -   adopt A 0101
sofie  4  adoption-before-live   -   adopt A 01 --on 2018-01-31
sofie  4  step-out-of-turn       -   adopt B 0101
sofie  4  settle-before          R1  settle A --on 2018-02-28
sofie  4  step-out-of-turn       -   settle B
sofie  4  invoice-unknown        R4  charge pay K-0009
sofie  4  invoice-invalid        R4  charge pay 0017b
sofie  4  amount-not-positive    -   charge pay K-0001 --amount -5
sofie  4  payment-before-charge  R4  charge pay K-0001 --on 2018-01-31
sofie  4  remind-not-overdue     R4  charge remind K-0001
sofie  4  refund-above-owed      R1  refund pay A 0101
karl   4  write-off-too-much     L4  write-off A --amount 400000,01 --reason Konkurs
karl   4  step-out-of-turn       -   proposal stop 2018-03 --reason Konkurs
kari   4  invoice-unknown        R4  charges show 9
kari   4  proposal-unknown       -   solutions show 2018-99
kari   4  solution-unpaid        -   solutions show 2018-03
sofie  2  usage                  -   charge
sofie  2  usage                  -   charge pay
sofie  2  usage                  -   adopt A
sofie  2  usage                  -   refund pay A
karl   2  usage                  -   write-off A --amount 1
karl   2  usage                  -   proposal stop B
kari   2  usage                  -   charges list --closed
";

#[test]
fn what_is_refused_says_why_by_exit_code_and_rule_and_writes_nothing() {
    let (place, first, second) = settled();
    place.qualified("Uten tilsagn", "100000");
    let before = state(&place);
    for line in REFUSED.lines().filter(|line| !line.is_empty()) {
        let mut words = line.split_whitespace().map(|word| match word {
            "A" => first.as_str(),
            "B" => second.as_str(),
            other => other,
        });
        let [who, code, name, rule] = [(); 4].map(|()| words.next().unwrap());
        let who = if who == "owner" { "" } else { who };
        let args: Vec<&str> = words.chain(["--json"]).collect();
        let said = place.says(who, &on("2018-03-20", &args));
        assert_eq!(said.refusal(), refused(code.parse().unwrap(), name), "{line}");
        let error = said.json()["error"].clone();
        let rule = if rule == "-" { Json::Null } else { json!(rule) };
        assert_eq!(error["rule"], rule, "{line}");
        let keys: Vec<&String> = error.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["code", "message", "rule"], "{line}");
        assert!(said.err.is_empty(), "{said:?}");
    }
    assert_eq!(state(&place), before);
    let said = place.says("sofie", &["charge", "pay", "abc"]);
    assert!(
        said.err.contains("<KRAV>") && said.err.contains("K-0017"),
        "{said:?}"
    );
}

#[test]
fn a_live_proposal_shows_its_solution_and_one_that_is_not_live_has_none() {
    let (place, first, second) = settled();
    place.does("sofie", &pay("2018-03-05", "K-0001", &[]));
    let show = |reference| place.does("kari", &on("2018-03-05", &["proposals", "show", reference]));
    let solution = show(&first)["solution"].clone();
    let listed = place.does("kari", &on("2018-03-05", &["solutions", "list"]));
    assert_eq!(solution, listed["items"][0]);
    assert_eq!(
        (
            &solution["live_on"],
            &solution["adopters"],
            &solution["repaid_ore"]
        ),
        (&json!("2018-02-01"), &json!(2), &json!(5_764_460))
    );
    assert_eq!(show(&second)["solution"], Json::Null);
    // As of the day before it went live there was no solution either.
    let before = place.does("kari", &on("2018-01-31", &["proposals", "show", &first]));
    assert_eq!(before["solution"], Json::Null);
    let said = place.says("kari", &on("2018-03-05", &["proposals", "show", &first]));
    assert!(said.out.contains("i drift fra 1.2.2018"), "{}", said.out);
}

#[test]
fn people_read_solutions_and_charges_in_words_in_both_languages() {
    let (place, first, _) = settled();
    place.does("sofie", &pay("2018-03-05", "K-0001", &["--amount", "10000"]));
    place.does("sofie", &on("2018-04-02", &["charge", "remind", "K-0002"]));
    let says = |args: &[&str]| {
        place
            .says("kari", &on("2018-04-02", args))
            .out
            .replace('\u{a0}', " ")
    };
    let list = says(&["solutions"]);
    assert!(
        list.contains("Løsning") && list.contains("2 av 3") && list.contains("2,5 %"),
        "{list}"
    );
    let shown = says(&["solutions", "show", &first]);
    for words in [
        "av 213 654 planlagte innbyggere",
        "Betalingskrav (2, 2 forfalt)",
        "Ibruktakelser (2)",
        "── Avregning 1.3.2018",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let charges = says(&["charges"]);
    assert!(
        charges.contains("2 krav, 108 316,53 kr ubetalt, 108 316,53 kr forfalt")
            && charges.contains("Purret"),
        "{charges}"
    );
    let english = says(&["charges", "list", "--overdue", "--lang", "en"]);
    assert!(english.contains("Reminded"), "{english}");
    let one = says(&["charges", "show", "K-0002"]);
    assert!(
        one.contains("Krav K-0002") && one.contains("Purret") && one.contains("2.4.2018"),
        "{one}"
    );
    let before = place.says("kari", &on("2018-02-28", &["charges"])).out;
    assert_eq!(before, "Det er ingen krav ennå.\n");
    let before = place
        .says("kari", &on("2018-03-01", &["charges", "list", "--overdue"]))
        .out;
    assert_eq!(before, "Ingen krav er forfalt.\n");
    let live = place.says("sofie", &["solutions", "--today", "2018-01-01"]).out;
    assert_eq!(live, "Fondet har ikke betalt ut noe til et prosjekt ennå.\n");
}
