//! `kommit audit`: the log, newest first, and whether its chain holds.

use clap::Subcommand;
use serde::Serialize;
use serde_json::Value as Json;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::i18n::phrase;
use crate::present::log::COLUMNS;
use crate::present::{Record, column};
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

/// A row as machines read it: its payload in parts.
fn record(entry: &AuditEntry) -> impl Serialize {
    let payload: Json = serde_json::from_str(&entry.payload).unwrap_or_default();
    Record::of(COLUMNS, entry).with("payload", payload)
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
    Ok(call.items(&log.entries, record, |words| {
        column::list(COLUMNS, &log.entries, "log-empty", words)
    }))
}

fn verdict(chain: &ChainData, call: &Call) -> Answer {
    let (rows, head) = &chain.head;
    let json = || Verdict {
        ok: chain.broken_at.is_none(),
        rows: *rows,
        head: head.clone(),
        broken_at: chain.broken_at,
    };
    let answer = call.document(json, |words| {
        let found = match chain.broken_at {
            None => phrase("cli-audit-whole").with("count", *rows),
            Some(seq) => phrase("cli-audit-broken").with("seq", seq),
        };
        let head = phrase("cli-audit-head").with("hash", head.as_str());
        format!("{}\n{}", found.words(words), head.words(words)).into()
    });
    let code = if chain.broken_at.is_none() { 0 } else { BROKEN };
    answer.with_code(code)
}
