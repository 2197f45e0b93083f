//! The sections of the report about the forecast: what came of the one that was saved, and what lies ahead (F1–F5).

use super::{charts, text};
use crate::domain::calendar::Quarter;
use crate::i18n::Words;
use crate::present::column::table;
use crate::present::document::{Block, Section};
use crate::present::forecast::{self, PATH};
use crate::usecases::views::report::YearData;

/// So many quarters are told one by one; after them, the last of each year and the last of all.
const ONE_BY_ONE: usize = 8;

/// F5: the saved forecast beside what came of it.
pub(super) fn deviations(data: &YearData, words: &Words) -> Section {
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
            blocks.extend(forecast::deviations(&compared.quarters, words).blocks);
        }
    }
    Section {
        id: "deviations",
        title: words.t("report-deviations"),
        blocks,
        ..Section::default()
    }
}

/// F1–F4: the expected path, its band, the lowest quarter, and how sure the figures are.
pub(super) fn ahead(data: &YearData, words: &Words) -> Section {
    let ahead = &data.ahead;
    let quarters = forecast::quarters(ahead);
    let last = quarters.len().saturating_sub(1);
    let one_by_one = |at: usize, quarter: Quarter| at < ONE_BY_ONE || quarter.number() == 4 || at == last;
    let picked = quarters
        .iter()
        .enumerate()
        .filter(|(at, one)| one_by_one(*at, one.row.quarter));
    let mut table = table(PATH, picked.map(|(_, one)| one), words);
    table.caption = words.t("report-ahead-note");
    let mut blocks = forecast::figures(ahead, None, words).blocks;
    let drawn = (ahead.settings.paths, ahead.settings.seed);
    blocks.extend([
        charts::ahead(data, words),
        Block::Table(table),
        forecast::sampling(drawn, ahead.outlook.sampling_error(), words),
    ]);
    Section {
        id: "ahead",
        title: words.t("report-ahead"),
        blocks,
        ..Section::default()
    }
}
