//! The command line as it is read: the options that may stand anywhere, and every command. Help texts and the names
//! of values are keys here; [`super::help`] puts them into words. What a command does is in its own file.
//!
//! The structs have no doc comments, for those would become help texts.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{ArgAction, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::{
    audit, charges, completions, council, disbursements, export, forecast, import, init, ks, ledger, members,
    open, participants, payments, portfolio, proposal, proposals, ranking, report, rounds, rule, score,
    solutions,
};
use crate::domain::calendar::parse_date;
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::Lang;

/// A whole number, said in our words when it isn't one.
///
/// # Errors
/// `whole-number-invalid`.
pub fn whole<T: FromStr>(text: &str) -> Result<T, Refusal> {
    text.parse()
        .map_err(|_| refuse("whole-number-invalid").with("value", text))
}

#[derive(Debug, Parser)]
#[command(
    name = "kommit",
    version,
    about = "cli-about",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Args {
    #[command(flatten)]
    pub globals: Globals,

    #[arg(short = 'V', long, action = ArgAction::Version, help = "cli-arg-version")]
    version: Option<bool>,

    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Clone, Debug, Default, clap::Args)]
pub struct Globals {
    #[arg(long, global = true, value_name = "cli-value-file", help = "cli-arg-db")]
    pub db: Option<PathBuf>,

    #[arg(
        long = "as",
        global = true,
        value_name = "cli-value-handle",
        help = "cli-arg-as"
    )]
    pub member: Option<String>,

    #[arg(long, global = true, value_enum, value_name = "nb|en", help = "cli-arg-lang")]
    pub lang: Option<Language>,

    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "auto",
        value_name = "auto|always|never",
        help = "cli-arg-color"
    )]
    pub color: Color,

    #[arg(long, global = true, help = "cli-arg-ascii")]
    pub ascii: bool,

    #[arg(long, global = true, help = "cli-arg-plain")]
    pub plain: bool,

    #[arg(
        long,
        global = true,
        value_name = "cli-value-date",
        value_parser = parse_date,
        help = "cli-arg-today"
    )]
    pub today: Option<Date>,

    #[arg(long, global = true, help = "cli-arg-json")]
    pub json: bool,

    #[arg(short, long, global = true, action = ArgAction::Help, help = "cli-arg-help")]
    pub help: Option<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    Nb,
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Lang {
        match language {
            Language::Nb => Lang::Nb,
            Language::En => Lang::En,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(about = "cli-demo")]
    Demo(open::DemoArgs),
    #[command(about = "cli-init")]
    Init(init::Args),
    #[command(about = "cli-capital", alias = "kapital")]
    Capital,
    #[command(about = "cli-forecast")]
    Forecast(forecast::Args),
    #[command(about = "cli-forecasts")]
    Forecasts(forecast::SavedArgs),
    #[command(about = "cli-ranking")]
    Ranking(ranking::Args),
    #[command(about = "cli-portfolio")]
    Portfolio(portfolio::Args),
    #[command(about = "cli-proposals")]
    Proposals(proposals::Args),
    #[command(about = "cli-participants")]
    Participants(participants::Args),
    #[command(about = "cli-rounds")]
    Rounds(rounds::Args),
    #[command(about = "cli-disbursements")]
    Disbursements(disbursements::Args),
    #[command(about = "cli-solutions")]
    Solutions(solutions::Args),
    #[command(about = "cli-charges")]
    Charges(charges::Args),
    #[command(about = "cli-members")]
    Members(members::Args),
    #[command(about = "cli-import")]
    Import(import::Args),
    #[command(about = "cli-export")]
    Export(export::Args),
    #[command(about = "cli-member", subcommand)]
    Member(members::Change),
    #[command(about = "cli-participant", subcommand)]
    Participant(participants::Change),
    #[command(about = "cli-ks", subcommand)]
    Ks(payments::Ks),
    #[command(about = "cli-state", subcommand)]
    State(payments::State),
    #[command(about = "cli-proposal", subcommand)]
    Proposal(Box<proposal::Change>),
    #[command(about = "cli-round", subcommand)]
    Round(rounds::Change),
    #[command(about = "cli-conflict")]
    Conflict(score::ConflictArgs),
    #[command(about = "cli-score")]
    Score(score::Args),
    #[command(about = "cli-move")]
    Move(council::MoveArgs),
    #[command(about = "cli-recommend")]
    Recommend(council::RecommendArgs),
    #[command(about = "cli-decide")]
    Decide(ks::DecideArgs),
    #[command(about = "cli-release")]
    Release(ks::ReleaseArgs),
    #[command(about = "cli-disburse")]
    Disburse(disbursements::DisburseArgs),
    #[command(about = "cli-approve")]
    Approve(disbursements::ApproveArgs),
    #[command(about = "cli-adopt")]
    Adopt(solutions::AdoptArgs),
    #[command(about = "cli-settle")]
    Settle(solutions::SettleArgs),
    #[command(about = "cli-charge", subcommand)]
    Charge(charges::Change),
    #[command(about = "cli-refund", subcommand)]
    Refund(payments::Refund),
    #[command(about = "cli-write-off")]
    WriteOff(ks::WriteOffArgs),
    #[command(about = "cli-ledger", subcommand)]
    Ledger(ledger::Change),
    #[command(about = "cli-report")]
    Report(report::Args),
    #[command(about = "cli-check")]
    Check,
    #[command(about = "cli-policy")]
    Policy,
    #[command(about = "cli-rule")]
    Rule(rule::Args),
    #[command(about = "cli-audit")]
    Audit(audit::Args),
    #[command(about = "cli-completions")]
    Completions(completions::Args),
    #[command(about = "cli-man")]
    Man,
    #[command(about = "cli-help")]
    Help {
        #[arg(value_name = "cli-value-command", help = "cli-arg-help-of")]
        of: Vec<String>,
    },
}
