//! Money between the fund and a solution's adopters (R4): charges are paid and reminded of, and what is owed back is paid.

use jiff::civil::Date;

use super::charging::owe_excess;
use super::queries::solutions::in_advance;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::ledger::{Account, Entry, lowest_from, positive};
use crate::domain::log_action::LogAction;
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::policy::Action;
use crate::domain::proposal::Ref;
use crate::domain::refusal::refuse;
use crate::domain::repayment::{Charge, Invoice, check_refund, receive};
use crate::i18n::voucher;
use crate::store::{About, Movement};

/// An adopter has paid a charge, in full, in part, or too much.
#[derive(Debug)]
pub struct PayCharge {
    pub invoice: Invoice,
    /// What is still to be paid, when not given.
    pub amount: Option<Ore>,
    /// Today when not given.
    pub on: Option<Date>,
}

impl UseCase for PayCharge {
    fn action(&self) -> Action {
        Action::RegisterRepayment
    }

    fn name(&self) -> LogAction {
        LogAction::ChargePay
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let charge = charge(context, self.invoice)?;
        let on = self.on.unwrap_or(context.today);
        context.happened(on)?;
        let open = charge.open();
        let amount = match self.amount {
            Some(amount) => amount,
            None if open.is_positive() => open,
            None => {
                return Err(refuse("charge-paid")
                    .rule("R4")
                    .with("invoice", self.invoice)
                    .into());
            }
        };
        positive(amount)?;
        let (voucher, owed) = pay(context, &charge, amount, on)?;
        let left = (open - amount).max(Ore::ZERO);
        let done = if owed.is_positive() {
            "done-charge-overpaid"
        } else if left.is_positive() {
            "done-charge-paid-in-part"
        } else {
            "done-charge-paid"
        };
        Ok(Outcome::new(done, charge.reference)
            .with("invoice", self.invoice)
            .with("amount", amount)
            .with("voucher", voucher)
            .with("left", left)
            .with("owed", owed)
            .made("invoice", self.invoice.to_string())
            .made("voucher", voucher)
            .made("amount_ore", amount.ore())
            .made("open_ore", left.ore())
            .made("refund_owed_ore", owed.ore())
            .logged("on", on.to_string()))
    }
}

fn charge(context: &Context, invoice: Invoice) -> Result<Charge, OpError> {
    let charge = context.write.charge(invoice, Date::MAX)?;
    Ok(charge.ok_or_else(|| refuse("invoice-unknown").rule("R4").with("invoice", invoice))?)
}

/// Posts a payment on a charge. Returns the voucher, and what was too much.
pub(super) fn pay(context: &Context, charge: &Charge, amount: Ore, on: Date) -> Result<(i64, Ore), OpError> {
    let (reference, invoice) = (charge.reference, charge.invoice);
    // Who has registered an adoption late may have been paid for it before the charge was issued.
    let adopted = context.write.adopted_on(reference, &charge.number)?;
    let first = adopted.map_or(charge.issued_on, |day| day.min(charge.issued_on));
    if on < first {
        let refusal = refuse("payment-before-charge")
            .rule("R4")
            .with("invoice", invoice);
        return Err(refusal.with("date", first).into());
    }
    check_taken_back(context, charge, amount, on)?;
    let open = open_on(context, charge, on)?;
    // What has been credited since comes back to be outstanding when it is booked as owed back, below.
    let too_much = (amount.min(open) - charge.open()).max(Ore::ZERO);
    let outstanding = context.lowest(Account::Outstanding(reference), on)? + too_much;
    let lost = context.lowest(Account::Losses(reference), on)?;
    let receipt = receive(amount, open, outstanding, lost);
    let advance = receipt.outstanding - outstanding.max(Ore::ZERO);
    let later = context.lowest(Account::Losses(reference), Date::MAX)? > lost;
    if advance.is_positive()
        && (later
            || outstanding - receipt.outstanding + in_advance(context.write, reference, Date::MAX)?
                < Ore::ZERO)
    {
        // Written off after that day: on it the loss that the payment makes good isn't there yet.
        return Err(refuse("payment-before-loss")
            .rule("L4")
            .with("ref", reference)
            .into());
    }
    let text = voucher(
        "voucher-repayment",
        &[("invoice", invoice.into()), ("ref", reference.into())],
    );
    let entry = Entry::repayment(reference, receipt, on, text)?;
    let about = About {
        participant: Some(&charge.number),
        ..About::default()
    };
    let voucher = context.post(&entry, about)?;
    let movement = Movement {
        reference,
        number: charge.number.clone(),
        charge: Some(invoice),
        paid: receipt.paid(),
        owed: receipt.owed,
    };
    context.write.add_movements(voucher, &[movement])?;
    owe_excess(context, charge, on)?;
    context.follow(reference)?;
    Ok((voucher, receipt.owed + too_much))
}

