//! The capital on a date, from the answers and the books.

use jiff::civil::Date;

use crate::domain::capital::{Capital, Facts, Given};
use crate::domain::ledger::Source;
use crate::domain::money::Ore;
use crate::domain::participant::{Kind, contribution};
use crate::store::{ParticipantRow, Read, StoreError};

/// C1–C6, K1 on a date.
pub(crate) fn capital(read: &Read, as_of: Date) -> Result<Capital, StoreError> {
    Ok(Capital::of(&read.fund.scheme, &facts(read, as_of)?, as_of))
}

/// What the answers and the books say on a date; everything dated later is left out.
pub(crate) fn facts(read: &Read, as_of: Date) -> Result<Facts, StoreError> {
    facts_of(read, &read.participants(as_of)?, as_of)
}

/// The same, when the participants as they stand on that date have been read already.
pub(crate) fn facts_of(
    read: &Read,
    participants: &[ParticipantRow],
    as_of: Date,
) -> Result<Facts, StoreError> {
    let (mut municipalities, mut counties) = (Given::default(), Given::default());
    for row in participants {
        let kind = row.participant.kind;
        let given = match kind {
            Kind::Municipality => &mut municipalities,
            Kind::County => &mut counties,
        };
        let by_now = contribution(read.fund.scheme.rate(kind), row.participant.population);
        let own = row.contribution();
        given.potential += own.potential(by_now);
        given.promised += own.promised();
    }
    let (balances, paid) = read.balances(as_of)?;
    let paid_by = |source| {
        paid.iter()
            .filter(|(from, _)| *from == source)
            .map(|(_, amount)| *amount)
            .sum::<Ore>()
    };
    municipalities.paid = paid_by(Source::Municipality);
    counties.paid = paid_by(Source::County);
    let commitments = read.commitments(as_of)?;
    Ok(Facts {
        municipalities,
        counties,
        ks_paid: paid_by(Source::Ks),
        state_paid: paid_by(Source::State),
        balances,
        committed: commitments
            .iter()
            .map(|(_, standing)| standing.committed - standing.released)
            .sum(),
        disbursed: commitments.iter().map(|(_, standing)| standing.disbursed).sum(),
    })
}
