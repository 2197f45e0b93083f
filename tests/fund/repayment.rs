//! A solution pays the fund back (C5, R1, R2, R4, L4) on a real file: who may take it into use, what each is charged,
//! credited and refunded, what is paid and reminded of, and what becomes of what never comes back. What holds whatever
//! is done, and in whatever order, is in `shares`.

use jiff::ToSpan;
use jiff::civil::date;
use kommit::domain::intake::{AdoptionIntake, LedgerIntake};
use kommit::domain::ledger::Account;
use kommit::domain::money::Ore;
use kommit::domain::participant::Number;
use kommit::domain::proposal::{Benefit, Details, Ref, Stage};
use kommit::domain::repayment::{ChargeStanding, Invoice};
use kommit::usecases::ReverseVoucher;
use kommit::usecases::views::{Charges, Health, ProposalView, SolutionView, Solutions};
use kommit::usecases::{
    Adopt, ClosePeriod, ImportAdoptions, ImportLedger, ImportParticipants, OpError, PayCharge, PayRefund,
    Payer, RecordGoLive, Remind, RemindAll,
};
use serde_json::json;

use crate::common::claims::*;
use crate::common::fund::*;

fn stage(fund: &Fund, reference: Ref) -> Stage {
    fund.sees("odd", &ProposalView { reference }).row.proposal.stage
}

fn standing(fund: &Fund, invoice: Invoice) -> ChargeStanding {
    let charges = fund.sees("odd", &Charges);
    let line = charges.iter().find(|line| line.charge.invoice == invoice);
    line.unwrap().standing
}

#[track_caller]
fn is_well(fund: &Fund) {
    assert_eq!(fund.sees(ADMINISTRATOR, &Health), []);
}

/// A thousand kroner shared by all the neighbours, all of whom are expected.
fn shared(cost: Ore, uptake: &str) -> (Fund, Ref) {
    let fund = neighbourhood();
    let reference = fund.live_for("2018-1", cost, "shared", uptake);
    (fund, reference)
}

#[test]
fn c5_only_who_has_paid_in_full_by_the_day_takes_a_solution_into_use() {
    let fund = neighbourhood();
    let reference = fund.live("2018-1", kr(1_000), "fixed:10");
    let before = fund.dump();
    let adopts = adopt(reference, HALDEN);
    assert_eq!(fund.refused("sofie", &adopts), "adoption-without-access");
    assert_eq!(fund.dump(), before);
    fund.does("sofie", &answers(HALDEN, true));
    assert_eq!(fund.refused("sofie", &adopts), "adoption-without-access");
    let part = pays(Payer::Participant(number(HALDEN)), Some(kr(615_799)));
    fund.does("sofie", &part);
    assert_eq!(fund.refused("sofie", &adopts), "adoption-without-access");
    fund.on(date(2018, 3, 10));
    fund.does("sofie", &pays(Payer::Participant(number(HALDEN)), None));
    // The day counts, not what is known by now.
    let early = adopt_on(reference, HALDEN, date(2018, 3, 9));
    assert_eq!(fund.refused("sofie", &early), "adoption-without-access");
    fund.does("sofie", &adopt_on(reference, HALDEN, date(2018, 3, 10)));
    // A contribution that is taken back gives no access to a day before that either.
    fund.does("sofie", &answers(MOSS, true));
    let paid = fund.does("sofie", &pays(Payer::Participant(number(MOSS)), None));
    let voucher = paid.made["voucher"].as_i64().unwrap();
    fund.on(date(2018, 3, 12));
    let reason = "Aldri kommet".into();
    fund.does(
        "sofie",
        &ReverseVoucher {
            voucher,
            reason,
            on: None,
        },
    );
    let early = adopt_on(reference, MOSS, date(2018, 3, 11));
    assert_eq!(fund.refused("sofie", &early), "adoption-without-access");
    let seen = fund.sees("odd", &SolutionView { reference });
    assert_eq!(seen.adopters.len(), 1);
    assert!(seen.may_adopt.iter().all(|one| one.number != number(HALDEN)));
    assert_eq!((seen.line.with_access, seen.may_adopt.len()), (9, 8));
    is_well(&fund);
}

