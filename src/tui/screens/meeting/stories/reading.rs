//! Stories of what is read in the meeting: the item that is longer than its place, the members' scores, what was decided last,
//! the minutes that are to be approved, and what is asked before an item is left or voted on.

use super::following::{another, hears};
use super::walk::says;
use super::{Demo, at, does};
use crate::tui::fund_access::FundAccess;
use crate::tui::route::Route;
use crate::tui::testing::{SCREENS, Story, demo};
use crate::usecases::{GoToItem, OpenMeeting};

#[test]
fn an_item_that_is_longer_than_its_place_is_read_on_by_a_key_that_the_screen_names() {
    let (_folder, mut story) = at("leder");
    story.press("oan");
    assert!(!story.screen(80, 24).contains("Tab les videre"));
    // With the bar of a form the place is short, and without one the scroll begins at the top.
    story.press("p<C-s>v");
    says(&story, &["Tab les videre", "Avstemning i gang"]);
    assert!(!story.screen(80, 24).contains("leverandører"));
    story.press("<Tab>");
    says(&story, &["↓ ↑ blar · Tab til sakslisten"]);
    story.press("<End>");
    says(&story, &["leverandører", "▌"]);
    // Somebody else's vote leaves one where one reads; what is decided is at the top.
    story.press("f");
    says(&story, &["leverandører"]);
    story.press("eRlg");
    says(&story, &["Innstilling", "Enstemmig vedtatt"]);
    story.press("<Esc>j");
    says(&story, &["29/18"]);
}

#[test]
fn the_members_by_the_criteria_are_one_key_away_on_a_small_screen() {
    let (_folder, mut story) = at("leder");
    let screen = story.press("oan").screen(80, 24);
    assert!(screen.contains("w poeng"), "{screen}");
    let screen = story.press("w").screen(80, 24);
    insta::assert_snapshot!("meeting_scores_80x24", story.body(80, 24));
    assert!(
        screen.contains("w tilbake") && screen.contains("!: minst to poeng fra medianen"),
        "{screen}"
    );
    // Where the proposal stands beside it the scores are told once.
    let wide = story.screen(160, 50);
    assert_eq!(wide.matches("Medlem Kristiansand").count(), 1, "{wide}");
    let screen = story.press("w").screen(80, 24);
    assert!(screen.contains("28/18"), "{screen}");
    // An item without a proposal has none.
    let screen = story.press("Gw").screen(80, 24);
    assert!(screen.contains('✗'), "{screen}");
}

#[test]
fn m2_an_item_with_motions_is_not_left_undecided_without_a_question() {
    let (_folder, mut story) = at("leder");
    story.press("oanp<C-s>n");
    says(
        &story,
        &[
            "Gå fra sak 28/18 uten at den er avgjort?",
            "Ett forslag er det ikke stemt over.",
            "Møtet kan ikke avsluttes før det er stemt over saken",
        ],
    );
    assert!(!story.screen(80, 24).contains("neste saksliste"));
    story.press("<Esc>");
    says(&story, &["Saken er fortsatt til behandling.", "Tasten v åpner"]);
    // The same where another item is taken up.
    story.press("jt");
    says(&story, &["Gå fra sak 28/18 uten at den er avgjort?"]);
    story.press("F");
    says(&story, &["Sak 29/18 er til behandling"]);
}

#[test]
fn m5_a_vote_before_a_conflict_is_decided_is_asked_about() {
    let (_folder, mut story) = at("leder");
    // The second proposal has a conflict that was declared before the meeting.
    story.press("oannFp<C-s>v");
    says(&story, &["Stemme før inhabiliteten er avgjort?", "Medlem Oslo"]);
    story.press("<Esc>");
    says(&story, &["Avstemningen er ikke åpnet.", "Tasten H åpner"]);
    // Of several motions one is chosen first.
    story.press("p<Right><C-s>v<C-s>");
    says(&story, &["Stemme før inhabiliteten er avgjort?"]);
    story.press("<Enter>");
    says(&story, &["0 av 10 har stemt"]);
}

