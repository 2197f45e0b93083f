//! `kommit ledger`: closes a period and opens it again, and mends a voucher by one that reverses it (L2).

use clap::Subcommand;
use jiff::civil::Date;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::globals::whole;
use super::ssh::allowed::OVER_SSH;
use crate::domain::calendar::parse_date;
use crate::domain::text::required_prose;
use crate::usecases::{ClosePeriod, ReopenPeriod, ReverseVoucher};

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    #[command(about = "cli-ledger-close", author = OVER_SSH)]
    Close {
        #[arg(value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-through")]
        through: Date,
    },
    #[command(about = "cli-ledger-reopen", author = OVER_SSH)]
    Reopen {
        #[arg(value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-reopen")]
        day: Date,
        #[arg(long, value_name = "cli-value-text", value_parser = required_prose, help = "cli-arg-reason")]
        reason: String,
    },
    #[command(about = "cli-ledger-reverse", author = OVER_SSH)]
    Reverse {
        #[arg(value_name = "cli-value-voucher", value_parser = whole::<i64>, help = "cli-arg-voucher")]
        voucher: i64,
        #[arg(long, value_name = "cli-value-text", value_parser = required_prose, help = "cli-arg-reason")]
        reason: String,
        #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-on")]
        on: Option<Date>,
    },
}

pub(super) fn run(change: Change, call: &Call) -> Result<Answer, Failure> {
    match change {
        Change::Close { through } => call.perform(&ClosePeriod { through }),
        Change::Reopen { day, reason } => call.perform(&ReopenPeriod { day, reason }),
        Change::Reverse { voucher, reason, on } => call.perform(&ReverseVoucher { voucher, reason, on }),
    }
}
