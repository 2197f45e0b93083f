//! Another sum than was asked for (C8): a rest is waived, what is over is paid back or kept; and what has been received is
//! parted anew when more or less is asked for.

use jiff::civil::Date;

use super::{Context, OpError, Outcome, UseCase};
use crate::domain::balance::{Balance, first_to_bear};
use crate::domain::contribution::{Waiver, check_over};
use crate::domain::ledger::{Entry, lowest_from, positive};
use crate::domain::log_action::LogAction;
use crate::domain::money::Ore;
use crate::domain::order::{Basis, check_order};
use crate::domain::participant::{Number, Participant};
use crate::domain::policy::Action;
use crate::domain::text;
use crate::i18n::voucher;
use crate::store::{About, ParticipantRow};

/// KS waives a part of what a participant has promised and not paid.
#[derive(Debug)]
pub struct WaiveRest {
    pub number: Number,
    pub amount: Ore,
    pub reason: String,
}

impl UseCase for WaiveRest {
    fn action(&self) -> Action {
        Action::Waive
    }

    fn name(&self) -> LogAction {
        LogAction::ParticipantWaive
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let (number, amount) = (&self.number, self.amount);
        let reason = text::required_prose(&self.reason)?;
        positive(amount)?;
        let row = context.participant(number)?;
        let contribution = row.contribution();
        contribution.check_waiver(&row.participant.name, amount)?;
        answered_by(context, &row, context.today)?;
        let waiver = Waiver {
            on: context.today,
            amount,
            reason,
            by: context.actor.handle.clone(),
        };
        context.write.add_waiver(number, &waiver)?;
        let left = contribution.rest() - amount;
        let done = if left.is_zero() {
            "done-waived-all"
        } else {
            "done-waived"
        };
        Ok(Outcome::new(done, number)
            .with("name", row.participant.name)
            .with("amount", amount)
            .with("left", left)
            .made("number", number.as_str())
            .made("amount_ore", amount.ore())
            .made("rest_ore", left.ore())
            .logged("reason", waiver.reason))
    }
}

/// Registers that what is over is paid back. Nothing is posted until KS approves it (L6).
#[derive(Debug)]
pub struct RefundContribution {
    pub number: Number,
    /// All that is over, when not given.
    pub amount: Option<Ore>,
}

impl UseCase for RefundContribution {
    fn action(&self) -> Action {
        Action::PayRefund
    }

    fn name(&self) -> LogAction {
        LogAction::ParticipantRefund
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let number = &self.number;
        let row = context.participant(number)?;
        let left = over_from(context, number, context.today)? - waiting(context, number)?;
        let amount = self.amount.unwrap_or(left);
        check_over(&row.participant.name, amount, left)?;
        positive(amount)?;
        let id =
            context
                .write
                .add_contribution_refund(number, amount, &context.actor.handle, context.today)?;
        Ok(Outcome::new("done-contribution-refund-registered", number)
            .with("name", row.participant.name)
            .with("amount", amount)
            .with("id", id)
            .made("id", id)
            .made("number", number.as_str())
            .made("amount_ore", amount.ore()))
    }
}

/// KS makes what is over other income, instead of paying it back.
#[derive(Debug)]
pub struct KeepOverpayment {
    pub number: Number,
    pub amount: Ore,
    pub reason: String,
}

impl UseCase for KeepOverpayment {
    fn action(&self) -> Action {
        Action::KeepOverpayment
    }

    fn name(&self) -> LogAction {
        LogAction::ParticipantKeep
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let (number, amount) = (&self.number, self.amount);
        let reason = text::required_prose(&self.reason)?;
        let row = context.participant(number)?;
        positive(amount)?;
        check_over(
            &row.participant.name,
            amount,
            over_from(context, number, context.today)? - waiting(context, number)?,
        )?;
        let entry = Entry::kept(
            amount,
            context.today,
            voucher_text("voucher-kept", &row.participant),
        )?;
        let voucher = context.post(&entry, about(number))?;
        Ok(Outcome::new("done-kept", number)
            .with("name", row.participant.name)
            .with("amount", amount)
            .with("voucher", voucher)
            .made("number", number.as_str())
            .made("voucher", voucher)
            .made("amount_ore", amount.ore())
            .logged("reason", reason))
    }
}

