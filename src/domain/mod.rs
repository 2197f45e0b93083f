//! The rules of the fund and the council, pure: no files, no clock, no words for people. Labels such as
//! `C1` or `S4` name the fund's rules; the tests that hold a rule carry its label.

pub mod access;
pub mod amount;
pub mod anchor;
pub mod balance;
pub mod calendar;
pub mod capital;
pub mod commitment;
pub mod contribution;
pub mod council;
pub mod forecast;
pub mod intake;
pub mod ledger;
pub mod log_action;
pub mod meeting;
pub mod member;
pub mod money;
pub(crate) mod named;
pub mod order;
pub mod participant;
pub mod policy;
pub mod portfolio;
pub mod proposal;
pub mod public_key;
pub mod ranking;
pub mod refusal;
pub mod repayment;
mod role;
pub mod scheme;
pub mod scoring;
pub mod text;
pub(crate) mod toml_section;
