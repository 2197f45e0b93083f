//! The invited from a file: who they are, what they answer and what they have paid, all rows or none.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::participants::{add_answer, check_owed, post_contribution, promised};
use super::rows::Faults;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::intake::ParticipantIntake;
use crate::domain::money::Ore;
use crate::domain::participant::{Answer, MOST_INHABITANTS, Participant};
use crate::domain::policy::Action;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;
use crate::store::ParticipantRow;

/// Participants from a file: all rows or none. Rows that aren't named stay as they are.
#[derive(Debug)]
pub struct ImportParticipants {
    pub rows: Vec<ParticipantIntake>,
}

impl UseCase for ImportParticipants {
    fn action(&self) -> Action {
        Action::ImportParticipants
    }

    fn name(&self) -> &'static str {
        "participants.import"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut faults = Faults::default();
        let mut vouchers = 0_i64;
        let known = context.write.participants(Date::MAX)?;
        let known: BTreeMap<_, _> = known.iter().map(|row| (&row.participant.number, row)).collect();
        let mut lines = BTreeMap::new();
        for (at, intake) in self.rows.iter().enumerate() {
            context.report(at, self.rows.len());
            faults.at(intake.line);
            if faults.only_once(&mut lines, "number", &intake.number) {
                let known = known.get(&intake.number).copied();
                vouchers += i64::from(import_row(context, intake, known, &mut faults)?);
            }
        }
        faults.refuse_any()?;
        Ok(Outcome::new("done-participants-imported", "participants")
            .with("count", self.rows.len())
            .with("vouchers", vouchers)
            .made("rows", self.rows.len())
            .made("vouchers", vouchers))
    }
}

/// What the row says, filled up with what was known. A new participant must say its name and its inhabitants.
fn merged(
    intake: &ParticipantIntake,
    before: Option<&Participant>,
    faults: &mut Faults,
) -> Result<Option<Participant>, OpError> {
    let missing = || refuse("cell-missing");
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
    let (Some(name), Some(county_number), Some(county_name), Some(population)) =
        (name, county_number, county_name, population)
    else {
        return Ok(None);
    };
    Ok(Some(Participant {
        kind: intake.kind,
        number: intake.number.clone(),
        name,
        county_number,
        county_name,
        population,
    }))
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
    intake: &ParticipantIntake,
    known: Option<&ParticipantRow>,
    faults: &mut Faults,
) -> Result<bool, OpError> {
    let before = known.map(|row| &row.participant);
    let merged = merged(intake, before, faults)?;
    if let Some(participant) = merged.as_ref().filter(|participant| before != Some(participant)) {
        faults.note("number", context.write.put_participant(participant))?;
    }
    // A known participant's answer and payment can be tried although the rest of its row is faulty.
    let Some(participant) = merged.or_else(|| before.cloned()) else {
        return Ok(false);
    };
    let mut row = ParticipantRow {
        participant,
        answer: known.and_then(|row| row.answer.clone()),
        paid: known.map_or(Ore::ZERO, |row| row.paid),
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
    let says_the_same = |known: &&Answer| {
        known.joins == joins
            && intake.decided_on.is_none_or(|on| on == known.decided_on)
            && intake
                .reference
                .as_ref()
                .is_none_or(|text| *text == known.reference)
    };
    if row.answer.as_ref().is_some_and(|known| says_the_same(&known)) {
        return Ok(true);
    }
    let reference = text::line(intake.reference.as_deref().unwrap_or_default());
    let reason = text::prose(intake.reason.as_deref().unwrap_or_default());
    let reference = faults.note("reference", reference)?;
    let reason = faults.note("reason", reason)?;
    let (Some(reference), Some(reason)) = (reference, reason) else {
        return Ok(false);
    };
    let answer = Answer {
        joins,
        decided_on: intake.decided_on.unwrap_or(context.today),
        reference,
        reason,
        amount: promised(context, row, joins),
    };
    let column = if answer.decided_on > context.today {
        "decided_on"
    } else if row.answer.is_some() && answer.reason.is_empty() {
        "reason"
    } else {
        "decision"
    };
    if faults.note(column, add_answer(context, row, &answer))?.is_none() {
        return Ok(false);
    }
    row.answer = Some(answer);
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
        if intake.paid_on.is_some() && !row.paid.is_positive() {
            faults.add("paid", refuse("cell-missing"));
        }
        return Ok(false);
    };
    let more = total - row.paid;
    if more.is_zero() {
        return Ok(false);
    }
    if more.is_negative() {
        faults.add("paid", refuse("paid-below-posted").with("paid", row.paid));
        return Ok(false);
    }
    let Some(amount) = faults.note("paid", check_owed(row, Some(more)))? else {
        return Ok(false);
    };
    let on = intake.paid_on.unwrap_or(context.today);
    let posted = post_contribution(context, &row.participant, amount, on);
    Ok(faults.note("paid", posted)?.is_some())
}
