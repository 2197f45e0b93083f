//! The file of adoptions: who took which solution into use, and what it has paid for it.

use crate::domain::calendar::parse_date;
use crate::domain::intake::AdoptionIntake;
use crate::domain::participant::Number;
use crate::domain::proposal::Ref;

use super::cells::{Reading, rows, total};
use super::headings::{Column, NUMBER, REF};

const COLUMNS: &[Column] = &[
    REF,
    NUMBER,
    Column {
        name: "adopted_on",
        nb: "Ibruktatt",
        also: &["tatt i bruk", "ibruktatt dato"],
        required: false,
    },
    Column {
        name: "paid_on",
        nb: "Betalt dato",
        also: &["betalt den", "betalingsdato", "innbetalingsdato"],
        required: false,
    },
    Column {
        name: "paid",
        nb: "Betalt",
        also: &["innbetalt"],
        required: false,
    },
];

/// Reads a file of adoptions.
#[must_use]
pub fn adoptions(bytes: &[u8]) -> Reading<AdoptionIntake> {
    rows(bytes, COLUMNS, |cells| {
        let reference = cells.required("ref", str::parse::<Ref>);
        let number = cells.required("number", Number::parse);
        let row = AdoptionIntake {
            line: cells.line(),
            adopted_on: cells.optional("adopted_on", parse_date),
            paid_on: cells.optional("paid_on", parse_date),
            paid: cells.optional("paid", total),
            // Last, so that a row without them is read to its end for its other faults.
            reference: reference?,
            number: number?,
        };
        Some(row)
    })
}
