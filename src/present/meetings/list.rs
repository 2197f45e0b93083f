//! The columns of the list of meetings and of the items of one, and the page of the list.

use super::{called, marked, title};
use crate::domain::meeting::{
    Form, Item, ItemId, ItemKind, ItemState, Meeting, MeetingKey, Motion, State, Vote, VoteResult,
};
use crate::i18n::{Phrase, Words, phrase};
use crate::present::column::{self, Column, Width};
use crate::present::document::{Document, Styled, Tone};

type C = Column<Meeting>;

/// The list of meetings.
pub const COLUMNS: &[C] = &[
    C::data("key", |meeting| meeting.key.to_string().into())
        .shown("word-meeting")
        .width(Width::Widest),
    C::data("held_on", |meeting| meeting.held_on.into())
        .shown("word-date")
        .width(Width::Fixed(10)),
    C::data("form", |meeting| meeting.form.word().into())
        .rendered("minutes-form", |meeting, words| {
            words.t(meeting.form.key()).into()
        })
        .width(Width::Words(|| Form::ALL.map(Form::key).to_vec()))
        .spare(2),
    C::data("state", |meeting| meeting.state.word().into())
        .rendered("word-status", |meeting, words| {
            Styled::new(words.t(meeting.state.key()), tone(meeting))
        })
        .width(Width::Words(|| State::ALL.map(State::key).to_vec())),
    C::data("chair", |meeting| meeting.chair(None).into())
        .rendered("minutes-chair", |meeting, _| {
            meeting
                .chair(None)
                .map_or("", |handle| meeting.roster.name(handle))
                .into()
        })
        .spare(1),
    C::data("present", |meeting| meeting.seating(None).len().into())
        .shown("minutes-present")
        .width(Width::Widest)
        .figure(),
    C::data("items", |meeting| meeting.items.len().into())
        .shown("minutes-items")
        .width(Width::Widest)
        .figure(),
];

/// How a state is meant.
#[must_use]
pub fn tone(meeting: &Meeting) -> Tone {
    match meeting.state {
        State::Open | State::Adjourned => Tone::Accent,
        State::Planned | State::Called | State::Closed => Tone::Plain,
        State::Final | State::Approved => Tone::Good,
        State::Cancelled => Tone::Dim,
    }
}

/// An item of a meeting, as it stands in its list.
#[derive(Clone, Debug)]
pub struct ItemLine {
    meeting: MeetingKey,
    number: Option<u32>,
    id: ItemId,
    kind: ItemKind,
    title: String,
    internal: bool,
    state: ItemState,
    told: (Phrase, Tone),
}

impl ItemLine {
    /// The items of a meeting, in the order of the agenda.
    #[must_use]
    pub fn all(meeting: &Meeting) -> Vec<ItemLine> {
        let line = |item: &Item| ItemLine {
            meeting: meeting.key,
            number: item.number,
            id: item.id,
            kind: item.kind.clone(),
            title: item.title.clone(),
            internal: item.internal,
            state: item.state,
            told: state(meeting, item),
        };
        meeting.items.iter().map(line).collect()
    }
}

/// The items of a meeting, as a table.
pub const ITEMS: &[Column<ItemLine>] = &[
    Column::data("number", |line: &ItemLine| line.number.map(i64::from).into())
        .rendered("word-item", |line, words| {
            called(line.meeting, line.number, line.id, words).into()
        })
        .width(Width::Widest),
    Column::data("title", |line: &ItemLine| line.title.as_str().into())
        .rendered("minutes-col-title", |line, words| {
            marked(title(&line.kind, &line.title, words), line.internal, words).into()
        })
        .width(Width::Flex(20)),
    Column::data("kind", |line: &ItemLine| line.kind.word().into())
        .rendered("word-kind", |line, words| words.t(line.kind.key()).into())
        .width(Width::Widest)
        .spare(1),
    Column::data("ref", |line: &ItemLine| {
        line.kind
            .reference()
            .map(|reference| reference.to_string())
            .into()
    }),
    Column::data("state", |line: &ItemLine| line.state.word().into())
        .rendered("word-status", |line, words| {
            Styled::new(line.told.0.words(words), line.told.1)
        })
        .width(Width::Widest),
];

/// How far an item has come, in a few words; of a concluded one what was carried.
#[must_use]
pub fn state(meeting: &Meeting, item: &Item) -> (Phrase, Tone) {
    let voted_on = |vote: &Vote| vote.seating.contains_key(&item.id);
    if meeting.open_vote().is_some_and(voted_on) {
        return (phrase("agenda-voted-on"), Tone::Accent);
    }
    if meeting.current == Some(item.id) && item.is_open() {
        return (phrase("agenda-now"), Tone::Accent);
    }
    let last = item.carried.last();
    let carried = last.and_then(|last| Some((meeting.motion(last.motion).ok()?, last.free)));
    match (item.state, carried) {
        (ItemState::Concluded, Some((put, free))) => carried_state(&put.content, free.is_some()),
        (ItemState::Concluded, None) if item.kind == ItemKind::Information => {
            (phrase("agenda-informed"), Tone::Plain)
        }
        (ItemState::Listed, _) if meeting.closed.is_none() => (Phrase::Name(String::new()), Tone::Plain),
        (ItemState::Listed | ItemState::Treated, _) => (phrase(item.state.key()), Tone::Plain),
        (state, _) => (phrase(state.key()), Tone::Dim),
    }
}

/// M7: the council recommends; only what it decides itself is carried. M14: more than was free is marked.
fn carried_state(content: &Motion, above_free: bool) -> (Phrase, Tone) {
    match content {
        Motion::Approve { amount, .. } if above_free => (
            phrase("agenda-carried-above-free").with("amount", *amount),
            Tone::Warn,
        ),
        Motion::Approve { amount, .. } => (
            phrase("agenda-carried-approve").with("amount", *amount),
            Tone::Good,
        ),
        Motion::Postpone => (phrase("agenda-carried-postpone"), Tone::Plain),
        Motion::Decline => (phrase("agenda-carried-decline"), Tone::Plain),
        Motion::WithdrawRecommendation => (phrase("agenda-carried-withdraw"), Tone::Plain),
        Motion::ApproveMinutes => (phrase(State::Approved.key()), Tone::Good),
        Motion::Text { .. } => (phrase(VoteResult::Carried.key()), Tone::Good),
    }
}

/// The page of the list.
#[must_use]
pub fn list(meetings: &[Meeting], words: &Words) -> Document {
    column::list(COLUMNS, meetings, "minutes-no-meetings", words)
}
