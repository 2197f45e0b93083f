//! The meeting as it goes on: who is there and what that means for a vote, the agenda, and the item on the table with its
//! conflicts, motions and votes. What is told of a meeting afterwards is in its minutes.

mod item;

pub use item::{office, sections};

use jiff::civil::{Date, Time};

use super::document::Tone;
use super::meetings;
use crate::domain::meeting::conflict::Judgement;
use crate::domain::meeting::{
    Choice, Item, ItemKind, ItemState, Meeting, Motion, MotionId, Question, State, Tally, VoteResult,
};
use crate::i18n::{Phrase, Words, phrase, sentence};

/// The meeting, how far it has come, and when and where it is.
#[must_use]
pub fn title(meeting: &Meeting) -> Phrase {
    let key = match meeting.state {
        State::Planned | State::Called => "agenda-title-on",
        _ => "agenda-title",
    };
    phrase(key)
        .with("meeting", meeting.key.to_string())
        .word("state", meeting.state.key())
        .with("date", meeting.held_on)
}

/// The day and the hour.
#[must_use]
pub fn day(held_on: Date, starts: Option<Time>, words: &Words) -> String {
    let day = words.long_date(held_on);
    match starts {
        Some(starts) => {
            let time = starts.strftime("%H.%M").to_string();
            let at = phrase("agenda-at").with("time", time);
            format!("{day}, {}", at.words(words))
        }
        None => day,
    }
}

/// When and where it is.
#[must_use]
pub fn place(meeting: &Meeting, words: &Words) -> String {
    let place = (!meeting.place.is_empty()).then(|| meeting.place.clone());
    let day = day(meeting.held_on, meeting.starts, words);
    let parts: Vec<String> = [day].into_iter().chain(place).collect();
    parts.join(", ")
}

/// When, where and how it is held.
#[must_use]
pub fn when(meeting: &Meeting, words: &Words) -> String {
    format!("{} ({})", place(meeting, words), words.t(meeting.form.key()))
}

/// M1: how many can vote, of how many seats, and how many have to.
#[must_use]
pub fn quorum(meeting: &Meeting) -> (Phrase, Tone) {
    let seated = meeting.seating(meeting.current).len();
    let quorum = meeting.roster.quorum();
    let enough = seated >= quorum;
    let key = if enough {
        "minutes-can-vote"
    } else {
        "agenda-no-quorum"
    };
    let text = phrase(key)
        .with("able", seated)
        .with("seats", meeting.roster.size())
        .with("quorum", quorum)
        .with("missing", quorum.saturating_sub(seated));
    (text, if enough { Tone::Plain } else { Tone::Warn })
}

/// M3: who chairs, or that nobody can.
#[must_use]
pub fn chair(meeting: &Meeting) -> (Phrase, Tone) {
    match meeting.chair(meeting.current) {
        Some(handle) => (
            phrase("agenda-chair").with("name", meeting.roster.name(handle).to_owned()),
            Tone::Plain,
        ),
        None => (phrase("agenda-no-chair"), Tone::Warn),
    }
}

/// M3: who is going to chair a meeting that is not open.
#[must_use]
pub fn will_chair(meeting: &Meeting) -> Phrase {
    let name = |handle: &Option<String>| {
        handle
            .as_deref()
            .map(|handle| meeting.roster.name(handle).to_owned())
    };
    match (name(&meeting.roster.leader), name(&meeting.roster.deputy)) {
        (Some(leader), Some(deputy)) => phrase("agenda-will-chair")
            .with("leader", leader)
            .with("deputy", deputy),
        (Some(one), None) | (None, Some(one)) => phrase("agenda-will-chair-one").with("name", one),
        (None, None) => phrase("agenda-no-leader"),
    }
}

/// A motion as a clause: what the council is asked to do.
#[must_use]
pub fn motion(content: &Motion) -> Phrase {
    match content {
        Motion::Approve { amount, conditions } if conditions.is_empty() => {
            phrase("agenda-motion-approve").with("amount", *amount)
        }
        Motion::Approve { amount, conditions } => phrase("agenda-motion-approve-if")
            .with("amount", *amount)
            .with("conditions", conditions.as_str()),
        Motion::Postpone => phrase("agenda-motion-postpone"),
        Motion::Decline => phrase("agenda-motion-decline"),
        Motion::WithdrawRecommendation => phrase("motion-withdraw"),
        Motion::ApproveMinutes => phrase("motion-minutes"),
        Motion::Text { text } => Phrase::Name(text.clone()),
    }
}

/// A motion by its number, with what it asks for.
#[must_use]
pub fn numbered(meeting: &Meeting, id: MotionId) -> Phrase {
    let Ok(put) = meeting.motion(id) else {
        return Phrase::Name(String::new());
    };
    let text = match &put.content {
        Motion::Approve { amount, conditions } if conditions.is_empty() => {
            phrase("agenda-numbered-approve").with("amount", *amount)
        }
        Motion::Approve { amount, conditions } => phrase("agenda-numbered-approve-if")
            .with("amount", *amount)
            .with("conditions", conditions.as_str()),
        Motion::Postpone => phrase("agenda-numbered-postpone"),
        Motion::Decline => phrase("agenda-numbered-decline"),
        Motion::WithdrawRecommendation => phrase("agenda-numbered-withdraw"),
        Motion::ApproveMinutes => phrase("agenda-numbered-minutes"),
        Motion::Text { text } => phrase("agenda-numbered-text").with("text", text.as_str()),
    };
    text.with("number", i64::from(id))
}

