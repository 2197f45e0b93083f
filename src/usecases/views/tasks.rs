//! What waits for the viewer, by role, and where it is done.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::super::OpError;
use super::super::queries::meetings::{as_of, council_rules, listed};
use super::Viewer;
use super::rounds::RoundProgress;
use crate::domain::council::Round;
use crate::domain::meeting::{Act, Meeting, MeetingKey, State, WrittenResult};
use crate::domain::money::Ore;
use crate::domain::policy::Role;
use crate::domain::proposal::{Ref, Stage};
use crate::domain::repayment::ChargeStanding;
use crate::store::{MeetingRow, Read, RoundProposal};

/// Something that waits for the viewer, by role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// M12, M15: meetings in which people vote, and the viewer has not.
    Vote { meetings: Vec<MeetingKey> },
    /// M9: meetings that are under way, in which the viewer has a seat.
    InSession { meetings: Vec<MeetingKey> },
    /// M9: meetings that are to be opened today, for the council and the secretariat; whether the viewer's office opens them.
    Meets { meetings: Vec<MeetingKey>, opens: bool },
    /// Proposals that the viewer has not scored; the first of them.
    Score {
        round: String,
        left: usize,
        of: usize,
        next: Ref,
    },
    /// An open round in which `submitted` of `expected` cards are in.
    Reveal {
        round: String,
        submitted: usize,
        expected: usize,
    },
    /// Ranked proposals that the council has not recommended on, where the chair may do so without a vote (M14).
    Recommend {
        proposals: Vec<(Ref, String)>,
        count: usize,
    },
    /// M14: ranked proposals that are on the agenda of no meeting, where a vote is needed.
    ToAgenda {
        proposals: Vec<(Ref, String)>,
        count: usize,
    },
    /// M17: meetings that are closed and have no final minutes.
    Minutes { meetings: Vec<MeetingKey> },
    /// M17: the same, for the chair, who waits for the secretariat.
    MinutesAwaited { meetings: Vec<MeetingKey> },
    /// M16: written procedures that the viewer has not answered.
    Answer { meetings: Vec<MeetingKey> },
    /// M16: written procedures that nothing more is awaited in: everybody has answered, one has said no, or the deadline is past.
    CloseWritten { meetings: Vec<MeetingKey> },
    /// Recommended proposals that KS has not decided.
    Decide {
        proposals: Vec<(Ref, String)>,
        count: usize,
    },
    /// Disbursements that another registered.
    Approve { count: usize },
    /// Disbursements and refunds that wait for another to approve them (L6).
    Awaits { count: usize },
    /// Submitted proposals that have not been through the gates.
    Qualify {
        proposals: Vec<(Ref, String)>,
        count: usize,
    },
    /// Qualified proposals that are in no round.
    OpenRound { count: usize },
    /// Participants that joined and have not paid in time.
    Remind { count: usize },
    /// R4: charges that are unpaid past their due date, and the solution when they are all on one.
    Overdue {
        count: usize,
        amount: Ore,
        only: Option<Ref>,
    },
    /// Adopters that are owed back, and the solution when it is but one.
    Refund {
        count: usize,
        amount: Ore,
        only: Option<Ref>,
    },
}

/// How many proposals a task names.
const NAMED: usize = 3;

/// What waits for the viewer.
pub fn tasks(
    viewer: &Viewer,
    round: Option<(&RoundProgress, &[RoundProposal])>,
    stages: &[(Stage, usize)],
    late: usize,
) -> Result<Vec<Task>, OpError> {
    let (read, actor) = (viewer.read, viewer.actor);
    let at = |stage| {
        stages
            .iter()
            .find(|(s, _)| *s == stage)
            .map_or(0, |(_, count)| *count)
    };
    let chairs = actor.has(Role::Chair) || actor.has(Role::Deputy);
    let ahead = read.meetings_ahead()?;
    let under_way = under_way(viewer, &ahead)?;
    let mut tasks: Vec<Task> = own_votes(viewer, &under_way).into_iter().collect();
    tasks.extend(in_session(viewer, &under_way));
    tasks.extend(meets_today(viewer, &ahead, chairs));
    let open = round.filter(|(progress, _)| !progress.round.is_revealed());
    if let Some((progress, proposals)) = open {
        if actor.sits_in_council() {
            tasks.extend(own_scoring(viewer, &progress.round, proposals)?);
        }
        if chairs {
            let (submitted, expected) = (progress.submitted, progress.expected);
            tasks.push(Task::Reveal {
                round: progress.round.name.clone(),
                submitted,
                expected,
            });
        }
    }
    tasks.extend(in_writing(viewer, ahead)?);
    tasks.extend(of_the_council(viewer, chairs)?);
    if actor.has(Role::Ks)
        && let Some(Waiting { proposals, count }) = waiting_at(viewer, Stage::Recommended)?
    {
        tasks.push(Task::Decide { proposals, count });
    }
    let (approve, awaits) = approvals(viewer)?;
    tasks.extend(approve);
    if (actor.has(Role::Secretariat) || chairs)
        && let Some(Waiting { proposals, count }) = waiting_at(viewer, Stage::Submitted)?
    {
        tasks.push(Task::Qualify { proposals, count });
    }
    if chairs && at(Stage::Qualified) + at(Stage::Postponed) > 0 {
        tasks.push(Task::OpenRound {
            count: at(Stage::Qualified) + at(Stage::Postponed),
        });
    }
    if actor.has(Role::Secretariat) && late > 0 {
        tasks.push(Task::Remind { count: late });
    }
    if actor.has(Role::Secretariat) {
        tasks.extend(repayments(read, viewer.today)?);
    }
    tasks.extend(awaits);
    Ok(tasks)
}

