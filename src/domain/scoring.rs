//! Scorecards and what they add up to (S1, S3). Exact decimals throughout; two decimals are for the eye,
//! nine for comparing.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::{Decimal, MathematicalOps, RoundingStrategy};

use super::refusal::{Refusal, refuse};
use super::scheme::Criterion;

/// The lowest and the highest score (S1).
pub const SCALE: std::ops::RangeInclusive<u8> = 1..=5;

/// One member's scores of one proposal, by the key of the criterion. `None` is "not assessed".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scorecard(BTreeMap<String, Option<u8>>);

impl Scorecard {
    /// Puts scores to the scheme's criteria. A criterion that isn't named is not assessed.
    ///
    /// # Errors
    /// `criterion-unknown`, `criterion-twice`, `score-outside`, and `scorecard-empty` when nothing at all is assessed (S1).
    pub fn new(criteria: &[Criterion], scores: &[(String, Option<u8>)]) -> Result<Scorecard, Refusal> {
        let mut card: BTreeMap<String, Option<u8>> = criteria.iter().map(|c| (c.key.clone(), None)).collect();
        let mut named = BTreeSet::new();
        for (key, score) in scores {
            let slot = card.get_mut(key).ok_or_else(|| unknown(criteria, key))?;
            if !named.insert(key) {
                return Err(refuse("criterion-twice").rule("S1").with("value", key.as_str()));
            }
            if let Some(score) = score.filter(|score| !SCALE.contains(score)) {
                return Err(refuse("score-outside").rule("S1").with("value", i64::from(score)));
            }
            *slot = *score;
        }
        if card.values().all(Option::is_none) {
            return Err(refuse("scorecard-empty").rule("S1"));
        }
        Ok(Scorecard(card))
    }

    /// A card as it was stored, when it was checked.
    #[must_use]
    pub fn stored(scores: Vec<(String, Option<u8>)>) -> Scorecard {
        Scorecard(scores.into_iter().collect())
    }

    /// All scores by criterion; `None` is "not assessed".
    #[must_use]
    pub fn scores(&self) -> &BTreeMap<String, Option<u8>> {
        &self.0
    }

    /// The score on a criterion; `None` is "not assessed".
    #[must_use]
    pub fn score(&self, key: &str) -> Option<u8> {
        self.0.get(key).copied().flatten()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, Option<u8>)> {
        self.0.iter().map(|(key, score)| (key.as_str(), *score))
    }

    /// S1, S3: the weighted mean over what is assessed; the other weights are scaled up.
    #[must_use]
    pub fn member_score(&self, criteria: &[Criterion]) -> Option<Decimal> {
        let assessed = criteria
            .iter()
            .filter_map(|c| self.score(&c.key).map(|score| (c.weight, score)));
        weighted_mean(assessed)
    }
}

/// # Errors
/// `criterion-unknown` when the scheme has no such criterion.
pub fn check_criterion(criteria: &[Criterion], key: &str) -> Result<(), Refusal> {
    let known = criteria.iter().any(|criterion| criterion.key == key);
    known.then_some(()).ok_or_else(|| unknown(criteria, key))
}

fn unknown(criteria: &[Criterion], key: &str) -> Refusal {
    let known: Vec<&str> = criteria.iter().map(|c| c.key.as_str()).collect();
    refuse("criterion-unknown")
        .with("value", key)
        .with("known", known.join(", "))
}

/// The mean of scores by weight; `None` with nothing to weigh.
fn weighted_mean(weighted: impl Iterator<Item = (Decimal, u8)>) -> Option<Decimal> {
    let (sum, weights) = weighted.fold(
        (Decimal::ZERO, Decimal::ZERO),
        |(sum, weights), (weight, score)| (sum + weight * Decimal::from(score), weights + weight),
    );
    (!weights.is_zero()).then(|| sum / weights)
}

/// Whether a score on a criterion is far from the others: two or more from their median.
#[must_use]
pub fn is_far(score: u8, median: Decimal) -> bool {
    (Decimal::from(score) - median).abs() >= Decimal::TWO
}

/// What the submitted member scores of one proposal add up to (S3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aggregate {
    pub mean: Decimal,
    pub median: Decimal,
    /// Population standard deviation.
    pub deviation: Decimal,
    /// Highest less lowest.
    pub range: Decimal,
    /// How many scorecards, at least 1.
    pub scorecards: usize,
}

/// The number of decimals at which scores are compared (S3).
const COMPARED_AT: u32 = 9;

impl Aggregate {
    /// S3 over submitted member scores; `None` when there are none.
    #[must_use]
    pub fn of(member_scores: &[Decimal]) -> Option<Aggregate> {
        let mut sorted = member_scores.to_vec();
        sorted.sort_unstable();
        let (lowest, highest) = (*sorted.first()?, *sorted.last()?);
        let count = Decimal::from(sorted.len());
        let mean = sorted.iter().sum::<Decimal>() / count;
        let middle = sorted.len() / 2;
        let median = if sorted.len() % 2 == 1 {
            sorted[middle]
        } else {
            (sorted[middle - 1] + sorted[middle]) / Decimal::TWO
        };
        let variance = sorted
            .iter()
            .map(|score| (score - mean) * (score - mean))
            .sum::<Decimal>()
            / count;
        Some(Aggregate {
            mean,
            median,
            // A sum of squares is never negative, so the root exists.
            deviation: variance.sqrt().unwrap_or_default(),
            range: highest - lowest,
            scorecards: sorted.len(),
        })
    }
}

