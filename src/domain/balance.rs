//! Balances beside the bank that are below zero on no day, whatever day something is dated (L5).

use jiff::civil::Date;

use super::ledger::lowest_from;
use super::money::Ore;
use super::participant::Number;
use super::proposal::Ref;
use super::refusal::{Refusal, refuse};
use super::repayment::Invoice;

/// What is kept apart in the books, by whom or by what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Balance {
    /// C6: what is paid of a contribution.
    Contribution(Number),
    /// C8: what a participant is owed of its contribution.
    Overpaid(Number),
    /// R4: what is paid on a charge.
    Charge(Invoice),
    /// R1: what an adopter of a solution is owed.
    Refund(Ref, Number),
    /// L4: what is lost on a project.
    Loss(Ref),
}

/// A change of a balance, by the day of its voucher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    pub voucher: i64,
    pub on: Date,
    pub amount: Ore,
}

impl Balance {
    /// Which of them it is, as texts and machines tell them apart.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Balance::Contribution(_) => "contribution",
            Balance::Overpaid(_) => "overpaid",
            Balance::Charge(_) => "charge",
            Balance::Refund(..) => "refund",
            Balance::Loss(_) => "loss",
        }
    }

    /// Whose it is.
    #[must_use]
    pub fn participant(&self) -> Option<&Number> {
        match self {
            Balance::Contribution(number) | Balance::Overpaid(number) | Balance::Refund(_, number) => {
                Some(number)
            }
            Balance::Charge(_) | Balance::Loss(_) => None,
        }
    }

    /// Which solution it comes of, where it is somebody's.
    #[must_use]
    pub fn solution(&self) -> String {
        match self {
            Balance::Refund(reference, _) => reference.to_string(),
            _ => String::new(),
        }
    }

    /// Whom or what it is about.
    #[must_use]
    pub fn subject(&self) -> String {
        match self {
            Balance::Contribution(number) | Balance::Overpaid(number) | Balance::Refund(_, number) => {
                number.to_string()
            }
            Balance::Charge(invoice) => invoice.to_string(),
            Balance::Loss(reference) => reference.to_string(),
        }
    }

    /// `balance-below-zero` (L5) with a day on which it would be. `subject` is what people call whom or what it is about.
    #[must_use]
    pub fn refusal(&self, subject: &str, day: Date) -> Refusal {
        refuse("balance-below-zero")
            .rule("L5")
            .with("kind", self.kind())
            .with("subject", subject)
            .with("ref", self.solution())
            .with("date", day)
    }
}

/// L5: the first day on which the vouchers after `before` make a balance below zero. What was so already doesn't stand in
/// their way.
#[must_use]
pub fn first_below_zero(changes: &[Change], before: i64) -> Option<Date> {
    let new: Vec<Change> = changes
        .iter()
        .filter(|change| change.voucher > before)
        .copied()
        .collect();
    let below = below_zero(changes).find(|(day, _)| on_day(&new, *day).is_negative());
    below.map(|(day, _)| day)
}

/// What changes come to at the end of a day.
fn on_day(changes: &[Change], day: Date) -> Ore {
    let by_then = changes.iter().filter(|change| change.on <= day);
    by_then.map(|change| change.amount).sum()
}

/// The days on which a balance changes and is below zero, in order, each with what it is.
pub fn below_zero(changes: &[Change]) -> impl Iterator<Item = (Date, Ore)> {
    let mut days: Vec<(Date, Ore)> = Vec::new();
    let mut sorted = changes.to_vec();
    sorted.sort_by_key(|change| change.on);
    let mut sum = Ore::ZERO;
    for change in sorted {
        sum += change.amount;
        match days.last_mut() {
            Some((day, then)) if *day == change.on => *then = sum,
            _ => days.push((change.on, sum)),
        }
    }
    days.into_iter().filter(|(_, sum)| sum.is_negative())
}

/// The first day, from one to another, from which on a balance bears that so much is taken of it.
#[must_use]
pub fn first_to_bear(changes: &[Change], amount: Ore, (from, to): (Date, Date)) -> Option<Date> {
    let days = changes.iter().map(|change| change.on);
    let mut days: Vec<Date> = days
        .filter(|day| (from..=to).contains(day))
        .chain([from])
        .collect();
    days.sort_unstable();
    let dated: Vec<(Date, Ore)> = changes.iter().map(|change| (change.on, change.amount)).collect();
    days.into_iter()
        .find(|day| lowest_from(dated.clone(), *day) >= amount)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn day(of_march: i8) -> Date {
        date(2018, 3, of_march)
    }

    fn changes(of: &[(i64, i8, i64)]) -> Vec<Change> {
        let change = |(voucher, on, kroner): &(i64, i8, i64)| Change {
            voucher: *voucher,
            on: day(*on),
            amount: Ore::kroner(*kroner),
        };
        of.iter().map(change).collect()
    }

    #[test]
    fn a_voucher_makes_a_balance_below_zero_on_no_day_and_one_that_mends_it_is_not_refused() {
        let refused = |of: &[(i64, i8, i64)], before| first_below_zero(&changes(of), before);
        assert_eq!(refused(&[(1, 10, 5), (2, 10, -5)], 1), None);
        assert_eq!(refused(&[(1, 10, 5), (2, 9, -5)], 1), Some(day(9)));
        // It was below zero before, and comes nearer to it.
        assert_eq!(refused(&[(1, 10, 5), (2, 9, -5), (3, 9, 4)], 2), None);
        assert_eq!(
            refused(&[(1, 10, 5), (2, 9, -5), (3, 8, -1), (4, 9, 5)], 2),
            Some(day(8))
        );
    }

    #[test]
    fn what_is_taken_is_taken_on_the_first_day_that_bears_it() {
        let all = changes(&[(1, 5, 10), (2, 10, -6), (3, 15, 3)]);
        let first = |kroner, from, to| first_to_bear(&all, Ore::kroner(kroner), (day(from), day(to)));
        assert_eq!(first(4, 1, 31), Some(day(5)));
        assert_eq!(first(5, 1, 31), Some(day(15)));
        assert_eq!(first(5, 1, 14), None);
        assert_eq!(first(7, 20, 31), Some(day(20)));
        assert_eq!(first(8, 1, 31), None);
    }
}
