//! What a project is expected to bring back, quarter by quarter (F3): its spread, what full uptake would bring, and the
//! day from which it spreads.

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::bass::Diffusion;
use super::facts::{Prices, Project};
use super::horizon::Horizon;
use super::what_if::WhatIf;
use crate::domain::money::Ore;
use crate::domain::proposal::Spread;

/// A quarter is a fourth of a year of 365.25 days.
pub(super) const DAYS_A_QUARTER: f64 = 91.3125;

/// When a solution starts to spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Start {
    /// No go-live is planned: no adoption is expected.
    Never,
    /// Recorded.
    Live(Date),
    /// Expected; its delay is uncertain (F4).
    Planned(Date),
}

impl Start {
    pub(super) fn day(self) -> Option<Date> {
        match self {
            Start::Never => None,
            Start::Live(day) | Start::Planned(day) => Some(day),
        }
    }
}

/// A project as the what-if sees it. Amounts are in øre.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Adoption {
    pub diffusion: Diffusion,
    pub cost: f64,
    pub charged: f64,
    /// What would come in if all with access took it into use.
    pub prices: f64,
    /// Shares 0–1.
    pub uptake: Spread,
    /// Quarters.
    pub delay: Spread,
    pub start: Start,
}

impl Adoption {
    pub(super) fn of(project: &Project, what_if: &WhatIf, today: Date) -> Adoption {
        let later = what_if.delay_quarters.unwrap_or(Decimal::ZERO);
        let factor = what_if.uptake_factor.unwrap_or(Decimal::ONE);
        let delay = each(project.delay, |quarters| quarters + later);
        let joining = what_if.undecided_joining.unwrap_or(Decimal::ZERO);
        Adoption {
            diffusion: Diffusion::of(project.bass),
            cost: ore(project.cost),
            charged: ore(project.charged),
            prices: prices(project, float(joining)),
            uptake: each(project.uptake, |share| (share * factor).min(Decimal::ONE)),
            delay,
            start: match (project.live_on, project.go_live) {
                (Some(day), _) => Start::Live(day),
                (None, Some(day)) => Start::Planned(delayed(day, delay.likely).max(today)),
                (None, None) => Start::Never,
            },
        }
    }

    /// F3: the expected cumulative, in øre, when a share of what is left has been taken in.
    pub(super) fn cumulative(&self, uptake: f64, share: f64) -> f64 {
        let left = (uptake * self.prices - self.charged).max(0.0);
        self.cost.min(self.charged + left * share)
    }

    /// F3: which share of what is left has been taken in by each quarter.
    pub(super) fn shares(&self, horizon: &Horizon) -> Vec<f64> {
        let Some(start) = self.start.day() else {
            return vec![0.0; horizon.len()];
        };
        let years: Vec<f64> = horizon.lagged_years(start).collect();
        years
            .iter()
            .map(|t| self.diffusion.share_since(years[0], *t))
            .collect()
    }

    /// F3: the expected cumulative at each quarter, rounded half away from zero; never falling.
    pub(super) fn path(&self, uptake: f64, horizon: &Horizon) -> Vec<Ore> {
        let mut most = Ore::new(i64::MIN);
        let rounded = self.shares(horizon).into_iter().map(|share| {
            most = most.max(whole(self.cumulative(uptake, share)));
            most
        });
        rounded.collect()
    }
}

/// Σ prices of those with access that it is for, in øre; `joining` is the share of the undecided that get access.
fn prices(project: &Project, joining: f64) -> f64 {
    match project.prices {
        Prices::List { sum, undecided } => ore(sum) + joining * ore(undecided),
        Prices::Shared {
            inhabitants,
            undecided,
            base,
        } => {
            let inhabitants = count(inhabitants) + joining * count(undecided);
            // Before go-live the base follows those who have access then, so that the likely uptake brings the cost.
            let base = base.map_or_else(|| float(project.uptake.likely) * inhabitants, float);
            if base > 0.0 && inhabitants > 0.0 {
                ore(project.cost) * (inhabitants / base)
            } else {
                0.0
            }
        }
    }
}

