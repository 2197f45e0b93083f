//! Whether a vote or an election may be opened, cast in and closed.

use super::election::{Election, Office};
use super::{
    ItemId, ItemState, Meeting, MotionId, OpenTrial, Put, Question, Refusal, State, Vote, VoteId, refuse,
};

impl Meeting {
    /// Whether any vote can be opened now.
    ///
    /// # Errors
    /// The meeting isn't open, or a vote is open.
    pub fn ready_for_a_vote(&self) -> Result<(), Refusal> {
        self.in_state(&[State::Open])?;
        self.nothing_open()
    }

    /// M10: whether a person has voted in the vote or the election that is open, and would lose it by going out.
    #[must_use]
    pub fn has_voted(&self, handle: &str) -> bool {
        let vote = self
            .open_vote()
            .is_some_and(|vote| vote.cast.contains_key(handle));
        let election = self.open_election();
        vote || election.is_some_and(|election| election.has_voted(handle))
    }

    /// M10: whether a person has a place in the vote or the election that is open: it is lost by going out, also for one who
    /// comes back before it closes.
    #[must_use]
    pub fn has_a_place_in_the_vote(&self, handle: &str) -> bool {
        let vote = self.open_vote().is_some_and(|vote| self.may_cast(vote, handle));
        let election = self.open_election();
        vote || election.is_some_and(|election| election.entitled().any(|seated| seated.handle == handle))
    }

    pub(super) fn check_question(&self, question: &Question) -> Result<(), Refusal> {
        self.ready_for_a_vote()?;
        match question {
            Question::Motion { motion } => {
                let put = self.votable(*motion)?;
                self.on_table(put.item)
            }
            Question::Between { first, second } => {
                let (first, second) = (self.votable(*first)?, self.votable(*second)?);
                self.on_table(first.item)?;
                if first.item == second.item && first.id != second.id {
                    Ok(())
                } else {
                    Err(refuse("motions-not-of-one-item").rule("M13"))
                }
            }
            Question::EnBloc { motions } => {
                let eligible = self.en_bloc();
                if let Some(other) = motions.iter().find(|motion| !eligible.contains(motion)) {
                    let item = self
                        .items
                        .iter()
                        .find(|item| self.motion(*other).is_ok_and(|put| put.item == item.id));
                    let item = item.map_or_else(String::new, |item| item.called(self.key.year));
                    return Err(refuse("not-en-bloc").rule("M13").with("item", item));
                }
                match motions.len() {
                    0 | 1 => Err(refuse("en-bloc-too-few").rule("M13")),
                    _ => Ok(()),
                }
            }
            Question::Conflict { item, handle } => {
                // Also of an item that has left the table: what is undecided when the meeting closes stays so.
                let own = self.item(*item)?;
                if !own.was_treated() {
                    self.on_table(*item)?;
                }
                if own.undecided().any(|conflict| conflict.handle == *handle) {
                    Ok(())
                } else {
                    Err(refuse("no-conflict-raised")
                        .rule("M5")
                        .with("handle", handle.as_str()))
                }
            }
            Question::TakeUp { item } => match self.item(*item)?.state {
                ItemState::Concluded => Ok(()),
                state => Err(refuse("item-not-concluded")
                    .rule("M13")
                    .word("state", state.key())),
            },
        }
    }

    pub(super) fn check_office(&self, office: &Office, candidates: &[String]) -> Result<(), Refusal> {
        self.in_state(&[State::Open])?;
        if self.open_election().is_some() {
            return Err(refuse("election-open").rule("M15"));
        }
        match office {
            // A vote whose chair has gone can't be closed before there is another.
            Office::Chair { item } => {
                if !self.lacks_a_chair(*item) {
                    return Err(refuse("chair-not-needed").rule("M3"));
                }
                let voted_on = self.open_vote().map(|vote| self.items_of(&vote.question));
                if let Some(item) = item.filter(|item| !voted_on.is_some_and(|voted| voted.contains(item))) {
                    self.on_table(item)?;
                }
                let able = self.can_be_elected_to_chair(*item);
                if let Some(who) = candidates.iter().find(|who| !able.contains(who)) {
                    return Err(refuse("candidate-not-seated")
                        .rule("M3")
                        .with("handle", who.as_str()));
                }
            }
            Office::Other { item, .. } => {
                self.nothing_open()?;
                self.on_table(*item)?;
                self.open_item(*item)?;
            }
        }
        if candidates.is_empty() {
            return Err(refuse("no-candidates").rule("M15"));
        }
        let mut all = candidates.iter().enumerate();
        if let Some((_, twice)) = all.find(|(at, who)| candidates[..*at].contains(who)) {
            return Err(refuse("candidate-twice")
                .rule("M15")
                .with("handle", twice.as_str()));
        }
        Ok(())
    }

