//! The end of a project's development: its solution goes live (R1), or it is stopped; and what won't be recovered of it
//! is written off (L4).

use jiff::civil::Date;

use super::adoptions::credit_surplus;
use super::queries::solutions::{Stopping, base, ceiling};
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::ledger::{Account, Entry, positive};
use crate::domain::log_action::LogAction;
use crate::domain::money::Ore;
use crate::domain::order::{Basis, check_order};
use crate::domain::policy::Action;
use crate::domain::proposal::{PriceModel, Proposal, Ref, Step};
use crate::domain::refusal::refuse;
use crate::domain::repayment::Solution;
use crate::domain::text;
use crate::i18n::voucher;
use crate::store::About;

/// The secretariat records the day that a solution went live. Its price model and its planned base are fixed then.
#[derive(Debug)]
pub struct RecordGoLive {
    pub reference: Ref,
    /// Today when not given.
    pub on: Option<Date>,
    /// The proposal's own when not given.
    pub price_model: Option<PriceModel>,
}

impl UseCase for RecordGoLive {
    fn action(&self) -> Action {
        Action::RecordGoLive
    }

    fn name(&self) -> LogAction {
        LogAction::SolutionLive
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let reference = self.reference;
        let live_on = self.on.unwrap_or(context.today);
        let proposal = context.proposal(reference)?;
        let stage = Step::GoLive.from(reference, proposal.stage)?;
        if context.write.solution(reference)?.is_some() {
            return Err(refuse("live-already").with("ref", reference).into());
        }
        context.happened(live_on)?;
        let decided = context.write.decision(reference)?;
        check_order(live_on, decided.map(|decided| (Basis::Decided, decided.on)))?;
        let base = base(context.write, &proposal, live_on)?;
        let solution = Solution {
            reference,
            live_on,
            base,
            price_model: self.price_model.clone().unwrap_or(proposal.details.price_model),
        };
        context
            .write
            .add_solution(&solution, &context.actor.handle, context.today)?;
        context.write.set_stage(reference, stage)?;
        context.follow(reference)?;
        Ok(Outcome::new("done-live", reference)
            .with("ref", reference)
            .with("date", live_on)
            .made("ref", reference.to_string())
            .made("live_on", live_on.to_string())
            .logged("price_model", solution.price_model.to_string())
            .logged("base", solution.base.normalize().to_string()))
    }
}

/// KS stops a project: what is registered and not approved is withdrawn, the rest of the commitment released, and what
/// can't be recovered written off. What its adopters are charged stands, but for what they were charged beyond the cost (R2).
#[derive(Debug)]
pub struct StopProject {
    pub reference: Ref,
    pub reason: String,
}

impl UseCase for StopProject {
    fn action(&self) -> Action {
        Action::Stop
    }

    fn name(&self) -> LogAction {
        LogAction::ProjectStop
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let reference = self.reference;
        let reason = text::required_prose(&self.reason)?;
        let proposal = context.proposal(reference)?;
        let stage = Step::Stop.from(reference, proposal.stage)?;
        let decided = context.write.decision(reference)?;
        check_order(context.today, decided.map(|decided| (Basis::Decided, decided.on)))?;
        // What is posted ahead would be outstanding again on its day, and nobody would write it off.
        let account = Account::Outstanding(reference);
        let (now, in_the_end) = (
            context.lowest(account, context.today)?,
            context.lowest(account, Date::MAX)?,
        );
        if in_the_end > now {
            let refusal = refuse("stop-posted-ahead").rule("L4").with("ref", reference);
            return Err(refusal.with("amount", in_the_end - now).into());
        }
        // And what comes back on a day to come would be promised again then, with nobody to promise it to.
        let left = |from| context.left_of_commitment(reference, from);
        let comes_back = left(Date::MAX)? - left(context.today)?;
        if comes_back.is_positive() {
            let refusal = refuse("stop-comes-back").rule("K4").with("ref", reference);
            return Err(refusal.with("amount", comes_back).into());
        }
        let Stopping {
            withdrawn,
            released,
            credited,
            lost,
        } = Stopping::of(context.write, reference, context.today)?;
        for waiting in withdrawn {
            context
                .write
                .withdraw_disbursement(&waiting, &context.actor.handle, context.today)?;
        }
        if released.is_positive() {
            context
                .write
                .add_release(reference, released, &reason, &context.actor.handle, context.today)?;
        }
        if credited.is_positive()
            && let Some(solution) = context.write.solution(reference)?
        {
            let ceiling = ceiling(context.write, reference)?;
            credit_surplus(context, &solution, (context.today, ceiling))?;
        }
        let voucher = if lost.is_positive() {
            Some(write_off(context, &proposal, lost)?)
        } else {
            None
        };
        context
            .write
            .add_stop(reference, &reason, &context.actor.handle, context.today)?;
        context.write.set_stage(reference, stage)?;
        let done = if credited.is_positive() {
            "done-stopped-credited"
        } else {
            "done-stopped"
        };
        Ok(Outcome::new(done, reference)
            .with("ref", reference)
            .with("credited", credited)
            .with("released", released)
            .with("lost", lost)
            .made("ref", reference.to_string())
            .made("released_ore", released.ore())
            .made("credited_ore", credited.ore())
            .made("written_off_ore", lost.ore())
            .made("voucher", voucher)
            .logged("reason", reason))
    }
}

/// L4: KS takes a part of what is outstanding as lost. No adopter's share becomes lower by it.
#[derive(Debug)]
pub struct WriteOff {
    pub reference: Ref,
    pub amount: Ore,
    pub reason: String,
}

impl UseCase for WriteOff {
    fn action(&self) -> Action {
        Action::WriteOff
    }

    fn name(&self) -> LogAction {
        LogAction::ProjectWriteOff
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let (reference, amount) = (self.reference, self.amount);
        let reason = text::required_prose(&self.reason)?;
        let proposal = context.proposal(reference)?;
        positive(amount)?;
        let outstanding = context.lowest(Account::Outstanding(reference), context.today)?;
        if amount > outstanding {
            let refusal = refuse("write-off-too-much").rule("L4").with("ref", reference);
            return Err(refusal.with("outstanding", outstanding).into());
        }
        let voucher = write_off(context, &proposal, amount)?;
        context.follow(reference)?;
        Ok(Outcome::new("done-written-off", reference)
            .with("ref", reference)
            .with("amount", amount)
            .with("voucher", voucher)
            .made("ref", reference.to_string())
            .made("voucher", voucher)
            .made("amount_ore", amount.ore())
            .logged("reason", reason))
    }
}

fn write_off(context: &Context, proposal: &Proposal, amount: Ore) -> Result<i64, OpError> {
    let text = voucher(
        "voucher-write-off",
        &[
            ("ref", proposal.reference.into()),
            ("title", proposal.details.title.as_str().into()),
        ],
    );
    let entry = Entry::write_off(proposal.reference, amount, context.today, text)?;
    context.post(&entry, About::default())
}