#[test]
fn c5_a_solution_is_for_those_that_its_proposal_names_and_never_for_ks() {
    let fund = neighbourhood();
    fund.does("sofie", &answers(OSTFOLD, true));
    fund.does("sofie", &pays(Payer::Participant(number(OSTFOLD)), None));
    let live = |round: &str, benefit| {
        let details = Details {
            benefit,
            ..project(round, kr(1_000))
        };
        let reference = fund.committed(round, details);
        fund.paid_out(reference, kr(1_000));
        fund.does("sofie", &goes_live(reference));
        reference
    };
    let municipal = live("2018-1", Benefit::Municipalities);
    let county = live("2018-2", Benefit::Counties);
    let both = live("2018-3", Benefit::Both);
    assert_eq!(
        fund.refused("sofie", &adopt(municipal, OSTFOLD)),
        "adoption-not-for"
    );
    assert_eq!(fund.refused("sofie", &adopt(county, "0111")), "adoption-not-for");
    for (reference, number) in [
        (municipal, "0111"),
        (county, OSTFOLD),
        (both, "0111"),
        (both, OSTFOLD),
    ] {
        fund.adopts(reference, number);
    }
    // KS has no number to take anything into use by.
    assert!(Number::parse("KS").is_err());
    assert_eq!(fund.refused("sofie", &adopt(both, "9999")), "participant-unknown");
    // Each has its base in those it is for: 0,6 of them.
    for (reference, base) in [(municipal, "68290.2"), (county, "175735.8"), (both, "244026")] {
        let solution = fund.sees("odd", &SolutionView { reference }).line.solution;
        assert_eq!(solution.unwrap().base.normalize().to_string(), base);
    }
}

#[test]
fn nobody_takes_a_solution_into_use_before_it_is_live_nor_twice_nor_ahead_of_time() {
    let fund = neighbourhood();
    let reference = fund.committed("2018-1", project("Innsyn", kr(1_000)));
    assert_eq!(fund.refused("sofie", &goes_live(reference)), "step-out-of-turn");
    fund.paid_out(reference, kr(1_000));
    assert_eq!(
        fund.refused("sofie", &adopt(reference, "0111")),
        "step-out-of-turn"
    );
    let goes_live_on = |on| RecordGoLive {
        on: Some(on),
        ..goes_live(reference)
    };
    assert_eq!(
        fund.refused("sofie", &goes_live_on(date(2018, 2, 28))),
        "step-before"
    );
    assert_eq!(
        fund.refused("sofie", &goes_live_on(date(2018, 3, 2))),
        "date-ahead"
    );
    fund.on(date(2018, 4, 1));
    fund.does("sofie", &goes_live_on(date(2018, 3, 20)));
    assert_eq!(fund.refused("sofie", &goes_live(reference)), "step-out-of-turn");
    let adopts = |day| adopt_on(reference, "0111", date(2018, 3, day));
    assert_eq!(fund.refused("sofie", &adopts(19)), "adoption-before-live");
    let ahead = adopt_on(reference, "0111", date(2018, 4, 2));
    assert_eq!(fund.refused("sofie", &ahead), "date-ahead");
    fund.does("sofie", &adopts(20));
    assert_eq!(fund.refused("sofie", &adopts(21)), "adoption-twice");
    assert_eq!(
        fund.refused("sofie", &settle(reference, Some(date(2018, 3, 19)))),
        "settle-before"
    );
    assert_eq!(
        fund.refused("sofie", &settle(reference, Some(date(2018, 4, 2)))),
        "date-ahead"
    );
}

#[test]
fn r1_below_the_base_each_pays_its_part_of_it_and_beyond_it_earlier_adopters_are_credited() {
    // Half of 113 817 inhabitants are expected: the base is 56 908,5.
    let (fund, reference) = shared(kr(1_000_000), "0.5");
    assert_eq!(fund.refused("sofie", &settle(reference, None)), "settle-nobody");
    assert_eq!(fund.adopts(reference, "0111"), None);
    fund.adopts(reference, "0125");
    fund.settles(reference);
    // 100 000 000 øre × 4 999 / 56 908,5 = 8 784 276,5 …
    assert_eq!(fund.net(reference, "0111"), Ore::new(8_784_277));
    assert_eq!(fund.net(reference, "0125"), Ore::new(54_104_396));
    let small = Invoice::new(1);
    let large = Invoice::new(2);
    fund.does("sofie", &pay(small, None));
    fund.does("sofie", &pay(large, Some(Ore::new(40_000_000))));
    // Nothing has changed, so nothing follows.
    let again = fund.settles(reference);
    assert_eq!(
        (&again.made["charged_ore"], &again.made["credited_ore"]),
        (&0.into(), &0.into())
    );
    // Reaching beyond the base: 4 999 + 30 790 + 52 017 = 87 806.
    fund.on(date(2018, 12, 31));
    fund.adopts(reference, "0124");
    let settled = fund.settles(reference);
    let shares = [
        ("0111", 5_693_233_i64),
        ("0124", 59_240_826),
        ("0125", 35_065_941),
    ];
    assert_eq!(shares.iter().map(|(_, share)| share).sum::<i64>(), 100_000_000);
    for (number, share) in shares {
        assert_eq!(fund.net(reference, number), Ore::new(share), "{number}");
    }
    // The small one had paid it all: a refund. The large one had 14 104 396 unpaid, and is credited that first.
    assert_eq!(
        fund.account(reference, "0111"),
        (Ore::new(5_693_233), Ore::new(5_693_233), Ore::new(3_091_044))
    );
    assert_eq!(
        fund.account(reference, "0125"),
        (
            Ore::new(35_065_941),
            Ore::new(35_065_941),
            Ore::new(40_000_000 - 35_065_941)
        )
    );
    assert_eq!(settled.made["credited_ore"], 14_104_396);
    assert_eq!(settled.made["refunded_ore"], 3_091_044 + 4_934_059);
    let line = fund.sees("odd", &SolutionView { reference }).line;
    assert_eq!((line.cost, line.charged), (kr(1_000_000), kr(1_000_000)));
    assert_eq!(line.refunds_owed, Ore::new(8_025_103));
    assert_eq!(line.outstanding, Ore::new(100_000_000 - 5_693_233 - 35_065_941));
    is_well(&fund);
}

