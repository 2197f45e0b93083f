//! The invited: who they are, what they answer (C4), and what they, KS and the state pay (C1–C3).

use std::collections::BTreeMap;
use std::fmt::Display;

use jiff::civil::Date;

use super::views::capital::facts;
use super::{Desk, OpError, Outcome, UseCase};
use crate::domain::capital::Capital;
use crate::domain::intake::{ParticipantIntake, RowProblem};
use crate::domain::ledger::{Entry, Source};
use crate::domain::money::Ore;
use crate::domain::participant::{Answer, MOST_INHABITANTS, Number, Participant, contribution};
use crate::domain::policy::Action;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;
use crate::store::ParticipantRow;

/// C4: a participant decides whether to join. The amount is frozen here (C1).
#[derive(Debug)]
pub struct RegisterAnswer {
    pub number: Number,
    pub joins: bool,
    /// Today when not given.
    pub on: Option<Date>,
    pub reference: String,
    /// Needed when an earlier answer is corrected.
    pub reason: String,
}

impl UseCase for RegisterAnswer {
    fn action(&self) -> Action {
        Action::RegisterAnswer
    }

    fn name(&self) -> &'static str {
        "participant.decide"
    }

    fn run(&self, desk: &Desk) -> Result<Outcome, OpError> {
        let row = desk.participant(&self.number)?;
        let answer = Answer {
            joins: self.joins,
            decided_on: self.on.unwrap_or(desk.today),
            reference: text::line(&self.reference)?,
            reason: text::prose(&self.reason)?,
            amount: promised(desk, &row.participant, self.joins),
        };
        add_answer(desk, &row, &answer)?;
        let done = if self.joins {
            "done-answer-yes"
        } else {
            "done-answer-no"
        };
        Ok(Outcome::new(done, &self.number)
            .with("name", row.participant.name)
            .with("amount", answer.amount)
            .made("number", self.number.as_str())
            .made("amount_ore", answer.amount.ore())
            .logged("joins", self.joins)
            .logged("decided_on", answer.decided_on.to_string())
            .logged("reference", answer.reference)
            .logged("reason", answer.reason))
    }
}

fn promised(desk: &Desk, participant: &Participant, joins: bool) -> Ore {
    if joins {
        contribution(
            desk.write.fund.scheme.rate(participant.kind),
            participant.population,
        )
    } else {
        Ore::ZERO
    }
}

/// C4: a first answer, or a correction with a reason. Who has paid can't be corrected to a no.
fn add_answer(desk: &Desk, row: &ParticipantRow, answer: &Answer) -> Result<(), OpError> {
    desk.not_ahead(answer.decided_on)?;
    if row.answer.is_some() && answer.reason.is_empty() {
        return Err(refuse("answer-reason-missing")
            .rule("C4")
            .with("name", row.participant.name.as_str())
            .into());
    }
    if !answer.joins && row.paid.is_positive() {
        let refusal = refuse("answer-already-paid")
            .rule("C4")
            .with("name", row.participant.name.as_str());
        return Err(refusal.with("paid", row.paid).into());
    }
    // C6: what is promised holds what is paid, also when the inhabitants have become fewer.
    if answer.joins && answer.amount < row.paid {
        return Err(refuse("answer-below-paid")
            .rule("C6")
            .with("name", row.participant.name.as_str())
            .with("paid", row.paid)
            .with("amount", answer.amount)
            .into());
    }
    Ok(desk.write.add_answer(&row.participant.number, answer)?)
}

/// Who pays into the fund.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payer {
    Participant(Number),
    Ks,
    State,
}

/// C1–C3: money that has come in.
#[derive(Debug)]
pub struct RegisterPayment {
    pub payer: Payer,
    /// What is still owed, when not given; KS and the state must say.
    pub amount: Option<Ore>,
    /// Today when not given.
    pub on: Option<Date>,
}

impl UseCase for RegisterPayment {
    fn action(&self) -> Action {
        Action::RegisterPayment
    }

