//! F4: what is uncertain about a project, drawn path by path. Every project has its own stream of chance, made of the seed
//! and its reference, so that its samples hang neither on the other projects nor on who computes them.

use rand_distr::{Distribution, Pert};
use rand_pcg::Pcg64;

use super::adoption::{Adoption, DAYS_A_QUARTER, Start, float, ore};
use super::horizon::{DAYS_A_YEAR, Horizon, years_between};
use crate::domain::money::Ore;
use crate::domain::proposal::{Ref, Spread};

/// A PERT distribution (λ = 4) over low, most likely and high; `None` when there is nothing to draw.
pub(super) fn pert(spread: Spread) -> Option<Pert<f64>> {
    let [low, likely, high] = [spread.low, spread.likely, spread.high].map(float);
    Pert::new(low, high).with_shape(4.0).with_mode(likely).ok()
}

/// A project's own stream.
pub(super) fn stream(seed: u64, reference: Ref) -> Pcg64 {
    let name = u64::from(reference.year()) << 32 | u64::from(reference.number());
    // Streams that start at the same state are alike at first, so that the name goes into the state as well.
    let state = u128::from(mixed(seed)) << 64 | u128::from(mixed(seed ^ mixed(name)));
    Pcg64::new(state, u128::from(name))
}

/// SplitMix64 (Steele, Lea and Flood, 2014): spreads neighbouring numbers over the whole range.
fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// How far a project's expected cumulative is from its expected path, on every sampled path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Deviations {
    /// Kroner to one step: one, and more only for a project too large to be counted in kroner.
    pub step: i64,
    /// In steps; quarter by quarter, and within it path by path.
    pub cells: Vec<i32>,
}

impl Deviations {
    /// `None` when nothing about the project is uncertain.
    pub(super) fn of(
        adoption: &Adoption,
        expected: &[Ore],
        horizon: &Horizon,
        paths: usize,
        mut chance: Pcg64,
    ) -> Option<Deviations> {
        let day = adoption.start.day()?;
        let uptake = pert(adoption.uptake);
        let delay = pert(adoption.delay).filter(|_| matches!(adoption.start, Start::Planned(_)));
        if uptake.is_none() && delay.is_none() {
            return None;
        }
        let earliest = years_between(day, horizon.today);
        let likely = float(adoption.delay.likely);
        let mut left = Vec::with_capacity(paths);
        let mut later = Vec::with_capacity(paths);
        for _ in 0..paths {
            let share = uptake.map_or_else(|| float(adoption.uptake.likely), |pert| pert.sample(&mut chance));
            left.push((share * adoption.prices - adoption.charged).max(0.0));
            let quarters = delay.map_or(0.0, |pert| pert.sample(&mut chance) - likely);
            // It can't have gone live before today.
            later.push((quarters * DAYS_A_QUARTER / DAYS_A_YEAR).max(earliest));
        }
        let step = step(adoption.cost);
        let mut cells = Vec::with_capacity(paths * horizon.len());
        let spread = Spreading { adoption, left, step };
        if delay.is_some() {
            spread.late(&later, expected, horizon.lagged_years(day), &mut cells);
        } else {
            spread.on_time(&adoption.shares(horizon), expected, &mut cells);
        }
        Some(Deviations { step, cells })
    }

    /// Adds these deviations to a sum over projects, in kroner.
    pub(super) fn add_to(&self, sum: &mut [i64]) {
        self.pair_with(sum, |sum, cell| sum + cell);
    }

    pub(super) fn take_from(&self, sum: &mut [i64]) {
        self.pair_with(sum, |sum, cell| sum - cell);
    }

    fn pair_with(&self, sum: &mut [i64], change: impl Fn(i64, i64) -> i64) {
        // Nearly every project has steps of one krone, and is added up several at a time when nothing is multiplied.
        if self.step == 1 {
            for (sum, cell) in sum.iter_mut().zip(&self.cells) {
                *sum = change(*sum, i64::from(*cell));
            }
        } else {
            for (sum, cell) in sum.iter_mut().zip(&self.cells) {
                *sum = change(*sum, i64::from(*cell) * self.step);
            }
        }
    }
}

/// The least deviation that any sample of a project can have in each quarter: nothing more comes in. Worked out and rounded as
/// a sample is, so that none is below it.
pub(super) fn least_of(adoption: &Adoption, horizon: &Horizon) -> Vec<Ore> {
    let step = step(adoption.cost);
    let expected = adoption.path(float(adoption.uptake.likely), horizon);
    let spread = Spreading {
        adoption,
        left: Vec::new(),
        step,
    };
    let least = expected.iter().map(|expected| spread.cell(*expected)(0.0, 0.0));
    least.map(|cell| Ore::kroner(i64::from(cell) * step)).collect()
}

