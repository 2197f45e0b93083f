//! Stories of the ranking: keys in, expected screens out.

mod demo;
mod round;

use crate::domain::forecast::WhatIf;
use crate::domain::forecast::samples::{outlook, settings};
use crate::domain::policy::Role;
use crate::domain::proposal::Ref;
use crate::domain::ranking::Move;
use crate::domain::refusal::refuse;
use crate::tui::effects::Event;
use crate::tui::route::Route;
use crate::tui::screen::{Screens, Tab};
use crate::tui::screens;
use crate::tui::testing::{Ready, Story, bytes_between, person};
use crate::tui::theme::Theme;
use crate::usecases::OpError;
use crate::usecases::views::ranking_board::{Ranked, Shown};
use crate::usecases::views::{PortfolioView, RankingBoard};
use round::{board, forecast, ranked};

/// This tab alone, so that the pictures stand when another screen comes or goes.
const SCREENS: Screens = Screens {
    tabs: &[Tab {
        digit: '4',
        name: "ranking-tab",
        route: Route::Ranking,
    }],
    open: screens::SCREENS.open,
};

fn clerk_with(role: Role, moves: &'static [(u32, usize)], left_out: usize) -> Ready {
    Ready::new(person(&[role])).with(move |view: &RankingBoard| {
        let moves = moves.iter().map(|(number, to_place)| Move {
            reference: Ref::new(2018, *number),
            to_place: *to_place,
            reason: "Haster mest".into(),
        });
        Ok(board(match view.round.as_deref() {
            Some("2018-2") => Shown::Blind(1),
            _ => Shown::Ranked(Box::new(Ranked {
                list: ranked(moves.collect(), left_out),
                outlook: outlook(&forecast(), &WhatIf::default(), settings(200, 1)),
                asked: None,
            })),
        }))
    })
}

fn story(role: Role) -> Story {
    Story::new(SCREENS, &Route::Ranking, clerk_with(role, &[], 0))
}

fn shows(story: &Story, text: &str) {
    let screen = story.screen(80, 24);
    assert!(screen.contains(text), "{text}\n{screen}");
}

#[test]
fn the_list_the_line_and_the_capital() {
    let mut chair = story(Role::Chair);
    insta::assert_snapshot!("list_80x24", chair.body(80, 24));
    insta::assert_snapshot!("list_120x40", chair.body(120, 40));
    insta::assert_snapshot!("list_160x50", chair.body(160, 50));
    chair.press("s");
    insta::assert_snapshot!("scores_80x24", chair.body(80, 24));
    insta::assert_snapshot!("scores_120x40", chair.body(120, 40));
}

#[test]
fn s8_the_rule_and_the_frame_move_the_line_at_once() {
    let mut story = story(Role::Member);
    shows(&story, "stopp ved streken · ramme 50,0\u{a0}mill.\u{a0}kr");
    shows(&story, "igjen 6,0\u{a0}mill.\u{a0}kr");
    story.press("f<C-u>30 000 000<C-s>");
    shows(&story, "ramme 30,0\u{a0}mill.\u{a0}kr");
    shows(&story, "igjen 0,0\u{a0}mill.\u{a0}kr");
    story.press("f<C-u>40000000<C-s>b");
    shows(&story, "hopp over · ramme 40,0\u{a0}mill.\u{a0}kr");
    shows(&story, "igjen 1,0\u{a0}mill.\u{a0}kr");
    story.press("b4,2<C-s>");
    shows(&story, "poenggrense 4,2");
    story.press("b");
    shows(&story, "stopp ved streken");
    story.press("bb7<C-s>");
    shows(&story, "«7» er ikke");
    story.press("<Esc>Ff<C-u><C-s>");
    shows(&story, "stopp ved streken · ramme 50,0\u{a0}mill.\u{a0}kr");
}

#[test]
fn f5_a_what_if_moves_the_line_and_the_capital_is_marked_and_undone() {
    let mut story = story(Role::Member);
    story.press("j ");
    insta::assert_snapshot!("what_if_80x24", story.body(80, 24));
    insta::assert_snapshot!("what_if_120x40", story.body(120, 40));
    shows(&story, "streken · prøves");
    shows(&story, "○?");
    story.press("u");
    let screen = story.screen(80, 24);
    assert!(!screen.contains("prøves ") || !screen.contains("○?"), "{screen}");
    story.press("u");
    shows(&story, "Det er ingenting å angre");
}

