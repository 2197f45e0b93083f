//! Proposals before the council has them: registered, changed, submitted, withdrawn, and tried at the gates.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::imported_rows::Faults;
use super::queries::participants::has_access;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::intake::ProposalIntake;
use crate::domain::log_action::LogAction;
use crate::domain::money::Ore;
use crate::domain::policy::Action;
use crate::domain::proposal::{
    Applicant, Bass, Details, Estimate, Gates, PriceModel, Proposal, Ref, Stage, Step,
};
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

    fn name(&self) -> LogAction {
        LogAction::ProposalSave
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let details = clean(&self.details)?;
        if let Some(number) = details.applicant.accountable() {
            context.participant(number)?;
        }
        let proposal = if let Some(reference) = self.reference {
            let before = context.proposal(reference)?;
            if self.version.is_some_and(|version| version != before.version) {
                return Err(OpError::Changed(refuse("record-changed").with("ref", reference)));
            }
            before.check_editable()?;
            Proposal { details, ..before }
        } else {
            let year = u16::try_from(context.today.year()).unwrap_or(2000);
            let reference = context.write.next_reference(year)?;
            Proposal {
                reference,
                details,
                submitted_on: None,
                stage: Stage::Draft,
                version: 1,
            }
        };
        context.write.put_proposal(&proposal)?;
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

    fn name(&self) -> LogAction {
        LogAction::ProposalSubmit
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let on = self.on.unwrap_or(context.today);
        context.happened(on)?;
        let before = context.proposal(self.reference)?;
        let stage = Step::Submit.from(self.reference, before.stage)?;
        context.write.put_proposal(&Proposal {
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

    fn name(&self) -> LogAction {
        LogAction::ProposalWithdraw
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let reason = text::required_prose(&self.reason)?;
        context.not_voted_on(self.reference)?;
        let before = context.proposal(self.reference)?;
        let stage = Step::Withdraw.from(self.reference, before.stage)?;
        context.in_order(self.reference, context.today)?;
        context.write.set_stage(self.reference, stage)?;
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

    fn name(&self) -> LogAction {
        LogAction::ProposalQualify
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let reason = text::prose(&self.reason)?;
        let before = context.proposal(self.reference)?;
        let step = if self.gates.all_open() {
            Step::Qualify
        } else {
            Step::Disqualify
        };
        let stage = step.from(self.reference, before.stage)?;
        context.in_order(self.reference, context.today)?;
        let access = has_access(context.write, &before.details.applicant, context.today)?;
        self.gates.check(access, &reason)?;
        context.write.set_stage(self.reference, stage)?;
        context.write.add_qualification(
            self.reference,
            self.gates,
            &reason,
            &context.actor.handle,
            context.today,
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

    fn name(&self) -> LogAction {
        LogAction::ProposalsImport
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut faults = Faults::default();
        let mut lines = BTreeMap::new();
        let known = context.write.proposals()?.into_iter();
        let known = known.map(|row| (row.proposal.reference, row.proposal.details.cost));
        // What all of them cost, so that no sum of them overflows.
        let mut costs: BTreeMap<Ref, Ore> = known.collect();
        let mut total: Ore = costs.values().sum();
        for (at, intake) in self.rows.iter().enumerate() {
            context.report(at, self.rows.len());
            faults.at(intake.line);
            if faults.only_once(&mut lines, "ref", &intake.reference) {
                import_row(context, intake, &mut faults)?;
            }
            if let Some(cost) = intake.cost {
                let before = costs.insert(intake.reference, cost).unwrap_or_default();
                let sum = (total - before).plus_imported(cost);
                total = faults.note("cost", sum)?.unwrap_or(total);
            }
        }
        faults.refuse_any()?;
        Ok(Outcome::new("done-proposals-imported", "proposals")
            .with("count", self.rows.len())
            .made("rows", self.rows.len()))
    }
}

fn import_row(context: &Context, intake: &ProposalIntake, faults: &mut Faults) -> Result<(), OpError> {
    let known = context.write.proposal(intake.reference)?.map(|row| row.proposal);
    let before = known.as_ref().and_then(|proposal| proposal.submitted_on);
    if let Some(on) = intake.submitted_on.filter(|on| before != Some(*on)) {
        faults.note("submitted_on", context.happened(on))?;
    }
    let details = merged(intake, known.as_ref().map(|proposal| &proposal.details), faults);
    let applicant = details.as_ref().map(|details| &details.applicant);
    if let Some(number) = applicant
        .or(intake.applicant.as_ref())
        .and_then(Applicant::accountable)
    {
        faults.note("applicant", context.participant(number))?;
    }
    let Some(details) = details else {
        return Ok(());
    };
    let column = faulty_column(&details);
    let Some(details) = faults.note(column, clean(&details))? else {
        return Ok(());
    };
    let submitted_on = intake
        .submitted_on
        .or(known.as_ref().and_then(|proposal| proposal.submitted_on));
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
    if known.as_ref() == Some(&proposal) {
        return Ok(());
    }
    let editable = known.map_or(Ok(()), |before| before.check_editable());
    if faults.note("ref", editable)?.is_some() && !faults.any() {
        context.write.put_proposal(&proposal)?;
    }
    Ok(())
}

/// The column that [`clean`] speaks of, should it refuse: the first whose figures don't hold together, as it does.
fn faulty_column(details: &Details) -> &'static str {
    let outside =
        |share: &Option<Decimal>| share.is_some_and(|share| !(Decimal::ZERO..=Decimal::ONE).contains(&share));
    let uptake = &details.uptake;
    if !details.cost.is_positive() {
        "cost"
    } else if !details.applied.is_positive() || details.applied > details.cost {
        "applied"
    } else if outside(&uptake.low) {
        "uptake_low"
    } else if outside(&uptake.likely) {
        "uptake"
    } else if outside(&uptake.high) {
        "uptake_high"
    } else if !uptake.is_ordered() {
        "uptake"
    } else if !details.delay.is_ordered() {
        "delay"
    } else if let Some(column) = details.bass.and_then(faulty_rate) {
        column
    } else if text::required_line(&details.title).is_err() {
        "title"
    } else if text::prose(&details.summary).is_err() {
        "summary"
    } else {
        "applicant"
    }
}

fn faulty_rate(bass: Bass) -> Option<&'static str> {
    bass.check().err()?;
    // With the other rate in order, whatever is wrong is wrong with this one.
    let alone = Bass {
        imitation: Bass::default().imitation,
        ..bass
    };
    Some(if alone.check().is_err() {
        "bass_p"
    } else {
        "bass_q"
    })
}

/// What the row says, filled up with what was known. A new proposal must say the main things itself.
fn merged(intake: &ProposalIntake, known: Option<&Details>, faults: &mut Faults) -> Option<Details> {
    let mut must = |column: &str, known: bool| {
        if !known {
            faults.add(column, refuse("cell-missing"));
        }
    };
    let title = intake.title.clone().or_else(|| known.map(|d| d.title.clone()));
    let applicant = intake
        .applicant
        .clone()
        .or_else(|| known.map(|d| d.applicant.clone()));
    let benefit = intake.benefit.or(known.map(|d| d.benefit));
    let cost = intake.cost.or(known.map(|d| d.cost));
    let applied = intake.applied.or(known.map(|d| d.applied));
    must("title", title.is_some());
    must("applicant", applicant.is_some());
    must("benefit", benefit.is_some());
    must("cost", cost.is_some());
    must("applied", applied.is_some());
    let uptake = known.map(|d| d.uptake).unwrap_or_default();
    let delay = known.map(|d| d.delay).unwrap_or_default();
    let summary = intake
        .summary
        .clone()
        .or_else(|| known.map(|d| d.summary.clone()));
    let price_model = intake
        .price_model
        .clone()
        .or_else(|| known.map(|d| d.price_model.clone()));
    Some(Details {
        title: title?,
        summary: summary.unwrap_or_default(),
        applicant: applicant?,
        benefit: benefit?,
        cost: cost?,
        applied: applied?,
        go_live: intake.go_live.or(known.and_then(|d| d.go_live)),
        uptake: Estimate {
            low: intake.uptake_low.or(uptake.low),
            likely: intake.uptake.or(uptake.likely),
            high: intake.uptake_high.or(uptake.high),
        },
        delay: Estimate {
            low: intake.delay_low.or(delay.low),
            likely: intake.delay.or(delay.likely),
            high: intake.delay_high.or(delay.high),
        },
        price_model: price_model.unwrap_or(PriceModel::Shared),
        bass: Bass::given(intake.bass_p, intake.bass_q, known.and_then(|d| d.bass)),
    })
}
