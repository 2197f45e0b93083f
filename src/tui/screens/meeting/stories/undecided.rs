//! Stories of what isn't decided yet: an item that is left with nothing in it, a meeting that can't be closed, and the draft
//! of its minutes.

use super::following::another;
use super::walk::says;
use super::{Demo, at, called, does, read};
use crate::tui::route::Route;
use crate::tui::testing::{SCREENS, Story};
use crate::usecases::views::MeetingView;
use crate::usecases::{AttendAll, CloseMeeting, OpenMeeting};

#[test]
fn m4_before_a_meeting_is_closed_information_on_the_table_is_not_told_as_undecided() {
    let (_folder, mut story) = at("leder");
    story.press("oaGtA");
    says(
        &story,
        &["Sak 31/18 tas til orientering.", "3 saker er ikke avgjort."],
    );
}

#[test]
fn m4_an_item_without_a_motion_is_not_left_without_a_question_and_information_is() {
    let (_folder, mut story) = at("leder");
    story.press("oann");
    says(
        &story,
        &[
            "Gå fra sak 28/18 uten at den er avgjort?",
            "Saken har verken forslag eller resultat.",
            "Dere kan gå tilbake til saken i dette møtet.",
            "Møtet kan ikke avsluttes før",
        ],
    );
    story.press("<Esc>");
    says(&story, &["Saken er fortsatt til behandling."]);
    // A statement is told in the minutes (M18), and asks for nothing more.
    story.press("PEnig i alt<C-s>n");
    says(&story, &["Sak 29/18 er til behandling"]);
    // The same where another item is taken up; there somebody is in question too.
    story.press("Gt");
    says(
        &story,
        &[
            "Gå fra sak 29/18 uten at den er avgjort?",
            "Saken har verken forslag eller resultat.",
            "Rådet har ikke avgjort om noen er inhabil",
        ],
    );
    story.press("F");
    says(&story, &["Sak 31/18 er til behandling"]);
    story.press("kt");
    says(&story, &["Sak 30/18 er til behandling"]);
}

/// The first two items are left with nothing, the others are dealt with, and the last is on the table.
fn left_open(handle: &str) -> (tempfile::TempDir, Demo) {
    let (folder, mut story) = at("leder");
    story.press("oannFnFp<C-s>veRlgn");
    says(&story, &["Sak 31/18 er til behandling"]);
    drop(story);
    let fund = another(&folder, handle);
    (folder, Story::new(SCREENS, &Route::Meeting, fund))
}

#[test]
fn m4_whoever_closes_too_early_comes_to_what_hinders_it_and_to_the_keys_that_mend_it() {
    let (_folder, mut story) = left_open("leder");
    says(
        &story,
        &[
            "▌ ● 31/18",
            "Tasten H åpner avstemning om inhabiliteten i sak 29/18.",
        ],
    );
    // What is undecided of a conflict comes first, and its vote is one key away.
    story.press("A");
    says(
        &story,
        &[
            "✗ Spørsmål om inhabilitet er reist, men ikke avgjort, i sak 29/18.",
            "▌ ○ 29/18",
            "Tasten H åpner avstemning om inhabiliteten.",
            "H avgjør inhabilitet",
        ],
    );
    // What is voted on is in that item, not in the one on the table.
    story.press("H");
    says(&story, &["Stem nå: f inhabil"]);
    assert!(
        !story.screen(80, 24).contains("I sak"),
        "{}",
        story.screen(80, 24)
    );
    story.press("G");
    says(&story, &["▌ ● 31/18", "I sak 29/18: Stem nå: f inhabil"]);
    story.press("eRlgF");
    says(
        &story,
        &[
            "▌ ● 31/18",
            "Møtet kan ikke avsluttes ennå. Tasten A viser hvilken sak",
        ],
    );
    story.press("A");
    says(
        &story,
        &[
            "✗ Sakene 28/18 og 29/18 er ikke avgjort.",
            "▌ ○ 28/18",
            "Tasten t tar opp denne saken",
        ],
    );
    story.press("tPEnig i alt<C-s>A");
    says(
        &story,
        &[
            "✗ Sak 29/18 er ikke avgjort.",
            "▌ ○ 29/18",
            "Tasten t tar opp denne saken",
        ],
    );
    story.press("tPEnig i alt<C-s>A");
    says(&story, &["Avslutte møte 5/2018?"]);
}

