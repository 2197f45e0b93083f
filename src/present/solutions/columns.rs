//! The columns of solutions, of those who have adopted one, and of its settlements and their shares.

use rust_decimal::Decimal;

use super::{adopters, model, none, tone};
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::proposal::Stage;
use crate::domain::repayment::recovery;
use crate::i18n::Words;
use crate::present::column::{Column, Width, amount};
use crate::present::document::{Styled, Tone};
use crate::usecases::views::SettlementRow;
use crate::usecases::views::solutions::{AdopterLine, SolutionData, SolutionLine};

type C = Column<SolutionLine>;

/// The list of solutions. A share has four decimals for machines.
pub const COLUMNS: &[C] = &[
    C::data("ref", |line| line.proposal.reference.to_string().into())
        .shown("word-ref")
        .width(Width::Fixed(7)),
    C::data("title", |line| line.proposal.details.title.as_str().into())
        .shown("word-solution")
        .width(Width::Flex(28)),
    C::data("stage", |line| line.proposal.stage.word().into())
        .rendered("solutions-col-status", |line, words| {
            let stage = line.proposal.stage;
            Styled::new(words.t(stage.key()), tone(stage))
        })
        .width(Width::Widest)
        .spare(1),
    C::data("live_on", |line| {
        line.solution.as_ref().map(|one| one.live_on).into()
    })
    .shown("word-live")
    .width(Width::Fixed(10))
    .figure()
    .spare(5),
    C::data("price_model", |line| model(line).to_string().into()),
    C::data("benefit", |line| line.proposal.details.benefit.word().into()),
    C::data("cost_ore", |line| line.cost.into())
        .shown("solutions-col-cost")
        .width(Width::Amounts)
        .spare(3),
    C::data("outstanding_ore", |line| line.outstanding.into())
        .shown("solutions-col-outstanding")
        .width(Width::Amounts)
        .spare(4),
    C::people(RECOVERED, recovered).width(Width::Widest).figure(),
    C::data("losses_ore", |line| line.lost.into()),
    C::data("adopters", |line| line.adopters.into())
        .rendered("word-adopters", adopters)
        .width(Width::Widest)
        .figure(),
    C::data("with_access", |line| line.with_access.into()),
    C::data("charged_ore", |line| line.charged.into()),
    C::data("repaid_ore", |line| line.repaid.into()),
    C::data("open_ore", |line| line.open().into()),
    C::data("overdue_ore", |line| line.overdue.amount.into())
        .rendered("solutions-col-overdue", |line, words| {
            amount(line.overdue.amount, Tone::Bad, words)
        })
        .width(Width::Amounts),
    C::data("overdue_charges", |line| line.overdue.charges.into()),
    C::data("refunds_owed_ore", |line| line.refunds_owed.into())
        .rendered("word-owed-back", |line, words| {
            amount(line.refunds_owed, Tone::Warn, words)
        })
        .width(Width::Amounts)
        .spare(2),
    C::data("recovery", |line| {
        recovery(line.repaid, line.cost).map(four_decimals).into()
    }),
    C::data("break_even_uptake", |line| {
        line.break_even.map(four_decimals).into()
    })
    .rendered("solutions-col-break-even", |line, words| {
        let least = line.break_even.filter(|_| line.proposal.stage != Stage::Repaid);
        least.map_or_else(|| none(words), |least| words.percent_at_least(least, 1).into())
    })
    .width(Width::Widest)
    .figure()
    .spare(3),
];

/// The heading of how much has come back.
pub const RECOVERED: &str = "solutions-col-recovered";

