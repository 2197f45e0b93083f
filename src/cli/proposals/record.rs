//! One proposal as machines read it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use super::super::rounds::{Missing, missing};
use crate::domain::commitment::{Disbursement, Standing};
use crate::domain::council::{Decided, Recommendation, Recommended, Ruling};
use crate::domain::money::Ore;
use crate::domain::proposal::Gates;
use crate::domain::scoring::{Aggregate, two_decimals};
use crate::present::Record;
use crate::present::commitments::DISBURSEMENTS;
use crate::present::proposals::COLUMNS;
use crate::present::solutions;
use crate::usecases::views::ProposalRow;
use crate::usecases::views::proposals::ProposalData;
use crate::usecases::views::scoring::OwnCard;
use crate::usecases::views::solutions::SolutionLine;

#[derive(Serialize)]
pub(crate) struct Report<'a> {
    #[serde(flatten)]
    record: Record<'a, ProposalRow>,
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
    /// One's own card; `null` when there is none (S4).
    own_card: Option<OwnReport<'a>>,
    /// `null` for those who don't remind others, and once the round is revealed (S4).
    not_handed_in: Option<Vec<Missing>>,
    conflicts: Vec<Conflict>,
    recommendation: Option<RecommendationReport>,
    decision: Option<DecisionReport>,
    commitment: Option<CommitmentReport>,
    plan: Vec<InstalmentReport>,
    disbursements: Vec<Record<'a, Disbursement>>,
    /// As `solutions` shows it; `null` until it has gone live.
    solution: Option<Record<'a, SolutionLine>>,
}

#[derive(Serialize)]
struct OwnReport<'a> {
    /// By criterion; `null` is not assessed.
    scores: BTreeMap<&'a str, Option<u8>>,
    score: Option<String>,
    comment: &'a str,
    /// False where the secretariat registered it.
    handed_in: bool,
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

pub(crate) fn report<'a>(data: &'a ProposalData, live: Option<&'a SolutionLine>) -> Report<'a> {
    let aggregate = data.aggregate.as_ref().ok().and_then(Option::as_ref);
    let figure = |of: fn(&Aggregate) -> Decimal| aggregate.map(|aggregate| two_decimals(of(aggregate)));
    Report {
        record: Record::of(COLUMNS, &data.row),
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
        own_card: data.own.as_ref().map(own_card),
        not_handed_in: data.not_handed_in.as_deref().map(missing),
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
        disbursements: Record::all(DISBURSEMENTS, &data.disbursements),
        solution: live.map(|line| Record::of(solutions::COLUMNS, line)),
    }
}

fn own_card(own: &OwnCard) -> OwnReport<'_> {
    OwnReport {
        scores: own.card.iter().collect(),
        score: own.score.map(two_decimals),
        comment: &own.comment,
        handed_in: own.handed_in,
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
