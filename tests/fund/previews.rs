//! What is said before a step is what the step does: the settlement and the stop that a solution's page names, and who
//! may take it into use.

use kommit::domain::participant::Kind;
use kommit::domain::proposal::Ref;
use kommit::usecases::views::overview::Task;
use kommit::usecases::views::{Adopting, Overview, SolutionView};
use kommit::usecases::{ImportParticipants, OpError, PayCharge, Payer, RecordGoLive, Settle, StopProject};

use crate::common::fund::*;

fn joined(fund: &Fund, text: &str) {
    fund.does("sofie", &answers(text, true));
    fund.does("sofie", &pays(Payer::Participant(number(text)), None));
}

/// A shared solution with Halden and Moss as adopters, settled once when Halden was alone, and paid for by it.
fn settled() -> (Fund, Ref) {
    let fund = Fund::new();
    fund.funded(kr(1_000_000));
    let reference = fund.live("2018-1", kr(100_000), "shared");
    fund.does("sofie", &adopt(reference, HALDEN));
    let made = fund.does("sofie", &settle(reference)).made;
    let invoice = made["invoices"][0]["invoice"].as_str().unwrap().parse().unwrap();
    let payment = PayCharge {
        invoice,
        amount: None,
        on: None,
    };
    fund.does("sofie", &payment);
    joined(&fund, MOSS);
    fund.does("sofie", &adopt(reference, MOSS));
    (fund, reference)
}

fn settle(reference: Ref) -> Settle {
    Settle { reference, on: None }
}

#[test]
fn r1_the_settlement_that_is_named_is_the_settlement_that_is_made() {
    let (fund, reference) = settled();
    let settling = fund.sees("odd", &SolutionView { reference }).settling.unwrap();
    let made = fund.does("sofie", &settle(reference)).made;
    let (count, charged) = settling.new_charges();
    let (credited, refunded) = settling.credits();
    assert_eq!(made["invoices"].as_array().unwrap().len(), count);
    assert_eq!(made["charged_ore"], charged.ore());
    assert_eq!(made["credited_ore"], credited.ore());
    assert_eq!(made["refunded_ore"], refunded.ore());
    assert!(charged.is_positive() && refunded.is_positive(), "{settling:?}");
    let after = fund.sees("odd", &SolutionView { reference });
    let shares: Vec<_> = settling
        .parts
        .iter()
        .map(|part| (part.number.clone(), part.inhabitants, part.share))
        .collect();
    assert_eq!(after.settlements.last().unwrap().shares, shares);
    let again = after.settling.unwrap();
    assert_eq!(
        (again.new_charges(), again.credits()),
        ((0, kr(0)), (kr(0), kr(0)))
    );
}

#[test]
fn a_settlement_that_would_be_refused_is_refused_before_it_is_asked_about() {
    let fund = Fund::new();
    fund.funded(kr(1_000_000));
    let shared = fund.live("2018-1", kr(100_000), "shared");
    let priced = fund.live("2018-2", kr(100_000), "fixed:5000");
    let new = fund.committed("2018-3", project("Ny", kr(50_000)));
    fund.paid_out(new, kr(50_000));
    for reference in [shared, priced, new] {
        let why = fund
            .sees("odd", &SolutionView { reference })
            .settling
            .unwrap_err();
        let Err(OpError::Refused(refusal)) = fund.tries("sofie", &settle(reference)) else {
            panic!("{reference} is settled");
        };
        assert_eq!(why, refusal);
    }
}

#[test]
fn the_stop_that_is_named_is_the_stop_that_is_done() {
    let fund = Fund::new();
    fund.funded(kr(1_000_000));
    let live = fund.live("2018-1", kr(50_000), "fixed:5000");
    fund.does("sofie", &adopt(live, HALDEN));
    let other = fund.committed("2018-2", project("Annen", kr(90_000)));
    fund.paid_out(other, kr(20_000));
    fund.registered(other, kr(10_000));
    for reference in [live, other] {
        let stopping = fund.sees("odd", &SolutionView { reference }).stopping;
        let stop = StopProject {
            reference,
            reason: "Slutt".into(),
        };
        let made = fund.does("karl", &stop).made;
        assert_eq!(made["released_ore"], stopping.released.ore());
        assert_eq!(made["written_off_ore"], stopping.lost.ore());
        assert!(stopping.lost.is_positive(), "{stopping:?}");
        assert_eq!(stopping.withdrawn.len(), usize::from(reference == other));
    }
}

#[test]
fn r1_the_base_that_is_named_is_the_base_that_is_fixed() {
    let fund = Fund::new();
    fund.funded(kr(1_000_000));
    let reference = fund.committed("2018-1", project("Ny", kr(50_000)));
    fund.paid_out(reference, kr(50_000));
    let before = fund.sees("odd", &SolutionView { reference }).base;
    let live = RecordGoLive {
        reference,
        on: None,
        price_model: None,
    };
    fund.does("sofie", &live);
    joined(&fund, MOSS);
    let after = fund.sees("odd", &SolutionView { reference });
    assert_eq!((after.base, after.line.solution.unwrap().base), (before, before));
}

#[test]
fn c5_the_form_of_an_adoption_says_of_each_what_the_step_says() {
    let (fund, reference) = settled();
    let rows = vec![invited(Kind::Municipality, "0105", "Sarpsborg", 55_127)];
    fund.does("sofie", &ImportParticipants { rows, on: None });
    joined(&fund, "0105");
    let seen = fund.sees("odd", &Adopting { reference });
    assert_eq!(seen.candidates.len(), 4);
    for (number, candidate) in seen.candidates {
        let step = adopt(reference, number.as_str());
        let done = fund.copy().tries("sofie", &step).map(|_| ());
        match (candidate.may, done) {
            (Ok(()), Ok(())) => assert_eq!(number.as_str(), "0105"),
            (Err(why), Err(error)) => assert_eq!(why, error.refusal()),
            (may, done) => panic!("{number}: {may:?}, {done:?}"),
        }
    }
}

#[test]
fn r4_the_secretariat_is_told_what_is_overdue_and_what_is_owed_back() {
    let (fund, reference) = settled();
    fund.does("sofie", &settle(reference));
    let told = |fund: &Fund| fund.sees("sofie", &Overview).tasks;
    let owed = |task: &Task| matches!(task, Task::Refund { count: 1, only, .. } if *only == Some(reference));
    let overdue =
        |task: &Task| matches!(task, Task::Overdue { count: 1, only, .. } if *only == Some(reference));
    let tasks = told(&fund);
    assert!(tasks.iter().any(owed) && !tasks.iter().any(overdue), "{tasks:?}");
    let later = DAY.saturating_add(jiff::ToSpan::days(31));
    let tasks = told(fund.on(later));
    assert!(tasks.iter().any(overdue), "{tasks:?}");
    assert!(!fund.sees("karl", &Overview).tasks.iter().any(overdue));
}
