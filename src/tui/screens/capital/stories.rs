//! Stories of the capital: what each role sees and does there.

mod disbursements;
mod past;
mod steps;
mod what_if;

use jiff::civil::date;

use crate::domain::capital::{Capital, Facts, Given};
use crate::domain::commitment::{Disbursement, Instalment, Payee, Standing};
use crate::domain::forecast::samples::{outlook, project, settings};
use crate::domain::forecast::{self, Due, Flow, Participation, Project};
use crate::domain::ledger::Balances;
use crate::domain::money::Ore;
use crate::domain::policy::Role;
use crate::domain::proposal::Ref;
use crate::domain::scheme::{Limit, Scheme};
use crate::tui::route::Route;
use crate::tui::screens::SCREENS;
use crate::tui::testing::{Ready, Story, person};
use crate::usecases::views::capital_board::{CapitalBoardData, DisbursementLine};
use crate::usecases::views::commitments::CommitmentLine;
use crate::usecases::views::forecast::ForecastData;
use crate::usecases::views::{CapitalBoard, PastForecasts, SavedForecasts};

const fn kr(kroner: i64) -> Ore {
    Ore::kroner(kroner)
}

fn given(potential: i64, promised: i64, paid: i64) -> Given {
    Given {
        potential: kr(potential),
        promised: kr(promised),
        paid: kr(paid),
    }
}

fn capital() -> Capital {
    let facts = Facts {
        municipalities: given(105_166_340, 61_240_180, 58_113_420),
        counties: given(22_957_790, 19_004_365, 19_004_365),
        ks_paid: kr(20_000_000),
        state_paid: kr(60_000_000),
        balances: Balances {
            bank: kr(128_117_785),
            outstanding: kr(29_000_000),
            ..Balances::default()
        },
        committed: kr(52_500_000),
        disbursed: kr(29_000_000),
    };
    Capital::of(&scheme(), &facts, date(2018, 5, 7))
}

fn scheme() -> Scheme {
    Scheme {
        reserve: kr(10_000_000),
        ..Scheme::parse(Scheme::embedded("digifin-2017").unwrap()).unwrap()
    }
}

/// Four projects on their way, the state's second year to come, and some who haven't answered.
fn facts() -> forecast::Facts {
    let paid = |number, kroner: i64| Project {
        cost: kr(kroner),
        instalments: vec![Instalment {
            due_on: date(2018, 10, 1),
            amount: kr(kroner),
        }],
        ..project(number)
    };
    let due = |on, flow, kroner| Due {
        on,
        flow,
        amount: kr(kroner),
    };
    forecast::Facts {
        opening: kr(128_117_785),
        due: vec![
            due(date(2018, 3, 31), Flow::Contributions, 3_126_760),
            due(date(2018, 12, 31), Flow::State, 60_244_545),
        ],
        projects: vec![
            paid(2, 69_250_000),
            paid(7, 43_000_000),
            paid(11, 30_750_000),
            paid(12, 31_250_000),
        ],
        reserve: kr(10_000_000),
        participation: Some(Participation {
            undecided: kr(12_400_000),
            due_on: Some(date(2018, 3, 31)),
            members_promised: kr(80_244_545),
            ks_paid: kr(20_000_000),
            state_paid: kr(60_000_000),
            scheme: scheme(),
        }),
        ..forecast::Facts::empty(date(2018, 5, 7))
    }
}

fn forecast(view: &CapitalBoard) -> ForecastData {
    let (facts, settings) = (facts(), settings(200, 1));
    ForecastData {
        capital: capital(),
        limit: Limit::OnHand,
        outlook: outlook(&facts, &view.what_if, settings),
        what_if: view.what_if.clone(),
        titles: std::collections::BTreeMap::new(),
        facts,
        settings,
    }
}

fn commitment(number: u32, title: &str, kroner: [i64; 3]) -> CommitmentLine {
    let [committed, disbursed, released] = kroner.map(kr);
    let standing = Standing {
        committed,
        released,
        disbursed,
    };
    let left = standing.outstanding();
    CommitmentLine {
        reference: Ref::new(2018, number),
        title: title.into(),
        standing,
        waiting: Ore::ZERO,
        next: left.is_positive().then(|| Instalment {
            due_on: date(2018, 7, 1),
            amount: left,
        }),
    }
}

