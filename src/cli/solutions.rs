//! `kommit solutions`: what each project has cost, who has taken its solution into use, and what has come back (R1–R4,
//! F6). `kommit adopt` and `kommit settle` add to it.

use clap::Subcommand;
use jiff::civil::Date;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::ssh::allowed::OVER_SSH;
use crate::domain::calendar::parse_date;
use crate::domain::participant::Number;
use crate::domain::proposal::Ref;
use crate::present::solutions::{ADOPTERS, COLUMNS, SETTLEMENTS, SHARES, Share, list, page, shares};
use crate::present::{Record, charges};
use crate::usecases::views::solutions::{AdopterLine, ChargeLine, SolutionData, SolutionLine};
use crate::usecases::views::{SettlementRow, SolutionView, Solutions};
use crate::usecases::{Adopt, Settle};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-solutions-list", author = OVER_SSH)]
    List,
    #[command(about = "cli-solutions-show", author = OVER_SSH)]
    Show {
        #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
        reference: Ref,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct AdoptArgs {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[arg(value_name = "cli-value-number", value_parser = Number::parse, help = "cli-arg-number")]
    number: Number,

    #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-on")]
    on: Option<Date>,
}

#[derive(Debug, clap::Args)]
pub(super) struct SettleArgs {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-on")]
    on: Option<Date>,
}

/// One solution as machines read it: its adopters one by one.
#[derive(Serialize)]
struct Report<'a> {
    #[serde(flatten)]
    record: Record<'a, SolutionLine, Vec<Record<'a, AdopterLine>>>,
    /// R1: in inhabitants, fixed at go-live.
    planned_base: Option<String>,
    /// Oldest first.
    charges: Vec<Record<'a, ChargeLine>>,
    /// Oldest first.
    settlements: Vec<Settlement<'a>>,
}

#[derive(Serialize)]
struct Settlement<'a> {
    #[serde(flatten)]
    record: Record<'a, SettlementRow>,
    /// By participant number.
    shares: Vec<Record<'a, Share>>,
}

pub(super) fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    match &args.what {
        Some(What::Show { reference }) => {
            let data = call.view(&SolutionView {
                reference: *reference,
            })?;
            let parts: Vec<Vec<Share>> = data.settlements.iter().map(|row| shares(row, &data)).collect();
            Ok(call.document(|| report(&data, &parts), |words| page(&data, words)))
        }
        Some(What::List) | None => {
            let lines = call.view(&Solutions)?;
            Ok(call.items(
                &lines,
                |line| Record::of(COLUMNS, line),
                |words| list(&lines, words),
            ))
        }
    }
}

pub(super) fn adopt(args: AdoptArgs, call: &Call) -> Result<Answer, Failure> {
    call.perform(&Adopt {
        reference: args.reference,
        number: args.number,
        on: args.on,
    })
}

pub(super) fn settle(args: &SettleArgs, call: &Call) -> Result<Answer, Failure> {
    call.perform(&Settle {
        reference: args.reference,
        on: args.on,
    })
}

fn report<'a>(data: &'a SolutionData, shares: &'a [Vec<Share>]) -> Report<'a> {
    let base = data.line.solution.as_ref().map(|solution| solution.base);
    let settlements = data.settlements.iter().zip(shares);
    let settlement = |(row, shares): (&'a SettlementRow, &'a Vec<Share>)| Settlement {
        record: Record::of(SETTLEMENTS, row),
        shares: Record::all(SHARES, shares),
    };
    Report {
        record: Record::of(COLUMNS, &data.line).with("adopters", Record::all(ADOPTERS, &data.adopters)),
        planned_base: base.map(|base| base.normalize().to_string()),
        charges: Record::all(charges::COLUMNS, &data.charges),
        settlements: settlements.map(settlement).collect(),
    }
}