/// Rounds to the nine decimals at which scores are compared (S3), half away from zero.
#[must_use]
pub fn comparable(score: Decimal) -> Decimal {
    score.round_dp_with_strategy(COMPARED_AT, RoundingStrategy::MidpointAwayFromZero)
}

/// Reads the least score of the threshold rule (S8): at most two decimals, after a comma or a full stop.
///
/// # Errors
/// `threshold-invalid` when it isn't a number from 0 to the highest score.
pub fn parse_threshold(text: &str) -> Result<Decimal, Refusal> {
    let number: Option<Decimal> = text.trim().replace(',', ".").parse().ok();
    number
        .filter(|number| number.scale() <= 2 && *number <= Decimal::from(*SCALE.end()))
        .filter(|number| !number.is_sign_negative())
        .ok_or_else(|| refuse("threshold-invalid").rule("S8").with("value", text.trim()))
}

/// A score for machine output: two decimals.
#[must_use]
pub fn two_decimals(score: Decimal) -> String {
    let rounded = score.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    format!("{rounded:.2}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::scheme::Scheme;
    use proptest::prelude::*;

    fn criteria() -> Vec<Criterion> {
        Scheme::parse(Scheme::embedded("blank").unwrap())
            .unwrap()
            .criteria
    }

    fn card(scores: &[(&str, Option<u8>)]) -> Result<Scorecard, Refusal> {
        let scores: Vec<_> = scores
            .iter()
            .map(|(key, score)| ((*key).to_owned(), *score))
            .collect();
        Scorecard::new(&criteria(), &scores)
    }

    #[test]
    fn s1_what_is_not_assessed_is_left_out_and_the_other_weights_scaled_up() {
        let full = card(&[
            ("benefit", Some(5)),
            ("uptake", Some(4)),
            ("feasibility", Some(3)),
            ("gain", Some(2)),
            ("fit", Some(1)),
        ]);
        assert_eq!(
            full.unwrap().member_score(&criteria()),
            Some(Decimal::new(335, 2))
        );
        let partial = card(&[("benefit", Some(5)), ("uptake", Some(2)), ("gain", None)]).unwrap();
        assert_eq!(partial.member_score(&criteria()), Some(Decimal::new(38, 1)));
    }

    #[test]
    fn s1_an_empty_scorecard_an_unknown_criterion_and_a_score_off_the_scale_are_refused() {
        assert_eq!(card(&[("benefit", None)]).unwrap_err().code, "scorecard-empty");
        assert_eq!(card(&[]).unwrap_err().code, "scorecard-empty");
        assert_eq!(
            card(&[("beauty", Some(3))]).unwrap_err().code,
            "criterion-unknown"
        );
        assert_eq!(card(&[("benefit", Some(0))]).unwrap_err().code, "score-outside");
        assert_eq!(card(&[("benefit", Some(6))]).unwrap_err().code, "score-outside");
    }

    #[test]
    fn s3_mean_median_deviation_and_range() {
        let d = |n| Decimal::new(n, 1);
        let aggregate = Aggregate::of(&[d(40), d(20), d(50), d(30)]).unwrap();
        assert_eq!(
            (aggregate.mean, aggregate.median, aggregate.range),
            (d(35), d(35), d(30))
        );
        assert_eq!(two_decimals(aggregate.deviation), "1.12");
        assert_eq!(Aggregate::of(&[d(41)]).unwrap().deviation, Decimal::ZERO);
        assert_eq!(Aggregate::of(&[]), None);
    }

    #[test]
    fn s8_a_threshold_is_a_number_within_the_scale() {
        assert_eq!(parse_threshold(" 3,5 "), Ok(Decimal::new(35, 1)));
        assert_eq!(parse_threshold("4.25"), Ok(Decimal::new(425, 2)));
        for text in ["", "3,555", "5,01", "tre", "-3", "3,5,1"] {
            assert_eq!(
                parse_threshold(text).unwrap_err().code,
                "threshold-invalid",
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn s3_the_order_of_the_scorecards_never_matters(scores in proptest::collection::vec(100u32..=500, 1..12)) {
            let scores: Vec<Decimal> = scores.into_iter().map(|s| Decimal::from(s) / Decimal::ONE_HUNDRED).collect();
            let mut reversed = scores.clone();
            reversed.reverse();
            let aggregate = Aggregate::of(&scores).unwrap();
            prop_assert_eq!(&aggregate, &Aggregate::of(&reversed).unwrap());
            prop_assert!(aggregate.mean >= *scores.iter().min().unwrap());
            prop_assert!(aggregate.mean <= *scores.iter().max().unwrap());
            prop_assert!(aggregate.deviation <= aggregate.range);
        }
    }
}
