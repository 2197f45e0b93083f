//! What opening and closing votes and elections changes in a meeting, and who was there (M10).

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::DateTime;

use super::conflict::Judgement;
use super::election::Election;
use super::{
    Entry, Event, Item, ItemId, ItemKind, ItemState, Meeting, MotionId, Office, Put, Question, Seated, Tally,
    Vote, VoteId, VoteResult,
};

impl Meeting {
    /// M10: the item on the table is left. Without a vote, who is there now was there.
    pub(super) fn end_treatment(&mut self) {
        let Some(current) = self.current else { return };
        let (present, chair) = self.attending(current);
        let voted = self
            .votes
            .iter()
            .any(|vote| !vote.is_open() && vote.seating.contains_key(&current));
        self.change(current, |item| {
            if !voted {
                item.present = present;
                item.chaired_by = chair;
            }
            if item.kind == ItemKind::Information && item.state == ItemState::Treated {
                item.state = ItemState::Concluded;
            }
        });
    }

    /// Who takes part in an item now, by seat, and who chairs it.
    fn attending(&self, item: ItemId) -> (Vec<String>, Option<String>) {
        let seated = self.seating(Some(item)).into_iter();
        let chair = self.chair(Some(item)).map(str::to_owned);
        (seated.map(|seated| seated.handle).collect(), chair)
    }

    pub(super) fn open(&mut self, id: VoteId, question: &Question) {
        let mut seating: BTreeMap<ItemId, Vec<Seated>> = BTreeMap::new();
        for item in self.items_of(question) {
            let seated = match question {
                Question::Conflict { item, .. } => self
                    .item(*item)
                    .map_or_else(|_| Vec::new(), |item| self.seating_on_conflict(item)),
                _ => self.seating(Some(item)),
            };
            seating.insert(item, seated);
        }
        self.votes.push(Vote {
            id,
            question: question.clone(),
            seating,
            left: BTreeSet::new(),
            cast: BTreeMap::new(),
            tallies: Vec::new(),
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
            let (present, chair) = self.attending(tally.item);
            let result = tally.result();
            let motions: Vec<Put> = self.standing(tally.item).cloned().collect();
            self.change(tally.item, |item| {
                item.present = present;
                item.chaired_by = chair;
                let carries = |motion: MotionId, item: &mut Item| {
                    item.carried.push((motion, id));
                    item.state = ItemState::Concluded;
                };
                match (&question, result) {
                    (_, VoteResult::NoQuorum)
                    | (Question::Motion { .. } | Question::TakeUp { .. }, VoteResult::Lost) => {}
                    (
                        Question::Motion { motion } | Question::Between { first: motion, .. },
                        VoteResult::Carried,
                    )
                    | (Question::Between { second: motion, .. }, VoteResult::Lost) => {
                        carries(*motion, item);
                    }
                    (Question::EnBloc { motions: together }, VoteResult::Carried) => {
                        let own = motions.iter().find(|put| together.contains(&put.id));
                        if let Some(own) = own {
                            carries(own.id, item);
                        }
                    }
                    (Question::EnBloc { .. }, VoteResult::Lost) => item.state = ItemState::Treated,
                    (Question::Conflict { handle, .. }, result) => {
                        for conflict in item.conflicts.iter_mut().filter(|c| c.handle == *handle) {
                            conflict.judgement = if result == VoteResult::Carried {
                                Judgement::Upheld
                            } else {
                                Judgement::Rejected
                            };
                        }
                    }
                    (Question::TakeUp { .. }, VoteResult::Carried) => item.state = ItemState::Listed,
                }
            });
        }
    }

    pub(super) fn apply_election(&mut self, entry: &Entry) {
        match &entry.event {
            Event::ElectionOpened {
                election,
                office,
                candidates,
                second,
                secret,
            } => self.elections.push(Election {
                id: *election,
                office: office.clone(),
                candidates: candidates.clone(),
                second: *second,
                secret: secret.clone(),
                seating: self.seating(office.item()),
                left: BTreeSet::new(),
                cast: BTreeMap::new(),
                count: None,
                lost: false,
            }),
            Event::Elected {
                election,
                handle,
                choice,
            } => self.of_election(*election, |open| {
                open.cast.insert(handle.clone(), choice.clone());
            }),
            Event::ElectionClosed { election, count } => {
                self.last_vote = Some(entry.at);
                self.of_election(*election, |open| open.count = Some(count.clone()));
                let held = self.elections.iter().find(|held| held.id == *election);
                let in_item = held.and_then(|held| held.office.item());
                let concludes = held.is_some_and(|held| matches!(held.office, Office::Other { .. }));
                if let Some(item) = in_item {
                    let (present, chair) = self.attending(item);
                    let elected = count.elected.is_some();
                    self.change(item, |item| {
                        item.present = present;
                        item.chaired_by = chair;
                        if concludes && elected {
                            item.state = ItemState::Concluded;
                        }
                    });
                }
            }
            Event::ElectionLost { election } => self.of_election(*election, |open| open.lost = true),
            _ => {}
        }
    }

    fn of_election(&mut self, id: VoteId, change: impl FnOnce(&mut Election)) {
        if let Some(election) = self.elections.iter_mut().find(|election| election.id == id) {
            change(election);
        }
    }
}
