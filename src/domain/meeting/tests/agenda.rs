//! Agenda, presence, seats, minutes and written procedure (M4, M6, M9–M12, M16, M18).

use super::*;
use crate::domain::meeting::election::Office;
use crate::domain::meeting::minutes::What;

#[test]
fn m6_an_item_that_is_not_on_the_list_is_taken_up_unless_a_third_or_the_chair_objects() {
    let mut room = Room::open(1..=9);
    let add = |objections: &[u32]| Event::ItemAdded {
        item: 4,
        kind: ItemKind::Free,
        title: "Ny sak".into(),
        internal: false,
        proposed: None,
        number: Some(11),
        objections: objections.iter().map(|seat| handle(*seat)).collect(),
    };
    assert_eq!(room.refused(add(&[3, 4, 5])), "item-objected");
    assert_eq!(room.refused(add(&[1])), "item-objected");
    room.say(add(&[3, 4]));
    assert!(room.meeting.item(4).unwrap().added_later);
}

#[test]
fn m17_minutes_are_on_the_list_of_a_meeting_once() {
    let mut room = Room::planned();
    let minutes = |item| Event::ItemAdded {
        item,
        kind: ItemKind::Minutes {
            meeting: "1/2018".parse().unwrap(),
        },
        title: "1/2018".into(),
        internal: false,
        proposed: None,
        number: None,
        objections: Vec::new(),
    };
    room.say(minutes(1));
    assert_eq!(room.refused(minutes(2)), "item-listed");
}

#[test]
fn m9_a_meeting_goes_through_its_states_in_order_and_a_withdrawn_item_keeps_its_number() {
    let mut room = Room::planned();
    let called = || Event::Called {
        on: date(2018, 5, 2),
        reason: String::new(),
        numbers: [(1, 8)].into(),
        papers: std::collections::BTreeMap::new(),
    };
    assert_eq!(room.refused(Event::Opened { roster: roster() }), "meeting-state");
    assert_eq!(room.refused(called()), "agenda-empty");
    room.add(1).unwrap();
    assert_eq!(room.add(1).unwrap_err().code, "item-listed");
    room.say(called());
    room.say(Event::ItemWithdrawn {
        item: 1,
        reason: "Søkeren ber om det".into(),
    });
    assert_eq!(room.meeting.item(1).unwrap().number, Some(8));
    assert_eq!(room.refused(Event::ItemOpened { item: 1 }), "meeting-state");
    room.say(Event::Cancelled {
        reason: "Ingen saker".into(),
    });
    assert_eq!(room.meeting.state, State::Cancelled);
    let day = date(2018, 5, 15);
    assert!(!notice_is_short(date(2018, 5, 8), day, 7));
    assert!(notice_is_short(date(2018, 5, 9), day, 7));
}

#[test]
fn m10_m12_who_goes_out_loses_the_vote_and_who_comes_in_votes_from_the_next() {
    let mut room = Room::open([1, 2, 3, 5, 6, 7, 8, 9]);
    room.say(Event::ItemOpened { item: 1 });
    let motion = room.put(1, approve(12));
    let vote = room.ask(Question::Motion { motion });
    room.vote(vote, &[1, 2, 3, 5, 6, 7], &[8, 9]);
    room.goes("m9");
    room.comes("m9");
    room.comes("m10");
    room.comes("vara");
    let cast = |who: &str| Event::Cast {
        vote,
        handle: who.into(),
        choice: Choice::For,
    };
    for who in ["m9", "m10", "vara"] {
        assert_eq!(room.refused(cast(who)), "not-entitled", "{who}");
    }
    let tallies = room.close(vote);
    assert_eq!(
        (tallies[0].votes_for.len(), tallies[0].votes_against.len()),
        (6, 1)
    );
    // All who are there when it closes were there, and the substitute has the seat of the one who is away.
    let present = &room.meeting.item(1).unwrap().present;
    assert_eq!(present.len(), 10);
    assert!(present.contains(&"vara".to_owned()));
    let early = Entry {
        at: datetime(2018, 5, 15, 10, 1, 0, 0),
        by: "leder".into(),
        event: Event::WentOut { handle: "m10".into() },
    };
    assert_eq!(
        room.meeting.check(&early).unwrap_err().code,
        "presence-before-vote"
    );
    room.checked();
}

#[test]
fn m11_the_substitute_takes_the_seat_of_who_is_in_conflict() {
    let mut room = Room::open(1..=11);
    room.comes("vara");
    room.say(Event::ItemOpened { item: 1 });
    room.conflict(1, "m4");
    let sits = room
        .meeting
        .seating(Some(1))
        .into_iter()
        .find(|seated| seated.seat == 4);
    assert_eq!(sits.unwrap().handle, "vara");
    let holder = room
        .meeting
        .seating(Some(2))
        .into_iter()
        .find(|seated| seated.seat == 4);
    assert_eq!(holder.unwrap().handle, "m4");
}

