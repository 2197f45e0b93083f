//! What the applicant says of a proposal: who applies, for what, and the estimates (F4).

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::details;
use crate::domain::proposal::{Applicant, Bass, Estimate};
use crate::i18n::{Words, phrase, price_model};
use crate::present::document::{Block, Fact, Section, Styled, Tone};
use crate::usecases::views::ProposalRow;
use crate::usecases::views::proposals::ProposalData;

/// What the applicant says.
pub(super) fn facts(data: &ProposalData, words: &Words) -> Section {
    let details = details(&data.row);
    let eligible = match (data.eligible, &details.applicant) {
        (true, Applicant::Ks) => Styled::new(format!("✓ {}", words.t("proposals-eligible-ks")), Tone::Good),
        (true, _) => Styled::new(format!("✓ {}", words.t("proposals-eligible")), Tone::Good),
        (false, _) => Styled::new(format!("✗ {}", words.t("proposals-not-eligible")), Tone::Warn),
    };
    let written = |day: Option<Date>| day.map(|day| words.date(day));
    let facts = vec![
        Fact::of("word-applicant", applicant_in_full(&data.row, words), words),
        Fact::new("", eligible),
        Fact::of("proposals-benefit", words.t(details.benefit.key()), words),
        Fact::of("proposals-cost", words.kr(details.cost), words),
        Fact::of("proposals-applied", words.kr(details.applied), words).tone(Tone::Strong),
        Fact::of(
            "proposals-submitted",
            written(data.row.proposal.submitted_on).unwrap_or_default(),
            words,
        ),
        Fact::of(
            "word-expected-live",
            written(details.go_live).unwrap_or_else(|| words.t("proposals-not-said")),
            words,
        ),
        Fact::of("word-uptake", uptake(&details.uptake, words), words),
        Fact::of("word-delay", delay(&details.delay, words), words),
        Fact::of("proposals-price", price_model(&details.price_model, words), words),
        Fact::of(
            "proposals-bass",
            details.bass.map_or_else(String::new, |rates| bass(rates, words)),
            words,
        ),
    ];
    Section::new("", vec![Block::facts(facts)])
}

/// Who applies, with the number of a participant and the owner of a company.
fn applicant_in_full(row: &ProposalRow, words: &Words) -> String {
    let name = row.applicant_name();
    match &details(row).applicant {
        Applicant::Company { .. } => phrase("proposals-owned")
            .with("name", name)
            .with("owner", row.participant_name.as_str())
            .words(words),
        Applicant::Participant(number) => format!("{name} ({number})"),
        Applicant::Ks => name.to_owned(),
    }
}

/// F3: p and q, as they are said.
fn bass(bass: Bass, words: &Words) -> String {
    let [p, q] = [bass.innovation, bass.imitation].map(|rate| words.decimal(rate, rate.normalize().scale()));
    format!("p = {p}, q = {q}")
}

/// F4, as per cent with as many decimals as the shares have.
fn uptake(estimate: &Estimate<Decimal>, words: &Words) -> String {
    let places = |share: Decimal| share.normalize().scale().saturating_sub(2);
    estimated(estimate, |share| words.percent(*share, places(*share)), words)
}

/// F4, in quarters.
fn delay(estimate: &Estimate<u32>, words: &Words) -> String {
    let range = estimated(estimate, |quarters| words.count(i64::from(*quarters)), words);
    // The unit follows the number that is said last.
    let Some(last) = estimate.high.or(estimate.low).or(estimate.likely) else {
        return range;
    };
    let quarters = phrase("proposals-quarters").with("range", range);
    quarters.with("count", i64::from(last)).words(words)
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
        words.t("proposals-not-said")
    } else {
        parts.join(", ")
    }
}

pub(super) fn summary(data: &ProposalData, words: &Words) -> Section {
    let text = match details(&data.row).summary.as_str() {
        "" => Block::text(words.t("proposals-no-summary"), Tone::Dim),
        summary => Block::text(summary, Tone::Plain),
    };
    Section::new(words.t("word-summary"), vec![text])
}
