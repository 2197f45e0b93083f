//! `kommit proposal`: a proposal is registered, changed, submitted, tried at the gates, or withdrawn; what it led to
//! goes live, or is stopped.

use clap::Subcommand;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::ssh::allowed::OVER_SSH;
use crate::domain::calendar::parse_date;
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::proposal::{Applicant, Bass, Benefit, Details, Estimate, Gates, PriceModel, Ref};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text::required_prose;
use crate::exchange::{quarters, rate, share};
use crate::usecases::views::ProposalView;
use crate::usecases::{Qualify, RecordGoLive, SaveProposal, StopProject, SubmitProposal, WithdrawProposal};

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    #[command(about = "cli-proposal-register", author = OVER_SSH)]
    Register(RegisterArgs),
    #[command(about = "cli-proposal-edit", author = OVER_SSH)]
    Edit(EditArgs),
    #[command(about = "cli-proposal-submit", author = OVER_SSH)]
    Submit {
        #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
        reference: Ref,
        #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-on")]
        on: Option<Date>,
    },
    #[command(about = "cli-proposal-qualify", author = OVER_SSH)]
    Qualify {
        #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
        reference: Ref,
        #[arg(long, value_name = "y|n,y|n,y|n,y|n", value_parser = gates, help = "cli-arg-gates")]
        gates: Gates,
        #[arg(
            long,
            default_value = "",
            value_name = "cli-value-text",
            help = "cli-arg-gates-reason"
        )]
        reason: String,
    },
    #[command(about = "cli-proposal-withdraw", author = OVER_SSH)]
    Withdraw {
        #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
        reference: Ref,
        #[arg(long, value_name = "cli-value-text", value_parser = required_prose, help = "cli-arg-reason")]
        reason: String,
    },
    #[command(about = "cli-proposal-live", author = OVER_SSH)]
    Live {
        #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
        reference: Ref,
        #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-live-on")]
        on: Option<Date>,
        #[arg(long, value_name = "cli-value-price-model", help = "cli-arg-live-price-model")]
        price_model: Option<PriceModel>,
    },
    #[command(about = "cli-proposal-stop", author = OVER_SSH)]
    Stop {
        #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
        reference: Ref,
        #[arg(long, value_name = "cli-value-text", value_parser = required_prose, help = "cli-arg-reason")]
        reason: String,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct RegisterArgs {
    #[arg(long, value_name = "cli-value-text", help = "cli-arg-title")]
    title: String,

    #[arg(long, value_name = "cli-value-applicant", help = "cli-arg-applicant")]
    applicant: String,

    #[arg(
        long,
        value_name = "municipalities|counties|both",
        value_parser = Benefit::parse,
        help = "cli-arg-benefit"
    )]
    benefit: Benefit,

    #[arg(
        long,
        value_name = "cli-value-kroner",
        allow_negative_numbers = true,
        help = "cli-arg-cost"
    )]
    cost: Ore,

    #[arg(
        long,
        value_name = "cli-value-kroner",
        allow_negative_numbers = true,
        help = "cli-arg-applied"
    )]
    applied: Ore,

    #[command(flatten)]
    more: More,
}

#[derive(Debug, clap::Args)]
pub(super) struct EditArgs {
    #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Ref,

    #[arg(long, value_name = "cli-value-text", help = "cli-arg-title")]
    title: Option<String>,

    #[arg(long, value_name = "cli-value-applicant", help = "cli-arg-applicant")]
    applicant: Option<String>,

    #[arg(
        long,
        value_name = "municipalities|counties|both",
        value_parser = Benefit::parse,
        help = "cli-arg-benefit"
    )]
    benefit: Option<Benefit>,

    #[arg(
        long,
        value_name = "cli-value-kroner",
        allow_negative_numbers = true,
        help = "cli-arg-cost"
    )]
    cost: Option<Ore>,

    #[arg(
        long,
        value_name = "cli-value-kroner",
        allow_negative_numbers = true,
        help = "cli-arg-applied"
    )]
    applied: Option<Ore>,

    #[command(flatten)]
    more: More,
}

// What needn't be told, neither of a new proposal nor of one that is changed.
#[derive(Debug, clap::Args)]
struct More {
    #[arg(long, value_name = "cli-value-text", help = "cli-arg-summary")]
    summary: Option<String>,

