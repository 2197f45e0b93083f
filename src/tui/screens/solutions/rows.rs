//! In what order the projects are listed.

use std::cmp::Reverse;

use crate::domain::proposal::Ref;
use crate::tui::widgets::listing::{Orders, Row};
use crate::usecases::views::solutions::SolutionLine;

pub(super) const ORDERS: Orders<SolutionLine> = &[
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
