//! Exit codes, and how errors look to scripts and to people.

use rusqlite::Connection;
use serde_json::Value as Json;

use crate::place::{Place, Printed};

fn refused(code: i32, name: &str) -> (i32, String) {
    (code, name.to_owned())
}

#[test]
fn a_wrong_command_line_is_exit_2_in_words_and_in_json() {
    let place = Place::new();
    for args in [
        &["foo"][..],
        &["capital", "--foo"],
        &["move", "2018-01"],
        &["proposals", "show"],
        &["--color", "purple", "capital"],
        &["export", "ledger", "--format", "xml"],
        &["recommend", "2018-01"],
        &["recommend", "2018-01", "--amount", "1", "--decline"],
        &["decide", "2018-01", "--decline", "--plan", "2018-02-01=1"],
        &["import"],
    ] {
        assert_eq!(place.refuses("lise", args), refused(2, "usage"), "{args:?}");
        let said = place.says("lise", args);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
        assert!(said.err.starts_with("Feil: "), "{said:?}");
    }
    let said = place.says("", &["--lang", "en", "move", "2018-01"]);
    assert!(
        said.err.starts_with("Error: ") && said.err.contains("--to <PLACE>"),
        "{said:?}"
    );
}

#[test]
fn a_value_that_wont_do_is_exit_4_with_the_argument_named() {
    let place = Place::new();
    for (args, code) in [
        (&["ks", "pay", "--amount", "abc"][..], "amount-invalid"),
        (&["ks", "pay", "--amount", "0.001"], "amount-invalid"),
        (&["ks", "pay", "--amount", "1.234"], "amount-ambiguous"),
        (
            &["ks", "pay", "--amount", "1,234", "--lang", "en"],
            "amount-ambiguous",
        ),
        (&["ranking", "--frame", "50.000"], "amount-ambiguous"),
        (
            &["decide", "2018-01", "--amount", "2", "--plan", "2018-04-01=1.000"],
            "amount-ambiguous",
        ),
        (&["ks", "pay", "--amount", "-5"], "amount-not-positive"),
        (&["proposals", "show", "18-1"], "ref-invalid"),
        (&["capital", "--today", "31.2.2018"], "date-invalid"),
        (
            &["proposal", "qualify", "2018-01", "--gates", "y,y"],
            "gates-invalid",
        ),
        (&["score", "2018-01", "--set", "benefit"], "score-invalid"),
        (&["participants", "show", "99999"], "number-invalid"),
        (&["participants", "show", "9999"], "participant-unknown"),
        (&["proposals", "show", "2018-01"], "proposal-unknown"),
        (&["members", "show", "nobody"], "member-unknown"),
        (&["rounds", "show", "x"], "round-unknown"),
        (&["disbursements", "show", "1"], "disbursement-unknown"),
        (&["ranking"], "no-round"),
    ] {
        assert_eq!(place.refuses("sofie", args), refused(4, code), "{args:?}");
    }
    let said = place.says("sofie", &["ks", "pay", "--amount", "abc"]);
    assert!(
        said.err.contains("--amount") && said.err.contains("1250000"),
        "{said:?}"
    );
}

#[test]
fn an_error_in_json_has_code_message_and_rule_and_nothing_on_the_other_stream() {
    let place = Place::new();
    let said = place.says("karl", &["capital", "--as", "nobody", "--json"]);
    assert_eq!(
        (said.refusal(), said.err.as_str()),
        (refused(3, "member-unknown"), "")
    );
    let said = place.says("kari", &["ks", "pay", "--amount", "1", "--json"]);
    let error = &said.json()["error"];
    assert_eq!(
        (said.code, &error["code"], &error["rule"]),
        (3, &"denied-role".into(), &Json::Null)
    );
    let said = place.says("sofie", &["participant", "pay", "0101", "--json"]);
    let error = &said.json()["error"];
    assert_eq!((said.code, &error["rule"]), (4, &"C4".into()));
    assert!(error["message"].as_str().unwrap().contains("Halden"));
    let said = place.says("sofie", &["participant", "pay", "0101"]);
    assert!(said.err.ends_with("\nSe: kommit rule C4\n"), "{said:?}");
}

