//! The page of one meeting: how far it has come, who is there, the agenda, and the item on the table.

use jiff::civil::{Date, DateTime, Time};

use super::list::{ITEMS, ItemLine, tone};
use super::vote::Numbering;
use super::{election, heading, in_progress, item, motion_now, name, presence};
use crate::domain::meeting::minutes::{ItemMinutes, Missing};
use crate::domain::meeting::{Item, Meeting, State};
use crate::i18n::{Words, phrase};
use crate::present::document::{Block, Document, Fact, Place, Section, Styled, Tone};
use crate::present::{capital, column};
use crate::usecases::views::meetings::MeetingData;

/// The page of one meeting.
#[must_use]
pub fn page(data: &MeetingData, words: &Words) -> Document {
    let meeting = &data.meeting;
    let mut sections = vec![
        status(meeting, words),
        Section::new("", vec![Block::facts(in_progress::facts(data, words))]),
    ];
    let awaiting = data
        .awaiting
        .as_ref()
        .map(|one| capital::awaiting(one, |amount| words.kr(amount), words));
    sections.extend(awaiting.map(|fact| Section::new("", vec![Block::facts(vec![fact])])));
    let table = meeting.on_the_table();
    sections.extend(table.map(|item| of_item(data, item, words)));
    sections.push(agenda(meeting, words));
    sections.push(there(meeting, words));
    sections.extend(election::ballots(meeting, words));
    Document::titled(&name(meeting).words(words), sections)
}

/// How far it has come, who chairs, who is there and whether they can decide.
#[must_use]
pub fn status(meeting: &Meeting, words: &Words) -> Section {
    let state = Styled::new(words.t(meeting.state.key()), tone(meeting));
    let mut facts = vec![
        Fact::of("word-status", state, words).aside(reason(meeting)),
        Fact::of("minutes-when", when(meeting, words), words),
        Fact::of("minutes-place", &meeting.place, words),
        Fact::of("minutes-form", words.t(meeting.form.key()), words),
    ];
    if let Some(notice) = &meeting.notice {
        let sent = Fact::of("minutes-notice", words.long_date(notice.on), words);
        facts.push(sent.aside(&notice.reason));
    }
    facts.push(Fact::of(
        "minutes-chair",
        in_progress::chair(meeting, words),
        words,
    ));
    if let Some(quorum) = quorum(meeting, words) {
        facts.push(Fact::of("minutes-quorum", quorum, words));
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
    let at = |at: DateTime| {
        let said = phrase("minutes-day-at").with("day", words.planned_date(at.date()));
        said.with("time", at.time()).words(words)
    };
    // What goes on for days, as a written procedure does, is told with both.
    if let (Some(opened), Some(closed)) = (opened, closed)
        && opened.date() != closed.date()
    {
        let said = phrase("minutes-from-day-to-day").with("from", at(opened));
        return said.with("to", at(closed)).words(words);
    }
    let day = words.planned_date(opened.map_or(held_on, DateTime::date));
    let said = match (opened, closed, starts) {
        (Some(opened), Some(closed), _) => phrase("minutes-day-from-to")
            .with("from", opened.time())
            .with("to", closed.time()),
        (Some(opened), None, _) => phrase("minutes-day-at").with("time", opened.time()),
        (None, _, Some(starts)) => phrase("minutes-day-at").with("time", starts),
        (None, _, None) => return day,
    };
    said.with("day", day).words(words)
}

/// The day, and when it begins.
#[must_use]
pub fn day(held_on: Date, starts: Option<Time>, words: &Words) -> String {
    from_to(held_on, None, None, starts, words)
}

/// M1: `7 av 11 kan stemme; 6 må ha stemt`, in the item on the table or, without one, in the meeting, and how many are wanting.
/// Nothing where nobody meets, or when it is over.
#[must_use]
pub fn quorum(meeting: &Meeting, words: &Words) -> Option<Styled> {
    if !meeting.is_in_session() {
        return None;
    }
    let (able, quorum) = (meeting.seating(meeting.current).len(), meeting.roster.quorum());
    let (key, tone) = if able < quorum {
        ("agenda-no-quorum", Tone::Warn)
    } else {
        ("minutes-can-vote", Tone::Plain)
    };
    let said = phrase(key)
        .with("able", able)
        .with("seats", meeting.roster.size())
        .with("quorum", quorum)
        .with("missing", quorum.saturating_sub(able));
    Some(Styled::new(said.words(words), tone))
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

/// What is told of an item while the meeting goes on: what came of it, what the secretariat proposes, conflicts, motions, and
/// votes with their base.
#[must_use]
pub fn of_item(data: &MeetingData, item: &Item, words: &Words) -> Section {
    let meeting = &data.meeting;
    let free = data.free.filter(|_| item.is_open());
    let proposed = item.proposed.as_ref().map(|proposed| {
        let said = motion_now(proposed, free, words);
        Fact::of("minutes-proposed", said, words)
    });
    let minutes = meeting.minutes();
    let at = meeting.items.iter().position(|other| other.id == item.id);
    let mut facts = Vec::new();
    if let Some(told) = at.and_then(|at| minutes.items.get(at)) {
        // What was decided last comes first: where room is short it is in sight.
        let mut told = told.clone();
        // An election that waits to be held anew is told of by what goes on.
        let waits = meeting
            .void_election()
            .map(|(election, _)| election.office.item());
        if waits == Some(Some(item.id)) {
            told.elections.pop();
        }
        let (last, before) = item::last_decided(&minutes, &told, Numbering::Always, words);
        facts.extend(item::result(&told, words).filter(|_| !item.is_open()));
        facts.extend(last);
        facts.extend(in_progress::trials(item, words));
        facts.extend(proposed);
        // Motions and the votes on them are worked with; who was in conflict is settled before, and stands last.
        let conflicts = item::conflicts(&minutes, &before, Numbering::Always, words);
        let matter = ItemMinutes {
            conflicts: Vec::new(),
            ..before
        };
        facts.extend(item::facts(&minutes, &matter, Numbering::Always, free, words));
        facts.extend(conflicts);
    }
    Section::new(heading(meeting, item, words), vec![Block::facts(facts)])
}

/// M4: what the minutes of a meeting that is over lack.
#[must_use]
pub fn missing(meeting: &Meeting, missing: &[Missing], words: &Words) -> Section {
    let lines = missing.iter().map(|one| super::missing(meeting, one, words));
    let lines = lines.map(|line| Block::text(line, Tone::Warn)).collect();
    Section::new(words.t("minutes-is-missing"), lines)
}

/// Who is there, and when they came and went.
#[must_use]
pub fn there(meeting: &Meeting, words: &Words) -> Section {
    let minutes = meeting.minutes();
    let mut blocks = vec![presence::table(&minutes, words)];
    if !minutes.met.is_empty() {
        blocks.push(Block::facts(vec![Fact::of(
            if meeting.closed.is_some() {
                "minutes-absent"
            } else {
                "minutes-not-there"
            },
            words.list(&minutes.absent),
            words,
        )]));
    }
    Section::new(words.t("minutes-present"), blocks)
}
