//! `kommit ranking`: the ranked list of a revealed round with the line where the money ends. Before the reveal it
//! says no, as everything does that would tell of scores.

use clap::ValueEnum;
use rust_decimal::Decimal;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::ranking::{CutRule, Mark, Marks, Placed, parse_frame};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::scoring::{parse_threshold, two_decimals};
use crate::present::Record;
use crate::present::ranking::{COLUMNS, Ranked, page, rows};
use crate::usecases::views::RankingView;
use crate::usecases::views::ranking::RankingData;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "cli-value-round", help = "cli-arg-ranking-round")]
    round: Option<String>,

    #[arg(long, value_name = "cli-value-kroner", allow_negative_numbers = true, value_parser = parse_frame, help = "cli-arg-frame")]
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

    #[arg(long, value_name = "cli-value-tried", value_parser = taken_in, help = "cli-arg-with")]
    with: Vec<TakenIn>,

    #[arg(
        long,
        value_name = "cli-value-refs",
        value_delimiter = ',',
        help = "cli-arg-without"
    )]
    without: Vec<Ref>,
}

/// F5: what is taken in by hand, with a lower sum where one is given.
#[derive(Clone, Debug, PartialEq)]
struct TakenIn(Vec<(Ref, Option<Ore>)>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Rule {
    Stop,
    Skip,
    Threshold,
}

#[derive(Serialize)]
pub(super) struct Report<'a> {
    round: String,
    rule: &'static str,
    threshold: Option<String>,
    frame_ore: Ore,
    used_ore: Ore,
    items: Vec<Record<'a, Ranked>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<LeftOut>,
    #[serde(flatten)]
    what_if: Option<WhatIf>,
}

/// Two facts of one name: in a what-if it is told what is left out by hand, and what isn't seen under `unseen`.
#[derive(Serialize)]
#[serde(untagged)]
enum LeftOut {
    /// How many proposals the viewer doesn't see, being in conflict in them.
    Unseen(usize),
    ByHand(Vec<String>),
}

/// What a what-if comes to.
#[derive(Serialize)]
struct WhatIf {
    taken_in: Vec<String>,
    missing_ore: Ore,
    displaced: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unseen: Option<usize>,
}

pub(super) fn run(args: Args, call: &Call) -> Result<Answer, Failure> {
    let data = call.view(&asked(args)?)?;
    let rows = rows(&data);
    Ok(call.document(|| report(&data, &rows), |words| page(&data, &rows, words)))
}

pub(super) fn asked(args: Args) -> Result<RankingView, Refusal> {
    Ok(RankingView {
        rule: rule(&args)?,
        marks: marks(&args)?,
        round: args.round,
        frame: args.frame,
    })
}

/// `2018-32=12500000,50,2018-36`: a comma parts the proposals, and may stand inside an amount too.
fn taken_in(text: &str) -> Result<TakenIn, Refusal> {
    let mut parts: Vec<String> = Vec::new();
    for piece in text.split(',') {
        let named = piece.split('=').next().unwrap_or_default();
        match parts.last_mut() {
            Some(part) if named.parse::<Ref>().is_err() => *part = format!("{part},{piece}"),
            _ => parts.push(piece.to_owned()),
        }
    }
    let taken = parts.iter().map(|part| match part.split_once('=') {
        Some((reference, sum)) => Ok((reference.parse()?, Some(Ore::parse_kroner(sum)?))),
        None => Ok((part.parse()?, None)),
    });
    taken.collect::<Result<_, Refusal>>().map(TakenIn)
}

fn marks(args: &Args) -> Result<Marks, Refusal> {
    let taken_in = args.with.iter().flat_map(|taken| &taken.0);
    let taken_in = taken_in.map(|(reference, sum)| (*reference, Mark::In(*sum)));
    let left_out = args.without.iter().map(|reference| (*reference, Mark::Out));
    let mut marks = Marks::new();
    for (reference, mark) in taken_in.chain(left_out) {
        if marks.insert(reference, mark).is_some() {
            return Err(refuse("what-if-twice").rule("F5").with("ref", reference));
        }
    }
    Ok(marks)
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

pub(super) fn report<'a>(data: &RankingData, rows: &'a [Ranked]) -> Report<'a> {
    let ranking = &data.ranking;
    let unseen = Some(data.left_out).filter(|count| *count > 0);
    let is_tried = ranking.items.iter().any(|placed| placed.mark.is_some());
    let what_if = is_tried.then(|| WhatIf {
        taken_in: named(ranking.taken_in()),
        missing_ore: ranking.missing(),
        displaced: ranking.displaced.iter().map(Ref::to_string).collect(),
        unseen,
    });
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
        left_out: if what_if.is_some() {
            Some(LeftOut::ByHand(named(ranking.left_out())))
        } else {
            unseen.map(LeftOut::Unseen)
        },
        what_if,
    }
}

fn named<'a>(placed: impl Iterator<Item = &'a Placed>) -> Vec<String> {
    placed
        .map(|placed| placed.proposal.reference.to_string())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<(u32, Option<i64>)>, &'static str> {
        let taken = taken_in(text).map_err(|refusal| refusal.code)?;
        let each = taken.0.iter();
        Ok(each
            .map(|(reference, sum)| (reference.number(), sum.map(Ore::ore)))
            .collect())
    }

    #[test]
    fn f5_what_is_taken_in_is_read_with_sums_and_decimals() {
        assert_eq!(
            read("2018-32=12500000,50,2018-36,2018-07=1 000"),
            Ok(vec![(32, Some(1_250_000_050)), (36, None), (7, Some(100_000))])
        );
        assert_eq!(read("2018-32=x"), Err("amount-invalid"));
        assert_eq!(read("=5"), Err("ref-invalid"));
        assert_eq!(read("2018-32,"), Err("ref-invalid"));
    }
}
