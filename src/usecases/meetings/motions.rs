//! What members do in the item on the table: conflicts (M5), motions (M13) and statements (M18).

use super::super::{Context, OpError, Outcome, UseCase};
use super::Sitting;
use super::agenda::checked;
use crate::domain::log_action::LogAction;
use crate::domain::meeting::conflict::{ConflictKind, Ground};
use crate::domain::meeting::{Act, Event, Motion, MotionId};
use crate::domain::policy::Action;
use crate::domain::refusal::refuse;
use crate::domain::text;

/// M5: a member is, or may be, in conflict in an item. It counts until the body has decided.
#[derive(Debug)]
pub struct RaiseConflict {
    /// The item on the table unless another is named.
    pub item: Option<u32>,
    /// The actor unless another is named.
    pub handle: Option<String>,
    pub ground: String,
    /// The paragraph; that of the kind when empty.
    pub paragraph: String,
    pub kind: ConflictKind,
}

impl UseCase for RaiseConflict {
    fn action(&self) -> Action {
        Action::RaiseConflict
    }

    fn name(&self) -> LogAction {
        LogAction::ConflictRaise
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let handle = sitting.who(self.handle.as_ref());
        let own = handle == context.actor.handle;
        sitting.allows(Act::RaiseConflict { own })?;
        if !sitting.meeting().roster.belongs(&handle) {
            return Err(refuse("no-seat").rule("M11").with("handle", handle).into());
        }
        let item = sitting.item_or_current(self.item)?;
        let paragraph = text::line(&self.paragraph)?;
        let ground = Ground {
            text: text::required_prose(&self.ground)?,
            paragraph: if paragraph.is_empty() {
                self.kind.paragraph().to_owned()
            } else {
                paragraph
            },
            kind: self.kind,
        };
        sitting.step(Event::ConflictRaised {
            item,
            handle: handle.clone(),
            raised_by: context.actor.handle.clone(),
            ground,
        })?;
        let number = sitting.meeting().item(item)?.number_or_place();
        Ok(sitting
            .done_by("done-conflict-raised", &handle)
            .with("item", sitting.named(item)?)
            .made("item", number))
    }
}

/// M2, M13: a motion in the item on the table.
#[derive(Debug)]
pub struct PutMotion {
    /// The item that it is meant for; the one on the table unless named.
    pub item: Option<u32>,
    pub content: Motion,
    /// The actor, unless it is registered for a member who put it by word of mouth.
    pub mover: Option<String>,
}

impl UseCase for PutMotion {
    fn action(&self) -> Action {
        if self.mover.is_some() {
            Action::RegisterForTheRoom
        } else {
            Action::PutMotion
        }
    }

    fn name(&self) -> LogAction {
        LogAction::MotionAdd
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let act = self.mover.as_ref().map_or(Act::Move, |_| Act::RegisterInTheItem);
        sitting.allows(act)?;
        let item = sitting.item_or_current(self.item)?;
        let reference = sitting.meeting().item(item)?.kind.reference();
        let motion_text = checked(context, reference, &self.content)?;
        let mover = sitting.who(self.mover.as_ref());
        let motion = sitting.meeting().next_motion();
        sitting.step(Event::MotionPut {
            item,
            motion,
            mover: mover.clone(),
            content: motion_text,
        })?;
        Ok(Outcome::new("done-motion-put", sitting.key())
            .with("name", sitting.meeting().roster.name(&mover).to_owned())
            .with("motion", i64::from(motion))
            .made("motion", i64::from(motion)))
    }
}

/// A motion that its mover, or the chair for the mover, takes back before it is voted on.
#[derive(Debug)]
pub struct WithdrawMotion {
    pub motion: MotionId,
}

impl UseCase for WithdrawMotion {
    fn action(&self) -> Action {
        Action::WithdrawMotion
    }

    fn name(&self) -> LogAction {
        LogAction::MotionWithdraw
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        if sitting.meeting().motion(self.motion)?.mover != context.actor.handle {
            sitting.allows(Act::RegisterInTheItem)?;
        }
        sitting.step(Event::MotionWithdrawn { motion: self.motion })?;
        Ok(Outcome::new("done-motion-withdrawn", sitting.key())
            .with("motion", i64::from(self.motion))
            .made("motion", i64::from(self.motion)))
    }
}

/// M18: a member's statement for the minutes.
#[derive(Debug)]
pub struct MakeStatement {
    /// The item that it is meant for; the one on the table unless named.
    pub item: Option<u32>,
    pub text: String,
    /// The actor, unless it is registered for another.
    pub handle: Option<String>,
}

impl UseCase for MakeStatement {
    fn action(&self) -> Action {
        if self.handle.is_some() {
            Action::RegisterForTheRoom
        } else {
            Action::MakeStatement
        }
    }

    fn name(&self) -> LogAction {
        LogAction::StatementMake
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let handle = sitting.who(self.handle.as_ref());
        let act = self
            .handle
            .as_ref()
            .map_or(Act::State, |_| Act::RegisterInTheItem);
        sitting.allows(act)?;
        let item = sitting.item_or_current(self.item)?;
        let text = text::required_prose(&self.text)?;
        sitting.step(Event::Statement {
            item,
            handle: handle.clone(),
            text,
        })?;
        let number = sitting.meeting().item(item)?.number_or_place();
        Ok(sitting
            .done_by("done-statement", &handle)
            .with("item", sitting.named(item)?)
            .made("item", number))
    }
}
