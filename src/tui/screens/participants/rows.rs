//! Which participants the list shows, and in what order: by status, by county, by what is typed.

use std::cmp::Ordering;

use crate::domain::contribution::Standing;
use crate::domain::participant::Number;
use crate::i18n::by_name;
use crate::tui::widgets::listing::{Orders, Row};
use crate::usecases::views::participants::Line;
use crate::usecases::views::participation::CountyLine;

/// What the list is kept to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Status {
    #[default]
    All,
    /// C4: has said yes, whether it has paid or not.
    SaidYes,
    Is(Standing),
}

impl Status {
    /// What comes after it of all, then each standing in turn; all who said yes before the standings that they have.
    pub(super) fn following(self) -> impl Iterator<Item = Status> {
        let standings = Standing::ALL.into_iter().flat_map(|standing| {
            let together = (standing == Standing::Joined).then_some(Status::SaidYes);
            together.into_iter().chain([Status::Is(standing)])
        });
        let all = [Status::All].into_iter().chain(standings);
        all.skip_while(move |status| *status != self).skip(1)
    }

    #[must_use]
    pub(super) fn holds(self, standing: Standing) -> bool {
        match self {
            Status::All => true,
            Status::SaidYes => standing.has_joined(),
            Status::Is(wanted) => wanted == standing,
        }
    }

    #[must_use]
    pub(super) fn key(self) -> &'static str {
        match self {
            Status::All => "participants-all",
            Status::SaidYes => "word-joined",
            Status::Is(standing) => standing.key(),
        }
    }
}

/// The largest first, names as in Norwegian; what is alike stands by number, as the view gives it.
pub(super) const ORDERS: Orders<Line> = &[
    ("participants-by-number", |_, _| Ordering::Equal),
    ("word-by-name", |a, b| {
        by_name(&a.row.participant.name, &b.row.participant.name)
    }),
    (BY_INHABITANTS, |a, b| {
        b.row.participant.population.cmp(&a.row.participant.population)
    }),
    ("participants-by-amount", |a, b| b.amount().cmp(&a.amount())),
];

pub(super) const BY_INHABITANTS: &str = "participants-by-inhabitants";

impl Row for Line {
    type Key = Number;

    fn key(&self) -> Number {
        self.row.participant.number.clone()
    }

    fn text(&self) -> String {
        let who = &self.row.participant;
        format!("{} {} {}", who.number, who.name, who.county_name)
    }
}

impl Row for CountyLine {
    type Key = String;

    fn key(&self) -> String {
        self.number.clone()
    }
}
