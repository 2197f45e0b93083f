//! What a participant gives: the amount of the day of its decision (C1), by counts that have a day (C7); late joiners (C4),
//! a no after a payment (C6), what the state has paid beyond its match (C3), and another sum than asked for (C8, L6).

use jiff::civil::{Date, date};
use kommit::domain::contribution::Standing;
use kommit::domain::intake::ParticipantIntake;
use kommit::domain::money::Ore;
use kommit::domain::participant::Kind;
use kommit::usecases::views::overview::Task;
use kommit::usecases::views::participants::{Line, ParticipantData};
use kommit::usecases::views::{
    CapitalBoard, CapitalView, Disbursements, Health, Overview, ParticipantView, Participants,
};
use kommit::usecases::{
    ApproveDisbursement, ClosePeriod, ImportParticipants, KeepOverpayment, OpError, Outcome, Payer,
    RefundContribution, RegisterAnswer, RegisterPayment, ReverseVoucher, WaiveRest, WithdrawDisbursement,
};

use crate::common::fund::*;

/// 1 000 inhabitants: 20 000 kr.
const SMALL: &str = "0105";
/// 19 892 inhabitants: 397 840 kr.
const RESOLVED: &str = "0106";

fn fund() -> Fund {
    let fund = Fund::new();
    fund.on(date(2017, 10, 1));
    counts(&fund, SMALL, 1_000, None);
    counts(&fund, RESOLVED, 19_892, None);
    fund
}

fn counts(fund: &Fund, text: &str, population: u32, on: Option<Date>) -> Outcome {
    let rows = vec![invited(
        Kind::Municipality,
        text,
        &format!("Kommune {text}"),
        population,
    )];
    fund.does("sofie", &ImportParticipants { rows, on })
}

fn says(fund: &Fund, text: &str, joins: bool, on: Date) -> Outcome {
    let answered = !one(fund, text).answers.is_empty();
    fund.does(
        "sofie",
        &RegisterAnswer {
            on: Some(on),
            reason: if answered {
                "Nytt vedtak".into()
            } else {
                String::new()
            },
            ..answers(text, joins)
        },
    )
}

fn receives(fund: &Fund, text: &str, kroner: i64) -> Outcome {
    fund.does("sofie", &pays(Payer::Participant(number(text)), Some(kr(kroner))))
}

fn one(fund: &Fund, text: &str) -> ParticipantData {
    fund.sees("odd", &ParticipantView { number: number(text) })
}

fn line(fund: &Fund, text: &str) -> Line {
    one(fund, text).line
}

/// Promised, paid, left, over and standing.
fn account(fund: &Fund, text: &str) -> (Ore, Ore, Ore, Ore, Standing) {
    let line = line(fund, text);
    (
        line.promised(),
        line.row.paid,
        line.owed(),
        line.row.over,
        line.standing,
    )
}

#[track_caller]
fn is_well(fund: &Fund) {
    assert_eq!(fund.sees(ADMINISTRATOR, &Health), []);
    let capital = fund.sees("odd", &CapitalView).capital;
    assert_eq!(capital.balances.fund_capital(), capital.balances.equity());
    let lines = fund.sees("odd", &Participants).lines;
    let over: Ore = lines.iter().map(|line| line.row.over).sum();
    assert_eq!(capital.balances.refunds_owed, over);
    for (source, given) in capital.sources() {
        assert!(
            given.potential >= given.promised && given.promised >= given.paid,
            "C6 {source:?} {given:?}"
        );
    }
}

fn waive(text: &str, amount: Ore) -> WaiveRest {
    WaiveRest {
        number: number(text),
        amount,
        reason: "Vedtaket lød på en rund sum".into(),
    }
}

fn keep(text: &str, amount: Ore) -> KeepOverpayment {
    KeepOverpayment {
        number: number(text),
        amount,
        reason: "Kommunen vil gi resten".into(),
    }
}

fn pay_back(text: &str, amount: Option<Ore>) -> RefundContribution {
    RefundContribution {
        number: number(text),
        amount,
    }
}

fn reverse(outcome: &Outcome) -> ReverseVoucher {
    ReverseVoucher {
        voucher: outcome.made["voucher"].as_i64().unwrap(),
        reason: "Feil kommune".into(),
        on: None,
    }
}

