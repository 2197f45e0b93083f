//! What was meant by a word of a command line that couldn't be read: a command or an option that is spelt nearly so, or the
//! record that the word is the key of.

use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::Args;
use super::help::whole;
use super::screen::record_command;

/// The command that reads one record, in every family of commands that has one.
const SHOW: &str = "show";
/// The command that reads all of them; it is also what a family does when nothing more is said.
const LIST: &str = "list";

/// What is offered instead: words that are there, or a whole command line.
pub(super) fn meant(refused: &clap::Error, arguments: &[OsString]) -> Option<String> {
    let near = |kind, word| {
        let near = nearest(word, &texts(refused, kind));
        (!near.is_empty()).then(|| near.join(", "))
    };
    match refused.kind() {
        ErrorKind::InvalidSubcommand => {
            let word = text(refused, ContextKind::InvalidSubcommand)?;
            near(ContextKind::SuggestedSubcommand, word).or_else(|| record(word, arguments))
        }
        ErrorKind::UnknownArgument => {
            let word = text(refused, ContextKind::InvalidArg)?;
            near(ContextKind::SuggestedArg, word).or_else(|| record(word, arguments))
        }
        _ => None,
    }
}

/// The command line that reads the record of which a word is the key.
fn record(word: &str, arguments: &[OsString]) -> Option<String> {
    if word.starts_with('-') {
        return None;
    }
    let path = commands_before(word, arguments);
    let family = match path.as_slice() {
        [] => None,
        [family] if whole().find_subcommand(family)?.has_subcommands() => Some(family),
        [family, last] if last == LIST => Some(family),
        _ => return None,
    };
    let shown = family.and_then(|family| {
        // What changes records is called by the singular of what reads them.
        let names = [family.clone(), format!("{family}s")];
        names.into_iter().find(|name| reads(name, word))
    });
    match (shown, family) {
        (Some(family), _) => Some(format!("kommit {family} {SHOW} {}", shell_words::quote(word))),
        (None, None) => record_command(word),
        // Four digits are likelier a year than a participant where it isn't a matter of participants.
        (None, Some(_)) => record_command(word).filter(|_| !word.bytes().all(|b| b.is_ascii_digit())),
    }
}

/// The commands that are named before a word.
fn commands_before(word: &str, arguments: &[OsString]) -> Vec<String> {
    let mut command = &whole();
    let mut path = Vec::new();
    for argument in arguments.iter().skip(1).take_while(|argument| *argument != word) {
        if let Some(sub) = argument.to_str().and_then(|name| command.find_subcommand(name)) {
            path.push(sub.get_name().to_owned());
            command = sub;
        }
    }
    path
}

/// Whether a family of commands has one that would take the word as the key of a record.
fn reads(family: &str, word: &str) -> bool {
    let line = ["kommit", family, SHOW, word];
    let takes = |command: &Command| command.get_positionals().next().is_some();
    let all = whole();
    let show = all
        .find_subcommand(family)
        .and_then(|family| family.find_subcommand(SHOW));
    show.is_some_and(takes)
        && <Args as clap::CommandFactory>::command()
            .try_get_matches_from(line)
            .is_ok()
}

/// Of the words that are there, those spelt most like another, if they are spelt nearly so: a slip of the keys, not another
/// word.
fn nearest<'t>(word: &str, known: &[&'t str]) -> Vec<&'t str> {
    let word = word.trim_start_matches('-');
    let slips = (word.chars().count() / 3).max(1);
    let away = |known: &str| strsim::damerau_levenshtein(word, known.trim_start_matches('-'));
    let least = known.iter().map(|known| away(known)).min();
    let near = known.iter().copied();
    near.filter(|known| Some(away(known)) == least && away(known) <= slips)
        .collect()
}

fn text(refused: &clap::Error, kind: ContextKind) -> Option<&str> {
    texts(refused, kind).first().copied()
}

fn texts(refused: &clap::Error, kind: ContextKind) -> Vec<&str> {
    match refused.get(kind) {
        Some(ContextValue::String(text)) => vec![text],
        Some(ContextValue::Strings(texts)) => texts.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(line: &str) -> Option<String> {
        let arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let read = <Args as clap::CommandFactory>::command().try_get_matches_from(&arguments);
        super::meant(&read.expect_err(line), &arguments)
    }

    #[test]
    fn every_command_that_lists_records_points_to_the_one_that_shows_the_one_that_is_named() {
        let keys = ["0533", "2018-14", "2018-1", "1/2018", "K-0001", "34", "prognose"];
        let all = whole();
        let families = all.get_subcommands().filter(|family| {
            let [list, show] = [LIST, SHOW].map(|name| family.find_subcommand(name));
            list.is_some() && show.is_some_and(|show| show.get_positionals().next().is_some())
        });
        let families: Vec<&str> = families.map(Command::get_name).collect();
        assert!(families.len() >= 8, "{families:?}");
        for family in families {
            let key = keys.into_iter().find(|key| reads(family, key)).expect(family);
            let shown = Some(format!("kommit {family} show {key}"));
            assert_eq!(meant(&format!("kommit {family} {key}")), shown);
            assert_eq!(meant(&format!("kommit {family} list {key}")), shown);
            assert_eq!(meant(&format!("kommit --json {family} --lang nb {key}")), shown);
        }
    }

    #[test]
    fn the_key_of_a_record_is_known_where_nothing_shows_it_and_what_is_no_key_is_not_offered() {
        for (line, shown) in [
            ("kommit 0533", Some("participants show 0533")),
            ("kommit 2018-14", Some("proposals show 2018-14")),
            ("kommit participant 0533", Some("participants show 0533")),
            ("kommit meeting 1/2018", Some("meeting show 1/2018")),
            ("kommit member oslo", Some("members show oslo")),
            ("kommit commitments list 2018-01", Some("proposals show 2018-01")),
            ("kommit decisions 2/2018", Some("meetings show 2/2018")),
            ("kommit decisions 2018", None),
            ("kommit capital 2018", None),
            ("kommit forecast 12", None),
            ("kommit participants xyzzy", None),
            ("kommit participants show 0533 0534", None),
            ("kommit xyzzy", None),
        ] {
            let shown = shown.map(|command| format!("kommit {command}"));
            assert_eq!(meant(line), shown, "{line}");
        }
    }

    #[test]
    fn a_word_that_is_spelt_nearly_so_is_offered_and_no_other() {
        for (line, known) in [
            ("kommit rund", Some("round")),
            ("kommit partcipants", Some("participants")),
            ("kommit demoo", Some("demo")),
            ("kommit proposals shwo 2018-14", Some("show")),
            ("kommit seat lits", Some("list")),
            ("kommit capital --jsn", Some("--json")),
            ("kommit voucher", None),
            ("kommit overview", None),
            ("kommit capital --everything", None),
        ] {
            assert_eq!(meant(line).as_deref(), known, "{line}");
        }
    }
}
