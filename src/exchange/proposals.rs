//! The file of proposals: what applicants say of their projects.

use crate::domain::calendar::parse_date;
use crate::domain::intake::ProposalIntake;
use crate::domain::participant::Number;
use crate::domain::proposal::{Applicant, Benefit, PriceModel, Ref};
use crate::domain::refusal::refuse;
use crate::domain::text;

use super::cells::{Cells, Reading, kroner, quarters, rate, rows, share};
use super::headings::{Column, REF};

const COLUMNS: &[Column] = &[
    REF,
    Column {
        name: "title",
        nb: "Tittel",
        also: &["søknad", "navn", "prosjekt"],
        required: false,
    },
    Column {
        name: "applicant",
        nb: "Søker",
        also: &[],
        required: false,
    },
    Column {
        name: "owner_number",
        nb: "Eiernr",
        also: &["eiernummer", "eier"],
        required: false,
    },
    Column {
        name: "benefit",
        nb: "Gjelder for",
        also: &["nytte for", "for"],
        required: false,
    },
    Column {
        name: "cost",
        nb: "Kostnad",
        also: &["utviklingskostnad", "totalkostnad"],
        required: false,
    },
    Column {
        name: "applied",
        nb: "Søkt",
        also: &["søknadssum", "søkt beløp"],
        required: false,
    },
    Column {
        name: "submitted_on",
        nb: "Innsendt",
        also: &["innsendt dato"],
        required: false,
    },
    Column {
        name: "go_live",
        nb: "I drift",
        also: &["driftsdato", "settes i drift"],
        required: false,
    },
    Column {
        name: "summary",
        nb: "Sammendrag",
        also: &["beskrivelse"],
        required: false,
    },
    Column {
        name: "uptake_low",
        nb: "Utbredelse lav",
        also: &[],
        required: false,
    },
    Column {
        name: "uptake",
        nb: "Utbredelse",
        also: &[],
        required: false,
    },
    Column {
        name: "uptake_high",
        nb: "Utbredelse høy",
        also: &[],
        required: false,
    },
    Column {
        name: "delay_low",
        nb: "Forsinkelse lav",
        also: &[],
        required: false,
    },
    Column {
        name: "delay",
        nb: "Forsinkelse",
        also: &[],
        required: false,
    },
    Column {
        name: "delay_high",
        nb: "Forsinkelse høy",
        also: &[],
        required: false,
    },
    Column {
        name: "price_model",
        nb: "Prismodell",
        also: &[],
        required: false,
    },
    Column {
        name: "bass_p",
        nb: "Bass p",
        also: &[],
        required: false,
    },
    Column {
        name: "bass_q",
        nb: "Bass q",
        also: &[],
        required: false,
    },
];

/// Reads a file of proposals.
#[must_use]
pub fn proposals(bytes: &[u8]) -> Reading<ProposalIntake> {
    rows(bytes, COLUMNS, |cells| {
        let reference = cells.required("ref", str::parse::<Ref>);
        Some(ProposalIntake {
            line: cells.line(),
            title: cells.optional("title", text::line),
            summary: cells.optional("summary", text::prose),
            applicant: applicant(cells),
            benefit: cells.optional("benefit", Benefit::parse),
            cost: cells.optional("cost", kroner),
            applied: cells.optional("applied", kroner),
            submitted_on: cells.optional("submitted_on", parse_date),
            go_live: cells.optional("go_live", parse_date),
            uptake_low: cells.optional("uptake_low", share),
            uptake: cells.optional("uptake", share),
            uptake_high: cells.optional("uptake_high", share),
            delay_low: cells.optional("delay_low", quarters),
            delay: cells.optional("delay", quarters),
            delay_high: cells.optional("delay_high", quarters),
            price_model: cells.optional("price_model", str::parse::<PriceModel>),
            bass_p: cells.optional("bass_p", rate),
            bass_q: cells.optional("bass_q", rate),
            // Last, so that a row without a reference is read to its end for its other faults.
            reference: reference?,
        })
    })
}

/// A number, KS, or a name with the number of a participant that owns it (C5).
fn applicant(cells: &mut Cells) -> Option<Applicant> {
    let owner = cells.optional("owner_number", Number::parse);
    let owner_given = !cells.plain("owner_number").is_empty();
    let applicant = cells.optional("applicant", |cell| {
        match Applicant::parse(cell, owner) {
            // A faulty owner is a problem of its own cell.
            Err(refusal) if owner_given && refusal.code == "applicant-without-owner" => Ok(None),
            other => other.map(Some),
        }
    });
    let owns_itself = matches!(applicant, Some(Some(Applicant::Participant(_) | Applicant::Ks)));
    if owner_given && (owns_itself || cells.plain("applicant").is_empty()) {
        cells.fault("owner_number", refuse("owner-superfluous").rule("C5"));
    }
    applicant.flatten()
}
