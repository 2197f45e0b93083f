//! The scores that are being filled in: by criterion, with the steps that can be taken back. What they are worth is
//! the domain's to say.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::domain::refusal::Refusal;
use crate::domain::scheme::Criterion;
use crate::domain::scoring::Scorecard;

/// A score for each criterion, `None` where it isn't assessed.
#[derive(Debug, Default)]
pub(super) struct Entries {
    criteria: Vec<Criterion>,
    scores: Vec<Option<u8>>,
    submitted: Vec<Option<u8>>,
    /// The place and the score before each step.
    history: Vec<(usize, Option<u8>)>,
}

impl Entries {
    #[must_use]
    pub(super) fn new(criteria: Vec<Criterion>, submitted: Option<&Scorecard>) -> Self {
        let score = |criterion: &Criterion| submitted.and_then(|card| card.score(&criterion.key));
        let scores: Vec<Option<u8>> = criteria.iter().map(score).collect();
        Entries {
            criteria,
            submitted: scores.clone(),
            scores,
            history: Vec::new(),
        }
    }

    #[must_use]
    pub(super) fn len(&self) -> usize {
        self.criteria.len()
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = (&Criterion, Option<u8>)> {
        self.criteria.iter().zip(self.scores.iter().copied())
    }

    pub(super) fn set(&mut self, at: usize, score: Option<u8>) {
        if let Some(slot) = self.scores.get_mut(at).filter(|slot| **slot != score) {
            self.history.push((at, *slot));
            *slot = score;
        }
    }

    /// Takes the last step back and says where.
    pub(super) fn undo(&mut self) -> Option<usize> {
        let (at, score) = self.history.pop()?;
        self.scores[at] = score;
        Some(at)
    }

    #[must_use]
    pub(super) fn changed(&self) -> bool {
        self.scores != self.submitted
    }

    /// S1: how many criteria are left out.
    #[must_use]
    pub(super) fn not_assessed(&self) -> usize {
        self.scores.iter().filter(|score| score.is_none()).count()
    }

    #[must_use]
    pub(super) fn named(&self) -> Vec<(String, Option<u8>)> {
        self.rows()
            .map(|(criterion, score)| (criterion.key.clone(), score))
            .collect()
    }

    /// # Errors
    /// `scorecard-empty` while nothing is assessed.
    pub(super) fn card(&self) -> Result<Scorecard, Refusal> {
        Scorecard::new(&self.criteria, &self.named())
    }

    /// S3: what the card comes to as it stands, with two decimals.
    #[must_use]
    pub(super) fn score_shown(&self) -> Option<Decimal> {
        let score = self.card().ok()?.member_score(&self.criteria)?;
        let mut shown = score.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        shown.rescale(2);
        Some(shown)
    }
}