#[test]
fn m4_what_the_minutes_must_tell_is_told_before_the_meeting_closes() {
    let mut room = Room::open(1..=8);
    room.say(Event::ItemOpened { item: 1 });
    let motion = room.put(1, approve(12));
    room.conflict(1, "m3");
    room.decides(Question::Motion { motion }, &[1, 2, 4, 5, 6, 7], &[]);
    room.say(Event::ItemOpened { item: 2 });
    let missing =
        |room: &Room| -> Vec<_> { room.meeting.missing().iter().map(|m| (m.what, m.item)).collect() };
    let told = [
        (What::Closed, None),
        (What::Judgement, Some(1)),
        (What::Result, Some(2)),
    ];
    assert_eq!(missing(&room), told);
    let lacking = |items: &[&str]| {
        let called: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
        vec![("count", items.len().into()), ("items", called.into())]
    };
    let refusal = room.step(Event::Closed).unwrap_err();
    assert_eq!(
        (refusal.code, &refusal.args),
        ("conflicts-undecided", &lacking(&["8/18"]))
    );
    // Also of an item that has left the table; a vote that too few take part in decides nothing, and is told.
    let question = Question::Conflict {
        item: 1,
        handle: "m3".into(),
    };
    assert_eq!(room.meeting.undecided_conflict(), Some(question.clone()));
    assert_eq!(room.decides(question, &[1], &[]), VoteResult::NoQuorum);
    let refusal = room.step(Event::Closed).unwrap_err();
    assert_eq!(
        (refusal.code, &refusal.args),
        ("items-without-result", &lacking(&["9/18"]))
    );
    let motion = room.put(2, approve(12));
    room.say(Event::MotionWithdrawn { motion });
    // What was not taken up goes on the next list.
    room.say(Event::Closed);
    assert_eq!(missing(&room), []);
    assert_eq!(room.meeting.item(3).unwrap().state, ItemState::Listed);
    room.say(Event::Finalised {
        sha256: String::new(),
        head: String::new(),
    });
    room.checked();
}

#[test]
fn m10_everybody_who_was_in_an_item_is_told_whether_or_not_it_was_voted_on() {
    let mut room = Room::planned();
    let add = |item, kind| Event::ItemAdded {
        item,
        kind,
        title: "Sak".into(),
        internal: false,
        proposed: None,
        number: None,
        objections: Vec::new(),
    };
    room.say(add(1, ItemKind::Information));
    room.say(add(2, ItemKind::Election));
    room.add(3).unwrap();
    let room = &mut room.called().opened(1..=8);
    room.say(Event::ItemOpened { item: 1 });
    room.goes("m8");
    room.say(Event::ItemOpened { item: 2 });
    let present = |room: &Room, item| room.meeting.item(item).unwrap().present.len();
    assert_eq!(present(room, 1), 7);
    assert_eq!(room.meeting.item(1).unwrap().state, ItemState::Concluded);
    // Who is there when somebody is elected counts, and not who is when the item is left.
    let office = Office::Other {
        item: 2,
        title: "Arbeidsgruppe".into(),
    };
    let everybody: Vec<u32> = (1..=7).collect();
    room.elects(office, "m5", &everybody);
    room.goes("m7");
    room.say(Event::ItemOpened { item: 3 });
    assert_eq!(present(room, 2), 7);
    // A vote on a conflict comes before the treatment.
    room.conflict(3, "m6");
    let question = Question::Conflict {
        item: 3,
        handle: "m6".into(),
    };
    room.vote_on(question, &[1, 2, 3, 4, 5], &[]);
    let motion = room.put(3, approve(1));
    room.say(Event::MotionWithdrawn { motion });
    room.goes("m5");
    room.say(Event::Closed);
    assert_eq!(present(room, 3), 4);
}

#[test]
fn m6_m13_an_item_is_opened_and_taken_out_once_and_nothing_changes_in_one_that_is_concluded() {
    let mut room = Room::open(1..=8);
    room.say(Event::ItemOpened { item: 1 });
    assert_eq!(room.refused(Event::ItemOpened { item: 1 }), "item-on-the-table");
    room.say(Event::TakenOut { item: 2 });
    assert_eq!(room.refused(Event::TakenOut { item: 2 }), "item-is-out");
    let motion = room.put(1, approve(12));
    room.decides(Question::Motion { motion }, &[1, 2, 3, 4, 5, 6], &[]);
    let late = Event::MotionPut {
        item: 1,
        motion: 2,
        mover: "m3".into(),
        content: approve(13),
    };
    assert_eq!(room.refused(late), "item-not-open");
    let changed = Event::ScorecardChanged {
        item: 1,
        handle: "m3".into(),
        reference: Ref::new(2018, 1),
        before: std::collections::BTreeMap::new(),
        after: std::collections::BTreeMap::new(),
    };
    assert_eq!(room.refused(changed), "item-not-open");
    // Taken up again while it is on the table, it is opened anew.
    room.decides(Question::TakeUp { item: 1 }, &[1, 2, 3, 4, 5, 6], &[]);
    room.say(Event::ItemOpened { item: 1 });
}

