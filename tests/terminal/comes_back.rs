//! The terminal comes back: the ordinary screen, the cursor, and the settings it had.

use portable_pty::CommandBuilder;
use rustix::process::Signal;

use crate::demo::*;
use crate::pty::Pty;

#[test]
fn the_terminal_comes_back_when_the_person_leaves() {
    for key in ["q", CTRL_C] {
        let demo = Demo::new();
        let mut screen = demo.open(&[]);
        assert!(screen.on_alternate_screen() && screen.cursor_is_hidden() && screen.marks_pastes());
        assert_ne!(screen.settings(), screen.found, "raw mode is on");
        screen.send(key);
        gives_back(screen, 0);
    }
}

#[test]
fn the_terminal_comes_back_after_a_signal() {
    for (signal, code) in [
        (Signal::TERM, 143),
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
    ] {
        let demo = Demo::new();
        let screen = demo.open(&[]);
        screen.signal(signal);
        gives_back(screen, code);
    }
}

#[test]
fn a_stop_signal_leaves_no_shell_with_a_terminal_in_raw_mode() {
    let demo = Demo::new();
    let mut screen = demo.open(&[]);
    screen.signal(Signal::TSTP);
    screen.send("2").wait_for("42 søknader").send("q");
    gives_back(screen, 0);
}

#[test]
fn a_program_that_goes_on_after_a_stop_takes_the_terminal_again() {
    let demo = Demo::new();
    let mut screen = demo.open(&[]);
    let raw = screen.settings();
    screen.signal(Signal::STOP);
    screen.cook();
    assert_ne!(screen.settings(), raw);
    let before = screen.raw.len();
    screen.signal(Signal::CONT);
    screen.wait_for_more(before).wait_for("Venter på deg");
    assert_eq!(screen.settings(), raw, "raw mode is on again");
    let sent = String::from_utf8_lossy(&screen.raw[before..]).into_owned();
    assert!(
        sent.contains("\u{1b}[?1049h") && sent.contains("\u{1b}[2J"),
        "{sent:?}"
    );
    screen.send("2").wait_for("42 søknader").send("q");
    gives_back(screen, 0);
}

#[test]
fn an_error_at_the_start_is_said_on_the_ordinary_screen() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = CommandBuilder::new(KOMMIT);
    command.args(["--db", &folder.path().join("none.db").display().to_string()]);
    let mut screen = Pty::spawn(command, 80, 24);
    screen.wait_for("Det finnes ikke noe fond");
    let raw = String::from_utf8_lossy(&screen.raw).into_owned();
    assert!(!raw.contains("\u{1b}[?1049h"), "{raw:?}");
    gives_back(screen, 4);
}

#[test]
fn a_program_whose_terminal_is_gone_ends_by_itself() {
    // SIGHUP ignored by whoever started it; and a session that no SIGHUP reaches.
    for script in [
        r#"exec "$@""#,
        r#"trap "" HUP; exec "$@""#,
        r#"trap "" HUP; exec setsid --wait "$@""#,
    ] {
        let demo = Demo::new();
        let mut screen = Pty::spawn(demo.under_shell(script), 80, 24);
        screen.wait_for("Venter på deg");
        assert_eq!(screen.hang_up().exit_code(), 129, "{script}");
    }
}
