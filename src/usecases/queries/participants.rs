//! How far a participant has come (C4), and who has access to what the fund has paid for (C5).

use jiff::civil::Date;

use crate::domain::contribution::{DueDates, Standing};
use crate::domain::proposal::Applicant;
use crate::domain::scheme::Scheme;
use crate::store::{ParticipantRow, Read, StoreError};

/// C4: when a participant is to answer and to pay.
pub(crate) fn due_dates(scheme: &Scheme, row: &ParticipantRow) -> DueDates {
    let yes = row.answer.as_ref().filter(|answer| answer.joins);
    DueDates::of(scheme, yes.map(|answer| answer.counts_from))
}

pub(crate) fn standing(scheme: &Scheme, row: &ParticipantRow, today: Date) -> Standing {
    row.contribution().standing(due_dates(scheme, row), today)
}

/// C5: KS always; a participant, or the participant that owns a company, once it has paid in full.
pub(crate) fn has_access(read: &Read, applicant: &Applicant, today: Date) -> Result<bool, StoreError> {
    let Some(number) = applicant.accountable() else {
        return Ok(true);
    };
    let row = read.participant(number, today)?;
    Ok(row.is_some_and(|row| standing(&read.fund.scheme, &row, today).has_access()))
}
