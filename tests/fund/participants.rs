//! The invited (C1–C6) through what the secretariat does: answers and their corrections, payments in parts, imports by
//! key, dates that leave later facts out, and the reference figures of the scheme of 2017.

use jiff::civil::{Date, date};
use kommit::domain::capital::Capital;
use kommit::domain::contribution::Standing;
use kommit::domain::intake::ParticipantIntake;
use kommit::domain::money::Ore;
use kommit::domain::participant::Kind;
use kommit::exchange;
use kommit::usecases::views::{CapitalView, ParticipantView, Participants};
use kommit::usecases::{
    ClosePeriod, ImportParticipants, OpError, Payer, RegisterAnswer, RegisterPayment, ReverseVoucher,
};

use crate::common::fund::*;

const ANSWER_DUE: Date = date(2017, 12, 20);
const PAYMENT_DUE: Date = date(2018, 3, 31);
/// Halden: 30 790 inhabitants at 20 kr.
const PROMISE: Ore = kr(615_800);

fn line(fund: &Fund, text: &str) -> kommit::usecases::views::participants::Line {
    fund.sees("odd", &ParticipantView { number: number(text) }).line
}

fn capital(fund: &Fund) -> Capital {
    fund.sees("odd", &CapitalView).capital
}

fn halden() -> ParticipantIntake {
    row(Kind::Municipality, HALDEN)
}

fn import(rows: Vec<ParticipantIntake>) -> ImportParticipants {
    ImportParticipants { rows, on: None }
}

/// Line, column and code of every fault of an import.
#[track_caller]
fn faults(fund: &Fund, rows: Vec<ParticipantIntake>) -> Vec<(u64, String, &'static str)> {
    let before = fund.dump();
    let result = fund.tries("sofie", &import(rows));
    assert_eq!(fund.dump(), before, "all or nothing");
    match result {
        Err(OpError::Rows(problems)) => problems
            .into_iter()
            .map(|problem| (problem.line, problem.column, problem.refusal.code))
            .collect(),
        other => panic!("{other:?}"),
    }
}

fn everybody() -> Vec<ParticipantIntake> {
    exchange::participants(include_bytes!("../../assets/data/participants-2017.csv"))
        .whole()
        .unwrap()
}

#[test]
fn c1_to_c3_the_reference_figures_come_out_of_the_file() {
    let fund = Fund::empty(kommit::usecases::scheme_source("digifin-2017").unwrap());
    fund.does(ADMINISTRATOR, &import(everybody()));
    let count = |kind| {
        let lines = fund.sees(ADMINISTRATOR, &Participants).lines;
        lines
            .iter()
            .filter(|line| line.row.participant.kind == kind)
            .count()
    };
    assert_eq!((count(Kind::Municipality), count(Kind::County)), (426, 18));
    let lines = fund.sees(ADMINISTRATOR, &Participants).lines;
    let municipalities = || {
        lines
            .iter()
            .filter(|line| line.row.participant.kind == Kind::Municipality)
    };
    let inhabitants: u32 = municipalities().map(|line| line.row.participant.population).sum();
    assert_eq!(inhabitants, 5_258_317);
    let mut largest: Vec<Ore> = municipalities().map(|line| line.potential).collect();
    largest.sort_unstable();
    assert_eq!(largest.iter().rev().take(10).sum::<Ore>(), kr(35_606_120));
    let capital = fund.sees(ADMINISTRATOR, &CapitalView).capital;
    assert_eq!(capital.municipalities.potential, kr(105_166_340));
    assert_eq!(capital.counties.potential, kr(22_957_790));
    assert_eq!(
        (capital.ks.promised, capital.state.promised),
        (kr(40_000_000), kr(40_000_000))
    );

    let joins = everybody().into_iter().map(|row| ParticipantIntake {
        joins: Some(true),
        decided_on: Some(DAY),
        ..row
    });
    fund.does(ADMINISTRATOR, &import(joins.collect()));
    let capital = fund.sees(ADMINISTRATOR, &CapitalView).capital;
    let promised: Ore = capital.sources().map(|(_, given)| given.promised).sum();
    assert_eq!(
        (capital.ks.promised, capital.state.promised),
        (kr(0), kr(125_000_000))
    );
    assert_eq!(promised, kr(253_124_130));
    assert_eq!(capital.missing_match(), kr(0));
    let paid: Ore = capital.sources().map(|(_, given)| given.paid).sum();
    assert_eq!(paid, kr(0));
}

