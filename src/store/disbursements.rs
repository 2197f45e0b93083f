//! Disbursements: registered by one, approved and posted by another (L6).

use jiff::civil::Date;
use rusqlite::OptionalExtension;

use super::columns::{Day, Text};
use super::{Read, StoreError, Write};
use crate::domain::commitment::Disbursement;
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;

const SELECT: &str = "SELECT id, ref, amount_ore, pay_on, registered_by, registered_on, approved_by, voucher,
                      withdrawn_by, withdrawn_on FROM disbursements";

fn disbursement(row: &rusqlite::Row) -> rusqlite::Result<Disbursement> {
    let (approved_by, voucher): (Option<String>, Option<i64>) = (row.get(6)?, row.get(7)?);
    let withdrawn: (Option<String>, Option<Day>) = (row.get(8)?, row.get(9)?);
    Ok(Disbursement {
        id: row.get(0)?,
        reference: row.get(1)?,
        amount: row.get(2)?,
        pay_on: row.get::<_, Day>(3)?.0,
        registered_by: row.get(4)?,
        registered_on: row.get::<_, Day>(5)?.0,
        approved: approved_by.zip(voucher),
        withdrawn: withdrawn.0.zip(withdrawn.1.map(|day| day.0)),
    })
}

impl Read<'_> {
    /// All disbursements in the order in which they were registered.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn disbursements(&self) -> Result<Vec<Disbursement>, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!("{SELECT} ORDER BY id"))?;
        let rows = statement.query_map([], disbursement)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The disbursements to a project, in the order in which they were registered.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn disbursements_of(&self, reference: Ref) -> Result<Vec<Disbursement>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} WHERE ref = ?1 ORDER BY id"))?;
        let rows = statement.query_map([reference], disbursement)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Those that wait for approval.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn waiting_disbursements(&self) -> Result<Vec<Disbursement>, StoreError> {
        let mut statement = self.connection.prepare_cached(&format!(
            "{SELECT} WHERE voucher IS NULL AND withdrawn_by IS NULL ORDER BY id"
        ))?;
        let rows = statement.query_map([], disbursement)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// # Errors
    /// What SQLite says.
    pub fn disbursement(&self, id: i64) -> Result<Option<Disbursement>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} WHERE id = ?1"))?;
        Ok(statement.query_row([id], disbursement).optional()?)
    }
}

impl Write<'_> {
    /// Returns the number by which it is approved.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn add_disbursement(
        &self,
        reference: Ref,
        amount: Ore,
        pay_on: Date,
        actor: &str,
        on: Date,
    ) -> Result<i64, StoreError> {
        let sql = "INSERT INTO disbursements (ref, amount_ore, pay_on, registered_by, registered_on)
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        self.connection
            .prepare_cached(sql)?
            .execute((reference, amount, Text(pay_on), actor, Text(on)))?;
        Ok(self.connection.last_insert_rowid())
    }

    /// # Errors
    /// What SQLite says.
    pub fn withdraw_disbursement(&self, id: i64, actor: &str, on: Date) -> Result<(), StoreError> {
        let sql = "UPDATE disbursements SET withdrawn_by = ?2, withdrawn_on = ?3 WHERE id = ?1";
        self.connection
            .prepare_cached(sql)?
            .execute((id, actor, Text(on)))?;
        Ok(())
    }

    /// # Errors
    /// What SQLite says.
    pub fn approve_disbursement(&self, id: i64, actor: &str, voucher: i64) -> Result<(), StoreError> {
        let sql = "UPDATE disbursements SET approved_by = ?2, voucher = ?3 WHERE id = ?1";
        self.connection
            .prepare_cached(sql)?
            .execute((id, actor, voucher))?;
        Ok(())
    }
}
