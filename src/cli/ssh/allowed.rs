//! What may be asked for over SSH. A command says it of itself where it is declared, and one that says nothing may not. Files go
//! through the line: a path would be the server's.

use std::ffi::OsStr;

use clap::{Arg, ArgMatches, Command, ValueHint};

use crate::cli::import::file::THE_LINE;
use crate::domain::refusal::{Refusal, refuse};

/// Stands as the author of a command that may be used over SSH. Clap has no mark of one's own, and an author is shown nowhere.
pub(crate) const OVER_SSH: &str = "over-ssh";

/// What is decided at the machine and never over SSH, as it is written on the command line.
const NEVER: [(&str, &str); 3] = [("db", "--db"), ("member", "--as"), ("today", "--today")];

/// Whether a command line may be used over SSH.
///
/// # Errors
/// `ssh-no-option`, `ssh-no-command`, `ssh-no-path`.
pub(crate) fn check(root: &Command, matches: &ArgMatches) -> Result<(), Refusal> {
    for (id, option) in NEVER {
        if matches.contains_id(id) {
            return Err(refuse("ssh-no-option").with("argument", option));
        }
    }
    let (mut at, mut found, mut name) = (root, matches, String::new());
    let mut named: Vec<&OsStr> = paths(at, found).collect();
    while let Some((sub, matches)) = found.subcommand() {
        let Some(declared) = at.find_subcommand(sub) else {
            break;
        };
        (at, found) = (declared, matches);
        named.extend(paths(at, found));
        name = format!("{name} {sub}");
    }
    // Nothing asked for: the terminal program.
    if !name.is_empty() && at.get_author() != Some(OVER_SSH) {
        return Err(refuse("ssh-no-command").with("command", name.trim()));
    }
    if named.into_iter().any(|path| path != THE_LINE) {
        return Err(refuse("ssh-no-path"));
    }
    Ok(())
}

/// The files that are named. An argument that is read as a path says by itself that it is one, and what is hinted at as anything
/// but free text counts as one too.
fn paths<'m>(command: &Command, matches: &'m ArgMatches) -> impl Iterator<Item = &'m OsStr> {
    let files = command.get_arguments().filter(|arg| is_path(arg));
    let ids: Vec<String> = files.map(|arg| arg.get_id().to_string()).collect();
    let named = ids
        .into_iter()
        .filter_map(|id| matches.try_get_raw(&id).ok().flatten());
    named.flatten()
}

fn is_path(arg: &Arg) -> bool {
    !matches!(arg.get_value_hint(), ValueHint::Unknown | ValueHint::Other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    use crate::cli::args::Args;
    use crate::cli::help::whole;

    /// The commands that may be used over SSH, each with the family it is in.
    const ALLOWED: &str = "
        capital, forecast, forecasts, forecasts list, forecasts show, ranking, portfolio, proposals, proposals list,
        proposals show, participants, participants list, participants show, rounds, rounds list, rounds show,
        commitments, commitments list, disbursements, disbursements list, disbursements show, disbursements withdraw, solutions, solutions list,
        solutions show, charges, charges list, charges show, members, members list, members show, meetings, meetings
        list, meetings show, minutes show, minutes finalise, minutes approve, minutes correct, minutes extract,
        minutes verify, notice, decisions list, import participants, import proposals, import scores, import
        adoptions, import ledger, export ledger, export proposals, export ranking, export participants, participant
        decide, participant pay, participant waive, participant refund, participant keep, ks pay, state pay, proposal
        register, proposal edit, proposal submit, proposal qualify, proposal withdraw, proposal live, proposal stop,
        round open, round reveal, conflict, conflict raise, score, move, recommend, meeting show, meeting plan,
        meeting call, meeting open, meeting next, meeting adjourn, meeting resume, meeting close, meeting cancel, item
        add, item withdraw, item out, item again, attend in, attend out, motion add, motion withdraw, vote open, vote
        cast, vote room, vote close, vote cancel, vote trial, vote trial-answer, vote trial-close, election open,
        election cast, election close, election secret, election cancel, statement, written start, written answer,
        decide, release, disburse, approve, adopt, settle, charge pay, charge remind, refund pay, write-off, ledger
        close, ledger reopen, ledger reverse, report, seat list, scheme show, policy, rule, audit, help";

    fn collect(command: &Command, before: &str, found: &mut Vec<String>) {
        for sub in command.get_subcommands() {
            let name = format!("{before} {}", sub.get_name());
            if sub.get_author() == Some(OVER_SSH) {
                found.push(name.trim().to_owned());
            }
            collect(sub, &name, found);
        }
    }

    #[test]
    fn these_commands_and_no_others_may_be_used_over_ssh() {
        let mut found = Vec::new();
        collect(&whole(), "", &mut found);
        let listed = ALLOWED.split_whitespace().collect::<Vec<_>>().join(" ");
        let listed: Vec<&str> = listed.split(", ").collect();
        assert_eq!(found, listed);
    }

    #[test]
    fn what_is_shown_as_a_file_is_read_as_one_and_the_other_way_round() {
        fn hold(command: &Command, files: &mut usize) {
            for arg in command.get_arguments() {
                let names = arg.get_value_names().unwrap_or_default();
                let shown = names.iter().any(|name| name == "cli-value-file");
                assert_eq!(is_path(arg), shown, "{} {}", command.get_name(), arg.get_id());
                *files += usize::from(shown);
            }
            command.get_subcommands().for_each(|sub| hold(sub, files));
        }
        let mut files = 0;
        hold(&whole(), &mut files);
        assert!(files > 5, "{files}");
    }

    fn refused(line: &str) -> Option<&'static str> {
        let mut command = Args::command();
        let matches = command.try_get_matches_from_mut(line.split(' ')).expect(line);
        check(&command, &matches).err().map(|refusal| refusal.code)
    }

    #[test]
    fn what_the_administrator_does_and_what_names_the_servers_files_is_refused() {
        for line in [
            "kommit",
            "kommit --plain --lang en --ascii --color never",
            "kommit kapital --json",
            "kommit import participants -",
            "kommit forecast --what-if -",
            "kommit export ranking --format xlsx",
        ] {
            assert_eq!(refused(line), None, "{line}");
        }
        for (line, code) in [
            ("kommit --db x.db", "ssh-no-option"),
            ("kommit capital --db x.db", "ssh-no-option"),
            ("kommit --as lise capital", "ssh-no-option"),
            ("kommit capital --today 2018-01-01", "ssh-no-option"),
            ("kommit init", "ssh-no-command"),
            ("kommit demo", "ssh-no-command"),
            ("kommit check", "ssh-no-command"),
            ("kommit member key --list", "ssh-no-command"),
            ("kommit ssh session lise --key x", "ssh-no-command"),
            ("kommit ssh authorized-keys", "ssh-no-command"),
            ("kommit import participants /etc/passwd", "ssh-no-path"),
            ("kommit import participants ./-", "ssh-no-path"),
            ("kommit forecast --what-if /etc/passwd", "ssh-no-path"),
            ("kommit forecast --scenario a.toml --what-if -", "ssh-no-path"),
            ("kommit minutes verify 1/2018 /etc/passwd", "ssh-no-path"),
        ] {
            assert_eq!(refused(line), Some(code), "{line}");
        }
    }
}
