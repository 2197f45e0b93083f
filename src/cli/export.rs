//! `kommit export`: the ledger, the proposals, the ranking and the participants as CSV or JSON for other programs,
//! as a workbook for people, and the ledger as a journal for hledger. Amounts are whole øre in fields that end in `_ore`,
//! dates ISO, and what may not be seen isn't exported (S4).

use clap::{Subcommand, ValueEnum};
use serde::Serialize;
use serde_json::{Value as Json, json};

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::{participants, proposals, ranking};
use crate::domain::money::Ore;
use crate::domain::refusal::refuse;
use crate::exchange::{Field, FieldKind, LedgerLine, csv_table, hledger_journal, xlsx_table};
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
    Ledger(LedgerTarget),
    #[command(about = "cli-export-proposals")]
    Proposals(Target),
    #[command(about = "cli-export-ranking")]
    Ranking(RankingTarget),
    #[command(about = "cli-export-participants")]
    Participants(Target),
}

#[derive(Debug, clap::Args)]
struct Target {
    #[arg(long, value_enum, value_name = "csv|xlsx|json", help = "cli-arg-format")]
    format: Option<Format>,
}

#[derive(Debug, clap::Args)]
struct LedgerTarget {
    #[arg(
        long,
        value_enum,
        value_name = "hledger|csv|json",
        help = "cli-arg-format-ledger"
    )]
    format: Option<LedgerFormat>,
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

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LedgerFormat {
    Hledger,
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
    /// The voucher that this one takes back.
    reverses: Option<i64>,
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
            reverses: line.reverses,
        }
    }
}

pub fn run(args: Args, call: &Call) -> Result<Answer, Failure> {
    match args.what {
        What::Ledger(target) => Ok(ledger(&call.view(&Journal)?, &target, call)),
        What::Proposals(target) => {
            let rows = call.view(&Proposals)?;
            let records: Vec<proposals::Record> = rows.iter().map(proposals::Record::of).collect();
            let json = || json!({ "items": records });
            target.written("proposals", &records, &PROPOSALS, json, call)
        }
        What::Participants(target) => {
            let data = call.view(&Participants)?;
            let records: Vec<participants::Record> =
                data.lines.iter().map(participants::Record::of).collect();
            let json = || json!({ "items": records });
            target.written("participants", &records, &PARTICIPANTS, json, call)
        }
        What::Ranking(RankingTarget { target, ranking }) => {
            let report = ranking::read(ranking, call)?;
            target.written("ranking", &report.items, &RANKING, || json!(report), call)
        }
    }
}

fn ledger(lines: &[JournalLine], target: &LedgerTarget, call: &Call) -> Answer {
    let unsaid = if call.globals.json {
        LedgerFormat::Json
    } else {
        LedgerFormat::Csv
    };
    let postings = || lines.iter().map(Posting::of).collect::<Vec<_>>();
    match target.format.unwrap_or(unsaid) {
        LedgerFormat::Json => Answer::json(&json!({ "items": postings() })),
        LedgerFormat::Csv => csv(&postings(), &LEDGER),
        LedgerFormat::Hledger => {
            let lines: Vec<LedgerLine> = lines.iter().map(line).collect();
            Answer::text(hledger_journal(&lines))
        }
    }
}

fn line(line: &JournalLine) -> LedgerLine {
    LedgerLine {
        voucher: line.voucher,
        posted_on: line.posted_on,
        value_on: line.value_on,
        text: line.text.clone(),
        reverses: line.reverses,
        account: line.account,
        amount: line.amount,
    }
}

const LEDGER: [Field; 8] = [
    whole("voucher"),
    date("posted_on"),
    date("value_on"),
    text("event"),
    text("text"),
    text("account"),
    whole("amount_ore"),
    whole("reverses"),
];
const PROPOSALS: [Field; 20] = [
    text("ref"),
    text("title"),
    text("applicant"),
    text("owner_number"),
    text("benefit"),
    whole("cost_ore"),
    whole("applied_ore"),
    date("submitted_on"),
    date("go_live"),
    text("stage"),
    text("summary"),
    decimal("uptake_low"),
    decimal("uptake"),
    decimal("uptake_high"),
    whole("delay_low"),
    whole("delay"),
    whole("delay_high"),
    text("price_model"),
    decimal("bass_p"),
    decimal("bass_q"),
];
const PARTICIPANTS: [Field; 14] = [
    text("kind"),
    text("number"),
    text("name"),
    text("county_number"),
    text("county_name"),
    whole("population"),
    text("standing"),
    whole("potential_ore"),
    whole("promised_ore"),
    whole("paid_ore"),
    text("decision"),
    date("decided_on"),
    text("reference"),
    text("reason"),
];
const RANKING: [Field; 13] = [
    whole("place"),
    text("ref"),
    text("title"),
    score("score"),
    score("median"),
    score("sd"),
    score("range"),
    whole("scorecards"),
    whole("applied_ore"),
    whole("cumulative_ore"),
    flag("above_line"),
    whole("computed_place"),
    text("moved_reason"),
];

const fn field(name: &'static str, kind: FieldKind) -> Field {
    Field { name, kind }
}
const fn text(name: &'static str) -> Field {
    field(name, FieldKind::Text)
}
const fn whole(name: &'static str) -> Field {
    field(name, FieldKind::Whole)
}
const fn score(name: &'static str) -> Field {
    field(name, FieldKind::Score)
}
const fn decimal(name: &'static str) -> Field {
    field(name, FieldKind::Decimal)
}
const fn date(name: &'static str) -> Field {
    field(name, FieldKind::Date)
}
const fn flag(name: &'static str) -> Field {
    field(name, FieldKind::Flag)
}

impl Target {
    fn written<T: Serialize>(
        &self,
        name: &str,
        records: &[T],
        fields: &[Field],
        json: impl FnOnce() -> Json,
        call: &Call,
    ) -> Result<Answer, Failure> {
        let unsaid = if call.globals.json {
            Format::Json
        } else {
            Format::Csv
        };
        match self.format.unwrap_or(unsaid) {
            Format::Json => Ok(Answer::json(&json())),
            Format::Csv => Ok(csv(records, fields)),
            Format::Xlsx => xlsx(name, records, fields, call),
        }
    }
}

/// A workbook is no text: on a terminal it would be noise, and could command it.
fn xlsx<T: Serialize>(name: &str, records: &[T], fields: &[Field], call: &Call) -> Result<Answer, Failure> {
    if call.around.terminals.output {
        return Err(refuse("export-to-terminal")
            .with("file", format!("{name}.xlsx"))
            .into());
    }
    let bytes = xlsx_table(name, fields, &rows(records, fields), call.clock().today());
    let bytes = bytes.map_err(|fault| refuse("export-workbook").with("detail", fault.to_string()))?;
    Ok(Answer {
        bytes,
        ..Answer::default()
    })
}

fn csv<T: Serialize>(records: &[T], fields: &[Field]) -> Answer {
    let headings: Vec<&str> = fields.iter().map(|field| field.name).collect();
    Answer::text(csv_table(&headings, &rows(records, fields)))
}

/// The same records as in JSON, one row each.
fn rows<T: Serialize>(records: &[T], fields: &[Field]) -> Vec<Vec<String>> {
    records
        .iter()
        .map(|record| {
            let record = serde_json::to_value(record).unwrap_or_default();
            fields.iter().map(|field| cell(&record[field.name])).collect()
        })
        .collect()
}

fn cell(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => clean_prose(text).into_owned(),
        other => other.to_string(),
    }
}
