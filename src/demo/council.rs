//! What the demo's council and KS do: rounds decided and paid for, one open and half scored, one ranked and before the council.

use std::iter::repeat_with;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rand::RngExt;
use rand_pcg::Pcg64;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::player::{Scene, Steps};
use super::script::{DemoProposal, Round, Script};
use super::{CHAIR, TODAY};
use crate::domain::commitment::standard_plan;
use crate::domain::council::Ruling;
use crate::domain::proposal::{Ref, Stage};
use crate::domain::scoring::SCALE;
use crate::usecases::{
    Decide, DeclareConflict, MoveProposals, OpenRound, Qualify, RegisterDisbursement, RevealRound,
    SubmitScorecard,
};

/// A meeting treats at most so many proposals.
const ITEMS: usize = 20;

/// The minutes are final so many days after the meeting.
const MINUTES_AFTER: i32 = 6;

/// A day to qualify on, this many days before a round opens.
const QUALIFIED_BEFORE: i32 = 10;
/// The last payment day before the demo opens.
const PAID_UNTIL: Date = date(2018, 10, 31);

/// Qualifies, scores and decides, round by round. `profile` is the scheme's, by which commitments are paid out.
pub(super) fn write(
    steps: &mut Steps,
    dice: &mut Pcg64,
    script: &Script,
    proposals: &[DemoProposal],
    profile: &[Decimal],
) {
    for round in &script.rounds {
        let day = round.opened_on.saturating_sub(QUALIFIED_BEFORE.days());
        let own: Vec<&DemoProposal> = proposals
            .iter()
            .filter(|proposal| proposal.round.as_ref() == Some(&round.name))
            .collect();
        for proposal in &own {
            qualify(steps, day, proposal);
        }
        score(steps, dice, script, round, &own);
        if let Some(on) = round.revealed_on {
            steps.act(
                on,
                CHAIR,
                RevealRound {
                    name: round.name.clone(),
                },
            );
            meet(steps, round, &own);
            decide(steps, round, &own, profile);
            call(steps, round, on);
        }
    }
    let gated = [Stage::Qualified, Stage::NotQualified];
    for proposal in proposals
        .iter()
        .filter(|proposal| proposal.round.is_none() && gated.contains(&proposal.stage))
    {
        qualify(steps, date(2018, 10, 15), proposal);
    }
}

fn qualify(steps: &mut Steps, day: Date, proposal: &DemoProposal) {
    let (gates, reason) = (proposal.gates, proposal.gate_reason.clone());
    steps.act(
        day,
        "sekretariat",
        Qualify {
            reference: proposal.reference,
            gates,
            reason,
        },
    );
}

fn score(steps: &mut Steps, dice: &mut Pcg64, script: &Script, round: &Round, proposals: &[&DemoProposal]) {
    let references: Vec<Ref> = proposals.iter().map(|proposal| proposal.reference).collect();
    steps.act(
        round.opened_on,
        CHAIR,
        OpenRound {
            name: round.name.clone(),
            proposals: references,
        },
    );
    for proposal in proposals {
        for (handle, ground) in &proposal.conflicts {
            let conflict = DeclareConflict {
                reference: proposal.reference,
                ground: ground.clone(),
            };
            steps.act(round.opened_on, handle, conflict);
        }
    }
    let closes = round.revealed_on.unwrap_or(TODAY);
    let days = closes
        .since(round.opened_on)
        .map_or(1, |span| span.get_days())
        .max(2);
    // An open round is half scored.
    let chance = if round.revealed_on.is_some() { 97 } else { 54 };
    for proposal in proposals {
        for (seat, handle) in script.council().enumerate() {
            let scored = dice.random_range(0..100) < chance;
            let day = round.opened_on.saturating_add(dice.random_range(1..days).days());
            let card = card(dice, script, proposal, seat);
            if scored
                && !proposal
                    .conflicts
                    .iter()
                    .any(|(conflicted, _)| conflicted == handle)
            {
                steps.act(day, handle, card);
            }
        }
    }
}

