//! What a proposal says, put into words: who applies, how adopters pay, and the estimates.

use rust_decimal::Decimal;

use crate::domain::proposal::{Applicant, Estimate};
use crate::i18n::Words;
pub use crate::i18n::price_model;
use crate::tui::phrase::phrase;
use crate::usecases::views::ProposalRow;

/// Who applies, by name.
pub fn applicant(row: &ProposalRow) -> &str {
    match &row.proposal.details.applicant {
        Applicant::Ks => "KS",
        Applicant::Participant(_) => &row.participant_name,
        Applicant::Company { name, .. } => name,
    }
}

/// Who applies, with the owner of a company.
pub fn applicant_in_full(row: &ProposalRow, words: &Words) -> String {
    let name = applicant(row);
    match &row.proposal.details.applicant {
        Applicant::Company { .. } => phrase("proposals-owned")
            .with("name", name)
            .with("owner", row.participant_name.as_str())
            .words(words),
        Applicant::Ks | Applicant::Participant(_) => name.to_owned(),
    }
}

/// F4: low, most likely and high, or what is given of them.
pub fn uptake(estimate: &Estimate<Decimal>, words: &Words) -> String {
    estimated(
        estimate,
        |share| words.percent(*share, percent_places(*share)),
        words,
    )
}

pub fn delay(estimate: &Estimate<u32>, words: &Words) -> String {
    let range = estimated(estimate, |quarters| words.count(i64::from(*quarters)), words);
    // The unit follows the number that is said last.
    let Some(last) = estimate.high.or(estimate.low).or(estimate.likely) else {
        return range;
    };
    let quarters = phrase("proposals-quarters")
        .with("range", range)
        .with("count", i64::from(last));
    quarters.words(words)
}

/// As many decimals as the share has beyond whole per cents.
fn percent_places(share: Decimal) -> u32 {
    share.normalize().scale().saturating_sub(2)
}

/// The most likely first, then how far it may be from that.
fn estimated<T>(estimate: &Estimate<T>, write: impl Fn(&T) -> String, words: &Words) -> String {
    let likely = estimate
        .likely
        .as_ref()
        .map(|likely| phrase("proposals-likely").with("value", write(likely)));
    let spread = match (&estimate.low, &estimate.high) {
        (Some(low), Some(high)) => Some(
            phrase("proposals-between")
                .with("low", write(low))
                .with("high", write(high)),
        ),
        (Some(low), None) => Some(phrase("proposals-low").with("value", write(low))),
        (None, Some(high)) => Some(phrase("proposals-high").with("value", write(high))),
        (None, None) => None,
    };
    let parts: Vec<String> = [likely, spread]
        .into_iter()
        .flatten()
        .map(|part| part.words(words))
        .collect();
    if parts.is_empty() {
        return words.t("proposals-not-said");
    }
    parts.join(", ")
}
