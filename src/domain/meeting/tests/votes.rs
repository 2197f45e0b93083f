//! Votes, conflicts and elections (M1, M2, M3, M5, M13).

use super::*;
use crate::domain::meeting::conflict::Judgement;
use crate::domain::meeting::election::Office;
use crate::domain::policy::{Subject, Unseated};

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
    let office = Office::Chair { item: Some(1) };
    let six: Vec<_> = [3, 4, 5, 6, 7, 8].map(|seat| (seat, Some("m5"))).into();
    let count = room.ballots(office, vec!["m5".into()], &six, true);
    assert_eq!((count.entitled, count.elected.as_deref()), (6, Some("m5")));
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
    // Who chairs later changes nothing of it.
    room.goes("m5");
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

#[test]
fn m13_a_motion_is_not_withdrawn_while_it_is_tried_and_a_file_in_which_it_was_is_not_stuck() {
    let mut room = Room::open(1..=9);
    room.say(Event::ItemOpened { item: 1 });
    let (tried, other) = (room.put(1, approve(12)), room.put(1, approve(9)));
    room.say(Event::TrialOpened { motion: tried });
    assert_eq!(
        room.refused(Event::MotionWithdrawn { motion: tried }),
        "trial-open"
    );
    let mut stuck = room.meeting.clone();
    let withdrawn = Entry {
        event: Event::MotionWithdrawn { motion: tried },
        ..room.entries.last().unwrap().clone()
    };
    stuck.apply(&withdrawn);
    assert_eq!(stuck.trial, None);
    // Another may be.
    room.say(Event::MotionWithdrawn { motion: other });
    room.say(Event::TrialVote {
        item: 1,
        motion: tried,
        votes_for: 5,
        votes_against: 4,
    });
    room.say(Event::MotionWithdrawn { motion: tried });
    assert_eq!(room.checked().trial, None);
}

#[test]
fn m3_who_leads_chairs_from_a_seat_and_the_first_of_them_who_is_there() {
    let mut room = Room::open(2..=8);
    assert_eq!(room.meeting.chair(None), Some("nestleder"));
    // A leader who comes takes over; one without a seat doesn't.
    room.comes("leder");
    assert_eq!(room.meeting.chair(None), Some("leder"));
    let mut without = roster();
    without.leader = Some("utenfor".into());
    room.say(Event::RosterChanged { roster: without });
    room.comes("utenfor");
    assert_eq!(room.meeting.chair(None), Some("nestleder"));
    room.say(Event::Adjourned {
        reason: String::new(),
    });
    for who in ["leder", "nestleder"] {
        room.goes(who);
    }
    // The deputy comes back and goes on; where nobody who can chair comes, the secretariat goes on without (M3).
    let chairs = |who: &str| match room.meeting.standing(who, Matter::Beginning) {
        Subject::Meeting {
            chairs, leaderless, ..
        } => (chairs, leaderless),
        _ => unreachable!(),
    };
    assert_eq!(chairs("nestleder"), (true, false));
    assert_eq!(chairs("sekretariat"), (false, true));
    assert_eq!(chairs("utenfor"), (false, true));
}

#[test]
fn m11_who_has_no_seat_is_told_why() {
    let mut room = Room::open([1, 2, 3, 4, 5, 6]);
    room.comes("vara");
    room.say(Event::ItemOpened { item: 1 });
    room.conflict(1, "m3");
    let seat = |room: &Room, who: &str, matter: Matter| match room.meeting.standing(who, matter) {
        Subject::Meeting { seat, .. } => seat,
        _ => unreachable!(),
    };
    let at_table = |who: &str| seat(&room, who, Matter::Table);
    assert_eq!(at_table("m5"), Ok(()));
    assert_eq!(at_table("m3"), Err(Unseated::InQuestion));
    assert_eq!(at_table("m7"), Err(Unseated::Away));
    assert_eq!(at_table("vara"), Err(Unseated::Taken));
    assert_eq!(at_table("observatør"), Err(Unseated::Nowhere));
    assert_eq!(seat(&room, "m3", Matter::Meeting), Ok(()));
    assert_eq!(seat(&room, "m7", Matter::Oneself), Ok(()));
    let motion = room.put(1, approve(12));
    room.ask(Question::Motion { motion });
    room.comes("m7");
    let vote = room.meeting.open_vote().unwrap();
    assert_eq!(seat(&room, "m7", Matter::Vote(vote)), Err(Unseated::Since));
    assert_eq!(seat(&room, "m3", Matter::Vote(vote)), Err(Unseated::InQuestion));
}

