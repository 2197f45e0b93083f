//! What is laid over a forecast (F5): the file of extra flows, and the scenario of other assumptions.

use crate::domain::calendar::parse_date;
use crate::domain::forecast::ExtraKind;
use crate::domain::intake::{ScenarioIntake, WhatIfIntake};
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::domain::toml_section::Section;

use super::cells::{Reading, kroner, rows};
use super::headings::{AMOUNT, Column};

const COLUMNS: &[Column] = &[
    Column {
        name: "date",
        nb: "Dato",
        also: &[],
        required: true,
    },
    Column {
        name: "kind",
        nb: "Type",
        also: &["slag"],
        required: true,
    },
    AMOUNT,
    Column {
        name: "label",
        nb: "Merke",
        also: &["tekst", "navn", "text"],
        required: false,
    },
];

/// Reads a file of extra flows.
#[must_use]
pub fn what_if(bytes: &[u8]) -> Reading<WhatIfIntake> {
    rows(bytes, COLUMNS, |cells| {
        let on = cells.required("date", parse_date);
        let kind = cells.required("kind", ExtraKind::parse);
        let amount = cells.required("amount", kroner);
        let label = cells.optional("label", text::line).unwrap_or_default();
        Some(WhatIfIntake {
            line: cells.line(),
            on: on?,
            kind: kind?,
            amount: amount?,
            label,
        })
    })
}

/// Reads a scenario from TOML.
///
/// # Errors
/// `toml-…` with line and key, or `scenario-both`.
pub fn scenario(source: &str) -> Result<ScenarioIntake, Refusal> {
    const MOST_FACTOR: i64 = 10;
    const MOST_QUARTERS: i64 = 40;
    Section::read(source, |root| {
        let scenario = ScenarioIntake {
            uptake_factor: root.given("uptake_factor", |root, key| root.decimal(key, 0, MOST_FACTOR))?,
            delay_quarters: root.given("delay_quarters", |root, key| root.whole(key, 0, MOST_QUARTERS))?,
            undecided_joining: root.given("undecided_joining", |root, key| root.decimal(key, 0, 1))?,
            reserve: root.given("reserve", Section::money)?,
            include: root.given("include", Section::refs)?.unwrap_or_default(),
            exclude: root.given("exclude", Section::refs)?.unwrap_or_default(),
        };
        let both = scenario
            .include
            .iter()
            .find(|reference| scenario.exclude.contains(reference));
        match both {
            Some(reference) => Err(root.fault("scenario-both", "exclude").with("ref", *reference)),
            None => Ok(scenario),
        }
    })
}
