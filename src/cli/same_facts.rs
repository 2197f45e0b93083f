//! Every fact of every record of the demo is told by its command and on its screen, in the same words.

mod council;

use std::ffi::OsString;
use std::path::Path;

use super::{Environment, run};
use crate::domain::forecast::{Settings, WhatIf};
use crate::domain::ranking::{CutRule, Marks};
use crate::i18n::{Lang, Words, sentence};
use crate::present::capital::{self, Books};
use crate::present::document::{Block, Document, Section};
use crate::present::{
    Column, charges, column, commitments, forecast, log, overview, participants, portfolio, proposals,
    ranking, rounds, scoring, solutions, vouchers,
};
use crate::tui::fund_access::SessionAccess;
use crate::tui::route::Route;
use crate::tui::testing::{DemoClock, SCREENS, Story, demo};
use crate::usecases::views::{
    AuditLog, CapitalBoard, CapitalView, Charges, Disbursements, ForecastView, Overview, ParticipantView,
    Participants, PortfolioView, ProposalWithSolution, Proposals, RankingView, Rounds, ScoringView,
    SolutionView, Solutions, View, Vouchers,
};
use crate::usecases::{Access, Session};

const WHO: &str = "leder";
/// Wide and tall enough that nothing of a page is cut, folded or scrolled away.
const SIZE: (u16, u16) = (250, 160);
/// So many rows has none of the lists; each cell takes its time.
const LONG: u16 = 500;
/// Longer texts are folded on a screen, and looked for by how they begin.
const BEGINNING: usize = 40;

/// The demo, seen by commands, by screens and by what both lay out.
struct Demo {
    folder: tempfile::TempDir,
    fund: Option<SessionAccess>,
    session: Session,
    words: Words,
}

impl Demo {
    fn new() -> Demo {
        let (folder, fund) = demo(WHO);
        let path = folder.path().join("demo.db");
        Demo {
            fund: Some(fund),
            session: Session::at(&path, Access::local(Some(WHO)), Box::new(DemoClock)).unwrap(),
            folder,
            words: Words::new(Lang::Nb),
        }
    }

    fn view<V: View>(&self, view: &V) -> V::Data {
        self.session.view(view).unwrap()
    }

    /// What a command prints.
    fn command(&self, arguments: &[&str]) -> String {
        let path = self.folder.path().join("demo.db").display().to_string();
        let given = ["kommit", "--db", &path, "--as", WHO];
        let all = given.iter().chain(arguments);
        let all: Vec<OsString> = all.map(OsString::from).collect();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = run(&all, &around(self.folder.path()), &mut out, &mut err);
        assert_eq!(code, 0, "{arguments:?} {}", String::from_utf8_lossy(&err));
        plain(&String::from_utf8(out).unwrap())
    }

    /// What a screen says after each of some keys.
    fn screen(&mut self, route: &Route, keys: &[&str]) -> String {
        self.screen_of(SIZE.1, route, keys)
    }

    /// What a screen with a list of hundreds says.
    fn long_list(&mut self, route: &Route) -> String {
        self.screen_of(LONG, route, &[])
    }

    fn screen_of(&mut self, height: u16, route: &Route, keys: &[&str]) -> String {
        let mut story = Story::new(SCREENS, route, self.fund.take().unwrap());
        let mut seen = story.screen(SIZE.0, height);
        for key in keys {
            seen += &story.press(key).screen(SIZE.0, height);
        }
        self.fund = Some(story.fund);
        plain(&seen)
    }

    /// What the rows of a list say.
    fn rows<R>(&self, columns: &[Column<R>], rows: &[R]) -> Vec<String> {
        let table = column::table(columns, rows, &self.words);
        beginnings(
            table
                .rows
                .into_iter()
                .flat_map(|row| row.cells)
                .map(|cell| cell.text),
        )
    }
}

fn around(folder: &Path) -> Environment {
    Environment {
        data_dir: Some(folder.to_owned()),
        ..Environment::bare(|_| Box::new(DemoClock))
    }
}

/// With one blank wherever there are some, of whatever kind.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn beginnings(texts: impl Iterator<Item = String>) -> Vec<String> {
    let lines = texts.flat_map(|text| text.lines().map(plain).collect::<Vec<_>>());
    lines
        .map(|line| {
            line.chars()
                .take(BEGINNING)
                .collect::<String>()
                .trim_end()
                .to_owned()
        })
        .collect()
}

/// Everything that a page says.
fn facts(page: Document) -> Vec<String> {
    let mut texts = vec![page.title];
    for section in page.sections {
        texts.push(section.title);
        for block in section.blocks {
            match block {
                Block::Text { text, .. } => texts.push(text),
                Block::Facts { facts } | Block::Figures { facts } => {
                    texts.extend(facts.into_iter().flat_map(|fact| [fact.label, fact.value.text]));
                }
                Block::Strip { words, .. } => texts.extend(words.into_iter().map(|word| word.text)),
                Block::Table(table) => {
                    let cells = table.rows.into_iter().flat_map(|row| row.cells);
                    texts.extend(cells.map(|cell| cell.text));
                }
                Block::Chart { .. } => {}
            }
        }
    }
    beginnings(texts.into_iter())
}

