//! Stories of the capital: what each role sees and does there.

use jiff::civil::date;

use crate::domain::capital::{Capital, Facts, Given};
use crate::domain::commitment::{Disbursement, Instalment, Standing};
use crate::domain::forecast;
use crate::domain::ledger::Balances;
use crate::domain::money::Ore;
use crate::domain::policy::Role;
use crate::domain::proposal::Ref;
use crate::domain::scheme::{Limit, Scheme};
use crate::tui::route::Route;
use crate::tui::screens::HOUSE;
use crate::tui::testing::{Ready, Story, person};
use crate::usecases::views::CapitalBoard;
use crate::usecases::views::capital_board::{CapitalBoardData, CommitmentLine, WaitingLine};
use crate::usecases::views::forecast::Ahead;

const fn kr(kroner: i64) -> Ore {
    Ore::kroner(kroner)
}

fn given(potential: i64, promised: i64, paid: i64) -> Given {
    Given {
        potential: kr(potential),
        promised: kr(promised),
        paid: kr(paid),
    }
}

fn capital() -> Capital {
    let facts = Facts {
        municipalities: given(105_166_340, 61_240_180, 58_113_420),
        counties: given(22_957_790, 19_004_365, 19_004_365),
        ks_paid: kr(20_000_000),
        state_paid: kr(60_000_000),
        balances: Balances {
            bank: kr(128_117_785),
            outstanding: kr(29_000_000),
            ..Balances::default()
        },
        committed: kr(52_500_000),
        disbursed: kr(29_000_000),
    };
    let scheme = Scheme::parse(Scheme::embedded("digifin-2017").unwrap()).unwrap();
    Capital::of(&scheme, &facts, date(2018, 5, 7))
}

fn commitment(number: u32, title: &str, kroner: [i64; 3]) -> CommitmentLine {
    let [committed, disbursed, released] = kroner.map(kr);
    let standing = Standing {
        committed,
        released,
        disbursed,
    };
    let left = standing.outstanding();
    CommitmentLine {
        reference: Ref::new(2018, number),
        title: title.into(),
        standing,
        next: left.is_positive().then(|| Instalment {
            due_on: date(2018, 7, 1),
            amount: left,
        }),
    }
}

fn data(own: bool) -> CapitalBoardData {
    let waiting = Disbursement {
        id: 14,
        reference: Ref::new(2018, 2),
        amount: Ore::new(462_500_050),
        pay_on: date(2018, 5, 9),
        registered_by: "sofie".into(),
        registered_on: date(2018, 5, 4),
        approved: None,
        withdrawn: None,
    };
    CapitalBoardData {
        limit: Limit::OnHand,
        ahead: Ahead::of(forecast::Facts::empty(date(2018, 11, 15))),
        capital: capital(),
        commitments: vec![
            commitment(
                2,
                "Meldingsflyt i barnevernet mellom kommuner og stat",
                [18_500_000, 9_250_000, 0],
            ),
            commitment(7, "Felles innsyn i byggesaker", [12_000_000, 9_000_000, 0]),
            commitment(
                11,
                "Digital søknad om barnehageplass",
                [14_000_000, 10_750_000, 3_250_000],
            ),
            commitment(12, "Felles kartløsning", [11_250_000, 0, 0]),
        ],
        waiting: vec![WaitingLine {
            disbursement: waiting,
            title: "Meldingsflyt i barnevernet mellom kommuner og stat".into(),
            registered_by: "Sofie Sekretær".into(),
            own,
        }],
    }
}

fn story(roles: &[Role]) -> Story {
    let clerk = Ready::new(person(roles)).with(|_: &CapitalBoard| Ok(data(false)));
    Story::new(HOUSE, &Route::Capital, clerk)
}

#[test]
fn the_sections_fit_a_small_terminal_one_by_one() {
    let mut story = story(&[Role::Ks]);
    insta::assert_snapshot!("sources_80x24", story.screen(80, 24));
    insta::assert_snapshot!("sources_formulas_80x24", story.press("=").screen(80, 24));
    insta::assert_snapshot!("free_formulas_80x24", story.press("<Tab>").screen(80, 24));
    insta::assert_snapshot!("free_80x24", story.press("d").screen(80, 24));
    insta::assert_snapshot!("commitments_80x24", story.press("<Tab>").screen(80, 24));
    insta::assert_snapshot!("waiting_80x24", story.press("<Tab>").screen(80, 24));
}

#[test]
fn tab_goes_round_the_sections_in_both_directions() {
    let mut story = story(&[Role::Ks]);
    story.press("<S-Tab>");
    assert!(story.screen(80, 24).contains("[Utbetalinger (1)]"));
    story.press("<Tab>");
    assert!(story.screen(80, 24).contains("[Kilder]"));
    story.press("<Tab><Tab><S-Tab>");
    assert!(story.screen(80, 24).contains("[Ledig]"));
}

