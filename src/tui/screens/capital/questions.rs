//! What is asked before a registered disbursement is approved or withdrawn: which project it is for, and how much.

use super::Capital;
use crate::i18n::phrase;
use crate::tui::effects::{Effect, Question, Undo};
use crate::usecases::{ApproveDisbursement, WithdrawDisbursement};

impl Capital {
    pub(super) fn approve(&self) -> Option<Effect> {
        let line = self.selected_disbursement()?;
        let one = &line.disbursement;
        let effect = phrase("capital-approve-effect")
            .with("amount", one.amount)
            .with("ref", one.payee.to_string())
            .with("title", line.title.as_str())
            .with("date", one.pay_on);
        let eyes = phrase("capital-approve-eyes")
            .with("name", line.registered_by.as_str())
            .with("date", one.registered_on);
        let step = ApproveDisbursement { id: one.id };
        Some(Effect::Confirm(Question {
            title: phrase("capital-approve-title").with("id", one.id),
            lines: vec![effect, eyes],
            yes: "capital-approve-yes",
            no: "not-approved",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "approve")],
        }))
    }

    /// L6: it is never approved, and what is left of the commitment is free for another.
    pub(super) fn withdraw(&self) -> Option<Effect> {
        let line = self.selected_disbursement()?;
        let one = &line.disbursement;
        let effect = phrase("capital-withdraw-effect")
            .with("amount", one.amount)
            .with("ref", one.payee.to_string())
            .with("title", line.title.as_str());
        let whose = phrase("capital-withdraw-final")
            .with("name", line.registered_by.as_str())
            .with("date", one.registered_on);
        let step = WithdrawDisbursement { id: one.id };
        Some(Effect::Confirm(Question {
            title: phrase("capital-withdraw-title").with("id", one.id),
            lines: vec![effect, whose],
            yes: "capital-withdraw-yes",
            no: "not-taken-back",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "withdraw")],
        }))
    }
}
