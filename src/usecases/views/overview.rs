//! The first screen: what is waiting for the viewer, the capital in three figures, and how the round and the
//! invitation are going.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time};

use super::super::queries::ahead::summary;
use super::super::queries::capital::facts_of;
use super::super::queries::forecast_facts::facts_from;
use super::super::queries::meetings::latest;
use super::super::queries::participants::standing;
use super::super::{Change, OpError};
use super::rounds::progress;
use super::{View, Viewer};
use crate::domain::capital::Capital;
use crate::domain::contribution::Standing;
use crate::domain::council::Round;
use crate::domain::forecast::Summary;
use crate::domain::meeting::{ItemState, MeetingKey, State};
use crate::domain::money::Ore;
use crate::domain::policy::{Actor, Role};
use crate::domain::proposal::{Ref, Stage};
use crate::domain::repayment::ChargeStanding;
use crate::domain::scheme::Limit;
use crate::store::{Read, RoundProposal};

/// The overview.
#[derive(Clone, Copy, Debug)]
pub struct Overview;

/// Something that waits for the viewer, by role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
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
    /// Ranked proposals that the council has not recommended on.
    Recommend {
        proposals: Vec<(Ref, String)>,
        count: usize,
    },
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

/// The open or latest round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundProgress {
    pub round: Round,
    pub proposals: usize,
    pub submitted: usize,
    pub expected: usize,
}

/// A meeting of the council that is ahead or open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextMeeting {
    pub key: MeetingKey,
    pub state: State,
    pub held_on: Date,
    pub starts: Option<Time>,
    pub place: String,
    /// How many items are on its agenda, but those that were withdrawn.
    pub items: usize,
    /// What is on the table: the number and the title of the item.
    pub on_the_table: Option<(String, String)>,
}

/// What the overview shows.
#[derive(Clone, Debug, PartialEq)]
pub struct OverviewData {
    pub actor: Actor,
    pub demo: bool,
    pub title: crate::domain::scheme::Name,
    pub tasks: Vec<Task>,
    pub capital: Capital,
    /// What limits a new commitment (K1, K2).
    pub limit: Limit,
    /// F1, F4, K2: what is expected of the capital.
    pub summary: Summary,
    pub round: Option<RoundProgress>,
    /// The meeting that is open, else the next one.
    pub meeting: Option<NextMeeting>,
    /// How many participants stand where (C4).
    pub standings: Vec<(Standing, usize)>,
    /// How many proposals stand at each stage.
    pub stages: Vec<(Stage, usize)>,
}

impl OverviewData {
    /// C4: how many were invited.
    #[must_use]
    pub fn invited(&self) -> usize {
        self.standings.iter().map(|(_, count)| count).sum()
    }

    /// C4: how many have said yes, whether they have paid or not.
    #[must_use]
    pub fn joined(&self) -> usize {
        let joined = self
            .standings
            .iter()
            .filter(|(standing, _)| standing.has_joined());
        joined.map(|(_, count)| count).sum()
    }
}

/// How many proposals a task names.
const NAMED: usize = 3;

impl View for Overview {
    type Data = OverviewData;

    fn shows(&self, change: &Change) -> bool {
        // What goes on in a meeting is told when it comes to something.
        !change.is_of_a_sitting()
    }

    fn read(&self, viewer: &Viewer) -> Result<OverviewData, OpError> {
        let read = viewer.read;
        let scheme = &read.fund.scheme;
        let mut standings: BTreeMap<Standing, usize> = BTreeMap::new();
        let participants = read.participants(viewer.today)?;
        for row in &participants {
            *standings.entry(standing(scheme, row, viewer.today)).or_default() += 1;
        }
        let counts = read.stage_counts()?;
        let mut stages: Vec<(Stage, usize)> = counts
            .into_iter()
            .map(|(stage, count)| (stage, usize::try_from(count).unwrap_or(0)))
            .collect();
        stages.sort();
        let (round, proposals) = latest_round(viewer)?.unzip();
        let late = standings.get(&Standing::PaymentLate).copied().unwrap_or(0);
        let today = viewer.today;
        let capital = Capital::of(scheme, &facts_of(read, &participants, today)?, today);
        let summary = summary(facts_from(read, &participants, &capital, today)?);
        Ok(OverviewData {
            actor: viewer.actor.clone(),
            demo: read.fund.demo,
            title: scheme.title.clone(),
            tasks: tasks(viewer, round.as_ref().zip(proposals.as_deref()), &stages, late)?,
            capital,
            limit: scheme.limit,
            summary,
            round,
            meeting: next_meeting(viewer)?,
            standings: standings.into_iter().collect(),
            stages,
        })
    }
}

fn next_meeting(viewer: &Viewer) -> Result<Option<NextMeeting>, OpError> {
    let ahead = viewer.read.meetings_ahead()?;
    Ok(latest(ahead).map(|row| {
        let meeting = row.meeting;
        let listed = meeting
            .items
            .iter()
            .filter(|item| item.state != ItemState::Withdrawn);
        let on_the_table = meeting.on_the_table();
        NextMeeting {
            key: meeting.key,
            state: meeting.state,
            held_on: meeting.held_on,
            starts: meeting.starts,
            items: listed.count(),
            on_the_table: on_the_table.map(|item| (item.called(meeting.key.year), item.title.clone())),
            place: meeting.place,
        }
    }))
}

/// The open or latest round, and its proposals.
fn latest_round(viewer: &Viewer) -> Result<Option<(RoundProgress, Vec<RoundProposal>)>, OpError> {
    let read = viewer.read;
    let rounds = read.rounds()?;
    let open = rounds.iter().rev().find(|row| row.round.revealed_on.is_none());
    let Some(row) = open.or(rounds.last()).cloned() else {
        return Ok(None);
    };
    let proposals = read.round_proposals(row.round.id)?;
    let (submitted, expected) = progress(viewer, &row.round, &proposals)?;
    let progress = RoundProgress {
        round: row.round,
        proposals: row.proposals,
        submitted,
        expected,
    };
    Ok(Some((progress, proposals)))
}

fn tasks(
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
    let mut tasks = Vec::new();
    let open = round.filter(|(progress, _)| progress.round.revealed_on.is_none());
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
    if chairs && let Some(Waiting { proposals, count }) = waiting_at(viewer, Stage::Ranked)? {
        tasks.push(Task::Recommend { proposals, count });
    }
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

/// What waits at a stage, but what the viewer leaves to others because of a conflict; `None` when there is nothing.
fn waiting_at(viewer: &Viewer, stage: Stage) -> Result<Option<Waiting>, OpError> {
    let mut proposals = viewer.read.titles_at(stage, &viewer.actor.handle)?;
    let count = proposals.len();
    proposals.truncate(NAMED);
    Ok((count > 0).then_some(Waiting { proposals, count }))
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