#[test]
fn c1_the_amount_is_frozen_when_the_participant_decides() {
    let fund = Fund::new();
    fund.does("sofie", &answers(HALDEN, true));
    let fewer = invited(Kind::Municipality, HALDEN, "Halden", 30_000);
    fund.does("sofie", &import(vec![fewer]));
    let halden = line(&fund, HALDEN);
    assert_eq!((halden.promised(), halden.potential), (PROMISE, PROMISE));
    assert_eq!(halden.row.participant.population, 30_000);
    // Moss hasn't decided: it would pay for those who live there now.
    let more = invited(Kind::Municipality, MOSS, "Moss", 40_000);
    fund.does("sofie", &import(vec![more]));
    assert_eq!(line(&fund, MOSS).potential, kr(800_000));
}

#[test]
fn c6_potential_promised_and_paid_nest_whatever_is_corrected() {
    let fund = Fund::new();
    fund.does("sofie", &answers(HALDEN, true));
    fund.does("sofie", &pays(Payer::Participant(number(HALDEN)), None));
    fund.does(
        "sofie",
        &import(vec![invited(Kind::Municipality, HALDEN, "Halden", 20_000)]),
    );
    let again = RegisterAnswer {
        reason: "Nytt vedtak".into(),
        ..answers(HALDEN, true)
    };
    // C1: a yes that is corrected stays the yes that it was.
    fund.does("sofie", &again);
    let halden = line(&fund, HALDEN);
    assert_eq!((halden.promised(), halden.row.paid), (PROMISE, PROMISE));
    let no = RegisterAnswer {
        joins: false,
        ..again
    };
    // C6: who has paid in full stays so.
    fund.does("sofie", &no);
    let halden = line(&fund, HALDEN);
    assert_eq!((halden.promised(), halden.standing), (PROMISE, Standing::Paid));
    for (source, given) in capital(&fund).sources() {
        assert!(
            given.potential >= given.promised && given.promised >= given.paid,
            "{source:?} {given:?}"
        );
    }
    let reason = "Tilbake".to_owned();
    fund.does(
        "sofie",
        &ReverseVoucher {
            voucher: 1,
            reason,
            on: None,
        },
    );
    // C1: only who has said no in between decides anew, for those who live there now.
    fund.does("sofie", &no);
    fund.does("sofie", &RegisterAnswer { joins: true, ..no });
    assert_eq!(line(&fund, HALDEN).promised(), kr(400_000));
}

#[test]
fn c4_a_decision_is_corrected_with_a_reason_and_the_earlier_one_stays_in_sight() {
    let fund = Fund::new();
    let yes = RegisterAnswer {
        on: Some(date(2017, 12, 1)),
        reference: "17/1234".into(),
        ..answers(HALDEN, true)
    };
    fund.does("sofie", &yes);
    let no = answers(HALDEN, false);
    assert_eq!(fund.refused("sofie", &no), "answer-reason-missing");
    let no = RegisterAnswer {
        reason: "Omgjort i kommunestyret".into(),
        ..no
    };
    fund.does("sofie", &no);
    let data = fund.sees(
        "odd",
        &ParticipantView {
            number: number(HALDEN),
        },
    );
    let told: Vec<(bool, Ore)> = data
        .answers
        .iter()
        .map(|answer| (answer.joins, answer.amount))
        .collect();
    assert_eq!(told, [(true, PROMISE), (false, kr(0))]);
    assert_eq!(data.line.standing, Standing::Declined);
    // On a day before the correction the earlier answer counts.
    fund.on(date(2018, 1, 31));
    assert_eq!(line(&fund, HALDEN).standing, Standing::Joined);
    fund.on(date(2017, 11, 30));
    assert_eq!(line(&fund, HALDEN).standing, Standing::Invited);
    assert_eq!(capital(&fund).municipalities.promised, kr(0));
}

