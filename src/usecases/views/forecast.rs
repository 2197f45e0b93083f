//! The forecast of the capital (F1–F6), and what follows from it today: what is free by cash flow (K2). A what-if is laid
//! over the facts and never kept with them (F5); what was saved by name is shown as it was.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::super::OpError;
use super::super::queries::forecast_facts::capital_and_facts;
use super::{View, Viewer};
use crate::domain::capital::Capital;
use crate::domain::forecast::Outlook;
use crate::domain::forecast::{
    DEFAULT_QUARTERS, Engine, Facts, Settings, WhatIf, expected, free_cash_flow, on_hand_change,
    self_financing,
};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::scheme::Limit;

pub use super::super::queries::ahead::Ahead;

/// The forecast as of the business date, under a what-if.
#[derive(Clone, Debug, Default)]
pub struct ForecastView {
    pub what_if: WhatIf,
    pub settings: Settings,
}

/// What the screen of the capital and `kommit forecast` show.
#[derive(Clone, Debug)]
pub struct ForecastData {
    pub capital: Capital,
    pub limit: Limit,
    /// What it was worked out from.
    pub facts: Facts,
    pub what_if: WhatIf,
    pub settings: Settings,
    pub outlook: Outlook,
    /// What projects are called.
    pub titles: BTreeMap<Ref, String>,
}

impl ForecastData {
    /// K1, with what the what-if changes in it.
    #[must_use]
    pub fn free_on_hand(&self) -> Ore {
        self.capital.free_on_hand + on_hand_change(&self.facts, &self.what_if)
    }

    /// K2, over the fund's own horizon also where fewer quarters are shown: what is free is one figure.
    #[must_use]
    pub fn free_cash_flow(&self) -> Ore {
        if self.settings.quarters >= DEFAULT_QUARTERS {
            return self.outlook.free_cash_flow();
        }
        let closings: Vec<Ore> = expected(&self.facts, &self.what_if, DEFAULT_QUARTERS)
            .iter()
            .map(|row| row.closing)
            .collect();
        let facts = &self.facts;
        free_cash_flow(&closings, self.outlook.reserve(), &facts.profile, facts.today)
    }

    /// F6, on the expected path as it is shown.
    #[must_use]
    pub fn self_financing(&self) -> Option<Decimal> {
        self_financing(&self.facts, self.outlook.rows())
    }

    /// How many of the what-if's flows are dated beyond the last quarter, and so change nothing.
    #[must_use]
    pub fn beyond(&self) -> usize {
        let last = self.outlook.rows().last().map(|row| row.quarter.last_day());
        let extra = self.what_if.extra.iter();
        extra
            .filter(|flow| last.is_some_and(|last| flow.on > last))
            .count()
    }
}

impl View for ForecastView {
    type Data = ForecastData;

    fn read(&self, viewer: &Viewer) -> Result<ForecastData, OpError> {
        let (read, today) = (viewer.read, viewer.today);
        let (capital, facts) = capital_and_facts(read, today)?;
        self.what_if.check(&facts)?;
        let engine = Engine::with_progress(&facts, &self.what_if, self.settings, viewer.progress);
        let titles = read.proposals()?.into_iter().map(|row| {
            let proposal = row.proposal;
            (proposal.reference, proposal.details.title)
        });
        Ok(ForecastData {
            capital,
            limit: read.fund.scheme.limit,
            outlook: Outlook::new(Arc::new(engine)),
            what_if: self.what_if.clone(),
            titles: titles.collect(),
            settings: self.settings,
            facts,
        })
    }
}

/// The names of the saved forecasts, with the dates that they were made as of.
#[derive(Clone, Copy, Debug)]
pub struct SavedForecasts;

impl View for SavedForecasts {
    type Data = Vec<(String, Date)>;

    fn read(&self, viewer: &Viewer) -> Result<Vec<(String, Date)>, OpError> {
        let mut saved = viewer.read.forecasts()?;
        saved.retain(|(_, as_of)| *as_of <= viewer.today);
        Ok(saved)
    }
}
