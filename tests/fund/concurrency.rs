//! Two at once on one file (K3), a reader beside a writer, and what an interrupted write leaves behind: nothing.

use std::sync::Barrier;
use std::thread;

use kommit::domain::money::Ore;
use kommit::domain::proposal::{Ref, Stage};
use kommit::store::{Store, StoreError};
use kommit::usecases::views::{CapitalView, Health, Participants};
use kommit::usecases::{
    Access, ApproveDisbursement, OpError, Outcome, Payer, Session, UseCase, create_fund, scheme_source,
};

use crate::common::claims::{pay, refund};
use crate::common::fund::*;

const TIME: jiff::Timestamp = jiff::Timestamp::UNIX_EPOCH;

/// Does two things at the same moment, in two sessions of two threads.
fn at_once<'f>(
    fund: &'f Fund,
    first: (&'f str, &'f (dyn UseCase + Sync)),
    second: (&'f str, &'f (dyn UseCase + Sync)),
) -> [Result<Outcome, OpError>; 2] {
    let start = Barrier::new(2);
    let sessions = [first, second].map(|(handle, use_case)| (fund.session(handle).unwrap(), use_case));
    thread::scope(|scope| {
        let start = &start;
        let running = sessions.map(|(mut session, use_case)| {
            scope.spawn(move || {
                start.wait();
                session.perform(use_case)
            })
        });
        running.map(|thread| thread.join().unwrap())
    })
}

/// The code of the one that was refused; the other was done.
#[track_caller]
fn one_refused(results: [Result<Outcome, OpError>; 2]) -> &'static str {
    let mut refused = results.into_iter().filter_map(Result::err);
    let error = refused.next().expect("both were done");
    assert!(refused.next().is_none(), "neither was done");
    error.refusal().code
}

#[test]
fn k3_two_decisions_at_once_never_exceed_what_is_free() {
    for _ in 0..10 {
        let fund = Fund::new();
        fund.funded(kr(1));
        let all = kr(615_801);
        let first = fund.recommended("2018-1", project("Innsyn", all));
        let second = fund.recommended("2018-2", project("Kart", all));
        let (a, b) = (commit(first, all), commit(second, all));
        assert_eq!(
            one_refused(at_once(&fund, ("karl", &a), ("karl", &b))),
            "not-enough-free"
        );
        assert_eq!(fund.sees("odd", &CapitalView).capital.free_on_hand, kr(0));
    }
}

#[test]
fn l6_a_disbursement_approved_twice_at_once_is_posted_once() {
    let fund = Fund::new();
    fund.funded(kr(1));
    let reference = fund.committed("2018-1", project("Innsyn", kr(100)));
    let id = fund.registered(reference, kr(60));
    let (a, b) = (ApproveDisbursement { id }, ApproveDisbursement { id });
    assert_eq!(
        one_refused(at_once(&fund, ("karl", &a), ("karl", &b))),
        "disbursement-approved"
    );
    assert_eq!(fund.number("SELECT count(*) FROM vouchers"), 3);
}

#[test]
fn c1_a_contribution_paid_twice_at_once_is_posted_once() {
    let fund = Fund::new();
    fund.does("sofie", &answers(HALDEN, true));
    let pay = || pays(Payer::Participant(number(HALDEN)), None);
    let (a, b) = (pay(), pay());
    assert_eq!(
        one_refused(at_once(&fund, ("sofie", &a), ("siri", &b))),
        "contribution-paid"
    );
}

#[test]
fn r4_a_charge_paid_twice_at_once_is_paid_once_and_a_refund_is_never_paid_beyond_what_is_owed() {
    for _ in 0..5 {
        let fund = Fund::new();
        fund.funded(kr(1_000));
        let reference = fund.live("2018-1", kr(100), "fixed:60");
        let charge = fund.adopts(reference, HALDEN).unwrap();
        let (a, b) = (pay(charge, None), pay(charge, None));
        assert_eq!(
            one_refused(at_once(&fund, ("sofie", &a), ("siri", &b))),
            "charge-paid"
        );
        assert_eq!(fund.account(reference, HALDEN), (kr(60), kr(60), kr(0)));
        // Both say how much: both came in, and one of them is owed back.
        let (a, b) = (pay(charge, Some(kr(60))), pay(charge, Some(kr(20))));
        for result in at_once(&fund, ("sofie", &a), ("siri", &b)) {
            result.unwrap();
        }
        assert_eq!(fund.account(reference, HALDEN), (kr(60), kr(60), kr(80)));
        let (a, b) = (
            refund(reference, HALDEN, Some(kr(50))),
            refund(reference, HALDEN, Some(kr(50))),
        );
        assert_eq!(
            one_refused(at_once(&fund, ("sofie", &a), ("siri", &b))),
            "refund-above-owed"
        );
        assert_eq!(fund.owed(reference, HALDEN), kr(30));
        assert_eq!(fund.sees(ADMINISTRATOR, &Health), []);
    }
}

