//! The sections of the report about the forecast: what came of the one that was saved, and what lies ahead (F1–F5).

use rust_decimal::Decimal;

use super::{charts, row, table, text};
use crate::domain::forecast::{Band, Deviation, Row as Quarter};
use crate::i18n::Words;
use crate::present::document::{Row, Section};
use crate::usecases::views::report::YearData;

/// So many quarters are told one by one; after them, the last of each year and the last of all.
const ONE_BY_ONE: usize = 8;

/// F5: the saved forecast beside what came of it.
pub fn deviations(data: &YearData, words: &Words) -> Section {
    let mut blocks = Vec::new();
    match &data.compared {
        None => blocks.push(text(words.t("report-no-forecast"))),
        Some(compared) => {
            let args = [
                ("name", compared.name.as_str().into()),
                ("date", compared.as_of.into()),
            ];
            let key = if compared.quarters.is_empty() {
                "report-forecast-uncompared"
            } else {
                "report-forecast-compared"
            };
            blocks.push(text(words.tr(key, &args)));
            if !compared.quarters.is_empty() {
                let rows = compared
                    .quarters
                    .iter()
                    .map(|one| deviation(one, words))
                    .collect();
                let head = [
                    ("forecast-col-quarter", false),
                    ("report-col-forecast", true),
                    ("forecast-col-p10", true),
                    ("forecast-col-p90", true),
                    ("report-col-actual", true),
                    ("report-col-difference", true),
                    ("report-col-within", false),
                ];
                blocks.push(table(words.t("report-in-kroner"), &head, rows, words));
            }
        }
    }
    Section {
        id: "deviations",
        title: words.t("report-deviations"),
        blocks,
        ..Section::default()
    }
}

fn deviation(deviation: &Deviation, words: &Words) -> Row {
    let forecast = &deviation.forecast;
    let within = if deviation.is_within() {
        "word-yes"
    } else {
        "word-no"
    };
    row(&[
        words.quarter(forecast.row.quarter),
        words.amount(forecast.row.closing),
        words.amount(forecast.band.p10),
        words.amount(forecast.band.p90),
        words.amount(deviation.actual),
        words.amount(deviation.difference()),
        words.t(within),
    ])
}

/// F1–F4: the expected path, its band, the lowest quarter, and how sure the figures are.
pub fn ahead(data: &YearData, words: &Words) -> Section {
    let outlook = &data.ahead.outlook;
    let mut blocks = Vec::new();
    if let Some(lowest) = outlook.lowest() {
        let args = [
            ("quarter", words.quarter(lowest.quarter).into()),
            ("amount", lowest.closing.into()),
        ];
        blocks.push(text(words.tr("forecast-lowest", &args)));
    }
    blocks.push(charts::ahead(data, words));
    let quarters = outlook.rows().iter().zip(outlook.bands()).enumerate();
    let last = outlook.rows().len().saturating_sub(1);
    let told = quarters.filter(|(at, (row, _))| *at < ONE_BY_ONE || row.quarter.number() == 4 || *at == last);
    let rows = told.map(|(_, (row, band))| quarter(row, band, words)).collect();
    let head = [
        ("forecast-col-quarter", false),
        ("report-col-expected", true),
        ("forecast-col-p10", true),
        ("forecast-col-p50", true),
        ("forecast-col-p90", true),
        ("forecast-col-below", true),
    ];
    blocks.push(table(words.t("report-ahead-note"), &head, rows, words));
    let error = outlook.sampling_error();
    let args = [
        ("paths", data.ahead.settings.paths.into()),
        ("band", error.band.into()),
        (
            "points",
            words.decimal(error.probability * Decimal::ONE_HUNDRED, 1).into(),
        ),
        ("seed", data.ahead.settings.seed.to_string().into()),
    ];
    blocks.push(text(words.tr("forecast-sampling-error", &args)));
    Section {
        id: "ahead",
        title: words.t("report-ahead"),
        blocks,
        ..Section::default()
    }
}

fn quarter(quarter: &Quarter, band: &Band, words: &Words) -> Row {
    row(&[
        words.quarter(quarter.quarter),
        words.amount(quarter.closing),
        words.amount(band.p10),
        words.amount(band.p50),
        words.amount(band.p90),
        words.percent(band.p_below_reserve, 1),
    ])
}
