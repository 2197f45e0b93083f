//! The ranking of the demo fund: what a director would try first.

use crate::tui::fund_access::SessionAccess;
use crate::tui::route::Route;
use crate::tui::screens;
use crate::tui::testing::{Story, demo};

#[test]
fn f5_two_below_the_line_are_taken_in_besides_what_the_line_gives() {
    let (_folder, fund) = demo("leder");
    let mut story: Story<SessionAccess> = Story::new(screens::SCREENS, &Route::Overview, fund);
    story.press("4jjjj j ");
    // 174.2 of which the line gives 146.0; 38 and 21 besides are 205.0.
    let screen = story.screen(80, 24);
    let words = screen
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('\u{a0}', " ");
    assert!(
        words.contains(
            "Med 2018-32 og 2018-36 (59,0 mill.) mangler 30,8 mill. kr. Innenfor rammen måtte 2018-33 og 2018-34 ut."
        ),
        "{screen}"
    );
    // The title, then the rows.
    let rows: Vec<&str> = screen.lines().filter(|line| line.contains("2018-3")).collect();
    assert!(
        rows[5].contains("●?") && rows[6].contains("●?") && rows[6].contains("205,0"),
        "{screen}"
    );
    insta::assert_snapshot!("taken_in_80x24", story.body(80, 24));
    insta::assert_snapshot!("taken_in_120x40", story.body(120, 40));
    story.press("m");
    insta::assert_snapshot!("compared_80x24", story.body(80, 24));
    story.press("<Esc>u");
    assert!(story.screen(80, 24).contains("28,2"));
}

#[test]
fn f5_the_first_below_the_line_is_funded_with_what_is_left() {
    let (_folder, fund) = demo("leder");
    let mut story: Story<SessionAccess> = Story::new(screens::SCREENS, &Route::Overview, fund);
    let before = story.press("4jjjj").screen(120, 40);
    story.press("a<C-s>");
    let screen = story.screen(120, 40);
    assert!(
        screen.contains("redusert til 28,2") && screen.contains("●?"),
        "{screen}"
    );
    insta::assert_snapshot!("in_part_120x40", story.body(120, 40));
    // When the try is given up the forecast is the old one again.
    let after = story.press("<Esc>").screen(120, 40);
    assert_eq!(after, before);
}
