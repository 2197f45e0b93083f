//! `kommit ranking`: the ranked list of a revealed round with the line where the money ends. Before the reveal it
//! says no, as everything does that would tell of scores.

use clap::ValueEnum;
use rust_decimal::Decimal;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::domain::money::Ore;
use crate::domain::ranking::{CutRule, parse_frame};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::scoring::{parse_threshold, two_decimals};
use crate::present::Record;
use crate::present::ranking::{COLUMNS, Ranked, page, rows};
use crate::usecases::views::RankingView;
use crate::usecases::views::ranking::RankingData;

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
    let data = call.view(&asked(args)?)?;
    let rows = rows(&data);
    Ok(call.document(|| report(&data, &rows), |words| page(&data, &rows, words)))
}

pub fn asked(args: Args) -> Result<RankingView, Refusal> {
    Ok(RankingView {
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
