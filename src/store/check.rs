//! The health of a file: what SQLite finds, whether the books balance, and whether the log's chain holds.

use super::{Read, StoreError};
use crate::domain::money::Ore;

/// Something that is wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// SQLite's own words.
    Integrity(String),
    /// A row refers to one that isn't there; the table it stands in.
    Dangling(String),
    /// L1: the postings of a voucher don't sum to zero.
    Unbalanced { voucher: i64, sum: Ore },
    /// L6: a voucher number is missing.
    Gap { after: i64 },
    /// L4: fund capital and equity differ.
    Capital { difference: Ore },
    /// An approved disbursement and its voucher don't say the same.
    Disbursement { id: i64 },
    /// The log's chain breaks at this row, or the books aren't as it says they were.
    Audit { seq: i64 },
}

impl Read<'_> {
    /// Everything that is wrong; empty when all is well.
    ///
    /// # Errors
    /// What SQLite says when it can't look.
    pub fn findings(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = self.sqlite_findings()?;
        let unbalanced =
            "SELECT v.voucher, coalesce(sum(q.amount_ore), 0) AS total, count(q.line) FROM vouchers v
                          LEFT JOIN postings q ON q.voucher = v.voucher
                          GROUP BY v.voucher HAVING total <> 0 OR count(q.line) < 2";
        findings.extend(self.each(unbalanced, |row| {
            Ok(Finding::Unbalanced {
                voucher: row.get(0)?,
                sum: row.get(1)?,
            })
        })?);
        let gaps = "SELECT v.voucher - 1 FROM vouchers v
                    WHERE v.voucher > 1 AND NOT EXISTS (SELECT 1 FROM vouchers b WHERE b.voucher = v.voucher - 1)";
        findings.extend(self.each(gaps, |row| {
            Ok(Finding::Gap {
                after: row.get::<_, i64>(0)? - 1,
            })
        })?);
        let strays = "SELECT d.id FROM disbursements d JOIN vouchers v ON v.voucher = d.voucher
                      WHERE NOT EXISTS (SELECT 1 FROM postings q WHERE q.voucher = d.voucher
                        AND q.account = 'assets:outstanding:' || d.ref AND q.amount_ore = d.amount_ore)";
        findings.extend(self.each(strays, |row| Ok(Finding::Disbursement { id: row.get(0)? }))?);
        let (balances, _) = self.balances(jiff::civil::Date::MAX)?;
        let difference = balances.fund_capital() - balances.equity();
        if !difference.is_zero() {
            findings.push(Finding::Capital { difference });
        }
        findings.extend(self.audit_break()?.map(|seq| Finding::Audit { seq }));
        Ok(findings)
    }

    fn sqlite_findings(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = self.each("PRAGMA integrity_check", |row| row.get(0).map(Finding::Integrity))?;
        findings.retain(|finding| *finding != Finding::Integrity("ok".to_owned()));
        findings.extend(self.each("PRAGMA foreign_key_check", |row| {
            row.get(0).map(Finding::Dangling)
        })?);
        Ok(findings)
    }

    fn each<T>(
        &self,
        sql: &str,
        read: impl FnMut(&rusqlite::Row) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare(sql)?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
