//! The agenda (M6): what is on it, and which item is on the table.

use super::super::queries::meetings::listed;
use super::super::queries::ranking::Seen;
use super::super::{Context, OpError, Outcome, UseCase};
use super::Sitting;
use crate::domain::council::check_amount;
use crate::domain::log_action::LogAction;
use crate::domain::meeting::conflict::{ConflictKind, Ground};
use crate::domain::meeting::{Act, Event, ItemId, ItemKind, MeetingKey, Motion, State};
use crate::domain::money::Ore;
use crate::domain::policy::Action;
use crate::domain::proposal::{Ref, Stage, Step};
use crate::domain::ranking::{CutRule, Marks};
use crate::domain::refusal::refuse;
use crate::domain::text;

/// An item on the agenda. In an open meeting it is one that was not on the list (M6).
#[derive(Debug)]
pub struct AddItem {
    pub key: Option<MeetingKey>,
    pub kind: ItemKind,
    /// The title; of a proposal its own.
    pub title: String,
    /// M17: left out of the public minutes.
    pub internal: bool,
    /// What the secretariat proposes that the council recommends.
    pub proposed: Option<Motion>,
    /// M6: who objects to taking it up. `None` if that wasn't asked; it has to be in an open meeting.
    pub objections: Option<Vec<String>>,
}

impl UseCase for AddItem {
    fn action(&self) -> Action {
        Action::RegisterForTheRoom
    }

    fn name(&self) -> LogAction {
        LogAction::ItemAdd
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, self.key)?;
        sitting.allows(Act::ChangeTheList)?;
        let title = match &self.kind {
            ItemKind::Proposal { reference } => recommendable(context, *reference)?,
            ItemKind::Minutes { meeting } => {
                let row = context.write.meeting(*meeting)?;
                let row =
                    row.ok_or_else(|| refuse("meeting-unknown").with("meeting", meeting.to_string()))?;
                if row.meeting.state != State::Final {
                    return Err(refuse("minutes-not-final")
                        .rule("M17")
                        .with("meeting", meeting.to_string())
                        .into());
                }
                meeting.to_string()
            }
            _ => text::required_line(&self.title)?,
        };
        on_no_other_list(context, &self.kind, sitting.key())?;
        if self.objections.is_none() && sitting.meeting().state.is_under_way() {
            return Err(refuse("objections-unasked").rule("M6").into());
        }
        let numbered = sitting.meeting().state != State::Planned;
        let number = if numbered {
            let year = sitting.key().year;
            Some(super::super::queries::meetings::next_item_number(
                context.write,
                year,
            )?)
        } else {
            None
        };
        let proposed = match &self.proposed {
            Some(motion) => Some(checked(context, self.kind.reference(), motion)?),
            None => None,
        };
        let item = sitting.meeting().next_item();
        sitting.step(Event::ItemAdded {
            item,
            kind: self.kind.clone(),
            title: title.clone(),
            internal: self.internal,
            proposed,
            number,
            objections: self.objections.clone().unwrap_or_default(),
        })?;
        let added = match &self.kind {
            ItemKind::Minutes { meeting } => {
                Outcome::new("done-item-added-minutes", sitting.key()).with("minutes", meeting.to_string())
            }
            _ => Outcome::new("done-item-added", sitting.key()).with("title", title),
        };
        Ok(added
            .with("meeting", sitting.key().to_string())
            .made("meeting", sitting.key().to_string())
            .made("item", sitting.meeting().item(item)?.number_or_place()))
    }
}

/// M9: every ranked proposal that is on no agenda, in the decided order of the list (S7), as far as the actor may see it (S4).
#[derive(Debug)]
pub struct AddRanked {
    pub key: Option<MeetingKey>,
}

impl UseCase for AddRanked {
    fn action(&self) -> Action {
        Action::PrepareMeeting
    }

    fn name(&self) -> LogAction {
        LogAction::ItemAddRanked
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let key = Sitting::of(context, self.key)?.key();
        let seen = Seen::of(context.write, context.actor, None)?;
        let listed = listed(context.write)?;
        let ranking = seen.material.rank(CutRule::Stop, Ore::ZERO, &Marks::new());
        let mut count = 0_usize;
        for placed in &ranking.items {
            let reference = placed.proposal.reference;
            if listed.contains_key(&reference) || context.proposal(reference)?.stage != Stage::Ranked {
                continue;
            }
            let item = AddItem {
                key: Some(key),
                kind: ItemKind::Proposal { reference },
                title: String::new(),
                internal: false,
                proposed: None,
                objections: None,
            };
            item.run(context)?;
            count += 1;
        }
        if count == 0 {
            return Err(refuse("no-ranked-to-list").rule("M9").into());
        }
        Ok(Outcome::new("done-ranked-listed", key)
            .with("count", count)
            .with("meeting", key.to_string())
            .made("meeting", key.to_string())
            .made("count", count))
    }
}

/// The title of a proposal that the council can recommend on.
pub(super) fn recommendable(context: &Context, reference: Ref) -> Result<String, OpError> {
    let proposal = context.proposal(reference)?;
    match proposal.stage {
        Stage::Ranked | Stage::Recommended => Ok(proposal.details.title),
        stage => Err(refuse("item-not-ranked")
            .rule("M6")
            .with("ref", reference)
            .word("stage", stage.key())
            .into()),
    }
}

