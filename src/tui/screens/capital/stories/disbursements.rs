//! The part with the disbursements: approving, withdrawing, and what is approved and only to be paid.

use super::*;
use crate::domain::commitment::{Approval, Payee};

#[test]
fn ks_approves_a_disbursement_with_its_amount_named() {
    let mut story = story(&[Role::Ks]);
    story.press("<S-Tab>a");
    insta::assert_snapshot!("approve_80x24", story.body(80, 24));
    assert!(story.fund.taken.is_empty());
    story.press("<Right><Enter>");
    assert_eq!(story.fund.taken, ["ApproveDisbursement { id: 14 }"]);
}

#[test]
fn what_waits_is_told_beside_what_is_left_of_the_commitments_and_has_room() {
    let (_folder, fund) = crate::tui::testing::demo("sekretariat");
    let mut story = Story::new(SCREENS, &Route::Approvals, fund);
    story.press("<S-Tab>");
    let said = "Av dette venter 3\u{a0}000\u{a0}000\u{a0}kr på godkjenning eller på betalingsdagen.";
    let narrow = story.screen(80, 24);
    assert!(narrow.contains(said), "{narrow}");
    // Where there is room for it, the row says it of its own.
    let wide = story.screen(160, 50);
    let row = wide.lines().find(|line| line.contains("2018-01"));
    assert!(row.is_some_and(|row| row.ends_with("venter")), "{wide}");
}

#[test]
fn l6_who_registered_a_disbursement_is_told_that_another_must_approve_it() {
    let fund =
        Ready::new(person(&[Role::Ks, Role::Secretariat])).with(|view: &CapitalBoard| Ok(data(view, true)));
    let mut story = Story::new(SCREENS, &Route::Capital, fund);
    story.press("<S-Tab>a");
    let screen = story.screen(80, 24);
    assert!(screen.contains("En annen må godkjenne"), "{screen}");
    assert!(story.fund.taken.is_empty());
}

#[test]
fn the_secretariat_withdraws_what_is_not_going_to_be_approved() {
    let mut story = story(&[Role::Secretariat]);
    story.press("<S-Tab>t");
    insta::assert_snapshot!("withdraw_80x24", story.body(80, 24));
    assert!(story.fund.taken.is_empty());
    story.press("<Right><Enter>");
    assert_eq!(story.fund.taken, ["WithdrawDisbursement { id: 14 }"]);
}

#[test]
fn who_may_not_withdraw_a_disbursement_is_told_who_may() {
    let mut story = story(&[Role::Ks]);
    let screen = story.press("<S-Tab>t").screen(80, 24);
    assert!(
        screen.contains("sekretariatet kan registrere utbetalinger"),
        "{screen}"
    );
}

/// One waits, and another is approved for a day that is still to come.
fn with_one_ahead(view: &CapitalBoard) -> CapitalBoardData {
    let mut data = data(view, false);
    let mut line = data.waiting[0].clone();
    line.disbursement = Disbursement {
        id: 12,
        payee: Payee::Project(Ref::new(2018, 7)),
        amount: kr(3_000_000),
        pay_on: date(2018, 7, 1),
        approved: Some(Approval {
            by: "karl".into(),
            on: Some(date(2018, 5, 7)),
            voucher: 596,
            reversed: None,
        }),
        ..line.disbursement
    };
    line.title = "Felles innsyn i byggesaker".into();
    line.approved_by = "Karl Karlsen".into();
    data.ahead.push(line);
    data
}

#[test]
fn what_is_approved_and_dated_ahead_is_listed_until_its_day() {
    let fund = Ready::new(person(&[Role::Ks, Role::Secretariat]))
        .with(|view: &CapitalBoard| Ok(with_one_ahead(view)));
    let mut story = Story::new(SCREENS, &Route::Capital, fund);
    story.press("<S-Tab>j");
    insta::assert_snapshot!("waiting_and_ahead_80x24", story.body(80, 24));
    insta::assert_snapshot!("waiting_and_ahead_120x40", story.body(120, 40));
    for key in ["a", "t"] {
        let screen = story.press(key).screen(120, 40);
        assert!(
            screen.contains("er allerede godkjent av Karl Karlsen, med bilag 596"),
            "{screen}"
        );
    }
    assert!(story.fund.taken.is_empty());
}