fn data(view: &CapitalBoard, own: bool) -> CapitalBoardData {
    let waiting = Disbursement {
        id: 14,
        payee: Payee::Project(Ref::new(2018, 2)),
        amount: Ore::new(462_500_050),
        pay_on: date(2018, 5, 9),
        registered_by: "sofie".into(),
        registered_on: date(2018, 5, 4),
        approved: None,
        withdrawn: None,
    };
    CapitalBoardData {
        forecast: forecast(view),
        commitments: vec![
            commitment(
                2,
                "Meldingsflyt i barnevernet mellom kommuner og stat",
                [18_500_000, 9_250_000, 0],
            ),
            commitment(7, "Felles innsyn i byggesaker", [12_000_000, 9_000_000, 0]),
            commitment(
                11,
                "Digital søknad om barnehageplass",
                [14_000_000, 10_750_000, 3_250_000],
            ),
            commitment(12, "Felles kartløsning", [11_250_000, 0, 0]),
        ],
        waiting: vec![DisbursementLine {
            disbursement: waiting,
            title: "Meldingsflyt i barnevernet mellom kommuner og stat".into(),
            registered_by: "Sofie Sekretær".into(),
            approved_by: String::new(),
            own,
        }],
        ahead: Vec::new(),
    }
}

fn story(roles: &[Role]) -> Story {
    let fund = Ready::new(person(roles))
        .with(|view: &CapitalBoard| Ok(data(view, false)))
        .with(|_: &SavedForecasts| Ok(vec![("Vår 2018".to_owned(), date(2018, 3, 2))]))
        .with(|_: &PastForecasts| Ok(past::kept()));
    Story::new(SCREENS, &Route::Capital, fund)
}

#[test]
fn the_sections_fit_a_small_terminal_one_by_one() {
    let mut story = story(&[Role::Ks]);
    insta::assert_snapshot!("ahead_80x24", story.body(80, 24));
    insta::assert_snapshot!("ahead_workings_80x24", story.press("d").body(80, 24));
    insta::assert_snapshot!("quarters_80x24", story.press("d<Tab>").body(80, 24));
    insta::assert_snapshot!("sources_80x24", story.press("<Tab>").body(80, 24));
    insta::assert_snapshot!("sources_workings_80x24", story.press("d").body(80, 24));
    insta::assert_snapshot!("free_workings_80x24", story.press("<Tab>").body(80, 24));
    insta::assert_snapshot!("free_80x24", story.press("d").body(80, 24));
    insta::assert_snapshot!("commitments_80x24", story.press("<Tab>").body(80, 24));
    insta::assert_snapshot!("waiting_80x24", story.press("<Tab>").body(80, 24));
}

#[test]
fn tab_goes_round_the_sections_in_both_directions() {
    let mut story = story(&[Role::Ks]);
    story.press("<S-Tab>");
    assert!(story.screen(80, 24).contains("[Utbetalinger (1)]"));
    story.press("<Tab>");
    assert!(story.screen(80, 24).contains("[Prognose]"));
    story.press("<Tab><Tab><Tab><Tab><S-Tab>");
    assert!(story.screen(80, 24).contains("[Ledig]"));
}

#[test]
fn a_wide_terminal_shows_what_lies_ahead_on_one_page_and_the_books_on_another() {
    let mut story = story(&[Role::Secretariat]);
    insta::assert_snapshot!("page_ahead_120x40", story.body(120, 40));
    insta::assert_snapshot!("page_ahead_160x50", story.body(160, 50));
    story.press("<Tab>jj");
    insta::assert_snapshot!("ahead_100x30", story.body(100, 30));
    story.press("<Tab>");
    insta::assert_snapshot!("books_120x40", story.body(120, 40));
    insta::assert_snapshot!("books_workings_160x50", story.press("d").body(160, 50));
}