#[track_caller]
fn shows_all(what: &str, seen: &str, facts: &[String]) {
    assert!(!facts.is_empty(), "{what}");
    for fact in facts {
        assert!(
            seen.contains(fact.as_str()),
            "{what} doesn't tell {fact:?}:\n{seen}"
        );
    }
}

#[test]
fn a_proposal() {
    let mut demo = Demo::new();
    let all = demo.view(&Proposals);
    let listed = demo.rows(proposals::COLUMNS, &all);
    shows_all("proposals list", &demo.command(&["proposals", "list"]), &listed);
    shows_all(
        "the list of proposals",
        &demo.screen(&Route::Proposals, &[]),
        &listed,
    );
    let disbursements = demo.view(&Disbursements).all;
    let listed = demo.rows(commitments::DISBURSEMENTS, &disbursements);
    shows_all(
        "disbursements list",
        &demo.command(&["disbursements", "list"]),
        &listed,
    );
    for row in all {
        let reference = row.proposal.reference;
        let name = reference.to_string();
        let (data, _) = demo.view(&ProposalWithSolution { reference });
        let facts = facts(proposals::page(&data, None, &demo.words));
        shows_all(&name, &demo.command(&["proposals", "show", &name]), &facts);
        shows_all(&name, &demo.screen(&Route::Proposal(name.clone()), &[]), &facts);
    }
}

#[test]
fn a_participant() {
    let mut demo = Demo::new();
    let all = demo.view(&Participants).lines;
    let listed = demo.rows(participants::COLUMNS, &all);
    shows_all(
        "participants list",
        &demo.command(&["participants", "list"]),
        &listed,
    );
    shows_all(
        "the list of participants",
        &demo.long_list(&Route::Participants),
        &listed,
    );
    // There are hundreds, and each page is made alike.
    for line in all.into_iter().step_by(20) {
        let number = line.row.participant.number;
        let data = demo.view(&ParticipantView {
            number: number.clone(),
        });
        let facts = facts(participants::page(&data, &demo.words));
        shows_all(
            number.as_str(),
            &demo.command(&["participants", "show", number.as_str()]),
            &facts,
        );
        shows_all(
            number.as_str(),
            &demo.screen(&Route::Participant(number.clone()), &[]),
            &facts,
        );
    }
}

#[test]
fn a_solution_with_its_charges() {
    let mut demo = Demo::new();
    let all = demo.view(&Solutions);
    let listed = demo.rows(solutions::COLUMNS, &all);
    shows_all("solutions list", &demo.command(&["solutions", "list"]), &listed);
    shows_all(
        "the list of solutions",
        &demo.screen(&Route::Solutions, &[]),
        &listed,
    );
    for line in all {
        let reference = line.proposal.reference;
        let name = reference.to_string();
        let facts = facts(solutions::page(
            &demo.view(&SolutionView { reference }),
            &demo.words,
        ));
        shows_all(&name, &demo.command(&["solutions", "show", &name]), &facts);
        let keys = ["<Tab>", "<Tab>", "<Enter>"];
        shows_all(&name, &demo.screen(&Route::Solution(reference), &keys), &facts);
    }
}

#[test]
fn a_row_of_the_log_and_a_voucher() {
    let mut demo = Demo::new();
    let entries = demo.view(&AuditLog { limit: 100 }).entries;
    let listed = demo.rows(log::COLUMNS, &entries);
    shows_all("audit", &demo.command(&["audit", "--limit", "100"]), &listed);
    shows_all("the log", &demo.long_list(&Route::Log), &listed);
    let lines = demo.view(&Vouchers);
    let listed = demo.rows(vouchers::COLUMNS, &lines[..400.min(lines.len())]);
    shows_all("the vouchers", &demo.long_list(&Route::Vouchers), &listed);
    let facts = facts(vouchers::page(&lines[0], &demo.words));
    shows_all("a voucher", &demo.screen(&Route::Vouchers, &["<Enter>"]), &facts);
}

