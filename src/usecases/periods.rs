//! Closing the books, and opening them again (L2).

use jiff::civil::Date;

use super::{Context, OpError, Outcome, UseCase};
use crate::domain::log_action::LogAction;
use crate::domain::policy::Action;
use crate::domain::refusal::refuse;
use crate::domain::text;

/// L2: no more postings, and no other dated fact, up to and with this day.
#[derive(Debug)]
pub struct ClosePeriod {
    pub through: Date,
}

impl UseCase for ClosePeriod {
    fn action(&self) -> Action {
        Action::ClosePeriod
    }

    fn name(&self) -> LogAction {
        LogAction::LedgerClose
    }

    fn dates_today(&self) -> bool {
        false
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let through = self.through;
        // What is closed stops everybody. The business date is the earlier one: it is never after the true day (L7).
        let today = context.today;
        if through >= today {
            let refusal = refuse("period-not-over").rule("L2").with("date", through);
            return Err(refusal.with("today", today).into());
        }
        if let Some(closed) = context
            .write
            .closed_through()?
            .filter(|closed| through <= *closed)
        {
            let refusal = refuse("period-already-closed").rule("L2");
            return Err(refusal.with("through", closed).into());
        }
        context
            .write
            .close_period(through, &context.actor.handle, context.today)?;
        Ok(Outcome::new("done-period-closed", through)
            .with("date", through)
            .made("closed_through", through.to_string()))
    }
}

/// L2: KS opens the period that a day lies in again, and those after it.
#[derive(Debug)]
pub struct ReopenPeriod {
    pub day: Date,
    pub reason: String,
}

impl UseCase for ReopenPeriod {
    fn action(&self) -> Action {
        Action::ReopenPeriod
    }

    fn name(&self) -> LogAction {
        LogAction::LedgerReopen
    }

    fn dates_today(&self) -> bool {
        false
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let day = self.day;
        let reason = text::required_prose(&self.reason)?;
        let closed = context.write.closed_through()?;
        if closed.is_none_or(|through| day > through) {
            return Err(refuse("period-not-closed").rule("L2").with("date", day).into());
        }
        context
            .write
            .reopen_period(day, &reason, &context.actor.handle, context.today)?;
        let through = context.write.closed_through()?;
        let outcome = match through {
            Some(through) => Outcome::new("done-period-reopened", day).with("through", through),
            None => Outcome::new("done-all-periods-reopened", day),
        };
        Ok(outcome
            .with("date", day)
            .made("closed_through", through.map(|through| through.to_string()))
            .logged("reason", reason))
    }
}
