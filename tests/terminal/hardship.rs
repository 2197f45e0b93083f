//! Small and changing sizes, keys in bunches, two at once, and a file that others have been at.

use std::fs;

use rusqlite::Connection;
use rustix::process::Signal;

use crate::demo::*;
use crate::pty::Pty;

#[test]
fn no_size_is_too_small() {
    for (columns, rows) in [(20, 5), (10, 3), (1, 1), (2, 1), (1, 5), (300, 2)] {
        let demo = Demo::new();
        let mut screen = Pty::spawn(demo.command(&[]), columns, rows);
        screen.wait_for_more(0);
        for (key, _) in SCREENS {
            // The help is opened and closed on whatever Enter opens; a form takes the letters.
            screen.send(key).send("j").send(ENTER).send("?G?");
            let before = screen.take_what_came().raw.len();
            screen.send(CTRL_L).wait_for_more(before);
        }
        screen.resize(80, 24).wait_for("7 Deltak").signal(Signal::TERM);
        gives_back(screen, 143);
    }
}

#[test]
fn a_resize_spoils_nothing_that_is_open() {
    // The keys to it, and what it says.
    let open: [(&[&str], &str); 5] = [
        (&["?"], "Hjelp ·"),
        (&[":"], "Hva vil du gjøre?"),
        (&["3", "v"], "Avslutte runde"),
        (&["3", "n", ENTER], "Din vurdering av"),
        (&["2", "/", "vaktbytte"], "1 av 42 søknader"),
    ];
    for (keys, says) in open {
        let demo = Demo::new();
        let mut screen = demo.open(&[]);
        for key in keys {
            let before = screen.raw.len();
            screen.send(key).wait_for_more(before);
        }
        screen.wait_for(says);
        for (columns, rows) in [(20, 5), (1, 1), (10, 3), (200, 60), (79, 2), (80, 24)] {
            let before = screen.take_what_came().raw.len();
            screen.resize(columns, rows).wait_for_more(before);
        }
        screen.wait_for(says).wait_for("7 Deltak").signal(Signal::TERM);
        gives_back(screen, 143);
    }
}

#[test]
fn two_may_have_the_same_fund_open() {
    let demo = Demo::new();
    let mut screens = [demo.open(&[]), demo.open(&[])];
    for screen in &mut screens {
        screen.send("3").wait_for("60 av 112");
    }
    let [first, second] = &mut screens;
    first
        .send("n")
        .send(ENTER)
        .wait_for("Din vurdering av")
        .send("45344");
    first.wait_for("Din poengsum: 4,00").send(SAVE);
    yes(first, "Levere");
    first.wait_for("61 av 112");
    second.wait_for("61 av 112");
    for mut screen in screens {
        screen.send("q");
        gives_back(screen, 0);
    }
}

#[test]
fn a_file_that_turns_read_only_is_said_and_can_still_be_read() {
    let demo = Demo::new();
    let mut screen = demo.open(&[]);
    screen.send("3").wait_for("60 av 112").send("n").send(ENTER);
    screen.wait_for("Din vurdering av").send("45344").wait_for("4,00");
    // The file's own mark of who may write it, set while a change is under way: everyone reads it with the change. A row that is
    // written as it was would be none.
    let raw = Connection::open(demo.path()).expect("the file");
    raw.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); BEGIN IMMEDIATE; UPDATE members SET name = name || ' '; UPDATE members SET name = trim(name);")
        .expect("a change");
    let file = fs::File::options()
        .write(true)
        .open(demo.path())
        .expect("the file");
    std::os::unix::fs::FileExt::write_all_at(&file, &[3], 18).expect("the mark");
    raw.execute_batch("COMMIT").expect("the change");
    screen.send(SAVE).wait_for("kan ikke skrives til");
    screen.wait_for("Din poengsum: 4,00").signal(Signal::TERM);
    gives_back(screen, 143);
}

#[test]
fn a_disk_that_takes_no_more_is_said_and_what_was_typed_stays() {
    let demo = Demo::new();
    // In blocks of 512 bytes: the program opens the fund, and no step fits.
    let command = demo.under_shell("ulimit -f 64; exec \"$@\"");
    let mut screen = Pty::spawn(command, 80, 24);
    screen
        .wait_for("Venter på deg")
        .send("3")
        .wait_for("60 av 112")
        .send("n")
        .send(ENTER);
    screen.wait_for("Din vurdering av").send("45344").wait_for("4,00");
    screen.send(SAVE);
    yes(&mut screen, "Levere");
    screen.wait_for("disken svikter");
    screen.wait_for("Din poengsum: 4,00").signal(Signal::TERM);
    gives_back(screen, 143);
}

#[test]
fn a_file_that_is_replaced_is_said_without_a_key() {
    let demo = Demo::new();
    let mut screen = demo.open(&[]);
    let copy = demo.path().with_extension("copy");
    fs::copy(demo.path(), &copy).expect("a copy");
    fs::rename(&copy, demo.path()).expect("another file in its place");
    screen.wait_for("er byttet ut").send("q");
    gives_back(screen, 0);
}

#[test]
fn a_file_that_is_removed_is_said_without_a_key() {
    let demo = Demo::new();
    let mut screen = demo.open(&[]);
    for end in ["", "-wal", "-shm"] {
        fs::remove_file(format!("{}{end}", demo.path().display())).expect("a file less");
    }
    screen.wait_for("er fjernet eller flyttet").send("2");
    screen
        .wait_for("[2 Søknader]")
        .wait_for("er fjernet eller flyttet");
    // Nothing is counted that wasn't read.
    assert!(!screen.screen().contains("0 søknader"), "{}", screen.screen());
    screen
        .send("3")
        .wait_for("[3 Vurder.]")
        .wait_for("Kan ikke vises");
    assert!(
        !screen.screen().contains("vurderingsrunde"),
        "{}",
        screen.screen()
    );
    screen.send("q");
    gives_back(screen, 0);
}

#[test]
fn a_burst_of_keys_is_handled_to_the_last() {
    let demo = Demo::new();
    let mut screen = demo.open(&[]);
    screen.send("2").wait_for("42 søknader");
    let selected = |screen: &Pty| {
        let screen = screen.screen();
        let (_, row) = screen.split_once('▌').expect("a row is selected");
        row.split_whitespace().next().expect("its reference").to_owned()
    };
    screen.send("g");
    // Ten above the last.
    for step in 0..31 {
        let before = selected(&screen);
        screen.send("j");
        screen.wait_until(&format!("step {step}"), |screen| selected(screen) != before);
    }
    let tenth_last = selected(&screen);
    // The help opens after all the others.
    screen.send(&("g".to_owned() + &"j".repeat(389) + &"k".repeat(10) + "?"));
    screen.wait_for("Hjelp ·").send(ESC);
    screen.wait_until("the tenth above the last", |screen| {
        selected(screen) == tenth_last
    });
}

#[test]
fn what_is_typed_ahead_waits_for_the_screen_it_is_meant_for() {
    let demo = Demo::new();
    let mut screen = demo.open(&[]);
    // Four keys to a scorecard and five scores, which elsewhere are the numbers of screens.
    screen.send(&format!("23n{ENTER}45344"));
    screen
        .wait_for("Din vurdering av 2018-14")
        .wait_for("Din poengsum: 4,00");
    // Nothing typed ahead keeps one from leaving.
    screen.send(CTRL_C).wait_for("Avslutte?").send(TAB).send(ENTER);
    gives_back(screen, 0);
}
