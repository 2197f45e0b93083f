//! What is tried on the list and not saved: moves that the chair may save (S7) and what-if marks that nobody can (F5),
//! with the steps that can be taken back.

use crate::domain::proposal::{Ref, Stage};
use crate::domain::ranking::{Mark, Marks, Move, Placed};
use crate::usecases::views::ranking::RankingData;

/// What is tried, and how it came about.
#[derive(Debug, Default)]
pub struct Draft {
    now: Tried,
    /// What it was before each step.
    before: Vec<Tried>,
    /// A reason that was begun and not yet used.
    reason: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Tried {
    moves: Vec<(Ref, usize)>,
    marks: Marks,
}

/// S7: only a ranked proposal that is still to be treated in the round is moved.
#[must_use]
pub fn movable(placed: &Placed, stage: Stage) -> bool {
    stage == Stage::Ranked && placed.asks().is_some()
}

impl Draft {
    #[must_use]
    pub fn moves(&self) -> &[(Ref, usize)] {
        &self.now.moves
    }

    #[must_use]
    pub fn moves_case(&self, reference: Ref) -> bool {
        self.now.moves.iter().any(|(moved, _)| *moved == reference)
    }

    #[must_use]
    pub fn marks(&self) -> &Marks {
        &self.now.marks
    }

    /// There is nothing to take back.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.before.is_empty()
    }

    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    pub fn keep_reason(&mut self, reason: String) {
        self.reason = reason;
    }

    /// The moves as the ranking takes them: those that are saved, then these.
    #[must_use]
    pub fn after(&self, saved: &[Move]) -> Vec<Move> {
        let tried = self.now.moves.iter().map(|(reference, to_place)| Move {
            reference: *reference,
            to_place: *to_place,
            reason: String::new(),
        });
        saved.iter().cloned().chain(tried).collect()
    }

    /// Moves a proposal to a place. A proposal that is moved on is one move.
    pub fn shift(&mut self, reference: Ref, to: usize) {
        self.before.push(self.now.clone());
        match self.now.moves.last_mut() {
            Some((last, place)) if *last == reference => *place = to,
            _ => self.now.moves.push((reference, to)),
        }
    }

    /// Takes a proposal in or out of the plan, or takes its mark away.
    pub fn toggle(&mut self, placed: &Placed) {
        self.before.push(self.now.clone());
        let reference = placed.case.reference;
        if self.now.marks.remove(&reference).is_none() {
            let mark = if placed.above_line { Mark::Out } else { Mark::In };
            self.now.marks.insert(reference, mark);
        }
    }

    pub fn undo(&mut self) {
        if let Some(before) = self.before.pop() {
            self.now = before;
        }
    }

    /// The moves are saved; the marks stay, for they never are.
    pub fn saved(&mut self) {
        for tried in self.before.iter_mut().chain([&mut self.now]) {
            tried.moves.clear();
        }
        self.settle();
        self.reason.clear();
    }

    /// Everything has been moved back to where it was.
    pub fn moved_back(&mut self) {
        self.now.moves.clear();
    }

    /// Lets go of what is no longer there to be moved or marked.
    pub fn keep(&mut self, ranked: &RankingData) {
        let undecided = |reference: &Ref| {
            let mut items = ranked.ranking.items.iter();
            items.any(|placed| placed.case.reference == *reference && placed.asks().is_some())
        };
        let still_ranked = |reference: &Ref| {
            let mut facts = ranked.facts.iter();
            facts.any(|f| f.reference == *reference && f.stage == Stage::Ranked)
        };
        for tried in self.before.iter_mut().chain([&mut self.now]) {
            let movable = |(reference, _): &(Ref, usize)| undecided(reference) && still_ranked(reference);
            tried.moves.retain(movable);
            tried.marks.retain(|reference, _| undecided(reference));
        }
        self.settle();
    }

    /// A step that changes nothing any more isn't there to be taken back.
    fn settle(&mut self) {
        self.before.dedup();
        if self.before.last() == Some(&self.now) {
            self.before.pop();
        }
    }
}