#[test]
fn r1_a_share_goes_by_the_inhabitants_at_the_settlement_and_is_frozen_there() {
    let (fund, reference) = shared(kr(1_000_000), "0");
    fund.adopts(reference, "0118");
    fund.adopts(reference, "0119");
    fund.settles(reference);
    assert_eq!(fund.net(reference, "0118"), Ore::new(33_333_333));
    let mut grown = row(kommit::domain::participant::Kind::Municipality, "0118");
    grown.population = Some(10_000);
    fund.does(
        "sofie",
        &ImportParticipants {
            rows: vec![grown],
            on: None,
        },
    );
    assert_eq!(fund.net(reference, "0118"), Ore::new(33_333_333));
    fund.settles(reference);
    assert_eq!(fund.net(reference, "0118"), kr(500_000));
    assert_eq!(fund.net(reference, "0119"), kr(500_000));
    let frozen = "SELECT group_concat(inhabitants) FROM (SELECT inhabitants FROM charges ORDER BY id)";
    let frozen: String = fund.raw().query_row(frozen, [], |row| row.get(0)).unwrap();
    assert_eq!(frozen, "5000,10000,10000");
    assert_eq!(
        fund.refused("sofie", &settle(reference, Some(date(2018, 2, 1)))),
        "settle-before"
    );
}

#[test]
fn r5_what_the_fund_pays_for_running_is_no_part_of_what_a_solution_costs() {
    let (fund, reference) = shared(kr(1_000), "0");
    fund.adopts(reference, "0118");
    let running = LedgerIntake {
        line: 2,
        date: fund.today(),
        from: Account::Bank,
        to: Account::Costs,
        amount: kr(50),
        text: format!("Drift {reference}"),
        voucher: None,
        value_date: None,
    };
    fund.does("sofie", &ImportLedger { rows: vec![running] });
    fund.settles(reference);
    assert_eq!(fund.net(reference, "0118"), kr(1_000));
}

#[test]
fn r2_a_price_list_charges_at_adoption_and_is_never_settled() {
    let fund = neighbourhood();
    let reference = fund.live("2018-1", kr(1_000_000), DIGIORDEN);
    for (number, price) in [
        ("0111", 25_000),
        ("0118", 40_000),
        ("0119", 40_000),
        ("0121", 60_000),
    ] {
        let invoice = fund.adopts(reference, number).unwrap();
        assert_eq!(fund.net(reference, number), kr(price), "{number} {invoice}");
    }
    assert_eq!(
        fund.refused("sofie", &settle(reference, None)),
        "settle-price-list"
    );
    let both = fund.live("2018-2", kr(1_000_000), "fixed:100+inhabitant:1,50");
    fund.adopts(both, "0123");
    assert_eq!(fund.net(both, "0123"), Ore::new(11_050));
    // The price model of the day it goes live is the one that counts.
    let details = expected("Kart", kr(1_000), "0.5");
    let reference = fund.committed("2018-3", details);
    fund.paid_out(reference, kr(1_000));
    let by_list = RecordGoLive {
        price_model: Some("fixed:10".parse().unwrap()),
        ..goes_live(reference)
    };
    fund.does("sofie", &by_list);
    assert!(fund.adopts(reference, "0123").is_some());
    is_well(&fund);
}

#[test]
fn r2_at_cost_those_of_one_day_share_the_cut_and_later_days_stand() {
    let fund = neighbourhood();
    let reference = fund.live("2018-1", kr(100), "fixed:60");
    let first = fund.adopts(reference, "0111").unwrap();
    assert_eq!(fund.net(reference, "0111"), kr(60));
    fund.on(date(2018, 3, 2));
    fund.adopts(reference, "0118");
    assert_eq!(fund.net(reference, "0118"), kr(40));
    fund.on(date(2018, 3, 3));
    assert_eq!(fund.adopts(reference, "0119"), None);
    fund.does("sofie", &pay(first, Some(kr(50))));
    // One more on the first day: the day takes no more than what the later day has left of the cost.
    fund.does("sofie", &adopt_on(reference, "0121", START));
    assert_eq!(
        fund.account(reference, "0111"),
        (kr(30), kr(30), kr(20)),
        "10 kr were unpaid, 20 kr are owed back"
    );
    assert_eq!(fund.account(reference, "0121"), (kr(30), kr(0), kr(0)));
    assert_eq!(fund.net(reference, "0118"), kr(40));
    assert_eq!(fund.net(reference, ALL), kr(100));
    is_well(&fund);
}

