//! Adoptions from a file: who took which solution into use, and what it has paid for it; all rows or none.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use jiff::civil::Date;

use super::adoptions::{add, charge_day, live};
use super::imported_rows::Faults;
use super::repayments::pay;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::intake::AdoptionIntake;
use crate::domain::log_action::LogAction;
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::policy::Action;
use crate::domain::proposal::{PriceModel, Ref, Step};
use crate::domain::refusal::refuse;
use crate::domain::repayment::{Charge, Solution};

/// Adoptions from a file. Those who adopt on one day are charged together, whatever order the rows stand in (R3).
#[derive(Debug)]
pub struct ImportAdoptions {
    pub rows: Vec<AdoptionIntake>,
}

impl UseCase for ImportAdoptions {
    fn action(&self) -> Action {
        Action::ImportAdoptions
    }

    fn name(&self) -> LogAction {
        LogAction::AdoptionsImport
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut faults = Faults::default();
        let mut lines = BTreeMap::new();
        let mut solutions: BTreeMap<Ref, Solution> = BTreeMap::new();
        let mut days: BTreeMap<(Ref, Date), BTreeSet<Number>> = BTreeMap::new();
        let mut adoptions = 0_i64;
        let before = context.write.last_voucher()?;
        for (at, intake) in self.rows.iter().enumerate() {
            context.report(at, self.rows.len());
            faults.at(intake.line);
            let key = Key(intake.reference, intake.number.clone());
            if !faults.only_once(&mut lines, "number", &key) {
                continue;
            }
            if let Some((solution, day)) = adopted(context, intake, &mut faults)? {
                solutions.insert(intake.reference, solution);
                let new = days.entry((intake.reference, day)).or_default();
                new.insert(intake.number.clone());
                adoptions += 1;
            }
        }
        for ((reference, day), new) in days {
            if let Some(solution) = solutions.get(&reference) {
                charge_day(context, solution, day, &new)?;
            }
        }
        for intake in &self.rows {
            faults.at(intake.line);
            paid(context, intake, &mut faults)?;
        }
        faults.refuse_any()?;
        for reference in solutions.keys() {
            context.follow(*reference)?;
        }
        let after = context.write.last_voucher()?;
        let vouchers = after - before;
        Ok(Outcome::new("done-adoptions-imported", "adoptions")
            .with("count", self.rows.len())
            .with("adoptions", adoptions)
            .with("vouchers", vouchers)
            .made("rows", self.rows.len())
            .made("adoptions", adoptions)
            .made("vouchers", vouchers)
            .posted(before, after))
    }
}

/// What a row is about.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key(Ref, Number);

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, self.1)
    }
}

/// Registers the adoption of a row, if it is new; says which solution, and on which day.
fn adopted(
    context: &Context,
    intake: &AdoptionIntake,
    faults: &mut Faults,
) -> Result<Option<(Solution, Date)>, OpError> {
    let Some((proposal, solution)) = faults.note("ref", live(context, intake.reference, Step::Adopt))? else {
        return Ok(None);
    };
    let before = context.write.adopted_on(intake.reference, &intake.number)?;
    match (before, intake.adopted_on) {
        (Some(before), Some(on)) if on != before => {
            faults.add("adopted_on", refuse("adoption-date-stands").with("date", before));
            Ok(None)
        }
        (Some(_), _) => Ok(None),
        (None, None) => {
            faults.add("adopted_on", refuse("cell-missing"));
            Ok(None)
        }
        (None, Some(on)) => {
            let result = add(context, &proposal, &solution, &intake.number, on);
            let noted = faults.note_dated("number", "adopted_on", result)?;
            Ok(noted.map(|_| (solution, on)))
        }
    }
}

/// Posts what a row says has been paid beyond what was.
fn paid(context: &Context, intake: &AdoptionIntake, faults: &mut Faults) -> Result<(), OpError> {
    let (reference, number) = (intake.reference, &intake.number);
    let Some(total) = intake.paid else {
        if intake.paid_on.is_some() && context.write.received(reference, number)?.is_zero() {
            faults.add("paid", refuse("cell-missing"));
        }
        return Ok(());
    };
    if context.write.adopted_on(reference, number)?.is_none() {
        // Why it isn't adopted has been said.
        return Ok(());
    }
    let before = context.write.received(reference, number)?;
    let more = total - before;
    if more.is_negative() {
        faults.add("paid", refuse("paid-below-posted").with("paid", before));
        return Ok(());
    }
    let mut charges = context.write.charges_on(reference, Date::MAX)?;
    charges.retain(|charge| charge.number == *number);
    if charges.is_empty() && more.is_positive() {
        let shared = context
            .write
            .solution(reference)?
            .is_none_or(|solution| solution.price_model == PriceModel::Shared);
        let refusal = if shared {
            refuse("payment-without-charge").rule("R1")
        } else {
            refuse("payment-of-nothing").rule("R2")
        };
        faults.add("paid", refusal);
        return Ok(());
    }
    let on = intake.paid_on.unwrap_or(context.today);
    for (charge, part) in spread(&charges, more) {
        faults.note_dated("paid", "paid_on", pay(context, charge, part, on))?;
    }
    Ok(())
}

/// An amount over the unpaid charges, oldest first; what is too much goes to the last.
fn spread(charges: &[Charge], amount: Ore) -> Vec<(&Charge, Ore)> {
    let mut left = amount;
    let mut parts: Vec<(&Charge, Ore)> = Vec::new();
    for (at, charge) in charges.iter().enumerate() {
        let last = at + 1 == charges.len();
        let part = if last { left } else { left.min(charge.open()) };
        if part.is_positive() {
            parts.push((charge, part));
            left -= part;
        }
    }
    parts
}
