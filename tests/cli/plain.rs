//! `kommit --plain SCREEN`: every screen and record as text, and how one goes on from there.

use crate::place::{Place, Printed};

/// What is said to somebody of the demo.
fn said(place: &Place, who: &str, arguments: &[&str]) -> Printed {
    let all = [&["--as", who], arguments].concat();
    place.told(&all).output().expect("the program runs").into()
}

fn says(place: &Place, who: &str, arguments: &[&str]) -> String {
    let said = said(place, who, &[&["--plain"], arguments].concat());
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{arguments:?}: {said:?}");
    said.out.replace('\u{a0}', " ")
}

#[test]
fn every_screen_is_printed_with_the_ways_on() {
    let place = Place::demo();
    for (key, says_so, way_on) in [
        ("1", "Venter på deg", "kommit --plain 4: Prioritering"),
        ("2", "Vaktbytte", "kommit proposal qualify"),
        ("3", "du har vurdert 6 av 11", "kommit score --set"),
        ("4", "streken", "kommit move --to"),
        ("6", "Ledig nå", "kommit forecast: Prognosen"),
        ("7", "Halden", "kommit participants show <NUMMER>: Én deltaker"),
        ("8", "Minside", "kommit solutions show <REF>"),
        ("l", "Hash", "kommit policy: Hvem som kan gjøre hva"),
    ] {
        let text = says(&place, "leder", &[key]);
        assert!(
            text.contains(says_so) || key == "8" || key == "l",
            "{key}\n{text}"
        );
        let (_, ways) = text.split_once("Slik går du videre").expect("ways on");
        assert!(ways.contains(way_on), "{key}\n{ways}");
        assert!(!text.contains('\u{1b}'));
    }
    assert!(says(&place, "leder", &[]).contains("kommit --plain NØKKEL"));
}

#[test]
fn a_record_is_printed_by_its_key_with_the_ways_on_from_where_it_stands() {
    let place = Place::demo();
    for (who, key, says_so, way_on) in [
        ("leder", "2018-14", "Vaktbytte", "kommit score --set"),
        (
            "ks",
            "2018-31",
            "Felles pasientjournal",
            "kommit proposals list: ",
        ),
        ("leder", "2018-2", "2018-14", "kommit round reveal 2018-2"),
        ("sekretariat", "0104", "Moss", "kommit participant pay 0104"),
        ("sekretariat", "K-0001", "2017-01", "kommit charge pay K-0001"),
    ] {
        let text = says(&place, who, &[key]);
        assert!(
            text.contains(says_so) && text.contains(way_on),
            "{who} {key}\n{text}"
        );
    }
}

/// The ways on that somebody is told of at a place.
fn ways_on(place: &Place, who: &str, key: &str) -> String {
    let text = says(place, who, &[key]);
    let (_, ways) = text.split_once("Slik går du videre").expect("ways on");
    ways.to_owned()
}

#[test]
fn no_way_on_is_one_that_would_be_refused_as_things_stand() {
    let place = Place::demo();
    for (who, key, command, open) in [
        // S4: what is revealed is neither scored nor revealed again.
        ("leder", "2018-3", "kommit round reveal", false),
        ("leder", "2018-3", "kommit score", false),
        ("leder", "2018-2", "kommit round reveal", true),
        // M14: this fund recommends by vote alone.
        ("leder", "4", "kommit recommend", false),
        ("leder", "2018-34", "kommit recommend", false),
        ("leder", "4", "kommit move", true),
        // K4: of a commitment that is paid out nothing is left to pay out or release.
        ("sekretariat", "2017-02", "kommit disburse", false),
        ("ks", "2017-02", "kommit release", false),
        ("sekretariat", "2018-01", "kommit disburse", true),
        // C4, C8: Halden has paid in full.
        ("ks", "0101", "kommit participant waive", false),
        ("ks", "0101", "kommit participant keep", false),
        ("sekretariat", "0101", "kommit participant refund", false),
        ("sekretariat", "0101", "kommit participant decide", true),
    ] {
        let ways = ways_on(&place, who, key);
        assert_eq!(ways.contains(command), open, "{who} {key} {command}\n{ways}");
    }
    // R4: a charge that is paid is neither paid again nor reminded of.
    let charges = said(&place, "sekretariat", &["charges", "list", "--json"]).json();
    let of = |standing: &str| {
        let mut items = charges["items"].as_array().unwrap().iter();
        let found = items.find(|charge| charge["standing"] == standing).unwrap();
        found["invoice"].as_str().unwrap().to_owned()
    };
    let (paid, overdue) = (of("paid"), of("overdue"));
    for (invoice, open) in [(paid, false), (overdue, true)] {
        let ways = ways_on(&place, "sekretariat", &invoice);
        for command in ["kommit charge pay", "kommit charge remind"] {
            assert_eq!(ways.contains(command), open, "{invoice}: {ways}");
        }
    }
    // M5: who is in conflict neither scores nor declares it again.
    let before = ways_on(&place, "oslo", "2018-14");
    let declared = ["conflict", "2018-14", "--ground", "Egen kommune"];
    said(&place, "oslo", &declared);
    let after = ways_on(&place, "oslo", "2018-14");
    for command in ["kommit score", "kommit conflict"] {
        assert!(
            before.contains(command) && !after.contains(command),
            "{before}\n{after}"
        );
    }
}

#[test]
fn scripts_get_what_the_command_of_the_same_facts_gives_them() {
    let place = Place::demo();
    let json =
        |arguments: &[&str]| said(&place, "leder", &[&["--plain", "--json"], arguments].concat()).json();
    for (key, command) in [
        ("4", &["ranking"][..]),
        ("2018-14", &["proposals", "show", "2018-14"]),
    ] {
        assert_eq!(json(&[key]), json(command), "{key}");
    }
    let scoring = json(&["3"]);
    assert_eq!(scoring["items"].as_array().map(Vec::len), Some(11));
}

#[test]
fn what_is_no_screen_is_refused_as_an_unknown_command_is() {
    let place = Place::demo();
    for arguments in [&["--plain", "9"][..], &["4"], &["--plain", "captial"]] {
        let said = said(&place, "leder", arguments);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{arguments:?}");
    }
    let unknown = said(&place, "leder", &["--plain", "2018-99"]);
    assert_eq!(unknown.code, 4, "{unknown:?}");
}
