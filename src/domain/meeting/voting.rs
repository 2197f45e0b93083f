//! Motions and votes as they stand: what can be voted on, together or by itself, who can vote, and how it would end
//! (M2, M12, M13).

use super::election::{Count, Election, Office};
use super::{Item, ItemId, Meeting, MotionId, Put, Question, Refusal, Tally, Vote, VoteResult};

impl Meeting {
    /// The motions of an item that were not withdrawn, in the order in which they were put.
    pub fn motions_of(&self, item: ItemId) -> impl Iterator<Item = &Put> {
        self.motions
            .iter()
            .filter(move |motion| motion.item == item && !motion.withdrawn)
    }

    /// M2: the motions of an item that can be voted on: neither withdrawn nor lost, in an item that is open.
    pub fn votable_in(&self, item: ItemId) -> impl Iterator<Item = &Put> {
        let open = self.item(item).is_ok_and(Item::is_open);
        self.motions_of(item)
            .filter(move |put| open && !self.is_lost(put.id))
    }

    /// Whether a valid vote has gone against a motion.
    #[must_use]
    pub fn is_lost(&self, motion: MotionId) -> bool {
        let Ok(put) = self.motion(motion) else {
            return false;
        };
        self.votes
            .iter()
            .filter(|vote| vote.question.motions().contains(&motion))
            .any(|vote| {
                let tally = vote.tallies.iter().find(|tally| tally.item == put.item);
                tally.is_some_and(|tally| match vote.question.preferred(tally.result()) {
                    Some(won) => won != motion,
                    None => tally.result() == VoteResult::Lost,
                })
            })
    }

    /// The motion that a vote has carried in one of its items, if it has.
    #[must_use]
    pub fn carried_by(&self, question: &Question, tally: &Tally) -> Option<MotionId> {
        let in_item = |id: &MotionId| self.motion(*id).is_ok_and(|put| put.item == tally.item);
        let result = tally.result();
        question.preferred(result).or_else(|| match result {
            VoteResult::Carried => question.motions().into_iter().find(in_item),
            VoteResult::Lost | VoteResult::NoQuorum => None,
        })
    }

    /// Whether there is what a question asks about.
    ///
    /// # Errors
    /// `motion-unknown`, `item-unknown`.
    pub fn there_is(&self, question: &Question) -> Result<(), Refusal> {
        for motion in question.motions() {
            self.motion(motion)?;
        }
        match question {
            Question::Conflict { item, .. } | Question::TakeUp { item } => self.item(*item).map(|_| ()),
            Question::Motion { .. } | Question::Between { .. } | Question::EnBloc { .. } => Ok(()),
        }
    }

    /// The items that a question concerns.
    #[must_use]
    pub fn items_of(&self, question: &Question) -> Vec<ItemId> {
        match question {
            Question::Conflict { item, .. } | Question::TakeUp { item } => vec![*item],
            Question::Between { first: motion, .. } => {
                self.motion(*motion).map(|put| put.item).into_iter().collect()
            }
            other => {
                let motions = other.motions().into_iter();
                motions
                    .filter_map(|id| Some(self.motion(id).ok()?.item))
                    .collect()
            }
        }
    }

    /// M12: whether a person is out of an item of a vote.
    fn out_of<'m>(&'m self, vote: &'m Vote, item: ItemId) -> impl Fn(&str) -> bool + 'm {
        // Where all who are there decide on a conflict, those in question do too (M5).
        let is_out = match vote.question.conflict_of() {
            Some(_) => Item::is_found_in_conflict,
            None => Item::is_conflicted,
        };
        let item = self.item(item).ok();
        move |handle| item.is_some_and(|item| is_out(item, handle))
    }

    /// M12: the results of a vote as they stand, one for each item.
    #[must_use]
    pub fn tallies(&self, vote: &Vote) -> Vec<Tally> {
        let items = vote.seating.keys();
        items
            .map(|&item| {
                let chair = self.chair_of_vote(vote, item);
                vote.tally(item, self.roster.size(), chair, self.out_of(vote, item))
            })
            .collect()
    }

    /// M2: who decides a tie in an item of a vote: of those who can vote in it the one who chairs before others, but nobody in
    /// their own conflict (M5).
    #[must_use]
    pub fn chair_of_vote(&self, vote: &Vote, item: ItemId) -> Option<&str> {
        let votes = |who: &str| {
            let mut entitled = vote.entitled(item, self.out_of(vote, item));
            entitled.any(|seated| seated.handle == who)
        };
        self.may_chair(Some(item))
            .find(|who| vote.question.conflict_of() != Some(who) && votes(who))
    }

    /// M2, M3: whether an item has no chair: nobody who can chair it or, while it is voted on, nobody whose vote decides a tie,
    /// because the one who chairs now hasn't been there since the vote opened.
    #[must_use]
    pub fn lacks_a_chair(&self, item: Option<ItemId>) -> bool {
        let voted_on = item.and_then(|id| Some((self.open_vote()?, id)));
        let voted_on = voted_on.filter(|(vote, id)| vote.seating.contains_key(id));
        self.chair(item).is_none()
            || voted_on.is_some_and(|(vote, id)| self.chair_of_vote(vote, id).is_none())
    }

