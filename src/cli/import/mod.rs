//! `kommit import`: participants, proposals or scores from a CSV file, all rows or none.

pub mod file;

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::domain::intake::RowProblem;
use crate::domain::refusal::refuse;
use crate::exchange;
use crate::usecases::{ImportParticipants, ImportProposals, ImportScores, OpError, UseCase};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-import-participants")]
    Participants(Source),
    #[command(about = "cli-import-proposals")]
    Proposals(Source),
    #[command(about = "cli-import-scores")]
    Scores(Source),
}

#[derive(Debug, clap::Args)]
struct Source {
    #[arg(value_name = "cli-value-file", help = "cli-arg-import-file")]
    file: PathBuf,

    #[arg(long, help = "cli-arg-dry-run")]
    dry_run: bool,
}

/// Reads a file, or says everything that is wrong with it.
type Reader<T> = fn(&[u8]) -> Result<Vec<T>, Vec<RowProblem>>;

/// Far more than all of Norway's municipalities take.
const LONGEST: u64 = 64 * 1024 * 1024;

pub fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    match &args.what {
        What::Participants(source) => {
            let rows = rows(source, exchange::participants)?;
            perform(&ImportParticipants { rows }, source, call)
        }
        What::Proposals(source) => {
            let rows = rows(source, exchange::proposals)?;
            perform(&ImportProposals { rows }, source, call)
        }
        What::Scores(source) => {
            let rows = rows(source, exchange::scores)?;
            perform(&ImportScores { rows }, source, call)
        }
    }
}

fn rows<T>(source: &Source, read: Reader<T>) -> Result<Vec<T>, Failure> {
    refuse_workbook(&source.file)?;
    let bytes = file::read(&source.file, LONGEST)?;
    Ok(read(&bytes).map_err(OpError::Rows)?)
}

/// A workbook is no text; what a spreadsheet saves as CSV is read.
fn refuse_workbook(path: &Path) -> Result<(), Failure> {
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    if ["xlsx", "xlsm", "xls", "ods"]
        .iter()
        .any(|workbook| extension == *workbook)
    {
        return Err(refuse("import-not-text").into());
    }
    Ok(())
}

fn perform(case: &dyn UseCase, source: &Source, call: &Call) -> Result<Answer, Failure> {
    if !source.dry_run {
        return call.perform(case);
    }
    let outcome = call.session()?.rehearse(case)?.made("dry_run", true);
    let mut answer = call.done(&outcome);
    if !call.globals.json {
        answer.text = call.words.t("cli-dry-run") + "\n" + &answer.text;
    }
    Ok(answer)
}
