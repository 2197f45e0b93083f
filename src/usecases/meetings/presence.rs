//! Opening, adjourning and closing a meeting (M9), and who is there (M10).

use jiff::civil::Time;

use super::super::{Context, OpError, Outcome, UseCase};
use super::Sitting;
use super::votes::recommend_written;
use crate::domain::log_action::LogAction;
use crate::domain::meeting::{Act, Event, MeetingKey};
use crate::domain::policy::Action;
use crate::domain::refusal::refuse;
use crate::domain::text;

/// M3, M9: the leader or the deputy opens, and is there from then on.
#[derive(Debug)]
pub struct OpenMeeting {
    pub key: Option<MeetingKey>,
}

impl UseCase for OpenMeeting {
    fn action(&self) -> Action {
        // The secretariat opens it where there is nobody to chair, to have a chair elected (M3).
        Action::ConductElection
    }

    fn name(&self) -> LogAction {
        LogAction::MeetingOpen
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, self.key)?;
        begin(&mut sitting)?;
        let roster = sitting.meeting().roster.clone();
        sitting.step(Event::Opened { roster })?;
        let present = sitting.meeting().seating(None).len();
        Ok(sitting
            .done("done-meeting-opened")
            .with("present", present)
            .with("quorum", sitting.meeting().roster.quorum()))
    }
}

/// M3: whoever leads a meeting that begins, or goes on, comes in with it.
fn begin(sitting: &mut Sitting) -> Result<(), OpError> {
    sitting.allows(Act::Begin)?;
    let handle = sitting.who(None);
    if sitting.meeting().roster.leads(&handle) && !sitting.meeting().is_present(&handle) {
        sitting.step(Event::CameIn { handle })?;
    }
    Ok(())
}

/// M10: somebody comes or goes.
#[derive(Debug)]
pub struct Attend {
    /// The actor, unless the chair or the secretariat registers another.
    pub handle: Option<String>,
    pub out: bool,
    /// When; now unless given.
    pub at: Option<Time>,
}

impl UseCase for Attend {
    fn action(&self) -> Action {
        if self.handle.is_some() {
            Action::RegisterForTheRoom
        } else {
            Action::Attend
        }
    }

    fn name(&self) -> LogAction {
        if self.out {
            LogAction::AttendOut
        } else {
            LogAction::AttendIn
        }
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let handle = sitting.who(self.handle.as_ref());
        if handle != context.actor.handle {
            sitting.allows(Act::CountTheRoom)?;
        }
        let at = match self.at {
            Some(time) => context.today.to_datetime(time),
            None => sitting.now(),
        };
        if at > sitting.now() {
            return Err(refuse("presence-ahead").rule("M10").into());
        }
        let is_own = handle == context.actor.handle;
        if is_own && !self.out && sitting.meeting().is_in_session() && sitting.meeting().is_present(&handle) {
            return Err(refuse("already-registered").rule("M10").into());
        }
        // M15: who has voted in a secret election is told to nobody but themselves.
        let open = sitting.meeting().open_election();
        let is_secret = open.is_some_and(|open| open.secret.is_some()) && !is_own;
        let loses_a_vote = self.out && !is_secret && sitting.meeting().has_voted(&handle);
        come_or_go(&mut sitting, &handle, self.out, at)?;
        let done = match (self.out, loses_a_vote) {
            (true, true) => "done-went-out-vote-lost",
            (true, false) => "done-went-out",
            (false, _) => "done-came-in",
        };
        let present = sitting.meeting().seating(sitting.meeting().current).len();
        Ok(sitting.done_by(done, &handle).with("present", present))
    }
}

fn come_or_go(
    sitting: &mut Sitting,
    handle: &str,
    out: bool,
    at: jiff::civil::DateTime,
) -> Result<(), OpError> {
    let context = sitting.context;
    let member = context.write.member(handle, context.today)?;
    if !member.is_some_and(|member| member.active) {
        return Err(refuse("member-unknown").with("handle", handle).into());
    }
    let handle = handle.to_owned();
    sitting.step_at(
        at,
        if out {
            Event::WentOut { handle }
        } else {
            Event::CameIn { handle }
        },
    )
}

/// M10: everybody who holds a seat is there.
#[derive(Debug)]
pub struct AttendAll {
    /// But for these.
    pub absent: Vec<String>,
}

impl UseCase for AttendAll {
    fn action(&self) -> Action {
        Action::RegisterForTheRoom
    }

    fn name(&self) -> LogAction {
        LogAction::AttendAll
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        sitting.allows(Act::CountTheRoom)?;
        let meeting = sitting.meeting();
        if let Some(other) = self.absent.iter().find(|handle| !meeting.roster.holds(handle)) {
            return Err(refuse("no-seat")
                .rule("M11")
                .with("handle", other.as_str())
                .into());
        }
        let holders: Vec<String> = meeting
            .holders_away()
            .filter(|holder| !self.absent.contains(holder))
            .cloned()
            .collect();
        let now = sitting.now();
        for holder in &holders {
            come_or_go(&mut sitting, holder, false, now)?;
        }
        Ok(Outcome::new("done-all-came-in", sitting.key())
            .with("count", holders.len())
            .with("present", sitting.meeting().seating(None).len())
            .made("count", holders.len()))
    }
}

/// M9: a pause, or until another day.
#[derive(Debug)]
pub struct Adjourn {
    pub reason: String,
}

impl UseCase for Adjourn {
    fn action(&self) -> Action {
        Action::ChairMeeting
    }

    fn name(&self) -> LogAction {
        LogAction::MeetingAdjourn
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        sitting.allows(Act::Turn)?;
        let reason = text::prose(&self.reason)?;
        sitting.step(Event::Adjourned { reason })?;
        Ok(sitting.done("done-meeting-adjourned"))
    }
}

/// M3, M9: the meeting goes on, led as when it was opened.
#[derive(Debug)]
pub struct Resume;

impl UseCase for Resume {
    fn action(&self) -> Action {
        Action::ConductElection
    }

    fn name(&self) -> LogAction {
        LogAction::MeetingResume
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        begin(&mut sitting)?;
        sitting.step(Event::Resumed)?;
        Ok(sitting.done("done-meeting-resumed"))
    }
}

/// M9: the meeting is over. A written procedure that everybody agreed to is decided with it (M16).
#[derive(Debug)]
pub struct CloseMeeting {
    pub key: Option<MeetingKey>,
}

impl UseCase for CloseMeeting {
    fn action(&self) -> Action {
        Action::ChairMeeting
    }

    fn name(&self) -> LogAction {
        LogAction::MeetingClose
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, self.key)?;
        sitting.allows(Act::Close)?;
        sitting.step(Event::Closed)?;
        recommend_written(&mut sitting)?;
        let left = sitting
            .meeting()
            .items
            .iter()
            .filter(|item| item.is_open())
            .count();
        let outcome = match sitting.meeting().minutes().written {
            Some(written) => sitting
                .done("done-written-closed")
                .word("result", written.ending()),
            None => sitting.done("done-meeting-closed").with("left", left),
        };
        Ok(outcome.made("left", left))
    }
}
