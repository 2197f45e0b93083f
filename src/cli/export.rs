//! `kommit export`: the ledger, the proposals, the ranking and the participants as CSV or JSON for other programs,
//! as a workbook for people, and the ledger as a journal for hledger. Amounts are whole øre in fields that end in `_ore`,
//! dates ISO, and what may not be seen isn't exported (S4).

use std::io::Write;

use clap::{Subcommand, ValueEnum};
use serde_json::{Value as Json, json};

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::journal::{LedgerTarget, log_aside};
use super::ranking;
use super::ssh::allowed::OVER_SSH;
use crate::domain::anchor::Anchor;
use crate::domain::refusal::refuse;
use crate::exchange::{csv_table, xlsx_table};
use crate::present::{self, Column, Record, column, participants, proposals};
use crate::usecases::views::{Anchored, Participants, Proposals};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-export-ledger", author = OVER_SSH)]
    Ledger(LedgerTarget),
    #[command(about = "cli-export-proposals", author = OVER_SSH)]
    Proposals(Target),
    #[command(about = "cli-export-ranking", author = OVER_SSH)]
    Ranking(RankingTarget),
    #[command(about = "cli-export-participants", author = OVER_SSH)]
    Participants(Target),
}

#[derive(Debug, clap::Args)]
struct Target {
    #[arg(long, value_enum, value_name = "csv|xlsx|json", help = "cli-arg-format")]
    format: Option<Format>,
}

#[derive(Debug, clap::Args)]
struct RankingTarget {
    #[command(flatten)]
    target: Target,
    #[command(flatten)]
    ranking: ranking::Args,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Csv,
    Xlsx,
    Json,
}

pub(super) fn run(args: Args, call: &Call, out: &mut dyn Write) -> Result<Answer, Failure> {
    match args.what {
        What::Ledger(target) => target.written(call, out),
        What::Proposals(target) => {
            let (rows, log) = call.view(&Anchored(Proposals))?;
            let json = || items(proposals::COLUMNS, &rows);
            target.written("proposals", proposals::COLUMNS, &rows, json, &log, call)
        }
        What::Participants(target) => {
            let (data, log) = call.view(&Anchored(Participants))?;
            let json = || items(participants::COLUMNS, &data.lines);
            target.written(
                "participants",
                participants::COLUMNS,
                &data.lines,
                json,
                &log,
                call,
            )
        }
        What::Ranking(RankingTarget {
            target,
            ranking: args,
        }) => {
            let (data, log) = call.view(&Anchored(ranking::asked(args)?))?;
            let rows = present::ranking::rows(&data);
            let json = || json!(ranking::report(&data, &rows));
            target.written("ranking", present::ranking::COLUMNS, &rows, json, &log, call)
        }
    }
}

impl Target {
    fn written<R>(
        &self,
        name: &str,
        columns: &'static [Column<R>],
        rows: &[R],
        json: impl FnOnce() -> Json,
        log: &Anchor,
        call: &Call,
    ) -> Result<Answer, Failure> {
        let default = if call.globals.json {
            Format::Json
        } else {
            Format::Csv
        };
        match self.format.unwrap_or(default) {
            Format::Json => Ok(Answer::json(&anchored(json(), log))),
            Format::Csv => Ok(csv(columns, rows, log, call)),
            Format::Xlsx => xlsx(name, columns, rows, log, call),
        }
    }
}

fn items<R>(columns: &'static [Column<R>], rows: &[R]) -> Json {
    let records: Vec<_> = rows.iter().map(|row| Record::of(columns, row)).collect();
    json!({ "items": records })
}

/// An export with where the log stood when it was made.
fn anchored(mut export: Json, log: &Anchor) -> Json {
    export["log"] = json!(log);
    export
}

/// A workbook is no text: on a terminal it would be noise, and could command it.
fn xlsx<R>(
    name: &str,
    columns: &[Column<R>],
    rows: &[R],
    log: &Anchor,
    call: &Call,
) -> Result<Answer, Failure> {
    if call.around.terminals.output {
        return Err(refuse("export-to-terminal")
            .with("file", format!("{name}.xlsx"))
            .into());
    }
    let (headings, rows) = column::sheet(columns, rows);
    let bytes = xlsx_table(name, &headings, &rows, call.clock().today(), log);
    let bytes = bytes.map_err(|fault| refuse("export-workbook").with("detail", fault.to_string()))?;
    Ok(Answer {
        bytes,
        ..Answer::default()
    })
}

/// A table of values has no room for anything else: where the log stood is said beside it.
fn csv<R>(columns: &[Column<R>], rows: &[R], log: &Anchor, call: &Call) -> Answer {
    let (headings, rows) = column::sheet(columns, rows);
    Answer {
        text: csv_table(&headings, &rows),
        aside: log_aside(log, call),
        ..Answer::default()
    }
}
