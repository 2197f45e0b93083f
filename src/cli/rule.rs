//! `kommit rule`: the rulebook, one rule or the list of them. Needs no fund.

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::domain::refusal::refuse;
use crate::i18n::rules;
use crate::present::column::Record;
use crate::present::rulebook::{COLUMNS, page};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "cli-value-rule", help = "cli-arg-rule-label")]
    label: Option<String>,
}

pub(super) fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    let Some(label) = &args.label else {
        return Ok(call.records(COLUMNS, call.words.rules(), "rulebook-none"));
    };
    let rule = rules::find(call.words.lang(), label).ok_or_else(|| {
        refuse("rule-unknown")
            .with("value", label.as_str())
            .with("known", rules::labels())
    })?;
    Ok(call.document(|| Record::of(COLUMNS, rule), |_| page(rule)))
}
