//! The shared cost of a solution is settled among its adopters (R1).

use jiff::civil::Date;

use super::adoptions::live;
use super::charging::{Charged, apply};
use super::queries::settling::{Settling, adopters};
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::log_action::LogAction;
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::policy::Action;
use crate::domain::proposal::{Ref, Step};
use crate::domain::repayment::{Adjustment, Solution};

/// Works out each adopter's share anew: charges what is missing, credits what is too much.
#[derive(Debug)]
pub struct Settle {
    pub reference: Ref,
    /// Today when not given.
    pub on: Option<Date>,
}

impl UseCase for Settle {
    fn action(&self) -> Action {
        Action::Settle
    }

    fn name(&self) -> LogAction {
        LogAction::SolutionSettle
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let reference = self.reference;
        let on = self.on.unwrap_or(context.today);
        let (_, solution) = live(context, reference, Step::Settle)?;
        context.not_ahead(on)?;
        let settling = Settling::of(context.write, &solution, on)?;
        let (id, charged) = make(context, reference, &settling, context.today)?;
        context.follow(reference)?;
        Ok(outcome(reference, id, on, settling.cost, &charged))
    }
}

/// Keeps a settlement, charges what is missing, and credits what is too much from a day that may be before it.
fn make(
    context: &Context,
    reference: Ref,
    settling: &Settling,
    credited_on: Date,
) -> Result<(i64, Charged), OpError> {
    let shares: Vec<(Number, u32, Ore)> = settling
        .parts
        .iter()
        .map(|part| (part.number.clone(), part.inhabitants, part.share))
        .collect();
    let (on, cost) = (settling.on, settling.cost);
    let id = context
        .write
        .add_settlement(reference, on, cost, &shares, &context.actor.handle)?;
    let mut charged = Charged::default();
    for part in &settling.parts {
        let who = (&part.number, part.inhabitants);
        charged.add(apply(
            context,
            reference,
            who,
            &part.adjustment,
            Some(id),
            credited_on,
        )?);
    }
    Ok((id, charged))
}

/// R1, L2: settles a cost that is about to fall on a day, so that no more is charged than it will be. No settlement is
/// before another, but what was charged on that day is credited from then on. Where the project is `stopped` those who
/// are charged share it, and nobody is charged more.
pub(super) fn settle_lower(
    context: &Context,
    solution: &Solution,
    (on, cost): (Date, Ore),
    stopped: bool,
) -> Result<(i64, Charged), OpError> {
    let reference = solution.reference;
    let before = context.write.settled_on(reference)?.unwrap_or(solution.live_on);
    let day = before.max(on);
    let mut adopters = adopters(context.write, reference, day)?;
    if stopped {
        let charges = context.write.charges_on(reference, Date::MAX)?;
        adopters.retain(|(number, _)| charges.iter().any(|charge| charge.number == *number));
    }
    let mut settling = Settling::sharing(context.write, solution, (day, cost), &adopters)?;
    if stopped {
        for part in &mut settling.parts {
            if let Adjustment::Charge(_) = part.adjustment {
                part.adjustment = Adjustment::Nothing;
            }
        }
    }
    make(context, reference, &settling, on)
}

fn outcome(reference: Ref, id: i64, on: Date, cost: Ore, charged: &Charged) -> Outcome {
    let credited = charged.credited + charged.refunded;
    let done = if credited.is_positive() {
        "done-settled-credited"
    } else {
        "done-settled"
    };
    Outcome::new(done, reference)
        .with("ref", reference)
        .with("date", on)
        .with("charges", charged.invoices.len())
        .with("charged", charged.amount())
        .with("credited", credited)
        .made("ref", reference.to_string())
        .made("id", id)
        .made("cost_ore", cost.ore())
        .made("charged_ore", charged.amount().ore())
        .made("credited_ore", charged.credited.ore())
        .made("refunded_ore", charged.refunded.ore())
        .made("invoices", charged.listed())
        .logged("on", on.to_string())
}
