//! What the log's names of what was done are called in words.

use serde_json::Value as Json;

use super::Words;

/// The log's name, and the key of the words for it.
const LOG_NAMES: &[(&str, &str)] = &[
    ("fund.create", "log-fund-create"),
    ("fund.upgrade", "log-fund-upgrade"),
    ("member.add", "log-member-add"),
    ("member.revoke", "log-member-revoke"),
    ("participants.import", "log-participants-import"),
    ("participant.decide", "log-participant-decide"),
    ("participant.pay", "log-participant-pay"),
    ("participant.waive", "log-participant-waive"),
    ("participant.refund", "log-participant-refund"),
    ("participant.keep", "log-participant-keep"),
    ("ks.pay", "log-ks-pay"),
    ("state.pay", "log-state-pay"),
    ("proposals.import", "log-proposals-import"),
    ("proposal.save", "log-proposal-save"),
    ("proposal.submit", "log-proposal-submit"),
    ("proposal.withdraw", "log-proposal-withdraw"),
    ("proposal.qualify", "log-proposal-qualify"),
    ("round.open", "log-round-open"),
    ("round.reveal", "log-round-reveal"),
    ("scorecard.submit", "log-scorecard-submit"),
    ("scorecard.submit-on-behalf", "log-scorecard-on-behalf"),
    ("scores.import", "log-scores-import"),
    ("conflict.declare", "log-conflict-declare"),
    ("ranking.move", "log-ranking-move"),
    ("council.recommend", "log-council-recommend"),
    ("ks.decide", "log-ks-decide"),
    ("commitment.release", "log-commitment-release"),
    ("disbursement.register", "log-disbursement-register"),
    ("disbursement.approve", "log-disbursement-approve"),
    ("disbursement.withdraw", "log-disbursement-withdraw"),
    ("solution.live", "log-solution-live"),
    ("project.stop", "log-project-stop"),
    ("project.write-off", "log-project-write-off"),
    ("solution.adopt", "log-solution-adopt"),
    ("solution.settle", "log-solution-settle"),
    ("adoptions.import", "log-adoptions-import"),
    ("ledger.import", "log-ledger-import"),
    ("charge.pay", "log-charge-pay"),
    ("charge.remind", "log-charge-remind"),
    ("charge.remind-all", "log-charge-remind-all"),
    ("refund.pay", "log-refund-pay"),
    ("forecast.save", "log-forecast-save"),
    ("ledger.reverse", "log-ledger-reverse"),
    ("ledger.close", "log-ledger-close"),
    ("ledger.reopen", "log-ledger-reopen"),
];

/// What was done, in words; a name that a later version wrote stands as it is.
#[must_use]
pub fn action_name(name: &str, words: &Words) -> String {
    let known = LOG_NAMES.iter().find(|(deed, _)| *deed == name);
    known.map_or_else(|| name.to_owned(), |(_, key)| words.t(key))
}

/// What the log calls what isn't one participant, proposal, round or person.
const SUBJECTS: &[(&str, &str)] = &[
    ("file", "log-about-file"),
    ("participants", "log-about-participants"),
    ("proposals", "log-about-proposals"),
    ("scores", "log-about-scores"),
    ("adoptions", "log-about-adoptions"),
    ("charges", "log-about-charges"),
    ("ledger", "log-about-ledger"),
    ("ks", "log-about-ks"),
    ("state", "log-about-state"),
];

/// What it was done to: a number, a reference or a name stands as it is, and after it which of the charges or adopters,
/// when the payload says so.
#[must_use]
pub fn about(subject: &str, payload: &str, words: &Words) -> String {
    let known = SUBJECTS.iter().find(|(name, _)| *name == subject);
    let about = known.map_or_else(|| subject.to_owned(), |(_, key)| words.t(key));
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
            assert!(
                LOG_NAMES.iter().any(|(deed, _)| *deed == name),
                "no words for {name}"
            );
        }
    }
}
