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
