//! Seats, roles and parameters with days (M11): only the owner of the file sets them.

use jiff::civil::Date;

use super::super::members::{beginnings, has_one_holder};
use super::super::queries::meetings::{parameters, terms_on};
use super::super::{Context, OpError, Outcome, UseCase};
use crate::domain::log_action::LogAction;
use crate::domain::meeting::Seat;
use crate::domain::member::RoleTerm;
use crate::domain::policy::{Action, Role};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;
use crate::store::{SchemeChange, SeatTerm};

/// M11: who holds a seat from a day on, and who stands in.
#[derive(Debug)]
pub struct SetSeat {
    pub number: u32,
    /// `None`: vacant.
    pub holder: Option<String>,
    pub substitutes: Vec<String>,
    pub from: Date,
    pub to: Option<Date>,
}

fn check_term(from: Date, to: Option<Date>) -> Result<(), Refusal> {
    match to.filter(|to| *to < from) {
        Some(to) => Err(refuse("term-ends-early")
            .rule("M11")
            .with("from", from)
            .with("to", to)),
        None => Ok(()),
    }
}

impl UseCase for SetSeat {
    fn action(&self) -> Action {
        Action::SetSeats
    }

    fn name(&self) -> LogAction {
        LogAction::SeatSet
    }

    fn dates_today(&self) -> bool {
        false
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let seats = context.write.fund.scheme.seats;
        if !(1..=seats).contains(&self.number) {
            return Err(refuse("seat-unknown")
                .rule("M11")
                .with("seat", i64::from(self.number))
                .with("seats", i64::from(seats))
                .into());
        }
        check_term(self.from, self.to)?;
        let mut named: Vec<&String> = self.holder.iter().chain(&self.substitutes).collect();
        for handle in &named {
            let member = context.write.member(handle, self.from)?;
            let Some(member) = member.filter(|member| member.active) else {
                return Err(refuse("member-unknown").with("handle", handle.as_str()).into());
            };
            let holds = self.holder.as_ref() == Some(*handle);
            let refused = match holds {
                true if !member.may_hold_a_seat() => Some("seat-not-in-council"),
                false if !member.may_stand_in() => Some("substitute-not-in-council"),
                _ => None,
            };
            if let Some(code) = refused {
                return Err(refuse(code)
                    .rule("M11")
                    .with("handle", handle.as_str())
                    .with("date", self.from)
                    .into());
            }
        }
        named.sort();
        if let Some(twice) = named.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(refuse("seat-twice")
                .rule("M11")
                .with("handle", twice[0].as_str())
                .into());
        }
        self.check_one_seat(context)?;
        let term = SeatTerm {
            seat: Seat {
                number: self.number,
                holder: self.holder.clone(),
                substitutes: self.substitutes.clone(),
            },
            from: self.from,
            to: self.to,
        };
        let by = (context.actor.handle.as_str(), context.today);
        context.write.set_seat(&term, by)?;
        let number = i64::from(self.number);
        let outcome = match &self.holder {
            Some(holder) => Outcome::new("done-seat-set", number).with("handle", holder.as_str()),
            None => Outcome::new("done-seat-vacant", number),
        };
        Ok(outcome
            .with("seat", number)
            .with("date", self.from)
            .made("seat", number))
    }
}

impl SetSeat {
    /// M11: one person, one seat, on every day of the term.
    fn check_one_seat(&self, context: &Context) -> Result<(), OpError> {
        let Some(holder) = &self.holder else { return Ok(()) };
        let later = context.write.seat_terms_beginning_after(self.from)?;
        for day in beginnings(self.from, self.to, later.into_iter()) {
            let others = terms_on(context.write, day)?.into_iter().map(|term| term.seat);
            let mut others = others.filter(|seat| seat.number != self.number);
            if let Some(seat) = others.find(|seat| seat.holder.as_ref() == Some(holder)) {
                return Err(refuse("seat-held-already")
                    .rule("M11")
                    .with("handle", holder.as_str())
                    .with("seat", i64::from(seat.number))
                    .with("date", day)
                    .into());
            }
        }
        Ok(())
    }
}

/// M11: a role that somebody has from a day on, until a day.
#[derive(Debug)]
pub struct SetRole {
    pub handle: String,
    pub role: Role,
    pub from: Date,
    pub to: Option<Date>,
}

impl UseCase for SetRole {
    fn action(&self) -> Action {
        Action::ManageMembers
    }

    fn name(&self) -> LogAction {
        LogAction::MemberRole
    }

    fn dates_today(&self) -> bool {
        false
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let handle = self.handle.as_str();
        context.active_member(handle, self.from)?;
        check_term(self.from, self.to)?;
        has_one_holder(context, handle, self.role, self.from, self.to)?;
        let term = RoleTerm {
            handle: self.handle.clone(),
            role: self.role,
            from: self.from,
            to: self.to,
        };
        let by = (context.actor.handle.as_str(), context.today);
        context.write.set_role(&term, by)?;
        Ok(Outcome::new("done-role-set", handle)
            .with("handle", handle)
            .word("role", self.role.key())
            .with("date", self.from)
            .made("handle", handle)
            .logged("role", self.role.word()))
    }
}

/// A parameter of the scheme that holds from a day on.
#[derive(Debug)]
pub struct SetParameter {
    /// Dotted as in the scheme's file, such as `council.notice_days`.
    pub key: String,
    pub value: String,
    pub from: Date,
    pub reason: String,
}

impl UseCase for SetParameter {
    fn action(&self) -> Action {
        Action::SetParameters
    }

    fn name(&self) -> LogAction {
        LogAction::SchemeSet
    }

    fn dates_today(&self) -> bool {
        false
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let reason = text::required_prose(&self.reason)?;
        // Until the first round opens any day; later what has been done under a rule stays under it.
        if context.write.any_round()? && self.from < context.today {
            return Err(refuse("parameter-in-the-past").with("date", self.from).into());
        }
        parameters(context.write, self.from)?.with(&self.key, &self.value)?;
        let change = SchemeChange {
            key: self.key.clone(),
            value: self.value.clone(),
            from: self.from,
            reason,
        };
        let by = (context.actor.handle.as_str(), context.today);
        context.write.set_parameter(&change, by)?;
        Ok(Outcome::new("done-parameter-set", &self.key)
            .with("key", self.key.as_str())
            .with("value", self.value.as_str())
            .with("date", self.from)
            .made("key", self.key.as_str())
            .made("value", self.value.as_str())
            .logged("from", self.from.to_string()))
    }
}
