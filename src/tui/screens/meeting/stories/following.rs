//! Stories of those who follow a meeting that another leads.

use jiff::ToSpan;
use jiff::civil::DateTime;

use super::{Demo, called, does, item, read};
use crate::domain::meeting::{Form, ItemKind, MeetingKey, Motion};
use crate::tui::effects::Event;
use crate::tui::fund_access::{FundAccess, SessionAccess};
use crate::tui::route::Route;
use crate::tui::testing::{DemoClock, SCREENS, Story};
use crate::usecases::views::{MeetingView, MeetingsAhead};
use crate::usecases::{
    Access, AddItem, Attend, AttendAll, Clock, GoToItem, OpenMeeting, PlanMeeting, PutMotion, Session,
    StartWritten,
};

/// Another session on the same file.
pub(super) fn another(folder: &tempfile::TempDir, handle: &str) -> SessionAccess {
    let path = folder.path().join("demo.db");
    let session = Session::at(&path, Access::local(Some(handle)), Box::new(DemoClock)).expect("a session");
    SessionAccess::new(session)
}

/// A written procedure beside the meeting that people come to.
pub(super) fn begin_in_writing(fund: &mut SessionAccess, deadline: DateTime) -> MeetingKey {
    let today = DemoClock.today();
    let plan = PlanMeeting {
        held_on: today,
        starts: None,
        place: String::new(),
        form: Form::Written,
    };
    does(fund, "sekretariat", &plan);
    let ahead = read(fund, MeetingsAhead).into_iter();
    let key = ahead.map(|meeting| meeting.key).max().expect("it is planned");
    let item = AddItem {
        key: Some(key),
        ..item(ItemKind::Free, "Nye vilkår")
    };
    does(fund, "sekretariat", &item);
    let start = StartWritten {
        key: Some(key),
        motion: Motion::Text {
            text: "Vilkårene vedtas.".to_owned(),
        },
        deadline,
    };
    does(fund, "leder", &start);
    key
}

/// What others have done since reaches the story.
pub(super) fn hears(story: &mut Demo) {
    let changes = story.fund.news().expect("news").expect("something new");
    story.event(Event::Changed {
        changes,
        session_info: None,
    });
}

/// A member at the overview, and the leader in another session.
fn two() -> (tempfile::TempDir, Demo, SessionAccess) {
    let (folder, fund) = called("bergen");
    let mut story = Story::new(SCREENS, &Route::Overview, fund);
    assert_eq!(story.fund.news().expect("news"), None);
    let leader = another(&folder, "leder");
    (folder, story, leader)
}

#[test]
fn a_member_is_taken_along_until_a_key_goes_elsewhere_and_one_key_comes_back() {
    let (_folder, mut story, mut leader) = two();
    assert!(!story.foot(120, 24).contains("følg møtet"));
    does(&mut leader, "leder", &OpenMeeting { key: None });
    does(&mut leader, "leder", &AttendAll { absent: Vec::new() });
    hears(&mut story);
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("[5 Møte]") && screen.contains("Du følger møtet"),
        "{screen}"
    );
    does(&mut leader, "leder", &GoToItem { item: None });
    hears(&mut story);
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("til behandling") && !story.foot(80, 24).contains("F følg"),
        "{screen}"
    );
    // Elsewhere one stays, is told, and comes back by one key.
    story.press("6");
    assert!(
        story.foot(80, 24).contains("F følg møtet"),
        "{}",
        story.foot(80, 24)
    );
    does(&mut leader, "leder", &GoToItem { item: None });
    hears(&mut story);
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("[6 Kapital]") && screen.contains("er til behandling"),
        "{screen}"
    );
    let screen = story.press("F").screen(80, 24);
    assert!(
        screen.contains("[5 Møte]") && screen.contains("▌ ●  29/18"),
        "{screen}"
    );
    // Another item is looked at: the cursor stays there when the meeting goes on.
    story.press("k");
    does(&mut leader, "leder", &GoToItem { item: None });
    hears(&mut story);
    assert!(
        story.screen(80, 24).contains("▌ ○  28/18"),
        "{}",
        story.screen(80, 24)
    );
    assert!(story.press("F").screen(80, 24).contains("▌ ●  30/18"));
}

