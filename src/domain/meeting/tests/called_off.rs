//! A vote that was opened by mistake (M12).

use super::*;
use crate::domain::meeting::minutes::What;

#[test]
fn m12_a_vote_opened_by_mistake_is_called_off_while_nobody_has_voted_and_the_minutes_tell_it() {
    let mut room = Room::open(1..=9);
    room.say(Event::ItemOpened { item: 1 });
    let motion = room.put(1, approve(12));
    let question = Question::Motion { motion };
    room.say(Event::VoteOpened {
        vote: 1,
        question: question.clone(),
    });
    let cast = |choice| Event::Cast {
        vote: 1,
        handle: handle(3),
        choice,
    };
    room.say(cast(Choice::Against));
    assert_eq!(room.refused(Event::VoteCalledOff { vote: 1 }), "vote-was-cast");
    // M10: with the voter the vote is gone.
    room.goes(&handle(3));
    room.say(Event::VoteCalledOff { vote: 1 });
    assert_eq!(room.refused(cast(Choice::For)), "vote-not-open");
    assert_eq!(room.refused(Event::VoteCalledOff { vote: 1 }), "vote-not-open");
    // It is no result, and no end of the item (M4).
    assert!(!room.meeting.is_lost(motion));
    assert_eq!(
        room.meeting.hinders_closing().map(|(what, _)| what),
        Some(What::Result)
    );
    room.decides(question, &[1, 2, 4, 5, 6, 7], &[]);
    let meeting = room.checked();
    assert_eq!(meeting.item(1).unwrap().result(), Some(motion));
    let minutes = meeting.minutes();
    let told = minutes.items[0].votes.iter();
    let told: Vec<_> = told
        .map(|vote| (vote.called_off, vote.entitled, vote.carried))
        .collect();
    assert_eq!(told, [(true, 8, false), (false, 8, true)]);
}

#[test]
fn m12_of_a_vote_called_off_the_entitled_are_those_who_were_not_in_conflict_then() {
    let mut room = Room::open(1..=9);
    room.say(Event::ItemOpened { item: 1 });
    let motion = room.put(1, approve(12));
    let vote = room.ask(Question::Motion { motion });
    room.conflict(1, &handle(3));
    room.goes(&handle(5));
    room.say(Event::VoteCalledOff { vote });
    let entitled = |room: &Room| room.meeting.minutes().items[0].votes[0].entitled;
    assert_eq!(entitled(&room), 7);
    // What the body decides of the conflict later does not change it.
    let question = Question::Conflict {
        item: 1,
        handle: handle(3),
    };
    assert_eq!(room.decides(question, &[], &[1, 2, 4, 6, 7, 8]), VoteResult::Lost);
    assert_eq!(entitled(&room), 7);
    room.checked();
}

#[test]
fn m12_a_vote_of_somebody_who_is_in_conflict_by_now_stands_no_more_and_hinders_no_calling_off() {
    let mut room = Room::open(1..=9);
    room.say(Event::ItemOpened { item: 1 });
    let motion = room.put(1, approve(12));
    let vote = room.ask(Question::Motion { motion });
    room.vote(vote, &[], &[3]);
    assert_eq!(room.meeting.standing_votes(), 1);
    room.conflict(1, &handle(3));
    assert_eq!(room.meeting.standing_votes(), 0);
    room.say(Event::VoteCalledOff { vote });
    room.checked();
}
