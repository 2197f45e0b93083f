//! `kommit proposals`: all proposals, or one with everything that whoever asks may know of it.

use clap::Subcommand;
use serde::Serialize;

use super::answer::Answer;
use super::call::Call;
use super::failure::Failure;
use super::page::Page;
use super::table::{Side, Table};
use crate::domain::money::Ore;
use crate::domain::proposal::{Applicant, Details, Ref};
use crate::i18n::Words;
use crate::usecases::views::{ProposalRow, Proposals, WholeProposal};

pub mod one;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    #[command(about = "cli-proposals-list")]
    List,
    #[command(about = "cli-proposals-show")]
    Show {
        #[arg(value_name = "cli-value-ref", help = "cli-arg-ref")]
        reference: Ref,
    },
}

/// A proposal as machines read it.
#[derive(Serialize)]
pub struct Record {
    r#ref: String,
    title: String,
    applicant: String,
    owner_number: Option<String>,
    benefit: &'static str,
    cost_ore: Ore,
    applied_ore: Ore,
    submitted_on: Option<String>,
    go_live: Option<String>,
    stage: &'static str,
    summary: String,
    uptake_low: Option<String>,
    uptake: Option<String>,
    uptake_high: Option<String>,
    delay_low: Option<u32>,
    delay: Option<u32>,
    delay_high: Option<u32>,
    price_model: String,
    bass_p: Option<String>,
    bass_q: Option<String>,
}

impl Record {
    pub fn of(row: &ProposalRow) -> Record {
        let proposal = &row.proposal;
        let Details {
            applicant,
            uptake,
            delay,
            bass,
            ..
        } = &proposal.details;
        Record {
            r#ref: proposal.reference.to_string(),
            title: proposal.details.title.clone(),
            applicant: match applicant {
                Applicant::Participant(number) => number.to_string(),
                Applicant::Ks => "KS".to_owned(),
                Applicant::Company { name, .. } => name.clone(),
            },
            owner_number: match applicant {
                Applicant::Company { owner, .. } => Some(owner.to_string()),
                Applicant::Participant(_) | Applicant::Ks => None,
            },
            benefit: proposal.details.benefit.word(),
            cost_ore: proposal.details.cost,
            applied_ore: proposal.details.applied,
            submitted_on: proposal.submitted_on.map(|date| date.to_string()),
            go_live: proposal.details.go_live.map(|date| date.to_string()),
            stage: proposal.stage.word(),
            summary: proposal.details.summary.clone(),
            uptake_low: uptake.low.map(|share| share.to_string()),
            uptake: uptake.likely.map(|share| share.to_string()),
            uptake_high: uptake.high.map(|share| share.to_string()),
            delay_low: delay.low,
            delay: delay.likely,
            delay_high: delay.high,
            price_model: proposal.details.price_model.to_string(),
            bass_p: bass.map(|bass| bass.innovation.to_string()),
            bass_q: bass.map(|bass| bass.imitation.to_string()),
        }
    }
}

pub fn run(args: &Args, call: &Call) -> Result<Answer, Failure> {
    match &args.what {
        Some(What::Show { reference }) => {
            let (data, live) = call.view(&WholeProposal {
                reference: *reference,
            })?;
            let live = live.as_ref();
            Ok(call.answer(|| one::report(&data, live), |page| one::draw(&data, live, page)))
        }
        Some(What::List) | None => {
            let rows = call.view(&Proposals)?;
            Ok(call.list(&rows, Record::of, |page| draw(&rows, page)))
        }
    }
}

/// Who applies, as people call it.
pub fn applicant(row: &ProposalRow, words: &Words) -> String {
    match &row.proposal.details.applicant {
        Applicant::Ks => "KS".to_owned(),
        Applicant::Participant(number) => format!("{} ({number})", row.participant_name),
        Applicant::Company { name, .. } => words.tr(
            "cli-applicant-company",
            &[
                ("name", name.as_str().into()),
                ("owner", row.participant_name.as_str().into()),
            ],
        ),
    }
}

fn draw(rows: &[ProposalRow], page: &mut Page) {
    let words = page.words;
    if rows.is_empty() {
        page.line(&words.t("cli-proposals-none"));
        return;
    }
    let mut table = Table::new(&[
        (words.t("cli-col-ref"), Side::Left),
        (words.t("cli-col-title"), Side::Gives),
        (words.t("cli-col-applicant"), Side::Gives),
        (words.t("cli-col-applied"), Side::Right),
        (words.t("cli-col-stage"), Side::Left),
    ]);
    for row in rows {
        let proposal = &row.proposal;
        table.row(&[
            proposal.reference.to_string(),
            proposal.details.title.clone(),
            applicant(row, words),
            words.amount(proposal.details.applied),
            words.t(proposal.stage.key()),
        ]);
    }
    page.table(&table);
}
