//! The sections of the report about money: the capital at the end, the year by quarter, and the indicators.

use rust_decimal::Decimal;

use super::{charts, row, sum, table, text};
use crate::domain::capital::Given;
use crate::domain::money::Ore;
use crate::i18n::Words;
use crate::present::document::{Row, Section};
use crate::usecases::views::report::{Course, YearData};

/// C6, K1, K2, L4.
pub fn capital(data: &YearData, words: &Words) -> Section {
    let capital = &data.capital.capital;
    let amounts =
        |given: Given| [given.potential, given.promised, given.paid].map(|amount| words.amount(amount));
    let cells = |name: String, given: Given| [vec![name], amounts(given).to_vec()].concat();
    let mut sources: Vec<Row> = capital
        .sources()
        .map(|(source, given)| row(&cells(words.t(source.key()), given)))
        .collect();
    sources.push(sum(&cells(words.t("capital-sum"), capital.total())));
    let source_head = [
        ("cli-col-source", false),
        ("cli-col-potential", true),
        ("cli-col-promised", true),
        ("cli-col-paid", true),
    ];
    let balances = &capital.balances;
    let figures = [
        ("cli-capital-bank", balances.bank),
        ("cli-capital-commitments", capital.outstanding_commitments),
        ("cli-capital-reserve", capital.reserve),
        ("cli-capital-free", capital.free_on_hand),
        ("cli-capital-free-cash-flow", data.capital.ahead.free_cash_flow),
        ("cli-capital-outstanding", balances.outstanding),
        ("cli-capital-losses", balances.losses),
        ("cli-capital-refunds", balances.refunds_owed),
        ("cli-capital-fund", balances.fund_capital()),
    ];
    let figures = figures.map(|(key, amount)| row(&[words.t(key), words.amount(amount)]));
    let identity = [
        ("bank", balances.bank.into()),
        ("outstanding", balances.outstanding.into()),
        ("refunds", balances.refunds_owed.into()),
        ("contributions", balances.contributions.into()),
        ("income", balances.other_income.into()),
        ("costs", balances.costs.into()),
        ("losses", balances.losses.into()),
        ("capital", balances.fund_capital().into()),
    ];
    Section {
        id: "capital",
        title: words.t("report-capital"),
        blocks: vec![
            table(words.t("capital-nested"), &source_head, sources, words),
            table(
                String::new(),
                &[("report-col-figure", false), ("report-col-kroner", true)],
                figures.into(),
                words,
            ),
            text(words.tr("report-fund-capital", &identity)),
        ],
        ..Section::default()
    }
}

/// F1 over what is posted.
pub fn year(data: &YearData, words: &Words) -> Section {
    let mut rows: Vec<Row> = data
        .quarters
        .iter()
        .map(|course| row(&course_cells(words.quarter(course.quarter), course, words)))
        .collect();
    let mut blocks = Vec::new();
    if let Some(whole) = data.whole() {
        let name = if data.is_over() {
            "report-whole-year"
        } else {
            "report-year-so-far"
        };
        rows.push(sum(&course_cells(words.t(name), &whole, words)));
        let flows = whole.flows;
        let args = [
            ("opening", whole.opening.into()),
            ("contributions", flows.contributions.into()),
            ("state", flows.state.into()),
            ("repayments", flows.repayments.into()),
            ("other", flows.other.into()),
            ("disbursements", flows.disbursements.into()),
            ("costs", flows.costs.into()),
            ("closing", whole.closing.into()),
        ];
        blocks.push(text(words.tr("report-identity", &args)));
    }
    let head = [
        ("forecast-col-quarter", false),
        ("forecast-col-opening", true),
        ("forecast-col-contributions", true),
        ("forecast-col-state", true),
        ("forecast-col-repayments", true),
        ("forecast-col-other", true),
        ("forecast-col-disbursements", true),
        ("forecast-col-costs", true),
        ("forecast-col-closing", true),
    ];
    blocks.insert(0, table(words.t("report-in-kroner"), &head, rows, words));
    blocks.push(charts::flows(data, words));
    Section {
        id: "year",
        title: words.tr("report-year", &[("year", data.year.to_string().into())]),
        blocks,
        ..Section::default()
    }
}

fn course_cells(name: String, course: &Course, words: &Words) -> Vec<String> {
    let flows = course.flows;
    let amounts = [
        course.opening,
        flows.contributions,
        flows.state,
        flows.repayments,
        flows.other,
        flows.disbursements,
        flows.costs,
        course.closing,
    ];
    let mut cells = vec![name];
    cells.extend(amounts.map(|amount| words.amount(amount)));
    cells
}

/// F6, each with its formula.
pub fn indicators(data: &YearData, words: &Words) -> Section {
    let capital = &data.capital.capital;
    let paid = capital.total().paid;
    let rate =
        |rate: Option<Decimal>| rate.map_or_else(|| words.t("cli-dash"), |rate| words.percent(rate, 1));
    let parts = |part: Ore, whole: Ore| [("part", part.into()), ("whole", whole.into())];
    let line =
        |key: &str, formula: String, value: Option<Decimal>| row(&[words.t(key), formula, rate(value)]);
    let rows = vec![
        line(
            "cli-capital-commitment-rate",
            words.tr("capital-formula-commitment-rate", &parts(capital.committed, paid)),
            capital.commitment_rate,
        ),
        line(
            "cli-capital-disbursement-rate",
            words.tr(
                "capital-formula-disbursement-rate",
                &parts(capital.disbursed, capital.committed),
            ),
            capital.disbursement_rate,
        ),
        line(
            "cli-capital-turnover",
            words.tr("capital-formula-turnover", &parts(capital.disbursed, paid)),
            capital.turnover,
        ),
        line(
            "cli-capital-self-financing",
            words.t("report-formula-self-financing"),
            data.ahead.self_financing(),
        ),
    ];
    let head = [
        ("report-col-indicator", false),
        ("report-col-formula", false),
        ("report-col-value", true),
    ];
    Section {
        id: "indicators",
        title: words.t("report-indicators"),
        blocks: vec![
            table(String::new(), &head, rows, words),
            text(words.t("report-indicators-note")),
        ],
        ..Section::default()
    }
}
