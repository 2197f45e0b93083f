//! In what order the projects are listed, and what they sum to.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::repayment::recovery;
use crate::tui::widgets::listing::{Orders, Row};
use crate::usecases::views::solutions::{Overdue, SolutionLine};

pub const ORDERS: Orders<SolutionLine> = &[
    ("word-by-reference", |a, b| a.key().cmp(&b.key())),
    ("solutions-by-overdue", |a, b| {
        let overdue = |line: &SolutionLine| (Reverse(line.overdue.amount), line.key());
        overdue(a).cmp(&overdue(b))
    }),
    ("solutions-by-recovered", |a, b| {
        (a.recovered(), a.key()).cmp(&(b.recovered(), b.key()))
    }),
    ("solutions-by-outstanding", |a, b| {
        let outstanding = |line: &SolutionLine| (Reverse(line.outstanding), line.key());
        outstanding(a).cmp(&outstanding(b))
    }),
];

impl Row for SolutionLine {
    type Key = Ref;

    fn key(&self) -> Ref {
        self.proposal.reference
    }

    fn text(&self) -> String {
        format!("{} {}", self.key(), self.proposal.details.title)
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
