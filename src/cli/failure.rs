//! Why a command didn't do what it was asked.

use std::io;

use crate::domain::intake::RowProblem;
use crate::domain::refusal::Refusal;
use crate::i18n::{Words, clean};
use crate::usecases::OpError;

/// Nothing was written.
#[derive(Debug)]
pub(super) enum Failure {
    /// What a use case, a view or the file said.
    Op(OpError),
    /// A value on the command line won't do; the argument as it is written. Exit 4.
    Value { argument: String, refusal: Refusal },
    /// The command line isn't one of ours; in words, with how it should be. Exit 2.
    Usage { message: String, usage: String },
    /// The terminal can't be used. Exit 1.
    Terminal(io::Error),
}

/// What scripts are told of a command line that isn't one of ours.
const USAGE: &str = "usage";
const TERMINAL: &str = "terminal";
const INTERNAL_EXIT: u8 = 1;
const USAGE_EXIT: u8 = 2;
const REFUSED_EXIT: u8 = 4;

impl From<OpError> for Failure {
    fn from(error: OpError) -> Self {
        Failure::Op(error)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Failure::Op(refusal.into())
    }
}

impl Failure {
    pub(super) fn exit_code(&self) -> u8 {
        match self {
            Failure::Op(error) => error.exit_code(),
            Failure::Value { .. } => REFUSED_EXIT,
            Failure::Usage { .. } => USAGE_EXIT,
            Failure::Terminal(_) => INTERNAL_EXIT,
        }
    }

    pub(super) fn message(&self, words: &Words) -> String {
        match self {
            Failure::Op(error) => words.refusal(&error.refusal()),
            Failure::Value { argument, refusal } => {
                let message = words.refusal(refusal);
                let args = [
                    ("argument", argument.as_str().into()),
                    ("message", message.into()),
                ];
                words.tr("cli-error-argument", &args)
            }
            Failure::Usage { message, .. } => clean(message).into_owned(),
            Failure::Terminal(fault) => {
                words.tr("cli-error-terminal", &[("detail", fault.to_string().into())])
            }
        }
    }

    pub(super) fn code_and_rule(&self) -> (&'static str, Option<&'static str>) {
        match self {
            Failure::Op(error) => {
                let refusal = error.refusal();
                (refusal.code, refusal.rule)
            }
            Failure::Value { refusal, .. } => (refusal.code, refusal.rule),
            Failure::Usage { .. } => (USAGE, None),
            Failure::Terminal(_) => (TERMINAL, None),
        }
    }

    pub(super) fn rows(&self) -> &[RowProblem] {
        match self {
            Failure::Op(OpError::Rows(problems)) => problems,
            _ => &[],
        }
    }
}
