//! What the log's names of what was done are called in words.

use serde_json::Value as Json;

use super::Words;

/// What was done, in words: `log-` and its name. A name that a later version wrote stands as it is.
#[must_use]
pub fn action_name(name: &str, words: &Words) -> String {
    let key = format!("log-{}", name.replace('.', "-"));
    words.found(&key).unwrap_or_else(|| name.to_owned())
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

    /// The names stand in the use cases, each as the one text of its `fn name`.
    fn names_in_the_use_cases() -> Vec<String> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/usecases");
        let mut names = Vec::new();
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "rs") {
                continue;
            }
            let code = std::fs::read_to_string(path).unwrap();
            let bodies = code.split("fn name(&self) -> &'static str {").skip(1);
            for body in bodies {
                let body = body.split("fn ").next().unwrap_or_default();
                let texts = body.split('"').skip(1).step_by(2);
                names.extend(texts.filter(|text| text.contains('.')).map(str::to_owned));
            }
        }
        names
    }

    #[test]
    fn what_a_row_is_about_is_told_with_the_charge_or_the_adopter_that_its_payload_names() {
        let words = Words::new(crate::i18n::Lang::Nb);
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
        let names = names_in_the_use_cases();
        assert!(names.len() > 20, "{names:?}");
        for name in names {
            let text = action_name(&name, &Words::new(crate::i18n::Lang::Nb));
            assert_ne!(text, name, "no words for it");
        }
    }
}
