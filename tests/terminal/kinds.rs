//! Terminals of every kind: of few colours, of few signs, and those that only print; and the screens as plain text.

use crate::demo::*;
use crate::pty::Pty;

/// The demo on a terminal that says so much of itself.
fn on(demo: &Demo, options: &[&str], environment: &[(&str, &str)]) -> Pty {
    let mut command = demo.command(options);
    for name in ["TERM", "COLORTERM", "LC_ALL", "LC_CTYPE", "LANG"] {
        command.env_remove(name);
    }
    for (name, value) in environment {
        command.env(name, value);
    }
    Pty::spawn_as_it_is(command, 120, 40)
}

/// Beyond ASCII and the letters of words.
fn signs(text: &str) -> String {
    let strange = text.chars().filter(|c| !c.is_ascii() && !c.is_alphabetic());
    strange.collect()
}

#[test]
fn a_terminal_of_sixteen_colours_is_sent_the_codes_that_it_knows() {
    let demo = Demo::new();
    let many = [("TERM", "xterm-256color"), ("LANG", "nb_NO.UTF-8")];
    for (options, environment, few) in [
        (&[][..], &many[..], false),
        (&["--color", "16"][..], &many[..], true),
        (&[][..], &[("TERM", "linux")][..], true),
        (&[][..], &[("TERM", "screen")][..], true),
        (
            &[][..],
            &[("TERM", "xterm"), ("COLORTERM", "truecolor"), ("LANG", "C.UTF-8")][..],
            false,
        ),
    ] {
        let mut screen = on(&demo, options, environment);
        screen.wait_for("Venter på deg");
        // The picture of the capital has a shaded ground.
        screen.send("6").wait_for("Kapital per");
        screen.send("2").wait_for("42 søknader").send("q").wait();
        let sent = String::from_utf8_lossy(&screen.raw).into_owned();
        let numbered = sent.contains("38;5;") || sent.contains("48;5;");
        assert_eq!(numbered, !few, "{environment:?} {options:?}");
        assert!(
            sent.contains(";36m") || sent.contains("[36m"),
            "the colour of keys"
        );
    }
}

#[test]
fn a_locale_without_utf_8_is_drawn_in_ascii() {
    let demo = Demo::new();
    for (name, value, ascii) in [
        ("LC_ALL", "C", true),
        ("LANG", "POSIX", true),
        ("LC_CTYPE", "nb_NO.ISO-8859-1", true),
        ("LANG", "nb_NO.utf8", false),
        ("LC_ALL", "en_GB.UTF-8", false),
    ] {
        let mut screen = on(&demo, &[], &[("TERM", "xterm-256color"), (name, value)]);
        screen.wait_for("Venter på deg").send("6").wait_for("Kapital per");
        screen.send("q").wait();
        let text = String::from_utf8_lossy(&screen.raw).into_owned();
        assert_eq!(signs(&text).is_empty(), ascii, "{name}={value}");
    }
    // The most particular of them counts.
    let mut screen = on(
        &demo,
        &[],
        &[("TERM", "xterm"), ("LANG", "nb_NO.UTF-8"), ("LC_ALL", "C")],
    );
    screen.wait_for("Venter på deg").send("q").wait();
    assert_eq!(signs(&String::from_utf8_lossy(&screen.raw)), "");
}

/// The question where the cursor stands.
const ASKED: &str = "\u{1b}[6n";

#[test]
fn where_no_locale_is_named_the_terminal_is_asked_and_ascii_is_drawn_until_it_answers() {
    let demo = Demo::new();
    // Of two bytes one letter, or two.
    for (answer, ascii) in [("\u{1b}[2;2R", false), ("\u{1b}[2;3R", true)] {
        let mut screen = on(&demo, &[], &[("TERM", "xterm-256color")]);
        screen.wait_for("Venter på deg");
        let sent = String::from_utf8_lossy(&screen.raw).into_owned();
        assert_eq!((sent.matches(ASKED).count(), signs(&sent).as_str()), (1, ""));
        screen.send(answer);
        if !ascii {
            screen.wait_until("other signs", |screen| !signs(&screen.screen()).is_empty());
        }
        // It is no key.
        assert!(screen.screen().contains("Venter på deg"), "{}", screen.screen());
        screen.send("6").wait_for("Kapital per").send("q").wait();
        let sent = String::from_utf8_lossy(&screen.raw).into_owned();
        assert_eq!(signs(&sent).is_empty(), ascii, "{answer:?}");
        assert_eq!(sent.matches(ASKED).count(), 1);
    }
    // Where it is known, nothing is asked.
    let mut screen = on(&demo, &[], &[("TERM", "xterm"), ("LANG", "nb_NO.UTF-8")]);
    screen.wait_for("Venter på deg").send("q").wait();
    assert!(!String::from_utf8_lossy(&screen.raw).contains(ASKED));
    let mut screen = on(&demo, &["--ascii"], &[("TERM", "xterm")]);
    screen.wait_for("Venter på deg").send("q").wait();
    assert!(!String::from_utf8_lossy(&screen.raw).contains(ASKED));
}

#[test]
fn a_terminal_that_only_prints_is_printed_to() {
    let demo = Demo::new();
    for environment in [&[("TERM", "dumb"), ("LC_ALL", "C")][..], &[("LANG", "C")][..]] {
        let mut screen = on(&demo, &[], environment);
        let status = screen.wait();
        assert_eq!(status.exit_code(), 0, "{environment:?}");
        let text = String::from_utf8_lossy(&screen.raw).into_owned();
        assert!(
            text.contains("Venter på deg") && text.contains("kommit --plain 4"),
            "{text}"
        );
        assert!(!text.contains('\u{1b}'), "{text}");
        assert_eq!(signs(&text.replace('\u{a0}', " ")), "", "{environment:?}");
    }
}
