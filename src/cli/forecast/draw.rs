//! A forecast for people: what is free, the lowest quarter, and the quarters in millions; every column of F1 where the
//! terminal has room for them.

use jiff::civil::Date;
use unicode_width::UnicodeWidthStr;

use super::super::page::Page;
use super::super::table::{Side, Table};
use crate::domain::forecast::{Row, Saved, SavedQuarter, lowest};
use crate::domain::money::Ore;
use crate::domain::scheme::Limit;
use crate::i18n::Words;
use crate::usecases::views::forecast::ForecastData;
use crate::usecases::views::past::Past;

pub fn forecast(data: &ForecastData, laid_over: bool, page: &mut Page) {
    let (words, outlook) = (page.words, &data.outlook);
    let title = if laid_over {
        "forecast-title-what-if"
    } else {
        "forecast-title"
    };
    page.title(&words.tr(title, &[("date", data.capital.as_of.into())]));
    if laid_over {
        page.line(&words.t("forecast-what-if-note"));
    }
    page.figures(&[
        (words.t("forecast-free-on-hand"), words.kr(data.free_on_hand())),
        (
            words.t("forecast-free-cash-flow"),
            words.kr(data.free_cash_flow()),
        ),
        (words.t("cli-capital-reserve"), words.kr(outlook.reserve())),
    ]);
    page.line(&words.t(match data.limit {
        Limit::OnHand => "forecast-limit-on-hand",
        Limit::CashFlow => "forecast-limit-cash-flow",
    }));
    page.line(&lowest_line(outlook.lowest(), words));
    let quarters = Saved::of(outlook, data.capital.as_of, data.settings).quarters;
    table(&quarters, page);
    let error = outlook.sampling_error();
    let points = error.probability * rust_decimal::Decimal::ONE_HUNDRED;
    let args = [
        ("paths", data.settings.paths.into()),
        ("band", error.band.into()),
        ("points", words.decimal(points, 1).into()),
        ("seed", data.settings.seed.to_string().into()),
    ];
    page.line(&words.tr("forecast-sampling-error", &args));
}

pub fn list(saved: &[(String, Date)], page: &mut Page) {
    let words = page.words;
    if saved.is_empty() {
        page.line(&words.t("forecast-none-saved"));
        return;
    }
    let mut table = Table::new(&[
        (words.t("cli-col-name"), Side::Gives),
        (words.t("cli-col-date"), Side::Right),
    ]);
    for (name, as_of) in saved {
        table.row(&[name.clone(), words.date(*as_of)]);
    }
    page.table(&table);
}

pub fn saved(past: &Past, page: &mut Page) {
    let (words, saved) = (page.words, &past.saved);
    let args = [("name", past.name.as_str().into()), ("date", saved.as_of.into())];
    page.title(&words.tr("forecast-title-saved", &args));
    let rows: Vec<Row> = saved.quarters.iter().map(|quarter| quarter.row).collect();
    page.line(&lowest_line(lowest(&rows), words));
    table(&saved.quarters, page);
    if !past.passed.is_empty() {
        page.line(&words.t("forecast-passed"));
        let mut table = Table::new(&[
            (words.t("forecast-col-quarter"), Side::Left),
            (words.t("report-col-forecast"), Side::Right),
            (words.t("report-col-actual"), Side::Right),
            (words.t("report-col-difference"), Side::Right),
            (words.t("report-col-within"), Side::Left),
        ]);
        for one in &past.passed {
            let within = if one.is_within() { "word-yes" } else { "word-no" };
            table.row(&[
                words.quarter(one.forecast.row.quarter),
                words.amount(one.forecast.row.closing),
                words.amount(one.actual),
                words.amount(one.difference()),
                words.t(within),
            ]);
        }
        page.table(&table);
        page.gap();
    }
    let args = [
        ("paths", saved.paths.into()),
        ("seed", saved.seed.to_string().into()),
    ];
    page.line(&words.tr("forecast-saved-with", &args));
}

fn lowest_line(lowest: Option<&Row>, words: &Words) -> String {
    let Some(row) = lowest else {
        return String::new();
    };
    let args = [
        ("quarter", words.quarter(row.quarter).into()),
        ("amount", row.closing.into()),
    ];
    words.tr("forecast-lowest", &args)
}

/// The quarters with as many columns as there is room for.
fn table(quarters: &[SavedQuarter], page: &mut Page) {
    page.gap();
    page.line(&page.words.t("forecast-in-millions"));
    let whole = filled(quarters, &FULL, page.words);
    let fits = |table: &Table| {
        let width = table.lines(None).first().map_or(0, |(_, line)| line.width());
        page.columns().is_some_and(|columns| width <= columns)
    };
    if fits(&whole) {
        page.table(&whole);
    } else {
        page.table(&filled(quarters, &SHORT, page.words));
    }
    page.gap();
}

/// A column: its heading, and what stands in it.
type Column = (&'static str, fn(&SavedQuarter) -> Ore);

const SHORT: [Column; 5] = [
    ("forecast-col-in", |quarter| money_in(&quarter.row)),
    ("forecast-col-out", |quarter| money_out(&quarter.row)),
    ("forecast-col-closing", |quarter| quarter.row.closing),
    ("forecast-col-p10", |quarter| quarter.band.p10),
    ("forecast-col-p90", |quarter| quarter.band.p90),
];

const FULL: [Column; 12] = [
    ("forecast-col-opening", |quarter| quarter.row.opening),
    ("forecast-col-contributions", |quarter| {
        quarter.row.flows.contributions
    }),
    ("forecast-col-state", |quarter| quarter.row.flows.state),
    ("forecast-col-repayments", |quarter| quarter.row.flows.repayments),
    ("forecast-col-other", |quarter| quarter.row.flows.other),
    ("forecast-col-disbursements", |quarter| {
        quarter.row.flows.disbursements
    }),
    ("forecast-col-costs", |quarter| quarter.row.flows.costs),
    ("forecast-col-closing", |quarter| quarter.row.closing),
    ("forecast-col-commitments", |quarter| {
        quarter.row.outstanding_commitments
    }),
    ("forecast-col-p10", |quarter| quarter.band.p10),
    ("forecast-col-p50", |quarter| quarter.band.p50),
    ("forecast-col-p90", |quarter| quarter.band.p90),
];

fn money_in(row: &Row) -> Ore {
    row.flows.contributions + row.flows.state + row.flows.repayments + row.flows.other
}

fn money_out(row: &Row) -> Ore {
    row.flows.disbursements + row.flows.costs
}

fn filled(quarters: &[SavedQuarter], columns: &[Column], words: &Words) -> Table {
    let mut head = vec![(words.t("forecast-col-quarter"), Side::Left)];
    head.extend(columns.iter().map(|(key, _)| (words.t(key), Side::Right)));
    head.push((words.t("forecast-col-below"), Side::Right));
    let mut table = Table::new(&head);
    for quarter in quarters {
        let mut cells = vec![words.quarter(quarter.row.quarter)];
        cells.extend(columns.iter().map(|(_, of)| words.mill(of(quarter))));
        cells.push(words.percent(quarter.band.p_below_reserve, 1));
        table.row(&cells);
    }
    table
}
