//! `kommit ssh session`: what sshd runs in place of what was asked for. Who comes in stands in the line that sshd was given, by
//! the key that it has seen; nothing of what the client sends decides that, nor the file, nor the day. Nothing asked for is
//! the terminal program; else it is one command in the member's own rights, parted into words without a shell.

use std::ffi::OsString;
use std::io::Write;
use std::time::Duration;

use super::answer::Answer;
use super::call::Call;
use super::entry::Entry;
use super::environment::Environment;
use super::failure::Failure;
use super::globals::Globals;
use super::ssh::SessionArgs;
use super::{failed, read, shown, usage};
use crate::domain::access::Access;
use crate::domain::refusal::{Refusal, refuse};
use crate::usecases::views::SessionRules;
use crate::usecases::{Full, OpError, Place, enter};

/// Answers what was asked for over SSH.
pub(super) fn answer(
    args: &SessionArgs,
    globals: &Globals,
    around: &Environment,
    out: &mut dyn Write,
) -> Answer {
    let entry = entry(args, globals, around);
    // What is set in the environment may come from the client, but for what says how the terminal looks.
    let inside = around.without_settings();
    let arguments = match words(around) {
        Ok(words) => words,
        Err(refusal) => return failed::answer(&refusal.into(), &Call::new(Globals::default(), &inside)),
    };
    let unread = || Call::unread(&arguments, &inside);
    let entry = match entry {
        Ok(entry) => entry,
        Err(refusal) => return failed::answer(&denied(refusal), &unread()),
    };
    let asked = match read(&arguments) {
        Ok(asked) => asked,
        Err(refused) => return usage::answer(&refused, &arguments, &unread()),
    };
    let mut call = Call::entered(asked.args.globals, entry, &inside);
    if let Err(refusal) = asked.over_ssh {
        return failed::answer(&denied(refusal), &call);
    }
    // Held until what was asked for is done.
    let _place = match let_in(&mut call, &args.handle) {
        Ok(place) => place,
        Err(failure) => return failed::answer(&failure, &call),
    };
    let (command, place) = (asked.args.command, asked.place);
    let as_text = call.globals.plain || call.globals.json || inside.terminals.output;
    if command.is_none() && place.is_none() && !as_text {
        return failed::answer(&refuse("ssh-no-terminal").into(), &call);
    }
    let answer = shown(place.as_ref(), command, &call, out);
    answer.unwrap_or_else(|failure| failed::answer(&failure, &call))
}

/// Takes a place among the sessions, and notes how long this one may stand without a key.
fn let_in(call: &mut Call, handle: &str) -> Result<Option<Place>, Failure> {
    let rules = call.view(&SessionRules)?;
    let minutes = u64::from(rules.idle_minutes);
    call.entry.idle = Some(Duration::from_mins(minutes));
    let entered = enter(&call.path()?, handle, &rules);
    let refused = entered.map_err(|full| {
        let (code, count) = match full {
            Full::Member => ("ssh-full-member", rules.sessions_per_member),
            Full::All => ("ssh-full", rules.sessions),
        };
        OpError::Changed(refuse(code).with("count", i64::from(count)))
    });
    Ok(refused?)
}

fn denied(refusal: Refusal) -> Failure {
    OpError::Denied(refusal).into()
}

/// Who comes in, as the line that sshd was given has it.
fn entry(args: &SessionArgs, globals: &Globals, around: &Environment) -> Result<Entry, Refusal> {
    let connection = around
        .ssh_connection
        .as_deref()
        .ok_or_else(|| refuse("ssh-not-sshd"))?;
    let file = globals.db.clone().filter(|file| file.is_absolute());
    let file = file.ok_or_else(|| refuse("ssh-no-file"))?;
    let address = connection.split(' ').next().unwrap_or_default();
    Ok(Entry {
        access: Access::ssh(&args.handle, &args.key, address),
        file: Some(file),
        idle: None,
    })
}

/// What was asked for, in words, with the program's name before them.
fn words(around: &Environment) -> Result<Vec<OsString>, Refusal> {
    let asked = match &around.ssh_command {
        None => "",
        Some(asked) => asked.to_str().ok_or_else(|| refuse("ssh-unreadable"))?,
    };
    let words = shell_words::split(asked).map_err(|_| refuse("ssh-unreadable"))?;
    Ok(["kommit".to_owned()]
        .into_iter()
        .chain(words)
        .map(OsString::from)
        .collect())
}
