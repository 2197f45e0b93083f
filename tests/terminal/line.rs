//! A slow line, a fund that others write to, and a reader of the screen who follows the cursor.

use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::demo::*;
use crate::pty::Pty;

fn selected(screen: &Pty) -> String {
    let text = screen.screen();
    let (_, row) = text.split_once('▌').expect("a row is selected");
    row.split_whitespace().next().expect("its reference").to_owned()
}

/// Less than the longest pause inside a key, with some to spare for a busy machine.
const PAUSE: Duration = Duration::from_millis(200);

#[test]
fn what_a_line_parts_from_an_escape_is_no_key() {
    let demo = Demo::new();
    let mut screen = demo.open(&[]);
    // The rest of an arrow; and what a terminal says of itself, whose question mark would open the help.
    for rest in ["[B", "OB", "[?64;1c"] {
        let in_time = |screen: &mut Pty| {
            screen.send("2").wait_for("42 søknader");
            let begun = Instant::now();
            screen.send(ESC).wait_for("Venter på deg").send(rest);
            begun.elapsed() < PAUSE
        };
        // Where the machine was too busy the rest may have come too late to be one.
        while !in_time(&mut screen) {
            screen.send(ESC).send(ESC).send("1").wait_for("Venter på deg");
        }
        // The palette opens after all that came before.
        screen.send(":").wait_for("Hva vil du gjøre?");
        let text = screen.screen();
        assert!(!text.contains("Hjelp ·"), "{rest}\n{text}");
        screen.send(ESC).wait_until_gone("Hva vil du gjøre?");
    }
}

#[test]
fn a_lone_esc_acts_soon_here_and_over_a_line() {
    for (over_ssh, most) in [(false, 50), (true, 120)] {
        let demo = Demo::new();
        let mut command = demo.command(&[]);
        command.env_remove("SSH_TTY");
        command.env_remove("SSH_CONNECTION");
        if over_ssh {
            command.env("SSH_CONNECTION", "10.0.0.1 5000 10.0.0.2 22");
        }
        let mut screen = Pty::spawn(command, 80, 24);
        screen.wait_for("Venter på deg");
        // The best of several, for the machine may be busy with other things.
        let best = (0..8).map(|_| {
            screen.send("?").wait_for("Hjelp ·");
            let begun = Instant::now();
            screen.send(ESC).wait_until_gone("Hjelp ·");
            begun.elapsed()
        });
        let best = best.min().expect("eight");
        assert!(best <= Duration::from_millis(most), "{over_ssh}: {best:?}");
    }
}

#[test]
fn a_step_that_waits_for_a_lock_says_so() {
    let demo = Demo::new();
    let mut screen = demo.open(&[]);
    screen.send("3").wait_for("60 av 112").send("n").send(ENTER);
    screen.wait_for("Din vurdering av").send("45344").wait_for("4,00");
    screen.send(SAVE).wait_for("Levere vurderingen");
    let raw = Connection::open(demo.path()).expect("the file");
    raw.execute_batch("BEGIN IMMEDIATE").expect("the lock");
    let before = Instant::now();
    screen.send(ENTER).wait_for("Ikke lagret ennå");
    let said = before.elapsed();
    raw.execute_batch("ROLLBACK").expect("the lock is free");
    screen.wait_for("61 av 112").wait_until_gone("Ikke lagret ennå");
    // A busy machine draws late; five seconds is when it would be refused.
    assert!(said < Duration::from_secs(2), "{said:?}");
}

#[test]
fn who_may_what_changes_under_ones_hands() {
    let demo = Demo::new();
    let mut screen = demo.open(&[]);
    screen.send("3").wait_for("60 av 112").wait_for("vurder");
    let revoked = std::process::Command::new(KOMMIT)
        .args([
            "--db",
            &demo.path().display().to_string(),
            "member",
            "revoke",
            "leder",
        ])
        .output()
        .expect("the program runs");
    assert!(revoked.status.success(), "{revoked:?}");
    screen.wait_for("ikke lenger medlem");
    assert!(!screen.on_alternate_screen(), "it is said where it stays");
    gives_back(screen, 3);
}

#[test]
fn the_cursor_follows_the_selected_row_and_the_field() {
    let demo = Demo::new();
    let mut screen = demo.open(&[]);
    screen.send("2").wait_for("42 søknader").send("g");
    let row = |screen: &Pty| {
        let (row, column) = screen.terminal().cursor_position();
        let text = screen.screen();
        (
            text.lines().nth(row.into()).unwrap_or_default().to_owned(),
            column,
        )
    };
    for _ in 0..3 {
        let before = selected(&screen);
        screen
            .send("j")
            .wait_until("the next", |screen| selected(screen) != before);
        let (text, column) = row(&screen);
        assert!(
            text.starts_with(&format!("▌ {}", selected(&screen))) && column == 0,
            "{text}"
        );
    }
    screen.send("/").send("vaktb").wait_for("/ vaktb");
    let (text, column) = row(&screen);
    assert!(text.contains("/ vaktb") && column == 9, "{column} in {text}");
    assert!(screen.cursor_is_hidden());
}
