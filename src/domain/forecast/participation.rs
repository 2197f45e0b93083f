//! What would follow if a share of those who haven't answered joined (F5): their contributions, and what KS and the state
//! would then add (C2, C3).

use jiff::civil::{Date, date};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::flow::{Due, Flow};
use crate::domain::capital::{TrancheStanding, ks_promised, released, tranches};
use crate::domain::money::Ore;
use crate::domain::scheme::Scheme;

/// What is known of those who may still join, and of what KS and the state have promised and paid.
#[derive(Clone, Debug, PartialEq)]
pub struct Participation {
    /// C6: what the undecided would promise if all of them joined.
    pub undecided: Ore,
    /// When it would be due; `None`: today.
    pub due_on: Option<Date>,
    /// C6: what the members have promised.
    pub members_promised: Ore,
    pub ks_paid: Ore,
    pub state_paid: Ore,
    /// What KS and the state add, and when it is due.
    pub scheme: Scheme,
}

impl Participation {
    /// What is due beyond the facts if `share` (0–1) of the undecided joined: their contributions, what KS promises more
    /// or, since it only fills up (C2), less, and what the state releases more (C3).
    #[must_use]
    pub fn extra(&self, share: Decimal, today: Date) -> Vec<Due> {
        let joining = part(self.undecided, share);
        let (before, after) = (self.standing(Ore::ZERO), self.standing(joining));
        let mut dues = vec![
            Due {
                on: self.due_on.unwrap_or(today),
                flow: Flow::Contributions,
                amount: joining,
            },
            Due {
                on: self.scheme.ks_due.unwrap_or(today),
                flow: Flow::Contributions,
                amount: after.0 - before.0,
            },
        ];
        for (old, new) in before.1.iter().zip(&after.1) {
            dues.push(Due {
                on: date(new.year, 12, 31),
                flow: Flow::State,
                amount: new.to_come().max(Ore::ZERO) - old.to_come().max(Ore::ZERO),
            });
        }
        dues.retain(|due| !due.amount.is_zero());
        dues
    }

    /// KS's promise and the state's tranches when the members promise so much more.
    fn standing(&self, more: Ore) -> (Ore, Vec<TrancheStanding>) {
        let members = self.members_promised + more;
        let ks = ks_promised(&self.scheme, members, self.ks_paid);
        let released = released(&self.scheme, members + ks, self.state_paid);
        (ks, tranches(&self.scheme, released, self.state_paid))
    }
}

/// A share of an amount, rounded half away from zero.
fn part(amount: Ore, share: Decimal) -> Ore {
    let exact = Decimal::from(amount.ore()) * share;
    let whole = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    // The share is at most one, so the part is at most the amount.
    whole.to_i64().map_or(amount, Ore::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn participation(members: i64, undecided: i64) -> Participation {
        Participation {
            undecided: Ore::kroner(undecided),
            due_on: Some(date(2018, 3, 31)),
            members_promised: Ore::kroner(members),
            ks_paid: Ore::ZERO,
            state_paid: Ore::kroner(10_000_000),
            scheme: Scheme::parse(Scheme::embedded("digifin-2017").unwrap()).unwrap(),
        }
    }

    fn summary(dues: &[Due]) -> Vec<(String, Flow, i64)> {
        let line = |due: &Due| (due.on.to_string(), due.flow, due.amount.ore() / 100);
        dues.iter().map(line).collect()
    }

    #[test]
    fn f5_c3_who_joins_releases_as_much_from_the_state_as_long_as_ks_gives_all_it_can() {
        let dues = participation(20_000_000, 40_000_000).extra(Decimal::new(5, 1), date(2018, 1, 5));
        let expected = [
            ("2018-03-31".to_owned(), Flow::Contributions, 20_000_000),
            ("2018-12-31".to_owned(), Flow::State, 20_000_000),
        ];
        assert_eq!(summary(&dues), expected);
    }

    #[test]
    fn f5_c2_once_the_state_has_released_all_ks_gives_less_by_what_the_joiners_give() {
        let dues = participation(90_000_000, 50_000_000).extra(Decimal::ONE, date(2018, 1, 5));
        let expected = [
            ("2018-03-31".to_owned(), Flow::Contributions, 50_000_000),
            ("2018-03-31".to_owned(), Flow::Contributions, -35_000_000),
        ];
        assert_eq!(summary(&dues), expected);
    }

    #[test]
    fn f2_nobody_joining_changes_nothing() {
        assert_eq!(
            participation(50_000_000, 50_000_000).extra(Decimal::ZERO, date(2018, 1, 5)),
            []
        );
    }
}
