//! What has happened and when: nothing is dated ahead (L7) or in a closed period, and KS opens a period again (L2).

use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use kommit::store::Store;
use kommit::usecases::views::Vouchers;
use kommit::usecases::{
    Access, Adopt, ApproveDisbursement, Clock, ClosePeriod, PayCharge, Payer, RegisterAnswer,
    RegisterDisbursement, RegisterPayment, ReopenPeriod, ReverseVoucher, Session, SubmitProposal, WriteOff,
};

use crate::common::fund::*;

const MARCH: Date = date(2018, 3, 31);
const APRIL: Date = date(2018, 4, 10);

fn close(through: Date) -> ClosePeriod {
    ClosePeriod { through }
}

fn reopen(day: Date) -> ReopenPeriod {
    ReopenPeriod {
        day,
        reason: "Et bilag fra mars manglet".into(),
    }
}

fn pays_on(payer: Payer, amount: i64, day: Date) -> RegisterPayment {
    RegisterPayment {
        on: Some(day),
        ..pays(payer, Some(kr(amount)))
    }
}

/// A business date that somebody chose, and the true time.
struct Chosen {
    today: Date,
    true_day: Date,
}

impl Clock for Chosen {
    fn now(&self) -> Timestamp {
        TimeZone::UTC.to_timestamp(self.true_day.at(12, 0, 0, 0)).unwrap()
    }
    fn today(&self) -> Date {
        self.today
    }
}

#[test]
fn l2_a_period_is_closed_at_most_through_the_day_before_the_earlier_of_business_and_true_date() {
    let fund = Fund::new();
    let closes = |today, true_day, through| {
        let copy = fund.copy();
        let clock = Box::new(Chosen { today, true_day });
        let store = Store::open(&copy.path(), clock.now()).unwrap();
        let mut session = Session::open(store, Access::local(Some("sofie")), clock).unwrap();
        session
            .perform(&close(through))
            .map(|outcome| outcome.made["closed_through"].clone())
            .map_err(|error| error.refusal().code)
    };
    let far = date(2099, 12, 31);
    assert_eq!(closes(far, APRIL, date(2018, 4, 9)), Err("today-ahead"));
    assert_eq!(closes(APRIL, far, APRIL), Err("period-not-over"));
    assert_eq!(closes(APRIL, far, date(2018, 4, 9)), Ok("2018-04-09".into()));
}

#[test]
fn l2_ks_opens_a_period_again_with_a_reason_and_with_it_those_after_it() {
    let fund = Fund::new();
    fund.on(APRIL);
    let ks = |day| pays_on(Payer::Ks, 1, day);
    assert_eq!(fund.refused("karl", &reopen(MARCH)), "period-not-closed");
    for through in [date(2018, 1, 31), date(2018, 2, 28), MARCH] {
        fund.does("sofie", &close(through));
    }
    assert_eq!(
        fund.refused("karl", &reopen(date(2018, 4, 1))),
        "period-not-closed"
    );
    let silent = ReopenPeriod {
        reason: "  ".into(),
        ..reopen(MARCH)
    };
    let before = fund.dump();
    assert_eq!(fund.refused("karl", &silent), "text-empty");
    assert_eq!(fund.refused("sofie", &reopen(MARCH)), "denied-role");
    assert_eq!(fund.dump(), before);
    let made = fund.does("karl", &reopen(date(2018, 2, 5))).made;
    assert_eq!(made["closed_through"], "2018-01-31");
    fund.does("sofie", &ks(date(2018, 2, 1)));
    assert_eq!(fund.refused("sofie", &ks(date(2018, 1, 31))), "period-closed");
    fund.does("sofie", &close(MARCH));
    assert_eq!(fund.refused("sofie", &ks(MARCH)), "period-closed");
    let made = fund.does("karl", &reopen(date(2018, 1, 1))).made;
    assert!(made["closed_through"].is_null());
    fund.does("sofie", &ks(date(2018, 1, 1)));
}

#[test]
fn l7_nothing_that_has_happened_is_dated_ahead() {
    let fund = Fund::new();
    fund.funded(kr(1_000_000));
    let reference = fund.live("2018-1", kr(1_000), "fixed:100");
    let invoice = fund.adopts(reference, HALDEN).unwrap();
    let tomorrow = fund.today().tomorrow().unwrap();
    let before = fund.dump();
    for payer in [Payer::Ks, Payer::State] {
        assert_eq!(fund.refused("sofie", &pays_on(payer, 1, tomorrow)), "date-ahead");
    }
    let yes = RegisterAnswer {
        on: Some(tomorrow),
        ..answers(MOSS, true)
    };
    assert_eq!(fund.refused("sofie", &yes), "date-ahead");
    let paid = PayCharge {
        invoice,
        amount: None,
        on: Some(tomorrow),
    };
    assert_eq!(fund.refused("sofie", &paid), "date-ahead");
    let back = ReverseVoucher {
        voucher: 1,
        reason: "Feil konto".into(),
        on: Some(tomorrow),
    };
    assert_eq!(fund.refused("sofie", &back), "date-ahead");
    assert_eq!(fund.dump(), before);
}

