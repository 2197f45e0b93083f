//! What the log's names of what was done are called in words.

use serde_json::Value as Json;

use super::Words;
use crate::domain::log_action::LogAction;

/// What was done, in words. A name that a later version wrote stands as it is.
#[must_use]
pub fn action_name(name: &str, words: &Words) -> String {
    let known: Option<LogAction> = name.parse().ok();
    known.map_or_else(|| name.to_owned(), |action| words.t(action.key()))
}

/// What it was done to: a number, a reference or a name stands as it is, and after it which of the charges or adopters,
/// when the payload says so.
#[must_use]
pub fn about(subject: &str, payload: &str, words: &Words) -> String {
    let known = words.found(&format!("log-about-{subject}"));
    let about = known.unwrap_or_else(|| subject.to_owned());
    let payload: Json = serde_json::from_str(payload).unwrap_or_default();
    let which = ["invoice", "number"]
        .into_iter()
        .find_map(|key| payload[key].as_str());
    match which.filter(|which| *which != subject) {
        Some(which) => format!("{about} {which}"),
        None => about,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn what_a_row_is_about_is_told_with_the_charge_or_the_adopter_that_its_payload_names() {
        let words = Words::new(Lang::Nb);
        let text = |subject, payload| about(subject, payload, &words);
        assert_eq!(
            text("2017-02", r#"{"invoice":"K-0125","reminders":1}"#),
            "2017-02 K-0125"
        );
        assert_eq!(
            text("2017-02", r#"{"invoice":null,"number":"0101"}"#),
            "2017-02 0101"
        );
        assert_eq!(text("0101", r#"{"number":"0101"}"#), "0101");
        assert_eq!(text("ks", r#"{"voucher":3}"#), "KS");
        assert_eq!(text("2017-02", "no JSON"), "2017-02");
    }

    #[test]
    fn everything_that_is_logged_has_words() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for action in LogAction::ALL {
                assert!(words.found(action.key()).is_some(), "{lang:?}: {action}");
            }
        }
    }
}
