//! A sentence as data: the key of a message and its arguments. It is turned into words only when it is drawn or printed,
//! so that tests compare it in any language.

use super::Words;
use crate::domain::refusal::{Refusal, Value};

/// Something to tell a person.
#[derive(Clone, Debug, PartialEq)]
pub enum Phrase {
    /// A text of the language files, and its arguments.
    Text(&'static str, Vec<(&'static str, Value)>),
    /// Why something was refused.
    Refused(Refusal),
    /// A name or a title from the fund itself, the same in every language.
    Name(String),
}

/// Starts a phrase with the given key.
#[must_use]
pub fn phrase(key: &'static str) -> Phrase {
    Phrase::Text(key, Vec::new())
}

impl Phrase {
    /// Adds a fact that the text names.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        if let Phrase::Text(_, args) = &mut self {
            args.push((name, value.into()));
        }
        self
    }

    /// Names another text as part of this one.
    #[must_use]
    pub fn word(self, name: &'static str, key: impl Into<String>) -> Self {
        self.with(name, Value::Word(key.into()))
    }

    /// The rule that is against it, when it is a refusal.
    #[must_use]
    pub fn rule(&self) -> Option<&'static str> {
        match self {
            Phrase::Refused(refusal) => refusal.rule,
            Phrase::Text(..) | Phrase::Name(_) => None,
        }
    }

    #[must_use]
    pub fn words(&self, words: &Words) -> String {
        match self {
            Phrase::Text(key, args) if args.is_empty() => words.t(key),
            Phrase::Text(key, args) => words.tr(key, args),
            Phrase::Refused(refusal) => words.refusal(refusal),
            Phrase::Name(name) => name.clone(),
        }
    }
}

impl From<Refusal> for Phrase {
    fn from(refusal: Refusal) -> Self {
        Phrase::Refused(refusal)
    }
}
