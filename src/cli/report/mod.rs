//! `kommit report`: the yearly evaluation of the scheme as Markdown, or as one HTML file with charts. The figures are those
//! of one view; here they become sections, one file for each kind. Scripts get the figures of the year as JSON.

mod charts;
mod forecast;
mod money;
mod projects;

use clap::ValueEnum;
use serde::Serialize;

use super::answer::Answer;
use super::args::whole;
use super::call::Call;
use super::failure::Failure;
use super::forecast::deviation;
use crate::domain::calendar::Quarter;
use crate::domain::forecast::Flows;
use crate::domain::money::Ore;
use crate::domain::refusal::refuse;
use crate::exchange::{self, Block, Document, Head, Row, Table};
use crate::i18n::{Lang, Words, clean};
use crate::usecases::views::YearReport;
use crate::usecases::views::report::{Compared, Course, YearData};

#[derive(Debug, clap::Args)]
pub struct Args {
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

pub fn run(args: Args, call: &Call) -> Result<Answer, Failure> {
    let data = call.view(&YearReport {
        year: args.year,
        forecast: args.forecast,
    })?;
    let Some(format) = args.format.or((!call.globals.json).then_some(Format::Md)) else {
        return Ok(Answer::json(&record(&data)));
    };
    let document = document(&data, &call.words);
    let written = match format {
        Format::Md => exchange::markdown(&document),
        Format::Html => exchange::html(&document),
    };
    let text = written.map_err(|fault| refuse("report-unwritten").with("detail", fault.to_string()))?;
    Ok(Answer::text(text))
}

fn record(data: &YearData) -> Record {
    let course = |course: &Course| CourseRecord::of(course, Some(course.quarter));
    Record {
        year: data.year,
        as_of: data.as_of.to_string(),
        is_over: data.is_over(),
        quarters: data.quarters.iter().map(course).collect(),
        whole: data.whole().map(|whole| CourseRecord::of(&whole, None)),
        forecast: data.compared.as_ref().map(ComparedRecord::of),
    }
}

fn document(data: &YearData, words: &Words) -> Document {
    let year = data.year.to_string();
    let scheme = match words.lang() {
        Lang::Nb => &data.scheme.nb,
        Lang::En => &data.scheme.en,
    };
    let title = [("year", year.into()), ("scheme", scheme.as_str().into())];
    let as_of = [("date", words.long_date(data.as_of).into())];
    let under = if data.is_over() {
        "report-as-of"
    } else {
        "report-as-of-unfinished"
    };
    let demo = data.demo.then(|| words.t("cli-overview-demo"));
    Document {
        lang: words.lang().code(),
        title: words.tr("report-title", &title),
        subtitle: words.tr(under, &as_of),
        notes: demo.into_iter().collect(),
        contents: words.t("report-contents"),
        sections: vec![
            money::capital(data, words),
            money::year(data, words),
            projects::commitments(data, words),
            projects::decisions(data, words),
            projects::solutions(data, words),
            projects::participants(data, words),
            money::indicators(data, words),
            forecast::deviations(data, words),
            forecast::ahead(data, words),
        ],
        foot: words.tr("report-foot", &as_of),
    }
}

fn text(text: String) -> Block {
    Block::Text { text }
}

/// A table under these headings. Figures stand to the right; an empty caption is left out.
fn table(caption: String, head: &[(&str, bool)], rows: Vec<Row>, words: &Words) -> Block {
    let head = head.iter().map(|(key, is_figure)| Head {
        name: words.t(key),
        is_figure: *is_figure,
    });
    Block::Table(Table {
        caption,
        head: head.collect(),
        rows,
    })
}

/// A row, safe to be shown wherever the report is.
fn row(cells: &[String]) -> Row {
    Row {
        cells: cells.iter().map(|cell| clean(cell).into_owned()).collect(),
        is_sum: false,
    }
}

fn sum(cells: &[String]) -> Row {
    Row {
        is_sum: true,
        ..row(cells)
    }
}
