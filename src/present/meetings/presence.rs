//! Who was there (M10), in words.

use jiff::civil::DateTime;

use super::numbered;
use crate::domain::meeting::MeetingKey;
use crate::domain::meeting::minutes::{Attendance, Minutes, Stay};
use crate::i18n::{Words, phrase};
use crate::present::document::{Block, Head, Table};

/// A table of those who met: what seat each had, and when they were there.
pub(super) fn table(minutes: &Minutes, words: &Words) -> Block {
    let heads = [
        "minutes-col-seat",
        "word-name",
        "minutes-col-as",
        "minutes-col-there",
    ];
    let mut table = Table::headed(heads.map(|head| Head::words(words.t(head))).to_vec());
    for attendance in &minutes.met {
        let seat = attendance
            .seat
            .map_or_else(|| words.t("word-dash"), |seat| seat.to_string());
        table.row(vec![
            seat.into(),
            attendance.name.as_str().into(),
            words.t(role(attendance)).into(),
            stays(minutes, attendance, words).into(),
        ]);
    }
    Block::Table(table)
}

fn role(attendance: &Attendance) -> &'static str {
    match (attendance.seat, attendance.substitute) {
        (Some(_), false) => "role-member",
        (Some(_), true) => "minutes-as-substitute",
        (None, _) => "minutes-as-other",
    }
}

/// `hele møtet`, or when somebody came and went, and in which item.
fn stays(minutes: &Minutes, attendance: &Attendance, words: &Words) -> String {
    let mut said = Vec::new();
    for (at, stay) in attendance.stays.iter().enumerate() {
        said.extend(came(stay, at > 0, minutes, words));
        said.extend(went(stay, minutes, words));
    }
    if said.is_empty() {
        words.t("minutes-whole-meeting")
    } else {
        said.join(", ")
    }
}

/// Before the first item is on the table people are counted, and nobody is late.
fn came(stay: &Stay, again: bool, minutes: &Minutes, words: &Words) -> Option<String> {
    if !again {
        stay.from_item?;
    }
    Some(moved(
        if again {
            "minutes-came-back"
        } else {
            "minutes-came"
        },
        stay.from,
        stay.from_item,
        minutes.key,
        words,
    ))
}

fn went(stay: &Stay, minutes: &Minutes, words: &Words) -> Option<String> {
    let at = stay
        .to
        .filter(|at| minutes.closed.is_none_or(|closed| *at < closed))?;
    Some(moved("minutes-went", at, stay.to_item, minutes.key, words))
}

fn moved(key: &'static str, at: DateTime, item: Option<u32>, meeting: MeetingKey, words: &Words) -> String {
    let moved = phrase(key).with("time", at.time()).words(words);
    match item {
        Some(number) => phrase("minutes-moved-in-item")
            .with("moved", moved)
            .with("item", numbered(number, meeting, words))
            .words(words),
        None => moved,
    }
}

/// `9 av 11: Leder, Nestleder …`.
pub(super) fn in_item(present: &[String], seats: usize, words: &Words) -> String {
    if present.is_empty() {
        return String::new();
    }
    phrase("minutes-present-in-item")
        .with("present", present.len())
        .with("seats", seats)
        .with("names", words.list(present))
        .words(words)
}
