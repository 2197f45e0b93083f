//! One proposal: what it says, how far it has come, and what has been decided. Scores are shown as the blind rule
//! lets whoever asks see them.

use rust_decimal::Decimal;
use serde::Serialize;

use super::{Record, applicant};
use crate::cli::page::Page;
use crate::cli::{disbursements, solutions};
use crate::domain::commitment::Standing;
use crate::domain::council::{Decided, Recommendation, Recommended, Ruling};
use crate::domain::money::Ore;
use crate::domain::proposal::{Bass, Estimate, Gates};
use crate::domain::refusal::Value;
use crate::domain::scoring::{Aggregate, two_decimals};
use crate::i18n::{Words, price_model};
use crate::usecases::views::proposals::ProposalData;
use crate::usecases::views::solutions::SolutionLine;

#[derive(Serialize)]
pub struct Report {
    #[serde(flatten)]
    record: Record,
    eligible: bool,
    qualification: Option<Qualification>,
    round: Option<String>,
    /// How many members have submitted a card.
    scorecards: usize,
    /// Absent scores are `null`: not scored, or hidden by the blind rule (`scores_hidden` says why).
    score: Option<String>,
    median: Option<String>,
    sd: Option<String>,
    range: Option<String>,
    scores_hidden: Option<&'static str>,
    conflicts: Vec<Conflict>,
    recommendation: Option<RecommendationReport>,
    decision: Option<DecisionReport>,
    commitment: Option<CommitmentReport>,
    plan: Vec<InstalmentReport>,
    disbursements: Vec<disbursements::Record>,
    /// As `solutions` shows it; `null` until it has gone live.
    solution: Option<solutions::Record>,
}

#[derive(Serialize)]
struct Qualification {
    gates: Gates,
    reason: String,
}

#[derive(Serialize)]
struct Conflict {
    member: String,
    ground: String,
}

#[derive(Serialize)]
struct RecommendationReport {
    kind: &'static str,
    amount_ore: Option<Ore>,
    conditions: Option<String>,
    by: String,
    on: String,
}

#[derive(Serialize)]
struct DecisionReport {
    kind: &'static str,
    amount_ore: Option<Ore>,
    reason: String,
    by: String,
    on: String,
}

#[derive(Serialize)]
#[expect(
    clippy::struct_field_names,
    reason = "the contract ends amounts with their unit"
)]
struct CommitmentReport {
    committed_ore: Ore,
    released_ore: Ore,
    disbursed_ore: Ore,
    outstanding_ore: Ore,
}

#[derive(Serialize)]
struct InstalmentReport {
    due_on: String,
    amount_ore: Ore,
}

pub fn report(data: &ProposalData, live: Option<&SolutionLine>) -> Report {
    let aggregate = data.aggregate.as_ref().ok().and_then(Option::as_ref);
    let figure = |of: fn(&Aggregate) -> Decimal| aggregate.map(|aggregate| two_decimals(of(aggregate)));
    Report {
        record: Record::of(&data.row),
        eligible: data.eligible,
        qualification: data.qualification.as_ref().map(|(gates, reason)| Qualification {
            gates: *gates,
            reason: reason.clone(),
        }),
        round: data.round.as_ref().map(|round| round.name.clone()),
        scorecards: data.submitted,
        score: figure(|a| a.mean),
        median: figure(|a| a.median),
        sd: figure(|a| a.deviation),
        range: figure(|a| a.range),
        scores_hidden: hidden(data).map(|refusal| refusal.code),
        conflicts: data
            .conflicts
            .iter()
            .map(|(member, ground)| Conflict {
                member: member.clone(),
                ground: ground.clone(),
            })
            .collect(),
        recommendation: data.recommended.as_ref().map(recommendation),
        decision: data.decided.as_ref().map(decision),
        commitment: data.commitment.map(commitment),
        plan: data
            .plan
            .iter()
            .map(|part| InstalmentReport {
                due_on: part.due_on.to_string(),
                amount_ore: part.amount,
            })
            .collect(),
        disbursements: data.disbursements.iter().map(disbursements::Record::of).collect(),
        solution: live.map(solutions::Record::of),
    }
}

