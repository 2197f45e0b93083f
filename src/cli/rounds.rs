//! Scoring rounds: `kommit rounds` shows them with how far the scoring has come, and nothing of the scores (S4);
//! `kommit round` opens and reveals one.

use clap::Subcommand;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::page::Page;
use super::table::{Side, Table};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::refusal::refuse;
use crate::usecases::views::Rounds;
use crate::usecases::views::rounds::RoundLine;
use crate::usecases::{OpenRound, RevealRound};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-rounds-list")]
    List,
    #[command(about = "cli-rounds-show")]
    Show {
        #[arg(value_name = "cli-value-round", help = "cli-arg-round")]
        name: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Change {
    #[command(about = "cli-round-open")]
    Open {
        #[arg(value_name = "cli-value-round", help = "cli-arg-round")]
        name: String,
        #[arg(required = true, value_name = "cli-value-ref", help = "cli-arg-cases")]
        cases: Vec<Ref>,
    },
    #[command(about = "cli-round-reveal")]
    Reveal {
        #[arg(value_name = "cli-value-round", help = "cli-arg-round")]
        name: String,
    },
}

#[derive(Serialize)]
struct Record {
    round: String,
    opened_on: String,
    revealed_on: Option<String>,
    submitted: usize,
    expected: usize,
    cases: Vec<CaseRecord>,
}

#[derive(Serialize)]
struct CaseRecord {
    r#ref: String,
    title: String,
    applied_ore: Ore,
    stage: &'static str,
}

impl Record {
    fn of(line: &RoundLine) -> Record {
        let cases = line.cases.iter().map(|case| CaseRecord {
            r#ref: case.reference.to_string(),
            title: case.title.clone(),
            applied_ore: case.applied,
            stage: case.stage.word(),
        });
        Record {
            round: line.round.name.clone(),
            opened_on: line.round.opened_on.to_string(),
            revealed_on: line.round.revealed_on.map(|date| date.to_string()),
            submitted: line.submitted,
            expected: line.expected,
            cases: cases.collect(),
        }
    }
}

pub fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    let lines = call.view(&Rounds)?;
    if let Some(What::Show { name }) = &args.what {
        let line = lines.iter().find(|line| line.round.name == *name);
        let line = line.ok_or_else(|| refuse("round-unknown").with("round", name.as_str()))?;
        return Ok(call.answer(|| Record::of(line), |page| draw_one(line, page)));
    }
    Ok(call.list(&lines, Record::of, |page| draw(&lines, page)))
}

pub fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
    match change {
        Change::Open { name, cases } => call.perform(&OpenRound { name, cases }),
        Change::Reveal { name } => call.perform(&RevealRound { name }),
    }
}

fn draw(lines: &[RoundLine], page: &mut Page) {
    let words = page.words;
    if lines.is_empty() {
        page.line(&words.t("cli-rounds-none"));
        return;
    }
    let mut table = Table::new(&[
        (words.t("cli-col-round"), Side::Gives),
        (words.t("cli-col-opened"), Side::Left),
        (words.t("cli-col-revealed"), Side::Left),
        (words.t("cli-col-cases"), Side::Right),
        (words.t("cli-col-submitted"), Side::Right),
    ]);
    for line in lines {
        let revealed = line.round.revealed_on;
        table.row(&[
            line.round.name.clone(),
            words.date(line.round.opened_on),
            revealed.map_or_else(|| words.t("cli-round-blind"), |date| words.date(date)),
            line.cases.len().to_string(),
            progress(line, page),
        ]);
    }
    page.table(&table);
}

fn progress(line: &RoundLine, page: &Page) -> String {
    let args = [
        ("submitted", line.submitted.into()),
        ("expected", line.expected.into()),
    ];
    page.words.tr("cli-round-progress", &args)
}

fn draw_one(line: &RoundLine, page: &mut Page) {
    let words = page.words;
    page.title(&line.round.name);
    let revealed = line.round.revealed_on;
    page.facts(&[
        (words.t("cli-col-opened"), words.date(line.round.opened_on)),
        (
            words.t("cli-col-revealed"),
            revealed.map_or_else(|| words.t("cli-round-blind"), |date| words.date(date)),
        ),
        (words.t("cli-col-submitted"), progress(line, page)),
    ]);
    let mut table = Table::new(&[
        (words.t("cli-col-ref"), Side::Left),
        (words.t("cli-col-title"), Side::Gives),
        (words.t("cli-col-applied"), Side::Right),
        (words.t("cli-col-stage"), Side::Left),
    ]);
    for case in &line.cases {
        table.row(&[
            case.reference.to_string(),
            case.title.clone(),
            words.amount(case.applied),
            words.t(case.stage.key()),
        ]);
    }
    page.gap();
    page.table(&table);
}