/// One project's sampled uptakes, on their way to cells.
struct Spreading<'a> {
    adoption: &'a Adoption,
    /// Per path: what is left to come in when everyone has adopted it.
    left: Vec<f64>,
    step: i64,
}

impl Spreading<'_> {
    /// When the day is certain, all paths follow the same curve.
    fn on_time(&self, shares: &[f64], expected: &[Ore], cells: &mut Vec<i32>) {
        for (share, expected) in shares.iter().zip(expected) {
            let cell = self.cell(*expected);
            cells.extend(self.left.iter().map(|left| cell(*left, *share)));
        }
    }

    /// When the day is uncertain, F(t − delay) = (1 − e) / (1 + (q/p) e) with e = e^−(p+q)t × e^(p+q)delay, so that there is
    /// one power for each path and one for each quarter.
    fn late(&self, later: &[f64], expected: &[Ore], years: impl Iterator<Item = f64>, cells: &mut Vec<i32>) {
        let (pace, pull) = (self.adoption.diffusion.pace, self.adoption.diffusion.pull);
        let growth: Vec<f64> = later.iter().map(|years| (pace * years).exp()).collect();
        for (years, expected) in years.zip(expected) {
            let decay = (-pace * years).exp();
            let cell = self.cell(*expected);
            cells.extend(self.left.iter().zip(&growth).map(|(left, growth)| {
                // Before go-live the product is above one, and nobody has adopted it.
                let e = (decay * growth).min(1.0);
                cell(*left, (1.0 - e) / (1.0 + pull * e))
            }));
        }
    }

    /// The deviation from what is expected, in whole steps.
    fn cell(&self, expected: Ore) -> impl Fn(f64, f64) -> i32 {
        let (cost, charged, expected) = (self.adoption.cost, self.adoption.charged, ore(expected));
        #[expect(clippy::cast_precision_loss, reason = "a step is far below 2^53 øre")]
        let per_ore = 1.0 / (self.step * ORE_A_KRONE) as f64;
        move |left, share| nearest((cost.min(charged + left * share) - expected) * per_ore)
    }
}

/// The nearest whole number to one that fits in an `i32`. Added to 1.5 × 2⁵², a number has no room for decimals, and its last
/// bits are the whole number; unlike a cast, this is done for several numbers at a time.
fn nearest(number: f64) -> i32 {
    const ROOMLESS: f64 = 6_755_399_441_055_744.0;
    #[expect(clippy::cast_possible_truncation, reason = "the last bits are what is wanted")]
    let last_bits = (number + ROOMLESS).to_bits() as i32;
    last_bits
}

const ORE_A_KRONE: i64 = 100;

