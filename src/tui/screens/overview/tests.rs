//! Stories of the overview, on the demo fund.

use crate::tui::route::Route;
use crate::tui::screen::{Screens, Tab};
use crate::tui::testing::{self, Story, demo};

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
    story.press("<Enter>");
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
