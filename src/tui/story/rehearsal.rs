//! Stories of questions whose rehearsal takes its time: what happens between the key and the question.

use super::*;
use crate::domain::policy::Actor;
use crate::tui::fund_access::SessionInfo;
use crate::tui::runtime::fund_thread::carry_out;

/// Asks, and keeps back what the rehearsal came to.
fn pending(story: &mut Story) -> Event {
    let mut requests = story.app.update(Event::Key(Key::Char('x')));
    assert_eq!(requests.len(), 1, "{requests:?}");
    carry_out(&mut story.fund, requests.remove(0)).expect("an answer")
}

fn asks(story: &Story) -> bool {
    story.screen(80, 24).contains("[ Esc avbryt ]")
}

#[test]
fn what_would_be_refused_is_not_asked_about() {
    let mut story = story(Role::Secretariat);
    story.fund = fund(Role::Secretariat).refusing(|| refuse("text-empty"));
    let screen = story.press("x").screen(80, 24);
    assert!(screen.contains('✗') && !asks(&story), "{screen}");
}

#[test]
fn no_key_answers_a_question_that_nobody_has_seen() {
    let mut story = story(Role::Secretariat);
    let answer = pending(&mut story);
    assert!(story.app.waiting() && story.screen(80, 24).contains("Kontrollerer om det er mulig"));
    story.press("<Right><Enter>j:").event(Event::Pasted("q".into()));
    story.event(answer);
    assert!(asks(&story) && !story.app.waiting());
    assert!(story.fund.taken.is_empty() && !story.screen(80, 24).contains("Kontrollerer om"));
    story.press("<Right><Enter>");
    assert_eq!(story.fund.taken.len(), 1);
}

#[test]
fn keys_typed_in_one_go_with_the_one_that_asks_are_for_the_question() {
    let mut story = story(Role::Secretariat);
    let answer = pending(&mut story);
    for key in [Key::Right, Key::Enter] {
        assert!(story.app.update(Event::Key(key)).is_empty());
    }
    // Nothing was drawn in between.
    let requests = story.app.update(answer);
    assert!(
        matches!(requests.as_slice(), [Request::Perform { .. }]),
        "{requests:?}"
    );
}

#[test]
fn keys_during_a_rehearsal_do_not_take_its_refusal_away() {
    let mut story = story(Role::Secretariat);
    story.fund = fund(Role::Secretariat).refusing(|| refuse("text-empty"));
    let answer = pending(&mut story);
    story.press("<Right><Enter>").event(answer);
    let screen = story.screen(80, 24);
    assert!(screen.contains('✗') && screen.contains("▌ p0"), "{screen}");
}

#[test]
fn esc_calls_a_rehearsal_off_and_its_answer_is_not_taken_for_that_of_the_next() {
    let mut story = story(Role::Secretariat);
    let first = pending(&mut story);
    story.press("<Esc>");
    assert!(!story.app.waiting() && !story.quit);
    story.event(first);
    assert!(!asks(&story));
    let first = pending(&mut story);
    story.press("<Esc>");
    let second = pending(&mut story);
    story.event(first);
    assert!(!asks(&story) && story.app.waiting());
    story.event(second);
    assert!(asks(&story));
}

#[test]
fn nobody_answers_a_question_that_another_was_asked() {
    let mut story = story(Role::Secretariat);
    let seat = |story: &Story, handle: &str| {
        let session_info = SessionInfo {
            actor: Actor {
                handle: handle.into(),
                ..story.app.ctx().actor.clone()
            },
            today: jiff::civil::date(2018, 5, 7),
            demo: false,
            key: None,
            seats: Vec::new(),
            table: None,
        };
        Event::Seated(Ok(session_info))
    };
    // On the way, and already asked.
    let answer = pending(&mut story);
    let other = seat(&story, "p1");
    story.event(other).event(answer);
    assert!(!asks(&story));
    story.press("x");
    assert!(asks(&story));
    let other = seat(&story, "p2");
    story.event(other);
    assert!(!asks(&story));
    assert!(story.fund.taken.is_empty());
}
