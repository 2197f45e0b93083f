//! How each thing that happens changes a meeting. Whether it may happen is asked in [`super::check`]; what stands in the
//! file has been asked already.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::DateTime;

use super::conflict::{Conflict, Judgement};
use super::{
    Answer, Ballot, Correction, Election, Entry, Event, Interval, Item, ItemId, ItemState, Meeting, Notice,
    OpenTrial, Pause, Put, Roster, ScoreChange, Secret, State, Statement, Trial,
};

impl Meeting {
    pub(super) fn begin(first: &Entry) -> Option<Meeting> {
        let Event::Planned {
            key,
            held_on,
            starts,
            place,
            form,
        } = &first.event
        else {
            return None;
        };
        Some(Meeting {
            key: *key,
            held_on: *held_on,
            starts: *starts,
            place: place.clone(),
            form: *form,
            state: State::Planned,
            notice: None,
            roster: Roster::default(),
            opened: None,
            closed: None,
            reason: String::new(),
            items: Vec::new(),
            current: None,
            motions: Vec::new(),
            votes: Vec::new(),
            elections: Vec::new(),
            secrecy: Vec::new(),
            trial: None,
            presence: Vec::new(),
            pauses: Vec::new(),
            written: None,
            corrections: Vec::new(),
            sha256: None,
            head: None,
            approved_in: None,
            last_vote: None,
            latest: first.at,
        })
    }

