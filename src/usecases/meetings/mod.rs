//! What is done before, in and after a meeting of the council (section 9). Each step adds entries to the meeting's history;
//! the rules stand in [`crate::domain::meeting`].

mod agenda;
mod asked;
mod elections;
mod minutes;
mod motions;
mod plan;
mod presence;
mod terms;
mod told;
mod votes;
mod written;

pub use agenda::{AddItem, AddRanked, GoToItem, TakeOut, WithdrawItem};
pub use asked::{Asked, OpenVoteOn};
pub use elections::{CloseElection, Elect, OfficeSought, OpenElection};
pub use minutes::{ApproveMinutes, CorrectMinutes, FinaliseMinutes, Prints, RenderMinutes};
pub use motions::{MakeStatement, PutMotion, RaiseConflict, WithdrawMotion};
pub use plan::{CallMeeting, CancelMeeting, PlanMeeting};
pub use presence::{Adjourn, Attend, AttendAll, CloseMeeting, OpenMeeting, Resume};
pub use terms::{SetParameter, SetRole, SetSeat};
pub use votes::{CastVote, CloseVote, OpenVote, TrialVote, VoteForTheRoom};
pub use written::{AnswerInWriting, StartWritten};

use jiff::civil::DateTime;

use super::queries::meetings::{meeting, subject};
use super::{Context, OpError};
use crate::domain::meeting::{Entry, Event, Item, ItemId, Meeting, MeetingKey, State};
use crate::domain::policy::Action;
use crate::domain::proposal::Ref;
use crate::store::{CardRow, MeetingRow};

/// A meeting at work in a transaction.
pub(super) struct Sitting<'c> {
    context: &'c Context<'c>,
    row: MeetingRow,
}

impl<'c> Sitting<'c> {
    /// The meeting of a key, or the one that is meant when none is named.
    fn of(context: &'c Context<'c>, key: Option<MeetingKey>) -> Result<Sitting<'c>, OpError> {
        let row = meeting(context.write, key, context.today)?;
        let mut sitting = Sitting { context, row };
        sitting.follow_the_roster()?;
        Ok(sitting)
    }

    /// S5: the open meeting that has a proposal on its table, if there is one.
    pub(super) fn on_the_table(
        context: &'c Context<'c>,
        reference: Ref,
    ) -> Result<Option<Sitting<'c>>, OpError> {
        let open = context.write.meetings_ahead()?;
        let key = open.into_iter().map(|row| row.meeting).find(|meeting| {
            let item = meeting.on_the_table();
            meeting.state == State::Open && item.is_some_and(|item| item.kind.reference() == Some(reference))
        });
        key.map(|meeting| Sitting::of(context, Some(meeting.key)))
            .transpose()
    }

    /// S5: the actor has changed the own scorecard of the proposal on the table.
    pub(super) fn tell_of_a_change(
        &mut self,
        reference: Ref,
        before: Option<&CardRow>,
        after: Option<&CardRow>,
    ) -> Result<(), OpError> {
        let item = self.item_or_current(None)?;
        let scores = |card: Option<&CardRow>| card.map(|card| card.card.scores().clone()).unwrap_or_default();
        self.step(Event::ScorecardChanged {
            item,
            handle: self.context.actor.handle.clone(),
            reference,
            before: scores(before),
            after: scores(after),
        })
    }

    /// M11: a seat or a role that was changed while the meeting is open is told in it.
    fn follow_the_roster(&mut self) -> Result<(), OpError> {
        if !matches!(self.meeting().state, State::Open | State::Adjourned) || self.meeting().written.is_some()
        {
            return Ok(());
        }
        let roster = self.meeting().roster.clone();
        if self.row.told == roster {
            return Ok(());
        }
        self.step(Event::RosterChanged { roster })
    }

    fn meeting(&self) -> &Meeting {
        &self.row.meeting
    }

    fn key(&self) -> MeetingKey {
        self.row.meeting.key
    }

    /// Norwegian time on the business date.
    fn now(&self) -> DateTime {
        self.context.today.to_datetime(self.context.now.time())
    }

    /// Asks the policy about the meeting as it stands.
    fn may(&self, action: Action) -> Result<(), OpError> {
        self.context.may(action, subject(&self.row, self.context.actor))
    }

    /// One more entry now, checked and written.
    fn step(&mut self, event: Event) -> Result<(), OpError> {
        let at = self.now();
        self.step_at(at, event)
    }

    fn step_at(&mut self, at: DateTime, event: Event) -> Result<(), OpError> {
        let entry = Entry {
            at,
            by: self.context.actor.handle.clone(),
            event,
        };
        self.row.meeting.step(&entry)?;
        self.context.write.add_meeting_entry(self.row.id, &entry)?;
        Ok(())
    }

    /// What people call an item: `2/18`.
    fn named(&self, item: ItemId) -> Result<String, OpError> {
        Ok(self.meeting().item(item)?.called(self.key().year))
    }

    fn item(&self, number: u32) -> Result<&Item, OpError> {
        Ok(self.meeting().item_called(number)?)
    }

    /// The item that is meant, or the one on the table.
    fn item_or_current(&self, number: Option<u32>) -> Result<ItemId, OpError> {
        match number {
            Some(number) => Ok(self.item(number)?.id),
            None => Ok(self
                .meeting()
                .current
                .ok_or_else(|| crate::domain::refusal::refuse("nothing-on-the-table").rule("M6"))?),
        }
    }
}

/// What machine output calls an item: its number, or its place on the list before the notice.
fn called(item: &Item) -> i64 {
    i64::from(item.number.unwrap_or(item.id))
}
