//! `kommit report`: the yearly evaluation of the scheme as Markdown, or as one HTML file with charts. Scripts get the figures
//! of the year as JSON.

use clap::ValueEnum;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::forecast::deviation;
use super::globals::whole;
use crate::domain::anchor::Anchor;
use crate::domain::calendar::Quarter;
use crate::domain::forecast::Flows;
use crate::domain::money::Ore;
use crate::domain::refusal::refuse;
use crate::present::{print, report};
use crate::usecases::views::report::{Compared, Course, YearData};
use crate::usecases::views::{Anchored, YearReport};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "cli-value-year", value_parser = whole::<i16>, allow_negative_numbers = true, help = "cli-arg-year")]
    year: i16,

    #[arg(long, value_enum, value_name = "md|html", help = "cli-arg-report-format")]
    format: Option<Format>,

    #[arg(long, value_name = "cli-value-forecast", help = "cli-arg-report-forecast")]
    forecast: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Md,
    Html,
}

#[derive(Serialize)]
struct Record {
    year: i16,
    as_of: String,
    is_over: bool,
    quarters: Vec<CourseRecord>,
    whole: Option<CourseRecord>,
    forecast: Option<ComparedRecord>,
    /// Where the log stood when the report was made.
    log: Anchor,
}

#[derive(Serialize)]
struct CourseRecord {
    #[serde(skip_serializing_if = "Option::is_none")]
    quarter: Option<Quarter>,
    opening_ore: Ore,
    #[serde(flatten)]
    flows: Flows,
    closing_ore: Ore,
}

#[derive(Serialize)]
struct ComparedRecord {
    name: String,
    as_of: String,
    quarters: Vec<serde_json::Value>,
}

impl CourseRecord {
    fn of(course: &Course, quarter: Option<Quarter>) -> CourseRecord {
        CourseRecord {
            quarter,
            opening_ore: course.opening,
            flows: course.flows,
            closing_ore: course.closing,
        }
    }
}

impl ComparedRecord {
    fn of(compared: &Compared) -> ComparedRecord {
        ComparedRecord {
            name: compared.name.clone(),
            as_of: compared.as_of.to_string(),
            quarters: compared.quarters.iter().map(deviation).collect(),
        }
    }
}

pub(super) fn run(args: Args, call: &Call) -> Result<Answer, Failure> {
    let (data, log) = call.view(&Anchored(YearReport {
        year: args.year,
        forecast: args.forecast,
    }))?;
    let Some(format) = args.format.or((!call.globals.json).then_some(Format::Md)) else {
        return Ok(Answer::json(&record(&data, log)));
    };
    let document = report::document(&data, &log, &call.words);
    let written = match format {
        Format::Md => print::markdown(&document),
        Format::Html => print::html(&document),
    };
    let text = written.map_err(|fault| refuse("report-unwritten").with("detail", fault.to_string()))?;
    Ok(Answer::text(text))
}

fn record(data: &YearData, log: Anchor) -> Record {
    let course = |course: &Course| CourseRecord::of(course, Some(course.quarter));
    Record {
        year: data.year,
        as_of: data.as_of.to_string(),
        is_over: data.is_over(),
        quarters: data.quarters.iter().map(course).collect(),
        whole: data.whole().map(|whole| CourseRecord::of(&whole, None)),
        forecast: data.compared.as_ref().map(ComparedRecord::of),
        log,
    }
}