#[test]
fn r2_a_day_that_is_registered_late_takes_nothing_back_from_a_later_day() {
    let fund = neighbourhood();
    let reference = fund.committed(
        "2018-1",
        Details {
            price_model: "fixed:100".parse().unwrap(),
            ..project("Innsyn", kr(200))
        },
    );
    fund.paid_out(reference, kr(100));
    fund.does("sofie", &goes_live(reference));
    fund.on(date(2018, 3, 5));
    fund.adopts(reference, "0111");
    fund.on(date(2018, 3, 9));
    fund.paid_out(reference, kr(100));
    fund.does("sofie", &adopt_on(reference, "0118", date(2018, 3, 4)));
    assert_eq!(fund.net(reference, "0118"), kr(100));
    fund.does("sofie", &adopt_on(reference, "0119", date(2018, 3, 5)));
    assert_eq!(
        (fund.net(reference, "0111"), fund.net(reference, "0119")),
        (kr(50), kr(50))
    );
    assert_eq!(fund.net(reference, "0118"), kr(100));
    is_well(&fund);
}

/// The municipalities of 2017 with their inhabitants, all of whom have paid.
fn all_of_2017() -> (Fund, Vec<(Number, u32)>) {
    let text = include_str!("../../assets/data/participants-2017.csv");
    let fund = Fund::empty(kommit::usecases::scheme_source("digifin-2017").unwrap());
    for (handle, roles) in PEOPLE {
        fund.does(ADMINISTRATOR, &add(handle, roles));
    }
    let mut rows = Vec::new();
    for (line, text) in (2..).zip(text.lines().filter(|text| text.starts_with("kommune,"))) {
        let cells: Vec<&str> = text.split(',').collect();
        let population: u32 = cells[5].parse().unwrap();
        rows.push(kommit::domain::intake::ParticipantIntake {
            line,
            joins: Some(true),
            decided_on: Some(date(2018, 1, 2)),
            paid_on: Some(DAY),
            paid: Some(kr(i64::from(population) * 20)),
            ..invited(
                kommit::domain::participant::Kind::Municipality,
                cells[1],
                cells[2],
                population,
            )
        });
    }
    let people = rows
        .iter()
        .map(|row| (row.number.clone(), row.population.unwrap()));
    let people = people.collect();
    fund.does("sofie", &ImportParticipants { rows, on: None });
    (fund, people)
}

