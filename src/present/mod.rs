//! What a record or a page says, once, between the views and the front ends. A page is a [`Document`]: one function makes it
//! from the data of a view, and the screens, the commands and the reports lay the same one out. A list is a table of
//! [`Column`]s: JSON, CSV and XLSX take what machines read of it, tables and lists what people read.
//!
//! - [`document`]: the model. Texts in it are words of one language, safe for a terminal.
//! - [`column`]: the columns of a record.
//! - [`lines`]: a document as lines of a width, for screens and for plain text.
//! - [`text`], [`print`]: a document as plain text, as Markdown, and as one HTML file.
//! - one module for each kind of page.

pub mod capital;
pub mod charges;
pub mod column;
pub mod commitments;
pub mod document;
pub mod figures;
pub mod forecast;
pub mod ledger;
pub mod lines;
pub mod log;
pub mod meetings;
pub mod member_keys;
pub mod members;
pub mod overview;
pub mod participants;
pub mod policy;
pub mod portfolio;
pub mod print;
pub mod proposals;
pub mod ranking;
pub mod report;
pub mod rounds;
pub mod rulebook;
pub mod scheme;
pub mod scoring;
pub mod screens;
pub mod seats;
pub mod solutions;
mod svg_chart;
pub mod text;
pub mod vouchers;

pub use column::{Column, Record, Width};
pub use document::{Block, Document, Fact, Section, Styled, Table, Tone};
