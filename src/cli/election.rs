//! `kommit election`: somebody is elected to chair, or to something else (M3, M15). Secret elections are not here.

use clap::{ArgGroup, Subcommand};

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::ssh::allowed::OVER_SSH;
use crate::usecases::{CloseElection, Elect, OfficeSought, OpenElection};

#[derive(Debug, Subcommand)]
pub enum Change {
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
    },
    #[command(about = "cli-election-cast", author = OVER_SSH, group(ArgGroup::new("ballot").required(true)))]
    Cast {
        #[arg(group = "ballot", value_name = "cli-value-handle", help = "cli-arg-candidate")]
        candidate: Option<String>,
        #[arg(long, group = "ballot", help = "cli-arg-blank")]
        blank: bool,
        #[arg(long = "for", value_name = "cli-value-handle", help = "cli-arg-vote-for")]
        handle: Option<String>,
    },
    #[command(about = "cli-election-close", author = OVER_SSH)]
    Close,
}

pub fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
    match change {
        Change::Open {
            item,
            office,
            candidates,
            ..
        } => call.perform(&OpenElection {
            office: match office {
                Some(title) => OfficeSought::Other { title },
                None => OfficeSought::Chair { of_item: item },
            },
            candidates,
        }),
        Change::Cast {
            candidate, handle, ..
        } => call.perform(&Elect {
            choice: candidate,
            handle,
        }),
        Change::Close => call.perform(&CloseElection),
    }
}