/// M11: the meetings that are under way, with the seats of today.
fn under_way(viewer: &Viewer, ahead: &[MeetingRow]) -> Result<Vec<Meeting>, OpError> {
    let rows = ahead.iter().filter(|row| row.meeting.state.is_under_way());
    rows.map(|row| Ok(as_of(viewer.read, row.clone(), viewer.today)?.meeting))
        .collect()
}

/// M12, M15: what is voted on while others wait for the viewer's vote. How anybody has voted is not told.
fn own_votes(viewer: &Viewer, under_way: &[Meeting]) -> Option<Task> {
    let waiting = under_way
        .iter()
        .filter(|meeting| meeting.awaits_the_vote_of(&viewer.actor.handle));
    let meetings: Vec<MeetingKey> = waiting.map(|meeting| meeting.key).collect();
    (!meetings.is_empty()).then_some(Task::Vote { meetings })
}

/// M9: what goes on while the viewer has a seat in it, but where a vote already leads there.
fn in_session(viewer: &Viewer, under_way: &[Meeting]) -> Option<Task> {
    let handle = viewer.actor.handle.as_str();
    let open = under_way.iter().filter(|meeting| {
        let has_a_seat = meeting.roster.holds(handle) || meeting.sits(meeting.current, handle);
        meeting.is_in_session() && has_a_seat && !meeting.awaits_the_vote_of(handle)
    });
    let meetings: Vec<MeetingKey> = open.map(|meeting| meeting.key).collect();
    (!meetings.is_empty()).then_some(Task::InSession { meetings })
}

/// M9: what the council meets for today.
fn meets_today(viewer: &Viewer, ahead: &[MeetingRow], opens: bool) -> Option<Task> {
    let actor = viewer.actor;
    if !opens && !actor.sits_in_council() && !actor.has(Role::Secretariat) {
        return None;
    }
    let today = ahead.iter().map(|row| &row.meeting).filter(|meeting| {
        meeting.held_on == viewer.today && meeting.form.meets() && meeting.state == State::Called
    });
    let meetings: Vec<MeetingKey> = today.map(|meeting| meeting.key).collect();
    (!meetings.is_empty()).then_some(Task::Meets { meetings, opens })
}

/// M16: the written procedures that wait for the viewer's answer, and those that the viewer may close now.
fn in_writing(viewer: &Viewer, ahead: Vec<MeetingRow>) -> Result<Vec<Task>, OpError> {
    let (handle, now) = (viewer.actor.handle.as_str(), viewer.now());
    let (mut answer, mut close) = (Vec::new(), Vec::new());
    for row in ahead {
        let open = row.meeting.state == State::Open;
        if !open || row.meeting.written.is_none() {
            continue;
        }
        let meeting = as_of(viewer.read, row, viewer.today)?.meeting;
        let Some(written) = &meeting.written else { continue };
        let unanswered = now <= written.deadline && !written.answers.contains_key(handle);
        let seats = meeting.written_seating();
        if unanswered && seats.iter().any(|seated| seated.handle == handle) {
            answer.push(meeting.key);
        }
        let waits = meeting.written_result(now) == WrittenResult::Waiting;
        if !waits && meeting.may(viewer.actor, Act::Close).is_ok() {
            close.push(meeting.key);
        }
    }
    let answer = (!answer.is_empty()).then_some(Task::Answer { meetings: answer });
    let close = (!close.is_empty()).then_some(Task::CloseWritten { meetings: close });
    Ok(answer.into_iter().chain(close).collect())
}