#[test]
fn m5_a_vote_on_a_conflict_says_what_each_vote_means() {
    let (_folder, mut story) = at("leder");
    story.press("oannFHf");
    says(&story, &["✓ Leder stemmer for at Medlem Oslo er inhabil."]);
    says(
        &story,
        &["e registrerer resten for «inhabil», M noen for «habil»"],
    );
    story.press("m");
    says(&story, &["✓ Leder stemmer for at Medlem Oslo ikke er inhabil."]);
    story.press("M");
    says(&story, &["inhabil", "plass"]);
    story.press("<Enter>");
    says(&story, &["9 for at Medlem Oslo er inhabil"]);
    story.press("<Esc><Esc>e");
    says(&story, &["Disse registreres for at Medlem Oslo er inhabil"]);
    story.press("R");
    says(&story, &["9 stemmer er registrert: 9 for inhabil, 0 for habil."]);
    story.press("l");
    says(&story, &["9 for inhabil, 1 for habil"]);
}

#[test]
fn what_is_said_of_another_item_than_the_one_on_the_table_names_both() {
    let (_folder, mut story) = at("leder");
    story.press("oanj");
    says(
        &story,
        &[
            "Tasten t tar opp denne saken, F går til den som behandles, 28/18.",
            "t ta opp saken",
        ],
    );
    // What is about the item on the table stands in the footer of that one alone.
    assert!(
        !story.foot(120, 24).contains("p forslag"),
        "{}",
        story.foot(120, 24)
    );
    story.press("k");
    assert!(
        story.foot(120, 24).contains("p forslag"),
        "{}",
        story.foot(120, 24)
    );
    story.press("p<C-s>vj");
    says(&story, &["I sak 28/18: Stem nå: f for, m mot."]);
    // A member is told where the meeting is, and the way back.
    let (folder, mut story) = at("bergen");
    let mut leader = another(&folder, "leder");
    assert!(story.fund.news().expect("news").is_none());
    does(&mut leader, "leder", &OpenMeeting { key: None });
    does(&mut leader, "leder", &GoToItem { item: None });
    hears(&mut story);
    story.press("j");
    says(&story, &["Sak 28/18 er til behandling. Tasten F går dit."]);
}

#[test]
fn m13_where_there_are_several_motions_both_ways_to_vote_are_named() {
    let (_folder, mut story) = at("leder");
    story.press("oanp<C-s>");
    says(&story, &["v avstemning z prøveavstemning p forslag w poeng"]);
    story.press("p<Right><C-s>");
    says(
        &story,
        &["v åpner avstemning over ett forslag, V setter to mot hverandre."],
    );
}

#[test]
fn in_a_small_window_the_next_step_and_the_help_have_room() {
    let (_folder, mut story) = at("leder");
    let foot = |story: &Demo| story.foot(40, 12);
    for (keys, step) in [
        ("", "o åpne møtet"),
        ("o", "a alle er til stede"),
        ("a", "n neste sak"),
        ("n", "p forslag"),
        ("p<C-s>", "v avstemning"),
        ("v", "f for  m mot"),
        ("f", "e resten for"),
        ("eR", "l avslutt avstemning"),
        ("lg", "n neste sak"),
    ] {
        story.press(keys);
        let seen = foot(&story);
        assert!(seen.contains(step) && seen.contains("? hjelp"), "{step}: {seen}");
    }
}

#[test]
fn m17_the_minutes_that_are_to_be_approved_are_read_from_their_item() {
    let (_folder, fund) = demo("leder");
    let mut story = Story::new(SCREENS, &Route::Meeting, fund);
    says(&story, &["Godkjenning av protokollen", "Enter les protokoll"]);
    story.press("<Enter>");
    says(
        &story,
        &["Protokoll fra møte 2/2018", "Møteleder", "Vedtaksførhet"],
    );
    insta::assert_snapshot!("minutes_80x24", story.body(80, 24));
    let first = story.body(80, 24);
    let paged = story.press("<PgDn>").body(80, 24);
    assert_eq!(story.press("g ").body(80, 24), paged, "as in the help");
    assert_ne!(paged, first);
    story.press("<End>");
    says(&story, &["SHA-256"]);
    story.press("<Esc>");
    says(&story, &["Enter les protokoll"]);
    // Information has nothing to be read.
    story.press("G<Enter>");
    says(&story, &["✗ Saken har verken søknad eller protokoll å lese."]);
}

