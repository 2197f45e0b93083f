//! A summary of a forecast: what is shown of it where there is no room for all its quarters.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::engine::{Engine, Settings};
use super::expected::{Row, lowest};
use super::facts::Facts;
use super::free::free_cash_flow;
use super::outlook::Outlook;
use super::quantiles::{Band, share};
use super::what_if::WhatIf;
use crate::domain::calendar::Quarter;
use crate::domain::money::Ore;

/// The expected closings, and the few figures that one asks of them first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// F1: from the current quarter on.
    pub closings: Vec<Ore>,
    pub first: Quarter,
    pub last: Quarter,
    /// The first of the quarters with the lowest expected closing.
    pub lowest: (Quarter, Ore),
    /// F4: the first of the quarters in which going below the reserve is likeliest, and how likely it is there (0–1).
    pub riskiest: (Quarter, Decimal),
    pub reserve: Ore,
    /// K2.
    pub free_cash_flow: Ore,
}

impl Summary {
    #[must_use]
    pub fn of(outlook: &Outlook) -> Summary {
        let rows = outlook.rows();
        let risk = riskiest(rows, outlook.bands());
        Summary::told(outlook.engine(), rows, risk, outlook.reserve())
    }

    /// The same from the facts. No sample is drawn where no path can go below the reserve, whatever is drawn: there nothing
    /// that is shown would hang on it.
    #[must_use]
    pub fn of_facts(facts: &Facts, settings: Settings) -> Summary {
        let engine = Engine::undrawn(facts, &WhatIf::default(), settings);
        let (rows, least) = engine.least();
        if least.iter().any(|closing| *closing < engine.reserve) {
            engine.draw(settings.threads, &|_, _| {});
            return Summary::of(&Outlook::new(Arc::new(engine)));
        }
        let nothing = share(0, engine.paths());
        let first = rows.first().map(|row| (row.quarter, nothing));
        Summary::told(&engine, &rows, first, engine.reserve)
    }

    fn told(engine: &Engine, rows: &[Row], risk: Option<(Quarter, Decimal)>, reserve: Ore) -> Summary {
        let first = Quarter::of(engine.today());
        let closings: Vec<Ore> = rows.iter().map(|row| row.closing).collect();
        let lowest = lowest(rows).map(|row| (row.quarter, row.closing));
        Summary {
            first,
            last: rows.last().map_or(first, |row| row.quarter),
            // At least one quarter is worked out, so that neither default is ever seen.
            lowest: lowest.unwrap_or((first, Ore::ZERO)),
            riskiest: risk.unwrap_or((first, Decimal::ZERO)),
            reserve,
            free_cash_flow: free_cash_flow(&closings, reserve, &engine.profile, engine.today()),
            closings,
        }
    }
}

fn riskiest(rows: &[Row], bands: &[Band]) -> Option<(Quarter, Decimal)> {
    let mut all = rows
        .iter()
        .zip(bands)
        .map(|(row, band)| (row.quarter, band.p_below_reserve));
    let first = all.next()?;
    Some(all.fold(first, |most, one| if one.1 > most.1 { one } else { most }))
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn f4_the_riskiest_quarter_is_the_first_of_the_likeliest() {
        let facts = super::super::Facts {
            reserve: Ore::kroner(12_000_000),
            ..fund(vec![project(1), project(2)], vec![])
        };
        let outlook = outlook(&facts, &WhatIf::default(), settings(200, 1));
        let summary = Summary::of(&outlook);
        let (quarter, likely) = summary.riskiest;
        assert!(likely.is_sign_positive() && !likely.is_zero());
        for (row, band) in outlook.rows().iter().zip(outlook.bands()) {
            assert!(
                band.p_below_reserve < likely || row.quarter >= quarter && band.p_below_reserve <= likely
            );
        }
        assert_eq!(summary.closings.iter().min(), Some(&summary.lowest.1));
        assert_eq!(
            (summary.closings.len(), summary.last),
            (40, outlook.rows()[39].quarter)
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn f4_a_summary_for_which_no_sample_may_be_needed_is_that_of_all_the_paths(
            facts in any_facts(), reserve in 0i64..40_000_000,
        ) {
            let facts = Facts { reserve: Ore::kroner(reserve), ..facts };
            let drawn = Summary::of(&outlook(&facts, &WhatIf::default(), settings(60, 1)));
            prop_assert_eq!(Summary::of_facts(&facts, settings(60, 2)), drawn);
        }

        #[test]
        fn f4_no_path_closes_below_the_least_that_it_can(facts in any_facts()) {
            let (rows, least) = Engine::undrawn(&facts, &WhatIf::default(), settings(60, 1)).least();
            let sampled = outlook(&facts, &WhatIf::default(), settings(60, 1));
            prop_assert_eq!(rows.as_slice(), sampled.rows());
            for (least, lowest) in least.iter().zip(sampled.lowest_sampled()) {
                prop_assert!(*least <= lowest, "{least:?} {lowest:?}");
            }
        }
    }
}
