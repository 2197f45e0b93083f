//! Stories of the solutions: what each role sees and does with them.

use jiff::civil::date;

use super::fixtures::{NEW, PRICED, SHARED, fund};
use crate::domain::policy::Role;
use crate::domain::refusal::refuse;
use crate::tui::route::Route;
use crate::tui::screen::{Screens, Tab};
use crate::tui::testing::{self, Ready, Story, person};
use crate::usecases::OpError;
use crate::usecases::views::Solutions;

/// The screens with two tabs only, so that the pictures stand when another tab comes.
const SCREENS: Screens = Screens {
    tabs: &[
        Tab {
            digit: '1',
            name: "overview-tab",
            route: Route::Overview,
        },
        Tab {
            digit: '8',
            name: "solutions-tab",
            route: Route::Solutions,
        },
    ],
    open: testing::SCREENS.open,
};

fn story(roles: &[Role]) -> Story {
    Story::new(SCREENS, &Route::Solutions, fund(roles))
}

/// The page of the one whose cost is shared.
fn page(roles: &[Role]) -> Story {
    Story::new(SCREENS, &Route::Solution(SHARED), fund(roles))
}

/// The references in the order in which they are shown.
fn listed(story: &Story) -> Vec<String> {
    let screen = story.screen(120, 40);
    let known = |line: &str| {
        let text = line.trim_start_matches('▌').trim().get(..7)?.to_owned();
        text.starts_with("201").then_some(text)
    };
    screen.lines().filter_map(known).collect()
}

#[test]
fn the_list_shows_what_has_come_back_and_what_is_overdue() {
    insta::assert_snapshot!("list_80x24", story(&[Role::Chair]).body(80, 24));
    insta::assert_snapshot!("list_120x40", story(&[Role::Chair]).body(120, 40));
    insta::assert_snapshot!("list_160x50", story(&[Role::Chair]).body(160, 50));
}

#[test]
fn the_list_is_sorted_and_found() {
    let mut story = story(&[Role::Chair]);
    assert_eq!(listed(&story), ["2017-01", "2017-02", "2018-01", "2018-03"]);
    assert_eq!(listed(story.press("o"))[0], "2017-02", "most overdue first");
    assert_eq!(listed(story.press("o"))[3], "2017-01", "what has come back, last");
    assert_eq!(listed(story.press("o"))[0], "2017-02", "most outstanding first");
    story.press("o/kart");
    assert_eq!(listed(&story), ["2018-03"]);
    insta::assert_snapshot!("search_80x24", story.body(80, 24));
    story.press("<Enter><Enter>");
    assert!(story.screen(80, 24).contains("2018-03  Felles kartløsning"));
    story.press("<Esc><Esc>");
    assert_eq!(listed(&story).len(), 4);
    story.press("/finnes ikke");
    assert!(story.screen(80, 24).contains("Ingenting passer med søket"));
    story.press("<Enter><Enter>");
    assert!(story.screen(80, 24).contains("Ingen løsning er valgt"));
}

#[test]
fn a_fund_that_has_paid_nothing_says_so() {
    let fund = Ready::new(person(&[Role::Chair])).with(|_: &Solutions| Ok(Vec::new()));
    let story = Story::new(SCREENS, &Route::Solutions, fund);
    assert!(story.screen(80, 24).contains("Fondet har ikke betalt ut noe"));
}

#[test]
fn a_solution_shows_its_adopters_its_charges_and_its_settlements() {
    let mut story = page(&[Role::Secretariat]);
    insta::assert_snapshot!("adopters_80x24", story.body(80, 24));
    insta::assert_snapshot!("adopters_120x40", story.body(120, 40));
    story.press("<Tab>");
    insta::assert_snapshot!("charges_80x24", story.body(80, 24));
    insta::assert_snapshot!("charges_120x40", story.body(120, 40));
    insta::assert_snapshot!("settlements_80x24", story.press("<Tab>").body(80, 24));
    insta::assert_snapshot!("shares_80x24", story.press("<Enter>").body(80, 24));
    story.press("<Esc>");
    assert!(!story.screen(80, 24).contains("Andel"), "Esc closes the shares");
    story.press("<Tab><S-Tab><S-Tab>");
    assert!(story.screen(80, 24).contains("[Betalingskrav (3, 1 forfalt)]"));
}

#[test]
fn a_small_terminal_keeps_who_owes_what() {
    let mut story = page(&[Role::Secretariat]);
    insta::assert_snapshot!("charges_40x14", story.press("<Tab>").body(40, 14));
}

