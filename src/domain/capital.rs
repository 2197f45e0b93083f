//! The capital of the fund on a date: who has promised and paid what (C1–C6), the state's matching, and what is
//! free to commit (K1). Every figure of the capital screen and of `kommit capital` is computed here, once.

use std::iter::Sum;

use jiff::civil::Date;
use rust_decimal::{Decimal, RoundingStrategy};

use super::ledger::{Balances, Source, lowest_from};
use super::money::Ore;
use super::scheme::Scheme;

/// What one source could give, has promised, and has paid (C6). The three nest; they are never added together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Given {
    pub potential: Ore,
    pub promised: Ore,
    pub paid: Ore,
}

/// Each column by itself: potential with potential, promised with promised, paid with paid (C6).
impl Sum for Given {
    fn sum<I: Iterator<Item = Given>>(all: I) -> Given {
        all.fold(Given::default(), |sum, given| Given {
            potential: sum.potential + given.potential,
            promised: sum.promised + given.promised,
            paid: sum.paid + given.paid,
        })
    }
}

/// What the books and the answers say on a date. Everything dated later is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub municipalities: Given,
    pub counties: Given,
    pub ks_paid: Ore,
    pub state_paid: Ore,
    pub balances: Balances,
    /// Σ committed less what was released.
    pub committed: Ore,
    /// Σ paid out to projects.
    pub disbursed: Ore,
}

/// One budget year of the state's grant, how much of it the sector has released, and how much the fund has received (C3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrancheStanding {
    pub year: i16,
    pub amount: Ore,
    pub released: Ore,
    pub received: Ore,
}

impl TrancheStanding {
    /// C3: released and not received yet.
    #[must_use]
    pub fn to_come(&self) -> Ore {
        self.released - self.received
    }
}

/// The capital on a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capital {
    pub as_of: Date,
    pub municipalities: Given,
    pub counties: Given,
    pub ks: Given,
    /// C3: promised = released.
    pub state: Given,
    /// C6: what would come if everybody joined.
    pub if_all_join: Ore,
    pub tranches: Vec<TrancheStanding>,
    pub balances: Balances,
    /// Σ committed less what was released.
    pub committed: Ore,
    /// Σ paid out to projects.
    pub disbursed: Ore,
    pub outstanding_commitments: Ore,
    pub reserve: Ore,
    /// K1. May be negative; then nothing can be committed.
    pub free_on_hand: Ore,
    /// F6: Σ committed / Σ paid in.
    pub commitment_rate: Option<Decimal>,
    /// F6: Σ disbursed / Σ committed.
    pub disbursement_rate: Option<Decimal>,
    /// F6: Σ disbursed / Σ paid in.
    pub turnover: Option<Decimal>,
}

impl Capital {
    /// C1–C3, C6, K1 from the facts of a date.
    #[must_use]
    pub fn of(scheme: &Scheme, facts: &Facts, as_of: Date) -> Capital {
        let members = facts.municipalities.promised + facts.counties.promised;
        let ks = ks_promised(scheme, members, facts.ks_paid);
        let released = released(scheme, members + ks, facts.state_paid);
        let outstanding_commitments = facts.committed - facts.disbursed;
        let paid_in = facts.municipalities.paid + facts.counties.paid + facts.ks_paid + facts.state_paid;
        Capital {
            as_of,
            municipalities: facts.municipalities,
            counties: facts.counties,
            ks: Given {
                potential: scheme.ks_cap,
                promised: ks,
                paid: facts.ks_paid,
            },
            state: Given {
                potential: scheme.state_cap(),
                promised: released,
                paid: facts.state_paid,
            },
            if_all_join: if_all_join(scheme, facts),
            tranches: tranches(scheme, released, facts.state_paid),
            balances: facts.balances,
            committed: facts.committed,
            disbursed: facts.disbursed,
            outstanding_commitments,
            reserve: scheme.reserve,
            free_on_hand: free_on_hand(
                facts.balances.bank - facts.balances.refunds_owed - outstanding_commitments,
                scheme,
            ),
            commitment_rate: rate(facts.committed, paid_in),
            disbursement_rate: rate(facts.disbursed, facts.committed),
            turnover: rate(facts.disbursed, paid_in),
        }
    }

    #[must_use]
    pub fn given(&self, source: Source) -> Given {
        match source {
            Source::Municipality => self.municipalities,
            Source::County => self.counties,
            Source::Ks => self.ks,
            Source::State => self.state,
        }
    }

    /// All sources, in the order in which they are shown.
    pub fn sources(&self) -> impl Iterator<Item = (Source, Given)> {
        Source::ALL.into_iter().map(|source| (source, self.given(source)))
    }

    /// C6: all sources, each column by itself. KS's and the state's potential are caps; the sum is what would come if everybody
    /// joined (C2, C3).
    #[must_use]
    pub fn total(&self) -> Given {
        Given {
            potential: self.if_all_join,
            ..self.sources().map(|(_, given)| given).sum()
        }
    }

