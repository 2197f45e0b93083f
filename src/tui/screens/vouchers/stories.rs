//! Stories of the vouchers: found, read with their postings, and taken back.

use jiff::civil::{Date, date};

use crate::domain::ledger::{Account, Event, Posting, Source};
use crate::domain::money::Ore;
use crate::domain::policy::Role;
use crate::domain::proposal::Ref;
use crate::domain::refusal::refuse;
use crate::tui::route::Route;
use crate::tui::screens::SCREENS;
use crate::tui::testing::{Ready, Story, demo, person};
use crate::usecases::views::ledger::VoucherLine;
use crate::usecases::views::periods::PeriodsData;
use crate::usecases::views::{Periods, Vouchers};

fn line(
    voucher: i64,
    event: Event,
    on: Date,
    text: &str,
    accounts: [Account; 2],
    amount: i64,
) -> VoucherLine {
    let posting = |account, amount| Posting {
        account,
        amount: Ore::new(amount),
    };
    VoucherLine {
        voucher,
        event,
        posted_on: on,
        ahead: false,
        value_on: on,
        text: text.into(),
        reverses: None,
        reversed_by: None,
        postings: vec![posting(accounts[0], amount), posting(accounts[1], -amount)],
    }
}

/// Newest first.
fn lines() -> Vec<VoucherLine> {
    let contributions = Account::Contributions(Source::Municipality);
    let outstanding = Account::Outstanding(Ref::new(2018, 2));
    let (paid, back) = ([Account::Bank, contributions], [contributions, Account::Bank]);
    let mut lines = vec![
        line(
            4,
            Event::Contribution,
            date(2018, 4, 3),
            "Betalt to ganger",
            back,
            61_580_000,
        ),
        line(
            3,
            Event::Disbursement,
            date(2018, 3, 20),
            "Utbetaling 2018-02 Meldingsflyt",
            [outstanding, Account::Bank],
            462_500_050,
        ),
        line(
            2,
            Event::Contribution,
            date(2018, 2, 1),
            "Innskudd fra 0101 Halden",
            paid,
            61_580_000,
        ),
        line(
            1,
            Event::Contribution,
            date(2018, 1, 23),
            "Innskudd fra 0101 Halden",
            paid,
            61_580_000,
        ),
    ];
    lines[0].reverses = Some(2);
    lines[2].reversed_by = Some(4);
    lines[1].ahead = true;
    lines[1].value_on = date(2018, 3, 22);
    lines
}

fn fund(role: Role) -> Ready {
    Ready::new(person(&[role])).with(|_: &Vouchers| Ok(lines()))
}

fn story(role: Role) -> Story {
    Story::new(SCREENS, &Route::Vouchers, fund(role))
}

#[test]
fn l1_every_voucher_stands_in_the_list_and_opens_on_its_postings() {
    let mut story = story(Role::Secretariat);
    insta::assert_snapshot!("list_80x24", story.body(80, 24));
    insta::assert_snapshot!("list_120x40", story.body(120, 40));
    insta::assert_snapshot!("page_80x24", story.press("j<Enter>").body(80, 24));
    assert!(story.press("<Enter>").screen(80, 24).contains("Bilaget er åpent"));
    assert!(story.press("<Esc><Esc>").screen(80, 24).contains("▌      3"));
    assert!(
        story
            .press("j<Enter>")
            .screen(80, 24)
            .contains("reversert med bilag 4")
    );
}

#[test]
fn a_voucher_is_found_by_its_number_its_text_and_its_project() {
    let mut story = story(Role::Member);
    for (typed, found, not) in [
        ("meldings", "senere", "Halden"),
        ("2018-02", "senere", "ganger"),
        ("4", "ganger", "senere"),
    ] {
        story.press("/").press(typed);
        let screen = story.screen(80, 24);
        assert!(screen.contains(found) && !screen.contains(not), "{screen}");
        story.press("<Esc>");
    }
    // The marks are explained where the keys are.
    let help = story.press("?").screen(80, 40);
    assert!(help.contains("datert fram i tid"), "{help}");
    story.press("?");
    assert!(
        story
            .press("/finnes ikke")
            .screen(80, 24)
            .contains("Ingenting passer med søket")
    );
}