/// The least that is over on any day from one on: what is received later can't be taken of before (C8).
fn over_from(context: &Context, number: &Number, from: Date) -> Result<Ore, OpError> {
    let changes = context
        .write
        .changes_of_balance(&Balance::Overpaid(number.clone()))?;
    let changes = changes.into_iter().map(|change| (change.on, change.amount));
    Ok(lowest_from(changes.collect(), from))
}

/// What is registered to be paid back to a participant and not approved yet.
fn waiting(context: &Context, number: &Number) -> Result<Ore, OpError> {
    let waiting = context.write.waiting_disbursements(Date::MAX)?;
    Ok(waiting
        .iter()
        .filter(|one| one.is_to_participant(number))
        .map(|one| one.amount)
        .sum())
}

/// L6: an approved refund is posted today, as far as there is still so much over.
pub(super) fn pay_back(context: &Context, number: &Number, amount: Ore) -> Result<(i64, String), OpError> {
    let row = context.participant(number)?;
    check_over(
        &row.participant.name,
        amount,
        over_from(context, number, context.today)?,
    )?;
    let text = voucher_text("voucher-contribution-refund", &row.participant);
    let entry = Entry::contribution_refund(amount, context.today, text)?;
    Ok((context.post(&entry, about(number))?, row.participant.name))
}

/// Posts a payment: what is asked for is paid, and the rest of it is over. Returns the voucher, and what is over of it.
pub(super) fn post_payment(
    context: &Context,
    row: &ParticipantRow,
    amount: Ore,
    on: Date,
) -> Result<(i64, Ore), OpError> {
    answered_by(context, row, on)?;
    let asked = (row.contribution().due() - row.paid).max(Ore::ZERO);
    let paid = amount.min(asked);
    let text = voucher_text("voucher-contribution", &row.participant);
    let entry = Entry::payment(row.participant.kind, paid, amount - paid, on, text)?;
    Ok((
        context.post(&entry, about(&row.participant.number))?,
        amount - paid,
    ))
}

/// C4, L7: who pays, or is waived a rest, has said yes by the day of it.
fn answered_by(context: &Context, row: &ParticipantRow, on: Date) -> Result<(), OpError> {
    let number = &row.participant.number;
    let then = context.write.participant(number, on)?.and_then(|row| row.answer);
    if then.is_some_and(|answer| answer.joins) {
        return Ok(());
    }
    let yes = row.answer.as_ref().filter(|answer| answer.joins);
    Ok(check_order(
        on,
        yes.map(|answer| (Basis::Answered, answer.decided_on)),
    )?)
}

/// C8: books what is over when more or less is asked for than before, or when something received has been taken back: on the
/// first day from `on` on from which it is there to be booked. Returns what is over now.
pub(super) fn part_anew(context: &Context, number: &Number, on: Date) -> Result<Ore, OpError> {
    let row = context.participant(number)?;
    let over = row.contribution().excess();
    if over != row.over {
        let (taken, from) = if over > row.over {
            (over - row.over, Balance::Contribution(number.clone()))
        } else {
            (row.over - over, Balance::Overpaid(number.clone()))
        };
        let changes = context.write.changes_of_balance(&from)?;
        // Where no day bears it, the day that was asked for is named when the balances are checked.
        let on = first_to_bear(&changes, taken, (on, context.today)).unwrap_or(on);
        let text = voucher_text("voucher-contribution-over", &row.participant);
        let entry = Entry::over(row.participant.kind, over - row.over, on, text)?;
        context.post(&entry, about(number))?;
    }
    Ok(over)
}

fn about(number: &Number) -> About<'_> {
    About {
        participant: Some(number),
        ..About::default()
    }
}

fn voucher_text(key: &str, participant: &Participant) -> String {
    let number = participant.number.as_str().into();
    voucher(
        key,
        &[("number", number), ("name", participant.name.as_str().into())],
    )
}
