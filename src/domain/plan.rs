//! What it would mean for the money to commit what stands above the line: what is free after it, and what is to be
//! paid out in which quarter. Known commitments and the plan only; what may come in is the forecast's business.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::calendar::Quarter;
use super::commitment::{Instalment, by_quarter, standard_plan};
use super::money::Ore;
use super::ranking::Ranking;

/// The money side of a ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// K1: what would be free when everything above the line is committed.
    pub free_after: Ore,
    /// From the current quarter to the last payment, without gaps; empty when nothing is to be paid.
    pub quarters: Vec<Outflow>,
}

/// What is to be paid out in a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outflow {
    pub quarter: Quarter,
    /// By commitments that exist.
    pub known: Ore,
    /// By what stands above the line, if it were committed today by the standard profile (K4).
    pub planned: Ore,
}

impl Outflow {
    #[must_use]
    pub fn total(self) -> Ore {
        self.known + self.planned
    }
}

impl Plan {
    /// The plan of a ranking, if it were decided today. `known` is what commitments still have to pay.
    #[must_use]
    pub fn of(ranking: &Ranking, free: Ore, known: &[Instalment], profile: &[Decimal], today: Date) -> Plan {
        let planned: Vec<Instalment> = ranking
            .above_the_line()
            .flat_map(|(_, amount)| standard_plan(amount, profile, today))
            .collect();
        let from = Quarter::of(today);
        let (known, planned) = (by_quarter(known, from), by_quarter(&planned, from));
        let longest = if known.len() > planned.len() {
            &known
        } else {
            &planned
        };
        let amount =
            |flows: &[(Quarter, Ore)], at: usize| flows.get(at).map_or(Ore::ZERO, |(_, amount)| *amount);
        let quarters = longest.iter().enumerate().map(|(at, (quarter, _))| Outflow {
            quarter: *quarter,
            known: amount(&known, at),
            planned: amount(&planned, at),
        });
        Plan {
            free_after: free - ranking.used,
            quarters: quarters.collect(),
        }
    }

    /// The first of the quarters in which most is paid out.
    #[must_use]
    pub fn heaviest(&self) -> Option<Outflow> {
        let mut heaviest: Option<Outflow> = None;
        for quarter in &self.quarters {
            if heaviest.is_none_or(|most| quarter.total() > most.total()) {
                heaviest = Some(*quarter);
            }
        }
        heaviest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::proposal::Ref;
    use crate::domain::ranking::{Case, Claim, CutRule, rank};
    use crate::domain::scoring::Aggregate;
    use jiff::civil::date;

    fn ranking(frame: i64) -> Ranking {
        let case = |number, score, claim| Case {
            reference: Ref::new(2018, number),
            submitted_on: None,
            aggregate: Aggregate::of(&[Decimal::from(score)]),
            claim,
        };
        let cases = vec![
            case(1, 5, Claim::Granted),
            case(2, 4, Claim::Asks(Ore::kroner(8))),
            case(3, 3, Claim::Asks(Ore::kroner(100))),
        ];
        rank(cases, &[], CutRule::Stop, Ore::kroner(frame))
    }

    #[test]
    fn k4_the_plan_is_paid_out_by_the_standard_profile_beside_what_is_already_promised() {
        let profile = vec![Decimal::new(25, 2); 4];
        let known = [Instalment {
            due_on: date(2018, 7, 1),
            amount: Ore::kroner(5),
        }];
        let plan = Plan::of(&ranking(10), Ore::kroner(20), &known, &profile, date(2018, 5, 7));
        assert_eq!(plan.free_after, Ore::kroner(12));
        let flows: Vec<(i64, i64)> = plan
            .quarters
            .iter()
            .map(|q| (q.known.ore() / 100, q.planned.ore() / 100))
            .collect();
        assert_eq!(flows, [(0, 2), (5, 2), (0, 2), (0, 2)]);
        assert_eq!(plan.heaviest().map(Outflow::total), Some(Ore::kroner(7)));
    }

    #[test]
    fn with_nothing_to_pay_there_is_no_quarter() {
        let plan = Plan::of(&ranking(0), Ore::ZERO, &[], &[Decimal::ONE], date(2018, 5, 7));
        assert_eq!((plan.quarters.len(), plan.heaviest()), (0, None));
    }
}
