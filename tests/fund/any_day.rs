//! Steps whose business date lies before what is posted already: whatever is done about a contribution, in whatever order and
//! on whatever day, no balance is below zero on any day (C6, C8, K1, L5).

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use kommit::domain::money::Ore;
use kommit::domain::participant::Kind;
use kommit::usecases::views::{CapitalView, Health, ParticipantView};
use kommit::usecases::{
    ApproveDisbursement, ImportParticipants, KeepOverpayment, OpError, Payer, RefundContribution,
    RegisterAnswer, RegisterPayment, ReverseVoucher, UseCase, WaiveRest,
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
    fund.does(
        "sofie",
        &RefundContribution {
            number: number(GROWN),
            amount: Some(kr(2_000)),
        },
    );
    assert_eq!(
        refused(Step::Approve { id: 1 }, "karl", before),
        "over-too-little"
    );
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
