//! Stories of a written procedure (M16), by keys: it is planned, its motion is sent out, everybody answers, and it is closed.

use super::following::{another, begin_in_writing, hears};
use super::walk::says;
use super::{Demo, does, read, without_meetings};
use crate::tui::fund_access::{FundAccess, SessionAccess};
use crate::tui::route::Route;
use crate::tui::testing::{DemoClock, SCREENS, Story};
use crate::usecases::views::MeetingView;
use crate::usecases::{Access, AnswerInWriting, Clock, Session};

/// A procedure that the secretariat has planned, as the leader finds it, and another session.
fn planned() -> (tempfile::TempDir, Demo, SessionAccess) {
    let (folder, fund) = without_meetings("sekretariat");
    let mut story = Story::new(SCREENS, &Route::Meeting, fund);
    story.press("N15.12.2018<Tab><Tab><Tab><Right><Right><Right>");
    assert!(!story.screen(80, 24).contains("Sted"), "{}", story.screen(80, 24));
    story.press("<C-s>");
    says(
        &story,
        &["Skriftlig behandling", "Tasten + setter saken på sakslisten."],
    );
    story.press("+<Tab>Nye vilkår<C-s>");
    says(&story, &["«Nye vilkår» står på sakslisten"]);
    // It has one item, and no notice.
    story.press("K");
    says(&story, &["✗ En skriftlig behandling har ingen innkalling."]);
    let mut leader = Story::new(SCREENS, &Route::Meeting, another(&folder, "leder"));
    let others = another(&folder, "leder");
    assert!(leader.fund.news().expect("news").is_none());
    (folder, leader, others)
}

/// All but the leader agree.
fn the_others_agree(others: &mut SessionAccess) {
    let meeting = read(others, MeetingView { key: None }).meeting;
    for seated in meeting.written_seating() {
        let agrees = AnswerInWriting {
            key: None,
            agrees_to_motion: true,
            agrees_to_procedure: true,
        };
        if seated.handle != "leder" {
            does(others, &seated.handle, &agrees);
        }
    }
}

#[test]
fn m16_a_written_procedure_is_sent_out_answered_and_closed_by_keys() {
    let (folder, mut story, mut others) = planned();
    says(
        &story,
        &[
            "Tasten o sender ut forslaget til alle, med frist.",
            "o send ut forslaget",
        ],
    );
    story.press("o<Tab>Vilkårene vedtas.<Tab>1.1.2018<C-s>");
    says(&story, &["✗ Fristen for å svare er ute."]);
    story
        .press("<Esc>FG")
        .press("o<Tab>Vilkårene vedtas.<Tab>20.12.2018<C-s>");
    says(
        &story,
        &[
            "✓ Forslaget i skriftlig behandling",
            "0 av 11 har svart",
            "Svar innen fristen: f enig, m ikke enig.",
            "f enig m ikke enig",
        ],
    );
    insta::assert_snapshot!("written_80x24", story.body(80, 24));
    // Nobody closes it before everybody has answered or the deadline is past.
    story.press("l");
    says(&story, &["✗ Ikke alle har svart, og fristen er ikke ute."]);
    story.press("f");
    says(
        &story,
        &["1 av 11 har svart", "Enig. Svaret kan endres til fristen."],
    );
    // A member is told of it on the overview, and led to it.
    let mut member = Story::new(SCREENS, &Route::Overview, another(&folder, "oslo"));
    says(&member, &["venter på svaret ditt"]);
    let at_the_task = |story: &Demo| {
        let screen = story.screen(80, 24);
        screen
            .lines()
            .any(|line| line.starts_with('▌') && line.contains("Skriftlig behandling"))
    };
    while !at_the_task(&member) {
        let before = member.screen(80, 24);
        assert_ne!(member.press("j").screen(80, 24), before);
    }
    member.press("<Enter>");
    says(&member, &["Skriftlig behandling", "Du har ikke svart."]);
    member.press("o");
    says(&member, &["✗ Bare møteleder kan gjøre dette, og"]);
    the_others_agree(&mut others);
    hears(&mut story);
    says(
        &story,
        &[
            "11 av 11 har svart",
            "Tasten l avslutter den skriftlige behandlingen.",
        ],
    );
    story.press("l");
    says(
        &story,
        &[
            "Avslutte den skriftlige behandlingen?",
            "Alle er enige, og forslaget er vedtatt.",
        ],
    );
    story.press("<Esc>");
    says(&story, &["Den skriftlige behandlingen er fortsatt i gang."]);
    story.press("lg");
    says(&story, &["er avsluttet. Alle er enige, og forslaget er vedtatt."]);
}

