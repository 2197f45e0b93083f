//! How a failure is told: to people on standard error, to scripts on standard output.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::domain::intake::RowProblem;
use crate::usecases::OpError;

pub(super) fn answer(failure: &Failure, call: &Call) -> Answer {
    if call.globals.json {
        for_scripts(failure, call)
    } else {
        for_people(failure, call)
    }
}

fn for_scripts(failure: &Failure, call: &Call) -> Answer {
    let (code, rule) = failure.code_and_rule();
    let mut error = json!({ "code": code, "message": failure.message(&call.words), "rule": rule });
    if let Failure::Op(OpError::Rows(problems)) = failure {
        let rows: Vec<Json> = problems.iter().map(|problem| row(problem, call)).collect();
        error["rows"] = rows.into();
    }
    Answer::json(&json!({ "error": error })).with_code(failure.exit_code())
}

fn for_people(failure: &Failure, call: &Call) -> Answer {
    let message = failure.message(&call.words);
    let mut text = call.words.tr("cli-error", &[("message", message.into())]);
    if call.colored(call.around.terminals.error) {
        text = emphasised(&text);
    }
    text.push('\n');
    for problem in failure.rows() {
        text.push_str(&call.words.problem(problem));
        text.push('\n');
    }
    text.push_str(&see_rules(failure, call));
    if let Failure::Usage { usage, .. } = failure {
        text.extend(["\n", usage, "\n"]);
    }
    Answer {
        aside: call.plain(text),
        code: failure.exit_code(),
        ..Answer::default()
    }
}

/// How to read the rules that were against it, on a line of its own; nothing when there are none.
fn see_rules(failure: &Failure, call: &Call) -> String {
    let of_rows = failure.rows().iter().filter_map(|problem| problem.refusal.rule);
    let rules: BTreeSet<&str> = of_rows.chain(failure.code_and_rule().1).collect();
    if rules.is_empty() {
        return String::new();
    }
    let commands: Vec<String> = rules.iter().map(|rule| format!("kommit rule {rule}")).collect();
    let line = call
        .words
        .tr("cli-see-rules", &[("rules", commands.join(", ").into())]);
    line + "\n"
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
