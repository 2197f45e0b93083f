//! `kommit forecast`: the capital quarter by quarter with its bands, as it stands or under a what-if (F1–F6). Nothing of
//! it is kept but what is saved by name, and a what-if never is. `kommit forecasts` shows what was saved.

mod what_if;

use std::path::PathBuf;

use clap::Subcommand;
use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::Value as Json;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::globals::whole;
use super::progress::Progress;
use crate::cli::ssh::allowed::OVER_SSH;
use crate::domain::calendar::Quarter;
use crate::domain::forecast::{
    DEFAULT_PATHS, DEFAULT_QUARTERS, DEFAULT_SEED, Deviation, Saved, SavedQuarter, Settings, lowest,
};
use crate::domain::money::Ore;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::scheme::Limit;
use crate::i18n::Words;
use crate::present::Document;
use crate::present::forecast::{self, ALL_FLOWS, SAVED};
use crate::usecases::SaveForecast;
use crate::usecases::views::PastForecasts;
use crate::usecases::views::forecast::{ForecastData, ForecastView};
use crate::usecases::views::past::{Past, PastForecast};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(
        long,
        value_name = "cli-value-count",
        value_parser = quarters,
        allow_negative_numbers = true,
        default_value_t = DEFAULT_QUARTERS,
        help = "cli-arg-quarters"
    )]
    quarters: usize,

    #[arg(
        long,
        value_name = "cli-value-count",
        value_parser = paths,
        allow_negative_numbers = true,
        default_value_t = DEFAULT_PATHS,
        help = "cli-arg-paths"
    )]
    paths: usize,

    #[arg(
        long,
        value_name = "cli-value-rate",
        value_parser = whole::<u64>,
        allow_negative_numbers = true,
        default_value_t = DEFAULT_SEED,
        help = "cli-arg-seed"
    )]
    seed: u64,

    #[arg(long, value_name = "cli-value-file", help = "cli-arg-what-if")]
    what_if: Option<PathBuf>,

    #[arg(long, value_name = "cli-value-file", help = "cli-arg-scenario")]
    scenario: Option<PathBuf>,

    #[arg(long, value_name = "cli-value-forecast", help = "cli-arg-save")]
    save: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct SavedArgs {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-forecasts-list", author = OVER_SSH)]
    List,
    #[command(about = "cli-forecasts-show", author = OVER_SSH)]
    Show {
        #[arg(value_name = "cli-value-forecast", help = "cli-arg-forecast")]
        name: String,
    },
}

const MOST_QUARTERS: usize = 120;
const MOST_PATHS: usize = 100_000;

fn quarters(text: &str) -> Result<usize, Refusal> {
    within(text, MOST_QUARTERS)
}

fn paths(text: &str) -> Result<usize, Refusal> {
    within(text, MOST_PATHS)
}

fn within(text: &str, most: usize) -> Result<usize, Refusal> {
    let number: usize = whole(text)?;
    if (1..=most).contains(&number) {
        return Ok(number);
    }
    Err(refuse("whole-number-outside")
        .with("value", text)
        .with("least", 1_i64)
        .with("most", most))
}

#[derive(Serialize)]
struct Report {
    as_of: String,
    what_if: bool,
    quarters: Vec<SavedQuarter>,
    lowest: Option<Lowest>,
    reserve_ore: Ore,
    free_on_hand_ore: Ore,
    free_cash_flow_ore: Ore,
    limit: Limit,
    self_financing: Option<String>,
    seed: u64,
    paths: usize,
    sampling_error: SamplingError,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    saved: Option<String>,
}

#[derive(Serialize)]
struct Lowest {
    quarter: Quarter,
    closing_ore: Ore,
}

#[derive(Serialize)]
struct SamplingError {
    band_ore: Ore,
    probability: String,
}

/// A saved forecast as it was, and what came of it.
#[derive(Serialize)]
struct SavedReport {
    name: String,
    as_of: String,
    quarters: Vec<SavedQuarter>,
    lowest: Option<Lowest>,
    seed: u64,
    paths: usize,
    /// The quarters that are over.
    passed: Vec<serde_json::Value>,
}

