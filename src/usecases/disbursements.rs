//! Paying out a commitment, or a contribution back, with four eyes (L6): one registers, another approves and thereby posts.

use jiff::civil::Date;

use super::contributions::pay_back;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::commitment::{Approval, Disbursement, Payee, check_within};
use crate::domain::ledger::{Entry, positive};
use crate::domain::log_action::LogAction;
use crate::domain::money::Ore;
use crate::domain::order::{Basis, check_order};
use crate::domain::policy::{Action, Subject};
use crate::domain::proposal::{Ref, Step};
use crate::domain::refusal::refuse;
use crate::i18n::voucher;
use crate::store::About;

/// Registers a payment to a project. Nothing is posted yet.
#[derive(Debug)]
pub struct RegisterDisbursement {
    pub reference: Ref,
    pub amount: Ore,
    /// The day of the payment; today when not given.
    pub on: Option<Date>,
}

impl UseCase for RegisterDisbursement {
    fn action(&self) -> Action {
        Action::RegisterDisbursement
    }

    fn name(&self) -> LogAction {
        LogAction::DisbursementRegister
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let (reference, amount) = (self.reference, self.amount);
        positive(amount)?;
        Step::Disburse.from(reference, context.proposal(reference)?.stage)?;
        context.in_order(reference, context.today)?;
        let on = self.on.unwrap_or(context.today);
        // It couldn't be approved afterwards.
        context.check_open(on)?;
        let waiting = waiting(context, reference)?;
        check_left(context, reference, amount, on, waiting)?;
        let id =
            context
                .write
                .add_disbursement(reference, amount, on, &context.actor.handle, context.today)?;
        Ok(Outcome::new("done-disbursement-registered", reference)
            .with("ref", reference)
            .with("amount", amount)
            .with("id", id)
            .made("id", id)
            .made("ref", reference.to_string())
            .made("amount_ore", amount.ore())
            .logged("on", on.to_string()))
    }
}

/// What is registered and not approved yet. It is as good as promised away: nothing else may be paid out of it, and it
/// can't be released.
pub(super) fn waiting(context: &Context, reference: Ref) -> Result<Ore, OpError> {
    let waiting = context.write.waiting_disbursements(Date::MAX)?.into_iter();
    Ok(waiting
        .filter(|one| one.is_to(reference))
        .map(|one| one.amount)
        .sum())
}

/// K4: not more than is left of the commitment from that day on, besides what waits, and not before it was made.
fn check_left(context: &Context, reference: Ref, amount: Ore, on: Date, waiting: Ore) -> Result<(), OpError> {
    check_order(on, [(Basis::Decided, context.committed_on(reference)?)])?;
    let left = context.left_of_commitment(reference, on)? - waiting;
    Ok(check_within("disbursement-too-much", reference, amount, left)?)
}

/// L6: what was registered and isn't going to be approved is taken back; what is left of the commitment, or is over of the
/// contribution, is free for another.
#[derive(Debug)]
pub struct WithdrawDisbursement {
    pub id: i64,
}

impl UseCase for WithdrawDisbursement {
    fn action(&self) -> Action {
        Action::RegisterDisbursement
    }

    fn name(&self) -> LogAction {
        LogAction::DisbursementWithdraw
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let waiting = context.write.disbursement(self.id)?;
        let waiting = waiting.ok_or_else(|| refuse("disbursement-unknown").with("id", self.id))?;
        check_waits(&waiting)?;
        check_order(context.today, [(Basis::Registered, waiting.registered_on)])?;
        context
            .write
            .withdraw_disbursement(&waiting, &context.actor.handle, context.today)?;
        let payee = &waiting.payee;
        Ok(
            made_for(Outcome::new("done-disbursement-withdrawn", payee), payee)
                .with("ref", payee.to_string())
                .with("amount", waiting.amount)
                .with("id", self.id)
                .made("id", self.id),
        )
    }
}

/// What scripts are told of who is paid.
fn made_for(outcome: Outcome, payee: &Payee) -> Outcome {
    match payee {
        Payee::Project(reference) => outcome.made("ref", reference.to_string()),
        Payee::Participant(number) => outcome.made("number", number.as_str()),
    }
}

