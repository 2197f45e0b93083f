//! Who is invited, what they answered and what they have paid (C1, C4): `kommit participants` and
//! `kommit participant`.

use clap::{ArgAction, Subcommand};
use jiff::civil::Date;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::page::Page;
use super::solutions::adoptions;
use super::table::{Side, Table};
use crate::domain::calendar::parse_date;
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::exchange::answer;
use crate::i18n::Words;
use crate::present::Record;
use crate::present::participants::{COLUMNS, decision};
use crate::usecases::views::participants::{Adopted, Line, ParticipantData};
use crate::usecases::views::{ParticipantView, Participants};
use crate::usecases::{Payer, RegisterAnswer, RegisterPayment};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-participants-list")]
    List,
    #[command(about = "cli-participants-show")]
    Show {
        #[arg(value_name = "cli-value-number", value_parser = Number::parse, help = "cli-arg-number")]
        number: Number,
    },
}

#[derive(Debug, Subcommand)]
pub enum Change {
    #[command(about = "cli-participant-decide")]
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
    },
    #[command(about = "cli-participant-pay")]
    Pay {
        #[arg(value_name = "cli-value-number", value_parser = Number::parse, help = "cli-arg-number")]
        number: Number,
        #[arg(
            long,
            value_name = "cli-value-kroner",
            value_parser = Ore::parse_kroner,
            allow_negative_numbers = true,
            help = "cli-arg-pay-amount"
        )]
        amount: Option<Ore>,
        #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-on")]
        on: Option<Date>,
    },
}

#[derive(Serialize)]
struct Report<'a> {
    #[serde(flatten)]
    record: Record<'a, Line>,
    /// Every answer, oldest first.
    answers: Vec<AnswerReport>,
    /// Every payment, oldest first.
    payments: Vec<PaymentReport>,
    /// What it has taken into use, by reference.
    solutions: Vec<AdoptedReport>,
}

#[derive(Serialize)]
struct AdoptedReport {
    r#ref: String,
    title: String,
    adopted_on: String,
    charged_ore: Ore,
    paid_ore: Ore,
    overdue_ore: Ore,
    owed_back_ore: Ore,
}

impl AdoptedReport {
    fn of(adopted: &Adopted) -> AdoptedReport {
        let line = &adopted.line;
        AdoptedReport {
            r#ref: adopted.reference.to_string(),
            title: adopted.title.clone(),
            adopted_on: line.adoption.adopted_on.to_string(),
            charged_ore: line.charged,
            paid_ore: line.paid,
            overdue_ore: line.overdue.amount,
            owed_back_ore: line.owed,
        }
    }
}

#[derive(Serialize)]
struct PaymentReport {
    voucher: i64,
    on: String,
    amount_ore: Ore,
}

#[derive(Serialize)]
struct AnswerReport {
    decision: &'static str,
    decided_on: String,
    amount_ore: Ore,
    reference: String,
    reason: String,
}

pub fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    match &args.what {
        Some(What::Show { number }) => {
            let data = call.view(&ParticipantView {
                number: number.clone(),
            })?;
            Ok(call.answer(|| report(&data), |page| draw_one(&data, page)))
        }
        Some(What::List) | None => {
            let data = call.view(&Participants)?;
            Ok(call.records(COLUMNS, &data.lines, "cli-participants-none"))
        }
    }
}

pub fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
    match change {
        Change::Decide {
            number,
            joins,
            on,
            reference,
            reason,
        } => call.perform(&RegisterAnswer {
            number,
            joins,
            on,
            reference,
            reason,
        }),
        Change::Pay { number, amount, on } => call.perform(&RegisterPayment {
            payer: Payer::Participant(number),
            amount,
            on,
        }),
    }
}

fn report(data: &ParticipantData) -> Report<'_> {
    let answers = data.answers.iter().map(|answer| AnswerReport {
        decision: decision(answer),
        decided_on: answer.decided_on.to_string(),
        amount_ore: answer.amount,
        reference: answer.reference.clone(),
        reason: answer.reason.clone(),
    });
    let payments = data.payments.iter().map(|payment| PaymentReport {
        voucher: payment.voucher,
        on: payment.on.to_string(),
        amount_ore: payment.amount,
    });
    Report {
        record: Record::of(COLUMNS, &data.line),
        answers: answers.collect(),
        payments: payments.collect(),
        solutions: data.adopted.iter().map(AdoptedReport::of).collect(),
    }
}

fn draw_one(data: &ParticipantData, page: &mut Page) {
    let words = page.words;
    let participant = &data.line.row.participant;
    page.title(&format!("{} {}", participant.number, participant.name));
    let fact = |key: &str, fact: String| (words.t(key), fact);
    page.facts(&[
        fact("cli-col-kind", words.t(participant.kind.key())),
        fact("cli-col-county", participant.county_name.clone()),
        fact("participants-contribution", words.t(data.line.standing.key())),
        fact("cli-col-population", words.count(participant.population.into())),
        fact("cli-col-potential", words.kr(data.line.potential)),
        fact("cli-col-promised", words.kr(data.line.promised())),
        fact("cli-col-paid", words.kr(data.line.row.paid)),
    ]);
    if !data.answers.is_empty() {
        page.title(&words.t("cli-participant-answers"));
        page.table(&answers(data, words));
    }
    if !data.payments.is_empty() {
        page.title(&words.t("cli-participant-payments"));
        page.table(&payments(data, words));
    }
    if !data.adopted.is_empty() {
        page.title(&words.t("cli-participant-solutions"));
        let adopted = data.adopted.iter();
        let named = adopted.map(|one| ([one.reference.to_string(), one.title.clone()], &one.line));
        page.table(&adoptions(["cli-col-ref", "cli-col-solution"], named, words));
    }
}

fn answers(data: &ParticipantData, words: &Words) -> Table {
    let mut table = Table::new(&[
        (words.t("cli-col-date"), Side::Left),
        (words.t("cli-col-answer"), Side::Left),
        (words.t("cli-col-amount"), Side::Right),
        (words.t("cli-col-reference"), Side::Left),
        (words.t("cli-col-reason"), Side::Gives),
    ]);
    for answer in &data.answers {
        table.row(&[
            words.date(answer.decided_on),
            words.t(if answer.joins { "word-yes" } else { "word-no" }),
            words.amount(answer.amount),
            answer.reference.clone(),
            answer.reason.clone(),
        ]);
    }
    table
}

fn payments(data: &ParticipantData, words: &Words) -> Table {
    let mut table = Table::new(&[
        (words.t("cli-col-date"), Side::Left),
        (words.t("cli-col-amount"), Side::Right),
        (words.t("cli-col-voucher"), Side::Right),
    ]);
    for payment in &data.payments {
        table.row(&[
            words.date(payment.on),
            words.amount(payment.amount),
            payment.voucher.to_string(),
        ]);
    }
    table
}
