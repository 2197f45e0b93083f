//! Every screen and form at sizes that nobody designs for: the few columns that are left beside a split, and more cells than
//! sixteen bits can number.

use super::{Funds, SCREENS, looks};
use crate::domain::council::Recommendation;
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::tui::fund_access::{FundAccess, SessionAccess};
use crate::tui::route::Route;
use crate::tui::testing::{Story, demo, without_votes};
use crate::tui::theme::Theme;
use crate::usecases::{PayCharge, Recommend, UseCase};

/// Columns of the narrow ones, and the rows that each has in turn.
const NARROW: std::ops::RangeInclusive<u16> = 1..=30;
const ROWS: [u16; 2] = [3, 24];
/// 120 000 cells.
const LARGE: (u16, u16) = (600, 200);

fn drawn(story: &Story<SessionAccess>) {
    for wide in NARROW {
        for tall in ROWS {
            story.buffer(wide, tall);
        }
    }
    let (wide, tall) = LARGE;
    assert_eq!(story.buffer(wide, tall).content.len(), 120_000);
}

#[test]
fn every_screen_and_form_can_be_drawn_at_every_width() {
    let mut funds = Funds::default();
    for (handle, route, keys) in looks() {
        // The plain signs take paths of their own through bars and charts.
        let theme = Theme::new(true, route == Route::Overview);
        let mut story = Story::with_theme(SCREENS, &route, funds.take(handle), theme);
        drawn(&story);
        for more in keys {
            story.press(more);
            drawn(&story);
        }
        funds.give_back(handle, story.fund);
    }
}

/// A form that has nothing to be about until a step has been taken.
fn after(handle: &str, step: &dyn UseCase, then: &str, route: &Route) {
    let (folder, mut fund) = demo(handle);
    without_votes(&folder);
    fund.take(step).expect("a step");
    fund.sit_as(then).expect("a seat");
    let mut story = Story::new(SCREENS, route, fund);
    assert!(story.app.mode().is_some(), "a form\n{}", story.screen(80, 24));
    drawn(&story);
    story.press("<Tab>");
    drawn(&story);
}

#[test]
fn the_forms_of_a_decision_and_a_refund_can_too() {
    let recommended = Recommend {
        reference: "2018-31".parse().expect("a reference"),
        recommendation: Recommendation::Approve {
            amount: Ore::kroner(1_000_000),
            conditions: String::new(),
        },
    };
    after("leder", &recommended, "ks", &Route::Decide("2018-31".into()));
    let paid_again = PayCharge {
        invoice: "K-0001".parse().expect("an invoice"),
        amount: Some(Ore::kroner(22_000)),
        on: None,
    };
    let moss = Number::parse("0104").expect("a number");
    let refund = Route::Refund("2017-01".parse().expect("a reference"), moss);
    after("sekretariat", &paid_again, "sekretariat", &refund);
}

#[test]
fn the_keys_that_end_a_form_are_in_sight_at_every_size() {
    let (_folder, fund) = demo("sekretariat");
    let mut story = Story::new(SCREENS, &Route::NewProposal, fund);
    for keys in ["", "<Tab>"] {
        story.press(keys);
        for (wide, tall) in [(80, 24), (40, 12), (20, 5)] {
            let foot = story.foot(wide, tall);
            assert!(
                ["Ctrl-S", "Esc", "F1"].iter().all(|key| foot.contains(key)),
                "{wide}x{tall}: {foot}"
            );
        }
    }
}
