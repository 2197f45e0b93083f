//! Stories of a meeting on the demo fund: from its opening to a result by keys that the screen names, what each role may do,
//! and how others follow it.

mod following;
mod leaving;
mod reading;
mod secret;
mod undecided;
mod walk;
mod written;

use following::another;
use jiff::ToSpan;
use walk::says;

use crate::domain::meeting::{Form, ItemKind};
use crate::domain::proposal::Stage;
use crate::tui::effects::Event;
use crate::tui::fund_access::Query;
use crate::tui::fund_access::{FundAccess, SessionAccess};
use crate::tui::route::Route;
use crate::tui::testing::{DemoClock, SCREENS, Story, demo};
use crate::usecases::views::View;
use crate::usecases::views::{MeetingView, MeetingsAhead, Proposals};
use crate::usecases::{
    AddItem, CallMeeting, CancelMeeting, Clock, CloseMeeting, OpenMeeting, PlanMeeting, UseCase,
};

pub(super) type Demo = Story<SessionAccess>;

fn read<V: View + std::fmt::Debug + Send + 'static>(fund: &mut SessionAccess, view: V) -> V::Data
where
    V::Data: Send + 'static,
{
    let data = fund.answer(&Query::of(view)).expect("an answer");
    *data.downcast::<V::Data>().expect("its type")
}

pub(super) fn does(fund: &mut SessionAccess, handle: &str, step: &dyn UseCase) {
    fund.sit_as(handle).expect("a seat");
    fund.take(step).expect("a step");
}

/// A fund without meetings ahead.
fn without_meetings(handle: &str) -> (tempfile::TempDir, SessionAccess) {
    let (folder, mut fund) = demo(handle);
    for meeting in read(&mut fund, MeetingsAhead) {
        let (key, reason) = (Some(meeting.key), "En historie".to_owned());
        does(&mut fund, "leder", &CancelMeeting { key, reason });
    }
    fund.sit_as(handle).expect("a seat");
    (folder, fund)
}

fn item(kind: ItemKind, title: &str) -> AddItem {
    AddItem {
        key: None,
        kind,
        title: title.to_owned(),
        internal: false,
        proposed: None,
        objections: Some(Vec::new()),
    }
}

/// A meeting that is called for today, with three proposals and an item for information.
pub(super) fn called(handle: &str) -> (tempfile::TempDir, SessionAccess) {
    let (folder, mut fund) = without_meetings(handle);
    let today = DemoClock.today();
    // The minutes of the meeting before stand on the list of a later one.
    for held_on in [today.saturating_add(28.days()), today] {
        let plan = PlanMeeting {
            held_on,
            starts: Some(jiff::civil::time(10, 0, 0, 0)),
            place: "Haakon VIIs gate 9, Oslo".to_owned(),
            form: Form::Both,
        };
        does(&mut fund, "sekretariat", &plan);
    }
    let ranked = read(&mut fund, Proposals).into_iter();
    let ranked = ranked.filter(|row| row.proposal.stage == Stage::Ranked).take(3);
    for row in ranked.collect::<Vec<_>>() {
        let reference = row.proposal.reference;
        does(
            &mut fund,
            "sekretariat",
            &item(ItemKind::Proposal { reference }, ""),
        );
    }
    does(
        &mut fund,
        "sekretariat",
        &item(ItemKind::Information, "Status for ordningen"),
    );
    let call = CallMeeting {
        key: None,
        reason: "En historie".to_owned(),
    };
    does(&mut fund, "sekretariat", &call);
    fund.sit_as(handle).expect("a seat");
    (folder, fund)
}

pub(super) fn at(handle: &str) -> (tempfile::TempDir, Demo) {
    let (folder, fund) = called(handle);
    (folder, Story::new(SCREENS, &Route::Meeting, fund))
}

/// Each key stands on the last line or on the screen before it is pressed, as what it is called there.
fn pressed_as_named(story: &mut Demo, steps: &[(&str, &str)]) {
    for (key, name) in steps {
        // What was said last goes with a key that means nothing here.
        story.press("Q");
        let seen = story.screen(80, 24);
        assert!(seen.contains(name), "{key}: {name} in\n{seen}");
        story.press(key);
    }
}

#[test]
fn from_the_opening_to_the_first_result_in_ten_keys_that_the_screen_names() {
    let (_folder, mut story) = at("leder");
    let steps = [
        ("o", "Tasten o åpner møtet"),
        ("a", "a alle er til stede"),
        ("n", "n neste sak"),
        ("p", "p forslag"),
        ("<C-s>", "Ctrl-S fullfør"),
        ("v", "v avstemning"),
        ("e", "e resten for"),
        ("R", "R registrer stemmene"),
        ("l", "l avslutt avstemning"),
        ("G", "G gjør resultatet endelig"),
    ];
    pressed_as_named(&mut story, &steps);
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("innstilt: tilsagn om 42\u{a0}000\u{a0}000\u{a0}kr"),
        "{screen}"
    );
    let moved = read(&mut story.fund, MeetingView { key: None }).meeting.items[0]
        .kind
        .reference();
    let all = read(&mut story.fund, Proposals);
    let moved = all.iter().find(|row| Some(row.proposal.reference) == moved);
    assert_eq!(moved.map(|row| row.proposal.stage), Some(Stage::Recommended));
}

