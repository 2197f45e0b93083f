//! What a row of an imported file says, once its cells are read: the form between the readers of files and the
//! use cases that import. `None` is an empty cell or a column that isn't there: it changes nothing.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::forecast::{ExtraFlow, ExtraKind, WhatIf};
use super::ledger::Account;
use super::money::Ore;
use super::participant::{Kind, Number};
use super::proposal::{Applicant, Benefit, PriceModel, Ref};
use super::refusal::Refusal;

/// What is wrong with one cell of an imported file.
#[derive(Clone, Debug, PartialEq)]
pub struct RowProblem {
    /// 1 is the first line of the file.
    pub line: u64,
    /// The heading as the file has it; empty when the whole row is meant.
    pub column: String,
    pub refusal: Refusal,
}

/// A row of participants: `kind,number,name,county_number,county_name,population` and the answer with its payment.
#[derive(Clone, Debug, PartialEq)]
pub struct ParticipantIntake {
    pub line: u64,
    /// Known of a known number.
    pub kind: Option<Kind>,
    pub number: Number,
    pub name: Option<String>,
    pub county_number: Option<String>,
    pub county_name: Option<String>,
    pub population: Option<u32>,
    pub joins: Option<bool>,
    pub decided_on: Option<Date>,
    pub reference: Option<String>,
    pub reason: Option<String>,
    pub paid_on: Option<Date>,
    /// The total so far; only the difference is posted.
    pub paid: Option<Ore>,
}

/// A row of proposals. With `submitted_on` it is submitted, else a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposalIntake {
    pub line: u64,
    pub reference: Ref,
    pub title: Option<String>,
    pub summary: Option<String>,
    pub applicant: Option<Applicant>,
    pub benefit: Option<Benefit>,
    pub cost: Option<Ore>,
    pub applied: Option<Ore>,
    pub submitted_on: Option<Date>,
    pub go_live: Option<Date>,
    pub uptake_low: Option<Decimal>,
    pub uptake: Option<Decimal>,
    pub uptake_high: Option<Decimal>,
    pub delay_low: Option<u32>,
    pub delay: Option<u32>,
    pub delay_high: Option<u32>,
    pub price_model: Option<PriceModel>,
    /// F3: p and q of the diffusion model, per year.
    pub bass_p: Option<Decimal>,
    pub bass_q: Option<Decimal>,
}

/// A row of scores: one member's score of one criterion of one proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreIntake {
    pub line: u64,
    pub round: String,
    pub reference: Ref,
    pub member: String,
    pub criterion: String,
    pub score: Option<Assessment>,
    /// Of the whole card.
    pub comment: Option<String>,
}

/// What a row says of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assessment {
    Score(u8),
    /// S1: left out of the member's mean.
    NotAssessed,
}

impl Assessment {
    /// The score, if there is one.
    #[must_use]
    pub fn score(self) -> Option<u8> {
        match self {
            Assessment::Score(score) => Some(score),
            Assessment::NotAssessed => None,
        }
    }
}

/// A row of adoptions: who took a solution into use, when, and what it has paid for it.
#[derive(Clone, Debug, PartialEq)]
pub struct AdoptionIntake {
    pub line: u64,
    pub reference: Ref,
    pub number: Number,
    pub adopted_on: Option<Date>,
    pub paid_on: Option<Date>,
    /// The total so far; only the difference is posted.
    pub paid: Option<Ore>,
}

/// A row of a ledger: an amount from one account to another. Rows with the same voucher are one transaction.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerIntake {
    pub line: u64,
    pub date: Date,
    pub from: Account,
    pub to: Account,
    pub amount: Ore,
    pub text: String,
    /// Its number in the books that it comes from.
    pub voucher: Option<String>,
    /// L1: when the bank counts it; the posting date when not given.
    pub value_date: Option<Date>,
}

/// A row of a what-if: an extra flow that is laid over the forecast and never saved with the facts (F5).
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIfIntake {
    pub line: u64,
    pub on: Date,
    pub kind: ExtraKind,
    /// Above zero, whichever way it flows.
    pub amount: Ore,
    /// May be empty.
    pub label: String,
}

impl From<WhatIfIntake> for ExtraFlow {
    fn from(row: WhatIfIntake) -> ExtraFlow {
        ExtraFlow {
            on: row.on,
            kind: row.kind,
            amount: row.amount,
            label: row.label,
        }
    }
}

/// A scenario: other assumptions than those that stand (F5). What isn't said stays as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScenarioIntake {
    /// What every expected final uptake is multiplied with, 0–10.
    pub uptake_factor: Option<Decimal>,
    /// Quarters that every go-live is later.
    pub delay_quarters: Option<u32>,
    /// Share 0–1 of the undecided that join after all.
    pub undecided_joining: Option<Decimal>,
    pub reserve: Option<Ore>,
    /// Proposals that are in the plan, and those that aren't; none in both.
    pub include: Vec<Ref>,
    pub exclude: Vec<Ref>,
}

impl From<ScenarioIntake> for WhatIf {
    fn from(scenario: ScenarioIntake) -> WhatIf {
        WhatIf {
            extra: Vec::new(),
            include: scenario.include.into_iter().collect(),
            exclude: scenario.exclude.into_iter().collect(),
            uptake_factor: scenario.uptake_factor,
            delay_quarters: scenario.delay_quarters.map(Decimal::from),
            undecided_joining: scenario.undecided_joining,
            reserve: scenario.reserve,
        }
    }
}
