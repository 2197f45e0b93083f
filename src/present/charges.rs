//! Charges (R4): the columns of their list, and the page of one.

use super::column::{self, Column, Width, amount};
use super::document::{Block, Document, Fact, Section, Styled, Tone};
use crate::domain::money::Ore;
use crate::domain::repayment::ChargeStanding;
use crate::exchange::Cell;
use crate::i18n::{Words, phrase};
use crate::usecases::views::solutions::ChargeLine;

type C = Column<ChargeLine>;

/// The list of charges.
pub const COLUMNS: &[C] = &[
    C::data("invoice", |line| line.charge.invoice.to_string().into())
        .shown("charges-invoice")
        .width(Width::Fixed(7)),
    C::data("ref", |line| line.charge.reference.to_string().into())
        .shown("word-ref")
        .width(Width::Fixed(7))
        .spare(6),
    C::data("title", |line| line.title.as_str().into()),
    C::data("number", |line| line.charge.number.to_string().into()),
    C::data("name", |line| line.name.as_str().into())
        .shown("word-participant")
        .width(Width::Flex(8)),
    // None under a price list (R2).
    C::data("settlement", |line| line.charge.settlement.into()),
    C::data("inhabitants", |line| line.charge.inhabitants.into()),
    C::data("amount_ore", |line| line.charge.amount.into())
        .shown("word-charged")
        .width(Width::Amounts)
        .spare(3),
    C::data("credited_ore", |line| line.charge.credited.into())
        .rendered("charges-credited", |line, words| {
            amount(line.charge.credited, Tone::Plain, words)
        })
        .width(Width::Amounts)
        .spare(5),
    C::data("paid_ore", |line| line.charge.paid.into())
        .rendered("solutions-col-paid", |line, words| {
            amount(line.charge.paid, Tone::Plain, words)
        })
        .width(Width::Amounts)
        .spare(4),
    C::data("open_ore", |line| line.charge.open().into())
        .rendered("charges-unpaid", |line, words| {
            amount(line.charge.open(), tone(line.standing), words)
        })
        .width(Width::Amounts),
    C::data("issued_on", |line| line.charge.issued_on.into()),
    C::data("due_on", |line| line.charge.due_on.into())
        .shown("charges-due")
        .width(Width::Fixed(10))
        .figure()
        .spare(1),
    C::data("standing", |line| line.standing.word().into())
        .rendered("solutions-col-status", standing)
        .width(Width::Widest),
    // The days of the reminders, oldest first.
    C::data("reminders", |line| {
        Cell::List(line.reminders.iter().map(ToString::to_string).collect())
    })
    .rendered("charges-reminders", |line, words| match line.charge.reminders {
        0 => Styled::new(words.t("word-dash"), Tone::Dim),
        some => words.count(some).into(),
    })
    .width(Width::Fixed(6))
    .figure()
    .spare(2),
];

/// The list of charges, with what it comes to, or what is said where there are `none`.
#[must_use]
pub fn list(lines: &[ChargeLine], none: &str, words: &Words) -> Document {
    let mut list = column::list(COLUMNS, lines, none, words);
    if !lines.is_empty() {
        let open = |line: &ChargeLine| line.charge.open();
        let overdue = lines
            .iter()
            .filter(|line| line.standing == ChargeStanding::Overdue);
        let sum = phrase("cli-charges-sum")
            .with("count", lines.len())
            .with("open", lines.iter().map(open).sum::<Ore>())
            .with("overdue", overdue.map(open).sum::<Ore>());
        list.foot = sum.words(words);
    }
    list
}

fn standing(line: &ChargeLine, words: &Words) -> Styled {
    Styled::new(words.t(line.standing.key()), tone(line.standing))
}

/// The word says it; the tone helps the eye to find it.
fn tone(standing: ChargeStanding) -> Tone {
    match standing {
        ChargeStanding::Overdue => Tone::Bad,
        ChargeStanding::Paid => Tone::Good,
        ChargeStanding::Credited => Tone::Dim,
        ChargeStanding::PartlyPaid | ChargeStanding::Open => Tone::Plain,
    }
}

/// The page of one charge.
#[must_use]
pub fn page(line: &ChargeLine, words: &Words) -> Document {
    let charge = &line.charge;
    let reminded: Vec<String> = line.reminders.iter().map(|date| words.date(*date)).collect();
    let facts = vec![
        Fact::of(
            "col-solution",
            format!("{} {}", charge.reference, line.title),
            words,
        ),
        Fact::of(
            "word-participant",
            format!("{} {}", charge.number, line.name),
            words,
        ),
        Fact::of("word-inhabitants", words.count(charge.inhabitants.into()), words),
        Fact::of("charges-issued", words.date(charge.issued_on), words),
        Fact::of("charges-due", words.planned_date(charge.due_on), words),
        Fact::of("solutions-col-status", standing(line, words), words),
        Fact::of("charges-reminders", reminded.join(", "), words),
    ];
    let figures = [
        ("word-charged", charge.amount),
        ("charges-credited", charge.credited),
        ("solutions-col-paid", charge.paid),
        ("charges-unpaid", charge.open()),
    ];
    let figures = figures.map(|(key, amount)| Fact::of(key, words.kr(amount), words));
    let title = phrase("charges-title-one")
        .with("invoice", charge.invoice)
        .words(words);
    let blocks = vec![Block::facts(facts), Block::figures(figures.into())];
    Document::titled(&title, vec![Section::new("", blocks)])
}