#[test]
fn who_may_not_is_exit_3_and_nothing_is_written() {
    let place = Place::new();
    let before = place.does("", &["audit", "verify"]);
    for (who, args) in [
        ("kari", &["round", "open", "a", "2018-01"][..]),
        ("lise", &["participant", "pay", "0101"]),
        ("karl", &["check"]),
        ("", &["score", "2018-01", "--set", "benefit=1"]),
        (
            "sofie",
            &["member", "add", "x", "--name", "X", "--role", "member"],
        ),
        ("kari", &["import", "participants", "missing.csv"]),
    ] {
        let said = place.says(who, &[args, &["--json"]].concat());
        // What can't even be read is refused before anybody is asked.
        let code = if args.contains(&"missing.csv") { 4 } else { 3 };
        assert_eq!(said.code, code, "{args:?}: {said:?}");
    }
    assert_eq!(place.does("", &["audit", "verify"]), before);
}

#[test]
fn a_member_is_named_by_option_before_environment() {
    let place = Place::new();
    let said: Printed = place
        .command("kari", &["--as", "sofie", "ks", "pay", "--amount", "1", "--json"])
        .output()
        .unwrap()
        .into();
    assert_eq!(said.code, 0, "{said:?}");
    let said = place.says("kari", &["--plain"]);
    assert!(said.out.contains("Du er kari."), "{said:?}");
}

/// Waits for the busy timeout of the program, once.
#[test]
fn a_writer_that_holds_the_file_is_exit_5_and_readers_go_on() {
    let place = Place::new();
    let other = Connection::open(place.db()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(place.says("kari", &["capital"]).code, 0);
    assert_eq!(
        place.refuses("sofie", &["ks", "pay", "--amount", "1"]),
        refused(5, "database-busy")
    );
    other.execute_batch("ROLLBACK").unwrap();
    place.does("sofie", &["ks", "pay", "--amount", "1"]);
}

#[test]
fn a_reader_that_closes_the_pipe_early_is_no_fault() {
    let place = Place::new();
    let mut child = place
        .command("", &["man"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let said: Printed = child.wait_with_output().unwrap().into();
    assert_eq!((said.code, said.err.as_str()), (0, ""));
}

#[test]
fn without_a_terminal_the_overview_is_printed_as_text_or_json() {
    let place = Place::with_halden_paid();
    let said = place.says("lise", &[]);
    assert_eq!(said.code, 0);
    assert!(
        said.out.contains("Finansieringsordningen") && said.out.contains("0,6\u{a0}mill.\u{a0}kr"),
        "{said:?}"
    );
    assert!(!said.out.contains('\u{1b}'));
    assert_eq!(place.does("lise", &[])["paid_ore"], 61_580_000);
    let said = place.says("lise", &["--lang", "en", "--color", "always", "--ascii"]);
    assert!(
        said.out.contains("NOK 0.6 million") && said.out.contains("\u{1b}[1m"),
        "{said:?}"
    );
}

#[test]
fn an_amount_is_taken_as_people_write_it_and_one_that_could_be_two_is_refused_with_both() {
    let place = Place::new();
    for (amount, ore) in [
        ("1 234 567,50 kr", 123_456_750),
        ("kr\u{a0}1\u{202f}234\u{2009}567", 123_456_700),
        ("1,2 mill.", 120_000_000),
        ("0,002 mrd", 200_000_000),
        ("1,250,000.50", 125_000_050),
    ] {
        let made = place.does("sofie", &["ks", "pay", "--amount", amount, "--lang", "en"]);
        assert_eq!(made["amount_ore"], ore, "{amount}");
    }
    let said = place.says("sofie", &["ks", "pay", "--amount", "1.234"]);
    assert_eq!((said.code, said.out.as_str()), (4, ""));
    let plain = said.err.replace('\u{a0}', " ");
    assert!(
        plain.contains("--amount") && plain.contains("1 234 kr eller 1,23 kr"),
        "{plain}"
    );
    let said = place.says("sofie", &["ks", "pay", "--amount", "1,234", "--lang", "en"]);
    let plain = said.err.replace('\u{a0}', " ");
    assert!(plain.contains("NOK 1,234 or NOK 1.23"), "{plain}");
}
