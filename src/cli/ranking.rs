//! `kommit ranking`: the ranked list of a revealed round with the line where the money ends. Before the reveal it
//! says no, as everything does that would tell of scores.

use clap::ValueEnum;
use rust_decimal::Decimal;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::page::Page;
use super::table::{Side, Table};
use crate::domain::money::Ore;
use crate::domain::ranking::{Claim, CutRule, Placed, parse_frame};
use crate::domain::refusal::{Refusal, Value, refuse};
use crate::domain::scoring::{Aggregate, parse_threshold, two_decimals};
use crate::i18n::Words;
use crate::present::Record;
use crate::present::ranking::{COLUMNS, Ranked, rows};
use crate::usecases::views::RankingView;
use crate::usecases::views::ranking::{CaseFacts, RankingData};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, value_name = "cli-value-round", help = "cli-arg-ranking-round")]
    round: Option<String>,

    #[arg(
        long,
        value_name = "cli-value-kroner",
        value_parser = parse_frame,
        allow_negative_numbers = true,
        help = "cli-arg-frame"
    )]
    frame: Option<Ore>,

    #[arg(long, value_enum, value_name = "stop|skip|threshold", help = "cli-arg-rule")]
    rule: Option<Rule>,

    #[arg(
        long,
        value_name = "cli-value-score",
        value_parser = parse_threshold,
        required_if_eq("rule", "threshold"),
        help = "cli-arg-threshold"
    )]
    threshold: Option<Decimal>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Rule {
    Stop,
    Skip,
    Threshold,
}

#[derive(Serialize)]
pub struct Report<'a> {
    round: String,
    rule: &'static str,
    threshold: Option<String>,
    frame_ore: Ore,
    used_ore: Ore,
    items: Vec<Record<'a, Ranked>>,
    /// Cases that whoever asks doesn't see, being in conflict in them.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<usize>,
}

pub fn run(args: Args, call: &Call) -> Result<Answer, Failure> {
    let data = view(args, call)?;
    let rows = rows(&data);
    Ok(call.answer(|| report(&data, &rows), |page| draw(&data, page)))
}

pub fn view(args: Args, call: &Call) -> Result<RankingData, Failure> {
    call.view(&RankingView {
        rule: rule(&args)?,
        round: args.round,
        frame: args.frame,
    })
}

/// A threshold alone means the rule of that name; with another rule it would say nothing.
fn rule(args: &Args) -> Result<CutRule, Refusal> {
    match (args.rule, args.threshold) {
        (None | Some(Rule::Threshold), Some(least)) => Ok(CutRule::Threshold(least)),
        (_, Some(_)) => Err(refuse("threshold-superfluous").rule("S8")),
        (Some(Rule::Skip), None) => Ok(CutRule::Skip),
        (_, None) => Ok(CutRule::Stop),
    }
}

pub fn report<'a>(data: &RankingData, rows: &'a [Ranked]) -> Report<'a> {
    let ranking = &data.ranking;
    Report {
        round: data.round.name.clone(),
        rule: ranking.rule.word(),
        threshold: match ranking.rule {
            CutRule::Threshold(least) => Some(two_decimals(least)),
            CutRule::Stop | CutRule::Skip => None,
        },
        frame_ore: ranking.frame,
        used_ore: ranking.used,
        items: rows.iter().map(|row| Record::of(COLUMNS, row)).collect(),
        left_out: Some(data.left_out).filter(|count| *count > 0),
    }
}

fn lines(data: &RankingData) -> impl Iterator<Item = (&Placed, &CaseFacts)> {
    data.ranking.items.iter().zip(&data.facts)
}

fn draw(data: &RankingData, page: &mut Page) {
    let (words, ranking) = (page.words, &data.ranking);
    page.title(&words.tr("cli-ranking-title", &[("round", data.round.name.as_str().into())]));
    let mut rule = words.t(ranking.rule.key());
    if let CutRule::Threshold(least) = ranking.rule {
        rule = rule + " " + &words.decimal(least, 2);
    }
    let args = [
        ("rule", rule.into()),
        ("frame", ranking.frame.into()),
        ("left", (ranking.frame - ranking.used).into()),
    ];
    page.line(&words.tr("cli-ranking-rule", &args));
    page.table(&table(data, page));
    for (placed, facts) in lines(data) {
        if let Some(reason) = &placed.moved_reason {
            let args = [
                ("ref", facts.reference.into()),
                ("computed", placed.computed_place.into()),
                ("reason", reason.as_str().into()),
            ];
            page.line(&words.tr("cli-ranking-moved", &args));
        }
    }
    if data.left_out > 0 {
        page.line(&words.tr("cli-ranking-left-out", &[("count", data.left_out.into())]));
    }
}

/// A case that asks for nothing any more adds nothing to any sum.
fn sum(placed: &Placed, words: &Words) -> String {
    match placed.case.claim {
        Claim::Asks(_) => words.amount(placed.cumulative),
        Claim::Granted | Claim::Out => "–".to_owned(),
    }
}

fn table(data: &RankingData, page: &Page) -> Table {
    let (words, ranking) = (page.words, &data.ranking);
    let mut table = Table::new(&[
        ("#".to_owned(), Side::Right),
        (words.t("cli-col-ref"), Side::Left),
        (words.t("cli-col-title"), Side::Gives),
        (words.t("cli-col-score"), Side::Right),
        (words.t("cli-col-median"), Side::Right),
        (words.t("cli-col-sd"), Side::Right),
        (words.t("cli-col-scorecards"), Side::Right),
        (words.t("cli-col-applied"), Side::Right),
        (words.t("cli-col-cumulative"), Side::Right),
    ]);
    let last_above = ranking.items.iter().rposition(|placed| placed.above_line);
    let line = [("left", Value::Money(ranking.frame - ranking.used))];
    let line = words.tr("cli-ranking-line", &line);
    if last_above.is_none() && !ranking.items.is_empty() {
        table.across(&line);
    }
    for (index, (placed, facts)) in lines(data).enumerate() {
        let aggregate = placed.case.aggregate.as_ref();
        let figure = |of: fn(&Aggregate) -> Decimal| {
            aggregate.map_or_else(|| "–".to_owned(), |aggregate| words.decimal(of(aggregate), 2))
        };
        let mark = if placed.above_line { "●" } else { "○" };
        table.row(&[
            format!("{} {mark}", placed.place),
            facts.reference.to_string(),
            facts.title.clone(),
            figure(|a| a.mean),
            figure(|a| a.median),
            figure(|a| a.deviation),
            aggregate.map_or(0, |aggregate| aggregate.scorecards).to_string(),
            words.amount(facts.applied),
            sum(placed, words),
        ]);
        if last_above == Some(index) {
            table.across(&line);
        }
    }
    table
}
