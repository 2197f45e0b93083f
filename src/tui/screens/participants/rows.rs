//! Which participants the list shows, and in what order: by status, by county, by what is typed.

use std::cmp::Reverse;

use crate::domain::participant::Standing;
use crate::i18n::name_key;
use crate::usecases::views::participants::Line;

/// What the list is kept to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    #[default]
    All,
    Is(Standing),
}

impl Status {
    const ALL: [Status; 7] = [
        Status::All,
        Status::Is(Standing::Invited),
        Status::Is(Standing::AnswerLate),
        Status::Is(Standing::Declined),
        Status::Is(Standing::Joined),
        Status::Is(Standing::PaymentLate),
        Status::Is(Standing::Paid),
    ];

    #[must_use]
    pub fn next(self) -> Status {
        let mut after = Self::ALL.into_iter().skip_while(|status| *status != self);
        after.nth(1).unwrap_or_default()
    }

    #[must_use]
    pub fn holds(self, standing: Standing) -> bool {
        match self {
            Status::All => true,
            Status::Is(wanted) => wanted == standing,
        }
    }

    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Status::All => "participants-all",
            Status::Is(standing) => short(standing),
        }
    }
}

/// A standing in so few words that a list has room for it.
#[must_use]
pub fn short(standing: Standing) -> &'static str {
    match standing {
        Standing::Invited => "participants-invited",
        Standing::AnswerLate => "participants-answer-late",
        Standing::Declined => "participants-declined",
        Standing::Joined => "participants-joined",
        Standing::PaymentLate => "participants-payment-late",
        Standing::Paid => "participants-has-paid",
    }
}

/// What the list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Number,
    Name,
    Inhabitants,
    Amount,
}

impl Order {
    #[must_use]
    pub fn next(self) -> Order {
        match self {
            Order::Number => Order::Name,
            Order::Name => Order::Inhabitants,
            Order::Inhabitants => Order::Amount,
            Order::Amount => Order::Number,
        }
    }

    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Order::Number => "participants-by-number",
            Order::Name => "participants-by-name",
            Order::Inhabitants => "participants-by-inhabitants",
            Order::Amount => "participants-by-amount",
        }
    }
}

/// What the lines are found and sorted by, made once for each answer.
#[derive(Debug)]
pub struct Rows {
    texts: Vec<String>,
    names: Vec<String>,
}

impl Rows {
    #[must_use]
    pub fn of(lines: &[Line]) -> Rows {
        let text = |line: &Line| {
            let who = &line.row.participant;
            format!("{} {} {}", who.number, who.name, who.county_name)
        };
        Rows {
            texts: lines.iter().map(text).collect(),
            names: lines
                .iter()
                .map(|line| name_key(&line.row.participant.name))
                .collect(),
        }
    }

    /// What a line is found by.
    #[must_use]
    pub fn text(&self, line: usize) -> &str {
        &self.texts[line]
    }

    /// The lines in an order: the largest first, names as in Norwegian; what is alike stands by number.
    #[must_use]
    pub fn ordered(&self, order: Order, lines: &[Line]) -> Vec<usize> {
        let mut at: Vec<usize> = (0..lines.len()).collect();
        match order {
            // The view gives them by number.
            Order::Number => {}
            Order::Name => at.sort_by_key(|i| &self.names[*i]),
            Order::Inhabitants => at.sort_by_key(|i| Reverse(lines[*i].row.participant.population)),
            Order::Amount => at.sort_by_key(|i| Reverse(lines[*i].amount())),
        }
        at
    }
}
