//! The registered people: `kommit members` shows them, `kommit member` adds and revokes.

use std::collections::BTreeSet;

use clap::Subcommand;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::page::Page;
use super::table::{Side, Table};
use crate::domain::member::{Member, parse_roles};
use crate::domain::participant::Number;
use crate::domain::policy::Role;
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::Words;
use crate::usecases::views::Members;
use crate::usecases::{AddMember, RevokeMember};

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

#[derive(Serialize)]
struct Record {
    handle: String,
    name: String,
    roles: Vec<Role>,
    participant: Option<Number>,
    active: bool,
}

impl Record {
    fn of(member: &Member) -> Record {
        Record {
            handle: member.handle.clone(),
            name: member.name.clone(),
            roles: member.roles.iter().copied().collect(),
            participant: member.participant.clone(),
            active: member.active,
        }
    }
}

pub fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    let members = call.view(&Members)?;
    if let Some(What::Show { handle }) = &args.what {
        let member = members.iter().find(|member| member.handle == *handle);
        let member = member.ok_or_else(|| refuse("member-unknown").with("handle", handle.as_str()))?;
        return Ok(call.answer(|| Record::of(member), |page| draw_one(member, page)));
    }
    Ok(call.list(&members, Record::of, |page| draw(&members, page)))
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
        Change::Revoke { handle } => call.perform(&RevokeMember { handle }),
    }
}

fn draw(members: &[Member], page: &mut Page) {
    let words = page.words;
    if members.is_empty() {
        page.line(&words.t("cli-members-none"));
        return;
    }
    let mut table = Table::new(&[
        (words.t("cli-col-handle"), Side::Left),
        (words.t("cli-col-name"), Side::Gives),
        (words.t("cli-col-roles"), Side::Left),
        (words.t("cli-col-participant"), Side::Left),
        (words.t("cli-col-active"), Side::Left),
    ]);
    for member in members {
        table.row(&[
            member.handle.clone(),
            member.name.clone(),
            role_names(member, words),
            member
                .participant
                .as_ref()
                .map_or_else(String::new, Number::to_string),
            active(member, words),
        ]);
    }
    page.table(&table);
}

fn draw_one(member: &Member, page: &mut Page) {
    let words = page.words;
    page.title(&member.name);
    let participant = member.participant.as_ref();
    page.facts(&[
        (words.t("cli-col-handle"), member.handle.clone()),
        (words.t("cli-col-roles"), role_names(member, words)),
        (
            words.t("cli-col-participant"),
            participant.map_or_else(String::new, Number::to_string),
        ),
        (words.t("cli-col-active"), active(member, words)),
    ]);
}

fn role_names(member: &Member, words: &Words) -> String {
    let names: Vec<String> = member.roles.iter().map(|role| words.role(*role)).collect();
    names.join(", ")
}

fn active(member: &Member, words: &Words) -> String {
    words.t(if member.active { "word-yes" } else { "word-no" })
}