/// Why scores aren't shown, where there could be any.
fn hidden(data: &ProposalData) -> Option<&crate::domain::refusal::Refusal> {
    data.aggregate.as_ref().err().filter(|_| data.round.is_some())
}

fn recommendation(recommended: &Recommended) -> RecommendationReport {
    let (amount, conditions) = match &recommended.recommendation {
        Recommendation::Approve { amount, conditions } => (Some(*amount), Some(conditions.clone())),
        Recommendation::Postpone | Recommendation::Decline => (None, None),
    };
    RecommendationReport {
        kind: recommended.recommendation.word(),
        amount_ore: amount,
        conditions,
        by: recommended.by.clone(),
        on: recommended.on.to_string(),
    }
}

fn decision(decided: &Decided) -> DecisionReport {
    DecisionReport {
        kind: decided.ruling.word(),
        amount_ore: match decided.ruling {
            Ruling::Commit(amount) => Some(amount),
            Ruling::Decline => None,
        },
        reason: decided.reason.clone(),
        by: decided.by.clone(),
        on: decided.on.to_string(),
    }
}

fn commitment(standing: Standing) -> CommitmentReport {
    CommitmentReport {
        committed_ore: standing.committed,
        released_ore: standing.released,
        disbursed_ore: standing.disbursed,
        outstanding_ore: standing.outstanding(),
    }
}

pub fn draw(data: &ProposalData, live: Option<&SolutionLine>, page: &mut Page) {
    let words = page.words;
    let proposal = &data.row.proposal;
    page.title(&format!("{} {}", proposal.reference, proposal.details.title));
    page.facts(&facts(data, words));
    if !proposal.details.summary.is_empty() {
        page.title(&words.t("cli-proposal-summary"));
        page.prose(&proposal.details.summary);
    }
    draw_council(data, page);
    draw_money(data, page);
    if let Some(line) = live {
        page.title(&words.t("cli-proposal-solution"));
        page.facts(&solutions::facts(line, words));
        page.gap();
        page.figures(&solutions::figures(line, words));
    }
    if let Some(next) = proposal.stage.next_key() {
        page.title(&words.t("cli-proposal-next"));
        page.line(&words.t(next));
    }
}

fn facts(data: &ProposalData, words: &Words) -> Vec<(String, String)> {
    let proposal = &data.row.proposal;
    let details = &proposal.details;
    let fact = |key: &str, fact: String| (words.t(key), fact);
    let eligible = if data.eligible { "cli-yes" } else { "cli-no" };
    vec![
        fact("cli-col-stage", words.t(proposal.stage.key())),
        fact("cli-col-applicant", applicant(&data.row, words)),
        fact("cli-proposal-eligible", words.t(eligible)),
        fact("cli-proposal-benefit", words.t(details.benefit.key())),
        fact("cli-col-cost", words.kr(details.cost)),
        fact("cli-col-applied", words.kr(details.applied)),
        fact(
            "cli-proposal-submitted",
            proposal
                .submitted_on
                .map_or_else(String::new, |date| words.date(date)),
        ),
        fact(
            "cli-proposal-go-live",
            details.go_live.map_or_else(String::new, |date| words.date(date)),
        ),
        fact(
            "cli-proposal-uptake",
            estimate(&details.uptake, |share| words.percent(share, 0)),
        ),
        fact(
            "cli-proposal-delay",
            estimate(&details.delay, |quarters| quarters.to_string()),
        ),
        fact("cli-proposal-price", price_model(&details.price_model, words)),
        fact(
            "cli-proposal-bass",
            details.bass.map_or_else(String::new, |b| bass(b, words)),
        ),
        fact("cli-proposal-gates", gates(data, words)),
    ]
}

/// F3: p and q, as they are said.
fn bass(bass: Bass, words: &Words) -> String {
    let [p, q] = [bass.innovation, bass.imitation].map(|rate| words.decimal(rate, rate.normalize().scale()));
    format!("p = {p}, q = {q}")
}

