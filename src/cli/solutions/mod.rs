//! `kommit solutions`: what each project has cost, who has taken its solution into use, and what has come back (R1–R4,
//! F6). `kommit adopt` and `kommit settle` add to it.

mod one;

pub use one::adoptions;

use clap::Subcommand;
use jiff::civil::Date;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::page::Page;
use super::table::{Side, Table};
use crate::domain::calendar::parse_date;
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::proposal::{PriceModel, Ref};
use crate::domain::repayment::recovery;
use crate::i18n::{Words, price_model};
use crate::present::{Block, Fact, Section};
use crate::usecases::views::solutions::SolutionLine;
use crate::usecases::views::{Solutions, WholeSolution};
use crate::usecases::{Adopt, Settle};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-solutions-list")]
    List,
    #[command(about = "cli-solutions-show")]
    Show {
        #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
        reference: Ref,
    },
}

#[derive(Debug, clap::Args)]
pub struct AdoptArgs {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[arg(value_name = "cli-value-number", value_parser = Number::parse, help = "cli-arg-number")]
    number: Number,

    #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-on")]
    on: Option<Date>,
}

#[derive(Debug, clap::Args)]
pub struct SettleArgs {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-on")]
    on: Option<Date>,
}

/// A solution as machines read it.
#[derive(Serialize)]
pub struct Record {
    r#ref: String,
    title: String,
    stage: &'static str,
    live_on: Option<String>,
    /// The proposal's until it goes live, and fixed from then on.
    price_model: String,
    benefit: &'static str,
    cost_ore: Ore,
    outstanding_ore: Ore,
    losses_ore: Ore,
    adopters: Adopters,
    /// C5: those it is for that have paid in full.
    with_access: usize,
    charged_ore: Ore,
    repaid_ore: Ore,
    open_ore: Ore,
    overdue_ore: Ore,
    overdue_charges: usize,
    refunds_owed_ore: Ore,
    recovery: Option<String>,
    /// F6: the smallest final uptake that recovers the cost within the forecast's horizon.
    break_even_uptake: Option<String>,
}

/// How many in a list, and who they are when one solution is shown.
#[derive(Serialize)]
#[serde(untagged)]
enum Adopters {
    Count(usize),
    Each(Vec<one::Adopter>),
}

impl Record {
    pub fn of(line: &SolutionLine) -> Record {
        let proposal = &line.proposal;
        let live_on = line.solution.as_ref().map(|solution| solution.live_on);
        let recovery = recovery(line.repaid, line.cost);
        Record {
            r#ref: proposal.reference.to_string(),
            title: proposal.details.title.clone(),
            stage: proposal.stage.word(),
            live_on: live_on.map(|date| date.to_string()),
            price_model: model(line).to_string(),
            benefit: proposal.details.benefit.word(),
            cost_ore: line.cost,
            outstanding_ore: line.outstanding,
            losses_ore: line.lost,
            adopters: Adopters::Count(line.adopters),
            with_access: line.with_access,
            charged_ore: line.charged,
            repaid_ore: line.repaid,
            open_ore: line.open(),
            overdue_ore: line.overdue.amount,
            overdue_charges: line.overdue.charges,
            refunds_owed_ore: line.refunds_owed,
            recovery: recovery.map(|share| format!("{share:.4}")),
            break_even_uptake: line.break_even.map(|share| format!("{share:.4}")),
        }
    }
}

fn model(line: &SolutionLine) -> &PriceModel {
    let fixed = line.solution.as_ref().map(|solution| &solution.price_model);
    fixed.unwrap_or(&line.proposal.details.price_model)
}

pub fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    match &args.what {
        Some(What::Show { reference }) => {
            let (data, charges) = call.view(&WholeSolution {
                reference: *reference,
            })?;
            Ok(call.answer(
                || one::report(&data, &charges),
                |page| one::draw(&data, &charges, page),
            ))
        }
        Some(What::List) | None => {
            let lines = call.view(&Solutions)?;
            Ok(call.list(&lines, Record::of, |page| draw(&lines, page)))
        }
    }
}

pub fn adopt(args: AdoptArgs, call: &Call) -> Result<Answer, Failure> {
    call.perform(&Adopt {
        reference: args.reference,
        number: args.number,
        on: args.on,
    })
}

