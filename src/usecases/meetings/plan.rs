//! Planning a meeting, its notice, and calling it off (M9).

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};

use super::super::queries::meetings::{council_rules, next_item_number};
use super::super::queries::ranking::whole_list;
use super::super::{Context, OpError, Outcome, UseCase};
use super::Sitting;
use super::agenda::recommendable;
use crate::domain::log_action::LogAction;
use crate::domain::meeting::{
    Entry, Event, Form, ItemKind, ItemState, Meeting, MeetingKey, Motion, Paper, State, notice_is_short,
};
use crate::domain::policy::Action;
use crate::domain::proposal::Ref;
use crate::domain::refusal::refuse;
use crate::domain::scoring::two_decimals;
use crate::domain::text;

/// M9: a meeting on a day. What earlier meetings left without a result, and minutes that wait to be approved, are put on its
/// agenda.
#[derive(Debug)]
pub struct PlanMeeting {
    pub held_on: Date,
    pub starts: Option<Time>,
    pub place: String,
    pub form: Form,
}

impl UseCase for PlanMeeting {
    fn action(&self) -> Action {
        Action::PrepareMeeting
    }

    fn name(&self) -> LogAction {
        LogAction::MeetingPlan
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let rows = context.write.meetings()?;
        let year = self.held_on.year();
        let numbers = rows
            .iter()
            .map(|row| row.meeting.key)
            .filter(|key| key.year == year);
        let key = MeetingKey {
            year,
            number: numbers.map(|key| key.number).max().unwrap_or(0) + 1,
        };
        if self.held_on < context.today {
            return Err(refuse("meeting-in-the-past")
                .rule("M9")
                .with("date", self.held_on)
                .into());
        }
        let place = text::line(&self.place)?;
        // The minutes must have it, and nobody can add it later.
        if self.form.has_a_place() && place.is_empty() {
            return Err(refuse("meeting-without-place").rule("M4").into());
        }
        let planned = Entry {
            at: context.today.to_datetime(context.now.time()),
            by: context.actor.handle.clone(),
            event: Event::Planned {
                key,
                held_on: self.held_on,
                starts: self.starts,
                place,
                form: self.form,
            },
        };
        let id = context.write.add_meeting(key)?;
        context.write.add_meeting_entry(id, &planned)?;
        carry_over(&mut Sitting::of(context, Some(key))?)?;
        let done = if self.form.meets() {
            "done-meeting-planned"
        } else {
            "done-written-planned"
        };
        Ok(Outcome::new(done, key)
            .with("meeting", key.to_string())
            .with("date", self.held_on)
            .made("meeting", key.to_string()))
    }
}

/// M2, M6, M17: puts on the list what earlier meetings left without a result, and minutes that wait to be approved.
fn carry_over(sitting: &mut Sitting) -> Result<(), OpError> {
    if !sitting.meeting().form.meets() {
        return Ok(());
    }
    let rows = sitting.context.write.meetings()?;
    let meetings: Vec<&Meeting> = rows.iter().map(|row| &row.meeting).collect();
    for left in leftovers(&meetings) {
        let ranked = |reference| recommendable(sitting.context, reference).is_ok();
        if left.kind.reference().is_some_and(|reference| !ranked(reference)) {
            continue;
        }
        let item = sitting.meeting().next_item();
        sitting.step(Event::ItemAdded {
            item,
            kind: left.kind,
            title: left.title,
            internal: left.internal,
            proposed: left.proposed,
            number: None,
            objections: Vec::new(),
        })?;
    }
    Ok(())
}

/// What waits for a list.
struct Leftover {
    kind: ItemKind,
    title: String,
    internal: bool,
    proposed: Option<Motion>,
}

impl Leftover {
    /// Whether a list has it, also if it was withdrawn from it.
    fn is_on(&self, meeting: &Meeting) -> bool {
        let mut items = meeting.items.iter();
        items.any(|item| item.kind == self.kind && item.title == self.title)
    }
}