#[test]
fn m16_a_written_procedure_needs_a_yes_from_every_seat_that_is_held() {
    let start = |motion| Event::WrittenStarted {
        deadline: datetime(2018, 5, 20, 12, 0, 0, 0),
        roster: Roster {
            seats: roster()
                .seats
                .into_iter()
                .map(|seat| Seat {
                    holder: seat.holder.filter(|_| seat.number != 11),
                    ..seat
                })
                .collect(),
            ..roster()
        },
        motion,
    };
    let begin = || {
        let planned = Entry {
            at: datetime(2018, 5, 1, 9, 0, 0, 0),
            by: "leder".into(),
            event: Event::Planned {
                key: "3/2018".parse().unwrap(),
                held_on: date(2018, 5, 15),
                starts: None,
                place: String::new(),
                form: Form::Written,
            },
        };
        let mut room = Room {
            meeting: Meeting::replay([&planned]).unwrap(),
            entries: vec![planned],
            minute: 0,
        };
        room.add(1).unwrap();
        room.say(Event::Called {
            on: date(2018, 5, 15),
            reason: String::new(),
            numbers: [(1, 8)].into(),
            papers: std::collections::BTreeMap::new(),
        });
        assert_eq!(room.refused(start(Motion::ApproveMinutes)), "motion-does-not-fit");
        room.say(start(approve(3)));
        room
    };
    let answer = |seat, agrees_to_procedure| Event::WrittenAnswered {
        handle: handle(seat),
        agrees_to_motion: true,
        agrees_to_procedure,
    };
    let mut room = begin();
    for seat in 1..=9 {
        room.say(answer(seat, true));
    }
    assert_eq!(room.refused(Event::Closed), "written-waits");
    // Nobody meets, and what was sent out is answered.
    for event in [
        Event::Opened { roster: roster() },
        Event::CameIn { handle: "m3".into() },
        Event::ItemOpened { item: 1 },
        Event::TakenOut { item: 1 },
        Event::MotionWithdrawn { motion: 1 },
        Event::VoteOpened {
            vote: 1,
            question: Question::Motion { motion: 1 },
        },
    ] {
        assert_eq!(room.refused(event), "written-nobody-meets");
    }
    let withdrawn = Event::ItemWithdrawn {
        item: 1,
        reason: String::new(),
    };
    assert_eq!(room.refused(withdrawn), "meeting-state");
    assert_eq!(room.refused(answer(11, true)), "not-entitled");
    room.say(answer(10, true));
    room.say(Event::Closed);
    assert_eq!(room.checked().item(1).unwrap().result(), Some(1));
    // One no to the procedure is enough to put it on the next meeting's list.
    let mut room = begin();
    room.say(answer(1, false));
    room.say(Event::Closed);
    let meeting = room.checked();
    assert_eq!(meeting.item(1).unwrap().result(), None);
    assert!(meeting.item(1).unwrap().is_open());
    // Silence at the deadline is a no too.
    let room = begin();
    let deadline = datetime(2018, 5, 20, 12, 0, 0, 0);
    assert_eq!(room.meeting.written_result(deadline), WrittenResult::NotDecided);
}

#[test]
fn m18_a_statement_is_taken_while_its_item_is_open_and_a_correction_when_minutes_are_final() {
    let mut room = Room::open(1..=8);
    room.say(Event::ItemOpened { item: 1 });
    let statement = |item| Event::Statement {
        item,
        handle: "m3".into(),
        text: "Jeg stemte for, men beløpet er for høyt.".into(),
    };
    room.say(statement(1));
    assert_eq!(room.refused(statement(2)), "item-not-on-table");
    let correction = || Event::Corrected {
        concerns: "sak 8/18".into(),
        text: "Beløpet skal være 12,5 mill. kr.".into(),
    };
    assert_eq!(room.refused(correction()), "meeting-state");
    room.say(Event::ItemWithdrawn {
        item: 2,
        reason: "Trukket".into(),
    });
    room.say(Event::ItemWithdrawn {
        item: 3,
        reason: "Trukket".into(),
    });
    room.say(Event::Closed);
    room.say(Event::Finalised {
        sha256: "0".repeat(64),
        head: String::new(),
    });
    room.say(correction());
    let meeting = room.checked();
    assert_eq!(meeting.corrections[0].concerns, "sak 8/18");
    assert_eq!(meeting.minutes().items[0].statements[0].0, "m3");
}
