//! Participants: the columns of their list and of the counties, and the page of one.

use jiff::civil::Date;

use super::column::{self, Column, Width, amount};
use super::document::{Block, Document, Fact, Place, Section, Styled, Tone};
use super::proposals::disbursement;
use crate::domain::contribution::{Standing, Waiver};
use crate::domain::participant::{Answer, Count, Participant};
use crate::i18n::{Phrase, Words, phrase, sentence};
use crate::usecases::views::Payment;
use crate::usecases::views::participants::{Adopted, Line, ParticipantData};
use crate::usecases::views::participation::{CountyLine, Tally};

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
        .shown("word-number-short")
        .width(Width::Fixed(4)),
    C::data("name", |line| participant(line).name.as_str().into())
        .shown("word-name")
        .width(Width::Flex(14)),
    C::data("county_number", |line| {
        participant(line).county_number.as_str().into()
    }),
    C::data("county_name", |line| {
        participant(line).county_name.as_str().into()
    })
    .shown(COUNTY)
    .width(Width::Fixed(16))
    .spare(1),
    C::data("population", |line| participant(line).population.into())
        .shown(INHABITANTS)
        .width(Width::Fixed(10))
        .figure()
        .spare(3),
    C::data("standing", |line| standing(line.standing).into())
        .rendered("word-status", |line, words| status(line.standing, words))
        .width(Width::Words(|| Standing::ALL.map(Standing::key).into())),
    // C6: what a yes would come to, where there is none.
    C::people("participants-col-amount", |line, words| {
        let joined = line.standing.has_joined();
        Styled::new(
            words.amount(line.amount()),
            if joined { Tone::Plain } else { Tone::Dim },
        )
    })
    .width(Width::Widest)
    .figure(),
    C::data("potential_ore", |line| line.potential.into()),
    C::data("promised_ore", |line| line.promised().into()),
    C::data("waived_ore", |line| line.row.waived.into()),
    C::data("paid_ore", |line| line.row.paid.into())
        .rendered("word-paid", |line, words| {
            amount(line.row.paid, Tone::Plain, words)
        })
        .width(Width::Amounts)
        .spare(2),
    C::data("refund_owed_ore", |line| line.row.over.into()),
    C::data("payment_due", |line| {
        Some(line.due.payment)
            .filter(|due| *due != Date::MAX && line.standing.has_joined())
            .into()
    }),
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

/// Headings that a list may want to keep.
pub const COUNTY: &str = "participants-col-county";
pub const INHABITANTS: &str = "participants-col-inhabitants";

/// The participants by county.
pub const COUNTIES: &[Column<CountyLine>] = &[
    Column::data("number", |county: &CountyLine| county.number.as_str().into())
        .shown("word-number-short")
        .width(Width::Fixed(3))
        .spare(5),
    Column::data("name", |county: &CountyLine| county.name.as_str().into())
        .shown(COUNTY)
        .width(Width::Flex(12)),
    Column::data("invited", |county: &CountyLine| county.tally.invited.into())
        .shown("participants-col-invited")
        .width(Width::Fixed(9))
        .figure(),
    Column::data("joined", |county: &CountyLine| county.tally.joined.into())
        .shown("word-yes")
        .width(Width::Fixed(9))
        .figure(),
    Column::data("paid", |county: &CountyLine| county.tally.paid.into())
        .rendered("word-paid", |county, _| {
            let tally = county.tally;
            let all = tally.paid == tally.invited;
            Styled::new(tally.paid.to_string(), if all { Tone::Good } else { Tone::Plain })
        })
        .width(Width::Fixed(9))
        .figure()
        .spare(3),
    Column::data("promised_ore", |county: &CountyLine| {
        county.tally.given.promised.into()
    })
    .shown("participants-col-promised")
    .width(Width::Amounts),
    Column::data("paid_ore", |county: &CountyLine| county.tally.given.paid.into())
        .shown("participants-col-received")
        .width(Width::Amounts)
        .spare(4),
];

