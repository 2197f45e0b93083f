//! The forecast of the capital (F1–F6, K2), quarter by quarter: the expected path, exact in øre, and the bands around
//! it. A pure function of facts, an what_if of what-ifs and a seed.
//!
//! [`Facts`] say what is known and what every project is expected to do; [`WhatIf`] says what if. [`expected`] is the
//! expected path alone. [`Engine`] works every project out once, with its samples; [`Outlook`] is a choice of projects
//! on top of it, where taking one in or out is a sum.

mod adoption;
mod bass;
mod column;
mod engine;
mod expected;
mod facts;
mod flow;
mod free;
mod horizon;
mod indicators;
mod outlook;
mod participation;
mod pert;
mod quantiles;
mod saved;
mod summary;
mod what_if;

pub use bass::Diffusion;
pub use column::ProjectFlow;
pub use engine::{DEFAULT_PATHS, DEFAULT_QUARTERS, DEFAULT_SEED, Engine, Settings};
pub use expected::{Row, candidate_effects, expected, lowest};
pub use facts::{Facts, Prices, Project};
pub use flow::{Due, Flow, Flows};
pub use free::{bears, free_cash_flow, on_hand_change};
pub use indicators::{break_even_uptake, self_financing};
pub use outlook::Outlook;
pub use participation::Participation;
pub use quantiles::{Band, SamplingError, probability_error};
pub use saved::{Deviation, Saved, SavedQuarter};
pub use summary::Summary;
pub use what_if::{ExtraFlow, ExtraKind, WhatIf};

#[cfg(test)]
pub(crate) mod samples;
