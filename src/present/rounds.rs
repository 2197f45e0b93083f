//! Scoring rounds: the columns of their list and of their proposals, and the page of one. How far the scoring has come is all
//! that is told of the scores (S4).

use super::column::{self, Column};
use super::document::{Block, Document, Fact, Section, Styled, Tone};
use crate::exchange::Cell;
use crate::i18n::{Words, phrase};
use crate::usecases::views::RoundProposal;
use crate::usecases::views::rounds::{NotHandedIn, RoundLine};

type C = Column<RoundLine>;

/// The list of rounds.
pub const COLUMNS: &[C] = &[
    C::data("round", |line| line.round.name.as_str().into()).shown("word-round"),
    C::data("opened_on", |line| line.round.opened_on.into()).shown("col-opened"),
    C::data("revealed_on", |line| line.round.revealed_on.into()).rendered("rounds-revealed", revealed),
    C::data("submitted", |line| line.submitted.into())
        .rendered("word-handed-in", submitted)
        .figure(),
    C::data("expected", |line| line.expected.into()),
    // What they are is in `CASES`.
    C::data("cases", |_| Cell::Empty)
        .rendered("word-proposals", |line, _| {
            line.proposals.len().to_string().into()
        })
        .figure(),
];

/// The proposals of a round.
pub const PROPOSALS: &[Column<RoundProposal>] = &[
    Column::data("ref", |proposal: &RoundProposal| {
        proposal.reference.to_string().into()
    })
    .shown("word-ref"),
    Column::data("title", |proposal: &RoundProposal| proposal.title.as_str().into()).shown("col-title"),
    Column::data("applied_ore", |proposal: &RoundProposal| proposal.applied.into())
        .shown("word-applied")
        .figure(),
    Column::data("stage", |proposal: &RoundProposal| proposal.stage.word().into())
        .rendered("word-stage", |proposal, words| {
            words.t(proposal.stage.key()).into()
        }),
];

fn revealed(line: &RoundLine, words: &Words) -> Styled {
    let revealed = line.round.revealed_on;
    revealed
        .map_or_else(|| words.t("rounds-blind"), |date| words.column_date(date))
        .into()
}

fn submitted(line: &RoundLine, words: &Words) -> Styled {
    let progress = phrase("word-of").with("part", line.submitted);
    progress.with("all", line.expected).words(words).into()
}

/// The page of one round.
#[must_use]
pub fn page(line: &RoundLine, words: &Words) -> Document {
    let facts = vec![
        Fact::of("col-opened", words.date(line.round.opened_on), words),
        Fact::of("rounds-revealed", revealed(line, words), words),
        Fact::of("word-handed-in", submitted(line, words), words),
    ];
    let proposals = Block::Table(column::table(PROPOSALS, &line.proposals, words));
    let mut sections = vec![Section::new("", vec![Block::facts(facts), proposals])];
    if let Some(members) = &line.not_handed_in {
        let block = if members.is_empty() {
            Block::text(words.t("rounds-all-handed-in"), Tone::Plain)
        } else {
            Block::facts(members.iter().map(|member| waits(member, words)).collect())
        };
        sections.push(Section::new(words.t("rounds-not-handed-in"), vec![block]));
    }
    Document::titled(&line.round.name, sections)
}

/// S4: what a member is still to hand in.
fn waits(member: &NotHandedIn, words: &Words) -> Fact {
    let proposals = member.proposals.iter().map(|(reference, registered)| {
        let name = reference.to_string();
        let registered = registered.then(|| phrase("rounds-registered").with("what", name.as_str()));
        registered.map_or(name, |registered| registered.words(words))
    });
    Fact::new(&member.name, proposals.collect::<Vec<_>>().join(", "))
}
