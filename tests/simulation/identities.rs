//! What the program itself shows must hold too: what there is by source (C6), what is free (K1, K3), who sees which scores (S4),
//! what adopters share (R1), what a vote needs (M1), and that the whole file is as the log has it.

use std::collections::BTreeSet;

use kommit::domain::meeting::Choice;
use kommit::domain::proposal::{PriceModel, Ref};
use kommit::domain::ranking::CutRule;
use kommit::usecases::Clock;
use kommit::usecases::views::{
    CapitalView, Commitments, Health, MeetingBoard, ProposalView, RankingView, Rounds, SolutionView,
    Solutions,
};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::world::{ADMINISTRATOR, World};

/// Held after every step.
pub fn cheap(world: &mut World) {
    let today = world.clock.today();
    let data = world
        .sees("obs", &CapitalView)
        .expect("everybody sees the capital");
    let capital = data.capital;
    for (source, given) in capital.sources() {
        assert!(
            given.paid <= given.promised && given.promised <= given.potential,
            "C6: {source:?} {given:?}"
        );
    }
    assert_eq!(
        capital.balances.fund_capital(),
        capital.balances.equity(),
        "L4 as it is shown"
    );
    let bank = world.model.bank_on(&today.to_string());
    assert_eq!(capital.balances.bank.ore(), bank, "what is shown is in the bank");
    assert_eq!(
        capital.free_on_hand,
        capital.balances.bank
            - capital.balances.refunds_owed
            - capital.outstanding_commitments
            - capital.reserve,
        "K1"
    );
    let commitments = world
        .sees("obs", &Commitments)
        .expect("everybody sees the commitments");
    for line in commitments {
        assert!(!line.standing.outstanding().is_negative(), "{line:?}");
    }
}

/// K3: right after a commitment what is free isn't below zero.
pub fn after_a_commitment(world: &mut World) {
    let data = world
        .sees("obs", &CapitalView)
        .expect("everybody sees the capital");
    assert!(
        !data.capital.free_on_hand.is_negative(),
        "K3: {}",
        data.capital.free_on_hand
    );
}

/// R1: right after a settlement each adopter has been charged, net, its share to the øre.
pub fn after_a_settlement(world: &mut World, reference: Ref) {
    let data = world
        .sees("sek", &SolutionView { reference })
        .expect("the solution is shown");
    let solution = data.line.solution.as_ref().expect("what is settled is live");
    if solution.price_model != PriceModel::Shared {
        return;
    }
    let cost = Decimal::from(data.line.cost.ore());
    let inhabitants = |line: &kommit::usecases::views::solutions::AdopterLine| {
        Decimal::from(line.adoption.participant.population)
    };
    let all: Decimal = data.adopters.iter().map(inhabitants).sum();
    let base = all.max(solution.base);
    let mut charged = 0;
    for line in &data.adopters {
        let share = cost * inhabitants(line) / base;
        let off = (Decimal::from(line.charged.ore()) - share).abs();
        assert!(off < Decimal::ONE, "R1: {reference} {} of {share}", line.charged);
        charged += line.charged.ore();
    }
    if all >= solution.base && !data.adopters.is_empty() {
        assert_eq!(Some(charged), cost.to_i64(), "R1: {reference}");
    }
}

/// Held after each fault and each tenth step, for it takes the whole file.
pub fn whole(world: &mut World) {
    let findings = world.sees(ADMINISTRATOR, &Health).expect("the file is examined");
    assert!(findings.is_empty(), "{findings:?}");
    blind(world);
    quorum(world);
    for line in world.sees("obs", &Solutions).expect("solutions are shown") {
        let reference = line.proposal.reference;
        assert!(
            !line.cost.is_negative() && !line.repaid.is_negative(),
            "{reference}"
        );
    }
}

/// S4: of a round that isn't revealed nobody sees scores, order or line.
fn blind(world: &mut World) {
    let rounds = world.sees("leder", &Rounds).expect("rounds are shown");
    for line in rounds.iter().filter(|line| line.round.revealed_on.is_none()) {
        for who in ["leder", "m5", "sek", "ks", "obs", ADMINISTRATOR] {
            for proposal in line.proposals.iter().filter(|proposal| proposal.current) {
                let reference = proposal.reference;
                // Who has no role any more sees nothing at all.
                let Ok(seen) = world.sees(who, &ProposalView { reference }) else {
                    continue;
                };
                assert!(
                    !matches!(seen.aggregate, Ok(Some(_))),
                    "S4: {who} sees {reference}"
                );
                assert!(
                    who != "obs" || seen.not_handed_in.is_none(),
                    "S4: {who} sees who hasn't handed in"
                );
            }
            let ranking = RankingView {
                round: Some(line.round.name.clone()),
                rule: CutRule::Stop,
                frame: None,
                marks: Default::default(),
            };
            let seen = world.sees(who, &ranking);
            let code = seen.map(|_| 0).unwrap_or_else(|refused| refused.exit_code());
            assert_eq!(code, 3, "S4: {who} sees the order of {}", line.round.name);
        }
    }
}

/// M1, M2: what was carried had votes of half the seats, and the majority of them.
fn quorum(world: &mut World) {
    let board = world
        .sees(
            "sek",
            &MeetingBoard {
                key: None,
                item: None,
            },
        )
        .expect("meetings are shown");
    let Some(data) = board.meeting else {
        return;
    };
    let meeting = data.meeting;
    for item in &meeting.items {
        for carried in &item.carried {
            let motion = carried.motion;
            // In a written procedure there is no vote.
            let Some(id) = carried.vote else { continue };
            let vote = meeting
                .votes
                .iter()
                .find(|known| known.id == id)
                .expect("the vote is kept");
            let tally = vote
                .tallies
                .iter()
                .find(|tally| tally.item == item.id)
                .expect("its result is kept");
            let (votes_for, votes_against) = (tally.votes_for.len(), tally.votes_against.len());
            assert!(
                2 * (votes_for + votes_against) >= tally.seats,
                "M1: {motion:?} {tally:?}"
            );
            let chair = tally.chair == Some(Choice::For);
            let won = votes_for > votes_against || (votes_for == votes_against && chair);
            let between = matches!(vote.question, kommit::domain::meeting::Question::Between { .. });
            assert!(won || between, "M2: {motion:?} {tally:?}");
            let entitled: BTreeSet<&String> = tally.entitled.iter().map(|seated| &seated.handle).collect();
            let mut voters = tally.votes_for.iter().chain(&tally.votes_against);
            assert!(voters.all(|voter| entitled.contains(voter)), "M12: {tally:?}");
        }
    }
}