#[test]
fn how_it_looks_before_in_and_after_a_vote() {
    let (_folder, fund) = without_meetings("leder");
    let story = Story::new(SCREENS, &Route::Meeting, fund);
    insta::assert_snapshot!("meeting_none_80x24", story.body(80, 24));
    let (_folder, mut story) = at("leder");
    insta::assert_snapshot!("meeting_called_80x24", story.body(80, 24));
    story.press("oanp<C-s>v");
    story.press("f");
    insta::assert_snapshot!("meeting_vote_80x24", story.body(80, 24));
    insta::assert_snapshot!("meeting_vote_120x40", story.body(120, 40));
    story.press("M<Down> <Down>  ");
    insta::assert_snapshot!("meeting_room_80x24", story.body(80, 24));
    story.press("<Enter>");
    let screen = story.screen(80, 24);
    assert!(screen.contains("Stemmer ikke: "), "{screen}");
    story.press("<Enter>");
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("✓ 9 stemmer er registrert: 8 for, 1 mot."),
        "{screen}"
    );
    story.press("lgn");
    insta::assert_snapshot!("meeting_next_80x24", story.body(80, 24));
    story.press("p");
    insta::assert_snapshot!("meeting_motion_80x24", story.body(80, 24));
    insta::assert_snapshot!("meeting_motion_120x40", story.body(120, 40));
}

#[test]
fn m3_a_key_that_is_another_s_says_whose_it_is() {
    let (_folder, mut story) = at("ks");
    let screen = story.press("o").screen(80, 24);
    assert!(
        screen.contains('✗') && screen.contains("Bare rådets medlemmer"),
        "{screen}"
    );
    let screen = story.press("N").screen(80, 24);
    assert!(
        screen.contains('✗') && screen.contains("forberede møter"),
        "{screen}"
    );
    let (_folder, mut story) = at("oslo");
    let screen = story.press("o").screen(80, 24);
    assert!(screen.contains("Bare møteleder kan gjøre dette"), "{screen}");
    assert!(!story.foot(80, 24).contains("åpne møtet"));
}

#[test]
fn m5_conflicts_are_decided_and_two_motions_are_put_against_each_other() {
    let (_folder, mut story) = at("leder");
    // The second proposal has a conflict that was declared before the meeting.
    story.press("oannF");
    assert!(
        story.screen(80, 24).contains("10 av 11 kan stemme"),
        "{}",
        story.screen(80, 24)
    );
    story.press("H");
    let screen = story.screen(80, 24);
    assert!(screen.contains(" inhabil i sak 29/18?"), "{screen}");
    assert!(
        screen.contains("f inhabil") && screen.contains("m habil"),
        "{screen}"
    );
    story.press("eR");
    story.press("lg");
    let screen = story.screen(80, 24);
    assert!(screen.contains("er inhabil"), "{screen}");
    story.press("p<C-s>");
    // A counter-motion: to postpone.
    story.press("p<Right><C-s>");
    story.press("VeR");
    let screen = story.screen(80, 24);
    assert!(screen.contains("Forslag 1 mot forslag 2"), "{screen}");
    story.press("l");
    let screen = story.screen(80, 24);
    assert!(screen.contains("10 for forslag 1, 0 for forslag 2"), "{screen}");
    story.press("g");
    assert!(
        story.screen(80, 24).contains("innstilt: tilsagn om 38"),
        "{}",
        story.screen(80, 24)
    );
}

#[test]
fn m10_one_who_goes_out_in_the_list_of_people_loses_the_vote() {
    let (_folder, mut story) = at("leder");
    story.press("oanp<C-s>vf");
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("1 av 11 har stemt") && screen.contains("Du har stemt for. Du kan ombestemme deg"),
        "{screen}"
    );
    // Another in the list goes out, and comes back too late for this vote.
    story.press("s<Down> ");
    says(&story, &["Har Nestleder gått?", "Den som går, har ingen stemme"]);
    // A slip on Enter sends nobody out.
    story.press("<Enter>R <Esc>");
    let screen = story.screen(80, 24);
    assert!(screen.contains("1 av 10 har stemt"), "{screen}");
    story.press("m");
    assert!(story.screen(80, 24).contains("Du har stemt mot. Du kan"));
}

