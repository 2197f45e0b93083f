//! What adopters are charged (R4): `kommit charges` lists and shows, `kommit charge` registers a payment or a reminder.

use clap::Subcommand;
use jiff::civil::Date;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::globals::{Paid, amount_is};
use super::ssh::allowed::OVER_SSH;
use crate::domain::calendar::parse_date;
use crate::domain::refusal::refuse;
use crate::domain::repayment::{ChargeStanding, Invoice};
use crate::present::Record;
use crate::present::charges::{COLUMNS, list, page};
use crate::usecases::views::Charges;
use crate::usecases::views::solutions::ChargeLine;
use crate::usecases::{PayCharge, Remind, RemindAll};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-charges-list", author = OVER_SSH)]
    List(Wanted),
    #[command(about = "cli-charges-show", author = OVER_SSH)]
    Show {
        #[arg(value_name = "cli-value-invoice", help = "cli-arg-invoice")]
        invoice: Invoice,
    },
}

// Which charges a list is of.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
struct Wanted {
    #[arg(long, help = "cli-arg-open")]
    open: bool,

    #[arg(long, help = "cli-arg-overdue")]
    overdue: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    #[command(about = "cli-charge-pay", author = OVER_SSH, mut_args(amount_is("cli-arg-charge-amount")))]
    Pay {
        #[arg(value_name = "cli-value-invoice", help = "cli-arg-invoice")]
        invoice: Invoice,
        #[command(flatten)]
        paid: Paid,
    },
    #[command(about = "cli-charge-remind", author = OVER_SSH)]
    Remind {
        #[arg(value_name = "cli-value-invoice", help = "cli-arg-invoice-or-all")]
        invoice: Option<Invoice>,
        #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-on")]
        on: Option<Date>,
    },
}

pub(super) fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    let mut lines = call.view(&Charges)?;
    let wanted = match args.what {
        Some(What::Show { invoice }) => {
            let line = lines.iter().find(|line| line.charge.invoice == invoice);
            let line = line.ok_or_else(|| {
                let refusal = refuse("invoice-unknown").rule("R4");
                refusal.with("invoice", invoice)
            })?;
            return Ok(call.document(|| Record::of(COLUMNS, line), |words| page(line, words)));
        }
        Some(What::List(wanted)) => wanted,
        None => Wanted::default(),
    };
    lines.retain(|line| wanted.includes(line));
    Ok(call.items(
        &lines,
        |line| Record::of(COLUMNS, line),
        |words| list(&lines, wanted.none(), words),
    ))
}

pub(super) fn change(change: &Change, call: &Call) -> Result<Answer, Failure> {
    match *change {
        Change::Pay { invoice, paid } => call.perform(&PayCharge {
            invoice,
            amount: paid.amount,
            on: paid.on,
        }),
        Change::Remind { invoice: None, on } => call.perform(&RemindAll { on }),
        Change::Remind {
            invoice: Some(invoice),
            on,
        } => call.perform(&Remind { invoice, on }),
    }
}

impl Wanted {
    /// Both together: overdue, for what is overdue is unpaid.
    fn includes(self, line: &ChargeLine) -> bool {
        let open = line.charge.open().is_positive();
        (!self.open || open) && (!self.overdue || line.standing == ChargeStanding::Overdue)
    }

    /// What is said when there is none.
    fn none(self) -> &'static str {
        match self {
            Wanted { overdue: true, .. } => "cli-charges-none-overdue",
            Wanted { open: true, .. } => "cli-charges-none-open",
            Wanted { .. } => "cli-charges-none",
        }
    }
}
