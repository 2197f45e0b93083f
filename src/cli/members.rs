//! The registered people: `kommit members` shows them, `kommit member` adds and revokes, and gives roles
//! with days (M11).

use std::collections::BTreeSet;

use clap::Subcommand;
use jiff::civil::Date;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use crate::domain::calendar::parse_date;
use crate::domain::member::{Member, parse_roles};
use crate::domain::participant::Number;
use crate::domain::policy::Role;
use crate::domain::refusal::{Refusal, refuse};
use crate::present::Record;
use crate::present::members::{COLUMNS, page};
use crate::usecases::views::Members;
use crate::usecases::{AddMember, RevokeMember, SetRole};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-members-list")]
    List,
    #[command(about = "cli-members-show")]
    Show {
        #[arg(value_name = "cli-value-handle", help = "cli-arg-handle")]
        handle: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Change {
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
    #[command(about = "cli-member-revoke")]
    Revoke {
        #[arg(value_name = "cli-value-handle", help = "cli-arg-handle")]
        handle: String,
    },
}

/// The reader of the command line would take a set for a value that is repeated.
#[derive(Clone, Debug)]
pub struct Roles(BTreeSet<Role>);

fn roles(text: &str) -> Result<Roles, Refusal> {
    parse_roles(text).map(Roles)
}

pub fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    let members = call.view(&Members)?;
    if let Some(What::Show { handle }) = &args.what {
        let member = members.iter().find(|member| member.handle == *handle);
        let member = member.ok_or_else(|| refuse("member-unknown").with("handle", handle.as_str()))?;
        return Ok(call.document(|| Record::of(COLUMNS, member), |words| page(member, words)));
    }
    Ok(call.records(COLUMNS, &members, "cli-members-none"))
}

pub fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
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
        Change::Revoke { handle } => call.perform(&RevokeMember { handle }),
    }
}
