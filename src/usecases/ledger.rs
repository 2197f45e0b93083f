//! Mending and closing the books (L2).

use jiff::civil::Date;

use super::{Desk, OpError, Outcome, UseCase};
use crate::domain::ledger::{Account, Entry, Event, Posting, lowest_from};
use crate::domain::money::Ore;
use crate::domain::policy::Action;
use crate::domain::refusal::refuse;
use crate::domain::text;
use crate::store::{About, Movement, Voucher};

/// L2: corrects a posted voucher by one that reverses it.
#[derive(Debug)]
pub struct ReverseVoucher {
    pub voucher: i64,
    pub reason: String,
    /// Today when not given.
    pub on: Option<Date>,
}

impl UseCase for ReverseVoucher {
    fn action(&self) -> Action {
        Action::ReverseEntry
    }

    fn name(&self) -> &'static str {
        "ledger.reverse"
    }

    fn run(&self, desk: &Desk) -> Result<Outcome, OpError> {
        let reason = text::required_prose(&self.reason)?;
        let number = self.voucher;
        let voucher = desk.write.voucher(number)?;
        let voucher = voucher.ok_or_else(|| refuse("voucher-unknown").with("voucher", number))?;
        check_reversible(number, &voucher)?;
        let on = self.on.unwrap_or(desk.today);
        if on < voucher.posted_on {
            return Err(refuse("reversal-before")
                .rule("L2")
                .with("date", voucher.posted_on)
                .into());
        }
        let movements = desk.write.movements(number)?;
        let entry = Entry::reversing(voucher.event, &voucher.postings, on, reason.clone())?;
        check_projects(desk, &entry, on)?;
        check_adopters(desk, &movements, on)?;
        let about = About {
            participant: voucher.participant.as_ref(),
            reverses: Some(number),
            source: None,
        };
        let reversal = desk.post(&entry, about)?;
        let taken_back: Vec<Movement> = movements
            .into_iter()
            .map(|movement| Movement {
                paid: -movement.paid,
                owed: -movement.owed,
                ..movement
            })
            .collect();
        desk.write.add_movements(reversal, &taken_back)?;
        for posting in entry.postings() {
            if let Account::Outstanding(reference) = posting.account {
                desk.follow(reference)?;
            }
        }
        Ok(Outcome::new("done-reversed", number)
            .with("voucher", number)
            .with("by", reversal)
            .made("voucher", reversal)
            .logged("reverses", number)
            .logged("reason", reason))
    }
}

/// L2: once, and not a reversal itself. What a settlement credited isn't a slip of the hand: the next one mends it.
fn check_reversible(number: i64, voucher: &Voucher) -> Result<(), OpError> {
    let refusal = match (voucher.reversed_by, voucher.reverses, voucher.event) {
        (Some(other), _, _) => refuse("voucher-reversed").rule("L2").with("by", other),
        (_, Some(other), _) => refuse("voucher-is-reversal").rule("L2").with("of", other),
        (_, _, Event::Credit) => refuse("voucher-is-credit").rule("R1"),
        _ => return Ok(()),
    };
    Err(refusal.with("voucher", number).into())
}

/// What is outstanding on a project and what is lost on it are never below zero, and what it has cost is never below
/// what its adopters are charged.
fn check_projects(desk: &Desk, entry: &Entry, on: Date) -> Result<(), OpError> {
    for Posting { account, amount } in entry.postings().iter().copied() {
        let (Account::Outstanding(reference) | Account::Losses(reference)) = account else {
            continue;
        };
        if (desk.lowest(account, on)? + amount).is_negative() {
            let refusal = refuse("reversal-repaid").rule("L4").with("ref", reference);
            return Err(refusal.into());
        }
        let paid_out = matches!(entry.event, Event::Disbursement | Event::Opening);
        if paid_out && matches!(account, Account::Outstanding(_)) {
            let charges = desk.write.charges_on(reference, Date::MAX)?;
            let claimed: Ore = charges.iter().map(crate::domain::repayment::Charge::net).sum();
            if desk.cost(reference, on)? + amount < claimed {
                let refusal = refuse("reversal-charged").rule("R1").with("ref", reference);
                return Err(refusal.with("charged", claimed).into());
            }
        }
    }
    Ok(())
}

/// A payment that has been credited or paid back since can't be undone: on no day from then on is less than nothing paid
/// on a charge, or owed to an adopter.
fn check_adopters(desk: &Desk, movements: &[Movement], on: Date) -> Result<(), OpError> {
    for movement in movements {
        let Movement {
            reference, number, ..
        } = movement;
        if let Some(invoice) = movement.charge
            && lowest_from(desk.write.changes_of_paid(invoice)?, on) < movement.paid
        {
            let refusal = refuse("reversal-credited").rule("R1");
            return Err(refusal.with("invoice", invoice.to_string()).into());
        }
        let owed = lowest_from(desk.write.changes_of_refund(*reference, number)?, on);
        if owed < movement.owed {
            let refusal = refuse("reversal-refunded").rule("R4");
            return Err(refusal
                .with("number", number.as_str())
                .with("ref", *reference)
                .into());
        }
    }
    Ok(())
}

/// L2: no more postings up to and with this day.
#[derive(Debug)]
pub struct ClosePeriod {
    pub through: Date,
}

impl UseCase for ClosePeriod {
    fn action(&self) -> Action {
        Action::ClosePeriod
    }

    fn name(&self) -> &'static str {
        "ledger.close"
    }

    fn run(&self, desk: &Desk) -> Result<Outcome, OpError> {
        desk.not_ahead(self.through)?;
        if let Some(through) = desk
            .write
            .closed_through()?
            .filter(|through| self.through <= *through)
        {
            return Err(refuse("period-already-closed")
                .rule("L2")
                .with("through", through)
                .into());
        }
        desk.write.close_period(self.through, &desk.actor.handle)?;
        Ok(Outcome::new("done-period-closed", self.through).with("date", self.through))
    }
}