#[test]
fn l7_an_approved_disbursement_is_posted_ahead_and_taken_back_on_its_own_day() {
    let fund = Fund::new();
    fund.funded(kr(1_000));
    let reference = fund.committed("2018-1", project("Innsyn", kr(100)));
    let july = date(2018, 7, 1);
    let ahead = RegisterDisbursement {
        on: Some(july),
        ..disburse(reference, kr(40))
    };
    let id = fund.does("sofie", &ahead).made["id"].as_i64().unwrap();
    let voucher = fund.does("karl", &ApproveDisbursement { id }).made["voucher"]
        .as_i64()
        .unwrap();
    let back = |on| ReverseVoucher {
        voucher,
        reason: "Avtalen er utsatt".into(),
        on,
    };
    assert_eq!(fund.refused("sofie", &back(Some(DAY))), "reversal-before");
    assert_eq!(fund.refused("sofie", &back(Some(date(2018, 7, 2)))), "date-ahead");
    fund.does("sofie", &back(None));
    let posted = "SELECT posted_on FROM vouchers ORDER BY voucher DESC LIMIT 1";
    let posted: String = fund.raw().query_row(posted, [], |row| row.get(0)).unwrap();
    assert_eq!(posted, "2018-07-01");
}

#[test]
fn l7_a_closed_period_takes_no_dated_fact_at_all() {
    let fund = Fund::new();
    fund.funded(kr(1_000_000));
    let reference = fund.live("2018-1", kr(1_000), "fixed:100");
    let draft = fund.draft(project("Nytt", kr(100)));
    let recommended = fund.recommended("2018-2", project("Kart", kr(100)));
    fund.on(APRIL);
    fund.does("sofie", &close(MARCH));
    let before = fund.dump();
    let yes = RegisterAnswer {
        on: Some(MARCH),
        ..answers(MOSS, true)
    };
    assert_eq!(fund.refused("sofie", &yes), "period-closed");
    let adopts = Adopt {
        on: Some(MARCH),
        ..adopt(reference, HALDEN)
    };
    assert_eq!(fund.refused("sofie", &adopts), "period-closed");
    let submits = SubmitProposal {
        reference: draft,
        on: Some(MARCH),
    };
    assert_eq!(fund.refused("sofie", &submits), "period-closed");
    assert_eq!(
        fund.refused("sofie", &pays_on(Payer::Ks, 1, MARCH)),
        "period-closed"
    );
    // A business date in the period stops what is dated by it.
    fund.on(MARCH);
    assert_eq!(
        fund.refused("karl", &commit(recommended, kr(100))),
        "period-closed"
    );
    let lost = WriteOff {
        reference,
        amount: kr(1),
        reason: "Tapt".into(),
    };
    assert_eq!(fund.refused("karl", &lost), "period-closed");
    assert_eq!(fund.refused("sofie", &qualify(draft)), "period-closed");
    assert_eq!(fund.dump(), before);
    fund.on(APRIL);
    fund.does("karl", &commit(recommended, kr(100)));
}

#[test]
fn l7_nothing_is_written_on_a_business_date_that_has_not_come_and_one_may_look_from_it() {
    let fund = Fund::new();
    fund.on(DAY);
    let on = |today| {
        let clock = Box::new(Chosen { today, true_day: DAY });
        let store = Store::open(&fund.path(), clock.now()).unwrap();
        Session::open(store, Access::local(Some("sofie")), clock).unwrap()
    };
    let answer = answers(HALDEN, true);
    let mut ahead = on(DAY.tomorrow().unwrap());
    for refused in [ahead.rehearse(&answer), ahead.perform(&answer)] {
        let refusal = refused.unwrap_err();
        assert_eq!(refusal.exit_code(), 4);
        assert_eq!(
            (refusal.refusal().code, refusal.refusal().rule),
            ("today-ahead", Some("L7"))
        );
    }
    ahead.view(&Vouchers).unwrap();
    on(DAY).perform(&answer).unwrap();
}
