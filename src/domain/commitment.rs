//! Money promised to projects: the plan by which a commitment is paid out (K4) and what is left of it.

use std::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::calendar::Quarter;
use super::money::Ore;
use super::participant::Number;
use super::proposal::Ref;
use super::refusal::{Refusal, refuse};

/// One planned payment of a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instalment {
    pub due_on: Date,
    pub amount: Ore,
}

/// K4: the scheme's standard profile, first on the decision day, then on the first day of each following quarter.
/// The last instalment takes the odd øre (K2); a share that comes to nothing is left out.
#[must_use]
pub fn standard_plan(amount: Ore, profile: &[Decimal], decided_on: Date) -> Vec<Instalment> {
    let mut due_on = decided_on;
    let mut left = amount;
    let mut plan = Vec::with_capacity(profile.len());
    for (place, share) in profile.iter().enumerate() {
        let last = place + 1 == profile.len();
        let part = if last {
            left
        } else {
            share_of(amount, *share).min(left)
        };
        left -= part;
        if part.is_positive() {
            plan.push(Instalment { due_on, amount: part });
        }
        due_on = Quarter::of(due_on).next().first_day();
    }
    plan
}

/// A share (0–1) of an amount, rounded half away from zero.
fn share_of(amount: Ore, share: Decimal) -> Ore {
    // The share is at most one, so the product is at most the amount.
    Ore::from_kroner(amount.to_kroner() * share).unwrap_or(amount)
}

/// K4: a plan given by hand: dates rising, from the decision on; amounts above zero; the sum is the commitment.
///
/// # Errors
/// `plan-dates`, `plan-amount`, or `plan-sum` with what is missing.
pub fn check_plan(plan: &[Instalment], amount: Ore, decided_on: Date) -> Result<(), Refusal> {
    let rising = plan.windows(2).all(|pair| pair[0].due_on < pair[1].due_on);
    if !rising || plan.first().is_some_and(|first| first.due_on < decided_on) {
        return Err(refuse("plan-dates").rule("K4").with("from", decided_on));
    }
    if let Some(bad) = plan.iter().find(|instalment| !instalment.amount.is_positive()) {
        return Err(refuse("plan-amount").rule("K4").with("date", bad.due_on));
    }
    let sum: Ore = plan.iter().map(|instalment| instalment.amount).sum();
    if sum != amount {
        return Err(refuse("plan-sum")
            .rule("K4")
            .with("sum", sum)
            .with("amount", amount));
    }
    Ok(())
}

/// Who is paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payee {
    Project(Ref),
    /// C8: what was received of its contribution beyond what was asked for is paid back.
    Participant(Number),
}

impl fmt::Display for Payee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Payee::Project(reference) => reference.fmt(f),
            Payee::Participant(number) => number.fmt(f),
        }
    }
}

/// A payment to a project, or back to a participant: registered by one person, approved and thereby posted by another (L6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disbursement {
    pub id: i64,
    pub payee: Payee,
    pub amount: Ore,
    /// The day of the payment, by which it is posted.
    pub pay_on: Date,
    pub registered_by: String,
    pub registered_on: Date,
    pub approved: Option<Approval>,
    /// Who withdrew it, and when: it will never be approved.
    pub withdrawn: Option<(String, Date)>,
}

/// L6: somebody else's approval of a disbursement, which posts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    pub by: String,
    /// Not known of those approved before it was kept.
    pub on: Option<Date>,
    pub voucher: i64,
    /// L2: it was paid and is taken back, or isn't going to be paid.
    pub reversed: Option<Reversal>,
}

/// The voucher that takes another back (L2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reversal {
    pub voucher: i64,
    pub posted_on: Date,
    /// Not known of those posted before it was kept.
    pub registered_on: Option<Date>,
}

impl Reversal {
    /// Whether a day sees it: it counts by its own day, and what was to be paid on `pay_on` and isn't, from when that is known.
    fn is_known_on(&self, day: Date, pay_on: Date) -> bool {
        let known = self
            .registered_on
            .map_or(self.posted_on <= pay_on, |registered| registered <= day);
        self.posted_on <= day || known
    }
}

impl Disbursement {
    /// As it stood at the end of a day; `None` before it was registered.
    #[must_use]
    pub fn as_of(mut self, day: Date) -> Option<Disbursement> {
        let counts = self.pay_on <= day;
        let unknown = |approval: &mut Approval| !counts && approval.on.is_some_and(|on| on > day);
        // What is approved after its day counts in the books from its day on, so it doesn't wait on the days between.
        if self.approved.take_if(unknown).is_some() && matches!(self.payee, Payee::Participant(_)) {
            // It is paid on the day of its approval, which wasn't known then.
            self.pay_on = self.registered_on;
        }
        if let Some(approval) = &mut self.approved {
            let reversed = &mut approval.reversed;
            reversed.take_if(|reversal| !reversal.is_known_on(day, self.pay_on));
        }
        self.withdrawn = self.withdrawn.filter(|(_, on)| *on <= day);
        (self.registered_on <= day).then_some(self)
    }

    /// L2: the voucher that takes back what was paid.
    #[must_use]
    pub fn reversed_by(&self) -> Option<i64> {
        let reversed = self.approved.as_ref()?.reversed?;
        Some(reversed.voucher)
    }

    #[must_use]
    pub fn is_to(&self, reference: Ref) -> bool {
        self.payee == Payee::Project(reference)
    }

    #[must_use]
    pub fn is_to_participant(&self, number: &Number) -> bool {
        matches!(&self.payee, Payee::Participant(payee) if payee == number)
    }

    /// Neither approved nor withdrawn.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.approved.is_none() && self.withdrawn.is_none()
    }
}

