//! Commitments (K): what they may take of what is free, how they are planned, paid out and released. Two sessions at
//! once are in `concurrency`.

use jiff::civil::date;
use kommit::domain::commitment::Instalment;
use kommit::domain::council::Ruling;
use kommit::domain::money::Ore;
use kommit::domain::proposal::{Details, Ref};
use kommit::domain::refusal::Value;
use kommit::i18n::{Lang, Words};
use kommit::present::commitments::{disbursements, list};
use kommit::present::proposals::page;
use kommit::usecases::views::capital_board::CapitalBoard;
use kommit::usecases::views::{CapitalView, Commitments, Disbursements, ProposalView, Vouchers};
use kommit::usecases::{
    ApproveDisbursement, Decide, OpError, RegisterDisbursement, Release, ReverseVoucher, WithdrawDisbursement,
};

use crate::common::claims::{reverse, stop, voucher};
use crate::common::fund::*;

fn innsyn() -> Details {
    project("Innsyn", kr(100_000))
}

fn ready() -> Fund {
    let fund = Fund::new();
    fund.funded(kr(1_000_000));
    fund
}

fn release(reference: Ref, amount: i64) -> Release {
    Release {
        reference,
        amount: kr(amount),
        reason: "Billigere enn ventet".into(),
    }
}

#[test]
fn l6_what_was_registered_by_mistake_is_withdrawn_and_its_money_is_left_for_another() {
    let fund = ready();
    let reference = fund.committed("2018-1", innsyn());
    let id = fund.registered(reference, kr(100_000));
    assert_eq!(
        fund.refused("sofie", &disburse(reference, kr(1))),
        "disbursement-too-much"
    );
    assert!(matches!(
        fund.tries("karl", &WithdrawDisbursement { id }),
        Err(OpError::Denied(_))
    ));
    fund.does("sofie", &WithdrawDisbursement { id });
    assert_eq!(
        fund.refused("sofie", &WithdrawDisbursement { id }),
        "disbursement-withdrawn"
    );
    assert_eq!(
        fund.refused("karl", &ApproveDisbursement { id }),
        "disbursement-withdrawn"
    );
    let id = fund.registered(reference, kr(100_000));
    fund.does("karl", &ApproveDisbursement { id });
    assert_eq!(
        fund.refused("sofie", &WithdrawDisbursement { id }),
        "disbursement-approved"
    );
}

#[test]
fn l6_a_disbursement_is_seen_on_an_earlier_day_as_it_was_then() {
    let fund = ready();
    let reference = fund.committed("2018-1", innsyn());
    let registered = fund.today();
    let approved = registered.tomorrow().unwrap();
    let to_be_paid = RegisterDisbursement {
        on: Some(approved),
        ..disburse(reference, kr(40_000))
    };
    let id = fund.does("sofie", &to_be_paid).made["id"].as_i64().unwrap();
    let other = fund.registered(reference, kr(30_000));
    fund.on(approved);
    fund.does("karl", &ApproveDisbursement { id });
    fund.does("sofie", &WithdrawDisbursement { id: other });
    let on = |day| {
        fund.on(day);
        let listed = fund.sees("odd", &Disbursements).all;
        assert_eq!(
            fund.sees("odd", &ProposalView { reference }).disbursements,
            listed
        );
        let waits: Vec<i64> = listed
            .iter()
            .filter(|one| one.waits())
            .map(|one| one.id)
            .collect();
        let board = fund.sees("odd", &CapitalBoard::default()).waiting;
        assert_eq!(
            board.iter().map(|line| line.disbursement.id).collect::<Vec<_>>(),
            waits
        );
        (listed.len(), waits)
    };
    assert_eq!(on(registered.yesterday().unwrap()), (0, vec![]));
    assert_eq!(on(registered), (2, vec![id, other]));
    assert_eq!(on(approved), (2, vec![]));
}

