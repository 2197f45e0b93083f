//! What adopters bear of a cost: up to what it will be under a price list, and no more when that falls (R2); charges of the
//! day on which they are registered (section 6); and what a loss makes of a project (section 10).

use std::collections::BTreeMap;

use jiff::civil::date;
use kommit::domain::intake::{AdoptionIntake, ParticipantIntake};
use kommit::domain::money::Ore;
use kommit::domain::participant::Kind;
use kommit::domain::proposal::{Details, Ref, Stage};
use kommit::exchange;
use kommit::usecases::views::{Charges, Health, ProposalView, SolutionView};
use kommit::usecases::{ImportAdoptions, ImportParticipants, RecordGoLive, Release};

use crate::common::claims::*;
use crate::common::fund::*;

#[track_caller]
fn is_well(fund: &Fund) {
    assert_eq!(fund.sees(ADMINISTRATOR, &Health), []);
}

/// A solution with a price list that is live when a part of its commitment is paid out.
fn live_in_part(model: &str, committed: Ore, paid: Ore) -> (Fund, Ref) {
    let fund = neighbourhood();
    let details = Details {
        price_model: model.parse().unwrap(),
        ..project("Digiorden", committed)
    };
    let reference = fund.committed("2018-1", details);
    fund.paid_out(reference, paid);
    fund.does("sofie", &goes_live(reference));
    (fund, reference)
}

fn release(reference: Ref, amount: Ore) -> Release {
    Release {
        reference,
        amount,
        reason: "Billigere enn ventet".into(),
    }
}

fn stage(fund: &Fund, reference: Ref) -> Stage {
    let shown = fund.sees("odd", &ProposalView { reference }).row.proposal.stage;
    let listed = fund.sees("odd", &SolutionView { reference }).line.proposal.stage;
    assert_eq!(shown, listed);
    shown
}

#[test]
fn r2_all_that_the_commitment_pays_out_is_charged_also_what_is_paid_after_go_live() {
    let fund = Fund::new();
    let everybody = exchange::participants(include_bytes!("../../assets/data/participants-2017.csv"));
    let mut rows = everybody.whole().unwrap();
    rows.retain(|row| row.kind == Some(Kind::Municipality));
    for row in &mut rows {
        row.joins = Some(true);
        row.paid = row.population.map(|people| kr(i64::from(people) * 20));
    }
    let all: Vec<ParticipantIntake> = rows.clone();
    fund.does("sofie", &ImportParticipants { rows, on: None });
    let details = Details {
        price_model: DIGIORDEN.parse().unwrap(),
        ..project("Digiorden", kr(16_000_000))
    };
    let reference = fund.committed("2018-1", details);
    for _ in 0..2 {
        fund.paid_out(reference, kr(4_000_000));
    }
    fund.does("sofie", &goes_live(reference));
    let rows = all.iter().map(|row| AdoptionIntake {
        line: row.line,
        reference,
        number: row.number.clone(),
        adopted_on: Some(DAY),
        paid_on: None,
        paid: None,
    });
    fund.does("sofie", &ImportAdoptions { rows: rows.collect() });
    // 25 000, 40 000 and 60 000 kr counted over the file: 15 925 000 kr, of the 16 millions that it will cost.
    assert_eq!(fund.net(reference, ALL), kr(15_925_000));
    is_well(&fund);
    // Who pays before the rest is paid out pays in advance.
    for charge in fund.sees("odd", &Charges) {
        fund.does("sofie", &pay(charge.charge.invoice, None));
    }
    assert_eq!(fund.outstanding(reference), kr(8_000_000 - 15_925_000));
    assert_eq!(
        (fund.lost(reference), stage(&fund, reference)),
        (kr(0), Stage::Repaid)
    );
    fund.paid_out(reference, kr(8_000_000));
    assert_eq!(fund.outstanding(reference), kr(75_000));
    assert_eq!(stage(&fund, reference), Stage::Live);
    is_well(&fund);
}

