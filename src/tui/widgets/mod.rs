//! The pieces that screens are drawn from. Each draws what it is given into an area of any size, down to
//! nothing at all, and knows neither the fund nor the screens.

pub mod area;
pub mod button;
pub mod chart;
pub mod document;
pub mod empty;
pub mod filter;
pub mod forecast_summary;
pub mod form;
pub mod free_capital;
pub mod grant;
pub mod list;
pub mod listing;
pub mod meter;
pub mod prose;
pub mod sheet;
pub mod spread;
pub mod text;
pub mod thumb;
