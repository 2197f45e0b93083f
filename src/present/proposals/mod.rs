//! Proposals: the columns of their list, and the page of one with everything that the viewer may know of it. Scores are told
//! as the blind rule lets the viewer see them (S4).

mod application;
mod matrix;
mod treatment;

use super::column::{Column, Width};
use super::document::{Block, Document, Fact, Place, Section, Styled, Tone};
use crate::domain::commitment::Disbursement;
use crate::domain::proposal::{Applicant, Details, Stage};
use crate::exchange::Cell;
use crate::i18n::Words;
use crate::usecases::views::ProposalRow;
use crate::usecases::views::proposals::ProposalData;

pub use matrix::section as matrix;
pub use treatment::disbursement;

type C = Column<ProposalRow>;

fn details(row: &ProposalRow) -> &Details {
    &row.proposal.details
}

/// The list of proposals.
pub const COLUMNS: &[C] = &[
    C::data("ref", |row| row.proposal.reference.to_string().into())
        .shown("word-ref")
        .width(Width::Fixed(8)),
    C::data("title", |row| details(row).title.as_str().into())
        .shown("word-proposal")
        .width(Width::Flex(16)),
    C::data("applicant", |row| match &details(row).applicant {
        Applicant::Participant(number) => number.to_string().into(),
        Applicant::Ks | Applicant::Company { .. } => row.applicant_name().into(),
    })
    .rendered("word-applicant", |row, _| row.applicant_name().into())
    .width(Width::Flex(12))
    .spare(2),
    C::data("owner_number", |row| match &details(row).applicant {
        Applicant::Company { owner, .. } => owner.to_string().into(),
        Applicant::Participant(_) | Applicant::Ks => Cell::Empty,
    }),
    C::data("benefit", |row| details(row).benefit.word().into()),
    C::data("cost_ore", |row| details(row).cost.into()),
    C::data("applied_ore", |row| details(row).applied.into())
        .shown("proposals-applied")
        .width(Width::Amounts)
        .spare(1),
    C::data("submitted_on", |row| row.proposal.submitted_on.into()),
    C::data("go_live", |row| details(row).go_live.into()),
    C::data("stage", |row| row.proposal.stage.word().into())
        .rendered("proposals-stage", |row, words| stage(row.proposal.stage, words))
        .width(Width::Fixed(16))
        .spare(3),
    C::data("summary", |row| details(row).summary.as_str().into()),
    C::data("uptake_low", |row| details(row).uptake.low.into()),
    C::data("uptake", |row| details(row).uptake.likely.into()),
    C::data("uptake_high", |row| details(row).uptake.high.into()),
    C::data("delay_low", |row| details(row).delay.low.into()),
    C::data("delay", |row| details(row).delay.likely.into()),
    C::data("delay_high", |row| details(row).delay.high.into()),
    C::data("price_model", |row| details(row).price_model.to_string().into()),
    C::data("bass_p", |row| {
        details(row).bass.map(|bass| bass.innovation).into()
    }),
    C::data("bass_q", |row| {
        details(row).bass.map(|bass| bass.imitation).into()
    }),
];

fn stage(stage: Stage, words: &Words) -> Styled {
    let tone = if stage.is_over() { Tone::Dim } else { Tone::Plain };
    Styled::new(words.t(stage.key()), tone)
}

/// What it is about, in few lines: who applies for what, how it is scored, and what it says.
#[must_use]
pub fn brief(data: &ProposalData, words: &Words) -> Section {
    let details = details(&data.row);
    let mut facts = vec![
        Fact::of("word-applicant", data.row.applicant_name(), words),
        Fact::of("proposals-applied", words.kr(details.applied), words),
    ];
    if let Ok(Some(aggregate)) = &data.aggregate {
        let score = words.decimal(aggregate.mean, 2);
        facts.push(Fact::of("col-score", score, words));
    }
    Section::new(
        "",
        vec![Block::facts(facts), Block::text(&details.summary, Tone::Plain)],
    )
}

/// The page of one proposal. `solution` is what is told of it once it has gone live.
#[must_use]
pub fn page(data: &ProposalData, solution: Option<Section>, words: &Words) -> Document {
    let proposal = &data.row.proposal;
    let mut sections = vec![
        way(data, words),
        application::facts(data, words),
        application::summary(data, words),
        treatment::own_card(data, words),
        treatment::gates(data, words),
        treatment::conflicts(data, words),
        treatment::scores(data, words),
        treatment::recommendation(data, words),
        treatment::decision(data, words),
        treatment::commitment(data, words),
        treatment::plan(data, words),
        treatment::disbursements(data, words),
        matrix(data, words),
    ];
    sections.extend(solution.map(|section| section.at(Place::Right)));
    Document::titled(
        &format!("{}  {}", proposal.reference, proposal.details.title),
        sections,
    )
}

/// The stages behind, here and ahead, and the next step.
fn way(data: &ProposalData, words: &Words) -> Section {
    let stage = data.row.proposal.stage;
    let lifecycle = stage.lifecycle();
    let named =
        |mark: &str, stage: &Stage, tone| Styled::new(format!("{mark} {}", words.t(stage.key())), tone);
    let (mark, tone) = match stage {
        Stage::Repaid => ("✓", Tone::Good),
        _ if stage.is_over() => ("✗", Tone::Warn),
        _ => ("●", Tone::Accent),
    };
    let behind = lifecycle
        .behind
        .iter()
        .map(|stage| named("✓", stage, Tone::Plain));
    let ahead = lifecycle.ahead.iter().map(|stage| named("○", stage, Tone::Dim));
    let stages = behind.chain([named(mark, &stage, tone)]).chain(ahead).collect();
    let next = match stage {
        // L6: one registers, and then another approves.
        Stage::Committed if !data.disbursements.iter().any(Disbursement::waits) => {
            "next-register-disbursement"
        }
        _ => stage.next_key(),
    };
    let next = words.t(next);
    let blocks = vec![
        Block::Strip {
            label: words.t("proposals-stage"),
            words: stages,
        },
        Block::facts(vec![
            Fact::of("proposals-next-step", next, words).tone(Tone::Strong),
        ]),
    ];
    Section::new("", blocks).at(Place::Whole)
}