#[test]
fn l6_what_is_approved_and_dated_ahead_is_shown_until_its_day_and_gone_once_reversed() {
    let fund = ready();
    let reference = fund.committed("2018-1", innsyn());
    let pay_on = fund.today().tomorrow().unwrap();
    let approved = || {
        let id = fund.does(
            "sofie",
            &RegisterDisbursement {
                on: Some(pay_on),
                ..disburse(reference, kr(50_000))
            },
        );
        let id = id.made["id"].as_i64().unwrap();
        let outcome = fund.does("karl", &ApproveDisbursement { id });
        (id, outcome.made["voucher"].as_i64().unwrap())
    };
    let board = || fund.sees("odd", &CapitalBoard::default());
    let ahead = || -> Vec<i64> { board().ahead.iter().map(|line| line.disbursement.id).collect() };
    let (wrong, voucher) = approved();
    assert_eq!(ahead(), [wrong]);
    let reversal = ReverseVoucher {
        voucher,
        reason: "Feil beløp".into(),
        on: Some(pay_on),
    };
    fund.does("sofie", &reversal);
    assert!(ahead().is_empty());
    let (right, _) = approved();
    assert_eq!((ahead(), board().waiting.len()), (vec![right], 0));
    // The lists that commands print say the same.
    let (lists, words) = (fund.sees("odd", &Disbursements), Words::new(Lang::Nb));
    assert_eq!(
        lists.open.ahead.iter().map(|one| one.id).collect::<Vec<_>>(),
        [right]
    );
    assert_eq!(
        disbursements(&lists, &words).foot,
        "1 betales senere: 50\u{a0}000\u{a0}kr"
    );
    assert_eq!(fund.sees("odd", &Commitments), board().commitments);
    // What is on its way isn't registered once more: of four instalments two are left.
    assert_eq!(
        board().commitments[0].next.map(|next| next.amount),
        Some(kr(25_000))
    );
    // What of the rest is on its way is told of, and of the commitment that it is.
    let lines = board().commitments;
    assert_eq!(
        (lines[0].standing.outstanding(), lines[0].waiting),
        (kr(100_000), kr(50_000))
    );
    let foot = list(&lines, &words).foot;
    assert!(foot.contains("venter 50\u{a0}000\u{a0}kr"), "{foot}");
    let rest = fund.does("sofie", &disburse(reference, kr(50_000)));
    let line = &board().commitments[0];
    assert_eq!((line.next, line.waiting), (None, kr(100_000)));
    let id = rest.made["id"].as_i64().unwrap();
    fund.does("karl", &ApproveDisbursement { id });
    assert_eq!(board().commitments[0].waiting, kr(50_000));
    fund.on(pay_on);
    assert!(ahead().is_empty());
    assert_eq!(board().commitments[0].waiting, Ore::ZERO);
}

#[test]
fn k4_what_was_dated_ahead_is_still_so_to_one_who_looks_back_after_it_was_reversed() {
    let fund = ready();
    let reference = fund.committed("2018-1", innsyn());
    let (today, pay_on) = (fund.today(), fund.today().tomorrow().unwrap());
    let mut step = disburse(reference, kr(50_000));
    step.on = Some(pay_on);
    let id = fund.does("sofie", &step).made["id"].as_i64().unwrap();
    let approved = fund.does("karl", &ApproveDisbursement { id });
    let seen = || fund.sees("odd", &Commitments);
    let before = seen();
    fund.on(pay_on.tomorrow().unwrap());
    fund.does("sofie", &reverse(voucher(&approved)));
    fund.on(today);
    assert_eq!(seen(), before);
}

#[test]
fn k4_what_was_approved_after_its_day_is_paid_on_the_days_between_as_the_books_have_it() {
    let fund = ready();
    let reference = fund.committed("2018-1", innsyn());
    let id = fund.registered(reference, kr(60_000));
    let seen = |day| {
        fund.on(day);
        let line = fund.sees("odd", &Commitments).remove(0);
        let waiting = fund.sees("odd", &Disbursements).open.waiting.len();
        (line.standing.disbursed, line.waiting, waiting)
    };
    let between = date(2018, 2, 5);
    assert_eq!(seen(between), (kr(0), kr(60_000), 1));
    fund.on(date(2018, 2, 10))
        .does("karl", &ApproveDisbursement { id });
    assert_eq!(seen(between), (kr(60_000), kr(0), 0));
}