/// A day so many quarters later: whole quarters by the calendar, the rest in days.
fn delayed(day: Date, quarters: Decimal) -> Date {
    let full = quarters.trunc();
    let months = full.to_i64().unwrap_or(0) * 3;
    let days = (float(quarters - full) * DAYS_A_QUARTER).round();
    #[expect(clippy::cast_possible_truncation, reason = "less than a quarter of days")]
    let days = days as i64;
    day.saturating_add(months.months()).saturating_add(days.days())
}

fn each(spread: Spread, change: impl Fn(Decimal) -> Decimal) -> Spread {
    Spread {
        low: change(spread.low),
        likely: change(spread.likely),
        high: change(spread.high),
    }
}

pub(super) fn float(figure: Decimal) -> f64 {
    figure.to_f64().unwrap_or(0.0)
}

/// Exact below 2⁵³ øre, which is 90 thousand billion kroner.
#[expect(clippy::cast_precision_loss, reason = "amounts are far below 2^53 øre")]
pub(super) fn ore(amount: Ore) -> f64 {
    amount.ore() as f64
}

#[expect(clippy::cast_precision_loss, reason = "inhabitants are far below 2^53")]
fn count(people: u64) -> f64 {
    people as f64
}

/// Half away from zero, as everywhere.
#[expect(
    clippy::cast_possible_truncation,
    reason = "an expected cumulative is at most the cost"
)]
pub(super) fn whole(exact: f64) -> Ore {
    Ore::new(exact.round() as i64)
}

#[cfg(test)]
mod tests {
    use super::super::samples::*;
    use super::super::{Engine, ProjectFlow, expected};
    use super::*;
    use crate::domain::proposal::Ref;
    use jiff::civil::date;

    #[test]
    fn f4_a_delay_runs_by_the_calendar_for_whole_quarters_and_by_days_for_the_rest() {
        let from = date(2018, 11, 30);
        assert_eq!(delayed(from, Decimal::ZERO), from);
        assert_eq!(delayed(from, Decimal::ONE), date(2019, 2, 28));
        assert_eq!(delayed(from, Decimal::new(15, 1)), date(2019, 4, 15));
        assert_eq!(delayed(from, Decimal::new(-1, 0)), date(2018, 8, 30));
    }

    #[test]
    fn f3_expected_flows_are_differences_of_rounded_cumulatives_by_the_formula() {
        let project = live(1);
        let rows = expected(&fund(vec![project.clone()], vec![]), &WhatIf::default(), 40);
        let share = |end: Date| {
            let t = f64::from(i32::try_from(end.duration_since(date(2017, 2, 1)).as_hours() / 24).unwrap())
                / 365.25;
            let e = (-0.41 * t).exp();
            (1.0 - e) / (1.0 + 0.38 / 0.03 * e)
        };
        let start = share(date(2018, 3, 31));
        let mut sum = project.charged.ore();
        for row in &rows {
            let end = row.quarter.first_day().yesterday().unwrap();
            // At the likely uptake adopters pay the whole cost in the end.
            let exact = 1e8 + 9e8 * (share(end) - start) / (1.0 - start);
            sum += row.flows.repayments.ore();
            #[expect(clippy::cast_possible_truncation, reason = "at most the cost")]
            let rounded = exact.round() as i64;
            assert_eq!(sum, rounded, "{}", row.quarter);
        }
        assert_eq!(rows[0].flows.repayments, Ore::ZERO);
        assert!(sum > 800_000_000);
    }

    #[test]
    fn f3_a_go_live_that_has_passed_unrecorded_counts_as_today() {
        let repayments = |go_live| {
            let planned = Project {
                go_live: Some(go_live),
                ..project(1)
            };
            let rows = expected(&fund(vec![planned], vec![]), &WhatIf::default(), 12);
            rows.iter().map(|row| row.flows.repayments).collect::<Vec<Ore>>()
        };
        assert_eq!(repayments(date(2016, 1, 1)), repayments(TODAY));
        assert_eq!(repayments(TODAY)[..2], [Ore::ZERO, repayments(TODAY)[1]]);
        assert!(repayments(TODAY)[1].is_positive());
        assert!(repayments(date(2018, 8, 1))[1].is_zero());
    }

