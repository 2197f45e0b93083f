//! How a secret election is held (M15): who may ask for it, who has voted, what counts, and what is written at closing.

use std::collections::{BTreeMap, BTreeSet};

use super::election::{Count, Election, Office};
use super::secret::{Asked, OpenedBallot, Void};
use super::{ItemId, Meeting, Refusal, State, VoteId, refuse};

impl Election {
    /// Whether a person has voted.
    #[must_use]
    pub fn has_voted(&self, handle: &str) -> bool {
        let sealed = self.secret.as_ref().map(|secret| &secret.sealed);
        self.cast.contains_key(handle) || sealed.is_some_and(|sealed| sealed.contains_key(handle))
    }

    /// How many have voted, and of how many. Of a secret election neither number tells of anybody who leaves.
    #[must_use]
    pub fn turnout(&self) -> (usize, usize) {
        match &self.secret {
            Some(secret) => (secret.cast(), self.seating.len()),
            None => (self.cast.len(), self.entitled().count()),
        }
    }

    /// M15: who has voted in a secret election that is open is told to nobody but themselves.
    pub fn withhold(&mut self, viewer: &str) {
        if let Some(secret) = &mut self.secret {
            let cast = secret.cast();
            secret.sealed.retain(|handle, _| handle == viewer);
            secret.withheld = cast - secret.sealed.len();
        }
    }

    /// M15: the sealed ballots that count: of those who can still vote, by handle.
    pub fn sealed(&self) -> impl Iterator<Item = (&str, &str)> {
        let secret = self.secret.iter();
        secret.flat_map(|secret| {
            self.entitled().filter_map(|seated| {
                let sealed = secret.sealed.get(&seated.handle)?;
                Some((seated.handle.as_str(), sealed.as_str()))
            })
        })
    }

    /// M15: the count of a secret election from the choices on its ballots.
    #[must_use]
    pub fn counted_secretly(
        &self,
        choices: BTreeMap<String, Option<String>>,
        seats: usize,
        blank_counts: bool,
        seed: u64,
    ) -> Count {
        let read = Election {
            cast: choices,
            ..self.clone()
        };
        read.counted(seats, blank_counts, seed)
    }
}

impl Count {
    /// M15: whether it is the count of these ballots, each of which has a receipt of its own.
    #[must_use]
    pub fn is_of(&self, ballots: &[OpenedBallot]) -> bool {
        let receipts: BTreeSet<&str> = ballots.iter().map(|ballot| ballot.receipt.as_str()).collect();
        let of = |choice: Option<&str>| {
            let chosen = ballots.iter().filter(|ballot| ballot.choice.as_deref() == choice);
            chosen.count()
        };
        let named = |(who, votes): (&String, &usize)| of(Some(who)) == *votes;
        receipts.len() == ballots.len()
            && ballots.len() == self.voted.len()
            && of(None) == self.blank
            && self.votes.iter().all(named)
            && self.votes.values().sum::<usize>() + self.blank == ballots.len()
    }
}

impl Meeting {
    /// M15: whether elections to an office must be secret, because somebody has asked for it.
    #[must_use]
    pub fn must_be_secret(&self, office: &Office) -> bool {
        self.secrecy.iter().any(|asked| asked.item == office.item())
    }

    /// What somebody who asks for a secret election means: the one that is open, that of the chair who is wanting, or those
    /// of the item on the table.
    #[must_use]
    pub fn asks_for(&self) -> Office {
        let office = self.office_without_holder();
        match self.open_election() {
            Some(open) => open.office.clone(),
            None if self.chair(office.item()).is_none() => office,
            None => Office::Chair { item: self.current },
        }
    }

    /// The last election, where it came to nothing and waits to be held anew: none has been, and the meeting is under way.
    #[must_use]
    pub fn void_election(&self) -> Option<(&Election, Void)> {
        let last = self.elections.last().filter(|_| self.is_in_session())?;
        Some((last, last.void?))
    }

    /// Whether a person has a place in the elections of an item, also where its conflicts are still to be decided.
    fn elects(&self, item: Option<ItemId>, handle: &str) -> bool {
        let office = Office::Chair { item };
        let seated = self.seating_at_election(&office);
        self.sits(item, handle) || seated.iter().any(|seated| seated.handle == handle)
    }

    pub(super) fn check_secrecy(&self, item: Option<ItemId>, handle: &str) -> Result<(), Refusal> {
        self.in_state(&[State::Open])?;
        if item.is_none() && self.chair(None).is_some() && self.open_election().is_none() {
            return Err(refuse("nothing-on-the-table").rule("M6"));
        }
        if !self.elects(item, handle) {
            return Err(refuse("not-in-seat").rule("M11").with("handle", handle));
        }
        let open = self.open_election().filter(|open| open.office.item() == item);
        let is_secret = open.is_some_and(|open| open.secret.is_some());
        if is_secret || self.secrecy.iter().any(|asked| asked.item == item) {
            return Err(refuse("secrecy-asked").rule("M15"));
        }
        match open {
            Some(open) if !open.cast.is_empty() => Err(refuse("secrecy-too-late").rule("M15")),
            _ => Ok(()),
        }
    }

    /// M15: a ballot is final when it is cast.
    pub(super) fn check_ballot(&self, election: VoteId, handle: &str) -> Result<(), Refusal> {
        let open = self.the_open_election(election)?;
        if open.secret.is_none() {
            return Err(refuse("election-is-open").rule("M15"));
        }
        if !open.entitled().any(|seated| seated.handle == handle) {
            return Err(refuse("not-entitled").rule("M12").with("handle", handle));
        }
        if open.has_voted(handle) {
            return Err(refuse("ballot-is-final").rule("M15"));
        }
        Ok(())
    }

    /// M15: what is written at closing agrees with itself, and tells nothing of order.
    pub(super) fn check_count(
        &self,
        election: VoteId,
        count: &Count,
        ballots: &[OpenedBallot],
    ) -> Result<(), Refusal> {
        let open = self.the_open_election(election)?;
        let is_right = match open.secret {
            Some(_) => ballots.is_sorted() && count.is_of(ballots),
            None => ballots.is_empty(),
        };
        if is_right {
            Ok(())
        } else {
            Err(refuse("ballots-unreadable").rule("M15"))
        }
    }

    pub(super) fn secrecy_asked(&mut self, item: Option<ItemId>, handle: &str) {
        self.secrecy.push(Asked {
            item,
            handle: handle.to_owned(),
        });
        let open = self.open_election().filter(|open| open.office.item() == item);
        if let Some(id) = open.map(|open| open.id) {
            self.make_void(id, Void::SecrecyAsked);
        }
    }

    /// An election comes to nothing, and what was cast in it is gone.
    pub fn make_void(&mut self, election: VoteId, why: Void) {
        self.of_election(election, |open| {
            open.void = Some(why);
            open.cast.clear();
            if let Some(secret) = &mut open.secret {
                secret.sealed.clear();
                secret.withheld = 0;
            }
        });
    }
}
