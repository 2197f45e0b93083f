//! Solutions: the columns of their list, of those who have adopted one, and of its settlements; and the page of one.

mod columns;
mod totals;

use columns::shared;
pub use columns::{ADOPTERS, COLUMNS, RECOVERED, SETTLEMENTS, SHARES, Share, shares};
pub use totals::{Totals, list};

use rust_decimal::Decimal;

use super::document::{Block, Document, Fact, Place, Section, Styled, Table, Tone};
use super::{charges, column};
use crate::domain::proposal::{PriceModel, Stage};
use crate::domain::repayment::recovery;
use crate::i18n::{Words, phrase, price_model};
use crate::usecases::views::SettlementRow;
use crate::usecases::views::solutions::{SolutionData, SolutionLine};

/// When a settlement was made, and what it shared.
#[must_use]
pub fn settled(row: &SettlementRow, words: &Words) -> String {
    phrase("solutions-settlement")
        .with("date", row.on)
        .with("cost", row.cost)
        .with("shares", shared(row))
        .words(words)
}

fn none(words: &Words) -> Styled {
    Styled::new(words.t("word-dash"), Tone::Dim)
}

fn tone(stage: Stage) -> Tone {
    match stage {
        Stage::Repaid => Tone::Good,
        Stage::WrittenOff => Tone::Warn,
        Stage::Stopped => Tone::Dim,
        _ => Tone::Plain,
    }
}

/// The proposal's until it goes live, and fixed from then on.
fn model(line: &SolutionLine) -> &PriceModel {
    let fixed = line.solution.as_ref().map(|solution| &solution.price_model);
    fixed.unwrap_or(&line.proposal.details.price_model)
}

/// `12 av 300`; nothing before anybody may.
#[must_use]
pub fn adopters(line: &SolutionLine, words: &Words) -> Styled {
    if line.solution.is_none() {
        return none(words);
    }
    let of = phrase("word-of").with("part", line.adopters);
    of.with("all", line.with_access.max(line.adopters))
        .words(words)
        .into()
}

/// The page of one solution.
#[must_use]
pub fn page(data: &SolutionData, words: &Words) -> Document {
    let proposal = &data.line.proposal;
    let section = |key, rows: usize, table| {
        let overdue = if key == CHARGES {
            data.line.overdue.charges
        } else {
            0
        };
        Section::new(part(key, rows, overdue, words), vec![Block::Table(table)])
    };
    let mut sections = about(&data.line, data.base, words).to_vec();
    let adopters = column::table(ADOPTERS, &data.adopters, words);
    let charged = column::table(charges::COLUMNS, &data.charges, words);
    sections.extend([
        section(ADOPTIONS, data.adopters.len(), adopters),
        section(CHARGES, data.charges.len(), charged),
        section(SETTLED, data.settlements.len(), settlements(data, words)),
    ]);
    Document::titled(
        &format!("{}  {}", proposal.reference, proposal.details.title),
        sections,
    )
}

/// The names of what a page holds.
pub const ADOPTIONS: &str = "solutions-adoptions";
pub const CHARGES: &str = "solutions-charges";
pub const SETTLED: &str = "solutions-settlements";

/// The name of a part with how much there is in it, and how much of that is overdue.
#[must_use]
pub fn part(key: &str, count: usize, overdue: usize, words: &Words) -> String {
    let name = words.t(key);
    if overdue > 0 {
        let late = phrase("solutions-charges-overdue").with("count", count);
        format!("{name} ({})", late.with("overdue", overdue).words(words))
    } else if count > 0 {
        format!("{name} ({count})")
    } else {
        name
    }
}

/// The shares of every settlement, each below a line that says what was shared.
fn settlements(data: &SolutionData, words: &Words) -> Table {
    let mut table = column::table(SHARES, &[], words);
    for row in &data.settlements {
        table.across(settled(row, words));
        table
            .rows
            .extend(column::table(SHARES, &shares(row, data), words).rows);
    }
    table
}

