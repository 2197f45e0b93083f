//! Why a command didn't do what it was asked, for people on standard error and for scripts on standard output.

use std::collections::BTreeSet;
use std::io;

use serde_json::{Value as Json, json};

use super::answer::Answer;
use super::call::Call;
use crate::domain::intake::RowProblem;
use crate::domain::refusal::{Refusal, Value};
use crate::i18n::clean;
use crate::usecases::OpError;

/// Nothing was written.
#[derive(Debug)]
pub enum Failure {
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
    fn exit_code(&self) -> u8 {
        match self {
            Failure::Op(error) => error.exit_code(),
            Failure::Value { .. } => REFUSED_EXIT,
            Failure::Usage { .. } => USAGE_EXIT,
            Failure::Terminal(_) => INTERNAL_EXIT,
        }
    }

    fn message(&self, call: &Call) -> String {
        match self {
            Failure::Op(error) => call.words.refusal(&error.refusal()),
            Failure::Value { argument, refusal } => {
                let message = call.words.refusal(refusal);
                let args = [
                    ("argument", argument.as_str().into()),
                    ("message", message.into()),
                ];
                call.words.tr("cli-error-argument", &args)
            }
            Failure::Usage { message, .. } => clean(message).into_owned(),
            Failure::Terminal(fault) => call
                .words
                .tr("cli-error-terminal", &[("detail", fault.to_string().into())]),
        }
    }

    fn code_and_rule(&self) -> (&'static str, Option<&'static str>) {
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

    fn rows(&self) -> &[RowProblem] {
        match self {
            Failure::Op(OpError::Rows(problems)) => problems,
            _ => &[],
        }
    }

    pub fn answer(&self, call: &Call) -> Answer {
        if call.globals.json {
            self.for_scripts(call)
        } else {
            self.for_people(call)
        }
    }

    fn for_scripts(&self, call: &Call) -> Answer {
        let (code, rule) = self.code_and_rule();
        let mut error = json!({ "code": code, "message": self.message(call), "rule": rule });
        if let Failure::Op(OpError::Rows(problems)) = self {
            let rows: Vec<Json> = problems.iter().map(|problem| row(problem, call)).collect();
            error["rows"] = rows.into();
        }
        Answer::json(&json!({ "error": error })).with_code(self.exit_code())
    }

    fn for_people(&self, call: &Call) -> Answer {
        let message = self.message(call);
        let mut text = call.words.tr("cli-error", &[("message", message.into())]);
        if call.colored(call.around.terminals.error) {
            text = emphasised(&text);
        }
        text.push('\n');
        for problem in self.rows() {
            text.push_str(&row_in_words(problem, call));
            text.push('\n');
        }
        text.push_str(&self.see_rules(call));
        if let Failure::Usage { usage, .. } = self {
            text.extend(["\n", usage, "\n"]);
        }
        Answer {
            aside: call.plain(text),
            code: self.exit_code(),
            ..Answer::default()
        }
    }

    /// How to read the rules that were against it, on a line of its own; nothing when there are none.
    fn see_rules(&self, call: &Call) -> String {
        let of_rows = self.rows().iter().filter_map(|problem| problem.refusal.rule);
        let rules: BTreeSet<&str> = of_rows.chain(self.code_and_rule().1).collect();
        if rules.is_empty() {
            return String::new();
        }
        let commands: Vec<String> = rules.iter().map(|rule| format!("kommit rule {rule}")).collect();
        let line = call
            .words
            .tr("cli-see-rules", &[("rules", commands.join(", ").into())]);
        line + "\n"
    }
}

/// The first word, which says that something is wrong, in bold red. The words say it without the colour too.
fn emphasised(text: &str) -> String {
    match text.split_once(':') {
        Some((head, rest)) => format!("\u{1b}[1;31m{head}:\u{1b}[0m{rest}"),
        None => text.to_owned(),
    }
}

fn row(problem: &RowProblem, call: &Call) -> Json {
    json!({
        "line": problem.line,
        "column": problem.column,
        "code": problem.refusal.code,
        "rule": problem.refusal.rule,
        "message": call.words.refusal(&problem.refusal),
    })
}

fn row_in_words(problem: &RowProblem, call: &Call) -> String {
    let line = Value::Text(problem.line.to_string());
    let message = Value::Text(call.words.refusal(&problem.refusal));
    if problem.column.is_empty() {
        return call.words.tr("cli-row", &[("line", line), ("message", message)]);
    }
    let column = Value::Text(problem.column.clone());
    let args = [("line", line), ("column", column), ("message", message)];
    call.words.tr("cli-row-column", &args)
}
