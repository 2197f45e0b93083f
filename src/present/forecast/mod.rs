//! The forecast of the capital: the quarters (F1, F4), the figures that are asked for first, and the saved forecasts with what
//! came of them (F5).

mod columns;

use rust_decimal::Decimal;

use super::capital::{Books, Free};
use super::column::table;
use super::document::{Block, Document, Fact, Section, Tone};
use super::figures::{CLOSING, LOWEST, RISK, SELF_FINANCING, percent};
use crate::domain::calendar::Quarter;
use crate::domain::forecast::{
    Band, Deviation, Flows, Outlook, SamplingError, Saved, SavedQuarter, Summary, lowest as lowest_of,
};
use crate::domain::money::Ore;
use crate::i18n::{Phrase, Words, phrase};
use crate::usecases::views::forecast::ForecastData;
use crate::usecases::views::past::Past;

use columns::SHORT;
pub use columns::{FLOWS, FOLLOWED, Followed, PATH, SAVED, SUMS};

/// From this width on, in columns of the terminal, every kind of flow has its own column.
pub const ALL_FLOWS: usize = 140;

/// The quarters of a forecast.
#[must_use]
pub fn quarters(data: &ForecastData) -> Vec<SavedQuarter> {
    Saved::of(&data.outlook, data.capital.as_of, data.settings).quarters
}

/// The whole page. `is_wide` where there is room for [`ALL_FLOWS`].
#[must_use]
pub fn page(data: &ForecastData, is_wide: bool, words: &Words) -> Document {
    let is_tried = !data.what_if.is_empty();
    let title = if is_tried {
        "forecast-title-what-if"
    } else {
        "forecast-title"
    };
    let title = phrase(title).with("date", data.capital.as_of).words(words);
    let mut first = figures(data, None, words);
    if is_tried {
        first
            .blocks
            .insert(0, Block::text(words.t("forecast-what-if-note"), Tone::WhatIf));
    }
    let error = data.outlook.sampling_error();
    let settings = data.settings;
    Document::titled(
        &title,
        vec![
            first,
            in_millions(&quarters(data), is_wide, words),
            Section::new("", vec![sampling((settings.paths, settings.seed), error, words)]),
        ],
    )
}

fn in_millions(quarters: &[SavedQuarter], is_wide: bool, words: &Words) -> Section {
    let columns = if is_wide { FLOWS } else { SHORT };
    let mut table = table(columns, quarters, words);
    table.caption = words.t("forecast-in-millions");
    Section::new("", vec![Block::Table(table)])
}

/// A saved forecast, with what came of the quarters that are over (F5).
#[must_use]
pub fn saved(past: &Past, is_wide: bool, words: &Words) -> Document {
    let saved = &past.saved;
    let title = phrase("past-title-one")
        .with("name", past.name.as_str())
        .with("date", saved.as_of);
    let rows: Vec<_> = saved.quarters.iter().map(|quarter| quarter.row).collect();
    let lowest = lowest_of(&rows).map(|row| {
        LOWEST
            .fact(at(row.quarter, row.closing, words), words)
            .formula("")
    });
    let made = phrase("forecast-saved-with")
        .with("paths", saved.paths)
        .with("seed", saved.seed.to_string());
    Document::titled(
        &title.words(words),
        vec![
            Section::new("", vec![Block::facts(lowest.into_iter().collect())]),
            in_millions(&saved.quarters, is_wide, words),
            deviations(&past.passed, words),
            Section::new("", vec![Block::text(made.words(words), Tone::Dim)]),
        ],
    )
}

/// F5: what came of the quarters that are over.
#[must_use]
pub fn deviations(passed: &[Deviation], words: &Words) -> Section {
    let rows: Vec<Followed> = passed.iter().map(Followed::from).collect();
    let mut table = table(FOLLOWED, &rows, words);
    table.caption = words.t("past-note");
    Section::new("", vec![Block::Table(table)])
}

/// What a director asks for first, with what is tried. `as_it_is` is the self-financing without it, where it is known.
#[must_use]
pub fn figures(data: &ForecastData, as_it_is: Option<Option<Decimal>>, words: &Words) -> Section {
    let (books, seen) = (Books::from(data), Summary::of(&data.outlook));
    let band = |label: &str, band: &Band| Fact::of(label, between(band, words), words);
    let mut quarters = data.outlook.rows().iter().zip(data.outlook.bands());
    let (quarter, amount) = seen.lowest;
    let [on_hand, cash_flow] = Free::both(books.on_hand, books.cash_flow, books.limit);
    let lowest = quarters.clone().find(|(row, _)| row.quarter == quarter);
    let mut facts = vec![
        on_hand.mill_kr(words),
        cash_flow.mill_kr(words),
        LOWEST.fact(at(quarter, amount, words), words).tone(Tone::Strong),
    ];
    facts.extend(lowest.map(|(_, edges)| band("outlook-low-band", edges)));
    let tone = if is_risky(&seen) { Tone::Warn } else { Tone::Plain };
    facts.push(RISK.fact(risk(&seen, words).words(words), words).tone(tone));
    if let Some((row, edges)) = quarters.next_back() {
        let mut end = CLOSING.fact(at(row.quarter, row.closing, words), words);
        end.label = words.t("outlook-end");
        facts.extend([end, band("outlook-low-band", edges)]);
    }
    let mut financing = SELF_FINANCING.share(books.self_financing, words);
    if let Some(share) = as_it_is.filter(|_| books.is_tried) {
        let was = phrase("outlook-was").with("value", percent(share, words));
        financing.aside = was.words(words);
    }
    facts.push(financing);
    for fact in &mut facts {
        fact.formula.clear();
        if books.is_tried {
            fact.value.tone = Tone::WhatIf;
        }
    }
    Section::new("", vec![Block::facts(facts)])
}

