//! `kommit audit`: the log, newest first, and whether its chain holds.

use clap::Subcommand;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value as Json;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::page::Page;
use super::table::{Side, Table};
use crate::domain::calendar::in_oslo;
use crate::i18n::{Words, log};
use crate::usecases::views::audit::{AuditChain, ChainData};
use crate::usecases::views::{AuditEntry, AuditLog};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long, default_value_t = 100, value_name = "cli-value-count", value_parser = clap::value_parser!(u32).range(1..), help = "cli-arg-limit")]
    limit: u32,

    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-audit-verify")]
    Verify,
}

/// A log that has been tampered with is no one's mistake at the keyboard.
const BROKEN: u8 = 1;

#[derive(Serialize)]
struct Record {
    seq: i64,
    at: String,
    actor: String,
    via: String,
    action: String,
    subject: String,
    payload: Json,
    prev: String,
    hash: String,
}

impl Record {
    fn of(entry: &AuditEntry) -> Record {
        Record {
            seq: entry.seq,
            at: entry.at.clone(),
            actor: entry.actor.clone(),
            via: entry.via.clone(),
            action: entry.action.clone(),
            subject: entry.subject.clone(),
            payload: serde_json::from_str(&entry.payload).unwrap_or_default(),
            prev: entry.prev.clone(),
            hash: entry.hash.clone(),
        }
    }
}

#[derive(Serialize)]
struct Verdict {
    ok: bool,
    rows: i64,
    head: String,
    broken_at: Option<i64>,
}

pub fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    if args.what.is_some() {
        let chain = call.view(&AuditChain)?;
        return Ok(verdict(&chain, call));
    }
    let log = call.view(&AuditLog {
        limit: args.limit.into(),
    })?;
    Ok(call.list(&log.entries, Record::of, |page| draw(&log.entries, page)))
}

fn verdict(chain: &ChainData, call: &Call) -> Answer {
    let (rows, head) = &chain.head;
    let json = || Verdict {
        ok: chain.broken_at.is_none(),
        rows: *rows,
        head: head.clone(),
        broken_at: chain.broken_at,
    };
    let answer = call.answer(json, |page| {
        let words = page.words;
        page.line(&match chain.broken_at {
            None => words.tr("cli-audit-whole", &[("count", (*rows).into())]),
            Some(seq) => words.tr("cli-audit-broken", &[("seq", seq.to_string().into())]),
        });
        page.line(&words.tr("cli-audit-head", &[("hash", head.as_str().into())]));
    });
    let code = if chain.broken_at.is_none() { 0 } else { BROKEN };
    answer.with_code(code)
}

fn draw(entries: &[AuditEntry], page: &mut Page) {
    let words = page.words;
    let mut table = Table::new(&[
        (words.t("cli-col-seq"), Side::Right),
        (words.t("cli-col-when"), Side::Left),
        (words.t("cli-col-who"), Side::Left),
        (words.t("cli-col-via"), Side::Left),
        (words.t("cli-col-what"), Side::Left),
        (words.t("cli-col-subject"), Side::Gives),
    ]);
    for entry in entries {
        table.row(&[
            entry.seq.to_string(),
            when(&entry.at, words),
            entry.actor.clone(),
            entry.via.clone(),
            log::said(&entry.action, words),
            log::about(&entry.subject, &entry.payload, words),
        ]);
    }
    page.table(&table);
}

/// The log is in UTC; people read the clock in Oslo.
fn when(at: &str, words: &Words) -> String {
    match at.parse::<Timestamp>() {
        Ok(at) => {
            let local = in_oslo(at);
            let (hour, minute) = (local.hour(), local.minute());
            format!("{} {hour:02}:{minute:02}", words.date(local.date()))
        }
        Err(_) => at.to_owned(),
    }
}
