//! Commitments, and the disbursements of them: the columns of their lists.

use super::column::{self, Column, Width};
use super::document::{Document, Styled, Tone};
use super::proposals::disbursement;
use crate::domain::commitment::{Disbursement, Payee, Standing};
use crate::domain::money::Ore;
use crate::i18n::{Words, phrase};
use crate::usecases::views::capital_board::DisbursementLine;
use crate::usecases::views::commitments::{CommitmentLine, DisbursementsData};

type C = Column<Disbursement>;
type Waits = Column<DisbursementLine>;

/// Every commitment and what is left of it (K4).
pub const COMMITMENTS: &[Column<CommitmentLine>] = &[
    Column::data("ref", |line: &CommitmentLine| line.reference.to_string().into())
        .shown("word-ref")
        .width(Width::Fixed(7)),
    Column::data("title", |line: &CommitmentLine| line.title.as_str().into())
        .shown("word-proposal")
        .width(Width::Flex(20)),
    Column::data("committed_ore", |line: &CommitmentLine| {
        line.standing.committed.into()
    })
    .shown("capital-col-committed")
    .width(Width::Amounts),
    Column::data("disbursed_ore", |line: &CommitmentLine| {
        line.standing.disbursed.into()
    })
    .shown("word-disbursed")
    .width(Width::Amounts)
    .spare(1),
    Column::data("released_ore", |line: &CommitmentLine| {
        line.standing.released.into()
    })
    .shown("word-released")
    .width(Width::Amounts)
    .spare(2),
    Column::data("outstanding_ore", |line: &CommitmentLine| {
        line.standing.outstanding().into()
    })
    .rendered("word-left", |line, words| {
        let left = line.standing.outstanding();
        Styled::new(
            words.amount(left),
            if left.is_zero() { Tone::Dim } else { Tone::Strong },
        )
    })
    .width(Width::Amounts),
    Column::data("waiting_ore", |line: &CommitmentLine| line.waiting.into()),
    Column::data("next_on", |line: &CommitmentLine| {
        line.next.map(|next| next.due_on).into()
    })
    .rendered("word-next", |line, words| match line.next {
        Some(next) => Styled::new(words.column_date(next.due_on), Tone::Dim),
        None if line.waiting.is_positive() => Styled::new(words.t("word-waits"), Tone::Warn),
        None => Styled::from(""),
    })
    .width(Width::Fixed(10))
    .figure()
    .spare(3),
];

/// What commitments sum to, as the sum that it is: in full, and shorter.
#[must_use]
pub fn committed(standings: impl Iterator<Item = Standing>, words: &Words) -> [String; 2] {
    let mut sum = Standing::default();
    for standing in standings {
        sum.committed += standing.committed;
        sum.disbursed += standing.disbursed;
        sum.released += standing.released;
    }
    ["capital-commitments-sum", "capital-commitments-sum-short"].map(|key| {
        phrase(key)
            .with("committed", words.amount(sum.committed))
            .with("disbursed", words.amount(sum.disbursed))
            .with("released", words.amount(sum.released))
            .with("left", sum.outstanding())
            .words(words)
    })
}

/// What of the rest of commitments is registered and not yet paid. Empty where nothing is.
#[must_use]
pub fn waiting(lines: &[CommitmentLine], words: &Words) -> String {
    let waiting: Ore = lines.iter().map(|line| line.waiting).sum();
    if !waiting.is_positive() {
        return String::new();
    }
    phrase("capital-commitments-waiting")
        .with("amount", waiting)
        .words(words)
}

/// What waits of the disbursements that are open, and what is approved and to be paid later. Empty where none is open.
#[must_use]
pub fn sum_of_open<'d>(disbursements: impl Iterator<Item = &'d Disbursement>, words: &Words) -> String {
    let (waiting, ahead): (Vec<_>, Vec<_>) = disbursements.partition(|one| one.waits());
    let sums = [("capital-waiting-total", waiting), ("capital-ahead-total", ahead)];
    let sums = sums.into_iter().filter(|(_, those)| !those.is_empty());
    let texts = sums.map(|(key, those)| {
        let amount: Ore = those.iter().map(|one| one.amount).sum();
        let text = phrase(key).with("count", those.len());
        text.with("amount", amount).words(words)
    });
    texts.collect::<Vec<_>>().join(" · ")
}

