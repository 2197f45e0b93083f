//! The overview for scripts.

use serde::Serialize;

use crate::domain::contribution::Standing;
use crate::domain::money::Ore;
use crate::domain::proposal::Stage;
use crate::i18n::Words;
use crate::present::overview::title;
use crate::usecases::views::overview::{OverviewData, Task};

#[derive(Serialize)]
pub(super) struct Report {
    as_of: String,
    title: String,
    demo: bool,
    actor: String,
    tasks: Vec<TaskReport>,
    paid_ore: Ore,
    outstanding_commitments_ore: Ore,
    free_on_hand_ore: Ore,
    free_cash_flow_ore: Ore,
    round: Option<RoundReport>,
    participants: Vec<StandingCount>,
    proposals: Vec<StageCount>,
}

#[derive(Serialize)]
struct TaskReport {
    kind: &'static str,
    count: usize,
}

#[derive(Serialize)]
struct RoundReport {
    round: String,
    revealed_on: Option<String>,
    #[serde(rename = "cases")]
    proposals: usize,
    submitted: usize,
    expected: usize,
}

#[derive(Serialize)]
struct StandingCount {
    standing: Standing,
    count: usize,
}

#[derive(Serialize)]
struct StageCount {
    stage: Stage,
    count: usize,
}

pub(super) fn report(data: &OverviewData, words: &Words) -> Report {
    Report {
        as_of: data.capital.as_of.to_string(),
        title: title(&data.title, words).to_owned(),
        demo: data.demo,
        actor: data.actor.handle.clone(),
        tasks: data.tasks.iter().map(task_report).collect(),
        paid_ore: paid(data),
        outstanding_commitments_ore: data.capital.outstanding_commitments,
        free_on_hand_ore: data.capital.free_on_hand,
        free_cash_flow_ore: data.summary.free_cash_flow,
        round: data.round.as_ref().map(|progress| RoundReport {
            round: progress.round.name.clone(),
            revealed_on: progress.round.revealed_on.map(|date| date.to_string()),
            proposals: progress.proposals,
            submitted: progress.submitted,
            expected: progress.expected,
        }),
        participants: data
            .standings
            .iter()
            .map(|(standing, count)| StandingCount {
                standing: *standing,
                count: *count,
            })
            .collect(),
        proposals: data
            .stages
            .iter()
            .map(|(stage, count)| StageCount {
                stage: *stage,
                count: *count,
            })
            .collect(),
    }
}

fn task_report(task: &Task) -> TaskReport {
    let (kind, count) = match task {
        Task::Vote { meetings } => ("vote", meetings.len()),
        Task::InSession { meetings } => ("in-session", meetings.len()),
        Task::Meets { meetings, .. } => ("meets", meetings.len()),
        Task::Score { left, .. } => ("score", *left),
        Task::Reveal { .. } => ("reveal", 1),
        Task::Recommend { count, .. } => ("recommend", *count),
        Task::ToAgenda { count, .. } => ("to-agenda", *count),
        Task::Minutes { meetings } => ("minutes", meetings.len()),
        Task::MinutesAwaited { meetings } => ("minutes-awaited", meetings.len()),
        Task::Answer { meetings } => ("answer", meetings.len()),
        Task::CloseWritten { meetings } => ("close-written", meetings.len()),
        Task::Decide { count, .. } => ("decide", *count),
        Task::Approve { count } => ("approve", *count),
        Task::Awaits { count } => ("awaits", *count),
        Task::Qualify { count, .. } => ("qualify", *count),
        Task::OpenRound { count } => ("open-round", *count),
        Task::Remind { count } => ("remind", *count),
        Task::Overdue { count, .. } => ("overdue", *count),
        Task::Refund { count, .. } => ("refund", *count),
    };
    TaskReport { kind, count }
}

/// Received from everybody (C6).
fn paid(data: &OverviewData) -> Ore {
    data.capital.sources().map(|(_, given)| given.paid).sum()
}
