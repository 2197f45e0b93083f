//! `kommit audit`: the log, newest first, and whether its chain holds.

use clap::Subcommand;
use serde::Serialize;
use serde_json::Value as Json;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::domain::anchor::Anchor;
use crate::domain::text::required_prose;
use crate::i18n::{Phrase, phrase};
use crate::present::log::COLUMNS;
use crate::present::{Record, column};
use crate::usecases::AcknowledgeUpgrade;
use crate::usecases::views::audit::{AuditChain, ChainData, Expected};
use crate::usecases::views::{AuditEntry, AuditLog};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(long, default_value_t = 100, value_name = "cli-value-count", value_parser = clap::value_parser!(u32).range(1..), help = "cli-arg-limit")]
    limit: u32,

    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-audit-verify")]
    Verify(Verify),
    #[command(about = "cli-audit-acknowledge")]
    Acknowledge(Acknowledge),
}

#[derive(Debug, clap::Args)]
struct Verify {
    #[arg(long, value_name = "cli-value-anchor", value_parser = Anchor::parse, help = "cli-arg-expect")]
    expect: Option<Anchor>,
}

#[derive(Debug, clap::Args)]
struct Acknowledge {
    #[arg(value_name = "cli-value-row", value_parser = clap::value_parser!(i64).range(1..), help = "cli-arg-acknowledge-row")]
    row: i64,
    #[arg(long, value_name = "cli-value-text", value_parser = required_prose, help = "cli-arg-reason")]
    reason: String,
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
    /// The row that was asked for, and the hash that it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<ExpectedRecord>,
}

#[derive(Serialize)]
pub(super) struct ExpectedRecord {
    row: i64,
    hash: String,
    found: Option<String>,
}

impl ExpectedRecord {
    pub(super) fn of(expected: &Expected) -> ExpectedRecord {
        ExpectedRecord {
            row: expected.anchor.row,
            hash: expected.anchor.hash.clone(),
            found: expected.found.clone(),
        }
    }
}

/// Whether the log goes through a row that was written down elsewhere, in words.
pub(super) fn met(expected: &Expected) -> Phrase {
    let met = match &expected.found {
        None => "cli-audit-cut",
        Some(_) if expected.is_met() => "cli-audit-met",
        Some(_) => "cli-audit-other",
    };
    phrase(met).with("row", expected.anchor.row)
}

pub(super) fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    match &args.what {
        Some(What::Verify(Verify { expect })) => {
            let expect = expect.clone();
            let chain = call.view(&AuditChain { expect })?;
            return Ok(verdict(&chain, call));
        }
        Some(What::Acknowledge(Acknowledge { row, reason })) => {
            return call.perform(&AcknowledgeUpgrade {
                row: *row,
                reason: reason.clone(),
            });
        }
        None => {}
    }
    let log = call.view(&AuditLog {
        limit: args.limit.into(),
    })?;
    Ok(call.items(&log.entries, record, |words| {
        column::list(COLUMNS, &log.entries, "log-empty", words)
    }))
}

fn verdict(chain: &ChainData, call: &Call) -> Answer {
    let is_met = chain.expected.as_ref().is_none_or(Expected::is_met);
    let ok = chain.broken_at.is_none() && is_met;
    let json = || Verdict {
        ok,
        rows: chain.head.row,
        head: chain.head.hash.clone(),
        broken_at: chain.broken_at,
        expected: chain.expected.as_ref().map(ExpectedRecord::of),
    };
    let answer = call.document(json, |words| {
        let found = match chain.broken_at {
            None => phrase("cli-audit-whole").with("count", chain.head.row),
            Some(seq) => phrase("cli-audit-broken").with("seq", seq),
        };
        let head = phrase("cli-audit-head").with("hash", chain.head.hash.as_str());
        let mut lines = vec![found, head];
        lines.extend(chain.expected.as_ref().map(met));
        let lines = lines.iter().map(|line| line.words(words));
        lines.collect::<Vec<_>>().join("\n").into()
    });
    answer.with_code(if ok { 0 } else { BROKEN })
}
