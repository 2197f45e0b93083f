//! Scoring rounds: opened, revealed, and the council's moves in the ranked list (S4, S7).

use std::collections::BTreeSet;

use super::queries::blind::unseen_proposals;
use super::queries::ranking::whole_list;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::log_action::LogAction;
use crate::domain::order::{Basis, check_order};
use crate::domain::policy::{Action, Subject};
use crate::domain::proposal::{Ref, Stage, Step};
use crate::domain::ranking::Move;
use crate::domain::refusal::refuse;
use crate::domain::text;

/// Opens a blind round over qualified or postponed proposals.
#[derive(Debug)]
pub struct OpenRound {
    pub name: String,
    pub proposals: Vec<Ref>,
}

impl UseCase for OpenRound {
    fn action(&self) -> Action {
        Action::OpenRound
    }

    fn name(&self) -> LogAction {
        LogAction::RoundOpen
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let name = text::required_line(&self.name)?;
        if context.write.round(&name)?.is_some() {
            return Err(refuse("round-exists").with("round", name).into());
        }
        if self.proposals.is_empty() {
            return Err(refuse("round-empty").into());
        }
        let round = context.write.add_round(&name, context.today)?;
        let mut seen = BTreeSet::new();
        for reference in &self.proposals {
            if !seen.insert(*reference) {
                return Err(refuse("case-twice").with("ref", *reference).into());
            }
            let stage = Step::OpenRound.from(*reference, context.proposal(*reference)?.stage)?;
            context.in_order(*reference, context.today)?;
            context.write.set_stage(*reference, stage)?;
            context.write.add_round_proposal(round, *reference)?;
        }
        let proposals: Vec<String> = self.proposals.iter().map(ToString::to_string).collect();
        Ok(Outcome::new("done-round-opened", &name)
            .with("round", name.as_str())
            .with("count", proposals.len())
            .made("round", name)
            .logged("cases", proposals))
    }
}

/// S4: ends the blindness of a round, for everyone at once.
#[derive(Debug)]
pub struct RevealRound {
    pub name: String,
}

impl UseCase for RevealRound {
    fn action(&self) -> Action {
        Action::Reveal
    }

    fn name(&self) -> LogAction {
        LogAction::RoundReveal
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let round = context.write.round(&self.name)?;
        let round = round.ok_or_else(|| refuse("round-unknown").with("round", self.name.as_str()))?;
        let name = round.name.as_str();
        if let Some(on) = round.revealed_on {
            return Err(refuse("round-revealed")
                .rule("S4")
                .with("round", name)
                .with("date", on)
                .into());
        }
        check_order(context.today, [(Basis::RoundOpened, round.opened_on)])?;
        // S4: that a card is later is told, neither whose it is nor of which day.
        let cards = context.write.cards(round.id)?;
        if cards.iter().any(|card| context.today < card.submitted_on) {
            return Err(refuse("reveal-before-cards")
                .rule("L7")
                .with("round", name)
                .with("date", context.today)
                .into());
        }
        let waiting = context
            .write
            .round_proposals(round.id)?
            .into_iter()
            .filter(|proposal| proposal.stage == Stage::Scoring);
        for proposal in waiting {
            context.write.set_stage(
                proposal.reference,
                Step::Reveal.from(proposal.reference, proposal.stage)?,
            )?;
        }
        context.write.reveal_round(round.id, context.today)?;
        let cards = context.write.submitters(round.id)?.len();
        Ok(Outcome::new("done-round-revealed", name)
            .with("round", name)
            .made("round", name)
            .logged("scorecards", cards))
    }
}

/// S7: the council moves proposals by hand, with one reason. The computed places are kept.
#[derive(Debug)]
pub struct MoveProposals {
    /// Proposal and place, in the order in which they are moved.
    pub moves: Vec<(Ref, usize)>,
    pub reason: String,
    /// How many moves the person had seen in the round; more in the fund are somebody else's.
    pub seen: Option<usize>,
}

impl UseCase for MoveProposals {
    fn action(&self) -> Action {
        Action::Move
    }

    fn name(&self) -> LogAction {
        LogAction::RankingMove
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let reason = text::required_prose(&self.reason)?;
        let (first, _) = self.moves.first().ok_or_else(|| refuse("move-nothing"))?;
        let round = context.round_of(*first)?;
        if !round.is_revealed() {
            return Err(OpError::Denied(refuse("denied-blind").rule("S4")));
        }
        // The actor's list leaves out what they are in conflict in, so their places aren't the council's.
        let conflicted = !unseen_proposals(context.write, context.actor, &round)?.is_empty();
        context.may(Action::Move, Subject::Proposal { conflicted })?;
        let made = context.write.moves(round.id)?.len();
        if self.seen.is_some_and(|seen| seen != made) {
            return Err(OpError::Changed(
                refuse("ranking-changed").with("round", round.name),
            ));
        }
        let proposals = context.write.round_proposals(round.id)?;
        for (reference, place) in &self.moves {
            let proposal = proposals.iter().find(|proposal| proposal.reference == *reference);
            let proposal = proposal.ok_or_else(|| {
                refuse("case-not-in-round")
                    .with("ref", *reference)
                    .with("round", round.name.as_str())
            })?;
            if proposal.stage != Stage::Ranked || !proposal.current {
                let refusal = refuse("case-not-movable").rule("S7").with("ref", *reference);
                return Err(refusal.word("stage", proposal.stage.key()).into());
            }
            context.in_order(*reference, context.today)?;
            whole_list(context.write, &round)?.check_place(*reference, *place)?;
            let step = Move {
                reference: *reference,
                to_place: *place,
                reason: reason.clone(),
            };
            context
                .write
                .add_move(round.id, &step, &context.actor.handle, context.today)?;
        }
        // Which proposal went where, and why, is an order (S4): one in conflict reads the log too. The moves are kept.
        Ok(Outcome::new("done-moved", &round.name)
            .with("count", self.moves.len())
            .made("round", round.name.as_str())
            .logged("moves", self.moves.len()))
    }
}
