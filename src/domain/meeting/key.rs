//! What a meeting is called, how it is held, and how far it has come (M9).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use strum::EnumString;

use crate::domain::named::named;
use crate::domain::refusal::{Refusal, refuse};

/// A meeting's number in its year, `3/2018`. Ordered by year, then by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct MeetingKey {
    pub year: i16,
    pub number: u32,
}

impl fmt::Display for MeetingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.year)
    }
}

impl FromStr for MeetingKey {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let parts = text.trim().split_once('/').and_then(|(number, year)| {
            let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
            let plain = digits(number) && digits(year) && year.len() == 4;
            plain.then(|| Some((number.parse().ok()?, year.parse().ok()?)))?
        });
        match parts {
            Some((number @ 1.., year)) => Ok(MeetingKey { year, number }),
            _ => Err(refuse("meeting-key-invalid").with("value", text)),
        }
    }
}

impl Serialize for MeetingKey {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl TryFrom<String> for MeetingKey {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        text.parse()
    }
}

named! {
    /// How a meeting is held (M9).
    #[derive(Serialize, Deserialize, EnumString)]
    #[serde(rename_all = "snake_case")]
    #[strum(serialize_all = "snake_case", prefix = "form-")]
    pub enum Form {
        Room,
        Remote,
        Both,
        /// M16: no meeting, but answers in writing.
        Written,
    }
}

impl Form {
    /// Whether people meet at all, in a place or by wire.
    #[must_use]
    pub fn meets(self) -> bool {
        self != Form::Written
    }

    /// Whether people come to a place (M4).
    #[must_use]
    pub fn has_a_place(self) -> bool {
        matches!(self, Form::Room | Form::Both)
    }
}

named! {
    /// How far a meeting has come (M9).
    #[derive(PartialOrd, Ord, Serialize)]
    #[serde(rename_all = "snake_case")]
    #[strum(serialize_all = "snake_case", prefix = "meeting-")]
    pub enum State {
        Planned,
        Called,
        Open,
        Adjourned,
        Closed,
        /// The minutes are final.
        Final,
        Approved,
        Cancelled,
    }
}

impl State {
    /// Whether people meet, or answer in writing: it has been opened and isn't closed.
    #[must_use]
    pub fn is_under_way(self) -> bool {
        matches!(self, State::Open | State::Adjourned)
    }

    /// Whether it is yet to be held, or under way.
    #[must_use]
    pub fn is_ahead(self) -> bool {
        matches!(self, State::Planned | State::Called) || self.is_under_way()
    }

    /// Whether it has been held.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, State::Closed | State::Final | State::Approved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m9_a_meeting_is_called_by_its_number_in_the_year() {
        let key: MeetingKey = "3/2018".parse().unwrap();
        assert_eq!((key.number, key.year), (3, 2018));
        assert_eq!(key.to_string(), "3/2018");
        for bad in [
            "", "3", "0/2018", "3/18", "-1/2018", "3/2018/1", "x/2018", "3 /2018",
        ] {
            assert_eq!(
                bad.parse::<MeetingKey>().unwrap_err().code,
                "meeting-key-invalid",
                "{bad}"
            );
        }
    }
}