/// What is left of a commitment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub committed: Ore,
    pub released: Ore,
    /// Paid out, net of reversals.
    pub disbursed: Ore,
}

impl Standing {
    /// What is still promised and not paid: it reduces what is free (K1, L3).
    #[must_use]
    pub fn outstanding(&self) -> Ore {
        self.committed - self.released - self.disbursed
    }
}

/// What is still to be paid out of a plan: payments and releases eat instalments from the first; the rest stands.
#[must_use]
pub fn remaining_plan(plan: &[Instalment], standing: Standing) -> Vec<Instalment> {
    // A release lowers what comes last; a payment settles what comes first.
    let mut settled = standing.disbursed;
    let mut left = standing.outstanding();
    let mut remaining = Vec::new();
    for instalment in plan {
        let covered = settled.min(instalment.amount);
        settled -= covered;
        let due = (instalment.amount - covered).min(left);
        left -= due;
        if due.is_positive() {
            remaining.push(Instalment {
                due_on: instalment.due_on,
                amount: due,
            });
        }
    }
    remaining
}

/// K4: not more than is left of a commitment, besides what waits for approval, is paid out or released.
///
/// # Errors
/// `code` with what is left.
pub fn check_within(code: &'static str, reference: Ref, amount: Ore, left: Ore) -> Result<(), Refusal> {
    if amount > left {
        let refusal = refuse(code).rule("K4");
        return Err(refusal.with("ref", reference).with("left", left));
    }
    Ok(())
}

/// K4: the instalment to register next, when `waiting` is registered and not yet approved. `None` when nothing is left.
#[must_use]
pub fn next_instalment(plan: &[Instalment], standing: Standing, waiting: Ore) -> Option<Instalment> {
    let registered = Standing {
        disbursed: standing.disbursed + waiting,
        ..standing
    };
    remaining_plan(plan, registered).into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn quarters() -> Vec<Decimal> {
        vec![Decimal::new(25, 2); 4]
    }

    #[test]
    fn k4_the_standard_plan_starts_on_the_decision_day_and_goes_on_by_quarters() {
        let plan = standard_plan(Ore::new(1003), &quarters(), date(2018, 11, 5));
        let dates: Vec<Date> = plan.iter().map(|i| i.due_on).collect();
        assert_eq!(
            dates,
            [
                date(2018, 11, 5),
                date(2019, 1, 1),
                date(2019, 4, 1),
                date(2019, 7, 1)
            ]
        );
        let amounts: Vec<i64> = plan.iter().map(|i| i.amount.ore()).collect();
        assert_eq!(amounts, [251, 251, 251, 250]);
    }

    #[test]
    fn k4_a_plan_by_hand_sums_to_the_commitment_and_starts_at_the_decision() {
        let at = |month, kroner| Instalment {
            due_on: date(2018, month, 1),
            amount: Ore::kroner(kroner),
        };
        let decided = date(2018, 3, 1);
        let code = |plan: &[Instalment]| check_plan(plan, Ore::kroner(10), decided).map_err(|r| r.code);
        assert_eq!(code(&[at(3, 4), at(6, 6)]), Ok(()));
        assert_eq!(code(&[at(3, 4), at(6, 5)]), Err("plan-sum"));
        assert_eq!(code(&[at(2, 10)]), Err("plan-dates"));
        assert_eq!(code(&[at(6, 4), at(6, 6)]), Err("plan-dates"));
        assert_eq!(code(&[at(3, 0), at(6, 10)]), Err("plan-amount"));
        assert_eq!(code(&[]), Err("plan-sum"));
    }

    #[test]
    fn k4_the_next_instalment_is_what_is_neither_paid_nor_waiting_for_approval() {
        let plan = standard_plan(Ore::kroner(100), &quarters(), date(2018, 5, 2));
        let standing = |released, disbursed| Standing {
            committed: Ore::kroner(100),
            released: Ore::kroner(released),
            disbursed: Ore::kroner(disbursed),
        };
        let next = |standing, waiting| next_instalment(&plan, standing, Ore::kroner(waiting));
        assert_eq!(next(standing(0, 0), 0), Some(plan[0]));
        assert_eq!(next(standing(0, 25), 25), Some(plan[2]));
        let part = next(standing(0, 10), 0).map(|instalment| instalment.amount);
        assert_eq!(part, Some(Ore::kroner(15)));
        assert_eq!(next(standing(50, 25), 25), None);
        assert_eq!(
            next(standing(60, 25), 25),
            None,
            "more is registered than is left"
        );
    }

    proptest! {
        #[test]
        fn k4_the_standard_plan_sums_to_the_commitment(ore in 1i64..10_000_000_000, day in 1i8..28, month in 1i8..=12) {
            let decided = date(2018, month, day);
            let plan = standard_plan(Ore::new(ore), &quarters(), decided);
            prop_assert_eq!(check_plan(&plan, Ore::new(ore), decided), Ok(()));
        }

        #[test]
        fn k4_what_remains_of_a_plan_is_what_remains_of_the_commitment(
            ore in 1i64..1_000_000, paid in 0i64..1_000_000, released in 0i64..1_000_000,
        ) {
            let plan = standard_plan(Ore::new(ore), &quarters(), date(2018, 5, 2));
            let disbursed = Ore::new(paid.min(ore));
            let released = Ore::new(released.min(ore - paid.min(ore)));
            let standing = Standing { committed: Ore::new(ore), released, disbursed };
            let left: Ore = remaining_plan(&plan, standing).iter().map(|i| i.amount).sum();
            prop_assert_eq!(left, standing.outstanding());
        }
    }
}
