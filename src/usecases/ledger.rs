//! Mending the books (L2).

use std::iter;

use jiff::civil::Date;

use super::adoptions::credit_surplus;
use super::charging::{Charged, owe_excess};
use super::contributions::part_anew;
use super::queries::solutions::{ceiling, in_advance};
use super::settlements::settle_lower;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::ledger::{Account, Entry, Event, check_reversible, lowest_from};
use crate::domain::log_action::LogAction;
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::policy::Action;
use crate::domain::proposal::{PriceModel, Ref};
use crate::domain::refusal::refuse;
use crate::domain::repayment::Charge;
use crate::domain::text;
use crate::store::{About, Movement};

/// L2: corrects a posted voucher by one that reverses it.
#[derive(Debug)]
pub struct ReverseVoucher {
    pub voucher: i64,
    pub reason: String,
    /// Today when not given, or its own day when that lies ahead.
    pub on: Option<Date>,
}

impl UseCase for ReverseVoucher {
    fn action(&self) -> Action {
        Action::ReverseEntry
    }

    fn name(&self) -> LogAction {
        LogAction::LedgerReverse
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let reason = text::required_prose(&self.reason)?;
        let number = self.voucher;
        let voucher = context.write.voucher(number)?;
        let voucher = voucher.ok_or_else(|| refuse("voucher-unknown").with("voucher", number))?;
        check_reversible(number, voucher.event, voucher.reverses, voucher.reversed_by)?;
        // What was posted ahead is taken back on its own day, and nothing else ahead (L7).
        let on = self.on.unwrap_or(context.today.max(voucher.posted_on));
        if on > voucher.posted_on {
            context.not_ahead(on)?;
        }
        if on < voucher.posted_on {
            return Err(refuse("reversal-before")
                .rule("L2")
                .with("date", voucher.posted_on)
                .into());
        }
        let movements = context.write.movements(number)?;
        let entry = Entry::reversing(voucher.event, &voucher.postings, on, reason.clone())?;
        let mut followed = Followed::default();
        lower_claims(context, &entry, &mut followed)?;
        for movement in &movements {
            take_back_credits(context, movement, &entry, &mut followed)?;
        }
        let about = About {
            participant: voucher.participant.as_ref(),
            reverses: Some(number),
            ..About::default()
        };
        let reversal = context.post(&entry, about)?;
        context
            .write
            .add_movements(reversal, &negated(movements.clone()))?;
        for invoice in movements.iter().filter_map(|movement| movement.charge) {
            // What isn't credited any more by a voucher is lowered all the same, and may now be paid for too much again.
            if let Some(charge) = context.write.charge(invoice, Date::MAX)? {
                followed.charged.refunded += owe_excess(context, &charge, on)?;
            }
        }
        if let Some(number) = &voucher.participant {
            part_contribution(context, number, on)?;
        }
        release_again(context, number, &entry, &mut followed)?;
        check_projects(context, &entry)?;
        check_adopters(context, &movements, on)?;
        for posting in entry.postings() {
            if let Account::Outstanding(reference) = posting.account {
                context.follow(reference)?;
            }
        }
        Ok(followed
            .outcome(number)
            .with("voucher", number)
            .with("by", reversal)
            .made("voucher", reversal)
            .logged("reverses", number)
            .logged("reason", reason))
    }
}

/// C8: what is left of what a participant has paid in is parted anew. What was paid back of it can't be undone.
fn part_contribution(context: &Context, number: &Number, on: Date) -> Result<(), OpError> {
    let row = context.participant(number)?;
    if (row.paid + row.over).is_negative() {
        let refusal = refuse("reversal-paid-back").rule("C8");
        return Err(refusal.with("name", row.participant.name).into());
    }
    part_anew(context, number, on)?;
    Ok(())
}