#[test]
fn m5_nobody_chairs_the_vote_on_the_own_conflict() {
    let mut room = Room::open([1, 2, 3, 4, 5, 6, 7]);
    room.say(Event::ItemOpened { item: 1 });
    let question = |who: &str| Question::Conflict {
        item: 1,
        handle: who.into(),
    };
    room.conflict(1, "leder");
    assert_eq!(room.meeting.chair_of(&question("leder")), Some("nestleder"));
    // All decide where too few are out of question, and each of the two who lead chairs the vote on the other.
    room.conflict(1, "nestleder");
    assert_eq!(room.meeting.chair_of(&question("leder")), Some("nestleder"));
    assert_eq!(room.meeting.chair_of(&question("nestleder")), Some("leder"));
    let all: Vec<u32> = (1..=7).collect();
    let vote = room.ask(question("leder"));
    // Nor is anybody elected to.
    let able = room.meeting.can_be_elected_to_chair(Some(1));
    assert_eq!(able, ["nestleder", "m3", "m4", "m5", "m6", "m7"]);
    room.vote(vote, &all[1..4], &all[4..]);
    let late = Event::ConflictRaised {
        item: 1,
        handle: "m3".into(),
        raised_by: "m3".into(),
        ground: ground(ConflictKind::Judged),
    };
    assert_eq!(room.refused(late.clone()), "vote-open");
    assert_eq!(
        room.close(vote)[0].result(),
        VoteResult::Carried,
        "three for, three against, and the deputy for"
    );
    room.say(late);
    // With the leader out and the deputy in question, somebody is elected to chair.
    assert_eq!(room.meeting.chair_of(&question("nestleder")), None);
    room.elects(Office::Chair { item: Some(1) }, "m4", &all[1..]);
    assert_eq!(room.meeting.chair_of(&question("nestleder")), Some("m4"));
    room.checked();
}

#[test]
fn m15_blank_votes_count_by_the_parameter_and_a_vote_of_too_few_is_none() {
    let mut room = Room::open(1..=8);
    room.say(Event::ItemOpened { item: 1 });
    let office = || Office::Other {
        item: 1,
        title: "Leder av gruppen".into(),
    };
    let names = || vec!["m3".to_owned(), "m4".to_owned()];
    let (a, b) = (Some("m3"), Some("m4"));
    let split = [(1, a), (2, a), (3, a), (4, b), (5, b), (6, None)];
    // Without the blank vote five have voted, and six are needed.
    let count = room.ballots(office(), names(), &split, false);
    assert_eq!((count.cast(), count.is_valid(), count.elected), (5, false, None));
    // With it six, of which three are not more than half.
    let count = room.ballots(office(), names(), &split, true);
    assert_eq!((count.cast(), count.is_valid(), count.elected), (6, true, None));
    // The second time most votes wins, and still does after a vote of too few.
    assert!(!room.ballots(office(), names(), &split[..4], true).is_valid());
    assert!(room.meeting.is_held_again(&office()));
    let count = room.ballots(office(), names(), &split, true);
    assert_eq!(count.elected.as_deref(), a);
    assert!(!room.meeting.is_held_again(&office()));
    room.checked();
}

#[test]
fn m12_who_is_found_to_be_in_conflict_while_an_election_is_open_has_no_vote_in_it() {
    let mut room = Room::open(1..=8);
    room.say(Event::ItemOpened { item: 1 });
    room.say(Event::ElectionOpened {
        election: 1,
        office: Office::Other {
            item: 1,
            title: "Leder av gruppen".into(),
        },
        candidates: vec!["m3".into()],
        second: false,
        secret: None,
    });
    let cast = |seat| Event::Elected {
        election: 1,
        handle: handle(seat),
        choice: Some("m3".into()),
    };
    for seat in 3..=8 {
        room.say(cast(seat));
    }
    room.conflict(1, "m8");
    assert_eq!(room.refused(cast(8)), "not-entitled");
    let count = room.meeting.open_election().unwrap().counted(11, true, 7);
    assert_eq!((count.entitled, count.cast(), count.is_valid()), (7, 5, false));
}
