//! The council's seats (M11): the columns of their list.

use super::column::Column;
use super::document::{Styled, Tone};
use crate::exchange::Cell;
use crate::i18n::Words;
use crate::usecases::views::terms::SeatLine;

type C = Column<SeatLine>;

/// The seats with who holds them. People read names, machines what commands call them.
pub const COLUMNS: &[C] = &[
    C::data("seat", |line| i64::from(line.seat.number).into())
        .shown("word-seat")
        .figure(),
    C::data("holder", |line| line.seat.holder.clone().into()).rendered("seats-col-holder", holder),
    C::data("name", |line| line.name.clone().into()),
    C::data("substitutes", |line| Cell::List(line.seat.substitutes.clone()))
        .rendered("seats-col-substitutes", |line, _| {
            line.substitutes.join(", ").into()
        }),
    C::data("from", |line| line.from.into()).shown("seats-col-from"),
    C::data("to", |line| line.to.into()).shown("seats-col-to"),
];

fn holder(line: &SeatLine, words: &Words) -> Styled {
    match &line.name {
        Some(name) => name.into(),
        None => Styled::new(words.t("seats-vacant"), Tone::Dim),
    }
}