#[test]
fn c1_the_contribution_is_of_the_day_of_the_decision_whenever_it_is_registered() {
    let fund = fund();
    fund.on(date(2018, 2, 1));
    counts(&fund, SMALL, 1_100, None);
    let made = says(&fund, SMALL, true, date(2017, 12, 12)).made;
    assert_eq!(made["amount_ore"], 2_000_000);
    // One of the day itself is of the new count.
    assert_eq!(line(&fund, RESOLVED).potential, kr(397_840));
    counts(&fund, RESOLVED, 20_000, None);
    let made = says(&fund, RESOLVED, true, date(2018, 2, 1)).made;
    assert_eq!(made["amount_ore"], 40_000_000);
}

#[test]
fn c1_c7_a_later_count_changes_no_figure_of_an_earlier_day() {
    let fund = fund();
    let seen = |day| {
        let line = line(fund.on(day), SMALL);
        (line.row.participant.population, line.potential)
    };
    fund.on(date(2018, 2, 1));
    counts(&fund, SMALL, 1_100, Some(date(2018, 1, 1)));
    assert_eq!(
        seen(date(2017, 9, 8)),
        (1_000, kr(20_000)),
        "the first holds from the beginning"
    );
    assert_eq!(seen(date(2017, 12, 31)), (1_000, kr(20_000)));
    assert_eq!(seen(date(2018, 1, 1)), (1_100, kr(22_000)));
    let counted = one(&fund, SMALL).counts;
    let told: Vec<_> = counted
        .iter()
        .map(|count| (count.from, count.population))
        .collect();
    assert_eq!(told, [(None, 1_000), (Some(date(2018, 1, 1)), 1_100)]);
    // One of the same day gives way; what says nothing new writes nothing.
    fund.on(date(2018, 2, 2));
    counts(&fund, SMALL, 1_110, Some(date(2018, 1, 1)));
    counts(&fund, SMALL, 1_110, None);
    assert_eq!(one(&fund, SMALL).counts.len(), 2);
    assert_eq!(line(&fund, SMALL).row.participant.population, 1_110);
}

