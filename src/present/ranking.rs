//! The ranked list (S3, S6–S8): its columns.

use rust_decimal::Decimal;

use super::column::Column;
use crate::domain::ranking::Placed;
use crate::domain::scoring::Aggregate;
use crate::exchange::Cell;
use crate::usecases::views::ranking::{CaseFacts, RankingData};

/// A proposal at its place in the list.
#[derive(Clone, Debug)]
pub struct Ranked {
    pub placed: Placed,
    pub facts: CaseFacts,
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
    C::data("place", |row| row.placed.place.into()),
    C::data("ref", |row| row.facts.reference.to_string().into()),
    C::data("title", |row| row.facts.title.as_str().into()),
    C::data("score", |row| figure(row, |aggregate| aggregate.mean)),
    C::data("median", |row| figure(row, |aggregate| aggregate.median)),
    C::data("sd", |row| figure(row, |aggregate| aggregate.deviation)),
    C::data("range", |row| figure(row, |aggregate| aggregate.range)),
    C::data("scorecards", |row| {
        row.placed
            .case
            .aggregate
            .as_ref()
            .map_or(0, |aggregate| aggregate.scorecards)
            .into()
    }),
    C::data("applied_ore", |row| row.facts.applied.into()),
    C::data("cumulative_ore", |row| row.placed.cumulative.into()),
    C::data("above_line", |row| row.placed.above_line.into()),
    C::data("computed_place", |row| row.placed.computed_place.into()),
    C::data("moved_reason", |row| row.placed.moved_reason.as_deref().into()),
];
