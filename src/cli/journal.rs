//! `kommit export ledger`: the journal is written as it is read, so that long books take no more memory than short ones.

use std::cell::RefCell;
use std::io::{self, Write};
use std::ops::ControlFlow;

use clap::ValueEnum;
use serde_json::json;

use super::answer::{Answer, escaped};
use super::call::Call;
use super::failure::Failure;
use crate::domain::anchor::Anchor;
use crate::domain::ledger::Account;
use crate::exchange::{CsvTable, HledgerJournal, LedgerLine};
use crate::present::ledger::POSTINGS;
use crate::present::{Record, column};
use crate::usecases::views::{JournalLine, JournalOrder, JournalPart, JournalTo};

/// So much is held back before anything is written: a journal that is no longer is written whole, or not at all when it can't
/// be read.
const HELD_BACK: usize = 1 << 20;

#[derive(Debug, clap::Args)]
pub(super) struct LedgerTarget {
    #[arg(
        long,
        value_enum,
        value_name = "hledger|csv|json",
        help = "cli-arg-format-ledger"
    )]
    format: Option<LedgerFormat>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LedgerFormat {
    Hledger,
    Csv,
    Json,
}

impl LedgerTarget {
    fn format(&self, call: &Call) -> LedgerFormat {
        let by_default = if call.globals.json {
            LedgerFormat::Json
        } else {
            LedgerFormat::Csv
        };
        self.format.unwrap_or(by_default)
    }

    /// The journal, on its way out while it is read. One read transaction lasts from the first line to the last, so that all lines
    /// and the log's head that is said with them are of one moment, however long the books are. A reader of the output that
    /// stands still keeps it open; nobody waits for it, since who writes appends to the `-wal`, which can't be shortened
    /// meanwhile and is when the output is read on or closed.
    pub(super) fn written(&self, call: &Call, out: &mut dyn Write) -> Result<Answer, Failure> {
        let format = self.format(call);
        let mut written = Written {
            format,
            out,
            journal: None,
            log: Anchor::default(),
            fault: None,
        };
        let order = match format {
            LedgerFormat::Hledger => JournalOrder::Day,
            LedgerFormat::Csv | LedgerFormat::Json => JournalOrder::Voucher,
        };
        call.view(&JournalTo {
            order,
            take: RefCell::new(&mut |part| written.take(part)),
        })?;
        let rest = written.journal.map_or_else(Vec::new, |mut journal| {
            journal.end();
            journal.take()
        });
        let aside = match format {
            LedgerFormat::Csv => log_aside(&written.log, call),
            LedgerFormat::Json | LedgerFormat::Hledger => String::new(),
        };
        Ok(Answer {
            bytes: rest,
            fault: written.fault,
            aside,
            ..Answer::default()
        })
    }
}

/// The journal in one of its formats, as far as it has come.
enum Journal {
    Json { text: String, log: Anchor, empty: bool },
    Csv(Box<CsvTable>),
    Hledger(HledgerJournal),
}

impl Journal {
    fn new(format: LedgerFormat, log: Anchor, accounts: &[Account]) -> Journal {
        match format {
            LedgerFormat::Json => Journal::Json {
                text: "{\n  \"items\": [".to_owned(),
                log,
                empty: true,
            },
            LedgerFormat::Csv => Journal::Csv(Box::new(CsvTable::new(&column::headings(POSTINGS)))),
            LedgerFormat::Hledger => Journal::Hledger(HledgerJournal::new(accounts, &log)),
        }
    }

    fn line(&mut self, line: &JournalLine) {
        match self {
            Journal::Json { text, empty, .. } => {
                text.push_str(if *empty { "\n    " } else { ",\n    " });
                text.push_str(&indented(&json!(Record::of(POSTINGS, line)), "\n    "));
                *empty = false;
            }
            Journal::Csv(table) => table.row(&column::cells(POSTINGS, line)),
            Journal::Hledger(journal) => journal.line(&LedgerLine {
                voucher: line.voucher,
                posted_on: line.posted_on,
                value_on: line.value_on,
                text: line.text.clone(),
                reverses: line.reverses,
                account: line.account,
                amount: line.amount,
            }),
        }
    }

    fn end(&mut self) {
        if let Journal::Json { text, log, empty } = self {
            text.push_str(if *empty {
                "],\n  \"log\": "
            } else {
                "\n  ],\n  \"log\": "
            });
            text.push_str(&indented(&json!(log), "\n  "));
            text.push_str("\n}\n");
        }
    }

    fn length(&self) -> usize {
        match self {
            Journal::Json { text, .. } => text.len(),
            Journal::Csv(table) => table.length(),
            Journal::Hledger(journal) => journal.length(),
        }
    }

    fn take(&mut self) -> Vec<u8> {
        match self {
            Journal::Json { text, .. } => std::mem::take(text).into_bytes(),
            Journal::Csv(table) => table.take(),
            Journal::Hledger(journal) => journal.take().into_bytes(),
        }
    }
}

/// A value as it stands within another; what could command a terminal is escaped.
fn indented(value: &serde_json::Value, line: &str) -> String {
    escaped(&format!("{value:#}")).replace('\n', line)
}

/// A journal on its way out.
struct Written<'o> {
    format: LedgerFormat,
    out: &'o mut dyn Write,
    journal: Option<Journal>,
    log: Anchor,
    fault: Option<io::Error>,
}

impl Written<'_> {
    fn take(&mut self, part: JournalPart) -> ControlFlow<()> {
        match part {
            JournalPart::Head { log, accounts } => {
                self.log = log.clone();
                self.journal = Some(Journal::new(self.format, log, &accounts));
            }
            JournalPart::Line(line) => {
                if let Some(journal) = &mut self.journal {
                    journal.line(&line);
                    if journal.length() > HELD_BACK {
                        self.fault = self.out.write_all(&journal.take()).err();
                    }
                }
            }
        }
        if self.fault.is_some() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

/// Where the log stood, on standard error.
pub(super) fn log_aside(log: &Anchor, call: &Call) -> String {
    let aside = call
        .words
        .tr("cli-export-log", &[("log", log.to_string().into())]);
    call.plain(aside + "\n")
}
