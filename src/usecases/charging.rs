//! What follows from a share that was worked out anew (R1, R2): a charge, or a credit that takes the unpaid first and is
//! owed back for the rest.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use super::{Context, OpError};
use crate::domain::ledger::{Entry, lowest_from};
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::proposal::Ref;
use crate::domain::repayment::{Adjustment, Charge, CreditLine, Invoice, due_on};
use crate::i18n::voucher;
use crate::store::{About, Movement, NewCharge};

/// What has been charged and credited.
#[derive(Debug, Default)]
pub(super) struct Charged {
    /// Who was charged, by which invoice, and how much.
    pub invoices: Vec<(Number, Invoice, Ore)>,
    /// Taken off unpaid charges.
    pub credited: Ore,
    /// Owed back.
    pub refunded: Ore,
}

impl Charged {
    pub(super) fn add(&mut self, other: Charged) {
        self.invoices.extend(other.invoices);
        self.credited += other.credited;
        self.refunded += other.refunded;
    }

    pub(super) fn amount(&self) -> Ore {
        self.invoices.iter().map(|(_, _, amount)| *amount).sum()
    }

    /// The invoices as scripts read them.
    pub(super) fn listed(&self) -> Vec<Json> {
        let invoices = self.invoices.iter().map(|(number, invoice, amount)| {
            json!({ "number": number.as_str(), "invoice": invoice.to_string(), "amount_ore": amount.ore() })
        });
        invoices.collect()
    }
}

/// Issues the charge or books the credit that a new share comes to. `who` is the adopter with the inhabitants that its
/// share was worked out by. A charge is issued today, whatever day it comes of; a credit is of the day `on`.
pub(super) fn apply(
    context: &Context,
    reference: Ref,
    (number, inhabitants): (&Number, u32),
    adjustment: &Adjustment,
    settlement: Option<i64>,
    on: Date,
) -> Result<Charged, OpError> {
    // What is credited doesn't reach back into a period that has been closed, whatever day it comes of.
    let on = context.first_open(on)?;
    let mut charged = Charged::default();
    match adjustment {
        Adjustment::Nothing => {}
        Adjustment::Charge(amount) => {
            let invoice = context.write.add_charge(&NewCharge {
                reference,
                number,
                settlement,
                inhabitants,
                amount: *amount,
                issued_on: context.today,
                due_on: due_on(context.today, context.write.fund.scheme.payment_days),
            })?;
            charged.invoices.push((number.clone(), invoice, *amount));
        }
        Adjustment::Credit(lines) => {
            for line in lines {
                // Nor is a charge lowered before it was issued, when what lowers it is of an earlier day.
                let issued = context.write.charge(line.invoice, Date::MAX)?;
                let on = issued.map_or(on, |charge| charge.issued_on.max(on));
                if line.unpaid.is_positive() {
                    context
                        .write
                        .add_credit(line.invoice, settlement, line.unpaid, on)?;
                    charged.credited += line.unpaid;
                }
                if line.refund.is_positive() {
                    owe(context, reference, number, *line, settlement, on)?;
                    charged.refunded += line.refund;
                }
            }
        }
    }
    Ok(charged)
}

/// What was paid and is no longer to be borne is owed back, from the first day on which both are known and the books are
/// open: a day that is registered or settled late reaches back before a period that has been closed since (L2).
fn owe(
    context: &Context,
    reference: Ref,
    number: &Number,
    line: CreditLine,
    settlement: Option<i64>,
    on: Date,
) -> Result<(), OpError> {
    let paid = context.write.last_paid_on(line.invoice)?;
    let on = context.first_open(paid.map_or(on, |paid| paid.max(on)))?;
    context
        .write
        .add_credit(line.invoice, settlement, line.refund, on)?;
    owe_back(context, reference, number, line.invoice, line.refund, on)
}

/// R1: posts what is paid on a charge beyond what is asked for as owed back, on the first day from `from` on after which it
/// stays so. Returns the amount.
pub(super) fn owe_excess(context: &Context, charge: &Charge, from: Date) -> Result<Ore, OpError> {
    let mut changes = context.write.changes_of_paid(charge.invoice)?;
    changes.extend(context.write.changes_of_credit(charge.invoice)?);
    changes.push((charge.issued_on, -charge.amount));
    let days: BTreeSet<Date> = changes.iter().map(|(on, _)| from.max(*on)).collect();
    let mut owed = Ore::ZERO;
    for day in days {
        let more = lowest_from(changes.clone(), day) - owed;
        if more.is_positive() {
            owe_back(
                context,
                charge.reference,
                &charge.number,
                charge.invoice,
                more,
                day,
            )?;
            owed += more;
        }
    }
    Ok(owed)
}

/// L4: books what an adopter has paid on a charge and no longer bears as owed back.
fn owe_back(
    context: &Context,
    reference: Ref,
    number: &Number,
    invoice: Invoice,
    amount: Ore,
    on: Date,
) -> Result<(), OpError> {
    let text = voucher(
        "voucher-credit",
        &[("invoice", invoice.into()), ("ref", reference.into())],
    );
    let entry = Entry::credit(reference, amount, on, text)?;
    let about = About {
        participant: Some(number),
        ..About::default()
    };
    let voucher = context.post(&entry, about)?;
    let movement = Movement {
        reference,
        number: number.clone(),
        charge: Some(invoice),
        paid: -amount,
        owed: amount,
    };
    Ok(context.write.add_movements(voucher, &[movement])?)
}
