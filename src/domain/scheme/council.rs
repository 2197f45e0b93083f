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

/// One parameter: its key, dotted as in the scheme's file, what its value may be, and how it is read and written.
struct Parameter {
    key: &'static str,
    known: &'static str,
    value: fn(&CouncilRules) -> String,
    set: fn(&mut CouncilRules, &str) -> Option<()>,
}

const PARAMETERS: [Parameter; 3] = [
    Parameter {
        key: "council.recommend_outside_meeting",
        known: "true, false",
        value: |rules| rules.recommend_outside_meeting.to_string(),
        set: |rules, value| {
            rules.recommend_outside_meeting = value.parse().ok()?;
            Some(())
        },
    },
    Parameter {
        key: "council.notice_days",
        known: "0–365",
        value: |rules| rules.notice_days.to_string(),
        set: |rules, value| {
            rules.notice_days = value.parse().ok().filter(|days| *days <= 365)?;
            Some(())
        },
    },
    Parameter {
        key: "council.blank_counts",
        known: "true, false",
        value: |rules| rules.blank_counts.to_string(),
        set: |rules, value| {
            rules.blank_counts = value.parse().ok()?;
            Some(())
        },
    },
];

impl CouncilRules {
    /// The keys with their values.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, String)> {
        PARAMETERS
            .iter()
            .map(|parameter| (parameter.key, (parameter.value)(self)))
    }

    /// With one parameter changed.
    ///
    /// # Errors
    /// `parameter-unknown` names the keys, `parameter-invalid` what the value may be.
    pub fn with(mut self, key: &str, value: &str) -> Result<CouncilRules, Refusal> {
        let parameter = PARAMETERS.iter().find(|parameter| parameter.key == key);
        let parameter = parameter.ok_or_else(|| {
            refuse("parameter-unknown")
                .with("key", key)
                .with("known", PARAMETERS.map(|parameter| parameter.key).join(", "))
        })?;
        let set = (parameter.set)(&mut self, value);
        set.ok_or_else(|| {
            refuse("parameter-invalid")
                .with("key", key)
                .with("value", value)
                .with("known", parameter.known)
        })?;
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
        let values: Vec<_> = changed.values().map(|(_, value)| value).collect();
        assert_eq!(values, ["false", "10", "true"]);
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
        for (key, value) in rules.values() {
            assert_eq!(rules.with(key, &value), Ok(rules), "{key}");
        }
    }
}
