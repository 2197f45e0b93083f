//! Stories of secret elections on the screen (M15): asked for, opened, voted in, closed, called off, and lost.

use std::fs;

use super::following::{another, hears};
use super::{Demo, called, does, item};
use crate::domain::meeting::ItemKind;
use crate::tui::effects::Event;
use crate::tui::fund_access::{FundAccess, SessionAccess};
use crate::tui::route::Route;
use crate::tui::testing::{SCREENS, Story};
use crate::usecases::{AttendAll, Elect, GoToItem, OfficeSought, OpenElection, OpenMeeting};

fn says(story: &Demo, texts: &[&str]) {
    let screen = story.screen(80, 24);
    let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    for text in texts {
        assert!(words.contains(text), "{text} in\n{screen}");
    }
}

/// Everybody is there, an election is on the table, and this person looks at it; the leader is in another session.
fn two(handle: &str) -> (tempfile::TempDir, Demo, SessionAccess) {
    let (folder, fund) = called(handle);
    let mut leader = another(&folder, "leder");
    does(&mut leader, "leder", &OpenMeeting { key: None });
    does(&mut leader, "leder", &AttendAll { absent: Vec::new() });
    let elects = item(ItemKind::Election, "redaktør");
    does(&mut leader, "sekretariat", &elects);
    for _ in 0..5 {
        does(&mut leader, "leder", &GoToItem { item: None });
    }
    let mut story = Story::new(SCREENS, &Route::Meeting, fund);
    // What others write counts from here.
    story.fund.news().expect("news");
    (folder, story, leader)
}

fn opening() -> OpenElection {
    OpenElection {
        office: OfficeSought::Other {
            title: "redaktør".into(),
        },
        candidates: vec!["bergen".into(), "oslo".into()],
        secret: true,
    }
}

#[test]
fn m15_a_secret_election_is_asked_for_opened_voted_in_and_closed_by_keys() {
    let (_folder, mut story, mut other) = two("leder");
    says(&story, &["S be om hemmelig valg"]);
    story.press("S");
    says(&story, &["Fra nå av er valgene i saken hemmelige."]);
    story.press("Bc<Right>");
    // There is no longer a choice.
    says(&story, &["Valget er [hemmelig]"]);
    story.press("<C-s>");
    says(
        &story,
        &["Hemmelig valg i gang", "0 av 11 har stemt", "l avslutt valget"],
    );
    for handle in ["nestleder", "oslo", "bergen", "trondheim", "tromso"] {
        let elect = Elect {
            choice: Some("leder".into()),
            handle: None,
            election: None,
        };
        does(&mut other, handle, &elect);
    }
    hears(&mut story);
    says(&story, &["5 av 11 har stemt; 6 må ha stemt"]);
    for name in ["Oslo", "Bergen", "Har ikke stemt"] {
        assert!(!story.screen(80, 24).contains(name), "{name}");
    }
    story.press("C<Right><C-s>");
    says(&story, &["Du stemmer blankt.", "Stemmen er endelig."]);
    story.press("<Esc><Esc>F").press("C<C-s>");
    says(&story, &["Du stemmer på Leder."]);
    story.press("S");
    says(
        &story,
        &["Stemmen er avgitt og endelig.", "Kvittering: ", "Enter notert"],
    );
    let screen = story.screen(80, 24);
    let receipt = screen
        .split("Kvittering: ")
        .nth(1)
        .and_then(|rest| rest.split_whitespace().next());
    let receipt = receipt.expect("a receipt").to_owned();
    story.press("x<Enter>");
    assert!(!story.screen(80, 24).contains(&receipt));
    says(
        &story,
        &[
            "Du har stemt, og stemmen er endelig.",
            "6 av 11 har stemt",
            "· Kvitteringen vises ikke igjen.",
        ],
    );
    story.press("C");
    says(&story, &["✗ Du har stemt, og stemmen er endelig."]);
    story.press("lg");
    says(
        &story,
        &["✓ Leder er valgt. 6 stemte.", "Leder er valgt.", &receipt],
    );
}

#[test]
fn m15_whoever_conducts_is_asked_before_leaving_and_leaving_calls_it_off() {
    let (_folder, mut story, mut other) = two("leder");
    story.press("c<Right><Tab><Tab><Tab><Right><C-s>q");
    says(
        &story,
        &[
            "Et hemmelig valg ledes fra denne økten.",
            "A avslutt og avbryt valget",
        ],
    );
    story.press("<Esc>");
    assert!(!story.quit);
    // From any other screen too.
    story.press("6qA");
    assert!(story.quit);
    does(&mut other, "leder", &opening());
}

#[test]
fn m15_everybody_is_told_when_the_session_that_conducts_it_is_gone() {
    let (_folder, mut story, mut leader) = two("bergen");
    does(&mut leader, "leder", &opening());
    hears(&mut story);
    says(
        &story,
        &[
            "Tasten C avgir stemmen din i valget.",
            "Din stemme Du har ikke stemt.",
        ],
    );
    story.press("6");
    drop(leader);
    hears(&mut story);
    says(&story, &["Et valg er avbrutt før det var talt opp"]);
    story.press("5");
    says(&story, &["ingen kan lese stemmesedlene. Valget holdes på nytt."]);
}

#[test]
fn m15_a_secret_election_waits_on_the_overview_for_whoever_has_not_voted_and_tells_of_nobody_else() {
    let (_folder, mut story, mut leader) = two("bergen");
    let waits = "venter på stemmen din";
    story.press("1");
    assert!(!story.screen(80, 24).contains(waits));
    does(&mut leader, "leder", &opening());
    hears(&mut story);
    says(&story, &[waits]);
    let before = story.body(80, 24);
    let elect = Elect {
        choice: Some("oslo".into()),
        handle: None,
        election: None,
    };
    does(&mut leader, "oslo", &elect);
    hears(&mut story);
    assert_eq!(story.body(80, 24), before);
    does(&mut leader, "bergen", &elect);
    hears(&mut story);
    assert!(!story.screen(80, 24).contains(waits));
}

#[test]
fn m15_what_somebody_is_about_to_vote_is_in_no_draft() {
    let (folder, mut story, mut leader) = two("bergen");
    does(&mut leader, "leder", &opening());
    hears(&mut story);
    story.press("C<Right>").event(Event::Paused);
    let drafts = folder.path().join("demo.db.drafts");
    let kept = fs::read(drafts).unwrap_or_default();
    let kept = String::from_utf8_lossy(&kept);
    assert!(
        !kept.contains("candidate") && !kept.contains("Stemme i det"),
        "{kept}"
    );
}
