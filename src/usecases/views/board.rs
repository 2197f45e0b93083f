//! What lies on the table when the council prioritises: the rounds to choose from, the ranked list of one of them or
//! how far its blind scoring has come, and the payments that commitments already bind the fund to.

use rust_decimal::Decimal;

use super::super::OpError;
use super::ranking::RankingData;
use super::rounds::{RoundLine, Rounds};
use super::{RankingView, View, Viewer};
use crate::domain::commitment::{Instalment, remaining_plan};
use crate::domain::ranking::CutRule;

/// A round on the table.
#[derive(Clone, Debug, Default)]
pub struct RankingBoard {
    /// By name. The latest revealed round when not given, or the latest of all if none is revealed.
    pub round: Option<String>,
}

/// What the ranking screen shows.
#[derive(Clone, Debug, PartialEq)]
pub struct BoardData {
    /// Oldest first.
    pub rounds: Vec<RoundLine>,
    pub shown: Shown,
    /// K4: how a new commitment is paid out.
    pub profile: Vec<Decimal>,
    /// What commitments still have to pay, by their plans.
    pub outflow: Vec<Instalment>,
}

/// One round, as far as it may be seen.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    /// No round has been opened.
    Nothing,
    /// S4: not revealed. Its place among the rounds.
    Blind(usize),
    /// Ranked under the stop rule and what is free; another rule or frame orders the same cases.
    Ranked(Box<RankingData>),
}

impl View for RankingBoard {
    type Data = BoardData;

    fn read(&self, viewer: &Viewer) -> Result<BoardData, OpError> {
        let read = viewer.read;
        let rounds = Rounds.read(viewer)?;
        let latest = |revealed: bool| {
            rounds
                .iter()
                .rposition(|line| !revealed || line.round.revealed_on.is_some())
        };
        let named = self
            .round
            .as_ref()
            .and_then(|name| rounds.iter().position(|line| line.round.name == *name));
        let at = named.or_else(|| latest(true)).or_else(|| latest(false));
        let shown = match at {
            None => Shown::Nothing,
            Some(at) if rounds[at].round.revealed_on.is_none() => Shown::Blind(at),
            Some(at) => {
                let view = RankingView {
                    round: Some(rounds[at].round.name.clone()),
                    rule: CutRule::Stop,
                    frame: None,
                };
                Shown::Ranked(Box::new(view.read(viewer)?))
            }
        };
        let mut outflow = Vec::new();
        for (reference, standing) in read.commitments(viewer.today)? {
            outflow.extend(remaining_plan(&read.plan(reference)?, standing));
        }
        Ok(BoardData {
            rounds,
            shown,
            profile: read.fund.scheme.profile.clone(),
            outflow,
        })
    }
}