/// R4: what a participant has taken into use, and what it owes for it besides the contribution.
pub const ADOPTED: &[Column<Adopted>] = &[
    Column::data("ref", |one: &Adopted| one.reference.to_string().into()).shown("word-ref"),
    Column::data("title", |one: &Adopted| one.title.as_str().into()).shown("word-solution"),
    Column::data("adopted_on", |one: &Adopted| one.line.adoption.adopted_on.into())
        .shown("solutions-col-adopted-on")
        .figure()
        .spare(4),
    Column::data("charged_ore", |one: &Adopted| one.line.charged.into())
        .shown("word-charged")
        .figure()
        .spare(3),
    Column::data("paid_ore", |one: &Adopted| one.line.paid.into())
        .shown("solutions-col-paid")
        .figure()
        .spare(2),
    Column::data("overdue_ore", |one: &Adopted| one.line.overdue.amount.into())
        .rendered("solutions-col-overdue", |one, words| {
            amount(one.line.overdue.amount, Tone::Warn, words)
        })
        .figure(),
    Column::data("owed_back_ore", |one: &Adopted| one.line.owed.into())
        .rendered("word-owed-back", |one, words| {
            amount(one.line.owed, Tone::Plain, words)
        })
        .figure()
        .spare(1),
];

/// Every answer, as machines read it.
pub const ANSWERS: &[Column<Answer>] = &[
    Column::data("decision", |answer: &Answer| decision(answer).into()),
    Column::data("decided_on", |answer: &Answer| answer.decided_on.into()),
    Column::data("amount_ore", |answer: &Answer| answer.amount.into()),
    Column::data("reference", |answer: &Answer| answer.reference.as_str().into()),
    Column::data("reason", |answer: &Answer| answer.reason.as_str().into()),
    Column::data("resolution", |answer: &Answer| answer.resolution.as_str().into()),
    Column::data("resolved_ore", |answer: &Answer| answer.resolved.into()),
];

/// C7: every count of inhabitants, as machines read it.
pub const COUNTS: &[Column<Count>] = &[
    Column::data("from", |count: &Count| count.from.into()),
    Column::data("population", |count: &Count| count.population.into()),
];

/// C8: what KS has waived, as machines read it.
pub const WAIVERS: &[Column<Waiver>] = &[
    Column::data("on", |waiver: &Waiver| waiver.on.into()),
    Column::data("amount_ore", |waiver: &Waiver| waiver.amount.into()),
    Column::data("reason", |waiver: &Waiver| waiver.reason.as_str().into()),
    Column::data("by", |waiver: &Waiver| waiver.by.as_str().into()),
];

/// Every payment, as machines read it.
pub const PAYMENTS: &[Column<Payment>] = &[
    Column::data("voucher", |payment: &Payment| payment.voucher.into()),
    Column::data("on", |payment: &Payment| payment.on.into()),
    Column::data("amount_ore", |payment: &Payment| payment.amount.into()),
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
fn status(standing: Standing, words: &Words) -> Styled {
    let tone = match standing {
        Standing::Paid => Tone::Good,
        Standing::AnswerLate | Standing::PaymentLate => Tone::Warn,
        Standing::Declined => Tone::Dim,
        Standing::Invited | Standing::Joined => Tone::Plain,
    };
    Styled::new(words.t(standing.key()), tone)
}

/// The answer as commands and files write it.
fn decision(answer: &Answer) -> &'static str {
    if answer.joins { "yes" } else { "no" }
}

/// How far the invited have come, in one line.
#[must_use]
pub fn summary(tally: &Tally, words: &Words) -> String {
    phrase("participants-summary")
        .with("joined", tally.joined)
        .with("invited", tally.invited)
        .with("paid", tally.paid)
        .with("overdue", tally.overdue)
        .with("unanswered", tally.unanswered)
        .words(words)
}

/// The list of participants, with how far they have come.
#[must_use]
pub fn list(lines: &[Line], words: &Words) -> Document {
    let mut list = column::list(COLUMNS, lines, "participants-none", words);
    if !lines.is_empty() {
        list.foot = summary(&Tally::of(lines.iter()), words);
    }
    list
}

/// The page of one participant.
#[must_use]
pub fn page(data: &ParticipantData, words: &Words) -> Document {
    let who = participant(&data.line);
    let part = |key: &str, block: Block| Section::new(words.t(key), vec![block]);
    let adopted = Block::Table(column::table(ADOPTED, &data.adopted, words));
    let sections = vec![
        Section::new("", vec![Block::facts(facts(data, words))]),
        part("participants-money", Block::facts(money(data, words))),
        part("participants-answers", answers(&data.answers, words)),
        part("participants-payments", payments(data, words)),
        part("word-solutions", adopted).at(Place::Right),
    ];
    Document::titled(&format!("{} {}", who.number, who.name), sections)
}

