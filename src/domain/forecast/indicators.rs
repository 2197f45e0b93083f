//! F6: the indicators that look ahead. Those of the books alone are with the capital.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::adoption::{Adoption, float, whole};
use super::expected::Row;
use super::facts::{Facts, Project};
use super::horizon::Horizon;
use super::what_if::WhatIf;
use crate::domain::capital::rate;
use crate::domain::money::Ore;

/// Uptake is told to a hundredth of a per cent.
const STEPS: u32 = 10_000;

/// F6: expected repayments / disbursements, both over past and horizon; four decimals, `None` when nothing is paid out.
#[must_use]
pub fn self_financing(facts: &Facts, rows: &[Row]) -> Option<Decimal> {
    let repayments: Ore = rows.iter().map(|row| row.flows.repayments).sum();
    let disbursements: Ore = rows.iter().map(|row| row.flows.disbursements).sum();
    rate(
        facts.past.repayments + repayments,
        facts.past.disbursements + disbursements,
    )
}

/// F6: the smallest final uptake (share 0–1, rounded up at four decimals) that recovers a solution's cost within the
/// horizon, when it goes live and spreads as expected. `None` when even full uptake doesn't.
#[must_use]
pub fn break_even_uptake(project: &Project, today: Date, quarters: usize) -> Option<Decimal> {
    let horizon = Horizon::new(today, quarters);
    let adoption = Adoption::of(project, &WhatIf::default(), today);
    let share = adoption.shares(&horizon).last().copied()?;
    let recovers = |steps: u32| {
        let uptake = float(Decimal::new(steps.into(), 4));
        whole(adoption.cumulative(uptake, share)) >= project.cost
    };
    if !recovers(STEPS) {
        return None;
    }
    // More uptake never brings less, so that what recovers lies above what doesn't.
    let (mut low, mut high) = (0, STEPS);
    while low < high {
        let middle = u32::midpoint(low, high);
        if recovers(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(Decimal::new(low.into(), 4))
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;
    use super::super::{Flows, expected};
    use super::*;
    use crate::domain::proposal::Spread;
    use proptest::prelude::*;

    /// Whether the expected path of the fund brings the project's cost back when so many take it into use.
    fn recovered(project: &Project, uptake: Decimal, base: Decimal) -> bool {
        let mut project = Project {
            uptake: Spread::certain(uptake),
            ..project.clone()
        };
        if let super::super::Prices::Shared { base: fixed, .. } = &mut project.prices {
            *fixed = Some(base);
        }
        let back: Ore = expected(&fund(vec![project.clone()], vec![]), &WhatIf::default(), 40)
            .iter()
            .map(|row| row.flows.repayments)
            .sum();
        project.charged + back == project.cost
    }

    #[test]
    fn f6_at_the_break_even_uptake_the_cost_is_recovered_and_just_below_it_is_not() {
        let base = Decimal::from(600_000);
        for project in [project(1), live(1)] {
            let uptake = break_even_uptake(&project, TODAY, 40).unwrap();
            assert!(recovered(&project, uptake, base), "{uptake}");
            assert!(
                !recovered(&project, uptake - Decimal::new(1, 4), base),
                "{uptake}"
            );
        }
        assert_eq!(
            break_even_uptake(&project(1), TODAY, 12),
            None,
            "hardly anyone has adopted it by then"
        );
        let never = Project {
            go_live: None,
            ..project(1)
        };
        assert_eq!(break_even_uptake(&never, TODAY, 40), None);
    }

    #[test]
    fn f6_self_financing_counts_past_and_horizon() {
        let facts = Facts {
            past: Flows {
                repayments: Ore::kroner(2_000_000),
                disbursements: Ore::kroner(10_000_000),
                ..Flows::default()
            },
            ..fund(vec![live(1)], vec![])
        };
        let rows = expected(&facts, &WhatIf::default(), 40);
        let back: Ore = rows.iter().map(|row| row.flows.repayments).sum();
        let share = self_financing(&facts, &rows).unwrap();
        assert_eq!(
            share,
            rate(back + Ore::kroner(2_000_000), Ore::kroner(10_000_000)).unwrap()
        );
        assert!(share > Decimal::new(9, 1) && share < Decimal::ONE);
        assert_eq!(self_financing(&fund(vec![], vec![]), &[]), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn f6_no_smaller_uptake_breaks_even(project in any_project(1), tenths in 0i64..10_000) {
            let uptake = Decimal::new(tenths, 4);
            let base = match project.prices {
                super::super::Prices::Shared { inhabitants, base, .. } => {
                    base.unwrap_or(project.uptake.likely * Decimal::from(inhabitants))
                }
                super::super::Prices::List { .. } => Decimal::ZERO,
            };
            let enough = break_even_uptake(&project, TODAY, 40).is_some_and(|least| least <= uptake);
            prop_assert_eq!(recovered(&project, uptake, base), enough);
        }
    }
}
