//! What the expected path of the forecast says today: what is free by cash flow (K2), and what a decision would change.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::forecast_facts::facts;
use crate::domain::calendar::Quarter;
use crate::domain::capital::{Capital, committable};
use crate::domain::commitment::{Instalment, standard_plan};
use crate::domain::forecast::{
    DEFAULT_QUARTERS, Facts, Row, Settings, Summary, WhatIf, bears, break_even_uptake, expected,
    free_cash_flow, lowest, self_financing,
};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::scheme::Limit;
use crate::store::{Read, StoreError};

/// What is expected of the commitments that there are. Every project has a stream of chance of its own, so that leaving
/// out those that money might be committed to changes no figure.
pub(crate) fn summary(mut facts: Facts) -> Summary {
    facts.candidates.clear();
    Summary::of_facts(&facts, Settings::default())
}

/// What is free to commit by the method that the scheme says (K1, K2).
pub(crate) fn free(read: &Read, capital: &Capital) -> Result<Ore, StoreError> {
    match read.fund.scheme.limit {
        Limit::OnHand => Ok(capital.free_on_hand),
        Limit::CashFlow => Ok(Ahead::read(read, capital.as_of)?.free_cash_flow),
    }
}

/// M7: what awaits KS on a day, if anything does.
pub(crate) fn awaiting(read: &Read, today: Date) -> Result<Option<Awaiting>, StoreError> {
    let awaiting = read.awaiting_ks()?;
    let scheme = &read.fund.scheme;
    Ok(match scheme.limit {
        _ if awaiting.is_empty() => None,
        Limit::OnHand => {
            let on_hand = committable(read.changes_of_free(today)?, today, scheme);
            Awaiting::of(&awaiting, &[], on_hand, None)
        }
        Limit::CashFlow => Awaiting::of(&awaiting, &[], Ore::ZERO, Some(&Ahead::read(read, today)?)),
    })
}

/// M7: what the council recommends to commit and KS has yet to decide, which is not taken from what is free (K1, K2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awaiting {
    pub amount: Ore,
    /// What is free by the scheme's limit if KS commits it all. May be negative.
    pub free_after: Ore,
}

impl Awaiting {
    /// What these proposals come to, and what is left if they are committed, and besides them others that are only looked at.
    /// Nothing where none awaits KS. `on_hand` is what is free now by K1; by K2 the expected path is needed.
    #[must_use]
    pub fn of(
        awaiting: &[(Ref, Ore)],
        besides: &[(Ref, Ore)],
        on_hand: Ore,
        by_cash_flow: Option<&Ahead>,
    ) -> Option<Awaiting> {
        if awaiting.is_empty() {
            return None;
        }
        let all = [awaiting, besides].concat();
        let sum = |amounts: &[(Ref, Ore)]| amounts.iter().map(|(_, amount)| *amount).sum::<Ore>();
        Some(Awaiting {
            amount: sum(awaiting),
            free_after: by_cash_flow
                .map_or_else(|| on_hand - sum(&all), |ahead| ahead.free_cash_flow_with(&all)),
        })
    }
}

/// What the expected path says today, for views without a forecast.
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
        self.free_cash_flow_with(&[(reference, amount)])
    }

    /// K2: the same, were several committed.
    #[must_use]
    pub fn free_cash_flow_with(&self, commitments: &[(Ref, Ore)]) -> Ore {
        let rows = self.rows_with(commitments);
        let closings: Vec<Ore> = rows.iter().map(|row| row.closing).collect();
        let facts = &self.facts;
        free_cash_flow(&closings, facts.reserve, &facts.profile, facts.today)
    }

    /// F1: the quarter in which least is expected to be left.
    #[must_use]
    pub fn lowest(&self) -> Option<(Quarter, Ore)> {
        lowest(&self.rows).map(|row| (row.quarter, row.closing))
    }

    /// F1: the same if so much were committed to an undecided project now.
    #[must_use]
    pub fn lowest_after(&self, reference: Ref, amount: Ore) -> Option<(Quarter, Ore)> {
        lowest(&self.rows_with(&[(reference, amount)])).map(|row| (row.quarter, row.closing))
    }

    fn rows_with(&self, commitments: &[(Ref, Ore)]) -> Vec<Row> {
        let mut facts = self.facts.clone();
        for project in &mut facts.candidates {
            let committed = commitments.iter().find(|(of, _)| *of == project.reference);
            if let Some((_, amount)) = committed {
                project.instalments = standard_plan(*amount, &facts.profile, facts.today);
                project.cost = *amount;
            }
        }
        let what_if = WhatIf {
            include: commitments.iter().map(|(reference, _)| *reference).collect(),
            ..WhatIf::default()
        };
        expected(&facts, &what_if, DEFAULT_QUARTERS)
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