#[test]
fn k4_l7_a_reversal_is_seen_from_the_day_on_which_it_was_registered() {
    let fund = ready();
    let reference = fund.committed("2018-1", innsyn());
    let pay_on = date(2018, 12, 1);
    let step = RegisterDisbursement {
        on: Some(pay_on),
        ..disburse(reference, kr(100_000))
    };
    let id = fund.does("sofie", &step).made["id"].as_i64().unwrap();
    let approved = voucher(&fund.does("karl", &ApproveDisbursement { id }));
    let (before, reversed_on) = (date(2018, 3, 1), date(2018, 4, 1));
    let seen = |day| {
        fund.on(day);
        let next = fund.sees("odd", &Commitments)[0].next;
        let data = fund.sees("odd", &Disbursements);
        let [one] = &data.all[..] else { panic!("{data:?}") };
        let listed = fund.sees("odd", &Vouchers).into_iter();
        let listed = listed.filter(|line| line.voucher >= approved);
        (
            next.map(|next| next.due_on),
            data.open.ahead.len(),
            one.reversed_by(),
            listed.map(|line| line.reversed_by).collect::<Vec<_>>(),
        )
    };
    let stood = (None, 1, None, vec![None]);
    assert_eq!(seen(before), stood);
    fund.on(reversed_on);
    let by = voucher(&fund.does("sofie", &reverse(approved)));
    assert_eq!(seen(before), stood, "it wasn't known then");
    let taken_back = (Some(DAY), 0, Some(by), vec![None, Some(by)]);
    assert_eq!(seen(reversed_on), taken_back);
    assert_eq!(seen(pay_on), taken_back);
}

#[test]
fn l2_l6_a_disbursement_that_was_reversed_says_so_wherever_it_is_listed() {
    let fund = ready();
    let reference = fund.committed("2018-1", innsyn());
    let paid = fund.paid_out(reference, kr(40_000));
    let (day, later) = (fund.today(), date(2018, 3, 1));
    fund.on(later);
    let by = voucher(&fund.does("sofie", &reverse(paid)));
    let words = Words::new(Lang::Nb);
    let said = |day| {
        fund.on(day);
        let listed = disbursements(&fund.sees("odd", &Disbursements), &words);
        let page = page(&fund.sees("odd", &ProposalView { reference }), None, &words);
        [listed, page].map(|document| format!("{document:?}").contains(&format!("reversert med bilag {by}")))
    };
    assert_eq!(said(later), [true; 2]);
    assert_eq!(said(day), [false; 2]);
}

#[test]
fn l1_l2_a_voucher_says_what_it_takes_back_and_one_that_is_dated_ahead_is_listed_from_its_approval_on() {
    let fund = ready();
    let reference = fund.committed("2018-1", innsyn());
    let (today, ahead) = (fund.today(), date(2018, 12, 1));
    let paid = fund.paid_out(reference, kr(40_000));
    let payment = RegisterDisbursement {
        on: Some(ahead),
        ..disburse(reference, kr(30_000))
    };
    let id = fund.does("sofie", &payment).made["id"].as_i64().unwrap();
    fund.on(today.tomorrow().unwrap());
    let approved = voucher(&fund.does("karl", &ApproveDisbursement { id }));
    let reversal = voucher(&fund.does("sofie", &reverse(paid)));
    let on = |day| {
        fund.on(day);
        let vouchers = fund.sees("odd", &Vouchers);
        assert!(vouchers.iter().rev().map(|line| line.voucher).is_sorted());
        for line in &vouchers {
            let sum: Ore = line.postings.iter().map(|posting| posting.amount).sum();
            assert_eq!(sum, Ore::ZERO, "L1");
        }
        let find = |number| vouchers.iter().find(|line| line.voucher == number).cloned();
        [paid, approved, reversal].map(find)
    };
    let [first, none, later] = on(today);
    assert!(none.is_none() && later.is_none());
    assert_eq!(first.unwrap().reversed_by, None);
    let [first, listed, taken_back] = on(today.tomorrow().unwrap());
    assert_eq!(first.unwrap().reversed_by, Some(reversal));
    assert_eq!(taken_back.unwrap().reverses, Some(paid));
    let listed = listed.unwrap();
    assert!(listed.ahead && listed.posted_on == ahead && listed.amount() == kr(30_000));
    assert!(!on(ahead)[1].as_ref().unwrap().ahead);
}

