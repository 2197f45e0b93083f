//! What a question answers to.

use super::*;

#[test]
fn for_what_cannot_be_undone_no_answer_stands_ready_and_each_names_its_key() {
    let mut story = story(Role::Secretariat);
    story.press("x");
    insta::assert_snapshot!("confirm_80x24", story.body(80, 24));
    story.press("<Enter>");
    let screen = story.screen(80, 24);
    assert!(screen.contains("Velg med L eller Esc"), "{screen}");
    story.press("nqh<Esc>");
    assert!(story.fund.taken.is_empty());
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("· Ikke lagret.") && !screen.contains("[ L lagre ]"),
        "{screen}"
    );
    for yes in ["l", "L", "<Right><Enter>", "<Left><Left><Enter>"] {
        story.fund.taken.clear();
        story.press("x").press(yes);
        assert_eq!(story.fund.taken.len(), 1, "{yes}");
        assert!(story.fund.taken[0].contains("ClosePeriod"));
    }
    story.fund.taken.clear();
    story.press("x<Left><Enter>");
    assert!(story.fund.taken.is_empty() && story.screen(80, 24).contains("Ikke lagret."));
}

#[test]
fn enter_is_offered_only_once_an_answer_is_chosen() {
    let mut story = story(Role::Secretariat);
    story.press("x");
    let foot = story.foot(80, 24);
    assert!(!foot.contains("Enter") && foot.contains("Esc avbryt"), "{foot}");
    let foot = story.press("<Right>").foot(80, 24);
    assert!(foot.contains("Enter svar"), "{foot}");
}

#[test]
fn what_is_said_leaves_the_keys_in_sight_where_there_are_rows_for_both() {
    let mut story = story(Role::Secretariat);
    let keys = story.foot(80, 24);
    let screen = story.press("b").screen(80, 24);
    assert!(screen.contains("✗ Må fylles ut"), "{screen}");
    assert_eq!(story.foot(80, 24), keys);
    // With few rows the message stands in their place.
    let screen = story.screen(80, 6);
    assert!(
        screen.contains("✗ Må fylles ut") && !screen.contains("? hjelp"),
        "{screen}"
    );
}

#[test]
fn esc_takes_away_what_was_refused_before_it_leaves_the_screen() {
    let mut story = story(Role::Secretariat);
    let before = story.press("2").screen(80, 24);
    story.press("b");
    assert_eq!(story.press("<Esc>").screen(80, 24), before);
    assert!(story.press("<Esc>").screen(80, 24) != before);
}
