//! What KS and the state pay in (C2, C3): `kommit ks pay`, `kommit state pay`.

use clap::Subcommand;
use jiff::civil::Date;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::domain::calendar::parse_date;
use crate::domain::money::Ore;
use crate::usecases::{Payer, RegisterPayment};

#[derive(Debug, Subcommand)]
pub enum Ks {
    #[command(about = "cli-ks-pay")]
    Pay(Payment),
}

#[derive(Debug, Subcommand)]
pub enum State {
    #[command(about = "cli-state-pay")]
    Pay(Payment),
}

#[derive(Debug, clap::Args)]
pub struct Payment {
    #[arg(
        long,
        value_name = "cli-value-kroner",
        value_parser = Ore::parse_kroner,
        allow_negative_numbers = true,
        help = "cli-arg-paid-amount"
    )]
    amount: Ore,

    #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-on")]
    on: Option<Date>,
}

pub fn ks(change: &Ks, call: &Call) -> Result<Answer, Failure> {
    let Ks::Pay(payment) = change;
    pay(Payer::Ks, payment, call)
}

pub fn state(change: &State, call: &Call) -> Result<Answer, Failure> {
    let State::Pay(payment) = change;
    pay(Payer::State, payment, call)
}

fn pay(payer: Payer, payment: &Payment, call: &Call) -> Result<Answer, Failure> {
    call.perform(&RegisterPayment {
        payer,
        amount: Some(payment.amount),
        on: payment.on,
    })
}
