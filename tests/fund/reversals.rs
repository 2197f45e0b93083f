//! A mistake is corrected by a reversal (L2) also where claims rest on it (R1, R2, R4), on a real file: what the adopters
//! are charged follows a cost down, a payment is taken back with what was credited of it since, and what a stopped
//! project gets back is promised to nobody. What can't be undone is refused, and nothing is written then.

use jiff::civil::{Date, date};
use kommit::domain::money::Ore;
use kommit::domain::proposal::{Details, Ref};
use kommit::domain::repayment::Invoice;
use kommit::usecases::views::{CapitalView, Health, ProposalView, SolutionView};
use kommit::usecases::{PayCharge, ReverseVoucher};
use rust_decimal::Decimal;

use crate::common::claims::*;
use crate::common::fund::*;

const REVERSED: Date = date(2018, 3, 10);

/// The file is whole, and the capital is what was paid in (L4).
#[track_caller]
fn is_well(fund: &Fund) {
    assert_eq!(fund.sees(ADMINISTRATOR, &Health), []);
    let balances = fund.sees("odd", &CapitalView).capital.balances;
    assert_eq!(balances.fund_capital(), balances.equity());
}

/// A project of which a first and a second part are paid out, live today; the vouchers of the parts.
fn in_two(model: &str, first: Ore, second: Ore) -> (Fund, Ref, [i64; 2]) {
    let fund = neighbourhood();
    let details = Details {
        price_model: model.parse().unwrap(),
        ..expected("Innsyn", first + second + kr(400), "0")
    };
    let reference = fund.committed("2018-1", details);
    let parts = [first, second].map(|part| fund.paid_out(reference, part));
    fund.does("sofie", &goes_live(reference));
    (fund, reference, parts)
}

/// Shared by one neighbour that is settled with: it bears all.
fn shared_by_one(cost: Ore) -> (Fund, Ref) {
    let fund = neighbourhood();
    let reference = fund.live_for("2018-1", cost, "shared", "0");
    fund.adopts(reference, "0118");
    fund.settles(reference);
    (fund, reference)
}

fn paid(fund: &Fund, amount: Ore) -> i64 {
    voucher(&fund.does("sofie", &pay(Invoice::new(1), Some(amount))))
}

fn reverse_on(voucher: i64, on: Date) -> ReverseVoucher {
    ReverseVoucher {
        on: Some(on),
        ..reverse(voucher)
    }
}

