//! Mending and closing the books (L2).

use jiff::civil::Date;

use super::{Desk, OpError, Outcome, UseCase};
use crate::domain::ledger::Entry;
use crate::domain::policy::Action;
use crate::domain::refusal::refuse;
use crate::domain::text;

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
        if let Some(other) = voucher.reversed_by {
            return Err(refuse("voucher-reversed")
                .rule("L2")
                .with("voucher", number)
                .with("by", other)
                .into());
        }
        if let Some(other) = voucher.reverses {
            return Err(refuse("voucher-is-reversal")
                .rule("L2")
                .with("voucher", number)
                .with("of", other)
                .into());
        }
        let on = self.on.unwrap_or(desk.today);
        if on < voucher.posted_on {
            return Err(refuse("reversal-before")
                .rule("L2")
                .with("date", voucher.posted_on)
                .into());
        }
        let entry = Entry::reversing(voucher.event, &voucher.postings, on, reason.clone())?;
        let reversal = desk.post(&entry, voucher.participant.as_ref(), Some(number))?;
        Ok(Outcome::new("done-reversed", number)
            .with("voucher", number)
            .with("by", reversal)
            .made("voucher", reversal)
            .logged("reverses", number)
            .logged("reason", reason))
    }
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
