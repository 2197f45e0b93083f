//! The commands: the same use cases and views as the terminal program, for scripts and for quick look-ups. One file
//! for each command or small family; beside them what they share: the call itself, answers, failures, pages of text.
//!
//! A command reads its arguments, asks one use case or view, and returns an [`Answer`]. Nothing is printed before
//! the answer is whole, but for the journal, which may be longer than the memory: it is written as it is read.

mod answer;
mod args;
mod attend;
mod audit;
mod backup;
mod call;
mod capital;
mod charges;
mod check;
mod closed_ways;
mod commitments;
mod completions;
mod conduct;
mod conflict;
mod council;
mod disbursements;
mod election;
mod entry;
mod environment;
mod export;
mod failed;
mod failure;
mod forecast;
mod globals;
mod help;
mod import;
mod init;
mod item;
mod journal;
mod kroner;
mod ks;
mod ledger;
mod man;
mod meeting_record;
mod meetings;
mod members;
mod minutes;
mod minutes_record;
mod motion;
mod next_commands;
mod open;
mod over_ssh;
mod overview;
mod participants;
mod payments;
mod policy;
mod portfolio;
mod progress;
mod proposal;
mod proposals;
mod ranking;
mod report;
mod rounds;
mod rule;
#[cfg(test)]
mod same_facts;
mod scheme;
mod score;
mod screen;
mod seats;
mod solutions;
mod ssh;
mod suggestion;
mod usage;
mod vote;
mod written;

use std::ffi::OsString;
use std::io::Write;

use clap::{CommandFactory, FromArgMatches, Subcommand};

use crate::domain::refusal::Refusal;
use answer::Answer;
use args::{Args, BeforeCommand, Command};
use call::Call;
pub use environment::{Environment, FullScreen, Keys, Look, ScreenFailure, Signs, Terminals};
use failure::Failure;
use screen::Place;
use ssh::{Ssh, allowed};

/// Runs one command line and returns the exit code.
pub fn run(arguments: &[OsString], around: &Environment, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    if let [_, asked] = arguments
        && (asked == "--version" || asked == "-V")
    {
        return version().print(out, err);
    }
    let answer = match read(arguments) {
        Ok(asked) => match asked.args.command {
            Some(Command::Ssh(Ssh::Session(session))) => {
                over_ssh::answer(&session, &asked.args.globals, around, out)
            }
            command => {
                let call = Call::new(asked.args.globals, around);
                let answer = shown(asked.place.as_ref(), command, &call, out);
                answer.unwrap_or_else(|failure| failed::answer(&failure, &call))
            }
        },
        Err(refused) => usage::answer(&refused, arguments, &Call::unread(arguments, around)),
    };
    answer.print(out, err)
}

/// Said at once when nothing else is asked for, without the commands being made.
fn version() -> Answer {
    Answer::text(format!("kommit {}\n", env!("CARGO_PKG_VERSION")))
}

/// What a command line asks for.
struct Asked {
    args: Args,
    /// The screen or the record that is asked for in place of a command.
    place: Option<Place>,
    /// Where it may be used.
    over_ssh: Result<(), Refusal>,
}

/// What a command line asks for in which nothing is wrong or to be explained, which is nearly every one. Only the command that it
/// names is declared for it: clap copies what may stand anywhere into each that is.
fn short(arguments: &[OsString]) -> Option<Asked> {
    let before = BeforeCommand::command();
    let found = before.clone().try_get_matches_from(arguments).ok()?;
    let (command, matches) = match found.subcommand_name() {
        None => (before, found),
        Some(name) => {
            let all = Command::augment_subcommands(clap::Command::default());
            let mut command = before
                .allow_external_subcommands(false)
                .subcommand(all.find_subcommand(name)?.clone());
            let matches = command.try_get_matches_from_mut(arguments).ok()?;
            (command, matches)
        }
    };
    let globals = BeforeCommand::from_arg_matches(&matches).ok()?.globals;
    let asked = matches.subcommand().map(|_| Command::from_arg_matches(&matches));
    Some(Asked {
        args: Args::of(globals, asked.transpose().ok()?),
        place: None,
        over_ssh: allowed::check(&command, &matches),
    })
}

/// The same of any command line, with every command declared.
fn full(arguments: &[OsString], place: Option<Place>) -> Result<Asked, clap::Error> {
    let mut command = Args::command();
    let matches = command.try_get_matches_from_mut(arguments)?;
    Ok(Asked {
        args: Args::from_arg_matches(&matches)?,
        place,
        over_ssh: allowed::check(&command, &matches),
    })
}

fn read(arguments: &[OsString]) -> Result<Asked, clap::Error> {
    if let Some(asked) = short(arguments) {
        return Ok(asked);
    }
    full(arguments, None).or_else(|refused| match screen::asked_for(&refused, arguments) {
        Some((place, arguments)) => full(&arguments, Some(place)),
        None => Err(refused),
    })
}

