//! `kommit capital`: where the fund's money comes from, what is on hand, and what is free, on a date.

use rust_decimal::Decimal;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::domain::capital::TrancheStanding;
use crate::domain::money::Ore;
use crate::domain::scheme::Limit;
use crate::present::capital;
use crate::usecases::views::CapitalView;
use crate::usecases::views::capital::CapitalData;

#[derive(Serialize)]
struct Report {
    as_of: String,
    sources: Vec<SourceReport>,
    state: StateReport,
    bank_ore: Ore,
    outstanding_commitments_ore: Ore,
    reserve_ore: Ore,
    free_on_hand_ore: Ore,
    free_cash_flow_ore: Ore,
    limit: Limit,
    outstanding_cost_ore: Ore,
    losses_ore: Ore,
    refunds_owed_ore: Ore,
    fund_capital_ore: Ore,
    indicators: Indicators,
}

#[derive(Serialize)]
struct SourceReport {
    kind: &'static str,
    potential_ore: Ore,
    promised_ore: Ore,
    paid_ore: Ore,
}

#[derive(Serialize)]
struct StateReport {
    cap_ore: Ore,
    released_ore: Ore,
    received_ore: Ore,
    missing_match_ore: Ore,
    to_match_ore: Ore,
    tranches: Vec<TrancheReport>,
}

#[derive(Serialize)]
struct TrancheReport {
    year: i16,
    amount_ore: Ore,
    released_ore: Ore,
}

#[derive(Serialize)]
struct Indicators {
    commitment_rate: Option<String>,
    disbursement_rate: Option<String>,
    turnover: Option<String>,
    self_financing: Option<String>,
}

pub(super) fn run(call: &Call) -> Result<Answer, Failure> {
    let data = call.view(&CapitalView)?;
    Ok(call.document(|| report(&data), |words| capital::page(&data, words)))
}

fn report(data: &CapitalData) -> Report {
    let capital = &data.capital;
    let rate = |rate: Option<Decimal>| rate.map(|rate| format!("{rate:.4}"));
    Report {
        as_of: capital.as_of.to_string(),
        sources: capital
            .sources()
            .map(|(source, given)| SourceReport {
                kind: source.word(),
                potential_ore: given.potential,
                promised_ore: given.promised,
                paid_ore: given.paid,
            })
            .collect(),
        state: StateReport {
            cap_ore: capital.state.potential,
            released_ore: capital.state.promised,
            received_ore: capital.state.paid,
            missing_match_ore: capital.missing_match(),
            to_match_ore: capital.to_match(),
            tranches: capital.tranches.iter().map(tranche).collect(),
        },
        bank_ore: capital.balances.bank,
        outstanding_commitments_ore: capital.outstanding_commitments,
        reserve_ore: capital.reserve,
        free_on_hand_ore: capital.free_on_hand,
        free_cash_flow_ore: data.ahead.free_cash_flow,
        limit: data.limit,
        outstanding_cost_ore: capital.balances.outstanding,
        losses_ore: capital.balances.losses,
        refunds_owed_ore: capital.balances.refunds_owed,
        fund_capital_ore: capital.balances.fund_capital(),
        indicators: Indicators {
            commitment_rate: rate(capital.commitment_rate),
            disbursement_rate: rate(capital.disbursement_rate),
            turnover: rate(capital.turnover),
            self_financing: rate(data.ahead.self_financing),
        },
    }
}

fn tranche(standing: &TrancheStanding) -> TrancheReport {
    TrancheReport {
        year: standing.year,
        amount_ore: standing.amount,
        released_ore: standing.released,
    }
}