fn facts(data: &ParticipantData, words: &Words) -> Vec<Fact> {
    let who = participant(&data.line);
    vec![
        Fact::of("word-kind", words.t(who.kind.key()), words),
        Fact::of(COUNTY, who.county_name.as_str(), words),
        Fact::of(INHABITANTS, inhabitants(data, words), words),
        Fact::of(
            "participants-contribution",
            status(data.line.standing, words),
            words,
        ),
    ]
}

/// C7: those that count now, and what was counted before.
fn inhabitants(data: &ParticipantData, words: &Words) -> String {
    let count = |people: u32| words.count(i64::from(people));
    let now = count(participant(&data.line).population);
    let dated = data
        .counts
        .iter()
        .filter_map(|one| Some((one.from?, one.population)));
    let texts: Vec<String> = dated
        .map(|(from, population)| {
            let text = phrase("participants-counted-from").with("date", from);
            text.with("count", count(population)).words(words)
        })
        .collect();
    if texts.is_empty() {
        return now;
    }
    format!("{now} ({})", texts.join(", "))
}

fn money(data: &ParticipantData, words: &Words) -> Vec<Fact> {
    let line = &data.line;
    let row = &line.row;
    let (promised, waived) = line.promised_and_waived();
    let mut amounts = if line.standing.has_joined() || row.paid.is_positive() {
        vec![
            ("word-promised", promised),
            ("participants-waived", -waived),
            ("participants-paid-so-far", row.paid),
            ("participants-owed", line.owed()),
        ]
    } else {
        vec![("participants-would-pay", line.potential)]
    };
    amounts.push(("participants-over", row.over));
    // What is said only of those that it is about.
    amounts.retain(|(key, amount)| {
        !(amount.is_zero() && matches!(*key, "participants-waived" | "participants-over"))
    });
    let amounts = amounts
        .into_iter()
        .map(|(key, amount)| Fact::of(key, words.kr(amount), words));
    let dates = [
        ("participants-answer-due", line.due.answer),
        ("participants-payment-due", line.due.payment),
    ];
    // A scheme without a date never makes anyone late.
    let dates = dates.into_iter().filter(|(_, due)| *due != Date::MAX);
    let dates = dates.map(|(key, due)| Fact::of(key, words.planned_date(due), words));
    let waived = data.waivers.iter().map(|waiver| {
        let text = phrase("participants-waived-line")
            .with("amount", waiver.amount)
            .with("text", waiver.reason.replace('\n', " "));
        Fact::new(words.date(waiver.on), text.words(words)).tone(Tone::Dim)
    });
    amounts.chain(dates).chain(waived).collect()
}

fn answers(answers: &[Answer], words: &Words) -> Block {
    if answers.is_empty() {
        return Block::text(sentence(&words.t("word-has-not-answered")), Tone::Dim);
    }
    let describe = |answer: &Answer| {
        let text = if answer.joins {
            phrase("participants-said-yes").with("amount", answer.amount)
        } else {
            phrase("word-no")
        };
        let resolved = answer.resolved.map(|sum| {
            let text = phrase("participants-with-sum").with("amount", sum);
            Fact::new("", text.words(words)).tone(Tone::Dim)
        });
        let more = [
            ("participants-with-reference", &answer.reference),
            ("participants-with-resolution", &answer.resolution),
            ("participants-with-reason", &answer.reason),
        ];
        let more = more.into_iter().filter(|(_, text)| !text.is_empty());
        let more = more.map(|(key, text)| {
            let text = phrase(key).with("text", text.replace('\n', " "));
            Fact::new("", text.words(words)).tone(Tone::Dim)
        });
        std::iter::once(Fact::new(words.date(answer.decided_on), text.words(words)))
            .chain(more)
            .chain(resolved)
            .collect::<Vec<_>>()
    };
    Block::facts(answers.iter().flat_map(describe).collect())
}

fn payments(data: &ParticipantData, words: &Words) -> Block {
    if data.payments.is_empty() && data.refunds.is_empty() {
        return Block::text(sentence(&words.t("word-none")), Tone::Dim);
    }
    let line = |payment: &Payment| -> Phrase {
        phrase("participants-payment-line")
            .with("amount", payment.amount)
            .with("voucher", payment.voucher)
    };
    let paid = data.payments.iter();
    let paid = paid.map(|payment| Fact::new(words.date(payment.on), line(payment).words(words)));
    let back = data.refunds.iter().map(|refund| {
        let text = phrase("participants-refund-line")
            .with("amount", refund.amount)
            .with("id", refund.id)
            .with("state", disbursement(refund, words).text);
        Fact::new(words.date(refund.pay_on), text.words(words))
    });
    Block::facts(paid.chain(back).collect())
}
