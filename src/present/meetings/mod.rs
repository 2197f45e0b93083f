//! The council's meetings: the columns of their list, the page of one with the item on the table and what goes on in it, the
//! notice, the minutes, and the register of decisions. What is said of an item is drawn from its minutes, in a meeting that
//! goes on as in one that is over.

pub mod decisions;
pub mod election;
pub mod in_progress;
mod item;
pub mod list;
pub mod minutes;
pub mod notice;
pub mod page;
mod presence;
pub mod turnout;
mod vote;

use crate::domain::meeting::minutes::Missing;
use crate::domain::meeting::{Form, Item, ItemId, ItemKind, Meeting, MeetingKey, Motion, MotionId};
use crate::domain::money::Ore;
use crate::i18n::{Phrase, Words, phrase, sentence};
use crate::usecases::views::on_the_table::Shown;

pub use list::COLUMNS;
pub use page::page;

/// `Møte 2/2018`.
#[must_use]
pub fn name(meeting: &Meeting) -> Phrase {
    let key = if meeting.form == Form::Written {
        "minutes-written-named"
    } else {
        "minutes-meeting-named"
    };
    phrase(key).with("meeting", meeting.key.to_string())
}

/// What a meeting is called, its day, and how far it has come.
#[must_use]
pub fn title_of(meeting: &Meeting) -> Phrase {
    let key = if meeting.form == Form::Written {
        "agenda-title-written"
    } else {
        "agenda-title"
    };
    phrase(key)
        .with("meeting", meeting.key.to_string())
        .with("date", meeting.held_on)
        .word("state", meeting.state.key())
}

/// `sak 3/18`; before the notice the place on the list, `sak 3`.
#[must_use]
pub fn called(meeting: MeetingKey, number: Option<u32>, id: ItemId, words: &Words) -> String {
    match number {
        Some(number) => numbered(number, meeting, words),
        None => words.tr("minutes-place-on-list", &[("number", id.to_string().into())]),
    }
}

/// `sak 3/18`.
#[must_use]
pub fn numbered(number: u32, meeting: MeetingKey, words: &Words) -> String {
    let year = format!("{:02}", meeting.year.rem_euclid(100));
    let args = [("number", number.to_string().into()), ("year", year.into())];
    words.tr("minutes-item-number", &args)
}

/// What an item is about: its title, or whose minutes are to be approved.
#[must_use]
pub fn about(kind: &ItemKind, title: &str) -> Phrase {
    match kind {
        ItemKind::Minutes { meeting } => phrase("minutes-approval-of").with("meeting", meeting.to_string()),
        ItemKind::Proposal { .. } | ItemKind::Information | ItemKind::Election | ItemKind::Free => {
            Phrase::Name(title.to_owned())
        }
    }
}

/// What an item is about, with the reference of a proposal.
#[must_use]
pub fn title(kind: &ItemKind, title: &str, words: &Words) -> String {
    let about = about(kind, title).words(words);
    match kind.reference() {
        Some(reference) => format!("{about} ({reference})"),
        None => about,
    }
}

/// An item with what it is about, in a sentence that has one form for titles and one for minutes.
#[must_use]
pub fn told(shown: &Shown, titled: &'static str, of_minutes: &'static str) -> Phrase {
    let said = match &shown.kind {
        ItemKind::Minutes { meeting } => phrase(of_minutes).with("meeting", meeting.to_string()),
        _ => phrase(titled).with("title", shown.title.as_str()),
    };
    said.with("item", shown.number.as_str())
}

/// M17: the title of an item of which only the number is public says so.
#[must_use]
pub fn marked(title: String, internal: bool, words: &Words) -> String {
    if internal {
        words.tr("agenda-marked-internal", &[("title", title.into())])
    } else {
        title
    }
}

/// An item as a heading: what it is called, and what it is about.
#[must_use]
pub fn heading(meeting: &Meeting, item: &Item, words: &Words) -> String {
    let heading = phrase("minutes-item-titled")
        .with("item", called(meeting.key, item.number, item.id, words))
        .with(
            "title",
            marked(title(&item.kind, &item.title, words), item.internal, words),
        )
        .words(words);
    sentence(&heading)
}

