//! The invited from a file: who they are, what they answer and what they have paid, all rows or none.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::contributions::post_payment;
use super::imported_rows::Faults;
use super::participants::{add_answer, asked, check_owed};
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::intake::ParticipantIntake;
use crate::domain::log_action::LogAction;
use crate::domain::participant::{Answer, Count, MOST_INHABITANTS, Participant};
use crate::domain::policy::Action;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;
use crate::store::ParticipantRow;

/// Participants from a file: all rows or none. Rows that aren't named stay as they are.
#[derive(Debug)]
pub struct ImportParticipants {
    pub rows: Vec<ParticipantIntake>,
    /// C7: the day from which the file's inhabitants are counted. When not given, those of a new participant hold from the
    /// beginning, and others from today.
    pub on: Option<Date>,
}

impl UseCase for ImportParticipants {
    fn action(&self) -> Action {
        Action::ImportParticipants
    }

    fn name(&self) -> LogAction {
        LogAction::ParticipantsImport
    }

    /// Each row says its own days.
    fn dates_today(&self) -> bool {
        false
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        if let Some(on) = self.on {
            context.not_ahead(on)?;
        }
        let mut faults = Faults::default();
        let mut payments = 0_i64;
        let before = context.write.last_voucher()?;
        let known = context.write.participants(Date::MAX)?;
        let known: BTreeMap<_, _> = known.iter().map(|row| (&row.participant.number, row)).collect();
        let mut lines = BTreeMap::new();
        for (at, intake) in self.rows.iter().enumerate() {
            context.report(at, self.rows.len());
            faults.at(intake.line);
            if faults.only_once(&mut lines, "number", &intake.number) {
                let known = known.get(&intake.number).copied();
                payments += i64::from(import_row(context, (intake, self.on), known, &mut faults)?);
            }
        }
        faults.refuse_any()?;
        Ok(Outcome::new("done-participants-imported", "participants")
            .with("count", self.rows.len())
            .with("payments", payments)
            .made("rows", self.rows.len())
            .made("vouchers", payments)
            .posted(before, context.write.last_voucher()?))
    }
}

/// What the row says, filled up with what was known. A new participant must say its kind, its name and its inhabitants.
fn merged(
    intake: &ParticipantIntake,
    before: Option<&Participant>,
    faults: &mut Faults,
) -> Result<Option<Participant>, OpError> {
    let missing = || refuse("cell-missing");
    let kind = intake.kind.or(before.map(|p| p.kind)).ok_or_else(missing);
    let kind = faults.note("kind", kind)?;
    let name = intake.name.as_ref().or(before.map(|p| &p.name));
    let name = name
        .ok_or_else(missing)
        .and_then(|name| text::required_line(name));
    let population = intake.population.or(before.map(|p| p.population));
    let population = population.ok_or_else(missing).and_then(believable);
    let county_number = intake.county_number.as_ref().or(before.map(|p| &p.county_number));
    let county_name = intake.county_name.as_ref().or(before.map(|p| &p.county_name));
    let line = |cell: Option<&String>| text::line(cell.map_or("", String::as_str));
    let name = faults.note("name", name)?;
    let county_number = faults.note("county_number", line(county_number))?;
    let county_name = faults.note("county_name", line(county_name))?;
    let population = faults.note("population", population)?;
    let (Some(kind), Some(name), Some(county_number), Some(county_name), Some(population)) =
        (kind, name, county_number, county_name, population)
    else {
        return Ok(None);
    };
    Ok(Some(Participant {
        kind,
        number: intake.number.clone(),
        name,
        county_number,
        county_name,
        population,
    }))
}

/// C7: the count that a row makes. One without a day counts from the beginning when it is the first, and from today when it
/// says something else than what holds today.
fn counted(
    context: &Context,
    intake: &ParticipantIntake,
    (participant, before): (&Participant, Option<&Participant>),
    on: Option<Date>,
) -> Option<Count> {
    let population = intake.population?;
    let from = match (on, before) {
        (Some(on), _) => Some(on),
        (None, None) => None,
        (None, Some(before)) if before.population != participant.population => Some(context.today),
        (None, Some(_)) => return None,
    };
    Some(Count { from, population })
}

