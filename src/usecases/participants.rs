//! The invited: who they are, what they answer (C4), and what they, KS and the state pay (C1–C3).

use jiff::civil::Date;

use super::queries::capital::facts;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::capital::Capital;
use crate::domain::ledger::{Entry, Source};
use crate::domain::money::Ore;
use crate::domain::participant::{Answer, Number, Participant, contribution};
use crate::domain::policy::Action;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;
use crate::i18n::voucher;
use crate::store::{About, ParticipantRow};

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

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let row = context.participant(&self.number)?;
        let answer = Answer {
            joins: self.joins,
            decided_on: self.on.unwrap_or(context.today),
            reference: text::line(&self.reference)?,
            reason: text::prose(&self.reason)?,
            amount: promised(context, &row, self.joins),
        };
        add_answer(context, &row, &answer)?;
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

/// C1: what an answer promises. The amount is frozen with the first yes: one who corrects the date or the reference of
/// a yes owes neither more nor less for it.
pub(super) fn promised(context: &Context, row: &ParticipantRow, joins: bool) -> Ore {
    let earlier = row.answer.as_ref().filter(|answer| answer.joins);
    match earlier {
        _ if !joins => Ore::ZERO,
        Some(earlier) => earlier.amount,
        None => contribution(
            context.write.fund.scheme.rate(row.participant.kind),
            row.participant.population,
        ),
    }
}

/// C4: a first answer, or a correction with a reason. Who has paid can't be corrected to a no.
pub(super) fn add_answer(context: &Context, row: &ParticipantRow, answer: &Answer) -> Result<(), OpError> {
    context.not_ahead(answer.decided_on)?;
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
    Ok(context.write.add_answer(&row.participant.number, answer)?)
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

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let on = self.on.unwrap_or(context.today);
        let (amount, voucher, name) = match &self.payer {
            Payer::Participant(number) => {
                let row = context.participant(number)?;
                let amount = check_owed(&row, self.amount)?;
                (
                    amount,
                    post_contribution(context, &row.participant, amount, on)?,
                    row.participant.name,
                )
            }
            Payer::Ks => (
                self.given()?,
                self.pay_in(context, Source::Ks, on)?,
                "KS".to_owned(),
            ),
            Payer::State => (
                self.given()?,
                self.pay_in(context, Source::State, on)?,
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

    fn pay_in(&self, context: &Context, source: Source, on: Date) -> Result<i64, OpError> {
        let amount = self.given()?;
        check_promise(context, source, amount)?;
        let key = if source == Source::Ks {
            "voucher-contribution-ks"
        } else {
            "voucher-state-grant"
        };
        context.post(
            &Entry::contribution(source, amount, on, voucher(key, &[]))?,
            About::default(),
        )
    }
}

/// C6: what is paid stays within what is promised: KS within its cap, the state within what is released.
pub(super) fn check_promise(context: &Context, source: Source, amount: Ore) -> Result<(), OpError> {
    let scheme = &context.write.fund.scheme;
    let given = Capital::of(scheme, &facts(context.write, Date::MAX)?, context.today).given(source);
    let (ceiling, rule) = if source == Source::Ks {
        (given.potential, "C2")
    } else {
        (given.promised, "C3")
    };
    if amount > ceiling - given.paid {
        let refusal = refuse("payment-above-promise").rule(rule).with("amount", amount);
        return Err(refusal.with("left", ceiling - given.paid).into());
    }
    Ok(())
}

/// What a participant pays now: what is given, or all that is owed; never more than is owed.
pub(super) fn check_owed(row: &ParticipantRow, amount: Option<Ore>) -> Result<Ore, Refusal> {
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

pub(super) fn post_contribution(
    context: &Context,
    participant: &Participant,
    amount: Ore,
    on: Date,
) -> Result<i64, OpError> {
    let text = voucher(
        "voucher-contribution",
        &[
            ("number", participant.number.as_str().into()),
            ("name", participant.name.as_str().into()),
        ],
    );
    let entry = Entry::contribution(Source::Member(participant.kind), amount, on, text)?;
    let about = About {
        participant: Some(&participant.number),
        ..About::default()
    };
    context.post(&entry, about)
}
