//! Scoring, and stepping aside (S1, S4, S5, M5). Nothing here tells anyone what another has scored.

use std::collections::BTreeMap;

use super::rows::Faults;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::council::Round;
use crate::domain::intake::ScoreIntake;
use crate::domain::policy::{Action, Subject};
use crate::domain::proposal::{Ref, Stage};
use crate::domain::refusal::refuse;
use crate::domain::scoring::Scorecard;
use crate::domain::text;
use crate::store::NewScorecard;

/// A member's scores of one proposal; a new one replaces the old until the reveal.
#[derive(Debug)]
pub struct SubmitScorecard {
    pub reference: Ref,
    /// By the key of the criterion; `None` and what isn't named are not assessed (S1).
    pub scores: Vec<(String, Option<u8>)>,
    pub comment: String,
    /// S4: the secretariat registers it for this member.
    pub on_behalf_of: Option<String>,
}

impl UseCase for SubmitScorecard {
    fn action(&self) -> Action {
        if self.on_behalf_of.is_some() {
            Action::ScoreOnBehalf
        } else {
            Action::Score
        }
    }

    fn name(&self) -> &'static str {
        if self.on_behalf_of.is_some() {
            "scorecard.submit-on-behalf"
        } else {
            "scorecard.submit"
        }
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let handle = self.on_behalf_of.as_deref().unwrap_or(&context.actor.handle);
        let round = open_round_of(context, self.reference)?;
        submit(
            context,
            &round,
            self.reference,
            handle,
            &self.scores,
            &self.comment,
        )?;
        Ok(Outcome::new("done-scored", self.reference)
            .with("ref", self.reference)
            .made("ref", self.reference.to_string())
            .made("round", round.name)
            .logged("member", handle))
    }
}

/// The round in which a proposal can be scored now.
fn open_round_of(context: &Context, reference: Ref) -> Result<Round, OpError> {
    let proposal = context.proposal(reference)?;
    let round = context.write.round_of(reference)?;
    match round {
        Some(round) if round.revealed_on.is_none() && proposal.stage == Stage::Scoring => Ok(round),
        // S5: after the reveal a scorecard changes only while the item is open in a meeting.
        Some(round) if round.revealed_on.is_some() && proposal.stage != Stage::Postponed => {
            Err(refuse("scorecard-after-reveal")
                .rule("S5")
                .with("ref", reference)
                .into())
        }
        _ => Err(refuse("scorecard-no-round")
            .with("ref", reference)
            .word("stage", proposal.stage.key())
            .into()),
    }
}

fn submit(
    context: &Context,
    round: &Round,
    reference: Ref,
    handle: &str,
    scores: &[(String, Option<u8>)],
    comment: &str,
) -> Result<(), OpError> {
    if handle != context.actor.handle {
        let member = context.write.member(handle)?;
        let member = member.ok_or_else(|| refuse("member-unknown").with("handle", handle))?;
        if !member.active || !member.actor().sits_in_council() {
            return Err(refuse("member-not-in-council").with("handle", handle).into());
        }
    }
    let conflicted = context.write.is_conflicted(reference, handle)?;
    if handle == context.actor.handle {
        context.may(Action::Score, Subject::Proposal { conflicted })?;
    } else if conflicted {
        return Err(refuse("member-conflicted")
            .rule("M5")
            .with("handle", handle)
            .with("ref", reference)
            .into());
    }
    let card = Scorecard::new(&context.write.fund.scheme.criteria, scores)?;
    let comment = text::prose(comment)?;
    Ok(context.write.add_scorecard(&NewScorecard {
        round: round.id,
        reference,
        handle,
        card: &card,
        comment: &comment,
        on: context.today,
        registered_by: &context.actor.handle,
    })?)
}

/// M5: a member steps aside from a proposal. Scores already given no longer count.
#[derive(Debug)]
pub struct DeclareConflict {
    pub reference: Ref,
    pub ground: String,
}

impl UseCase for DeclareConflict {
    fn action(&self) -> Action {
        Action::DeclareConflict
    }

    fn name(&self) -> &'static str {
        "conflict.declare"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let ground = text::required_prose(&self.ground)?;
        let proposal = context.proposal(self.reference)?;
        if proposal.stage.is_decided() {
            let refusal = refuse("conflict-after-decision")
                .rule("M5")
                .with("ref", self.reference);
            return Err(refusal.word("stage", proposal.stage.key()).into());
        }
        if context
            .write
            .is_conflicted(self.reference, &context.actor.handle)?
        {
            return Err(refuse("conflict-declared")
                .rule("M5")
                .with("ref", self.reference)
                .into());
        }
        // S5: what everyone has seen stands; from here on the member only stays out of what comes.
        let round = context.write.round_of(self.reference)?;
        let from_round = round.map_or(0, |round| round.id + i64::from(round.revealed_on.is_some()));
        let (reference, handle) = (self.reference, context.actor.handle.as_str());
        context
            .write
            .add_conflict(reference, handle, &ground, context.today, from_round)?;
        Ok(Outcome::new("done-conflict-declared", self.reference)
            .with("ref", self.reference)
            .made("ref", self.reference.to_string())
            .logged("ground", ground))
    }
}

/// S4's exception from a file: the secretariat registers members' scores, all rows or none.
#[derive(Debug)]
pub struct ImportScores {
    pub rows: Vec<ScoreIntake>,
}

impl UseCase for ImportScores {
    fn action(&self) -> Action {
        Action::ImportScores
    }

    fn name(&self) -> &'static str {
        "scores.import"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut cards: BTreeMap<(Ref, &str), Vec<&ScoreIntake>> = BTreeMap::new();
        for (at, row) in self.rows.iter().enumerate() {
            context.report(at, self.rows.len());
            cards.entry((row.reference, &row.member)).or_default().push(row);
        }
        let mut faults = Faults::default();
        for ((reference, member), rows) in &cards {
            import_card(context, *reference, member, rows, &mut faults)?;
        }
        faults.refuse_any()?;
        let on_behalf: Vec<String> = cards
            .keys()
            .map(|(case, member)| format!("{case}:{member}"))
            .collect();
        Ok(Outcome::new("done-scores-imported", "scores")
            .with("count", cards.len())
            .made("rows", self.rows.len())
            .made("scorecards", cards.len())
            .logged("on_behalf", on_behalf))
    }
}

fn import_card(
    context: &Context,
    reference: Ref,
    member: &str,
    rows: &[&ScoreIntake],
    faults: &mut Faults,
) -> Result<(), OpError> {
    let mut lines = BTreeMap::new();
    let mut scores: Vec<(String, Option<u8>)> = Vec::new();
    for row in rows {
        faults.at(row.line);
        if faults.only_once(&mut lines, "criterion", &row.criterion) {
            scores.push((row.criterion.clone(), row.score));
        }
    }
    faults.at(rows[0].line);
    let Some(round) = faults.note("ref", open_round_of(context, reference))? else {
        return Ok(());
    };
    for row in rows.iter().filter(|row| row.round != round.name) {
        let refusal = refuse("case-not-in-round").with("ref", reference);
        faults.at(row.line);
        faults.add("round", refusal.with("round", row.round.as_str()));
    }
    let comments: Vec<&str> = rows
        .iter()
        .map(|row| row.comment.as_str())
        .filter(|comment| !comment.is_empty())
        .collect();
    faults.at(rows[0].line);
    let submitted = submit(context, &round, reference, member, &scores, &comments.join("\n"));
    faults.note("member", submitted)?;
    Ok(())
}
