//! What all solutions come to, and their list with it.

use rust_decimal::Decimal;

use super::COLUMNS;
use crate::domain::money::Ore;
use crate::domain::repayment::recovery;
use crate::i18n::{Words, phrase};
use crate::present::{Document, column};
use crate::usecases::views::solutions::{Overdue, SolutionLine};

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

    /// How many they are, what they cost and how much has come back.
    #[must_use]
    pub fn sum(&self, words: &Words) -> String {
        phrase("solutions-totals")
            .with("projects", self.projects)
            .with("live", self.live)
            .with("cost", words.mill_kr(self.cost))
            .with("share", words.percent(self.recovered(), 1))
            .words(words)
    }

    /// What is outstanding, overdue, owed back and lost, each by itself.
    #[must_use]
    pub fn parts(&self, words: &Words) -> Vec<String> {
        let mut parts = vec![
            phrase("solutions-total-outstanding").with("amount", words.mill_kr(self.outstanding)),
            phrase("solutions-total-overdue")
                .with("amount", self.overdue)
                .with("count", self.charges),
        ];
        if self.refunds_owed.is_positive() {
            parts.push(phrase("solutions-total-owed").with("amount", self.refunds_owed));
        }
        if self.lost.is_positive() {
            parts.push(phrase("solutions-total-lost").with("amount", words.mill_kr(self.lost)));
        }
        parts.iter().map(|part| part.words(words)).collect()
    }
}

/// The list of solutions, with what it comes to.
#[must_use]
pub fn list(lines: &[SolutionLine], words: &Words) -> Document {
    let mut list = column::list(COLUMNS, lines, "solutions-none", words);
    if !lines.is_empty() {
        let totals = Totals::of(lines);
        list.foot = format!("{}\n{}", totals.sum(words), totals.parts(words).join(" · "));
    }
    list
}