#[test]
fn a_round_as_it_is_scored_and_as_it_is_ranked() {
    let mut demo = Demo::new();
    let rounds = demo.view(&Rounds);
    let listed = demo.rows(rounds::COLUMNS, &rounds);
    shows_all("rounds list", &demo.command(&["rounds", "list"]), &listed);
    for line in &rounds {
        let name = line.round.name.as_str();
        let facts = facts(rounds::page(line, &demo.words));
        shows_all(name, &demo.command(&["rounds", "show", name]), &facts);
    }
    let open = demo.view(&ScoringView);
    let listed = demo.rows(scoring::columns(open.scores), &open.proposals);
    shows_all("screen 3 in print", &demo.command(&["--plain", "3"]), &listed);
    shows_all("screen 3", &demo.screen(&Route::Scoring, &[]), &listed);
    let data = demo.view(&RankingView {
        round: None,
        rule: CutRule::Stop,
        frame: None,
        marks: Marks::new(),
    });
    let rows = ranking::rows(&data);
    let facts = facts(ranking::page(&data, &rows, &demo.words));
    shows_all("ranking", &demo.command(&["ranking"]), &facts);
    let listed = demo.rows(&ranking::board(&rows), &rows);
    shows_all("screen 4", &demo.screen(&Route::Ranking, &[]), &listed);
}

#[test]
fn a_charge_and_a_disbursement() {
    let mut demo = Demo::new();
    let charges = demo.view(&Charges);
    let listed = demo.rows(charges::COLUMNS, &charges);
    shows_all("charges list", &demo.command(&["charges", "list"]), &listed);
    for line in charges.iter().step_by(50) {
        let key = line.charge.invoice.to_string();
        let facts = facts(charges::page(line, &demo.words));
        shows_all(&key, &demo.command(&["charges", "show", &key]), &facts);
    }
    let board = demo.view(&CapitalBoard {
        what_if: WhatIf::default(),
        settings: Settings::default(),
    });
    let screen = demo.screen(&Route::Capital, &["<Tab>"; 6]);
    let commitments = demo.rows(commitments::COMMITMENTS, &board.commitments);
    shows_all("the commitments", &screen, &commitments);
    shows_all(
        "commitments",
        &demo.command(&["commitments", "list"]),
        &commitments,
    );
    let disbursements = demo.view(&Disbursements).all;
    for one in disbursements.iter().step_by(5) {
        let row = demo.rows(commitments::DISBURSEMENTS, std::slice::from_ref(one));
        let key = one.id.to_string();
        shows_all(&key, &demo.command(&["disbursements", "show", &key]), &row);
    }
}

#[test]
fn the_capital_and_what_is_expected_of_it() {
    let mut demo = Demo::new();
    let data = demo.view(&CapitalView);
    let facts_of_capital = facts(capital::page(&data, &demo.words));
    shows_all("capital", &demo.command(&["capital"]), &facts_of_capital);
    let screen = demo.screen(&Route::Capital, &["<Tab>"; 6]);
    for section in [
        capital::sources(&data.capital, &demo.words),
        capital::free(&Books::from(&data), &demo.words),
    ] {
        let facts = facts(Document::titled("", vec![section]));
        shows_all("the capital on screen 6", &screen, &facts);
    }
    let view = ForecastView {
        what_if: WhatIf::default(),
        settings: Settings::default(),
    };
    let data = demo.view(&view);
    let page = facts(forecast::page(&data, false, &demo.words));
    shows_all("forecast", &demo.command(&["forecast"]), &page);
    let figures = Document::titled("", vec![forecast::figures(&data, None, &demo.words)]);
    shows_all("the forecast on screen 6", &screen, &facts(figures));
}

#[test]
fn the_comparison_and_the_overview() {
    let mut demo = Demo::new();
    let view = PortfolioView {
        round: None,
        frame: None,
        threshold: None,
        marks: Marks::new(),
    };
    let data = demo.view(&view);
    let page = facts(portfolio::page(&data, &demo.words));
    shows_all("portfolio", &demo.command(&["portfolio"]), &page);
    let route = Route::Portfolio {
        round: data.round.name.clone(),
        frame: None,
        rule: CutRule::Stop,
        marks: Marks::new(),
    };
    let ways = facts(Document::titled(
        "",
        vec![Section::new(
            "",
            vec![Block::Table(portfolio::ways(&data, None, &demo.words))],
        )],
    ));
    shows_all("the comparison on screen 4", &demo.screen(&route, &[]), &ways);
    let page = overview::page(&demo.view(&Overview), &demo.words);
    shows_all("the overview", &demo.command(&[]), &facts(page.clone()));
    // The screen has a title of its own, and names the proposals of the selected task alone.
    let rest = Document::titled("", page.sections.into_iter().skip(1).collect());
    let mut rest = facts(rest);
    // It says what is lowest in a sentence, not under a label.
    rest.retain(|fact| *fact != sentence(&demo.words.t("word-lowest")));
    shows_all("screen 1", &demo.screen(&Route::Overview, &[]), &rest);
}

#[test]
fn every_screen_can_be_printed_by_its_key() {
    let demo = Demo::new();
    for tab in SCREENS.tabs {
        let printed = demo.command(&["--plain", &tab.digit.to_string()]);
        assert!(printed.contains("Slik går du videre"), "{}\n{printed}", tab.digit);
    }
}
