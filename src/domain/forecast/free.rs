//! K2: what can be committed at once by what the expected cash flow can bear; and what a what-if does to K1.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::expected::changes_of_commitments;
use super::facts::{Facts, Project};
use super::horizon::Horizon;
use super::what_if::{ExtraKind, WhatIf};
use crate::domain::commitment::{Instalment, standard_plan};
use crate::domain::money::Ore;

/// K2: the largest commitment made today and paid out by the standard profile with which no quarter's closing balance
/// goes below the reserve. `closings` are those of the expected path, from the current quarter on. Never below 0.
#[must_use]
pub fn free_cash_flow(closings: &[Ore], reserve: Ore, profile: &[Decimal], today: Date) -> Ore {
    if closings.is_empty() {
        return Ore::ZERO;
    }
    let fits = |ore: i64| {
        bears(
            closings,
            reserve,
            &standard_plan(Ore::new(ore), profile, today),
            today,
        )
    };
    // Every instalment grows with the commitment, so that what fits lies below what doesn't.
    let (mut low, mut high) = (0, Ore::LARGEST_INPUT.ore());
    if fits(high) {
        return Ore::LARGEST_INPUT;
    }
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if fits(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    Ore::new(low)
}

/// K2: whether no quarter's closing balance goes below the reserve when a plan is paid out besides. What it pays after the
/// last quarter counts in that quarter, so that a short look ahead never makes a commitment look cheaper.
#[must_use]
pub fn bears(closings: &[Ore], reserve: Ore, plan: &[Instalment], today: Date) -> bool {
    let horizon = Horizon::new(today, closings.len());
    let mut paid = vec![Ore::ZERO; closings.len()];
    for instalment in plan {
        let quarter = horizon
            .place(instalment.due_on)
            .unwrap_or(closings.len().saturating_sub(1));
        if let Some(paid) = paid.get_mut(quarter) {
            *paid += instalment.amount;
        }
    }
    let mut sum = Ore::ZERO;
    closings.iter().zip(paid).all(|(closing, paid)| {
        sum += paid;
        *closing - sum >= reserve
    })
}

/// K1 under a what-if (F5): what the what-if adds to the funds on hand today. Its flows count when their day has come; what
/// it takes in is committed today, what it takes out is committed no more, and its reserve stands for the facts' own.
#[must_use]
pub fn on_hand_change(facts: &Facts, what_if: &WhatIf) -> Ore {
    let cash = what_if.extra.iter().filter(|flow| flow.on <= facts.today);
    let cash: Ore = cash
        .map(|flow| match flow.kind {
            ExtraKind::Receipt => flow.amount,
            ExtraKind::Cost | ExtraKind::Disbursement => -flow.amount,
            ExtraKind::Commitment => Ore::ZERO,
        })
        .sum();
    let committed = changes_of_commitments(&what_if.extra).into_iter();
    let committed: Ore = committed
        .filter(|(day, _)| *day <= facts.today)
        .map(|(_, change)| change)
        .sum();
    let still = |project: &Project| -> Ore { project.instalments.iter().map(|part| part.amount).sum() };
    let taken_in = facts.candidates.iter();
    let taken_in: Ore = taken_in
        .filter(|project| what_if.include.contains(&project.reference))
        .map(still)
        .sum();
    let taken_out = facts.projects.iter();
    let taken_out: Ore = taken_out
        .filter(|project| what_if.exclude.contains(&project.reference))
        .map(still)
        .sum();
    let reserve = what_if.reserve.unwrap_or(facts.reserve) - facts.reserve;
    cash - committed - taken_in + taken_out - reserve
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2018, 5, 7);

    fn quarters() -> Vec<Decimal> {
        vec![Decimal::new(25, 2); 4]
    }

    fn free(kroner: &[i64], reserve: i64) -> Ore {
        let closings: Vec<Ore> = kroner.iter().map(|kroner| Ore::kroner(*kroner)).collect();
        free_cash_flow(&closings, Ore::kroner(reserve), &quarters(), TODAY)
    }

    #[test]
    fn k2_what_comes_in_later_can_be_promised_today() {
        assert_eq!(free(&[10, 20, 30, 40], 0), Ore::kroner(40));
        assert_eq!(free(&[10, 20, 30, 40], 11), Ore::ZERO);
        assert_eq!(free(&[40, 40, 40, 40, 20], 0), Ore::kroner(20));
        assert_eq!(
            free(&[5, 40, 40, 40], 0),
            Ore::new(2001),
            "a quarter of it rounds to five kroner"
        );
    }

    #[test]
    fn k2_it_is_never_below_zero() {
        assert_eq!(free(&[-5, 40, 40, 40], 0), Ore::ZERO);
        assert_eq!(free(&[], 0), Ore::ZERO);
    }

    proptest! {
        #[test]
        fn k2_what_is_free_fits_and_an_ore_more_does_not(
            closings in proptest::collection::vec(0i64..1_000_000_000, 4..40), reserve in 0i64..100_000_000,
            day in 0i64..80,
        ) {
            let today = TODAY.saturating_add(jiff::Span::new().days(day));
            let closings: Vec<Ore> = closings.into_iter().map(Ore::new).collect();
            let reserve = Ore::new(reserve);
            let free = free_cash_flow(&closings, reserve, &quarters(), today);
            // The closings after a commitment, worked out day by day instead of by quarters.
            let lowest = |amount: Ore| {
                let plan = standard_plan(amount, &quarters(), today);
                let mut quarter = crate::domain::calendar::Quarter::of(today);
                let after = closings.iter().map(|closing| {
                    let paid = plan.iter().filter(|instalment| instalment.due_on <= quarter.last_day());
                    let left = *closing - paid.map(|instalment| instalment.amount).sum();
                    quarter = quarter.next();
                    left
                });
                after.min().unwrap()
            };
            if closings.iter().min() < Some(&reserve) {
                prop_assert_eq!(free, Ore::ZERO);
            } else {
                prop_assert!(lowest(free) >= reserve);
                prop_assert!(lowest(free + Ore::new(1)) < reserve);
            }
        }
    }
}
