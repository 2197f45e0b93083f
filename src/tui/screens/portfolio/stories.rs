//! Stories of the comparison: keys in, expected screens out.

use std::collections::BTreeMap;

use jiff::civil::date;
use rust_decimal::Decimal;

use crate::domain::calendar::Quarter;
use crate::domain::council::Round;
use crate::domain::money::Ore;
use crate::domain::policy::Role;
use crate::domain::portfolio::{Path, compare};
use crate::domain::proposal::Ref;
use crate::domain::ranking::{Claim, CutRule, Marks, RankedProposal};
use crate::domain::refusal::refuse;
use crate::domain::scoring::Aggregate;
use crate::tui::route::Route;
use crate::tui::screen::{Screens, Tab};
use crate::tui::screens;
use crate::tui::testing::{Ready, Story, person};
use crate::tui::theme::Theme;
use crate::usecases::views::PortfolioView;
use crate::usecases::views::portfolio::PortfolioData;

/// The tab that it is opened from alone.
const SCREENS: Screens = Screens {
    tabs: &[Tab {
        digit: '4',
        name: "ranking-tab",
        route: Route::Ranking,
    }],
    open: screens::SCREENS.open,
};

/// Number, title, score in hundredths, millions.
const ROWS: [(u32, &str, Option<i64>, i64); 7] = [
    (7, "Felles innsyn i byggesaker", Some(442), 28),
    (2, "Meldingsflyt i barnevernet", Some(432), 18),
    (11, "Digital søknad om barnehageplass", Some(406), 14),
    (3, "Felles kartløsning", Some(398), 9),
    (9, "Varsling ved kriser", Some(375), 6),
    (4, "Felles postjournal", Some(310), 7),
    (6, "Kommunal chatbot", None, 4),
];

fn data(view: &PortfolioView, reserve: i64, left_out: usize) -> PortfolioData {
    let millions = |amount: i64| Ore::kroner(amount * 1_000_000);
    let rows = &ROWS[left_out..];
    let proposal = |row: &(u32, &str, Option<i64>, i64)| RankedProposal {
        reference: Ref::new(2018, row.0),
        submitted_on: None,
        aggregate: Aggregate::of(
            &row.2
                .map(|score| Decimal::new(score, 2))
                .into_iter()
                .collect::<Vec<_>>(),
        ),
        claim: Claim::Asks(millions(row.3)),
    };
    // A quarter of each goes out in each of four quarters.
    let effect = |row: &(u32, &str, Option<i64>, i64)| {
        let share = row.3 * 1_000_000 / 4;
        let sums = (1..=4).map(|paid| Ore::kroner(-share * paid));
        (Ref::new(2018, row.0), sums.collect::<Vec<Ore>>())
    };
    let path = Path {
        closings: [62, 60, 55, 58, 70].map(millions).to_vec(),
        reserve: millions(reserve),
    };
    let frame = view.frame.unwrap_or(millions(40));
    let mut rules = vec![CutRule::Stop, CutRule::Skip];
    rules.extend(view.threshold.map(CutRule::Threshold));
    let proposals: Vec<RankedProposal> = rows.iter().map(proposal).collect();
    let effects: BTreeMap<Ref, Vec<Ore>> = rows.iter().map(effect).collect();
    let quarters = std::iter::successors(Some(Quarter::of(date(2018, 5, 7))), |quarter| {
        Some(quarter.next())
    });
    PortfolioData {
        round: Round {
            id: 1,
            name: view.round.clone().unwrap(),
            opened_on: date(2018, 4, 3),
            revealed_on: Some(date(2018, 5, 2)),
        },
        frame,
        reserve: path.reserve,
        quarters: quarters.take(5).collect(),
        comparison: compare(&proposals, &[], &rules, (frame, &Marks::new()), &effects, &path),
        titles: rows
            .iter()
            .map(|row| (Ref::new(2018, row.0), row.1.to_owned()))
            .collect(),
        left_out,
    }
}

fn fund(reserve: i64, left_out: usize) -> Ready {
    Ready::new(person(&[Role::Member])).with(move |view: &PortfolioView| Ok(data(view, reserve, left_out)))
}