#[test]
fn c7_number_and_population_are_enough_for_a_known_number_and_counts_are_not_dated_ahead() {
    let fund = fund();
    fund.on(date(2018, 2, 1));
    let row = ParticipantIntake {
        kind: None,
        population: Some(1_100),
        ..row(Kind::Municipality, SMALL)
    };
    let import = |row: &ParticipantIntake, on| ImportParticipants {
        rows: vec![row.clone()],
        on: Some(on),
    };
    let before = fund.dump();
    assert_eq!(
        fund.refused("sofie", &import(&row, date(2018, 2, 2))),
        "date-ahead"
    );
    let unknown = ParticipantIntake {
        number: number("0199"),
        ..row.clone()
    };
    let faults = match fund.tries("sofie", &import(&unknown, date(2018, 1, 1))) {
        Err(OpError::Rows(problems)) => problems
            .into_iter()
            .map(|problem| problem.column)
            .collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(faults, ["kind", "name"]);
    assert_eq!(fund.dump(), before);
    // Also in a closed period: what is frozen stands.
    fund.does(
        "sofie",
        &ClosePeriod {
            through: date(2018, 1, 31),
        },
    );
    fund.does("sofie", &import(&row, date(2018, 1, 1)));
    let line = line(&fund, SMALL);
    let who = &line.row.participant;
    assert_eq!(
        (who.name.as_str(), who.county_name.as_str(), who.population),
        ("Kommune 0105", "Østfold", 1_100)
    );
}

#[test]
fn c4_a_yes_that_corrects_a_yes_keeps_amount_and_due_day_unless_it_is_of_an_earlier_day() {
    let fund = fund();
    fund.on(date(2018, 5, 1));
    counts(&fund, SMALL, 1_100, Some(date(2018, 1, 1)));
    says(&fund, SMALL, true, date(2018, 3, 15));
    let promise = |fund: &Fund| {
        let line = line(fund, SMALL);
        (line.promised(), line.due.payment)
    };
    assert_eq!(promise(&fund), (kr(22_000), date(2018, 4, 14)));
    says(&fund, SMALL, true, date(2018, 4, 20));
    assert_eq!(promise(&fund), (kr(22_000), date(2018, 4, 14)));
    says(&fund, SMALL, true, date(2017, 12, 12));
    assert_eq!(promise(&fund), (kr(20_000), date(2018, 3, 31)));
    // A no, and then a yes, is new.
    says(&fund, SMALL, false, date(2018, 4, 21));
    says(&fund, SMALL, true, date(2018, 4, 22));
    assert_eq!(promise(&fund), (kr(22_000), date(2018, 5, 22)));
    is_well(&fund);
}

#[test]
fn c4_who_joins_late_has_thirty_days_and_the_forecast_expects_it_then() {
    let fund = fund();
    fund.on(date(2018, 6, 15));
    says(&fund, SMALL, true, date(2018, 6, 15));
    assert_eq!(line(&fund, SMALL).standing, Standing::Joined);
    assert_eq!(line(&fund, SMALL).due.payment, date(2018, 7, 15));
    let rows = fund.sees("odd", &CapitalView).ahead.rows;
    // KS and the state are expected to match it; in the third quarter it comes itself.
    let third = rows
        .iter()
        .find(|row| row.quarter.to_string() == "2018-Q3")
        .unwrap();
    assert_eq!(third.flows.contributions, kr(20_000));
    fund.on(date(2018, 7, 15));
    assert_eq!(line(&fund, SMALL).standing, Standing::Joined);
    fund.on(date(2018, 7, 16));
    assert_eq!(line(&fund, SMALL).standing, Standing::PaymentLate);
}

#[test]
fn c6_a_no_after_a_part_owes_nothing_more_and_one_after_all_of_it_keeps_access() {
    let fund = fund();
    fund.on(DAY);
    says(&fund, SMALL, true, DAY);
    receives(&fund, SMALL, 8_000);
    says(&fund, SMALL, false, DAY);
    assert_eq!(
        account(&fund, SMALL),
        (kr(8_000), kr(8_000), kr(0), kr(0), Standing::Declined)
    );
    assert_eq!(line(&fund, SMALL).potential, kr(20_000));
    let more = pays(Payer::Participant(number(SMALL)), Some(kr(1)));
    assert_eq!(fund.refused("sofie", &more), "payment-without-promise");
    says(&fund, HALDEN, true, DAY);
    receives(&fund, HALDEN, 615_800);
    says(&fund, HALDEN, false, DAY);
    assert_eq!(
        account(&fund, HALDEN),
        (kr(615_800), kr(615_800), kr(0), kr(0), Standing::Paid)
    );
    // Who has paid all is asked for nothing more by a new yes.
    fund.on(date(2018, 3, 1));
    counts(&fund, HALDEN, 40_000, Some(date(2018, 2, 15)));
    says(&fund, HALDEN, true, date(2018, 3, 1));
    assert_eq!(account(&fund, HALDEN).2, kr(0));
    is_well(&fund);
}

#[test]
fn c3_a_yes_that_is_withdrawn_after_the_state_has_paid_is_told_as_to_be_matched() {
    let scheme = kommit::usecases::scheme_source("digifin-2017").unwrap();
    let fund = Fund::empty(&scheme.replace("cap = 40000000", "cap = 0"));
    for (handle, roles) in PEOPLE {
        fund.does(ADMINISTRATOR, &add(handle, roles));
    }
    counts(&fund, HALDEN, 200_000, None);
    counts(&fund, MOSS, 100_000, None);
    says(&fund, HALDEN, true, DAY);
    says(&fund, MOSS, true, DAY);
    fund.does("sofie", &pays(Payer::State, Some(kr(6_000_000))));
    let outcome = says(&fund, HALDEN, false, DAY);
    let warning = outcome.warning.unwrap();
    assert_eq!(
        (warning.code, warning.rule),
        ("warning-state-unmatched", Some("C3"))
    );
    let capital = fund.sees("odd", &CapitalView).capital;
    assert_eq!(capital.state.promised, kr(6_000_000));
    assert_eq!(capital.to_match(), kr(4_000_000));
    // Nothing more is due of the state until it is matched.
    assert!(capital.tranches.iter().all(|tranche| tranche.to_come().is_zero()));
    let more = pays(Payer::State, Some(kr(1)));
    assert_eq!(fund.refused("sofie", &more), "payment-above-promise");
    says(&fund, HALDEN, true, DAY);
    assert_eq!(fund.sees("odd", &CapitalView).capital.to_match(), kr(0));
}

#[test]
fn c8_what_is_received_beyond_what_was_asked_for_is_owed_back_and_not_paid() {
    let fund = fund();
    fund.on(DAY);
    let resolved = RegisterAnswer {
        resolution: "Kommunestyret bevilger 400 000 kr".into(),
        resolved: Some(kr(400_000)),
        ..answers(RESOLVED, true)
    };
    fund.does("sofie", &resolved);
    let answer = &one(&fund, RESOLVED).answers[0];
    assert_eq!(
        (answer.amount, answer.resolved, answer.resolution.as_str()),
        (
            kr(397_840),
            Some(kr(400_000)),
            "Kommunestyret bevilger 400 000 kr"
        )
    );
    let outcome = receives(&fund, RESOLVED, 400_000);
    assert_eq!(outcome.done, "done-paid-over");
    assert_eq!(outcome.made["refund_owed_ore"], 216_000);
    assert_eq!(
        account(&fund, RESOLVED),
        (kr(397_840), kr(397_840), kr(0), kr(2_160), Standing::Paid)
    );
    let view = fund.sees("odd", &CapitalView);
    assert_eq!(view.capital.balances.bank, kr(400_000));
    assert_eq!(view.capital.balances.refunds_owed, kr(2_160));
    assert_eq!(view.capital.free_on_hand, kr(397_840));
    // F1: it comes and goes as contributions.
    let now = &view.ahead.rows[0].flows;
    assert_eq!(now.repayments, kr(0));
    is_well(&fund);
}

#[test]
fn c8_l6_a_refund_waits_in_sight_is_withdrawn_or_approved_by_another_and_never_twice() {
    let fund = fund();
    fund.on(DAY);
    says(&fund, RESOLVED, true, DAY);
    receives(&fund, RESOLVED, 400_000);
    assert_eq!(
        fund.refused("sofie", &pay_back(RESOLVED, Some(kr(2_161)))),
        "over-too-little"
    );
    assert_eq!(fund.refused("sofie", &pay_back(SMALL, None)), "over-too-little");
    assert_eq!(fund.refused("karl", &pay_back(RESOLVED, None)), "denied-role");
    let id = |outcome: &Outcome| outcome.made["id"].as_i64().unwrap();
    let first = id(&fund.does("sofie", &pay_back(RESOLVED, None)));
    assert_eq!(
        fund.refused("sofie", &pay_back(RESOLVED, Some(kr(1)))),
        "over-too-little"
    );
    let waits = |fund: &Fund| {
        let board = fund.sees("karl", &CapitalBoard::default());
        let tasks = fund.sees("karl", &Overview).tasks;
        (
            board
                .waiting
                .iter()
                .map(|line| line.title.clone())
                .collect::<Vec<_>>(),
            tasks
                .iter()
                .any(|task| matches!(task, Task::Approve { count: 1 })),
            fund.sees("odd", &Disbursements).all.len(),
        )
    };
    assert_eq!(waits(&fund), (vec!["Kommune 0106".to_owned()], true, 1));
    // Who registers is told that it waits for another, and others are told nothing.
    let awaits = |who: &str| {
        let tasks = fund.sees(who, &Overview).tasks;
        tasks.iter().any(|task| matches!(task, Task::Awaits { count: 1 }))
    };
    assert_eq!(["sofie", "karl", "odd"].map(awaits), [true, false, false]);
    assert_eq!(fund.sees("odd", &CapitalView).capital.balances.bank, kr(400_000));
    fund.does("sofie", &WithdrawDisbursement { id: first });
    assert_eq!(waits(&fund), (vec![], false, 1));
    assert_eq!(
        fund.refused("karl", &ApproveDisbursement { id: first }),
        "disbursement-withdrawn"
    );
    let second = id(&fund.does("sofie", &pay_back(RESOLVED, Some(kr(2_000)))));
    assert_eq!(
        fund.refused("sofie", &ApproveDisbursement { id: second }),
        "denied-role"
    );
    let made = fund.does("karl", &ApproveDisbursement { id: second }).made;
    assert_eq!((&made["voucher"], &made["number"]), (&2.into(), &RESOLVED.into()));
    assert_eq!(
        fund.refused("karl", &ApproveDisbursement { id: second }),
        "disbursement-approved"
    );
    assert_eq!(
        account(&fund, RESOLVED),
        (kr(397_840), kr(397_840), kr(0), kr(160), Standing::Paid)
    );
    assert_eq!(fund.sees("odd", &CapitalView).capital.balances.bank, kr(398_000));
    is_well(&fund);
    // Numbers are one series with the disbursements.
    let reference = fund.committed("2018-1", project("Innsyn", kr(100)));
    assert!(fund.registered(reference, kr(1)) > second);
    // A file that says the whole that was paid pays nothing more in.
    let said = ParticipantIntake {
        paid: Some(kr(400_000)),
        ..row(Kind::Municipality, RESOLVED)
    };
    let rows = vec![said];
    let made = fund.does("sofie", &ImportParticipants { rows, on: None }).made;
    assert_eq!(made["vouchers"], 0);
}

#[test]
fn c8_l6_who_registers_a_refund_does_not_approve_it() {
    let fund = fund();
    fund.on(DAY);
    fund.does(ADMINISTRATOR, &add("begge", "secretariat,ks"));
    says(&fund, RESOLVED, true, DAY);
    receives(&fund, RESOLVED, 400_000);
    let made = fund.does("begge", &pay_back(RESOLVED, None)).made;
    let id = made["id"].as_i64().unwrap();
    assert_eq!(
        fund.refused("begge", &ApproveDisbursement { id }),
        "denied-four-eyes"
    );
    fund.does("karl", &ApproveDisbursement { id });
}

#[test]
fn c8_ks_keeps_what_is_over_with_a_reason_as_other_income() {
    let fund = fund();
    fund.on(DAY);
    says(&fund, RESOLVED, true, DAY);
    receives(&fund, RESOLVED, 400_000);
    let before = fund.dump();
    assert_eq!(
        fund.refused("karl", &keep(RESOLVED, kr(2_161))),
        "over-too-little"
    );
    assert_eq!(fund.refused("sofie", &keep(RESOLVED, kr(2_160))), "denied-role");
    let silent = KeepOverpayment {
        reason: " ".into(),
        ..keep(RESOLVED, kr(2_160))
    };
    assert_eq!(fund.refused("karl", &silent), "text-empty");
    assert_eq!(fund.dump(), before);
    fund.does("karl", &keep(RESOLVED, kr(2_160)));
    let balances = fund.sees("odd", &CapitalView).capital.balances;
    assert_eq!(
        (balances.bank, balances.other_income, balances.refunds_owed),
        (kr(400_000), kr(2_160), kr(0))
    );
    assert_eq!(account(&fund, RESOLVED).4, Standing::Paid);
    is_well(&fund);
}

#[test]
fn c8_ks_waives_a_rest_and_access_follows() {
    let fund = fund();
    fund.on(DAY);
    says(&fund, HALDEN, true, DAY);
    receives(&fund, HALDEN, 600_000);
    assert!(!line(&fund, HALDEN).standing.has_access());
    let before = fund.dump();
    assert_eq!(fund.refused("karl", &waive(HALDEN, kr(15_801))), "waive-too-much");
    assert_eq!(fund.refused("sofie", &waive(HALDEN, kr(15_800))), "denied-role");
    let silent = WaiveRest {
        reason: String::new(),
        ..waive(HALDEN, kr(15_800))
    };
    assert_eq!(fund.refused("karl", &silent), "text-empty");
    assert_eq!(fund.dump(), before);
    let made = fund.does("karl", &waive(HALDEN, kr(15_800))).made;
    assert_eq!(made["rest_ore"], 0);
    assert_eq!(
        account(&fund, HALDEN),
        (kr(600_000), kr(600_000), kr(0), kr(0), Standing::Paid)
    );
    let capital = fund.sees("odd", &CapitalView).capital;
    assert_eq!(capital.municipalities.promised, kr(600_000));
    // Never the whole, and nothing where nothing is promised.
    says(&fund, SMALL, true, DAY);
    assert_eq!(fund.refused("karl", &waive(SMALL, kr(20_000))), "waive-the-whole");
    assert_eq!(fund.refused("karl", &waive(MOSS, kr(1))), "waive-too-much");
    is_well(&fund);
}

#[test]
fn c8_what_has_been_received_is_parted_anew_when_more_or_less_is_asked_for() {
    let fund = fund();
    fund.on(date(2018, 5, 1));
    counts(&fund, SMALL, 1_100, Some(date(2018, 1, 1)));
    says(&fund, SMALL, true, date(2018, 3, 15));
    receives(&fund, SMALL, 22_000);
    // Corrected to a day on which 20 000 kr was asked for: 2 000 kr are over.
    says(&fund, SMALL, true, date(2017, 12, 12));
    assert_eq!(
        account(&fund, SMALL),
        (kr(20_000), kr(20_000), kr(0), kr(2_000), Standing::Paid)
    );
    is_well(&fund);
}

#[test]
fn l2_c8_a_payment_that_is_reversed_leaves_what_is_left_for_what_was_asked_for_first() {
    let fund = fund();
    fund.on(DAY);
    says(&fund, SMALL, true, DAY);
    let slip = receives(&fund, SMALL, 15_000);
    receives(&fund, SMALL, 12_000);
    assert_eq!(account(&fund, SMALL).3, kr(7_000));
    fund.does("sofie", &reverse(&slip));
    assert_eq!(
        account(&fund, SMALL),
        (kr(20_000), kr(12_000), kr(8_000), kr(0), Standing::Joined)
    );
    is_well(&fund);
    // What has been paid back of it can't be undone first.
    let again = receives(&fund, SMALL, 20_000);
    let made = fund.does("sofie", &pay_back(SMALL, None)).made;
    let id = made["id"].as_i64().unwrap();
    fund.does("karl", &ApproveDisbursement { id });
    assert_eq!(account(&fund, SMALL).3, kr(0));
    fund.does("sofie", &reverse(&again));
    assert_eq!(account(&fund, SMALL).1, kr(0));
    is_well(&fund);
    let payer = Payer::Participant(number(SMALL));
    let part = RegisterPayment {
        payer,
        amount: Some(kr(1)),
        on: None,
    };
    fund.does("sofie", &part);
}

#[test]
fn c8_c5_a_correction_that_lowers_what_is_asked_for_never_leaves_the_whole_waived() {
    let fund = fund();
    fund.on(date(2018, 5, 1));
    counts(&fund, SMALL, 1_100, Some(date(2018, 1, 1)));
    says(&fund, SMALL, true, date(2018, 3, 15));
    fund.does("karl", &waive(SMALL, kr(21_000)));
    let before = fund.dump();
    let earlier = |on| RegisterAnswer {
        on: Some(on),
        reason: "Nytt vedtak".into(),
        ..answers(SMALL, true)
    };
    // 20 000 kr was asked for then, which is less than what is waived.
    let below = fund.refused("sofie", &earlier(date(2017, 12, 12)));
    assert_eq!(below, "answer-below-waived");
    let said = ParticipantIntake {
        joins: Some(true),
        decided_on: Some(date(2017, 12, 12)),
        reason: Some("Nytt vedtak".into()),
        ..row(Kind::Municipality, SMALL)
    };
    let rows = vec![said];
    match fund.tries("sofie", &ImportParticipants { rows, on: None }) {
        Err(OpError::Rows(faults)) => assert_eq!(faults[0].refusal.code, "answer-below-waived"),
        other => panic!("{other:?}"),
    }
    assert_eq!(fund.dump(), before);
    assert!(!line(&fund, SMALL).standing.has_access());
    // A no says nothing of the sum, and a yes that leaves something to pay is as good as before.
    says(&fund, SMALL, false, date(2018, 4, 1));
    says(&fund, SMALL, true, date(2018, 4, 2));
    assert_eq!(line(&fund, SMALL).owed(), kr(1_000));
    is_well(&fund);
}

#[test]
fn c8_a_yes_says_what_is_to_be_paid_less_what_was_waived() {
    let fund = fund();
    fund.on(DAY);
    let to_pay = |outcome: &Outcome| {
        let (_, amount) = outcome.args.iter().find(|(name, _)| *name == "amount").unwrap();
        amount.clone()
    };
    assert_eq!(to_pay(&says(&fund, SMALL, true, DAY)), kr(20_000).into());
    fund.does("karl", &waive(SMALL, kr(7_000)));
    says(&fund, SMALL, false, DAY);
    assert_eq!(one(&fund, SMALL).promise(DAY), kr(13_000));
    let again = says(&fund, SMALL, true, DAY);
    assert_eq!(to_pay(&again), kr(13_000).into());
    assert_eq!(line(&fund, SMALL).owed(), kr(13_000));
}

#[test]
fn c4_c7_an_earlier_day_knows_neither_answers_nor_counts_of_later_days() {
    let fund = fund();
    fund.on(date(2018, 5, 1));
    says(&fund, SMALL, true, date(2018, 3, 15));
    counts(&fund, SMALL, 1_100, Some(date(2018, 4, 1)));
    fund.on(date(2018, 3, 14));
    let then = one(&fund, SMALL);
    assert_eq!((then.answers.len(), then.counts.len()), (0, 1));
    assert_eq!(then.line.standing, Standing::AnswerLate);
    fund.on(date(2018, 3, 15));
    assert_eq!(one(&fund, SMALL).answers.len(), 1);
}
