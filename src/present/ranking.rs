//! The ranked list (S3, S6–S8): its columns, and the list with the line where the money ends as a page.

use rust_decimal::Decimal;

use super::column::{self, Column};
use super::document::{Block, Document, Row, Said, Section, Tone};
use crate::domain::ranking::{Claim, CutRule, Placed};
use crate::domain::scoring::Aggregate;
use crate::exchange::Cell;
use crate::i18n::Words;
use crate::usecases::views::ranking::{RankedFacts, RankingData};

/// A proposal at its place in the list.
#[derive(Clone, Debug)]
pub struct Ranked {
    pub placed: Placed,
    pub facts: RankedFacts,
}

/// The list from the top.
#[must_use]
pub fn rows(data: &RankingData) -> Vec<Ranked> {
    let pairs = data.ranking.items.iter().cloned().zip(data.facts.iter().cloned());
    pairs.map(|(placed, facts)| Ranked { placed, facts }).collect()
}

type C = Column<Ranked>;

fn figure(row: &Ranked, of: fn(&Aggregate) -> Decimal) -> Cell {
    row.placed
        .case
        .aggregate
        .as_ref()
        .map_or(Cell::Empty, |aggregate| Cell::Score(of(aggregate)))
}

/// The ranked list.
pub const COLUMNS: &[C] = &[
    C::data("place", |row| row.placed.place.into())
        .said("ranking-head-place", |row, _| {
            let (sign, tone) = mark(&row.placed);
            Said::new(format!("{} {sign}", row.placed.place), tone)
        })
        .figure(),
    C::data("ref", |row| row.facts.reference.to_string().into()).shown("ranking-head-ref"),
    C::data("title", |row| row.facts.title.as_str().into()).shown("ranking-head-title"),
    C::data("score", |row| figure(row, |aggregate| aggregate.mean))
        .said("ranking-head-score", |row, words| {
            said(row, |aggregate| aggregate.mean, words)
        })
        .figure(),
    C::data("median", |row| figure(row, |aggregate| aggregate.median))
        .said("cli-col-median", |row, words| {
            said(row, |aggregate| aggregate.median, words)
        })
        .figure(),
    C::data("sd", |row| figure(row, |aggregate| aggregate.deviation))
        .said("cli-col-sd", |row, words| {
            said(row, |aggregate| aggregate.deviation, words)
        })
        .figure(),
    C::data("range", |row| figure(row, |aggregate| aggregate.range)),
    C::data("scorecards", |row| {
        row.placed
            .case
            .aggregate
            .as_ref()
            .map_or(0, |aggregate| aggregate.scorecards)
            .into()
    })
    .shown("cli-col-scorecards")
    .figure(),
    C::data("applied_ore", |row| row.facts.applied.into())
        .shown("ranking-head-applied")
        .figure(),
    C::data("cumulative_ore", |row| row.placed.cumulative.into())
        .said("ranking-head-sum", |row, words| sum(&row.placed, words))
        .figure(),
    C::data("above_line", |row| row.placed.above_line.into()),
    C::data("computed_place", |row| row.placed.computed_place.into()),
    C::data("moved_reason", |row| row.placed.moved_reason.as_deref().into()),
];

/// A score, or a dash where nobody has scored.
fn said(row: &Ranked, of: fn(&Aggregate) -> Decimal, words: &Words) -> Said {
    let aggregate = row.placed.case.aggregate.as_ref();
    aggregate
        .map_or_else(|| "–".to_owned(), |aggregate| words.decimal(of(aggregate), 2))
        .into()
}

/// A proposal that asks for nothing any more adds nothing to any sum.
fn sum(placed: &Placed, words: &Words) -> Said {
    match placed.case.claim {
        Claim::Asks(_) => words.amount(placed.cumulative).into(),
        Claim::Granted | Claim::Out => "–".into(),
    }
}

/// The sign of where a proposal stands: committed, declined, above the line, below it.
#[must_use]
pub fn mark(placed: &Placed) -> (&'static str, Tone) {
    match (placed.case.claim, placed.above_line) {
        (Claim::Granted, _) => ("✓", Tone::Good),
        (Claim::Out, _) => ("✗", Tone::Dim),
        (Claim::Asks(_), true) => ("●", Tone::Good),
        (Claim::Asks(_), false) => ("○", Tone::Plain),
    }
}

/// The list with the line, and why proposals were moved (S7).
#[must_use]
pub fn page(data: &RankingData, rows: &[Ranked], words: &Words) -> Document {
    let ranking = &data.ranking;
    let left = ranking.frame - ranking.used;
    let mut rule = words.t(ranking.rule.key());
    if let CutRule::Threshold(least) = ranking.rule {
        rule = rule + " " + &words.decimal(least, 2);
    }
    let under = [
        ("rule", rule.into()),
        ("frame", ranking.frame.into()),
        ("left", left.into()),
    ];
    let mut table = column::table(COLUMNS, rows, words);
    let above = ranking
        .items
        .iter()
        .rposition(|placed| placed.above_line)
        .map_or(0, |last| last + 1);
    if !rows.is_empty() {
        let line = words.tr("cli-ranking-line", &[("left", left.into())]);
        table.rows.insert(
            above,
            Row {
                cells: vec![Said::new(line, Tone::Accent)],
                is_sum: false,
            },
        );
    }
    let moved = rows.iter().filter_map(|row| {
        let reason = row.placed.moved_reason.as_deref()?;
        let args = [
            ("ref", row.facts.reference.into()),
            ("computed", row.placed.computed_place.into()),
            ("reason", reason.into()),
        ];
        Some(Block::text(words.tr("cli-ranking-moved", &args), Tone::Plain))
    });
    let mut blocks = vec![
        Block::text(words.tr("cli-ranking-rule", &under), Tone::Plain),
        Block::Table(table),
    ];
    blocks.extend(moved);
    if data.left_out > 0 {
        let left_out = words.tr("ranking-left-out", &[("count", data.left_out.into())]);
        blocks.push(Block::text(left_out, Tone::Plain));
    }
    let title = words.tr("cli-ranking-title", &[("round", data.round.name.as_str().into())]);
    Document::titled(&title, vec![Section::new("", blocks)])
}
