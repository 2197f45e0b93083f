//! `kommit attend`: who comes to a meeting and who goes (M10).

use clap::Subcommand;
use jiff::civil::Time;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::globals::Which;
use super::ssh::allowed::OVER_SSH;
use crate::domain::calendar::parse_time;
use crate::usecases::{Attend, AttendAll};

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    #[command(about = "cli-attend-in", author = OVER_SSH)]
    In {
        #[command(flatten)]
        who: Who,
        #[arg(long, conflicts_with_all = ["handle", "at"], help = "cli-arg-attend-all")]
        all: bool,
        #[arg(
            long,
            requires = "all",
            value_delimiter = ',',
            value_name = "cli-value-handles",
            help = "cli-arg-absent"
        )]
        absent: Vec<String>,
    },
    #[command(about = "cli-attend-out", author = OVER_SSH)]
    Out {
        #[command(flatten)]
        who: Who,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct Who {
    #[arg(long = "for", value_name = "cli-value-handle", help = "cli-arg-attend-for")]
    handle: Option<String>,

    #[arg(long, value_name = "cli-value-time", value_parser = parse_time, help = "cli-arg-attend-at")]
    at: Option<Time>,

    #[command(flatten)]
    which: Which,
}

pub(super) fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
    let (who, out) = match change {
        Change::In {
            who,
            all: true,
            absent,
        } => return call.perform_in(&who.which, AttendAll { absent }),
        Change::In { who, .. } => (who, false),
        Change::Out { who } => (who, true),
    };
    let step = Attend {
        handle: who.handle,
        out,
        at: who.at,
    };
    call.perform_in(&who.which, step)
}
