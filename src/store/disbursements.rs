//! Disbursements and refunds of contributions: registered by one, approved and posted by another (L6).

use jiff::civil::Date;
use rusqlite::OptionalExtension;

use super::columns::{Day, Text};
use super::{Read, StoreError, Write};
use crate::domain::commitment::{Approval, Disbursement, Payee, Reversal};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;

const SELECT: &str =
    "SELECT d.id, d.ref, d.amount_ore, d.pay_on, d.registered_by, d.registered_on, d.approved_by, d.voucher,
            d.withdrawn_by, d.withdrawn_on, d.approved_on, r.voucher, r.posted_on, r.registered_on
     FROM disbursements d LEFT JOIN vouchers r ON r.reverses = d.voucher";

/// The voucher that takes the approved one back, from three columns on.
pub(super) fn reversal(row: &rusqlite::Row, at: usize) -> rusqlite::Result<Option<Reversal>> {
    let Some(voucher) = row.get(at)? else {
        return Ok(None);
    };
    Ok(Some(Reversal {
        voucher,
        posted_on: row.get::<_, Day>(at + 1)?.0,
        registered_on: row.get::<_, Option<Day>>(at + 2)?.map(|day| day.0),
    }))
}

fn disbursement(row: &rusqlite::Row) -> rusqlite::Result<Disbursement> {
    let approved: (Option<String>, Option<i64>, Option<Day>) = (row.get(6)?, row.get(7)?, row.get(10)?);
    let withdrawn: (Option<String>, Option<Day>) = (row.get(8)?, row.get(9)?);
    let reversed = reversal(row, 11)?;
    Ok(Disbursement {
        id: row.get(0)?,
        payee: Payee::Project(row.get(1)?),
        amount: row.get(2)?,
        pay_on: row.get::<_, Day>(3)?.0,
        registered_by: row.get(4)?,
        registered_on: row.get::<_, Day>(5)?.0,
        approved: approved.0.zip(approved.1).map(|(by, voucher)| Approval {
            by,
            on: approved.2.map(|day| day.0),
            voucher,
            reversed,
        }),
        withdrawn: withdrawn.0.zip(withdrawn.1.map(|day| day.0)),
    })
}

/// The rows as they stood at the end of a day.
fn then(
    rows: impl Iterator<Item = rusqlite::Result<Disbursement>>,
    as_of: Date,
) -> Result<Vec<Disbursement>, StoreError> {
    let rows = rows.filter_map(|row| row.map(|row| row.as_of(as_of)).transpose());
    Ok(rows.collect::<Result<_, _>>()?)
}

impl Read<'_> {
    /// The disbursements to projects and the refunds of contributions that were registered by a day, as they stood at its
    /// end, in the order of registration.
    pub fn disbursements(&self, as_of: Date) -> Result<Vec<Disbursement>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} ORDER BY d.id"))?;
        let mut rows = then(statement.query_map([], disbursement)?, as_of)?;
        let refunds = self.contribution_refunds()?.into_iter().map(Ok);
        rows.extend(then(refunds, as_of)?);
        rows.sort_by_key(|row| row.id);
        Ok(rows)
    }

    /// The disbursements to a project, as [`Read::disbursements`] has them.
    pub fn disbursements_of(&self, reference: Ref, as_of: Date) -> Result<Vec<Disbursement>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} WHERE d.ref = ?1 ORDER BY d.id"))?;
        then(statement.query_map([reference], disbursement)?, as_of)
    }

    /// Those that waited for approval at the end of a day.
    pub fn waiting_disbursements(&self, as_of: Date) -> Result<Vec<Disbursement>, StoreError> {
        let mut waiting = self.disbursements(as_of)?;
        waiting.retain(Disbursement::waits);
        Ok(waiting)
    }

    pub fn disbursement(&self, id: i64) -> Result<Option<Disbursement>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} WHERE d.id = ?1"))?;
        match statement.query_row([id], disbursement).optional()? {
            Some(found) => Ok(Some(found)),
            None => self.contribution_refund(id),
        }
    }

    /// The next number by which something is approved: disbursements and refunds have one series.
    pub(super) fn next_approval(&self) -> Result<i64, StoreError> {
        let sql = "SELECT max(coalesce((SELECT max(id) FROM disbursements), 0),
                              coalesce((SELECT max(id) FROM contribution_refunds), 0)) + 1";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }
}

impl Write<'_> {
    /// Returns the number by which it is approved.
    pub fn add_disbursement(
        &self,
        reference: Ref,
        amount: Ore,
        pay_on: Date,
        actor: &str,
        on: Date,
    ) -> Result<i64, StoreError> {
        let id = self.next_approval()?;
        let sql = "INSERT INTO disbursements (id, ref, amount_ore, pay_on, registered_by, registered_on)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let row = (id, reference, amount, Text(pay_on), actor, Text(on));
        self.prepared(sql)?.execute(row)?;
        Ok(id)
    }

    pub fn withdraw_disbursement(&self, one: &Disbursement, actor: &str, on: Date) -> Result<(), StoreError> {
        let table = table(&one.payee);
        let sql = format!("UPDATE {table} SET withdrawn_by = ?2, withdrawn_on = ?3 WHERE id = ?1");
        self.prepared(&sql)?.execute((one.id, actor, Text(on)))?;
        Ok(())
    }

    pub fn approve_disbursement(&self, one: &Disbursement, approval: &Approval) -> Result<(), StoreError> {
        let table = table(&one.payee);
        let sql =
            format!("UPDATE {table} SET approved_by = ?2, approved_on = ?3, voucher = ?4 WHERE id = ?1");
        self.prepared(&sql)?
            .execute((one.id, &approval.by, approval.on.map(Text), approval.voucher))?;
        Ok(())
    }
}

/// Where it is kept.
fn table(payee: &Payee) -> &'static str {
    match payee {
        Payee::Project(_) => "disbursements",
        Payee::Participant(_) => "contribution_refunds",
    }
}
