//! Paying out with four eyes (L6): `kommit disburse` registers, `kommit approve` posts, and `kommit disbursements`
//! shows what was paid, what waits, and what was withdrawn when a project was stopped.

use clap::Subcommand;
use jiff::civil::Date;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::globals::whole;
use super::ssh::allowed::OVER_SSH;
use crate::domain::calendar::parse_date;
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::refusal::refuse;
use crate::i18n::Words;
use crate::present::commitments::{DISBURSEMENTS, disbursements};
use crate::present::{Record, column};
use crate::usecases::views::Disbursements;
use crate::usecases::{ApproveDisbursement, RegisterDisbursement, WithdrawDisbursement};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-disbursements-list", author = OVER_SSH)]
    List,
    #[command(about = "cli-disbursements-show", author = OVER_SSH)]
    Show {
        #[arg(value_name = "cli-value-id", value_parser = whole::<i64>, help = "cli-arg-disbursement")]
        id: i64,
    },
    #[command(about = "cli-disbursements-withdraw", author = OVER_SSH)]
    Withdraw {
        #[arg(value_name = "cli-value-id", value_parser = whole::<i64>, help = "cli-arg-disbursement")]
        id: i64,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct DisburseArgs {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[arg(
        long,
        value_name = "cli-value-kroner",
        allow_negative_numbers = true,
        help = "cli-arg-disburse-amount"
    )]
    amount: Ore,

    #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-disburse-on")]
    on: Option<Date>,
}

#[derive(Debug, clap::Args)]
pub(super) struct ApproveArgs {
    #[arg(value_name = "cli-value-id", value_parser = whole::<i64>, help = "cli-arg-disbursement")]
    id: i64,
}

pub(super) fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    if let Some(What::Withdraw { id }) = args.what {
        return call.perform(&WithdrawDisbursement { id });
    }
    let mut data = call.view(&Disbursements)?;
    if let Some(What::Show { id }) = args.what {
        data.all.retain(|row| row.id == id);
        let unknown = || refuse("disbursement-unknown").with("id", id);
        let row = data.all.first().ok_or_else(unknown)?;
        let list = |words: &Words| column::list(DISBURSEMENTS, &data.all, "", words);
        return Ok(call.document(|| Record::of(DISBURSEMENTS, row), list));
    }
    Ok(call.items(
        &data.all,
        |row| Record::of(DISBURSEMENTS, row),
        |words| disbursements(&data, words),
    ))
}

pub(super) fn disburse(args: &DisburseArgs, call: &Call) -> Result<Answer, Failure> {
    call.perform(&RegisterDisbursement {
        reference: args.reference,
        amount: args.amount,
        on: args.on,
    })
}

pub(super) fn approve(args: &ApproveArgs, call: &Call) -> Result<Answer, Failure> {
    call.perform(&ApproveDisbursement { id: args.id })
}
