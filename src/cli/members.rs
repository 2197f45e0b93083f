//! The registered people: `kommit members` shows them, `kommit member` adds and revokes, and gives roles
//! with days (M11).

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Subcommand;
use jiff::civil::Date;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::import::file;
use super::ssh::allowed::OVER_SSH;
use crate::domain::calendar::parse_date;
use crate::domain::member::{Member, parse_roles};
use crate::domain::participant::Number;
use crate::domain::policy::Role;
use crate::domain::public_key::PublicKey;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text::required_prose;
use crate::present::Record;
use crate::present::member_keys::COLUMNS as KEYS;
use crate::present::members::{COLUMNS, page};
use crate::usecases::views::{MemberKeys, Members};
use crate::usecases::{AddKey, AddMember, MaskName, RemoveKey, RevokeMember, SetRole};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-members-list", author = OVER_SSH)]
    List,
    #[command(about = "cli-members-show", author = OVER_SSH)]
    Show {
        #[arg(value_name = "cli-value-handle", help = "cli-arg-handle")]
        handle: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    #[command(about = "cli-member-add")]
    Add {
        #[arg(value_name = "cli-value-handle", help = "cli-arg-new-handle")]
        handle: String,
        #[arg(long, value_name = "cli-value-text", help = "cli-arg-name")]
        name: String,
        #[arg(long = "role", value_name = "cli-value-roles", value_parser = roles, help = "cli-arg-roles")]
        roles: Roles,
        #[arg(
            long,
            value_name = "cli-value-number",
            value_parser = Number::parse,
            help = "cli-arg-member-participant"
        )]
        participant: Option<Number>,
    },
    #[command(about = "cli-member-role")]
    Role {
        #[arg(value_name = "cli-value-handle", help = "cli-arg-handle")]
        handle: String,
        #[arg(value_name = "cli-value-role", value_parser = Role::parse, help = "cli-arg-role")]
        role: Role,
        #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-term-from")]
        from: Date,
        #[arg(long, value_name = "cli-value-date", value_parser = parse_date, help = "cli-arg-term-to")]
        to: Option<Date>,
    },
    #[command(about = "cli-member-key")]
    Key(KeyArgs),
    #[command(about = "cli-member-revoke")]
    Revoke {
        #[arg(value_name = "cli-value-handle", help = "cli-arg-handle")]
        handle: String,
    },
    #[command(about = "cli-member-mask")]
    Mask {
        #[arg(value_name = "cli-value-handle", help = "cli-arg-handle")]
        handle: String,
        #[arg(long, value_name = "cli-value-text", value_parser = required_prose, help = "cli-arg-reason")]
        reason: String,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct KeyArgs {
    #[arg(
        value_name = "cli-value-handle",
        required_unless_present_any = ["list", "remove"],
        help = "cli-arg-handle"
    )]
    handle: Option<String>,
    #[arg(
        value_name = "cli-value-file",
        required_unless_present_any = ["list", "remove"],
        conflicts_with_all = ["list", "remove"],
        help = "cli-arg-key-file"
    )]
    file: Option<PathBuf>,
    #[arg(long, conflicts_with = "remove", help = "cli-arg-key-list")]
    list: bool,
    #[arg(long, value_name = "cli-value-fingerprint", help = "cli-arg-key-remove")]
    remove: Option<String>,
}

/// A public key is one line.
const LONGEST_KEY: u64 = 64 * 1024;

/// The reader of the command line would take a set for a value that is repeated.
#[derive(Clone, Debug)]
pub(super) struct Roles(BTreeSet<Role>);

fn roles(text: &str) -> Result<Roles, Refusal> {
    parse_roles(text).map(Roles)
}

pub(super) fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    let members = call.view(&Members)?;
    if let Some(What::Show { handle }) = &args.what {
        let member = members.iter().find(|member| member.handle == *handle);
        let member = member.ok_or_else(|| refuse("member-unknown").with("handle", handle.as_str()))?;
        return Ok(call.document(|| Record::of(COLUMNS, member), |words| page(member, words)));
    }
    Ok(call.records(COLUMNS, &members, "cli-members-none"))
}

pub(super) fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
    match change {
        Change::Add {
            handle,
            name,
            roles,
            participant,
        } => call.perform(&AddMember {
            member: Member {
                handle,
                name,
                roles: roles.0,
                participant,
                active: true,
            },
        }),
        Change::Role {
            handle,
            role,
            from,
            to,
        } => call.perform(&SetRole {
            handle,
            role,
            from,
            to,
        }),
        Change::Key(args) => key(args, call),
        Change::Revoke { handle } => call.perform(&RevokeMember { handle }),
        Change::Mask { handle, reason } => call.perform(&MaskName { handle, reason }),
    }
}

/// Registers a key, or lists what there is, or removes one.
fn key(args: KeyArgs, call: &Call) -> Result<Answer, Failure> {
    let KeyArgs { handle, file, .. } = args;
    if let Some(fingerprint) = args.remove {
        return call.perform(&RemoveKey { fingerprint, handle });
    }
    let (Some(handle), Some(file)) = (&handle, &file) else {
        let keys = call.view(&MemberKeys {
            handle,
            fingerprint: None,
        })?;
        return Ok(call.records(KEYS, &keys, "cli-keys-none"));
    };
    let bytes = file::read(file, LONGEST_KEY)?;
    let text = String::from_utf8(bytes).map_err(|_| refuse("key-unreadable"))?;
    call.perform(&AddKey {
        handle: handle.clone(),
        key: PublicKey::parse(&text)?,
    })
}
