//! The ledger as a journal for hledger, so that somebody else's bookkeeping can prove it: every account and the
//! currency declared, every amount written out, and after every posting what the account holds then. A figure that is
//! changed afterwards makes `hledger check --strict` fail.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use jiff::civil::Date;

use crate::domain::anchor::Anchor;
use crate::domain::ledger::Account;
use crate::domain::money::Ore;
use crate::domain::text::is_unsafe;

/// One posting with what its voucher says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerLine {
    pub voucher: i64,
    pub posted_on: Date,
    pub value_on: Date,
    pub text: String,
    /// The voucher that this one takes back.
    pub reverses: Option<i64>,
    pub account: Account,
    pub amount: Ore,
}

/// A journal by posting date and then by voucher, as balances go by posting date (L1): so the lines come, those of a voucher
/// together. A comment says where the fund's log stood.
pub struct HledgerJournal {
    text: String,
    balances: BTreeMap<Account, Ore>,
    /// The voucher of the last line.
    voucher: Option<i64>,
}

impl HledgerJournal {
    /// `accounts` are those that the lines are of.
    #[must_use]
    pub fn new(accounts: &[Account], log: &Anchor) -> HledgerJournal {
        let mut text = format!("; log {log}\ndecimal-mark .\ncommodity NOK 1000.00\n");
        let accounts: BTreeSet<String> = accounts.iter().map(Account::to_string).collect();
        for account in accounts {
            text.extend(["account ", &account, "\n"]);
        }
        HledgerJournal {
            text,
            balances: BTreeMap::new(),
            voucher: None,
        }
    }

    /// The next line, and before the first of a voucher what the voucher says.
    pub fn line(&mut self, line: &LedgerLine) {
        if self.voucher.replace(line.voucher) != Some(line.voucher) {
            self.head(line);
        }
        let balance = self.balances.entry(line.account).or_default();
        *balance += line.amount;
        // Two spaces end the name of an account. A write to a string can't fail.
        let _ = writeln!(
            self.text,
            "    {}  NOK {} = NOK {balance}",
            line.account, line.amount
        );
    }

    fn head(&mut self, first: &LedgerLine) {
        let mut dates = first.posted_on.to_string();
        if first.value_on != first.posted_on {
            let _ = write!(dates, "={}", first.value_on);
        }
        let head = format!("{dates} ({}) {}", first.voucher, description(&first.text));
        let tag = first.reverses.map(|voucher| format!("  ; reverses:{voucher}"));
        self.text
            .extend(["\n", head.trim_end(), tag.as_deref().unwrap_or_default(), "\n"]);
    }

    /// What has been added since this was asked last.
    #[must_use]
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    /// So much of it is there to be taken.
    #[must_use]
    pub fn length(&self) -> usize {
        self.text.len()
    }
}

/// A description on one line. A semicolon would begin a comment, a bar would part a payee from a note.
fn description(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| match c {
            ';' => ',',
            '|' => '/',
            c if is_unsafe(c) => ' ',
            c => c,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ledger::Source;
    use jiff::civil::date;

    fn line(voucher: i64, on: Date, account: Account, ore: i64) -> LedgerLine {
        LedgerLine {
            voucher,
            posted_on: on,
            value_on: on,
            text: "Innskudd; fra\nHalden | Moss".to_owned(),
            reverses: None,
            account,
            amount: Ore::new(ore),
        }
    }

    #[test]
    fn a_voucher_is_a_transaction_with_running_balances_in_the_order_of_posting_dates() {
        let (early, late) = (date(2018, 1, 2), date(2018, 3, 1));
        let source = Account::Contributions(Source::Ks);
        let mut lines = [
            line(1, late, Account::Bank, 50),
            line(1, late, source, -50),
            line(2, early, Account::Bank, 100_000),
            line(2, early, source, -100_000),
            line(3, late, source, 50),
            line(3, late, Account::Bank, -50),
        ];
        for line in &mut lines[..2] {
            line.value_on = date(2018, 3, 3);
        }
        for line in &mut lines[4..] {
            line.reverses = Some(1);
        }
        let log = Anchor {
            row: 7,
            hash: "aa".to_owned(),
        };
        lines.sort_by_key(|line| (line.posted_on, line.voucher));
        let mut journal = HledgerJournal::new(&[source, Account::Bank], &log);
        for line in &lines {
            journal.line(line);
        }
        assert_eq!(
            journal.take(),
            "; log 7:aa\ndecimal-mark .\ncommodity NOK 1000.00\naccount assets:bank\naccount equity:contributions:ks\n\n\
             2018-01-02 (2) Innskudd, fra Halden / Moss\n\
             \x20   assets:bank  NOK 1000.00 = NOK 1000.00\n\
             \x20   equity:contributions:ks  NOK -1000.00 = NOK -1000.00\n\n\
             2018-03-01=2018-03-03 (1) Innskudd, fra Halden / Moss\n\
             \x20   assets:bank  NOK 0.50 = NOK 1000.50\n\
             \x20   equity:contributions:ks  NOK -0.50 = NOK -1000.50\n\n\
             2018-03-01 (3) Innskudd, fra Halden / Moss  ; reverses:1\n\
             \x20   equity:contributions:ks  NOK 0.50 = NOK -1000.00\n\
             \x20   assets:bank  NOK -0.50 = NOK 1000.00\n"
        );
    }
}
