//! What the list is kept to, and what stands ready in the forms.

use super::{names, story, sums};
use crate::domain::policy::Role;

#[test]
fn c4_those_who_said_yes_are_shown_together_whether_they_have_paid_or_not() {
    let mut story = story(Role::Chair);
    let mut seen = Vec::new();
    for _ in 0..7 {
        story.press("s");
        let screen = story.screen(120, 24);
        let title = screen.lines().nth(1).unwrap_or_default().to_owned();
        seen.push((title, names(&story).len()));
    }
    let shown = |status: &str| {
        seen.iter()
            .find(|(title, _)| title.contains(status))
            .map(|(_, count)| *count)
    };
    assert_eq!(shown("· takket ja"), Some(6), "{seen:?}");
    // Nobody is asked to pay and has time left.
    assert_eq!(shown("· betaling ikke forfalt"), None, "{seen:?}");
    // Esc takes the selection away before it leaves, and says so.
    assert!(
        story.foot(80, 24).contains("Esc vis alle"),
        "{}",
        story.foot(80, 24)
    );
    story.press("<Esc>");
    assert!(
        story.foot(80, 24).contains("Esc tilbake"),
        "{}",
        story.foot(80, 24)
    );
}

#[test]
fn c8_the_whole_which_nobody_is_waived_does_not_stand_ready_to_be_waived() {
    let mut story = sums(Role::Ks);
    story.press("G<Enter>e");
    let screen = story.screen(80, 24).replace('\u{a0}', " ");
    assert_eq!(screen.matches("1 331 370").count(), 2, "asked and owed: {screen}");
}
