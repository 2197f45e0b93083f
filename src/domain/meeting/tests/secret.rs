//! Secret elections (M15).

use std::collections::BTreeMap;

use super::{Room, handle};
use crate::domain::meeting::election::{Count, Office};
use crate::domain::meeting::{Event, Matter, OpenedBallot, State, Void};
use crate::domain::policy::Subject;

const ELECTION: u32 = 1;

fn office() -> Office {
    Office::Other {
        item: 1,
        title: "Redaktør".into(),
    }
}

fn opened(secret: Option<&str>) -> Event {
    Event::ElectionOpened {
        election: ELECTION,
        office: office(),
        candidates: vec!["m3".into(), "m4".into()],
        second: false,
        secret: secret.map(str::to_owned),
    }
}

fn ballot(seat: u32) -> Event {
    Event::BallotCast {
        election: ELECTION,
        handle: handle(seat),
        sealed: format!("sealed-{seat}"),
    }
}

fn asked(handle: &str) -> Event {
    Event::SecrecyAsked {
        item: Some(1),
        handle: handle.into(),
    }
}

/// Seven are there, and the first item is on the table.
fn room() -> Room {
    let mut room = Room::open(1..=7);
    room.say(Event::ItemOpened { item: 1 });
    room
}

/// The count, and the ballots by receipt, when each who can vote and has, voted for the same.
fn counted(room: &Room, choice: &str) -> (Count, Vec<OpenedBallot>) {
    let open = room.meeting.open_election().unwrap();
    let voters = open.sealed().map(|(who, _)| who.to_owned());
    let choices: BTreeMap<_, _> = voters.map(|who| (who, Some(choice.to_owned()))).collect();
    let ballots = (0..choices.len()).map(|number| OpenedBallot {
        receipt: format!("{number:04}"),
        choice: Some(choice.into()),
    });
    let ballots = ballots.collect();
    (open.counted_secretly(choices, 11, true, 7), ballots)
}

#[test]
fn m15_a_secret_ballot_is_final_and_cast_by_nobody_else_and_who_has_voted_is_told_to_none_but_oneself() {
    let mut room = room();
    room.say(opened(Some("key")));
    room.say(ballot(3));
    assert_eq!(room.refused(ballot(3)), "ballot-is-final");
    assert_eq!(room.refused(ballot(8)), "not-entitled");
    let for_the_room = Event::Elected {
        election: ELECTION,
        handle: handle(5),
        choice: None,
    };
    assert_eq!(room.refused(for_the_room), "election-is-secret");
    room.say(ballot(4));
    let told = |viewer: &str| {
        let mut open = room.meeting.open_election().unwrap().clone();
        open.withhold(viewer);
        let voted: Vec<bool> = (1..=7).map(|seat| open.has_voted(&handle(seat))).collect();
        (open.turnout(), voted)
    };
    assert_eq!(told("leder"), ((2, 7), vec![false; 7]));
    let (turnout, voted) = told("m4");
    assert_eq!(turnout, (2, 7));
    assert_eq!(voted.iter().filter(|voted| **voted).count(), 1);
    room.checked();
}

#[test]
fn m15_nobody_is_a_candidate_twice() {
    let mut room = room();
    for secret in [None, Some("key".to_owned())] {
        let twice = Event::ElectionOpened {
            election: ELECTION,
            office: office(),
            candidates: vec!["m3".into(), "m4".into(), "m3".into()],
            second: false,
            secret,
        };
        assert_eq!(room.refused(twice), "candidate-twice");
    }
}

#[test]
fn m10_m15_the_ballot_of_one_who_leaves_is_not_counted_and_the_number_of_votes_does_not_tell_of_it() {
    let mut room = room();
    room.say(opened(Some("key")));
    for seat in 1..=6 {
        room.say(ballot(seat));
    }
    room.goes("m6");
    let open = room.meeting.open_election().unwrap();
    assert_eq!((open.turnout(), open.entitled().count()), ((6, 7), 6));
    let (count, ballots) = counted(&room, "m3");
    assert_eq!((count.cast(), count.is_valid()), (5, false));
    assert!(!count.voted.contains(&"m6".to_owned()) && count.not_voted == ["m7"]);
    room.say(Event::ElectionClosed {
        election: ELECTION,
        count,
        ballots,
    });
    let minutes = room.checked().minutes();
    assert!(minutes.items[0].elections[0].secret);
}

