//! Who sits where while people come and go, and while the seats themselves change (M10–M12).

use super::election::Office;
use super::*;

fn present(room: &Room, item: ItemId) -> Vec<&str> {
    let item = room.meeting.item(item).unwrap();
    item.present.iter().map(String::as_str).collect()
}

#[test]
fn m10_present_in_an_item_is_who_had_the_seat_in_its_vote_and_not_the_holder_who_came_during_it() {
    let mut room = Room::open([1, 2, 3, 5, 6, 7]);
    room.comes("vara");
    room.say(Event::ItemOpened { item: 1 });
    let motion = room.put(1, approve(12));
    let vote = room.ask(Question::Motion { motion });
    room.vote(vote, &[1, 2, 3, 5, 6], &[]);
    let handle = "vara".to_owned();
    room.say(Event::Cast {
        vote,
        handle,
        choice: Choice::For,
    });
    room.comes("m4");
    // A seat that nobody had in the vote is that of whoever came to it: in when the vote closes.
    room.comes("m8");
    room.close(vote);
    assert_eq!(
        present(&room, 1),
        ["leder", "nestleder", "m3", "vara", "m5", "m6", "m7", "m8"]
    );
    // From the next item on the holder has the seat.
    room.say(Event::ItemOpened { item: 2 });
    let motion = room.put(2, Motion::Decline);
    room.vote_on(Question::Motion { motion }, &[1, 2, 3, 4, 5, 6], &[]);
    assert_eq!(
        present(&room, 2),
        ["leder", "nestleder", "m3", "m4", "m5", "m6", "m7", "m8"]
    );
    room.checked();
}

#[test]
fn m10_who_had_the_seat_and_went_out_during_the_vote_leaves_it_to_the_holder_who_is_there() {
    let mut room = Room::open([1, 2, 3, 5, 6, 7]);
    room.comes("vara");
    room.say(Event::ItemOpened { item: 1 });
    let motion = room.put(1, approve(12));
    let vote = room.ask(Question::Motion { motion });
    room.vote(vote, &[1, 2, 3, 5, 6, 7], &[]);
    room.comes("m4");
    room.goes("vara");
    room.close(vote);
    assert_eq!(present(&room, 1)[3], "m4");
    room.checked();
}

#[test]
fn m10_present_in_an_election_is_who_had_the_seat_in_it() {
    let mut room = Room::open([1, 2, 3, 5, 6, 7]);
    room.comes("vara");
    room.say(Event::ItemOpened { item: 1 });
    let office = Office::Other {
        item: 1,
        title: "Arbeidsutvalg".into(),
    };
    room.say(Event::ElectionOpened {
        election: 1,
        office,
        candidates: vec!["m3".into()],
        second: false,
        secret: None,
    });
    room.comes("m4");
    let count = room.meeting.open_election().unwrap().counted(11, true, 7);
    room.say(Event::ElectionClosed {
        election: 1,
        count,
        ballots: Vec::new(),
    });
    assert_eq!(present(&room, 1)[3], "vara");
    room.checked();
}

#[test]
fn m11_who_has_no_seat_any_more_is_out_of_the_vote_that_is_open() {
    let mut room = Room::open(1..=7);
    room.say(Event::ItemOpened { item: 1 });
    let motion = room.put(1, approve(12));
    let vote = room.ask(Question::Motion { motion });
    room.vote(vote, &[1, 2, 3, 4, 5], &[6]);
    let mut roster = roster();
    roster.seats[5].holder = None;
    room.say(Event::RosterChanged { roster });
    let cast = Event::Cast {
        vote,
        handle: handle(6),
        choice: Choice::For,
    };
    assert_eq!(room.refused(cast), "not-entitled");
    let tallies = room.close(vote);
    assert_eq!(
        (tallies[0].votes_for.len(), tallies[0].votes_against.len()),
        (5, 0)
    );
    assert_eq!(tallies[0].result(), VoteResult::NoQuorum);
    assert!(!present(&room, 1).contains(&"m6"));
    room.checked();
}

#[test]
fn m11_who_has_no_seat_any_more_is_out_of_the_election_that_is_open() {
    let mut room = Room::open(1..=7);
    room.say(Event::ItemOpened { item: 1 });
    let office = Office::Other {
        item: 1,
        title: "Arbeidsutvalg".into(),
    };
    room.say(Event::ElectionOpened {
        election: 1,
        office,
        candidates: vec!["m3".into()],
        second: false,
        secret: None,
    });
    let elects = |seat| Event::Elected {
        election: 1,
        handle: handle(seat),
        choice: Some("m3".into()),
    };
    room.say(elects(6));
    let mut roster = roster();
    roster.seats[5].holder = None;
    room.say(Event::RosterChanged { roster });
    assert_eq!(room.refused(elects(6)), "not-entitled");
    assert!(!room.meeting.has_voted("m6"));
    room.checked();
}
