//! What adopters are charged (R4): `kommit charges` lists and shows, `kommit charge` registers a payment or a reminder.

use clap::Subcommand;
use jiff::civil::Date;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::page::Page;
use super::table::{Side, Table};
use crate::domain::calendar::parse_date;
use crate::domain::money::Ore;
use crate::domain::refusal::refuse;
use crate::domain::repayment::{ChargeStanding, Invoice};
use crate::i18n::Words;
use crate::usecases::views::Charges;
use crate::usecases::views::solutions::ChargeLine;
use crate::usecases::{PayCharge, Remind, RemindAll};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-charges-list")]
    List(Wanted),
    #[command(about = "cli-charges-show")]
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
pub enum Change {
    #[command(about = "cli-charge-pay")]
    Pay {
        #[arg(value_name = "cli-value-invoice", help = "cli-arg-invoice")]
        invoice: Invoice,
        #[arg(
            long,
            value_name = "cli-value-kroner",
            value_parser = Ore::parse_kroner,
            allow_negative_numbers = true,
            help = "cli-arg-charge-amount"
        )]
        amount: Option<Ore>,
        #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-on")]
        on: Option<Date>,
    },
    #[command(about = "cli-charge-remind")]
    Remind {
        #[arg(value_name = "cli-value-invoice", help = "cli-arg-invoice-or-all")]
        invoice: Option<Invoice>,
        #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-on")]
        on: Option<Date>,
    },
}

/// A charge as machines read it.
#[derive(Serialize)]
pub struct Record {
    invoice: String,
    r#ref: String,
    title: String,
    number: String,
    name: String,
    /// `null` under a price list (R2).
    settlement: Option<i64>,
    inhabitants: u32,
    amount_ore: Ore,
    credited_ore: Ore,
    paid_ore: Ore,
    open_ore: Ore,
    issued_on: String,
    due_on: String,
    standing: &'static str,
    /// The days of the reminders, oldest first.
    reminders: Vec<String>,
}

impl Record {
    pub fn of(line: &ChargeLine) -> Record {
        let charge = &line.charge;
        Record {
            invoice: charge.invoice.to_string(),
            r#ref: charge.reference.to_string(),
            title: line.title.clone(),
            number: charge.number.to_string(),
            name: line.name.clone(),
            settlement: charge.settlement,
            inhabitants: charge.inhabitants,
            amount_ore: charge.amount,
            credited_ore: charge.credited,
            paid_ore: charge.paid,
            open_ore: charge.open(),
            issued_on: charge.issued_on.to_string(),
            due_on: charge.due_on.to_string(),
            standing: line.standing.word(),
            reminders: line.reminders.iter().map(Date::to_string).collect(),
        }
    }
}

pub fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    let mut lines = call.view(&Charges)?;
    let wanted = match args.what {
        Some(What::Show { invoice }) => {
            let line = lines.iter().find(|line| line.charge.invoice == invoice);
            let line = line.ok_or_else(|| {
                let refusal = refuse("invoice-unknown").rule("R4");
                refusal.with("invoice", invoice)
            })?;
            return Ok(call.answer(|| Record::of(line), |page| draw_one(line, page)));
        }
        Some(What::List(wanted)) => wanted,
        None => Wanted::default(),
    };
    lines.retain(|line| wanted.includes(line));
    Ok(call.list(&lines, Record::of, |page| draw(&lines, wanted, page)))
}

pub fn change(change: &Change, call: &Call) -> Result<Answer, Failure> {
    match *change {
        Change::Pay { invoice, amount, on } => call.perform(&PayCharge { invoice, amount, on }),
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
        (!self.open || open) && (!self.overdue || is_overdue(line))
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

fn is_overdue(line: &ChargeLine) -> bool {
    line.standing == ChargeStanding::Overdue
}

fn draw(lines: &[ChargeLine], wanted: Wanted, page: &mut Page) {
    let words = page.words;
    if lines.is_empty() {
        page.line(&words.t(wanted.none()));
        return;
    }
    page.table(&table(lines, words));
    let open: Ore = lines.iter().map(|line| line.charge.open()).sum();
    let overdue = lines.iter().filter(|line| is_overdue(line));
    let overdue: Ore = overdue.map(|line| line.charge.open()).sum();
    let args = [
        ("count", lines.len().into()),
        ("open", open.into()),
        ("overdue", overdue.into()),
    ];
    page.gap();
    page.line(&words.tr("cli-charges-sum", &args));
}

pub fn table(lines: &[ChargeLine], words: &Words) -> Table {
    let mut table = Table::new(&[
        (words.t("cli-col-invoice"), Side::Left),
        (words.t("cli-col-ref"), Side::Left),
        (words.t("cli-col-participant"), Side::Gives),
        (words.t("cli-col-amount"), Side::Right),
        (words.t("cli-col-open"), Side::Right),
        (words.t("cli-col-due"), Side::Left),
        (words.t("cli-col-standing"), Side::Left),
    ]);
    for line in lines {
        let charge = &line.charge;
        table.row(&[
            charge.invoice.to_string(),
            charge.reference.to_string(),
            line.name.clone(),
            words.amount(charge.amount),
            words.amount(charge.open()),
            words.date(charge.due_on),
            standing(line, words),
        ]);
    }
    table
}

/// How far it has come, and how often the adopter has been reminded.
fn standing(line: &ChargeLine, words: &Words) -> String {
    let standing = words.t(line.standing.key());
    if line.reminders.is_empty() {
        return standing;
    }
    let args = [
        ("standing", standing.into()),
        ("count", line.reminders.len().into()),
    ];
    words.tr("cli-charge-reminded", &args)
}

fn draw_one(line: &ChargeLine, page: &mut Page) {
    let (words, charge) = (page.words, &line.charge);
    let invoice = [("invoice", charge.invoice.to_string().into())];
    page.title(&words.tr("cli-charge-title", &invoice));
    let fact = |key: &str, fact: String| (words.t(key), fact);
    let reminded: Vec<String> = line.reminders.iter().map(|date| words.date(*date)).collect();
    page.facts(&[
        fact("cli-col-solution", format!("{} {}", charge.reference, line.title)),
        fact("cli-col-participant", format!("{} {}", charge.number, line.name)),
        fact("cli-col-population", words.count(charge.inhabitants.into())),
        fact("cli-charge-issued", words.date(charge.issued_on)),
        fact("cli-col-due", words.date(charge.due_on)),
        fact("cli-col-standing", words.t(line.standing.key())),
        fact("cli-charge-reminders", reminded.join(", ")),
    ]);
    page.gap();
    page.figures(&[
        fact("cli-col-amount", words.kr(charge.amount)),
        fact("cli-charge-credited", words.kr(charge.credited)),
        fact("cli-col-paid", words.kr(charge.paid)),
        fact("cli-col-open", words.kr(charge.open())),
    ]);
}
