//! What is sent to a terminal, byte by byte, and to a pipe in its place.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use rusqlite::Connection;

use crate::demo::*;
use crate::pty::Pty;

/// Through every screen, a proposal and what lies over a screen, each of them drawn.
fn tour(screen: &mut Pty) {
    for (key, says) in SCREENS {
        screen.send(key).wait_for(says);
    }
    // The log lies on the screen it was opened from.
    screen.send(ESC).wait_until_gone("linjer i loggen");
    screen
        .send("?")
        .wait_for("PgDn Ctrl-F")
        .send(ESC)
        .wait_until_gone("PgDn Ctrl-F");
    screen
        .send(":")
        .wait_for("Hva vil du gjøre?")
        .send(ESC)
        .wait_until_gone("Hva vil du");
    screen.send("2").wait_for("42 søknader");
    screen.send(ENTER).wait_for("Neste steg").send(ESC);
    screen
        .send("3")
        .wait_for("rådet har levert")
        .send("n")
        .send(ENTER);
    screen.wait_for("Din vurdering av").send(ESC);
    screen
        .wait_for("rådet har levert")
        .send("v")
        .wait_for("Avslutte runde");
    screen.send(ESC).wait_until_gone("Avslutte runde");
    screen.send("7").wait_for("har takket ja").send(ENTER).send(ESC);
}

/// The SGR codes among the bytes that name a colour. A return to the terminal's own colours names none.
fn colours(raw: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(raw);
    let sequences = text.split("\u{1b}[").skip(1);
    let styles = sequences.filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';' && c != ':')?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    let names = |code: &str| matches!(code.parse(), Ok(30..=38 | 40..=48 | 58 | 90..=107));
    styles
        .filter(|style| style.split([';', ':']).any(names))
        .collect()
}

#[test]
fn without_colour_no_colour_is_sent() {
    let demo = Demo::new();
    let mut by_environment = demo.command(&[]);
    by_environment.env("NO_COLOR", "1");
    let mut asked_for = demo.command(&["--color", "always"]);
    asked_for.env("NO_COLOR", "1");
    for (command, coloured) in [
        (demo.command(&[]), true),
        (asked_for, true),
        (by_environment, false),
        (demo.command(&["--color", "never"]), false),
    ] {
        let mut screen = Pty::spawn(command, 80, 24);
        screen.wait_for("Venter på deg");
        tour(&mut screen);
        let colours = colours(&screen.raw);
        assert_eq!(!colours.is_empty(), coloured, "{colours:?}");
    }
}

#[test]
fn every_drawing_is_a_synchronized_update() {
    let demo = Demo::new();
    let mut screen = demo.open(&[]);
    tour(&mut screen);
    screen.resize(120, 40).wait_for("7 Deltak").send(CTRL_L);
    screen.signal(rustix::process::Signal::TERM);
    screen.wait();
    let sent = String::from_utf8_lossy(&screen.raw).into_owned();
    let mut drawings = sent.split("\u{1b}[?2026h");
    let before = drawings.next().expect("a beginning");
    assert!(before.contains("\u{1b}[?1049h"), "{before:?}");
    let after: Vec<&str> = drawings
        .map(|drawing| drawing.split_once("\u{1b}[?2026l").expect("an end").1)
        .collect();
    let (last, others) = after.split_last().expect("drawings");
    assert!(
        others.len() > SCREENS.len() && others.iter().all(|rest| rest.is_empty()),
        "{others:?}"
    );
    assert!(last.contains("\u{1b}[?1049l"), "{last:?}");
}

#[test]
fn ascii_draws_with_ascii_and_only_the_letters_of_words_are_more() {
    for language in ["nb", "en"] {
        let demo = Demo::new();
        let mut screen = Pty::spawn(demo.command(&["--ascii", "--lang", language]), 80, 24);
        screen.wait_for(" - demo");
        if language == "nb" {
            tour(&mut screen);
        } else {
            for (key, _) in &SCREENS[..6] {
                screen.send(key).wait_for(&format!("[{key} "));
            }
        }
        screen.send("q").wait();
        let text = String::from_utf8(screen.raw.clone()).expect("whole characters");
        let strange: String = text
            .chars()
            .filter(|c| !c.is_ascii() && !c.is_alphabetic())
            .collect();
        assert_eq!(strange, "", "{language}");
    }
}

