//! Who is invited, what they answered and what they have paid (C1, C4): `kommit participants` and
//! `kommit participant`.

use clap::{ArgAction, Subcommand};
use jiff::civil::Date;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::globals::{Paid, Reasoned, amount_is};
use super::ssh::allowed::OVER_SSH;
use crate::domain::calendar::parse_date;
use crate::domain::commitment::Disbursement;
use crate::domain::contribution::Waiver;
use crate::domain::money::Ore;
use crate::domain::participant::{self as domain, Number};
use crate::exchange::answer;
use crate::present::Record;
use crate::present::commitments::DISBURSEMENTS;
use crate::present::participants::{ADOPTED, ANSWERS, COLUMNS, COUNTS, PAYMENTS, WAIVERS, list, page};
use crate::usecases::views::participants::{Adopted, Line, ParticipantData};
use crate::usecases::views::{ParticipantView, Participants, Payment};
use crate::usecases::{
    KeepOverpayment, Payer, RefundContribution, RegisterAnswer, RegisterPayment, WaiveRest,
};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-participants-list", author = OVER_SSH)]
    List,
    #[command(about = "cli-participants-show", author = OVER_SSH)]
    Show {
        #[arg(value_name = "cli-value-number", value_parser = Number::parse, help = "cli-arg-number")]
        number: Number,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    #[command(about = "cli-participant-decide", author = OVER_SSH)]
    Decide {
        #[arg(value_name = "cli-value-number", value_parser = Number::parse, help = "cli-arg-number")]
        number: Number,
        #[arg(value_name = "yes|no", value_parser = answer, action = ArgAction::Set, help = "cli-arg-joins")]
        joins: bool,
        #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-on")]
        on: Option<Date>,
        #[arg(
            long,
            default_value = "",
            value_name = "cli-value-text",
            help = "cli-arg-reference"
        )]
        reference: String,
        #[arg(
            long,
            default_value = "",
            value_name = "cli-value-text",
            help = "cli-arg-answer-reason"
        )]
        reason: String,
        #[arg(
            long,
            default_value = "",
            value_name = "cli-value-text",
            help = "cli-arg-resolution"
        )]
        resolution: String,
        #[arg(
            long,
            value_name = "cli-value-kroner",
            allow_negative_numbers = true,
            help = "cli-arg-resolved"
        )]
        resolved: Option<Ore>,
    },
    #[command(about = "cli-participant-pay", author = OVER_SSH, mut_args(amount_is("cli-arg-pay-amount")))]
    Pay {
        #[arg(value_name = "cli-value-number", value_parser = Number::parse, help = "cli-arg-number")]
        number: Number,
        #[command(flatten)]
        paid: Paid,
    },
    #[command(about = "cli-participant-waive", author = OVER_SSH, mut_args(amount_is("cli-arg-waive-amount")))]
    Waive {
        #[arg(value_name = "cli-value-number", value_parser = Number::parse, help = "cli-arg-number")]
        number: Number,
        #[command(flatten)]
        sum: Reasoned,
    },
    #[command(about = "cli-participant-refund", author = OVER_SSH)]
    Refund {
        #[arg(value_name = "cli-value-number", value_parser = Number::parse, help = "cli-arg-number")]
        number: Number,
        #[arg(
            long,
            value_name = "cli-value-kroner",
            allow_negative_numbers = true,
            help = "cli-arg-over-amount"
        )]
        amount: Option<Ore>,
    },
    #[command(about = "cli-participant-keep", author = OVER_SSH, mut_args(amount_is("cli-arg-keep-amount")))]
    Keep {
        #[arg(value_name = "cli-value-number", value_parser = Number::parse, help = "cli-arg-number")]
        number: Number,
        #[command(flatten)]
        sum: Reasoned,
    },
}

#[derive(Serialize)]
struct Report<'a> {
    #[serde(flatten)]
    record: Record<'a, Line>,
    /// Every answer, oldest first.
    answers: Vec<Record<'a, domain::Answer>>,
    /// Every payment, oldest first.
    payments: Vec<Record<'a, Payment>>,
    /// What it has taken into use, by reference.
    solutions: Vec<Record<'a, Adopted>>,
    /// Every count of its inhabitants, the first first.
    inhabitants: Vec<Record<'a, domain::Count>>,
    /// What KS has waived, oldest first.
    waivers: Vec<Record<'a, Waiver>>,
    /// What is paid back or waits to be, in the order of registration.
    refunds: Vec<Record<'a, Disbursement>>,
}

pub(super) fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    match &args.what {
        Some(What::Show { number }) => {
            let data = call.view(&ParticipantView {
                number: number.clone(),
            })?;
            Ok(call.document(|| report(&data), |words| page(&data, words)))
        }
        Some(What::List) | None => {
            let data = call.view(&Participants)?;
            Ok(call.items(
                &data.lines,
                |line| Record::of(COLUMNS, line),
                |words| list(&data.lines, words),
            ))
        }
    }
}

pub(super) fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
    match change {
        Change::Decide {
            number,
            joins,
            on,
            reference,
            reason,
            resolution,
            resolved,
        } => call.perform(&RegisterAnswer {
            number,
            joins,
            on,
            reference,
            reason,
            resolution,
            resolved,
        }),
        Change::Waive { number, sum } => call.perform(&WaiveRest {
            number,
            amount: sum.amount,
            reason: sum.reason,
        }),
        Change::Refund { number, amount } => call.perform(&RefundContribution { number, amount }),
        Change::Keep { number, sum } => call.perform(&KeepOverpayment {
            number,
            amount: sum.amount,
            reason: sum.reason,
        }),
        Change::Pay { number, paid } => call.perform(&RegisterPayment {
            payer: Payer::Participant(number),
            amount: paid.amount,
            on: paid.on,
        }),
    }
}

fn report(data: &ParticipantData) -> Report<'_> {
    Report {
        record: Record::of(COLUMNS, &data.line),
        answers: Record::all(ANSWERS, &data.answers),
        payments: Record::all(PAYMENTS, &data.payments),
        solutions: Record::all(ADOPTED, &data.adopted),
        inhabitants: Record::all(COUNTS, &data.counts),
        waivers: Record::all(WAIVERS, &data.waivers),
        refunds: Record::all(DISBURSEMENTS, &data.refunds),
    }
}