pub fn settle(args: &SettleArgs, call: &Call) -> Result<Answer, Failure> {
    call.perform(&Settle {
        reference: args.reference,
        on: args.on,
    })
}

fn draw(lines: &[SolutionLine], page: &mut Page) {
    let words = page.words;
    if lines.is_empty() {
        page.line(&words.t("cli-solutions-none"));
        return;
    }
    let mut table = Table::new(&[
        (words.t("cli-col-ref"), Side::Left),
        (words.t("cli-col-solution"), Side::Gives),
        (words.t("cli-col-stage"), Side::Left),
        (words.t("cli-col-adopters"), Side::Left),
        (words.t("cli-col-cost"), Side::Right),
        (words.t("cli-col-recovery"), Side::Right),
        (words.t("cli-col-overdue"), Side::Right),
    ]);
    for line in lines {
        let proposal = &line.proposal;
        table.row(&[
            proposal.reference.to_string(),
            proposal.details.title.clone(),
            words.t(proposal.stage.key()),
            adopters(line, words),
            words.amount(line.cost),
            share(line, words),
            words.amount(line.overdue.amount),
        ]);
    }
    page.table(&table);
}

/// `12 av 426`; a dash before anybody may.
fn adopters(line: &SolutionLine, words: &Words) -> String {
    if line.solution.is_none() {
        return words.t("cli-dash");
    }
    let args = [
        ("adopters", line.adopters.into()),
        ("access", line.with_access.into()),
    ];
    words.tr("cli-solution-adopters-of", &args)
}

fn share(line: &SolutionLine, words: &Words) -> String {
    let recovery = recovery(line.repaid, line.cost);
    recovery.map_or_else(|| words.t("cli-dash"), |share| words.percent(share, 1))
}

/// F6: the uptake that brings the cost back.
fn break_even(line: &SolutionLine, words: &Words) -> String {
    match line.break_even {
        Some(least) => words.percent(least, 1),
        None => words.t("solutions-break-even-never"),
    }
}

/// What a solution is, beside its figures.
pub fn facts(line: &SolutionLine, words: &Words) -> Vec<(String, String)> {
    let live_on = line.solution.as_ref().map(|solution| solution.live_on);
    let base = line.solution.as_ref().map(|solution| solution.base);
    let base = base.filter(|_| *model(line) == PriceModel::Shared);
    let fact = |key: &str, fact: String| (words.t(key), fact);
    vec![
        fact("cli-col-stage", words.t(line.proposal.stage.key())),
        fact(
            "cli-solution-live",
            live_on.map_or_else(String::new, |date| words.date(date)),
        ),
        fact("cli-proposal-price", price_model(model(line), words)),
        fact(
            "cli-solution-base",
            base.map_or_else(String::new, |base| words.decimal(base, 0)),
        ),
        fact("cli-col-adopters", adopters(line, words)),
    ]
}

/// What is told of a solution on the page of its proposal.
pub fn section(line: &SolutionLine, words: &Words) -> Section {
    let all = |facts: Vec<(String, String)>| {
        facts
            .into_iter()
            .map(|(label, value)| Fact::new(label, value))
            .collect()
    };
    let blocks = vec![
        Block::facts(all(facts(line, words))),
        Block::figures(all(figures(line, words))),
    ];
    Section::new(words.t("cli-proposal-solution"), blocks)
}

/// The money of a solution.
pub fn figures(line: &SolutionLine, words: &Words) -> Vec<(String, String)> {
    let overdue = words.tr("cli-solution-overdue", &[("count", line.overdue.charges.into())]);
    let figure = |key: &str, amount: Ore| (words.t(key), words.kr(amount));
    vec![
        figure("cli-col-cost", line.cost),
        figure("cli-solution-charged", line.charged),
        figure("cli-solution-repaid", line.repaid),
        (words.t("cli-solution-recovery"), share(line, words)),
        figure("cli-col-open", line.open()),
        (overdue, words.kr(line.overdue.amount)),
        figure("cli-solution-outstanding", line.outstanding),
        figure("cli-solution-lost", line.lost),
        figure("cli-solution-refunds", line.refunds_owed),
        (words.t("solutions-col-break-even"), break_even(line, words)),
    ]
}
