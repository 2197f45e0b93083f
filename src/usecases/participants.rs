//! The invited: who they are, what they answer (C4), and what they, KS and the state pay (C1–C3).

use jiff::civil::Date;

use super::contributions::{part_anew, post_payment};
use super::queries::capital::{capital, facts};
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::capital::Capital;
use crate::domain::contribution::promise;
use crate::domain::ledger::{Entry, Source};
use crate::domain::log_action::LogAction;
use crate::domain::money::Ore;
use crate::domain::participant::{Answer, Number, contribution};
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
    /// C8: the wording and the sum of the participant's own resolution. May be empty, and not given.
    pub resolution: String,
    pub resolved: Option<Ore>,
}

impl UseCase for RegisterAnswer {
    fn action(&self) -> Action {
        Action::RegisterAnswer
    }

    fn name(&self) -> LogAction {
        LogAction::ParticipantDecide
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let row = context.participant(&self.number)?;
        let decided_on = self.on.unwrap_or(context.today);
        let (amount, counts_from) = asked(context, &row, self.joins, decided_on)?;
        let answer = Answer {
            joins: self.joins,
            decided_on,
            reference: text::line(&self.reference)?,
            reason: text::prose(&self.reason)?,
            amount,
            counts_from,
            resolution: text::prose(&self.resolution)?,
            resolved: self.resolved,
        };
        let before = to_match(context)?;
        add_answer(context, &row, &answer)?;
        let unmatched = to_match(context)?;
        let done = if self.joins {
            "done-answer-yes"
        } else {
            "done-answer-no"
        };
        let to_pay = context.participant(&self.number)?.contribution().due();
        let outcome = Outcome::new(done, &self.number)
            .with("name", row.participant.name)
            .with("amount", to_pay)
            .made("number", self.number.as_str())
            .made("amount_ore", answer.amount.ore())
            .logged("joins", self.joins)
            .logged("decided_on", answer.decided_on.to_string())
            .logged("reference", answer.reference)
            .logged("reason", answer.reason)
            .logged("resolution", answer.resolution)
            .logged("resolved_ore", answer.resolved.map(Ore::ore));
        // C3: the state's money is here, and less is promised to match it.
        Ok(if unmatched > before {
            outcome.warning(
                refuse("warning-state-unmatched")
                    .rule("C3")
                    .with("amount", unmatched),
            )
        } else {
            outcome
        })
    }
}

/// C3: what the state has paid beyond what is promised now.
fn to_match(context: &Context) -> Result<Ore, OpError> {
    Ok(capital(context.write, context.today)?.to_match())
}

/// C1, C4: what an answer of a day promises, and the day that this and its due day are of.
pub(super) fn asked(
    context: &Context,
    row: &ParticipantRow,
    joins: bool,
    on: Date,
) -> Result<(Ore, Date), OpError> {
    if !joins {
        return Ok((Ore::ZERO, on));
    }
    let participant = &row.participant;
    let then = context.write.participant(&participant.number, on)?;
    let population = then.map_or(participant.population, |then| then.participant.population);
    let of_the_day = contribution(context.write.fund.scheme.rate(participant.kind), population);
    Ok(promise(row.answer.as_ref(), &row.contribution(), of_the_day, on))
}

/// C4: a first answer, or a correction with a reason. What has been paid stays, whatever is answered.
pub(super) fn add_answer(context: &Context, row: &ParticipantRow, answer: &Answer) -> Result<(), OpError> {
    context.happened(answer.decided_on)?;
    if row.answer.is_some() && answer.reason.is_empty() {
        return Err(refuse("answer-reason-missing")
            .rule("C4")
            .with("name", row.participant.name.as_str())
            .into());
    }
    if answer.joins {
        let before = row.contribution();
        before.check_asked(&row.participant.name, answer.amount)?;
    }
    let number = &row.participant.number;
    context.write.add_answer(number, answer)?;
    part_anew(context, number, context.today)?;
    Ok(())
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

    fn name(&self) -> LogAction {
        match self.payer {
            Payer::Participant(_) => LogAction::ParticipantPay,
            Payer::Ks => LogAction::KsPay,
            Payer::State => LogAction::StatePay,
        }
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let on = self.on.unwrap_or(context.today);
        // What a participant then still owes; of KS and the state no sum is asked for at once.
        let mut left = None;
        let (amount, voucher, name, over) = match &self.payer {
            Payer::Participant(number) => {
                let row = context.participant(number)?;
                let amount = check_owed(&row, self.amount)?;
                let (voucher, over) = post_payment(context, &row, amount, on)?;
                left = Some(row.contribution().rest() - amount);
                (amount, voucher, row.participant.name, over)
            }
            Payer::Ks => (
                self.given()?,
                self.pay_in(context, Source::Ks, on)?,
                "KS".to_owned(),
                Ore::ZERO,
            ),
            Payer::State => (
                self.given()?,
                self.pay_in(context, Source::State, on)?,
                "KMD".to_owned(),
                Ore::ZERO,
            ),
        };
        let done = match left {
            _ if over.is_positive() => "done-paid-over",
            Some(left) if left.is_positive() => "done-paid-part",
            Some(_) => "done-paid-all",
            None => "done-paid",
        };
        let subject = match &self.payer {
            Payer::Participant(number) => number.to_string(),
            Payer::Ks => "ks".to_owned(),
            Payer::State => "state".to_owned(),
        };
        let outcome = Outcome::new(done, subject)
            .with("over", over)
            .with("left", left.unwrap_or(Ore::ZERO))
            .with("name", name)
            .with("amount", amount)
            .with("voucher", voucher)
            .made("voucher", voucher)
            .made("amount_ore", amount.ore())
            .logged("on", on.to_string());
        Ok(match self.payer {
            Payer::Participant(_) => outcome.made("refund_owed_ore", over.ore()),
            Payer::Ks | Payer::State => outcome,
        })
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

/// C6: what is paid stays within what is promised (C2, C3).
pub(super) fn check_promise(context: &Context, source: Source, amount: Ore) -> Result<(), OpError> {
    let scheme = &context.write.fund.scheme;
    let given = Capital::of(scheme, &facts(context.write, Date::MAX)?, context.today).given(source);
    let left = given.promised - given.paid;
    if amount > left {
        let rule = if source == Source::Ks { "C2" } else { "C3" };
        let refusal = refuse("payment-above-promise").rule(rule).with("amount", amount);
        return Err(refusal.with("left", left).into());
    }
    Ok(())
}

/// What a participant pays now: what is given, or all that is owed. More than is owed may be received (C8).
pub(super) fn check_owed(row: &ParticipantRow, amount: Option<Ore>) -> Result<Ore, Refusal> {
    let name = row.participant.name.as_str();
    if !row.answer.as_ref().is_some_and(|answer| answer.joins) {
        return Err(refuse("payment-without-promise").rule("C4").with("name", name));
    }
    let rest = row.contribution().rest();
    match amount {
        Some(amount) => Ok(amount),
        None if rest.is_positive() => Ok(rest),
        None => Err(refuse("contribution-paid").rule("C1").with("name", name)),
    }
}
