//! The charts of the report, with their titles and descriptions in words.

use crate::domain::repayment;
use crate::i18n::{Words, clean, sentence};
use crate::present::document::Block;
use crate::present::svg_chart::{About, Bar, Column, FanPoint, Fans, bars, columns, fan};
use crate::usecases::views::report::YearData;

/// What came in and went out, by quarter.
pub(super) fn flows(data: &YearData, words: &Words) -> Block {
    let year = [("year", data.year.to_string().into())];
    let (title, description) = (
        words.tr("report-chart-flows", &year),
        words.t("report-chart-flows-about"),
    );
    let about = About {
        id: "chart-flows",
        title: &title,
        description: &description,
    };
    let quarters: Vec<Column> = data
        .quarters
        .iter()
        .map(|course| {
            let flows = course.flows;
            Column {
                label: words.quarter(course.quarter),
                up: flows.contributions + flows.state + flows.repayments + flows.other,
                down: flows.disbursements + flows.costs,
            }
        })
        .collect();
    let legend = ["word-in", "word-out"].map(|key| sentence(&words.t(key)));
    Block::Chart {
        svg: columns(&about, &quarters, &legend, &|amount| words.mill(amount)),
        caption: title,
    }
}

fn recovered(data: &YearData, words: &Words) -> Vec<Bar> {
    let lines = data.solutions.iter();
    lines
        .map(|line| {
            let share = repayment::recovery(line.repaid, line.cost).unwrap_or_default();
            let args = [
                ("part", words.percent(share, 1).into()),
                ("all", words.mill_kr(line.cost).into()),
            ];
            let label = format!("{} {}", line.proposal.reference, line.proposal.details.title);
            Bar {
                label: clean(&label).into_owned(),
                part: line.repaid,
                whole: line.cost,
                text: words.tr("word-of", &args),
            }
        })
        .collect()
}

/// How much of each solution's cost has come back, as bars.
pub(super) fn recovery(data: &YearData, words: &Words) -> Block {
    let (title, description) = (
        words.t("report-chart-recovery"),
        words.t("report-chart-recovery-about"),
    );
    let about = About {
        id: "chart-recovery",
        title: &title,
        description: &description,
    };
    Block::Chart {
        svg: bars(&about, &recovered(data, words)),
        caption: title,
    }
}

/// The expected path in its band.
pub(super) fn ahead(data: &YearData, words: &Words) -> Block {
    let outlook = &data.ahead.outlook;
    let last = outlook.rows().last().zip(outlook.bands().last());
    let args = last.map_or_else(Vec::new, |(row, band)| {
        vec![
            ("quarter", words.quarter(row.quarter).into()),
            ("expected", words.mill_kr(row.closing).into()),
            ("low", words.mill_kr(band.p10).into()),
            ("high", words.mill_kr(band.p90).into()),
        ]
    });
    let (title, description) = (
        words.t("report-chart-ahead"),
        words.tr("report-chart-ahead-about", &args),
    );
    let about = About {
        id: "chart-ahead",
        title: &title,
        description: &description,
    };
    let quarters = outlook.rows().iter().zip(outlook.bands());
    let points: Vec<FanPoint> = quarters
        .map(|(row, band)| FanPoint {
            label: if row.quarter.number() == 1 {
                row.quarter.year().to_string()
            } else {
                String::new()
            },
            expected: row.closing,
            p10: band.p10,
            p90: band.p90,
        })
        .collect();
    let fans = Fans {
        points: &points,
        reserve: outlook.reserve(),
        legend: [
            words.t("report-chart-expected"),
            words.t("report-chart-band"),
            words.t("report-chart-reserve"),
        ],
    };
    Block::Chart {
        svg: fan(&about, &fans, &|amount| words.mill(amount)),
        caption: title,
    }
}
