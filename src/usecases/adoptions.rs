//! Participants take a solution into use (C5). Under a price list they are charged for it at once (R2); where the cost is
//! shared, by the next settlement (R1).

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::charging::{Charged, apply};
use super::queries::participants::standing;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::policy::Action;
use crate::domain::proposal::{Proposal, Ref, Step};
use crate::domain::refusal::refuse;
use crate::domain::repayment::{Adjustment, Adoption, Charge, Solution, adjust, cut, may_adopt, price};

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

    fn name(&self) -> &'static str {
        "solution.adopt"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let reference = self.reference;
        let on = self.on.unwrap_or(context.today);
        let (proposal, solution) = live(context, reference, Step::Adopt)?;
        let name = add(context, &proposal, &solution, &self.number, on)?;
        let charged = charge_day(context, &solution, on)?;
        let invoice = charged
            .invoices
            .iter()
            .find(|(number, ..)| *number == self.number);
        let outcome = match invoice {
            Some((_, invoice, amount)) => Outcome::new("done-adopted-charged", reference)
                .with("invoice", *invoice)
                .with("amount", *amount)
                .made("invoice", invoice.to_string())
                .made("amount_ore", amount.ore()),
            None => Outcome::new("done-adopted", reference).made("invoice", None::<String>),
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
    context.not_ahead(on)?;
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

/// R2: charges those who took a solution into use on a day, or cuts the day anew when it has been charged before. Later
/// days stand. Nothing to do where the cost is shared.
pub(super) fn charge_day(context: &Context, solution: &Solution, day: Date) -> Result<Charged, OpError> {
    let reference = solution.reference;
    let all = context.write.adoptions(reference, Date::MAX)?;
    let charges = context.write.charges_on(reference, Date::MAX)?;
    let mut done = Charged::default();
    let mut prices: Vec<(Number, Ore)> = Vec::new();
    for adoption in all.iter().filter(|adoption| adoption.adopted_on == day) {
        let Some(price) = price(&solution.price_model, inhabitants(adoption, &charges)) else {
            return Ok(done);
        };
        prices.push((adoption.participant.number.clone(), price));
    }
    let left = left_for(context, solution, &all, &charges, day)?;
    for due in cut(left, &prices) {
        let adoption = all.iter().find(|one| one.participant.number == due.number);
        if let Some(adoption) = adoption {
            let who = (&due.number, inhabitants(adoption, &charges));
            let adjustment = adjust(due.amount, &of(&due.number, &charges));
            done.add(apply(context, reference, who, &adjustment, None, day)?);
        }
    }
    Ok(done)
}

/// R2, L2: takes what is charged beyond a cost that is about to fall on a day off the latest days first, since those
/// before them stand. Those who are charged of one day share the cut in proportion, and nobody is charged more.
pub(super) fn cut_back(
    context: &Context,
    solution: &Solution,
    (on, cost): (Date, Ore),
) -> Result<Charged, OpError> {
    let reference = solution.reference;
    let all = context.write.adoptions(reference, Date::MAX)?;
    let charges = context.write.charges_on(reference, Date::MAX)?;
    let days: BTreeSet<Date> = all.iter().map(|adoption| adoption.adopted_on).collect();
    let mut excess = charges.iter().map(Charge::net).sum::<Ore>() - cost;
    let mut done = Charged::default();
    for day in days.into_iter().rev() {
        let mut together = Ore::ZERO;
        let mut prices: Vec<(Number, Ore)> = Vec::new();
        for adoption in all.iter().filter(|adoption| adoption.adopted_on == day) {
            let number = &adoption.participant.number;
            let net: Ore = of(number, &charges).iter().map(Charge::net).sum();
            let price = price(&solution.price_model, inhabitants(adoption, &charges));
            if let Some(price) = price.filter(|_| net.is_positive()) {
                prices.push((number.clone(), price));
                together += net;
            }
        }
        let off = excess.min(together);
        if !off.is_positive() {
            continue;
        }
        excess -= off;
        for due in cut(together - off, &prices) {
            let own = of(&due.number, &charges);
            let adjustment = adjust(due.amount, &own);
            if let (Adjustment::Credit(_), Some(first)) = (&adjustment, own.first()) {
                let who = (&due.number, first.inhabitants);
                done.add(apply(context, reference, who, &adjustment, None, on)?);
            }
        }
    }
    Ok(done)
}

/// The charges of an adopter.
fn of(number: &Number, charges: &[Charge]) -> Vec<Charge> {
    let own = charges.iter().filter(|charge| charge.number == *number);
    own.cloned().collect()
}

/// Those registered now, or those that were when the charge was issued.
fn inhabitants(adoption: &Adoption, charges: &[Charge]) -> u32 {
    let participant = &adoption.participant;
    let before = charges.iter().find(|charge| charge.number == participant.number);
    before.map_or(participant.population, |charge| charge.inhabitants)
}

/// R2, at cost: what a day may charge. What had been paid out by then less what earlier days charged, and never more than
/// what all the other days leave of what has been paid out since. What the day has charged stands, also when an earlier
/// day is registered after it.
fn left_for(
    context: &Context,
    solution: &Solution,
    all: &[Adoption],
    charges: &[Charge],
    day: Date,
) -> Result<Ore, OpError> {
    let charged_on = |of: &dyn Fn(Date) -> bool| -> Ore {
        let adopted = |number: &Number| {
            let adoption = all.iter().find(|one| one.participant.number == *number);
            adoption.is_some_and(|adoption| of(adoption.adopted_on))
        };
        let charges = charges.iter().filter(|charge| adopted(&charge.number));
        charges.map(Charge::net).sum()
    };
    let then = context.cost(solution.reference, day)? - charged_on(&|adopted| adopted < day);
    let now =
        context.cost(solution.reference, day.max(context.today))? - charged_on(&|adopted| adopted != day);
    Ok(then.min(now).max(charged_on(&|adopted| adopted == day)))
}