#[test]
fn l2_the_secretariat_takes_a_voucher_back_with_a_reason() {
    let mut story = story(Role::Secretariat);
    insta::assert_snapshot!("reverse_80x24", story.press("jr").body(80, 24));
    story.press("<C-s>");
    assert!(story.screen(80, 24).contains("Må fylles ut"));
    story.press("Feil konto<C-s>");
    insta::assert_snapshot!("reverse_confirm_80x24", story.body(80, 24));
    story.press("<Right><Enter>");
    assert_eq!(
        story.fund.taken,
        [r#"ReverseVoucher { voucher: 3, reason: "Feil konto", on: None }"#]
    );
}

#[test]
fn l2_what_is_no_slip_is_not_taken_back_and_what_the_rules_refuse_stands_in_the_form() {
    let mut story = story(Role::Secretariat);
    assert!(story.press("r").screen(80, 24).contains("kan ikke reverseres"));
    assert!(
        story
            .press("jjr")
            .screen(80, 24)
            .contains("er allerede reversert")
    );
    story.fund =
        fund(Role::Secretariat).refusing(|| refuse("reversal-before").with("date", date(2018, 3, 20)));
    story.press("krFeil konto<Tab>1.3.2018<C-s>");
    assert!(story.screen(80, 24).contains("kan ikke være før bilaget"));
    let credits = Ready::new(person(&[Role::Secretariat])).with(|_: &Vouchers| {
        let mut credit = lines().remove(1);
        credit.event = Event::Credit;
        Ok(vec![credit])
    });
    let mut credited = Story::new(SCREENS, &Route::Vouchers, credits);
    assert!(
        credited
            .press("r")
            .screen(80, 24)
            .contains("reverseres ikke for seg")
    );
    let mut member = self::story(Role::Member);
    assert!(member.press("jr").screen(80, 24).contains('✗'));
}

#[test]
fn the_vouchers_of_the_demo_are_one_key_from_the_capital() {
    let (_folder, fund) = demo("sekretariat");
    let mut story = Story::new(SCREENS, &Route::Capital, fund);
    let screen = story.press("b").screen(80, 24);
    assert!(
        screen.contains("Bilag ·") && screen.contains("nyeste først"),
        "{screen}"
    );
    assert!(story.press("<Esc>").screen(80, 24).contains("Prognose"));
}

#[test]
fn any_size_will_do() {
    for keys in ["", "j<Enter>", "jr", "/x"] {
        let mut story = story(Role::Secretariat);
        story.press(keys);
        for (wide, tall) in [(0, 0), (1, 1), (20, 1), (20, 5), (33, 9), (300, 60)] {
            story.buffer(wide, tall);
        }
    }
}

fn periods(role: Role, closed_through: Option<Date>) -> Story {
    let fund = Ready::new(person(&[role]))
        .with(|_: &Vouchers| Ok(lines()))
        .with(move |_: &Periods| {
            Ok(PeriodsData {
                as_of: date(2018, 5, 7),
                closed_through,
            })
        });
    Story::new(SCREENS, &Route::Vouchers, fund)
}

#[test]
fn l2_the_secretariat_closes_a_period_and_ks_opens_it_again() {
    let mut story = periods(Role::Secretariat, None);
    story.press("a31.3.2018<C-s>");
    assert!(story.screen(80, 24).contains("Bare KS kan åpne perioden igjen"));
    story.press("o");
    let mut story = periods(Role::Ks, Some(date(2018, 3, 31)));
    story.press("o");
    insta::assert_snapshot!("reopen_80x24", story.body(80, 24));
    story.press("<Tab>Et bilag manglet<C-s>");
    let screen = story.screen(80, 24);
    assert!(screen.contains("Regnskapet åpnes"), "{screen}");
    let mut story = periods(Role::Ks, None);
    story.press("o");
    assert!(story.screen(80, 24).contains("ingenting å åpne"));
    let mut story = periods(Role::Ks, None);
    story.press("a");
    assert!(story.screen(80, 24).contains("Bare"));
}