#[test]
fn a_wide_terminal_shows_everything_at_once() {
    let mut story = story(&[Role::Secretariat]);
    insta::assert_snapshot!("all_120x40", story.screen(120, 40));
    insta::assert_snapshot!("all_formulas_160x50", story.press("=").screen(160, 50));
}

#[test]
fn ks_approves_a_disbursement_with_its_amount_named() {
    let mut story = story(&[Role::Ks]);
    story.press("<Tab><Tab><Tab>a");
    insta::assert_snapshot!("approve_80x24", story.screen(80, 24));
    assert!(story.clerk.taken.is_empty());
    story.press("<Right><Enter>");
    assert_eq!(story.clerk.taken, ["ApproveDisbursement { id: 14 }"]);
}

#[test]
fn l6_who_registered_a_disbursement_is_told_that_another_must_approve_it() {
    let clerk = Ready::new(person(&[Role::Ks, Role::Secretariat])).with(|_: &CapitalBoard| Ok(data(true)));
    let mut story = Story::new(HOUSE, &Route::Capital, clerk);
    story.press("<Tab><Tab><Tab>a");
    let screen = story.screen(80, 24);
    assert!(screen.contains("En annen må godkjenne"), "{screen}");
    assert!(story.clerk.taken.is_empty());
}

#[test]
fn a_key_that_is_anothers_says_whose_it_is() {
    let mut story = story(&[Role::Member]);
    story.press("<Tab><Tab>n");
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("Sekretariatet kan registrere utbetalinger"),
        "{screen}"
    );
    story.press("f");
    assert!(story.screen(80, 24).contains("KS kan frigi tilsagn"));
}

#[test]
fn a_key_that_needs_a_row_says_which() {
    let mut story = story(&[Role::Ks]);
    story.press("a");
    assert!(story.screen(80, 24).contains("Velg en utbetaling som venter"));
    story.press("<Enter>");
    assert!(
        story
            .screen(80, 24)
            .contains("Velg et tilsagn eller en utbetaling")
    );
    story.press("<Tab><Tab>jjf");
    assert!(story.screen(80, 24).contains("gjenstår ingenting"));
}

#[test]
fn any_size_will_do() {
    for keys in ["", "=", "<Tab>", "<Tab><Tab>", "<Tab><Tab><Tab>"] {
        let mut story = story(&[Role::Ks]);
        story.press(keys);
        for wide in [0, 1, 2, 9, 20, 49, 80, 119, 120, 121, 200] {
            for tall in [0, 1, 2, 3, 4, 5, 7, 12, 24, 30] {
                story.buffer(wide, tall);
            }
        }
    }
}

mod steps {
    //! The forms, over a proposal with a commitment half paid out.

    use super::*;
    use crate::domain::commitment::standard_plan;
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
            disbursements: Vec::new(),
        }
    }

    fn story(roles: &[Role]) -> Story {
        let clerk = Ready::new(person(roles))
            .with(|_: &CapitalBoard| Ok(data(false)))
            .with(|_: &ProposalView| Ok(proposal()));
        let mut story = Story::new(HOUSE, &Route::Capital, clerk);
        story.press("<Tab><Tab>j");
        story
    }

    #[test]
    fn the_next_instalment_is_filled_in_and_asked_about() {
        let mut story = story(&[Role::Secretariat]);
        insta::assert_snapshot!("disburse_80x24", story.press("n").screen(80, 24));
        story.press("<C-s>");
        insta::assert_snapshot!("disburse_confirm_80x24", story.screen(80, 24));
        story.press("<Right><Enter>");
        assert!(
            story.clerk.taken[0].contains("amount: Ore(300000000), on: None"),
            "{:?}",
            story.clerk.taken
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
        assert!(screen.contains("Her må det stå noe"), "{screen}");
        story.press("Prosjektet ble billigere<C-s><Right><Enter>");
        assert!(story.clerk.taken[0].contains("Prosjektet ble billigere"));
    }

    #[test]
    fn what_the_rules_refuse_stands_in_the_form_and_nothing_is_lost() {
        let mut story = story(&[Role::Secretariat]);
        story.clerk = Ready::new(person(&[Role::Secretariat]))
            .with(|_: &CapitalBoard| Ok(data(false)))
            .with(|_: &ProposalView| Ok(proposal()))
            .outcome(|_| {
                let refusal = refuse("disbursement-too-much")
                    .with("ref", "2018-07")
                    .with("left", kr(5));
                Err(OpError::Refused(refusal))
            });
        story.press("n<C-s><Right><Enter>");
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
}