/// The list of commitments, with what they sum to.
#[must_use]
pub fn list(lines: &[CommitmentLine], words: &Words) -> Document {
    let mut list = column::list(COMMITMENTS, lines, "capital-no-commitments", words);
    if !lines.is_empty() {
        let standings = lines.iter().map(|line| line.standing);
        let [sum, _] = committed(standings, words);
        let parts = [sum, waiting(lines, words)];
        let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        list.foot = said.join(". ");
    }
    list
}

/// The list of disbursements, with what those that are open sum to.
#[must_use]
pub fn disbursements(data: &DisbursementsData, words: &Words) -> Document {
    let mut list = column::list(DISBURSEMENTS, &data.all, "cli-disbursements-none", words);
    list.foot = sum_of_open(data.open.iter(), words);
    list
}

/// Disbursements, with what they wait for or have become (L6).
pub const DISBURSEMENTS: &[C] = &[
    C::data("id", |one| one.id.into())
        .rendered("word-number-short", |one, _| one.id.to_string().into())
        .figure(),
    C::data("ref", |one| reference(one).into()).rendered("word-ref", |one, _| one.payee.to_string().into()),
    C::data("number", |one| number(one).into()),
    C::data("amount_ore", |one| one.amount.into())
        .shown("word-amount")
        .figure(),
    C::data("pay_on", |one| one.pay_on.into())
        .shown("capital-col-pay-on")
        .figure(),
    C::data("registered_by", |one| one.registered_by.as_str().into()).shown("capital-col-registered-by"),
    C::data("registered_on", |one| one.registered_on.into())
        .shown("word-registered")
        .figure()
        .spare(1),
    C::data("approved_by", |one| {
        one.approved.as_ref().map(|approval| approval.by.as_str()).into()
    })
    .shown("col-approved"),
    C::data("approved_on", |one| {
        one.approved.as_ref().and_then(|approval| approval.on).into()
    }),
    C::data("voucher", |one| {
        one.approved.as_ref().map(|approval| approval.voucher).into()
    })
    .rendered("capital-col-state", state),
    C::data("withdrawn_by", |one| {
        one.withdrawn.as_ref().map(|(by, _)| by.as_str()).into()
    }),
    C::data("withdrawn_on", |one| {
        one.withdrawn.as_ref().map(|(_, on)| *on).into()
    }),
    C::data("reversed_by", |one| one.reversed_by().into()),
];

/// The project that is paid.
fn reference(one: &Disbursement) -> Option<String> {
    match &one.payee {
        Payee::Project(reference) => Some(reference.to_string()),
        Payee::Participant(_) => None,
    }
}

/// The participant that is paid back (C8).
fn number(one: &Disbursement) -> Option<String> {
    match &one.payee {
        Payee::Project(_) => None,
        Payee::Participant(number) => Some(number.to_string()),
    }
}

fn state(one: &Disbursement, words: &Words) -> Styled {
    disbursement(one, words)
}

/// The disbursements that wait for approval or are to be paid on a later day.
pub const WAITING: &[Waits] = &[
    Waits::data("id", |line| line.disbursement.id.into())
        .rendered("word-number-short", |line, _| {
            line.disbursement.id.to_string().into()
        })
        .width(Width::Fixed(4))
        .figure(),
    Waits::data("ref", |line| reference(&line.disbursement).into())
        .rendered("word-ref", |line, _| line.disbursement.payee.to_string().into())
        .width(Width::Fixed(7)),
    Waits::data("title", |line| line.title.as_str().into())
        .shown("word-proposal")
        .width(Width::Flex(16))
        .spare(1),
    Waits::data("amount_ore", |line| line.disbursement.amount.into())
        .rendered("word-amount", |line, words| {
            Styled::new(words.amount(line.disbursement.amount), Tone::Strong)
        })
        .width(Width::Amounts),
    Waits::data("pay_on", |line| line.disbursement.pay_on.into())
        .shown("capital-col-pay-on")
        .width(Width::Fixed(10))
        .figure(),
    Waits::people("capital-col-state", |line, words| {
        if line.disbursement.waits() {
            Styled::new(words.t("word-waits"), Tone::Warn)
        } else {
            Styled::new(words.t("capital-state-approved"), Tone::Good)
        }
    })
    .width(Width::Widest)
    .spare(2),
    Waits::data("registered_by", |line| line.registered_by.as_str().into())
        .shown("capital-col-registered-by")
        .width(Width::Flex(13)),
    Waits::data("registered_on", |line| line.disbursement.registered_on.into())
        .shown("word-registered")
        .width(Width::Fixed(10))
        .figure()
        .spare(3),
];