/// Who has adopted a solution.
pub const ADOPTERS: &[Column<AdopterLine>] = &[
    Column::data("number", |line: &AdopterLine| {
        line.adoption.participant.number.to_string().into()
    })
    .shown("word-number-short")
    .width(Width::Fixed(4))
    .spare(2),
    Column::data("name", |line: &AdopterLine| {
        line.adoption.participant.name.as_str().into()
    })
    .shown("word-participant")
    .width(Width::Flex(12)),
    Column::data("adopted_on", |line: &AdopterLine| line.adoption.adopted_on.into())
        .shown("solutions-col-adopted-on")
        .width(Width::Fixed(11))
        .figure()
        .spare(1),
    Column::data("inhabitants", |line: &AdopterLine| {
        line.adoption.participant.population.into()
    })
    .shown("word-inhabitants")
    .width(Width::Fixed(10))
    .figure()
    .spare(3),
    Column::data("charged_ore", |line: &AdopterLine| line.charged.into())
        .rendered("word-charged", |line, words| {
            amount(line.charged, Tone::Plain, words)
        })
        .width(Width::Amounts),
    Column::data("paid_ore", |line: &AdopterLine| line.paid.into())
        .rendered("solutions-col-paid", |line, words| {
            amount(line.paid, Tone::Plain, words)
        })
        .width(Width::Amounts),
    Column::data("overdue_ore", |line: &AdopterLine| line.overdue.amount.into())
        .rendered("solutions-col-overdue", |line, words| {
            amount(line.overdue.amount, Tone::Bad, words)
        })
        .width(Width::Amounts),
    Column::data("refund_owed_ore", |line: &AdopterLine| line.owed.into())
        .rendered("word-owed-back", |line, words| {
            amount(line.owed, Tone::Warn, words)
        })
        .width(Width::Amounts),
];

/// The settlements of a solution.
pub const SETTLEMENTS: &[Column<SettlementRow>] = &[
    Column::data("id", |row: &SettlementRow| row.id.into()),
    Column::data("on", |row: &SettlementRow| row.on.into())
        .shown("word-date")
        .width(Width::Fixed(10))
        .figure(),
    Column::data("cost_ore", |row: &SettlementRow| row.cost.into())
        .shown("solutions-col-cost")
        .width(Width::Amounts),
    Column::data("inhabitants", |row: &SettlementRow| row.inhabitants.into())
        .shown("word-inhabitants")
        .width(Width::Fixed(10))
        .figure(),
    Column::people("word-participants", |row: &SettlementRow, words: &Words| {
        words
            .count(i64::try_from(row.shares.len()).unwrap_or(i64::MAX))
            .into()
    })
    .width(Width::Fixed(12))
    .figure(),
    Column::people("solutions-col-shares", |row: &SettlementRow, words: &Words| {
        words.amount(shared(row)).into()
    })
    .width(Width::Widest)
    .figure(),
];

/// R1: what one was to bear in a settlement.
pub struct Share {
    pub number: Number,
    name: String,
    inhabitants: u32,
    amount: Ore,
    cost: Ore,
}

/// The shares of one settlement.
pub const SHARES: &[Column<Share>] = &[
    Column::data("number", |part: &Share| part.number.to_string().into())
        .shown("word-number-short")
        .width(Width::Fixed(4))
        .spare(2),
    Column::data("name", |part: &Share| part.name.as_str().into())
        .shown("word-participant")
        .width(Width::Flex(12)),
    Column::data("inhabitants", |part: &Share| part.inhabitants.into())
        .shown("word-inhabitants")
        .width(Width::Fixed(10))
        .figure()
        .spare(1),
    Column::data("share_ore", |part: &Share| part.amount.into())
        .shown("word-share")
        .width(Width::Amounts),
    Column::people("solutions-col-of-cost", |part: &Share, words: &Words| {
        let of_cost = part.amount.to_kroner().checked_div(part.cost.to_kroner());
        words.percent(of_cost.unwrap_or(Decimal::ZERO), 2).into()
    })
    .width(Width::Fixed(10))
    .figure(),
];

/// The shares of a settlement, by participant number.
#[must_use]
pub fn shares(row: &SettlementRow, data: &SolutionData) -> Vec<Share> {
    let share = |(number, inhabitants, share): &(Number, u32, Ore)| Share {
        number: number.clone(),
        name: data.name(number).to_owned(),
        inhabitants: *inhabitants,
        amount: *share,
        cost: row.cost,
    };
    row.shares.iter().map(share).collect()
}

pub(super) fn shared(row: &SettlementRow) -> Ore {
    row.shares.iter().map(|(.., share)| *share).sum()
}

fn four_decimals(share: Decimal) -> String {
    format!("{share:.4}")
}

/// F6: nothing can come back before it is live.
fn recovered(line: &SolutionLine, words: &Words) -> Styled {
    match recovery(line.repaid, line.cost) {
        Some(share) if line.solution.is_some() || !line.repaid.is_zero() => words.percent(share, 1).into(),
        _ => none(words),
    }
}
