//! `kommit capital`: where the fund's money comes from, what is on hand, and what is free, on a date.

use rust_decimal::Decimal;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::page::Page;
use super::table::{Side, Table};
use crate::domain::capital::{Capital, TrancheStanding};
use crate::domain::money::Ore;
use crate::domain::scheme::Limit;
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

pub fn run(call: &Call) -> Result<Answer, Failure> {
    let data = call.view(&CapitalView)?;
    Ok(call.answer(|| report(&data), |page| draw(&data, page)))
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

fn draw(data: &CapitalData, page: &mut Page) {
    let (words, capital) = (page.words, &data.capital);
    let as_of = [("date", capital.as_of.into())];
    page.title(&words.tr("cli-capital-title", &as_of));
    let mut table = Table::new(&[
        (words.t("cli-col-source"), Side::Left),
        (words.t("cli-col-potential"), Side::Right),
        (words.t("cli-col-promised"), Side::Right),
        (words.t("cli-col-paid"), Side::Right),
    ]);
    for (source, given) in capital.sources() {
        let amounts = [given.potential, given.promised, given.paid];
        let mut cells = vec![words.t(source.key())];
        cells.extend(amounts.map(|amount| words.amount(amount)));
        table.row(&cells);
    }
    page.table(&table);
    page.title(&words.t("cli-capital-state"));
    page.figures(&state_figures(capital, page));
    page.title(&words.t("cli-capital-on-hand"));
    page.figures(&fund_figures(data, page));
    page.title(&words.t("cli-capital-indicators"));
    let rate = |rate: Option<Decimal>| rate.map_or_else(|| "–".to_owned(), |rate| words.percent(rate, 1));
    page.figures(&[
        (
            words.t("cli-capital-commitment-rate"),
            rate(capital.commitment_rate),
        ),
        (
            words.t("cli-capital-disbursement-rate"),
            rate(capital.disbursement_rate),
        ),
        (words.t("cli-capital-turnover"), rate(capital.turnover)),
        (
            words.t("cli-capital-self-financing"),
            rate(data.ahead.self_financing),
        ),
    ]);
}

fn state_figures(capital: &Capital, page: &Page) -> Vec<(String, String)> {
    let words = page.words;
    let mut figures = vec![
        (words.t("cli-capital-cap"), words.kr(capital.state.potential)),
        (words.t("cli-capital-released"), words.kr(capital.state.promised)),
    ];
    for tranche in &capital.tranches {
        let args = [
            ("year", tranche.year.to_string().into()),
            ("amount", tranche.amount.into()),
        ];
        figures.push((words.tr("cli-capital-tranche", &args), words.kr(tranche.released)));
    }
    figures.push((words.t("cli-capital-received"), words.kr(capital.state.paid)));
    figures.push((
        words.t("cli-capital-missing-match"),
        words.kr(capital.missing_match()),
    ));
    figures
}

fn fund_figures(data: &CapitalData, page: &Page) -> Vec<(String, String)> {
    let (capital, balances) = (&data.capital, &data.capital.balances);
    let figures = [
        ("cli-capital-bank", balances.bank),
        ("cli-capital-commitments", capital.outstanding_commitments),
        ("cli-capital-reserve", capital.reserve),
        ("cli-capital-free", capital.free_on_hand),
        ("cli-capital-free-cash-flow", data.ahead.free_cash_flow),
        ("cli-capital-outstanding", balances.outstanding),
        ("cli-capital-losses", balances.losses),
        ("cli-capital-refunds", balances.refunds_owed),
        ("cli-capital-fund", balances.fund_capital()),
    ];
    figures
        .map(|(key, amount)| (page.words.t(key), page.words.kr(amount)))
        .to_vec()
}
