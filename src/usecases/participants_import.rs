//! The invited from a file: who they are, what they answer and what they have paid, all rows or none.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::participants::{add_answer, check_owed, post_contribution, promised};
use super::rows::{Fault, in_column, only_once};
use super::{Desk, OpError, Outcome, UseCase};
use crate::domain::intake::ParticipantIntake;
use crate::domain::money::Ore;
use crate::domain::participant::{Answer, MOST_INHABITANTS, Participant};
use crate::domain::policy::Action;
use crate::domain::refusal::refuse;
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

    fn run(&self, desk: &Desk) -> Result<Outcome, OpError> {
        let mut problems = Vec::new();
        let mut vouchers = 0_i64;
        let known = desk.write.participants(Date::MAX)?;
        let known: BTreeMap<_, _> = known.iter().map(|row| (&row.participant.number, row)).collect();
        let mut lines = BTreeMap::new();
        for intake in &self.rows {
            let once = only_once(&mut lines, "number", &intake.number, intake.line);
            match once.and_then(|()| import_row(desk, intake, known.get(&intake.number).copied())) {
                Ok(posted) => vouchers += i64::from(posted),
                Err(fault) => problems.push(fault.at(intake.line)?),
            }
        }
        if !problems.is_empty() {
            return Err(OpError::Rows(problems));
        }
        Ok(Outcome::new("done-participants-imported", "participants")
            .with("count", self.rows.len())
            .with("vouchers", vouchers)
            .made("rows", self.rows.len())
            .made("vouchers", vouchers))
    }
}

fn needed<T: Clone>(column: &'static str, cell: Option<&T>, known: Option<T>) -> Result<T, Fault> {
    in_column(
        column,
        cell.cloned().or(known).ok_or_else(|| refuse("cell-missing")),
    )
}

/// What the row says, filled up with what was known. A new participant must say its name and its inhabitants.
fn merged(intake: &ParticipantIntake, before: Option<&Participant>) -> Result<Participant, Fault> {
    let name = needed("name", intake.name.as_ref(), before.map(|p| p.name.clone()))?;
    let county_number = intake.county_number.clone();
    let county_name = intake.county_name.clone();
    let population = needed(
        "population",
        intake.population.as_ref(),
        before.map(|p| p.population),
    )?;
    if !(1..=MOST_INHABITANTS).contains(&population) {
        let refusal = refuse("population-outside").with("value", population.to_string());
        return in_column(
            "population",
            Err(refusal.with("most", i64::from(MOST_INHABITANTS))),
        );
    }
    Ok(Participant {
        kind: intake.kind,
        number: intake.number.clone(),
        name: in_column("name", text::required_line(&name))?,
        county_number: in_column(
            "county_number",
            text::line(
                &county_number
                    .unwrap_or_else(|| before.map_or_else(String::new, |p| p.county_number.clone())),
            ),
        )?,
        county_name: in_column(
            "county_name",
            text::line(
                &county_name.unwrap_or_else(|| before.map_or_else(String::new, |p| p.county_name.clone())),
            ),
        )?,
        population,
    })
}

/// Applies one row; says whether it posted a payment.
fn import_row(
    desk: &Desk,
    intake: &ParticipantIntake,
    known: Option<&ParticipantRow>,
) -> Result<bool, Fault> {
    let before = known.map(|row| &row.participant);
    let participant = merged(intake, before)?;
    if before != Some(&participant) {
        in_column("", desk.write.put_participant(&participant))?;
    }
    let mut row = ParticipantRow {
        participant,
        answer: known.and_then(|row| row.answer.clone()),
        paid: known.map_or(Ore::ZERO, |row| row.paid),
    };
    import_answer(desk, intake, &mut row)?;
    import_payment(desk, intake, &row)
}

fn import_answer(desk: &Desk, intake: &ParticipantIntake, row: &mut ParticipantRow) -> Result<(), Fault> {
    let Some(joins) = intake.joins else {
        let alone = intake.decided_on.is_some() && row.answer.is_none();
        return if alone {
            in_column("decision", Err(refuse("cell-missing")))
        } else {
            Ok(())
        };
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
        return Ok(());
    }
    let answer = Answer {
        joins,
        decided_on: intake.decided_on.unwrap_or(desk.today),
        reference: in_column(
            "reference",
            text::line(intake.reference.as_deref().unwrap_or_default()),
        )?,
        reason: in_column(
            "reason",
            text::prose(intake.reason.as_deref().unwrap_or_default()),
        )?,
        amount: promised(desk, row, joins),
    };
    let column = if row.answer.is_some() && answer.reason.is_empty() {
        "reason"
    } else {
        "decision"
    };
    in_column(column, add_answer(desk, row, &answer))?;
    row.answer = Some(answer);
    Ok(())
}

fn import_payment(desk: &Desk, intake: &ParticipantIntake, row: &ParticipantRow) -> Result<bool, Fault> {
    let Some(total) = intake.paid else {
        let alone = intake.paid_on.is_some() && !row.paid.is_positive();
        return if alone {
            in_column("paid", Err(refuse("cell-missing")))
        } else {
            Ok(false)
        };
    };
    let more = total - row.paid;
    if more.is_zero() {
        return Ok(false);
    }
    if more.is_negative() {
        return in_column("paid", Err(refuse("paid-below-posted").with("paid", row.paid)));
    }
    let amount = in_column("paid", check_owed(row, Some(more)))?;
    let on = intake.paid_on.unwrap_or(desk.today);
    in_column("paid", post_contribution(desk, &row.participant, amount, on))?;
    Ok(true)
}
