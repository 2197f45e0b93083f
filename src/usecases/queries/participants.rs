//! How far a participant has come (C4), and who has access to what the fund has paid for (C5).

use jiff::civil::Date;

use crate::domain::money::Ore;
use crate::domain::participant::{DueDates, Standing};
use crate::domain::proposal::Applicant;
use crate::domain::scheme::Scheme;
use crate::store::{ParticipantRow, Read, StoreError};

/// C4: a scheme without a date never makes anyone late.
pub fn due_dates(scheme: &Scheme) -> DueDates {
    DueDates {
        answer: scheme.answer_due.unwrap_or(Date::MAX),
        payment: scheme.payment_due.unwrap_or(Date::MAX),
    }
}

pub fn standing(scheme: &Scheme, row: &ParticipantRow, today: Date) -> Standing {
    let joins = row.answer.as_ref().map(|answer| answer.joins);
    let promised = row.answer.as_ref().map_or(Ore::ZERO, |answer| answer.amount);
    Standing::of(joins, promised, row.paid, due_dates(scheme), today)
}

/// C5: KS always; a participant, or the participant that owns a company, once it has paid in full.
pub fn has_access(read: &Read, applicant: &Applicant, today: Date) -> Result<bool, StoreError> {
    let Some(number) = applicant.accountable() else {
        return Ok(true);
    };
    let row = read.participant(number, today)?;
    Ok(row.is_some_and(|row| standing(&read.fund.scheme, &row, today).has_access()))
}
