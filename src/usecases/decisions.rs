//! What the council recommends and KS decides (M7), with what it rested on (M8); and what becomes of a commitment.

use serde_json::{Value as Json, json};

use super::adoptions::credit_surplus;
use super::charging::Charged;
use super::disbursements::waiting;
use super::queries::ahead::Ahead;
use super::queries::forecast_facts::capital_and_facts;
use super::queries::meetings::needs_a_vote;
use super::queries::ranking::whole_list;
use super::queries::solutions::ceiling;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::capital::committable;
use crate::domain::commitment::{Instalment, check_plan, check_within, standard_plan};
use crate::domain::council::{
    Decided, Recommendation, Recommended, Round, Ruling, check_amount, check_deviation,
};
use crate::domain::ledger::positive;
use crate::domain::log_action::LogAction;
use crate::domain::money::Ore;
use crate::domain::order::{Basis, check_order};
use crate::domain::policy::{Action, Subject};
use crate::domain::proposal::{Proposal, Ref, Step};
use crate::domain::refusal::refuse;
use crate::domain::scheme::Limit;
use crate::domain::scoring::two_decimals;
use crate::domain::text;

/// M7: the council's recommendation on a ranked proposal.
#[derive(Debug)]
pub struct Recommend {
    pub reference: Ref,
    pub recommendation: Recommendation,
}

impl UseCase for Recommend {
    fn action(&self) -> Action {
        Action::Recommend
    }

    fn name(&self) -> LogAction {
        LogAction::CouncilRecommend
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let reference = self.reference;
        if let Some(refusal) = needs_a_vote(context.write, reference, context.today)? {
            return Err(refusal.into());
        }
        let conflicted = context.write.is_conflicted(reference, &context.actor.handle)?;
        context.may(Action::Recommend, Subject::Proposal { conflicted })?;
        context.not_voted_on(reference)?;
        let recommendation = checked(&self.recommendation, &context.proposal(reference)?)?;
        recommend(context, reference, &recommendation)?;
        let outcome = match &recommendation {
            Recommendation::Approve { amount, conditions } => {
                Outcome::new("done-recommended-approve", reference)
                    .with("amount", *amount)
                    .made("amount_ore", amount.ore())
                    .logged("conditions", conditions.as_str())
            }
            Recommendation::Postpone => Outcome::new("done-recommended-postpone", reference),
            Recommendation::Decline => Outcome::new("done-recommended-decline", reference),
        };
        Ok(outcome
            .with("ref", reference)
            .made("ref", reference.to_string())
            .made("recommendation", recommendation.word()))
    }
}

/// M7, M8: writes a recommendation, whose amount and texts have been checked, with what it rests on. It takes the place of an
/// earlier one (M14).
pub(super) fn recommend(
    context: &Context,
    reference: Ref,
    recommendation: &Recommendation,
) -> Result<(), OpError> {
    let step = match recommendation {
        Recommendation::Postpone => Step::Postpone,
        Recommendation::Approve { .. } | Recommendation::Decline => Step::Recommend,
    };
    let stage = step.from(reference, context.proposal(reference)?.stage)?;
    context.in_order(reference, context.today)?;
    let round = context.round_of(reference)?;
    let basis = basis(context, &round, reference)?.to_string();
    let by = (context.actor.handle.as_str(), context.today);
    context
        .write
        .add_recommendation(round.id, reference, recommendation, by, &basis)?;
    Ok(context.write.set_stage(reference, stage)?)
}

/// M14: the proposal is ranked again. That the recommendation was taken back is written by the caller.
pub(super) fn take_back(context: &Context, reference: Ref) -> Result<(), OpError> {
    let stage = Step::TakeBack.from(reference, context.proposal(reference)?.stage)?;
    context.in_order(reference, context.today)?;
    Ok(context.write.set_stage(reference, stage)?)
}

