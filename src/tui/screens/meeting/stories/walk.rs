//! Stories of somebody who has not seen the screen before: what is going on, what a key would lose, and what is left to do
//! stands on the screen.

use super::{Demo, at, called, does};
use crate::tui::fund_access::FundAccess;
use crate::tui::route::Route;
use crate::tui::testing::{SCREENS, Story};
use crate::usecases::{AttendAll, CloseMeeting, OpenMeeting};

pub(super) fn says(story: &Demo, texts: &[&str]) {
    let screen = story.screen(80, 24);
    let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    for text in texts {
        assert!(words.contains(text), "{text} in\n{screen}");
    }
}

#[test]
fn m13_a_vote_on_several_items_is_seen_whatever_item_is_looked_at() {
    let (_folder, mut story) = at("leder");
    story.press("oanp<C-s>nFnFp<C-s>b<Enter>");
    story.press("kk");
    says(
        &story,
        &[
            "Samlet avstemning over sakene 28/18, 30/18",
            "det stemmes nå",
            "Stem nå: f for, m mot.",
        ],
    );
    story.press("f");
    says(
        &story,
        &["1 av 11 har stemt", "Du har stemt for. Du kan ombestemme deg"],
    );
}

#[test]
fn m13_between_two_motions_keys_hints_and_receipts_name_them() {
    let (_folder, mut story) = at("leder");
    story.press("oanp<C-s>p<Right><C-s>V");
    says(
        &story,
        &["f for forslag 1, m for forslag 2", "f det første m det andre"],
    );
    story.press("m");
    says(
        &story,
        &[
            "✓ Leder stemmer for forslag 2.",
            "Du har stemt for forslag 2. Du kan",
        ],
    );
    story.press("M");
    says(&story, &["forslag 1"]);
    story.press("<Enter>");
    says(&story, &["10 for forslag 1"]);
    story.press("<Enter>l");
    says(
        &story,
        &["10 for forslag 1, 1 for forslag 2", "forslag 1 er vedtatt"],
    );
    story.press("g");
    says(&story, &["10 mot 1: Forslag 1 er vedtatt."]);
}

#[test]
fn m10_who_goes_out_is_told_that_the_vote_is_lost() {
    let (_folder, mut story) = at("leder");
    story.press("oanp<C-s>vfI");
    says(&story, &["Gå ut nå?", "Stemmen faller"]);
    story.press("<Esc>");
    says(&story, &["1 av 11 har stemt"]);
    story.press("IG");
    says(&story, &["stemmen i avstemningen som er i gang, har falt bort"]);
}

#[test]
fn m6_m15_an_election_that_nobody_objects_to_is_taken_up_and_held_by_keys() {
    let (_folder, mut story) = at("leder");
    story.press("oa+<Right><Right><Tab>arbeidsutvalg<C-s>");
    says(&story, &["Er noen imot å ta opp «arbeidsutvalg»?"]);
    // The chair objects.
    story.press(" <Enter>");
    says(&story, &["✗", "Møteleder eller minst en tredel"]);
    story.press(" <Enter>");
    says(&story, &["«arbeidsutvalg» står på sakslisten"]);
    story.press("nnFnFnFn");
    says(&story, &["Tasten c åpner valget"]);
    story.press("c<C-s>");
    says(&story, &["Nevn minst én kandidat."]);
    story.press("<Right><C-s>");
    says(
        &story,
        &[
            "Valg av arbeidsutvalg",
            "0 av 11 har stemt",
            "Tasten C avgir stemmen din",
        ],
    );
    story.press("C<C-s>");
    says(&story, &["1 av 11 har stemt", "Du har stemt på Leder. Du kan"]);
}

#[test]
fn m9_any_meeting_can_be_looked_at_and_steps_are_about_the_one_that_is_meant() {
    let (_folder, mut story) = at("leder");
    let title = |story: &Demo| story.screen(80, 24).lines().nth(1).unwrap_or_default().to_owned();
    let meant = title(&story);
    assert!(meant.contains("15.11.2018 · innkalt"), "{meant}");
    let mut earlier = title(&story);
    for _ in 0..4 {
        story.press("<");
        let now = title(&story);
        assert_ne!(now, earlier);
        earlier = now;
        if earlier.contains("24.5.2018") {
            break;
        }
    }
    assert!(earlier.contains("Møte 2/2018 · 24.5.2018"), "{earlier}");
    assert!(story.press("n").screen(80, 24).contains('✗'));
    assert!(story.press("<<<").screen(80, 24).contains('✗'));
}

#[test]
fn m17_minutes_that_are_not_final_are_told_of_and_lack_nothing_once_the_meeting_has_closed() {
    let (folder, mut fund) = called("sekretariat");
    does(&mut fund, "leder", &OpenMeeting { key: None });
    does(&mut fund, "leder", &AttendAll { absent: Vec::new() });
    does(&mut fund, "leder", &CloseMeeting { key: None });
    fund.sit_as("sekretariat").expect("a seat");
    let mut story = Story::new(SCREENS, &Route::Meeting, fund);
    while !story.screen(80, 24).contains("avsluttet") {
        let before = story.screen(80, 24);
        assert_ne!(story.press("<").screen(80, 24), before);
    }
    says(&story, &["Protokollen er ikke gjort ferdig", "Tasten R"]);
    drop(folder);
}

#[test]
fn m9_the_ranked_proposals_come_on_the_agenda_by_one_key() {
    let (_folder, fund) = super::without_meetings("sekretariat");
    let mut story = Story::new(SCREENS, &Route::Meeting, fund);
    story.press("N15.12.2018<Tab><Tab>Oslo<C-s>*");
    says(&story, &["prioriterte søknader er satt på sakslisten"]);
    story.press("*");
    says(
        &story,
        &["✗ Ingen prioriterte søknader står utenfor en saksliste."],
    );
    // On the ranked list each is marked, and its key says why it can't act.
    story.press("4+");
    says(
        &story,
        &[
            "2018-31+",
            "er en sak i møte",
            "✗ 2018-31 står allerede på sakslisten.",
        ],
    );
}

#[test]
fn m13_a_trial_vote_is_answered_by_keys_and_only_counted() {
    let (_folder, mut story) = at("leder");
    story.press("oanp<C-s>z<C-s>");
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("0 av 11 har svart") && screen.contains("Svar i prøveavstemningen: f for"),
        "{screen}"
    );
    let screen = story.press("f").screen(80, 24);
    assert!(
        screen.contains("1 av 11 har svart") && screen.contains("Du har svart"),
        "{screen}"
    );
    assert!(screen.contains("Tasten l teller svarene"), "{screen}");
    says(&story, &["✓ Svaret er registrert.", "l tell svarene"]);
    story.press("m").press("l");
    says(&story, &["Telle svarene nå?", "1 av 11 har svart"]);
    story.press("<Esc>");
    says(&story, &["1 av 11 har svart"]);
    let screen = story.press("lT").screen(80, 24);
    assert!(screen.contains("0 for, 1 mot"), "{screen}");
}