/// Neither approved nor withdrawn.
fn check_waits(waiting: &Disbursement) -> Result<(), OpError> {
    if let Some(Approval { by, voucher, .. }) = &waiting.approved {
        let refusal = refuse("disbursement-approved").rule("L6").with("id", waiting.id);
        return Err(refusal.with("by", by.as_str()).with("voucher", *voucher).into());
    }
    if let Some((by, on)) = &waiting.withdrawn {
        let refusal = refuse("disbursement-withdrawn").rule("L6").with("id", waiting.id);
        return Err(refusal.with("by", by.as_str()).with("date", *on).into());
    }
    Ok(())
}

/// L6: somebody else approves; now it is posted and gets its voucher number.
#[derive(Debug)]
pub struct ApproveDisbursement {
    pub id: i64,
}

impl UseCase for ApproveDisbursement {
    fn action(&self) -> Action {
        Action::ApproveDisbursement
    }

    fn name(&self) -> LogAction {
        LogAction::DisbursementApprove
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let waiting = context.write.disbursement(self.id)?;
        let waiting = waiting.ok_or_else(|| refuse("disbursement-unknown").with("id", self.id))?;
        let own = waiting.registered_by == context.actor.handle;
        context.may(
            Action::ApproveDisbursement,
            Subject::Disbursement {
                registered_by_actor: own,
            },
        )?;
        check_waits(&waiting)?;
        check_order(context.today, [(Basis::Registered, waiting.registered_on)])?;
        match &waiting.payee {
            Payee::Project(reference) => pay_out(context, &waiting, *reference),
            Payee::Participant(number) => {
                let (voucher, name) = pay_back(context, number, waiting.amount)?;
                approve(context, &waiting, voucher)?;
                Ok(Outcome::new("done-contribution-refunded", number)
                    .with("name", name)
                    .with("amount", waiting.amount)
                    .with("voucher", voucher)
                    .made("id", self.id)
                    .made("number", number.as_str())
                    .made("voucher", voucher)
                    .made("amount_ore", waiting.amount.ore()))
            }
        }
    }
}

fn approve(context: &Context, waiting: &Disbursement, voucher: i64) -> Result<(), OpError> {
    let approval = Approval {
        by: context.actor.handle.clone(),
        on: Some(context.today),
        voucher,
        reversed: None,
    };
    Ok(context.write.approve_disbursement(waiting, &approval)?)
}

/// Posts an approved payment to a project on its day.
fn pay_out(context: &Context, waiting: &Disbursement, reference: Ref) -> Result<Outcome, OpError> {
    let row = context.write.proposal(reference)?;
    let row = row.ok_or_else(|| refuse("proposal-unknown").with("ref", reference))?;
    let applicant = row.applicant_name().to_owned();
    let proposal = row.proposal;
    let stage = Step::Disburse.from(reference, proposal.stage)?;
    check_left(context, reference, waiting.amount, waiting.pay_on, Ore::ZERO)?;
    let text = voucher(
        "voucher-disbursement",
        &[
            ("ref", reference.into()),
            ("title", proposal.details.title.as_str().into()),
        ],
    );
    let entry = Entry::disbursement(reference, waiting.amount, waiting.pay_on, text)?;
    let voucher = context.post(&entry, About::default())?;
    approve(context, waiting, voucher)?;
    context.write.set_stage(reference, stage)?;
    context.follow(reference)?;
    let done = if waiting.pay_on > context.today {
        "done-disbursed-ahead"
    } else {
        "done-disbursed"
    };
    let outcome = Outcome::new(done, reference)
        .with("date", waiting.pay_on)
        .with("ref", reference)
        .with("applicant", applicant)
        .with("amount", waiting.amount)
        .with("voucher", voucher)
        .made("id", waiting.id)
        .made("ref", reference.to_string())
        .made("voucher", voucher)
        .made("amount_ore", waiting.amount.ore());
    // The reserve blocks commitments; at a disbursement it only warns.
    let (balances, _) = context.write.balances(waiting.pay_on)?;
    let reserve = context.write.fund.scheme.reserve;
    Ok(if balances.bank < reserve {
        outcome.warning(
            refuse("warning-below-reserve")
                .with("bank", balances.bank)
                .with("reserve", reserve),
        )
    } else {
        outcome
    })
}
