//! `kommit ssh session`: what sshd runs in place of what was asked for. Who comes in stands in the line that sshd was given, by
//! the key that it has seen; nothing of what the client sends decides that, nor the file, nor the day. Nothing asked for is
//! the terminal program; else it is one command in the member's own rights, parted into words without a shell.

use std::ffi::OsString;
use std::io::Write;

use super::answer::Answer;
use super::call::Call;
use super::entry::Entry;
use super::failure::Failure;
use super::globals::Globals;
use super::ssh::SessionArgs;
use super::surroundings::Surroundings;
use super::{failed, read, shown, usage};
use crate::domain::access::Access;
use crate::domain::refusal::{Refusal, refuse};
use crate::usecases::{Bounds, Full, OpError, enter};

/// Answers what was asked for over SSH.
pub fn answer(args: &SessionArgs, globals: &Globals, around: &Surroundings, out: &mut dyn Write) -> Answer {
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
    let (file, bounds) = (entry.file.clone().unwrap_or_default(), args.bounds.sessions());
    // Held until what was asked for is done.
    let _place = match enter(&file, &args.handle, bounds) {
        Ok(place) => place,
        Err(full) => return failed::answer(&too_many(full, bounds), &unread()),
    };
    let call = Call::entered(asked.args.globals, entry, &inside);
    if let Err(refusal) = asked.over_ssh {
        return failed::answer(&denied(refusal), &call);
    }
    let (command, place) = (asked.args.command, asked.place);
    let as_text = call.globals.plain || call.globals.json || inside.terminals.output;
    if command.is_none() && place.is_none() && !as_text {
        return failed::answer(&refuse("ssh-no-terminal").into(), &call);
    }
    let answer = shown(place.as_ref(), command, &call, out);
    answer.unwrap_or_else(|failure| failed::answer(&failure, &call))
}

fn too_many(full: Full, bounds: Bounds) -> Failure {
    OpError::Changed(match full {
        Full::Member => refuse("ssh-full-member").with("count", bounds.per_member),
        Full::All => refuse("ssh-full").with("count", bounds.in_all),
    })
    .into()
}

fn denied(refusal: Refusal) -> Failure {
    OpError::Denied(refusal).into()
}

/// Who comes in, as the line that sshd was given has it.
fn entry(args: &SessionArgs, globals: &Globals, around: &Surroundings) -> Result<Entry, Refusal> {
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
        idle: Some(args.bounds.idle()),
    })
}

/// What was asked for, in words, with the program's name before them.
fn words(around: &Surroundings) -> Result<Vec<OsString>, Refusal> {
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