/// What a reversal has brought with it.
#[derive(Default)]
struct Followed {
    /// What the adopters are charged less, and what they are owed back.
    charged: Charged,
    /// By which it was worked out where the cost is shared.
    settlements: Vec<i64>,
    /// The vouchers that were reversed with it, and those that did it.
    credits: Vec<(i64, i64)>,
    /// The projects that are stopped, and what was released of them again.
    released: Vec<(Ref, Ore)>,
}

impl Followed {
    fn outcome(&self, number: i64) -> Outcome {
        let (credited, refunded) = (self.charged.credited, self.charged.refunded);
        let lowered = credited + refunded;
        let done = if !self.credits.is_empty() {
            "done-reversed-with-credits"
        } else if lowered.is_positive() {
            "done-reversed-lowered"
        } else {
            "done-reversed"
        };
        let credits: Vec<i64> = self.credits.iter().map(|(credit, _)| *credit).collect();
        let by: Vec<i64> = self.credits.iter().map(|(_, by)| *by).collect();
        let released: Ore = self.released.iter().map(|(_, amount)| *amount).sum();
        let outcome = Outcome::new(done, number)
            .with("credits", credits.len())
            .with("credited", lowered)
            .with("owed", refunded)
            .made("credited_ore", credited.ore())
            .made("refunded_ore", refunded.ore())
            .made("released_ore", released.ore())
            .made("invoices", self.charged.listed())
            .made("credits_reversed", credits)
            .logged("credits_reversed_by", by)
            .logged("settlements", self.settlements.clone());
        match self.released.first() {
            Some((reference, _)) => outcome.warning(
                refuse("warning-released-again")
                    .with("ref", *reference)
                    .with("amount", released),
            ),
            None => outcome,
        }
    }
}

/// The projects that an entry changes what the fund has paid out on, and by how much.
fn paid_out(entry: &Entry) -> impl Iterator<Item = (Ref, Ore)> + '_ {
    let of_cost = matches!(entry.event, Event::Disbursement | Event::Opening);
    let postings = entry.postings().iter().filter(move |_| of_cost);
    postings.filter_map(|posting| match posting.account {
        Account::Outstanding(reference) => Some((reference, posting.amount)),
        _ => None,
    })
}

/// R1, R2: keeps the sum of the charges within the cost after a reversal. A shared cost is settled at what is known of it today,
/// also where the reversal is of an earlier day; by a price list, charges are credited in proportion if the final cost falls.
fn lower_claims(context: &Context, entry: &Entry, followed: &mut Followed) -> Result<(), OpError> {
    let on = entry.posted_on;
    for (reference, change) in paid_out(entry) {
        let Some(solution) = context.write.solution(reference)? else {
            continue;
        };
        let stopped = context.write.stopped_on(reference)?.is_some();
        if solution.price_model != PriceModel::Shared {
            // What comes back to a commitment that stands is paid out again.
            let for_good = stopped || entry.event == Event::Opening;
            let change = if for_good { change } else { Ore::ZERO };
            let ceiling = ceiling(context.write, reference)? + change;
            followed
                .charged
                .add(credit_surplus(context, &solution, (on, ceiling))?);
            continue;
        }
        let charges = context.write.charges_on(reference, Date::MAX)?;
        let cost = context.cost(reference, on.max(context.today))? + change;
        if charges.iter().map(Charge::net).sum::<Ore>() > cost {
            let (settlement, lowered) = settle_lower(context, &solution, (on, cost), stopped)?;
            followed.settlements.push(settlement);
            followed.charged.add(lowered);
        }
    }
    Ok(())
}

/// R1: a payment of which a part has been booked as owed back is taken back with what was booked so, the latest first,
/// as far as there would be less than nothing paid on the charge. The charge stays as low as it was made.
fn take_back_credits(
    context: &Context,
    movement: &Movement,
    entry: &Entry,
    followed: &mut Followed,
) -> Result<(), OpError> {
    let Some(invoice) = movement.charge else {
        return Ok(());
    };
    let on = entry.posted_on;
    for number in context.write.standing_credits(invoice)? {
        if lowest_from(context.write.changes_of_paid(invoice)?, on) >= movement.paid {
            break;
        }
        let Some(credit) = context.write.voucher(number)? else {
            continue;
        };
        let text = entry.text.clone();
        let back = Entry::reversing(credit.event, &credit.postings, on.max(credit.posted_on), text)?;
        let about = About {
            participant: credit.participant.as_ref(),
            reverses: Some(number),
            ..About::default()
        };
        let reversal = context.post(&back, about)?;
        let movements = context.write.movements(number)?;
        context.write.add_movements(reversal, &negated(movements))?;
        followed.credits.push((number, reversal));
    }
    Ok(())
}

