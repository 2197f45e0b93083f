//! The file of participants: who is invited, and what they answered and paid.

use crate::domain::calendar::parse_date;
use crate::domain::intake::ParticipantIntake;
use crate::domain::participant::{Kind, Number};
use crate::domain::text;

use super::cells::{Reading, answer, inhabitants, rows, total};
use super::headings::{Column, NUMBER};

const COLUMNS: &[Column] = &[
    Column {
        name: "kind",
        nb: "Type",
        also: &["deltakertype"],
        required: false,
    },
    NUMBER,
    Column {
        name: "name",
        nb: "Navn",
        also: &["kommunenavn", "deltaker"],
        required: false,
    },
    Column {
        name: "county_number",
        nb: "Fylkesnr",
        also: &["fylkesnummer", "fylkenr"],
        required: false,
    },
    Column {
        name: "county_name",
        nb: "Fylke",
        also: &["fylkesnavn", "county"],
        required: false,
    },
    Column {
        name: "population",
        nb: "Innbyggere",
        also: &[
            "inhabitants",
            "folketall",
            "innbyggertall",
            "antall innbyggere",
            "befolkning",
        ],
        required: false,
    },
    Column {
        name: "decision",
        nb: "Svar",
        also: &["answer", "beslutning", "vedtak"],
        required: false,
    },
    Column {
        name: "decided_on",
        nb: "Svardato",
        also: &["vedtaksdato", "besluttet"],
        required: false,
    },
    Column {
        name: "reference",
        nb: "Referanse",
        also: &["saksnr", "saksnummer"],
        required: false,
    },
    Column {
        name: "paid_on",
        nb: "Betalingsdato",
        also: &["innbetalingsdato", "betalt dato"],
        required: false,
    },
    Column {
        name: "paid",
        nb: "Betalt",
        also: &["innbetalt"],
        required: false,
    },
    Column {
        name: "reason",
        nb: "Begrunnelse",
        also: &["årsak", "grunn"],
        required: false,
    },
];

/// Reads a file of participants.
#[must_use]
pub fn participants(bytes: &[u8]) -> Reading<ParticipantIntake> {
    rows(bytes, COLUMNS, |cells| {
        let kind = cells.optional("kind", Kind::parse);
        let number = cells.required("number", |cell| match kind {
            Some(kind) => Number::parse_for(kind, cell),
            None => Number::parse(cell),
        });
        let county = |cell: &str| Number::parse_for(Kind::County, cell).map(|number| number.to_string());
        Some(ParticipantIntake {
            line: cells.line(),
            name: cells.optional("name", text::line),
            county_number: cells.optional("county_number", county),
            county_name: cells.optional("county_name", text::line),
            population: cells.optional("population", inhabitants),
            joins: cells.optional("decision", answer),
            decided_on: cells.optional("decided_on", parse_date),
            reference: cells.optional("reference", text::line),
            paid_on: cells.optional("paid_on", parse_date),
            paid: cells.optional("paid", total),
            reason: cells.optional("reason", text::prose),
            kind,
            // Last, so that a row without it is read to its end for its other faults.
            number: number?,
        })
    })
}
