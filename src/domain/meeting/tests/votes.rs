//! Votes, conflicts and elections (M1, M2, M3, M5, M13).

use super::*;
use crate::domain::meeting::conflict::Judgement;
use crate::domain::meeting::election::{Count, Office};

#[test]
fn m1_a_vote_with_five_of_eleven_decides_nothing_and_the_motion_is_put_again() {
    let mut room = Room::open(1..=6);
    room.say(Event::ItemOpened { item: 1 });
    let motion = room.put(1, approve(12));
    assert_eq!(
        room.decides(Question::Motion { motion }, &[1, 2, 3, 4, 5], &[]),
        VoteResult::NoQuorum
    );
    assert_eq!(room.meeting.item(1).unwrap().state, ItemState::Treated);
    assert_eq!(
        room.decides(Question::Motion { motion }, &[1, 2, 3, 4, 5, 6], &[]),
        VoteResult::Carried
    );
    assert_eq!(room.checked().item(1).unwrap().result(), Some(motion));
}

#[test]
fn m2_m3_three_to_three_is_decided_by_the_chair_elected_for_the_item() {
    let mut room = Room::open([1, 3, 4, 5, 6, 7, 8]);
    room.say(Event::ItemOpened { item: 1 });
    room.conflict(1, "leder");
    // The deputy is away: nobody chairs the item.
    assert_eq!(room.meeting.chair(Some(1)), None);
    let election = room.meeting.next_vote();
    let office = Office::Chair { item: Some(1) };
    room.say(Event::ElectionOpened {
        election,
        office,
        candidates: vec!["m5".into()],
        second: false,
        secret: None,
    });
    for seat in [3, 4, 5, 6, 7, 8] {
        room.say(Event::Elected {
            election,
            handle: handle(seat),
            choice: Some("m5".into()),
        });
    }
    let count = Count {
        seats: 11,
        entitled: 6,
        votes: [("m5".to_owned(), 6)].into(),
        blank: 0,
        voted: [3, 4, 5, 6, 7, 8].map(handle).into(),
        not_voted: Vec::new(),
        elected: Some("m5".into()),
        lot: None,
        receipts: std::collections::BTreeMap::new(),
    };
    room.say(Event::ElectionClosed { election, count });
    assert_eq!(room.meeting.chair(Some(1)), Some("m5"));
    assert_eq!(room.meeting.chair(None), Some("leder"), "for the item only");
    let motion = room.put(1, approve(12));
    let vote = room.ask(Question::Motion { motion });
    room.vote(vote, &[3, 4], &[6, 7, 8]);
    let tie = |room: &Room| room.meeting.tallies(room.meeting.open_vote().unwrap());
    room.vote(vote, &[5], &[]);
    assert_eq!(tie(&room)[0].result(), VoteResult::Carried, "3–3, and m5 is for");
    room.vote(vote, &[], &[5]);
    room.vote(vote, &[6], &[]);
    assert_eq!(tie(&room)[0].result(), VoteResult::Lost, "3–3, and m5 is against");
    room.vote(vote, &[5], &[6]);
    let tallies = room.close(vote);
    assert_eq!(tallies[0].chair, Some(Choice::For));
    let minutes = room.checked().minutes();
    assert_eq!(minutes.items[0].votes[0].by_the_chair.as_deref(), Some("m5"));
    assert_eq!(minutes.items[0].result, Some(approve(12)));
}

#[test]
fn m2_a_tie_waits_for_the_chair_s_vote() {
    let mut room = Room::open(1..=8);
    room.say(Event::ItemOpened { item: 1 });
    let motion = room.put(1, approve(12));
    let vote = room.ask(Question::Motion { motion });
    room.vote(vote, &[2, 3, 4], &[5, 6, 7]);
    let tallies = room.meeting.tallies(room.meeting.open_vote().unwrap());
    assert_eq!(
        room.refused(Event::VoteClosed { vote, tallies }),
        "tie-waits-for-chair"
    );
    room.vote(vote, &[], &[1]);
    assert_eq!(room.close(vote)[0].result(), VoteResult::Lost);
    assert_eq!(
        room.refused(Event::VoteOpened {
            vote: 9,
            question: Question::Motion { motion }
        }),
        "motion-lost"
    );
}

