//! Stories of the overview, on the demo fund.

use crate::tui::fund_access::FundAccess;
use crate::tui::route::Route;
use crate::tui::screen::{Screens, Tab};
use crate::tui::testing::{self, Story, demo};
use crate::usecases::{AttendAll, CloseMeeting, OpenMeeting, UseCase};

/// The screens with two tabs only, so that the pictures stand when another tab comes.
const SCREENS: Screens = Screens {
    tabs: &[
        Tab {
            digit: '1',
            name: "overview-tab",
            route: Route::Overview,
        },
        Tab {
            digit: '2',
            name: "proposals-tab",
            route: Route::Proposals,
        },
    ],
    open: testing::SCREENS.open,
};

fn screen(handle: &str, (wide, tall): (u16, u16)) -> String {
    let (_folder, fund) = demo(handle);
    Story::new(SCREENS, &Route::Overview, fund).screen(wide, tall)
}

fn body(handle: &str, (wide, tall): (u16, u16)) -> String {
    let (_folder, fund) = demo(handle);
    Story::new(SCREENS, &Route::Overview, fund).body(wide, tall)
}

#[test]
fn the_overview_says_what_waits_and_how_the_fund_stands() {
    insta::assert_snapshot!("chair_80x24", screen("leder", (80, 24)));
    insta::assert_snapshot!("chair_120x40", screen("leder", (120, 40)));
    insta::assert_snapshot!("chair_160x50", body("leder", (160, 50)));
    insta::assert_snapshot!("secretariat_80x24", body("sekretariat", (80, 24)));
    insta::assert_snapshot!("ks_80x24", body("ks", (80, 24)));
    insta::assert_snapshot!("chair_40x12", body("leder", (40, 12)));
}

#[test]
fn any_size_will_do() {
    let (_folder, fund) = demo("leder");
    let story = Story::new(SCREENS, &Route::Overview, fund);
    for wide in [0, 1, 2, 3, 8, 15, 33, 60, 79, 119, 121] {
        for tall in [0, 1, 2, 3, 5, 9, 14, 24] {
            story.buffer(wide, tall);
        }
    }
}

#[test]
fn enter_goes_to_where_a_task_is_done() {
    let (_folder, fund) = demo("sekretariat");
    let mut story = Story::new(SCREENS, &Route::Overview, fund);
    story.press("j<Enter>");
    let screen = story.screen(80, 24);
    assert!(screen.contains("3 av 42 søknader · innsendt"), "{screen}");
    story.press("<Esc>Gk<Enter>");
    let screen = story.screen(80, 24);
    assert!(screen.contains("forfalt på 40 krav"), "{screen}");
}

#[test]
fn one_for_whom_nothing_waits_is_told_so() {
    let (_folder, fund) = demo("observator");
    let mut story = Story::new(SCREENS, &Route::Overview, fund);
    assert!(
        story
            .screen(80, 24)
            .contains("Ingenting venter på deg nå. Alt er gjort.")
    );
    assert!(story.press("<Enter>").screen(80, 24).contains("✗ "));
}

#[test]
fn m9_m17_a_meeting_of_today_and_minutes_that_are_awaited_are_among_what_waits() {
    let (_folder, mut fund) = demo("leder");
    for step in steps() {
        fund.take(&*step).expect("a step");
    }
    let mut story = Story::new(testing::SCREENS, &Route::Overview, fund);
    let screen = story.screen(80, 24);
    assert!(!screen.contains("er i dag"), "{screen}");
    assert!(
        screen.contains("Protokollen fra møte 3/2018 venter på sekretariatet"),
        "{screen}"
    );
    story.press("jjj<Enter>");
    let draft = story.screen(80, 24);
    assert!(draft.contains("Utkast. Protokollen er ikke ferdig"), "{draft}");
    let mut fund = story.fund;
    fund.sit_as("sekretariat").expect("a seat");
    let story = Story::new(testing::SCREENS, &Route::Overview, fund);
    assert!(
        story
            .screen(80, 24)
            .contains("Protokollen fra møte 3/2018 er ikke gjort")
    );
}

#[test]
fn m9_a_meeting_that_is_under_way_waits_for_those_with_a_seat_and_is_told_once() {
    for (handle, has_a_seat) in [("leder", true), ("observator", false)] {
        let (_folder, mut fund) = demo("leder");
        for step in steps().into_iter().take(2) {
            fund.take(&*step).expect("a step");
        }
        fund.sit_as(handle).expect("a seat");
        let mut story = Story::new(testing::SCREENS, &Route::Overview, fund);
        // A session of one with a seat begins in the meeting.
        let screen = story.press("1").screen(80, 24);
        assert_eq!(screen.contains("Møte 3/2018 er i gang"), has_a_seat, "{screen}");
        assert_eq!(screen.to_lowercase().matches("i gang, ").count(), 1, "{screen}");
        assert!(screen.contains("I gang, "), "{screen}");
        story.press("<Esc>");
        let left = story.screen(80, 24);
        assert!(left.contains("· q avslutter") && !left.contains('✗'), "{left}");
        if has_a_seat {
            story.press("<Enter>");
            assert!(
                story.screen(80, 24).contains("[5 Møte]"),
                "{}",
                story.screen(80, 24)
            );
        }
    }
}

/// The meeting of today is held, and nothing comes of it.
fn steps() -> [Box<dyn UseCase>; 3] {
    [
        Box::new(OpenMeeting { key: None }),
        Box::new(AttendAll { absent: Vec::new() }),
        Box::new(CloseMeeting { key: None }),
    ]
}