#[test]
fn r2_two_that_take_a_solution_into_use_at_once_are_never_charged_beyond_its_cost() {
    for _ in 0..5 {
        let fund = Fund::new();
        fund.funded(kr(1_000));
        fund.does("sofie", &answers(MOSS, true));
        fund.does("sofie", &pays(Payer::Participant(number(MOSS)), None));
        let reference = fund.live("2018-1", kr(100), "fixed:60");
        let (a, b) = (adopt(reference, HALDEN), adopt(reference, MOSS));
        for result in at_once(&fund, ("sofie", &a), ("siri", &b)) {
            result.unwrap();
        }
        assert_eq!(
            (fund.net(reference, HALDEN), fund.net(reference, MOSS)),
            (kr(50), kr(50))
        );
        let again = [adopt(reference, HALDEN), adopt(reference, HALDEN)];
        for result in at_once(&fund, ("sofie", &again[0]), ("siri", &again[1])) {
            assert_eq!(result.unwrap_err().refusal().code, "adoption-twice");
        }
        assert_eq!(fund.sees(ADMINISTRATOR, &Health), []);
    }
}

#[test]
fn l6_vouchers_of_many_at_once_are_numbered_without_gaps() {
    let fund = Fund::new();
    let sessions: Vec<Session> = (0..4).map(|_| fund.session("sofie").unwrap()).collect();
    thread::scope(|scope| {
        for mut session in sessions {
            scope.spawn(move || {
                for _ in 0..10 {
                    session.perform(&pays(Payer::Ks, Some(kr(1)))).unwrap();
                }
            });
        }
    });
    assert_eq!(fund.number("SELECT count(*) FROM vouchers"), 40);
    assert_eq!(fund.sees(ADMINISTRATOR, &Health), []);
    assert_eq!(fund.sees("odd", &CapitalView).capital.balances.bank, kr(40));
}

#[test]
fn a_reader_sees_one_moment_while_others_write() {
    let fund = Fund::new();
    fund.does("sofie", &answers(HALDEN, true));
    let mut writer = fund.session("sofie").unwrap();
    let reader = Store::open(&fund.path(), TIME).unwrap();
    let (before, during): (i64, i64) = reader
        .read(|read| {
            let before = read.last_voucher()?;
            writer.perform(&pays(Payer::Ks, Some(kr(1)))).unwrap();
            Ok::<_, StoreError>((before, read.last_voucher()?))
        })
        .unwrap();
    assert_eq!((before, during), (0, 0));
    assert_eq!(reader.read(|read| read.last_voucher()).unwrap(), 1);
    // Figures that are read apart agree: what the lines say is what the capital says.
    thread::scope(|scope| {
        scope.spawn(|| {
            for _ in 0..20 {
                let payer = Payer::Participant(number(HALDEN));
                writer.perform(&pays(payer, Some(kr(1)))).unwrap();
            }
        });
        for _ in 0..40 {
            let data = fund.sees("odd", &Participants);
            let lines: Ore = data.lines.iter().map(|line| line.row.paid).sum();
            assert_eq!(lines, data.capital.municipalities.paid);
            assert_eq!(
                data.capital.balances.fund_capital(),
                data.capital.balances.equity()
            );
        }
    });
}

#[test]
fn an_interrupted_write_leaves_nothing_behind() {
    let fund = Fund::new();
    fund.funded(kr(1));
    let before = fund.dump();
    // The connection goes away in the middle, as when the machine is cut off from the terminal.
    let mut raw = fund.raw();
    let transaction = raw.transaction().unwrap();
    transaction
        .execute_batch(
            "INSERT INTO vouchers (voucher, event, posted_on, value_on, text)
               VALUES (3, 'contribution', '2018-02-01', '2018-02-01', '');
             INSERT INTO postings (voucher, line, account, amount_ore) VALUES (3, 1, 'assets:bank', 100);",
        )
        .unwrap();
    drop(transaction);
    drop(raw);
    assert_eq!(fund.dump(), before);
    // So does a panic in the middle of the work.
    let path = fund.path();
    let panicked = thread::spawn(move || {
        let mut store = Store::open(&path, TIME).unwrap();
        let _: Result<(), StoreError> = store.write(|write| {
            write.set_stage(Ref::new(2018, 1), Stage::Live)?;
            write.close_period(DAY, "sofie", DAY)?;
            panic!("in the middle");
        });
    })
    .join();
    assert!(panicked.is_err());
    assert_eq!(fund.dump(), before);
    let made = fund.does("sofie", &pays(Payer::Ks, Some(kr(1)))).made;
    assert_eq!(made["voucher"], 3);
    assert_eq!(fund.sees(ADMINISTRATOR, &Health), []);
}

#[test]
fn two_that_make_the_same_fund_at_once_make_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fund.db");
    let scheme = scheme_source("blank").unwrap();
    let start = Barrier::new(2);
    let made = thread::scope(|scope| {
        let making = [(); 2].map(|()| {
            scope.spawn(|| {
                start.wait();
                create_fund(&path, scheme, false, &Access::local(None), &At(DAY)).map(|_| ())
            })
        });
        making.map(|thread| thread.join().unwrap())
    });
    let refused: Vec<_> = made.iter().filter_map(|result| result.as_ref().err()).collect();
    assert_eq!(refused.len(), 1, "{made:?}");
    assert!(
        matches!(
            refused[0],
            OpError::Store(StoreError::Exists(_) | StoreError::Busy)
        ),
        "{refused:?}"
    );
    let session = Session::at(&path, Access::local(None), Box::new(At(DAY))).unwrap();
    assert_eq!(session.view(&Health).unwrap(), []);
}
