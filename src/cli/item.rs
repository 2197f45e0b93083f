//! `kommit item`: the agenda of a meeting (M6), and an item that is concluded and taken up again (M13).

use clap::{ArgGroup, Subcommand};

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::globals::{Which, whole};
use super::ssh::allowed::OVER_SSH;
use crate::domain::meeting::{ItemKind, MeetingKey, Motion};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::text::required_prose;
use crate::usecases::{AddItem, AddRanked, Asked, OpenVoteOn, TakeOut, WithdrawItem};

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    #[command(about = "cli-item-add", author = OVER_SSH)]
    Add(Box<AddArgs>),
    #[command(about = "cli-item-withdraw", author = OVER_SSH)]
    Withdraw {
        #[arg(value_name = "cli-value-item", value_parser = whole::<u32>, help = "cli-arg-item")]
        item: u32,
        #[arg(long, value_name = "cli-value-text", value_parser = required_prose, help = "cli-arg-reason")]
        reason: String,
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-item-out", author = OVER_SSH)]
    Out {
        #[arg(value_name = "cli-value-item", value_parser = whole::<u32>, help = "cli-arg-item")]
        item: u32,
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-item-again", author = OVER_SSH)]
    Again {
        #[arg(value_name = "cli-value-item", value_parser = whole::<u32>, help = "cli-arg-item")]
        item: u32,
        #[command(flatten)]
        which: Which,
    },
}

/// What the secretariat proposes is about a proposal.
const NOT_PROPOSALS: [&str; 4] = ["information", "election", "minutes", "free"];

#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("kind").required(true)), group(ArgGroup::new("proposed")))]
#[expect(clippy::struct_excessive_bools, reason = "independent flags of one command")]
pub(super) struct AddArgs {
    #[arg(group = "kind", value_name = "cli-value-ref", help = "cli-arg-ref")]
    reference: Option<Ref>,

    #[arg(
        long,
        group = "kind",
        value_name = "cli-value-title",
        help = "cli-arg-information"
    )]
    information: Option<String>,

    #[arg(
        long,
        group = "kind",
        value_name = "cli-value-title",
        help = "cli-arg-election"
    )]
    election: Option<String>,

    #[arg(
        long,
        group = "kind",
        value_name = "cli-value-meeting",
        help = "cli-arg-minutes"
    )]
    minutes: Option<MeetingKey>,

    #[arg(
        long,
        group = "kind",
        value_name = "cli-value-title",
        help = "cli-arg-free-item"
    )]
    free: Option<String>,

    #[arg(
        long,
        group = "kind",
        conflicts_with_all = ["internal", "proposed", "objections"],
        help = "cli-arg-ranked"
    )]
    ranked: bool,

    #[arg(long, help = "cli-arg-internal")]
    internal: bool,

    #[arg(
        long,
        group = "proposed",
        conflicts_with_all = NOT_PROPOSALS,
        value_name = "cli-value-kroner",
        allow_negative_numbers = true,
        help = "cli-arg-propose"
    )]
    propose: Option<Ore>,

    #[arg(
        long,
        default_value = "",
        requires = "propose",
        conflicts_with_all = ["propose_postpone", "propose_decline"],
        value_name = "cli-value-text",
        help = "cli-arg-conditions"
    )]
    conditions: String,

    #[arg(
        long,
        group = "proposed",
        conflicts_with_all = NOT_PROPOSALS,
        help = "cli-arg-propose-postpone"
    )]
    propose_postpone: bool,

    #[arg(
        long,
        group = "proposed",
        conflicts_with_all = NOT_PROPOSALS,
        help = "cli-arg-propose-decline"
    )]
    propose_decline: bool,

    #[arg(
        long = "objection",
        value_delimiter = ',',
        value_name = "cli-value-handles",
        help = "cli-arg-objection"
    )]
    objections: Vec<String>,

    #[command(flatten)]
    which: Which,
}

pub(super) fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
    match change {
        Change::Add(args) => add(*args, call),
        Change::Withdraw { item, reason, which } => call.perform(&WithdrawItem {
            key: which.key,
            item,
            reason,
        }),
        Change::Out { item, which } => call.perform_in(&which, TakeOut { item }),
        Change::Again { item, which } => {
            let asked = Asked::TakeUp { item };
            call.perform_in(&which, OpenVoteOn { asked })
        }
    }
}

fn add(args: AddArgs, call: &Call) -> Result<Answer, Failure> {
    if args.ranked {
        return call.perform(&AddRanked { key: args.which.key });
    }
    let proposed = match args.propose {
        Some(amount) => Some(Motion::Approve {
            amount,
            conditions: args.conditions,
        }),
        None if args.propose_postpone => Some(Motion::Postpone),
        None if args.propose_decline => Some(Motion::Decline),
        None => None,
    };
    let (kind, title) = match (args.reference, args.minutes) {
        (Some(reference), _) => (ItemKind::Proposal { reference }, None),
        (None, Some(meeting)) => (ItemKind::Minutes { meeting }, None),
        (None, None) if args.information.is_some() => (ItemKind::Information, args.information),
        (None, None) if args.election.is_some() => (ItemKind::Election, args.election),
        (None, None) => (ItemKind::Free, args.free),
    };
    call.perform(&AddItem {
        key: args.which.key,
        kind,
        title: title.unwrap_or_default(),
        internal: args.internal,
        proposed,
        objections: Some(args.objections),
    })
}