#[test]
fn c4_l7_an_answer_is_never_dated_after_today() {
    let fund = Fund::new();
    let ahead = RegisterAnswer {
        on: Some(date(2018, 2, 2)),
        ..answers(HALDEN, true)
    };
    assert_eq!(fund.refused("sofie", &ahead), "date-ahead");
    assert_eq!(
        fund.refused("sofie", &answers("9999", true)),
        "participant-unknown"
    );
}

#[test]
fn c4_late_is_the_day_after_the_due_date_and_late_joiners_are_welcome() {
    let fund = Fund::new();
    let standing = |on| line(fund.on(on), HALDEN).standing;
    assert_eq!(standing(ANSWER_DUE), Standing::Invited);
    assert_eq!(standing(ANSWER_DUE.tomorrow().unwrap()), Standing::AnswerLate);
    fund.on(DAY).does("sofie", &answers(HALDEN, true));
    assert_eq!(standing(PAYMENT_DUE), Standing::Joined);
    let late = PAYMENT_DUE.tomorrow().unwrap();
    assert_eq!(standing(late), Standing::PaymentLate);
    fund.on(late)
        .does("sofie", &pays(Payer::Participant(number(HALDEN)), None));
    assert_eq!(standing(late), Standing::Paid);
}

#[test]
fn c5_access_comes_with_the_last_krone_of_payments_in_parts() {
    let fund = Fund::new();
    let pay = |amount| pays(Payer::Participant(number(HALDEN)), amount);
    assert_eq!(fund.refused("sofie", &pay(None)), "payment-without-promise");
    fund.does("sofie", &answers(HALDEN, true));
    fund.does("sofie", &pay(Some(kr(600_000))));
    assert_eq!(fund.refused("sofie", &pay(Some(kr(0)))), "amount-not-positive");
    assert_eq!(fund.refused("sofie", &pay(Some(kr(-1)))), "amount-not-positive");
    fund.does("sofie", &pay(Some(PROMISE - kr(600_000) - Ore::new(1))));
    assert!(!line(&fund, HALDEN).standing.has_access());
    let outcome = fund.does("sofie", &pay(None));
    assert_eq!(outcome.made["amount_ore"], 1);
    assert!(line(&fund, HALDEN).standing.has_access());
    assert_eq!(fund.refused("sofie", &pay(None)), "contribution-paid");
    assert_eq!(capital(&fund).municipalities.paid, PROMISE);
}

#[test]
fn c2_ks_pays_no_more_than_the_members_promises_lack_to_the_states_cap() {
    let scheme = kommit::usecases::scheme_source("digifin-2017").unwrap();
    // Halden promises 20 × 30 790 = 615 800 kr; the state's cap is 700 000 kr, so that 84 200 kr are lacking.
    let fund = Fund::furnished(
        &scheme
            .replace("amount = 25000000", "amount = 300000")
            .replace("amount = 100000000", "amount = 400000"),
    );
    fund.does("sofie", &answers(HALDEN, true));
    let pay = |kroner| pays(Payer::Ks, Some(kr(kroner)));
    assert_eq!(fund.refused("sofie", &pay(84_201)), "payment-above-promise");
    fund.does("sofie", &pay(84_200));
    assert_eq!(fund.refused("sofie", &pay(1)), "payment-above-promise");
}

#[test]
fn c2_c3_ks_and_the_state_pay_within_what_they_may() {
    let fund = Fund::new();
    let pay = |payer: Payer, kroner| pays(payer, Some(kr(kroner)));
    assert_eq!(fund.refused("sofie", &pays(Payer::Ks, None)), "amount-missing");
    assert_eq!(
        fund.refused("sofie", &pay(Payer::Ks, 40_000_001)),
        "payment-above-promise"
    );
    // Nobody has joined: KS promises its 40 million and the state matches them.
    assert_eq!(
        fund.refused("sofie", &pay(Payer::State, 40_000_001)),
        "payment-above-promise"
    );
    fund.does("sofie", &pay(Payer::State, 40_000_000));
    assert_eq!(
        fund.refused("sofie", &pay(Payer::State, 1)),
        "payment-above-promise"
    );
    fund.does("sofie", &answers(HALDEN, true));
    fund.does("sofie", &pay(Payer::State, 615_800));
    fund.does("sofie", &pay(Payer::Ks, 40_000_000));
    assert_eq!(fund.refused("sofie", &pay(Payer::Ks, 1)), "payment-above-promise");
    let capital = capital(&fund);
    assert_eq!(
        (capital.ks.paid, capital.state.paid),
        (kr(40_000_000), kr(40_615_800))
    );
}

