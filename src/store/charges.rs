//! Charges, what they were lowered by, what was paid on them, what is owed back, and reminders (R1, R4).

use jiff::civil::Date;

use super::columns::{Day, Text};
use super::{Read, StoreError, Write};
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::proposal::Ref;
use crate::domain::repayment::{Charge, Invoice};

/// A charge before it has its number.
#[derive(Clone, Debug)]
pub struct NewCharge<'a> {
    pub reference: Ref,
    pub number: &'a Number,
    pub settlement: Option<i64>,
    pub inhabitants: u32,
    pub amount: Ore,
    pub issued_on: Date,
    pub due_on: Date,
}

/// What a voucher means for one adopter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    pub reference: Ref,
    pub number: Number,
    pub charge: Option<Invoice>,
    /// How much more of the charge is paid.
    pub paid: Ore,
    /// How much more is owed back.
    pub owed: Ore,
}

const SELECT: &str = "
    SELECT c.id, c.ref, c.number, c.settlement, c.inhabitants, c.amount_ore, c.issued_on, c.due_on,
      (SELECT coalesce(sum(k.amount_ore), 0) FROM credits k WHERE k.charge = c.id AND k.on_date <= ?1),
      (SELECT coalesce(sum(m.paid_ore), 0) FROM movements m JOIN vouchers v ON v.voucher = m.voucher
       WHERE m.charge = c.id AND v.posted_on <= ?1),
      (SELECT count(*) FROM reminders r WHERE r.charge = c.id AND r.on_date <= ?1),
      (SELECT max(r.on_date) FROM reminders r WHERE r.charge = c.id AND r.on_date <= ?1)
    FROM charges c WHERE c.issued_on <= ?1";

fn charge(row: &rusqlite::Row) -> rusqlite::Result<Charge> {
    Ok(Charge {
        invoice: Invoice::new(row.get(0)?),
        reference: row.get(1)?,
        number: row.get(2)?,
        settlement: row.get(3)?,
        inhabitants: row.get(4)?,
        amount: row.get(5)?,
        issued_on: row.get::<_, Day>(6)?.0,
        due_on: row.get::<_, Day>(7)?.0,
        credited: row.get(8)?,
        paid: row.get(9)?,
        reminders: row.get(10)?,
        reminded_on: row.get::<_, Option<Day>>(11)?.map(|day| day.0),
    })
}

