//! Files in and out, as pure functions over bytes and text: what a spreadsheet saved, as text or as a workbook, becomes typed rows or a list of
//! everything that is wrong with it, and lists become CSV, JSON, a
//! workbook or a journal. Opening files and storing rows is for others.

mod adoptions;
mod cell;
mod cells;
mod delimited;
mod forecast;
mod headings;
mod hidden;
mod hledger;
mod ledger;
mod participants;
mod proposals;
mod scores;
mod sheet;
mod workbook;
mod write;
mod xlsx;

pub use adoptions::adoptions;
pub use cell::Cell;
pub use cells::{Reading, answer, percent, quarters, rate, share};
pub use forecast::{scenario, what_if};
pub use hledger::{HledgerJournal, LedgerLine};
pub use ledger::ledger;
pub use participants::participants;
pub use proposals::proposals;
pub use scores::scores;
pub use write::{CsvTable, csv_table};
pub use xlsx::xlsx_table;
