//! What was altered past the program before the file was brought up to a newer version is acknowledged by whoever answers for the
//! fund: the log keeps who did so and why, and the check tells it.

use super::{Context, OpError, Outcome, UseCase};
use crate::domain::log_action::LogAction;
use crate::domain::policy::Action;
use crate::domain::refusal::refuse;
use crate::domain::text;

/// Acknowledges, once, everything that an upgrade found altered.
#[derive(Debug)]
pub struct AcknowledgeUpgrade {
    /// The row of the log that tells of the upgrade.
    pub row: i64,
    pub reason: String,
}

impl UseCase for AcknowledgeUpgrade {
    fn action(&self) -> Action {
        Action::Acknowledge
    }

    fn name(&self) -> LogAction {
        LogAction::AuditAcknowledge
    }

    fn dates_today(&self) -> bool {
        false
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let (row, reason) = (self.row, text::required_prose(&self.reason)?);
        let mut upgrades = context.write.upgrades()?.into_iter();
        let upgrade = upgrades.find(|upgrade| upgrade.log == row);
        let upgrade = upgrade.ok_or_else(|| refuse("acknowledge-nothing").with("log", row.to_string()))?;
        if let Some(by) = upgrade.acknowledged {
            let refusal = refuse("acknowledge-already").with("log", row.to_string());
            return Err(refusal.with("by", by.to_string()).into());
        }
        Ok(Outcome::new("done-acknowledged", row)
            .with("log", row.to_string())
            .made("row", row)
            .logged("reason", reason))
    }
}