/// M9: a proposal, or minutes, on the list of a meeting to come is free again when that is cancelled or closed.
fn on_no_other_list(context: &Context, kind: &ItemKind, own: MeetingKey) -> Result<(), OpError> {
    if !matches!(kind, ItemKind::Proposal { .. } | ItemKind::Minutes { .. }) {
        return Ok(());
    }
    let rows = context.write.meetings_ahead()?.into_iter();
    let mut others = rows.map(|row| row.meeting).filter(|meeting| meeting.key != own);
    let listed = others.find(|meeting| {
        let mut items = meeting.items.iter();
        items.any(|item| item.kind == *kind && item.is_open())
    });
    match listed {
        Some(meeting) => Err(refuse("item-listed-elsewhere")
            .rule("M9")
            .with("meeting", meeting.key.to_string())
            .into()),
        None => Ok(()),
    }
}

/// A motion with its texts and amounts checked, that could take effect if it were carried now (M14).
pub(super) fn checked(context: &Context, reference: Option<Ref>, motion: &Motion) -> Result<Motion, OpError> {
    if let Some(reference) = reference {
        can_take_effect(context, reference, motion)?;
    }
    Ok(match motion {
        Motion::Approve { amount, conditions } => {
            if let Some(reference) = reference {
                check_amount(*amount, context.proposal(reference)?.details.applied)?;
            }
            Motion::Approve {
                amount: *amount,
                conditions: text::prose(conditions)?,
            }
        }
        Motion::Text { text } => Motion::Text {
            text: text::required_prose(text)?,
        },
        other => other.clone(),
    })
}

/// M14: the step that a motion stands for can be taken with the proposal where it is now.
pub(super) fn can_take_effect(context: &Context, reference: Ref, motion: &Motion) -> Result<(), OpError> {
    let step = match motion {
        Motion::Approve { .. } | Motion::Decline => Step::Recommend,
        Motion::Postpone => Step::Postpone,
        Motion::WithdrawRecommendation => Step::TakeBack,
        Motion::ApproveMinutes | Motion::Text { .. } => return Ok(()),
    };
    step.from(reference, context.proposal(reference)?.stage)?;
    Ok(())
}

/// M9: an item that isn't treated after all. It keeps its number.
#[derive(Debug)]
pub struct WithdrawItem {
    pub key: Option<MeetingKey>,
    pub item: u32,
    pub reason: String,
}

impl UseCase for WithdrawItem {
    fn action(&self) -> Action {
        Action::RegisterForTheRoom
    }

    fn name(&self) -> LogAction {
        LogAction::ItemWithdraw
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, self.key)?;
        sitting.allows(Act::ChangeTheList)?;
        let reason = text::required_prose(&self.reason)?;
        let item = sitting.item(self.item)?.id;
        sitting.step(Event::ItemWithdrawn { item, reason })?;
        Ok(Outcome::new("done-item-withdrawn", sitting.key())
            .with("item", sitting.named(item)?)
            .made("meeting", sitting.key().to_string())
            .made("item", i64::from(self.item)))
    }
}

/// M13: an item that is voted on by itself.
#[derive(Debug)]
pub struct TakeOut {
    pub item: u32,
}

impl UseCase for TakeOut {
    fn action(&self) -> Action {
        Action::TakeOutOfEnBloc
    }

    fn name(&self) -> LogAction {
        LogAction::ItemOut
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        sitting.allows(Act::TakeOut)?;
        let item = sitting.item(self.item)?.id;
        sitting.step(Event::TakenOut { item })?;
        Ok(Outcome::new("done-item-taken-out", sitting.key())
            .with("item", sitting.named(item)?)
            .made("item", i64::from(self.item)))
    }
}

/// The meeting goes to an item: the next on the list unless one is named. Conflicts that members have declared in its proposal
/// are raised with it (M5).
#[derive(Debug)]
pub struct GoToItem {
    pub item: Option<u32>,
}

impl UseCase for GoToItem {
    fn action(&self) -> Action {
        Action::ChairMeeting
    }

    fn name(&self) -> LogAction {
        LogAction::MeetingNext
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        sitting.allows(Act::Turn)?;
        let next = match self.item {
            Some(number) => sitting.item(number)?,
            None => sitting.meeting().next_listed()?,
        };
        let (item, kind, number, title) = (
            next.id,
            next.kind.clone(),
            next.number_or_place(),
            next.title.clone(),
        );
        let reference = kind.reference();
        sitting.step(Event::ItemOpened { item })?;
        if let Some(reference) = reference {
            raise_declared(&mut sitting, item, reference)?;
        }
        let opened = match kind {
            ItemKind::Minutes { meeting } => {
                Outcome::new("done-item-opened-minutes", sitting.key()).with("meeting", meeting.to_string())
            }
            _ => Outcome::new("done-item-opened", sitting.key()).with("title", title),
        };
        Ok(opened.with("item", sitting.named(item)?).made("item", number))
    }
}

/// M5: what was declared before the meeting counts in it until the body has decided.
pub(super) fn raise_declared(sitting: &mut Sitting, item: ItemId, reference: Ref) -> Result<(), OpError> {
    for (handle, ground) in sitting.context.write.conflicts(reference)? {
        let known = sitting
            .meeting()
            .item(item)?
            .conflicts
            .iter()
            .any(|c| c.handle == handle);
        if known || !sitting.meeting().roster.belongs(&handle) {
            continue;
        }
        let kind = ConflictKind::Judged;
        sitting.step(Event::ConflictRaised {
            item,
            raised_by: handle.clone(),
            handle,
            ground: Ground {
                text: ground,
                paragraph: kind.paragraph().to_owned(),
                kind,
            },
        })?;
    }
    Ok(())
}
