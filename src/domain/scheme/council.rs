//! The parameters of the council's rules of procedure (section 9). Each holds from a day on; `scheme set` changes one.

use serde::Serialize;

use crate::domain::refusal::{Refusal, refuse};

/// The council's parameters as they are on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CouncilRules {
    /// M14: whether the chair may recommend without a vote.
    pub recommend_outside_meeting: bool,
    /// M9: days from the notice to the meeting, 0–365.
    pub notice_days: u32,
    /// M15: whether blank votes count as cast in elections.
    pub blank_counts: bool,
}

impl CouncilRules {
    /// The keys, dotted as in the scheme's file.
    pub const KEYS: [&str; 3] = [
        "council.recommend_outside_meeting",
        "council.notice_days",
        "council.blank_counts",
    ];

    /// The value of each key, in the order of [`CouncilRules::KEYS`].
    #[must_use]
    pub fn values(self) -> [String; 3] {
        [
            self.recommend_outside_meeting.to_string(),
            self.notice_days.to_string(),
            self.blank_counts.to_string(),
        ]
    }

    /// With one parameter changed.
    ///
    /// # Errors
    /// `parameter-unknown` names the keys, `parameter-invalid` what the value may be.
    pub fn with(mut self, key: &str, value: &str) -> Result<CouncilRules, Refusal> {
        let invalid = |known: &str| {
            refuse("parameter-invalid")
                .with("key", key)
                .with("value", value)
                .with("known", known)
        };
        let boolean = || value.parse::<bool>().map_err(|_| invalid("true, false"));
        match key {
            "council.recommend_outside_meeting" => self.recommend_outside_meeting = boolean()?,
            "council.blank_counts" => self.blank_counts = boolean()?,
            "council.notice_days" => {
                let days = value.parse().ok().filter(|days| *days <= 365);
                self.notice_days = days.ok_or_else(|| invalid("0–365"))?;
            }
            _ => {
                return Err(refuse("parameter-unknown")
                    .with("key", key)
                    .with("known", Self::KEYS.join(", ")));
            }
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_parameter_is_set_by_its_key_and_nothing_else() {
        let rules = CouncilRules {
            recommend_outside_meeting: false,
            notice_days: 7,
            blank_counts: true,
        };
        let changed = rules.with("council.notice_days", "10").unwrap();
        assert_eq!(changed.values(), ["false", "10", "true"]);
        assert!(
            rules
                .with("council.recommend_outside_meeting", "true")
                .unwrap()
                .recommend_outside_meeting
        );
        assert_eq!(
            rules.with("council.notice_days", "400").unwrap_err().code,
            "parameter-invalid"
        );
        assert_eq!(
            rules.with("council.blank_counts", "ja").unwrap_err().code,
            "parameter-invalid"
        );
        assert_eq!(
            rules.with("council.seats", "9").unwrap_err().code,
            "parameter-unknown"
        );
        for (key, value) in CouncilRules::KEYS.into_iter().zip(rules.values()) {
            assert_eq!(rules.with(key, &value), Ok(rules), "{key}");
        }
    }
}
