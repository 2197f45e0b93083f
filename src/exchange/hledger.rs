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

/// A journal by posting date and then by voucher, as balances go by posting date (L1). The lines of a voucher stand
/// together in `lines`, and keep their order. A comment says where the fund's log stood.
#[must_use]
pub fn hledger_journal(lines: &[LedgerLine], log: &Anchor) -> String {
    let mut vouchers: Vec<&[LedgerLine]> = lines.chunk_by(|a, b| a.voucher == b.voucher).collect();
    vouchers.sort_by_key(|lines| (lines[0].posted_on, lines[0].voucher));
    let mut journal = Journal::default();
    journal.head(lines, log);
    for voucher in vouchers {
        journal.transaction(voucher);
    }
    journal.text
}

#[derive(Default)]
struct Journal {
    text: String,
    balances: BTreeMap<Account, Ore>,
}

impl Journal {
    fn head(&mut self, lines: &[LedgerLine], log: &Anchor) {
        self.line(&format!("; log {log}"));
        self.line("decimal-mark .");
        self.line("commodity NOK 1000.00");
        let accounts: BTreeSet<String> = lines.iter().map(|line| line.account.to_string()).collect();
        for account in accounts {
            self.line(&format!("account {account}"));
        }
    }

    fn transaction(&mut self, lines: &[LedgerLine]) {
        let first = &lines[0];
        let mut dates = first.posted_on.to_string();
        if first.value_on != first.posted_on {
            // A write to a string can't fail.
            let _ = write!(dates, "={}", first.value_on);
        }
        let head = format!("{dates} ({}) {}", first.voucher, description(&first.text));
        let tag = first.reverses.map(|voucher| format!("  ; reverses:{voucher}"));
        self.line("");
        self.line(&(head.trim_end().to_owned() + tag.as_deref().unwrap_or_default()));
        for line in lines {
            let balance = self.balances.entry(line.account).or_default();
            *balance += line.amount;
            // Two spaces end the name of an account.
            let posting = format!("    {}  NOK {} = NOK {balance}", line.account, line.amount);
            self.line(&posting);
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
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
        let mut lines = vec![
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
        assert_eq!(
            hledger_journal(&lines, &log),
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
