//! Participants: the columns of their list.

use super::column::{Column, Width};
use super::document::{Said, Tone};
use crate::domain::participant::{Answer, Participant, Standing};
use crate::usecases::views::participants::Line;

type C = Column<Line>;

fn participant(line: &Line) -> &Participant {
    &line.row.participant
}

fn answer(line: &Line) -> Option<&Answer> {
    line.row.answer.as_ref()
}

/// The list of participants, as of a day.
pub const COLUMNS: &[C] = &[
    C::data("kind", |line| participant(line).kind.word().into()),
    C::data("number", |line| participant(line).number.to_string().into())
        .shown("cli-col-number")
        .width(Width::Fixed(4)),
    C::data("name", |line| participant(line).name.as_str().into())
        .shown("cli-col-name")
        .width(Width::Flex(16)),
    C::data("county_number", |line| {
        participant(line).county_number.as_str().into()
    }),
    C::data("county_name", |line| {
        participant(line).county_name.as_str().into()
    }),
    C::data("population", |line| participant(line).population.into())
        .shown("cli-col-population")
        .width(Width::Fixed(10))
        .figure()
        .spare(3),
    C::data("standing", |line| standing(line.standing).into()).said("cli-col-standing", |line, words| {
        Said::new(words.t(line.standing.key()), tone(line.standing))
    }),
    C::data("potential_ore", |line| line.potential.into()),
    C::data("promised_ore", |line| line.promised().into())
        .shown("cli-col-promised")
        .width(Width::Amounts),
    C::data("paid_ore", |line| line.row.paid.into())
        .shown("cli-col-paid")
        .width(Width::Amounts)
        .spare(2),
    C::data("decision", |line| answer(line).map(decision).into()),
    C::data("decided_on", |line| {
        answer(line).map(|answer| answer.decided_on).into()
    }),
    C::data("reference", |line| {
        answer(line).map(|answer| answer.reference.as_str()).into()
    }),
    C::data("reason", |line| {
        answer(line).map(|answer| answer.reason.as_str()).into()
    }),
];

/// The standing as commands and files write it.
fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Invited => "invited",
        Standing::AnswerLate => "answer_late",
        Standing::Declined => "declined",
        Standing::Joined => "joined",
        Standing::PaymentLate => "payment_late",
        Standing::Paid => "paid",
    }
}

/// The word says it; the tone helps the eye to find it.
#[must_use]
pub fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Paid => Tone::Good,
        Standing::AnswerLate | Standing::PaymentLate => Tone::Warn,
        Standing::Declined => Tone::Dim,
        Standing::Invited | Standing::Joined => Tone::Plain,
    }
}

/// The answer as commands and files write it.
#[must_use]
pub fn decision(answer: &Answer) -> &'static str {
    if answer.joins { "yes" } else { "no" }
}