#[test]
fn nobody_is_taken_out_of_a_form_and_what_it_was_opened_for_is_not_another_item() {
    let (_folder, mut story, mut leader) = two();
    does(&mut leader, "leder", &OpenMeeting { key: None });
    does(&mut leader, "leder", &AttendAll { absent: Vec::new() });
    does(&mut leader, "leder", &GoToItem { item: None });
    hears(&mut story);
    story.press("p<Tab>");
    does(&mut leader, "leder", &GoToItem { item: None });
    hears(&mut story);
    let screen = story.screen(80, 24);
    assert!(screen.contains("Forslag i sak 28/18"), "{screen}");
    let screen = story.press("<C-s>").screen(80, 24);
    assert!(screen.contains("Sak 28/18 er ikke til behandling nå"), "{screen}");
    story.press("<Esc>");
    assert!(story.screen(80, 24).contains("▌ ●  29/18"));
}

#[test]
fn what_a_member_typed_on_another_screen_is_left_alone_when_the_meeting_opens() {
    let (_folder, mut story, mut leader) = two();
    story.press("2/innsyn");
    does(&mut leader, "leder", &OpenMeeting { key: None });
    hears(&mut story);
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("[2 Søknader]") && screen.contains("Tasten F går dit"),
        "{screen}"
    );
    let screen = story.press("<Enter>F").screen(80, 24);
    assert!(screen.contains("[5 Møte]"), "{screen}");
}

#[test]
fn m12_a_vote_meant_for_one_motion_is_not_given_to_another() {
    let (_folder, mut story, mut leader) = two();
    does(&mut leader, "leder", &OpenMeeting { key: None });
    does(&mut leader, "leder", &AttendAll { absent: Vec::new() });
    does(&mut leader, "leder", &GoToItem { item: None });
    for content in [Motion::Postpone, Motion::Decline] {
        let put = PutMotion {
            item: None,
            content,
            mover: None,
        };
        does(&mut leader, "leder", &put);
    }
    let open = |motion| crate::usecases::OpenVote {
        question: crate::domain::meeting::Question::Motion { motion },
    };
    does(&mut leader, "leder", &open(1));
    hears(&mut story);
    assert!(
        story
            .screen(80, 24)
            .contains("Forslag 1: Rådet innstiller på at søknaden"),
        "{}",
        story.screen(80, 24)
    );
    does(&mut leader, "leder", &crate::usecases::CloseVote { vote: None });
    does(&mut leader, "leder", &open(2));
    let screen = story.press("f").screen(80, 24);
    assert!(
        screen.contains("Avstemningen du hadde foran deg, er over"),
        "{screen}"
    );
}

#[test]
fn m5_m16_a_key_is_about_the_meeting_that_is_looked_at_also_where_another_is_open() {
    let (_folder, mut fund) = called("bergen");
    let tomorrow = DemoClock.today().saturating_add(1.day());
    let written = begin_in_writing(&mut fund, tomorrow.at(12, 0, 0, 0));
    does(&mut fund, "leder", &OpenMeeting { key: None });
    does(&mut fund, "leder", &GoToItem { item: None });
    fund.sit_as("bergen").expect("a seat");
    let mut story = Story::new(SCREENS, &Route::Meeting, fund);
    let screen = story.press(">").screen(80, 24);
    assert!(
        screen.contains(&format!("Skriftlig behandling {written}")) && screen.contains("0 av 11 har svart"),
        "{screen}"
    );
    let screen = story.press("i").screen(80, 24);
    assert!(screen.contains("ingen som møter"), "{screen}");
    let screen = story.press("h<Tab><Tab>Nabo<C-s>").screen(80, 24);
    assert!(
        screen.contains("Spørsmålet om Medlem Bergen er inhabil"),
        "{screen}"
    );
    let mut conflicts = |key| {
        let held = read(&mut story.fund, MeetingView { key }).meeting;
        held.items.iter().map(|item| item.conflicts.len()).sum::<usize>()
    };
    assert_eq!((conflicts(Some(written)), conflicts(None)), (1, 0));
}