    /// C3: what the state has paid beyond what the sector has promised, and the sector is still to match.
    #[must_use]
    pub fn to_match(&self) -> Ore {
        (self.state.paid - self.sector().promised).max(Ore::ZERO)
    }

    /// C3: what the state matches: members and KS.
    #[must_use]
    pub fn sector(&self) -> Given {
        [self.municipalities, self.counties, self.ks].into_iter().sum()
    }

    /// C3: what the sector still has to promise before the state's grant is released in full.
    #[must_use]
    pub fn missing_match(&self) -> Ore {
        self.state.potential - self.state.promised
    }
}

/// C2: what the members' promises lack for the sector to reach the state's cap, at most KS's cap, never below
/// what KS has paid.
#[must_use]
pub fn ks_promised(scheme: &Scheme, members_promised: Ore, ks_paid: Ore) -> Ore {
    let lacking = scheme.state_cap() - members_promised;
    lacking.clamp(Ore::ZERO, scheme.ks_cap).max(ks_paid)
}

/// C3: the state releases as much as the sector promises, at most its cap, and never less than it has paid.
#[must_use]
pub fn released(scheme: &Scheme, sector_promised: Ore, state_paid: Ore) -> Ore {
    scheme.state_cap().min(sector_promised).max(state_paid)
}

/// C6: what the members, KS and the state would give if everybody joined (C2, C3).
fn if_all_join(scheme: &Scheme, facts: &Facts) -> Ore {
    let members = facts.municipalities.potential + facts.counties.potential;
    let ks = ks_promised(scheme, members, facts.ks_paid);
    members + ks + released(scheme, members + ks, facts.state_paid)
}

/// C3: earlier budget years are released first, and what has come in is of the earlier ones.
#[must_use]
pub fn tranches(scheme: &Scheme, released: Ore, received: Ore) -> Vec<TrancheStanding> {
    let (mut left, mut come) = (released, received);
    let mut standings = Vec::with_capacity(scheme.tranches.len());
    for tranche in &scheme.tranches {
        let part = tranche.amount.min(left);
        left -= part;
        let in_bank = tranche.amount.min(come);
        come -= in_bank;
        standings.push(TrancheStanding {
            year: tranche.year,
            amount: tranche.amount,
            released: part,
            received: in_bank,
        });
    }
    standings
}

/// K1: bank − owed refunds − outstanding commitments − reserve.
#[must_use]
pub fn free_on_hand(unbound: Ore, scheme: &Scheme) -> Ore {
    unbound - scheme.reserve
}

/// K1, K3: the most that can be committed on `on`: the lowest that "free" comes to from that day on, when every
/// change of bank, owed refunds and outstanding commitments that is already in the books happens on its date.
#[must_use]
pub fn committable(changes: Vec<(Date, Ore)>, on: Date, scheme: &Scheme) -> Ore {
    free_on_hand(lowest_from(changes, on), scheme)
}

