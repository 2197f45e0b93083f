//! Paying out with four eyes (L6): `kommit disburse` registers, `kommit approve` posts, and `kommit disbursements`
//! shows what was paid, what waits, and what was withdrawn when a project was stopped.

use clap::Subcommand;
use jiff::civil::Date;
use serde::Serialize;

use super::answer::Answer;
use super::args::whole;
use super::call::Call;
use super::failure::Failure;
use super::table::{Side, Table};
use crate::domain::calendar::parse_date;
use crate::domain::commitment::Disbursement;
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::refusal::refuse;
use crate::i18n::Words;
use crate::usecases::views::Disbursements;
use crate::usecases::{ApproveDisbursement, RegisterDisbursement, WithdrawDisbursement};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-disbursements-list")]
    List,
    #[command(about = "cli-disbursements-show")]
    Show {
        #[arg(value_name = "cli-value-id", value_parser = whole::<i64>, help = "cli-arg-disbursement")]
        id: i64,
    },
    #[command(about = "cli-disbursements-withdraw")]
    Withdraw {
        #[arg(value_name = "cli-value-id", value_parser = whole::<i64>, help = "cli-arg-disbursement")]
        id: i64,
    },
}

#[derive(Debug, clap::Args)]
pub struct DisburseArgs {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[arg(
        long,
        value_name = "cli-value-kroner",
        value_parser = Ore::parse_kroner,
        allow_negative_numbers = true,
        help = "cli-arg-disburse-amount"
    )]
    amount: Ore,

    #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-disburse-on")]
    on: Option<Date>,
}

#[derive(Debug, clap::Args)]
pub struct ApproveArgs {
    #[arg(value_name = "cli-value-id", value_parser = whole::<i64>, help = "cli-arg-disbursement")]
    id: i64,
}

/// A disbursement as machines read it.
#[derive(Serialize)]
pub struct Record {
    id: i64,
    r#ref: String,
    amount_ore: Ore,
    pay_on: String,
    registered_by: String,
    registered_on: String,
    approved_by: Option<String>,
    approved_on: Option<String>,
    voucher: Option<i64>,
    withdrawn_by: Option<String>,
    withdrawn_on: Option<String>,
}

impl Record {
    pub fn of(disbursement: &Disbursement) -> Record {
        let approved = disbursement.approved.as_ref();
        Record {
            id: disbursement.id,
            r#ref: disbursement.reference.to_string(),
            amount_ore: disbursement.amount,
            pay_on: disbursement.pay_on.to_string(),
            registered_by: disbursement.registered_by.clone(),
            registered_on: disbursement.registered_on.to_string(),
            approved_by: approved.map(|approval| approval.by.clone()),
            approved_on: approved.and_then(|approval| Some(approval.on?.to_string())),
            voucher: approved.map(|approval| approval.voucher),
            withdrawn_by: disbursement.withdrawn.as_ref().map(|(by, _)| by.clone()),
            withdrawn_on: disbursement.withdrawn.as_ref().map(|(_, on)| on.to_string()),
        }
    }
}

pub fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    if let Some(What::Withdraw { id }) = args.what {
        return call.perform(&WithdrawDisbursement { id });
    }
    let mut rows = call.view(&Disbursements)?;
    if let Some(What::Show { id }) = args.what {
        rows.retain(|row| row.id == id);
        let row = rows
            .first()
            .ok_or_else(|| refuse("disbursement-unknown").with("id", id))?;
        return Ok(call.answer(|| Record::of(row), |page| page.table(&table(&rows, page.words))));
    }
    Ok(call.list(&rows, Record::of, |page| {
        if rows.is_empty() {
            page.line(&page.words.t("cli-disbursements-none"));
        } else {
            page.table(&table(&rows, page.words));
        }
    }))
}

pub fn table(rows: &[Disbursement], words: &Words) -> Table {
    let mut table = Table::new(&[
        (words.t("cli-col-id"), Side::Right),
        (words.t("cli-col-ref"), Side::Left),
        (words.t("cli-col-amount"), Side::Right),
        (words.t("cli-col-date"), Side::Left),
        (words.t("cli-col-registered"), Side::Left),
        (words.t("cli-col-approved"), Side::Left),
        (words.t("cli-col-voucher"), Side::Right),
    ]);
    for row in rows {
        let none = || words.t("cli-dash");
        let (by, voucher) = match (&row.approved, &row.withdrawn) {
            (Some(approval), _) => (approval.by.clone(), approval.voucher.to_string()),
            (None, Some((by, on))) => {
                let args = [("by", by.as_str().into()), ("date", (*on).into())];
                (words.tr("cli-disbursement-withdrawn", &args), none())
            }
            (None, None) => (words.t("cli-disbursement-waits"), none()),
        };
        table.row(&[
            row.id.to_string(),
            row.reference.to_string(),
            words.amount(row.amount),
            words.date(row.pay_on),
            row.registered_by.clone(),
            by,
            voucher,
        ]);
    }
    table
}

pub fn disburse(args: &DisburseArgs, call: &Call) -> Result<Answer, Failure> {
    call.perform(&RegisterDisbursement {
        reference: args.reference,
        amount: args.amount,
        on: args.on,
    })
}

pub fn approve(args: &ApproveArgs, call: &Call) -> Result<Answer, Failure> {
    call.perform(&ApproveDisbursement { id: args.id })
}