#[test]
fn what_the_file_says_never_steers_the_terminal() {
    let demo = Demo::new();
    let raw = Connection::open(demo.path()).expect("the file");
    // A window title, a bell, red, a C1 sequence, and a line that turns around.
    let poison = "\u{1b}]0;KAPRET\u{7}\u{1b}[31mrødt\u{9b}32m\u{202e}\r\n";
    for (table, column) in [
        ("proposals", "title"),
        ("participants", "name"),
        ("members", "name"),
    ] {
        let sql = format!("UPDATE {table} SET {column} = ?1 || {column}");
        assert_ne!(raw.execute(&sql, [poison]).expect("a change"), 0);
    }
    drop(raw);
    let mut screen = Pty::spawn(demo.command(&["--color", "never"]), 80, 24);
    screen.wait_for("Venter på deg");
    tour(&mut screen);
    screen.send("2").wait_for("KAPRET").send("3").wait_for("KAPRET");
    screen
        .send("7")
        .wait_for("KAPRET")
        .send("@")
        .wait_for("KAPRET")
        .send(ESC);
    screen.send("q").wait();
    let sent = String::from_utf8_lossy(&screen.raw).into_owned();
    for bad in ["\u{1b}]", "\u{7}", "\u{1b}[31m", "\u{9b}", "\u{202e}"] {
        assert!(!sent.contains(bad), "{bad:?}");
    }
}

fn does(demo: &Demo, command: &str) {
    let output = demo.run(&command.split(' ').collect::<Vec<_>>());
    assert!(output.status.success(), "{output:?}");
}

/// Others read.
fn is_sent_nothing_while(screen: &mut Pty, demo: &Demo, commands: [&str; 3]) {
    // What is left of the first frame comes during the first round.
    commands.iter().for_each(|command| does(demo, command));
    let before = screen.take_what_came().raw.len();
    commands.iter().for_each(|command| does(demo, command));
    assert_eq!(screen.take_what_came().raw.len(), before);
}

#[test]
fn who_waits_is_sent_nothing() {
    let demo = Demo::new();
    let mut screen = demo.open(&[]);
    is_sent_nothing_while(
        &mut screen,
        &demo,
        ["capital", "proposals list", "ranking --round 2018-1"],
    );
}

#[test]
fn who_waits_in_a_meeting_is_sent_nothing() {
    let demo = Demo::new();
    for step in ["meeting open", "attend in --all", "meeting next"] {
        does(&demo, step);
    }
    // A member begins there, and follows.
    let mut command = portable_pty::CommandBuilder::new(KOMMIT);
    command.args(["--db", &demo.path().display().to_string(), "--as", "bergen"]);
    let mut screen = Pty::spawn(command, 80, 24);
    screen.wait_for("til behandling").wait_for("hjelp");
    is_sent_nothing_while(
        &mut screen,
        &demo,
        ["meeting show", "proposals list", "ranking --round 2018-1"],
    );
    // And what somebody else does in the meeting comes.
    let output = demo.run_as("oslo", &["attend", "out"]);
    assert!(output.status.success(), "{output:?}");
    screen.wait_for("10 av 11 kan stemme");
}

#[test]
fn with_no_terminal_the_overview_is_printed() {
    let demo = Demo::new();
    let output = demo.run(&[]);
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(text.contains("Kapitalen") && !text.contains('\u{1b}'), "{text}");
    assert!(output.stderr.is_empty());
}

#[test]
fn a_reader_that_has_had_enough_is_no_fault() {
    let demo = Demo::new();
    for lines in [0, 1] {
        let mut command = Command::new(KOMMIT);
        command.args(demo.arguments(&["demo"])).stdin(Stdio::null());
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let output = BufReader::with_capacity(1, child.stdout.take().expect("a pipe"));
        assert_eq!(output.lines().take(lines).count(), lines);
        let mut said = String::new();
        let mut error = child.stderr.take().expect("a pipe");
        error.read_to_string(&mut said).expect("text");
        assert_eq!(said, "");
        assert_ne!(child.wait().expect("an exit status").code(), Some(101));
    }
}
