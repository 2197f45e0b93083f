//! The register of decisions across meetings: item, recommendation, KS's decision, deviation, date.

use super::numbered;
use crate::domain::council::Ruling;
use crate::domain::meeting::Motion;
use crate::domain::money::Ore;
use crate::exchange::Cell;
use crate::i18n::{Words, inside_a_sentence, phrase};
use crate::present::column::{self, Column, Width};
use crate::present::document::{Document, Styled, Tone};
use crate::usecases::views::register::RegisterLine;

type C = Column<RegisterLine>;

/// The register.
pub const COLUMNS: &[C] = &[
    C::data("meeting", |line| line.meeting.to_string().into()),
    C::data("item", |line| line.number.into())
        .rendered("word-item", |line, words| {
            line.number
                .map_or_else(String::new, |number| numbered(number, line.meeting, words))
                .into()
        })
        .width(Width::Widest),
    C::data("held_on", |line| line.held_on.into())
        .shown("word-date")
        .width(Width::Fixed(10)),
    C::data("ref", |line| line.reference.to_string().into())
        .shown("word-ref")
        .width(Width::Fixed(8)),
    C::data("title", |line| line.title.as_str().into())
        .shown("word-proposal")
        .width(Width::Flex(16))
        .spare(2),
    C::data("recommendation", |line| recommendation(&line.carried).into())
        .rendered("minutes-recommendation", recommended)
        .width(Width::Widest),
    C::data("recommended_ore", |line| line.carried.amount().into()),
    // M14: what was free then, where more was recommended.
    C::data("free_ore", |line| line.free.into()),
    C::data("conditions", |line| match &line.carried {
        Motion::Approve { conditions, .. } => conditions.as_str().into(),
        _ => Cell::Empty,
    }),
    C::data("stands", |line| line.stands.into()),
    C::data("decision", |line| line.ruling().map(Ruling::word).into())
        .rendered("proposals-decision", decided)
        .width(Width::Widest),
    C::data("decided_ore", |line| match line.ruling() {
        Some(Ruling::Commit(amount)) => amount.into(),
        _ => Cell::Empty,
    }),
    C::data("decided_on", |line| {
        line.decided.as_ref().map(|decided| decided.on).into()
    })
    .shown("ranking-head-decided")
    .width(Width::Fixed(10))
    .spare(1),
    C::data("deviates", |line| line.deviates().into()).rendered("word-deviation", deviation),
    C::data("reason", |line| {
        line.decided
            .as_ref()
            .map(|decided| decided.reason.as_str())
            .into()
    }),
];

fn recommendation(carried: &Motion) -> &'static str {
    carried.key().trim_start_matches("motion-")
}

fn recommended(line: &RegisterLine, words: &Words) -> Styled {
    let said = match line.carried.amount() {
        Some(amount) => commitment(amount, words),
        None => words.t(line.carried.key()),
    };
    let said = match line.free {
        Some(_) => words.tr("decisions-above-free", &[("what", said.into())]),
        None => said,
    };
    if line.stands {
        said.into()
    } else {
        let replaced = phrase("decisions-replaced").with("what", said);
        Styled::new(replaced.words(words), Tone::Dim)
    }
}

/// In small letters, as the other outcomes beside it.
fn commitment(amount: Ore, words: &Words) -> String {
    inside_a_sentence(&words.tr("proposals-decided-commit", &[("amount", amount.into())]))
}

fn decided(line: &RegisterLine, words: &Words) -> Styled {
    match line.ruling() {
        Some(Ruling::Commit(amount)) => commitment(amount, words).into(),
        Some(Ruling::Decline) => words.t("word-rejection").into(),
        None => Styled::default(),
    }
}

/// Why KS deviated, or that it did.
fn deviation(line: &RegisterLine, words: &Words) -> Styled {
    let reason = line
        .decided
        .as_ref()
        .map_or("", |decided| decided.reason.as_str());
    match (line.deviates(), reason) {
        (false, _) => Styled::default(),
        (true, "") => Styled::new(words.t("word-yes"), Tone::Warn),
        (true, reason) => Styled::new(reason, Tone::Warn),
    }
}

/// The page of the register.
#[must_use]
pub fn list(lines: &[RegisterLine], words: &Words) -> Document {
    column::list(COLUMNS, lines, "decisions-none", words)
}
