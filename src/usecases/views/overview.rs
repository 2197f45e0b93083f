//! The first screen: what is waiting for the viewer, the capital in three figures, and how the round and the
//! invitation are going.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};

use super::super::queries::ahead::summary;
use super::super::queries::capital::facts_of;
use super::super::queries::forecast_facts::facts_from;
use super::super::queries::meetings::next;
use super::super::queries::participants::standing;
use super::super::{Change, OpError};
use super::on_the_table::Shown;
use super::rounds::{RoundProgress, progress};
use super::tasks::tasks;
use super::{View, Viewer};
use crate::domain::capital::Capital;
use crate::domain::contribution::Standing;
use crate::domain::forecast::Summary;
use crate::domain::meeting::{MeetingKey, State};
use crate::domain::policy::Actor;
use crate::domain::proposal::Stage;
use crate::domain::scheme::Limit;
use crate::store::RoundProposal;

pub use super::tasks::Task;

/// The overview.
#[derive(Clone, Copy, Debug)]
pub struct Overview;

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
    /// The item on the table.
    pub on_the_table: Option<Shown>,
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

impl View for Overview {
    type Data = OverviewData;

    fn shows(&self, change: &Change) -> bool {
        // What goes on in a meeting is told when it comes to something, or when it waits for the viewer's vote.
        !change.is_of_a_sitting() || change.is_of_a_vote()
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
    Ok(next(ahead, false).map(|row| {
        let meeting = row.meeting;
        let on_the_table = meeting.on_the_table();
        NextMeeting {
            key: meeting.key,
            state: meeting.state,
            held_on: meeting.held_on,
            starts: meeting.starts,
            items: meeting.standing_items().count(),
            on_the_table: on_the_table.map(|item| Shown::of(&meeting, item)),
            place: meeting.place,
        }
    }))
}

/// The open or latest round, and its proposals.
fn latest_round(viewer: &Viewer) -> Result<Option<(RoundProgress, Vec<RoundProposal>)>, OpError> {
    let read = viewer.read;
    let rounds = read.rounds()?;
    let open = rounds.iter().rev().find(|row| !row.round.is_revealed());
    let Some(row) = open.or(rounds.last()).cloned() else {
        return Ok(None);
    };
    let proposals = read.round_proposals(row.round.id)?;
    let (submitted, expected) = progress(viewer, &read.members(viewer.today)?, &row.round, &proposals)?;
    let progress = RoundProgress {
        round: row.round,
        proposals: row.proposals,
        submitted,
        expected,
    };
    Ok(Some((progress, proposals)))
}