#[test]
fn m16_one_who_does_not_agree_says_to_what_and_the_item_goes_to_the_next_meeting() {
    let (_folder, mut story, mut others) = planned();
    story.press("o<Tab>Vilkårene vedtas.<Tab>20.12<C-s>m");
    says(&story, &["Svar i den skriftlige behandlingen", "Ett nei"]);
    story.press("<C-s>");
    says(&story, &["Ikke enig i forslaget. Svaret kan endres til fristen."]);
    story.press("m<Left><Tab><Right><C-s>");
    says(&story, &["Ikke enig i skriftlig behandling."]);
    the_others_agree(&mut others);
    hears(&mut story);
    story.press("l");
    says(&story, &["Ikke alle er enige, og saken settes på neste møtes"]);
    story.press("g");
    says(
        &story,
        &["er avsluttet. Ikke alle er enige, og saken settes på neste møtes saksliste."],
    );
}

#[test]
fn m16_what_is_for_those_who_meet_says_that_nobody_does() {
    let (folder, mut story, _others) = planned();
    story.press("o<Tab>Vilkårene vedtas.<Tab>20.12.2018<C-s>");
    for key in ["a", "A", "i", "s"] {
        story.press(key);
        says(&story, &["✗ Det er ingen som møter i en skriftlig behandling."]);
    }
    let mut ks = Story::new(SCREENS, &Route::Meeting, another(&folder, "ks"));
    assert!(ks.press("f").screen(80, 24).contains('✗'));
    assert!(!ks.foot(80, 24).contains("enig"), "{}", ks.foot(80, 24));
    for (wide, tall) in [(20, 5), (40, 12), (1, 1), (160, 50)] {
        story.buffer(wide, tall);
    }
}

/// The clock in the afternoon of the demo's day.
#[derive(Debug)]
struct Afternoon;

impl Clock for Afternoon {
    fn now(&self) -> jiff::Timestamp {
        DemoClock.now() + jiff::SignedDuration::from_hours(14)
    }

    fn today(&self) -> jiff::civil::Date {
        DemoClock.today()
    }
}

fn in_the_afternoon(folder: &tempfile::TempDir, handle: &str, route: &Route) -> Demo {
    let path = folder.path().join("demo.db");
    let session = Session::at(&path, Access::local(Some(handle)), Box::new(Afternoon)).expect("a session");
    Story::new(SCREENS, route, SessionAccess::new(session))
}

#[test]
fn m16_on_the_last_day_one_answers_until_the_hour_and_then_the_chair_closes() {
    let (folder, mut fund) = without_meetings("sekretariat");
    begin_in_writing(&mut fund, DemoClock.today().at(12, 0, 0, 0));
    fund.sit_as("bergen").expect("a seat");
    let mut story = Story::new(SCREENS, &Route::Meeting, fund);
    says(&story, &["Svar innen fristen: f enig, m ikke enig."]);
    story.press("f");
    says(&story, &["Enig. Svaret kan endres til fristen."]);
    let mut leader = Story::new(SCREENS, &Route::Meeting, another(&folder, "leder"));
    leader.press("f");
    says(&leader, &["Du kan endre svaret"]);
    leader.press("l");
    says(&leader, &["✗ Ikke alle har svart, og fristen er ikke ute."]);
    // Nobody is asked for an answer that can't be given, and the chair is told what is left to do.
    let late = in_the_afternoon(&folder, "oslo", &Route::Overview);
    assert!(!late.screen(80, 24).contains("venter på svaret ditt"));
    let mut late = in_the_afternoon(&folder, "oslo", &Route::Meeting);
    late.press("f");
    says(&late, &["✗ Fristen for å svare er ute."]);
    says(
        &in_the_afternoon(&folder, "leder", &Route::Overview),
        &["Skriftlig behandling", "kan avsluttes"],
    );
    let mut leader = in_the_afternoon(&folder, "leder", &Route::Meeting);
    says(&leader, &["Tasten l avslutter den skriftlige behandlingen."]);
    leader.press("lg");
    says(&leader, &["er avsluttet. Ikke alle er enige"]);
}

#[test]
fn m16_a_deadline_without_a_time_is_the_same_from_the_form_as_from_the_command() {
    let (_folder, mut story, _others) = planned();
    story.press("o<Tab>Vilkårene vedtas.<Tab>20.12.2018<C-s>");
    let written = read(&mut story.fund, MeetingView { key: None }).meeting.written;
    let deadline = crate::domain::calendar::parse_deadline("2018-12-20").expect("a deadline");
    assert_eq!(written.map(|written| written.deadline), Some(deadline));
}
