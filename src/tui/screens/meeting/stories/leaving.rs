//! Stories of leaving: the program while the meeting goes on, and the room while people vote.

use super::following::{another, hears};
use super::walk::says;
use super::{Demo, called, does};
use crate::domain::meeting::Question;
use crate::tui::fund_access::{FundAccess, SessionAccess};
use crate::tui::route::Route;
use crate::tui::testing::{SCREENS, Story};
use crate::usecases::{Adjourn, AttendAll, CallOffVote, GoToItem, OpenMeeting, OpenVote, PutMotion};

/// Everybody is there, a motion is on the table, and this person looks on; the leader is in another session.
fn before_a_vote(handle: &str) -> (tempfile::TempDir, Demo, SessionAccess) {
    let (folder, fund) = called(handle);
    let mut leader = another(&folder, "leder");
    does(&mut leader, "leder", &OpenMeeting { key: None });
    does(&mut leader, "leder", &AttendAll { absent: Vec::new() });
    does(&mut leader, "leder", &GoToItem { item: None });
    let motion = PutMotion {
        item: None,
        mover: None,
        content: crate::domain::meeting::Motion::Text {
            text: "Saken utsettes.".to_owned(),
        },
    };
    does(&mut leader, "leder", &motion);
    let mut story = Story::new(SCREENS, &Route::Meeting, fund);
    // What others write counts from here.
    story.fund.news().expect("news");
    (folder, story, leader)
}

fn open_a_vote(leader: &mut SessionAccess) {
    let question = Question::Motion { motion: 1 };
    does(leader, "leder", &OpenVote { question });
}

#[test]
fn m12_whoever_leaves_the_program_while_people_vote_is_asked_first_whatever_key_it_is() {
    let (_folder, mut story, mut leader) = before_a_vote("leder");
    open_a_vote(&mut leader);
    hears(&mut story);
    for leaves in ["q", "<C-c>", "6q"] {
        story.press(leaves);
        says(
            &story,
            &[
                "Avslutte?",
                "En avstemning er i gang i møte 5/2018, og du har ikke stemt.",
                "A avslutt likevel",
            ],
        );
        // A slip on Enter leaves nothing.
        story.press("<Enter><Esc>");
        assert!(!story.quit, "{leaves}");
    }
    story.press("5fq");
    says(&story, &["Den blir stående åpen"]);
    story.press("A");
    assert!(story.quit);
}

#[test]
fn m9_whoever_is_in_a_meeting_that_goes_on_is_told_so_before_leaving_and_nobody_else() {
    let (_folder, mut story, mut leader) = before_a_vote("oslo");
    story.press("q");
    says(
        &story,
        &["Møte 5/2018 er i gang. Du står fortsatt som til stede."],
    );
    story.press("<Esc>");
    open_a_vote(&mut leader);
    hears(&mut story);
    story.press("q");
    says(&story, &["og du har ikke stemt."]);
    story.press("<Esc>mq");
    says(&story, &["En avstemning er i gang i møte 5/2018. Du står"]);
    story.press("<Esc>:avslutt<Enter>");
    says(&story, &["En avstemning er i gang i møte 5/2018. Du står"]);
    // What is left can be come back to.
    story.press("<Enter>");
    assert!(story.quit);

    let (_folder, mut story, _leader) = before_a_vote("ks");
    assert!(story.press("q").quit, "who has no part in it just leaves");

    let (_folder, mut story, mut leader) = before_a_vote("leder");
    story.press("q");
    says(&story, &["Møte 5/2018 er ikke avsluttet. Det blir"]);
    story.press("<Esc>");
    let reason = "Pause".to_owned();
    does(&mut leader, "leder", &Adjourn { reason });
    hears(&mut story);
    assert!(story.press("q").quit, "nothing goes on in a pause");
}

#[test]
fn m12_the_way_out_of_a_vote_that_was_opened_by_mistake_is_in_sight_until_somebody_has_voted() {
    let (_folder, mut story, mut leader) = before_a_vote("leder");
    open_a_vote(&mut leader);
    hears(&mut story);
    let foot = story.foot(80, 24);
    assert!(foot.contains("B avbryt avstemningen"), "{foot}");
    assert!(foot.contains("e resten for"), "{foot}");
    story.press("l");
    says(&story, &["Ingen stemmer gjelder. Tasten B avbryter avstemningen"]);
    story.press("<Esc>f");
    let foot = story.foot(80, 24);
    assert!(
        foot.contains("l avslutt avstemning") && !foot.contains('B'),
        "{foot}"
    );
    story.press("l");
    assert!(!story.screen(80, 24).contains("Ingen stemmer gjelder."));
}

#[test]
fn m12_a_question_about_a_vote_that_is_over_meanwhile_does_nothing_to_the_next() {
    let (_folder, mut story, mut leader) = before_a_vote("leder");
    for (asks, answers) in [("l", "G"), ("B", "A")] {
        open_a_vote(&mut leader);
        hears(&mut story);
        story.press(asks);
        does(&mut leader, "leder", &CallOffVote { vote: None });
        open_a_vote(&mut leader);
        story.press(answers);
        says(&story, &["✗ Avstemningen du hadde foran deg, er over."]);
        does(&mut leader, "leder", &CallOffVote { vote: None });
        hears(&mut story);
    }
}

#[test]
fn m10_who_goes_out_is_asked_about_and_the_cursor_stays_on_the_person() {
    let (_folder, mut story, _leader) = before_a_vote("leder");
    story.press("s ");
    says(&story, &["Gå ut nå?", "Nestleder leder så lenge."]);
    story.press("<Esc>");
    says(&story, &["Til stede: 11"]);
    // The same key takes it back.
    story.press(" <Enter>");
    says(&story, &["Til stede: 10", "Møteleder: Nestleder"]);
    story.press(" ");
    says(&story, &["Til stede: 11", "Møteleder: Leder"]);
    // By the own key, and how one comes back.
    story.press("<Esc>I");
    says(&story, &["Gå ut nå?", "Protokollen sier når du gikk."]);
    story.press("<Esc>");
    says(&story, &["Du er fortsatt til stede."]);
    story.press("IG");
    says(&story, &["Tasten i melder deg til stede."]);
    let foot = story.foot(80, 24);
    assert!(foot.starts_with(" i meld deg til stede"), "{foot}");
    story.press("i");
    says(&story, &["Møteleder: Leder"]);
}
