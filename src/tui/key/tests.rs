//! Bytes as terminals send them, whole and cut.

use std::time::Duration;

use proptest::prelude::*;

use super::*;

/// Any moment.
const NOW: Duration = Duration::from_secs(7);

fn keys(bytes: &[u8]) -> Vec<Typed> {
    Decoder::new(ESCAPE_HERE).feed(bytes, NOW)
}

#[test]
fn arrows_letters_and_control_keys_are_read() {
    let typed = keys("j\x1b[Bå\x1bOA\x10\x1b[1;5C\x1b[5~\x1b[Z\r\x7f".as_bytes());
    let expected = [
        Key::Char('j'),
        Key::Down,
        Key::Char('å'),
        Key::Up,
        Key::Ctrl('p'),
        Key::Right,
        Key::PageUp,
        Key::BackTab,
        Key::Enter,
        Key::Backspace,
    ];
    assert_eq!(typed, expected.map(Typed::Key));
}

#[test]
fn function_keys_are_read_as_every_kind_of_terminal_sends_them() {
    for sent in ["\x1bOP", "\x1b[11~", "\x1b[[A", "\x1b[P", "\x1b[1;2P", "\x1bO2P"] {
        let typed = keys(format!("{sent}j").as_bytes());
        assert_eq!(typed, [Key::F(1), Key::Char('j')].map(Typed::Key), "{sent:?}");
    }
    for sent in ["\x1bOQ", "\x1b[12~", "\x1b[[B", "\x1b[1;2Q"] {
        assert_eq!(keys(sent.as_bytes()), [Typed::Key(Key::F(2))], "{sent:?}");
    }
    assert_eq!(
        keys(b"\x1b[[Zj"),
        [Typed::Key(Key::Char('j'))],
        "no such key on a console"
    );
}

/// Types parts with a pause before each but the first, at a terminal of this machine, and lets the time after the last pass.
fn typed_slowly(parts: &[&[u8]], pause: Duration) -> Vec<Typed> {
    let mut decoder = Decoder::new(ESCAPE_HERE);
    let (mut now, mut typed) = (Duration::ZERO, Vec::new());
    let pass = |decoder: &mut Decoder, until: Duration, typed: &mut Vec<Typed>| {
        while let Some(deadline) = decoder.deadline().filter(|deadline| *deadline < until) {
            typed.extend(decoder.timed_out(deadline));
        }
    };
    for part in parts {
        pass(&mut decoder, now, &mut typed);
        typed.extend(decoder.feed(part, now));
        now += pause;
    }
    pass(&mut decoder, now + Duration::from_secs(9), &mut typed);
    typed
}

/// Every way to cut some bytes in parts.
fn cuts(bytes: &[u8]) -> Vec<Vec<&[u8]>> {
    let places = bytes.len() - 1;
    let cut = |which: usize| {
        let mut parts = Vec::new();
        let mut from = 0;
        for at in (0..places).filter(|at| which & (1 << at) != 0) {
            parts.push(&bytes[from..=at]);
            from = at + 1;
        }
        parts.push(&bytes[from..]);
        parts
    };
    (0..1 << places).map(cut).collect()
}

#[test]
fn a_sequence_that_is_cut_anywhere_is_one_key_or_nothing() {
    let sequences = [
        ("\x1b[A", Some(Key::Up)),
        ("\x1bOB", Some(Key::Down)),
        ("\x1b[1;5C", Some(Key::Right)),
        ("\x1b[5~", Some(Key::PageUp)),
        ("\x1bO5C", Some(Key::Right)),
        ("\x1b[[A", Some(Key::F(1))),
        // What a terminal says of itself, and of where its cursor is, when an earlier program asked.
        ("\x1b[?64;1c", None),
        ("\x1b[?1;1R", None),
        // The window is the one that has the keyboard, or no longer.
        ("\x1b[I", None),
        ("\x1b[O", None),
        // A press of the mouse in each of the three ways that terminals report it, never the Enter of a number pad.
        ("\x1b[<0;4;12M", None),
        ("\x1b[M H,", None),
        ("\x1b[32;4;12M", None),
        ("\x1bOM", Some(Key::Enter)),
    ];
    let j = Typed::Key(Key::Char('j'));
    for (bytes, key) in sequences {
        for parts in cuts(bytes.as_bytes()) {
            for pause in [10, 45, 120, 250] {
                let pause = Duration::from_millis(pause);
                let typed = typed_slowly(&parts, pause);
                let lone = parts[0] == b"\x1b" && pause > ESCAPE_HERE;
                let one = if lone { Some(Key::Esc) } else { key };
                let one: Vec<Typed> = one.map(Typed::Key).into_iter().collect();
                assert_eq!(typed, one, "{bytes:?} as {parts:?} at {pause:?}");
                // The next key is the next key.
                let next = typed_slowly(&[&parts[..], &[b"j"]].concat(), pause);
                assert_eq!(next, [one, vec![j.clone()]].concat(), "{parts:?}");
            }
        }
    }
}