    #[test]
    fn f3_nothing_is_expected_without_a_go_live_a_base_or_somebody_with_access() {
        let shared = |inhabitants, base| Prices::Shared {
            inhabitants,
            undecided: 0,
            base,
        };
        let repaid = |change: fn(&mut Project), prices| {
            let mut project = Project { prices, ..live(1) };
            change(&mut project);
            let rows = expected(&fund(vec![project], vec![]), &WhatIf::default(), 40);
            rows.iter().map(|row| row.flows.repayments).sum::<Ore>()
        };
        assert!(repaid(|_| (), shared(1_000_000, Some(Decimal::from(700_000)))).is_positive());
        assert_eq!(repaid(|_| (), shared(0, None)), Ore::ZERO);
        assert_eq!(repaid(|_| (), shared(1_000_000, Some(Decimal::ZERO))), Ore::ZERO);
        let never: fn(&mut Project) = |project| (project.live_on, project.go_live) = (None, None);
        assert_eq!(repaid(never, shared(1_000_000, None)), Ore::ZERO);
        // R2: charging stops at the cost.
        let list = Prices::List {
            sum: Ore::kroner(1_000_000_000),
            undecided: Ore::ZERO,
        };
        assert_eq!(repaid(|_| (), list), Ore::kroner(9_000_000));
    }

    #[test]
    fn f5_who_joins_pays_for_solutions_too() {
        let sum = |share, prices| {
            let facts = fund(vec![Project { prices, ..live(1) }], vec![]);
            let what_if = WhatIf {
                undecided_joining: Some(share),
                ..WhatIf::default()
            };
            expected(&facts, &what_if, 8)
                .iter()
                .map(|row| row.flows.repayments)
                .sum::<Ore>()
        };
        let fixed = |inhabitants, undecided| Prices::Shared {
            inhabitants,
            undecided,
            base: Some(Decimal::from(900_000)),
        };
        assert_eq!(
            sum(cents(50), fixed(800_000, 400_000)),
            sum(Decimal::ZERO, fixed(1_000_000, 0))
        );
        let list = |sum, undecided| Prices::List {
            sum: Ore::kroner(sum),
            undecided: Ore::kroner(undecided),
        };
        assert_eq!(
            sum(cents(25), list(8_000_000, 4_000_000)),
            sum(Decimal::ONE, list(9_000_000, 0))
        );
    }

    #[test]
    fn f5_a_factor_and_a_delay_change_what_is_not_certain_yet() {
        let facts = fund(vec![project(1), live(2)], vec![]);
        let changed = |uptake_factor, delay_quarters| {
            let what_if = WhatIf {
                uptake_factor,
                delay_quarters,
                ..WhatIf::default()
            };
            let engine = Engine::new(&facts, &what_if, settings(1, 1));
            let flows = |number| engine.flows(Ref::new(2018, number)).unwrap().to_vec();
            (flows(1), flows(2))
        };
        let (planned, running) = changed(None, None);
        let (later, same) = changed(None, Some(Decimal::from(4)));
        assert_eq!(running, same);
        let first = |flows: &[ProjectFlow]| flows.iter().position(|flow| flow.repayments.is_positive());
        assert_eq!((first(&planned), first(&later)), (Some(9), Some(13)));
        let (_, half) = changed(Some(cents(50)), None);
        let sum = |flows: &[ProjectFlow]| flows.iter().map(|flow| flow.repayments).sum::<Ore>();
        // Half of the cost less the charged million is left, instead of all of it.
        assert!((sum(&half).ore() * 9 - sum(&running).ore() * 4).abs() < 100);
    }
}