/// What is voted on.
#[must_use]
pub fn question(meeting: &Meeting, question: &Question) -> Phrase {
    match question {
        Question::Motion { motion } => numbered(meeting, *motion),
        Question::Between { first, second } => phrase("agenda-between")
            .with("first", i64::from(*first))
            .with("second", i64::from(*second)),
        Question::EnBloc { motions } => {
            let items = motions.iter().filter_map(|motion| {
                let item = meeting.item(meeting.motion(*motion).ok()?.item).ok()?;
                Some(item.called(meeting.key.year))
            });
            let items: Vec<String> = items.collect();
            phrase("agenda-en-bloc").with("items", items.join(", "))
        }
        Question::Conflict { handle, .. } => {
            phrase("agenda-whether-conflict").with("name", meeting.roster.name(handle).to_owned())
        }
        Question::TakeUp { item } => {
            let item = meeting.item(*item).map(|item| item.called(meeting.key.year));
            phrase("agenda-whether-again").with("item", item.unwrap_or_default())
        }
    }
}

/// What one's choice in a vote is called: for or against, or which of two motions.
#[must_use]
pub fn choice(question: &Question, choice: Choice, words: &Words) -> String {
    match (question, choice) {
        (Question::Between { first: id, .. }, Choice::For)
        | (Question::Between { second: id, .. }, Choice::Against) => phrase("minutes-motion-number")
            .with("number", i64::from(*id))
            .words(words),
        (_, choice) => words.t(choice.key()),
    }
}

/// The votes cast as they stand.
#[must_use]
pub fn counts(question: &Question, tally: &Tally) -> Phrase {
    let text = match question {
        Question::Between { first, second } => phrase("agenda-counts-between")
            .with("first", i64::from(*first))
            .with("second", i64::from(*second)),
        _ => phrase("agenda-counts"),
    };
    text.with("for", tally.votes_for.len())
        .with("against", tally.votes_against.len())
}

/// What the votes come to, if nobody votes any more.
#[must_use]
pub fn outcome(question: &Question, result: VoteResult) -> (Phrase, Tone) {
    let carried = |id: MotionId| phrase("agenda-carried-one").with("motion", i64::from(id));
    match (question, result) {
        (_, VoteResult::NoQuorum) => (phrase(result.key()), Tone::Warn),
        (Question::Between { first, .. }, VoteResult::Carried) => (carried(*first), Tone::Good),
        (Question::Between { second, .. }, VoteResult::Lost) => (carried(*second), Tone::Good),
        (Question::Conflict { .. }, VoteResult::Carried) => (phrase(Judgement::Upheld.key()), Tone::Strong),
        (Question::Conflict { .. }, VoteResult::Lost) => (phrase(Judgement::Rejected.key()), Tone::Strong),
        (_, VoteResult::Carried) => (phrase(result.key()), Tone::Good),
        (_, VoteResult::Lost) => (phrase(result.key()), Tone::Strong),
    }
}

/// How far an item has come, in two or three words; of a concluded one what was carried.
#[must_use]
pub fn state(meeting: &Meeting, item: &Item) -> (Phrase, Tone) {
    if meeting.current == Some(item.id) && item.is_open() {
        return (phrase("agenda-now"), Tone::Accent);
    }
    let carried = item.result().and_then(|id| meeting.motion(id).ok());
    match (item.state, carried) {
        (ItemState::Listed, _) => (Phrase::Name(String::new()), Tone::Plain),
        (ItemState::Concluded, Some(put)) => (carried_state(&put.content), Tone::Good),
        (ItemState::Concluded, None) if item.kind == ItemKind::Information => {
            (phrase("agenda-informed"), Tone::Plain)
        }
        (state, _) => (phrase(state.key()), Tone::Dim),
    }
}

fn carried_state(content: &Motion) -> Phrase {
    match content {
        Motion::Approve { amount, .. } => phrase("agenda-carried-approve").with("amount", *amount),
        Motion::Postpone => phrase("agenda-carried-postpone"),
        Motion::Decline => phrase("agenda-carried-decline"),
        Motion::WithdrawRecommendation => phrase("agenda-carried-withdraw"),
        Motion::ApproveMinutes => phrase(State::Approved.key()),
        Motion::Text { .. } => phrase(VoteResult::Carried.key()),
    }
}

/// An item as people call it, with its title.
#[must_use]
pub fn named(meeting: &Meeting, item: &Item, words: &Words) -> String {
    let called = meetings::called(meeting.key, item.number, item.id, words);
    sentence(&format!("{called} {}", item.title))
}
