//! In what order the projects are listed, and what they sum to.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::domain::money::Ore;
use crate::domain::repayment::recovery;
use crate::usecases::views::solutions::{Overdue, SolutionLine};

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Reference,
    Overdue,
    Recovered,
    Outstanding,
}

impl Order {
    #[must_use]
    pub fn next(self) -> Order {
        match self {
            Order::Reference => Order::Overdue,
            Order::Overdue => Order::Recovered,
            Order::Recovered => Order::Outstanding,
            Order::Outstanding => Order::Reference,
        }
    }

    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Order::Reference => "solutions-by-ref",
            Order::Overdue => "solutions-by-overdue",
            Order::Recovered => "solutions-by-recovered",
            Order::Outstanding => "solutions-by-outstanding",
        }
    }

    /// The lines in this order; what is alike stands by reference.
    #[must_use]
    pub fn sorted(self, lines: &[SolutionLine]) -> Vec<usize> {
        let mut at: Vec<usize> = (0..lines.len()).collect();
        at.sort_by_key(|i| lines[*i].proposal.reference);
        match self {
            Order::Reference => {}
            Order::Overdue => at.sort_by_key(|i| Reverse(lines[*i].overdue.amount)),
            Order::Recovered => at.sort_by_key(|i| lines[*i].recovered()),
            Order::Outstanding => at.sort_by_key(|i| Reverse(lines[*i].outstanding)),
        }
        at
    }
}

/// What all projects come to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Totals {
    pub projects: usize,
    pub live: usize,
    pub cost: Ore,
    pub repaid: Ore,
    pub outstanding: Ore,
    pub lost: Ore,
    pub overdue: Ore,
    pub charges: usize,
    pub to_remind: Overdue,
    pub refunds_owed: Ore,
}

impl Totals {
    #[must_use]
    pub fn of(lines: &[SolutionLine]) -> Totals {
        let mut totals = Totals {
            projects: lines.len(),
            live: lines.iter().filter(|line| line.solution.is_some()).count(),
            ..Totals::default()
        };
        for line in lines {
            totals.cost += line.cost;
            totals.repaid += line.repaid;
            totals.outstanding += line.outstanding;
            totals.lost += line.lost;
            totals.overdue += line.overdue.amount;
            totals.charges += line.overdue.charges;
            totals.to_remind.charges += line.to_remind.charges;
            totals.to_remind.amount += line.to_remind.amount;
            totals.refunds_owed += line.refunds_owed;
        }
        totals
    }

    /// F6, over all of them: repaid / cost.
    #[must_use]
    pub fn recovered(&self) -> Decimal {
        recovery(self.repaid, self.cost).unwrap_or_default()
    }
}