fn checked(recommendation: &Recommendation, proposal: &Proposal) -> Result<Recommendation, OpError> {
    match recommendation {
        Recommendation::Approve { amount, conditions } => {
            check_amount(*amount, proposal.details.applied)?;
            Ok(Recommendation::Approve {
                amount: *amount,
                conditions: text::prose(conditions)?,
            })
        }
        other => Ok(other.clone()),
    }
}

/// M8: scores, place and capital as they are at this moment.
fn basis(context: &Context, round: &Round, reference: Ref) -> Result<Json, OpError> {
    let (capital, facts) = capital_and_facts(context.write, context.today)?;
    let ahead = Ahead::of(facts);
    let list = whole_list(context.write, round)?;
    let placed = list
        .items
        .iter()
        .find(|placed| placed.proposal.reference == reference);
    let aggregate = placed.and_then(|placed| placed.proposal.aggregate.as_ref());
    Ok(json!({
        "round": round.name,
        "place": placed.and_then(|placed| placed.place),
        "computed_place": placed.and_then(|placed| placed.computed_place),
        "score": aggregate.map(|aggregate| two_decimals(aggregate.mean)),
        "median": aggregate.map(|aggregate| two_decimals(aggregate.median)),
        "sd": aggregate.map(|aggregate| two_decimals(aggregate.deviation)),
        "scorecards": aggregate.map_or(0, |aggregate| aggregate.scorecards),
        "bank_ore": capital.balances.bank.ore(),
        "outstanding_commitments_ore": capital.outstanding_commitments.ore(),
        "free_on_hand_ore": capital.free_on_hand.ore(),
        "free_cash_flow_ore": ahead.free_cash_flow.ore(),
        "closings_ore": ahead.rows.iter().map(|row| row.closing.ore()).collect::<Vec<_>>(),
    }))
}

/// M7: KS decides. A commitment exists from here (K3).
#[derive(Debug)]
pub struct Decide {
    pub reference: Ref,
    pub ruling: Ruling,
    /// K4: the scheme's standard plan when not given.
    pub plan: Option<Vec<Instalment>>,
    /// Needed when KS deviates from the recommendation.
    pub reason: String,
}

impl UseCase for Decide {
    fn action(&self) -> Action {
        Action::Decide
    }

    fn name(&self) -> LogAction {
        LogAction::KsDecide
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let reference = self.reference;
        let reason = text::prose(&self.reason)?;
        context.not_voted_on(reference)?;
        let proposal = context.proposal(reference)?;
        let step = match self.ruling {
            Ruling::Commit(_) => Step::Commit,
            Ruling::Decline => Step::Decline,
        };
        let stage = step.from(reference, proposal.stage)?;
        context.in_order(reference, context.today)?;
        let recommended = context.write.recommendation(reference)?;
        let Recommended {
            id, recommendation, ..
        } = recommended.ok_or_else(|| refuse("recommendation-missing").rule("M7").with("ref", reference))?;
        check_deviation(self.ruling, &recommendation, &reason)?;
        let round = context.round_of(reference)?;
        let decided = Decided {
            ruling: self.ruling,
            reason,
            by: context.actor.handle.clone(),
            on: context.today,
            basis: basis(context, &round, reference)?.to_string(),
        };
        let outcome = match self.ruling {
            Ruling::Commit(amount) => {
                check_amount(amount, proposal.details.applied)?;
                let plan = self.commit(context, amount)?;
                context.write.add_decision(reference, id, &decided)?;
                context.write.add_plan(reference, &plan)?;
                let plan: Vec<Json> = plan
                    .iter()
                    .map(|part| json!({ "due_on": part.due_on.to_string(), "amount_ore": part.amount.ore() }))
                    .collect();
                Outcome::new("done-committed", reference)
                    .with("amount", amount)
                    .made("amount_ore", amount.ore())
                    .logged("plan", plan)
            }
            Ruling::Decline => {
                context.write.add_decision(reference, id, &decided)?;
                Outcome::new("done-declined", reference)
            }
        };
        context.write.set_stage(reference, stage)?;
        let outcome = match self.ruling.deviation_from(&recommendation) {
            Some(deviation) => outcome.reported_as("done-decided-otherwise", deviation.facts()),
            None => outcome,
        };
        Ok(outcome
            .with("ref", reference)
            .made("ref", reference.to_string())
            .made("decision", self.ruling.word())
            .logged("reason", decided.reason))
    }
}

