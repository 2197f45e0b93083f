//! `kommit export`: the ledger, the proposals, the ranking and the participants as CSV or JSON for other programs.
//! Amounts are whole øre, dates ISO, and what may not be seen isn't exported (S4).

use clap::{Subcommand, ValueEnum};
use serde::Serialize;
use serde_json::Value as Json;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::{participants, proposals, ranking};
use crate::domain::money::Ore;
use crate::exchange::csv_table;
use crate::i18n::clean_prose;
use crate::usecases::views::{Journal, JournalLine, Participants, Proposals};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-export-ledger")]
    Ledger(Target),
    #[command(about = "cli-export-proposals")]
    Proposals(Target),
    #[command(about = "cli-export-ranking")]
    Ranking(RankingTarget),
    #[command(about = "cli-export-participants")]
    Participants(Target),
}

#[derive(Debug, clap::Args)]
struct Target {
    #[arg(long, value_enum, value_name = "csv|json", help = "cli-arg-format")]
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
    Json,
}

/// A posting as machines read it.
#[derive(Serialize)]
struct Posting {
    voucher: i64,
    posted_on: String,
    value_on: String,
    event: &'static str,
    text: String,
    account: String,
    amount_ore: Ore,
}

impl Posting {
    fn of(line: &JournalLine) -> Posting {
        Posting {
            voucher: line.voucher,
            posted_on: line.posted_on.to_string(),
            value_on: line.value_on.to_string(),
            event: line.event.word(),
            text: line.text.clone(),
            account: line.account.to_string(),
            amount_ore: line.amount,
        }
    }
}

pub fn run(args: Args, call: &Call) -> Result<Answer, Failure> {
    match args.what {
        What::Ledger(target) => {
            let lines = call.view(&Journal)?;
            let postings: Vec<Posting> = lines.iter().map(Posting::of).collect();
            Ok(target.written(&postings, &LEDGER, call))
        }
        What::Proposals(target) => {
            let rows = call.view(&Proposals)?;
            let records: Vec<proposals::Record> = rows.iter().map(proposals::Record::of).collect();
            Ok(target.written(&records, &PROPOSALS, call))
        }
        What::Participants(target) => {
            let data = call.view(&Participants)?;
            let records: Vec<participants::Record> =
                data.lines.iter().map(participants::Record::of).collect();
            Ok(target.written(&records, &PARTICIPANTS, call))
        }
        What::Ranking(RankingTarget { target, ranking }) => {
            let report = ranking::read(ranking, call)?;
            Ok(match target.format(call) {
                Format::Json => Answer::json(&report),
                Format::Csv => csv(&report.items, &RANKING),
            })
        }
    }
}

const LEDGER: [&str; 7] = [
    "voucher",
    "posted_on",
    "value_on",
    "event",
    "text",
    "account",
    "amount_ore",
];
const PROPOSALS: [&str; 18] = [
    "ref",
    "title",
    "applicant",
    "owner_number",
    "benefit",
    "cost_ore",
    "applied_ore",
    "submitted_on",
    "go_live",
    "stage",
    "summary",
    "uptake_low",
    "uptake",
    "uptake_high",
    "delay_low",
    "delay",
    "delay_high",
    "price_model",
];
const PARTICIPANTS: [&str; 14] = [
    "kind",
    "number",
    "name",
    "county_number",
    "county_name",
    "population",
    "standing",
    "potential_ore",
    "promised_ore",
    "paid_ore",
    "decision",
    "decided_on",
    "reference",
    "reason",
];
const RANKING: [&str; 13] = [
    "place",
    "ref",
    "title",
    "score",
    "median",
    "sd",
    "range",
    "scorecards",
    "applied_ore",
    "cumulative_ore",
    "above_line",
    "computed_place",
    "moved_reason",
];

impl Target {
    fn format(&self, call: &Call) -> Format {
        let unsaid = if call.globals.json {
            Format::Json
        } else {
            Format::Csv
        };
        self.format.unwrap_or(unsaid)
    }

    fn written<T: Serialize>(&self, records: &[T], columns: &[&str], call: &Call) -> Answer {
        match self.format(call) {
            Format::Json => Answer::json(&serde_json::json!({ "items": records })),
            Format::Csv => csv(records, columns),
        }
    }
}

/// The same records as in JSON, one line each.
fn csv<T: Serialize>(records: &[T], columns: &[&str]) -> Answer {
    let rows: Vec<Vec<String>> = records
        .iter()
        .map(|record| {
            let record = serde_json::to_value(record).unwrap_or_default();
            columns.iter().map(|column| cell(&record[*column])).collect()
        })
        .collect();
    Answer::text(csv_table(columns, &rows))
}

fn cell(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => clean_prose(text).into_owned(),
        other => other.to_string(),
    }
}