/// What is on no list of a meeting to come, nor was on one after the meeting that left it. A cancelled meeting has freed its
/// items (M9).
fn leftovers(meetings: &[&Meeting]) -> Vec<Leftover> {
    let mut left: Vec<Leftover> = Vec::new();
    let ahead = |of: &Leftover| {
        meetings
            .iter()
            .any(|other| other.state.is_ahead() && of.is_on(other))
    };
    for meeting in meetings.iter().filter(|meeting| meeting.state == State::Final) {
        let minutes = Leftover {
            kind: ItemKind::Minutes { meeting: meeting.key },
            title: meeting.key.to_string(),
            internal: false,
            proposed: None,
        };
        if !ahead(&minutes) {
            left.push(minutes);
        }
    }
    let over = meetings.iter().filter(|meeting| meeting.state.is_over());
    for meeting in over {
        let when = |meeting: &Meeting| (meeting.held_on, meeting.key);
        for item in meeting.items.iter().filter(|item| item.is_open()) {
            let open = Leftover {
                kind: item.kind.clone(),
                title: item.title.clone(),
                internal: item.internal,
                proposed: item.proposed.clone(),
            };
            let mut later = meetings
                .iter()
                .filter(|other| other.state.is_over() && when(other) > when(meeting));
            let waits = left
                .iter()
                .any(|other| other.kind == open.kind && other.title == open.title);
            if !waits && !ahead(&open) && !later.any(|other| open.is_on(other)) {
                left.push(open);
            }
        }
    }
    left
}

/// M9: the notice. The items get their numbers (M6), and what is known of the proposals is frozen as their papers.
#[derive(Debug)]
pub struct CallMeeting {
    pub key: Option<MeetingKey>,
    /// Needed when the notice is short.
    pub reason: String,
}

impl UseCase for CallMeeting {
    fn action(&self) -> Action {
        Action::PrepareMeeting
    }

    fn name(&self) -> LogAction {
        LogAction::MeetingCall
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, self.key)?;
        let reason = text::prose(&self.reason)?;
        let days = council_rules(context.write, context.today)?.notice_days;
        let held_on = sitting.meeting().held_on;
        if notice_is_short(context.today, held_on, days) && reason.is_empty() {
            return Err(refuse("notice-short")
                .rule("M9")
                .with("days", i64::from(days))
                .with("date", held_on)
                .into());
        }
        call(&mut sitting, reason)?;
        let count = sitting
            .meeting()
            .items
            .iter()
            .filter(|item| item.number.is_some())
            .count();
        Ok(sitting
            .done("done-meeting-called")
            .with("date", held_on)
            .with("count", count)
            .made("items", count))
    }
}

/// Numbers the items and freezes list and papers.
pub(super) fn call(sitting: &mut Sitting, reason: String) -> Result<(), OpError> {
    // What has come since it was planned.
    carry_over(sitting)?;
    let context = sitting.context;
    let first = next_item_number(context.write, sitting.key().year)?;
    let mut numbers = BTreeMap::new();
    let mut papers = BTreeMap::new();
    let listed = sitting.meeting().items.iter();
    for (number, item) in (first..).zip(listed.filter(|item| item.state == ItemState::Listed)) {
        numbers.insert(item.id, number);
        if let Some(reference) = item.kind.reference() {
            papers.insert(item.id, paper(context, reference)?);
        }
    }
    sitting.step(Event::Called {
        on: context.today,
        reason,
        numbers,
        papers,
    })
}

fn paper(context: &Context, reference: Ref) -> Result<Paper, OpError> {
    let row = context.write.proposal(reference)?;
    let row = row.ok_or_else(|| refuse("proposal-unknown").with("ref", reference))?;
    let applicant = row.applicant_name().to_owned();
    let details = row.proposal.details;
    let round = context.round_of(reference)?;
    let list = whole_list(context.write, &round)?;
    let placed = list
        .items
        .iter()
        .find(|placed| placed.proposal.reference == reference);
    let score = placed.and_then(|placed| placed.proposal.aggregate.as_ref());
    Ok(Paper {
        applicant,
        summary: details.summary,
        cost: details.cost,
        applied: details.applied,
        place: placed
            .and_then(|placed| placed.place)
            .and_then(|place| u32::try_from(place).ok()),
        score: score.map(|aggregate| two_decimals(aggregate.mean)),
    })
}

/// M9: called off. Its items are free again.
#[derive(Debug)]
pub struct CancelMeeting {
    pub key: Option<MeetingKey>,
    pub reason: String,
}

impl UseCase for CancelMeeting {
    fn action(&self) -> Action {
        Action::CancelMeeting
    }

    fn name(&self) -> LogAction {
        LogAction::MeetingCancel
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, self.key)?;
        let reason = text::required_prose(&self.reason)?;
        sitting.step(Event::Cancelled { reason })?;
        Ok(sitting.done("done-meeting-cancelled"))
    }
}
