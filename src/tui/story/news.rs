//! Stories of what others do meanwhile: which screens ask again, who may do what from then on, and a step that waits for them.

use super::*;
use crate::domain::participant::Number;
use crate::domain::policy::Actor;
use crate::tui::fund_access::{FundAccess, SessionInfo};
use crate::tui::screens::SCREENS as ALL;
use crate::tui::testing::demo;
use crate::usecases::Change;

fn change(action: &str, subject: &str) -> Vec<Change> {
    vec![Change {
        seq: 1,
        action: action.parse().ok(),
        subject: subject.into(),
    }]
}

fn changed(action: &str, subject: &str) -> Event {
    Event::Changed {
        changes: change(action, subject),
        session_info: None,
    }
}

#[test]
fn only_what_shows_a_change_is_read_again() {
    let (_folder, fund) = demo("leder");
    let mut story = Story::new(ALL, &Route::Participants, fund);
    assert!(
        story
            .app
            .update(changed("scorecard.submit", "2018-14"))
            .is_empty()
    );
    assert_eq!(story.app.update(changed("participant.pay", "0301")).len(), 1);
    // A step that isn't named may have changed anything: the screen, and what is on the table.
    assert_eq!(story.app.update(changed("something.new", "x")).len(), 2);
    // The one below asks when it is seen, and the proposal that is read only about itself.
    story.press("3");
    assert!(story.app.update(changed("participant.pay", "0301")).is_empty());
    assert_eq!(story.app.update(changed("scorecard.submit", "2018-14")).len(), 1);
    assert_eq!(story.app.update(Event::Key(Key::Char('7'))).len(), 1);
    let (_folder, fund) = demo("leder");
    let mut story = Story::new(ALL, &Route::Proposal("2018-14".into()), fund);
    assert!(
        story
            .app
            .update(changed("scorecard.submit", "2018-15"))
            .is_empty()
    );
    assert_eq!(story.app.update(changed("scorecard.submit", "2018-14")).len(), 1);
}

#[test]
fn a_changed_role_greys_keys_at_once() {
    let mut story = story(Role::Secretariat);
    let can_close = |story: &Story| {
        story
            .app
            .own_keys()
            .iter()
            .any(|row| row.help == "tui-save" && row.why_not.is_none())
    };
    assert!(can_close(&story));
    let now = |story: &Story, role: Role| SessionInfo {
        actor: Actor {
            roles: [role].into(),
            ..story.app.ctx().actor.clone()
        },
        today: jiff::civil::date(2018, 5, 7),
        demo: false,
        key: None,
        seats: Vec::new(),
        table: None,
    };
    let session_info = Some(Ok(now(&story, Role::Observer)));
    let changes = change("member.add", "kari");
    story.event(Event::Changed {
        changes,
        session_info,
    });
    assert!(!can_close(&story));
    story.press("x");
    assert!(story.screen(80, 24).contains('✗') && story.fund.taken.is_empty());
    let session_info = Some(Ok(now(&story, Role::Secretariat)));
    let changes = change("member.add", "kari");
    story.event(Event::Changed {
        changes,
        session_info,
    });
    assert!(can_close(&story));
    // A revoked member may do nothing more, and is told so.
    let session_info = Some(Err(OpError::Denied(
        refuse("member-revoked").with("handle", "kari"),
    )));
    let changes = change("member.revoke", "kari");
    story.event(Event::Changed {
        changes,
        session_info,
    });
    assert!(!can_close(&story) && story.screen(80, 24).contains('✗'));
}

#[test]
fn a_step_that_waits_says_so_until_it_is_done() {
    let mut story = story(Role::Secretariat);
    story.press("x");
    story.app.update(Event::Key(Key::Right));
    let requests = story.app.update(Event::Key(Key::Enter));
    let Some(Request::Perform { screen, tag, .. }) = requests.into_iter().next() else {
        panic!("a step")
    };
    let shows = |story: &Story| story.screen(80, 24).contains("Ikke lagret ennå");
    assert!(story.app.at_work() && !shows(&story), "not before it is long");
    story.app.update(Event::StepIsSlow);
    assert!(shows(&story));
    // Whatever else one does meanwhile.
    story.press("j");
    assert!(shows(&story));
    let outcome = Ok(crate::usecases::Outcome::new("tui-save", "x"));
    story.event(Event::Performed { screen, tag, outcome });
    assert!(!story.app.at_work() && !shows(&story));
    story.event(Event::StepIsSlow);
    assert!(!shows(&story), "there is nothing to wait for");
}

#[test]
fn the_cursor_stands_where_the_keys_go() {
    let mut story = story(Role::Secretariat);
    assert!(story.cursor(80, 24).1.starts_with("▌ p0"));
    assert!(story.press("jj").cursor(80, 24).1.starts_with("▌ p2"));
    // In the field of a form, behind what was typed.
    story.press("<Enter><Enter>abc");
    let (at, row) = story.cursor(80, 24);
    let before: String = row.chars().take(at.x.into()).collect();
    assert!(before.ends_with("abc"), "{at:?} {row}");
    story.press("<Left>");
    assert_eq!(story.cursor(80, 24).0.x + 1, at.x);
    // On the button, and in the question that lies over everything.
    story.press("<Tab>");
    assert!(
        story.cursor(80, 24).1.contains("[▌"),
        "{:?}",
        story.cursor(80, 24)
    );
    story.press("<C-c>");
    let (at, row) = story.cursor(80, 24);
    let from: String = row.chars().skip(at.x.into()).collect();
    assert!(from.starts_with('['), "{row}");
}

#[test]
fn with_a_new_day_everything_is_read_again_and_a_day_that_is_being_typed_is_read_by_it() {
    let (_folder, mut fund) = demo("sekretariat");
    let of_a_day = SessionInfo {
        today: jiff::civil::date(2019, 10, 1),
        ..fund.session_info().expect("who sits here")
    };
    let number = Number::parse("0528").expect("Østre Toten");
    let mut story = Story::new(ALL, &Route::Payment(number), fund);
    story.press("<Tab><C-u>1.12");
    let screen = story.screen(80, 24);
    assert!(screen.contains("Forstått som 1.12.2018."), "{screen}");
    story.event(Event::DayBegan(of_a_day.clone()));
    let screen = story.screen(80, 24);
    assert!(screen.contains("Forstått som 1.12.2019."), "{screen}");
    let (_folder, fund) = demo("sekretariat");
    let mut story = Story::new(ALL, &Route::Participants, fund);
    assert_eq!(story.app.update(Event::DayBegan(of_a_day)).len(), 1);
}
