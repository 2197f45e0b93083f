//! The open round as one member has scored it: the columns of its proposals, and the page.

use super::column::{self, Column};
use super::document::{Document, Styled};
use crate::exchange::Cell;
use crate::i18n::{Words, phrase};
use crate::usecases::views::scoring::{ProposalToScore, ScoringData};

type C = Column<ProposalToScore>;

/// The proposals of the round. Of the scores only the viewer's own are shown (S4).
pub const COLUMNS: &[C] = &[
    C::data("ref", |proposal| proposal.reference.to_string().into()).shown("word-ref"),
    C::data("title", |proposal| proposal.title.as_str().into()).shown("word-proposal"),
    C::data("applied_ore", |proposal| proposal.applied.into())
        .shown("word-applied")
        .figure(),
    C::data("score", own).rendered("scoring-head-own", own_score),
    C::data("handed_in", |proposal| {
        proposal.own.as_ref().map(|own| own.handed_in).into()
    }),
    C::data("submitted", |proposal| proposal.submitted.into())
        .rendered("word-handed-in", |proposal, words| {
            let of = phrase("word-of").with("part", proposal.submitted);
            of.with("all", proposal.expected).words(words).into()
        })
        .figure(),
    C::data("expected", |proposal| proposal.expected.into()),
];

fn own(proposal: &ProposalToScore) -> Cell {
    let score = proposal.own.as_ref().and_then(|own| own.score);
    score.map_or(Cell::Empty, Cell::Score)
}

/// The viewer's own score, or why there is none.
fn own_score(proposal: &ProposalToScore, words: &Words) -> Styled {
    match own(proposal) {
        _ if proposal.conflicted => words.t("scoring-conflicted"),
        Cell::Score(score) if proposal.is_handed_in() => words.decimal(score, 2),
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
        ..column::list(COLUMNS, &data.proposals, "scoring-no-cases", words)
    }
}