/// Kroner to a step, so that no deviation, which is at most the cost, has more steps than a cell can hold.
fn step(cost: f64) -> i64 {
    let mut step = 1;
    #[expect(clippy::cast_precision_loss, reason = "a step is far below 2^53 øre")]
    while cost / ((step * ORE_A_KRONE) as f64) > f64::from(i32::MAX - 1) {
        step *= 10;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::super::samples::{TODAY, project};
    use super::super::{Project, WhatIf};
    use super::*;
    use jiff::ToSpan;
    use rust_decimal::Decimal;

    fn spread(low: i64, likely: i64, high: i64) -> Spread {
        Spread {
            low: Decimal::new(low, 2),
            likely: Decimal::new(likely, 2),
            high: Decimal::new(high, 2),
        }
    }

    #[test]
    fn f4_the_samples_have_the_mean_and_the_variance_of_pert() {
        const SAMPLES: u32 = 200_000;
        for (number, spread) in [
            (1, spread(40, 60, 80)),
            (2, spread(0, 0, 200)),
            (3, spread(10, 35, 40)),
        ] {
            let [low, likely, high] = [spread.low, spread.likely, spread.high].map(float);
            let (distribution, mut chance) = (pert(spread).unwrap(), stream(1, Ref::new(2018, number)));
            let samples: Vec<f64> = (0..SAMPLES).map(|_| distribution.sample(&mut chance)).collect();
            assert!(samples.iter().all(|sample| (low..=high).contains(sample)));
            let mean = samples.iter().sum::<f64>() / f64::from(SAMPLES);
            let variance =
                samples.iter().map(|sample| (sample - mean).powi(2)).sum::<f64>() / f64::from(SAMPLES);
            let true_mean = (low + 4.0 * likely + high) / 6.0;
            let true_variance = (true_mean - low) * (high - true_mean) / 7.0;
            // Five standard errors of the mean; the variance to within two per cent.
            let bound = 5.0 * (true_variance / f64::from(SAMPLES)).sqrt();
            assert!((mean - true_mean).abs() < bound, "{mean} is not {true_mean}");
            assert!(
                (variance / true_variance - 1.0).abs() < 0.02,
                "{variance} is not {true_variance}"
            );
        }
    }

    #[test]
    fn f4_a_certain_figure_has_nothing_to_draw() {
        assert!(pert(Spread::certain(Decimal::new(6, 1))).is_none());
    }

    #[test]
    fn f4_neighbouring_seeds_and_projects_draw_unlike() {
        let distribution = pert(spread(0, 50, 100)).unwrap();
        let draw = |seed, number| {
            let mut chance = stream(seed, Ref::new(2018, number));
            (0..1000)
                .map(|_| distribution.sample(&mut chance))
                .collect::<Vec<f64>>()
        };
        assert_eq!(draw(1, 7), draw(1, 7));
        let covariance =
            |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| (a - 0.5) * (b - 0.5)).sum::<f64>() / 1000.0;
        let own = covariance(&draw(1, 7), &draw(1, 7));
        for (seed, number) in [(2, 7), (1, 8), (1, 6)] {
            // Five standard errors of a correlation of nothing.
            let correlation = covariance(&draw(1, 7), &draw(seed, number)) / own;
            assert!(correlation.abs() < 0.16, "{seed} {number}: {correlation}");
        }
    }

    fn deviations(project: &Project) -> Option<Deviations> {
        let horizon = Horizon::new(TODAY, 40);
        let adoption = Adoption::of(project, &WhatIf::default(), TODAY);
        let expected = adoption.path(float(adoption.uptake.likely), &horizon);
        Deviations::of(&adoption, &expected, &horizon, 50, stream(1, project.reference))
    }

    #[test]
    fn f4_no_sample_goes_live_before_today_and_a_recorded_go_live_has_no_delay() {
        let early = Project {
            go_live: Some(TODAY),
            uptake: Spread::certain(Decimal::new(6, 1)),
            delay: spread(-400, 0, 0),
            ..project(1)
        };
        assert!(deviations(&early).unwrap().cells.iter().all(|cell| *cell == 0));
        let later = Project {
            go_live: Some(TODAY.saturating_add(24.months())),
            ..early.clone()
        };
        assert!(deviations(&later).unwrap().cells.iter().any(|cell| *cell > 0));
        let recorded = Project {
            live_on: Some(TODAY),
            ..early
        };
        assert_eq!(deviations(&recorded), None);
    }

    #[test]
    fn f4_a_sampled_path_is_the_expected_formula_at_its_own_uptake_and_day() {
        let horizon = Horizon::new(TODAY, 40);
        let adoption = Adoption::of(&project(1), &WhatIf::default(), TODAY);
        let day = adoption.start.day().unwrap();
        let expected = vec![Ore::ZERO; 40];
        let (uptakes, later) = ([0.45, 0.6, 0.78], [0.0, -0.5, 1.25]);
        let spreading = Spreading {
            adoption: &adoption,
            left: uptakes.map(|uptake| uptake * adoption.prices).to_vec(),
            step: 1,
        };
        let mut cells = Vec::new();
        spreading.late(&later, &expected, horizon.lagged_years(day), &mut cells);
        for (years, cells) in horizon.lagged_years(day).zip(cells.chunks(3)) {
            for (path, cell) in cells.iter().enumerate() {
                let share = adoption.diffusion.share_since(0.0, years - later[path]);
                let kroner = adoption.cumulative(uptakes[path], share) / 100.0;
                assert!((f64::from(*cell) - kroner).abs() < 0.5 + 1e-6, "{years} {path}");
            }
        }
        assert!(
            cells[117..].iter().all(|cell| *cell > 4_000_000),
            "{:?}",
            &cells[117..]
        );
    }

    #[test]
    fn a_project_of_any_size_has_steps_that_fit() {
        assert_eq!(step(1e10), 1);
        assert_eq!(step(ore(Ore::LARGEST_INPUT)), 100);
        let largest = f64::from(i32::MAX);
        for (number, whole) in [
            (0.4, 0),
            (-0.4, 0),
            (2.6, 3),
            (-2.6, -3),
            (largest, i32::MAX),
            (-largest, -i32::MAX),
        ] {
            assert_eq!(nearest(number), whole);
        }
    }
}
