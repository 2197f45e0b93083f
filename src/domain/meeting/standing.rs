//! What somebody is in a meeting: there or not, in a seat or why not, and whether they chair (M3, M10, M11). Every step asks
//! here, and so does the screen that offers it.

use super::election::{Election, Office};
use super::{Item, ItemId, Meeting, Question, Seated, Vote};
use crate::domain::policy::{Subject, Unseated};

/// What a step in a meeting is about, as far as it decides who may take it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Matter<'m> {
    /// The item on the table; before there is one, the meeting.
    Table,
    /// The meeting, whatever is on its table.
    Meeting,
    /// Where the meeting goes next, which is for whoever chairs the item that is left. When that is concluded, or nobody can chair
    /// it, also for whoever chairs the meeting.
    Course,
    /// That it begins, or goes on after a pause: the leader or the deputy comes in with it. Where neither is there the
    /// secretariat does it, to have a chair elected.
    Beginning,
    /// Who is there. Before there is a chair the leader or the deputy counts the room too.
    Presence,
    /// Oneself, there or not: whoever holds a seat or is a substitute for one has a place.
    Oneself,
    /// A vote that is to be opened.
    Question(&'m Question),
    /// A vote that is open.
    Vote(&'m Vote),
    /// M3: an election, open or to be opened. That of a chair where there is none is the secretariat's to conduct.
    Election(&'m Office),
    /// M16: a written procedure, for which nobody comes in.
    Written,
}

impl Meeting {
    /// What somebody is in a matter, as the policy asks for it.
    pub(super) fn standing(&self, handle: &str, matter: Matter) -> Subject {
        let is = |chair: Option<&str>| chair == Some(handle);
        let (mut chairs, mut leaderless) = (is(self.chair(self.current)), false);
        let mut seat = self.place(self.current, handle);
        match matter {
            Matter::Table => {}
            Matter::Meeting => {
                chairs = is(self.chair(None));
                seat = self.place(None, handle);
            }
            Matter::Course => {
                let is_left_open = self.on_the_table().is_some_and(Item::is_open);
                if !is_left_open || self.chair(self.current).is_none() {
                    chairs |= is(self.chair(None));
                }
            }
            Matter::Beginning => {
                let chair = self.chair_if(None, |other| self.is_present(other) || other == handle);
                chairs = is(chair);
                leaderless = chair.is_none();
            }
            Matter::Presence => {
                chairs |= is(self.chair(None)) || (self.chair(None).is_none() && self.roster.leads(handle));
            }
            Matter::Oneself => {
                let belongs = self.roster.belongs(handle);
                seat = if belongs { Ok(()) } else { Err(Unseated::Nowhere) };
            }
            Matter::Question(question) => chairs = is(self.chair_of(question)),
            Matter::Vote(vote) => {
                chairs = is(self.chair_of(&vote.question));
                seat = self.place_in(vote, handle);
            }
            Matter::Election(office) => {
                let chair = self.chair(office.item());
                // M15: a secret one can be closed by nobody but whoever opened it.
                let open = self.open_election().filter(|open| open.office == *office);
                let secret = open.and_then(|open| open.secret.as_ref());
                chairs = is(chair) || secret.is_some_and(|secret| secret.conductor == handle);
                leaderless = chair.is_none() && matches!(office, Office::Chair { .. });
                seat = self.place_at_election(office, handle);
            }
            Matter::Written => {
                let answers = self.written_seating();
                seat = if answers.iter().any(|seated| seated.handle == handle) {
                    Ok(())
                } else {
                    Err(self.unseated(self.written_item(), handle, true))
                };
                chairs = self.roster.leads(handle) && seat.is_ok();
            }
        }
        Subject::Meeting {
            chairs,
            leaderless,
            seat,
        }
    }

    /// Whether a person is there now.
    #[must_use]
    pub fn is_present(&self, handle: &str) -> bool {
        self.presence
            .iter()
            .any(|interval| interval.handle == handle && interval.went.is_none())
    }

    /// Holders of seats who aren't there, by seat.
    pub fn holders_away(&self) -> impl Iterator<Item = &String> {
        let holders = self.roster.seats.iter().filter_map(|seat| seat.holder.as_ref());
        holders.filter(|holder| !self.is_present(holder))
    }

    /// M11: who sits where now, in an item or, without one, in the meeting.
    #[must_use]
    pub fn seating(&self, item: Option<ItemId>) -> Vec<Seated> {
        self.seating_if(item, |handle| self.is_present(handle))
    }

    /// As [`Meeting::seating`], were others there than those who are.
    fn seating_if(&self, item: Option<ItemId>, there: impl Fn(&str) -> bool) -> Vec<Seated> {
        let item = item.and_then(|id| self.item(id).ok());
        self.roster
            .seating(|handle| there(handle) && item.is_none_or(|item| !item.is_conflicted(handle)))
    }

    /// Whether a person has a seat now, in an item or, without one, in the meeting.
    #[must_use]
    pub fn sits(&self, item: Option<ItemId>, handle: &str) -> bool {
        self.seating(item).iter().any(|seated| seated.handle == handle)
    }

    /// M5: who takes part in deciding on conflicts in an item. None of those in question does, unless the body would then
    /// lack quorum: then all who are there do, but for those already found in conflict.
    #[must_use]
    pub fn seating_on_conflict(&self, item: &Item) -> Vec<Seated> {
        let seated = self.seating(Some(item.id));
        if seated.len() >= self.roster.quorum() {
            return seated;
        }
        self.roster
            .seating(|handle| self.is_present(handle) && !item.is_found_in_conflict(handle))
    }

    /// Who takes part in an election. That of a chair for an item must be possible where conflicts are still to be decided.
    #[must_use]
    pub fn seating_at_election(&self, office: &Office) -> Vec<Seated> {
        match office {
            Office::Chair { item: Some(item) } => self
                .item(*item)
                .map_or_else(|_| Vec::new(), |item| self.seating_on_conflict(item)),
            other => self.seating(other.item()),
        }
    }

    /// M3: who chairs, in an item or, without one, in the meeting: the leader, the deputy, or who was elected; in a seat, and
    /// not in conflict. A substitute for the leader does not chair (M11).
    #[must_use]
    pub fn chair(&self, item: Option<ItemId>) -> Option<&str> {
        self.chair_if(item, |handle| self.is_present(handle))
    }

    /// M3: who chairs once somebody has gone out, in an item or, without one, in the meeting.
    #[must_use]
    pub fn chair_without(&self, item: Option<ItemId>, gone: &str) -> Option<&str> {
        self.chair_if(item, |handle| self.is_present(handle) && handle != gone)
    }

    /// As [`Meeting::chair`], were others there than those who are.
    fn chair_if(&self, item: Option<ItemId>, there: impl Fn(&str) -> bool) -> Option<&str> {
        let seated = self.seating_if(item, there);
        self.may_chair(item)
            .find(|handle| seated.iter().any(|seated| seated.handle == *handle))
    }

    /// Those who chair if they can, the first before the others.
    pub(super) fn may_chair(&self, item: Option<ItemId>) -> impl Iterator<Item = &str> {
        let elected = |item: Option<ItemId>| {
            let held = self.elections.iter().rev();
            held.filter(move |election| election.office == Office::Chair { item })
                .find_map(Election::elected)
        };
        [
            self.roster.leader.as_deref(),
            self.roster.deputy.as_deref(),
            item.and_then(|id| elected(Some(id))),
            elected(None),
        ]
        .into_iter()
        .flatten()
    }

    /// Who chairs a vote: in a conflict that all decide on, because too few are out of question, one of those in question in
    /// another, but nobody in their own (M5).
    #[must_use]
    pub fn chair_of(&self, question: &Question) -> Option<&str> {
        match question {
            Question::Motion { motion } | Question::Between { first: motion, .. } => {
                self.chair(Some(self.motion(*motion).ok()?.item))
            }
            Question::EnBloc { .. } => self.chair(None),
            Question::TakeUp { item } => self.chair(Some(*item)),
            Question::Conflict { item, handle } => self.chair(Some(*item)).or_else(|| {
                let seated = self.seating_on_conflict(self.item(*item).ok()?);
                let sits = |who: &str| seated.iter().any(|seated| seated.handle == who);
                self.may_chair(Some(*item)).find(|who| who != handle && sits(who))
            }),
        }
    }

    /// M3: the chair that is wanting: of an item that is voted on or on the table, if the meeting has one otherwise.
    #[must_use]
    pub fn office_without_holder(&self) -> Office {
        let voted_on = self.open_vote().map(|vote| self.items_of(&vote.question));
        let mut voted_on = voted_on.into_iter().flatten();
        let without = voted_on.find(|item| self.lacks_a_chair(Some(*item)));
        Office::Chair {
            item: without.or(self.current).filter(|_| self.chair(None).is_some()),
        }
    }

    /// M11: the place of a person in an item or, without one, in the meeting.
    fn place(&self, item: Option<ItemId>, handle: &str) -> Result<(), Unseated> {
        if self.sits(item, handle) {
            return Ok(());
        }
        let item = item.and_then(|id| self.item(id).ok());
        Err(self.unseated(item, handle, self.is_present(handle)))
    }

    /// Why somebody who has no seat has none.
    fn unseated(&self, item: Option<&Item>, handle: &str, there: bool) -> Unseated {
        if !self.roster.belongs(handle) {
            Unseated::Nowhere
        } else if !there {
            Unseated::Away
        } else if item.is_some_and(|item| item.is_found_in_conflict(handle)) {
            Unseated::InConflict
        } else if item.is_some_and(|item| item.is_conflicted(handle)) {
            Unseated::InQuestion
        } else {
            Unseated::Taken
        }
    }

    /// M12: the place of a person in a vote that is open, in one of its items at least.
    fn place_in(&self, vote: &Vote, handle: &str) -> Result<(), Unseated> {
        if self.may_cast(vote, handle) {
            return Ok(());
        }
        let mut places = vote.seating.keys().map(|item| self.place(Some(*item), handle));
        // Who has a place now, but not in the vote, hasn't been there since it opened.
        places.find_map(Result::err).map_or(Err(Unseated::Since), Err)
    }

    fn place_at_election(&self, office: &Office, handle: &str) -> Result<(), Unseated> {
        let open = self.open_election().filter(|election| election.office == *office);
        match open {
            Some(election) if election.entitled().any(|seated| seated.handle == handle) => Ok(()),
            Some(_) => self.place(office.item(), handle).and(Err(Unseated::Since)),
            // Where conflicts are still to be decided, those in question may have a place (M5).
            None if self
                .seating_at_election(office)
                .iter()
                .any(|seated| seated.handle == handle) =>
            {
                Ok(())
            }
            None => self.place(office.item(), handle),
        }
    }
}
