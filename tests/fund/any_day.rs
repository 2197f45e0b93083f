//! Steps whose business date lies before what is posted already: whatever is done about a contribution, in whatever order and
//! on whatever day, no balance is below zero on any day (C6, C8, K1, L5).

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use kommit::domain::intake::ParticipantIntake;
use kommit::domain::money::Ore;
use kommit::domain::participant::Kind;
use kommit::usecases::views::{CapitalView, Health, ParticipantView, Rounds, Seats};
use kommit::usecases::{
    ApproveDisbursement, ImportParticipants, KeepOverpayment, OpError, Payer, RefundContribution,
    RegisterAnswer, RegisterDisbursement, RegisterPayment, RevealRound, ReverseVoucher, RevokeMember,
    SetSeat, SubmitProposal, UseCase, WaiveRest,
};
use proptest::prelude::*;

use crate::common::fund::*;

const FIRST: Date = date(2018, 1, 1);
/// From 1 January 1 000 inhabitants, 20 000 kr; from 1 February 1 100, 22 000 kr.
const GROWN: &str = "0105";
/// The other payer, so that sums over all don't hide what is one's own.
const OTHER: &str = HALDEN;

fn fund() -> Fund {
    let fund = Fund::new();
    fund.on(FIRST);
    for (population, on) in [(1_000, None), (1_100, Some(date(2018, 2, 1)))] {
        let rows = vec![invited(Kind::Municipality, GROWN, "Nabo", population)];
        fund.on(on.unwrap_or(FIRST));
        fund.does("sofie", &ImportParticipants { rows, on });
    }
    fund.on(FIRST);
    fund.does("sofie", &answers(OTHER, true));
    fund.does("sofie", &pays(Payer::Participant(number(OTHER)), None));
    fund
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Yes { ago: i64 },
    No { ago: i64 },
    Pay { kroner: i64, ago: i64 },
    Waive { kroner: i64 },
    Refund { kroner: i64 },
    Approve { id: i64 },
    Keep { kroner: i64 },
    Reverse { nth: i64, ago: i64 },
}

fn step() -> impl Strategy<Value = Step> {
    let (ago, kroner) = (0..40_i64, 1..24_000_i64);
    let some = 1..4_000_i64;
    prop_oneof![
        3 => ago.clone().prop_map(|ago| Step::Yes { ago }),
        1 => ago.clone().prop_map(|ago| Step::No { ago }),
        4 => (kroner, ago.clone()).prop_map(|(kroner, ago)| Step::Pay { kroner, ago }),
        1 => some.clone().prop_map(|kroner| Step::Waive { kroner }),
        2 => some.clone().prop_map(|kroner| Step::Refund { kroner }),
        3 => (1..5_i64).prop_map(|id| Step::Approve { id }),
        2 => some.prop_map(|kroner| Step::Keep { kroner }),
        3 => (1..20_i64, ago).prop_map(|(nth, ago)| Step::Reverse { nth, ago }),
    ]
}

fn use_case_of(step: Step, today: Date) -> (&'static str, Box<dyn UseCase>) {
    let on = |ago: i64| Some(today - Span::new().days(ago));
    let reason = || "Fordi".to_owned();
    let answer = |joins, ago| RegisterAnswer {
        on: on(ago),
        reason: reason(),
        ..answers(GROWN, joins)
    };
    match step {
        Step::Yes { ago } => ("sofie", Box::new(answer(true, ago))),
        Step::No { ago } => ("sofie", Box::new(answer(false, ago))),
        Step::Pay { kroner, ago } => {
            let pay = RegisterPayment {
                on: on(ago),
                ..pays(Payer::Participant(number(GROWN)), Some(kr(kroner)))
            };
            ("sofie", Box::new(pay))
        }
        Step::Waive { kroner } => {
            let (number, amount, reason) = (number(GROWN), kr(kroner), reason());
            (
                "karl",
                Box::new(WaiveRest {
                    number,
                    amount,
                    reason,
                }),
            )
        }
        Step::Refund { kroner } => {
            let (number, amount) = (number(GROWN), Some(kr(kroner)));
            ("sofie", Box::new(RefundContribution { number, amount }))
        }
        Step::Approve { id } => ("karl", Box::new(ApproveDisbursement { id })),
        Step::Keep { kroner } => {
            let (number, amount, reason) = (number(GROWN), kr(kroner), reason());
            (
                "karl",
                Box::new(KeepOverpayment {
                    number,
                    amount,
                    reason,
                }),
            )
        }
        Step::Reverse { nth, ago } => {
            let (reason, on) = (reason(), on(ago));
            (
                "sofie",
                Box::new(ReverseVoucher {
                    voucher: nth,
                    reason,
                    on,
                }),
            )
        }
    }
}