#[test]
fn m9_a_meeting_is_planned_filled_and_called_by_keys() {
    let (_folder, fund) = without_meetings("sekretariat");
    let mut story = Story::new(SCREENS, &Route::Meeting, fund);
    story.press("N15.12.2018<Tab><Tab>Oslo<C-s>");
    let screen = story.screen(80, 24);
    assert!(screen.contains("planlagt"), "{screen}");
    story.press("+<Tab>Status<C-s>");
    assert!(
        story.screen(80, 24).contains("Status"),
        "{}",
        story.screen(80, 24)
    );
    // From the ranked list by the same key.
    story.press("4+");
    assert!(
        story.screen(80, 24).contains("står på sakslisten"),
        "{}",
        story.screen(80, 24)
    );
    story.press("5");
    let screen = story.press("K<C-s>").screen(80, 24);
    assert!(
        screen.contains("er innkalt til") && screen.contains("/18"),
        "{screen}"
    );
    // On the overview too.
    let overview = story.press("1").screen(80, 24);
    assert!(
        overview.contains("Møte 4/2018")
            && overview.contains("lørdag 15. desember 2018 kl.\u{a0}10.00, Oslo"),
        "{overview}"
    );
}

#[test]
fn m6_the_chair_takes_up_a_proposal_from_the_ranked_list_while_people_meet() {
    let (_folder, mut story) = at("leder");
    // Before the meeting the list is the secretariat's.
    let screen = story.press("4j+").screen(80, 24);
    assert!(
        screen.contains('✗') && screen.contains("forberede møter"),
        "{screen}"
    );
    story.press("5oa4");
    let listed = |story: &mut Demo| {
        let meeting = read(&mut story.fund, MeetingView { key: None }).meeting;
        meeting.items.len()
    };
    let before = listed(&mut story);
    // One that is on no list: who objects is asked on the screen of the meeting, and one comes back.
    story.press("+");
    let screen = story.screen(80, 24);
    assert!(screen.contains("Er noen imot å ta opp"), "{screen}");
    let screen = story.press("<Esc>").screen(80, 24);
    assert!(screen.contains("[4 Priori.]"), "{screen}");
    assert_eq!(listed(&mut story), before);
    let screen = story.press("+<Enter>").screen(80, 24);
    assert!(
        screen.contains("[4 Priori.]") && screen.contains("står på sakslisten"),
        "{screen}"
    );
    assert_eq!(listed(&mut story), before + 1);
}

#[test]
fn the_task_about_unfinished_minutes_leads_to_that_meeting() {
    let (_folder, mut fund) = called("sekretariat");
    let held = read(&mut fund, MeetingView { key: None }).meeting.key;
    does(&mut fund, "leder", &OpenMeeting { key: None });
    does(&mut fund, "leder", &CloseMeeting { key: None });
    fund.sit_as("sekretariat").expect("a seat");
    let mut story = Story::new(SCREENS, &Route::Overview, fund);
    let at_the_task = |story: &Demo| {
        let screen = story.screen(80, 24);
        screen
            .lines()
            .any(|line| line.starts_with('▌') && line.contains("Protokollen"))
    };
    for _ in 0..12 {
        if !at_the_task(&story) {
            story.press("j");
        }
    }
    assert!(at_the_task(&story), "{}", story.screen(80, 24));
    let screen = story.press("<Enter>").screen(80, 24);
    assert!(
        screen.contains(&format!("Møte {held}")) && screen.contains("Protokollen er ikke gjort ferdig"),
        "{screen}"
    );
}

#[test]
fn any_size_will_do() {
    let (_folder, mut story) = at("leder");
    let sizes = |story: &Demo| {
        for (wide, tall) in [(20, 5), (40, 12), (1, 1), (80, 3), (160, 50)] {
            story.buffer(wide, tall);
        }
    };
    sizes(&story);
    for more in [
        "o", "a", "n", "p", "<C-s>", "v", "M", "<Esc>", "s", "<Esc>", "e", "F", "h", "<Esc>",
    ] {
        story.press(more);
        sizes(&story);
    }
    assert!(
        story.screen(40, 12).contains("11 av 11 kan stemme"),
        "{}",
        story.screen(40, 12)
    );
}

#[test]
fn a_motion_and_a_statement_that_are_not_delivered_are_found_again() {
    let (folder, mut story) = at("leder");
    story.press("oan");
    for (form, typed) in [("p<Tab><Tab>", "Vilkår om åpen kode"), ("P", "Jeg er uenig")] {
        story.press(form).press(typed).event(Event::Paused);
        assert!(story.screen(80, 24).contains(typed), "{}", story.screen(80, 24));
        // The line is cut off, and another session begins.
        story = Story::new(SCREENS, &Route::Meeting, another(&folder, "leder"));
        let key: String = form.chars().take(1).collect();
        story.press(&key);
        let screen = story.screen(80, 24);
        assert!(
            screen.contains("hentet fram") && screen.contains(typed),
            "{screen}"
        );
        story.press("<C-s>");
        story.press(&key);
        let screen = story.screen(80, 24);
        assert!(!screen.contains("hentet fram"), "delivered: {screen}");
        story.press("<Esc>");
    }
}
