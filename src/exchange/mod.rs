//! Files in and out, as pure functions over bytes and text: what a spreadsheet saved, as text or as a workbook, becomes typed rows or a list of
//! everything that is wrong with it, and lists become CSV, JSON, a
//! workbook or a journal. Opening files and storing rows is for others.

mod adoptions;
mod cells;
mod delimited;
mod forecast;
mod hledger;
mod ledger;
mod participants;
mod proposals;
mod report;
mod scores;
mod sheet;
mod svg_chart;
mod workbook;
mod write;
mod xlsx;

pub use adoptions::adoptions;
pub use cells::{Reading, answer, quarters, rate, share};
pub use forecast::{scenario, what_if};
pub use hledger::{LedgerLine, hledger_journal};
pub use ledger::ledger;
pub use participants::participants;
pub use proposals::proposals;
pub use report::{Block, Document, Head, Row, Section, Table, html, markdown};
pub use scores::scores;
pub use svg_chart::{About, Bar, Column, FanPoint, Fans, bars, columns, fan};
pub use write::{csv_table, json_list};
pub use xlsx::{Field, FieldKind, xlsx_table};