#[test]
fn m5_those_in_question_do_not_decide_on_each_other_unless_quorum_would_be_lost() {
    let mut room = Room::open(1..=11);
    room.say(Event::ItemOpened { item: 1 });
    for who in ["m3", "m4", "m5"] {
        room.conflict(1, who);
    }
    let item = room.meeting.item(1).unwrap().clone();
    assert_eq!(room.meeting.seating_on_conflict(&item).len(), 8);
    let question = Question::Conflict {
        item: 1,
        handle: "m3".into(),
    };
    assert_eq!(
        room.decides(question, &[1, 2, 6, 7, 8, 9], &[]),
        VoteResult::Carried
    );
    let question = Question::Conflict {
        item: 1,
        handle: "m4".into(),
    };
    assert_eq!(room.decides(question, &[], &[1, 2, 6, 7, 8, 9]), VoteResult::Lost);
    let judged: Vec<_> = room
        .meeting
        .item(1)
        .unwrap()
        .conflicts
        .iter()
        .map(|c| c.judgement)
        .collect();
    assert_eq!(
        judged,
        [Judgement::Upheld, Judgement::Rejected, Judgement::Raised]
    );
    // Seven in question leave four of the six that are needed: then all who are there decide.
    room.say(Event::ItemOpened { item: 2 });
    for seat in 3..=9 {
        room.conflict(2, &handle(seat));
    }
    let item = room.meeting.item(2).unwrap().clone();
    assert_eq!(room.meeting.seating(Some(2)).len(), 4);
    assert_eq!(room.meeting.seating_on_conflict(&item).len(), 11);
    let question = Question::Conflict {
        item: 2,
        handle: "m3".into(),
    };
    let all: Vec<u32> = (1..=11).collect();
    let vote = room.ask(question);
    room.vote(vote, &all, &[]);
    let tallies = room.close(vote);
    assert_eq!((tallies[0].entitled.len(), tallies[0].cast()), (11, 11));
    room.checked();
}

#[test]
fn m13_several_items_are_voted_on_together_each_with_its_own_result() {
    let mut room = Room::open(1..=9);
    let mut motions = Vec::new();
    for item in 1..=3 {
        room.say(Event::ItemOpened { item });
        motions.push(room.put(item, approve(i64::from(item))));
    }
    room.conflict(2, "m3");
    room.say(Event::TakenOut { item: 3 });
    assert_eq!(room.meeting.en_bloc(), motions[..2]);
    let all = Question::EnBloc {
        motions: motions.clone(),
    };
    assert_eq!(
        room.refused(Event::VoteOpened {
            vote: 1,
            question: all
        }),
        "not-en-bloc"
    );
    let vote = room.ask(Question::EnBloc {
        motions: motions[..2].to_vec(),
    });
    room.vote(vote, &[1, 2, 3, 4, 5, 6, 7, 8, 9], &[]);
    let tallies = room.close(vote);
    assert_eq!((tallies[0].cast(), tallies[1].cast()), (9, 8));
    assert_eq!(room.meeting.item(2).unwrap().result(), Some(motions[1]));
    assert_eq!(room.meeting.item(3).unwrap().result(), None);
    // Taken up again in the same meeting: the earlier result is kept, the last holds.
    assert_eq!(
        room.decides(Question::TakeUp { item: 1 }, &[1, 2, 3, 4, 5, 6], &[]),
        VoteResult::Carried
    );
    room.say(Event::ItemOpened { item: 1 });
    let lower = room.put(1, approve(50));
    assert_eq!(
        room.decides(Question::Motion { motion: lower }, &[1, 2, 3, 4, 5, 6], &[]),
        VoteResult::Carried
    );
    let meeting = room.checked();
    let item = meeting.item(1).unwrap();
    assert_eq!(item.carried.len(), 2);
    assert_eq!(item.result(), Some(lower));
}

#[test]
fn m13_two_motions_against_each_other_and_a_trial_that_binds_nothing() {
    let mut room = Room::open(1..=9);
    room.say(Event::ItemOpened { item: 1 });
    let (first, second) = (room.put(1, approve(12)), room.put(1, approve(9)));
    room.say(Event::TrialVote {
        item: 1,
        motion: first,
        votes_for: 5,
        votes_against: 4,
    });
    assert_eq!(
        room.refused(Event::TrialVote {
            item: 1,
            motion: first,
            votes_for: 9,
            votes_against: 1
        }),
        "trial-vote-too-many"
    );
    room.decides(Question::Between { first, second }, &[1, 2, 3], &[4, 5, 6, 7]);
    assert!(room.meeting.is_lost(first));
    let meeting = room.checked();
    assert_eq!(meeting.item(1).unwrap().result(), Some(second));
    assert_eq!(
        meeting.minutes().items[0].votes.len(),
        1,
        "a trial is in no minutes"
    );
}
