//! A summary of a forecast: what is shown of it where there is no room for all its quarters.

use rust_decimal::Decimal;

use super::expected::Row;
use super::outlook::Outlook;
use super::quantiles::Band;
use crate::domain::calendar::Quarter;
use crate::domain::money::Ore;

/// The expected closings, and the few figures that one asks of them first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// F1: from the current quarter on.
    pub closings: Vec<Ore>,
    pub first: Quarter,
    pub last: Quarter,
    /// The first of the quarters with the lowest expected closing.
    pub lowest: (Quarter, Ore),
    /// F4: the first of the quarters in which going below the reserve is likeliest, and how likely it is there (0–1).
    pub riskiest: (Quarter, Decimal),
    pub reserve: Ore,
    /// K2.
    pub free_cash_flow: Ore,
}

impl Summary {
    #[must_use]
    pub fn of(outlook: &Outlook) -> Summary {
        let rows = outlook.rows();
        let first = Quarter::of(outlook.engine().today());
        let lowest = outlook.lowest().map(|row| (row.quarter, row.closing));
        Summary {
            closings: rows.iter().map(|row| row.closing).collect(),
            first,
            last: rows.last().map_or(first, |row| row.quarter),
            // At least one quarter is worked out, so that neither default is ever seen.
            lowest: lowest.unwrap_or((first, Ore::ZERO)),
            riskiest: riskiest(rows, outlook.bands()).unwrap_or((first, Decimal::ZERO)),
            reserve: outlook.reserve(),
            free_cash_flow: outlook.free_cash_flow(),
        }
    }
}

fn riskiest(rows: &[Row], bands: &[Band]) -> Option<(Quarter, Decimal)> {
    let mut all = rows
        .iter()
        .zip(bands)
        .map(|(row, band)| (row.quarter, band.p_below_reserve));
    let first = all.next()?;
    Some(all.fold(first, |most, one| if one.1 > most.1 { one } else { most }))
}

#[cfg(test)]
mod tests {
    use super::super::WhatIf;
    use super::super::samples::*;
    use super::*;

    #[test]
    fn f4_the_riskiest_quarter_is_the_first_of_the_likeliest() {
        let facts = super::super::Facts {
            reserve: Ore::kroner(12_000_000),
            ..fund(vec![project(1), project(2)], vec![])
        };
        let outlook = outlook(&facts, &WhatIf::default(), settings(200, 1));
        let summary = Summary::of(&outlook);
        let (quarter, likely) = summary.riskiest;
        assert!(likely.is_sign_positive() && !likely.is_zero());
        for (row, band) in outlook.rows().iter().zip(outlook.bands()) {
            assert!(
                band.p_below_reserve < likely || row.quarter >= quarter && band.p_below_reserve <= likely
            );
        }
        assert_eq!(summary.closings.iter().min(), Some(&summary.lowest.1));
        assert_eq!(
            (summary.closings.len(), summary.last),
            (40, outlook.rows()[39].quarter)
        );
    }
}
