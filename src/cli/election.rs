//! `kommit election`: somebody is elected to chair, or to something else, openly or secretly (M3, M15).

use std::io::{self, BufRead, Read};

use clap::{ArgGroup, Subcommand};

use super::answer::Answer;
use super::call::Call;
use super::conduct;
use super::failure::Failure;
use super::globals::Which;
use super::import::file::THE_LINE;
use super::ssh::allowed::OVER_SSH;
use crate::domain::refusal::refuse;
use crate::usecases::{AskForSecrecy, CallOffElection, CloseElection, Elect, OfficeSought, OpenElection};

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    #[command(about = "cli-election-open", author = OVER_SSH, group(ArgGroup::new("sought").required(true)))]
    Open {
        #[arg(long, group = "sought", help = "cli-arg-elect-chair")]
        chair: bool,
        #[arg(
            long,
            requires = "chair",
            conflicts_with = "office",
            help = "cli-arg-elect-chair-item"
        )]
        item: bool,
        #[arg(
            long,
            group = "sought",
            value_name = "cli-value-text",
            help = "cli-arg-office"
        )]
        office: Option<String>,
        #[arg(
            long = "candidate",
            required = true,
            value_delimiter = ',',
            value_name = "cli-value-handles",
            help = "cli-arg-candidates"
        )]
        candidates: Vec<String>,
        #[arg(long, help = "cli-arg-secret")]
        secret: bool,
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-election-cast", author = OVER_SSH, group(ArgGroup::new("ballot").required(true)))]
    Cast {
        #[arg(group = "ballot", value_name = "cli-value-handle", help = "cli-arg-candidate")]
        candidate: Option<String>,
        #[arg(long, group = "ballot", help = "cli-arg-blank")]
        blank: bool,
        #[arg(long = "for", value_name = "cli-value-handle", help = "cli-arg-vote-for")]
        handle: Option<String>,
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-election-close", author = OVER_SSH)]
    Close {
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-election-secret", author = OVER_SSH)]
    Secret {
        #[command(flatten)]
        which: Which,
    },
    #[command(about = "cli-election-cancel", author = OVER_SSH)]
    Cancel {
        #[command(flatten)]
        which: Which,
    },
}

pub(super) fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
    match change {
        Change::Open {
            item,
            office,
            candidates,
            secret,
            which,
            ..
        } => {
            let opening = OpenElection {
                office: match office {
                    Some(title) => OfficeSought::Other { title },
                    None => OfficeSought::Chair { of_item: item },
                },
                candidates,
                secret,
            };
            if secret {
                return conduct::until_closed(opening, which.key, call);
            }
            call.perform_in(&which, opening)
        }
        Change::Cast {
            candidate,
            handle,
            which,
            ..
        } => {
            let choice = match candidate {
                Some(candidate) if candidate == THE_LINE => on_the_line()?,
                candidate => candidate,
            };
            let election = None;
            let step = Elect {
                choice,
                handle,
                election,
            };
            call.perform_in(&which, step)
        }
        Change::Close { which } => call.perform_in(&which, CloseElection { election: None }),
        Change::Secret { which } => call.perform_in(&which, AskForSecrecy),
        Change::Cancel { which } => call.perform_in(&which, CallOffElection { election: None }),
    }
}

/// The longest line that is read.
const LONGEST: u64 = 1000;

/// A choice that is written on standard input, where neither the shell's history nor the list of processes keeps it.
fn on_the_line() -> Result<Option<String>, Failure> {
    let mut line = String::new();
    let read = io::stdin().lock().take(LONGEST).read_line(&mut line);
    match (read, line.trim()) {
        (Ok(_), "--blank") => Ok(None),
        (Ok(_), choice) if !choice.is_empty() => Ok(Some(choice.to_owned())),
        _ => Err(refuse("not-a-candidate").rule("M15").with("handle", "").into()),
    }
}
