//! Money in whole øre. Rates, shares and weights are decimals; they become øre only through the
//! one rounding rule of the fund (half away from zero), and parts are cut by largest remainder.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use super::refusal::{Refusal, Value, refuse};

/// An amount in whole øre (1 kr = 100 øre). Amounts that come from outside are at most
/// [`Ore::LARGEST_INPUT`], so that no sum the fund can hold overflows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ore(i64);

impl Ore {
    pub const ZERO: Ore = Ore(0);
    /// 100 000 million kroner: far above the fund, far below what an `i64` holds.
    pub const LARGEST_INPUT: Ore = Ore(10_000_000_000_000);
    /// 10 000 000 million kroner: what all that is imported of one kind comes to at most. A sum of such sums is still far
    /// below what an `i64` holds.
    const LARGEST_TOTAL: Ore = Ore(1_000_000_000_000_000);

    #[must_use]
    pub const fn new(ore: i64) -> Self {
        Ore(ore)
    }

    /// Whole kroner.
    #[must_use]
    pub const fn kroner(kroner: i64) -> Self {
        Ore(kroner * 100)
    }

    #[must_use]
    pub const fn ore(self) -> i64 {
        self.0
    }

    /// Rounds kroner half away from zero to whole øre; `None` beyond what an `i64` holds.
    #[must_use]
    pub fn from_kroner(kroner: Decimal) -> Option<Self> {
        let ore = kroner.checked_mul(Decimal::ONE_HUNDRED)?;
        ore.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
            .to_i64()
            .map(Ore)
    }

    /// The sum with one more of what is imported.
    ///
    /// # Errors
    /// `amount-total` beyond [`Ore::LARGEST_TOTAL`].
    pub fn plus_imported(self, more: Ore) -> Result<Ore, Refusal> {
        let sum = self.0.checked_add(more.0).map(Ore);
        sum.filter(|sum| *sum <= Ore::LARGEST_TOTAL)
            .ok_or_else(|| refuse("amount-total").with("most", Ore::LARGEST_TOTAL))
    }

    #[must_use]
    pub fn to_kroner(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }
}

/// Cuts `total` in proportion to `weights`, to the øre: every part is its exact share rounded towards zero, and the
/// øre that are left go one each to the largest remainders, ties to the earlier place in the list.
/// The parts sum to `total`. With no weight above zero every part is zero.
#[must_use]
pub fn apportion(total: Ore, weights: &[u64]) -> Vec<Ore> {
    let sum: i128 = weights.iter().map(|w| i128::from(*w)).sum();
    if sum == 0 {
        return vec![Ore::ZERO; weights.len()];
    }
    let sign = if total.0 < 0 { -1 } else { 1 };
    let magnitude = i128::from(total.0.unsigned_abs());
    let mut parts: Vec<i128> = Vec::with_capacity(weights.len());
    let mut remainders: Vec<(i128, usize)> = Vec::with_capacity(weights.len());
    for (place, weight) in weights.iter().enumerate() {
        let exact = magnitude * i128::from(*weight);
        parts.push(exact / sum);
        remainders.push((exact % sum, place));
    }
    let left = magnitude - parts.iter().sum::<i128>();
    remainders.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, place) in remainders.iter().take(usize::try_from(left).unwrap_or(0)) {
        parts[*place] += 1;
    }
    // Each part is at most `total`, which is an i64.
    parts
        .into_iter()
        .map(|p| Ore(sign * i64::try_from(p).unwrap_or(i64::MAX)))
        .collect()
}

impl Add for Ore {
    type Output = Ore;
    fn add(self, other: Ore) -> Ore {
        Ore(self.0 + other.0)
    }
}
impl Sub for Ore {
    type Output = Ore;
    fn sub(self, other: Ore) -> Ore {
        Ore(self.0 - other.0)
    }
}
impl Neg for Ore {
    type Output = Ore;
    fn neg(self) -> Ore {
        Ore(-self.0)
    }
}
impl AddAssign for Ore {
    fn add_assign(&mut self, other: Ore) {
        self.0 += other.0;
    }
}
impl SubAssign for Ore {
    fn sub_assign(&mut self, other: Ore) {
        self.0 -= other.0;
    }
}
impl Sum for Ore {
    fn sum<I: Iterator<Item = Ore>>(iter: I) -> Ore {
        iter.fold(Ore::ZERO, Add::add)
    }
}
impl<'a> Sum<&'a Ore> for Ore {
    fn sum<I: Iterator<Item = &'a Ore>>(iter: I) -> Ore {
        iter.copied().sum()
    }
}
impl From<Ore> for Value {
    fn from(amount: Ore) -> Value {
        Value::Money(amount.0)
    }
}
/// Machine form: kroner with a full stop and two decimals. People's forms are in `i18n`.
impl fmt::Display for Ore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.to_kroner())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rounding_is_half_away_from_zero() {
        assert_eq!(Ore::from_kroner(Decimal::new(5, 3)), Some(Ore(1)));
        assert_eq!(Ore::from_kroner(Decimal::new(-5, 3)), Some(Ore(-1)));
        assert_eq!(Ore::from_kroner(Decimal::new(4, 3)), Some(Ore(0)));
    }

    proptest! {
        #[test]
        fn parts_sum_to_the_whole_and_miss_their_share_by_less_than_one_ore(
            total in -1_000_000_000_000i64..1_000_000_000_000,
            weights in proptest::collection::vec(0u64..1_000_000, 1..40),
        ) {
            prop_assume!(weights.iter().sum::<u64>() > 0);
            let parts = apportion(Ore(total), &weights);
            prop_assert_eq!(parts.iter().sum::<Ore>(), Ore(total));
            let sum = i128::from(weights.iter().sum::<u64>());
            for (part, weight) in parts.iter().zip(&weights) {
                let miss = i128::from(part.0) * sum - i128::from(total) * i128::from(*weight);
                prop_assert!(miss.abs() < sum);
            }
        }
    }
}