/// Scores around the proposal's quality, with the member's own leaning; one in thirty is not assessed.
fn card(dice: &mut Pcg64, script: &Script, proposal: &DemoProposal, seat: usize) -> SubmitScorecard {
    let leaning = Decimal::from(seat * 7 % 11) / Decimal::TEN - Decimal::new(5, 1);
    let mut scores = Vec::new();
    for criterion in ["benefit", "uptake", "feasibility", "gain", "fit"] {
        // Three throws of a die make a bell; two units of it are about one standard deviation.
        let throws: i32 = repeat_with(|| dice.random_range(-2..=2)).take(3).sum();
        let opinion = proposal.quality
            + leaning * proposal.spread
            + proposal.spread * Decimal::from(throws) / Decimal::TWO;
        let nearest = opinion
            .round()
            .to_u8()
            .unwrap_or(0)
            .clamp(*SCALE.start(), *SCALE.end());
        let assessed = dice.random_range(0..30) != 0;
        scores.push((criterion.to_owned(), assessed.then_some(nearest)));
    }
    if scores.iter().all(|(_, score)| score.is_none()) {
        scores[0].1 = Some(3);
    }
    let remark = dice.random_range(0..script.comments.len().max(1) * 4);
    let comment = script.comments.get(remark).cloned().unwrap_or_default();
    SubmitScorecard {
        reference: proposal.reference,
        scores,
        comment,
        on_behalf_of: None,
    }
}

/// The council's meeting after a round: the order is moved by hand, and each proposal is treated by a vote. Many times as many
/// proposals are treated in as many meetings.
fn meet(steps: &mut Steps, round: &Round, proposals: &[&DemoProposal]) {
    let (Some(revealed), Some(day)) = (round.revealed_on, round.recommended_on) else {
        return;
    };
    for proposal in proposals {
        if let Some((place, reason)) = &proposal.moved {
            let moves = vec![(proposal.reference, *place)];
            steps.act(
                day,
                CHAIR,
                MoveProposals {
                    moves,
                    reason: reason.clone(),
                    seen: None,
                },
            );
        }
    }
    let treated: Vec<&DemoProposal> = proposals
        .iter()
        .copied()
        .filter(|proposal| proposal.recommendation.is_some())
        .collect();
    for treated in treated.chunks(ITEMS) {
        let called = revealed.saturating_add(1.day());
        let references = treated.iter().map(|proposal| proposal.reference).collect();
        steps.write(
            called,
            Scene::Call {
                on: day,
                references,
                reason: String::new(),
            },
        );
        steps.write(day, Scene::Open { on: day });
        steps.write(day, Scene::ApproveMinutes);
        for proposal in treated {
            if let Some(recommendation) = proposal.recommendation.clone() {
                let reference = proposal.reference;
                steps.write(
                    day,
                    Scene::Treat {
                        reference,
                        recommendation,
                    },
                );
            }
        }
        steps.write(day, Scene::Close);
    }
    let minutes = day.saturating_add(MINUTES_AFTER.days());
    steps.write(minutes, Scene::Finalise { held_on: day });
}

/// The meeting that the demo opens on the day of: its notice goes out the day after the reveal.
fn call(steps: &mut Steps, round: &Round, revealed: Date) {
    let Some(on) = round.called_for else { return };
    let (round, information) = (round.name.clone(), round.information.clone());
    steps.write(
        revealed.saturating_add(1.day()),
        Scene::CallRound {
            on,
            round,
            information,
        },
    );
}

/// KS's decisions, and the payments that follow by the standard plan. The last that is due waits for approval.
fn decide(steps: &mut Steps, round: &Round, proposals: &[&DemoProposal], profile: &[Decimal]) {
    let Some(day) = round.decided_on else { return };
    let mut waits = true;
    for proposal in proposals {
        let Some((ruling, reason)) = &proposal.ruling else {
            continue;
        };
        let (reference, ruling, reason) = (proposal.reference, *ruling, reason.clone());
        steps.act(
            day,
            "ks",
            Decide {
                reference,
                ruling,
                plan: None,
                reason,
            },
        );
        let Ruling::Commit(amount) = ruling else { continue };
        for part in standard_plan(amount, profile, day) {
            let (amount, due_on) = (part.amount, part.due_on);
            if due_on <= PAID_UNTIL {
                steps.write(due_on, Scene::PayOut { reference, amount });
            } else if std::mem::take(&mut waits) {
                let register = RegisterDisbursement {
                    reference,
                    amount,
                    on: Some(due_on),
                };
                steps.act(TODAY.yesterday().unwrap_or(TODAY), "sekretariat", register);
            }
        }
    }
}