#[test]
fn r2_a_release_credits_what_is_charged_beyond_the_cost_in_proportion() {
    let (fund, reference) = live_in_part("fixed:60000", kr(100_000), kr(40_000));
    let first = fund.adopts(reference, "0111").unwrap();
    fund.on(date(2018, 3, 2));
    fund.adopts(reference, "0118");
    fund.on(date(2018, 3, 3));
    assert!(fund.adopts(reference, "0119").is_none(), "100 000 kr are charged");
    assert_eq!(fund.net(reference, "0118"), kr(40_000));
    fund.does("sofie", &pay(first, None));
    assert_eq!(fund.outstanding(reference), kr(-20_000));
    let made = fund.does("karl", &release(reference, kr(30_000))).made;
    // 30 000 kr of 100 000: 18 000 of 60 000, which are paid, and 12 000 of 40 000, which are not.
    assert_eq!(
        fund.account(reference, "0111"),
        (kr(42_000), kr(42_000), kr(18_000))
    );
    assert_eq!(fund.account(reference, "0118"), (kr(28_000), kr(0), kr(0)));
    assert_eq!(
        (&made["credited_ore"], &made["refunded_ore"]),
        (&1_200_000.into(), &1_800_000.into())
    );
    assert_eq!(fund.outstanding(reference), kr(-2_000));
    is_well(&fund);
    // What is left of the commitment goes too: 40 000 kr is the cost, of 70 000 charged.
    let made = fund.does("karl", &release(reference, kr(30_000))).made;
    assert_eq!(
        (&made["credited_ore"], &made["refunded_ore"]),
        (&1_200_000.into(), &1_800_000.into())
    );
    assert_eq!(
        fund.account(reference, "0111"),
        (kr(24_000), kr(24_000), kr(36_000))
    );
    assert_eq!(fund.account(reference, "0118"), (kr(16_000), kr(0), kr(0)));
    assert_eq!(fund.outstanding(reference), kr(16_000));
    is_well(&fund);
}

#[test]
fn r2_what_is_stopped_costs_what_was_paid_out_and_the_rest_of_what_is_charged_is_credited() {
    let (fund, reference) = live_in_part("fixed:60000", kr(100_000), kr(40_000));
    fund.adopts(reference, "0111");
    fund.on(date(2018, 3, 2));
    fund.adopts(reference, "0118");
    let foreseen = fund.sees("odd", &SolutionView { reference }).stopping;
    assert_eq!(
        (foreseen.released, foreseen.credited, foreseen.lost),
        (kr(60_000), kr(60_000), kr(0))
    );
    let made = fund.does("karl", &stop(reference)).made;
    assert_eq!(
        (
            &made["released_ore"],
            &made["credited_ore"],
            &made["written_off_ore"]
        ),
        (&6_000_000.into(), &6_000_000.into(), &0.into())
    );
    assert_eq!(fund.net(reference, "0111"), kr(24_000));
    assert_eq!(fund.net(reference, "0118"), kr(16_000));
    is_well(&fund);
}

#[test]
fn r2_the_surplus_is_parted_to_the_ore_by_largest_remainder() {
    let (fund, reference) = live_in_part("fixed:100", kr(1_000), kr(299));
    for number in ["0111", "0118", "0119"] {
        fund.adopts(reference, number);
    }
    fund.does("karl", &release(reference, kr(701)));
    // One krone over three: 33, 33 and 34 øre, the odd one to the lowest number.
    let nets = ["0111", "0118", "0119"].map(|number| fund.net(reference, number).ore());
    assert_eq!(nets, [9_966, 9_967, 9_967]);
    is_well(&fund);
}

#[test]
fn r2_r3_another_of_the_same_day_lowers_the_others_and_never_raises_them_also_under_more_room() {
    let (fund, reference) = live_in_part("fixed:60000", kr(90_000), kr(90_000));
    fund.adopts(reference, "0111");
    fund.adopts(reference, "0118");
    assert_eq!(fund.net(reference, "0111"), kr(45_000));
    fund.adopts(reference, "0119");
    let nets = |fund: &Fund| ["0111", "0118", "0119"].map(|number| fund.net(reference, number));
    assert_eq!(nets(&fund), [kr(30_000); 3]);
    fund.on(date(2018, 3, 5));
    assert!(fund.adopts(reference, "0122").is_none());
    is_well(&fund);
}

