//! Stepping aside from a proposal (M5).

use super::{Context, OpError, Outcome, UseCase};
use crate::domain::log_action::LogAction;
use crate::domain::policy::Action;
use crate::domain::proposal::Ref;
use crate::domain::refusal::refuse;
use crate::domain::text;

/// M5: a member steps aside from a proposal. Scores already given no longer count.
#[derive(Debug)]
pub struct DeclareConflict {
    pub reference: Ref,
    pub ground: String,
}

impl UseCase for DeclareConflict {
    fn action(&self) -> Action {
        Action::DeclareConflict
    }

    fn name(&self) -> LogAction {
        LogAction::ConflictDeclare
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let ground = text::required_prose(&self.ground)?;
        let proposal = context.proposal(self.reference)?;
        if proposal.stage.is_decided() {
            let refusal = refuse("conflict-after-decision")
                .rule("M5")
                .with("ref", self.reference);
            return Err(refusal.word("stage", proposal.stage.key()).into());
        }
        if context.write.is_cleared(self.reference, &context.actor.handle)? {
            return Err(refuse("conflict-rejected")
                .rule("M5")
                .with("handle", context.actor.handle.as_str())
                .into());
        }
        if !is_new(context, self.reference, &context.actor.handle, &ground)? {
            return Err(refuse("conflict-declared")
                .rule("M5")
                .with("ref", self.reference)
                .into());
        }
        Ok(Outcome::new("done-conflict-declared", self.reference)
            .with("ref", self.reference)
            .made("ref", self.reference.to_string())
            .logged("ground", ground))
    }
}

/// A member is in conflict in a proposal from now on.
pub(super) fn in_conflict(
    context: &Context,
    reference: Ref,
    handle: &str,
    ground: &str,
) -> Result<(), OpError> {
    is_new(context, reference, handle, ground).map(|_| ())
}

/// The same, and whether the member wasn't so already.
fn is_new(context: &Context, reference: Ref, handle: &str, ground: &str) -> Result<bool, OpError> {
    if context.write.is_conflicted(reference, handle)? {
        return Ok(false);
    }
    // S5: what everyone has seen stands; from here on the member only stays out of what comes.
    let round = context.write.round_of(reference)?;
    let from_round = round.map_or(0, |round| round.id + i64::from(round.is_revealed()));
    context
        .write
        .add_conflict(reference, handle, ground, context.today, from_round)?;
    Ok(true)
}
