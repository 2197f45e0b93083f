//! Help in the reader's language. The command line is declared with keys; here they become words, headings and usage
//! lines too, for help, for the manual page and for what is said of a command line that can't be read.

use std::ffi::OsString;

use clap::{Arg, Command, CommandFactory};

use super::answer::Answer;
use super::args::Args;
use super::call::Call;
use crate::i18n::Words;

/// Every command with its arguments.
pub(super) fn whole() -> Command {
    let mut root = Args::command();
    root.build();
    root
}

/// The command line in words.
pub(super) fn localized(words: &Words) -> Command {
    with_usage(translated(whole(), words), words)
}

fn translated(command: Command, words: &Words) -> Command {
    let about = command.get_about().map(|key| words.t(&key.to_string()));
    let usage = words.t("cli-heading-usage");
    let command = command
        .help_template(format!(
            "{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}"
        ))
        .subcommand_value_name(words.t("cli-value-command"))
        .subcommand_help_heading(words.t("cli-commands"))
        .mut_args(|arg| localized_arg(arg, words))
        .mut_subcommands(|sub| translated(sub, words));
    match about {
        Some(about) => command.about(about),
        None => command,
    }
}

/// Headings stand in the order of the arguments, and some commands are given those that may stand anywhere before their own. An
/// argument that is changed by name goes last. Only for help: by such a command nothing can be read any more.
fn own_arguments_first(command: Command) -> Command {
    let anywhere = command.get_arguments().filter(|arg| arg.is_global_set());
    let anywhere: Vec<_> = anywhere.map(|arg| arg.get_id().clone()).collect();
    anywhere
        .into_iter()
        .fold(command, |command, id| command.mut_arg(id, |arg| arg))
}

fn localized_arg(arg: Arg, words: &Words) -> Arg {
    let help = arg.get_help().map(|key| words.t(&key.to_string()));
    let names: Option<Vec<String>> = arg
        .get_value_names()
        .map(|names| names.iter().map(|name| value_name(name, words)).collect());
    let heading = if arg.is_positional() {
        "cli-heading-arguments"
    } else if arg.is_global_set() {
        "cli-common-options"
    } else {
        "cli-heading-options"
    };
    let mut arg = arg.help_heading(words.t(heading));
    if arg.get_action().takes_values() {
        // The help says in words what may be given.
        arg = arg.hide_possible_values(true).hide_default_value(true);
    }
    if let Some(help) = help {
        arg = arg.help(help);
    }
    match names {
        Some(names) => arg.value_names(names),
        None => arg,
    }
}

/// Names of values are keys, except where the value itself is named.
fn value_name(name: &str, words: &Words) -> String {
    if name.contains("-value-") {
        words.t(name)
    } else {
        name.to_owned()
    }
}

fn with_usage(mut command: Command, words: &Words) -> Command {
    let usage = usage_line(&command.render_usage().to_string(), words);
    command
        .override_usage(usage)
        .mut_subcommands(|sub| with_usage(sub, words))
}

/// The usage line without its English heading and words. Where a command goes before commands of its own, the help lists those.
pub(super) fn usage_line(rendered: &str, words: &Words) -> String {
    let line = rendered.trim().lines().next().unwrap_or_default();
    let line = line.strip_prefix("Usage:").unwrap_or(line).trim();
    line.replace("[OPTIONS]", &words.t("cli-value-options"))
}

/// The help of the command that is named before `--help`, among options and their values.
pub(super) fn asked_for(arguments: &[OsString], call: &Call) -> Answer {
    let root = localized(&call.words);
    let mut found = &root;
    let mut rest = arguments.iter().skip(1);
    while let Some(argument) = rest.next() {
        let argument = argument.to_string_lossy();
        if let Some(name) = argument.strip_prefix("--") {
            let mut options = found.get_arguments();
            let option = options.find(|option| option.get_long() == Some(name));
            if option.is_some_and(|option| option.get_action().takes_values()) {
                rest.next();
            }
        } else if let Some(sub) = found.find_subcommand(argument.as_ref()) {
            found = sub;
        }
    }
    let short = arguments.iter().any(|argument| argument == "-h");
    let mut shown = own_arguments_first(found.clone());
    let help = if short {
        shown.render_help()
    } else {
        shown.render_long_help()
    };
    Answer::text(help.to_string())
}

/// The help of a command, or of the program.
pub(super) fn run(of: &[String], call: &Call) -> Answer {
    let root = localized(&call.words);
    let mut found = &root;
    for name in of {
        match found.find_subcommand(name) {
            Some(sub) => found = sub,
            None => break,
        }
    }
    Answer::text(own_arguments_first(found.clone()).render_help().to_string())
}

#[cfg(test)]
mod tests {
    use clap::builder::ValueParserFactory;

    use super::*;
    use crate::domain::money::Ore;
    use crate::i18n::Lang;

    #[test]
    fn every_command_is_well_formed_and_explained_in_both_languages() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let root = localized(&words);
            root.clone().debug_assert();
            explained(&root);
        }
    }

    fn explained(command: &Command) {
        assert!(command.get_about().is_some(), "{}", command.get_name());
        for arg in command.get_arguments() {
            assert!(
                arg.get_help().is_some(),
                "{} {}",
                command.get_name(),
                arg.get_id()
            );
        }
        command.get_subcommands().for_each(explained);
    }

    #[test]
    fn what_a_command_has_of_its_own_stands_before_what_may_stand_anywhere() {
        own_first(&localized(&Words::new(Lang::Nb)));
    }

    fn own_first(command: &Command) {
        let shown = own_arguments_first(command.clone());
        let anywhere: Vec<bool> = shown.get_arguments().map(Arg::is_global_set).collect();
        assert!(anywhere.is_sorted(), "{}", command.get_name());
        command.get_subcommands().for_each(own_first);
    }

    /// Else a negative amount is taken for an option, and isn't refused as what it is.
    #[test]
    fn every_amount_can_be_typed_with_a_minus() {
        let mut amounts = 0;
        allows_minus(&whole(), &mut amounts);
        assert!(amounts > 10, "{amounts}");
    }

    fn allows_minus(command: &Command, amounts: &mut usize) {
        let read_as_amount = Ore::value_parser().type_id();
        let is_amount = |arg: &&Arg| arg.get_value_parser().type_id() == read_as_amount;
        for arg in command.get_arguments().filter(is_amount) {
            *amounts += 1;
            assert!(
                arg.is_allow_negative_numbers_set(),
                "{} {}",
                command.get_name(),
                arg.get_id()
            );
        }
        for sub in command.get_subcommands() {
            allows_minus(sub, amounts);
        }
    }

    #[test]
    fn no_option_of_a_command_takes_the_place_of_one_that_stands_anywhere() {
        let root = whole();
        let anywhere: Vec<_> = root.get_arguments().map(Arg::get_id).collect();
        distinct(&root, &anywhere);
    }

    fn distinct(command: &Command, anywhere: &[&clap::Id]) {
        for sub in command.get_subcommands() {
            for arg in sub.get_arguments().filter(|arg| !arg.is_global_set()) {
                assert!(
                    !anywhere.contains(&arg.get_id()),
                    "{} {}",
                    sub.get_name(),
                    arg.get_id()
                );
            }
            distinct(sub, anywhere);
        }
    }
}
