//! The rulebook on the command line: one rule, the list, and the way to a rule from a refusal.

use crate::place::Place;

#[test]
fn a_rule_is_read_by_its_label_in_either_language_without_a_fund() {
    let place = Place::empty();
    let said = place.says("", &["rule", "r1"]);
    assert!(said.out.starts_with("R1 Delt kostnad\n"), "{said:?}");
    for part in [
        "\n\nEksempel: Kostnaden er",
        "225\u{a0}000\u{a0}kr",
        "\n\nKilde: KS’ brev",
    ] {
        assert!(said.out.contains(part), "{part}: {said:?}");
    }
    assert!(!said.out.contains("Ikke bygget"), "{said:?}");
    let said = place.says("", &["rule", "R8", "--lang", "en"]);
    assert!(said.out.starts_with("R8 "), "{said:?}");
    assert!(said.out.contains("\n\nNot built yet: The whole rule"), "{said:?}");
}

#[test]
fn scripts_read_one_rule_or_all_of_them() {
    let place = Place::empty();
    let one = place.says("", &["rule", "R1", "--json"]).json();
    assert_eq!((&one["label"], &one["built"]), (&"R1".into(), &true.into()));
    for part in ["title", "text", "example", "source"] {
        assert!(one[part].as_str().is_some_and(|text| !text.is_empty()), "{part}");
    }
    let all = place.says("", &["rule", "--json"]).json();
    let labels: Vec<&str> = all["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|rule| rule["label"].as_str())
        .collect();
    assert_eq!((labels[0], labels.len()), ("C1", 61));
    assert!(all["items"].as_array().unwrap().contains(&one));
}

#[test]
fn an_unknown_label_is_refused_with_those_that_there_are() {
    let said = Place::empty().says("", &["rule", "X9"]);
    assert_eq!((said.code, said.out.as_str()), (4, ""));
    assert!(
        said.err.contains("«X9»") && said.err.contains("R1–R8"),
        "{said:?}"
    );
}

#[test]
fn faulty_rows_of_a_file_end_with_how_to_read_their_rules_each_once() {
    let place = Place::with_halden_paid();
    place.does("sofie", &["participant", "decide", "0104", "yes"]);
    let rows = "kind,number,name,county_number,county_name,population,decision
kommune,0101,Halden,01,Østfold,30790,no
kommune,0104,Moss,01,Østfold,32407,no
";
    let file = place.file("rows.csv", rows);
    let said = place.says("sofie", &["import", "participants", &file]);
    assert!(said.err.ends_with("\nSe: kommit rule C4\n"), "{said:?}");
}
