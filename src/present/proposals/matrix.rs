//! Who gave a proposal what (S3): a row for each member and a column for each criterion, with what stands far from the others
//! marked, and how far they are apart.

use rust_decimal::Decimal;

use crate::domain::scheme::Criterion;
use crate::domain::scoring::{Aggregate, Scorecard, is_far};
use crate::i18n::{Words, by_name, sentence};
use crate::present::document::{Block, Head, Place, Section, Styled, Table, Tone};
use crate::usecases::views::proposals::ProposalData;

/// Letters of a criterion's name in the head of its column.
const LETTERS: usize = 3;
/// After a score that stands far from the others.
const FAR: &str = "!";

/// The matrix; nothing where nobody has scored, or where the viewer doesn't see it (S4).
#[must_use]
pub fn section(data: &ProposalData, words: &Words) -> Section {
    if data.cards.is_empty() {
        return Section::default();
    }
    let name = |handle: &str| data.names.get(handle).map_or(handle, String::as_str).to_owned();
    let mut cards: Vec<(String, &Scorecard)> = data
        .cards
        .iter()
        .map(|(handle, card)| (name(handle), card))
        .collect();
    cards.sort_by(|one, other| by_name(&one.0, &other.0));
    let apart: Vec<Option<Aggregate>> = data
        .criteria
        .iter()
        .map(|criterion| of_criterion(criterion, &cards))
        .collect();
    let mut head = vec![Head::words(words.t("role-member"))];
    head.extend(
        data.criteria
            .iter()
            .map(|criterion| Head::figure(short(criterion, words))),
    );
    head.push(Head {
        spare: 1,
        ..Head::figure(words.t("word-score"))
    });
    let mut table = Table::headed(head);
    for (name, card) in &cards {
        let mut cells: Vec<Styled> = vec![name.as_str().into()];
        let scores = data.criteria.iter().zip(&apart);
        cells
            .extend(scores.map(|(criterion, apart)| cell(card.score(&criterion.key), apart.as_ref(), words)));
        let whole = card.member_score(&data.criteria);
        cells.push(
            whole
                .map_or_else(String::new, |score| words.decimal(score, 2))
                .into(),
        );
        table.row(cells);
    }
    let mut spread: Vec<Styled> = vec![sentence(&words.t("word-spread")).into()];
    spread.extend(apart.iter().map(|apart| {
        let deviation = apart.as_ref().map(|apart| apart.deviation);
        deviation
            .map_or_else(String::new, |deviation| words.decimal(deviation, 1))
            .into()
    }));
    spread.push(Styled::default());
    table.sum(spread);
    let names = data.criteria.iter();
    let names =
        names.map(|criterion| format!("{}: {}", short(criterion, words), words.name(&criterion.name)));
    let mut legend: Vec<String> = names.collect();
    legend.push(format!("{FAR}: {}", words.t("proposals-matrix-far")));
    let blocks = vec![Block::Table(table), Block::text(legend.join(", "), Tone::Dim)];
    Section::new(words.t("proposals-matrix"), blocks).at(Place::Right)
}

/// How the scores on a criterion are spread.
fn of_criterion(criterion: &Criterion, cards: &[(String, &Scorecard)]) -> Option<Aggregate> {
    let scores = cards.iter().filter_map(|(_, card)| card.score(&criterion.key));
    Aggregate::of(&scores.map(Decimal::from).collect::<Vec<_>>())
}

fn cell(score: Option<u8>, apart: Option<&Aggregate>, words: &Words) -> Styled {
    let Some(score) = score else {
        return Styled::new(words.t("word-dash"), Tone::Dim);
    };
    if apart.is_some_and(|apart| is_far(score, apart.median)) {
        Styled::new(format!("{score}{FAR}"), Tone::Warn)
    } else {
        score.to_string().into()
    }
}

fn short(criterion: &Criterion, words: &Words) -> String {
    words.name(&criterion.name).chars().take(LETTERS).collect()
}