/// Does what is asked for. A screen or a record that is printed for somebody to read tells how one goes on from there.
fn shown(
    place: Option<&Place>,
    command: Option<Command>,
    call: &Call,
    out: &mut dyn Write,
) -> Result<Answer, Failure> {
    let overview = matches!(command, None | Some(Command::Demo(_))) && call.full_screen().is_none();
    let read = call.globals.plain || call.around.terminals.output;
    let meeting = match place {
        Some(place) => place.meeting(call)?,
        None => None,
    };
    let meeting = meeting.as_ref();
    let own = match place {
        Some(place) => screen::own(place, meeting, call)?,
        None => None,
    };
    let answer = match own {
        Some(answer) => answer,
        None => dispatch(command, call, out)?,
    };
    match place {
        Some(place) => screen::with_ways_on(answer, place, meeting, call),
        // A pipe gets the page alone.
        None if overview && read => screen::with_ways_on(answer, &screen::OVERVIEW, None, call),
        None => Ok(answer),
    }
}

fn dispatch(command: Option<Command>, call: &Call, out: &mut dyn Write) -> Result<Answer, Failure> {
    let Some(command) = command else {
        return open::fund(call);
    };
    match command {
        Command::Demo(args) => open::demo(&args, call),
        Command::Init(args) => init::run(&args, call),
        Command::Capital => capital::run(call),
        Command::Forecast(args) => forecast::run(args, call),
        Command::Forecasts(args) => forecast::saved(args, call),
        Command::Ranking(args) => ranking::run(args, call),
        Command::Portfolio(args) => portfolio::run(args, call),
        Command::Proposals(args) => proposals::run(&args, call),
        Command::Participants(args) => participants::run(&args, call),
        Command::Rounds(args) => rounds::run(&args, call),
        Command::Commitments(_) => commitments::run(call),
        Command::Disbursements(args) => disbursements::run(&args, call),
        Command::Solutions(args) => solutions::run(&args, call),
        Command::Charges(args) => charges::run(&args, call),
        Command::Members(args) => members::run(&args, call),
        Command::Meetings(args) => meetings::run(&args, call),
        Command::Minutes(command) => minutes::run(command, call),
        Command::Notice(args) => minutes::notice(&args, call),
        Command::Decisions(command) => minutes::decisions(&command, call),
        Command::Import(args) => import::run(&args, call),
        Command::Export(args) => export::run(args, call, out),
        Command::Member(change) => members::change(change, call),
        Command::Participant(change) => participants::change(change, call),
        Command::Ks(change) => payments::ks(&change, call),
        Command::State(change) => payments::state(&change, call),
        Command::Proposal(change) => proposal::run(*change, call),
        Command::Round(change) => rounds::change(change, call),
        Command::Conflict(args) => conflict::run(args, call),
        Command::Score(args) => score::run(args, call),
        Command::Move(args) => council::move_proposal(args, call),
        Command::Recommend(args) => council::recommend(args, call),
        Command::Meeting(change) => meetings::change(change, call),
        Command::Item(change) => item::change(change, call),
        Command::Attend(change) => attend::change(change, call),
        Command::Motion(change) => motion::change(*change, call),
        Command::Vote(change) => vote::change(change, call),
        Command::Election(change) => election::change(change, call),
        Command::Statement(args) => motion::statement(args, call),
        Command::Written(change) => written::change(change, call),
        Command::Decide(args) => ks::decide(args, call),
        Command::Release(args) => ks::release(args, call),
        Command::Disburse(args) => disbursements::disburse(&args, call),
        Command::Approve(args) => disbursements::approve(&args, call),
        Command::Adopt(args) => solutions::adopt(args, call),
        Command::Settle(args) => solutions::settle(&args, call),
        Command::Charge(change) => charges::change(&change, call),
        Command::Refund(change) => payments::refund(change, call),
        Command::WriteOff(args) => ks::write_off(args, call),
        Command::Ledger(change) => ledger::run(change, call),
        Command::Report(args) => report::run(args, call),
        Command::Seat(change) => seats::change(change, call),
        Command::Scheme(change) => scheme::change(change, call),
        Command::Ssh(command) => ssh::run(&command, call),
        Command::Check(args) => check::run(args, call),
        Command::Backup(args) => backup::run(&args, call),
        Command::Restore(args) => backup::put_back(&args, call),
        Command::Policy => Ok(policy::run(call)),
        Command::Rule(args) => rule::run(&args, call),
        Command::Audit(args) => audit::run(&args, call),
        Command::Completions(args) => Ok(completions::run(&args, help::localized(&call.words))),
        Command::Man => Ok(man::run(call)),
        Command::Help { of } => Ok(help::run(&of, call)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_line_says_the_same_whether_all_commands_are_declared_for_it_or_only_its_own() {
        let lines = [
            "",
            "--db fund.db --lang en",
            "--plain --as leder",
            "capital",
            "--json kapital --db fund.db",
            "proposals show 2018-14 --json",
            "vote cancel --meeting 3/2018",
            "participant pay 0301 --amount 1200,50 --on 2018-12-01 --as sekretariat",
            "import participants answers.csv",
            "forecast --as ks --lang en",
            "ssh session --key SHA256:1 leder",
            "audit verify --json",
            "check",
        ];
        for line in lines {
            let words = ["kommit"].into_iter().chain(line.split_whitespace());
            let arguments: Vec<OsString> = words.map(OsString::from).collect();
            let said = |asked: Asked| format!("{:?} {:?}", asked.args, asked.over_ssh);
            let in_full = full(&arguments, None).expect(line);
            assert_eq!(short(&arguments).map(said), Some(said(in_full)), "{line}");
        }
    }
}