#[test]
fn m1_an_item_whose_vote_was_not_valid_is_left_to_the_next_list_and_is_said_to_have_been_voted_on() {
    let (_folder, mut story) = at("leder");
    story.press("oanp<C-s>vflgn");
    says(
        &story,
        &[
            "Avstemningen over ett forslag var ikke gyldig, fordi for få",
            "Ellers kommer den på neste saksliste.",
        ],
    );
    assert!(!story.screen(80, 24).contains("ikke stemt over"));
}

#[test]
fn m12_a_vote_is_told_with_the_item_that_it_is_in_and_with_no_other() {
    let (_folder, mut story) = at("leder");
    story.press("oanp<C-s>v");
    says(&story, &["Avstemning i gang", "Din stemme"]);
    story.press("j");
    says(&story, &["I sak 28/18: Stem nå"]);
    for text in ["Avstemning i gang", "Din stemme"] {
        assert!(!story.screen(80, 24).contains(text), "{text}");
    }
}

#[test]
fn m13_two_motions_against_each_other_are_both_seen_first() {
    let (_folder, mut story) = at("leder");
    story.press("oanp<C-s>p<Right><C-s>V");
    says(
        &story,
        &["Forslag 1: tilsagn om 42 000 000 kr", "Forslag 2: utsettelse"],
    );
}

#[test]
fn the_proposal_under_the_cursor_is_told_when_the_meeting_has_been_opened_from_another_item() {
    let (_folder, mut story) = at("leder");
    story.press("j");
    says(&story, &["▌ ○ 29/18", "Ved tilsagn om"]);
    story.press("o");
    says(&story, &["▌ ○ 28/18", "Ved tilsagn om"]);
}

#[test]
fn the_arrows_go_back_to_the_agenda_when_the_meeting_goes_on_to_another_item() {
    let (_folder, mut story) = at("leder");
    story.press("oanp<C-s>v");
    says(&story, &["Tab les videre"]);
    story.press("<Tab>");
    says(&story, &["Tab til sakslisten"]);
    story.press("eRlgnp<C-s>");
    says(&story, &["▌ ● 29/18"]);
    story.press("j");
    says(&story, &["▌ ○ 30/18"]);
}

#[test]
fn m3_m5_a_chair_in_question_leaves_the_item_to_whoever_chairs_it() {
    let (folder, mut story) = at("leder");
    story.press("oanh<Tab><Tab>Nabo<C-s>");
    says(&story, &["Nestleder åpner avstemningen om inhabiliteten."]);
    story.press("p");
    says(&story, &["✗ ", "mulig inhabil"]);
    for key in ["n", "jt"] {
        story.press(key);
        says(&story, &["✗ Bare møteleder kan gjøre dette, og", "● 28/18"]);
    }
    let mut deputy = Story::new(SCREENS, &Route::Meeting, another(&folder, "nestleder"));
    says(&deputy, &["Tasten H åpner"]);
    deputy.press("n");
    says(
        &deputy,
        &["Møtet kan ikke avsluttes før inhabiliteten er avgjort."],
    );
    deputy.press("F");
    says(&deputy, &["Sak 29/18 er til behandling"]);
}

#[test]
fn m12_what_is_voted_on_is_in_sight_in_the_smallest_window() {
    let words = |story: &super::Demo| {
        let screen = story.screen(40, 12).replace('▐', "");
        (screen.split_whitespace().collect::<Vec<_>>().join(" "), screen)
    };
    for (keys, asked) in [
        ("oanp<C-s>v", "tilsagn om 42 000 000 kr."),
        ("oanp<C-s>p<Right><C-s>V", "Forslag 1 mot forslag 2"),
        ("oanp<C-s>z<C-s>", "tilsagn om 42 000 000 kr."),
        ("oannFH", "Er Medlem Oslo inhabil i sak 29/18?"),
    ] {
        let (_folder, mut story) = at("leder");
        story.press(keys);
        // With what was said last over the rows below, and without; that of a trial vote is long, and binds nothing (M13).
        if keys.contains('z') {
            story.press("<F1><Esc>");
        }
        for _ in 0..2 {
            let (said, screen) = words(&story);
            assert!(said.replace('\u{a0}', " ").contains(asked), "{keys}\n{screen}");
            assert!(
                said.contains("f for") || said.contains("f inhabil") || said.contains("f det"),
                "{screen}"
            );
            story.press("<F1><Esc>");
        }
    }
}
