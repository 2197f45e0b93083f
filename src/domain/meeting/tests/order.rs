//! Nothing in a meeting is dated before what precedes it (M4, M9).

use super::*;

#[test]
fn m4_nothing_is_dated_on_a_day_before_that_of_the_entry_before_it() {
    let mut room = Room::open(1..=7);
    room.say(Event::ItemOpened { item: 1 });
    let motion = room.put(1, Motion::Decline);
    let question = Question::Motion { motion };
    let vote = Event::VoteOpened { vote: 1, question };
    let day_before = datetime(2018, 5, 14, 23, 59, 0, 0);
    for event in [
        vote.clone(),
        Event::WentOut { handle: handle(7) },
        Event::CameIn { handle: handle(8) },
        Event::Adjourned {
            reason: String::new(),
        },
        Event::RosterChanged { roster: roster() },
        Event::Closed,
    ] {
        let refusal = room.step_at(day_before, event.clone()).unwrap_err();
        assert_eq!(
            (refusal.code, refusal.rule),
            ("meeting-day-passed", Some("M4")),
            "{event:?}"
        );
    }
    // Past midnight the meeting goes on, and what is told of it then is of that day.
    let next_day = datetime(2018, 5, 16, 0, 10, 0, 0);
    room.step_at(next_day, vote).unwrap();
    assert_eq!(
        room.refused(Event::VoteCalledOff { vote: 1 }),
        "meeting-day-passed"
    );
    let called_off = Event::VoteCalledOff { vote: 1 };
    room.step_at(next_day, called_off).unwrap();
    room.checked();
}

#[test]
fn m4_minutes_their_approval_and_corrections_are_not_dated_before_the_meeting_closed() {
    let mut room = Room::open(1..=7);
    let closed = datetime(2018, 5, 16, 0, 10, 0, 0);
    room.step_at(closed, Event::Closed).unwrap();
    let at = |day| datetime(2018, 5, day, 12, 0, 0, 0);
    let finalised = Event::Finalised {
        sha256: String::new(),
        head: String::new(),
    };
    let approved = Event::Approved {
        meeting: "3/2018".parse().unwrap(),
        item: 1,
    };
    let corrected = Event::Corrected {
        concerns: "1/18".into(),
        text: "Rettelse".into(),
    };
    // The minutes are made final long after, and approved by a meeting that was held soon after.
    let long_after = datetime(2026, 11, 28, 12, 0, 0, 0);
    for (when, event) in [(long_after, finalised), (at(18), approved), (at(17), corrected)] {
        let refused = room.step_at(at(15), event.clone()).unwrap_err();
        assert_eq!(refused.code, "meeting-day-passed", "{event:?}");
        room.step_at(when, event).unwrap();
    }
    room.checked();
}

#[test]
fn m9_a_meeting_that_was_not_opened_on_its_day_can_only_be_cancelled() {
    let mut room = Room::planned();
    let next_day = datetime(2018, 5, 16, 12, 0, 0, 0);
    let withdrawn = Event::ItemWithdrawn {
        item: 1,
        reason: "Feil".into(),
    };
    let refusal = room.step_at(next_day, withdrawn.clone()).unwrap_err();
    assert_eq!((refusal.code, refusal.rule), ("meeting-day-over", Some("M9")));
    let cancelled = Event::Cancelled {
        reason: "Ingen kom".into(),
    };
    room.step_at(next_day, cancelled).unwrap();
    room.checked();
}

#[test]
fn m4_a_clock_that_is_set_back_a_second_stops_nobody() {
    let mut room = Room::open(1..=7);
    let at = datetime(2018, 5, 15, 12, 0, 1, 0);
    room.step_at(at, Event::ItemOpened { item: 1 }).unwrap();
    let earlier = datetime(2018, 5, 15, 12, 0, 0, 0);
    // What is told without a time of its own is told no earlier than what precedes it.
    assert_eq!(room.meeting.no_earlier(earlier), at);
    room.step_at(earlier, Event::ItemOpened { item: 2 }).unwrap();
    assert_eq!(room.meeting.no_earlier(earlier), at);
    let other_day = datetime(2018, 5, 14, 12, 0, 0, 0);
    assert_eq!(room.meeting.no_earlier(other_day), other_day);
    room.checked();
}