fn route(rule: CutRule) -> Route {
    Route::Portfolio {
        round: "2018-1".into(),
        frame: None,
        rule,
        marks: Marks::new(),
    }
}

fn story(reserve: i64) -> Story {
    Story::new(SCREENS, &route(CutRule::Stop), fund(reserve, 0))
}

fn shows(story: &Story, text: &str) {
    let screen = story.screen(80, 24);
    assert!(screen.contains(text), "{text}\n{screen}");
}

#[test]
fn s8_the_ways_stand_side_by_side_and_the_line_is_told_against_the_best() {
    let mut story = story(20);
    insta::assert_snapshot!("ways_80x24", story.body(80, 24));
    insta::assert_snapshot!("ways_120x40", story.body(120, 40));
    story.press("<Tab>j");
    insta::assert_snapshot!("reserve_80x24", story.body(80, 24));
}

#[test]
fn s8_the_rule_in_force_is_the_line_that_is_told_of() {
    let threshold = CutRule::Threshold(Decimal::new(40, 1));
    let story = Story::new(SCREENS, &route(threshold), fund(20, 0));
    shows(&story, "C poenggrense 4,00");
    shows(&story, "Streken (poenggrense 4,00) gir én søknad og 4,42 poeng");
    let skip = Story::new(SCREENS, &route(CutRule::Skip), fund(20, 0));
    shows(&skip, "Streken (hopp over) gir");
}

#[test]
fn where_no_set_keeps_the_reserve_it_says_so() {
    let mut story = story(56);
    story.press("<Tab>");
    let screen = story.screen(80, 24);
    let row = screen.lines().find(|line| line.contains("D best over reserven"));
    assert!(row.is_some_and(|row| row.contains("ingen")), "{screen}");
    shows(
        &story,
        "Uansett hvilke søknader som velges, også ingen, går minst ett",
    );
}

#[test]
fn s4_one_in_conflict_is_told_that_a_case_is_missing() {
    let story = Story::new(SCREENS, &route(CutRule::Stop), fund(20, 1));
    insta::assert_snapshot!("conflicted_80x24", story.body(80, 24));
    let screen = story.screen(80, 24);
    assert!(!screen.contains("2018-07"), "{screen}");
}

#[test]
fn s4_before_the_reveal_it_says_that_the_scores_are_hidden() {
    let blind = Ready::new(person(&[Role::Chair]))
        .with(|_: &PortfolioView| Err(refuse("denied-blind").rule("S4").into()));
    let mut story = Story::new(SCREENS, &route(CutRule::Stop), blind);
    shows(&story, "Poengene er skjult");
    story.press("<Tab><Enter>j");
    shows(&story, "Poengene er skjult");
}

#[test]
fn where_nothing_asks_for_money_any_more_it_says_so() {
    let mut story = Story::new(SCREENS, &route(CutRule::Stop), fund(20, ROWS.len()));
    shows(&story, "Ingen av søknadene i runden som du kan se, ber lenger om");
    story.press("<Enter>");
    shows(&story, "Ingen av søknadene i runden som du kan se, ber lenger om");
}

#[test]
fn on_a_plain_terminal_the_marks_are_plain_too() {
    let theme = Theme::new(false, true);
    let story = Story::with_theme(SCREENS, &route(CutRule::Stop), fund(20, 0), theme);
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("*  o  o  o") || screen.contains("*  *"),
        "{screen}"
    );
    let letters = |c: char| c.is_ascii() || c.is_alphabetic();
    assert!(screen.chars().all(letters), "{screen}");
}

#[test]
fn any_size_will_do() {
    for (keys, reserve, left_out) in [("", 20, 0), ("<Tab>G", 56, 2), ("", 20, 7)] {
        let mut story = Story::new(SCREENS, &route(CutRule::Stop), fund(reserve, left_out));
        story.press(keys);
        for wide in [0, 1, 2, 7, 20, 33, 50, 80, 100, 140] {
            for tall in 0..30 {
                story.buffer(wide, tall);
            }
        }
    }
}
