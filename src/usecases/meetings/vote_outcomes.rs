//! What is told when a vote is cast, registered or closed, in the words of its question: for or against, which of two motions,
//! or whether somebody is in conflict.

use serde_json::Value as Json;

use super::super::Outcome;
use crate::domain::meeting::conflict::Judgement;
use crate::domain::meeting::{Choice, Meeting, MeetingKey, Question, Tally, VoteId, VoteResult};
use crate::domain::money::Ore;

/// For or against; of two motions, which; of a conflict, whether there is one.
pub(super) fn cast(question: &Question, choice: Choice, held: &Meeting) -> Outcome {
    let meeting = held.key;
    if let Some(motion) = question.side(choice) {
        return Outcome::new("done-vote-cast-motion", meeting).with("motion", i64::from(motion));
    }
    match (question.conflict_of(), choice) {
        (Some(handle), choice) => {
            let key = match choice {
                Choice::For => "done-vote-cast-conflict",
                Choice::Against => "done-vote-cast-no-conflict",
            };
            Outcome::new(key, meeting).with("member", held.roster.name(handle).to_owned())
        }
        (None, choice) => Outcome::new("done-vote-cast", meeting).word("choice", choice.key()),
    }
}

/// How many votes were registered for the room, and how many of them for each side.
pub(super) fn room(question: &Question, meeting: MeetingKey) -> Outcome {
    match question {
        Question::Between { first, second } => Outcome::new("done-vote-room-between", meeting)
            .with("first", i64::from(*first))
            .with("second", i64::from(*second)),
        Question::Conflict { .. } => Outcome::new("done-vote-room-conflict", meeting),
        _ => Outcome::new("done-vote-room", meeting),
    }
}

/// The result, or, of items that were voted on together and came out differently, how many came out how.
pub(super) fn closed(question: &Question, tallies: &[Tally], held: &Meeting, vote: VoteId) -> Outcome {
    let meeting = held.key;
    let count = |result: VoteResult| tallies.iter().filter(|tally| tally.result() == result).count();
    let (carried, lost) = (count(VoteResult::Carried), count(VoteResult::Lost));
    match tallies.first() {
        Some(first) if count(first.result()) == tallies.len() => {
            as_one(question, first.result(), held, above_free(held, vote))
                .with("for", first.votes_for.len())
                .with("against", first.votes_against.len())
                .made("result", first.result().word())
                .made("for", first.votes_for.len())
                .made("against", first.votes_against.len())
        }
        _ => Outcome::new("done-vote-closed-in-parts", meeting)
            .with("carried", carried)
            .with("lost", lost)
            .with("invalid", count(VoteResult::NoQuorum))
            .made("result", Json::Null),
    }
}

/// What came of a vote, in the words of its question.
fn as_one(question: &Question, result: VoteResult, held: &Meeting, above: Option<Ore>) -> Outcome {
    if let Some(motion) = question.preferred(result) {
        return Outcome::new("done-vote-closed-between", held.key).with("motion", i64::from(motion));
    }
    match (question.conflict_of(), Judgement::of(result)) {
        (Some(handle), Some(judgement)) => Outcome::new("done-conflict-decided", held.key)
            .with("name", held.roster.name(handle).to_owned())
            .word("result", judgement.key()),
        _ => match above {
            Some(free) => Outcome::new("done-vote-closed-beyond", held.key).with("free", free),
            None => Outcome::new("done-vote-closed", held.key),
        }
        .word("result", result.key()),
    }
}

/// M14: what was free by the scheme's limit, when a vote has carried more than that.
fn above_free(held: &Meeting, vote: VoteId) -> Option<Ore> {
    let carried = held.items.iter().filter_map(|item| item.carried.last());
    let mut carried = carried.filter(|carried| carried.vote == Some(vote));
    carried.find_map(|carried| carried.free)
}
