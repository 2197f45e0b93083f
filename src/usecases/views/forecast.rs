//! The forecast of the capital (F1–F6), and what follows from it today: what is free by cash flow (K2). A what-if is laid
//! over the facts and never kept with them (F5); what was saved by name is shown as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::super::OpError;
use super::capital::capital;
use super::forecast_facts::facts;
use super::{View, Viewer};
use crate::domain::capital::Capital;
use crate::domain::commitment::{Instalment, standard_plan};
use crate::domain::forecast::Outlook;
use crate::domain::forecast::{
    DEFAULT_QUARTERS, Engine, Facts, Row, Settings, Summary, WhatIf, bears, break_even_uptake, expected,
    free_cash_flow, on_hand_change, self_financing,
};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::scheme::Limit;
use crate::store::{Read, StoreError};

/// The forecast as of the business date, under an what_if.
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
    /// K1, with what the what_if changes in it.
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

    /// How many of the what_if's flows are dated beyond the last quarter, and so change nothing.
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
        let facts = facts(read, today)?;
        self.what_if.check(&facts)?;
        let settings = on_all_cores(self.settings);
        let engine = Engine::with_progress(&facts, &self.what_if, settings, viewer.progress);
        let titles = read.proposals()?.into_iter().map(|row| {
            let proposal = row.proposal;
            (proposal.reference, proposal.details.title)
        });
        Ok(ForecastData {
            capital: capital(read, today)?,
            limit: read.fund.scheme.limit,
            outlook: Outlook::new(Arc::new(engine)),
            what_if: self.what_if.clone(),
            titles: titles.collect(),
            settings,
            facts,
        })
    }
}

/// The same figures, sooner.
pub(in crate::usecases) fn on_all_cores(settings: Settings) -> Settings {
    Settings {
        threads: thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
        ..settings
    }
}

/// What is expected of the commitments that there are. Every project has a stream of chance of its own, so that leaving
/// out those that money might be committed to changes no figure.
pub(super) fn summary(mut facts: Facts) -> Summary {
    facts.candidates.clear();
    let engine = Engine::new(&facts, &WhatIf::default(), on_all_cores(Settings::default()));
    Summary::of(&Outlook::new(Arc::new(engine)))
}

/// What is free to commit by the method that the scheme says (K1, K2).
pub(in crate::usecases) fn free(read: &Read, capital: &Capital) -> Result<Ore, StoreError> {
    match read.fund.scheme.limit {
        Limit::OnHand => Ok(capital.free_on_hand),
        Limit::CashFlow => Ok(Ahead::read(read, capital.as_of)?.free_cash_flow),
    }
}

/// What the expected path says today, for whoever shows no forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct Ahead {
    /// K2.
    pub free_cash_flow: Ore,
    /// F6.
    pub self_financing: Option<Decimal>,
    /// F1.
    pub rows: Vec<Row>,
    facts: Facts,
}

impl Ahead {
    /// The expected path without what-ifs.
    pub(in crate::usecases) fn read(read: &Read, today: Date) -> Result<Ahead, StoreError> {
        facts(read, today).map(Ahead::of)
    }

    #[must_use]
    pub fn of(facts: Facts) -> Ahead {
        let rows = expected(&facts, &WhatIf::default(), DEFAULT_QUARTERS);
        let closings: Vec<Ore> = rows.iter().map(|row| row.closing).collect();
        Ahead {
            free_cash_flow: free_cash_flow(&closings, facts.reserve, &facts.profile, facts.today),
            self_financing: self_financing(&facts, &rows),
            rows,
            facts,
        }
    }

    /// K2: whether the expected path bears a plan that is paid out besides.
    #[must_use]
    pub fn bears(&self, plan: &[Instalment]) -> bool {
        let closings: Vec<Ore> = self.rows.iter().map(|row| row.closing).collect();
        bears(&closings, self.facts.reserve, plan, self.facts.today)
    }

    /// K2: what would be free if so much were committed to an undecided project now, with what it is expected to bring back.
    /// A project that isn't undecided changes nothing.
    #[must_use]
    pub fn free_cash_flow_after(&self, reference: Ref, amount: Ore) -> Ore {
        let mut facts = self.facts.clone();
        for project in &mut facts.candidates {
            if project.reference == reference {
                project.instalments = standard_plan(amount, &facts.profile, facts.today);
                project.cost = amount;
            }
        }
        let what_if = WhatIf {
            include: BTreeSet::from([reference]),
            ..WhatIf::default()
        };
        let rows = expected(&facts, &what_if, DEFAULT_QUARTERS);
        let closings: Vec<Ore> = rows.iter().map(|row| row.closing).collect();
        free_cash_flow(&closings, facts.reserve, &facts.profile, facts.today)
    }

    /// F6: the smallest final uptake that recovers the cost of a project within the horizon.
    #[must_use]
    pub fn break_even(&self, reference: Ref) -> Option<Decimal> {
        let project = self
            .facts
            .projects
            .iter()
            .find(|project| project.reference == reference)?;
        break_even_uptake(project, self.facts.today, DEFAULT_QUARTERS)
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
