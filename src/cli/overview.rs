//! The first screen as text: what waits for whoever asks, the capital in three figures, and how the round and the
//! invitation are going.

use serde::Serialize;

use super::page::Page;
use crate::domain::money::Ore;
use crate::domain::participant::Standing;
use crate::domain::proposal::{Ref, Stage};
use crate::i18n::{Lang, Words};
use crate::usecases::views::overview::{OverviewData, RoundProgress, Task};

#[derive(Serialize)]
pub struct Report {
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
    cases: usize,
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

pub fn report(data: &OverviewData, words: &Words) -> Report {
    Report {
        as_of: data.capital.as_of.to_string(),
        title: title(data, words).to_owned(),
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
            cases: progress.cases,
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
        Task::Score { left, .. } => ("score", *left),
        Task::Reveal { .. } => ("reveal", 1),
        Task::Recommend { count, .. } => ("recommend", *count),
        Task::Decide { count, .. } => ("decide", *count),
        Task::Approve { count } => ("approve", *count),
        Task::Qualify { count, .. } => ("qualify", *count),
        Task::OpenRound { count } => ("open-round", *count),
        Task::Remind { count } => ("remind", *count),
        Task::Overdue { count, .. } => ("overdue", *count),
        Task::Refund { count, .. } => ("refund", *count),
    };
    TaskReport { kind, count }
}

fn title<'a>(data: &'a OverviewData, words: &Words) -> &'a str {
    match words.lang() {
        Lang::Nb => &data.title.nb,
        Lang::En => &data.title.en,
    }
}

/// Received from everybody (C6).
fn paid(data: &OverviewData) -> Ore {
    data.capital.sources().map(|(_, given)| given.paid).sum()
}

pub fn draw(data: &OverviewData, page: &mut Page) {
    let words = page.words;
    let as_of = words.long_date(data.capital.as_of);
    page.title(&format!("{} · {as_of}", title(data, words)));
    if data.demo {
        page.line(&words.t("cli-overview-demo"));
    }
    let who = if data.actor.administrator {
        words.t("cli-overview-administrator")
    } else {
        data.actor.name.clone()
    };
    page.line(&words.tr("cli-overview-actor", &[("who", who.into())]));
    page.title(&words.t("cli-overview-tasks"));
    if data.tasks.is_empty() {
        page.line(&words.t("cli-overview-no-tasks"));
    }
    for task in &data.tasks {
        page.line(&format!("- {}", said(task, words)));
    }
    page.title(&words.t("cli-overview-capital"));
    page.figures(&[
        (words.t("cli-overview-paid"), words.mill_kr(paid(data))),
        (
            words.t("cli-capital-commitments"),
            words.mill_kr(data.capital.outstanding_commitments),
        ),
        (
            words.t("cli-capital-free"),
            words.mill_kr(data.capital.free_on_hand),
        ),
        (
            words.t("cli-capital-free-cash-flow"),
            words.mill_kr(data.summary.free_cash_flow),
        ),
    ]);
    if let Some(progress) = &data.round {
        page.title(&words.tr(
            "cli-overview-round",
            &[("round", progress.round.name.as_str().into())],
        ));
        page.line(&round(progress, words));
    }
    counts(
        page,
        "cli-overview-participants",
        data.standings.iter().map(|(s, n)| (s.key(), *n)),
    );
    counts(
        page,
        "cli-overview-proposals",
        data.stages.iter().map(|(s, n)| (s.key(), *n)),
    );
}

fn counts(page: &mut Page, title: &str, counts: impl Iterator<Item = (&'static str, usize)>) {
    let words = page.words;
    let figures: Vec<(String, String)> = counts
        .map(|(key, count)| {
            (
                words.t(key),
                words.count(i64::try_from(count).unwrap_or(i64::MAX)),
            )
        })
        .collect();
    if !figures.is_empty() {
        page.title(&words.t(title));
        page.figures(&figures);
    }
}

fn round(progress: &RoundProgress, words: &Words) -> String {
    let args = [
        ("cases", progress.cases.into()),
        ("submitted", progress.submitted.into()),
        ("expected", progress.expected.into()),
    ];
    match progress.round.revealed_on {
        None => words.tr("cli-overview-round-open", &args),
        Some(date) => words.tr("cli-overview-round-revealed", &[("date", date.into())]),
    }
}

fn said(task: &Task, words: &Words) -> String {
    match task {
        Task::Score {
            round,
            left,
            of,
            next,
        } => words.tr(
            "cli-task-score",
            &[
                ("round", round.as_str().into()),
                ("left", (*left).into()),
                ("of", (*of).into()),
                ("next", (*next).into()),
            ],
        ),
        Task::Reveal {
            round,
            submitted,
            expected,
        } => words.tr(
            "cli-task-reveal",
            &[
                ("round", round.as_str().into()),
                ("submitted", (*submitted).into()),
                ("expected", (*expected).into()),
            ],
        ),
        Task::Recommend { cases, count } => cases_said("cli-task-recommend", cases, *count, words),
        Task::Decide { cases, count } => cases_said("cli-task-decide", cases, *count, words),
        Task::Qualify { cases, count } => cases_said("cli-task-qualify", cases, *count, words),
        Task::Approve { count } => words.tr("cli-task-approve", &[("count", (*count).into())]),
        Task::OpenRound { count } => words.tr("cli-task-open-round", &[("count", (*count).into())]),
        Task::Remind { count } => words.tr("cli-task-remind", &[("count", (*count).into())]),
        Task::Overdue { count, amount, .. } => words.tr(
            "cli-task-overdue",
            &[("count", (*count).into()), ("amount", (*amount).into())],
        ),
        Task::Refund { count, amount, .. } => words.tr(
            "cli-task-refund",
            &[("count", (*count).into()), ("amount", (*amount).into())],
        ),
    }
}

/// The count with the first cases by name.
fn cases_said(key: &str, cases: &[(Ref, String)], count: usize, words: &Words) -> String {
    let named: Vec<String> = cases
        .iter()
        .map(|(reference, title)| format!("{reference} {title}"))
        .collect();
    let more = if cases.len() < count { ", …" } else { "" };
    let cases = format!("{}{more}", named.join(", "));
    words.tr(key, &[("count", count.into()), ("cases", cases.into())])
}