/// A motion by its number in the meeting, with what is decided if it is carried.
#[must_use]
pub fn numbered_motion(meeting: &Meeting, id: MotionId) -> Phrase {
    let Ok(put) = meeting.motion(id) else {
        return Phrase::Name(String::new());
    };
    let text = match &put.content {
        Motion::Approve { amount, conditions } if conditions.is_empty() => {
            phrase("agenda-numbered-approve").with("amount", *amount)
        }
        Motion::Approve { amount, conditions } => phrase("agenda-numbered-approve-if")
            .with("amount", *amount)
            .with("conditions", ended(conditions)),
        Motion::Postpone => phrase("agenda-numbered-postpone"),
        Motion::Decline => phrase("agenda-numbered-decline"),
        Motion::WithdrawRecommendation => phrase("agenda-numbered-withdraw"),
        Motion::ApproveMinutes => phrase("agenda-numbered-minutes"),
        Motion::Text { text } => phrase("agenda-numbered-text").with("text", text.as_str()),
    };
    text.with("number", i64::from(id))
}

/// As [`numbered_motion`], with what tells it from another first, such as its amount, and no longer than a few lines.
#[must_use]
pub fn short_motion(meeting: &Meeting, id: MotionId) -> Phrase {
    let Ok(put) = meeting.motion(id) else {
        return Phrase::Name(String::new());
    };
    let text = match &put.content {
        Motion::Approve { amount, conditions } if conditions.is_empty() => {
            phrase("agenda-short-approve").with("amount", *amount)
        }
        Motion::Approve { amount, conditions } => phrase("agenda-short-approve-if")
            .with("amount", *amount)
            .with("conditions", shortened(conditions)),
        Motion::Postpone => phrase("agenda-short-postpone"),
        Motion::Decline => phrase("agenda-short-decline"),
        Motion::Text { text } => phrase("agenda-numbered-text").with("text", shortened(text)),
        Motion::WithdrawRecommendation | Motion::ApproveMinutes => return numbered_motion(meeting, id),
    };
    text.with("number", i64::from(id))
}

/// So many characters of what somebody wrote stand where two motions are to be seen at once.
const SHORT: usize = 120;

fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(SHORT) else {
        return text.to_owned();
    };
    let whole = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{} …", text[..whole].trim_end())
}

/// What is decided if a motion is carried, as a sentence.
#[must_use]
pub fn motion(content: &Motion, words: &Words) -> String {
    let said = match content {
        Motion::Approve { amount, conditions } if conditions.is_empty() => {
            phrase("minutes-motion-approve").with("amount", *amount)
        }
        Motion::Approve { amount, conditions } => phrase("minutes-motion-approve-on-conditions")
            .with("amount", *amount)
            .with("conditions", ended(conditions)),
        Motion::Postpone => phrase("minutes-motion-postpone"),
        Motion::Decline => phrase("minutes-motion-decline"),
        Motion::WithdrawRecommendation => phrase("minutes-motion-take-back"),
        Motion::ApproveMinutes => phrase("minutes-motion-approve-minutes"),
        Motion::Text { text } => return text.clone(),
    };
    said.words(words)
}

/// M14: what a motion decides if it is carried, and a warning if that is more than what is free now.
#[must_use]
pub fn motion_now(content: &Motion, free: Option<Ore>, words: &Words) -> String {
    let free = free.filter(|free| content.above(*free).is_some());
    with_mark(content, "recommend-beyond", free, words)
}

/// M14: what was carried, and what was free then where it was more.
#[must_use]
pub fn motion_then(content: &Motion, free: Option<Ore>, words: &Words) -> String {
    with_mark(content, "proposals-beyond", free, words)
}

fn with_mark(content: &Motion, mark: &'static str, free: Option<Ore>, words: &Words) -> String {
    let said = motion(content, words);
    match free {
        Some(free) => format!("{said} {}", phrase(mark).with("free", free).words(words)),
        None => said,
    }
}

/// What is missing before the minutes can be made final, as a line with the item that it concerns.
#[must_use]
pub fn missing(meeting: &Meeting, missing: &Missing, words: &Words) -> String {
    let what = words.t(missing.what.key());
    let item = missing.item.and_then(|id| meeting.item(id).ok());
    let item = item.map(|item| called(meeting.key, item.number, item.id, words));
    let who = missing.who.as_ref().map(|who| meeting.roster.name(who));
    let said = match (item, who) {
        (None, _) => phrase("minutes-missing-of-meeting"),
        (Some(item), None) => phrase("minutes-missing-of-item").with("item", item),
        (Some(item), Some(who)) => phrase("minutes-missing-of-member")
            .with("item", item)
            .with("who", who),
    };
    sentence(&said.with("what", what).words(words))
}

/// What somebody wrote, with the full stop that it may lack.
fn ended(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?', ':', ')', '»', '”']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}
