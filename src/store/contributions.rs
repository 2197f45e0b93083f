//! What KS has waived of contributions, and what of them is paid back with four eyes (C8, L6).

use jiff::civil::Date;
use rusqlite::OptionalExtension;

use super::columns::{Day, Text};
use super::disbursements::reversal;
use super::{Read, StoreError, Write};
use crate::domain::commitment::{Approval, Disbursement, Payee};
use crate::domain::contribution::Waiver;
use crate::domain::money::Ore;
use crate::domain::participant::Number;

const SELECT: &str =
    "SELECT d.id, d.number, d.amount_ore, d.registered_by, d.registered_on, d.approved_by, d.approved_on, d.voucher,
            d.withdrawn_by, d.withdrawn_on, r.voucher, r.posted_on, r.registered_on
     FROM contribution_refunds d LEFT JOIN vouchers r ON r.reverses = d.voucher";

/// A refund as a disbursement to a participant: it is paid on the day of its approval.
fn refund(row: &rusqlite::Row) -> rusqlite::Result<Disbursement> {
    let registered_on = row.get::<_, Day>(4)?.0;
    let approved: (Option<String>, Option<Day>, Option<i64>) = (row.get(5)?, row.get(6)?, row.get(7)?);
    let withdrawn: (Option<String>, Option<Day>) = (row.get(8)?, row.get(9)?);
    let approved_on = approved.1.map(|day| day.0);
    let reversed = reversal(row, 10)?;
    Ok(Disbursement {
        id: row.get(0)?,
        payee: Payee::Participant(row.get(1)?),
        amount: row.get(2)?,
        pay_on: approved_on.unwrap_or(registered_on),
        registered_by: row.get(3)?,
        registered_on,
        approved: approved.0.zip(approved.2).map(|(by, voucher)| Approval {
            by,
            on: approved_on,
            voucher,
            reversed,
        }),
        withdrawn: withdrawn.0.zip(withdrawn.1.map(|day| day.0)),
    })
}

impl Read<'_> {
    /// The refunds of contributions that are registered, whatever has become of them, in the order of registration.
    pub(super) fn contribution_refunds(&self) -> Result<Vec<Disbursement>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} ORDER BY d.id"))?;
        let rows = statement.query_map([], refund)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(super) fn contribution_refund(&self, id: i64) -> Result<Option<Disbursement>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} WHERE d.id = ?1"))?;
        Ok(statement.query_row([id], refund).optional()?)
    }

    /// What KS has waived of a contribution by a date, oldest first.
    pub fn waivers(&self, number: &Number, as_of: Date) -> Result<Vec<Waiver>, StoreError> {
        let sql = "SELECT on_date, amount_ore, reason, actor FROM waivers WHERE number = ?1 AND on_date <= ?2 ORDER BY id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((number, Text(as_of)), |row| {
            Ok(Waiver {
                on: row.get::<_, Day>(0)?.0,
                amount: row.get(1)?,
                reason: row.get(2)?,
                by: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Write<'_> {
    pub fn add_waiver(&self, number: &Number, waiver: &Waiver) -> Result<(), StoreError> {
        let sql =
            "INSERT INTO waivers (number, amount_ore, reason, actor, on_date) VALUES (?1, ?2, ?3, ?4, ?5)";
        let row = (number, waiver.amount, &waiver.reason, &waiver.by, Text(waiver.on));
        self.prepared(sql)?.execute(row)?;
        Ok(())
    }

    /// Returns the number by which it is approved.
    pub fn add_contribution_refund(
        &self,
        number: &Number,
        amount: Ore,
        actor: &str,
        on: Date,
    ) -> Result<i64, StoreError> {
        let id = self.next_approval()?;
        let sql = "INSERT INTO contribution_refunds (id, number, amount_ore, registered_by, registered_on)
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        let row = (id, number, amount, actor, Text(on));
        self.prepared(sql)?.execute(row)?;
        Ok(id)
    }
}