#[test]
fn where_the_cursor_stands_is_told_however_it_is_cut_and_is_no_key() {
    for (bytes, row, column) in [("\x1b[24;80R", 24, 80), ("\x1b[2;2R", 2, 2)] {
        for parts in cuts(bytes.as_bytes()) {
            for pause in [10, 45, 120, 250] {
                let pause = Duration::from_millis(pause);
                let lone = parts[0] == b"\x1b" && pause > ESCAPE_HERE;
                let esc = lone.then_some(Typed::Key(Key::Esc));
                let told: Vec<Typed> = esc.into_iter().chain([Typed::CursorAt(row, column)]).collect();
                assert_eq!(typed_slowly(&parts, pause), told, "{parts:?} at {pause:?}");
            }
        }
    }
}

#[test]
fn a_lone_escape_is_the_esc_key_within_the_time_that_is_not_felt() {
    for (escape, most) in [(ESCAPE_HERE, 50), (ESCAPE_OVER_SSH, 120)] {
        let mut decoder = Decoder::new(escape);
        assert_eq!(decoder.deadline(), None);
        assert!(decoder.feed(b"\x1b", NOW).is_empty());
        let deadline = decoder.deadline().expect("it waits");
        assert!(deadline <= NOW + Duration::from_millis(most));
        let just_before = deadline.saturating_sub(Duration::from_millis(1));
        assert!(decoder.timed_out(just_before).is_empty());
        assert_eq!(decoder.timed_out(deadline), [Typed::Key(Key::Esc)]);
        // Pressed again at once it is another.
        assert!(decoder.feed(b"\x1b", deadline).is_empty());
        assert_eq!(decoder.timed_out(deadline + escape), [Typed::Key(Key::Esc)]);
        // A bracket long after it is a bracket.
        let late = deadline + escape + Duration::from_millis(251);
        assert_eq!(decoder.feed(b"[", late), [Typed::Key(Key::Char('['))]);
        assert!(decoder.feed(b"\x1b", late).is_empty());
        assert_eq!(decoder.feed(b"[A", late), [Typed::Key(Key::Up)]);
    }
}

#[test]
fn what_a_terminal_answers_late_is_no_key() {
    for sent in [
        "\x1b]11;rgb:ffff/ffff/ffff\x07j",
        "\x1b]11;rgb:1111/2222/3333\x1b\\j",
        "\x1bP>|XTerm(388)\x1b\\j",
        "\x1bP1+r544e\x1b\\j",
        "\x1b]lq\x1b\\j",
        "\x1b]Lq\x1b\\j",
        "\x1b_Gi=31;OK\x1b\\j",
        "\x1b^1q\x1b\\j",
        "\x1bX1q\x1b\\j",
    ] {
        assert_eq!(keys(sent.as_bytes()), [Typed::Key(Key::Char('j'))], "{sent:?}");
    }
    for parts in cuts(b"\x1b_Gi=31;OK\x1b\\") {
        let typed = typed_slowly(&parts, Duration::from_millis(10));
        assert_eq!(typed, [], "{parts:?}");
    }
    // Quick hands all the same.
    for letter in "P]_^X".chars() {
        assert_eq!(
            typed_slowly(&[format!("\x1b{letter}").as_bytes()], NOW),
            [Key::Esc, Key::Char(letter)].map(Typed::Key)
        );
    }
    assert_eq!(
        keys(b"\x1b]j"),
        [Key::Esc, Key::Char(']'), Key::Char('j')].map(Typed::Key)
    );
}

#[test]
fn an_answer_whose_escape_was_the_esc_key_is_no_other_key() {
    for rest in [
        "P>|k3\x1b\\",
        "]11;rgb:1111/2222/3333\x07",
        "_Gi=31;OK\x1b\\",
        "[<0;4;12M",
    ] {
        let typed = typed_slowly(&[b"\x1b", rest.as_bytes()], Duration::from_millis(150));
        assert_eq!(typed, [Typed::Key(Key::Esc)], "{rest:?}");
    }
    // A letter alone is a letter.
    let typed = typed_slowly(&[b"\x1b", b"P"], Duration::from_millis(150));
    assert_eq!(typed, [Key::Esc, Key::Char('P')].map(Typed::Key));
}

