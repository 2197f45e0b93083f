//! `kommit portfolio`: the council's line by every rule beside the best set of whole proposals, and in words what the line
//! costs. Before the reveal it says no, as everything does that would tell of scores.

use rust_decimal::Decimal;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::domain::money::Ore;
use crate::domain::portfolio::{Alternative, Difference, Lowest, NoneFits, Way};
use crate::domain::proposal::Ref;
use crate::domain::ranking::{Marks, parse_frame};
use crate::domain::scoring::{parse_threshold, two_decimals};
use crate::present::portfolio::page;
use crate::usecases::views::PortfolioView;
use crate::usecases::views::portfolio::PortfolioData;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "cli-value-round", help = "cli-arg-ranking-round")]
    round: Option<String>,

    #[arg(long, value_name = "cli-value-kroner", allow_negative_numbers = true, value_parser = parse_frame, help = "cli-arg-frame")]
    frame: Option<Ore>,

    #[arg(
        long,
        value_name = "cli-value-score",
        value_parser = parse_threshold,
        help = "cli-arg-portfolio-threshold"
    )]
    threshold: Option<Decimal>,
}

#[derive(Serialize)]
struct Report {
    round: String,
    frame_ore: Ore,
    reserve_ore: Ore,
    alternatives: Vec<Row>,
    differences: Vec<Step>,
    /// Proposals that the viewer doesn't see, being in conflict in them.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<usize>,
}

/// A way to choose, with what it chooses; without that when no set keeps its limit.
#[derive(Serialize)]
struct Row {
    way: &'static str,
    refs: Option<Vec<String>>,
    count: Option<usize>,
    score: Option<String>,
    /// At the nine decimals that scores are compared and added up at.
    score_exact: Option<String>,
    amount_ore: Option<Ore>,
    lowest: Option<Low>,
    keeps_reserve: Option<bool>,
    within_frame: Option<bool>,
    proven: bool,
    /// What no set chosen this way can exceed, at nine decimals.
    ceiling_exact: Option<String>,
}

#[derive(Serialize)]
struct Low {
    quarter: String,
    closing_ore: Ore,
}

/// What the best set has more than a line.
#[derive(Serialize)]
struct Step {
    from: &'static str,
    to: &'static str,
    score: String,
    score_exact: String,
    amount_ore: Ore,
    taken_in: Vec<String>,
    left_out: Vec<String>,
}

pub(super) fn run(args: Args, call: &Call) -> Result<Answer, Failure> {
    let data = call.view(&PortfolioView {
        round: args.round,
        frame: args.frame,
        threshold: args.threshold,
        marks: Marks::new(),
    })?;
    Ok(call.document(|| report(&data), |words| page(&data, words)))
}

fn report(data: &PortfolioData) -> Report {
    let comparison = &data.comparison;
    let best = [
        Some(&comparison.under_frame),
        comparison.over_reserve.as_ref().ok(),
    ];
    let steps = comparison
        .lines
        .iter()
        .flat_map(|line| best.iter().flatten().map(move |best| step(line, best)));
    Report {
        round: data.round.name.clone(),
        frame_ore: data.frame,
        reserve_ore: data.reserve,
        alternatives: comparison.sets().map(|(way, set)| row(data, way, set)).collect(),
        differences: steps.collect(),
        left_out: Some(data.left_out).filter(|count| *count > 0),
    }
}

fn row(data: &PortfolioData, way: Way, set: Result<&Alternative, NoneFits>) -> Row {
    let found = set.ok();
    let lowest = found.and_then(|set| set.lowest);
    Row {
        way: way.word(),
        refs: found.map(|set| words_of(&set.chosen)),
        count: found.map(|set| set.chosen.len()),
        score: found.map(|set| two_decimals(set.score)),
        score_exact: found.map(|set| exact(set.score)),
        amount_ore: found.map(|set| set.amount),
        lowest: lowest.map(|Lowest { quarter, closing }| Low {
            quarter: data.quarters[quarter].to_string(),
            closing_ore: closing,
        }),
        keeps_reserve: found.map(|set| set.keeps_reserve),
        within_frame: found.map(|set| set.within_frame),
        proven: set.map_or_else(|none| none.proven, |set| set.proven),
        ceiling_exact: found.map(|set| exact(set.ceiling)),
    }
}

fn step(line: &Alternative, best: &Alternative) -> Step {
    let difference = Difference::between(line, best);
    Step {
        from: line.way.word(),
        to: best.way.word(),
        score: two_decimals(difference.score),
        score_exact: exact(difference.score),
        amount_ore: difference.amount,
        taken_in: words_of(&difference.taken_in),
        left_out: words_of(&difference.left_out),
    }
}

fn words_of(refs: &[Ref]) -> Vec<String> {
    refs.iter().map(Ref::to_string).collect()
}

fn exact(score: Decimal) -> String {
    format!("{score:.9}")
}