    fn name(&self) -> &'static str {
        match self.payer {
            Payer::Participant(_) => "participant.pay",
            Payer::Ks => "ks.pay",
            Payer::State => "state.pay",
        }
    }

    fn run(&self, desk: &Desk) -> Result<Outcome, OpError> {
        let on = self.on.unwrap_or(desk.today);
        let (amount, voucher, name) = match &self.payer {
            Payer::Participant(number) => {
                let row = desk.participant(number)?;
                let amount = check_owed(&row, self.amount)?;
                (
                    amount,
                    post_contribution(desk, &row.participant, amount, on)?,
                    row.participant.name,
                )
            }
            Payer::Ks => (self.given()?, self.pay_in(desk, Source::Ks, on)?, "KS".to_owned()),
            Payer::State => (
                self.given()?,
                self.pay_in(desk, Source::State, on)?,
                "KMD".to_owned(),
            ),
        };
        let subject = match &self.payer {
            Payer::Participant(number) => number.to_string(),
            Payer::Ks => "ks".to_owned(),
            Payer::State => "state".to_owned(),
        };
        Ok(Outcome::new("done-paid", subject)
            .with("name", name)
            .with("amount", amount)
            .with("voucher", voucher)
            .made("voucher", voucher)
            .made("amount_ore", amount.ore())
            .logged("on", on.to_string()))
    }
}

impl RegisterPayment {
    fn given(&self) -> Result<Ore, Refusal> {
        self.amount.ok_or_else(|| refuse("amount-missing"))
    }

    /// C6: what is paid stays within what is promised: KS within its cap, the state within what is released.
    fn pay_in(&self, desk: &Desk, source: Source, on: Date) -> Result<i64, OpError> {
        let amount = self.given()?;
        let scheme = &desk.write.fund.scheme;
        let given = Capital::of(scheme, &facts(desk.write, Date::MAX)?, desk.today).given(source);
        let (ceiling, rule) = if source == Source::Ks {
            (given.potential, "C2")
        } else {
            (given.promised, "C3")
        };
        if amount > ceiling - given.paid {
            let refusal = refuse("payment-above-promise").rule(rule).with("amount", amount);
            return Err(refusal.with("left", ceiling - given.paid).into());
        }
        let text = if source == Source::Ks {
            "Innskudd KS"
        } else {
            "Statlig tilskudd (KMD)"
        };
        desk.post(
            &Entry::contribution(source, amount, on, text.to_owned())?,
            None,
            None,
        )
    }
}

/// What a participant pays now: what is given, or all that is owed; never more than is owed.
fn check_owed(row: &ParticipantRow, amount: Option<Ore>) -> Result<Ore, Refusal> {
    let name = row.participant.name.as_str();
    let answer = row.answer.as_ref().filter(|answer| answer.joins);
    let promised = answer
        .ok_or_else(|| refuse("payment-without-promise").rule("C4").with("name", name))?
        .amount;
    let owed = promised - row.paid;
    let amount = amount.unwrap_or(owed);
    if !owed.is_positive() || amount > owed {
        return Err(refuse("payment-above-owed")
            .rule("C1")
            .with("name", name)
            .with("owed", owed));
    }
    Ok(amount)
}

fn post_contribution(desk: &Desk, participant: &Participant, amount: Ore, on: Date) -> Result<i64, OpError> {
    let text = format!("Innskudd {} {}", participant.number, participant.name);
    let entry = Entry::contribution(Source::Member(participant.kind), amount, on, text)?;
    desk.post(&entry, Some(&participant.number), None)
}

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

/// A file that says two things of the same key has a fault, whichever comes last.
pub(super) fn only_once<K: Ord + Clone + Display>(
    lines: &mut BTreeMap<K, u64>,
    column: &'static str,
    key: &K,
    line: u64,
) -> Result<(), Fault> {
    match lines.insert(key.clone(), line) {
        None => Ok(()),
        Some(first) => {
            let refusal = refuse("import-twice").with("value", key.to_string());
            in_column(column, Err(refusal.with("first", first.to_string())))
        }
    }
}

/// What is wrong with a row: the column, and why. What isn't about the row goes on as it is.
pub(super) struct Fault {
    pub column: &'static str,
    pub error: OpError,
}

impl Fault {
    pub(super) fn at(self, line: u64) -> Result<RowProblem, OpError> {
        match self.error {
            OpError::Refused(refusal) => Ok(RowProblem {
                line,
                column: self.column.to_owned(),
                refusal,
            }),
            other => Err(other),
        }
    }
}

/// Names the column that an error belongs to.
pub(super) fn in_column<T>(column: &'static str, result: Result<T, impl Into<OpError>>) -> Result<T, Fault> {
    result.map_err(|error| Fault {
        column,
        error: error.into(),
    })
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
        amount: promised(desk, &row.participant, joins),
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
