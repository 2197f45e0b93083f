//! Trial votes (M13). They bind nothing, and only their counts are kept: what each has answered is kept beside the fund until they
//! are counted, in no log, no seal and no backup, and is then gone.

use super::super::{Context, OpError, Outcome, UseCase};
use super::Sitting;
use crate::domain::log_action::LogAction;
use crate::domain::meeting::{Act, Choice, Event, MotionId, OpenTrial};
use crate::domain::policy::Action;
use crate::domain::refusal::refuse;

/// M13: a show of hands that binds nothing. It stands in place of the answers to a trial vote on the motion that is open.
#[derive(Debug)]
pub struct TrialVote {
    pub motion: MotionId,
    pub votes_for: u32,
    pub votes_against: u32,
}

impl UseCase for TrialVote {
    fn action(&self) -> Action {
        Action::RegisterForTheRoom
    }

    fn name(&self) -> LogAction {
        LogAction::VoteTrial
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        sitting.allows(Act::RegisterInTheItem)?;
        let item = sitting.item_or_current(None)?;
        let open = sitting.meeting().trial.is_some();
        let place = open.then(|| sitting.place_of_trial()).transpose()?;
        let (votes_for, votes_against) = (self.votes_for, self.votes_against);
        let outcome = counted(&mut sitting, item, self.motion, votes_for, votes_against)?;
        if let Some(place) = place {
            context.write.forget_answers(&place)?;
        }
        Ok(outcome)
    }
}

fn counted(
    sitting: &mut Sitting,
    item: u32,
    motion: MotionId,
    votes_for: u32,
    votes_against: u32,
) -> Result<Outcome, OpError> {
    sitting.step(Event::TrialVote {
        item,
        motion,
        votes_for,
        votes_against,
    })?;
    Ok(Outcome::new("done-trial-vote", sitting.key())
        .with("for", i64::from(votes_for))
        .with("against", i64::from(votes_against))
        .made("for", i64::from(votes_for))
        .made("against", i64::from(votes_against)))
}

/// M13: everybody is asked to answer at their own keyboard.
#[derive(Debug)]
pub struct OpenTrialVote {
    pub motion: MotionId,
}

impl UseCase for OpenTrialVote {
    fn action(&self) -> Action {
        Action::RegisterForTheRoom
    }

    fn name(&self) -> LogAction {
        LogAction::VoteTrialOpen
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        sitting.allows(Act::RegisterInTheItem)?;
        sitting.step(Event::TrialOpened { motion: self.motion })?;
        // What a trial before this one may have left when the power failed.
        let place = sitting.place_of_trial()?;
        context.write.forget_answers(&place)?;
        Ok(Outcome::new("done-trial-opened", sitting.key())
            .with("motion", i64::from(self.motion))
            .made("motion", i64::from(self.motion)))
    }
}

/// M13: one's own answer, which may be changed until they are counted.
#[derive(Debug)]
pub struct AnswerTrial {
    pub choice: Choice,
    /// The motion that is asked about; that of the trial vote that is open unless named.
    pub motion: Option<MotionId>,
}

impl UseCase for AnswerTrial {
    fn action(&self) -> Action {
        Action::Vote
    }

    fn name(&self) -> LogAction {
        LogAction::VoteTrialAnswer
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        the_open_one(&sitting, self.motion)?;
        sitting.allows(Act::AnswerTrial)?;
        let handle = sitting.who(None);
        sitting.step(Event::TrialAnswered {
            handle: handle.clone(),
        })?;
        let place = sitting.place_of_trial()?;
        context.write.keep_answer(&handle, &place, self.choice.word())?;
        // Neither told, made nor logged: what one answers is nobody else's.
        Ok(Outcome::new("done-trial-answered", sitting.key()))
    }
}

/// M13: the answers are counted, and gone.
#[derive(Debug)]
pub struct CloseTrialVote {
    /// The motion that is asked about; that of the trial vote that is open unless named.
    pub motion: Option<MotionId>,
}

impl UseCase for CloseTrialVote {
    fn action(&self) -> Action {
        Action::RegisterForTheRoom
    }

    fn name(&self) -> LogAction {
        LogAction::VoteTrialClose
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut sitting = Sitting::of(context, None)?;
        sitting.allows(Act::RegisterInTheItem)?;
        let open = the_open_one(&sitting, self.motion)?.clone();
        let place = sitting.place_of_trial()?;
        let answers = context.write.answers(&place)?;
        let seated = sitting.meeting().seating(Some(open.item));
        let counts =
            |who: &str| open.answered.contains(who) && seated.iter().any(|seated| seated.handle == who);
        let of = |choice: Choice| {
            let own = answers
                .iter()
                .filter(|(who, said)| counts(who) && said == choice.word());
            u32::try_from(own.count()).unwrap_or(u32::MAX)
        };
        let (votes_for, votes_against) = (of(Choice::For), of(Choice::Against));
        // A fund that was put back has none of them: they are in no backup.
        let awaited = open.answered.iter().filter(|who| counts(who));
        let missing = awaited.filter(|who| !answers.iter().any(|(of, _)| of == *who));
        let missing: Vec<&str> = missing.map(|who| sitting.meeting().roster.name(who)).collect();
        if !missing.is_empty() {
            let refusal = refuse("trial-answers-missing").rule("M13");
            return Err(refusal.with("names", missing.join(", ")).into());
        }
        let outcome = counted(&mut sitting, open.item, open.motion, votes_for, votes_against)?;
        context.write.forget_answers(&place)?;
        Ok(outcome)
    }
}

/// The trial vote that is open, which is the one that a person means: one that was opened in the meantime is another.
fn the_open_one<'s>(sitting: &'s Sitting, meant: Option<MotionId>) -> Result<&'s OpenTrial, OpError> {
    let open = sitting.meeting().the_open_trial()?;
    match meant.filter(|meant| *meant != open.motion) {
        Some(_) => Err(refuse("vote-is-another").rule("M13").into()),
        None => Ok(open),
    }
}

impl Sitting<'_> {
    /// Where the answers of the trial that is open are kept.
    fn place_of_trial(&self) -> Result<String, OpError> {
        let OpenTrial { item, motion, .. } = self.meeting().the_open_trial()?;
        let before = self.meeting().item(*item)?.trials.len();
        Ok(format!("trial {} {item} {motion} {before}", self.key()))
    }
}
