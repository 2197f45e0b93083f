//! kommit: the council's terminal for a self-financing fund.

pub mod domain;
pub mod exchange;
pub mod i18n;
pub mod store;
pub mod usecases;
