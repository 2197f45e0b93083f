//! The end of a project's development: its solution goes live (R1), or it is stopped; and what won't be recovered of it
//! is written off (L4).

use jiff::civil::Date;

use super::views::participants::standing;
use super::{Desk, OpError, Outcome, UseCase};
use crate::domain::ledger::{Account, Entry, positive};
use crate::domain::money::Ore;
use crate::domain::policy::Action;
use crate::domain::proposal::{Benefit, PriceModel, Proposal, Ref, Step};
use crate::domain::refusal::refuse;
use crate::domain::repayment::{Charge, Solution, planned_base};
use crate::domain::text;
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

    fn name(&self) -> &'static str {
        "solution.live"
    }

    fn run(&self, desk: &Desk) -> Result<Outcome, OpError> {
        let reference = self.reference;
        let live_on = self.on.unwrap_or(desk.today);
        let proposal = desk.proposal(reference)?;
        let stage = Step::GoLive.from(reference, proposal.stage)?;
        desk.not_ahead(live_on)?;
        let decided = desk.write.decision(reference)?;
        if let Some(decided) = decided.filter(|decided| live_on < decided.on) {
            let refusal = refuse("live-before-decision").with("ref", reference);
            return Err(refusal.with("date", decided.on).into());
        }
        let likely = proposal.details.uptake.or(desk.write.fund.scheme.uptake);
        let inhabitants = with_access(desk, proposal.details.benefit, live_on)?;
        let solution = Solution {
            reference,
            live_on,
            price_model: self.price_model.clone().unwrap_or(proposal.details.price_model),
            base: planned_base(likely, inhabitants),
        };
        desk.write
            .add_solution(&solution, &desk.actor.handle, desk.today)?;
        desk.write.set_stage(reference, stage)?;
        desk.follow(reference)?;
        Ok(Outcome::new("done-live", reference)
            .with("ref", reference)
            .with("date", live_on)
            .made("ref", reference.to_string())
            .made("live_on", live_on.to_string())
            .logged("price_model", solution.price_model.to_string())
            .logged("base", solution.base.normalize().to_string()))
    }
}

/// C5: the inhabitants of those that have paid in full by a day and that a solution is for.
fn with_access(desk: &Desk, benefit: Benefit, on: Date) -> Result<u64, OpError> {
    let scheme = &desk.write.fund.scheme;
    let rows = desk.write.participants(on)?;
    let with_access = rows
        .iter()
        .filter(|row| benefit.includes(row.participant.kind) && standing(scheme, row, on).has_access());
    Ok(with_access.map(|row| u64::from(row.participant.population)).sum())
}

/// KS stops a project: what is registered and not approved is withdrawn, the rest of the commitment released, and what
/// can't be recovered written off. What its adopters are charged stands.
#[derive(Debug)]
pub struct StopProject {
    pub reference: Ref,
    pub reason: String,
}

impl UseCase for StopProject {
    fn action(&self) -> Action {
        Action::Stop
    }

    fn name(&self) -> &'static str {
        "project.stop"
    }

    fn run(&self, desk: &Desk) -> Result<Outcome, OpError> {
        let reference = self.reference;
        let reason = text::required_prose(&self.reason)?;
        let proposal = desk.proposal(reference)?;
        let stage = Step::Stop.from(reference, proposal.stage)?;
        let decided = desk.write.decision(reference)?;
        if let Some(decided) = decided.filter(|decided| desk.today < decided.on) {
            return Err(refuse("release-before-decision")
                .rule("K4")
                .with("date", decided.on)
                .into());
        }
        let waiting = desk.write.waiting_disbursements()?;
        for waiting in waiting.iter().filter(|waiting| waiting.reference == reference) {
            desk.write
                .withdraw_disbursement(waiting.id, &desk.actor.handle, desk.today)?;
        }
        let standing = desk.write.commitment(reference, Date::MAX)?.unwrap_or_default();
        let released = standing.outstanding();
        if released.is_positive() {
            desk.write
                .add_release(reference, released, &reason, &desk.actor.handle, desk.today)?;
        }
        let unpaid: Ore = desk
            .write
            .charges_on(reference, Date::MAX)?
            .iter()
            .map(Charge::open)
            .sum();
        let lost = desk.lowest(Account::Outstanding(reference), desk.today)? - unpaid;
        let voucher = if lost.is_positive() {
            Some(write_off(desk, &proposal, lost)?)
        } else {
            None
        };
        desk.write.set_stage(reference, stage)?;
        Ok(Outcome::new("done-stopped", reference)
            .with("ref", reference)
            .with("released", released)
            .with("lost", lost.max(Ore::ZERO))
            .made("ref", reference.to_string())
            .made("released_ore", released.ore())
            .made("written_off_ore", lost.max(Ore::ZERO).ore())
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

    fn name(&self) -> &'static str {
        "project.write-off"
    }

    fn run(&self, desk: &Desk) -> Result<Outcome, OpError> {
        let (reference, amount) = (self.reference, self.amount);
        let reason = text::required_prose(&self.reason)?;
        let proposal = desk.proposal(reference)?;
        positive(amount)?;
        let outstanding = desk.lowest(Account::Outstanding(reference), desk.today)?;
        if amount > outstanding {
            let refusal = refuse("write-off-too-much").rule("L4").with("ref", reference);
            return Err(refusal.with("outstanding", outstanding).into());
        }
        let voucher = write_off(desk, &proposal, amount)?;
        desk.follow(reference)?;
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

fn write_off(desk: &Desk, proposal: &Proposal, amount: Ore) -> Result<i64, OpError> {
    let text = format!("Avskrivning {} {}", proposal.reference, proposal.details.title);
    let entry = Entry::write_off(proposal.reference, amount, desk.today, text)?;
    desk.post(&entry, About::default())
}
