//! What is done before, in and after a meeting of the council (section 9). Each step adds entries to the meeting's history;
//! the rules stand in [`crate::domain::meeting`].

mod agenda;
mod elections;
mod in_meeting;
mod minutes;
mod motions;
mod plan;
mod presence;
mod terms;
mod trials;
mod vote_outcomes;
mod vote_target;
mod votes;
mod written;

pub use agenda::{AddItem, AddRanked, GoToItem, TakeOut, WithdrawItem};
pub use elections::{
    AskForSecrecy, CallOffElection, CloseElection, Elect, NoteLostElection, OfficeSought, OpenElection,
};
pub use in_meeting::InMeeting;
pub use minutes::{ApproveMinutes, CorrectMinutes, FinaliseMinutes, Prints, RenderMinutes};
pub use motions::{MakeStatement, PutMotion, RaiseConflict, WithdrawMotion};
pub use plan::{CallMeeting, CancelMeeting, PlanMeeting};
pub use presence::{Adjourn, Attend, AttendAll, CloseMeeting, OpenMeeting, Resume};
pub use terms::{SetParameter, SetRole, SetSeat};
pub use trials::{AnswerTrial, CloseTrialVote, OpenTrialVote, TrialVote};
pub use vote_target::{Asked, OpenVoteOn};
pub use votes::{CallOffVote, CastVote, CloseVote, OpenVote, VoteForTheRoom};
pub use written::{AnswerInWriting, StartWritten};

use jiff::civil::DateTime;

use super::queries::meetings::{Meant, meeting};
use super::{Context, OpError, Outcome};
use crate::domain::meeting::{Act, Entry, Event, Item, ItemId, Meeting, MeetingKey, State, Void};
use crate::domain::policy::Action;
use crate::domain::proposal::Ref;
use crate::domain::refusal::refuse;
use crate::store::{CardRow, MeetingRow};

/// A meeting at work in a transaction.
pub(super) struct Sitting<'c> {
    context: &'c Context<'c>,
    row: MeetingRow,
}

impl<'c> Sitting<'c> {
    /// The meeting of a key or, without one, that in which the step is taken; the one that is meant when none is named.
    fn of(context: &'c Context<'c>, key: Option<MeetingKey>) -> Result<Sitting<'c>, OpError> {
        Sitting::meant(context, Meant::from(key.or(context.meeting)))
    }

    /// The written procedure of a key, or the one that is meant when none is named.
    fn in_writing(context: &'c Context<'c>, key: Option<MeetingKey>) -> Result<Sitting<'c>, OpError> {
        let named = key.or(context.meeting);
        Sitting::meant(context, named.map_or(Meant::InWriting, Meant::Named))
    }

    fn meant(context: &'c Context<'c>, meant: Meant) -> Result<Sitting<'c>, OpError> {
        let row = meeting(context.write, meant, context.today)?;
        let mut sitting = Sitting { context, row };
        sitting.follow_the_roster()?;
        sitting.note_what_is_lost()?;
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
            let open = meeting.state == State::Open && meeting.form.meets();
            open && item.is_some_and(|item| item.kind.reference() == Some(reference))
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
        if !self.meeting().state.is_under_way() {
            return Ok(());
        }
        let roster = self.meeting().roster.clone();
        if self.row.told == roster {
            return Ok(());
        }
        self.step(Event::RosterChanged { roster })
    }

    /// M15: an election that nobody can count any more is void, which is written with whatever is done next.
    fn note_what_is_lost(&self) -> Result<(), OpError> {
        let Some(election) = self.row.lost else {
            return Ok(());
        };
        let why = Void::Lost;
        // Whoever sees it tells it, also who looks at the meeting as of an earlier day.
        let at = self.now().max(self.meeting().latest());
        let entry = self.entry(at, Event::ElectionVoided { election, why });
        Ok(self.context.write.add_meeting_entry(self.row.id, &entry)?)
    }

    fn meeting(&self) -> &Meeting {
        &self.row.meeting
    }

    fn key(&self) -> MeetingKey {
        self.row.meeting.key
    }

    /// Norwegian time on the business date, no earlier than what was told of that day before (M4).
    fn now(&self) -> DateTime {
        let now = self.context.today.to_datetime(self.context.now.time());
        self.meeting().no_earlier(now)
    }

    /// Asks the policy whether the actor may do something in the meeting as it stands.
    fn allows(&self, act: Act) -> Result<(), OpError> {
        Ok(self.meeting().may(self.context.actor, act)?)
    }

    /// Whom a step is about: the one who is named, for whom it is registered, else the actor.
    fn who(&self, named: Option<&String>) -> String {
        named.unwrap_or(&self.context.actor.handle).clone()
    }

    /// What was done in the meeting.
    fn done(&self, done: &'static str) -> Outcome {
        let key = self.key().to_string();
        Outcome::new(done, &key)
            .with("meeting", key.clone())
            .made("meeting", key)
    }

    /// What was done in the meeting by or to somebody.
    fn done_by(&self, done: &'static str, handle: &str) -> Outcome {
        Outcome::new(done, self.key())
            .with("name", self.meeting().roster.name(handle).to_owned())
            .made("handle", handle)
    }

    /// One more entry now, checked and written.
    fn step(&mut self, event: Event) -> Result<(), OpError> {
        let at = self.now();
        self.step_at(at, event)
    }

    fn entry(&self, at: DateTime, event: Event) -> Entry {
        Entry {
            at,
            by: self.context.actor.handle.clone(),
            event,
        }
    }

    fn step_at(&mut self, at: DateTime, event: Event) -> Result<(), OpError> {
        let entry = self.entry(at, event);
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
                .ok_or_else(|| refuse("nothing-on-the-table").rule("M6"))?),
        }
    }
}

/// M12, M15: what the policy calls a vote that is cast: one's own, or that of somebody who is named.
fn casting(named: Option<&String>) -> Action {
    named.map_or(Action::Vote, |_| Action::RegisterForTheRoom)
}
