//! Stories of the saved forecasts.

use jiff::civil::date;

use super::{facts, kr, story};
use crate::domain::forecast::samples::{outlook, settings};
use crate::domain::forecast::{Deviation, Saved, WhatIf};
use crate::domain::policy::Role;
use crate::tui::route::Route;
use crate::tui::screens::SCREENS;
use crate::tui::testing::{Ready, Story, person};
use crate::usecases::views::PastForecasts;
use crate::usecases::views::past::Past;

/// One of which two quarters are over, the second outside the band, and one that was saved today.
pub(super) fn kept() -> Vec<Past> {
    let saved = Saved::of(
        &outlook(&facts(), &WhatIf::default(), settings(200, 1)),
        date(2018, 5, 7),
        settings(200, 1),
    );
    let actual = [0, -3_000_000];
    let deviation = |(at, off): (usize, i64)| Deviation {
        forecast: saved.quarters[at],
        actual: saved.quarters[at].row.closing + kr(off),
    };
    vec![
        Past {
            name: "I dag".into(),
            passed: Vec::new(),
            saved: saved.clone(),
        },
        Past {
            name: "Budsjett 2018".into(),
            passed: actual.into_iter().enumerate().map(deviation).collect(),
            saved,
        },
    ]
}

fn kept_story(kept: fn() -> Vec<Past>) -> Story {
    let fund = Ready::new(person(&[Role::Observer])).with(move |_: &PastForecasts| Ok(kept()));
    Story::new(SCREENS, &Route::PastForecasts, fund)
}

#[test]
fn f5_a_saved_forecast_stands_beside_what_came_of_it() {
    let mut story = kept_story(kept);
    insta::assert_snapshot!("past_80x24", story.body(80, 24));
    insta::assert_snapshot!("past_one_80x24", story.press("j<Enter>j").body(80, 24));
    insta::assert_snapshot!("past_one_120x40", story.body(120, 40));
    assert!(
        story
            .press("<Enter>")
            .screen(80, 24)
            .contains("Du leser allerede prognosen")
    );
    let all = story.press("<Esc><Esc>").screen(80, 24);
    assert!(all.contains("Lagrede prognoser"), "{all}");
}

#[test]
fn where_none_is_saved_the_page_says_how_one_is() {
    let mut story = kept_story(Vec::new);
    assert!(
        story
            .screen(80, 24)
            .contains("lagrer s prognosen slik den er i dag")
    );
    assert!(
        story
            .press("<Enter>")
            .screen(80, 24)
            .contains("Ingen prognoser er lagret")
    );
}

#[test]
fn the_saved_forecasts_are_one_key_from_the_capital() {
    let mut story = story(&[Role::Observer]);
    assert!(story.press("p").screen(80, 24).contains("Budsjett 2018"));
}
