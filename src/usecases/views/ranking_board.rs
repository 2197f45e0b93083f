//! What lies on the table when the council prioritises: the rounds to choose from, and the ranked list of one of them with
//! the forecast that its proposals can be put into, or how far its blind scoring has come.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::queries::forecast_facts::facts;
use super::super::queries::meetings::{council_rules, next};
use super::super::{Change, OpError};
use super::ranking::RankingData;
use super::rounds::{RoundLine, Rounds};
use super::{RankingView, View, Viewer};
use crate::domain::council::round_to_rank;
use crate::domain::forecast::{Engine, Outlook, Settings, WhatIf};
use crate::domain::meeting::{Act, MeetingKey};
use crate::domain::money::Ore;
use crate::domain::policy::{Subject, may};
use crate::domain::proposal::Ref;
use crate::domain::ranking::{CutRule, Marks};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::scheme::Limit;
use crate::domain::text::is_same;

/// A round on the table.
#[derive(Clone, Debug, Default)]
pub struct RankingBoard {
    /// By name, or the one that [`round_to_rank`] takes.
    pub round: Option<String>,
    pub settings: Settings,
    /// F5: other sums than some of the undecided ask for.
    pub sums: BTreeMap<Ref, Ore>,
}

/// What the ranking screen shows.
#[derive(Clone, Debug)]
pub struct RankingBoardData {
    /// Oldest first.
    pub rounds: Vec<RoundLine>,
    pub shown: Shown,
    /// What limits a new commitment (K1, K2).
    pub limit: Limit,
    /// M14: the council recommends by vote only.
    pub by_vote: bool,
    /// M6: the meeting whose list the viewer may put a proposal on.
    pub listing: Result<Listing, Refusal>,
}

/// M6: where a proposal is put on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listing {
    pub meeting: MeetingKey,
    /// People meet, and are asked whether they object.
    pub open: bool,
}

/// One round, as far as it may be seen.
#[derive(Clone, Debug)]
pub enum Shown {
    /// No round has been opened.
    Nothing,
    /// S4: not revealed. Its place among the rounds.
    Blind(usize),
    /// Ranked under the stop rule and what is free; another rule or frame orders the same proposals.
    Ranked(Box<Ranked>),
}

/// A round after its reveal.
#[derive(Clone, Debug)]
pub struct Ranked {
    pub list: RankingData,
    /// The commitments that there are, and as what-ifs (F5) the undecided proposals of the list and no others: a proposal that the
    /// viewer is in conflict in is in neither (S4). Taking one in or out is a sum.
    pub outlook: Outlook,
    /// The same with the sums that are asked for, where another is tried.
    pub asked: Option<Outlook>,
}

impl View for RankingBoard {
    type Data = RankingBoardData;

    fn shows(&self, change: &Change) -> bool {
        !change.is_of_a_sitting()
    }

    fn read(&self, viewer: &Viewer) -> Result<RankingBoardData, OpError> {
        let read = viewer.read;
        let rounds = Rounds.read(viewer)?;
        let named = self
            .round
            .as_ref()
            .and_then(|name| rounds.iter().position(|line| is_same(&line.round.name, name)));
        let at = named.or_else(|| round_to_rank(rounds.iter().map(|line| &line.round)));
        let shown = match at {
            None => Shown::Nothing,
            Some(at) if !rounds[at].round.is_revealed() => Shown::Blind(at),
            Some(at) => {
                let view = RankingView {
                    round: Some(rounds[at].round.name.clone()),
                    rule: CutRule::Stop,
                    frame: None,
                    marks: Marks::new(),
                };
                let list = view.read(viewer)?;
                let outlook = self.outlook(viewer, &list, &self.sums)?;
                let asked = (!self.sums.is_empty())
                    .then(|| self.outlook(viewer, &list, &BTreeMap::new()))
                    .transpose()?;
                Shown::Ranked(Box::new(Ranked { list, outlook, asked }))
            }
        };
        Ok(RankingBoardData {
            rounds,
            shown,
            limit: read.fund.scheme.limit,
            by_vote: !council_rules(read, viewer.today)?.recommend_outside_meeting,
            listing: listing(viewer)?,
        })
    }
}

/// Whether the viewer's office puts items on the list of the meeting that is meant. Who chairs it is asked when it is done.
fn listing(viewer: &Viewer) -> Result<Result<Listing, Refusal>, OpError> {
    let Some(row) = next(viewer.read.meetings_ahead()?, false) else {
        return Ok(Err(refuse("no-meeting")));
    };
    if !row.meeting.form.meets() && row.meeting.written_item().is_some() {
        return Ok(Err(refuse("written-one-item").rule("M16")));
    }
    let action = Act::ChangeTheList.action(&row.meeting);
    let listing = Listing {
        meeting: row.meeting.key,
        open: row.meeting.is_in_session(),
    };
    let allowed = may(viewer.actor, action, Subject::FUND);
    Ok(allowed.map(|()| listing).map_err(Refusal::from))
}

impl RankingBoard {
    fn outlook(
        &self,
        viewer: &Viewer,
        list: &RankingData,
        sums: &BTreeMap<Ref, Ore>,
    ) -> Result<Outlook, OpError> {
        let mut facts = facts(viewer.read, viewer.today)?;
        let undecided = list
            .ranking
            .items
            .iter()
            .filter(|placed| placed.undecided().is_some());
        let undecided: BTreeSet<Ref> = undecided.map(|placed| placed.proposal.reference).collect();
        facts
            .candidates
            .retain(|project| undecided.contains(&project.reference));
        facts.try_sums(sums);
        let engine = Engine::new(&facts, &WhatIf::default(), self.settings);
        Ok(Outlook::new(Arc::new(engine)))
    }
}
