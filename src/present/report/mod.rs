//! The yearly evaluation of the scheme as a document: the figures of one view, a section for each kind.

mod charts;
mod forecast;
mod money;
mod projects;

use super::document::{Block, Document, Head, Row, Styled, Table, Tone};
use super::overview;
use crate::domain::anchor::Anchor;
use crate::i18n::{Words, sentence};
use crate::usecases::views::report::YearData;

/// The report of a year, made when the log stood at `log`.
#[must_use]
pub fn document(data: &YearData, log: &Anchor, words: &Words) -> Document {
    let year = data.year.to_string();
    let scheme = overview::title(&data.scheme, words);
    let title = [("year", year.into()), ("scheme", scheme.into())];
    let as_of = [
        ("date", words.long_date(data.as_of).into()),
        ("log", log.to_string().into()),
    ];
    let under = if data.is_over() {
        "report-as-of"
    } else {
        "report-as-of-unfinished"
    };
    let demo = data.demo.then(|| words.t("overview-demo"));
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
    Block::text(text, Tone::Plain)
}

/// A table under these headings. Figures stand to the right; an empty caption is left out.
fn table(caption: String, head: &[(&str, bool)], rows: Vec<Row>, words: &Words) -> Block {
    let head = head.iter().map(|(key, is_figure)| Head {
        name: sentence(&words.t(key)),
        is_figure: *is_figure,
        ..Head::default()
    });
    Block::Table(Table {
        caption,
        head: head.collect(),
        rows,
    })
}

fn row(cells: &[String]) -> Row {
    Row {
        cells: cells.iter().map(Styled::from).collect(),
        is_sum: false,
    }
}

fn sum(cells: &[String]) -> Row {
    Row {
        is_sum: true,
        ..row(cells)
    }
}
