//! Participants take a solution into use (C5). Under a price list they are charged for it at once (R2); where the cost is
//! shared, by the next settlement (R1).

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::charging::{Charged, apply};
use super::queries::participants::standing;
use super::queries::solutions::ceiling;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::log_action::LogAction;
use crate::domain::money::{Ore, apportion};
use crate::domain::participant::Number;
use crate::domain::policy::Action;
use crate::domain::proposal::{PriceModel, Proposal, Ref, Step};
use crate::domain::refusal::refuse;
use crate::domain::repayment::{Adoption, Charge, Solution, adjust, cut, may_adopt, price};

/// A participant takes a solution into use.
#[derive(Debug)]
pub struct Adopt {
    pub reference: Ref,
    pub number: Number,
    /// Today when not given.
    pub on: Option<Date>,
}

impl UseCase for Adopt {
    fn action(&self) -> Action {
        Action::RegisterAdoption
    }

    fn name(&self) -> LogAction {
        LogAction::SolutionAdopt
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let reference = self.reference;
        let on = self.on.unwrap_or(context.today);
        let (proposal, solution) = live(context, reference, Step::Adopt)?;
        let name = add(context, &proposal, &solution, &self.number, on)?;
        let new = BTreeSet::from([self.number.clone()]);
        let charged = charge_day(context, &solution, on, &new)?;
        let invoice = charged
            .invoices
            .iter()
            .find(|(number, ..)| *number == self.number);
        let outcome = if let Some((_, invoice, amount)) = invoice {
            Outcome::new("done-adopted-charged", reference)
                .with("invoice", *invoice)
                .with("amount", *amount)
                .made("invoice", invoice.to_string())
                .made("amount_ore", amount.ore())
        } else {
            let done = match solution.price_model {
                PriceModel::Shared => "done-adopted",
                _ => "done-adopted-free",
            };
            Outcome::new(done, reference).made("invoice", None::<String>)
        };
        context.follow(reference)?;
        Ok(outcome
            .with("name", name)
            .with("ref", reference)
            .made("ref", reference.to_string())
            .made("number", self.number.as_str())
            .logged("adopted_on", on.to_string())
            .logged("credited_ore", charged.credited.ore())
            .logged("refunded_ore", charged.refunded.ore()))
    }
}

/// A solution that a step may be taken with.
///
/// # Errors
/// `step-out-of-turn` when it isn't live.
pub(super) fn live(context: &Context, reference: Ref, step: Step) -> Result<(Proposal, Solution), OpError> {
    let proposal = context.proposal(reference)?;
    step.from(reference, proposal.stage)?;
    let solution = context.write.solution(reference)?;
    let solution = solution.ok_or_else(|| refuse("solution-missing").with("ref", reference))?;
    Ok((proposal, solution))
}

/// C5: only who had paid in full by then and has still, and only those the solution is for. Returns the name.
pub(super) fn add(
    context: &Context,
    proposal: &Proposal,
    solution: &Solution,
    number: &Number,
    on: Date,
) -> Result<String, OpError> {
    let reference = proposal.reference;
    let participant = context.participant(number)?.participant;
    context.happened(on)?;
    let scheme = &context.write.fund.scheme;
    let has_access = |day: Date| -> Result<bool, OpError> {
        let row = context.write.participant(number, day)?;
        Ok(row.is_some_and(|row| standing(scheme, &row, day).has_access()))
    };
    // On the day itself, and still: a payment that was taken back since gives no access to days before that.
    let access = has_access(on)? && has_access(context.today)?;
    let before = context.write.adopted_on(reference, number)?;
    may_adopt((proposal, solution), &participant, (access, before), on)?;
    context
        .write
        .add_adoption(reference, number, on, &context.actor.handle, context.today)?;
    Ok(participant.name)
}

/// R2: charges those of a day who are `new`, or cuts the day anew when it has been charged before: who was charged then is
/// charged no more, and credited where the cut lowers it (R3). Other days stand. Nothing to do where the cost is shared.
pub(super) fn charge_day(
    context: &Context,
    solution: &Solution,
    day: Date,
    new: &BTreeSet<Number>,
) -> Result<Charged, OpError> {
    let reference = solution.reference;
    let mut adopters = context.write.adoptions(reference, day)?;
    adopters.retain(|adoption| adoption.adopted_on == day);
    let charges = context.write.charges_on(reference, Date::MAX)?;
    let mut done = Charged::default();
    let mut prices: Vec<(Number, Ore)> = Vec::new();
    for adoption in &adopters {
        let Some(price) = price(&solution.price_model, inhabitants(adoption, &charges)) else {
            return Ok(done);
        };
        prices.push((adoption.participant.number.clone(), price));
    }
    let on_the_day = |charge: &&Charge| adopters.iter().any(|one| one.participant.number == charge.number);
    let others: Ore = charges
        .iter()
        .filter(|charge| !on_the_day(charge))
        .map(Charge::net)
        .sum();
    let room = ceiling(context.write, reference)? - others;
    for due in cut(room, &prices) {
        let Some(adoption) = adopters.iter().find(|one| one.participant.number == due.number) else {
            continue;
        };
        let own = of(&due.number, &charges);
        let before: Ore = own.iter().map(Charge::net).sum();
        // A higher ceiling charges new adoptions only; the øre that rounding moves stays in the day (R3).
        let stands = !new.contains(&due.number) && due.amount > before + Ore::new(1);
        let adjustment = adjust(if stands { before } else { due.amount }, &own);
        let who = (&due.number, inhabitants(adoption, &charges));
        done.add(apply(context, reference, who, &adjustment, None, context.today)?);
    }
    Ok(done)
}

/// R2: when what the cost will be falls below what is charged, the surplus is credited from a day on, in proportion to what
/// each is charged: largest remainder, ties by participant number. Nothing to do where the cost is shared.
pub(super) fn credit_surplus(
    context: &Context,
    solution: &Solution,
    (on, ceiling): (Date, Ore),
) -> Result<Charged, OpError> {
    let mut done = Charged::default();
    if solution.price_model == PriceModel::Shared {
        return Ok(done);
    }
    let reference = solution.reference;
    let charges = context.write.charges_on(reference, Date::MAX)?;
    let mut net: BTreeMap<&Number, Ore> = BTreeMap::new();
    for charge in &charges {
        *net.entry(&charge.number).or_default() += charge.net();
    }
    let surplus = net.values().sum::<Ore>() - ceiling;
    if !surplus.is_positive() {
        return Ok(done);
    }
    let weights: Vec<u64> = net.values().map(|net| net.ore().unsigned_abs()).collect();
    for ((number, net), part) in net.iter().zip(apportion(surplus, &weights)) {
        let own = of(number, &charges);
        if let Some(first) = own.first() {
            let adjustment = adjust(*net - part, &own);
            let who = (*number, first.inhabitants);
            done.add(apply(context, reference, who, &adjustment, None, on)?);
        }
    }
    Ok(done)
}

/// The charges of an adopter.
fn of(number: &Number, charges: &[Charge]) -> Vec<Charge> {
    let own = charges.iter().filter(|charge| charge.number == *number);
    own.cloned().collect()
}

/// Those of the adoption's day, or those that were when the charge was issued.
fn inhabitants(adoption: &Adoption, charges: &[Charge]) -> u32 {
    let participant = &adoption.participant;
    let before = charges.iter().find(|charge| charge.number == participant.number);
    before.map_or(participant.population, |charge| charge.inhabitants)
}
