//! What is tried on the list and not saved: moves that the chair may save (S7) and what-if marks that nobody can (F5),
//! with the steps that can be taken back.

use crate::domain::money::Ore;
use crate::domain::proposal::{Ref, Stage};
use crate::domain::ranking::{Mark, Marks, Move, Placed};
use crate::usecases::views::ranking::RankingData;

/// What is tried, and how the moves came about.
#[derive(Debug, Default)]
pub(super) struct Draft {
    moves: Moves,
    /// What the moves were before each step.
    before: Vec<Moves>,
    marks: Marks,
    /// A reason that was begun and not yet used.
    reason: String,
}

/// Each proposal and the place it is moved to, in turn.
type Moves = Vec<(Ref, usize)>;

/// S7: only a ranked proposal that is still to be treated in the round is moved.
#[must_use]
pub(super) fn movable(placed: &Placed, stage: Stage) -> bool {
    stage == Stage::Ranked && placed.undecided().is_some()
}

impl Draft {
    #[must_use]
    pub(super) fn moves(&self) -> &[(Ref, usize)] {
        &self.moves
    }

    #[must_use]
    pub(super) fn moves_proposal(&self, reference: Ref) -> bool {
        self.moves.iter().any(|(moved, _)| *moved == reference)
    }

    #[must_use]
    pub(super) fn marks(&self) -> &Marks {
        &self.marks
    }

    /// There is nothing to take back.
    #[must_use]
    pub(super) fn is_empty(&self) -> bool {
        self.before.is_empty() && self.marks.is_empty()
    }

    #[must_use]
    pub(super) fn reason(&self) -> &str {
        &self.reason
    }

    pub(super) fn keep_reason(&mut self, reason: String) {
        self.reason = reason;
    }

    /// The moves as the ranking takes them: those that are saved, then these.
    #[must_use]
    pub(super) fn after(&self, saved: &[Move]) -> Vec<Move> {
        let tried = self.moves.iter().map(|(reference, to_place)| Move {
            reference: *reference,
            to_place: *to_place,
            reason: String::new(),
        });
        saved.iter().cloned().chain(tried).collect()
    }

    /// Moves a proposal to a place. A proposal that is moved on is one move.
    pub(super) fn shift(&mut self, reference: Ref, to: usize) {
        self.before.push(self.moves.clone());
        match self.moves.last_mut() {
            Some((last, place)) if *last == reference => *place = to,
            _ => self.moves.push((reference, to)),
        }
    }

    /// Takes a proposal in or leaves it out, or takes its mark away.
    pub(super) fn toggle(&mut self, placed: &Placed) {
        let reference = placed.proposal.reference;
        if self.marks.remove(&reference).is_none() {
            let mark = if placed.above_line {
                Mark::Out
            } else {
                Mark::In(None)
            };
            self.marks.insert(reference, mark);
        }
    }

    /// Takes a proposal in with a sum; `None` is what it asks for.
    pub(super) fn take_in(&mut self, reference: Ref, sum: Option<Ore>) {
        self.marks.insert(reference, Mark::In(sum));
    }

    /// Takes every mark away. False when there was none.
    pub(super) fn clear_marks(&mut self) -> bool {
        let any = !self.marks.is_empty();
        self.marks.clear();
        any
    }

    /// Takes every mark away, or else the last move back.
    pub(super) fn undo(&mut self) {
        if !self.clear_marks()
            && let Some(before) = self.before.pop()
        {
            self.moves = before;
        }
    }

    /// The moves are saved; the marks stay, for they never are.
    pub(super) fn saved(&mut self) {
        self.moves.clear();
        self.before.clear();
        self.reason.clear();
    }

    /// Everything has been moved back to where it was.
    pub(super) fn moved_back(&mut self) {
        self.moves.clear();
    }

    /// Lets go of what is no longer there to be moved or marked.
    pub(super) fn keep(&mut self, ranked: &RankingData) {
        let undecided = |reference: &Ref| {
            let mut items = ranked.ranking.items.iter();
            items.any(|placed| placed.proposal.reference == *reference && placed.undecided().is_some())
        };
        let still_ranked = |reference: &Ref| {
            let mut facts = ranked.facts.iter();
            facts.any(|f| f.reference == *reference && f.stage == Stage::Ranked)
        };
        for moves in self.before.iter_mut().chain([&mut self.moves]) {
            moves.retain(|(reference, _)| undecided(reference) && still_ranked(reference));
        }
        self.marks.retain(|reference, _| undecided(reference));
        // A step that changes nothing any more isn't there to be taken back.
        self.before.dedup();
        if self.before.last() == Some(&self.moves) {
            self.before.pop();
        }
    }
}
