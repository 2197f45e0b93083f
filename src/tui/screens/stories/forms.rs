//! What is typed in a form isn't lost by Esc without a question, in any of them.

use super::{Funds, SCREENS, looks};
use crate::i18n::{Lang, Words};
use crate::tui::fund_access::SessionAccess;
use crate::tui::key::Key;
use crate::tui::route::Route;
use crate::tui::testing::Story;

/// Types in the form that is open, or chooses something else where the first field is a choice.
fn fills_in(story: &mut Story<SessionAccess>) {
    let typed = story.app.mode().is_some_and(|mode| mode.text);
    story.press(if typed { "4" } else { "4<Right>" });
}

fn asks_before_it_is_left(story: &mut Story<SessionAccess>, name: &str) {
    let form = |story: &Story<SessionAccess>| {
        let mode = story.app.mode().unwrap_or_default();
        mode.rows.iter().any(|row| row.help == "form-leave-help")
    };
    assert!(form(story), "{name}:\n{}", story.screen(80, 24));
    fills_in(story);
    // What is said stands on the last rows, and a form that has few makes room for it.
    let above =
        |story: &Story<SessionAccess>| story.body(80, 60).lines().take(8).collect::<Vec<_>>().join("\n");
    let filled_in = above(story);
    let asked = story.press("<Esc>").screen(80, 24);
    assert!(asked.contains("Esc bli her"), "{name}:\n{asked}");
    story.press("<Esc>");
    assert_eq!(above(story), filled_in, "{name}");
    story.press("<Esc><Right><Enter>");
    assert!(!form(story), "{name}:\n{}", story.screen(80, 24));
}

#[test]
fn what_is_typed_in_a_form_is_asked_about_before_it_is_given_up() {
    let mut funds = Funds::default();
    let mut forms = 0;
    for (handle, route, _) in looks() {
        let mut story = Story::new(SCREENS, &route, funds.take(handle));
        let mode = story.app.mode().unwrap_or_default();
        if mode.rows.iter().any(|row| row.help == "form-leave-help") {
            asks_before_it_is_left(&mut story, &format!("{route:?}"));
            forms += 1;
        }
        funds.give_back(handle, story.fund);
    }
    assert!(forms >= 14, "{forms}");
}

#[test]
fn what_is_typed_in_a_form_that_stands_on_a_screen_is_asked_about_too() {
    let mut funds = Funds::default();
    // What leads to the form.
    for (handle, route, keys) in [
        ("leder", Route::OpenRound, "a<Enter>"),
        ("leder", Route::Ranking, "f"),
        ("leder", Route::Ranking, "bb"),
        ("leder", Route::Meeting, "h"),
        ("sekretariat", Route::Meeting, "N"),
        ("sekretariat", Route::Meeting, "+"),
        ("leder", Route::Meeting, "D"),
        ("leder", Route::Meeting, "oanpn"),
    ] {
        let mut story = Story::new(SCREENS, &route, funds.take(handle));
        story.press(keys);
        asks_before_it_is_left(&mut story, &format!("{route:?} {keys}"));
        funds.give_back(handle, story.fund);
    }
}

/// The lines that say what is wrong in a field. What is not answered yet is told once all is handed in, as what is empty.
fn refusals(screen: &str) -> Vec<String> {
    let unanswered = Words::new(Lang::Nb).t("error-form-unanswered");
    let marked = screen
        .lines()
        .filter(|line| line.contains('✗') && !line.contains(&*unanswered));
    marked.map(|line| line.trim().to_owned()).collect()
}

/// Whether what is wrong with what was typed is told in the same words when a field is left and when all is handed in.
fn tells_when_left(story: &mut Story<SessionAccess>, name: &str) -> usize {
    const MOST_FIELDS: usize = 30;
    for _ in 0..MOST_FIELDS {
        let mode = story.app.mode().unwrap_or_default();
        if mode
            .rows
            .iter()
            .any(|row| row.label == "form-submit" && row.keys.contains(&Key::Enter))
        {
            break;
        }
        story.press(if mode.text { "<C-u>%<Tab>" } else { "<Tab>" });
    }
    let left = refusals(&story.screen(100, 60));
    let mut handed_in = refusals(&story.press("<C-s>").screen(100, 60));
    // What was passed over is asked for once all is handed in.
    let unanswered = Words::new(Lang::Nb).t("error-form-unanswered");
    handed_in.retain(|line| !line.ends_with(&unanswered));
    assert_eq!(left, handed_in, "{name}");
    left.len()
}

#[test]
fn what_is_wrong_in_a_field_is_told_when_it_is_left_in_the_words_of_the_whole_form() {
    let mut funds = Funds::default();
    let mut told = 0;
    for (handle, route, _) in looks() {
        let mut story = Story::new(SCREENS, &route, funds.take(handle));
        let mode = story.app.mode().unwrap_or_default();
        let form = mode.rows.iter().any(|row| row.help == "form-leave-help");
        // A scorecard has scores to be given, and nothing in it can be written wrongly.
        if form && !matches!(route, Route::Scorecard(_)) {
            told += tells_when_left(&mut story, &format!("{route:?}"));
        }
        funds.give_back(handle, story.fund);
    }
    for (handle, route, keys) in [
        ("leder", Route::Ranking, "f"),
        ("sekretariat", Route::Meeting, "N"),
        ("leder", Route::Meeting, "oanpn"),
    ] {
        let mut story = Story::new(SCREENS, &route, funds.take(handle));
        story.press(keys);
        told += tells_when_left(&mut story, &format!("{route:?} {keys}"));
        funds.give_back(handle, story.fund);
    }
    assert!(told >= 20, "{told}");
}

#[test]
fn the_reason_of_an_order_is_kept_without_a_question() {
    let mut funds = Funds::default();
    let mut story = Story::new(SCREENS, &Route::Ranking, funds.take("leder"));
    story.press("J<C-s>Fordi det haster").press("<Esc>");
    assert!(!story.screen(80, 24).contains("Fordi"));
    assert!(story.press("<C-s>").screen(80, 24).contains("Fordi det haster"));
}