#[test]
fn section_6_a_charge_is_issued_on_the_day_on_which_it_is_registered() {
    let (fund, reference) = live_in_part("fixed:100", kr(1_000), kr(1_000));
    fund.on(date(2018, 9, 3));
    fund.does("sofie", &adopt_on(reference, "0111", START));
    let charge = fund.sees("odd", &Charges)[0].charge.clone();
    assert_eq!(
        (charge.issued_on, charge.due_on),
        (date(2018, 9, 3), date(2018, 10, 3))
    );
    assert_eq!(
        fund.refused("sofie", &remind(charge.invoice)),
        "remind-not-overdue"
    );
    // Money that came before the bill is of its own day, and not of before the adoption.
    let early = |on| kommit::usecases::PayCharge {
        on: Some(on),
        ..pay(charge.invoice, Some(kr(40)))
    };
    let before = START.yesterday().unwrap();
    assert_eq!(fund.refused("sofie", &early(before)), "payment-before-charge");
    fund.does("sofie", &early(START));
    is_well(&fund);
    let shared = fund.live_for("2018-2", kr(10_000), "shared", "0");
    fund.adopts(shared, "0111");
    fund.on(date(2018, 9, 20));
    fund.does("sofie", &settle(shared, Some(date(2018, 9, 3))));
    let issued: BTreeMap<_, _> = fund
        .sees("odd", &Charges)
        .iter()
        .map(|line| (line.charge.reference, line.charge.issued_on))
        .collect();
    assert_eq!(issued[&shared], date(2018, 9, 20));
    is_well(&fund);
}

#[test]
fn section_10_a_total_loss_is_written_off_and_may_be_stopped() {
    let (fund, reference) = live_in_part("fixed:100", kr(1_000), kr(1_000));
    fund.does("karl", &write_off(reference, kr(1_000)));
    assert_eq!(stage(&fund, reference), Stage::WrittenOff);
    // It is adopted like one that is live, and what comes in makes the loss good.
    let invoice = fund.adopts(reference, "0111").unwrap();
    fund.does("sofie", &pay(invoice, None));
    assert_eq!(
        (fund.outstanding(reference), fund.lost(reference)),
        (kr(0), kr(900))
    );
    assert_eq!(stage(&fund, reference), Stage::WrittenOff);
    fund.does("karl", &stop(reference));
    assert_eq!(stage(&fund, reference), Stage::Stopped);
    assert_eq!(
        fund.refused("sofie", &adopt(reference, "0118")),
        "step-out-of-turn"
    );
    is_well(&fund);
}

#[test]
fn section_10_what_is_repaid_with_no_loss_left_is_repaid() {
    let (fund, reference) = live_in_part("fixed:1000", kr(1_000), kr(1_000));
    fund.does("karl", &write_off(reference, kr(400)));
    assert_eq!(stage(&fund, reference), Stage::Live);
    let invoice = fund.adopts(reference, "0111").unwrap();
    fund.does("sofie", &pay(invoice, Some(kr(600))));
    assert_eq!(stage(&fund, reference), Stage::WrittenOff);
    fund.does("sofie", &pay(invoice, Some(kr(400))));
    assert_eq!(stage(&fund, reference), Stage::Repaid);
    assert_eq!(fund.refused("karl", &stop(reference)), "step-out-of-turn");
    is_well(&fund);
}

#[test]
fn section_10_a_loss_before_go_live_is_adopted_only_with_a_go_live_date() {
    let fund = neighbourhood();
    let reference = fund.committed("2018-1", project("Innsyn", kr(1_000)));
    fund.paid_out(reference, kr(600));
    fund.does("karl", &write_off(reference, kr(600)));
    assert_eq!(stage(&fund, reference), Stage::WrittenOff);
    assert_eq!(
        fund.refused("sofie", &adopt(reference, "0111")),
        "solution-missing"
    );
    fund.paid_out(reference, kr(300));
    assert_eq!(stage(&fund, reference), Stage::Developing);
    fund.does("karl", &write_off(reference, kr(300)));
    fund.does("sofie", &goes_live(reference));
    assert_eq!(stage(&fund, reference), Stage::WrittenOff);
    let again = RecordGoLive {
        on: Some(START),
        ..goes_live(reference)
    };
    assert_eq!(fund.refused("sofie", &again), "live-already");
    fund.does("sofie", &adopt(reference, "0111"));
    fund.does("karl", &stop(reference));
    is_well(&fund);
}