#[test]
fn a_price_list_has_no_settlements_and_a_new_project_none_of_it() {
    let mut priced = Story::new(SCREENS, &Route::Solution(PRICED), fund(&[Role::Secretariat]));
    insta::assert_snapshot!("priced_80x24", priced.press("<S-Tab>").body(80, 24));
    priced.press("o");
    assert!(priced.screen(80, 24).contains("har prisliste. Kravene kommer"));
    let mut new = Story::new(SCREENS, &Route::Solution(NEW), fund(&[Role::Secretariat]));
    insta::assert_snapshot!("new_80x24", new.body(80, 24));
    new.press("n");
    assert!(
        new.screen(80, 24).contains("kan ikke tas i bruk"),
        "{}",
        new.screen(80, 24)
    );
}

#[test]
fn r4_a_payment_is_filled_in_with_what_is_unpaid_and_says_when_it_is_too_much() {
    let mut story = page(&[Role::Secretariat]);
    insta::assert_snapshot!("pay_80x24", story.press("<Tab>b").body(80, 24));
    story.press("<C-u>500 000");
    assert!(
        story
            .screen(80, 24)
            .contains("94\u{a0}913\u{a0}kr er for mye og skal refunderes")
    );
    story.press("<C-s>");
    insta::assert_snapshot!("pay_confirm_80x24", story.body(80, 24));
    story.press("<Enter>");
    assert!(story.fund.taken.is_empty());
    story.press("B");
    let taken = &story.fund.taken[0];
    assert!(
        taken.contains("PayCharge { invoice: Invoice(2), amount: Some(Ore(50000000)), on: None }"),
        "{taken}"
    );
    assert!(
        story.screen(80, 24).contains("[Betalingskrav"),
        "one is back where one was"
    );
}

#[test]
fn r4_only_what_is_overdue_is_reminded_of() {
    let mut story = page(&[Role::Secretariat]);
    story.press("p");
    assert!(story.screen(80, 24).contains("Velg et krav først"));
    insta::assert_snapshot!("remind_80x24", story.press("<Tab>p").body(80, 24));
    story.press("<Right><Enter>");
    assert_eq!(story.fund.taken, ["Remind { invoice: Invoice(2), on: None }"]);
    story.press("jp");
    assert!(story.screen(80, 24).contains("kan ikke purres ennå"));
}

#[test]
fn r4_all_that_is_overdue_is_reminded_of_from_the_list() {
    let mut story = Story::new(SCREENS, &Route::Solutions, fund(&[Role::Secretariat]));
    insta::assert_snapshot!("remind_all_80x24", story.press("p").body(80, 24));
    story.press("<Right><Enter>");
    assert_eq!(story.fund.taken, ["RemindAll { on: None }"]);
    let mut member = Story::new(SCREENS, &Route::Solutions, fund(&[Role::Member]));
    assert!(member.press("p").screen(80, 24).contains('✗'));
}

#[test]
fn a_refund_goes_to_who_is_owed() {
    let mut story = page(&[Role::Secretariat]);
    insta::assert_snapshot!("refund_80x24", story.press("r").body(80, 24));
    story.press("<C-s><Enter>");
    assert!(story.fund.taken.is_empty(), "L2: Enter alone books nothing");
    story.press("B");
    assert!(
        story.fund.taken[0].contains("amount: Some(Ore(1250000))"),
        "{:?}",
        story.fund.taken
    );
    story.press("jr");
    assert!(story.screen(80, 24).contains("Moss har ingenting til gode"));
}

#[test]
fn r1_a_settlement_names_what_it_comes_to_before_it_is_made() {
    let mut story = page(&[Role::Secretariat]);
    insta::assert_snapshot!("settle_80x24", story.press("o").body(80, 24));
    story.press("<Enter>");
    assert!(story.fund.taken.is_empty());
    story.press("o<Right><Enter>");
    assert_eq!(
        story.fund.taken,
        ["Settle { reference: Ref { year: 2017, number: 2 }, on: Some(2018-05-07) }"]
    );
}

