//! Written procedure (M16): it is not sent out where it can't be decided.

use super::*;

fn planned() -> Room {
    let planned = Entry {
        at: datetime(2018, 5, 1, 9, 0, 0, 0),
        by: "sekretariat".into(),
        event: Event::Planned {
            key: "2/2018".parse().unwrap(),
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
    let mut room = room.called();
    room.meeting.roster = roster();
    room
}

fn sent(roster: Roster) -> Event {
    Event::WrittenStarted {
        deadline: datetime(2018, 5, 19, 12, 0, 0, 0),
        roster,
        motion: approve(12),
    }
}

#[test]
fn m16_it_is_not_sent_out_where_nobody_can_answer_for_a_seat() {
    let mut room = planned();
    room.conflict(1, "m3");
    let refusal = room.step(sent(roster())).unwrap_err();
    assert_eq!(
        (refusal.code, refusal.rule),
        ("written-unanswerable", Some("M16"))
    );
    assert_eq!(refusal.args[0].1, vec!["m3".to_owned()].into());
    // A substitute answers for one in conflict.
    let mut with_substitute = roster();
    with_substitute.seats[2].substitutes = vec!["vara".into()];
    room.meeting.roster = with_substitute.clone();
    room.say(sent(with_substitute));
    assert_eq!(
        room.meeting.written_result(datetime(2018, 5, 15, 12, 0, 0, 0)),
        WrittenResult::Waiting
    );
}

#[test]
fn m16_it_is_not_sent_out_where_too_few_seats_have_a_holder() {
    let mut room = planned();
    let mut few = roster();
    for seat in few.seats.iter_mut().skip(5) {
        seat.holder = None;
    }
    room.meeting.roster = few.clone();
    assert_eq!(room.refused(sent(few)), "written-too-few");
}

#[test]
fn m16_minutes_tell_that_nobody_could_answer_for_a_seat() {
    let mut room = planned();
    room.say(sent(roster()));
    room.conflict(1, "m3");
    room.say(Event::Closed);
    let written = room.meeting.minutes().written.unwrap();
    assert!(!written.decided);
    assert_eq!(
        written.undecidable,
        Some(Undecidable::Unanswerable(vec!["m3".into()]))
    );
    // One who says no is no reason of this kind.
    let mut room = planned();
    room.say(sent(roster()));
    room.say(Event::WrittenAnswered {
        handle: handle(3),
        agrees_to_motion: false,
        agrees_to_procedure: true,
    });
    room.say(Event::Closed);
    assert!(room.meeting.minutes().written.unwrap().undecidable.is_none());
}

#[test]
fn m4_m16_an_answer_and_the_ending_are_not_dated_before_it_was_sent_out() {
    let mut room = planned();
    room.say(sent(roster()));
    let day_before = datetime(2018, 5, 14, 12, 0, 0, 0);
    let answer = Event::WrittenAnswered {
        handle: handle(3),
        agrees_to_motion: false,
        agrees_to_procedure: true,
    };
    for event in [answer.clone(), Event::Closed] {
        assert_eq!(
            room.step_at(day_before, event).unwrap_err().code,
            "meeting-day-passed"
        );
    }
    room.say(answer);
    room.say(Event::Closed);
    room.checked();
}
