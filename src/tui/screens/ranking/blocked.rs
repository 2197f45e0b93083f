//! Why a key can't act on the proposal that is selected.

use super::{Action, Ranking, draft, keys};
use crate::domain::council;
use crate::domain::proposal::Step;
use crate::domain::ranking::Placed;
use crate::domain::refusal::{Refusal, refuse};

impl Ranking {
    /// What stands in the way of an action on the selected proposal.
    pub(super) fn in_the_way(&self, action: Action) -> Option<Refusal> {
        let Some(placed) = self.list.selected() else {
            return Some(refuse("round-without-proposals"));
        };
        let reference = placed.proposal.reference;
        let stage = self.facts(reference)?.stage;
        match action {
            Action::WhatIf | Action::Amount => placed.undecided().is_none().then(|| {
                let refusal = refuse("what-if-settled").rule("F5").with("ref", reference);
                refusal.word("stage", stage.key())
            }),
            Action::Down => self.unmovable(placed, keys::down(self.position()?.1)),
            Action::Up => self.unmovable(placed, keys::up(self.position()?.1)),
            Action::Save => self.draft.moves().is_empty().then(|| refuse("move-nothing")),
            Action::Undo => self.draft.is_empty().then(|| refuse("nothing-to-undo")),
            Action::Recommend => Step::Recommend.from(reference, stage).err().or_else(|| {
                let by_vote = self.data.as_ref().is_some_and(|data| data.by_vote);
                by_vote.then(|| council::by_vote(reference))
            }),
            Action::Agenda => {
                let listed = || {
                    let listed = self.facts(reference)?.listed.is_some();
                    listed.then(|| refuse("item-listed").rule("M6").with("ref", reference))
                };
                let lists = || self.data.as_ref()?.listing.clone().err();
                Step::Recommend
                    .from(reference, stage)
                    .err()
                    .or_else(listed)
                    .or_else(lists)
            }
            Action::Decide => Step::Commit.from(reference, stage).err(),
            Action::Open
            | Action::Scores
            | Action::Rule
            | Action::Compare
            | Action::Frame
            | Action::Round => None,
        }
    }

    /// Why the selected proposal can't be moved to a place.
    fn unmovable(&self, placed: &Placed, to: usize) -> Option<Refusal> {
        if self.ranked().is_some_and(|ranked| ranked.left_out > 0) {
            return Some(refuse("move-with-conflict").rule("M5"));
        }
        let reference = placed.proposal.reference;
        let stage = self.facts(reference)?.stage;
        if !draft::movable(placed, stage) {
            let refusal = refuse("case-not-movable").rule("S7").with("ref", reference);
            return Some(refusal.word("stage", stage.key()));
        }
        let picture = self.picture.as_ref()?;
        picture.now.check_place(reference, to).err()
    }
}
