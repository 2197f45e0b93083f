//! What is typed is not lost with the line: a session that is killed finds it again.

use std::thread;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use rustix::process::Signal;

use crate::demo::*;

/// How long anything may take before a test gives up; only a broken program ever waits for it.
const BOUND: Duration = Duration::from_secs(60);

/// How many drafts there are.
fn kept(demo: &Demo) -> i64 {
    let path = format!("{}.drafts", demo.path().display());
    if !std::path::Path::new(&path).exists() {
        return 0;
    }
    let drafts = Connection::open(path).expect("the drafts");
    let count = drafts.query_row("SELECT count(*) FROM drafts", [], |row| row.get(0));
    count.unwrap_or_default()
}

fn wait_for_drafts(demo: &Demo, count: i64) {
    let end = Instant::now() + BOUND;
    while kept(demo) != count {
        assert!(Instant::now() < end, "waited for {count} drafts");
        thread::yield_now();
    }
}

#[test]
fn a_session_that_is_killed_finds_what_was_typed_again_and_it_is_gone_when_it_is_delivered() {
    let demo = Demo::new();
    let mut screen = demo.open(&[]);
    screen.send("3").wait_for("60 av 112").send("n").send(ENTER);
    screen.wait_for("Din vurdering av").send("45344").wait_for("4,00");
    wait_for_drafts(&demo, 1);
    screen.signal(Signal::KILL);
    drop(screen);
    let mut again = demo.open(&[]);
    again.send("3").wait_for("60 av 112").send("n").send(ENTER);
    again
        .wait_for("hentet fram")
        .wait_for("Din poengsum: 4,00")
        .send(SAVE);
    yes(&mut again, "Levere");
    again.wait_for("61 av 112");
    wait_for_drafts(&demo, 0);
    again.send("q");
    gives_back(again, 0);
}

#[test]
fn a_fund_that_a_newer_program_has_upgraded_is_said_without_a_key_and_what_was_typed_is_kept() {
    let demo = Demo::new();
    let raw = Connection::open(demo.path()).expect("the file");
    let version: i64 = raw
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .expect("its version");
    let mut screens = [demo.open(&[]), demo.open(&[])];
    let [typing, looking] = &mut screens;
    typing.send("3").wait_for("60 av 112").send("n").send(ENTER);
    typing.wait_for("Din vurdering av").send("45344").wait_for("4,00");
    raw.pragma_update(None, "user_version", version + 1)
        .expect("the newer program");
    for screen in [&mut *typing, &mut *looking] {
        screen.wait_for("koble til på nytt");
        assert!(screen.screen().contains("nyere utgave"), "{}", screen.screen());
    }
    // Nothing is delivered to tables that may mean something else now, and what is typed is kept all the same.
    typing.send(SAVE);
    wait_for_drafts(&demo, 1);
    typing.signal(Signal::TERM);
    looking.send("2").wait_for("koble til på nytt").send("q");
    let [typing, looking] = screens;
    gives_back(typing, 143);
    gives_back(looking, 0);
    raw.pragma_update(None, "user_version", version)
        .expect("a program that knows it");
    let mut again = demo.open(&[]);
    again.send("3").wait_for("60 av 112").send("n").send(ENTER);
    again.wait_for("hentet fram").wait_for("Din poengsum: 4,00");
}
