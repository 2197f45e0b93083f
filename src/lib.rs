//! kommit: the terminal program with which a council steers a self-financing fund for shared digital solutions.
//!
//! The rooms, from the ground up. Each imports only rooms that stand before it, and `tui` and `cli` never each other;
//! `tests/source/architecture.rs` holds the lines.
//!
//! - [`domain`]: the rules of the fund and the council, pure. Labels such as `C1` or `S4` name the rules; `assets/rules` says
//!   what they are.
//! - [`store`]: the one SQLite file, its migrations, and the chained log.
//! - [`i18n`]: every word that a person reads, in bokmål and English.
//! - [`usecases`]: what a person can do, one write transaction each with the policy asked inside it; and
//!   [`usecases::views`]: what a person may see, where the blind rule lives, once. What both read is in `usecases::queries`.
//! - [`exchange`]: files in and out.
//! - [`present`]: what a record or a page says, once; screens, commands and reports lay it out.
//! - [`demo`]: the demo fund, played through the use cases.
//! - [`tui`]: the full-screen program; how to write a screen stands first in its own prose.
//! - [`cli`]: the same use cases and views as commands, for scripts and quick look-ups.

#![warn(clippy::pedantic)]
#![warn(unreachable_pub)]
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used))]
#![allow(
    clippy::doc_markdown,
    reason = "names such as KommIT and SQLite are prose here, not code"
)]
#![allow(
    clippy::missing_errors_doc,
    reason = "told where it names a code or says what the type does not"
)]

pub mod cli;
pub mod demo;
pub mod domain;
pub mod exchange;
pub mod i18n;
pub mod present;
pub mod store;
pub mod tui;
pub mod usecases;