fn text(fund: &Fund, sql: &str) -> String {
    fund.raw().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn r1_l2_shares_follow_a_cost_that_a_reversal_takes_down() {
    let (fund, reference, [_, second]) = in_two("shared", kr(600), kr(400));
    fund.adopts(reference, "0118");
    fund.adopts(reference, "0119");
    fund.settles(reference);
    // 5 000 and 10 000 of 15 000 inhabitants.
    assert_eq!(fund.net(reference, "0118"), Ore::new(33_333));
    fund.does("sofie", &pay(Invoice::new(1), None));
    fund.does("sofie", &pay(Invoice::new(2), Some(kr(200))));
    let outcome = fund.on(REVERSED).does("sofie", &reverse(second));
    // A third and two thirds of 600 kr: the one had paid more, the other's is still unpaid.
    let third = fund.account(reference, "0118");
    assert_eq!(third, (kr(200), kr(200), Ore::new(13_333)));
    assert_eq!(fund.account(reference, "0119"), (kr(400), kr(200), kr(0)));
    assert_eq!(fund.outstanding(reference), kr(200));
    assert_eq!(
        (
            outcome.done,
            &outcome.made["credited_ore"],
            &outcome.made["refunded_ore"]
        ),
        ("done-reversed-lowered", &26_667.into(), &13_333.into())
    );
    let seen = fund.sees("odd", &SolutionView { reference });
    let last = seen.settlements.last().unwrap();
    assert_eq!((last.on, last.cost), (REVERSED, kr(600)));
    assert_eq!(outcome.payload["settlements"], serde_json::json!([last.id]));
    // What came back is promised again, and nothing more follows.
    let standing = fund.sees("odd", &ProposalView { reference }).commitment.unwrap();
    assert_eq!(standing.outstanding(), kr(800));
    let made = fund.settles(reference).made;
    assert_eq!(
        (&made["charged_ore"], &made["credited_ore"], &made["refunded_ore"]),
        (&0.into(), &0.into(), &0.into())
    );
    is_well(&fund);
}

#[test]
fn r1_l2_what_has_come_back_of_a_cost_that_is_taken_back_is_owed_from_the_day_of_the_reversal() {
    let (fund, reference, [_, second]) = in_two("shared", kr(600), kr(400));
    fund.adopts(reference, "0118");
    fund.settles(reference);
    fund.does("sofie", &pay(Invoice::new(1), None));
    fund.on(REVERSED);
    fund.settles(reference);
    fund.on(date(2018, 3, 12));
    fund.does("sofie", &reverse_on(second, date(2018, 3, 5)));
    assert_eq!(fund.account(reference, "0118"), (kr(600), kr(600), kr(400)));
    // Nothing was outstanding, and without the credit of the same day it would have been less than nothing.
    assert_eq!(fund.outstanding(reference), kr(0));
    let days = "SELECT (SELECT max(on_date) FROM credits) || ' ' || max(on_date) FROM settlements";
    assert_eq!(text(&fund, days), "2018-03-05 2018-03-10");
    is_well(&fund);
}

#[test]
fn r1_l2_who_is_not_charged_yet_is_charged_of_what_is_left_of_the_cost_unless_the_project_is_stopped() {
    let (fund, reference, [_, second]) = in_two("shared", kr(600), kr(400));
    fund.adopts(reference, "0118");
    fund.settles(reference);
    fund.adopts(reference, "0119");
    let stopped = fund.copy();
    let made = fund.does("sofie", &reverse(second)).made;
    assert_eq!(
        made["invoices"],
        serde_json::json!([{ "number": "0119", "invoice": "K-0002", "amount_ore": 40_000 }])
    );
    assert_eq!(
        (fund.net(reference, "0118"), fund.net(reference, "0119")),
        (kr(200), kr(400))
    );
    is_well(&fund);
    // Nobody is charged for what is stopped; who is bears what is left.
    stopped.does("karl", &stop(reference));
    let made = stopped.does("sofie", &reverse(second)).made;
    assert_eq!(made["invoices"], serde_json::json!([]));
    assert_eq!(
        (stopped.net(reference, "0118"), stopped.net(reference, "0119")),
        (kr(600), kr(0))
    );
    is_well(&stopped);
}

#[test]
fn l2_a_solution_stays_when_all_that_it_was_paid_is_taken_back() {
    let (fund, reference) = shared_by_one(kr(1_000));
    let all = fund.number("SELECT max(voucher) FROM vouchers WHERE event = 'disbursement'");
    fund.does("sofie", &reverse(all));
    let solution = fund.sees("odd", &SolutionView { reference });
    assert_eq!(
        (solution.line.cost, solution.line.recovered()),
        (Ore::ZERO, Decimal::ZERO)
    );
    assert_eq!(solution.adopters.len(), 1);
    assert!(fund.adopts(reference, "0122").is_none());
    is_well(&fund);
}

#[test]
fn r2_l2_what_comes_back_to_a_commitment_is_paid_again_and_credits_nobody_until_the_project_is_stopped() {
    let (fund, reference, [first, second]) = in_two(DIGIORDEN, kr(75_000), kr(50_000));
    fund.adopts(reference, "0111");
    fund.on(date(2018, 3, 2));
    fund.adopts(reference, "0118");
    let large = fund.adopts(reference, "0121").unwrap();
    let nets = |fund: &Fund| ["0111", "0118", "0121"].map(|number| fund.net(reference, number));
    assert_eq!(nets(&fund), [kr(25_000), kr(40_000), kr(60_000)]);
    fund.does("sofie", &pay(large, Some(kr(45_000))));
    fund.on(REVERSED);
    let slip = fund.paid_out(reference, kr(400));
    let made = fund.does("sofie", &reverse(slip)).made;
    assert_eq!(nets(&fund), [kr(25_000), kr(40_000), kr(60_000)]);
    assert_eq!(made["credited_ore"], 0);
    fund.does("karl", &stop(reference));
    let made = fund.does("sofie", &reverse(second)).made;
    // 50 000 kr of the 125 000 that are charged, each in proportion to its own.
    assert_eq!(nets(&fund), [kr(15_000), kr(24_000), kr(36_000)]);
    assert_eq!(
        fund.account(reference, "0121"),
        (kr(36_000), kr(36_000), kr(9_000))
    );
    assert_eq!(
        (&made["credited_ore"], &made["refunded_ore"]),
        (&4_100_000.into(), &900_000.into())
    );
    assert_eq!(fund.outstanding(reference), kr(39_000));
    is_well(&fund);
    fund.does("sofie", &reverse(first));
    assert_eq!(nets(&fund), [kr(0); 3]);
    assert_eq!(fund.account(reference, "0121"), (kr(0), kr(0), kr(45_000)));
    assert_eq!(fund.outstanding(reference), kr(0));
    is_well(&fund);
}

#[test]
fn r2_l2_a_reversal_of_before_a_later_disbursement_leaves_what_will_be_paid_out() {
    let (fund, reference, [first, _]) = in_two("fixed:900", kr(600), kr(400));
    fund.adopts(reference, "0111");
    fund.on(REVERSED);
    fund.paid_out(reference, kr(100));
    fund.does("sofie", &reverse_on(first, START));
    assert_eq!(fund.net(reference, "0111"), kr(900));
    is_well(&fund);
}

#[test]
fn k4_l2_what_a_stopped_project_gets_back_is_released_again() {
    let (fund, reference, [_, second]) = in_two("fixed:500", kr(400), kr(200));
    let invoice = fund.adopts(reference, "0111").unwrap();
    fund.does("sofie", &pay(invoice, Some(kr(150))));
    // 450 kr are outstanding, of which 350 are charged and unpaid.
    fund.does("karl", &stop(reference));
    assert_eq!(
        (fund.outstanding(reference), fund.lost(reference)),
        (kr(350), kr(100))
    );
    let free = |fund: &Fund| fund.sees("odd", &CapitalView).capital.free_on_hand;
    let before = free(&fund);
    fund.on(REVERSED);
    let outcome = fund.does("sofie", &reverse(second));
    assert_eq!(outcome.warning.unwrap().code, "warning-released-again");
    assert_eq!(
        (&outcome.made["released_ore"], &outcome.made["credited_ore"]),
        (&20_000.into(), &10_000.into())
    );
    let standing = fund.sees("odd", &ProposalView { reference }).commitment.unwrap();
    assert_eq!((standing.released, standing.outstanding()), (kr(600), kr(0)));
    assert_eq!(free(&fund), before + kr(200));
    let reason = text(&fund, "SELECT reason FROM releases ORDER BY id DESC LIMIT 1");
    assert_eq!(
        reason,
        format!("Prosjektet er stoppet, og bilag {second} er reversert: Feil konto")
    );
    // What is left of the charge covers what is outstanding, and then the loss.
    assert_eq!(fund.account(reference, "0111"), (kr(400), kr(150), kr(0)));
    assert_eq!(fund.outstanding(reference), kr(150));
    fund.does("sofie", &pay(invoice, None));
    assert_eq!(
        (fund.outstanding(reference), fund.lost(reference)),
        (kr(0), kr(0))
    );
    is_well(&fund);
}

#[test]
fn k4_l2_what_came_back_before_a_project_was_stopped_is_released_from_when_it_was() {
    let (fund, reference, [_, second]) = in_two("fixed:500", kr(400), kr(200));
    fund.on(REVERSED);
    fund.does("karl", &stop(reference));
    // All of it was written off then.
    assert_eq!(
        fund.refused("sofie", &reverse_on(second, START)),
        "reversal-repaid"
    );
    let lost = fund.number("SELECT voucher FROM vouchers WHERE event = 'write_off'");
    fund.does("sofie", &reverse(lost));
    fund.does("sofie", &reverse_on(second, START));
    let left = |on| {
        let seen = fund.on(on).sees("odd", &ProposalView { reference });
        seen.commitment.unwrap().outstanding()
    };
    assert_eq!(left(date(2018, 3, 9)), kr(600));
    assert_eq!(left(REVERSED), kr(0));
    is_well(&fund);
}

#[test]
fn l2_l4_a_disbursement_of_a_stopped_project_is_not_reversed_on_a_day_on_which_its_loss_still_stands() {
    let (fund, reference, [first, _]) = in_two("fixed:500", kr(400), kr(200));
    let later = date(2018, 3, 5);
    fund.adopts(reference, "0111");
    // 600 kr are outstanding, of which 500 are charged.
    fund.does("karl", &stop(reference));
    assert_eq!(
        (fund.outstanding(reference), fund.lost(reference)),
        (kr(500), kr(100))
    );
    fund.on(REVERSED);
    let lost = fund.number("SELECT voucher FROM vouchers WHERE event = 'write_off'");
    fund.does("sofie", &reverse_on(lost, later));
    // 500 kr less 600 on the days before.
    let both = |fund: &Fund, on| {
        fund.does("sofie", &reverse_on(first, on));
    };
    let before = fund.copy();
    before.on(REVERSED);
    both(&before, START);
    is_well(&before);
    let second =
        before.number("SELECT max(voucher) FROM vouchers WHERE event = 'disbursement' AND reverses IS NULL");
    assert_eq!(
        before.refused("sofie", &reverse_on(second, START)),
        "reversal-repaid"
    );
    before.does("sofie", &reverse_on(second, later));
    assert_eq!(
        (before.outstanding(reference), before.lost(reference)),
        (kr(0), kr(0))
    );
    is_well(&before);
}

#[test]
fn l2_l4_a_disbursement_that_was_written_off_is_not_reversed_and_no_charge_is_lowered_by_the_attempt() {
    let (fund, reference, [large, small]) = in_two("fixed:600", kr(600), kr(400));
    let invoice = fund.adopts(reference, "0111").unwrap();
    fund.does("karl", &write_off(reference, kr(800)));
    let before = fund.dump();
    for part in [large, small] {
        assert_eq!(fund.refused("sofie", &reverse(part)), "reversal-repaid");
    }
    assert_eq!(fund.dump(), before);
    let lost = fund.number("SELECT voucher FROM vouchers WHERE event = 'write_off'");
    fund.does("sofie", &reverse(lost));
    assert_eq!(fund.lost(reference), kr(0));
    // The charge is no more than what is left of the cost, and stands.
    assert_eq!(fund.does("sofie", &reverse(small)).done, "done-reversed");
    assert_eq!(
        (fund.outstanding(reference), fund.net(reference, "0111")),
        (kr(600), kr(600))
    );
    fund.does("sofie", &pay(invoice, None));
    assert_eq!(fund.outstanding(reference), kr(0));
    is_well(&fund);
}

#[test]
fn r1_l2_a_payment_is_reversed_with_what_was_credited_of_it_and_a_credit_never_by_itself() {
    let (fund, reference) = shared_by_one(kr(1_000));
    let all = paid(&fund, kr(1_000));
    fund.on(date(2018, 3, 5));
    fund.adopts(reference, "0119");
    fund.settles(reference);
    // 5 000 of 15 000 inhabitants: two thirds are owed back.
    assert_eq!(fund.owed(reference, "0118"), Ore::new(66_667));
    let credit = fund.number("SELECT voucher FROM vouchers WHERE event = 'credit'");
    assert_eq!(fund.refused("sofie", &reverse(credit)), "voucher-is-credit");
    fund.on(REVERSED);
    let outcome = fund.does("sofie", &reverse(all));
    assert_eq!(
        (outcome.done, &outcome.made["refunded_ore"]),
        ("done-reversed-with-credits", &0.into())
    );
    assert_eq!(outcome.made["credits_reversed"], serde_json::json!([credit]));
    // The charge is as low as it was made.
    assert_eq!(fund.account(reference, "0118"), (Ore::new(33_333), kr(0), kr(0)));
    assert_eq!(fund.outstanding(reference), kr(1_000));
    assert_eq!(fund.refused("sofie", &reverse(credit)), "voucher-reversed");
    is_well(&fund);
    fund.does("sofie", &pay(Invoice::new(1), None));
    assert_eq!(fund.outstanding(reference), Ore::new(66_667));
    is_well(&fund);
}

/// Paid with 600 and 400 kr, and two thirds of it owed back since; the voucher of the 400 kr.
fn credited() -> (Fund, Ref, i64) {
    let (fund, reference) = shared_by_one(kr(1_000));
    paid(&fund, kr(600));
    let second = paid(&fund, kr(400));
    fund.on(date(2018, 3, 5));
    fund.adopts(reference, "0119");
    fund.settles(reference);
    fund.on(REVERSED);
    (fund, reference, second)
}

#[test]
fn r1_l2_what_is_still_paid_beyond_the_charge_is_owed_back_again() {
    let (fund, reference, second) = credited();
    let outcome = fund.does("sofie", &reverse(second));
    // 600 kr are paid of 333,33.
    let share = Ore::new(33_333);
    assert_eq!(fund.account(reference, "0118"), (share, share, kr(600) - share));
    assert_eq!(outcome.made["refunded_ore"], 26_667);
    assert_eq!(fund.outstanding(reference), kr(1_000) - share);
    is_well(&fund);
    // What was owed back again is taken back again.
    let first = fund.number("SELECT min(voucher) FROM vouchers WHERE event = 'repayment'");
    fund.does("sofie", &reverse(first));
    assert_eq!(fund.account(reference, "0118"), (share, kr(0), kr(0)));
    is_well(&fund);
}

#[test]
fn r1_l2_no_more_credits_are_taken_back_than_there_would_be_too_little_paid_for() {
    let (fund, reference) = shared_by_one(kr(1_000));
    paid(&fund, kr(700));
    let second = paid(&fund, kr(300));
    for (day, newcomer) in [(5, "0119"), (6, "0111")] {
        fund.on(date(2018, 3, day));
        fund.adopts(reference, newcomer);
        fund.settles(reference);
    }
    // 5 000 of 15 000 inhabitants, and then of 19 999.
    assert_eq!(fund.paid(reference, "0118"), Ore::new(25_001));
    let latest = fund.number("SELECT max(voucher) FROM vouchers WHERE event = 'credit'");
    fund.on(REVERSED);
    let made = fund.does("sofie", &reverse(second)).made;
    assert_eq!(made["credits_reversed"], serde_json::json!([latest]));
    // The first credit took 666,67 off the thousand.
    assert_eq!(
        fund.account(reference, "0118"),
        (Ore::new(25_001), Ore::new(3_333), Ore::new(66_667))
    );
    is_well(&fund);
}

#[test]
fn r4_l2_a_payment_is_not_reversed_when_what_was_credited_of_it_has_been_paid_back() {
    let (fund, reference, second) = credited();
    let enough = fund.copy();
    fund.does("sofie", &refund(reference, "0118", Some(Ore::new(26_668))));
    let before = fund.dump();
    assert_eq!(fund.refused("sofie", &reverse(second)), "reversal-refunded");
    assert_eq!(fund.dump(), before);
    is_well(&fund);
    // One øre less, and what has been paid back is what is owed back all the same.
    enough.does("sofie", &refund(reference, "0118", Some(Ore::new(26_667))));
    enough.does("sofie", &reverse(second));
    assert_eq!(enough.owed(reference, "0118"), kr(0));
    is_well(&enough);
}

#[test]
fn r4_l2_on_no_day_is_less_than_nothing_paid_on_a_charge() {
    let (fund, reference) = shared_by_one(kr(300));
    let (first, second) = (paid(&fund, kr(50)), paid(&fund, kr(250)));
    fund.on(date(2018, 3, 5));
    fund.adopts(reference, "0124");
    fund.settles(reference);
    // Bears 5 000 of 57 017 inhabitants.
    let share = Ore::new(2_631);
    assert_eq!(fund.account(reference, "0118"), (share, share, kr(300) - share));
    fund.on(REVERSED);
    fund.does("sofie", &reverse(second));
    assert_eq!(fund.account(reference, "0118"), (share, share, kr(50) - share));
    // What was credited is taken back from that day on; on the days before it there isn't enough to take back.
    let before = fund.dump();
    let between = reverse_on(first, date(2018, 3, 7));
    assert_eq!(fund.refused("sofie", &between), "reversal-credited");
    assert_eq!(fund.dump(), before);
    fund.does("sofie", &reverse(first));
    assert_eq!(fund.account(reference, "0118"), (share, kr(0), kr(0)));
    is_well(&fund);
}

#[test]
fn r4_a_slip_of_before_a_credit_is_owed_back_where_no_payment_was_reversed() {
    let (fund, reference) = shared_by_one(kr(300));
    let day = fund.today();
    paid(&fund, kr(300));
    fund.on(date(2018, 3, 8));
    fund.adopts(reference, "0124");
    fund.settles(reference);
    // Bears 5 000 of 57 017 inhabitants.
    let share = Ore::new(2_631);
    assert_eq!(fund.account(reference, "0118"), (share, share, kr(300) - share));
    let slip = PayCharge {
        on: Some(day),
        ..pay(Invoice::new(1), Some(kr(50)))
    };
    assert_eq!(fund.does("sofie", &slip).made["refund_owed_ore"], 5_000);
    assert_eq!(fund.account(reference, "0118"), (share, share, kr(350) - share));
    is_well(&fund);
}

#[test]
fn r4_a_payment_after_a_credit_that_was_taken_back_is_not_owed_back() {
    let fund = neighbourhood();
    let reference = fund.live("2018-1", kr(1_000), "fixed:600");
    let invoice = fund.adopts(reference, "0111").unwrap();
    fund.on(date(2018, 3, 4));
    let all = paid(&fund, kr(600));
    // One more on the same day: 500 kr each.
    fund.does("sofie", &adopt_on(reference, "0118", START));
    assert_eq!(fund.account(reference, "0111"), (kr(500), kr(500), kr(100)));
    fund.on(REVERSED);
    fund.does("sofie", &reverse(all));
    // Until then the charge was paid, so that it isn't paid once more on a day before.
    let late = PayCharge {
        on: Some(date(2018, 3, 3)),
        ..pay(invoice, None)
    };
    assert_eq!(fund.refused("sofie", &late), "payment-before-reversal");
    assert_eq!(fund.does("sofie", &pay(invoice, None)).made["refund_owed_ore"], 0);
    assert_eq!(fund.account(reference, "0111"), (kr(500), kr(500), kr(0)));
    is_well(&fund);
}
