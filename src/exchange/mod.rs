//! Files in and out, as pure functions over bytes and text: what a spreadsheet saved becomes typed rows or a list of
//! everything that is wrong with it, and lists become CSV and JSON. Opening files and storing rows is for others.

mod cells;
mod participants;
mod proposals;
mod scores;
mod sheet;
mod write;

pub use cells::{Reading, answer, quarters, share};
pub use participants::participants;
pub use proposals::proposals;
pub use scores::scores;
pub use write::{csv_table, json_list};