#[test]
fn an_import_updates_by_key_and_an_empty_cell_changes_nothing() {
    let fund = Fund::new();
    let full = ParticipantIntake {
        joins: Some(true),
        decided_on: Some(date(2017, 12, 1)),
        reference: Some("17/1234".into()),
        paid_on: Some(date(2018, 1, 15)),
        paid: Some(kr(600_000)),
        ..halden()
    };
    let outcome = fund.does("sofie", &import(vec![full.clone()]));
    assert_eq!(
        (&outcome.made["rows"], &outcome.made["vouchers"]),
        (&1.into(), &1.into())
    );
    let first = line(&fund, HALDEN);
    assert_eq!(first.row.participant.name, "Halden");
    assert_eq!((first.promised(), first.row.paid), (PROMISE, kr(600_000)));
    assert_eq!(first.row.answer.as_ref().unwrap().reference, "17/1234");
    // The same file again, and a file with empty cells, change nothing but the log.
    let facts = |fund: &Fund| {
        let all = fund.dump();
        let rows: Vec<String> = all
            .lines()
            .filter(|row| !row.starts_with("audit") && !row.starts_with("seals"))
            .map(str::to_owned)
            .collect();
        rows
    };
    let before = facts(&fund);
    fund.does("sofie", &import(vec![full.clone()]));
    fund.does("sofie", &import(vec![halden()]));
    assert_eq!(facts(&fund), before);
    // `paid` is the total so far: only the difference is posted.
    let more = ParticipantIntake {
        paid: Some(PROMISE),
        paid_on: Some(date(2018, 1, 31)),
        ..halden()
    };
    fund.does("sofie", &import(vec![more]));
    assert_eq!(fund.number("SELECT count(*) FROM vouchers"), 2);
    assert_eq!(
        fund.number("SELECT max(amount_ore) FROM postings WHERE voucher = 2"),
        kr(15_800).ore()
    );
    fund.on(date(2018, 1, 30));
    assert_eq!(line(&fund, HALDEN).row.paid, kr(600_000));
    assert_eq!(line(&fund, MOSS).row.answer, None);
}

#[test]
fn a_changed_decision_in_a_file_needs_a_reason() {
    let fund = Fund::new();
    let yes = ParticipantIntake {
        joins: Some(true),
        decided_on: Some(date(2017, 12, 1)),
        ..halden()
    };
    fund.does("sofie", &import(vec![yes.clone()]));
    let changed = [
        ParticipantIntake {
            joins: Some(false),
            ..yes.clone()
        },
        ParticipantIntake {
            decided_on: Some(date(2017, 12, 2)),
            ..yes.clone()
        },
        ParticipantIntake {
            reference: Some("17/99".into()),
            ..yes.clone()
        },
    ];
    for row in changed {
        assert_eq!(
            faults(&fund, vec![row.clone()]),
            [(2, "reason".to_owned(), "answer-reason-missing")]
        );
        let fund = fund.copy();
        let reason = Some("Rettet".to_owned());
        fund.does(
            "sofie",
            &import(vec![ParticipantIntake {
                reason,
                ..row.clone()
            }]),
        );
        let answer = line(&fund, HALDEN).row.answer.unwrap();
        assert_eq!(Some(answer.joins), row.joins);
        assert_eq!(Some(answer.decided_on), row.decided_on);
        assert_eq!(answer.reference, row.reference.unwrap_or_default());
    }
}

