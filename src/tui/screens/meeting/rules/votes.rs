//! What stands in the way of votes and elections.

use super::{Ask, votable};
use crate::domain::meeting::election::Office;
use crate::domain::meeting::{Act, Event, ItemKind, Meeting as Held, Question};
use crate::domain::refusal::{Refusal, refuse};
use crate::tui::screens::meeting::keys::Action;

impl Ask<'_> {
    pub(super) fn vote(&self, action: Action) -> Result<(), Refusal> {
        let closed = || refuse("vote-not-open").rule("M12");
        let nothing_open = || refuse("nothing-to-vote-in").rule("M12");
        match action {
            Action::CloseVote => match (self.meeting.open_vote(), self.meeting.open_election()) {
                (Some(vote), _) => {
                    self.may(Act::CloseVote)?;
                    self.check(Event::VoteClosed {
                        vote: vote.id,
                        tallies: self.meeting.tallies(vote),
                    })
                }
                (None, Some(election)) => {
                    self.conducts(&election.office)?;
                    let secret = election.secret.as_ref();
                    let elsewhere = secret.filter(|secret| secret.conductor != self.own.viewer);
                    match elsewhere {
                        Some(_) => Err(refuse("election-elsewhere").rule("M15")),
                        None => Ok(()),
                    }
                }
                (None, None) if self.meeting.trial.is_some() => self.may(Act::RegisterInTheItem),
                (None, None) => Err(nothing_open()),
            },
            Action::Elect => {
                let open = self.meeting.open_election();
                let election = open.ok_or_else(|| refuse("election-not-open").rule("M15"))?;
                if election.secret.is_some() {
                    self.may(Act::Elect)?;
                    return self.check(Event::BallotCast {
                        election: election.id,
                        handle: self.own.viewer.clone(),
                        sealed: String::new(),
                    });
                }
                self.may(Act::ElectForTheRoom).or_else(|_| self.may(Act::Elect))
            }
            Action::OpenElection => {
                let office = office_sought(self.meeting);
                self.conducts(&office)?;
                let candidates = candidates(self.meeting, &office);
                self.check(Event::ElectionOpened {
                    election: self.meeting.next_vote(),
                    office,
                    candidates,
                    second: false,
                    // It may be opened so in any case.
                    secret: Some(String::new()),
                })
            }
            Action::AskSecret => {
                let on_table = self.meeting.on_the_table().filter(|item| item.is_open());
                let elects = on_table.is_some_and(|item| item.kind == ItemKind::Election);
                let of_chair = matches!(office_sought(self.meeting), Office::Chair { item } if self.meeting.chair(item).is_none());
                if !elects && !of_chair && self.meeting.open_election().is_none() {
                    return Err(refuse("election-not-open").rule("M15"));
                }
                self.check(Event::SecrecyAsked {
                    item: self.meeting.asks_for().item(),
                    handle: self.own.viewer.clone(),
                })
            }
            Action::CallOff => match (self.meeting.open_vote(), self.meeting.open_election()) {
                // A vote whose chair has gone waits for the election of another.
                (_, Some(election)) => self.conducts(&election.office),
                (Some(vote), None) => {
                    self.may(Act::CloseVote)?;
                    self.check(Event::VoteCalledOff { vote: vote.id })
                }
                (None, None) => Err(nothing_open()),
            },
            Action::Unanimous | Action::NameAgainst => {
                let vote = self.meeting.open_vote().ok_or_else(closed)?;
                let waits = !self.meeting.not_voted(vote).is_empty();
                waits
                    .then_some(())
                    .ok_or_else(|| refuse("everybody-has-voted").rule("M12"))
            }
            _ => {
                // Where no vote is open it is asked of the item on the table.
                self.may(Act::Vote)?;
                let open = self.meeting.trial.is_some() || self.meeting.open_vote().is_some();
                open.then_some(()).ok_or_else(closed)
            }
        }
    }

    /// M3: the chair conducts an election; that of a chair where there is none the secretariat.
    fn conducts(&self, office: &Office) -> Result<(), Refusal> {
        self.may(Act::Conduct(office))
    }

    pub(super) fn question(&self, action: Action) -> Result<(), Refusal> {
        let none = |code: &'static str, rule: &'static str| refuse(code).rule(rule);
        let question = match action {
            Action::DecideConflict => {
                let undecided = self.meeting.undecided_conflict();
                undecided.ok_or_else(|| none("no-conflict-to-decide", "M5"))?
            }
            Action::EnBloc => Question::EnBloc {
                motions: self.meeting.en_bloc(),
            },
            Action::TakeAgain => Question::TakeUp {
                item: self.selected()?.id,
            },
            _ => {
                self.current()?;
                self.meeting.ready_for_a_vote()?;
                return match (action, votable(self.meeting).len()) {
                    (_, 0) => Err(none("no-motion-to-vote-on", "M2")),
                    (Action::Between, 1) => Err(none("two-motions-needed", "M13")),
                    _ => Ok(()),
                };
            }
        };
        self.check(Event::VoteOpened {
            vote: self.meeting.next_vote(),
            question,
        })
    }
}

/// Which election the key opens: that of a chair if nobody can chair (M3), otherwise what the item on the table is about (M15).
pub(crate) fn office_sought(meeting: &Held) -> Office {
    let chair = meeting.office_without_holder();
    let on_table = meeting.on_the_table().filter(|item| item.is_open());
    match on_table.filter(|item| item.kind == ItemKind::Election) {
        Some(item) if meeting.chair(chair.item()).is_some() => Office::Other {
            item: item.id,
            title: item.title.clone(),
        },
        _ => chair,
    }
}

/// Who can be chosen: of a chair those who sit there, of another office everybody in the council.
pub(crate) fn candidates(meeting: &Held, office: &Office) -> Vec<String> {
    match office {
        Office::Chair { item } => meeting.can_be_elected_to_chair(*item),
        Office::Other { .. } => {
            let people = meeting.roster.people().into_iter();
            people.map(|(handle, ..)| handle.to_owned()).collect()
        }
    }
}
