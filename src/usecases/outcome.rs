//! What a use case did: a sentence for people, keys for scripts, and a payload for the log.

use serde_json::{Map, Value as Json};

use crate::domain::anchor::Anchor;
use crate::domain::refusal::{Refusal, Value};

/// What the receipt is called in the sentence and by machines.
const RECEIPT: &str = "receipt";

/// What was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The key of the sentence that says it.
    pub done: &'static str,
    /// The facts of that sentence.
    pub args: Vec<(&'static str, Value)>,
    /// What was acted on, as the log names it.
    pub subject: String,
    /// What was made: `ref`, `id`, `voucher` …
    pub made: Map<String, Json>,
    /// What the person should know although it was done.
    pub warning: Option<Refusal>,
    /// What the file that was imported holds that its reader may not have seen.
    pub notices: Vec<Refusal>,
    /// What the log keeps besides `made`. Never a score (S4).
    pub payload: Map<String, Json>,
    /// The row of the log that tells of it; none when it was only rehearsed.
    pub log: Option<Anchor>,
}

impl Outcome {
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "numbers, references and words read alike at the call"
    )]
    pub fn new(done: &'static str, subject: impl ToString) -> Outcome {
        Outcome {
            done,
            args: Vec::new(),
            subject: subject.to_string(),
            made: Map::new(),
            warning: None,
            notices: Vec::new(),
            payload: Map::new(),
            log: None,
        }
    }

    /// A fact of the sentence. Not logged.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Outcome {
        self.args.push((name, value.into()));
        self
    }

    /// A fact of the sentence that is another message, such as the name of a role.
    #[must_use]
    pub fn word(mut self, name: &'static str, key: impl Into<String>) -> Outcome {
        self.args.push((name, Value::Word(key.into())));
        self
    }

    /// Another sentence, with more facts.
    #[must_use]
    pub fn reported_as(mut self, done: &'static str, facts: Vec<(&'static str, Value)>) -> Outcome {
        self.done = done;
        self.args.extend(facts);
        self
    }

    /// Something that was made: printed, and logged.
    #[must_use]
    pub fn made(mut self, name: &str, value: impl Into<Json>) -> Outcome {
        self.made.insert(name.to_owned(), value.into());
        self
    }

    /// M15: by which the voter finds the own ballot. Only that person is told it, in the sentence and to scripts; no log has it.
    #[must_use]
    pub(super) fn with_receipt(self, receipt: String) -> Outcome {
        self.with(RECEIPT, receipt)
    }

    /// M15: as [`Outcome::with_receipt`] was given it.
    #[must_use]
    pub fn receipt(&self) -> Option<&str> {
        self.args.iter().find_map(|(name, value)| match value {
            Value::Text(receipt) if *name == RECEIPT => Some(receipt.as_str()),
            _ => None,
        })
    }

    /// The vouchers that an import posted, from the first to the last of them: one import is one transaction, so that no
    /// other comes between. None when there was nothing to post.
    #[must_use]
    pub(super) fn posted(self, before: i64, after: i64) -> Outcome {
        let any = after > before;
        self.with("first", before + 1)
            .with("last", after)
            .made("first_voucher", any.then_some(before + 1))
            .made("last_voucher", any.then_some(after))
    }

    /// A fact for the log.
    #[must_use]
    pub fn logged(mut self, name: &str, value: impl Into<Json>) -> Outcome {
        self.payload.insert(name.to_owned(), value.into());
        self
    }

    #[must_use]
    pub fn warning(mut self, warning: Refusal) -> Outcome {
        self.warning = Some(warning);
        self
    }

    pub(super) fn audit_payload(&self) -> Json {
        let mut payload = self.payload.clone();
        payload.extend(self.made.clone());
        Json::Object(payload)
    }
}
