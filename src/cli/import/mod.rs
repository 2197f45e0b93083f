//! `kommit import`: participants, proposals, scores, adoptions or ledger entries from a CSV file or a workbook, all rows
//! or none.

pub(super) mod file;

use std::path::PathBuf;

use clap::Subcommand;
use jiff::civil::Date;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::progress::Progress;
use crate::cli::ssh::allowed::OVER_SSH;
use crate::domain::calendar::parse_date;
use crate::exchange::{self, Reading};
use crate::usecases::{
    FromFile, ImportAdoptions, ImportLedger, ImportParticipants, ImportProposals, ImportScores, UseCase,
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-import-participants", author = OVER_SSH)]
    Participants(Participants),
    #[command(about = "cli-import-proposals", author = OVER_SSH)]
    Proposals(Source),
    #[command(about = "cli-import-scores", author = OVER_SSH)]
    Scores(Source),
    #[command(about = "cli-import-adoptions", author = OVER_SSH)]
    Adoptions(Source),
    #[command(about = "cli-import-ledger", author = OVER_SSH)]
    Ledger(Source),
}

#[derive(Debug, clap::Args)]
struct Source {
    #[arg(value_name = "cli-value-file", help = "cli-arg-import-file")]
    file: PathBuf,

    #[arg(long, help = "cli-arg-dry-run")]
    dry_run: bool,
}

#[derive(Debug, clap::Args)]
struct Participants {
    #[command(flatten)]
    source: Source,

    #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-counted-on")]
    on: Option<Date>,
}

/// Far more than all of Norway's municipalities take.
const LONGEST: u64 = 64 * 1024 * 1024;

pub(super) fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    match &args.what {
        What::Participants(Participants { source, on }) => {
            let read = exchange::participants(&bytes(source)?);
            import(read, |rows| ImportParticipants { rows, on: *on }, source, call)
        }
        What::Proposals(source) => {
            let read = exchange::proposals(&bytes(source)?);
            import(read, |rows| ImportProposals { rows }, source, call)
        }
        What::Scores(source) => {
            let read = exchange::scores(&bytes(source)?);
            import(read, |rows| ImportScores { rows }, source, call)
        }
        What::Adoptions(source) => {
            let read = exchange::adoptions(&bytes(source)?);
            import(read, |rows| ImportAdoptions { rows }, source, call)
        }
        What::Ledger(source) => {
            let read = exchange::ledger(&bytes(source)?);
            import(read, |rows| ImportLedger { rows }, source, call)
        }
    }
}

fn bytes(source: &Source) -> Result<Vec<u8>, Failure> {
    Ok(file::read(&source.file, LONGEST)?)
}

/// Faults of the file don't stop the good rows from being tried, so that everything is told in one go.
fn import<T, C: UseCase>(
    read: Reading<T>,
    use_case: impl FnOnce(Vec<T>) -> C,
    source: &Source,
    call: &Call,
) -> Result<Answer, Failure> {
    let use_case = FromFile {
        use_case: use_case(read.rows),
        problems: read.problems,
        notices: read.notices,
        headings: read.headings,
    };
    perform(&use_case, source, call)
}

fn perform(use_case: &dyn UseCase, source: &Source, call: &Call) -> Result<Answer, Failure> {
    let progress = Progress::new("cli-progress-import", call);
    let mut session = call
        .session()?
        .with_progress(Box::new(move |done, of| progress.at(done, of)));
    if !source.dry_run {
        return Ok(call.done(&session.perform(use_case)?));
    }
    let outcome = session.rehearse(use_case)?.made("dry_run", true);
    let mut answer = call.done(&outcome);
    answer.written = None;
    if !call.globals.json {
        answer.text = call.words.t("cli-dry-run") + "\n" + &answer.text;
    }
    Ok(answer)
}
