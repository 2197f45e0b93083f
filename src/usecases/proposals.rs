//! Proposals before the council has them: registered, changed, submitted, withdrawn, and tried at the gates.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::rows::{Fault, in_column, only_once};
use super::views::participants::has_access;
use super::{Desk, OpError, Outcome, UseCase};
use crate::domain::intake::ProposalIntake;
use crate::domain::policy::Action;
use crate::domain::proposal::{Applicant, Details, Estimate, Gates, PriceModel, Proposal, Ref, Stage, Step};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;

/// Registers a new draft, or changes what the applicant of a proposal says until scoring starts.
#[derive(Debug)]
pub struct SaveProposal {
    /// `None` makes a new one with the next reference of the year.
    pub reference: Option<Ref>,
    pub details: Details,
    /// The version that the person changed; a newer one in the fund is somebody else's work.
    pub version: Option<i64>,
}

impl UseCase for SaveProposal {
    fn action(&self) -> Action {
        Action::RegisterProposal
    }

    fn name(&self) -> &'static str {
        "proposal.save"
    }

    fn run(&self, desk: &Desk) -> Result<Outcome, OpError> {
        let details = clean(&self.details)?;
        if let Some(number) = details.applicant.accountable() {
            desk.participant(number)?;
        }
        let proposal = if let Some(reference) = self.reference {
            let before = desk.proposal(reference)?;
            if self.version.is_some_and(|version| version != before.version) {
                return Err(OpError::Changed(refuse("record-changed").with("ref", reference)));
            }
            before.check_editable()?;
            Proposal { details, ..before }
        } else {
            let year = u16::try_from(desk.today.year()).unwrap_or(2000);
            let reference = desk.write.next_reference(year)?;
            Proposal {
                reference,
                details,
                submitted_on: None,
                stage: Stage::Draft,
                version: 1,
            }
        };
        desk.write.put_proposal(&proposal)?;
        let details = &proposal.details;
        Ok(Outcome::new("done-proposal-saved", proposal.reference)
            .with("ref", proposal.reference)
            .made("ref", proposal.reference.to_string())
            .logged("title", details.title.as_str())
            .logged("cost_ore", details.cost.ore())
            .logged("applied_ore", details.applied.ore()))
    }
}

/// The texts are clean and the figures hold together.
fn clean(details: &Details) -> Result<Details, Refusal> {
    details.check()?;
    let applicant = match &details.applicant {
        Applicant::Company { name, owner } => Applicant::Company {
            name: text::required_line(name)?,
            owner: owner.clone(),
        },
        other => other.clone(),
    };
    Ok(Details {
        title: text::required_line(&details.title)?,
        summary: text::prose(&details.summary)?,
        applicant,
        ..details.clone()
    })
}

/// A draft becomes an application.
#[derive(Debug)]
pub struct SubmitProposal {
    pub reference: Ref,
    /// Today when not given.
    pub on: Option<Date>,
}

impl UseCase for SubmitProposal {
    fn action(&self) -> Action {
        Action::RegisterProposal
    }

    fn name(&self) -> &'static str {
        "proposal.submit"
    }

    fn run(&self, desk: &Desk) -> Result<Outcome, OpError> {
        let on = self.on.unwrap_or(desk.today);
        desk.not_ahead(on)?;
        let before = desk.proposal(self.reference)?;
        let stage = Step::Submit.from(self.reference, before.stage)?;
        desk.write.put_proposal(&Proposal {
            submitted_on: Some(on),
            stage,
            ..before
        })?;
        Ok(Outcome::new("done-proposal-submitted", self.reference)
            .with("ref", self.reference)
            .made("ref", self.reference.to_string())
            .logged("on", on.to_string()))
    }
}

/// The applicant takes it back, until KS has decided.
#[derive(Debug)]
pub struct WithdrawProposal {
    pub reference: Ref,
    pub reason: String,
}

impl UseCase for WithdrawProposal {
    fn action(&self) -> Action {
        Action::RegisterProposal
    }

    fn name(&self) -> &'static str {
        "proposal.withdraw"
    }

    fn run(&self, desk: &Desk) -> Result<Outcome, OpError> {
        let reason = text::required_prose(&self.reason)?;
        let before = desk.proposal(self.reference)?;
        let stage = Step::Withdraw.from(self.reference, before.stage)?;
        desk.write.set_stage(self.reference, stage)?;
        Ok(Outcome::new("done-proposal-withdrawn", self.reference)
            .with("ref", self.reference)
            .made("ref", self.reference.to_string())
            .logged("reason", reason))
    }
}

/// S2: the four gates. Gate three is computed (C5).
#[derive(Debug)]
pub struct Qualify {
    pub reference: Ref,
    pub gates: Gates,
    /// Needed when a gate is closed.
    pub reason: String,
}

impl UseCase for Qualify {
    fn action(&self) -> Action {
        Action::Qualify
    }