#[test]
fn m7_nobody_is_promised_more_than_was_applied_for() {
    let fund = ready();
    let reference = fund.ranked("2018-1", innsyn());
    assert_eq!(
        fund.refused("lise", &approve(reference, kr(100_001))),
        "amount-above-applied"
    );
    assert_eq!(
        fund.refused("lise", &approve(reference, kr(0))),
        "amount-not-positive"
    );
    fund.does("lise", &approve(reference, kr(50_000)));
    let more = Decide {
        ruling: Ruling::Commit(kr(100_001)),
        reason: "Fordi".into(),
        ..commit(reference, kr(0))
    };
    assert_eq!(fund.refused("karl", &more), "amount-above-applied");
}

#[test]
fn k1_a_commitment_beyond_what_is_free_is_refused_with_what_is_free() {
    let fund = Fund::new();
    fund.funded(kr(1));
    let free = kr(615_801);
    let first = fund.recommended("2018-1", project("Innsyn", free));
    let second = fund.recommended("2018-2", project("Kart", kr(1)));
    fund.does("karl", &commit(first, free));
    match fund.tries("karl", &commit(second, kr(1))) {
        Err(OpError::Refused(refusal)) => {
            assert_eq!((refusal.code, refusal.rule), ("not-enough-free", Some("K1")));
            assert!(refusal.args.contains(&("free", Value::Money(0))));
        }
        other => panic!("{other:?}"),
    }
    // A payment to the project frees nothing; what is released does (L3, K4).
    fund.paid_out(first, kr(600_000));
    assert_eq!(fund.refused("karl", &commit(second, kr(1))), "not-enough-free");
    fund.does("karl", &release(first, 1));
    fund.does("karl", &commit(second, kr(1)));
    assert_eq!(fund.sees("odd", &CapitalView).capital.free_on_hand, kr(0));
}

#[test]
fn l3_a_commitment_takes_of_what_is_free_and_not_of_what_is_in_the_bank() {
    let fund = ready();
    let before = fund.sees("odd", &CapitalView).capital;
    fund.committed("2018-1", innsyn());
    let after = fund.sees("odd", &CapitalView).capital;
    assert_eq!(after.balances, before.balances);
    assert_eq!(after.free_on_hand, before.free_on_hand - kr(100_000));
}

#[test]
fn k4_what_is_not_used_is_released_with_a_reason_and_no_more_than_is_left() {
    let fund = ready();
    let reference = fund.committed("2018-1", innsyn());
    fund.paid_out(reference, kr(30_000));
    assert_eq!(
        fund.refused("karl", &release(reference, 70_001)),
        "release-too-much"
    );
    assert_eq!(
        fund.refused("karl", &release(reference, 0)),
        "amount-not-positive"
    );
    let silent = Release {
        reason: " ".into(),
        ..release(reference, 1)
    };
    assert_eq!(fund.refused("karl", &silent), "text-empty");
    let early = {
        fund.on(date(2018, 1, 31));
        let code = fund.refused("karl", &release(reference, 1));
        fund.on(DAY);
        code
    };
    assert_eq!(early, "step-before");
    fund.does("karl", &release(reference, 70_000));
    let standing = fund.sees("odd", &ProposalView { reference }).commitment.unwrap();
    assert_eq!(
        (
            standing.committed,
            standing.released,
            standing.disbursed,
            standing.outstanding()
        ),
        (kr(100_000), kr(70_000), kr(30_000), kr(0))
    );
    assert_eq!(
        fund.refused("sofie", &disburse(reference, kr(1))),
        "disbursement-too-much"
    );
}

