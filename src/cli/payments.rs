//! What KS and the state pay in (C2, C3), and what an adopter gets back (R1): `kommit ks pay`, `kommit state pay`,
//! `kommit refund pay`.

use clap::Subcommand;
use jiff::civil::Date;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::globals::{Paid, amount_is};
use super::ssh::allowed::OVER_SSH;
use crate::domain::calendar::parse_date;
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::proposal::Ref;
use crate::usecases::{PayRefund, Payer, RegisterPayment};

#[derive(Debug, Subcommand)]
pub(super) enum Ks {
    #[command(about = "cli-ks-pay", author = OVER_SSH)]
    Pay(Payment),
}

#[derive(Debug, Subcommand)]
pub(super) enum State {
    #[command(about = "cli-state-pay", author = OVER_SSH)]
    Pay(Payment),
}

#[derive(Debug, Subcommand)]
pub(super) enum Refund {
    #[command(about = "cli-refund-pay", author = OVER_SSH, mut_args(amount_is("cli-arg-refund-amount")))]
    Pay {
        #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
        reference: Ref,
        #[arg(value_name = "cli-value-number", value_parser = Number::parse, help = "cli-arg-number")]
        number: Number,
        #[command(flatten)]
        paid: Paid,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct Payment {
    #[arg(
        long,
        value_name = "cli-value-kroner",
        allow_negative_numbers = true,
        help = "cli-arg-paid-amount"
    )]
    amount: Ore,

    #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-on")]
    on: Option<Date>,
}

pub(super) fn ks(change: &Ks, call: &Call) -> Result<Answer, Failure> {
    let Ks::Pay(payment) = change;
    pay(Payer::Ks, payment, call)
}

pub(super) fn state(change: &State, call: &Call) -> Result<Answer, Failure> {
    let State::Pay(payment) = change;
    pay(Payer::State, payment, call)
}

pub(super) fn refund(change: Refund, call: &Call) -> Result<Answer, Failure> {
    let Refund::Pay {
        reference,
        number,
        paid,
    } = change;
    call.perform(&PayRefund {
        reference,
        number,
        amount: paid.amount,
        on: paid.on,
    })
}

fn pay(payer: Payer, payment: &Payment, call: &Call) -> Result<Answer, Failure> {
    call.perform(&RegisterPayment {
        payer,
        amount: Some(payment.amount),
        on: payment.on,
    })
}