#[test]
fn an_answer_as_long_as_one_likes_is_no_key_to_its_end() {
    let copied = "cXEx".repeat(800);
    for end in ["\x07", "\x1b\\"] {
        let sent = format!("\x1b]52;c;{copied}{end}");
        for size in [1, 100, 1023, 1024, 1025, 4096] {
            let parts: Vec<&[u8]> = sent.as_bytes().chunks(size).chain([&b"j"[..]]).collect();
            let typed = typed_slowly(&parts, Duration::from_millis(10));
            assert_eq!(typed, [Typed::Key(Key::Char('j'))], "{size} {end:?}");
        }
    }
    // Its end is lost: what comes after a pause is typed.
    let lost = format!("\x1b]52;c;{copied}");
    let typed = typed_slowly(&[lost.as_bytes(), b"j"], Duration::from_millis(251));
    assert_eq!(typed, [Typed::Key(Key::Char('j'))]);
    // A number without end that ends like a key.
    let number = format!("\x1b[1{}", ";1".repeat(600));
    let typed = typed_slowly(&[number.as_bytes(), b"1~j"], Duration::from_millis(10));
    assert_eq!(typed, [Typed::Key(Key::Char('j'))]);
}

#[test]
fn a_mouse_that_breaks_off_takes_no_key_with_it() {
    assert_eq!(keys(b"\x1b[M \x1b[A"), [Typed::Key(Key::Up)]);
    let typed = typed_slowly(&[b"\x1b[M", b"j"], Duration::from_millis(251));
    assert_eq!(typed, [Typed::Key(Key::Char('j'))]);
}

#[test]
fn a_byte_of_another_encoding_holds_up_no_key() {
    // An å of ISO 8859-1.
    assert_eq!(keys(b"\xe5j"), [Typed::Key(Key::Char('j'))]);
    assert_eq!(keys(b"\xf0\x9fj"), [Typed::Key(Key::Char('j'))]);
    // And what looks like the rest of it, a pause later, is no part of it.
    let slowly = |parts: &[&[u8]]| typed_slowly(parts, Duration::from_millis(251));
    assert_eq!(slowly(&[b"\xc3", b"\xa5", b"j"]), [Typed::Key(Key::Char('j'))]);
    let soon = typed_slowly(&[b"\xc3", b"\xa5"], Duration::from_millis(200));
    assert_eq!(soon, [Typed::Key(Key::Char('å'))]);
}

#[test]
fn a_sequence_that_breaks_off_takes_no_other_with_it() {
    assert_eq!(keys(b"\x1b[1;\x1b[A"), [Typed::Key(Key::Up)]);
    assert_eq!(keys(b"\x1b[12\rj"), [Key::Enter, Key::Char('j')].map(Typed::Key));
    let mut decoder = Decoder::new(ESCAPE_HERE);
    assert!(decoder.feed(b"\x1b[", NOW).is_empty());
    for _ in 0..24 {
        assert!(
            decoder
                .feed(b"1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;", NOW)
                .is_empty()
        );
        assert!(decoder.pending.len() <= 1024);
    }
}

#[test]
fn a_key_right_after_esc_is_not_lost() {
    assert_eq!(keys(b"\x1bq"), [Typed::Key(Key::Esc), Typed::Key(Key::Char('q'))]);
}

#[test]
fn pasted_text_is_never_a_command() {
    let typed = keys(b"\x1b[200~q\rdd\x1b[201~j");
    assert_eq!(typed, [Typed::Pasted("q\ndd".into()), Typed::Key(Key::Char('j'))]);
    let mut decoder = Decoder::new(ESCAPE_HERE);
    assert!(decoder.feed(b"\x1b[200~ab", NOW).is_empty());
    assert_eq!(decoder.feed(b"c\x1b[201~", NOW), [Typed::Pasted("abc".into())]);
    assert!(decoder.feed(b"\x1b[200~", NOW).is_empty());
    for _ in 0..100 {
        assert!(decoder.feed(&[b'x'; 4096], NOW).is_empty());
        assert!(decoder.pending.len() <= 65 * 1024);
    }
    assert_eq!(
        decoder.feed(b"\x1b[201~j", NOW).last(),
        Some(&Typed::Key(Key::Char('j')))
    );
}

#[test]
fn a_paste_whose_end_is_lost_ends_when_nothing_comes() {
    let slowly = |parts: &[&[u8]], pause: u64| typed_slowly(parts, Duration::from_secs(pause));
    let expected = [Typed::Pasted("q\ndd".into()), Typed::Key(Key::Char('j'))];
    assert_eq!(slowly(&[b"\x1b[200~q\rdd", b"j"], 6), expected);
    assert_eq!(slowly(&[b"\x1b[200~q\rdd\x1b[20", b"j"], 6), expected);
    // A line that hangs for a moment ends none.
    assert_eq!(slowly(&[b"\x1b[200~q\r", b"dd\x1b[201~j"], 4), expected);
}

proptest! {
    #[test]
    fn where_the_line_cuts_the_bytes_changes_nothing(
        bytes in proptest::collection::vec(any::<u8>(), 0..60),
        cut in 0usize..60,
    ) {
        let whole = keys(&bytes);
        let (head, tail) = bytes.split_at(cut.min(bytes.len()));
        let mut decoder = Decoder::new(ESCAPE_HERE);
        let mut parts = decoder.feed(head, NOW);
        parts.extend(decoder.feed(tail, NOW));
        prop_assert_eq!(whole, parts);
    }
}
