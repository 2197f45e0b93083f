//! Who decides a tie when whoever chaired has gone while a vote is open (M2, M3).

use super::{Room, approve};
use crate::domain::meeting::election::Office;
use crate::domain::meeting::{Event, Question};

#[test]
fn m3_a_vote_whose_chair_has_gone_is_closed_by_one_elected_while_it_is_open() {
    let mut room = Room::open([1, 3, 4, 5, 6, 7, 8]);
    room.say(Event::ItemOpened { item: 1 });
    let motion = room.put(1, approve(12));
    let vote = room.ask(Question::Motion { motion });
    room.vote(vote, &[3, 4, 5], &[6, 7, 8]);
    room.goes("leder");
    let waits = room.meeting.tallies(room.meeting.open_vote().unwrap());
    assert!(waits[0].waits_for_the_chair());
    assert_eq!(room.meeting.office_without_holder(), Office::Chair { item: None });
    let count = room.elects(Office::Chair { item: None }, "m3", &[3, 4, 5, 6, 7, 8]);
    assert_eq!(count.elected.as_deref(), Some("m3"));
    let tallies = room.close(vote);
    assert_eq!(tallies[0].decided_by.as_deref(), Some("m3"));
    assert_eq!(room.checked().item(1).unwrap().result(), Some(motion));
}

#[test]
fn m2_m3_a_tie_that_nobody_who_chairs_was_there_for_is_decided_by_one_elected_while_the_vote_is_open() {
    let mut room = Room::open([1, 3, 4, 5, 6, 7, 8]);
    room.say(Event::ItemOpened { item: 1 });
    let motion = room.put(1, approve(12));
    let vote = room.ask(Question::Motion { motion });
    room.vote(vote, &[3, 4, 5], &[6, 7, 8]);
    let of_item = Office::Chair { item: Some(1) };
    let opening = |candidate: &str| Event::ElectionOpened {
        election: 2,
        office: Office::Chair { item: Some(1) },
        candidates: vec![candidate.into()],
        second: false,
        secret: None,
    };
    // The leader is there, and has only to vote.
    assert_eq!(room.refused(opening("m3")), "chair-not-needed");
    room.goes("leder");
    // The deputy chairs from now on, but hasn't been there since the vote opened.
    room.comes("nestleder");
    assert_eq!(room.meeting.chair(Some(1)), Some("nestleder"));
    let open = room.meeting.open_vote().unwrap();
    assert_eq!(room.meeting.chair_of_vote(open, 1), None);
    assert!(room.meeting.tallies(open)[0].waits_for_the_chair());
    assert_eq!(room.meeting.office_without_holder(), of_item);
    assert_eq!(room.refused(opening("nestleder")), "candidate-not-seated");
    let count = room.elects(of_item, "m6", &[2, 3, 4, 5, 6, 7]);
    assert_eq!(count.elected.as_deref(), Some("m6"));
    let tallies = room.close(vote);
    assert_eq!(tallies[0].decided_by.as_deref(), Some("m6"));
    assert_eq!(room.checked().item(1).unwrap().result(), None);
}

#[test]
fn m4_candidates_of_one_name_are_told_apart_in_the_minutes() {
    let mut room = Room::open(1..=8);
    room.say(Event::ItemOpened { item: 1 });
    let office = Office::Other {
        item: 1,
        title: "Leder av gruppen".into(),
    };
    let candidates = ["m3", "m4", "m5"].map(str::to_owned).to_vec();
    let ballots: Vec<(u32, Option<&str>)> = [
        (1, "m3"),
        (2, "m3"),
        (3, "m3"),
        (4, "m3"),
        (5, "m3"),
        (6, "m4"),
        (7, "m5"),
    ]
    .map(|(seat, who)| (seat, Some(who)))
    .to_vec();
    room.ballots(office, candidates, &ballots, true);
    for (who, name) in [("m3", "Kari Vik"), ("m4", "Kari Vik"), ("m5", "Ola Berg")] {
        room.meeting.roster.names.insert(who.into(), name.into());
    }
    let minutes = room.meeting.minutes();
    let held = &minutes.items[0].elections[0];
    let votes: Vec<(&str, usize)> = held
        .count
        .as_ref()
        .unwrap()
        .votes
        .iter()
        .map(|(name, votes)| (name.as_str(), *votes))
        .collect();
    assert_eq!(
        votes,
        [("Kari Vik (m3)", 5), ("Kari Vik (m4)", 1), ("Ola Berg", 1)]
    );
    assert_eq!(held.elected.as_deref(), Some("Kari Vik (m3)"));
}