/// Low, most likely and high, as far as they are given.
fn estimate<T: Copy>(estimate: &Estimate<T>, shown: impl Fn(T) -> String) -> String {
    let given = [estimate.low, estimate.likely, estimate.high];
    given
        .into_iter()
        .flatten()
        .map(shown)
        .collect::<Vec<_>>()
        .join(" – ")
}

fn gates(data: &ProposalData, words: &Words) -> String {
    let Some((gates, reason)) = &data.qualification else {
        return String::new();
    };
    let open = [
        gates.shared_development,
        gates.of_use_to_all,
        gates.eligible_applicant,
        gates.credible_repayment,
    ];
    let open = open
        .map(|open| words.t(if open { "cli-yes" } else { "cli-no" }))
        .join(", ");
    if reason.is_empty() {
        open
    } else {
        format!("{open}. {reason}")
    }
}

fn draw_council(data: &ProposalData, page: &mut Page) {
    let words = page.words;
    let Some(round) = &data.round else {
        return;
    };
    page.title(&words.tr("cli-proposal-round", &[("round", round.name.as_str().into())]));
    page.line(&words.tr("cli-proposal-scorecards", &[("count", data.submitted.into())]));
    match &data.aggregate {
        Err(refusal) => page.line(&words.refusal(refusal)),
        Ok(Some(aggregate)) => page.figures(&[
            (words.t("cli-col-score"), words.decimal(aggregate.mean, 2)),
            (words.t("cli-col-median"), words.decimal(aggregate.median, 2)),
            (words.t("cli-col-sd"), words.decimal(aggregate.deviation, 2)),
            (words.t("cli-col-range"), words.decimal(aggregate.range, 2)),
        ]),
        Ok(None) => {}
    }
    for (member, ground) in &data.conflicts {
        let args = [
            ("member", member.as_str().into()),
            ("ground", ground.as_str().into()),
        ];
        page.line(&words.tr("cli-proposal-conflict", &args));
    }
    if let Some(recommended) = &data.recommended {
        let mut text = said(
            words,
            "cli-proposal-recommended",
            recommended.recommendation.key(),
            recommended.on,
        );
        if let Recommendation::Approve { amount, conditions } = &recommended.recommendation {
            text = format!("{text} {}. {conditions}", words.kr(*amount));
        }
        page.line(&text);
    }
    if let Some(decided) = &data.decided {
        let mut text = said(words, "cli-proposal-decided", decided.ruling.key(), decided.on);
        if let Ruling::Commit(amount) = decided.ruling {
            text = format!("{text} {}", words.kr(amount));
        }
        page.line(&format!("{text}. {}", decided.reason));
    }
}

fn said(words: &Words, key: &str, what: &str, on: jiff::civil::Date) -> String {
    words.tr(
        key,
        &[("what", Value::Word(what.to_owned())), ("date", on.into())],
    )
}

fn draw_money(data: &ProposalData, page: &mut Page) {
    let words = page.words;
    let Some(standing) = data.commitment else {
        return;
    };
    page.title(&words.t("cli-proposal-commitment"));
    page.figures(&[
        (words.t("cli-proposal-committed"), words.kr(standing.committed)),
        (words.t("cli-proposal-released"), words.kr(standing.released)),
        (words.t("cli-proposal-disbursed"), words.kr(standing.disbursed)),
        (
            words.t("cli-proposal-outstanding"),
            words.kr(standing.outstanding()),
        ),
    ]);
    page.title(&words.t("cli-proposal-plan"));
    let plan: Vec<(String, String)> = data
        .plan
        .iter()
        .map(|part| (words.date(part.due_on), words.kr(part.amount)))
        .collect();
    page.figures(&plan);
    if !data.disbursements.is_empty() {
        page.title(&words.t("cli-proposal-disbursements"));
        let table = disbursements::table(&data.disbursements, words);
        page.table(&table);
    }
}
