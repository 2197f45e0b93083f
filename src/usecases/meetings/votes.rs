//! Votes (M1, M2, M12, M13), and what comes of them: recommendations (M14), conflicts that are decided (M5), minutes that are
//! approved (M17).

use serde_json::{Value as Json, json};

use super::super::conflicts::in_conflict;
use super::super::decisions::{recommend, take_back};
use super::super::queries::ahead::free;
use super::super::queries::capital::capital;
use super::super::{Context, OpError, Outcome, UseCase};
use super::agenda::can_take_effect;
use super::{Sitting, casting, vote_outcomes};
use crate::domain::log_action::LogAction;
use crate::domain::meeting::conflict::Judgement;
use crate::domain::meeting::{
    Act, Choice, Event, ItemId, ItemKind, Motion, MotionId, Question, State, Tally, Vote, VoteId,
};
use crate::domain::policy::Action;
use crate::domain::proposal::Step;
use crate::domain::refusal::refuse;

/// M12: the chair opens a vote.
#[derive(Debug)]
pub struct OpenVote {
    pub question: Question,
}

impl UseCase for OpenVote {
    fn action(&self) -> Action {
        Action::ChairMeeting
    }

    fn name(&self) -> LogAction {
        LogAction::VoteOpen
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        sitting.meeting().there_is(&self.question)?;
        sitting.allows(Act::OpenVote(Some(&self.question)))?;
        if let Question::TakeUp { item } = &self.question {
            may_be_taken_up(&sitting, *item)?;
        }
        for motion in self.question.motions() {
            let put = sitting.meeting().motion(motion)?;
            if let Some(reference) = sitting.meeting().item(put.item)?.kind.reference() {
                can_take_effect(context, reference, &put.content)?;
            }
        }
        let vote = sitting.meeting().next_vote();
        sitting.step(Event::VoteOpened {
            vote,
            question: self.question.clone(),
        })?;
        let open = sitting.meeting().open_vote();
        let entitled = open.map_or(0, |open| sitting.meeting().not_voted(open).len());
        Ok(Outcome::new("done-vote-opened", sitting.key())
            .with("entitled", entitled)
            .with("quorum", sitting.meeting().roster.quorum())
            .made("vote", i64::from(vote))
            .made("entitled", entitled))
    }
}

/// M13: not after KS has decided, and not when the recommendation, or the approval of minutes, has taken effect at once.
fn may_be_taken_up(sitting: &Sitting, item: ItemId) -> Result<(), OpError> {
    let reference = match sitting.meeting().item(item)?.kind {
        ItemKind::Proposal { reference } => reference,
        ItemKind::Minutes { meeting } => {
            let row = sitting.context.write.meeting(meeting)?;
            if row.is_some_and(|row| row.meeting.state != State::Final) {
                return Err(refuse("minutes-approved")
                    .rule("M13")
                    .with("meeting", meeting.to_string())
                    .into());
            }
            return Ok(());
        }
        ItemKind::Information | ItemKind::Election | ItemKind::Free => return Ok(()),
    };
    let stage = sitting.context.proposal(reference)?.stage;
    if stage.is_decided() {
        return Err(refuse("taken-up-after-decision")
            .rule("M13")
            .with("ref", reference)
            .into());
    }
    Step::Recommend.from(reference, stage)?;
    Ok(())
}

/// The vote that is open, which is the one that a person means: a vote that was opened in the meantime is another.
fn the_open_one<'s>(sitting: &'s Sitting, meant: Option<VoteId>) -> Result<&'s Vote, OpError> {
    let open = sitting.meeting().open_vote();
    let vote = open.ok_or_else(|| refuse("vote-not-open").rule("M12"))?;
    match meant.filter(|meant| *meant != vote.id) {
        Some(_) => Err(refuse("vote-is-another").rule("M12").into()),
        None => Ok(vote),
    }
}

/// M12: a vote that is cast by oneself, or registered for one member by the chair or the secretariat.
#[derive(Debug)]
pub struct CastVote {
    pub choice: Choice,
    pub handle: Option<String>,
    /// The vote that the voter has before them; the one that is open unless named.
    pub vote: Option<VoteId>,
}

