//! What every use case has before it: the open transaction, who acts, and the business date; and the look-ups
//! and checks that several use cases share.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::OpError;
use super::ballots::Conductor;
use crate::domain::balance::first_below_zero;
use crate::domain::council::{Round, Ruling};
use crate::domain::ledger::{Account, Entry, Event, lowest_from};
use crate::domain::meeting::MeetingKey;
use crate::domain::member::Member;
use crate::domain::money::Ore;
use crate::domain::order::check_order;
use crate::domain::participant::Number;
use crate::domain::policy::{Action, Actor, Subject, may};
use crate::domain::proposal::{Books, Proposal, Ref};
use crate::domain::refusal::refuse;
use crate::store::{About, ParticipantRow, Write};

/// One use case at work.
pub struct Context<'t> {
    pub write: &'t Write<'t>,
    pub actor: &'t Actor,
    /// The business date: the default of every date that isn't given.
    pub today: Date,
    /// The true time in Norway, whatever the business date is.
    pub now: DateTime,
    /// The meeting of the council in which the step is taken, where one is named.
    pub meeting: Option<MeetingKey>,
    /// The secret elections that the session conducts (M15).
    pub conductor: &'t Conductor,
    /// Where long work is reported.
    pub progress: &'t Progress,
}

/// Is told how much of long work is done, and of how much: rows of a file, projects of a forecast.
pub type Progress = dyn Fn(usize, usize) + Send;

