//! Scoring, and stepping aside (S1, S4, S5, M5). Nothing here tells anyone what another has scored.

use std::collections::BTreeMap;

use super::imported_rows::Faults;
use super::meetings::Sitting;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::council::Round;
use crate::domain::intake::ScoreIntake;
use crate::domain::log_action::LogAction;
use crate::domain::policy::{Action, Subject};
use crate::domain::proposal::{Ref, Stage};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::scoring::{Scorecard, check_criterion};
use crate::domain::text;
use crate::store::{CardRow, NewScorecard};

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

    fn name(&self) -> LogAction {
        if self.on_behalf_of.is_some() {
            LogAction::ScorecardSubmitOnBehalf
        } else {
            LogAction::ScorecardSubmit
        }
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let handle = self.on_behalf_of.as_deref().unwrap_or(&context.actor.handle);
        let round = round_of(context, self.reference)?;
        let key = CardKey {
            round: &round,
            reference: self.reference,
            handle,
        };
        key.may_be_scored(context)?;
        context.in_order(self.reference, context.today)?;
        let before = key.registered(context)?;
        let revealed = round.is_revealed();
        let sitting = revealed.then(|| self.in_the_meeting(context)).transpose()?;
        // The member's own card is written whole; one that is registered for another is completed (S4).
        if self.on_behalf_of.is_some() {
            let named = self.scores.iter().cloned();
            let (scores, comment) = completed(before, named, self.comment.clone());
            key.write(context, &scores, &comment)?;
        } else {
            key.write(context, &self.scores, &self.comment)?;
            if let Some(mut sitting) = sitting {
                sitting.tell_of_a_change(
                    self.reference,
                    before.as_ref(),
                    key.registered(context)?.as_ref(),
                )?;
            }
        }
        Ok(Outcome::new("done-scored", self.reference)
            .with("ref", self.reference)
            .made("ref", self.reference.to_string())
            .made("round", round.name)
            .logged("member", handle))
    }
}

impl SubmitScorecard {
    /// S5: after the reveal the member's own card changes only while the item is open in a meeting.
    fn in_the_meeting<'c>(&self, context: &'c Context<'c>) -> Result<Sitting<'c>, OpError> {
        let sitting = match &self.on_behalf_of {
            None => Sitting::on_the_table(context, self.reference)?,
            Some(_) => None,
        };
        Ok(sitting.ok_or_else(|| after_the_reveal(self.reference))?)
    }
}

fn after_the_reveal(reference: Ref) -> Refusal {
    refuse("scorecard-after-reveal").rule("S5").with("ref", reference)
}

/// The round in which a proposal can be scored now.
fn open_round_of(context: &Context, reference: Ref) -> Result<Round, OpError> {
    let round = round_of(context, reference)?;
    match round.revealed_on {
        None => Ok(round),
        Some(_) => Err(after_the_reveal(reference).into()),
    }
}

/// The round in which a proposal can be scored, now or while it is on the table of a meeting (S5).
fn round_of(context: &Context, reference: Ref) -> Result<Round, OpError> {
    let proposal = context.proposal(reference)?;
    let round = context.write.round_of(reference)?;
    match round {
        Some(round) if !round.is_revealed() && proposal.stage == Stage::Scoring => Ok(round),
        Some(round) if round.is_revealed() && proposal.stage != Stage::Postponed => Ok(round),
        _ => Err(refuse("scorecard-no-round")
            .with("ref", reference)
            .word("stage", proposal.stage.key())
            .into()),
    }
}

/// Whose card in which round, for which proposal.
struct CardKey<'a> {
    round: &'a Round,
    reference: Ref,
    handle: &'a str,
}