/// M14, M17: what waits for a recommendation, and minutes that are not final.
fn of_the_council(viewer: &Viewer, chairs: bool) -> Result<Vec<Task>, OpError> {
    let prepares = viewer.actor.has(Role::Secretariat);
    if !chairs && !prepares {
        return Ok(Vec::new());
    }
    let mut tasks = Vec::new();
    if !council_rules(viewer.read, viewer.today)?.recommend_outside_meeting {
        let listed = listed(viewer.read)?;
        let mut ranked = viewer.read.titles_at(Stage::Ranked, &viewer.actor.handle)?;
        ranked.retain(|(reference, _)| !listed.contains_key(reference));
        let waiting = Waiting::of(ranked);
        tasks.extend(waiting.map(|Waiting { proposals, count }| Task::ToAgenda { proposals, count }));
    } else if chairs && let Some(Waiting { proposals, count }) = waiting_at(viewer, Stage::Ranked)? {
        tasks.push(Task::Recommend { proposals, count });
    }
    let meetings = viewer.read.without_final_minutes()?;
    if !meetings.is_empty() {
        tasks.push(if prepares {
            Task::Minutes { meetings }
        } else {
            Task::MinutesAwaited { meetings }
        });
    }
    Ok(tasks)
}

/// L6: what the viewer may approve, and, for those who register, what waits for another.
fn approvals(viewer: &Viewer) -> Result<(Option<Task>, Option<Task>), OpError> {
    let user = viewer.actor;
    let (approves, registers) = (user.has(Role::Ks), user.has(Role::Secretariat));
    if !approves && !registers {
        return Ok((None, None));
    }
    let waiting = viewer.read.waiting_disbursements(viewer.today)?.into_iter();
    let (mine, others): (Vec<_>, Vec<_>) =
        waiting.partition(|one| approves && one.registered_by != user.handle);
    let awaits = registers && !others.is_empty();
    Ok((
        (!mine.is_empty()).then_some(Task::Approve { count: mine.len() }),
        awaits.then_some(Task::Awaits { count: others.len() }),
    ))
}

/// R4: what adopters have not paid in time, and what they are owed back.
fn repayments(read: &Read, today: Date) -> Result<Vec<Task>, OpError> {
    let charges = read.charges(today)?.into_iter();
    let overdue: Vec<(Ref, Ore)> = charges
        .filter(|charge| charge.standing(today) == ChargeStanding::Overdue)
        .map(|charge| (charge.reference, charge.open()))
        .collect();
    let owed = read.refunds_owed(today)?.into_iter();
    let owed: Vec<(Ref, Ore)> = owed.map(|(reference, _, amount)| (reference, amount)).collect();
    let mut tasks = Vec::new();
    if !overdue.is_empty() {
        let (count, amount, only) = summed(&overdue);
        tasks.push(Task::Overdue { count, amount, only });
    }
    if !owed.is_empty() {
        let (count, amount, only) = summed(&owed);
        tasks.push(Task::Refund { count, amount, only });
    }
    Ok(tasks)
}

/// How many, how much together, and the project when there is but one.
fn summed(amounts: &[(Ref, Ore)]) -> (usize, Ore, Option<Ref>) {
    let projects: BTreeSet<Ref> = amounts.iter().map(|(reference, _)| *reference).collect();
    let only = projects.first().copied().filter(|_| projects.len() == 1);
    (
        amounts.len(),
        amounts.iter().map(|(_, amount)| *amount).sum(),
        only,
    )
}

/// Proposals that wait at a stage.
struct Waiting {
    /// The first of them.
    proposals: Vec<(Ref, String)>,
    count: usize,
}

impl Waiting {
    /// Nothing where there is nothing.
    fn of(mut proposals: Vec<(Ref, String)>) -> Option<Waiting> {
        let count = proposals.len();
        proposals.truncate(NAMED);
        (count > 0).then_some(Waiting { proposals, count })
    }
}

/// What waits at a stage, but what the viewer leaves to others because of a conflict; `None` when there is nothing.
fn waiting_at(viewer: &Viewer, stage: Stage) -> Result<Option<Waiting>, OpError> {
    Ok(Waiting::of(viewer.read.titles_at(stage, &viewer.actor.handle)?))
}

/// What the viewer has left to score in an open round.
fn own_scoring(viewer: &Viewer, round: &Round, proposals: &[RoundProposal]) -> Result<Option<Task>, OpError> {
    let (read, me) = (viewer.read, viewer.actor.handle.as_str());
    let conflicts = read.conflicts_of(round.id, me)?.into_iter();
    let conflicts: BTreeSet<Ref> = conflicts.map(|(proposal, _)| proposal).collect();
    let mine = |proposal: &&RoundProposal| {
        proposal.stage == Stage::Scoring && !conflicts.contains(&proposal.reference)
    };
    let mine = proposals.iter().filter(mine);
    let scored: BTreeSet<Ref> = read.scored_by(round.id, me)?.into_iter().collect();
    let left = mine
        .clone()
        .filter(|proposal| !scored.contains(&proposal.reference));
    Ok(left.clone().next().map(|next| Task::Score {
        round: round.name.clone(),
        left: left.count(),
        of: mine.count(),
        next: next.reference,
    }))
}