#[test]
fn m4_a_member_who_may_not_close_stays_where_the_cursor_is() {
    let (_folder, mut story) = left_open("bergen");
    story.press("A");
    says(&story, &["✗ Bare møteleder kan gjøre dette, og", "▌ ● 31/18"]);
    assert!(!story.screen(80, 24).contains("Tasten A"));
}

#[test]
fn m17_the_draft_of_a_meeting_that_has_closed_is_read_by_a_key_that_the_screen_names() {
    let (folder, mut fund) = called("sekretariat");
    let held = read(&mut fund, MeetingView { key: None }).meeting.key;
    let mut story = Story::new(SCREENS, &Route::Meeting, another(&folder, "sekretariat"));
    story.press("O");
    says(
        &story,
        &["✗ Møtet har ikke vært åpnet, så det finnes ingen protokoll."],
    );
    does(&mut fund, "leder", &OpenMeeting { key: None });
    does(&mut fund, "leder", &AttendAll { absent: Vec::new() });
    does(&mut fund, "leder", &CloseMeeting { key: None });
    let closed = |handle| Story::new(SCREENS, &Route::MeetingOf(held), another(&folder, handle));
    let mut story = closed("sekretariat");
    says(
        &story,
        &["Tasten R gjør den ferdig når ingenting mangler, O viser utkastet."],
    );
    let title = format!("Protokoll fra møte {held}");
    story.press("O");
    says(&story, &[&title, "Vedtaksførhet"]);
    story.press("<Esc>");
    says(&story, &["Tasten R"]);
    // Anybody may read it.
    let mut story = closed("ks");
    says(&story, &["Tasten O viser utkastet.", "O les møteprotokollen"]);
    story.press("O");
    says(&story, &[&title]);
}

#[test]
fn m12_a_vote_opened_by_mistake_is_called_off_at_a_key_until_somebody_has_voted() {
    let (_folder, mut story) = at("leder");
    story.press("oannFnFp<C-s>v");
    says(&story, &["Avstemningen er åpnet."]);
    story.press("B");
    says(
        &story,
        &[
            "Avbryte avstemningen?",
            "Avstemningen ender uten resultat",
            "[ A avbryt avstemningen ]",
            "[ Esc la avstemningen fortsette ]",
        ],
    );
    story.press("<Esc>");
    says(&story, &["Avstemningen er fortsatt i gang."]);
    story.press("fB");
    says(&story, &["✗ Én stemme er avgitt.", "Avslutt den i"]);
}

#[test]
fn m12_a_vote_that_was_called_off_is_told_in_the_item_and_may_be_held_anew() {
    let (_folder, mut story) = at("leder");
    story.press("oannFnFp<C-s>vBA");
    says(&story, &["Avstemningen er avbrutt uten at noen stemme gjaldt."]);
    says(&story, &["Avbrutt uten at noen stemme gjaldt."]);
    story.press("B");
    says(&story, &["✗ Verken en avstemning eller et valg er i gang."]);
    story.press("ve");
    says(&story, &["Resten for", "Disse 11 stemmene"]);
}

#[test]
fn m4_the_draft_of_a_meeting_that_is_open_says_that_it_isnt_closed_and_not_that_it_wasnt_opened() {
    let (_folder, mut story) = at("leder");
    story.press("oaO");
    says(&story, &["Det står ikke når møtet ble avsluttet"]);
    assert!(
        !story.screen(80, 24).contains("ble åpnet"),
        "{}",
        story.screen(80, 24)
    );
}