#[test]
fn r2_digiordens_list_over_all_municipalities_of_2017() {
    let (fund, people) = all_of_2017();
    assert_eq!(people.len(), 426);
    let enough = fund.live("2018-1", kr(20_000_000), DIGIORDEN);
    let scarce = fund.live("2018-2", kr(10_000_000), DIGIORDEN);
    let rows = |reference, on| ImportAdoptions {
        rows: (2..)
            .zip(&people)
            .map(|(line, (number, _))| AdoptionIntake {
                line,
                reference,
                number: number.clone(),
                adopted_on: Some(on),
                paid_on: None,
                paid: None,
            })
            .collect(),
    };
    fund.does("sofie", &rows(enough, DAY));
    assert_eq!(fund.net(enough, ALL), kr(15_925_000));
    let count = |kroner: i64| {
        let ore = kr(kroner).ore();
        fund.number(&format!(
            "SELECT count(*) FROM charges WHERE ref = '{enough}' AND amount_ore = {ore}"
        ))
    };
    let among = |low: u32, high: u32| {
        let found = people.iter().filter(|(_, people)| (low..=high).contains(people));
        i64::try_from(found.count()).unwrap()
    };
    assert_eq!(
        (count(25_000), count(40_000), count(60_000)),
        (among(1, 4_999), among(5_000, 10_000), among(10_001, u32::MAX))
    );
    // Where the cost is covered before everyone has paid its price, all of the day share the cut in proportion.
    fund.does("sofie", &rows(scarce, DAY));
    assert_eq!(fund.net(scarce, ALL), kr(10_000_000));
    let apart = "SELECT max(s.amount_ore * 15925 - e.amount_ore * 10000), min(s.amount_ore * 15925 - e.amount_ore * 10000)
                 FROM charges s JOIN charges e ON e.number = s.number AND e.ref < s.ref";
    let (most, least): (i64, i64) = fund
        .raw()
        .query_row(apart, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    assert!(most < 15_925 && least > -15_925, "{least} {most}");
    is_well(&fund);
}

/// A solution of 1 000 kr at 100 kr each, taken into use by one neighbour on the first day.
fn charged() -> (Fund, Ref, Invoice) {
    let fund = neighbourhood();
    let reference = fund.live("2018-1", kr(1_000), "fixed:100");
    let invoice = fund.adopts(reference, "0111").unwrap();
    (fund, reference, invoice)
}

#[test]
fn r4_a_charge_is_paid_in_part_then_in_full_and_what_is_too_much_is_owed_back() {
    let (fund, reference, invoice) = charged();
    assert_eq!(standing(&fund, invoice), ChargeStanding::Open);
    for bad in [kr(0), kr(-5)] {
        assert_eq!(
            fund.refused("sofie", &pay(invoice, Some(bad))),
            "amount-not-positive"
        );
    }
    let unknown = pay(Invoice::new(99), None);
    assert_eq!(fund.refused("sofie", &unknown), "invoice-unknown");
    let early = PayCharge {
        on: Some(date(2018, 2, 28)),
        ..pay(invoice, None)
    };
    assert_eq!(fund.refused("sofie", &early), "payment-before-charge");
    let part = fund.does("sofie", &pay(invoice, Some(kr(30))));
    assert_eq!(
        (part.done, &part.made["open_ore"]),
        ("done-charge-paid-in-part", &7_000.into())
    );
    assert_eq!(standing(&fund, invoice), ChargeStanding::PartlyPaid);
    let over = fund.does("sofie", &pay(invoice, Some(kr(95))));
    assert_eq!(
        (over.done, &over.made["refund_owed_ore"]),
        ("done-charge-overpaid", &2_500.into())
    );
    assert_eq!(standing(&fund, invoice), ChargeStanding::Paid);
    assert_eq!(fund.account(reference, "0111"), (kr(100), kr(100), kr(25)));
    assert_eq!(fund.outstanding(reference), kr(900));
    assert_eq!(fund.refused("sofie", &pay(invoice, None)), "charge-paid");
    // Paid once more by a slip: all of it is owed back.
    fund.does("sofie", &pay(invoice, Some(kr(5))));
    assert_eq!(fund.account(reference, "0111"), (kr(100), kr(100), kr(30)));
    assert_eq!(fund.outstanding(reference), kr(900));
    for too_much in [Some(Ore::new(3_001)), Some(kr(31))] {
        let refund = refund(reference, "0111", too_much);
        assert_eq!(fund.refused("sofie", &refund), "refund-above-owed");
    }
    assert_eq!(
        fund.refused("sofie", &refund(reference, "0111", Some(kr(0)))),
        "amount-not-positive"
    );
    fund.does("sofie", &refund(reference, "0111", Some(kr(10))));
    fund.does("sofie", &refund(reference, "0111", None));
    assert_eq!(fund.owed(reference, "0111"), kr(0));
    assert_eq!(
        fund.refused("sofie", &refund(reference, "0111", None)),
        "refund-above-owed"
    );
    is_well(&fund);
}

#[test]
fn r4_what_is_owed_back_is_not_paid_before_it_is_owed() {
    let (fund, reference, invoice) = charged();
    fund.on(date(2018, 3, 20));
    fund.does("sofie", &pay(invoice, Some(kr(150))));
    let on = |on| PayRefund {
        on: Some(on),
        ..refund(reference, "0111", None)
    };
    assert_eq!(fund.refused("sofie", &on(date(2018, 3, 19))), "refund-above-owed");
    fund.does("sofie", &on(date(2018, 3, 20)));
    is_well(&fund);
}

#[test]
fn r4_a_charge_is_overdue_past_its_due_date_and_reminders_are_kept() {
    let (fund, reference, invoice) = charged();
    // 30 days from the first of March.
    let due = date(2018, 3, 31);
    let charge = &fund.sees("odd", &Charges)[0].charge;
    assert_eq!((charge.issued_on, charge.due_on), (START, due));
    fund.on(due);
    assert_eq!(standing(&fund, invoice), ChargeStanding::Open);
    assert_eq!(fund.refused("sofie", &remind(invoice)), "remind-not-overdue");
    fund.on(date(2018, 4, 1));
    assert_eq!(standing(&fund, invoice), ChargeStanding::Overdue);
    fund.does("sofie", &remind(invoice));
    fund.on(date(2018, 4, 15));
    fund.does("sofie", &pay(invoice, Some(kr(40))));
    assert_eq!(standing(&fund, invoice), ChargeStanding::Overdue);
    let made = fund.does("sofie", &remind(invoice)).made;
    assert_eq!(made["reminders"], 2);
    let ahead = Remind {
        on: Some(date(2018, 4, 16)),
        ..remind(invoice)
    };
    assert_eq!(fund.refused("sofie", &ahead), "date-ahead");
    let line = &fund.sees("odd", &Charges)[0];
    assert_eq!(line.reminders, [date(2018, 4, 1), date(2018, 4, 15)]);
    assert_eq!(line.charge.reminded_on, Some(date(2018, 4, 15)));
    let overdue = fund.sees("odd", &SolutionView { reference }).line.overdue;
    assert_eq!((overdue.charges, overdue.amount), (1, kr(60)));
    fund.does("sofie", &pay(invoice, None));
    assert_eq!(fund.refused("sofie", &remind(invoice)), "remind-paid");
    // On the day before it was overdue, and what has happened since isn't seen.
    fund.on(date(2018, 4, 14));
    assert_eq!(standing(&fund, invoice), ChargeStanding::Overdue);
    assert_eq!(fund.sees("odd", &Charges)[0].reminders, [date(2018, 4, 1)]);
}

#[test]
fn r4_all_that_is_overdue_is_reminded_of_at_once_and_once_a_day() {
    let (fund, reference, invoice) = charged();
    let other = fund.adopts(reference, "0118").unwrap();
    fund.on(date(2018, 3, 31));
    let all = RemindAll { on: None };
    assert_eq!(fund.refused("sofie", &all), "remind-none");
    fund.on(date(2018, 4, 1));
    assert!(matches!(fund.tries("karl", &all), Err(OpError::Denied(_))));
    fund.does("sofie", &remind(invoice));
    assert_eq!(
        fund.does("sofie", &all).made["invoices"],
        json!([other.to_string()])
    );
    assert_eq!(fund.refused("sofie", &all), "remind-none");
    fund.on(date(2018, 4, 2));
    fund.does("sofie", &pay(other, None));
    assert_eq!(
        fund.does("sofie", &all).made["invoices"],
        json!([invoice.to_string()])
    );
    // Also of a day before the last.
    let earlier = RemindAll {
        on: Some(date(2018, 4, 1)),
    };
    assert_eq!(fund.refused("sofie", &earlier), "remind-none");
    let reminders: Vec<usize> = fund
        .sees("odd", &Charges)
        .iter()
        .map(|line| line.reminders.len())
        .collect();
    assert_eq!(reminders, [2, 1]);
}

#[test]
fn l4_a_write_off_lowers_what_is_outstanding_and_never_a_share() {
    let (fund, reference, invoice) = charged();
    assert_eq!(
        fund.refused("karl", &write_off(reference, Ore::new(100_001))),
        "write-off-too-much"
    );
    assert_eq!(
        fund.refused("karl", &write_off(reference, kr(0))),
        "amount-not-positive"
    );
    let silent = kommit::usecases::WriteOff {
        reason: " ".into(),
        ..write_off(reference, kr(1))
    };
    assert_eq!(fund.refused("karl", &silent), "text-empty");
    fund.on(date(2018, 3, 10));
    fund.does("karl", &write_off(reference, kr(960)));
    assert_eq!(
        (fund.outstanding(reference), fund.lost(reference)),
        (kr(40), kr(960))
    );
    assert_eq!(fund.net(reference, "0111"), kr(100));
    // Dated before the loss, it would have to make good what wasn't lost yet.
    let before = PayCharge {
        on: Some(date(2018, 3, 9)),
        ..pay(invoice, None)
    };
    assert_eq!(fund.refused("sofie", &before), "payment-before-loss");
    fund.does("sofie", &pay(invoice, None));
    assert_eq!(
        (fund.outstanding(reference), fund.lost(reference)),
        (kr(0), kr(900))
    );
    assert_eq!(stage(&fund, reference), Stage::WrittenOff);
    let line = fund.sees("odd", &SolutionView { reference }).line;
    assert_eq!((line.cost, line.repaid, line.lost), (kr(1_000), kr(100), kr(900)));
    is_well(&fund);
}

#[test]
fn l4_a_written_off_solution_is_adopted_and_what_comes_in_reverses_the_loss() {
    let (fund, reference, first) = charged();
    fund.does("karl", &write_off(reference, kr(1_000)));
    assert_eq!(stage(&fund, reference), Stage::WrittenOff);
    let second = fund.adopts(reference, "0118").unwrap();
    for invoice in [first, second] {
        fund.does("sofie", &pay(invoice, None));
    }
    assert_eq!(
        (fund.outstanding(reference), fund.lost(reference)),
        (kr(0), kr(800))
    );
    // The write-off can't be undone any more: a part of the loss has been made good.
    let write_off = "SELECT voucher FROM vouchers WHERE event = 'write_off'";
    let undo = reverse(fund.number(write_off));
    assert_eq!(fund.refused("sofie", &undo), "reversal-repaid");
    is_well(&fund);
}

#[test]
fn the_stage_follows_what_is_outstanding_both_ways() {
    let (fund, reference) = shared(kr(1_000), "0");
    fund.adopts(reference, "0118");
    fund.settles(reference);
    let paid = fund.does("sofie", &pay(Invoice::new(1), None));
    assert_eq!(stage(&fund, reference), Stage::Repaid);
    fund.does("sofie", &reverse(voucher(&paid)));
    assert_eq!(stage(&fund, reference), Stage::Live);
    fund.does("sofie", &pay(Invoice::new(1), None));
    fund.adopts(reference, "0119");
    fund.settles(reference);
    assert_eq!(
        stage(&fund, reference),
        Stage::Live,
        "a credit is outstanding again"
    );
    fund.does("sofie", &pay(Invoice::new(2), None));
    assert_eq!(stage(&fund, reference), Stage::Repaid);
    let seen = fund.sees("odd", &Solutions);
    assert_eq!((seen[0].outstanding, seen[0].repaid), (kr(0), kr(1_000)));
    is_well(&fund);
}

#[test]
fn a_project_that_is_stopped_gives_up_what_it_has_not_been_paid_and_loses_what_nobody_owes() {
    let fund = neighbourhood();
    let details = Details {
        price_model: "fixed:100".parse().unwrap(),
        ..project("Innsyn", kr(1_000))
    };
    let reference = fund.committed("2018-1", details);
    fund.paid_out(reference, kr(600));
    let waits = fund.registered(reference, kr(150));
    fund.does("sofie", &goes_live(reference));
    let invoice = fund.adopts(reference, "0111").unwrap();
    fund.does("sofie", &pay(invoice, Some(kr(30))));
    let free = |fund: &Fund| {
        fund.sees("odd", &kommit::usecases::views::CapitalView)
            .capital
            .free_on_hand
    };
    let before = free(&fund);
    let silent = kommit::usecases::StopProject {
        reason: String::new(),
        ..stop(reference)
    };
    assert_eq!(fund.refused("karl", &silent), "text-empty");
    let made = fund.does("karl", &stop(reference)).made;
    assert_eq!(
        (&made["released_ore"], &made["written_off_ore"]),
        (&kr(400).ore().into(), &kr(500).ore().into())
    );
    assert_eq!(free(&fund), before + kr(400));
    assert_eq!(stage(&fund, reference), Stage::Stopped);
    let approve = kommit::usecases::ApproveDisbursement { id: waits };
    assert_eq!(fund.refused("karl", &approve), "disbursement-withdrawn");
    // What its adopters are charged stands and is paid; nobody else takes it into use.
    assert_eq!(
        (fund.outstanding(reference), fund.lost(reference)),
        (kr(70), kr(500))
    );
    assert_eq!(
        fund.refused("sofie", &adopt(reference, "0118")),
        "step-out-of-turn"
    );
    fund.does("sofie", &pay(invoice, None));
    assert_eq!(
        (fund.outstanding(reference), stage(&fund, reference)),
        (kr(0), Stage::Stopped)
    );
    assert_eq!(fund.refused("karl", &stop(reference)), "step-out-of-turn");
    is_well(&fund);
}

#[test]
fn a_project_that_is_stopped_before_it_cost_anything_loses_nothing() {
    let fund = neighbourhood();
    let reference = fund.committed("2018-1", project("Innsyn", kr(1_000)));
    let made = fund.does("karl", &stop(reference)).made;
    assert_eq!(
        (&made["released_ore"], &made["written_off_ore"], &made["voucher"]),
        (&kr(1_000).ore().into(), &0.into(), &serde_json::Value::Null)
    );
    assert_eq!(fund.sees("odd", &Solutions), []);
    is_well(&fund);
}

#[test]
fn r4_a_charge_that_was_paid_until_a_reversal_is_not_paid_twice_on_a_day_before_it() {
    let (fund, reference, invoice) = charged();
    let slip = voucher(&fund.does("sofie", &pay(invoice, None)));
    let day = fund.today();
    fund.on(day.saturating_add(20.days()));
    fund.does("sofie", &reverse(slip));
    let on = |days: i64| PayCharge {
        on: Some(day.saturating_add(days.days())),
        ..pay(invoice, None)
    };
    let before = fund.dump();
    assert_eq!(fund.refused("sofie", &on(10)), "payment-before-reversal");
    assert_eq!(fund.refused("sofie", &on(21)), "date-ahead");
    let ahead = PayRefund {
        on: Some(day.saturating_add(21.days())),
        ..refund(reference, "0111", Some(kr(1)))
    };
    assert_eq!(fund.refused("sofie", &ahead), "date-ahead");
    assert_eq!(fund.dump(), before);
    fund.does("sofie", &on(20));
    assert_eq!(fund.account(reference, "0111"), (kr(100), kr(100), kr(0)));
    is_well(&fund);
}

#[test]
fn l2_a_payment_is_reversed_unless_what_was_too_much_is_paid_back() {
    let (fund, reference, invoice) = charged();
    let paid = voucher(&fund.does("sofie", &pay(invoice, Some(kr(130)))));
    let back = voucher(&fund.does("sofie", &refund(reference, "0111", None)));
    assert_eq!(fund.refused("sofie", &reverse(paid)), "reversal-refunded");
    fund.does("sofie", &reverse(back));
    assert_eq!(fund.account(reference, "0111"), (kr(100), kr(100), kr(30)));
    fund.does("sofie", &reverse(paid));
    assert_eq!(fund.account(reference, "0111"), (kr(100), kr(0), kr(0)));
    assert_eq!(fund.outstanding(reference), kr(1_000));
    fund.does("sofie", &pay(invoice, None));
    is_well(&fund);
}

#[test]
fn l2_a_closed_period_takes_no_payment_refund_or_reversal() {
    let (fund, reference, invoice) = charged();
    let paid = voucher(&fund.does("sofie", &pay(invoice, Some(kr(120)))));
    fund.on(date(2018, 4, 10));
    fund.does(
        "sofie",
        &ClosePeriod {
            through: date(2018, 3, 31),
        },
    );
    let before = fund.dump();
    let march = Some(date(2018, 3, 31));
    let late = |amount| PayCharge {
        on: march,
        ..pay(invoice, amount)
    };
    assert_eq!(fund.refused("sofie", &late(Some(kr(1)))), "period-closed");
    let back = PayRefund {
        on: march,
        ..refund(reference, "0111", None)
    };
    assert_eq!(fund.refused("sofie", &back), "period-closed");
    let undo = kommit::usecases::ReverseVoucher {
        on: march,
        ..reverse(paid)
    };
    assert_eq!(fund.refused("sofie", &undo), "period-closed");
    assert_eq!(fund.dump(), before);
    fund.on(date(2018, 3, 20));
    assert_eq!(
        fund.refused("karl", &write_off(reference, kr(1))),
        "period-closed"
    );
    assert_eq!(fund.refused("karl", &stop(reference)), "period-closed");
    assert_eq!(fund.dump(), before);
    fund.on(date(2018, 4, 10));
    fund.does("sofie", &reverse(paid));
    is_well(&fund);
}

#[test]
fn l7_a_closed_period_takes_no_adoption_and_what_follows_of_a_later_one_is_of_the_day_it_is_registered() {
    let fund = neighbourhood();
    let reference = fund.live("2018-1", kr(100), "fixed:100");
    let invoice = fund.adopts(reference, "0111").unwrap();
    fund.does("sofie", &pay(invoice, None));
    fund.on(date(2018, 4, 10));
    fund.does(
        "sofie",
        &ClosePeriod {
            through: date(2018, 3, 31),
        },
    );
    let late = Adopt {
        on: Some(START),
        ..adopt(reference, "0118")
    };
    let before = fund.dump();
    assert_eq!(fund.refused("sofie", &late), "period-closed");
    assert_eq!(fund.dump(), before);
    is_well(&fund);
}

#[test]
fn r4_a_payment_of_before_a_credit_was_what_was_asked_for_on_its_day_and_is_owed_back_from_the_credit() {
    let (fund, reference) = shared(kr(50_000), "0");
    fund.adopts(reference, "0118");
    fund.settles(reference);
    let invoice = Invoice::new(1);
    let paid_on = fund.today().saturating_add(10.days());
    let credited_on = fund.today().saturating_add(40.days());
    fund.on(credited_on);
    fund.adopts(reference, "0119");
    fund.settles(reference);
    let late = PayCharge {
        invoice,
        amount: Some(kr(50_000)),
        on: Some(paid_on),
    };
    let made = fund.does("sofie", &late).made;
    let owed = Ore::new(made["refund_owed_ore"].as_i64().unwrap());
    let owed_on = |day| {
        let line = fund.on(day).sees("odd", &SolutionView { reference }).line;
        (line.overdue.amount, line.refunds_owed, line.open())
    };
    assert_eq!(owed_on(paid_on), (kr(0), kr(0), kr(0)));
    assert_eq!(owed_on(credited_on.yesterday().unwrap()), (kr(0), kr(0), kr(0)));
    let (overdue, back, open) = owed_on(credited_on);
    // Two thirds of the cost are the newcomer's to bear, and not paid yet.
    assert_eq!((overdue, back), (kr(0), owed));
    assert_eq!(open, back);
    assert!(back.is_positive());
    is_well(&fund);
}

/// Files of before texts were composed on their way in.
#[test]
fn l8_what_an_older_file_holds_decomposed_is_recognised() {
    let fund = neighbourhood();
    let row = |text: &str, voucher: Option<&str>| LedgerIntake {
        line: 2,
        date: fund.today(),
        from: Account::OtherIncome,
        to: Account::Bank,
        amount: kr(50),
        text: text.to_owned(),
        voucher: voucher.map(str::to_owned),
        value_date: None,
    };
    let rows = || vec![row("Rente m\u{e5}ned", None), row("Gebyr", Some("v\u{e5}"))];
    fund.does("sofie", &ImportLedger { rows: rows() });
    let reference = fund.qualified(project("Innsyn", kr(1_000)));
    fund.opens("R\u{e9}", &[reference])
        .scores("kari", reference, [3; 5]);
    let raw = fund.raw();
    for (table, trigger, change) in [
        (
            "vouchers",
            "vouchers_stand",
            "text = replace(text, char(229), 'a' || char(778)), source = replace(source, char(229), 'a' || char(778))",
        ),
        ("rounds", "rounds_stand", "name = 'Re' || char(769)"),
    ] {
        let sql = "SELECT sql FROM sqlite_schema WHERE name = ?1";
        let made: String = raw.query_row(sql, [trigger], |row| row.get(0)).unwrap();
        let forge = format!("DROP TRIGGER {trigger}; UPDATE {table} SET {change}; {made}");
        raw.execute_batch(&forge).unwrap();
    }
    let before = fund.number("SELECT count(*) FROM vouchers");
    fund.does("sofie", &ImportLedger { rows: rows() });
    assert_eq!(fund.number("SELECT count(*) FROM vouchers"), before);
    fund.reveals("R\u{e9}");
}