#[test]
fn m12_a_vote_that_waits_for_the_viewer_is_the_first_task_and_leads_to_it_until_it_is_cast() {
    let waits = "Møte 5/2018 venter på stemmen din";
    let (_folder, mut story, mut leader) = two();
    does(&mut leader, "leder", &OpenMeeting { key: None });
    does(&mut leader, "leder", &AttendAll { absent: Vec::new() });
    does(&mut leader, "leder", &GoToItem { item: None });
    let put = PutMotion {
        item: None,
        content: Motion::Postpone,
        mover: None,
    };
    does(&mut leader, "leder", &put);
    hears(&mut story);
    // The meeting of another day is looked at, and the overview after it.
    story.press("5<1");
    assert!(!story.screen(80, 24).contains("stemmen din"));
    let open = crate::usecases::OpenVote {
        question: crate::domain::meeting::Question::Motion { motion: 1 },
    };
    does(&mut leader, "leder", &open);
    hears(&mut story);
    let first = |story: &Demo| {
        let screen = story.screen(80, 24);
        let tasks = screen.lines().skip_while(|line| !line.contains("Venter på deg"));
        tasks
            .skip(1)
            .find(|line| !line.trim().is_empty())
            .map(str::to_owned)
    };
    let task = first(&story).expect("a task");
    assert!(task.contains(waits) && task.ends_with("→ stem"), "{task}");
    let cast = |choice| crate::usecases::CastVote {
        choice,
        handle: None,
        vote: None,
    };
    does(&mut leader, "oslo", &cast(crate::domain::meeting::Choice::For));
    hears(&mut story);
    assert!(
        first(&story).is_some_and(|task| task.contains(waits)),
        "of others nothing is told"
    );
    let screen = story.press("g<Enter>").screen(80, 24);
    assert!(
        screen.contains("[5 Møte]") && screen.contains("▌ ●  28/18") && screen.contains("Stem nå: f for"),
        "{screen}"
    );
    let screen = story.press("f1").screen(80, 24);
    assert!(
        screen.contains("[1 Oversikt]") && !screen.contains("stemmen din"),
        "{screen}"
    );
    // Registered for the room it is cast too, and whoever has gone out has none.
    does(&mut leader, "leder", &crate::usecases::CloseVote { vote: None });
    does(&mut leader, "leder", &open);
    hears(&mut story);
    assert!(first(&story).is_some_and(|task| task.contains(waits)));
    let out = Attend {
        handle: Some("bergen".to_owned()),
        out: true,
        at: None,
    };
    does(&mut leader, "leder", &out);
    hears(&mut story);
    assert!(!story.screen(80, 24).contains("stemmen din"));
}

#[test]
fn a_session_that_begins_while_the_council_meets_begins_there() {
    let (folder, mut fund) = called("bergen");
    does(&mut fund, "leder", &OpenMeeting { key: None });
    let story = Story::new(SCREENS, &Route::Overview, another(&folder, "bergen"));
    assert!(story.screen(80, 24).contains("[5 Møte]"));
    let story = Story::new(SCREENS, &Route::Overview, another(&folder, "ks"));
    assert!(story.screen(80, 24).contains("[1 Oversikt]"));
    assert!(story.foot(80, 24).contains("F følg møtet"));
    assert!(
        story.screen(80, 24).contains("I gang, "),
        "{}",
        story.screen(80, 24)
    );
}
