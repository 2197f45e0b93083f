//! The parameters of the scheme that hold from a day on: those of the council's rules of procedure (section 9), and how much the
//! sessions over SSH may take. `scheme set` changes one.

use serde::Serialize;

use crate::domain::refusal::{Refusal, refuse};

/// What holds on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Dated {
    pub council: CouncilRules,
    pub access: AccessRules,
}

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

/// How much the sessions over SSH may take, so that one member's never keep the others out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct AccessRules {
    /// The most that a member may have open, 1–1000.
    pub sessions_per_member: u32,
    /// The most in all, 1–1000.
    pub sessions: u32,
    /// Minutes without a key before a session ends, 1–1440.
    pub idle_minutes: u32,
}

impl AccessRules {
    pub const MOST_SESSIONS: u32 = 1000;
    pub const MOST_MINUTES: u32 = 24 * 60;

    /// Where a scheme doesn't say: more than anybody needs at once, more than a council has, and longer than a break.
    pub const ORDINARY: AccessRules = AccessRules {
        sessions_per_member: 8,
        sessions: 120,
        idle_minutes: 120,
    };
}

/// One parameter: its key, dotted as in the scheme's file, what its value may be, and how it is read and written.
struct Parameter {
    key: &'static str,
    known: &'static str,
    value: fn(&Dated) -> String,
    set: fn(&mut Dated, &str) -> Option<()>,
}

/// A whole number within bounds.
fn whole(value: &str, least: u32, most: u32) -> Option<u32> {
    value
        .parse()
        .ok()
        .filter(|number| (least..=most).contains(number))
}

const PARAMETERS: [Parameter; 6] = [
    Parameter {
        key: "council.recommend_outside_meeting",
        known: "true, false",
        value: |rules| rules.council.recommend_outside_meeting.to_string(),
        set: |rules, value| {
            rules.council.recommend_outside_meeting = value.parse().ok()?;
            Some(())
        },
    },
    Parameter {
        key: "council.notice_days",
        known: "0–365",
        value: |rules| rules.council.notice_days.to_string(),
        set: |rules, value| {
            rules.council.notice_days = whole(value, 0, 365)?;
            Some(())
        },
    },
    Parameter {
        key: "council.blank_counts",
        known: "true, false",
        value: |rules| rules.council.blank_counts.to_string(),
        set: |rules, value| {
            rules.council.blank_counts = value.parse().ok()?;
            Some(())
        },
    },
    Parameter {
        key: "access.sessions_per_member",
        known: "1–1000",
        value: |rules| rules.access.sessions_per_member.to_string(),
        set: |rules, value| {
            rules.access.sessions_per_member = whole(value, 1, AccessRules::MOST_SESSIONS)?;
            Some(())
        },
    },
    Parameter {
        key: "access.sessions",
        known: "1–1000",
        value: |rules| rules.access.sessions.to_string(),
        set: |rules, value| {
            rules.access.sessions = whole(value, 1, AccessRules::MOST_SESSIONS)?;
            Some(())
        },
    },
    Parameter {
        key: "access.idle_minutes",
        known: "1–1440",
        value: |rules| rules.access.idle_minutes.to_string(),
        set: |rules, value| {
            rules.access.idle_minutes = whole(value, 1, AccessRules::MOST_MINUTES)?;
            Some(())
        },
    },
];

impl Dated {
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
    pub fn with(mut self, key: &str, value: &str) -> Result<Dated, Refusal> {
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
        let rules = Dated {
            council: CouncilRules {
                recommend_outside_meeting: false,
                notice_days: 7,
                blank_counts: true,
            },
            access: AccessRules::ORDINARY,
        };
        let changed = rules.with("council.notice_days", "10").unwrap();
        let values: Vec<_> = changed.values().map(|(_, value)| value).collect();
        assert_eq!(values, ["false", "10", "true", "8", "120", "120"]);
        let allowed = rules.with("council.recommend_outside_meeting", "true").unwrap();
        assert!(allowed.council.recommend_outside_meeting);
        for (key, value) in [
            ("council.notice_days", "400"),
            ("council.blank_counts", "ja"),
            ("access.sessions_per_member", "0"),
            ("access.sessions", "1001"),
            ("access.idle_minutes", "0"),
            ("access.idle_minutes", "1441"),
        ] {
            let code = rules.with(key, value).unwrap_err().code;
            assert_eq!(code, "parameter-invalid", "{key}={value}");
        }
        let code = rules.with("council.seats", "9").unwrap_err().code;
        assert_eq!(code, "parameter-unknown");
        for (key, value) in rules.values() {
            assert_eq!(rules.with(key, &value), Ok(rules), "{key}");
        }
    }
}
