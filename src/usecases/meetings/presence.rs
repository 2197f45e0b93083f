//! Opening, adjourning and closing a meeting (M9), and who is there (M10).

use jiff::civil::Time;

use super::super::{Context, OpError, Outcome, UseCase};
use super::Sitting;
use super::votes::recommend_written;
use crate::domain::meeting::{Event, MeetingKey};
use crate::domain::policy::{Action, Subject};
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

    fn name(&self) -> &'static str {
        "meeting.open"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, self.key)?;
        let roster = sitting.meeting().roster.clone();
        let handle = context.actor.handle.clone();
        let leads = [&roster.leader, &roster.deputy].contains(&&Some(handle.clone()));
        if leads && !sitting.meeting().is_present(&handle) {
            sitting.step(Event::CameIn {
                handle: handle.clone(),
            })?;
        }
        let meeting = sitting.meeting();
        let nobody =
            meeting.chair(None).is_none() && context.actor.has(crate::domain::policy::Role::Secretariat);
        if !nobody {
            let chairs = meeting.chair(None) == Some(handle.as_str());
            context.may(
                Action::ChairMeeting,
                Subject::Meeting {
                    chairs,
                    seated: chairs,
                },
            )?;
        }
        sitting.step(Event::Opened { roster })?;
        let present = sitting.meeting().seating(None).len();
        Ok(Outcome::new("done-meeting-opened", sitting.key())
            .with("meeting", sitting.key().to_string())
            .with("present", present)
            .with("quorum", sitting.meeting().roster.quorum())
            .made("meeting", sitting.key().to_string()))
    }
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

    fn name(&self) -> &'static str {
        if self.out { "attend.out" } else { "attend.in" }
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let handle = self
            .handle
            .clone()
            .unwrap_or_else(|| context.actor.handle.clone());
        if handle != context.actor.handle {
            sitting.may(Action::RegisterForTheRoom)?;
        }
        let at = match self.at {
            Some(time) => context.today.to_datetime(time),
            None => sitting.now(),
        };
        if at > sitting.now() {
            return Err(refuse("presence-ahead").rule("M10").into());
        }
        let loses_a_vote = self.out && sitting.meeting().has_voted(&handle);
        come_or_go(&mut sitting, &handle, self.out, at)?;
        let name = sitting.meeting().roster.name(&handle).to_owned();
        let done = match (self.out, loses_a_vote) {
            (true, true) => "done-went-out-vote-lost",
            (true, false) => "done-went-out",
            (false, _) => "done-came-in",
        };
        Ok(Outcome::new(done, sitting.key())
            .with("name", name)
            .with(
                "present",
                sitting.meeting().seating(sitting.meeting().current).len(),
            )
            .made("handle", handle))
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

    fn name(&self) -> &'static str {
        "attend.all"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let meeting = sitting.meeting();
        // Before there is a chair, the leader or the deputy counts the room too.
        let leads =
            [&meeting.roster.leader, &meeting.roster.deputy].contains(&&Some(context.actor.handle.clone()));
        if !leads {
            sitting.may(Action::RegisterForTheRoom)?;
        }
        let holds = |handle: &String| {
            let mut seats = meeting.roster.seats.iter();
            seats.any(|seat| seat.holder.as_ref() == Some(handle))
        };
        if let Some(other) = self.absent.iter().find(|handle| !holds(handle)) {
            return Err(refuse("no-seat")
                .rule("M11")
                .with("handle", other.as_str())
                .into());
        }
        let holders: Vec<String> = meeting
            .roster
            .seats
            .iter()
            .filter_map(|seat| seat.holder.clone())
            .filter(|holder| !self.absent.contains(holder) && !meeting.is_present(holder))
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

    fn name(&self) -> &'static str {
        "meeting.adjourn"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        sitting.may(Action::ChairMeeting)?;
        let reason = text::prose(&self.reason)?;
        sitting.step(Event::Adjourned { reason })?;
        Ok(Outcome::new("done-meeting-adjourned", sitting.key())
            .with("meeting", sitting.key().to_string())
            .made("meeting", sitting.key().to_string()))
    }
}

/// M9: the meeting goes on.
#[derive(Debug)]
pub struct Resume;

impl UseCase for Resume {
    fn action(&self) -> Action {
        Action::ChairMeeting
    }

    fn name(&self) -> &'static str {
        "meeting.resume"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        sitting.may(Action::ChairMeeting)?;
        sitting.step(Event::Resumed)?;
        Ok(Outcome::new("done-meeting-resumed", sitting.key())
            .with("meeting", sitting.key().to_string())
            .made("meeting", sitting.key().to_string()))
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

    fn name(&self) -> &'static str {
        "meeting.close"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, self.key)?;
        if sitting.meeting().written.is_some() {
            let chairs = context.actor.roles.iter().any(|role| {
                use crate::domain::policy::Role::{Chair, Deputy};
                matches!(role, Chair | Deputy)
            });
            context.may(
                Action::ChairMeeting,
                Subject::Meeting {
                    chairs,
                    seated: chairs,
                },
            )?;
        } else {
            let meeting = sitting.meeting();
            let handle = Some(context.actor.handle.as_str());
            let chairs = [meeting.chair(meeting.current), meeting.chair(None)].contains(&handle);
            context.may(
                Action::ChairMeeting,
                Subject::Meeting {
                    chairs,
                    seated: chairs,
                },
            )?;
        }
        sitting.step(Event::Closed)?;
        recommend_written(&mut sitting)?;
        let left = sitting
            .meeting()
            .items
            .iter()
            .filter(|item| item.is_open())
            .count();
        Ok(Outcome::new("done-meeting-closed", sitting.key())
            .with("meeting", sitting.key().to_string())
            .with("left", left)
            .made("meeting", sitting.key().to_string())
            .made("left", left))
    }
}