/// R4: a charge that was paid on a day, by a payment that was reversed later, isn't paid once more on that day.
fn check_taken_back(context: &Context, charge: &Charge, amount: Ore, on: Date) -> Result<(), OpError> {
    let last = context.write.payment_reversed_on(charge.invoice)?;
    let Some(last) = last.filter(|last| *last > on) else {
        return Ok(());
    };
    let changes = context.write.changes_of_paid(charge.invoice)?;
    let mirrored = changes.iter().map(|(day, change)| (*day, -*change)).collect();
    let most = -lowest_from(mirrored, on);
    if most > charge.paid && most + amount > charge.amount {
        let refusal = refuse("payment-before-reversal").rule("R4");
        return Err(refusal.with("invoice", charge.invoice).with("date", last).into());
    }
    Ok(())
}

/// What a payment of a day may pay: what was open then, unless it has been paid by another payment since. A credit that
/// came later doesn't make a payment of before it one of too much on its own day.
fn open_on(context: &Context, charge: &Charge, on: Date) -> Result<Ore, OpError> {
    let paid_later = context
        .write
        .last_paid_on(charge.invoice)?
        .is_some_and(|day| day > on);
    let then = context.write.charge(charge.invoice, on)?.filter(|_| !paid_later);
    Ok(then.map_or(charge.open(), |then| then.open()).max(Ore::ZERO))
}

/// R4: an adopter is reminded of an overdue charge.
#[derive(Debug)]
pub struct Remind {
    pub invoice: Invoice,
    /// Today when not given.
    pub on: Option<Date>,
}

impl UseCase for Remind {
    fn action(&self) -> Action {
        Action::Remind
    }

    fn name(&self) -> LogAction {
        LogAction::ChargeRemind
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let charge = charge(context, self.invoice)?;
        let on = self.on.unwrap_or(context.today);
        context.happened(on)?;
        charge.check_overdue(on)?;
        context
            .write
            .add_reminder(self.invoice, on, &context.actor.handle)?;
        let name = context.participant(&charge.number)?.participant.name;
        Ok(Outcome::new("done-reminded", charge.reference)
            .with("invoice", self.invoice)
            .with("name", name)
            .with("open", charge.open())
            .with("count", charge.reminders + 1)
            .made("invoice", self.invoice.to_string())
            .made("reminders", charge.reminders + 1)
            .logged("on", on.to_string()))
    }
}

/// R4: adopters are reminded of everything that is overdue, but for what somebody has reminded them of that day.
#[derive(Debug)]
pub struct RemindAll {
    /// Today when not given.
    pub on: Option<Date>,
}

impl UseCase for RemindAll {
    fn action(&self) -> Action {
        Action::Remind
    }

    fn name(&self) -> LogAction {
        LogAction::ChargeRemindAll
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let on = self.on.unwrap_or(context.today);
        context.happened(on)?;
        let mut charges = Vec::new();
        for charge in context.write.charges(Date::MAX)? {
            let late = charge.check_overdue(on).is_ok();
            if late && !context.write.reminders(charge.invoice, on)?.contains(&on) {
                charges.push(charge);
            }
        }
        if charges.is_empty() {
            return Err(refuse("remind-none").rule("R4").with("date", on).into());
        }
        for charge in &charges {
            context
                .write
                .add_reminder(charge.invoice, on, &context.actor.handle)?;
        }
        let open: Ore = charges.iter().map(Charge::open).sum();
        let invoices: Vec<String> = charges.iter().map(|charge| charge.invoice.to_string()).collect();
        Ok(Outcome::new("done-reminded-all", "charges")
            .with("count", invoices.len())
            .with("open", open)
            .made("invoices", invoices)
            .logged("on", on.to_string()))
    }
}

/// What an adopter is owed is paid back.
#[derive(Debug)]
pub struct PayRefund {
    pub reference: Ref,
    pub number: Number,
    /// All that is owed, when not given.
    pub amount: Option<Ore>,
    /// Today when not given.
    pub on: Option<Date>,
}

impl UseCase for PayRefund {
    fn action(&self) -> Action {
        Action::PayRefund
    }

    fn name(&self) -> LogAction {
        LogAction::RefundPay
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let reference = self.reference;
        let on = self.on.unwrap_or(context.today);
        context.happened(on)?;
        context.proposal(reference)?;
        let participant = context.participant(&self.number)?.participant;
        let owed = lowest_from(context.write.changes_of_refund(reference, &self.number)?, on);
        let amount = self.amount.unwrap_or(owed);
        check_refund(&participant.name, reference, amount, owed)?;
        positive(amount)?;
        let text = voucher(
            "voucher-refund",
            &[("ref", reference.into()), ("number", self.number.as_str().into())],
        );
        let about = About {
            participant: Some(&self.number),
            ..About::default()
        };
        let voucher = context.post(&Entry::refund(amount, on, text)?, about)?;
        let movement = Movement {
            reference,
            number: self.number.clone(),
            charge: None,
            paid: Ore::ZERO,
            owed: -amount,
        };
        context.write.add_movements(voucher, &[movement])?;
        Ok(Outcome::new("done-refunded", reference)
            .with("name", participant.name)
            .with("amount", amount)
            .with("voucher", voucher)
            .made("ref", reference.to_string())
            .made("number", self.number.as_str())
            .made("voucher", voucher)
            .made("amount_ore", amount.ore())
            .logged("on", on.to_string()))
    }
}
