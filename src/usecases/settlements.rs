//! The shared cost of a solution is settled among its adopters (R1).

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::adoptions::live;
use super::charging::{Charged, apply};
use super::{Desk, OpError, Outcome, UseCase};
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::policy::Action;
use crate::domain::proposal::{PriceModel, Ref, Step};
use crate::domain::refusal::refuse;
use crate::domain::repayment::{Charge, adjust, shared};

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

    fn run(&self, desk: &Desk) -> Result<Outcome, OpError> {
        let reference = self.reference;
        let on = self.on.unwrap_or(desk.today);
        let (_, solution) = live(desk, reference, Step::Settle)?;
        if solution.price_model != PriceModel::Shared {
            return Err(refuse("settle-price-list")
                .rule("R2")
                .with("ref", reference)
                .into());
        }
        desk.not_ahead(on)?;
        let before = desk.write.settled_on(reference)?.unwrap_or(solution.live_on);
        if on < before {
            let refusal = refuse("settle-before").rule("R1").with("ref", reference);
            return Err(refusal.with("date", before).into());
        }
        let adopters: Vec<(Number, u32)> = desk
            .write
            .adoptions(reference, on)?
            .into_iter()
            .map(|adoption| (adoption.participant.number, adoption.participant.population))
            .collect();
        if adopters.is_empty() {
            return Err(refuse("settle-nobody").rule("R1").with("ref", reference).into());
        }
        let cost = desk.cost(reference, on)?;
        let dues = shared(cost, solution.base, &adopters);
        // The adoptions and the dues are both by participant number.
        let shares: Vec<(Number, u32, Ore)> = adopters
            .iter()
            .zip(&dues)
            .map(|((number, inhabitants), due)| (number.clone(), *inhabitants, due.amount))
            .collect();
        let id = desk
            .write
            .add_settlement(reference, on, cost, &shares, &desk.actor.handle)?;
        let charges = desk.write.charges_on(reference, Date::MAX)?;
        let mut charged = Charged::default();
        for (number, inhabitants, share) in &shares {
            let own: Vec<Charge> = charges
                .iter()
                .filter(|charge| charge.number == *number)
                .cloned()
                .collect();
            let adjustment = adjust(*share, &own);
            charged.add(apply(
                desk,
                reference,
                (number, *inhabitants),
                &adjustment,
                Some(id),
                on,
            )?);
        }
        desk.follow(reference)?;
        Ok(outcome(reference, id, on, cost, &charged))
    }
}

fn outcome(reference: Ref, id: i64, on: Date, cost: Ore, charged: &Charged) -> Outcome {
    let invoices: Vec<Json> = charged
        .invoices
        .iter()
        .map(|(number, invoice, amount)| {
            json!({ "number": number.as_str(), "invoice": invoice.to_string(), "amount_ore": amount.ore() })
        })
        .collect();
    Outcome::new("done-settled", reference)
        .with("ref", reference)
        .with("date", on)
        .with("charges", charged.invoices.len())
        .with("charged", charged.amount())
        .with("credited", charged.credited + charged.refunded)
        .made("ref", reference.to_string())
        .made("id", id)
        .made("cost_ore", cost.ore())
        .made("charged_ore", charged.amount().ore())
        .made("credited_ore", charged.credited.ore())
        .made("refunded_ore", charged.refunded.ore())
        .made("invoices", invoices)
        .logged("on", on.to_string())
}