fn believable(population: u32) -> Result<u32, Refusal> {
    if (1..=MOST_INHABITANTS).contains(&population) {
        return Ok(population);
    }
    let refusal = refuse("population-outside").with("value", population.to_string());
    Err(refusal.with("most", i64::from(MOST_INHABITANTS)))
}

/// Applies one row; says whether it posted a payment.
fn import_row(
    context: &Context,
    (intake, on): (&ParticipantIntake, Option<Date>),
    known: Option<&ParticipantRow>,
    faults: &mut Faults,
) -> Result<bool, OpError> {
    let before = known.map(|row| &row.participant);
    let merged = merged(intake, before, faults)?;
    if let Some(participant) = &merged {
        if before != Some(participant) {
            faults.note("number", context.write.put_participant(participant))?;
        }
        if let Some(count) = counted(context, intake, (participant, before), on) {
            let counted = context.write.put_count(&participant.number, count);
            faults.note("population", counted)?;
        }
    }
    // A known participant's answer and payment can be tried although the rest of its row is faulty.
    let Some(participant) = merged.or_else(|| before.cloned()) else {
        return Ok(false);
    };
    let mut row = match known {
        Some(row) => ParticipantRow {
            participant,
            ..row.clone()
        },
        None => ParticipantRow::new(participant),
    };
    if !import_answer(context, intake, &mut row, faults)? {
        // What is owed follows from the answer.
        return Ok(false);
    }
    import_payment(context, intake, &row, faults)
}

/// Says whether the answer is known now.
fn import_answer(
    context: &Context,
    intake: &ParticipantIntake,
    row: &mut ParticipantRow,
    faults: &mut Faults,
) -> Result<bool, OpError> {
    let Some(joins) = intake.joins else {
        if intake.decided_on.is_some() && row.answer.is_none() {
            faults.add("decision", refuse("cell-missing"));
            return Ok(false);
        }
        return Ok(true);
    };
    let is_same = |known: &&Answer| {
        known.joins == joins
            && intake.decided_on.is_none_or(|on| on == known.decided_on)
            && intake
                .reference
                .as_ref()
                .is_none_or(|given| text::is_same(given, &known.reference))
    };
    if row.answer.as_ref().is_some_and(|known| is_same(&known)) {
        return Ok(true);
    }
    let reference = text::line(intake.reference.as_deref().unwrap_or_default());
    let reason = text::prose(intake.reason.as_deref().unwrap_or_default());
    let reference = faults.note("reference", reference)?;
    let reason = faults.note("reason", reason)?;
    let (Some(reference), Some(reason)) = (reference, reason) else {
        return Ok(false);
    };
    let decided_on = intake.decided_on.unwrap_or(context.today);
    let (amount, counts_from) = asked(context, row, joins, decided_on)?;
    let answer = Answer {
        joins,
        decided_on,
        reference,
        reason,
        amount,
        counts_from,
        resolution: String::new(),
        resolved: None,
    };
    let column = if context.happened(answer.decided_on).is_err() {
        "decided_on"
    } else if row.answer.is_some() && answer.reason.is_empty() {
        "reason"
    } else {
        "decision"
    };
    if faults.note(column, add_answer(context, row, &answer))?.is_none() {
        return Ok(false);
    }
    // What is asked for and what is over have changed with it.
    *row = context.participant(&row.participant.number)?;
    Ok(true)
}

/// Says whether it posted.
fn import_payment(
    context: &Context,
    intake: &ParticipantIntake,
    row: &ParticipantRow,
    faults: &mut Faults,
) -> Result<bool, OpError> {
    let Some(total) = intake.paid else {
        if intake.paid_on.is_some() && !row.received.is_positive() {
            faults.add("paid", refuse("cell-missing"));
        }
        return Ok(false);
    };
    let more = total - row.received;
    if more.is_zero() {
        return Ok(false);
    }
    if more.is_negative() {
        faults.add("paid", refuse("paid-below-posted").with("paid", row.received));
        return Ok(false);
    }
    let Some(amount) = faults.note("paid", check_owed(row, Some(more)))? else {
        return Ok(false);
    };
    let on = intake.paid_on.unwrap_or(context.today);
    let posted = post_payment(context, row, amount, on);
    Ok(faults.note_dated("paid", "paid_on", posted)?.is_some())
}