fn negated(movements: Vec<Movement>) -> Vec<Movement> {
    let back = |movement: Movement| Movement {
        paid: -movement.paid,
        owed: -movement.owed,
        ..movement
    };
    movements.into_iter().map(back).collect()
}

/// R2: after a reversal the loss on a project is negative on no day. What is outstanding may be, but only by what adopters have
/// paid in advance of what the commitment still pays out from that day on.
fn check_projects(context: &Context, entry: &Entry) -> Result<(), OpError> {
    let from = entry.posted_on;
    let days: Vec<Date> = iter::once(from).chain(context.write.days_after(from)?).collect();
    for posting in entry.postings() {
        let (Account::Outstanding(reference) | Account::Losses(reference)) = posting.account else {
            continue;
        };
        let outstanding = context.write.changes_of(Account::Outstanding(reference), from)?;
        let losses = context.write.changes_of(Account::Losses(reference), from)?;
        for day in &days {
            let lost = balance(&losses, *day);
            // Where there is a loss, nobody has paid in advance: that would have made it good.
            let advance = if lost.is_positive() {
                Ore::ZERO
            } else {
                in_advance(context.write, reference, *day)?
            };
            if lost.is_negative() || (balance(&outstanding, *day) + advance).is_negative() {
                let refusal = refuse("reversal-repaid").rule("L4").with("ref", reference);
                return Err(refusal.into());
            }
        }
    }
    Ok(())
}

/// What changes come to by a day.
fn balance(changes: &[(Date, Ore)], day: Date) -> Ore {
    let by_then = changes.iter().filter(|(on, _)| *on <= day);
    by_then.map(|(_, change)| *change).sum()
}

/// On no day from the reversal on is less than nothing paid on a charge, or owed to an adopter: what a credit took off
/// before it was itself taken back on a later day, and what has been paid back, can't be undone.
fn check_adopters(context: &Context, movements: &[Movement], on: Date) -> Result<(), OpError> {
    for movement in movements {
        let Movement {
            reference, number, ..
        } = movement;
        if let Some(invoice) = movement.charge
            && lowest_from(context.write.changes_of_paid(invoice)?, on).is_negative()
        {
            let refusal = refuse("reversal-credited").rule("R1");
            return Err(refusal.with("invoice", invoice).into());
        }
        if lowest_from(context.write.changes_of_refund(*reference, number)?, on).is_negative() {
            let refusal = refuse("reversal-refunded").rule("R4");
            return Err(refusal
                .with("number", number.as_str())
                .with("ref", *reference)
                .into());
        }
    }
    Ok(())
}

/// Section 10: a project that is stopped is promised nothing more, not even what comes back to its commitment.
fn release_again(
    context: &Context,
    number: i64,
    entry: &Entry,
    followed: &mut Followed,
) -> Result<(), OpError> {
    if entry.event != Event::Disbursement {
        return Ok(());
    }
    for (reference, change) in paid_out(entry) {
        let Some(stopped_on) = context.write.stopped_on(reference)? else {
            continue;
        };
        // Until it was stopped, what came back was promised again.
        let on = entry.posted_on.max(stopped_on);
        let reason = format!(
            "Prosjektet er stoppet, og bilag {number} er reversert: {}",
            entry.text
        );
        context
            .write
            .add_release(reference, -change, &reason, &context.actor.handle, on)?;
        followed.released.push((reference, -change));
    }
    Ok(())
}
