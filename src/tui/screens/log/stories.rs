//! Stories of the log: opened from anywhere, read row by row, longer than what is read at once.

use crate::domain::anchor::Anchor;
use crate::domain::policy::Role;
use crate::domain::refusal::refuse;
use crate::tui::route::Route;
use crate::tui::screens::SCREENS;
use crate::tui::testing::{Ready, Story, person};
use crate::usecases::OpError;
use crate::usecases::views::audit::AuditData;
use crate::usecases::views::{AuditEntry, AuditLog, Books, Participants, ProposalBoard};

/// The rows of a log of `all`, as many as are asked for.
fn rows(all: i64, limit: i64) -> AuditData {
    let log = [
        (
            "scorecard.submit",
            "2018-07",
            r#"{"member":"kari","ref":"2018-07"}"#,
        ),
        (
            "participants.import",
            "participants",
            r#"{"rows":444,"vouchers":0}"#,
        ),
        ("scorecard.submit-on-behalf", "2018-11", "{}"),
        ("later.version", "x", "not json"),
    ];
    let entry = |seq: i64| {
        let (action, subject, payload) = log[usize::try_from(seq).unwrap() % log.len()];
        AuditEntry {
            seq,
            at: "2018-05-06T22:30:05Z".into(),
            actor: "sofie".into(),
            via: "local".into(),
            action: action.into(),
            subject: subject.into(),
            payload: payload.into(),
            books: Books::default(),
            sealed: "b2".repeat(32),
            prev: "5".repeat(64),
            hash: "a1".repeat(32),
        }
    };
    AuditData {
        entries: (1..=all)
            .rev()
            .take(usize::try_from(limit).unwrap())
            .map(entry)
            .collect(),
        head: Anchor {
            row: all,
            hash: "a1".repeat(32),
        },
    }
}

fn story(all: i64) -> Story {
    let fund = Ready::new(person(&[Role::Observer])).with(move |view: &AuditLog| Ok(rows(all, view.limit)));
    Story::new(SCREENS, &Route::Log, fund)
}

#[test]
fn the_log_says_in_words_what_was_done_and_when_in_oslo() {
    let mut story = story(8);
    insta::assert_snapshot!("log_80x24", story.body(80, 24));
    insta::assert_snapshot!("log_120x40", story.body(120, 40));
    insta::assert_snapshot!("entry_80x24", story.press("jjj<Enter>").body(80, 24));
    story.press("<Esc>");
    assert!(story.screen(80, 24).contains("8 linjer i loggen"));
}

#[test]
fn the_end_of_what_was_read_reads_more() {
    let mut story = story(1200);
    story.press("G");
    story.press("GG");
    assert!(
        story.screen(120, 24).contains("▌      1"),
        "{}",
        story.screen(120, 24)
    );
}

#[test]
fn the_log_is_one_key_away_and_not_opened_twice() {
    let fund = Ready::new(person(&[Role::Observer]))
        .with(|view: &AuditLog| Ok(rows(8, view.limit)))
        .with(|_: &Participants| Err(OpError::Denied(refuse("denied-blind"))));
    let mut story = Story::new(SCREENS, &Route::Participants, fund);
    story.press("L");
    assert!(story.screen(80, 24).contains("i loggen"));
    story.press("L<Esc>");
    assert!(
        !story.screen(80, 24).contains("i loggen"),
        "one Esc is enough to leave it"
    );
}

#[test]
fn the_log_is_searched_by_the_words_it_is_told_in_however_long_it_is() {
    let mut story = story(1200);
    story.press("/leverte vurdering<Enter>");
    let screen = story.screen(80, 24);
    assert!(screen.contains(" 600 av 1\u{a0}200"), "{screen}");
    story.press("<Esc>/later.version<Enter>");
    assert!(
        story.screen(80, 24).contains("300 av 1\u{a0}200"),
        "{}",
        story.screen(80, 24)
    );
    assert!(
        story.foot(80, 24).contains("Esc ta bort søket"),
        "{}",
        story.foot(80, 24)
    );
    // Nothing is promised that isn't so.
    let screen = story.press("<Esc>/xyzzy").screen(80, 24);
    assert!(
        screen.contains("Ingenting passer med søket. Esc tar det bort."),
        "{screen}"
    );
}

#[test]
fn a_tab_that_was_left_from_the_log_is_found_as_it_was_under_it() {
    let fund = Ready::new(person(&[Role::Observer]))
        .with(|view: &AuditLog| Ok(rows(8, view.limit)))
        .with(|_: &Participants| Err(OpError::Denied(refuse("denied-blind"))))
        .with(|_: &ProposalBoard| Err(OpError::Denied(refuse("denied-blind"))));
    let mut story = Story::new(SCREENS, &Route::Participants, fund);
    story.press("L2");
    assert!(!story.screen(80, 24).contains("i loggen"));
    story.press("7");
    assert!(
        !story.screen(80, 24).contains("i loggen"),
        "{}",
        story.screen(80, 24)
    );
}

#[test]
fn any_size_will_do() {
    for keys in ["", "<Enter>"] {
        let mut story = story(30);
        story.press(keys);
        for wide in [0, 1, 2, 9, 20, 80] {
            for tall in [0, 1, 2, 3, 5, 24] {
                story.buffer(wide, tall);
            }
        }
    }
}