impl Read<'_> {
    /// Every charge that is issued by a date, as it stands then, in the order of the invoices.
    pub fn charges(&self, as_of: Date) -> Result<Vec<Charge>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} ORDER BY c.id"))?;
        let rows = statement.query_map([Text(as_of)], charge)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The charges on a solution, as they stand on a date, oldest first.
    pub fn charges_on(&self, reference: Ref, as_of: Date) -> Result<Vec<Charge>, StoreError> {
        let sql = format!("{SELECT} AND c.ref = ?2 ORDER BY c.issued_on, c.id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map((Text(as_of), reference), charge)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn charge(&self, invoice: Invoice, as_of: Date) -> Result<Option<Charge>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("{SELECT} AND c.id = ?2"))?;
        let mut rows = statement.query_map((Text(as_of), invoice.number()), charge)?;
        Ok(rows.next().transpose()?)
    }

    /// What is owed back to whom on a date; a participant that is owed nothing is left out.
    pub fn refunds_owed(&self, as_of: Date) -> Result<Vec<(Ref, Number, Ore)>, StoreError> {
        let sql = "SELECT m.ref, m.number, sum(m.owed_ore) FROM movements m JOIN vouchers v ON v.voucher = m.voucher
                   WHERE v.posted_on <= ?1 GROUP BY m.ref, m.number HAVING sum(m.owed_ore) <> 0
                   ORDER BY m.ref, m.number";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([Text(as_of)], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Every change of what an adopter is owed back for a solution, by date.
    pub fn changes_of_refund(&self, reference: Ref, number: &Number) -> Result<Vec<(Date, Ore)>, StoreError> {
        let sql = "SELECT v.posted_on, m.owed_ore FROM movements m JOIN vouchers v ON v.voucher = m.voucher
                   WHERE m.ref = ?1 AND m.number = ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((reference, number), |row| {
            Ok((row.get::<_, Day>(0)?.0, row.get(1)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Every change of what is paid on a charge, by date.
    pub fn changes_of_paid(&self, invoice: Invoice) -> Result<Vec<(Date, Ore)>, StoreError> {
        let sql = "SELECT v.posted_on, m.paid_ore FROM movements m JOIN vouchers v ON v.voucher = m.voucher
                   WHERE m.charge = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([invoice.number()], |row| {
            Ok((row.get::<_, Day>(0)?.0, row.get(1)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// All that an adopter has paid in for a solution, what was too much included.
    pub fn received(&self, reference: Ref, number: &Number) -> Result<Ore, StoreError> {
        let sql = "SELECT coalesce(sum(m.paid_ore + m.owed_ore), 0)
                   FROM movements m JOIN vouchers v ON v.voucher = m.voucher
                   WHERE m.ref = ?1 AND m.number = ?2 AND v.event = 'repayment'";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row((reference, number), |row| row.get(0))?)
    }

    /// Every amount that a charge was lowered by, by date.
    pub fn changes_of_credit(&self, invoice: Invoice) -> Result<Vec<(Date, Ore)>, StoreError> {
        let sql = "SELECT on_date, amount_ore FROM credits WHERE charge = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([invoice.number()], |row| {
            Ok((row.get::<_, Day>(0)?.0, row.get(1)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The day of the latest reversal of a payment of a charge.
    pub fn payment_reversed_on(&self, invoice: Invoice) -> Result<Option<Date>, StoreError> {
        let sql = "SELECT max(v.posted_on) FROM movements m JOIN vouchers v ON v.voucher = m.voucher
                   WHERE m.charge = ?1 AND v.event = 'repayment' AND v.reverses IS NOT NULL";
        let mut statement = self.connection.prepare_cached(sql)?;
        let day: Option<Day> = statement.query_row([invoice.number()], |row| row.get(0))?;
        Ok(day.map(|day| day.0))
    }

    /// The vouchers by which something paid on a charge was booked as owed back and that stand, latest first.
    pub fn standing_credits(&self, invoice: Invoice) -> Result<Vec<i64>, StoreError> {
        let sql = "SELECT v.voucher FROM movements m JOIN vouchers v ON v.voucher = m.voucher
                   WHERE m.charge = ?1 AND v.event = 'credit' AND v.reverses IS NULL
                     AND NOT EXISTS (SELECT 1 FROM vouchers r WHERE r.reverses = v.voucher)
                   ORDER BY v.posted_on DESC, v.voucher DESC";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([invoice.number()], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The day of the latest payment of a charge.
    pub fn last_paid_on(&self, invoice: Invoice) -> Result<Option<Date>, StoreError> {
        let sql = "SELECT max(v.posted_on) FROM movements m JOIN vouchers v ON v.voucher = m.voucher
                   WHERE m.charge = ?1";
        let mut statement = self.connection.prepare_cached(sql)?;
        let day: Option<Day> = statement.query_row([invoice.number()], |row| row.get(0))?;
        Ok(day.map(|day| day.0))
    }

    /// What a voucher means for adopters.
    pub fn movements(&self, voucher: i64) -> Result<Vec<Movement>, StoreError> {
        let sql =
            "SELECT ref, number, charge, paid_ore, owed_ore FROM movements WHERE voucher = ?1 ORDER BY line";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([voucher], |row| {
            Ok(Movement {
                reference: row.get(0)?,
                number: row.get(1)?,
                charge: row.get::<_, Option<i64>>(2)?.map(Invoice::new),
                paid: row.get(3)?,
                owed: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The days on which reminders of a charge were sent, oldest first.
    pub fn reminders(&self, invoice: Invoice, as_of: Date) -> Result<Vec<Date>, StoreError> {
        let sql = "SELECT on_date FROM reminders WHERE charge = ?1 AND on_date <= ?2 ORDER BY on_date, id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((invoice.number(), Text(as_of)), |row| {
            row.get::<_, Day>(0).map(|day| day.0)
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Write<'_> {
    /// Issues a charge and gives it the next invoice reference.
    pub fn add_charge(&self, charge: &NewCharge) -> Result<Invoice, StoreError> {
        let sql = "INSERT INTO charges (ref, number, settlement, inhabitants, amount_ore, issued_on, due_on)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        self.prepared(sql)?.execute((
            charge.reference,
            charge.number,
            charge.settlement,
            charge.inhabitants,
            charge.amount,
            Text(charge.issued_on),
            Text(charge.due_on),
        ))?;
        Ok(Invoice::new(self.connection.last_insert_rowid()))
    }

    pub fn add_credit(
        &self,
        invoice: Invoice,
        settlement: Option<i64>,
        amount: Ore,
        on: Date,
    ) -> Result<(), StoreError> {
        let sql = "INSERT INTO credits (charge, settlement, amount_ore, on_date) VALUES (?1, ?2, ?3, ?4)";
        let row = (invoice.number(), settlement, amount, Text(on));
        self.prepared(sql)?.execute(row)?;
        Ok(())
    }

    /// Says what a voucher that has just been posted means for adopters.
    pub fn add_movements(&self, voucher: i64, movements: &[Movement]) -> Result<(), StoreError> {
        let sql = "INSERT INTO movements (voucher, line, ref, number, charge, paid_ore, owed_ore)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let mut statement = self.prepared(sql)?;
        for (line, movement) in (1i64..).zip(movements) {
            statement.execute((
                voucher,
                line,
                movement.reference,
                &movement.number,
                movement.charge.map(Invoice::number),
                movement.paid,
                movement.owed,
            ))?;
        }
        Ok(())
    }

    pub fn add_reminder(&self, invoice: Invoice, on: Date, actor: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO reminders (charge, on_date, actor) VALUES (?1, ?2, ?3)";
        self.prepared(sql)?.execute((invoice.number(), Text(on), actor))?;
        Ok(())
    }
}