#[test]
fn every_faulty_row_is_named_and_nothing_of_the_file_is_kept() {
    let fund = Fund::new();
    let at = |line, row: ParticipantIntake| ParticipantIntake { line, ..row };
    let no_and_paid = ParticipantIntake {
        joins: Some(false),
        paid: Some(kr(1)),
        ..halden()
    };
    let found = faults(
        &fund,
        vec![
            at(2, invited(Kind::Municipality, "0105", "Sarpsborg", 55_127)),
            at(3, no_and_paid),
            at(4, row(Kind::Municipality, "0106")),
            at(
                5,
                ParticipantIntake {
                    population: None,
                    ..invited(Kind::Municipality, "0111", "Hvaler", 1)
                },
            ),
            at(
                6,
                ParticipantIntake {
                    population: Some(0),
                    ..invited(Kind::Municipality, "0118", "Aremark", 1)
                },
            ),
            at(
                7,
                ParticipantIntake {
                    joins: Some(true),
                    decided_on: Some(date(2018, 2, 2)),
                    ..row(Kind::Municipality, MOSS)
                },
            ),
            at(
                8,
                ParticipantIntake {
                    decided_on: Some(DAY),
                    ..row(Kind::County, OSTFOLD)
                },
            ),
            at(9, invited(Kind::Municipality, "0105", "Sarpsborg", 55_128)),
        ],
    );
    let expected = [
        (3, "paid", "payment-without-promise"),
        (4, "name", "cell-missing"),
        (4, "population", "cell-missing"),
        (5, "population", "cell-missing"),
        (6, "population", "population-outside"),
        (7, "decided_on", "date-ahead"),
        (8, "decision", "cell-missing"),
        (9, "number", "import-twice"),
    ];
    assert_eq!(
        found,
        expected.map(|(line, column, code)| (line, column.to_owned(), code))
    );
}

#[test]
fn a_file_never_pays_twice_too_much_or_back() {
    let fund = Fund::new();
    let paid = |kroner| ParticipantIntake {
        joins: Some(true),
        paid: Some(kr(kroner)),
        ..halden()
    };
    let twice = vec![
        paid(400_000),
        ParticipantIntake {
            line: 3,
            ..paid(400_000)
        },
    ];
    assert_eq!(faults(&fund, twice), [(3, "number".to_owned(), "import-twice")]);
    fund.does("sofie", &import(vec![paid(400_000)]));
    assert_eq!(
        faults(&fund, vec![paid(399_999)]),
        [(2, "paid".to_owned(), "paid-below-posted")]
    );
    let alone = ParticipantIntake {
        paid_on: Some(DAY),
        ..row(Kind::Municipality, MOSS)
    };
    assert_eq!(
        faults(&fund, vec![alone]),
        [(2, "paid".to_owned(), "cell-missing")]
    );
    fund.on(date(2018, 2, 2));
    fund.does("sofie", &ClosePeriod { through: DAY });
    let paid = |kroner| ParticipantIntake {
        paid_on: Some(DAY),
        ..paid(kroner)
    };
    assert_eq!(
        faults(&fund, vec![paid(500_000)]),
        [(2, "paid_on".to_owned(), "period-closed")]
    );
}

#[test]
fn figures_of_a_day_leave_out_what_came_later() {
    let fund = Fund::new();
    let yes = RegisterAnswer {
        on: Some(date(2017, 12, 1)),
        ..answers(HALDEN, true)
    };
    fund.does("sofie", &yes);
    fund.on(date(2018, 3, 1));
    for (amount, day) in [(600_000, date(2018, 1, 15)), (15_800, date(2018, 3, 1))] {
        let payer = Payer::Participant(number(HALDEN));
        fund.does(
            "sofie",
            &RegisterPayment {
                payer,
                amount: Some(kr(amount)),
                on: Some(day),
            },
        );
    }
    let seen = |day| {
        let halden = line(fund.on(day), HALDEN);
        let given = capital(&fund).municipalities;
        assert_eq!((given.promised, given.paid), (halden.promised(), halden.row.paid));
        (halden.promised(), halden.row.paid, halden.standing)
    };
    assert_eq!(seen(date(2017, 11, 30)), (kr(0), kr(0), Standing::Invited));
    assert_eq!(seen(date(2017, 12, 1)), (PROMISE, kr(0), Standing::Joined));
    assert_eq!(seen(date(2018, 1, 15)), (PROMISE, kr(600_000), Standing::Joined));
    assert_eq!(seen(date(2018, 2, 28)), (PROMISE, kr(600_000), Standing::Joined));
    assert_eq!(seen(date(2018, 3, 1)), (PROMISE, PROMISE, Standing::Paid));
}
