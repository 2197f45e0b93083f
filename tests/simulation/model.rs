//! What the fund must be, kept apart from the program: the log grows by one row for each step that was done and never otherwise,
//! every voucher balances, and the accounts add up. It reads rows that the program wrote, and trusts none of its sums.

use std::collections::BTreeMap;

use kommit::usecases::Outcome;
use rusqlite::Connection;

/// The fund as the steps that were done have left it. A copy is what a backup holds.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// The newest row of the log, and its hash.
    pub row: i64,
    pub hash: String,
    voucher: i64,
    /// Øre by account.
    accounts: BTreeMap<String, i64>,
    /// Øre that came to the bank, by posting date.
    bank: BTreeMap<String, i64>,
}

impl Model {
    /// The fund as it stands is where the run begins.
    pub fn begin(&mut self, raw: &Connection) {
        (self.row, self.hash) = head(raw);
        self.take_in(raw);
    }

    /// A step was reported as done: its row is the next one.
    pub fn acknowledged(&mut self, outcome: &Outcome) {
        let log = outcome.log.as_ref().expect("what is done is logged");
        assert_eq!(
            log.row,
            self.row + 1,
            "each step that is done is one row of the log"
        );
        (self.row, self.hash) = (log.row, log.hash.clone());
    }

    /// The program was lost before it could say whether its step was done; the log tells.
    pub fn perhaps_one_more(&mut self, raw: &Connection) -> bool {
        let (row, hash) = head(raw);
        assert!(
            row == self.row || row == self.row + 1,
            "row {row} after {}",
            self.row
        );
        let more = row > self.row;
        if more {
            assert_eq!(prev_of(raw, row), self.hash);
            (self.row, self.hash) = (row, hash);
        }
        more
    }

    /// Held after every step, `today` as `YYYY-MM-DD`.
    pub fn holds(&mut self, raw: &Connection, today: &str) {
        let now = head(raw);
        assert_eq!(
            now,
            (self.row, self.hash.clone()),
            "the log holds what was done and nothing else"
        );
        self.take_in(raw);
        let sum = |of: &str| -> i64 {
            let within = self
                .accounts
                .iter()
                .filter(|(account, _)| account.starts_with(of));
            within.map(|(_, amount)| amount).sum()
        };
        // L4, of postings alone; debits are positive.
        let capital = sum("assets:bank") + sum("assets:outstanding:") + sum("liabilities:refunds");
        let equity = -sum("equity:contributions:") - sum("income:other") - sum("expenses:");
        assert_eq!(capital, equity, "L4");
        assert!(
            sum("liabilities:refunds") <= 0,
            "the fund owes; nobody owes it refunds"
        );
        // L5, on every day from now on.
        let mut bank = 0;
        for (day, amount) in &self.bank {
            bank += amount;
            assert!(bank >= 0 || day.as_str() < today, "L5: {bank} on {day}");
        }
        assert!(bank >= 0, "L5: {bank}");
        let by_today: i64 = self
            .bank
            .range(..=today.to_owned())
            .map(|(_, amount)| amount)
            .sum();
        assert!(by_today >= 0, "L5: {by_today} today");
    }

    pub fn vouchers(&self) -> i64 {
        self.voucher
    }

    /// What is in the bank at the end of a day.
    pub fn bank_on(&self, day: &str) -> i64 {
        self.bank.range(..=day.to_owned()).map(|(_, amount)| amount).sum()
    }

    /// L1: new vouchers are numbered without gaps, each with two postings at least that sum to zero.
    fn take_in(&mut self, raw: &Connection) {
        let sql = "SELECT v.voucher, v.posted_on, q.account, q.amount_ore FROM vouchers v
                   JOIN postings q ON q.voucher = v.voucher WHERE v.voucher > ?1 ORDER BY v.voucher, q.line";
        let mut statement = raw.prepare_cached(sql).unwrap();
        let rows = statement.query_map([self.voucher], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        });
        let rows: Vec<(i64, String, String, i64)> = rows.unwrap().map(Result::unwrap).collect();
        for lines in rows.chunk_by(|a, b| a.0 == b.0) {
            let voucher = lines[0].0;
            assert_eq!(voucher, self.voucher + 1, "L1: vouchers without a gap");
            assert!(lines.len() > 1, "L1: voucher {voucher}");
            assert_eq!(
                lines.iter().map(|line| line.3).sum::<i64>(),
                0,
                "L1: voucher {voucher}"
            );
            for (_, day, account, amount) in lines {
                *self.accounts.entry(account.clone()).or_default() += amount;
                if account == "assets:bank" {
                    *self.bank.entry(day.clone()).or_default() += amount;
                }
            }
            self.voucher = voucher;
        }
        let last: i64 = raw
            .prepare_cached("SELECT coalesce(max(voucher), 0) FROM vouchers")
            .unwrap()
            .query_row([], |row| row.get(0))
            .unwrap();
        assert_eq!(last, self.voucher, "L1: every voucher has postings");
    }
}

fn head(raw: &Connection) -> (i64, String) {
    let sql = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1";
    let mut statement = raw.prepare_cached(sql).unwrap();
    statement
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
}

fn prev_of(raw: &Connection, row: i64) -> String {
    let sql = "SELECT prev FROM audit WHERE seq = ?1";
    raw.query_row(sql, [row], |row| row.get(0)).unwrap()
}
