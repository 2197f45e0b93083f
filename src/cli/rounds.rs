//! Scoring rounds: `kommit rounds` shows them with how far the scoring has come, and nothing of the scores (S4);
//! `kommit round` opens and reveals one.

use clap::Subcommand;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::ssh::allowed::OVER_SSH;
use crate::domain::proposal::Ref;
use crate::domain::refusal::refuse;
use crate::domain::text::is_same;
use crate::present::rounds::{COLUMNS, PROPOSALS, page};
use crate::present::{Record, column};
use crate::usecases::views::Rounds;
use crate::usecases::views::rounds::{NotHandedIn, RoundLine};
use crate::usecases::{OpenRound, RevealRound};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-rounds-list", author = OVER_SSH)]
    List,
    #[command(about = "cli-rounds-show", author = OVER_SSH)]
    Show {
        #[arg(value_name = "cli-value-round", help = "cli-arg-round")]
        name: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum Change {
    #[command(about = "cli-round-open", author = OVER_SSH)]
    Open {
        #[arg(value_name = "cli-value-round", help = "cli-arg-round")]
        name: String,
        #[arg(required = true, value_name = "cli-value-ref", help = "cli-arg-proposals")]
        proposals: Vec<Ref>,
    },
    #[command(about = "cli-round-reveal", author = OVER_SSH)]
    Reveal {
        #[arg(value_name = "cli-value-round", help = "cli-arg-round")]
        name: String,
    },
}

/// A round as machines read it: its proposals one by one.
#[derive(Serialize)]
struct Report<R> {
    #[serde(flatten)]
    record: R,
    /// `null` for those who don't remind others, and once the round is revealed (S4).
    not_handed_in: Option<Vec<Missing>>,
}

/// Who is to hand in what.
#[derive(Serialize)]
pub(super) struct Missing {
    member: String,
    name: String,
    refs: Vec<String>,
    /// Those of them on which the secretariat has registered a card.
    registered_refs: Vec<String>,
}

fn record(line: &RoundLine) -> impl Serialize {
    Report {
        record: Record::of(COLUMNS, line).with("cases", Record::all(PROPOSALS, &line.proposals)),
        not_handed_in: line.not_handed_in.as_deref().map(missing),
    }
}

/// S4: who has not handed in, as machines read it.
pub(super) fn missing(members: &[NotHandedIn]) -> Vec<Missing> {
    let members = members.iter().map(|member| {
        let refs = |registered: &dyn Fn(bool) -> bool| {
            let proposals = member.proposals.iter().filter(|(_, is)| registered(*is));
            proposals.map(|(reference, _)| reference.to_string()).collect()
        };
        Missing {
            member: member.handle.clone(),
            name: member.name.clone(),
            refs: refs(&|_| true),
            registered_refs: refs(&|registered| registered),
        }
    });
    members.collect()
}

pub(super) fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    let lines = call.view(&Rounds)?;
    if let Some(What::Show { name }) = &args.what {
        let line = lines.iter().find(|line| is_same(&line.round.name, name));
        let line = line.ok_or_else(|| refuse("round-unknown").with("round", name.as_str()))?;
        return Ok(call.document(|| record(line), |words| page(line, words)));
    }
    Ok(call.items(&lines, record, |words| {
        column::list(COLUMNS, &lines, "cli-rounds-none", words)
    }))
}

pub(super) fn change(change: Change, call: &Call) -> Result<Answer, Failure> {
    match change {
        Change::Open { name, proposals } => call.perform(&OpenRound { name, proposals }),
        Change::Reveal { name } => call.perform(&RevealRound { name }),
    }
}
