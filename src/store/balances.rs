//! The balances that are below zero on no day, each with every change of it.

use jiff::civil::Date;
use rusqlite::ToSql;

use super::columns::Day;
use super::finding::Finding;
use super::{Read, StoreError};
use crate::domain::balance::{Balance, Change, below_zero};
use crate::domain::ledger::Account;
use crate::domain::repayment::Invoice;

/// The events by which a contribution is paid, parted, paid back and kept.
const OF_CONTRIBUTIONS: &str = "('contribution', 'contribution_refund', 'other')";

fn change(row: &rusqlite::Row) -> rusqlite::Result<Change> {
    Ok(Change {
        voucher: row.get(0)?,
        on: row.get::<_, Day>(1)?.0,
        amount: row.get(2)?,
    })
}

impl Read<'_> {
    /// Those that the vouchers after one have changed. By the `+` SQLite is told to seek the vouchers, which are few, and to go
    /// through no index from end to end for the sake of its order.
    pub fn balances_changed(&self, after: i64) -> Result<Vec<Balance>, StoreError> {
        let mut changed = Vec::new();
        let sql = format!(
            "SELECT DISTINCT +participant FROM vouchers
             WHERE voucher > ?1 AND +participant IS NOT NULL AND event IN {OF_CONTRIBUTIONS}"
        );
        for number in self.each_of(&sql, [after], |row| row.get(0))? {
            changed.push(Balance::Contribution(number));
        }
        let paid: Vec<Balance> = changed.clone();
        changed.extend(paid.into_iter().filter_map(|balance| match balance {
            Balance::Contribution(number) => Some(Balance::Overpaid(number)),
            _ => None,
        }));
        let sql = "SELECT DISTINCT +charge FROM movements WHERE voucher > ?1 AND +charge IS NOT NULL";
        changed.extend(self.each_of(sql, [after], |row| Ok(Balance::Charge(Invoice::new(row.get(0)?))))?);
        let sql = "SELECT DISTINCT +ref, +number FROM movements WHERE voucher > ?1";
        changed.extend(self.each_of(sql, [after], |row| Ok(Balance::Refund(row.get(0)?, row.get(1)?)))?);
        let sql = "SELECT DISTINCT +account FROM postings
                   WHERE voucher > ?1 AND +account >= 'expenses:losses:' AND +account < 'expenses:losses;'";
        let accounts: Vec<Account> = self.each_of(sql, [after], |row| row.get(0))?;
        changed.extend(accounts.into_iter().filter_map(|account| match account {
            Account::Losses(reference) => Some(Balance::Loss(reference)),
            _ => None,
        }));
        Ok(changed)
    }

    /// Every change of a balance.
    pub fn changes_of_balance(&self, balance: &Balance) -> Result<Vec<Change>, StoreError> {
        let of_contribution = |account: &str| {
            format!(
                "SELECT v.voucher, v.posted_on, -q.amount_ore FROM vouchers v CROSS JOIN postings q ON q.voucher = v.voucher
                 WHERE v.participant = ?1 AND v.event IN {OF_CONTRIBUTIONS} AND +{account}"
            )
        };
        let moved = |what: &str| {
            format!(
                "SELECT m.voucher, v.posted_on, m.{what} FROM movements m JOIN vouchers v ON v.voucher = m.voucher"
            )
        };
        match balance {
            Balance::Contribution(number) => {
                let sql = of_contribution(
                    "q.account IN ('equity:contributions:municipality', 'equity:contributions:county')",
                );
                self.each_of(&sql, [number], change)
            }
            Balance::Overpaid(number) => self.each_of(
                &of_contribution("q.account = 'liabilities:refunds'"),
                [number],
                change,
            ),
            Balance::Charge(invoice) => {
                let sql = format!("{} WHERE m.charge = ?1", moved("paid_ore"));
                self.each_of(&sql, [invoice.number()], change)
            }
            Balance::Refund(reference, number) => {
                let sql = format!("{} WHERE m.ref = ?1 AND m.number = ?2", moved("owed_ore"));
                self.each_of(&sql, [reference as &dyn ToSql, number], change)
            }
            Balance::Loss(reference) => {
                let sql = "SELECT v.voucher, v.posted_on, q.amount_ore FROM postings q
                           JOIN vouchers v ON v.voucher = q.voucher WHERE q.account = ?1";
                self.each_of(sql, [Account::Losses(*reference)], change)
            }
        }
    }

    /// Every balance that is below zero on a day, with the first such day.
    pub(super) fn balances_below_zero(&self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        for balance in self.balances_changed(0)? {
            let changes = self.changes_of_balance(&balance)?;
            let first: Option<(Date, _)> = below_zero(&changes).next();
            findings.extend(first.map(|(on, amount)| Finding::BelowZero { balance, on, amount }));
        }
        Ok(findings)
    }

    fn each_of<T>(
        &self,
        sql: &str,
        parameters: impl rusqlite::Params,
        read: impl FnMut(&rusqlite::Row) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(parameters, read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::audit::NewAudit;
    use super::super::ledger::About;
    use super::super::{Fund, Store};
    use super::*;
    use crate::domain::ledger::Entry;
    use crate::domain::log_action::LogAction;
    use crate::domain::money::Ore;
    use crate::domain::participant::{Kind, Number, Participant};
    use crate::domain::scheme::Scheme;

    const NEW: NewAudit = NewAudit {
        at: "2018-02-01T12:00:00Z",
        actor: "administrator",
        via: "local",
        action: LogAction::FundCreate,
        subject: "",
        payload: serde_json::Value::Null,
    };

    #[test]
    fn c8_a_file_in_which_more_was_kept_than_was_over_on_a_day_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let source = Scheme::embedded("blank").unwrap();
        let scheme = Scheme::parse(source).unwrap();
        let fund = Fund { scheme, demo: false };
        let (mut store, _) = Store::create(&folder.path().join("fund.db"), source, fund, &NEW).unwrap();
        let number = Number::parse("0105").unwrap();
        let (kr, before) = (Ore::kroner, date(2018, 3, 1));
        let posted: Result<(), StoreError> = store.write(|write| {
            write.put_participant(&Participant {
                kind: Kind::Municipality,
                number: number.clone(),
                name: "Nabo".into(),
                county_number: String::new(),
                county_name: String::new(),
                population: 1,
            })?;
            let about = About {
                participant: Some(&number),
                ..About::default()
            };
            let later = date(2018, 4, 1);
            let paid = Entry::payment(Kind::Municipality, kr(1), kr(10), later, String::new()).unwrap();
            write.post(&paid, about)?;
            write.post(&Entry::kept(kr(4), before, String::new()).unwrap(), about)?;
            write.log(&NEW)?;
            Ok(())
        });
        posted.unwrap();
        let mut wrong = Vec::new();
        let looked: Result<(), StoreError> = store.read(|read| {
            wrong = read.findings()?;
            Ok(())
        });
        looked.unwrap();
        let below = Finding::BelowZero {
            balance: Balance::Overpaid(number),
            on: before,
            amount: kr(-4),
        };
        assert_eq!(wrong, [below]);
    }
}
