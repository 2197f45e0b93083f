//! Agenda, presence, seats, minutes and written procedure (M4, M6, M9–M12, M16, M18).

use super::*;
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
fn m4_minutes_say_what_is_missing_and_are_refused_for_it() {
    let mut room = Room::open(1..=8);
    room.say(Event::ItemOpened { item: 1 });
    let motion = room.put(1, approve(12));
    room.conflict(1, "m3");
    room.decides(Question::Motion { motion }, &[1, 2, 4, 5, 6, 7], &[]);
    room.say(Event::ItemOpened { item: 2 });
    room.say(Event::Closed);
    let missing: Vec<_> = room.meeting.missing().iter().map(|m| (m.what, m.item)).collect();
    assert_eq!(
        missing,
        [
            (What::Judgement, Some(1)),
            (What::Result, Some(2)),
            (What::Treatment, Some(3)),
        ]
    );
    let finalised = Event::Finalised {
        sha256: String::new(),
        head: String::new(),
    };
    assert_eq!(room.refused(finalised), "minutes-incomplete");
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