/// What is paid of each contribution, what is owed back of each, and the bank, by day, of the bare rows.
fn never_below_zero(fund: &Fund) -> Result<(), TestCaseError> {
    let raw = fund.raw();
    let sql = "SELECT q.account, coalesce(v.participant, ''), v.posted_on, sum(q.amount_ore)
               FROM vouchers v JOIN postings q ON q.voucher = v.voucher WHERE q.account <> 'income:other'
               GROUP BY 1, 2, 3 ORDER BY 3";
    let mut rows = raw.prepare(sql).unwrap();
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)));
    let rows: Vec<(String, String, String, i64)> = rows.unwrap().map(Result::unwrap).collect();
    let mut sums: BTreeMap<(String, String), i64> = BTreeMap::new();
    let mut bank: BTreeMap<&str, i64> = BTreeMap::new();
    for (account, who, day, amount) in &rows {
        if account == "assets:bank" {
            *bank.entry(day).or_default() += amount;
            continue;
        }
        let sum = sums.entry((account.clone(), who.clone())).or_default();
        *sum -= amount;
        prop_assert!(*sum >= 0, "{account} of {who} is {sum} on {day}");
    }
    let mut sum = 0;
    for (day, amount) in bank {
        sum += amount;
        prop_assert!(sum >= 0, "L5: {sum} on {day}");
    }
    Ok(())
}