/// F6: four decimals, half away from zero; `None` on a zero denominator.
#[must_use]
pub fn rate(part: Ore, whole: Ore) -> Option<Decimal> {
    if whole.is_zero() {
        return None;
    }
    let exact = Decimal::from(part.ore()) / Decimal::from(whole.ore());
    Some(exact.round_dp_with_strategy(4, RoundingStrategy::MidpointAwayFromZero))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::participant::contribution;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn scheme() -> Scheme {
        Scheme::parse(Scheme::embedded("digifin-2017").unwrap()).unwrap()
    }

    fn promised(municipalities: Ore, counties: Ore) -> Capital {
        let all = |amount| Given {
            potential: amount,
            promised: amount,
            paid: Ore::ZERO,
        };
        let facts = Facts {
            municipalities: all(municipalities),
            counties: all(counties),
            ..Facts::default()
        };
        Capital::of(&scheme(), &facts, date(2018, 1, 1))
    }

    const MUNICIPALITIES: Ore = Ore::kroner(105_166_340);
    const COUNTIES: Ore = Ore::kroner(22_957_790);

    #[test]
    fn c2_c3_the_reference_figures() {
        let everybody = promised(MUNICIPALITIES, COUNTIES);
        assert_eq!(everybody.ks.promised, Ore::ZERO);
        assert_eq!(everybody.state.promised, Ore::kroner(125_000_000));
        assert_eq!(everybody.missing_match(), Ore::ZERO);
        let total: Ore = everybody.sources().map(|(_, given)| given.promised).sum();
        assert_eq!(total, Ore::kroner(253_124_130));
        let municipalities = promised(MUNICIPALITIES, Ore::ZERO);
        assert_eq!(municipalities.ks.promised, Ore::new(1_983_366_000));
        assert_eq!(municipalities.state.promised, Ore::kroner(125_000_000));
    }

    #[test]
    fn c3_the_grant_is_released_in_full_from_two_thirds_of_the_members_sum() {
        let enough = promised(Ore::kroner(85_000_000), Ore::ZERO);
        assert_eq!(
            (enough.ks.promised, enough.missing_match()),
            (Ore::kroner(40_000_000), Ore::ZERO)
        );
        let short = promised(Ore::kroner(85_000_000) - Ore::new(1), Ore::ZERO);
        assert_eq!(short.missing_match(), Ore::new(1));
        let share = rate(Ore::kroner(85_000_000), MUNICIPALITIES + COUNTIES).unwrap();
        assert_eq!(share, Decimal::new(6634, 4));
    }

    #[test]
    fn c3_the_first_budget_year_is_released_first() {
        let capital = promised(Ore::kroner(20_000_000), Ore::ZERO);
        let released: Vec<Ore> = capital.tranches.iter().map(|tranche| tranche.released).collect();
        assert_eq!(released, [Ore::kroner(25_000_000), Ore::kroner(35_000_000)]);
    }

    #[test]
    fn c3_what_the_state_has_paid_is_of_the_first_budget_year_first() {
        let facts = Facts {
            state_paid: Ore::kroner(40_000_000),
            ..Facts::default()
        };
        let capital = Capital::of(&scheme(), &facts, date(2018, 1, 1));
        let received: Vec<Ore> = capital.tranches.iter().map(|tranche| tranche.received).collect();
        assert_eq!(received, [Ore::kroner(25_000_000), Ore::kroner(15_000_000)]);
    }

    #[test]
    fn c3_what_is_released_is_never_below_what_the_state_has_paid_and_the_rest_is_to_be_matched() {
        // Members have promised 1 mill. and KS adds nothing to a grant of 6: the state has paid all 6 of it.
        let scheme = Scheme {
            ks_cap: Ore::kroner(1_000_000),
            ..scheme()
        };
        let facts = Facts {
            municipalities: Given {
                potential: Ore::kroner(5_000_000),
                promised: Ore::kroner(1_000_000),
                paid: Ore::ZERO,
            },
            state_paid: Ore::kroner(6_000_000),
            ..Facts::default()
        };
        let capital = Capital::of(&scheme, &facts, date(2018, 1, 1));
        assert_eq!(capital.sector().promised, Ore::kroner(2_000_000));
        assert_eq!(capital.state.promised, Ore::kroner(6_000_000));
        assert_eq!(capital.to_match(), Ore::kroner(4_000_000));
        assert_eq!(capital.missing_match(), Ore::kroner(119_000_000));
        assert!(
            capital
                .tranches
                .iter()
                .all(|tranche| !tranche.to_come().is_negative())
        );
        // Five millions from the members, one from KS, and what the state matches: six, which it has paid.
        assert_eq!(capital.total().potential, Ore::kroner(12_000_000));
    }

    #[test]
    fn c6_each_column_is_totalled_by_itself_and_the_sector_is_all_but_the_state() {
        let everybody = promised(MUNICIPALITIES, COUNTIES);
        let total = everybody.total();
        // Everybody joins: KS isn't needed, and the state gives all it can.
        assert_eq!(total.potential, Ore::kroner(253_124_130));
        assert_eq!(
            (everybody.ks.potential, everybody.state.potential),
            (Ore::kroner(40_000_000), Ore::kroner(125_000_000))
        );
        assert_eq!(total.promised, Ore::kroner(253_124_130));
        assert_eq!(total.paid, Ore::ZERO);
        assert_eq!(everybody.sector().promised, Ore::kroner(128_124_130));
    }

    #[test]
    fn c1_the_ten_largest_municipalities_bring_the_letters_35_million() {
        let text = include_str!("../../assets/data/participants-2017.csv");
        let mut populations: Vec<u32> = text
            .lines()
            .filter(|line| line.starts_with("kommune,"))
            .map(|line| line.rsplit(',').next().unwrap().parse().unwrap())
            .collect();
        assert_eq!(populations.len(), 426);
        populations.sort_unstable_by(|a, b| b.cmp(a));
        let ten: Ore = populations[..10]
            .iter()
            .map(|p| contribution(Decimal::from(20), *p))
            .sum();
        assert_eq!(ten, Ore::kroner(35_606_120));
        let all: Ore = populations
            .iter()
            .map(|p| contribution(Decimal::from(20), *p))
            .sum();
        assert_eq!(all, MUNICIPALITIES);
    }

    proptest! {
        #[test]
        fn c2_ks_never_promises_more_than_its_cap_unless_it_has_paid_it(
            members in 0i64..20_000_000_000, paid in 0i64..5_000_000_000,
        ) {
            let scheme = scheme();
            let ks = ks_promised(&scheme, Ore::new(members), Ore::new(paid));
            prop_assert!(ks >= Ore::new(paid));
            prop_assert!(ks <= scheme.ks_cap.max(Ore::new(paid)));
            prop_assert!(released(&scheme, Ore::new(members) + ks, Ore::ZERO) <= scheme.state_cap());
        }
    }
}
