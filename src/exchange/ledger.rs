//! The file of ledger entries from other books: an amount from one account to another on every line (L1).

use crate::domain::calendar::parse_date;
use crate::domain::intake::LedgerIntake;
use crate::domain::ledger::Account;
use crate::domain::text;

use super::cells::{Reading, kroner, rows};
use super::headings::{AMOUNT, Column};

const COLUMNS: &[Column] = &[
    Column {
        name: "date",
        nb: "Dato",
        also: &["bilagsdato", "bokført"],
        required: true,
    },
    Column {
        name: "from",
        nb: "Fra",
        also: &["fra konto"],
        required: true,
    },
    Column {
        name: "to",
        nb: "Til",
        also: &["til konto"],
        required: true,
    },
    AMOUNT,
    Column {
        name: "text",
        nb: "Tekst",
        also: &["bilagstekst", "beskrivelse"],
        required: true,
    },
    Column {
        name: "voucher",
        nb: "Bilag",
        also: &["bilagsnr", "bilagsnummer"],
        required: false,
    },
    Column {
        name: "value_date",
        nb: "Valutadato",
        also: &["rentedato"],
        required: false,
    },
];

/// Reads a file of ledger entries.
#[must_use]
pub fn ledger(bytes: &[u8]) -> Reading<LedgerIntake> {
    rows(bytes, COLUMNS, |cells| {
        let date = cells.required("date", parse_date);
        let from = cells.required("from", str::parse::<Account>);
        let to = cells.required("to", str::parse::<Account>);
        let amount = cells.required("amount", kroner);
        let text = cells.required("text", text::line);
        let voucher = cells.optional("voucher", text::line);
        let value_date = cells.optional("value_date", parse_date);
        Some(LedgerIntake {
            line: cells.line(),
            date: date?,
            from: from?,
            to: to?,
            amount: amount?,
            text: text?,
            voucher,
            value_date,
        })
    })
}
