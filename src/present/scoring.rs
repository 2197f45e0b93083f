//! The open round as one member has scored it: the columns of its proposals, and the page.

use super::column::{self, Column, Width};
use super::document::{Document, Fact, Styled, Tone};
use crate::domain::scoring::Aggregate;
use crate::exchange::Cell;
use crate::i18n::{Words, phrase};
use crate::usecases::views::scoring::{ProposalToScore, ScoringData};

type C = Column<ProposalToScore>;

/// The proposals of the round. Of the scores only the viewer's own are shown (S4).
pub const COLUMNS: &[C] = &[REF, TITLE, APPLIED, OWN, HANDED_IN, SUBMITTED, EXPECTED];

/// The same for a viewer who gives no scores.
const WITHOUT_SCORES: &[C] = &[REF, TITLE, APPLIED, SUBMITTED];

const REF: C = C::data("ref", |proposal| proposal.reference.to_string().into())
    .rendered("word-ref", |proposal, _| {
        Styled::new(proposal.reference.to_string(), tone(proposal))
    })
    .width(Width::Fixed(7));
const TITLE: C = C::data("title", |proposal| proposal.title.as_str().into())
    .rendered("word-proposal", |proposal, _| {
        Styled::new(&proposal.title, tone(proposal))
    })
    .width(Width::Flex(12));
const APPLIED: C = C::data("applied_ore", |proposal| proposal.applied.into())
    .millions("word-nok-mill")
    .width(Width::Fixed(8))
    .spare(2);
const OWN: C = C::data("score", own)
    .rendered("scoring-head-own", own_score)
    .width(Width::Fixed(13))
    .figure();
const HANDED_IN: C = C::data("handed_in", |proposal| {
    proposal.own.as_ref().map(|own| own.handed_in).into()
});
const SUBMITTED: C = C::data("submitted", |proposal| proposal.submitted.into())
    .rendered("word-handed-in", |proposal, words| {
        let of = phrase("word-of").with("part", proposal.submitted);
        Styled::new(of.with("all", proposal.expected).words(words), Tone::Dim)
    })
    .width(Width::Fixed(9))
    .figure()
    .spare(1);
const EXPECTED: C = C::data("expected", |proposal| proposal.expected.into());

/// What the viewer steps aside from steps back.
fn tone(proposal: &ProposalToScore) -> Tone {
    if proposal.conflicted {
        Tone::Dim
    } else {
        Tone::Plain
    }
}

fn own(proposal: &ProposalToScore) -> Cell {
    let score = proposal.own.as_ref().and_then(|own| own.score);
    score.map_or(Cell::Empty, Cell::Score)
}

/// The viewer's own score, or why there is none.
fn own_score(proposal: &ProposalToScore, words: &Words) -> Styled {
    match own(proposal) {
        _ if proposal.conflicted => Styled::new(words.t("word-in-conflict"), Tone::Dim),
        Cell::Score(score) if proposal.is_handed_in() => Styled::new(words.decimal(score, 2), Tone::Strong),
        Cell::Score(score) => {
            let registered = phrase("scoring-registered").with("score", words.decimal(score, 2));
            Styled::new(registered.words(words), Tone::Warn)
        }
        _ => Styled::new(words.t("scoring-unscored"), Tone::Warn),
    }
}

/// S3: what the scores of a proposal come to, the score that it is ranked by first.
#[must_use]
pub fn aggregated(aggregate: &Aggregate, words: &Words) -> Vec<Fact> {
    let two = |number| words.decimal(number, 2);
    vec![
        Fact::of("col-score", two(aggregate.mean), words).tone(Tone::Strong),
        Fact::of("word-median", two(aggregate.median), words),
        Fact::of("word-standard-deviation", two(aggregate.deviation), words),
        Fact::of("scoring-range", two(aggregate.range), words),
        Fact::of("ranking-scorecards", aggregate.scorecards.to_string(), words),
    ]
}

/// Facts in one line, where there is no room for a row of each.
#[must_use]
pub fn in_a_line(facts: &[Fact]) -> String {
    // Where the line is broken, it is after a fact and its sign.
    let facts = facts
        .iter()
        .map(|fact| format!("{}\u{a0}{}", fact.label, fact.value.text));
    facts.collect::<Vec<_>>().join("\u{a0}· ")
}

/// The columns for a viewer who scores, or doesn't.
#[must_use]
pub fn columns(scores: bool) -> &'static [C] {
    if scores { COLUMNS } else { WITHOUT_SCORES }
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
        ..column::list(
            columns(data.scores),
            &data.proposals,
            "scoring-no-proposals",
            words,
        )
    }
}
