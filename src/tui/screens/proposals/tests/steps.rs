//! How the steps of a proposal are found, which comes next, and how an uptake is typed.

use super::{proposal, seat, story};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::tui::fund_access::{FundAccess, SessionAccess};
use crate::tui::route::Route;
use crate::tui::testing::Story;
use crate::usecases::RegisterDisbursement;

/// Of 2018-13, which KS has just committed to: one registers its first disbursement, and then another approves it (L6).
pub(super) fn first_disbursement(story: &mut Story<SessionAccess>) {
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("Sekretariatet må registrere den første utbetalingen."),
        "{screen}"
    );
    seat(story, "sekretariat");
    let step = RegisterDisbursement {
        reference: Ref::new(2018, 13),
        amount: Ore::kroner(1_000_000),
        on: None,
    };
    story.fund.take(&step).unwrap();
    let screen = story.press("2/2018-13<Enter><Enter>").screen(80, 24);
    assert!(
        screen.contains("Den første utbetalingen må godkjennes."),
        "{screen}"
    );
}

#[test]
fn the_palette_calls_a_step_in_full_and_finds_the_one_that_comes_next() {
    let (_folder, mut list) = story("sekretariat", &Route::Proposals);
    let screen = list.press(":ny").screen(80, 24);
    assert!(screen.contains(" Ny søknad "), "{screen}");
    let (_folder, mut one) = story("sekretariat", &proposal(1));
    let screen = one.press(":utbet").screen(80, 24);
    assert!(screen.contains("▌ Ny utbetaling"), "{screen}");
    let screen = one.press("<Enter>").screen(80, 24);
    assert!(screen.contains("Ny utbetaling til 2018-01"), "{screen}");
}

#[test]
fn an_uptake_is_typed_as_per_cent_and_what_could_mean_two_things_is_refused() {
    let (_folder, mut story) = story("sekretariat", &Route::EditProposal("2018-29".parse().unwrap()));
    let down = "<Tab>".repeat(8);
    let screen = story.press(&format!("{down}<C-u>0,6<Tab>")).screen(80, 40);
    assert!(
        screen.contains("✗ «0,6» kan ikke brukes. Skriv en prosent"),
        "{screen}"
    );
    let screen = story.press("<S-Tab><C-u>60<Tab>").screen(80, 40);
    assert!(!screen.contains("Skriv en prosent"), "{screen}");
}
