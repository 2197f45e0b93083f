//! A meeting as machines read it while it goes on: its items as the minutes tell them, who sits, and what is voted on. Nobody's
//! choice is told before a vote is closed.

use serde_json::{Value as Json, json};

use super::minutes_record;
use crate::domain::meeting::election::Election;
use crate::domain::meeting::{ItemId, Meeting, Question, Vote};
use crate::present::Record;
use crate::present::meetings::COLUMNS;

/// The fields of the list, and what the page tells.
pub(super) fn of(meeting: &Meeting) -> Json {
    let mut record = json!(Record::of(COLUMNS, meeting));
    let number = |item: ItemId| meeting.item(item).ok()?.number;
    let items = meeting.minutes().items;
    record["starts"] = json!(meeting.starts);
    record["place"] = json!(meeting.place);
    record["notice_on"] = json!(meeting.notice.as_ref().map(|notice| notice.on));
    record["seats"] = json!(meeting.roster.size());
    record["quorum"] = json!(meeting.roster.quorum());
    record["on_table"] = json!(meeting.current.and_then(number));
    record["item_chair"] = json!(meeting.current.and_then(|item| meeting.chair(Some(item))));
    record["seated"] = json!(meeting.seating(meeting.current));
    record["vote"] = json!(meeting.open_vote().map(|open| vote(meeting, open)));
    record["election"] = json!(meeting.open_election().map(election));
    record["void_election"] = json!(
        meeting
            .void_election()
            .map(|(held, why)| { json!({ "election": held.id, "office": held.office, "why": why }) })
    );
    record["ballots"] = meeting.elections.iter().flat_map(ballots).collect();
    record["items"] = items.iter().map(minutes_record::item).collect();
    record
}

fn vote(meeting: &Meeting, vote: &Vote) -> Json {
    let items = meeting.items_of(&vote.question);
    let numbers: Vec<Option<u32>> = items
        .into_iter()
        .filter_map(|item| Some(meeting.item(item).ok()?.number))
        .collect();
    json!({
        "vote": vote.id,
        "items": numbers,
        "motions": vote.question.motions(),
        "conflict_of": vote.question.conflict_of(),
        "take_up": matches!(vote.question, Question::TakeUp { .. }),
        "cast": meeting.standing_votes(),
        "not_voted": meeting.not_voted(vote),
    })
}

fn election(held: &Election) -> Json {
    let waiting: Vec<&String> = held.awaited().map(|seated| &seated.handle).collect();
    let (cast, entitled) = held.turnout();
    json!({
        "election": held.id,
        "office": held.office,
        "candidates": held.candidates,
        "second": held.second,
        "secret": held.secret.is_some(),
        "conductor": held.secret.as_ref().map(|secret| &secret.conductor),
        "entitled": entitled,
        "cast": cast,
        // M15: of a secret one nobody is told who.
        "not_voted": held.secret.is_none().then_some(waiting),
    })
}

/// M15: the ballots of a secret election that is closed.
fn ballots(held: &Election) -> impl Iterator<Item = Json> + '_ {
    held.ballots.iter().map(|ballot| {
        json!({
            "election": held.id,
            "office": held.office,
            "receipt": ballot.receipt,
            "choice": ballot.choice,
        })
    })
}
