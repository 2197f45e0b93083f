//! Vouchers: the columns of their list, and the page of one with its postings.

use super::column::{Column, Width};
use super::document::{Block, Document, Fact, Head, Section, Styled, Table, Tone};
use crate::domain::ledger::Account;
use crate::i18n::{Phrase, Words, phrase};
use crate::usecases::views::ledger::VoucherLine;

type C = Column<VoucherLine>;

/// The list of vouchers.
pub const COLUMNS: &[C] = &[
    C::data("voucher", |line| line.voucher.into())
        .rendered("vouchers-col-voucher", |line, _| {
            cell(line, line.voucher.to_string())
        })
        .width(Width::Fixed(6))
        .figure(),
    C::data("posted_on", |line| line.posted_on.into())
        .rendered("vouchers-posted", |line, words| {
            cell(line, words.column_date(line.posted_on))
        })
        .width(Width::Fixed(10))
        .figure(),
    C::data("event", |line| line.event.word().into())
        .rendered("vouchers-col-event", |line, words| {
            cell(line, words.t(event(line)))
        })
        .width(Width::Fixed(16))
        .spare(1),
    C::data("text", |line| line.text.as_str().into())
        .rendered("word-text", |line, words| {
            cell(
                line,
                match mark(line) {
                    Some(mark) => format!("{} · {}", mark.words(words), line.text),
                    None => line.text.clone(),
                },
            )
        })
        .width(Width::Flex(32)),
    C::data("amount_ore", |line| line.amount().into())
        .rendered("vouchers-col-kroner", |line, words| {
            cell(line, words.amount(line.amount()))
        })
        .width(Width::Amounts),
];

/// What is taken back or not yet so is dim.
fn cell(line: &VoucherLine, text: String) -> Styled {
    let tone = if state(line).is_some() {
        Tone::Dim
    } else {
        Tone::Plain
    };
    Styled::new(text, tone)
}

/// L2: that a voucher is taken back, and by which; or that it is dated ahead.
fn state(line: &VoucherLine) -> Option<Phrase> {
    let ahead = line.ahead.then(|| phrase("vouchers-ahead"));
    let reversed = line
        .reversed_by
        .map(|by| phrase("vouchers-reversed-by").with("voucher", by));
    reversed.or(ahead)
}

/// [`state`] in few letters, before a text that is to have the room.
fn mark(line: &VoucherLine) -> Option<Phrase> {
    let ahead = line.ahead.then(|| phrase("vouchers-ahead-mark"));
    let reversed = line
        .reversed_by
        .map(|by| phrase("vouchers-reversed-mark").with("voucher", by));
    reversed.or(ahead)
}

/// A reversal is of the kind that it takes back, and is called what it is.
fn event(line: &VoucherLine) -> &'static str {
    if line.reverses.is_some() {
        "event-reversal"
    } else {
        line.event.key()
    }
}

/// What there is to say of a voucher besides its postings; the text, which may be long, stands last.
#[must_use]
pub fn facts(line: &VoucherLine, words: &Words) -> Vec<Fact> {
    let mut facts = vec![
        Fact::of("vouchers-col-event", words.t(event(line)), words),
        Fact::of("vouchers-posted", words.long_date(line.posted_on), words),
    ];
    if line.value_on != line.posted_on {
        facts.push(Fact::of(
            "vouchers-value-on",
            words.long_date(line.value_on),
            words,
        ));
    }
    let taken_back = line
        .reverses
        .map(|of| phrase("vouchers-reverses").with("voucher", of));
    for state in [taken_back, state(line)].into_iter().flatten() {
        let state = Styled::new(state.words(words), Tone::Warn);
        facts.push(Fact::of("word-status", state, words));
    }
    facts.push(Fact::of("word-text", line.text.clone(), words));
    facts
}

/// L1: the accounts and what is posted on each, debits and credits; they sum to zero.
#[must_use]
pub fn page(line: &VoucherLine, words: &Words) -> Document {
    let mut postings = Table::headed(vec![Head::words(""), Head::figure(""), Head::words("")]);
    for posting in &line.postings {
        let (side, amount) = if posting.amount.is_positive() {
            ("vouchers-debit", posting.amount)
        } else {
            ("vouchers-credit", -posting.amount)
        };
        postings.row(vec![
            Styled::new(words.t(side), Tone::Dim),
            words.amount(amount).into(),
            account(posting.account).words(words).into(),
        ]);
    }
    let title = phrase("word-voucher-number")
        .with("voucher", line.voucher)
        .words(words);
    let facts = Block::facts(facts(line, words));
    Document::titled(
        &title,
        vec![Section::new("", vec![Block::Table(postings), facts])],
    )
}

/// L1: an account in words.
fn account(account: Account) -> Phrase {
    match account {
        Account::Bank => phrase("account-bank"),
        Account::Outstanding(reference) => phrase("account-outstanding").with("ref", reference),
        Account::Contributions(source) => phrase("account-contributions").word("source", source.key()),
        Account::OtherIncome => phrase("account-other-income"),
        Account::Costs => phrase("account-costs"),
        Account::Losses(reference) => phrase("account-losses").with("ref", reference),
        Account::Refunds => phrase("account-refunds-owed"),
    }
}