    /// Adds what has happened.
    #[expect(clippy::too_many_lines, reason = "one arm for each thing that can happen")]
    pub fn apply(&mut self, entry: &Entry) {
        let at = entry.at;
        // The day is that of the last entry, also where older files hold one that is dated back.
        if !matches!(entry.event, Event::Finalised { .. }) {
            self.latest = self.no_earlier(at);
        }
        match &entry.event {
            Event::Planned { .. } => {}
            Event::ItemAdded {
                item,
                kind,
                title,
                internal,
                proposed,
                number,
                objections: _,
            } => self.items.push(Item {
                id: *item,
                number: *number,
                kind: kind.clone(),
                title: title.clone(),
                internal: *internal,
                proposed: proposed.clone(),
                added_later: self.state != State::Planned,
                paper: None,
                state: ItemState::Listed,
                withdrawn: String::new(),
                conflicts: Vec::new(),
                taken_out: false,
                carried: Vec::new(),
                present: Vec::new(),
                chaired_by: None,
                statements: Vec::new(),
                changes: Vec::new(),
                trials: Vec::new(),
            }),
            Event::ItemWithdrawn { item, reason } => self.change(*item, |item| {
                item.state = ItemState::Withdrawn;
                item.withdrawn.clone_from(reason);
            }),
            Event::Called {
                on,
                reason,
                numbers,
                papers,
            } => {
                self.state = State::Called;
                self.notice = Some(Notice {
                    on: *on,
                    reason: reason.clone(),
                });
                for item in &mut self.items {
                    item.number = numbers.get(&item.id).copied().or(item.number);
                    item.paper = papers.get(&item.id).cloned();
                }
            }
            Event::Opened { roster } => {
                self.state = State::Open;
                self.opened = Some(at);
                self.roster = roster.clone();
            }
            Event::RosterChanged { roster } => self.change_the_roster(roster.clone()),
            Event::CameIn { handle } => self.presence.push(Interval {
                handle: handle.clone(),
                came: at,
                came_in: self.current,
                went: None,
                went_in: None,
            }),
            Event::WentOut { handle } => self.went_out(handle, at),
            Event::ItemOpened { item } => {
                self.end_treatment();
                self.current = Some(*item);
                self.change(*item, |item| item.state = ItemState::Treated);
            }
            Event::ConflictRaised {
                item,
                handle,
                raised_by,
                ground,
            } => {
                self.change(*item, |item| {
                    item.conflicts.push(Conflict {
                        handle: handle.clone(),
                        raised_by: raised_by.clone(),
                        ground: ground.clone(),
                        judgement: Judgement::Raised,
                    });
                });
                let elections = self.elections.iter_mut();
                for election in elections.filter(|election| election.office.item() == Some(*item)) {
                    election.leaves(handle);
                }
            }
            Event::MotionPut {
                item,
                motion,
                mover,
                content,
            } => self.motions.push(Put {
                id: *motion,
                item: *item,
                mover: mover.clone(),
                content: content.clone(),
                withdrawn: false,
            }),
            Event::MotionWithdrawn { motion } => {
                for put in self.motions.iter_mut().filter(|put| put.id == *motion) {
                    put.withdrawn = true;
                }
                // Older files may hold a trial whose motion was withdrawn, which nobody could close.
                self.trial = self.trial.take().filter(|open| open.motion != *motion);
            }
            Event::TakenOut { item } => self.change(*item, |item| item.taken_out = true),
            Event::VoteOpened { vote, question } => self.open(*vote, question),
            Event::Cast { vote, handle, choice } => {
                let ballot = Ballot {
                    choice: *choice,
                    by: entry.by.clone(),
                };
                for open in self.votes.iter_mut().filter(|open| open.id == *vote) {
                    open.cast.insert(handle.clone(), ballot.clone());
                }
            }
            Event::VoteCalledOff { vote } => {
                // A conflict may be judged otherwise later.
                let called = self.votes.iter().find(|open| open.id == *vote);
                let tallies = called.map(|open| self.tallies(open));
                for open in self.votes.iter_mut().filter(|open| open.id == *vote) {
                    open.called_off.clone_from(&tallies);
                }
            }
            Event::VoteClosed { vote, tallies } => self.close(*vote, tallies, at),
            Event::AboveFree { item, free } => self.change(*item, |item| {
                if let Some(carried) = item.carried.last_mut() {
                    carried.free = Some(*free);
                }
            }),
            Event::TrialOpened { motion } => {
                let item = self.motion(*motion).map(|put| put.item).ok();
                self.trial = item.map(|item| OpenTrial {
                    item,
                    motion: *motion,
                    answered: BTreeSet::new(),
                });
            }
            Event::TrialAnswered { handle } => {
                if let Some(trial) = &mut self.trial {
                    trial.answered.insert(handle.clone());
                }
            }
            Event::TrialVote {
                item,
                motion,
                votes_for,
                votes_against,
            } => {
                self.trial = None;
                let trial = Trial {
                    motion: *motion,
                    votes_for: *votes_for,
                    votes_against: *votes_against,
                };
                self.change(*item, |item| item.trials.push(trial));
            }
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
                seating: self.seating_at_election(office),
                left: BTreeSet::new(),
                cast: BTreeMap::new(),
                secret: secret
                    .as_ref()
                    .map(|key| Secret::new(key.clone(), entry.by.clone())),
                count: None,
                ballots: Vec::new(),
                void: None,
            }),
            Event::Elected {
                election,
                handle,
                choice,
            } => self.of_election(*election, |open| {
                open.cast.insert(handle.clone(), choice.clone());
            }),
            Event::BallotCast {
                election,
                handle,
                sealed,
            } => self.of_election(*election, |open| {
                if let Some(secret) = &mut open.secret {
                    secret.sealed.insert(handle.clone(), sealed.clone());
                }
            }),
            Event::ElectionClosed {
                election,
                count,
                ballots,
            } => self.close_election(*election, count, ballots, at),
            Event::ElectionVoided { election, why } => self.make_void(*election, *why),
            Event::SecrecyAsked { item, handle } => self.secrecy_asked(*item, handle),
            Event::Statement { item, handle, text } => {
                let statement = Statement {
                    handle: handle.clone(),
                    text: text.clone(),
                };
                self.change(*item, |item| item.statements.push(statement));
            }
            Event::ScorecardChanged {
                item,
                handle,
                before,
                after,
                ..
            } => {
                let change = ScoreChange {
                    handle: handle.clone(),
                    before: before.clone(),
                    after: after.clone(),
                };
                self.change(*item, |item| item.changes.push(change));
            }
            Event::Adjourned { reason } => {
                self.state = State::Adjourned;
                self.reason.clone_from(reason);
                self.pauses.push(Pause {
                    from: at,
                    to: None,
                    reason: reason.clone(),
                });
            }
            Event::Resumed => {
                self.state = State::Open;
                if let Some(pause) = self.pauses.last_mut() {
                    pause.to = Some(at);
                }
            }
            Event::Closed => {
                self.end_treatment();
                self.conclude_written(at);
                self.current = None;
                self.state = State::Closed;
                self.closed = Some(at);
            }
            Event::Cancelled { reason } => {
                self.state = State::Cancelled;
                self.reason.clone_from(reason);
            }
            Event::WrittenStarted {
                deadline,
                roster,
                motion,
            } => self.start_written(entry, *deadline, roster, motion),
            Event::WrittenAnswered {
                handle,
                agrees_to_motion,
                agrees_to_procedure,
            } => {
                let answer = Answer {
                    agrees_to_motion: *agrees_to_motion,
                    agrees_to_procedure: *agrees_to_procedure,
                };
                if let Some(written) = &mut self.written {
                    written.answers.insert(handle.clone(), answer);
                }
            }
            Event::Finalised { sha256, head } => {
                self.state = State::Final;
                self.sha256 = Some(sha256.clone());
                self.head = Some(head.clone());
            }
            Event::Approved { meeting, item } => {
                self.state = State::Approved;
                self.approved_in = Some((*meeting, *item));
            }
            Event::Corrected { concerns, text } => self.corrections.push(Correction {
                on: at.date(),
                by: entry.by.clone(),
                concerns: concerns.clone(),
                text: text.clone(),
            }),
        }
    }

    pub(super) fn change(&mut self, id: ItemId, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.items.iter_mut().find(|item| item.id == id) {
            change(item);
        }
    }

    /// M11: who has no place in the council any more is out of what is being voted on.
    pub fn change_the_roster(&mut self, roster: Roster) {
        let before = std::mem::replace(&mut self.roster, roster);
        for (handle, ..) in before.people() {
            if !self.roster.belongs(handle) {
                self.loses_the_vote(handle);
            }
        }
    }

    /// M10: out of the room, and out of what is being voted on.
    fn went_out(&mut self, handle: &str, at: DateTime) {
        for interval in &mut self.presence {
            if interval.handle == handle && interval.went.is_none() {
                interval.went = Some(at);
                interval.went_in = self.current;
            }
        }
        self.loses_the_vote(handle);
    }

    fn loses_the_vote(&mut self, handle: &str) {
        for vote in self.votes.iter_mut().filter(|vote| vote.is_open()) {
            vote.cast.remove(handle);
            vote.left.insert(handle.to_owned());
        }
        for election in &mut self.elections {
            election.leaves(handle);
        }
        if let Some(trial) = &mut self.trial {
            trial.answered.remove(handle);
        }
    }
}
