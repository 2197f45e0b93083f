//! The open round as one member has scored it: the columns of its proposals, and the page.

use super::column::{self, Column};
use super::document::{Document, Said};
use crate::exchange::Cell;
use crate::i18n::{Words, phrase};
use crate::usecases::views::scoring::{ProposalToScore, ScoringData};

type C = Column<ProposalToScore>;

/// The proposals of the round. Of the scores only one's own are told (S4).
pub const COLUMNS: &[C] = &[
    C::data("ref", |case| case.reference.to_string().into()).shown("scoring-head-ref"),
    C::data("title", |case| case.title.as_str().into()).shown("scoring-head-title"),
    C::data("applied_ore", |case| case.applied.into())
        .shown("cli-col-applied")
        .figure(),
    C::data("score", own).said("scoring-head-own", said),
    C::data("handed_in", |case| {
        case.own.as_ref().map(|own| own.handed_in).into()
    }),
    C::data("submitted", |case| case.submitted.into())
        .said("scoring-head-submitted", |case, words| {
            let of = phrase("scoring-of").with("submitted", case.submitted);
            of.with("expected", case.expected).words(words).into()
        })
        .figure(),
    C::data("expected", |case| case.expected.into()),
];

fn own(case: &ProposalToScore) -> Cell {
    let score = case.own.as_ref().and_then(|own| own.score);
    score.map_or(Cell::Empty, Cell::Score)
}

/// One's own score, or why there is none.
fn said(case: &ProposalToScore, words: &Words) -> Said {
    match own(case) {
        _ if case.conflicted => words.t("scoring-conflicted"),
        Cell::Score(score) if case.is_handed_in() => words.decimal(score, 2),
        Cell::Score(score) => {
            let registered = phrase("scoring-registered").with("score", words.decimal(score, 2));
            registered.words(words)
        }
        _ => words.t("scoring-unscored"),
    }
    .into()
}

/// The round with its proposals, or that none is open.
#[must_use]
pub fn page(data: &ScoringData, words: &Words) -> Document {
    let Some(round) = &data.round else {
        return words.t("scoring-no-round").into();
    };
    let (scored, mine) = data.progress();
    let (submitted, expected) = data.submitted();
    let title = if data.scores {
        phrase("scoring-title-own")
            .with("scored", scored)
            .with("mine", mine)
    } else {
        phrase("scoring-title")
    };
    let title = title
        .with("round", round.name.as_str())
        .with("submitted", submitted)
        .with("expected", expected);
    Document {
        title: title.words(words),
        ..column::list(COLUMNS, &data.cases, "scoring-no-cases", words)
    }
}
