//! The list as it would be with what is tried on it, and what it means for the money beside what the saved order means.
//! Every figure comes from the domain.

use super::draft::Draft;
use crate::domain::forecast::{Outlook, Summary};
use crate::domain::money::Ore;
use crate::domain::ranking::{CutRule, Placed, RankedProposal, Ranking, rank, rank_marked};
use crate::usecases::views::ranking_board::Ranked;

/// What the screen draws.
#[derive(Debug)]
pub(super) struct Picture {
    pub now: Ranking,
    /// K2: what is free before anything above the line is committed.
    pub free_before: Ore,
    /// The capital with what stands above the line committed, by the saved order.
    pub saved: Money,
    /// The same with what is tried.
    pub tried: Money,
    /// What is expected of the capital with what is tried. `None` while the next picture is made of it.
    pub outlook: Option<Outlook>,
    pub overlay: Option<Tried>,
}

/// What a line means for the capital.
#[derive(Debug)]
pub(super) struct Money {
    /// K1: what would be free when everything above the line is committed.
    pub free_on_hand: Ore,
    pub summary: Summary,
}

/// What is tried: then it is said everywhere that this isn't the council's list (F5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tried {
    Draft,
    WhatIf,
    Both,
}

impl Tried {
    #[must_use]
    pub(super) fn key(self) -> &'static str {
        match self {
            Tried::Draft => "ranking-state-draft",
            Tried::WhatIf => "ranking-state-what-if",
            Tried::Both => "ranking-state-both",
        }
    }

    fn of(draft: &Draft) -> Option<Tried> {
        match (draft.moves().is_empty(), draft.marks().is_empty()) {
            (true, true) => None,
            (false, true) => Some(Tried::Draft),
            (true, false) => Some(Tried::WhatIf),
            (false, false) => Some(Tried::Both),
        }
    }
}

fn order(ranking: &Ranking) -> impl Iterator<Item = crate::domain::proposal::Ref> {
    ranking.items.iter().map(|placed| placed.proposal.reference)
}

impl Picture {
    /// What the frame has for a proposal beside all else that stands above the line.
    #[must_use]
    pub(super) fn room_for(&self, placed: &Placed) -> Ore {
        let own = placed.asks().filter(|_| placed.above_line);
        self.now.left() + own.unwrap_or_default()
    }

    /// Moves that end where they began are no draft, and are let go. `before` is the outlook of the picture that this
    /// one takes the place of: only the difference is worked out.
    #[must_use]
    pub(super) fn of(
        ranked: &Ranked,
        rule: CutRule,
        frame: Option<Ore>,
        draft: &mut Draft,
        before: Option<Outlook>,
    ) -> Picture {
        let list = &ranked.list;
        let items = &list.ranking.items;
        let proposals =
            || -> Vec<RankedProposal> { items.iter().map(|placed| placed.proposal.clone()).collect() };
        let free = list.capital.free_on_hand;
        let frame = frame.unwrap_or(list.free);
        let saved = rank(proposals(), &list.moves, rule, frame);
        let tried = |draft: &Draft| {
            let moves = draft.after(&list.moves);
            rank_marked(proposals(), &moves, rule, frame, draft.marks())
        };
        let mut now = tried(draft);
        if !draft.moves().is_empty() && order(&now).eq(order(&saved)) {
            draft.moved_back();
            now = tried(draft);
        }
        let mut outlook = before.unwrap_or_else(|| ranked.outlook.clone());
        let money = |outlook: &mut Outlook, ranking: &Ranking| {
            commit(outlook, ranking);
            Money {
                free_on_hand: free - ranking.used,
                summary: Summary::of(outlook),
            }
        };
        Picture {
            saved: match &ranked.asked {
                Some(asked) => money(&mut asked.clone(), &saved),
                None => money(&mut outlook, &saved),
            },
            tried: money(&mut outlook, &now),
            outlook: Some(outlook),
            now,
            overlay: Tried::of(draft),
            free_before: ranked.outlook.free_cash_flow(),
        }
    }
}

/// Takes exactly what stands above the line into the plan.
fn commit(outlook: &mut Outlook, ranking: &Ranking) {
    let undecided = ranking.items.iter().filter(|placed| placed.undecided().is_some());
    let choice: Vec<_> = undecided
        .map(|placed| (placed.proposal.reference, placed.above_line))
        .collect();
    outlook.choose(choice);
}