impl Context<'_> {
    /// So much of so much is done.
    pub fn report(&self, done: usize, of: usize) {
        (self.progress)(done, of);
    }

    /// Asks the policy.
    ///
    /// # Errors
    /// Denied, with the reason.
    pub fn may(&self, action: Action, subject: Subject) -> Result<(), OpError> {
        Ok(may(self.actor, action, subject)?)
    }

    /// # Errors
    /// `proposal-unknown`.
    pub fn proposal(&self, reference: Ref) -> Result<Proposal, OpError> {
        let row = self.write.proposal(reference)?;
        Ok(row
            .ok_or_else(|| refuse("proposal-unknown").with("ref", reference))?
            .proposal)
    }

    /// A member who has not been revoked.
    ///
    /// # Errors
    /// `member-unknown`, `member-revoked`.
    pub fn active_member(&self, handle: &str, on: Date) -> Result<Member, OpError> {
        let member = self.write.member(handle, on)?;
        let member = member.ok_or_else(|| refuse("member-unknown").with("handle", handle))?;
        if !member.active {
            return Err(refuse("member-revoked").with("handle", handle).into());
        }
        Ok(member)
    }

    /// M14: nothing else is decided on a proposal while the council votes on it, or answers in writing.
    ///
    /// # Errors
    /// `proposal-voted-on` names the meeting.
    pub fn not_voted_on(&self, reference: Ref) -> Result<(), OpError> {
        let mut rows = self.write.meetings_ahead()?.into_iter();
        match rows.find(|row| row.meeting.is_deciding_on(reference)) {
            Some(row) => Err(refuse("proposal-voted-on")
                .rule("M14")
                .with("ref", reference)
                .with("meeting", row.meeting.key.to_string())
                .into()),
            None => Ok(()),
        }
    }

    /// The participant with everything that is known, whatever its date.
    ///
    /// # Errors
    /// `participant-unknown`.
    pub fn participant(&self, number: &Number) -> Result<ParticipantRow, OpError> {
        let row = self.write.participant(number, Date::MAX)?;
        Ok(row.ok_or_else(|| refuse("participant-unknown").with("number", number.as_str()))?)
    }

    /// The round that a proposal is in.
    ///
    /// # Errors
    /// `not-in-a-round`.
    pub fn round_of(&self, reference: Ref) -> Result<Round, OpError> {
        let round = self.write.round_of(reference)?;
        Ok(round.ok_or_else(|| refuse("not-in-a-round").with("ref", reference))?)
    }

    /// L7: what has happened isn't dated after today, nor in a closed period (L2).
    ///
    /// # Errors
    /// `date-ahead`, `period-closed`.
    pub fn happened(&self, on: Date) -> Result<(), OpError> {
        self.not_ahead(on)?;
        self.check_open(on)
    }

    /// L7: what has happened isn't dated after today.
    ///
    /// # Errors
    /// `date-ahead`.
    pub fn not_ahead(&self, on: Date) -> Result<(), OpError> {
        if on > self.today {
            return Err(refuse("date-ahead")
                .rule("L7")
                .with("date", on)
                .with("today", self.today)
                .into());
        }
        Ok(())
    }

    /// L7: nothing is written on a business date that is still to come by the true clock. What follows in order isn't dated
    /// before it, so a wrong one would stop everybody until then.
    ///
    /// # Errors
    /// `today-ahead`.
    pub fn today_has_come(&self) -> Result<(), OpError> {
        let true_day = self.now.date();
        if self.today > true_day {
            let refusal = refuse("today-ahead").rule("L7").with("date", self.today);
            return Err(refusal.with("today", true_day).into());
        }
        Ok(())
    }

    /// L7: a step on a proposal isn't dated before the steps that it has taken already.
    ///
    /// # Errors
    /// `step-before`.
    pub fn in_order(&self, reference: Ref, on: Date) -> Result<(), OpError> {
        Ok(check_order(on, self.write.steps_of(reference)?)?)
    }

    /// The least that is paid out on a project on any day from `from` on: what is paid out by then, less later reversals.
    pub fn cost(&self, reference: Ref, from: Date) -> Result<Ore, OpError> {
        Ok(lowest_from(self.write.changes_of_cost(reference)?, from))
    }

    /// The day on which a commitment was made.
    ///
    /// # Errors
    /// `commitment-missing`.
    pub fn committed_on(&self, reference: Ref) -> Result<Date, OpError> {
        let decided = self.write.decision(reference)?;
        let made = decided.filter(|decided| matches!(decided.ruling, Ruling::Commit(_)));
        let missing = || refuse("commitment-missing").rule("K4").with("ref", reference);
        Ok(made.ok_or_else(missing)?.on)
    }

    /// What may be promised away of a commitment from a day on: what is left of it then, less what only comes back later (K4).
    pub fn left_of_commitment(&self, reference: Ref, from: Date) -> Result<Ore, OpError> {
        Ok(lowest_from(self.write.changes_of_commitment(reference)?, from))
    }

    /// The lowest that an account with a balance of its own comes to from a day on.
    pub fn lowest(&self, account: Account, from: Date) -> Result<Ore, OpError> {
        Ok(lowest_from(self.write.changes_of(account, from)?, from))
    }

    /// A day, or the first on which the books are open when it lies in a closed period (L2).
    pub fn first_open(&self, day: Date) -> Result<Date, OpError> {
        let closed = self.write.closed_through()?;
        Ok(closed.map_or(day, |through| day.max(through.saturating_add(1.day()))))
    }

    /// L2: the books are open on a day.
    ///
    /// # Errors
    /// `period-closed` with the last day that is closed.
    pub fn check_open(&self, day: Date) -> Result<(), OpError> {
        let closed = self.write.closed_through()?;
        let Some(through) = closed.filter(|through| day <= *through) else {
            return Ok(());
        };
        let refusal = refuse("period-closed").rule("L2");
        Err(refusal.with("date", day).with("through", through).into())
    }

    /// Section 10: the stage follows the books.
    ///
    /// # Errors
    /// `proposal-unknown`.
    pub fn follow(&self, reference: Ref) -> Result<(), OpError> {
        let stage = self.proposal(reference)?.stage;
        let followed = stage.by_the_books(Books {
            disbursed: self.cost(reference, Date::MAX)?,
            outstanding: self.lowest(Account::Outstanding(reference), Date::MAX)?,
            lost: self.lowest(Account::Losses(reference), Date::MAX)?,
            live: self.write.solution(reference)?.is_some(),
        });
        if followed != stage {
            self.write.set_stage(reference, followed)?;
        }
        Ok(())
    }

    /// C6, C8, R1, R4, L4: what the vouchers after one have changed is below zero on no day, also where the business date lies
    /// before what is posted already.
    ///
    /// # Errors
    /// `balance-below-zero`.
    pub fn check_balances(&self, before: i64) -> Result<(), OpError> {
        if self.write.last_voucher()? == before {
            return Ok(());
        }
        for balance in self.write.balances_changed(before)? {
            let changes = self.write.changes_of_balance(&balance)?;
            let Some(day) = first_below_zero(&changes, before) else {
                continue;
            };
            let subject = match balance.participant() {
                Some(number) => self.participant(number)?.participant.name,
                None => balance.subject(),
            };
            return Err(balance.refusal(&subject, day).into());
        }
        Ok(())
    }

    /// Posts an entry if the period is open (L2), it isn't dated ahead unless it pays a project (L7), and the bank stays at
    /// zero or above on every day from then on (L5). Returns the voucher number.
    ///
    /// # Errors
    /// `date-ahead`, `period-closed`, `bank-below-zero`.
    pub fn post(&self, entry: &Entry, about: About) -> Result<i64, OpError> {
        if entry.event != Event::Disbursement {
            self.not_ahead(entry.posted_on)?;
        }
        self.check_open(entry.posted_on)?;
        if entry.bank_change().is_negative() {
            let lowest = self.lowest(Account::Bank, entry.posted_on)?;
            let after = lowest + entry.bank_change();
            if after.is_negative() {
                let refusal = refuse("bank-below-zero").rule("L5");
                return Err(refusal
                    .with("available", lowest)
                    .with("short", Ore::ZERO - after)
                    .into());
            }
        }
        let about = About {
            registered_on: Some(self.today),
            ..about
        };
        Ok(self.write.post(entry, about)?)
    }
}
