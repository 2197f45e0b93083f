//! What a settlement of a shared cost comes to, before it is made (R1).

use jiff::civil::Date;

use super::super::OpError;
use crate::domain::ledger::lowest_from;
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::proposal::{PriceModel, Ref};
use crate::domain::refusal::refuse;
use crate::domain::repayment::{Adjustment, Charge, Due, Solution, adjust, shared};
use crate::store::{Read, StoreError};

/// Who has taken a solution into use by a day, with their inhabitants, by participant number.
pub(crate) fn adopters(read: &Read, reference: Ref, on: Date) -> Result<Vec<(Number, u32)>, StoreError> {
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
    pub fn of(read: &Read, solution: &Solution, on: Date) -> Result<Settling, OpError> {
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
    pub(in crate::usecases) fn sharing(
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
