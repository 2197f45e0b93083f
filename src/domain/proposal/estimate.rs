//! What is uncertain about a project, as its applicant states it (F4): how many take it into use in the end, how late it
//! goes live, and how quickly it spreads (F3).

use rust_decimal::Decimal;

use crate::domain::refusal::{Refusal, refuse};

/// Low, most likely and high of an uncertain figure (F4). Only the middle given means no spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate<T> {
    pub low: Option<T>,
    pub likely: Option<T>,
    pub high: Option<T>,
}

// Derived, this would ask that T has a default, which an empty estimate doesn't need.
impl<T> Default for Estimate<T> {
    fn default() -> Self {
        Estimate {
            low: None,
            likely: None,
            high: None,
        }
    }
}

impl<T: PartialOrd + Copy> Estimate<T> {
    /// Whether what is given rises from low to high (F4: low > high is refused).
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        let given: Vec<T> = [self.low, self.likely, self.high].into_iter().flatten().collect();
        given.windows(2).all(|pair| pair[0] <= pair[1])
    }
}

impl<T: Into<Decimal> + Copy> Estimate<T> {
    /// F4: the three figures of the distribution. None given: `default`. Only the most likely given: no spread. Only an
    /// edge missing: the most likely stands in for it; only the most likely missing: half way between the edges.
    #[must_use]
    pub fn or(&self, default: Spread) -> Spread {
        let [low, likely, high] = [self.low, self.likely, self.high].map(|figure| figure.map(Into::into));
        let Some(likely) = likely.or(match (low, high) {
            (Some(low), Some(high)) => Some((low + high) / Decimal::TWO),
            (one, other) => one.or(other),
        }) else {
            return default;
        };
        Spread {
            low: low.unwrap_or(likely),
            likely,
            high: high.unwrap_or(likely),
        }
    }
}

/// Low, most likely and high, not falling (F4): the three points of a PERT distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    pub low: Decimal,
    pub likely: Decimal,
    pub high: Decimal,
}

impl Spread {
    /// A figure that isn't uncertain.
    #[must_use]
    pub fn certain(figure: Decimal) -> Spread {
        Spread {
            low: figure,
            likely: figure,
            high: figure,
        }
    }
}

/// F3: how quickly a solution spreads, by the diffusion model of Bass (1969).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bass {
    /// p, per year: adopters that follow nobody. Above 0, at most 1.
    pub innovation: Decimal,
    /// q, per year: those who follow others. 0–2.
    pub imitation: Decimal,
}

impl Default for Bass {
    /// The fund's own figures, for a proposal that doesn't say otherwise.
    fn default() -> Bass {
        Bass {
            innovation: Decimal::new(3, 2),
            imitation: Decimal::new(38, 2),
        }
    }
}

impl Bass {
    /// What is said of the two, filled up with `before` and else with the fund's own figures; `None` when nothing is.
    #[must_use]
    pub fn given(p: Option<Decimal>, q: Option<Decimal>, before: Option<Bass>) -> Option<Bass> {
        if p.is_none() && q.is_none() {
            return before;
        }
        let before = before.unwrap_or_default();
        Some(Bass {
            innovation: p.unwrap_or(before.innovation),
            imitation: q.unwrap_or(before.imitation),
        })
    }

    /// # Errors
    /// `bass-outside`.
    pub fn check(self) -> Result<(), Refusal> {
        let fine = self.innovation > Decimal::ZERO
            && self.innovation <= Decimal::ONE
            && (Decimal::ZERO..=Decimal::TWO).contains(&self.imitation);
        if fine {
            return Ok(());
        }
        Err(refuse("bass-outside")
            .rule("F3")
            .with("p", self.innovation)
            .with("q", self.imitation))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f4_what_an_applicant_leaves_out_is_filled_as_the_rule_says() {
        let whole = |numbers: [Option<u32>; 3]| Estimate {
            low: numbers[0],
            likely: numbers[1],
            high: numbers[2],
        };
        let spread = |low: i64, likely: i64, high: i64| Spread {
            low: Decimal::new(low, 1),
            likely: Decimal::new(likely, 1),
            high: Decimal::new(high, 1),
        };
        let default = spread(4, 6, 8);
        for (given, expected) in [
            ([None, None, None], default),
            ([None, Some(2), None], spread(20, 20, 20)),
            ([Some(1), Some(2), None], spread(10, 20, 20)),
            ([None, Some(2), Some(3)], spread(20, 20, 30)),
            ([Some(1), None, Some(4)], spread(10, 25, 40)),
            ([None, None, Some(4)], spread(40, 40, 40)),
            ([Some(1), Some(2), Some(3)], spread(10, 20, 30)),
        ] {
            assert_eq!(whole(given).or(default), expected, "{given:?}");
        }
    }

    #[test]
    fn f3_a_diffusion_without_innovators_never_starts_and_is_refused() {
        let bass = |p: i64, q: i64| Bass {
            innovation: Decimal::new(p, 2),
            imitation: Decimal::new(q, 2),
        };
        assert_eq!(Bass::default().check(), Ok(()));
        assert_eq!(bass(100, 0).check(), Ok(()));
        for bad in [bass(0, 38), bass(101, 38), bass(3, -1), bass(3, 201)] {
            assert_eq!(bad.check().map_err(|refusal| refusal.code), Err("bass-outside"));
        }
    }
}
