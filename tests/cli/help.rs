//! Help, completions and the manual, in both languages.

use crate::place::Place;

#[test]
fn help_is_bokmål_unless_english_is_asked_for() {
    let place = Place::empty();
    let said = place.says("", &["--help"]);
    assert_eq!(said.code, 0);
    assert!(
        said.out.contains("Bruk: kommit [VALG] [KOMMANDO]"),
        "{}",
        said.out
    );
    assert!(
        !said.out.contains("Usage") && !said.out.contains("cli-"),
        "{}",
        said.out
    );
    let said = place.says("", &["capital", "--help", "--lang", "en"]);
    assert!(
        said.out.contains("Usage: kommit capital [OPTIONS]"),
        "{}",
        said.out
    );
    let mut command = place.command("", &["help", "move"]);
    let said: crate::place::Printed = command.env("KOMMIT_LANG", "en").output().unwrap().into();
    assert!(said.out.contains("--to <PLACE>"), "{}", said.out);
}

#[test]
fn the_manual_and_the_completions_name_every_command() {
    let place = Place::empty();
    let man = place.says("", &["man"]).out;
    for command in [
        "kommit proposal qualify",
        "kommit ledger reverse",
        "kommit import scores",
        "kommit proposal live",
        "kommit charge remind",
        "kommit refund pay",
        "kommit write-off",
        "kommit solutions show",
        "kommit rule",
        "kommit meetings show",
        "kommit meeting plan",
        "kommit item again",
        "kommit attend in",
        "kommit conflict raise",
        "kommit motion add",
        "kommit vote room",
        "kommit election open",
        "kommit statement",
        "kommit written answer",
        "kommit seat set",
        "kommit member role",
        "kommit scheme set",
        "kommit audit",
    ] {
        let roff = command.replace('-', "\\-");
        assert!(man.contains(&roff), "{command}");
    }
    for says in [
        "TASTATUR",
        "Overalt",
        "Ctrl\\-S",
        "Fullfører skjemaet",
        "Prioritering",
    ] {
        assert!(man.contains(says), "{says}");
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let said = place.says("", &["completions", shell]);
        for command in ["disbursements", "write-off", "overdue"] {
            assert!(said.code == 0 && said.out.contains(command), "{shell} {command}");
        }
    }
    let version = place.says("", &["--version"]);
    assert_eq!((version.code, version.out.starts_with("kommit ")), (0, true));
}
