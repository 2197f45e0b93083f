//! The list as it would be with what is tried on it, and what it means for the money beside what the saved order means.
//! Every figure comes from the domain.

use super::draft::Draft;
use crate::domain::money::Ore;
use crate::domain::plan::Plan;
use crate::domain::ranking::{Case, CutRule, Ranking, rank, what_if};
use crate::usecases::views::board::BoardData;
use crate::usecases::views::ranking::RankingData;

/// What the screen draws.
#[derive(Debug)]
pub struct Picture {
    pub now: Ranking,
    pub plan: Plan,
    /// What would be free by the saved order, without what is tried.
    pub free_as_saved: Ore,
    pub overlay: Option<Overlay>,
}

/// What is tried: then it is said everywhere that this isn't the council's list (F5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    Draft,
    WhatIf,
    Both,
}

impl Overlay {
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Overlay::Draft => "ranking-state-draft",
            Overlay::WhatIf => "ranking-state-what-if",
            Overlay::Both => "ranking-state-both",
        }
    }

    fn of(draft: &Draft) -> Option<Overlay> {
        match (draft.moves().is_empty(), draft.marks().is_empty()) {
            (true, true) => None,
            (false, true) => Some(Overlay::Draft),
            (true, false) => Some(Overlay::WhatIf),
            (false, false) => Some(Overlay::Both),
        }
    }
}

fn order(ranking: &Ranking) -> impl Iterator<Item = crate::domain::proposal::Ref> {
    ranking.items.iter().map(|placed| placed.case.reference)
}

impl Picture {
    /// Moves that end where they began are no draft, and are let go.
    #[must_use]
    pub fn of(
        ranked: &RankingData,
        data: &BoardData,
        rule: CutRule,
        frame: Option<Ore>,
        draft: &mut Draft,
    ) -> Picture {
        let items = &ranked.ranking.items;
        let cases = || -> Vec<Case> { items.iter().map(|placed| placed.case.clone()).collect() };
        let free = ranked.capital.free_on_hand;
        let frame = frame.unwrap_or(free);
        let saved = rank(cases(), &ranked.moves, rule, frame);
        let tried = |draft: &Draft| {
            let moves = draft.after(&ranked.moves);
            what_if(cases(), &moves, rule, frame, draft.marks())
        };
        let mut now = tried(draft);
        if !draft.moves().is_empty() && order(&now).eq(order(&saved)) {
            draft.moved_back();
            now = tried(draft);
        }
        let today = ranked.capital.as_of;
        let plan = |ranking: &Ranking| Plan::of(ranking, free, &data.outflow, &data.profile, today);
        Picture {
            plan: plan(&now),
            free_as_saved: plan(&saved).free_after,
            now,
            overlay: Overlay::of(draft),
        }
    }
}
