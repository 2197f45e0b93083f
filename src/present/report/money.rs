//! The sections of the report about money: the capital at the end, the year by quarter, and the indicators.

use super::{charts, row, sum, table, text};
use crate::i18n::{Words, sentence};
use crate::present::capital::{Books, free, fund, lent, sources, state};
use crate::present::document::{Row, Section};
use crate::present::forecast;
use crate::usecases::views::report::{Course, YearData};

/// C6, K1, K2, L4.
pub(super) fn capital(data: &YearData, words: &Words) -> Section {
    let (capital, books) = (&data.capital.capital, Books::from(&data.capital));
    let balances = &capital.balances;
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
    let identity = text(words.tr("report-fund-capital", &identity));
    let sections = vec![
        sources(capital, words),
        state(capital, words),
        free(&books, words),
        lent(capital, words),
        fund(capital, words),
        Section::new("", vec![identity]),
    ];
    Section {
        id: "capital",
        title: sentence(&words.t("word-the-capital")),
        ..Section::joined(sections)
    }
}

/// F1 over what is posted.
pub(super) fn year(data: &YearData, words: &Words) -> Section {
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
        let name = words.t(name);
        let sum = forecast::sum(name, whole.opening, &whole.flows, whole.closing, words);
        blocks.push(text(sum));
    }
    let head = [
        ("word-quarter", false),
        ("quarters-opening", true),
        ("quarters-contributions", true),
        ("quarters-state", true),
        ("quarters-repayments", true),
        ("quarters-other", true),
        ("word-disbursed", true),
        ("word-costs", true),
        ("quarters-closing", true),
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
pub(super) fn indicators(data: &YearData, words: &Words) -> Section {
    let mut section = Section {
        id: "indicators",
        ..super::super::capital::indicators(&Books::from(&data.capital), words)
    };
    section.blocks.push(text(words.t("report-indicators-note")));
    section
}
