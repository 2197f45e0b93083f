//! A command line that couldn't be read, said in the reader's language; and help, which the reader of the command line
//! reports the same way.

use std::error::Error as _;
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::answer::Answer;
use super::call::Call;
use super::failed;
use super::failure::Failure;
use super::help::{self, localized, usage_line};
use super::suggestion;
use crate::domain::refusal::{Refusal, Value};

/// What is said instead of doing anything.
pub(super) fn answer(refused: &clap::Error, arguments: &[OsString], call: &Call) -> Answer {
    if refused.kind() == ErrorKind::DisplayVersion {
        return Answer::text(refused.render().to_string());
    }
    // Read again in words, so that arguments are called what the help calls them.
    let localized_error = localized(&call.words).try_get_matches_from(arguments).err();
    let refused = localized_error.as_ref().unwrap_or(refused);
    match refused.kind() {
        ErrorKind::DisplayHelp => help::asked_for(arguments, call),
        // Nothing at all was said after a family of commands: its help says what there is.
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => failed::answer(
            &Failure::Usage {
                message: call.words.t("cli-usage-missing-command"),
                usage: refused.render().to_string().trim_end().to_owned(),
            },
            call,
        ),
        _ => failed::answer(&failure(refused, arguments, call), call),
    }
}

fn failure(refused: &clap::Error, arguments: &[OsString], call: &Call) -> Failure {
    if let Some(refusal) = refused
        .source()
        .and_then(|source| source.downcast_ref::<Refusal>())
    {
        return Failure::Value {
            argument: context_text(refused, ContextKind::InvalidArg),
            refusal: refusal.clone(),
        };
    }
    Failure::Usage {
        message: with_suggestion(message(refused, call), refused, arguments, call),
        usage: hint(refused, call),
    }
}

fn message(refused: &clap::Error, call: &Call) -> String {
    let words = &call.words;
    let one = |name: &'static str, kind| (name, Value::Text(context_text(refused, kind)));
    let argument = one("argument", ContextKind::InvalidArg);
    let value = one("value", ContextKind::InvalidValue);
    match refused.kind() {
        ErrorKind::InvalidValue if value.1 == Value::Text(String::new()) => {
            words.tr("cli-usage-no-value", &[argument])
        }
        ErrorKind::InvalidValue => {
            let known = one("known", ContextKind::ValidValue);
            words.tr("cli-usage-value", &[argument, value, known])
        }
        ErrorKind::UnknownArgument => words.tr("cli-usage-unknown", &[argument]),
        ErrorKind::InvalidSubcommand => words.tr(
            "cli-usage-command",
            &[one("value", ContextKind::InvalidSubcommand)],
        ),
        ErrorKind::MissingSubcommand => {
            let known = one("known", ContextKind::ValidSubcommand);
            words.tr("cli-usage-missing-command-of", &[known])
        }
        ErrorKind::MissingRequiredArgument => words.tr("cli-usage-missing", &[argument]),
        ErrorKind::ArgumentConflict => {
            let other = one("other", ContextKind::PriorArg);
            words.tr("cli-usage-conflict", &[argument, other])
        }
        ErrorKind::InvalidUtf8 => words.t("cli-usage-encoding"),
        _ => words.t("cli-usage-other"),
    }
}

fn with_suggestion(text: String, refused: &clap::Error, arguments: &[OsString], call: &Call) -> String {
    match suggestion::meant(refused, arguments) {
        None => text,
        Some(meant) => {
            let offered = call.words.tr("cli-usage-suggestion", &[("known", meant.into())]);
            text + " " + &offered
        }
    }
}

/// What the error says of something, empty when it says nothing.
fn context_text(refused: &clap::Error, kind: ContextKind) -> String {
    match refused.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

/// How the command is written, and where to read more.
fn hint(refused: &clap::Error, call: &Call) -> String {
    let words = &call.words;
    match refused.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => {
            let usage = usage_line(&usage.to_string(), words);
            words.tr("cli-usage-hint", &[("usage", usage.into())])
        }
        _ => words.t("cli-usage-more"),
    }
}