    /// M3: who can be elected to chair an item or, without one, the meeting: whoever has a seat there and, while it is voted on, a
    /// vote in it; nobody while their own conflict is voted on, for whose tie they couldn't decide (M5).
    #[must_use]
    pub fn can_be_elected_to_chair(&self, item: Option<ItemId>) -> Vec<String> {
        let seated = self.seating_at_election(&Office::Chair { item }).into_iter();
        let votes = |who: &str| {
            let voted_on = item.and_then(|id| Some((self.open_vote()?, id)));
            let voted_on = voted_on.filter(|(vote, id)| vote.seating.contains_key(id));
            voted_on.is_none_or(|(vote, id)| {
                let mut entitled = vote.entitled(id, self.out_of(vote, id));
                vote.question.conflict_of() != Some(who) && entitled.any(|seated| seated.handle == who)
            })
        };
        let handles = seated.map(|seated| seated.handle);
        handles.filter(|who| votes(who)).collect()
    }

    /// M12: whether a person can vote in an open vote, in one of its items at least.
    #[must_use]
    pub fn may_cast(&self, vote: &Vote, handle: &str) -> bool {
        vote.seating.keys().any(|&item| {
            vote.entitled(item, self.out_of(vote, item))
                .any(|seated| seated.handle == handle)
        })
    }

    /// M12, M15: whether somebody can vote in the vote or the election that is open, and hasn't.
    #[must_use]
    pub fn awaits_the_vote_of(&self, handle: &str) -> bool {
        let votes = |vote: &Vote| self.may_cast(vote, handle) && !vote.cast.contains_key(handle);
        let elects = |election: &Election| election.awaited().any(|seated| seated.handle == handle);
        self.open_vote().is_some_and(votes) || self.open_election().is_some_and(elects)
    }

    /// M12: those who can vote and have not, by seat.
    #[must_use]
    pub fn not_voted(&self, vote: &Vote) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for tally in self.tallies(vote) {
            for handle in tally.not_voted {
                if !names.contains(&handle) {
                    names.push(handle);
                }
            }
        }
        names
    }

    /// M13: the items that can be voted on together: one motion, the chair not in conflict, and not taken out.
    #[must_use]
    pub fn en_bloc(&self) -> Vec<MotionId> {
        let Some(chair) = self.chair(None) else {
            return Vec::new();
        };
        let open = self
            .items
            .iter()
            .filter(|item| item.is_open() && !item.taken_out && self.chair(Some(item.id)) == Some(chair));
        open.filter_map(|item| {
            let mut motions = self.motions_of(item.id);
            let one = motions.next().filter(|_| motions.next().is_none())?;
            (!self.is_lost(one.id)).then_some(one.id)
        })
        .collect()
    }

    /// M1: whether a motion was voted on without quorum.
    #[must_use]
    pub fn lacked_quorum(&self, put: &Put) -> bool {
        let votes = self
            .votes
            .iter()
            .filter(|vote| vote.question.motions().contains(&put.id));
        let mut tallies = votes.flat_map(|vote| &vote.tallies);
        tallies.any(|tally| tally.item == put.item && tally.result() == VoteResult::NoQuorum)
    }

    /// Whether an election to something other than the chair has been counted in an item.
    pub(super) fn held_an_election_in(&self, item: ItemId) -> bool {
        self.elections.iter().any(|election| {
            let of_item = matches!(election.office, Office::Other { item: own, .. } if own == item);
            of_item && election.count.is_some()
        })
    }

    /// M15: whether a valid vote has elected nobody to an office since somebody was last elected to it: most votes wins then.
    #[must_use]
    pub fn is_held_again(&self, office: &Office) -> bool {
        let held = self.elections.iter().rev();
        let of_office = held.filter(|election| election.office == *office);
        let counts = of_office.filter_map(|election| election.count.as_ref());
        counts
            .take_while(|count| count.elected.is_none())
            .any(Count::is_valid)
    }

    /// M5: the first conflict that waits to be decided: in the item on the table, else in one that was treated.
    #[must_use]
    pub fn undecided_conflict(&self) -> Option<Question> {
        let treated = self.items.iter().filter(|item| item.was_treated());
        let items = self.on_the_table().into_iter().chain(treated);
        let mut waiting = items.filter_map(|item| Some((item.id, item.undecided().next()?)));
        let (item, conflict) = waiting.next()?;
        Some(Question::Conflict {
            item,
            handle: conflict.handle.clone(),
        })
    }

    /// Whether a proposal is being decided on at the moment: by a vote that is open, or in writing.
    #[must_use]
    pub fn is_deciding_on(&self, reference: crate::domain::proposal::Ref) -> bool {
        let in_writing = self.state.is_under_way() && self.written.is_some();
        let written = self.written_item().filter(|_| in_writing).map(|item| item.id);
        let voted_on = self.open_vote().map(|vote| self.items_of(&vote.question));
        let mut items = voted_on.into_iter().flatten().chain(written);
        items.any(|id| {
            let item = self.item(id);
            item.is_ok_and(|item| item.kind.reference() == Some(reference))
        })
    }
}
