//! The forms, over a proposal with a commitment half paid out.

use super::*;
use crate::domain::commitment::{Payee, standard_plan};
use crate::domain::participant::Number;
use crate::domain::proposal::{Applicant, Benefit, Details, Estimate, PriceModel, Proposal, Stage};
use crate::domain::refusal::refuse;
use crate::usecases::OpError;
use crate::usecases::views::proposals::ProposalData;
use crate::usecases::views::{ProposalRow, ProposalView};
use rust_decimal::Decimal;

fn proposal() -> ProposalData {
    let details = Details {
        title: "Felles innsyn i byggesaker".into(),
        summary: String::new(),
        applicant: Applicant::Participant(Number::parse("0301").unwrap()),
        benefit: Benefit::Municipalities,
        cost: kr(12_000_000),
        applied: kr(12_000_000),
        go_live: None,
        uptake: Estimate::default(),
        delay: Estimate::default(),
        price_model: PriceModel::Shared,
        bass: None,
    };
    ProposalData {
        cards: Vec::new(),
        beyond: None,
        needs_a_vote: None,
        row: ProposalRow {
            proposal: Proposal {
                reference: Ref::new(2018, 7),
                details,
                stage: Stage::Developing,
                submitted_on: Some(date(2018, 1, 15)),
                version: 1,
            },
            participant_name: "Oslo".into(),
        },
        eligible: true,
        qualification: None,
        round: None,
        submitted: 0,
        expected: 0,
        own: None,
        not_handed_in: None,
        criteria: Vec::new(),
        conflicted: false,
        names: std::collections::BTreeMap::new(),
        neighbours: (None, None),
        aggregate: Ok(None),
        conflicts: Vec::new(),
        recommended: None,
        decided: None,
        commitment: Some(Standing {
            committed: kr(12_000_000),
            released: Ore::ZERO,
            disbursed: kr(3_000_000),
        }),
        plan: standard_plan(kr(12_000_000), &[Decimal::new(25, 2); 4], date(2018, 2, 1)),
        // What was withdrawn takes nothing of the next instalment.
        disbursements: vec![Disbursement {
            id: 13,
            payee: Payee::Project(Ref::new(2018, 2)),
            amount: kr(1_000_000),
            pay_on: date(2018, 5, 2),
            registered_by: "sofie".into(),
            registered_on: date(2018, 5, 2),
            approved: None,
            withdrawn: Some(("sofie".into(), date(2018, 5, 3))),
        }],
    }
}

fn story(roles: &[Role]) -> Story {
    let fund = Ready::new(person(roles))
        .with(|view: &CapitalBoard| Ok(data(view, false)))
        .with(|_: &ProposalView| Ok(proposal()));
    let mut story = Story::new(SCREENS, &Route::Capital, fund);
    story.press("<S-Tab><S-Tab>j");
    story
}

#[test]
fn the_next_instalment_is_filled_in_and_asked_about() {
    let mut story = story(&[Role::Secretariat]);
    insta::assert_snapshot!("disburse_80x24", story.press("n").body(80, 24));
    story.press("<C-s>");
    insta::assert_snapshot!("disburse_confirm_80x24", story.body(80, 24));
    story.press("<Enter>");
    assert!(
        story.fund.taken[0].contains("amount: Ore(300000000), on: None"),
        "{:?}",
        story.fund.taken
    );
    assert!(
        story.screen(80, 24).contains("[Tilsagn]"),
        "one is back at the list"
    );
}

#[test]
fn a_release_needs_a_reason() {
    let mut story = story(&[Role::Ks]);
    story.press("f<C-s>");
    let screen = story.screen(80, 24);
    assert!(screen.contains("Må fylles ut"), "{screen}");
    story.press("Prosjektet ble billigere<C-s><Right><Enter>");
    assert!(story.fund.taken[0].contains("Prosjektet ble billigere"));
}

#[test]
fn what_the_rules_refuse_stands_in_the_form_and_nothing_is_lost() {
    let mut story = story(&[Role::Secretariat]);
    story.fund = Ready::new(person(&[Role::Secretariat]))
        .with(|view: &CapitalBoard| Ok(data(view, false)))
        .with(|_: &ProposalView| Ok(proposal()))
        .outcome(|_| {
            let refusal = refuse("disbursement-too-much")
                .with("ref", "2018-07")
                .with("left", kr(5));
            Err(OpError::Refused(refusal))
        });
    story.press("n<C-s><Enter>");
    let screen = story.screen(80, 24);
    assert!(screen.contains("✗") && screen.contains("3 000 000"), "{screen}");
    story.press("1<Esc>");
    assert!(story.screen(80, 24).contains("Forlate skjemaet?"));
}

#[test]
fn any_size_will_do_for_a_form() {
    let mut story = story(&[Role::Ks]);
    story.press("f");
    for wide in [0, 1, 2, 9, 20, 80] {
        for tall in [0, 1, 2, 3, 4, 5, 7, 12, 24] {
            story.buffer(wide, tall);
        }
    }
}
