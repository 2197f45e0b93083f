//! `kommit portfolio`: the council's line by every rule beside the best set of whole proposals, and in words what the line
//! costs. Before the reveal it says no, as everything does that would tell of scores.

use rust_decimal::Decimal;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::page::Page;
use super::table::{Side, Table};
use crate::domain::money::Ore;
use crate::domain::portfolio::{Alternative, Difference, Lowest, NoneFits, Way};
use crate::domain::proposal::Ref;
use crate::domain::ranking::parse_frame;
use crate::domain::scoring::{parse_threshold, two_decimals};
use crate::i18n::portfolio::{Best, kept, line, way};
use crate::usecases::views::PortfolioView;
use crate::usecases::views::portfolio::PortfolioData;

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
    /// Cases that whoever asks doesn't see, being in conflict in them.
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

pub fn run(args: Args, call: &Call) -> Result<Answer, Failure> {
    let data = call.view(&PortfolioView {
        round: args.round,
        frame: args.frame,
        threshold: args.threshold,
    })?;
    Ok(call.answer(|| report(&data), |page| draw(&data, page)))
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

fn draw(data: &PortfolioData, page: &mut Page) {
    let (words, comparison) = (page.words, &data.comparison);
    page.title(&words.tr(
        "cli-portfolio-title",
        &[("round", data.round.name.as_str().into())],
    ));
    let limits = [("frame", data.frame.into()), ("reserve", data.reserve.into())];
    page.line(&words.tr("cli-portfolio-limits", &limits));
    page.line(&words.t("portfolio-unit"));
    page.table(&table(data, page));
    if comparison.candidates.is_empty() {
        page.line(&words.t("portfolio-nothing"));
    } else {
        told(data, page);
    }
    if data.left_out > 0 {
        page.gap();
        page.line(&words.tr("cli-ranking-left-out", &[("count", data.left_out.into())]));
    }
}

/// What each line costs against the best sets, in words. A line that gives the same as one before it costs the same.
fn told(data: &PortfolioData, page: &mut Page) {
    let (words, comparison) = (page.words, &data.comparison);
    for (at, set) in comparison.lines.iter().enumerate() {
        page.gap();
        let before = comparison.lines[..at].iter();
        if let Some(same) = before.into_iter().find(|other| other.chosen == set.chosen) {
            let args = [
                ("rule", way(set.way, words).into()),
                ("other", way(same.way, words).into()),
            ];
            page.line(&words.tr("portfolio-same-line", &args));
            continue;
        }
        page.line(&line(set, words));
        for (way, best) in comparison.sets().skip(comparison.lines.len()) {
            let best = Best {
                way,
                set: best,
                reserve: data.reserve,
                titles: &data.titles,
            };
            for told in best.against(set, words) {
                page.line(&told);
            }
        }
    }
}

fn table(data: &PortfolioData, page: &Page) -> Table {
    let words = page.words;
    let right = |key| (words.t(key), Side::Right);
    let left = |key| (words.t(key), Side::Left);
    let mut table = Table::new(&[
        (words.t("portfolio-col-way"), Side::Gives),
        right("portfolio-col-count"),
        right("portfolio-col-score"),
        right("portfolio-col-amount"),
        right("portfolio-col-lowest"),
        left("portfolio-col-quarter"),
        left("portfolio-col-reserve"),
        left("portfolio-col-frame"),
    ]);
    for (chosen, set) in data.comparison.sets() {
        let name = way(chosen, words);
        let Ok(set) = set else {
            let mut cells = vec!["–".to_owned(); 8];
            cells[0] = format!("{name}: {}", words.t("portfolio-no-set"));
            table.row(&cells);
            continue;
        };
        let lowest = |of: &dyn Fn(Lowest) -> String| set.lowest.map_or_else(|| "–".to_owned(), of);
        table.row(&[
            name,
            set.chosen.len().to_string(),
            words.decimal(set.score, 2),
            words.mill(set.amount),
            lowest(&|lowest| words.mill(lowest.closing)),
            lowest(&|lowest| words.quarter(data.quarters[lowest.quarter])),
            kept(set.keeps_reserve, words),
            kept(set.within_frame, words),
        ]);
    }
    table
}