#[test]
fn c5_who_takes_a_solution_into_use_is_named_while_one_types() {
    let mut story = page(&[Role::Secretariat]);
    story.press("nmos");
    assert!(story.screen(80, 24).contains("0104 Moss, 1874 Moskenes"));
    story.press("<C-s>");
    assert!(
        story
            .screen(80, 24)
            .contains("2 deltakere heter noe som begynner med «mos»")
    );
    story.press("s");
    insta::assert_snapshot!("adopt_80x24", story.body(80, 24));
    story.press("<C-u>0101");
    assert!(story.screen(80, 24).contains("hadde ikke betalt hele innskuddet"));
    story.press("<C-s>");
    assert!(story.screen(80, 24).contains("✗ Halden hadde ikke betalt"));
    story.press("<C-u>1874<C-s>");
    insta::assert_snapshot!("adopt_confirm_80x24", story.body(80, 24));
    story.press("<Right><Enter>");
    assert!(story.fund.taken[0].contains("1874"), "{:?}", story.fund.taken);
}

#[test]
fn the_price_of_the_proposal_is_filled_in_when_a_solution_goes_live() {
    let mut story = Story::new(SCREENS, &Route::Solution(NEW), fund(&[Role::Secretariat]));
    insta::assert_snapshot!("live_80x24", story.press("l").body(80, 24));
    story.press("2.5.2018<Enter><Right><Enter>5000<C-s>");
    insta::assert_snapshot!("live_confirm_80x24", story.body(80, 24));
    story.press("<Right><Enter>");
    let taken = &story.fund.taken[0];
    assert!(
        taken.contains("on: Some(2018-05-02)") && taken.contains("fixed: Ore(500000)"),
        "{taken}"
    );
    let mut story = page(&[Role::Secretariat]);
    story.press("l");
    assert!(story.screen(80, 24).contains("kan ikke settes i drift"));
}

#[test]
fn l4_what_is_lost_is_named_with_its_amount_before_it_is_written_off() {
    let mut story = page(&[Role::Ks]);
    story.press("x99 000 000<Enter>Konkurs<C-s>");
    assert!(story.screen(80, 24).contains("kr er utestående på 2017-02. Mer"));
    story.press("<C-u>100 000<C-s>");
    insta::assert_snapshot!("write_off_80x24", story.body(80, 24));
    story.press("<Right><Enter>");
    assert!(story.fund.taken[0].contains("Konkurs"), "{:?}", story.fund.taken);
    let mut repaid = Story::new(SCREENS, &Route::Solution(PRICED), fund(&[Role::Ks]));
    repaid.press("x");
    assert!(repaid.screen(80, 24).contains("Ingenting er utestående"));
}

#[test]
fn stopping_a_project_names_what_is_released_and_what_is_written_off() {
    let mut story = Story::new(SCREENS, &Route::Solution(NEW), fund(&[Role::Ks]));
    story.press("S<C-s>");
    assert!(story.screen(80, 24).contains("Må fylles ut"));
    story.press("Leverandøren er borte<C-s>");
    insta::assert_snapshot!("stop_80x24", story.body(80, 24));
    story.press("<Right><Enter>");
    assert!(
        story.fund.taken[0].starts_with("StopProject"),
        "{:?}",
        story.fund.taken
    );
}

#[test]
fn what_the_rules_refuse_stands_under_its_field_and_nothing_is_lost() {
    let mut story = page(&[Role::Secretariat]);
    story.fund = fund(&[Role::Secretariat]).outcome(|_| {
        let refusal = refuse("payment-before-charge").with("invoice", "K-0002");
        Err(OpError::Refused(refusal.with("date", date(2018, 2, 1))))
    });
    story.press("<Tab>b<Tab>1.1.2018<C-s>B");
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("1.1.2018") && screen.contains("Betalingen kan ikke være"),
        "{screen}"
    );
}

#[test]
fn a_member_is_told_whose_the_keys_are() {
    let mut story = page(&[Role::Member]);
    story.press("n");
    assert!(
        story
            .screen(80, 24)
            .contains("sekretariatet kan registrere ibruktakelser")
    );
    story.press("S");
    assert!(story.screen(80, 24).contains("KS kan stoppe prosjekter"));
    insta::assert_snapshot!("member_80x24", page(&[Role::Member]).body(80, 24));
}

#[test]
fn any_size_will_do() {
    for keys in [
        "",
        "/o",
        "j<Enter>",
        "j<Enter><Tab>",
        "j<Enter><S-Tab><Enter>",
        "j<Enter>n",
        "j<Enter><Tab>b",
        "jj<Enter>l",
    ] {
        let mut story = story(&[Role::Secretariat]);
        story.press(keys);
        for wide in [0, 1, 2, 9, 20, 49, 64, 80, 120, 200] {
            for tall in [0, 1, 2, 3, 4, 5, 8, 9, 12, 16, 24] {
                story.buffer(wide, tall);
            }
        }
    }
}
