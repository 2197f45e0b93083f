//! `kommit man`: the manual page, in roff, made from the same tables as the help of the commands and of the keys.

use clap::{Arg, Command};
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

use super::answer::Answer;
use super::call::Call;
use super::help::localized;

pub(super) fn run(call: &Call) -> Answer {
    let words = &call.words;
    let root = localized(words);
    let mut roff = Roff::new();
    let version = format!("kommit {}", env!("CARGO_PKG_VERSION"));
    roff.control("TH", ["kommit", "1", "", version.as_str()]);
    roff.control("SH", [words.t("man-name").as_str()]);
    roff.text([roman(format!("kommit – {}", words.t("cli-about")))]);
    roff.control("SH", [words.t("man-synopsis").as_str()]);
    roff.text([roman(usage(&root))]);
    roff.control("SH", [words.t("man-globals").as_str()]);
    options(&mut roff, root.get_arguments());
    roff.control("SH", [words.t("man-commands").as_str()]);
    for command in root.get_subcommands() {
        section(&mut roff, command);
    }
    roff.control("SH", [words.t("man-keyboard").as_str()]);
    for (heading, keys) in (call.around.keyboard)(words) {
        roff.control("SS", [heading.as_str()]);
        for (keys, help) in keys {
            entry(&mut roff, vec![bold(keys)], &help);
        }
    }
    roff.control("SH", [words.t("man-exit").as_str()]);
    for (code, key) in [
        ("0", "man-exit-done"),
        ("1", "man-exit-internal"),
        ("2", "man-exit-usage"),
        ("3", "man-exit-denied"),
        ("4", "man-exit-refused"),
        ("5", "man-exit-busy"),
    ] {
        entry(&mut roff, vec![bold(code)], &words.t(key));
    }
    Answer::text(roff.to_roff())
}

/// A command with its own options, and then each command below it.
fn section(roff: &mut Roff, command: &Command) {
    if command.has_subcommands() {
        for sub in command.get_subcommands() {
            section(roff, sub);
        }
        // A family does something of its own only when no command below it need be named.
        if command.is_subcommand_required_set() {
            return;
        }
    }
    // A bare hyphen may be drawn as one that no shell understands.
    roff.control("SS", [usage(command).replace('-', "\\-").as_str()]);
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    roff.text([roman(about)]);
    options(roff, command.get_arguments().filter(|arg| !arg.is_global_set()));
}

fn usage(command: &Command) -> String {
    let rendered = command.clone().render_usage().to_string();
    // Commands of its own have lines of their own.
    let line = rendered.lines().next().unwrap_or_default();
    line.trim_start_matches("Usage:").trim().to_owned()
}

fn options<'a>(roff: &mut Roff, args: impl Iterator<Item = &'a Arg>) {
    for arg in args {
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        entry(roff, head(arg), &help);
    }
}

fn entry(roff: &mut Roff, head: Vec<Inline>, text: &str) {
    roff.control("TP", []);
    roff.text(head);
    roff.text([roman(text)]);
}

fn head(arg: &Arg) -> Vec<Inline> {
    let mut head = Vec::new();
    if let Some(short) = arg.get_short() {
        head.push(bold(format!("-{short}")));
        head.push(roman(", "));
    }
    if let Some(long) = arg.get_long() {
        head.push(bold(format!("--{long}")));
        head.push(roman(" "));
    }
    let takes_values = arg.get_action().takes_values();
    for name in arg
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .filter(|_| takes_values)
    {
        head.push(italic(name.as_str()));
        head.push(roman(" "));
    }
    head
}
