//! `kommit backup` and `kommit restore`: a copy of the fund for safekeeping, taken while others are at work, and put back.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::check::{self, UNHEALTHY};
use super::failure::Failure;
use super::init::folder_is_there;
use crate::domain::anchor::Anchor;
use crate::usecases::{Copied, Restored, restore};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "cli-value-file", help = "cli-arg-backup-to")]
    to: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct RestoreArgs {
    #[arg(value_name = "cli-value-file", help = "cli-arg-backup-from")]
    from: PathBuf,
    #[arg(long, help = "cli-arg-backup-anyway")]
    anyway: bool,
}

/// A copy as machines read it.
#[derive(Serialize)]
struct Record {
    file: String,
    ok: bool,
    findings: Vec<check::Record>,
    log: Anchor,
    #[serde(skip_serializing_if = "Option::is_none")]
    restored: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<String>,
}

impl Record {
    fn of(file: &Path, copied: &Copied, call: &Call) -> Record {
        Record {
            file: file.display().to_string(),
            ok: copied.is_sound(),
            findings: check::records(&copied.findings, &call.words),
            log: copied.head.clone(),
            restored: None,
            kept: None,
        }
    }
}

pub(super) fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    folder_is_there(&args.to)?;
    let copied = call.session()?.back_up(&args.to)?;
    let done = call.words.tr("done-backed-up", &[("path", (&args.to).into())]);
    Ok(told(done, &Record::of(&args.to, &copied, call), &copied, call))
}

pub(super) fn put_back(args: &RestoreArgs, call: &Call) -> Result<Answer, Failure> {
    let path = call.path()?;
    let access = &call.entry.access;
    if access.member().is_none() {
        call.must_own(&path)?;
    }
    folder_is_there(&path)?;
    let restored = restore(&args.from, &path, args.anyway, access, &*call.clock())?;
    let Restored { copied, done, kept } = &restored;
    let mut said = if *done {
        let args = [("path", (&path).into()), ("from", (&args.from).into())];
        call.words.tr("done-restored", &args)
    } else {
        call.words.t("done-not-restored")
    };
    if let Some(kept) = kept {
        said += "\n";
        said += &call.words.tr("done-restored-kept", &[("path", kept.into())]);
    }
    let record = Record {
        restored: Some(*done),
        kept: kept.as_ref().map(|kept| kept.display().to_string()),
        ..Record::of(&path, copied, call)
    };
    let answer = told(said, &record, copied, call);
    let code = if *done { 0 } else { UNHEALTHY };
    Ok(answer.with_code(code))
}

/// What was done, what was found, and where the log of the copy stands.
fn told(done: String, record: &Record, copied: &Copied, call: &Call) -> Answer {
    let head = call
        .words
        .tr("cli-export-log", &[("log", copied.head.to_string().into())]);
    let found = check::found(&copied.findings, &call.words);
    let said = [done, found, head].join("\n");
    let made = serde_json::json!(record).to_string();
    let code = if record.ok { 0 } else { UNHEALTHY };
    let answer = if call.globals.json {
        Answer::json(record)
    } else {
        call.sentence(&said)
    };
    Answer {
        written: Some(call.unprinted(said, made)),
        code,
        ..answer
    }
}