impl CardKey<'_> {
    /// Whether the actor may write it: the member's own, or on behalf of a member who hasn't handed in (S4). What the card says
    /// makes no difference.
    fn may_be_scored(&self, context: &Context) -> Result<(), OpError> {
        let conflicted = context.write.is_conflicted(self.reference, self.handle)?;
        if self.handle == context.actor.handle {
            return context.may(Action::Score, Subject::Proposal { conflicted });
        }
        let refused = |code| refuse(code).with("handle", self.handle);
        let member = context.write.member(self.handle, context.today)?;
        let member = member.ok_or_else(|| refused("member-unknown"))?;
        if !member.may_score() {
            return Err(refused("member-not-in-council").into());
        }
        let of_proposal = |code| refused(code).with("ref", self.reference);
        if conflicted {
            return Err(of_proposal("member-conflicted").rule("M5").into());
        }
        if self.registered(context)?.is_some_and(|card| card.is_handed_in()) {
            return Err(of_proposal("scorecard-handed-in").rule("S4").into());
        }
        Ok(())
    }

    /// The card as it stands.
    fn registered(&self, context: &Context) -> Result<Option<CardRow>, OpError> {
        let cards = context.write.cards_of_member(self.round.id, self.handle)?;
        Ok(cards.into_iter().find(|card| card.reference == self.reference))
    }

    fn write(
        &self,
        context: &Context,
        scores: &[(String, Option<u8>)],
        comment: &str,
    ) -> Result<(), OpError> {
        let card = Scorecard::new(&context.write.fund.scheme.criteria, scores)?;
        let comment = text::prose(comment)?;
        Ok(context.write.add_scorecard(&NewScorecard {
            round: self.round.id,
            reference: self.reference,
            handle: self.handle,
            card: &card,
            comment: &comment,
            on: context.today,
            registered_by: &context.actor.handle,
        })?)
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

    fn name(&self) -> LogAction {
        LogAction::ScoresImport
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
            .map(|(proposal, member)| format!("{proposal}:{member}"))
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
    let criteria = &context.write.fund.scheme.criteria;
    let mut known = true;
    for row in rows {
        faults.at(row.line);
        known &= faults.only_once(&mut lines, "criterion", &row.criterion)
            && faults
                .note("criterion", check_criterion(criteria, &row.criterion))?
                .is_some();
    }
    faults.at(rows[0].line);
    let Some(round) = faults.note("ref", open_round_of(context, reference))? else {
        return Ok(());
    };
    for row in rows.iter().filter(|row| !text::is_same(&row.round, &round.name)) {
        let refusal = refuse("case-not-in-round").with("ref", reference);
        faults.at(row.line);
        faults.add("round", refusal.with("round", row.round.as_str()));
    }
    faults.at(rows[0].line);
    let key = CardKey {
        round: &round,
        reference,
        handle: member,
    };
    let in_order = context.in_order(reference, context.today);
    if faults.note("ref", in_order)?.is_none() || faults.note("member", key.may_be_scored(context))?.is_none()
    {
        return Ok(());
    }
    let Some(comment) = faults.note("comment", one_comment(rows))?.filter(|_| known) else {
        return Ok(());
    };
    let named = rows.iter().filter_map(|row| {
        let score = row.score?.score();
        Some((row.criterion.clone(), score))
    });
    let (scores, comment) = completed(key.registered(context)?, named, comment);
    // The card is written anew also where nothing is changed: how much is written tells nobody what it said (S4).
    faults.note("score", key.write(context, &scores, &comment))?;
    Ok(())
}

/// A card has one comment: what its rows say, each once.
fn one_comment(rows: &[&ScoreIntake]) -> Result<String, Refusal> {
    let mut comments: Vec<&str> = Vec::new();
    for comment in rows.iter().filter_map(|row| row.comment.as_deref()) {
        if !comments.contains(&comment) {
            comments.push(comment);
        }
    }
    text::prose(&comments.join("\n"))
}

/// The card that was there with what is named now instead, and its comment unless there is another: what isn't named stays.
fn completed(
    card: Option<CardRow>,
    named: impl Iterator<Item = (String, Option<u8>)>,
    comment: String,
) -> (Vec<(String, Option<u8>)>, String) {
    let (mut scores, before) = card.map_or_else(Default::default, |row| {
        let scores = row.card.iter();
        let scores: BTreeMap<String, Option<u8>> =
            scores.map(|(key, score)| (key.to_owned(), score)).collect();
        (scores, row.comment)
    });
    scores.extend(named);
    let comment = if comment.is_empty() { before } else { comment };
    (scores.into_iter().collect(), comment)
}
