//! The health of a file: what SQLite finds, whether the books balance, whether everything is as the log has it, and whether
//! the log's chain holds.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::finding::Finding;
use super::{Read, StoreError, altered, audit};
use crate::domain::ledger::Balances;
use crate::domain::money::Ore;
use crate::domain::repayment::Invoice;

/// How many rows of each table refer to one that isn't there.
pub(super) fn dangling(connection: &Connection) -> Result<BTreeMap<String, i64>, StoreError> {
    let sql = "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1";
    let mut statement = connection.prepare(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

impl Read<'_> {
    /// Everything that is wrong; empty when all is well.
    ///
    /// # Errors
    /// What SQLite says when it can't look.
    pub fn findings(&self) -> Result<Vec<Finding>, StoreError> {
        let chain = |seq: Option<i64>| seq.map(|seq| Finding::Audit { seq });
        let parts = [
            self.sqlite_findings(),
            self.book_findings(),
            self.ballot_findings(),
            altered::findings(self.connection),
            audit::chain_break(self.connection).map(|broken| chain(broken).into_iter().collect()),
        ];
        let (mut findings, mut fault) = (Vec::new(), None);
        for part in parts {
            match part {
                Ok(found) => findings.extend(found),
                Err(error) => fault = fault.or(Some(error)),
            }
        }
        match fault {
            // What can't be read as it should is for one of the others to name.
            Some(error) if findings.is_empty() => Err(error),
            _ => {
                // A row of the log that is gone is why much else doesn't hold.
                findings.sort_by_key(|finding| !finding.is_removed_from_the_log());
                Ok(findings)
            }
        }
    }

    fn book_findings(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
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
                        AND q.account = 'assets:outstanding:' || d.ref AND q.amount_ore = d.amount_ore)
                      UNION ALL SELECT r.id FROM contribution_refunds r JOIN vouchers v ON v.voucher = r.voucher
                      WHERE NOT EXISTS (SELECT 1 FROM postings q WHERE q.voucher = r.voucher
                        AND q.account = 'liabilities:refunds' AND q.amount_ore = r.amount_ore)";
        findings.extend(self.each(strays, |row| Ok(Finding::Disbursement { id: row.get(0)? }))?);
        findings.extend(self.repayment_findings()?);
        findings.extend(self.claim_findings()?);
        findings.extend(self.balances_below_zero()?);
        // Of the postings themselves, and not of the sums that are kept of them.
        let mut balances = Balances::default();
        let by_account = "SELECT account, sum(amount_ore) FROM postings GROUP BY account";
        for (account, amount) in self.each(by_account, |row| Ok((row.get(0)?, row.get(1)?)))? {
            balances.add(account, amount);
        }
        let difference = balances.fund_capital() - balances.equity();
        if !difference.is_zero() {
            findings.push(Finding::Capital { difference });
        }
        Ok(findings)
    }

    /// M15: each secret election that is closed has the ballots that its count is of.
    fn ballot_findings(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        for row in self.meetings()? {
            let meeting = row.meeting;
            let held = meeting.elections.iter().filter(|held| held.secret.is_some());
            let wrong = held.filter(|held| {
                held.count
                    .as_ref()
                    .is_some_and(|count| !count.is_of(&held.ballots))
            });
            findings.extend(wrong.map(|held| Finding::Ballots {
                meeting: meeting.key,
                election: held.id,
            }));
        }
        Ok(findings)
    }

    /// The claims beside the books say the same as the books: what a project cost, less what was paid on its charges,
    /// is outstanding or lost, and what adopters are owed is what the fund owes.
    fn repayment_findings(&self) -> Result<Vec<Finding>, StoreError> {
        let by_project = "
            SELECT ref, sum(amount) FROM (
              SELECT substr(q.account, length('assets:outstanding:') + 1) AS ref,
                     iif(v.event IN ('disbursement', 'opening'), 0, q.amount_ore) AS amount
                FROM postings q JOIN vouchers v ON v.voucher = q.voucher
                WHERE q.account >= 'assets:outstanding:' AND q.account < 'assets:outstanding;'
              UNION ALL SELECT substr(account, length('expenses:losses:') + 1), amount_ore FROM postings
                WHERE account >= 'expenses:losses:' AND account < 'expenses:losses;'
              UNION ALL SELECT ref, paid_ore FROM movements)
            GROUP BY ref HAVING sum(amount) <> 0";
        let mut findings = self.each(by_project, |row| {
            Ok(Finding::Repayments {
                reference: row.get(0)?,
                difference: row.get(1)?,
            })
        })?;
        let refunds = "
            SELECT coalesce((SELECT sum(owed_ore) FROM movements), 0)
                 + coalesce((SELECT sum(q.amount_ore) FROM postings q JOIN vouchers v ON v.voucher = q.voucher
                             WHERE q.account = 'liabilities:refunds' AND v.event IN ('repayment', 'credit', 'refund')), 0)";
        let difference = self.each(refunds, |row| row.get::<_, Ore>(0))?;
        findings.extend(
            difference
                .into_iter()
                .filter(|difference| !difference.is_zero())
                .map(|difference| Finding::Refunds { difference }),
        );
        Ok(findings)
    }

    /// What is claimed of adopters keeps within what may be claimed, and each voucher moves what it says to them.
    fn claim_findings(&self) -> Result<Vec<Finding>, StoreError> {
        let movements = "
            SELECT v.voucher FROM vouchers v
            JOIN (SELECT voucher, sum(iif(account = 'liabilities:refunds', -amount_ore, 0)) AS owed,
                         sum(iif(account GLOB 'assets:outstanding:*' OR account GLOB 'expenses:losses:*', -amount_ore, 0)) AS paid
                    FROM postings GROUP BY voucher) p ON p.voucher = v.voucher
            LEFT JOIN (SELECT voucher, sum(owed_ore) AS owed, sum(paid_ore) AS paid FROM movements GROUP BY voucher) m
                   ON m.voucher = v.voucher
            WHERE iif(v.event IN ('repayment', 'credit', 'refund'),
                      p.owed <> coalesce(m.owed, 0) OR p.paid <> coalesce(m.paid, 0), m.voucher IS NOT NULL)
            ORDER BY v.voucher";
        let mut findings = self.each(movements, |row| Ok(Finding::Movements { voucher: row.get(0)? }))?;
        let charges = "
            SELECT id FROM (
              SELECT c.id, c.amount_ore - coalesce((SELECT sum(k.amount_ore) FROM credits k WHERE k.charge = c.id), 0) AS net,
                     coalesce((SELECT sum(m.paid_ore) FROM movements m WHERE m.charge = c.id), 0) AS paid
              FROM charges c)
            WHERE net < 0 OR paid < 0 OR paid > net ORDER BY id";
        findings.extend(self.each(charges, |row| {
            Ok(Finding::Charge {
                invoice: Invoice::new(row.get(0)?),
            })
        })?);
        let overcharged = "
            SELECT ref, charged FROM (
              SELECT c.ref, sum(c.amount_ore - coalesce((SELECT sum(k.amount_ore) FROM credits k WHERE k.charge = c.id), 0))
                       AS charged
              FROM charges c GROUP BY c.ref) AS claims
            WHERE charged > (SELECT coalesce(sum(q.amount_ore), 0) FROM postings q JOIN vouchers v ON v.voucher = q.voucher
                             WHERE q.account = 'assets:outstanding:' || ref AND v.event IN ('disbursement', 'opening'))
                + iif((SELECT price_model FROM solutions s WHERE s.ref = claims.ref) = 'shared', 0,
                      coalesce((SELECT d.amount_ore
                                  - (SELECT coalesce(sum(r.amount_ore), 0) FROM releases r WHERE r.ref = d.ref)
                                  - (SELECT coalesce(sum(q.amount_ore), 0) FROM postings q JOIN vouchers v ON v.voucher = q.voucher
                                     WHERE q.account = 'assets:outstanding:' || d.ref AND v.event = 'disbursement')
                                FROM decisions d WHERE d.ref = claims.ref AND d.kind = 'commit'), 0))
            ORDER BY ref";
        findings.extend(self.each(overcharged, |row| {
            Ok(Finding::Overcharged {
                reference: row.get(0)?,
                charged: row.get(1)?,
            })
        })?);
        Ok(findings)
    }

    fn sqlite_findings(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = self.each("PRAGMA integrity_check", |row| row.get(0).map(Finding::Integrity))?;
        findings.retain(|finding| *finding != Finding::Integrity("ok".to_owned()));
        let dangling = dangling(self.connection)?.into_iter();
        findings.extend(dangling.map(|(table, count)| Finding::Dangling { table, count }));
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
