//! The capital on a date, with the commitments behind it.

use jiff::civil::Date;

use super::super::OpError;
use super::forecast::Ahead;
use super::{View, Viewer};
use crate::domain::capital::{Capital, Facts, Given};
use crate::domain::commitment::Standing;
use crate::domain::ledger::Source;
use crate::domain::money::Ore;
use crate::domain::participant::{Kind, potential};
use crate::domain::proposal::Ref;
use crate::domain::scheme::Limit;
use crate::store::{ParticipantRow, Read, StoreError};

/// The capital as of the business date.
#[derive(Clone, Copy, Debug)]
pub struct CapitalView;

/// What the capital screen and `kommit capital` show.
#[derive(Clone, Debug, PartialEq)]
pub struct CapitalData {
    pub capital: Capital,
    pub limit: Limit,
    /// K2 and F6: what the expected path says today.
    pub ahead: Ahead,
    /// Every commitment with its title, by reference.
    pub commitments: Vec<(Ref, String, Standing)>,
}

impl View for CapitalView {
    type Data = CapitalData;

    fn read(&self, viewer: &Viewer) -> Result<CapitalData, OpError> {
        let mut commitments = Vec::new();
        for (reference, standing) in viewer.read.commitments(viewer.today)? {
            commitments.push((reference, viewer.read.title(reference)?, standing));
        }
        commitments.sort_by_key(|(reference, ..)| *reference);
        Ok(CapitalData {
            capital: capital(viewer.read, viewer.today)?,
            limit: viewer.read.fund.scheme.limit,
            ahead: Ahead::read(viewer.read, viewer.today)?,
            commitments,
        })
    }
}

/// C1–C6, K1 on a date.
pub(in crate::usecases) fn capital(read: &Read, as_of: Date) -> Result<Capital, StoreError> {
    Ok(Capital::of(&read.fund.scheme, &facts(read, as_of)?, as_of))
}

/// What the answers and the books say on a date; everything dated later is left out.
pub(in crate::usecases) fn facts(read: &Read, as_of: Date) -> Result<Facts, StoreError> {
    facts_of(read, &read.participants(as_of)?, as_of)
}

/// The same, when the participants as they stand on that date have been read already.
pub(in crate::usecases) fn facts_of(
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
        given.potential += potential(
            read.fund.scheme.rate(kind),
            row.participant.population,
            row.answer.as_ref(),
        );
        given.promised += row.answer.as_ref().map_or(Ore::ZERO, |answer| answer.amount);
    }
    let (balances, paid) = read.balances(as_of)?;
    let paid_by = |source| {
        paid.iter()
            .filter(|(from, _)| *from == source)
            .map(|(_, amount)| *amount)
            .sum::<Ore>()
    };
    municipalities.paid = paid_by(Source::Member(Kind::Municipality));
    counties.paid = paid_by(Source::Member(Kind::County));
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
