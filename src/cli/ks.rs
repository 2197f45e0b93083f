//! What KS decides (M7), what becomes of a commitment (K4), and what is taken as lost (L4).

use clap::ArgGroup;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::globals::{Reasoned, amount_is};
use crate::domain::calendar::parse_date;
use crate::domain::commitment::Instalment;
use crate::domain::council::Ruling;
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::usecases::{Decide, Release, WriteOff};

#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("ruling").required(true)))]
pub(super) struct DecideArgs {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[arg(
        long,
        group = "ruling",
        value_name = "cli-value-kroner",
        allow_negative_numbers = true,
        help = "cli-arg-decide-amount"
    )]
    amount: Option<Ore>,

    #[arg(long, requires = "amount", conflicts_with = "decline", value_name = "cli-value-plan", value_parser = plan, help = "cli-arg-plan")]
    plan: Option<Plan>,

    #[arg(long, group = "ruling", help = "cli-arg-decide-decline")]
    decline: bool,

    #[arg(
        long,
        default_value = "",
        value_name = "cli-value-text",
        help = "cli-arg-decide-reason"
    )]
    reason: String,
}

#[derive(Debug, clap::Args)]
#[command(mut_args(amount_is("cli-arg-release-amount")))]
pub(super) struct ReleaseArgs {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[command(flatten)]
    sum: Reasoned,
}

#[derive(Debug, clap::Args)]
#[command(mut_args(amount_is("cli-arg-write-off-amount")))]
pub(super) struct WriteOffArgs {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[command(flatten)]
    sum: Reasoned,
}

/// The reader of the command line would take a list for a value that is repeated.
#[derive(Clone, Debug)]
struct Plan(Vec<Instalment>);

/// `2018-04-01=500000,2018-07-01=250000,50`: a comma parts the instalments, and may stand inside an amount too.
fn plan(text: &str) -> Result<Plan, Refusal> {
    let invalid = || refuse("plan-invalid").rule("K4").with("value", text);
    let mut parts: Vec<String> = Vec::new();
    for piece in text.split(',') {
        match parts.last_mut() {
            Some(part) if !piece.contains('=') => *part = format!("{part},{piece}"),
            _ => parts.push(piece.to_owned()),
        }
    }
    let instalments = parts.iter().map(|part| {
        let (date, amount): (&str, &str) = part.split_once('=').ok_or_else(invalid)?;
        Ok(Instalment {
            due_on: parse_date(date)?,
            amount: Ore::parse_kroner(amount)?,
        })
    });
    instalments.collect::<Result<_, Refusal>>().map(Plan)
}

pub(super) fn decide(args: DecideArgs, call: &Call) -> Result<Answer, Failure> {
    call.perform(&Decide {
        reference: args.reference,
        ruling: args.amount.map_or(Ruling::Decline, Ruling::Commit),
        plan: args.plan.map(|plan| plan.0),
        reason: args.reason,
    })
}

pub(super) fn release(args: ReleaseArgs, call: &Call) -> Result<Answer, Failure> {
    call.perform(&Release {
        reference: args.reference,
        amount: args.sum.amount,
        reason: args.sum.reason,
    })
}

pub(super) fn write_off(args: WriteOffArgs, call: &Call) -> Result<Answer, Failure> {
    call.perform(&WriteOff {
        reference: args.reference,
        amount: args.sum.amount,
        reason: args.sum.reason,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Date, date};

    fn read(text: &str) -> Result<Vec<(Date, i64)>, &'static str> {
        let plan = plan(text).map_err(|refusal| refusal.code)?;
        Ok(plan
            .0
            .iter()
            .map(|part| (part.due_on, part.amount.ore()))
            .collect())
    }

    #[test]
    fn k4_a_plan_is_read_with_decimals_and_in_both_forms_of_dates() {
        assert_eq!(
            read("2018-04-01=500000,50,1.7.2018=250 000"),
            Ok(vec![
                (date(2018, 4, 1), 50_000_050),
                (date(2018, 7, 1), 25_000_000)
            ])
        );
        assert_eq!(read("500000"), Err("plan-invalid"));
        assert_eq!(read("2018-04-01=x"), Err("amount-invalid"));
        assert_eq!(read("april=5"), Err("date-invalid"));
    }
}