fn lives(log: &[(i64, Step)]) -> Result<(), TestCaseError> {
    let fund = fund();
    let mut days = vec![date(2018, 12, 31)];
    for (day, step) in log {
        let today = FIRST + (*day).days();
        fund.on(today);
        days.push(today);
        let (who, use_case) = use_case_of(*step, today);
        match fund.tries(who, use_case.as_ref()) {
            Ok(_) => never_below_zero(&fund)?,
            Err(OpError::Refused(_)) => {}
            Err(error) => prop_assert!(false, "{step:?}: {error}"),
        }
    }
    prop_assert_eq!(fund.sees(ADMINISTRATOR, &Health), []);
    for day in days {
        fund.on(day);
        let capital = fund.sees("odd", &CapitalView).capital;
        prop_assert!(!capital.balances.refunds_owed.is_negative(), "K1 on {day}");
        let line = fund
            .sees(
                "odd",
                &ParticipantView {
                    number: number(GROWN),
                },
            )
            .line;
        let (promised, paid) = (line.promised(), line.row.paid);
        prop_assert!(
            line.potential >= promised && promised >= paid && paid >= Ore::ZERO,
            "C6 on {}: {:?}",
            day,
            line
        );
        prop_assert!(
            !line.standing.has_access() || paid.is_positive(),
            "C5 on {}: {:?}",
            day,
            line
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn c6_c8_l5_no_balance_is_below_zero_on_any_day_whatever_day_a_step_is_taken_on(
        log in proptest::collection::vec((0..120_i64, step()), 4..30),
    ) {
        lives(&log)?;
    }
}

/// What was received on the tenth day is over; on the fifth there is nothing to keep, to pay back or to part.
#[test]
fn c8_what_is_over_is_not_kept_nor_paid_back_on_a_day_before_it_was_received() {
    let fund = fund();
    fund.on(date(2018, 2, 1));
    fund.does("sofie", &answers(GROWN, true));
    fund.on(date(2018, 4, 1));
    let payer = || Payer::Participant(number(GROWN));
    fund.does("sofie", &pays(payer(), Some(kr(30_000))));
    let (before, keep) = (date(2018, 3, 1), Step::Keep { kroner: 1 });
    let refused = |step, who: &str, today| {
        fund.on(today);
        let (_, use_case) = use_case_of(step, today);
        fund.refused(who, use_case.as_ref())
    };
    assert_eq!(refused(keep, "karl", before), "over-too-little");
    assert_eq!(
        refused(Step::Refund { kroner: 2_000 }, "sofie", before),
        "over-too-little"
    );
    fund.on(date(2018, 4, 1));
    let refund = RefundContribution {
        number: number(GROWN),
        amount: Some(kr(2_000)),
    };
    fund.does("sofie", &refund);
    assert_eq!(refused(Step::Approve { id: 1 }, "karl", before), "step-before");
    // 2 000 kr less were asked for then: they are over from the day on which they were received.
    fund.on(before);
    let earlier = RegisterAnswer {
        on: Some(date(2018, 1, 10)),
        reason: "Nytt vedtak".into(),
        ..answers(GROWN, true)
    };
    assert_eq!(fund.refused("sofie", &earlier), "balance-below-zero");
    fund.on(date(2018, 4, 1));
    fund.does("sofie", &earlier);
    let line = fund
        .sees(
            "odd",
            &ParticipantView {
                number: number(GROWN),
            },
        )
        .line;
    assert_eq!((line.row.paid, line.row.over), (kr(20_000), kr(10_000)));
}

/// L7: each step of a proposal's life, and of a disbursement's, is refused on the day before what it rests on.
#[test]
fn l7_no_step_is_dated_before_the_one_that_it_rests_on() {
    let fund = Fund::new();
    fund.on(FIRST);
    fund.funded(kr(1_000_000));
    let reference = fund.draft(project("Innsyn", kr(100_000)));
    fund.does("sofie", &SubmitProposal { reference, on: None });
    // Each step is taken the day after the one that it rests on.
    let rests = |day: i64, who: &str, step: &dyn UseCase| {
        fund.on(FIRST.checked_add((day - 2).days()).unwrap());
        assert_eq!(fund.refused(who, step), "step-before", "{step:?}");
        fund.on(FIRST + day.days());
        fund.does(who, step)
    };
    rests(1, "sofie", &qualify(reference));
    rests(2, "lise", &open_round("2018-1", &[reference]));
    rests(3, "kari", &score(reference, [4; 5]));
    let reveal = RevealRound {
        name: "2018-1".into(),
    };
    fund.on(FIRST + 1.days());
    assert_eq!(fund.refused("lise", &reveal), "step-before");
    fund.on(FIRST + 2.days());
    // S4: neither whose the card is nor of which day it is told.
    let refusal = fund.tries("lise", &reveal).unwrap_err();
    assert_eq!(refusal.refusal().code, "reveal-before-cards");
    assert_eq!(
        refusal.refusal().args,
        [("round", "2018-1".into()), ("date", fund.today().into())]
    );
    fund.on(FIRST + 4.days());
    fund.does("lise", &reveal);
    rests(5, "lise", &approve(reference, kr(100_000)));
    rests(6, "karl", &commit(reference, kr(100_000)));
    let register = RegisterDisbursement {
        on: Some(FIRST + 9.days()),
        ..disburse(reference, kr(50_000))
    };
    let id = rests(7, "sofie", &register).made["id"].as_i64().unwrap();
    rests(8, "karl", &ApproveDisbursement { id });
}

/// C4, L7: a payment isn't dated before the yes, also where it is imported.
#[test]
fn c4_a_payment_is_not_dated_before_the_yes() {
    let fund = fund();
    let (before, yes) = (date(2018, 2, 5), date(2018, 2, 6));
    fund.on(date(2018, 3, 1));
    let answer = |on, joins| RegisterAnswer {
        on: Some(on),
        reason: "Nytt vedtak".into(),
        ..answers(GROWN, joins)
    };
    fund.does("sofie", &answer(yes, true));
    let pay = |on| RegisterPayment {
        on: Some(on),
        ..pays(Payer::Participant(number(GROWN)), Some(kr(100)))
    };
    assert_eq!(fund.refused("sofie", &pay(before)), "step-before");
    let said = ParticipantIntake {
        paid: Some(kr(100)),
        paid_on: Some(before),
        ..row(Kind::Municipality, GROWN)
    };
    let rows = vec![said];
    match fund.tries("sofie", &ImportParticipants { rows, on: None }) {
        Err(OpError::Rows(faults)) => {
            let fault = &faults[0];
            assert_eq!(
                (fault.refusal.code, fault.column.as_str()),
                ("step-before", "paid_on")
            );
        }
        other => panic!("{other:?}"),
    }
    fund.does("sofie", &pay(yes));
    // Nor is any of it waived before.
    let (number, amount, reason) = (number(GROWN), kr(100), "Fordi".into());
    let waive = WaiveRest {
        number,
        amount,
        reason,
    };
    fund.on(before);
    assert_eq!(fund.refused("karl", &waive), "step-before");
    fund.on(date(2018, 3, 1));
    // Between a no and the next yes it has promised nothing.
    fund.does("sofie", &answer(date(2018, 2, 10), false));
    fund.does("sofie", &answer(date(2018, 2, 20), true));
    assert_eq!(fund.refused("sofie", &pay(date(2018, 2, 15))), "step-before");
    fund.does("sofie", &pay(date(2018, 2, 8)));
    fund.does("sofie", &pay(date(2018, 2, 20)));
}

/// S3, M11: who comes to the council or leaves it after the reveal changes nothing of a round that is closed, and who is
/// revoked had the seat until then.
#[test]
fn s3_m11_who_comes_or_goes_later_changes_neither_closed_rounds_nor_the_seats_of_before() {
    let fund = Fund::new();
    let seat = SetSeat {
        number: 1,
        holder: Some("kari".into()),
        substitutes: Vec::new(),
        from: DAY,
        to: None,
    };
    fund.does(ADMINISTRATOR, &seat);
    let reference = fund.qualified(project("Innsyn", kr(100_000)));
    fund.opens("2018-1", &[reference]);
    for handle in ["ola", "lise", "nils"] {
        fund.scores(handle, reference, [4; 5]);
    }
    fund.reveals("2018-1");
    let cards = |fund: &Fund| {
        let line = fund.sees("odd", &Rounds).remove(0);
        (line.submitted, line.expected)
    };
    let holder = |day| fund.on(day).sees("odd", &Seats).remove(0).seat.holder;
    assert_eq!(cards(&fund), (3, 4));
    let later = date(2018, 3, 1);
    fund.on(later);
    fund.does(ADMINISTRATOR, &add("ny", "member"));
    assert_eq!(cards(&fund), (3, 4));
    let handle = "kari".to_owned();
    fund.does(ADMINISTRATOR, &RevokeMember { handle });
    assert_eq!(cards(&fund), (3, 4));
    assert_eq!(holder(later), None);
    assert_eq!(holder(later.yesterday().unwrap()).as_deref(), Some("kari"));
    // In a new one those score who sit in the council then.
    fund.on(later);
    let other = fund.qualified(project("Byggesak", kr(100_000)));
    fund.opens("2018-2", &[other]);
    assert_eq!(fund.sees("odd", &Rounds)[1].expected, 4);
}
