//! The last line of every screen, on the demo fund: the keys that it offers to somebody who may use them, or those of a
//! form, a filter or a question. The other snapshots leave that line out, so that a new key changes this one only.

mod forms;
mod sizes;

use std::collections::HashMap;
use std::fmt::Write;

use super::SCREENS;
use crate::domain::participant::Number;
use crate::domain::ranking::{CutRule, Marks};
use crate::i18n::{Lang, Words};
use crate::tui::fund_access::SessionAccess;
use crate::tui::key::Key;
use crate::tui::keymap::key_names;
use crate::tui::route::Route;
use crate::tui::testing::{Story, clash, demo};

/// Who looks, where, and the keys that lead on to other last lines of the same screen.
type Look = (&'static str, Route, &'static [&'static str]);

/// Every screen but the forms of a decision and a refund, which have nothing to be about in the demo.
fn looks() -> Vec<Look> {
    let number = |text: &str| Number::parse(text).expect("a number");
    let reference = |text: &str| text.parse().expect("a reference");
    let invoice = "K-0001".parse().expect("an invoice");
    vec![
        (
            "leder",
            Route::Overview,
            &[
                "?",
                "<Esc>:",
                "<Esc>=",
                "<Esc>@",
                "<Esc><F2>",
                "<Enter>",
                "<Esc>/",
            ],
        ),
        ("leder", Route::Proposals, &["/"]),
        ("sekretariat", Route::Proposals, &[]),
        ("leder", Route::Proposal("2018-31".into()), &[]),
        ("ks", Route::Proposal("2018-31".into()), &[]),
        ("sekretariat", Route::Proposal("2018-25".into()), &[]),
        ("sekretariat", Route::Proposal("2018-29".into()), &[]),
        ("sekretariat", Route::NewProposal, &["<Tab>"]),
        ("sekretariat", Route::EditProposal(reference("2018-29")), &[]),
        ("sekretariat", Route::Withdraw(reference("2018-29")), &[]),
        ("sekretariat", Route::Qualify(reference("2018-25")), &[]),
        ("leder", Route::Recommend("2018-31".into()), &["<Tab>", "<C-s>"]),
        ("oslo", Route::Scoring, &[]),
        ("leder", Route::Scoring, &["v"]),
        (
            "leder",
            Route::Scorecard(reference("2018-14")),
            &["4<Down><Down><Down><Down>", "<C-s>"],
        ),
        ("leder", Route::Conflict(reference("2018-14")), &[]),
        ("leder", Route::OpenRound, &["a", "<Enter>"]),
        ("leder", Route::Ranking, &[" ", "uJ"]),
        ("ks", Route::Ranking, &[]),
        (
            "leder",
            Route::Portfolio {
                round: "2018-3".into(),
                frame: None,
                rule: CutRule::Stop,
                marks: Marks::new(),
            },
            &[],
        ),
        (
            "sekretariat",
            Route::Capital,
            &["<Right>", "u<Tab>", "<Tab>", "<Tab>", "<Tab>"],
        ),
        ("ks", Route::Approvals, &["a"]),
        ("sekretariat", Route::Disburse(reference("2018-01")), &[]),
        ("sekretariat", Route::Release(reference("2018-01")), &[]),
        ("sekretariat", Route::SaveForecast, &[]),
        ("leder", Route::PastForecasts, &["<Enter>"]),
        ("sekretariat", Route::Participants, &["/", "<Esc><Tab>"]),
        ("sekretariat", Route::Participant(number("0217")), &[]),
        ("sekretariat", Route::Answer(number("0217")), &[]),
        ("sekretariat", Route::Payment(number("0528")), &[]),
        ("leder", Route::Solutions, &["/"]),
        (
            "sekretariat",
            Route::Solution(reference("2017-01")),
            &["<Tab>", "<Tab>"],
        ),
        ("sekretariat", Route::Solution(reference("2018-01")), &[]),
        ("sekretariat", Route::Adopt(reference("2017-01")), &[]),
        ("sekretariat", Route::GoLive(reference("2018-01")), &[]),
        (
            "sekretariat",
            Route::PayCharge(reference("2017-01"), invoice),
            &[],
        ),
        ("sekretariat", Route::WriteOff(reference("2017-01")), &[]),
        ("sekretariat", Route::Stop(reference("2018-01")), &[]),
        ("sekretariat", Route::Vouchers, &["/", "<Esc><Enter>"]),
        ("sekretariat", Route::Reverse(511), &[]),
        ("leder", Route::Log, &["<Enter>"]),
    ]
}

/// The demo as each person opened it, for looks that write nothing.
#[derive(Default)]
struct Funds(HashMap<&'static str, (tempfile::TempDir, Option<SessionAccess>)>);

impl Funds {
    fn take(&mut self, handle: &'static str) -> SessionAccess {
        let open = || {
            let (folder, fund) = demo(handle);
            (folder, Some(fund))
        };
        let fund = self.0.entry(handle).or_insert_with(open).1.take();
        fund.expect("it was given back")
    }

    fn give_back(&mut self, handle: &'static str, fund: SessionAccess) {
        self.0.entry(handle).and_modify(|entry| entry.1 = Some(fund));
    }
}

/// No key means two things here, none that is typed means anything, and F1 tells of every one of them.
fn asks_for_help(story: &mut Story<SessionAccess>) {
    let (own, everywhere) = (story.app.own_keys(), story.app.everywhere());
    let keys = || {
        own.iter()
            .chain(&everywhere)
            .flat_map(|row| row.keys.iter().copied())
    };
    let before = story.screen(80, 24);
    assert_eq!(clash(keys()), None, "{before}");
    let typed = story.app.mode().is_some_and(|mode| mode.text);
    assert!(
        !typed || !keys().any(|key| matches!(key, Key::Char(_))),
        "{before}"
    );
    let helps = |screen: &str| screen.contains("─ Hjelp · ");
    if !helps(&before) {
        let help = story.press("<F1>").screen(80, 24);
        assert!(helps(&help), "{before}{help}");
        let drawn = story.screen(80, 200);
        for row in own.iter().chain(&everywhere) {
            let key = key_names(&row.keys[..1], &Words::new(Lang::Nb), false);
            assert!(drawn.contains(&key), "{key} in\n{drawn}");
        }
        assert_eq!(story.press("<F1>").screen(80, 24), before);
    }
    if !typed && !helps(&before) {
        assert!(helps(&story.press("?").screen(80, 24)), "{before}");
        story.press("<Esc>");
    }
}

#[test]
fn the_last_line_says_what_the_keys_do_here() {
    let mut text = String::new();
    let mut funds = Funds::default();
    for (handle, route, keys) in looks() {
        let mut story = Story::new(SCREENS, &route, funds.take(handle));
        let screen = format!("{route:?}");
        let name = screen.split(['(', ' ']).next().unwrap_or_default();
        let mut pressed = String::new();
        for more in [""].iter().chain(keys) {
            story.press(more);
            asks_for_help(&mut story);
            pressed += more;
            writeln!(text, "{name} · {handle} {pressed}").expect("text");
            for (wide, tall) in [(80, 24), (120, 40)] {
                write!(text, "{wide:5} {}", story.foot(wide, tall)).expect("text");
            }
        }
        funds.give_back(handle, story.fund);
    }
    insta::assert_snapshot!("last_lines", text);
}
