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
    if estimate.low.or(estimate.likely).or(estimate.high).is_none() {
        return range;
    }
    phrase("cases-quarters").with("range", range).words(words)
}

/// As many decimals as the share has beyond whole per cents.
fn percent_places(share: Decimal) -> u32 {
    share.normalize().scale().saturating_sub(2)
}

fn estimated<T>(estimate: &Estimate<T>, write: impl Fn(&T) -> String, words: &Words) -> String {
    let part = |key, value: &T| phrase(key).with("value", write(value)).words(words);
    let mut parts = Vec::new();
    parts.extend(estimate.low.as_ref().map(|low| part("cases-low", low)));
    parts.extend(
        estimate
            .likely
            .as_ref()
            .map(|likely| part("cases-likely", likely)),
    );
    parts.extend(estimate.high.as_ref().map(|high| part("cases-high", high)));
    if parts.is_empty() {
        return words.t("cases-not-said");
    }
    parts.join(", ")
}
