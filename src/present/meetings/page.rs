//! The page of one meeting: how far it has come, who is there, the agenda, and the item on the table.

use jiff::civil::{Date, DateTime, Time};

use super::list::{ITEMS, ItemLine, tone};
use super::vote::Numbering;
use super::{called, item, motion, presence, title};
use crate::domain::meeting::{Form, Item, Meeting, State, Tally};
use crate::i18n::{Words, phrase, sentence};
use crate::present::column;
use crate::present::document::{Block, Document, Fact, Place, Section, Styled, Tone};
use crate::usecases::views::meetings::MeetingData;

/// The page of one meeting.
#[must_use]
pub fn page(data: &MeetingData, words: &Words) -> Document {
    let meeting = &data.meeting;
    let table = meeting
        .on_the_table()
        .map(|item| on_the_table(meeting, item, words));
    let mut sections = vec![status(meeting, words)];
    sections.extend(table);
    sections.push(agenda(meeting, words));
    sections.push(there(meeting, words));
    Document::titled(&name(meeting, words), sections)
}

/// `Møte 2/2018`.
#[must_use]
pub fn name(meeting: &Meeting, words: &Words) -> String {
    let key = if meeting.form == Form::Written {
        "minutes-written-named"
    } else {
        "minutes-meeting-named"
    };
    words.tr(key, &[("meeting", meeting.key.to_string().into())])
}

/// How far it has come, who chairs, who is there and whether they can decide.
#[must_use]
pub fn status(meeting: &Meeting, words: &Words) -> Section {
    let state = Styled::new(words.t(meeting.state.key()), tone(meeting));
    let mut facts = vec![
        Fact::new(words.t("word-status"), state).aside(reason(meeting)),
        Fact::new(words.t("minutes-when"), when(meeting, words)),
        Fact::new(words.t("minutes-place"), &meeting.place),
        Fact::new(words.t("minutes-form"), words.t(meeting.form.key())),
    ];
    if let Some(notice) = &meeting.notice {
        let sent = Fact::new(words.t("minutes-notice"), words.long_date(notice.on));
        facts.push(sent.aside(&notice.reason));
    }
    let chair = meeting
        .chair(meeting.current)
        .map(|handle| meeting.roster.name(handle));
    facts.push(Fact::new(words.t("minutes-chair"), chair.unwrap_or_default()));
    if let Some(quorum) = quorum(meeting, words) {
        facts.push(Fact::new(words.t("minutes-quorum"), quorum));
    }
    Section::new("", vec![Block::facts(facts)]).at(Place::Whole)
}

/// Why it is cancelled or adjourned.
fn reason(meeting: &Meeting) -> &str {
    match meeting.state {
        State::Cancelled | State::Adjourned => &meeting.reason,
        _ => "",
    }
}

/// The day, and when it begins or how long it lasted.
#[must_use]
pub fn when(meeting: &Meeting, words: &Words) -> String {
    from_to(
        meeting.held_on,
        meeting.opened,
        meeting.closed,
        meeting.starts,
        words,
    )
}

/// As [`when`], of the parts.
pub(super) fn from_to(
    held_on: Date,
    opened: Option<DateTime>,
    closed: Option<DateTime>,
    starts: Option<Time>,
    words: &Words,
) -> String {
    let day = words.long_date(held_on);
    let said = match (opened, closed, starts) {
        (Some(opened), Some(closed), _) => phrase("minutes-day-from-to")
            .with("from", presence::time(opened, words))
            .with("to", presence::time(closed, words)),
        (Some(opened), None, _) => phrase("minutes-day-at").with("time", presence::time(opened, words)),
        (None, _, Some(starts)) => {
            phrase("minutes-day-at").with("time", presence::time(held_on.to_datetime(starts), words))
        }
        (None, _, None) => return day,
    };
    said.with("day", day).words(words)
}

/// `7 av 11 kan stemme; 6 må ha stemt`: in the item on the table or, without one, in the meeting. Nothing where nobody meets,
/// or when it is over.
#[must_use]
pub fn quorum(meeting: &Meeting, words: &Words) -> Option<Styled> {
    if !matches!(meeting.state, State::Open | State::Adjourned) || meeting.form == Form::Written {
        return None;
    }
    let able = meeting.seating(meeting.current).len();
    Some(item::can_vote(
        able,
        meeting.roster.size(),
        meeting.roster.quorum(),
        words,
    ))
}