impl UseCase for CastVote {
    fn action(&self) -> Action {
        casting(self.handle.as_ref())
    }

    fn name(&self) -> LogAction {
        if self.handle.is_some() {
            LogAction::VoteCastFor
        } else {
            LogAction::VoteCast
        }
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let handle = sitting.who(self.handle.as_ref());
        let vote = the_open_one(&sitting, self.vote)?;
        let (id, question) = (vote.id, vote.question.clone());
        sitting.allows(self.handle.as_ref().map_or(Act::Vote, |_| Act::VoteForTheRoom))?;
        sitting.step(Event::Cast {
            vote: id,
            handle: handle.clone(),
            choice: self.choice,
        })?;
        Ok(vote_outcomes::cast(&question, self.choice, sitting.meeting())
            .with("name", sitting.meeting().roster.name(&handle).to_owned())
            .made("handle", handle)
            .made("choice", self.choice.word()))
    }
}

/// M12: the votes of all who haven't voted, as the chair or the secretariat sees them in the room: for, but for those who are
/// named.
#[derive(Debug)]
pub struct VoteForTheRoom {
    pub against: Vec<String>,
    /// Who doesn't vote.
    pub silent: Vec<String>,
    /// The vote that is registered; the one that is open unless named.
    pub vote: Option<VoteId>,
}

impl UseCase for VoteForTheRoom {
    fn action(&self) -> Action {
        Action::RegisterForTheRoom
    }

    fn name(&self) -> LogAction {
        LogAction::VoteRoom
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let vote = the_open_one(&sitting, self.vote)?.clone();
        sitting.allows(Act::VoteForTheRoom)?;
        let named = self.against.iter().chain(&self.silent);
        if let Some(both) = self.against.iter().find(|handle| self.silent.contains(handle)) {
            return Err(refuse("votes-and-does-not")
                .rule("M12")
                .with("handle", both.as_str())
                .into());
        }
        for handle in named {
            if !sitting.meeting().may_cast(&vote, handle) {
                return Err(refuse("not-entitled")
                    .rule("M12")
                    .with("handle", handle.as_str())
                    .into());
            }
        }
        let waiting = sitting.meeting().not_voted(&vote);
        let voters = waiting.iter().filter(|handle| !self.silent.contains(handle));
        let (mut votes_for, mut votes_against) = (0_usize, 0_usize);
        for handle in voters.chain(self.against.iter().filter(|handle| !waiting.contains(handle))) {
            let choice = if self.against.contains(handle) {
                votes_against += 1;
                Choice::Against
            } else {
                votes_for += 1;
                Choice::For
            };
            sitting.step(Event::Cast {
                vote: vote.id,
                handle: handle.clone(),
                choice,
            })?;
        }
        let cast = votes_for + votes_against;
        Ok(vote_outcomes::room(&vote.question, sitting.key())
            .with("count", cast)
            .with("for", votes_for)
            .with("against", votes_against)
            .made("count", cast)
            .logged("against", self.against.clone()))
    }
}

/// M12: the chair calls off a vote that was opened by mistake, before anybody has voted.
#[derive(Debug)]
pub struct CallOffVote {
    /// The vote that the chair has before them; the one that is open unless named.
    pub vote: Option<VoteId>,
}

impl UseCase for CallOffVote {
    fn action(&self) -> Action {
        Action::ChairMeeting
    }

    fn name(&self) -> LogAction {
        LogAction::VoteCancel
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let vote = the_open_one(&sitting, self.vote)?.id;
        sitting.allows(Act::CloseVote)?;
        sitting.step(Event::VoteCalledOff { vote })?;
        Ok(Outcome::new("done-vote-called-off", sitting.key()).made("vote", i64::from(vote)))
    }
}

/// M12: the chair closes the vote, and what it carries takes effect in the same transaction.
#[derive(Debug)]
pub struct CloseVote {
    /// The vote that the chair has before them; the one that is open unless named.
    pub vote: Option<VoteId>,
}

impl UseCase for CloseVote {
    fn action(&self) -> Action {
        Action::ChairMeeting
    }