    fn name(&self) -> &'static str {
        "proposal.qualify"
    }

    fn run(&self, desk: &Desk) -> Result<Outcome, OpError> {
        let reason = text::prose(&self.reason)?;
        let before = desk.proposal(self.reference)?;
        let step = if self.gates.all_open() {
            Step::Qualify
        } else {
            Step::Disqualify
        };
        let stage = step.from(self.reference, before.stage)?;
        let access = has_access(desk.write, &before.details.applicant, desk.today)?;
        self.gates.check(access, &reason)?;
        desk.write.set_stage(self.reference, stage)?;
        desk.write.add_qualification(
            self.reference,
            self.gates,
            &reason,
            &desk.actor.handle,
            desk.today,
        )?;
        let done = if self.gates.all_open() {
            "done-qualified"
        } else {
            "done-not-qualified"
        };
        Ok(Outcome::new(done, self.reference)
            .with("ref", self.reference)
            .made("ref", self.reference.to_string())
            .made("stage", stage.word())
            .logged("gates", serde_json::json!(self.gates))
            .logged("reason", reason))
    }
}

/// Proposals from a file: all rows or none. Rows that aren't named stay as they are.
#[derive(Debug)]
pub struct ImportProposals {
    pub rows: Vec<ProposalIntake>,
}

impl UseCase for ImportProposals {
    fn action(&self) -> Action {
        Action::ImportProposals
    }

    fn name(&self) -> &'static str {
        "proposals.import"
    }

    fn run(&self, desk: &Desk) -> Result<Outcome, OpError> {
        let mut problems = Vec::new();
        let mut lines = BTreeMap::new();
        for intake in &self.rows {
            let once = only_once(&mut lines, "ref", &intake.reference, intake.line);
            if let Err(fault) = once.and_then(|()| import_row(desk, intake)) {
                problems.push(fault.at(intake.line)?);
            }
        }
        if !problems.is_empty() {
            return Err(OpError::Rows(problems));
        }
        Ok(Outcome::new("done-proposals-imported", "proposals")
            .with("count", self.rows.len())
            .made("rows", self.rows.len()))
    }
}

fn import_row(desk: &Desk, intake: &ProposalIntake) -> Result<(), Fault> {
    let known = in_column("", desk.write.proposal(intake.reference))?.map(|row| row.proposal);
    let details = merged(intake, known.as_ref().map(|proposal| &proposal.details))?;
    if let Some(number) = details.applicant.accountable() {
        in_column("applicant", desk.participant(number))?;
    }
    let details = in_column("", clean(&details))?;
    let submitted_on = intake
        .submitted_on
        .or(known.as_ref().and_then(|proposal| proposal.submitted_on));
    if let Some(on) = intake.submitted_on {
        in_column("submitted_on", desk.not_ahead(on))?;
    }
    let before = known.as_ref().map_or(Stage::Draft, |proposal| proposal.stage);
    let stage = if before == Stage::Draft && submitted_on.is_some() {
        Stage::Submitted
    } else {
        before
    };
    let version = known.as_ref().map_or(1, |proposal| proposal.version);
    let proposal = Proposal {
        reference: intake.reference,
        details,
        submitted_on,
        stage,
        version,
    };
    match known {
        Some(before) if before == proposal => Ok(()),
        Some(before) => {
            in_column("ref", before.check_editable())?;
            in_column("", desk.write.put_proposal(&proposal))
        }
        None => in_column("", desk.write.put_proposal(&proposal)),
    }
}

/// What the row says, filled up with what was known. A new proposal must say the main things itself.
fn merged(intake: &ProposalIntake, known: Option<&Details>) -> Result<Details, Fault> {
    let missing = || refuse("cell-missing");
    let known_uptake = known.map(|d| d.uptake).unwrap_or_default();
    let known_delay = known.map(|d| d.delay).unwrap_or_default();
    let text_of = |cell: &Option<String>, known: Option<&String>| cell.clone().or_else(|| known.cloned());
    Ok(Details {
        title: in_column(
            "title",
            text_of(&intake.title, known.map(|d| &d.title)).ok_or_else(missing),
        )?,
        summary: text_of(&intake.summary, known.map(|d| &d.summary)).unwrap_or_default(),
        applicant: in_column(
            "applicant",
            intake
                .applicant
                .clone()
                .or_else(|| known.map(|d| d.applicant.clone()))
                .ok_or_else(missing),
        )?,
        benefit: in_column(
            "benefit",
            intake.benefit.or(known.map(|d| d.benefit)).ok_or_else(missing),
        )?,
        cost: in_column("cost", intake.cost.or(known.map(|d| d.cost)).ok_or_else(missing))?,
        applied: in_column(
            "applied",
            intake.applied.or(known.map(|d| d.applied)).ok_or_else(missing),
        )?,
        go_live: intake.go_live.or(known.and_then(|d| d.go_live)),
        uptake: Estimate {
            low: intake.uptake_low.or(known_uptake.low),
            likely: intake.uptake.or(known_uptake.likely),
            high: intake.uptake_high.or(known_uptake.high),
        },
        delay: Estimate {
            low: intake.delay_low.or(known_delay.low),
            likely: intake.delay.or(known_delay.likely),
            high: intake.delay_high.or(known_delay.high),
        },
        price_model: intake
            .price_model
            .clone()
            .or_else(|| known.map(|d| d.price_model.clone()))
            .unwrap_or(PriceModel::Shared),
    })
}