/// The agenda with how far each item has come.
#[must_use]
pub fn agenda(meeting: &Meeting, words: &Words) -> Section {
    let items = ItemLine::all(meeting);
    let block = if items.is_empty() {
        Block::text(words.t("minutes-agenda-empty"), Tone::Dim)
    } else {
        Block::Table(column::table(ITEMS, &items, words))
    };
    Section::new(words.t("minutes-agenda"), vec![block])
}

/// The item on the table: conflicts, motions, votes with their base, and who has not voted in the one that is open.
#[must_use]
pub fn on_the_table(meeting: &Meeting, on_table: &Item, words: &Words) -> Section {
    let heading = phrase("minutes-item-titled")
        .with("item", called(meeting.key, on_table.number, on_table.id, words))
        .with("title", title(&on_table.kind, &on_table.title, words))
        .words(words);
    let mut facts = Vec::new();
    if let Some(proposed) = &on_table.proposed {
        facts.push(Fact::new(words.t("minutes-proposed"), motion(proposed, words)));
    }
    let minutes = meeting.minutes();
    let at = meeting.items.iter().position(|item| item.id == on_table.id);
    if let Some(told) = at.and_then(|at| minutes.items.get(at)) {
        facts.extend(item::facts(&minutes, told, Numbering::InMeeting, words));
        facts.extend(item::result(told, words).filter(|_| !on_table.is_open()));
    }
    facts.extend(open_vote(meeting, words));
    facts.extend(open_election(meeting, words));
    Section::new(sentence(&heading), vec![Block::facts(facts)])
}

/// M12: the open vote. Nobody's choice is told before it is closed.
fn open_vote(meeting: &Meeting, words: &Words) -> Vec<Fact> {
    let Some(vote) = meeting.open_vote() else {
        return Vec::new();
    };
    let waiting = meeting.not_voted(vote);
    let tallies = meeting.tallies(vote);
    let cast = tallies.iter().map(Tally::cast).max().unwrap_or(0);
    let entitled = tallies
        .iter()
        .map(|tally| tally.entitled.len())
        .max()
        .unwrap_or(0);
    going_on("minutes-vote-open", cast, entitled, &waiting, meeting, words)
}

fn open_election(meeting: &Meeting, words: &Words) -> Vec<Fact> {
    let Some(open) = meeting.open_election() else {
        return Vec::new();
    };
    let entitled = open
        .seating
        .iter()
        .filter(|seated| !open.left.contains(&seated.handle));
    let waiting: Vec<String> = entitled
        .clone()
        .map(|seated| seated.handle.clone())
        .filter(|handle| !open.cast.contains_key(handle))
        .collect();
    let entitled = entitled.count();
    // Who has voted in a secret election isn't told before it is closed (M15).
    let waiting = if open.secret.is_some() {
        Vec::new()
    } else {
        waiting
    };
    going_on(
        "minutes-election-open",
        open.cast.len(),
        entitled,
        &waiting,
        meeting,
        words,
    )
}

fn going_on(
    label: &str,
    cast: usize,
    entitled: usize,
    waiting: &[String],
    meeting: &Meeting,
    words: &Words,
) -> Vec<Fact> {
    let said = phrase("minutes-have-voted")
        .with("cast", cast)
        .with("entitled", entitled)
        .with("quorum", meeting.roster.quorum());
    let names: Vec<String> = waiting
        .iter()
        .map(|handle| meeting.roster.name(handle).to_owned())
        .collect();
    vec![
        Fact::new(words.t(label), Styled::new(said.words(words), Tone::Accent)),
        Fact::new(words.t("minutes-awaited"), words.list(&names)),
    ]
}

/// Who is there, and when they came and went.
#[must_use]
pub fn there(meeting: &Meeting, words: &Words) -> Section {
    let minutes = meeting.minutes();
    let mut blocks = vec![presence::table(&minutes, words)];
    if !minutes.met.is_empty() {
        blocks.push(Block::facts(vec![Fact::new(
            words.t(if meeting.closed.is_some() {
                "minutes-absent"
            } else {
                "minutes-not-there"
            }),
            words.list(&minutes.absent),
        )]));
    }
    Section::new(words.t("minutes-present"), blocks)
}