    fn name(&self) -> LogAction {
        LogAction::VoteClose
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        let vote = the_open_one(&sitting, self.vote)?.clone();
        sitting.allows(Act::CloseVote)?;
        let tallies = sitting.meeting().tallies(&vote);
        sitting.step(Event::VoteClosed {
            vote: vote.id,
            tallies: tallies.clone(),
        })?;
        for tally in &tallies {
            take_effect(&mut sitting, &vote.question, tally)?;
        }
        let each: Vec<Json> = tallies
            .iter()
            .map(|tally| {
                Ok(json!({
                    "item": sitting.meeting().item(tally.item)?.number_or_place(),
                    "result": tally.result(),
                    "for": tally.votes_for.len(),
                    "against": tally.votes_against.len(),
                    "not_voted": tally.not_voted,
                }))
            })
            .collect::<Result<_, OpError>>()?;
        Ok(
            vote_outcomes::closed(&vote.question, &tallies, sitting.meeting(), vote.id)
                .with("quorum", sitting.meeting().roster.quorum())
                .made("vote", i64::from(vote.id))
                .made("items", each),
        )
    }
}

fn take_effect(sitting: &mut Sitting, question: &Question, tally: &Tally) -> Result<(), OpError> {
    let item = sitting.meeting().item(tally.item)?;
    if let Question::Conflict { handle, .. } = question {
        let (Some(reference), Some(judgement)) = (item.kind.reference(), Judgement::of(tally.result()))
        else {
            return Ok(());
        };
        let upheld = judgement == Judgement::Upheld;
        let context = sitting.context;
        context
            .write
            .judge_conflict(reference, handle, upheld, (sitting.row.id, tally.item))?;
        if !upheld {
            return Ok(());
        }
        let ground = item.conflicts.iter().find(|conflict| conflict.handle == *handle);
        let ground = ground.map_or_else(String::new, |conflict| conflict.ground.text.clone());
        return in_conflict(context, reference, handle, &ground);
    }
    match sitting.meeting().carried_by(question, tally) {
        Some(motion) => carry(sitting, tally.item, motion),
        None => Ok(()),
    }
}

/// What a carried motion does.
fn carry(sitting: &mut Sitting, item: ItemId, motion: MotionId) -> Result<(), OpError> {
    let moved = sitting.meeting().motion(motion)?.content.clone();
    let kind = sitting.meeting().item(item)?.kind.clone();
    let context = sitting.context;
    match (kind, moved) {
        (ItemKind::Proposal { reference }, Motion::WithdrawRecommendation) => {
            take_back(context, reference)?;
            Ok(context
                .write
                .withdraw_recommendation(reference, sitting.row.id, item)?)
        }
        (ItemKind::Proposal { reference }, moved) => {
            let Some(recommendation) = moved.recommendation() else {
                return Ok(());
            };
            recommend(context, reference, &recommendation)?;
            context.write.recommended_by(reference, sitting.row.id, item)?;
            mark(sitting, item, &moved)
        }
        (ItemKind::Minutes { meeting }, Motion::ApproveMinutes) => {
            let mut earlier = Sitting::of(context, Some(meeting))?;
            earlier.step(Event::Approved {
                meeting: sitting.key(),
                item,
            })
        }
        _ => Ok(()),
    }
}

/// M14: an amount above what is free by the scheme's limit is written, and marked.
fn mark(sitting: &mut Sitting, item: ItemId, moved: &Motion) -> Result<(), OpError> {
    if moved.amount().is_none() {
        return Ok(());
    }
    let context = sitting.context;
    let free = free(context.write, &capital(context.write, context.today)?)?;
    match moved.above(free) {
        Some(_) => sitting.step(Event::AboveFree { item, free }),
        None => Ok(()),
    }
}

/// M14, M16: a written procedure that was decided counts as a meeting.
pub(super) fn recommend_written(sitting: &mut Sitting) -> Result<(), OpError> {
    if sitting.meeting().form.meets() {
        return Ok(());
    }
    let item = sitting.meeting().written_item();
    let decided = item.and_then(|item| Some((item.id, item.result()?)));
    match decided {
        Some((item, motion)) => carry(sitting, item, motion),
        None => Ok(()),
    }
}