#[test]
fn m15_a_count_is_that_of_its_ballots_which_stand_by_receipt_and_have_each_their_own() {
    let mut room = room();
    room.say(opened(Some("key")));
    for seat in 1..=6 {
        room.say(ballot(seat));
    }
    let (count, ballots) = counted(&room, "m3");
    let mut closes = |ballots: Vec<OpenedBallot>| {
        room.refused(Event::ElectionClosed {
            election: ELECTION,
            count: count.clone(),
            ballots,
        })
    };
    let mut turned = ballots.clone();
    turned.swap(0, 1);
    let mut another = ballots.clone();
    another[0].choice = Some("m4".into());
    let mut twice = ballots.clone();
    twice[1].receipt.clone_from(&ballots[0].receipt);
    for wrong in [turned, another, twice, ballots[1..].to_vec(), Vec::new()] {
        assert_eq!(closes(wrong), "ballots-unreadable");
    }
    room.say(Event::ElectionClosed {
        election: ELECTION,
        count,
        ballots,
    });
    // What was sealed is no longer of use to anybody.
    assert_eq!(room.meeting.elections[0].sealed().count(), 0);
    room.checked();
}

#[test]
fn m15_an_election_is_secret_when_one_who_may_vote_asks_for_it_before_anybody_has_voted() {
    let mut room = room();
    assert_eq!(room.refused(asked("m9")), "not-in-seat");
    room.say(asked("m5"));
    assert_eq!(room.refused(asked("m6")), "secrecy-asked");
    assert_eq!(room.refused(opened(None)), "election-must-be-secret");
    room.say(opened(Some("key")));
    room.say(Event::ElectionVoided {
        election: ELECTION,
        why: Void::CalledOff,
    });
    // M17: the minutes tell of it, without a count.
    let minutes = room.meeting.minutes();
    let [held] = minutes.items[0].elections.as_slice() else {
        panic!("one election")
    };
    assert_eq!(
        (held.void, held.secret, &held.count),
        (Some(Void::CalledOff), true, &None)
    );
    // It is asked for once, also of the elections that follow in the item.
    assert_eq!(room.refused(opened(None)), "election-must-be-secret");
    room.checked();
}

#[test]
fn m15_an_open_election_in_which_nobody_has_voted_is_held_anew_when_one_asks_for_a_secret_one() {
    let vote = Event::Elected {
        election: ELECTION,
        handle: handle(3),
        choice: None,
    };
    let mut late = room();
    late.say(opened(None));
    late.say(vote.clone());
    assert_eq!(late.refused(asked("m5")), "secrecy-too-late");
    let mut room = room();
    room.say(opened(None));
    room.say(asked("m5"));
    let void = room.meeting.void_election().map(|(_, why)| why);
    assert_eq!(void, Some(Void::SecrecyAsked));
    assert_eq!(room.refused(vote), "election-not-open");
    // That it came to nothing makes it no second one.
    assert!(!room.meeting.is_held_again(&office()));
    // It waits for nothing when the meeting is over.
    let mut over = room.meeting.clone();
    over.state = State::Closed;
    assert!(over.void_election().is_none());
    room.checked();
}

#[test]
fn m15_who_opened_a_secret_election_closes_it_also_when_another_has_come_to_chair() {
    let mut room = Room::open(2..=7);
    room.say(Event::ItemOpened { item: 1 });
    let opening = super::Entry {
        by: "nestleder".into(),
        event: opened(Some("key")),
        at: room.entries.last().unwrap().at,
    };
    room.meeting.step(&opening).unwrap();
    room.entries.push(opening);
    room.comes("leder");
    let chairs = |who: &str| match room.meeting.standing(who, Matter::Election(&office())) {
        Subject::Meeting { chairs, .. } => chairs,
        other => panic!("{other:?}"),
    };
    assert!(chairs("nestleder") && chairs("leder") && !chairs("m3"));
}