pub(super) fn run(args: Args, call: &Call) -> Result<Answer, Failure> {
    let laid_over = args.what_if.is_some() || args.scenario.is_some();
    if args.save.is_some() && laid_over {
        return Err(refuse("forecast-what-if-unsaved").rule("F5").into());
    }
    let progress = Progress::new("cli-progress-forecast", call);
    let mut session = call
        .session()?
        .with_progress(Box::new(move |done, of| progress.at(done, of)));
    let settings = Settings {
        quarters: args.quarters,
        paths: args.paths,
        seed: args.seed,
        ..Settings::default()
    };
    let (what_if, notices) = what_if::read(args.what_if.as_ref(), args.scenario.as_ref(), session.today())?;
    let saved = match args.save {
        Some(name) => Some(session.perform(&SaveForecast { name, settings })?),
        None => None,
    };
    let data = session.view(&ForecastView { what_if, settings })?;
    let warning = beyond(&data);
    let written = saved.as_ref().map(|saved| call.written(saved));
    let (made, foot) = saved.map_or((None, String::new()), |saved| {
        let name = saved.made["name"].as_str().map(str::to_owned);
        (name, call.words.tr(saved.done, &saved.args))
    });
    let mut answer = call.document(
        || report(&data, laid_over, warning.as_ref(), made, call),
        |words| Document {
            foot,
            ..forecast::page(&data, is_wide(call), words)
        },
    );
    answer.written = written;
    let warning = warning.filter(|_| !call.globals.json);
    // A script's answer has no place for what is about the file and not about the forecast.
    answer.aside = warning
        .iter()
        .chain(&notices)
        .map(|warning| call.warning(warning))
        .collect();
    Ok(answer)
}

/// F5: what falls after the last quarter changes nothing, and the user is warned.
fn beyond(data: &ForecastData) -> Option<Refusal> {
    let last = data.outlook.rows().last()?.quarter.last_day();
    let beyond = data.beyond();
    (beyond > 0).then(|| {
        refuse("what-if-beyond")
            .rule("F5")
            .with("count", beyond)
            .with("date", last)
    })
}

fn report(
    data: &ForecastData,
    laid_over: bool,
    warning: Option<&Refusal>,
    saved: Option<String>,
    call: &Call,
) -> Report {
    let (outlook, settings) = (&data.outlook, data.settings);
    let error = outlook.sampling_error();
    Report {
        as_of: data.capital.as_of.to_string(),
        what_if: laid_over,
        quarters: Saved::of(outlook, data.capital.as_of, settings).quarters,
        lowest: outlook.lowest().map(|row| Lowest {
            quarter: row.quarter,
            closing_ore: row.closing,
        }),
        reserve_ore: outlook.reserve(),
        free_on_hand_ore: data.free_on_hand(),
        free_cash_flow_ore: data.free_cash_flow(),
        limit: data.limit,
        self_financing: data.self_financing().map(four),
        seed: settings.seed,
        paths: settings.paths,
        sampling_error: SamplingError {
            band_ore: error.band,
            probability: four(error.probability),
        },
        warnings: warning.map(|warning| call.reason(warning)).into_iter().collect(),
        saved,
    }
}

fn four(share: Decimal) -> String {
    format!("{share:.4}")
}

pub(super) fn saved(args: SavedArgs, call: &Call) -> Result<Answer, Failure> {
    match args.what {
        None | Some(What::List) => {
            let mut saved = call.view(&PastForecasts)?;
            saved.reverse();
            Ok(call.records(SAVED, &saved, "error-past-none"))
        }
        Some(What::Show { name }) => {
            let past = call.view(&PastForecast { name })?;
            let page = |words: &Words| forecast::saved(&past, is_wide(call), words);
            Ok(call.document(|| saved_report(&past), page))
        }
    }
}

/// Whether there is room for every kind of flow.
fn is_wide(call: &Call) -> bool {
    call.style().columns.is_some_and(|columns| columns >= ALL_FLOWS)
}

fn saved_report(past: &Past) -> SavedReport {
    let saved = &past.saved;
    let rows: Vec<_> = saved.quarters.iter().map(|quarter| quarter.row).collect();
    SavedReport {
        name: past.name.clone(),
        as_of: saved.as_of.to_string(),
        quarters: saved.quarters.clone(),
        lowest: lowest(&rows).map(|row| Lowest {
            quarter: row.quarter,
            closing_ore: row.closing,
        }),
        seed: saved.seed,
        paths: saved.paths,
        passed: past.passed.iter().map(deviation).collect(),
    }
}

/// What a quarter came to beside what was forecast of it.
pub(super) fn deviation(deviation: &Deviation) -> serde_json::Value {
    serde_json::json!({
        "quarter": deviation.forecast.row.quarter,
        "forecast_ore": deviation.forecast.row.closing,
        "p10_ore": deviation.forecast.band.p10,
        "p90_ore": deviation.forecast.band.p90,
        "actual_ore": deviation.actual,
        "difference_ore": deviation.difference(),
        "within_band": deviation.is_within(),
    })
}