#[test]
fn f5_each_move_of_the_line_is_a_sum_on_the_forecast_and_agrees_with_a_forecast_of_its_own() {
    use std::collections::BTreeSet;
    let above = |refs: &[u32]| {
        let what_if = WhatIf {
            include: refs
                .iter()
                .map(|number| Ref::new(2018, *number))
                .collect::<BTreeSet<Ref>>(),
            ..WhatIf::default()
        };
        let alone = outlook(&forecast(), &what_if, settings(200, 1));
        let words = crate::i18n::Words::new(crate::i18n::Lang::Nb);
        let summary = crate::domain::forecast::Summary::of(&alone);
        crate::present::forecast::lowest_in_millions(&summary, &words).words(&words)
    };
    let mut story = story(Role::Member);
    shows(&story, &above(&[7, 2, 11]));
    story.press(" ");
    shows(&story, &above(&[2, 11, 3]));
    story.press("j ");
    shows(&story, &above(&[11, 3]));
    story.press("u");
    shows(&story, &above(&[7, 2, 11]));
    story.press("f<C-u>13 000 000<C-s>");
    shows(&story, &above(&[7]));
}

#[test]
fn f5_what_is_taken_in_stands_above_the_line_and_says_what_is_lacking() {
    let mut story = story(Role::Member);
    story.press("G j ");
    insta::assert_snapshot!("taken_in_80x24", story.body(80, 24));
    insta::assert_snapshot!("taken_in_120x40", story.body(120, 40));
    // 12 + 18 + 14 of 50; 4 and 9 besides are 7 too much.
    shows(
        &story,
        "Med 2018-03 og 2018-06 (13,0\u{a0}mill.) mangler 7,0\u{a0}mill.\u{a0}kr.",
    );
    shows(&story, "mangler 7,0\u{a0}mill.\u{a0}kr ──");
    shows(&story, "måtte 2018-11 ut.");
    // All marks go at once.
    story.press("u");
    assert!(!story.screen(80, 24).contains("prøves"));
}

#[test]
fn f5_a_proposal_is_tried_with_what_is_left_and_the_forecast_is_asked_for_anew() {
    let mut story = story(Role::Member);
    story.press("jjjja");
    insta::assert_snapshot!("amount_80x24", story.body(80, 24));
    story.press("<C-u>9 000 001<C-s>");
    shows(&story, "2018-03 ber om 9\u{a0}000\u{a0}000\u{a0}kr");
    story.press("<C-u>6000000<C-s>");
    shows(
        &story,
        "Med 2018-03 redusert til 6,0\u{a0}mill. er 0,0\u{a0}mill.\u{a0}kr igjen av rammen.",
    );
    let screen = story.screen(80, 24);
    let row = screen.lines().find(|line| line.contains("2018-03 ")).unwrap();
    assert!(row.contains("●?") && row.contains(" 6,0 "), "{row}");
    // What it asks for in full is no lower sum.
    story.press("a<C-u>9000000<C-s>");
    shows(&story, "Med 2018-03 (9,0\u{a0}mill.) mangler 3,0");
    story.press("kka");
    shows(&story, "2018-05 er på trinnet");
}

#[test]
fn s6_what_nobody_has_scored_has_no_number_until_the_council_moves_it_and_stands_below_the_line() {
    let mut story = story(Role::Chair);
    let row = |story: &Story| {
        let screen = story.screen(80, 24);
        let at = |what: &str| screen.lines().position(|line| line.contains(what)).unwrap();
        let row = screen.lines().nth(at("2018-06")).unwrap().to_owned();
        (row, at("── streken") < at("2018-06"))
    };
    let (plain, below) = row(&story);
    assert!(plain.trim_start().starts_with("○   2018-06") && below, "{plain}");
    story.press("GK");
    let (moved, below) = row(&story);
    assert!(
        moved.contains("(–)  5*") && moved.contains('○') && below,
        "{moved}"
    );
    story.press("JJ");
    shows(&story, "Det finnes ingen plass 7");
}

#[test]
fn f5_what_ks_has_decided_is_no_what_if() {
    let mut story = story(Role::Member);
    story.press("jj ");
    shows(&story, "2018-05 er på trinnet «tilsagn gitt»");
}

#[test]
fn s7_moves_are_a_draft_until_they_are_saved_with_one_reason() {
    let mut story = story(Role::Chair);
    story.press("GkKKK");
    insta::assert_snapshot!("draft_80x24", story.body(80, 24));
    shows(&story, "utkast, ikke lagret");
    story.press("<C-s>");
    insta::assert_snapshot!("draft_save_80x24", story.body(80, 24));
    story.press("<C-s>");
    shows(&story, "Må fylles ut");
    story.press("Haster mest<Esc>");
    assert!(story.fund.taken.is_empty());
    story.press("<C-s>");
    shows(&story, "Haster mest");
    story.press("<C-s>");
    let step = &story.fund.taken[0];
    assert!(
        step.contains("number: 3 }, 2)") && step.contains("seen: Some(0)"),
        "{step}"
    );
    let screen = story.screen(80, 24);
    assert!(!screen.contains("utkast"), "{screen}");
}

#[test]
fn s7_moves_that_end_where_they_began_are_no_draft() {
    let mut story = story(Role::Chair);
    story.press("JK");
    assert!(!story.screen(80, 24).contains("utkast"));
    story.press("J");
    shows(&story, "utkast");
    story.press("q");
    shows(&story, "Avslutte?");
    story.press("<Esc>uuu");
    assert!(!story.screen(80, 24).contains("utkast"));
    story.press("K");
    shows(&story, "Det finnes ingen plass 0");
}