#[test]
fn tab_is_seen_to_move_where_parts_share_a_page() {
    let mut story = story(&[Role::Ks]);
    for open in [
        "[Prognose]",
        "[Kvartaler]",
        "[Tilsagn]",
        "[Utbetalinger (1)]",
        "[Prognose]",
    ] {
        let screen = story.screen(120, 40);
        assert!(screen.contains(open), "{screen}");
        let label = if open.starts_with("[Utb") {
            "første"
        } else {
            "neste"
        };
        assert!(screen.contains(&format!("Tab {label} del")), "{screen}");
        story.press("<Tab>");
    }
}

#[test]
fn the_cursor_stands_at_the_name_of_a_part_without_rows() {
    let mut story = story(&[Role::Ks]);
    story.press("<Tab><Tab>");
    for part in ["Kilder]", "Ledig]"] {
        let (at, row) = story.cursor(80, 24);
        let from: String = row.chars().skip(at.x.into()).collect();
        assert!(from.starts_with(part), "{at:?} {row}");
        story.press("<Tab>");
    }
}

#[test]
fn f1_the_selected_quarter_is_the_sum_of_its_flows_in_whole_kroner() {
    let mut story = story(&[Role::Member]);
    story.press("<Tab>");
    let screen = story.screen(160, 50).replace('\u{a0}', "");
    assert!(screen.contains("128117785 + innskudd 3126760"), "{screen}");
    assert!(screen.contains("= 131244545kr"), "{screen}");
}

#[test]
fn f5_a_forecast_is_saved_by_name_and_never_with_a_what_if() {
    let mut story = story(&[Role::Secretariat]);
    story.press("+s");
    assert!(story.screen(80, 24).contains("lagres aldri. Trykk 0"));
    story.press("0s");
    insta::assert_snapshot!("save_80x24", story.body(80, 24));
    story.press("<C-s>");
    assert!(story.screen(80, 24).contains("Må fylles ut"));
    story.press("Høst 2018<C-s><Right><Enter>");
    assert!(
        story.fund.taken[0].contains("name: \"Høst 2018\""),
        "{:?}",
        story.fund.taken
    );
    assert!(story.screen(80, 24).contains("[Prognose]"));
}

#[test]
fn the_forecast_is_saved_from_where_it_is_seen() {
    let mut story = story(&[Role::Secretariat]);
    story.press("<S-Tab>s");
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("lagres fra delen Prognose eller Kvartaler"),
        "{screen}"
    );
}

#[test]
fn those_who_may_not_save_a_forecast_are_told_who_may() {
    let mut story = story(&[Role::Observer]);
    story.press("s");
    assert!(
        story.screen(80, 24).contains("kan lagre prognoser"),
        "{}",
        story.screen(80, 24)
    );
}

#[test]
fn a_key_that_is_anothers_says_whose_it_is() {
    let mut story = story(&[Role::Member]);
    story.press("<S-Tab><S-Tab>n");
    let screen = story.screen(80, 24);
    assert!(
        screen.contains("sekretariatet kan registrere utbetalinger"),
        "{screen}"
    );
    story.press("f");
    assert!(story.screen(80, 24).contains("KS kan frigi tilsagn"));
}

#[test]
fn a_key_that_needs_a_row_says_which() {
    let mut story = story(&[Role::Ks]);
    story.press("a");
    assert!(story.screen(80, 24).contains("Velg en utbetaling som venter"));
    story.press("<Enter>");
    assert!(
        story
            .screen(80, 24)
            .contains("Velg et tilsagn eller en utbetaling")
    );
    story.press("<S-Tab><S-Tab>jjf");
    assert!(story.screen(80, 24).contains("gjenstår ingenting"));
}

#[test]
fn any_size_will_do() {
    for keys in [
        "",
        "d",
        "l",
        "<Tab>",
        "<Tab><Tab>",
        "<Tab><Tab><Tab>",
        "<S-Tab><S-Tab>",
        "<S-Tab>",
    ] {
        let mut story = story(&[Role::Ks]);
        story.press(keys);
        for wide in [0, 1, 2, 9, 20, 49, 80, 119, 120, 121, 200] {
            for tall in [0, 1, 2, 3, 4, 5, 7, 12, 24, 30] {
                story.buffer(wide, tall);
            }
        }
    }
}
