//! F3: how a solution spreads, by the diffusion model of F. M. Bass, "A New Product Growth for Model Consumer Durables",
//! Management Science 15 (1969).

use rust_decimal::prelude::ToPrimitive;

use crate::domain::proposal::Bass;

/// The curve of one solution. Time is in years from its go-live.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Diffusion {
    /// p + q, per year.
    pub(super) pace: f64,
    /// q / p.
    pub(super) pull: f64,
}

impl Diffusion {
    /// The parameters are those that [`Bass::check`] lets through. Without innovators nothing ever spreads.
    #[must_use]
    pub fn of(bass: Bass) -> Diffusion {
        let innovation = bass.innovation.to_f64().unwrap_or(0.0);
        let imitation = bass.imitation.to_f64().unwrap_or(0.0);
        if innovation <= 0.0 {
            return Diffusion { pace: 0.0, pull: 0.0 };
        }
        Diffusion {
            pace: innovation + imitation,
            pull: imitation / innovation,
        }
    }

    /// (F(t) − F(t₀)) / (1 − F(t₀)), where F(t) is the share (0–1) of those who will adopt it in the end that have done so, and
    /// 0 before go-live: the share of those who were left at t₀ that have adopted it since. Written so that it stays true where
    /// F(t₀) is next to one.
    #[must_use]
    pub fn share_since(self, start: f64, years: f64) -> f64 {
        let (from, to) = (start.max(0.0), years.max(0.0));
        let (left, since) = (self.decay(from), self.decay(to - from));
        1.0 - since * (1.0 + self.pull * left) / (1.0 + self.pull * left * since)
    }

    /// e^−(p+q)t, and 1 before go-live.
    fn decay(self, years: f64) -> f64 {
        (-self.pace * years.max(0.0)).exp()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    fn bass(p: i32, q: i32) -> Bass {
        Bass {
            innovation: Decimal::new(p.into(), 3),
            imitation: Decimal::new(q.into(), 3),
        }
    }

    /// F(t).
    fn share(curve: Diffusion, years: f64) -> f64 {
        curve.share_since(0.0, years)
    }

    #[test]
    fn f3_the_curve_of_the_funds_own_figures_at_some_points() {
        // Worked out by hand from the closed form with 20 digits.
        let curve = Diffusion::of(Bass::default());
        for (years, expected) in [
            (-1.0, 0.0),
            (0.0, 0.0),
            (1.0, 0.035_758_164_3),
            (5.0, 0.331_198_642_5),
            (10.0, 0.812_803_221_2),
        ] {
            assert!(
                (share(curve, years) - expected).abs() < 1e-9,
                "{years}: {}",
                share(curve, years)
            );
        }
    }

    #[test]
    fn f3_without_imitation_it_is_the_exponential_law_and_without_innovation_nothing() {
        let spread = share(Diffusion::of(bass(100, 0)), 3.0);
        assert!((spread - (1.0 - (-0.3f64).exp())).abs() < 1e-12);
        assert!(share(Diffusion::of(bass(0, 380)), 50.0).abs() < 1e-12);
    }

    #[test]
    fn f3_what_is_left_spreads_on_even_where_almost_nobody_is_left() {
        let curve = Diffusion::of(Bass::default());
        let share = curve.share_since(200.0, 201.0);
        assert!((share - (1.0 - (-0.41f64).exp())).abs() < 1e-9, "{share}");
    }

    proptest! {
        #[test]
        fn f3_the_curve_is_the_closed_form_of_bass(p in 1i32..1000, q in 0i32..2000, days in 0i32..15_000) {
            let (inner, outer) = (f64::from(p) / 1000.0, f64::from(q) / 1000.0);
            let t = f64::from(days) / 365.25;
            let e = (-(inner + outer) * t).exp();
            let closed = (1.0 - e) / (1.0 + outer / inner * e);
            prop_assert!((share(Diffusion::of(bass(p, q)), t) - closed).abs() < 1e-12);
        }

        #[test]
        fn f3_the_increments_sum_to_the_curve_at_the_horizon(p in 1i32..1000, q in 0i32..2000, quarters in 1u32..80) {
            let curve = Diffusion::of(bass(p, q));
            let at = |quarter: u32| share(curve, f64::from(quarter) / 4.0);
            let sum: f64 = (1..=quarters).map(|quarter| at(quarter) - at(quarter - 1)).sum();
            prop_assert!((sum - at(quarters)).abs() < 1e-12);
            prop_assert!((1..=quarters).all(|quarter| at(quarter) >= at(quarter - 1) - 1e-12));
        }

        #[test]
        fn f3_the_share_since_a_day_is_what_the_curve_says(p in 1i32..1000, q in 0i32..2000, start in -5.0..8.0f64, more in 0.0..8.0f64) {
            let curve = Diffusion::of(bass(p, q));
            let (before, after) = (share(curve, start), share(curve, start + more));
            prop_assume!(before < 0.999);
            let direct = (after - before) / (1.0 - before);
            prop_assert!((curve.share_since(start, start + more) - direct).abs() < 1e-9);
        }
    }
}