#[test]
fn s7_the_computed_place_stands_beside_the_decided_one() {
    let mut story = Story::new(SCREENS, &Route::Ranking, clerk_with(Role::Chair, &[(3, 1)], 0));
    shows(&story, "(5)  1");
    story.press("gs");
    shows(&story, "beregnet plass 5");
    shows(&story, "2018-03 er flyttet fra plass 5: Haster mest");
    assert!(
        story
            .screen(120, 40)
            .contains("er flyttet fra plass 5: Haster mest")
    );
}

#[test]
fn another_session_s_changes_come_without_a_key_and_the_draft_stays() {
    let mut story = story(Role::Chair);
    story.press("JJ");
    story.fund = clerk_with(Role::Chair, &[(6, 1)], 0);
    story.event(Event::Outdated);
    shows(&story, "2018-06");
    shows(&story, "(–)  1");
    shows(&story, "utkast");
}

#[test]
fn a_refused_save_loses_nothing() {
    let refused = |_: &dyn crate::usecases::UseCase| {
        Err(OpError::Changed(
            refuse("ranking-changed").with("round", "2018-1"),
        ))
    };
    let mut story = Story::new(
        SCREENS,
        &Route::Ranking,
        clerk_with(Role::Chair, &[], 0).outcome(refused),
    );
    story.press("J<C-s>Haster<C-s>");
    shows(&story, "er endret av en annen");
    shows(&story, "Haster");
    shows(&story, "utkast");
}

#[test]
fn s4_before_the_reveal_it_says_only_how_many_scorecards_are_in() {
    let mut story = story(Role::Chair);
    story.press("r<Right><C-s>");
    insta::assert_snapshot!("blind_80x24", story.body(80, 24));
    story.press(" ");
    shows(&story, "Poengene er skjult");
    story.press("r<Left><C-s>");
    shows(&story, "2018-07");
}

#[test]
fn s4_one_in_conflict_is_told_that_cases_are_missing_and_moves_nothing() {
    let mut story = Story::new(SCREENS, &Route::Ranking, clerk_with(Role::Chair, &[], 1));
    shows(
        &story,
        "Én søknad er utelatt fordi du er inhabil. Strek og summer regnes uten den.",
    );
    story.press("J");
    shows(&story, "Du ser ikke hele listen");
}

#[test]
fn those_who_may_not_are_told_who_may() {
    let mut member = story(Role::Member);
    member.press("J");
    shows(&member, "leder og nestleder kan flytte");
    member.press("v");
    shows(&member, "KS kan fatte vedtak");
    let mut ks = story(Role::Ks);
    ks.press("v");
    shows(&ks, "før rådet har gitt sin innstilling");
}

#[test]
fn s8_the_comparison_has_the_round_the_frame_and_the_rule_that_are_tried_and_no_draft() {
    // The question itself is what is shown.
    let fund = clerk_with(Role::Chair, &[], 0).with(|view: &PortfolioView| {
        let marks = view.marks.len();
        let asked = format!("{:?}/{:?}/{:?}/{marks}", view.round, view.frame, view.threshold);
        Err(refuse("round-unknown").with("round", asked).into())
    });
    let mut story = Story::new(SCREENS, &Route::Ranking, fund);
    story.press("m");
    shows(&story, "Some(\"2018-1\")/None/None/0");
    story.press("<Esc>f<C-u>30 000 000<C-s>bb4,2<C-s>m");
    shows(&story, "Some(Ore(3000000000))/Some(4.2)/0");
    story.press("<Esc> m");
    shows(&story, "Some(Ore(3000000000))/Some(4.2)/1");
    story.press("<Esc>uJm");
    shows(&story, "Flyttingen er ikke lagret");
    story.press("ur<Right><C-s>m");
    shows(&story, "Poengene er skjult");
}

#[test]
fn any_size_will_do() {
    for keys in [
        "",
        "s",
        " j ",
        "G j ",
        "a",
        "J",
        "J<C-s>",
        "f",
        "bb",
        "r",
        "r<Right><C-s>",
    ] {
        let mut story = story(Role::Chair);
        story.press(keys);
        for wide in [0, 1, 2, 7, 20, 33, 50, 80, 99, 100, 140] {
            for tall in [0, 1, 2, 3, 4, 5, 6, 9, 13, 15, 17, 24, 40] {
                story.buffer(wide, tall);
            }
        }
    }
}

#[test]
fn moving_the_cursor_costs_few_bytes() {
    let theme = Theme::new(true, false);
    let fund = clerk_with(Role::Chair, &[], 0);
    let mut story = Story::with_theme(SCREENS, &Route::Ranking, fund, theme);
    let before = story.buffer(80, 24);
    story.press("j");
    let after = story.buffer(80, 24);
    let bytes = bytes_between(&before, &after);
    assert!(bytes < 500, "{bytes}");
}
