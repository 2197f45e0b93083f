//! What opening and closing votes and elections changes in a meeting, and who was there (M10).

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::DateTime;

use super::conflict::Judgement;
use super::election::{Count, Election, Office};
use super::{
    Carried, ItemId, ItemState, Meeting, OpenedBallot, Question, Seated, Tally, Vote, VoteId, VoteResult,
};

impl Meeting {
    /// M10: the item on the table is left. Where nothing was voted on in it, who is there now was there.
    pub(super) fn end_treatment(&mut self) {
        let Some(current) = self.current else { return };
        if !self.was_voted_in(current) {
            self.note_presence(current, &[]);
        }
        self.change(current, |item| {
            if item.ends_when_left() {
                item.state = ItemState::Concluded;
            }
        });
    }

    /// Whether a motion was voted on, or somebody was elected to something, in an item. Who chairs, who is in conflict and
    /// whether it is taken up again are questions before its treatment.
    fn was_voted_in(&self, item: ItemId) -> bool {
        let on_motions = self
            .votes
            .iter()
            .filter(|vote| !vote.question.motions().is_empty());
        let mut voted = on_motions.flat_map(|vote| &vote.tallies);
        voted.any(|tally| tally.item == item) || self.held_an_election_in(item)
    }

    /// M10: who takes part in an item now, by seat, and who chairs it. Who could vote has the seat until the vote is closed, also
    /// when its holder has come since; a seat that nobody had in the vote is that of whoever has come to it.
    fn note_presence(&mut self, item: ItemId, voted: &[Seated]) {
        let mut seated = voted.to_vec();
        for now in self.seating(Some(item)) {
            if !seated
                .iter()
                .any(|s| s.seat == now.seat || s.handle == now.handle)
            {
                seated.push(now);
            }
        }
        seated.sort_by_key(|seated| seated.seat);
        let present: Vec<String> = seated.into_iter().map(|seated| seated.handle).collect();
        let is_there = |who: &&str| present.iter().any(|handle| handle == who);
        let chaired_by = self.may_chair(Some(item)).find(is_there).map(str::to_owned);
        self.change(item, |item| {
            item.present = present;
            item.chaired_by = chaired_by;
        });
    }

    pub(super) fn open(&mut self, id: VoteId, question: &Question) {
        let decides_conflict = question.conflict_of().is_some();
        let seating = self.items_of(question).into_iter().map(|item| {
            let own = self.item(item).ok().filter(|_| decides_conflict);
            let seated = own.map_or_else(|| self.seating(Some(item)), |own| self.seating_on_conflict(own));
            (item, seated)
        });
        let seating = seating.collect();
        self.votes.push(Vote {
            id,
            question: question.clone(),
            seating,
            left: BTreeSet::new(),
            cast: BTreeMap::new(),
            tallies: Vec::new(),
            called_off: None,
        });
    }

    pub(super) fn close(&mut self, id: VoteId, tallies: &[Tally], at: DateTime) {
        let Some(vote) = self.votes.iter_mut().find(|vote| vote.id == id) else {
            return;
        };
        vote.tallies = tallies.to_vec();
        let question = vote.question.clone();
        self.last_vote = Some(at);
        for tally in tallies {
            let result = tally.result();
            let carried = self.carried_by(&question, tally);
            if !question.motions().is_empty() {
                self.note_presence(tally.item, &tally.entitled);
            }
            self.change(tally.item, |item| match &question {
                _ if result == VoteResult::NoQuorum => {}
                Question::Conflict { handle, .. } => {
                    let of_them = item.conflicts.iter_mut().filter(|c| c.handle == *handle);
                    for (conflict, judgement) in of_them.zip(Judgement::of(result)) {
                        conflict.judgement = judgement;
                    }
                }
                Question::TakeUp { .. } => {
                    if result == VoteResult::Carried {
                        item.state = ItemState::Listed;
                    }
                }
                Question::Motion { .. } | Question::Between { .. } | Question::EnBloc { .. } => {
                    item.state = match carried {
                        Some(_) => ItemState::Concluded,
                        None => ItemState::Treated,
                    };
                    let vote = Some(id);
                    item.carried.extend(carried.map(|motion| Carried {
                        motion,
                        vote,
                        free: None,
                    }));
                }
            });
        }
    }

    pub(super) fn close_election(
        &mut self,
        id: VoteId,
        count: &Count,
        ballots: &[OpenedBallot],
        at: DateTime,
    ) {
        self.last_vote = Some(at);
        self.of_election(id, |open| {
            open.count = Some(count.clone());
            open.ballots = ballots.to_vec();
            // Nobody can open them any more.
            if let Some(secret) = &mut open.secret {
                secret.sealed.clear();
            }
        });
        let mut held = self.elections.iter();
        let Some(election) = held.find(|held| held.id == id) else {
            return;
        };
        let Office::Other { item, .. } = election.office else {
            return;
        };
        let voted: Vec<Seated> = election.entitled().cloned().collect();
        self.note_presence(item, &voted);
        if count.elected.is_some() {
            self.change(item, |item| item.state = ItemState::Concluded);
        }
    }

    pub(super) fn of_election(&mut self, id: VoteId, change: impl FnOnce(&mut Election)) {
        if let Some(election) = self.elections.iter_mut().find(|election| election.id == id) {
            change(election);
        }
    }
}
