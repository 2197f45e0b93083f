//! What is tried with the settings: where it is seen, where they end, and what stands still.

use super::*;

#[test]
fn f5_a_setting_answers_at_once_is_marked_and_goes_back() {
    let mut story = story(&[Role::Member]);
    let before = story.screen(80, 24);
    story.press("<Left><Left>jll");
    insta::assert_snapshot!("what_if_80x24", story.body(80, 24));
    insta::assert_snapshot!("what_if_120x40", story.body(120, 40));
    let screen = story.screen(80, 24);
    assert!(screen.contains("scenario – lagres ikke"), "{screen}");
    assert!(
        screen.contains("× 0,8") && screen.contains("2 kvartaler senere"),
        "{screen}"
    );
    story.press("u");
    assert!(story.screen(80, 24).contains("ett kvartal senere"));
    story.press("0gk");
    let body = |screen: &str| screen.lines().take(22).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(body(&story.screen(80, 24)), body(&before));
    story.press("0");
    assert!(story.screen(80, 24).contains("Alt står som det er"));
}

#[test]
fn f5_the_reserve_and_the_undecided_turn_as_well_and_what_is_free_follows_while_the_books_stand_still() {
    let mut story = story(&[Role::Member]);
    story.press("jj+j+++");
    let screen = story.screen(80, 24);
    assert!(screen.contains("15,0\u{a0}mill.\u{a0}kr"), "{screen}");
    assert!(
        screen.contains("30\u{a0}% takker ja (av 12,4\u{a0}mill.\u{a0}kr)"),
        "{screen}"
    );
    story.press("<Tab>");
    assert!(story.screen(80, 24).contains("scenario"));
    story.press("<Tab>");
    let books = story.screen(80, 24);
    assert!(
        books.contains("[Kilder]") && books.contains("som i dag"),
        "{books}"
    );
    story.press("<Tab>");
    insta::assert_snapshot!("what_if_free_80x24", story.body(80, 24));
    insta::assert_snapshot!("what_if_books_120x40", story.body(120, 40));
    story.screen(80, 24);
    for (keys, way) in [
        ("+", "3 trykk på Shift-Tab herfra"),
        ("<Tab>+", "2 trykk på Tab herfra"),
        ("<Tab>+", "Tab går dit"),
    ] {
        let screen = story.press(keys).screen(80, 24);
        assert!(screen.contains(way), "{screen}");
    }
}

#[test]
fn f5_no_setting_is_turned_that_is_not_seen() {
    let mut story = story(&[Role::Member]);
    story.press("<Tab>").screen(80, 24);
    let screen = story.press("+").screen(80, 24);
    assert!(
        screen.contains("på delen Prognose. Shift-Tab går dit"),
        "{screen}"
    );
    // On a page with the forecast above the quarters they are seen.
    story.screen(120, 40);
    assert!(story.press("+").screen(120, 40).contains("× 1,1"));
}

#[test]
fn f5_a_setting_at_its_end_says_so() {
    let mut story = story(&[Role::Member]);
    for (keys, message) in [
        (
            "j-------- -",
            "«I drift» kan ikke senkes mer. Dette er det laveste.",
        ),
        ("j---", "«Reserve» kan ikke senkes mer. Dette er det laveste."),
        ("j-", "«Uten svar» kan ikke senkes mer. Dette er det laveste."),
        (
            "kkk+++++++++++",
            "«Utbredelse» kan ikke økes mer. Dette er det høyeste.",
        ),
    ] {
        let screen = story.press(keys).screen(80, 24).replace('\u{a0}', " ");
        assert!(screen.contains(message), "{screen}");
    }
}

#[test]
fn f5_an_expected_end_outside_the_band_says_why() {
    let why = "Forventet er over P90: Siden ingen betaler tilbake mer enn kostnaden";
    let mut story = story(&[Role::Member]);
    assert!(!story.screen(80, 24).contains(why));
    let screen = story.press("++++++++++").screen(80, 24);
    assert!(screen.contains(why), "{screen}");
}