#[test]
fn k4_l2_what_comes_back_later_is_neither_paid_out_released_nor_stopped_before_it_has_come_back() {
    let fund = ready();
    let reference = fund.committed("2018-1", innsyn());
    let voucher = fund.paid_out(reference, kr(100_000));
    let (before, back) = (date(2018, 2, 5), date(2018, 2, 10));
    fund.on(back).does("sofie", &reverse(voucher));
    // All of it was paid out until the tenth.
    let early = |amount| RegisterDisbursement {
        on: Some(before),
        ..disburse(reference, amount)
    };
    assert_eq!(fund.refused("sofie", &early(kr(1))), "disbursement-too-much");
    fund.does("sofie", &disburse(reference, kr(40_000)));
    // The clock has gone back.
    fund.on(before);
    assert_eq!(fund.refused("karl", &release(reference, 1)), "release-too-much");
    assert_eq!(fund.refused("karl", &stop(reference)), "stop-comes-back");
    fund.on(back).does("karl", &release(reference, 60_000));
    for (on, left) in [(before, kr(0)), (back, kr(40_000))] {
        let seen = fund.on(on).sees("odd", &ProposalView { reference });
        assert_eq!(seen.commitment.unwrap().outstanding(), left);
    }
}

#[test]
fn k4_a_plan_by_hand_sums_to_the_commitment_and_the_standard_one_goes_by_quarters() {
    let part = |month, amount| Instalment {
        due_on: date(2018, month, 1),
        amount: kr(amount),
    };
    let fund = ready();
    let reference = fund.recommended("2018-1", innsyn());
    let by_hand = |plan: &[Instalment]| Decide {
        plan: Some(plan.to_vec()),
        ..commit(reference, kr(100_000))
    };
    for (plan, code) in [
        (vec![part(2, 99_999)], "plan-sum"),
        (vec![], "plan-sum"),
        (vec![part(1, 100_000)], "plan-dates"),
        (vec![part(4, 50_000), part(3, 50_000)], "plan-dates"),
        (vec![part(3, 0), part(4, 100_000)], "plan-amount"),
    ] {
        assert_eq!(fund.refused("karl", &by_hand(&plan)), code);
    }
    let standard = fund.copy();
    let plan = [part(3, 10_000), part(9, 90_000)];
    fund.does("karl", &by_hand(&plan));
    assert_eq!(fund.sees("odd", &ProposalView { reference }).plan, plan);
    standard.does("karl", &commit(reference, kr(100_000)));
    let plan = [
        (date(2018, 2, 1), 25_000),
        (date(2018, 4, 1), 25_000),
        (date(2018, 7, 1), 25_000),
        (date(2018, 10, 1), 25_000),
    ];
    let plan = plan.map(|(due_on, amount)| Instalment {
        due_on,
        amount: kr(amount),
    });
    assert_eq!(standard.sees("odd", &ProposalView { reference }).plan, plan);
}

#[test]
fn k4_a_disbursement_is_within_the_commitment_and_not_before_it() {
    let fund = ready();
    let reference = fund.committed("2018-1", innsyn());
    assert_eq!(
        fund.refused("sofie", &disburse(reference, kr(100_001))),
        "disbursement-too-much"
    );
    let early = RegisterDisbursement {
        on: Some(date(2018, 1, 31)),
        ..disburse(reference, kr(1))
    };
    assert_eq!(fund.refused("sofie", &early), "step-before");
    // What waits for approval is spoken for: it can be neither paid out once more nor released.
    let first = fund.registered(reference, kr(60_000));
    let too_much = disburse(reference, kr(40_001));
    assert_eq!(fund.refused("sofie", &too_much), "disbursement-too-much");
    let release = Release {
        reference,
        amount: kr(40_001),
        reason: "Rimeligere enn ventet".into(),
    };
    assert_eq!(fund.refused("karl", &release), "release-too-much");
    let second = fund.registered(reference, kr(40_000));
    let approve = |id| ApproveDisbursement { id };
    fund.does("karl", &approve(first));
    fund.does("karl", &approve(second));
    assert_eq!(fund.refused("karl", &approve(first)), "disbursement-approved");
    assert_eq!(fund.refused("karl", &approve(99)), "disbursement-unknown");
}
