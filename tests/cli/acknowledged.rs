//! What an upgrade found altered is told ever after, and counts against the fund and its copies until it is acknowledged.

use rusqlite::Connection;

use crate::backup::{backed_up, done};
use crate::place::Place;

#[test]
fn what_was_altered_before_an_upgrade_counts_against_the_fund_and_its_copies_until_it_is_acknowledged_once() {
    let place = Place::with_halden_paid();
    let raw = Connection::open(place.db()).unwrap();
    raw.execute_batch("DROP INDEX audit_of_upgrades; DROP INDEX audit_of_members; UPDATE members SET name = 'Ola' WHERE handle = 'kari'; PRAGMA user_version = 11")
        .unwrap();
    drop(raw);
    let checked = place.says("", &["check"]);
    let json = place.says("", &["check", "--json"]).json();
    assert_eq!((checked.code, json["ok"].as_bool()), (1, Some(false)));
    let row = place.does("", &["audit", "verify"])["rows"].to_string();
    let way = format!("kommit audit acknowledge {row}");
    assert!(checked.out.contains(&way), "{checked:?}");
    // A copy is as unsound as the fund, and is put back only by who accepts that.
    let copy = place.path().join("copy.db").display().to_string();
    assert_eq!(place.says("", &["backup", &copy]).code, 1);
    assert_eq!(place.says("", &["restore", &copy]).code, 1);

    let acknowledge = |who: &str, row: &str, reason: &str| {
        let said = place.says(who, &["audit", "acknowledge", row, "--reason", reason, "--json"]);
        (said.code, said.json())
    };
    for (who, row, reason, expected) in [
        ("sofie", row.as_str(), "Undersøkt", (3, "denied-role")),
        ("", row.as_str(), " ", (4, "text-empty")),
        ("", "1", "Undersøkt", (4, "acknowledge-nothing")),
        ("", "9999", "Undersøkt", (4, "acknowledge-nothing")),
    ] {
        let (code, said) = acknowledge(who, row, reason);
        assert_eq!(
            (code, said["error"]["code"].as_str().unwrap()),
            expected,
            "{said}"
        );
    }
    let (code, said) = acknowledge("", &row, "Undersøkt");
    assert_eq!((code, said["row"].to_string()), (0, row.clone()), "{said}");
    let (code, said) = acknowledge("", &row, "Igjen");
    assert_eq!(
        (code, &said["error"]["code"]),
        (4, &"acknowledge-already".into()),
        "{said}"
    );

    let last = place.does("", &["audit", "--limit", "1"])["items"][0].clone();
    assert_eq!(last["action"], "audit.acknowledge");
    assert_eq!(
        last["payload"],
        serde_json::json!({ "reason": "Undersøkt", "row": row.parse::<i64>().unwrap() })
    );
    let said = place.says("", &["check"]);
    assert_eq!(said.code, 0, "{said:?}");
    let told = format!("Tatt til etterretning i linje {}.", last["seq"]);
    assert!(
        said.out.contains("Alt stemmer") && said.out.contains(&told),
        "{said:?}"
    );
    let json = place.does("", &["check"]);
    assert_eq!(
        (&json["ok"], &json["findings"][0]["acknowledged_in"]),
        (&true.into(), &last["seq"])
    );
    let (copy, made) = backed_up(&place, "sound.db");
    assert_eq!(
        (&made["ok"], made["findings"].as_array().unwrap().len()),
        (&true.into(), 1)
    );
    done(&place, "", &["restore", &copy]);
    // What is altered later counts as before.
    let raw = Connection::open(place.db()).unwrap();
    raw.execute_batch("UPDATE members SET name = 'Per' WHERE handle = 'kari'")
        .unwrap();
    let said = place.says("", &["check"]);
    assert!(
        said.code == 1 && said.out.contains("Én ting stemmer ikke:\n- Raden kari"),
        "{said:?}"
    );
}
