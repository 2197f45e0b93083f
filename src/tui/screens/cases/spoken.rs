//! What a proposal says, put into words: who applies, how adopters pay, and the estimates.

use rust_decimal::Decimal;

use crate::domain::proposal::{Applicant, Estimate, PriceModel};
use crate::i18n::Words;
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
        Applicant::Company { .. } => phrase("cases-owned")
            .with("name", name)
            .with("owner", row.participant_name.as_str())
            .words(words),
        Applicant::Ks | Applicant::Participant(_) => name.to_owned(),
    }
}

/// R1, R2: how adopters pay.
pub fn price_model(model: &PriceModel, words: &Words) -> String {
    match model {
        PriceModel::Shared => words.t("cases-price-shared"),
        PriceModel::Price {
            fixed,
            per_inhabitant,
        } => {
            let key = match (fixed.is_zero(), per_inhabitant.is_zero()) {
                (_, true) => "cases-price-fixed",
                (true, false) => "cases-price-inhabitant",
                (false, false) => "cases-price-both",
            };
            let mut price = phrase(key);
            if key != "cases-price-inhabitant" {
                price = price.with("fixed", *fixed);
            }
            if key != "cases-price-fixed" {
                price = price.with("inhabitant", *per_inhabitant);
            }
            price.words(words)
        }
        PriceModel::Bands { upto, above } => {
            let band = |(bound, amount): &(u32, _)| {
                phrase("cases-price-upto")
                    .with("inhabitants", i64::from(*bound))
                    .with("amount", *amount)
                    .words(words)
            };
            let mut bands: Vec<String> = upto.iter().map(band).collect();
            let last = phrase("cases-price-above").with("amount", *above);
            bands.push(last.words(words));
            bands.join(", ")
        }
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
    let quarters = phrase("cases-quarters")
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
        .map(|likely| phrase("cases-likely").with("value", write(likely)));
    let spread = match (&estimate.low, &estimate.high) {
        (Some(low), Some(high)) => Some(
            phrase("cases-between")
                .with("low", write(low))
                .with("high", write(high)),
        ),
        (Some(low), None) => Some(phrase("cases-low").with("value", write(low))),
        (None, Some(high)) => Some(phrase("cases-high").with("value", write(high))),
        (None, None) => None,
    };
    let parts: Vec<String> = [likely, spread]
        .into_iter()
        .flatten()
        .map(|part| part.words(words))
        .collect();
    if parts.is_empty() {
        return words.t("cases-not-said");
    }
    parts.join(", ")
}
