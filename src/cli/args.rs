//! The command line as it is read: every command. Help texts and the names of values are keys here; [`super::help`] puts
//! them into words. What a command does is in its own file, and so are the arguments that only it has.
//!
//! The structs have no doc comments, for those would become help texts.

use clap::{ArgAction, Parser, Subcommand};

use super::globals::Globals;
use super::ssh::Ssh;
use super::ssh::allowed::OVER_SSH;
use super::{
    attend, audit, backup, charges, check, commitments, completions, conflict, council, disbursements,
    election, export, forecast, import, init, item, ks, ledger, meetings, members, minutes, motion, open,
    participants, payments, portfolio, proposal, proposals, ranking, report, rounds, rule, scheme, score,
    seats, solutions, vote, written,
};

#[derive(Debug, Parser)]
#[command(
    name = "kommit",
    version,
    about = "cli-about",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub(super) struct Args {
    #[command(flatten)]
    pub globals: Globals,

    #[arg(short = 'V', long, action = ArgAction::Version, help = "cli-arg-version")]
    version: Option<bool>,

    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Args {
    /// Of a command line that doesn't ask for the version.
    pub(super) fn of(globals: Globals, command: Option<Command>) -> Args {
        Args {
            globals,
            version: None,
            command,
        }
    }
}

// The options that may stand before a command; the command itself is taken as any word.
#[derive(Debug, Parser)]
#[command(
    name = "kommit",
    allow_external_subcommands = true,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub(super) struct BeforeCommand {
    #[command(flatten)]
    pub globals: Globals,
}

// The arguments of a command are declared when it is asked for: a command line names one of them.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(super) enum Command {
    #[command(about = "cli-demo")]
    Demo(open::DemoArgs),
    #[command(about = "cli-init")]
    Init(init::Args),
    #[command(about = "cli-capital", author = OVER_SSH, alias = "kapital")]
    Capital,
    #[command(about = "cli-forecast", author = OVER_SSH)]
    Forecast(forecast::Args),
    #[command(about = "cli-forecasts", author = OVER_SSH)]
    Forecasts(forecast::SavedArgs),
    #[command(about = "cli-ranking", author = OVER_SSH)]
    Ranking(ranking::Args),
    #[command(about = "cli-portfolio", author = OVER_SSH)]
    Portfolio(portfolio::Args),
    #[command(about = "cli-proposals", author = OVER_SSH)]
    Proposals(proposals::Args),
    #[command(about = "cli-participants", author = OVER_SSH)]
    Participants(participants::Args),
    #[command(about = "cli-rounds", author = OVER_SSH)]
    Rounds(rounds::Args),
    #[command(about = "cli-commitments", author = OVER_SSH)]
    Commitments(commitments::Args),
    #[command(about = "cli-disbursements", author = OVER_SSH)]
    Disbursements(disbursements::Args),
    #[command(about = "cli-solutions", author = OVER_SSH)]
    Solutions(solutions::Args),
    #[command(about = "cli-charges", author = OVER_SSH)]
    Charges(charges::Args),
    #[command(about = "cli-members", author = OVER_SSH)]
    Members(members::Args),
    #[command(about = "cli-meetings", author = OVER_SSH)]
    Meetings(meetings::Args),
    #[command(about = "cli-minutes", subcommand)]
    Minutes(minutes::Command),
    #[command(about = "cli-notice", author = OVER_SSH)]
    Notice(minutes::NoticeArgs),
    #[command(about = "cli-decisions", subcommand)]
    Decisions(minutes::Decisions),
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
    #[command(about = "cli-conflict", author = OVER_SSH)]
    Conflict(conflict::Args),
    #[command(about = "cli-score", author = OVER_SSH)]
    Score(score::Args),
    #[command(about = "cli-move", author = OVER_SSH)]
    Move(council::MoveArgs),
    #[command(about = "cli-recommend", author = OVER_SSH)]
    Recommend(council::RecommendArgs),
    #[command(about = "cli-meeting", subcommand)]
    Meeting(meetings::Change),
    #[command(about = "cli-item", subcommand)]
    Item(item::Change),
    #[command(about = "cli-attend", subcommand)]
    Attend(attend::Change),
    #[command(about = "cli-motion", subcommand)]
    Motion(Box<motion::Change>),
    #[command(about = "cli-vote", subcommand)]
    Vote(vote::Change),
    #[command(about = "cli-election", subcommand)]
    Election(election::Change),
    #[command(about = "cli-statement", author = OVER_SSH)]
    Statement(motion::StatementArgs),
    #[command(about = "cli-written", subcommand)]
    Written(written::Change),
    #[command(about = "cli-decide", author = OVER_SSH)]
    Decide(ks::DecideArgs),
    #[command(about = "cli-release", author = OVER_SSH)]
    Release(ks::ReleaseArgs),
    #[command(about = "cli-disburse", author = OVER_SSH)]
    Disburse(disbursements::DisburseArgs),
    #[command(about = "cli-approve", author = OVER_SSH)]
    Approve(disbursements::ApproveArgs),
    #[command(about = "cli-adopt", author = OVER_SSH)]
    Adopt(solutions::AdoptArgs),
    #[command(about = "cli-settle", author = OVER_SSH)]
    Settle(solutions::SettleArgs),
    #[command(about = "cli-charge", subcommand)]
    Charge(charges::Change),
    #[command(about = "cli-refund", subcommand)]
    Refund(payments::Refund),
    #[command(about = "cli-write-off", author = OVER_SSH)]
    WriteOff(ks::WriteOffArgs),
    #[command(about = "cli-ledger", subcommand)]
    Ledger(ledger::Change),
    #[command(about = "cli-report", author = OVER_SSH)]
    Report(report::Args),
    #[command(about = "cli-seat", subcommand)]
    Seat(seats::Change),
    #[command(about = "cli-scheme", subcommand)]
    Scheme(scheme::Change),
    #[command(about = "cli-ssh", subcommand)]
    Ssh(Ssh),
    #[command(about = "cli-check")]
    Check(check::Args),
    #[command(about = "cli-backup")]
    Backup(backup::Args),
    #[command(about = "cli-restore")]
    Restore(backup::RestoreArgs),
    #[command(about = "cli-who-may-do-what", author = OVER_SSH)]
    Policy,
    #[command(about = "cli-rule", author = OVER_SSH)]
    Rule(rule::Args),
    #[command(about = "cli-audit", author = OVER_SSH)]
    Audit(audit::Args),
    #[command(about = "cli-completions")]
    Completions(completions::Args),
    #[command(about = "cli-man")]
    Man,
    #[command(about = "cli-help", author = OVER_SSH)]
    Help {
        #[arg(value_name = "cli-value-command", help = "cli-arg-help-of")]
        of: Vec<String>,
    },
}