    pub(super) fn check_elected(
        &self,
        election: VoteId,
        handle: &str,
        choice: Option<&str>,
    ) -> Result<(), Refusal> {
        let open = self.the_open_election(election)?;
        if open.secret.is_some() {
            return Err(refuse("election-is-secret").rule("M15"));
        }
        if !open.entitled().any(|seated| seated.handle == handle) {
            return Err(refuse("not-entitled").rule("M12").with("handle", handle));
        }
        match choice.filter(|choice| !open.candidates.iter().any(|other| other == choice)) {
            Some(other) => Err(refuse("not-a-candidate").rule("M15").with("handle", other)),
            None => Ok(()),
        }
    }

    /// A motion that can be voted on: not withdrawn, and neither carried nor lost.
    pub(super) fn votable(&self, id: MotionId) -> Result<&Put, Refusal> {
        let put = self.motion(id)?;
        let refused = |code| Err(refuse(code).rule("M2").with("motion", i64::from(id)));
        if put.withdrawn {
            return refused("motion-withdrawn");
        }
        if self.is_lost(id) {
            return refused("motion-lost");
        }
        self.open_item(put.item)?;
        Ok(put)
    }

    pub(super) fn nothing_open(&self) -> Result<(), Refusal> {
        if self.open_vote().is_some() {
            return Err(refuse("vote-open").rule("M12"));
        }
        if self.open_election().is_some() {
            return Err(refuse("election-open").rule("M15"));
        }
        if self.trial.is_some() {
            return Err(refuse("trial-open").rule("M13"));
        }
        Ok(())
    }

    /// M13: a trial vote on a motion of the item on the table, the one that is open if one is, by no more than sit there.
    pub(super) fn check_trial(&self, item: ItemId, motion: MotionId, shown: u64) -> Result<(), Refusal> {
        self.on_table(item)?;
        match &self.trial {
            // What is open is what is counted.
            Some(open) if open.motion == motion => {}
            _ => self.nothing_open()?,
        }
        if self.votable(motion)?.item != item {
            return Err(refuse("motions-not-of-one-item").rule("M13"));
        }
        let seated = self.seating(Some(item)).len();
        if shown <= seated as u64 {
            Ok(())
        } else {
            Err(refuse("trial-vote-too-many").rule("M13").with("seated", seated))
        }
    }

    /// M13: the trial vote that is open.
    ///
    /// # Errors
    /// `trial-not-open`.
    pub fn the_open_trial(&self) -> Result<&OpenTrial, Refusal> {
        let open = self.trial.as_ref();
        open.ok_or_else(|| refuse("trial-not-open").rule("M13"))
    }

    pub(super) fn the_open_vote(&self, id: VoteId) -> Result<&Vote, Refusal> {
        let open = self.open_vote().filter(|vote| vote.id == id);
        open.ok_or_else(|| refuse("vote-not-open").rule("M12"))
    }

    /// M12: how many of those who have voted in the vote that is open have a vote that stands in one of its items, and are not in
    /// conflict by now in all of them.
    #[must_use]
    pub fn standing_votes(&self) -> usize {
        let Some(vote) = self.open_vote() else { return 0 };
        let voters = vote.cast.keys();
        voters.filter(|handle| self.may_cast(vote, handle)).count()
    }

    /// M12: a vote that was opened by mistake ends without a result as long as no vote stands.
    pub(super) fn check_called_off(&self, vote: VoteId) -> Result<(), Refusal> {
        self.the_open_vote(vote)?;
        match self.standing_votes() {
            0 => Ok(()),
            cast => Err(refuse("vote-was-cast").rule("M12").with("cast", cast)),
        }
    }

    pub(super) fn the_open_election(&self, id: VoteId) -> Result<&Election, Refusal> {
        let open = self.open_election().filter(|election| election.id == id);
        open.ok_or_else(|| refuse("election-not-open").rule("M15"))
    }
}
