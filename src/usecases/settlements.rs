//! The shared cost of a solution is settled among its adopters (R1).

use jiff::civil::Date;

use super::adoptions::live;
use super::charging::{Charged, apply};
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::ledger::lowest_from;
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::policy::Action;
use crate::domain::proposal::{PriceModel, Ref, Step};
use crate::domain::refusal::refuse;
use crate::domain::repayment::{Adjustment, Charge, Due, Solution, adjust, shared};
use crate::store::{Read, StoreError};

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

    fn name(&self) -> &'static str {
        "solution.settle"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let reference = self.reference;
        let on = self.on.unwrap_or(context.today);
        let (_, solution) = live(context, reference, Step::Settle)?;
        context.not_ahead(on)?;
        let settling = Settling::of(context.write, &solution, on)?;
        let (id, charged) = make(context, reference, &settling, on)?;
        context.follow(reference)?;
        Ok(outcome(reference, id, on, settling.cost, &charged))
    }
}

/// Keeps a settlement, charges what is missing on its day, and credits what is too much, from a day that may be before it.
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
        let on = match part.adjustment {
            Adjustment::Charge(_) => on,
            Adjustment::Nothing | Adjustment::Credit(_) => credited_on,
        };
        charged.add(apply(context, reference, who, &part.adjustment, Some(id), on)?);
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

/// Who has taken a solution into use by a day, with their inhabitants, by participant number.
fn adopters(read: &Read, reference: Ref, on: Date) -> Result<Vec<(Number, u32)>, StoreError> {
    let adoptions = read.adoptions(reference, on)?.into_iter();
    Ok(adoptions
        .map(|adoption| (adoption.participant.number, adoption.participant.population))
        .collect())
}

/// What a settlement on a day comes to, before it is made (R1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settling {
    pub on: Date,
    pub cost: Ore,
    /// By participant number.
    pub parts: Vec<SettlingPart>,
}

/// What a settlement comes to for one adopter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettlingPart {
    pub number: Number,
    /// Those registered now.
    pub inhabitants: u32,
    pub share: Ore,
    /// Charged before, net of credits.
    pub before: Ore,
    pub adjustment: Adjustment,
}

impl Settling {
    /// Works out each adopter's share anew, and what it has been charged for of it.
    ///
    /// # Errors
    /// `settle-price-list`, `settle-before`, `settle-nobody`.
    pub(super) fn of(read: &Read, solution: &Solution, on: Date) -> Result<Settling, OpError> {
        let reference = solution.reference;
        if solution.price_model != PriceModel::Shared {
            let refusal = refuse("settle-price-list").rule("R2");
            return Err(refusal.with("ref", reference).into());
        }
        let before = read.settled_on(reference)?.unwrap_or(solution.live_on);
        if on < before {
            let refusal = refuse("settle-before").rule("R1").with("ref", reference);
            return Err(refusal.with("date", before).into());
        }
        let adopters = adopters(read, reference, on)?;
        if adopters.is_empty() {
            return Err(refuse("settle-nobody").rule("R1").with("ref", reference).into());
        }
        let cost = lowest_from(read.changes_of_cost(reference)?, on);
        Ok(Settling::sharing(read, solution, (on, cost), &adopters)?)
    }

    /// What some adopters, by participant number, bear of a cost, and what each has been charged for of it.
    fn sharing(
        read: &Read,
        solution: &Solution,
        (on, cost): (Date, Ore),
        adopters: &[(Number, u32)],
    ) -> Result<Settling, StoreError> {
        let dues = shared(cost, solution.base, adopters);
        let charges = read.charges_on(solution.reference, Date::MAX)?;
        // The adopters and the dues are both by participant number.
        let part = |((number, inhabitants), due): (&(Number, u32), &Due)| {
            let own = charges.iter().filter(|charge| charge.number == *number);
            let own: Vec<Charge> = own.cloned().collect();
            SettlingPart {
                number: number.clone(),
                inhabitants: *inhabitants,
                share: due.amount,
                before: own.iter().map(Charge::net).sum(),
                adjustment: adjust(due.amount, &own),
            }
        };
        Ok(Settling {
            on,
            cost,
            parts: adopters.iter().zip(&dues).map(part).collect(),
        })
    }

    /// What all of them have been charged before, net of credits.
    #[must_use]
    pub fn before(&self) -> Ore {
        self.parts.iter().map(|part| part.before).sum()
    }

    /// How many are charged anew, and what it comes to.
    #[must_use]
    pub fn new_charges(&self) -> (usize, Ore) {
        let new = self.parts.iter().filter_map(|part| match part.adjustment {
            Adjustment::Charge(amount) => Some(amount),
            Adjustment::Nothing | Adjustment::Credit(_) => None,
        });
        (new.clone().count(), new.sum())
    }

    /// What is taken off unpaid charges, and what is owed back.
    #[must_use]
    pub fn credits(&self) -> (Ore, Ore) {
        let lines = self.parts.iter().flat_map(|part| match &part.adjustment {
            Adjustment::Credit(lines) => lines.as_slice(),
            Adjustment::Nothing | Adjustment::Charge(_) => &[],
        });
        (
            lines.clone().map(|line| line.unpaid).sum(),
            lines.map(|line| line.refund).sum(),
        )
    }
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
