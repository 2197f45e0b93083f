//! Settlements of shared costs (R1): when, of what cost, and what each adopter's share was.

use jiff::civil::Date;

use super::columns::{Day, Text};
use super::{Read, StoreError, Write};
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::proposal::Ref;

/// A settlement as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettlementRow {
    pub id: i64,
    pub on: Date,
    pub cost: Ore,
    /// Of all adopters.
    pub inhabitants: i64,
    /// By participant number: inhabitants then, and the share of the cost.
    pub shares: Vec<(Number, u32, Ore)>,
}

impl Read<'_> {
    /// The settlements of a solution by a date, oldest first.
    pub fn settlements(&self, reference: Ref, as_of: Date) -> Result<Vec<SettlementRow>, StoreError> {
        let sql = "SELECT id, on_date, cost_ore, inhabitants FROM settlements
                   WHERE ref = ?1 AND on_date <= ?2 ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((reference, Text(as_of)), |row| {
            Ok(SettlementRow {
                id: row.get(0)?,
                on: row.get::<_, Day>(1)?.0,
                cost: row.get(2)?,
                inhabitants: row.get(3)?,
                shares: Vec::new(),
            })
        })?;
        let mut settlements: Vec<SettlementRow> = rows.collect::<Result<_, _>>()?;
        let sql = "SELECT number, inhabitants, share_ore FROM shares WHERE settlement = ?1 ORDER BY number";
        let mut statement = self.connection.prepare_cached(sql)?;
        for settlement in &mut settlements {
            let rows =
                statement.query_map([settlement.id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            settlement.shares = rows.collect::<Result<_, _>>()?;
        }
        Ok(settlements)
    }

    /// The day of the latest settlement of a solution.
    pub fn settled_on(&self, reference: Ref) -> Result<Option<Date>, StoreError> {
        let sql = "SELECT max(on_date) FROM settlements WHERE ref = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let day: Option<Day> = statement.query_row([reference], |row| row.get(0))?;
        Ok(day.map(|day| day.0))
    }
}

impl Write<'_> {
    /// Returns the number of the settlement.
    pub fn add_settlement(
        &self,
        reference: Ref,
        on: Date,
        cost: Ore,
        shares: &[(Number, u32, Ore)],
        actor: &str,
    ) -> Result<i64, StoreError> {
        let sql = "INSERT INTO settlements (ref, on_date, cost_ore, inhabitants, actor) VALUES (?1, ?2, ?3, ?4, ?5)";
        let together: i64 = shares
            .iter()
            .map(|(_, inhabitants, _)| i64::from(*inhabitants))
            .sum();
        self.prepared(sql)?
            .execute((reference, Text(on), cost, together, actor))?;
        let id = self.connection.last_insert_rowid();
        let sql = "INSERT INTO shares (settlement, number, inhabitants, share_ore) VALUES (?1, ?2, ?3, ?4)";
        let mut statement = self.prepared(sql)?;
        for (number, inhabitants, share) in shares {
            statement.execute((id, number, *inhabitants, *share))?;
        }
        Ok(id)
    }
}
