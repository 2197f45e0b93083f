//! The bands of a forecast: quantiles of the sampled closings, the probability of going below the reserve, and how much
//! either would change with another seed.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::domain::money::Ore;

/// F4: where the closing of a quarter is likely to be. Nearest rank, over the sampled paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    #[serde(rename = "p10_ore")]
    pub p10: Ore,
    #[serde(rename = "p50_ore")]
    pub p50: Ore,
    #[serde(rename = "p90_ore")]
    pub p90: Ore,
    /// The share (0–1, four decimals) of the paths that close below the reserve.
    pub p_below_reserve: Decimal,
}

/// How far a figure may be from what endlessly many paths would give, with 95 % confidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SamplingError {
    /// Of P10 and P90: half the distance between the two sampled closings that bound the interval; the largest of all
    /// quarters.
    pub band: Ore,
    /// Of a probability, as a share (0.0220 is 2.2 percentage points); the largest that it can be, which is at one half.
    pub probability: Decimal,
}

/// The standard normal's two-sided 95 %.
const Z: f64 = 1.959_964;

/// The band of one quarter. `deviations` are in kroner, and are put out of order.
pub(super) fn band(closing: Ore, deviations: &mut [i64], reserve: Ore) -> Band {
    let paths = deviations.len();
    let lack = (reserve - closing).ore();
    let below = deviations
        .iter()
        .filter(|deviation| **deviation * 100 < lack)
        .count();
    let [low, middle, high] = [1, 5, 9].map(|tenths| rank(paths, tenths));
    // The median parts them; each edge is then sought on its own side only.
    let (below_median, median, above_median) = deviations.select_nth_unstable(middle);
    let median = *median;
    let edge = |side: &mut [i64], place: usize| {
        if place < side.len() {
            *side.select_nth_unstable(place).1
        } else {
            median
        }
    };
    let p10 = if low < middle {
        edge(below_median, low)
    } else {
        median
    };
    let p90 = if high > middle {
        edge(above_median, high - middle - 1)
    } else {
        median
    };
    Band {
        p10: closing + Ore::kroner(p10),
        p50: closing + Ore::kroner(median),
        p90: closing + Ore::kroner(p90),
        p_below_reserve: share(below, paths),
    }
}

/// The band of a quarter in which nothing is uncertain.
pub(super) fn certain(closing: Ore, reserve: Ore) -> Band {
    Band {
        p10: closing,
        p50: closing,
        p90: closing,
        p_below_reserve: share(usize::from(closing < reserve), 1),
    }
}

/// Nearest rank, counted from 0: the smallest that at least so many tenths of all are at or below.
fn rank(paths: usize, tenths: usize) -> usize {
    (paths * tenths).div_ceil(10).saturating_sub(1)
}

/// Four decimals, half away from zero.
pub(super) fn share(part: usize, whole: usize) -> Decimal {
    let ten_thousandths = (part * 20_000 + whole) / (2 * whole);
    Decimal::new(i64::try_from(ten_thousandths).unwrap_or(i64::MAX), 4)
}

/// The normal approximation of the binomial ranks that bound P10 and P90; `deviations` (kroner) are sorted.
pub(super) fn band_error(deviations: &mut [i64]) -> Ore {
    deviations.sort_unstable();
    let paths = deviations.len();
    let half = [0.1, 0.9].map(|share| {
        let (from, to) = bounds(paths, share);
        Ore::new((deviations[to] - deviations[from]) * 100 / 2)
    });
    half[0].max(half[1])
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "ranks of paths: small, and not below zero where they are cast"
)]
fn bounds(paths: usize, share: f64) -> (usize, usize) {
    let (middle, reach) = (
        paths as f64 * share,
        Z * (paths as f64 * share * (1.0 - share)).sqrt(),
    );
    let last = paths - 1;
    let from = (middle - reach).floor().max(1.0) as usize - 1;
    let to = (middle + reach).ceil() as usize;
    (from.min(last), to.saturating_sub(1).min(last))
}

/// F4: the 95 % error of a probability (0–1) of one half, the largest that there is, over so many paths; rounded up at
/// four decimals.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a share of at most one"
)]
#[must_use]
pub fn probability_error(paths: usize) -> Decimal {
    let exact = Z * 0.5 / (paths as f64).sqrt();
    Decimal::new((exact.min(1.0) * 10_000.0).ceil() as i64, 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn f4_quantiles_are_by_nearest_rank() {
        let mut deviations: Vec<i64> = (1..=10).rev().collect();
        let found = band(Ore::kroner(100), &mut deviations, Ore::kroner(103));
        assert_eq!(
            (found.p10, found.p50, found.p90),
            (Ore::kroner(101), Ore::kroner(105), Ore::kroner(109))
        );
        assert_eq!(found.p_below_reserve, Decimal::new(2, 1));
        let single = band(Ore::kroner(100), &mut [7], Ore::ZERO);
        assert_eq!(
            (single.p10, single.p50, single.p90),
            (Ore::kroner(107), Ore::kroner(107), Ore::kroner(107))
        );
    }

    #[test]
    fn f4_with_two_thousand_paths_a_probability_is_right_within_two_and_a_fifth_points() {
        assert_eq!(probability_error(2000), Decimal::new(220, 4));
        assert_eq!(probability_error(1), Decimal::new(9800, 4));
        // Binomial(2000, 0.1): 95 % lies within 173 and 227.
        assert_eq!(bounds(2000, 0.1), (172, 226));
        let mut even: Vec<i64> = (0..2000).rev().collect();
        assert_eq!(band_error(&mut even), Ore::kroner(27));
        assert_eq!(band_error(&mut [5]), Ore::ZERO);
    }

    proptest! {
        #[test]
        fn f4_the_bands_are_those_of_the_sorted_paths(
            mut deviations in proptest::collection::vec(-50i64..50, 1..60), closing in -2000i64..2000, reserve in -4000i64..4000,
        ) {
            let found = band(Ore::new(closing), &mut deviations.clone(), Ore::new(reserve));
            deviations.sort_unstable();
            let at = |tenths: usize| Ore::new(closing + 100 * deviations[(deviations.len() * tenths).div_ceil(10) - 1]);
            prop_assert_eq!((found.p10, found.p50, found.p90), (at(1), at(5), at(9)));
            let below = deviations.iter().filter(|deviation| closing + 100 * **deviation < reserve).count();
            let exact = Decimal::from(below) / Decimal::from(deviations.len());
            prop_assert!((found.p_below_reserve - exact).abs() <= Decimal::new(5, 5));
        }
    }
}