impl Decide {
    /// K1–K3: what is free by the scheme's method covers it: now and on every later day, or by what the expected cash flow
    /// can bear; the plan fits (K4).
    fn commit(&self, context: &Context, amount: Ore) -> Result<Vec<Instalment>, OpError> {
        let scheme = &context.write.fund.scheme;
        let (days, rule) = match scheme.limit {
            Limit::OnHand => (Vec::new(), "K1"),
            Limit::CashFlow => (ahead(context)?, "K2"),
        };
        let free = match days.iter().map(|ahead| ahead.free_cash_flow).min() {
            Some(free) => free,
            None => committable(
                context.write.changes_of_free(context.today)?,
                context.today,
                scheme,
            ),
        };
        if amount > free {
            return Err(refuse("not-enough-free")
                .rule(rule)
                .with("amount", amount)
                .with("free", free.max(Ore::ZERO))
                .into());
        }
        let plan = match &self.plan {
            Some(plan) => plan.clone(),
            None => standard_plan(amount, &scheme.profile, context.today),
        };
        check_plan(&plan, amount, context.today)?;
        if !days.iter().all(|ahead| ahead.bears(&plan)) {
            return Err(refuse("plan-below-reserve")
                .rule("K2")
                .with("amount", amount)
                .into());
        }
        Ok(plan)
    }
}

/// K2, K3: what the expected path says today and on every later day on which something is decided or posted, so that a
/// decision of an earlier date can't take what a later one has promised.
fn ahead(context: &Context) -> Result<Vec<Ahead>, OpError> {
    let later = context.write.days_after(context.today)?;
    let days = std::iter::once(context.today).chain(later);
    Ok(days
        .map(|day| Ahead::read(context.write, day))
        .collect::<Result<_, _>>()?)
}

/// K4: what is not going to be used goes back to what is free.
#[derive(Debug)]
pub struct Release {
    pub reference: Ref,
    pub amount: Ore,
    pub reason: String,
}

impl UseCase for Release {
    fn action(&self) -> Action {
        Action::Release
    }

    fn name(&self) -> LogAction {
        LogAction::CommitmentRelease
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let (reference, amount) = (self.reference, self.amount);
        let reason = text::required_prose(&self.reason)?;
        context.proposal(reference)?;
        positive(amount)?;
        let committed_on = context.committed_on(reference)?;
        check_order(context.today, [(Basis::Decided, committed_on)])?;
        let left = context.left_of_commitment(reference, context.today)? - waiting(context, reference)?;
        check_within("release-too-much", reference, amount, left)?;
        context
            .write
            .add_release(reference, amount, &reason, &context.actor.handle, context.today)?;
        // R2: those who are charged bear no more than the cost will be.
        let charged = match context.write.solution(reference)? {
            Some(solution) => {
                let ceiling = ceiling(context.write, reference)?;
                credit_surplus(context, &solution, (context.today, ceiling))?
            }
            None => Charged::default(),
        };
        context.follow(reference)?;
        let credited = charged.credited + charged.refunded;
        let done = if credited.is_positive() {
            "done-released-credited"
        } else {
            "done-released"
        };
        Ok(Outcome::new(done, reference)
            .with("ref", reference)
            .with("amount", amount)
            .with("credited", credited)
            .made("ref", reference.to_string())
            .made("amount_ore", amount.ore())
            .made("credited_ore", charged.credited.ore())
            .made("refunded_ore", charged.refunded.ore())
            .logged("reason", reason))
    }
}
