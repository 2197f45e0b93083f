//! `kommit rule`: the rulebook, one rule or the list of them. Needs no fund.

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::page::Page;
use super::table::{Side, Table};
use crate::domain::refusal::refuse;
use crate::i18n::rules::{self, Rule};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "cli-value-rule", help = "cli-arg-rule-label")]
    label: Option<String>,
}

pub fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    let Some(label) = &args.label else {
        return Ok(call.list(call.words.rules(), |rule| *rule, list));
    };
    let rule = rules::find(call.words.lang(), label).ok_or_else(|| {
        refuse("rule-unknown")
            .with("value", label.as_str())
            .with("known", rules::labels())
    })?;
    Ok(call.answer(|| *rule, |page| one(rule, page)))
}

fn list(page: &mut Page) {
    let words = page.words;
    let mut table = Table::new(&[
        (words.t("rulebook-col-label"), Side::Left),
        (words.t("rulebook-col-title"), Side::Left),
        (words.t("rulebook-col-built"), Side::Left),
    ]);
    for rule in words.rules() {
        let built = words.t(if rule.built {
            "word-yes"
        } else {
            "rulebook-not-wholly"
        });
        table.row(&[rule.label.to_owned(), rule.title.to_owned(), built]);
    }
    page.title(&words.t("rulebook-title"));
    page.table(&table);
}

fn one(rule: &Rule, page: &mut Page) {
    page.title(&format!("{} {}", rule.label, rule.title));
    page.line(rule.text);
    for part in rule.parts() {
        page.gap();
        page.line(&format!("{}: {}", part.head, part.text));
    }
}