/// `17,2 mill. kr i 4. kv. 2018`.
pub(super) fn at(quarter: Quarter, amount: Ore, words: &Words) -> String {
    phrase("outlook-at")
        .with("amount", words.mill_kr(amount))
        .with("quarter", words.quarter(quarter))
        .words(words)
}

/// `30,1–45,3 mill. kr`.
fn between(band: &Band, words: &Words) -> String {
    phrase("outlook-between")
        .with("low", words.mill(band.p10))
        .with("high", words.mill_kr(band.p90))
        .words(words)
}

/// Why the expected path ends outside the band, when it is seen to: it follows what is likeliest, and no more than the cost
/// is ever paid back, so that the drawn paths may all but lie on one side of it.
#[must_use]
pub fn outside(outlook: &Outlook, words: &Words) -> Option<String> {
    let end = outlook.rows().last()?.closing;
    let band = outlook.bands().last()?;
    let seen = |edge: Ore| words.mill(end) != words.mill(edge);
    if end > band.p90 && seen(band.p90) {
        return Some(words.t("outlook-over-band"));
    }
    (end < band.p10 && seen(band.p10)).then(|| words.t("outlook-under-band"))
}

/// F4: how far the bands may be from those of endlessly many paths. `drawn` is the number of paths, and the seed.
#[must_use]
pub fn sampling(drawn: (usize, u64), error: SamplingError, words: &Words) -> Block {
    let text = phrase("outlook-sampling")
        .with("paths", words.count(i64::try_from(drawn.0).unwrap_or(i64::MAX)))
        .with("seed", drawn.1.to_string())
        .with("band", words.mill_kr(error.band))
        .with("points", words.points_at_most(error.probability, 1));
    Block::text(text.words(words), Tone::Dim)
}

/// F1 in whole kroner: a quarter, or a year, as the sum that it is.
#[must_use]
pub fn sum(name: String, opening: Ore, flows: &Flows, closing: Ore, words: &Words) -> String {
    phrase("quarters-sum")
        .with("quarter", name)
        .with("opening", words.amount(opening))
        .with("contributions", words.amount(flows.contributions))
        .with("state", words.amount(flows.state))
        .with("repayments", words.amount(flows.repayments))
        .with("other", words.amount(flows.other))
        .with("disbursements", words.amount(flows.disbursements))
        .with("costs", words.amount(flows.costs))
        .with("closing", words.kr(closing))
        .words(words)
}

/// What goes with a quarter: the band, and what is still bound.
#[must_use]
pub fn sides(one: &SavedQuarter, words: &Words) -> String {
    phrase("quarters-sides")
        .with("low", words.amount(one.band.p10))
        .with("middle", words.amount(one.band.p50))
        .with("high", words.amount(one.band.p90))
        .with("outstanding", words.kr(one.row.outstanding_commitments))
        .words(words)
}

/// `lavest 38,2 mill. kr i 3. kv. 2020`.
#[must_use]
pub fn lowest(summary: &Summary, words: &Words) -> Phrase {
    let (quarter, amount) = summary.lowest;
    phrase("outlook-lowest")
        .with("amount", words.mill_kr(amount))
        .with("quarter", words.quarter(quarter))
}

/// The same without the unit, where it stands in a heading: `lavest 38,2 i 3. kv. 2020`.
#[must_use]
pub fn lowest_in_millions(summary: &Summary, words: &Words) -> Phrase {
    let (quarter, amount) = summary.lowest;
    phrase("outlook-lowest")
        .with("amount", words.mill(amount))
        .with("quarter", words.quarter(quarter))
}

/// The same where there is room for no more than the amount: `lavest 38,2`.
#[must_use]
pub fn lowest_alone(summary: &Summary, words: &Words) -> Phrase {
    phrase("outlook-lowest-alone").with("amount", words.mill(summary.lowest.1))
}

/// How likely the fund is to go below its reserve, where that is likeliest.
#[must_use]
pub fn risk(summary: &Summary, words: &Words) -> Phrase {
    let (quarter, share) = summary.riskiest;
    if share.is_zero() {
        return phrase("outlook-risk-none").with("share", likely(share, words));
    }
    phrase("outlook-risk")
        .with("share", likely(share, words))
        .with("quarter", words.quarter(quarter))
}

/// How likely something is: `0 %`, or with one decimal.
#[must_use]
pub fn likely(share: Decimal, words: &Words) -> String {
    words.percent(share, u32::from(!share.is_zero()))
}

/// Whether a risk is worth a warning: one in twenty.
#[must_use]
pub fn is_risky(summary: &Summary) -> bool {
    summary.riskiest.1 >= Decimal::new(5, 2)
}