/// What is told of a solution on the page of its proposal.
#[must_use]
pub fn section(line: &SolutionLine, words: &Words) -> Section {
    let base = line.solution.as_ref().map(|solution| solution.base);
    let blocks = about(line, base.unwrap_or_default(), words).into_iter();
    Section::new(
        words.t("col-solution"),
        blocks.flat_map(|section| section.blocks).collect(),
    )
}

/// What a solution is and how it is paid for, and its money. `base`: the planned base (R1), in inhabitants.
#[must_use]
pub fn about(line: &SolutionLine, base: Decimal, words: &Words) -> [Section; 2] {
    [
        Section::new("", vec![Block::facts(facts(line, base, words))]),
        Section::new("", vec![Block::figures(figures(line, words))]).at(Place::Right),
    ]
}

fn facts(line: &SolutionLine, base: Decimal, words: &Words) -> Vec<Fact> {
    let stage = line.proposal.stage;
    let mut facts = vec![
        Fact::of("solutions-col-status", status(line, words), words).tone(tone(stage)),
        Fact::of(RECOVERED, of_cost(line, words), words),
    ];
    if line.solution.is_some() {
        facts.push(Fact::of("word-adopters", adopters(line, words), words));
    }
    if *model(line) == PriceModel::Shared {
        facts.push(Fact::of(
            "solutions-price",
            words.t("solutions-price-shared"),
            words,
        ));
        facts.push(Fact::of("solutions-base", planned(line, base, words), words));
    } else {
        facts.push(Fact::of(
            "solutions-price",
            price_model(model(line), words),
            words,
        ));
    }
    if matches!(stage, Stage::Developing | Stage::Live) {
        let least = match line.break_even {
            Some(least) => phrase("solutions-break-even-at").with("share", words.percent_at_least(least, 1)),
            None => phrase("solutions-break-even-never"),
        };
        facts.push(Fact::of("solutions-col-break-even", least.words(words), words));
    }
    facts
}

fn of_cost(line: &SolutionLine, words: &Words) -> Styled {
    let share = recovery(line.repaid, line.cost).unwrap_or_default();
    let text = phrase("solutions-recovered-of-cost").with("share", words.percent(share, 1));
    text.words(words).into()
}

/// Where it stands, and since when or from when.
fn status(line: &SolutionLine, words: &Words) -> String {
    let expected = line.proposal.details.go_live;
    let status = match (&line.solution, line.proposal.stage, expected) {
        (Some(solution), Stage::Live, _) => phrase("solutions-live-since").with("date", solution.live_on),
        (Some(solution), stage, _) => phrase("solutions-was-live")
            .word("stage", stage.key())
            .with("date", solution.live_on),
        (None, Stage::Developing, Some(expected)) => phrase("solutions-expected").with("date", expected),
        (None, stage, _) => phrase(stage.key()),
    };
    status.words(words)
}

/// R1: the planned base, and how much of it has been reached.
fn planned(line: &SolutionLine, base: Decimal, words: &Words) -> String {
    let planned = words.decimal(base, 0);
    let text = match &line.solution {
        Some(_) => phrase("solutions-base-reached").with("reached", line.inhabitants),
        None => phrase("solutions-base-today"),
    };
    text.with("planned", planned).words(words)
}

/// What there is none of is left out where it is unusual.
fn figures(line: &SolutionLine, words: &Words) -> Vec<Fact> {
    let figures = [
        ("solutions-col-cost", line.cost, Tone::Plain, true),
        ("word-charged", line.charged, Tone::Plain, true),
        ("solutions-repaid", line.repaid, Tone::Plain, true),
        ("charges-unpaid", line.open(), Tone::Plain, true),
        ("solutions-col-overdue", line.overdue.amount, Tone::Bad, false),
        ("solutions-col-outstanding", line.outstanding, Tone::Strong, true),
        ("word-losses", line.lost, Tone::Plain, false),
        ("word-owed-back", line.refunds_owed, Tone::Warn, false),
    ];
    let shown = figures
        .into_iter()
        .filter(|(_, amount, _, always)| *always || !amount.is_zero());
    shown
        .map(|(key, amount, tone, _)| Fact::of(key, words.kr(amount), words).tone(tone))
        .collect()
}