    #[arg(
        long,
        value_name = "cli-value-number",
        value_parser = Number::parse,
        requires = "applicant",
        help = "cli-arg-owner"
    )]
    owner: Option<Number>,

    #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-go-live")]
    go_live: Option<Date>,

    #[arg(long, value_name = "cli-value-share", value_parser = share, help = "cli-arg-uptake-low")]
    uptake_low: Option<Decimal>,

    #[arg(long, value_name = "cli-value-share", value_parser = share, help = "cli-arg-uptake")]
    uptake: Option<Decimal>,

    #[arg(long, value_name = "cli-value-share", value_parser = share, help = "cli-arg-uptake-high")]
    uptake_high: Option<Decimal>,

    #[arg(long, value_name = "cli-value-quarters", value_parser = quarters, help = "cli-arg-delay-low")]
    delay_low: Option<u32>,

    #[arg(long, value_name = "cli-value-quarters", value_parser = quarters, help = "cli-arg-delay")]
    delay: Option<u32>,

    #[arg(long, value_name = "cli-value-quarters", value_parser = quarters, help = "cli-arg-delay-high")]
    delay_high: Option<u32>,

    #[arg(long, value_name = "cli-value-price-model", help = "cli-arg-price-model")]
    price_model: Option<PriceModel>,

    #[arg(long, value_name = "cli-value-rate", value_parser = rate, help = "cli-arg-bass-p")]
    bass_p: Option<Decimal>,

    #[arg(long, value_name = "cli-value-rate", value_parser = rate, help = "cli-arg-bass-q")]
    bass_q: Option<Decimal>,
}

/// Four answers in the order of the gates (S2): `y,y,y,n`, or in bokmål `j,j,j,n`.
fn gates(text: &str) -> Result<Gates, Refusal> {
    let answers: Option<Vec<bool>> = text
        .split(',')
        .map(|answer| match answer.trim().to_lowercase().as_str() {
            "y" | "yes" | "j" | "ja" => Some(true),
            "n" | "no" | "nei" => Some(false),
            _ => None,
        })
        .collect();
    match answers.as_deref() {
        Some([shared, of_use, eligible, credible]) => Ok(Gates {
            shared_development: *shared,
            of_use_to_all: *of_use,
            eligible_applicant: *eligible,
            credible_repayment: *credible,
        }),
        _ => Err(refuse("gates-invalid").rule("S2").with("value", text)),
    }
}

pub(super) fn run(change: Change, call: &Call) -> Result<Answer, Failure> {
    match change {
        Change::Register(args) => register(args, call),
        Change::Edit(args) => edit(args, call),
        Change::Submit { reference, on } => call.perform(&SubmitProposal { reference, on }),
        Change::Qualify {
            reference,
            gates,
            reason,
        } => call.perform(&Qualify {
            reference,
            gates,
            reason,
        }),
        Change::Withdraw { reference, reason } => call.perform(&WithdrawProposal { reference, reason }),
        Change::Live {
            reference,
            on,
            price_model,
        } => call.perform(&RecordGoLive {
            reference,
            on,
            price_model,
        }),
        Change::Stop { reference, reason } => call.perform(&StopProject { reference, reason }),
    }
}

fn register(args: RegisterArgs, call: &Call) -> Result<Answer, Failure> {
    let base = Details {
        title: args.title,
        summary: String::new(),
        applicant: applicant(&args.applicant, args.more.owner.clone())?,
        benefit: args.benefit,
        cost: args.cost,
        applied: args.applied,
        go_live: None,
        uptake: Estimate::default(),
        delay: Estimate::default(),
        price_model: PriceModel::Shared,
        bass: None,
    };
    call.perform(&SaveProposal {
        reference: None,
        details: args.more.added_to(base),
        version: None,
    })
}

/// What isn't told stays as it is; what somebody else changes in the meantime isn't overwritten.
fn edit(args: EditArgs, call: &Call) -> Result<Answer, Failure> {
    let reference = args.reference;
    let mut session = call.session()?;
    let before = session.view(&ProposalView { reference })?.row.proposal;
    let known = before.details;
    let base = Details {
        title: args.title.unwrap_or(known.title),
        applicant: match args.applicant {
            Some(text) => applicant(&text, args.more.owner.clone())?,
            None => known.applicant,
        },
        benefit: args.benefit.unwrap_or(known.benefit),
        cost: args.cost.unwrap_or(known.cost),
        applied: args.applied.unwrap_or(known.applied),
        ..known
    };
    let outcome = session.perform(&SaveProposal {
        reference: Some(reference),
        details: args.more.added_to(base),
        version: Some(before.version),
    })?;
    Ok(call.done(&outcome))
}

/// C5: a company names the participant that owns it; others own themselves.
fn applicant(text: &str, owner: Option<Number>) -> Result<Applicant, Refusal> {
    let names_owner = owner.is_some();
    let applicant = Applicant::parse(text, owner)?;
    if names_owner && !matches!(applicant, Applicant::Company { .. }) {
        return Err(refuse("owner-superfluous").rule("C5"));
    }
    Ok(applicant)
}

impl More {
    fn added_to(self, base: Details) -> Details {
        Details {
            summary: self.summary.unwrap_or(base.summary),
            go_live: self.go_live.or(base.go_live),
            uptake: Estimate {
                low: self.uptake_low.or(base.uptake.low),
                likely: self.uptake.or(base.uptake.likely),
                high: self.uptake_high.or(base.uptake.high),
            },
            delay: Estimate {
                low: self.delay_low.or(base.delay.low),
                likely: self.delay.or(base.delay.likely),
                high: self.delay_high.or(base.delay.high),
            },
            price_model: self.price_model.unwrap_or(base.price_model),
            bass: Bass::given(self.bass_p, self.bass_q, base.bass),
            ..base
        }
    }
}
