//! The walks of the README, each typed as it stands there, line by line, in a shell.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use crate::place::{Place, Printed};

/// What stands in for other programs, which are no part of what is tried.
const OTHERS: &str = "cargo() { :; }\nhledger() { cat > /dev/null; }\n";

/// The commands of a chapter.
fn walk(chapter: &str) -> String {
    let readme = include_str!("../../README.md");
    let from = readme
        .find(&format!("\n## {chapter}\n"))
        .unwrap_or_else(|| panic!("{chapter}"));
    let text = &readme[from + 1..];
    let text = &text[..text.find("\n## ").unwrap_or(text.len())];
    let blocks = text.split("```sh\n").skip(1);
    let commands: String = blocks.map(|block| block.split("```").next().unwrap()).collect();
    assert!(commands.contains("kommit "), "{chapter}");
    commands
}

/// Types the commands of a chapter in a place; every one must succeed. Returns what was said.
#[track_caller]
fn types(place: &Place, chapter: &str) -> Printed {
    let bin = place.path().join("bin");
    fs::create_dir(&bin).unwrap();
    symlink(assert_cmd::cargo::cargo_bin!("kommit"), bin.join("kommit")).unwrap();
    let path = format!("{}:/usr/bin:/bin", bin.display());
    let output = Command::new("sh")
        .args(["-eu", "-c", &(OTHERS.to_owned() + &walk(chapter))])
        .current_dir(place.path())
        .env_clear()
        .env("HOME", place.path())
        .env("PATH", path)
        .env("KOMMIT_DB", place.db())
        .output()
        .unwrap();
    let said: Printed = output.into();
    assert_eq!(said.code, 0, "{chapter}: {said:?}");
    said
}

#[test]
fn a_real_fund_is_started_as_the_readme_says() {
    let place = Place::empty();
    place.file(
        "participants.csv",
        include_str!("../../assets/data/participants-2017.csv"),
    );
    let said = types(&place, "Start a real fund");
    assert!(said.out.contains("Oslo"), "{said:?}");
    let seats = place.tells(&["seat", "list"]);
    assert_eq!(seats["items"][1]["holder"], "medlem-oslo");
}

#[test]
fn the_council_meets_as_the_readme_says() {
    let place = Place::empty();
    types(&place, "The council meets");
    let minutes = fs::read_to_string(place.path().join("protokoll.html")).unwrap();
    assert!(minutes.contains("Grensesnittene er åpne"), "{minutes}");
}

#[test]
fn the_money_is_followed_as_the_readme_says() {
    let place = Place::demo();
    place.file(
        "flows.csv",
        "date,kind,amount,label\n2019-03-01,receipt,1000000,Gave\n",
    );
    place.file("low.toml", "uptake_factor = 0.5\n");
    types(&place, "The money, and its proof");
    let report = fs::read_to_string(place.path().join("2018.html")).unwrap();
    assert!(report.contains("</html>"), "{report}");
}
