//! The books: vouchers with their postings, and balances on a date.

use std::ops::ControlFlow;

use jiff::civil::Date;
use rusqlite::OptionalExtension;

use super::columns::{Day, Text};
use super::{Read, StoreError, Write};
use crate::domain::forecast::{Flow, Flows};
use crate::domain::ledger::{Account, Balances, Entry, Event, Posting, Source};
use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::text::{composed, spellings};

/// A posted entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voucher {
    pub number: i64,
    pub event: Event,
    pub posted_on: Date,
    pub value_on: Date,
    pub text: String,
    pub participant: Option<Number>,
    /// The voucher that this one reverses (L2).
    pub reverses: Option<i64>,
    /// The voucher that reverses this one.
    pub reversed_by: Option<i64>,
    pub postings: Vec<Posting>,
}

/// A line of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalLine {
    pub voucher: i64,
    pub event: Event,
    pub posted_on: Date,
    pub value_on: Date,
    pub text: String,
    /// The voucher that this one reverses (L2).
    pub reverses: Option<i64>,
    pub account: Account,
    pub amount: Ore,
}

/// In which order the journal is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JournalOrder {
    Voucher,
    /// By the day by which a voucher counts, and then by voucher.
    Day,
}

/// One payment of a participant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payment {
    pub voucher: i64,
    pub on: Date,
    pub amount: Ore,
}

/// A row that was imported without a number of its own: what it said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImportedRow {
    pub posted_on: Date,
    pub value_on: Date,
    pub text: String,
    pub from: Account,
    pub to: Account,
    pub amount: Ore,
}

/// What a voucher is about, besides its postings.
#[derive(Clone, Copy, Debug, Default)]
pub struct About<'a> {
    pub participant: Option<&'a Number>,
    /// The voucher that it reverses (L2).
    pub reverses: Option<i64>,
    /// The number that it had in the books it is imported from.
    pub source: Option<&'a str>,
    /// The day on which it is posted, whatever day it is posted by.
    pub registered_on: Option<Date>,
}

/// A day and what changes on it.
pub(super) fn dated(row: &rusqlite::Row) -> rusqlite::Result<(Date, Ore)> {
    Ok((row.get::<_, Day>(0)?.0, row.get(1)?))
}

impl Read<'_> {
    /// The balance of every account on a date.
    pub fn account_balances(&self, as_of: Date) -> Result<Vec<(Account, Ore)>, StoreError> {
        let sql = "SELECT account, sum(amount_ore) FROM day_sums WHERE day <= ?1 GROUP BY account";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([Text(as_of)], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What all accounts sum to on a date, and what each source has paid in.
    pub fn balances(&self, as_of: Date) -> Result<(Balances, Vec<(Source, Ore)>), StoreError> {
        let mut balances = Balances::default();
        let mut paid = Vec::new();
        for (account, amount) in self.account_balances(as_of)? {
            balances.add(account, amount);
            if let Account::Contributions(source) = account {
                paid.push((source, -amount));
            }
        }
        Ok((balances, paid))
    }

    /// The day of the earliest voucher or answer; `None` before there is any.
    pub fn first_fact_on(&self) -> Result<Option<Date>, StoreError> {
        let sql = "SELECT min(day) FROM (SELECT min(posted_on) AS day FROM vouchers
                                         UNION ALL SELECT min(decided_on) FROM answers)";
        let first = self
            .connection
            .prepare_cached(sql)?
            .query_row([], |row| row.get::<_, Option<Day>>(0))?;
        Ok(first.map(|day| day.0))
    }

    /// The number of the last voucher; zero before the first.
    pub fn last_voucher(&self) -> Result<i64, StoreError> {
        let sql = "SELECT coalesce(max(voucher), 0) FROM vouchers";
        Ok(self
            .connection
            .prepare_cached(sql)?
            .query_row([], |row| row.get(0))?)
    }

    pub fn voucher(&self, number: i64) -> Result<Option<Voucher>, StoreError> {
        let sql = "SELECT v.event, v.posted_on, v.value_on, v.text, v.participant, v.reverses,
                          (SELECT r.voucher FROM vouchers r WHERE r.reverses = v.voucher)
                   FROM vouchers v WHERE v.voucher = ?1";
        let found = self.connection.prepare_cached(sql)?.query_row([number], |row| {
            Ok(Voucher {
                number,
                event: row.get(0)?,
                posted_on: row.get::<_, Day>(1)?.0,
                value_on: row.get::<_, Day>(2)?.0,
                text: row.get(3)?,
                participant: row.get(4)?,
                reverses: row.get(5)?,
                reversed_by: row.get(6)?,
                postings: Vec::new(),
            })
        });
        let Some(mut voucher) = found.optional()? else {
            return Ok(None);
        };
        let sql = "SELECT account, amount_ore FROM postings WHERE voucher = ?1 ORDER BY line";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([number], |row| {
            Ok(Posting {
                account: row.get(0)?,
                amount: row.get(1)?,
            })
        })?;
        voucher.postings = rows.collect::<Result<_, _>>()?;
        Ok(Some(voucher))
    }

    /// The balance of an account on a day, and every change of it after that day, by date; debit is positive.
    pub fn changes_of(&self, account: Account, from: Date) -> Result<Vec<(Date, Ore)>, StoreError> {
        let sql = "SELECT ?2, coalesce(sum(amount_ore), 0) FROM day_sums WHERE account = ?1 AND day <= ?2
                   UNION ALL SELECT day, amount_ore FROM day_sums WHERE account = ?1 AND day > ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((account, Text(from)), dated)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What was posted from one day to another, both included, by the columns of the forecast (F1). Every voucher sums to
    /// zero, so that their net is what the bank has changed by.
    pub fn flows(&self, from: Date, to: Date) -> Result<Flows, StoreError> {
        let sql = "SELECT event, account, sum(amount_ore) FROM day_sums WHERE day BETWEEN ?1 AND ?2 GROUP BY account, event";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((Text(from), Text(to)), |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
        let mut flows = Flows::default();
        for row in rows {
            let (event, account, amount): (Event, Account, Ore) = row?;
            if let Some((flow, sign)) = Flow::of_posting(event, account) {
                flows.add(flow, if sign < 0 { -amount } else { amount });
            }
        }
        Ok(flows)
    }

    /// Whether there is a voucher of any other kind.
    pub fn has_vouchers_but(&self, event: Event) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM vouchers WHERE event <> ?1)";
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.query_row([event], |row| row.get(0))?)
    }

    /// The day of the opening balances that stand.
    pub fn opening_day(&self) -> Result<Option<Date>, StoreError> {
        let sql = "SELECT min(posted_on) FROM vouchers v WHERE event = ?1 AND reverses IS NULL
                   AND NOT EXISTS (SELECT 1 FROM vouchers r WHERE r.reverses = v.voucher)";
        let mut statement = self.connection.prepare_cached(sql)?;
        let day: Option<Day> = statement.query_row([Event::Opening], |row| row.get(0))?;
        Ok(day.map(|day| day.0))
    }

    /// What every voucher has moved, all together.
    pub fn posted_in_all(&self) -> Result<Ore, StoreError> {
        let sql = "SELECT coalesce(sum(amount_ore), 0) FROM postings WHERE amount_ore > 0";
        Ok(self
            .connection
            .prepare_cached(sql)?
            .query_row([], |row| row.get(0))?)
    }

    /// Every row that was imported without a number of its own, reversed or not; its text composed.
    pub fn imported_rows(&self) -> Result<Vec<ImportedRow>, StoreError> {
        let sql = "SELECT v.posted_on, v.value_on, v.text, f.account, t.account, t.amount_ore
                   FROM vouchers v
                   JOIN postings t ON t.voucher = v.voucher AND t.amount_ore > 0
                   JOIN postings f ON f.voucher = v.voucher AND f.amount_ore < 0
                   WHERE v.event IN (?1, ?2) AND v.source IS NULL AND v.reverses IS NULL";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([Event::Other, Event::Opening], |row| {
            Ok(ImportedRow {
                posted_on: row.get::<_, Day>(0)?.0,
                value_on: row.get::<_, Day>(1)?.0,
                text: composed(&row.get::<_, String>(2)?),
                from: row.get(3)?,
                to: row.get(4)?,
                amount: row.get(5)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The voucher that was imported under a number of other books, however its letters are spelt.
    pub fn imported(&self, source: &str) -> Result<Option<Voucher>, StoreError> {
        let sql = "SELECT voucher FROM vouchers WHERE source IN (?1, ?2, ?3) ORDER BY voucher LIMIT 1";
        let number: Option<i64> = self
            .connection
            .prepare_cached(sql)?
            .query_row(spellings(source), |row| row.get(0))
            .optional()?;
        number.map_or(Ok(None), |number| self.voucher(number))
    }

    /// The journal to a date, by voucher.
    pub fn journal(&self, as_of: Date) -> Result<Vec<JournalLine>, StoreError> {
        let mut lines = Vec::new();
        self.each_line(as_of, JournalOrder::Voucher, |line| {
            lines.push(line);
            ControlFlow::Continue(())
        })?;
        Ok(lines)
    }

    /// The journal to a date, line by line, as long as they are wanted: it may be too long to be held in memory.
    pub fn each_line(
        &self,
        as_of: Date,
        order: JournalOrder,
        mut take: impl FnMut(JournalLine) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        let order = match order {
            JournalOrder::Voucher => "v.voucher, q.line",
            JournalOrder::Day => "v.posted_on, v.voucher, q.line",
        };
        // The vouchers come in the order of a table or an index, so that SQLite doesn't have to sort them.
        let sql = format!(
            "SELECT v.voucher, v.event, v.posted_on, v.value_on, v.text, v.reverses, q.account, q.amount_ore
             FROM vouchers v CROSS JOIN postings q ON q.voucher = v.voucher
             WHERE v.posted_on <= ?1 ORDER BY {order}"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([Text(as_of)])?;
        while let Some(row) = rows.next()? {
            let line = JournalLine {
                voucher: row.get(0)?,
                event: row.get(1)?,
                posted_on: row.get::<_, Day>(2)?.0,
                value_on: row.get::<_, Day>(3)?.0,
                text: row.get(4)?,
                reverses: row.get(5)?,
                account: row.get(6)?,
                amount: row.get(7)?,
            };
            if take(line).is_break() {
                break;
            }
        }
        Ok(())
    }

    /// What a participant has paid in by a date, voucher by voucher; a reversal is a payment below zero.
    pub fn payments(&self, number: &Number, as_of: Date) -> Result<Vec<Payment>, StoreError> {
        let sql = "SELECT v.voucher, v.posted_on, q.amount_ore
                   FROM vouchers v JOIN postings q ON q.voucher = v.voucher AND q.account = 'assets:bank'
                   WHERE v.participant = ?1 AND v.event = 'contribution' AND v.posted_on <= ?2 ORDER BY v.voucher";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((number, Text(as_of)), |row| {
            Ok(Payment {
                voucher: row.get(0)?,
                on: row.get::<_, Day>(1)?.0,
                amount: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Write<'_> {
    /// Posts an entry and gives it the next voucher number, without gaps (L6).
    pub fn post(&self, entry: &Entry, about: About) -> Result<i64, StoreError> {
        let sql =
            "INSERT INTO vouchers (voucher, event, posted_on, value_on, text, participant, reverses, source, registered_on)
                   SELECT coalesce(max(voucher), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM vouchers";
        self.prepared(sql)?.execute((
            entry.event,
            Text(entry.posted_on),
            Text(entry.value_on),
            &entry.text,
            about.participant,
            about.reverses,
            about.source,
            about.registered_on.map(Text),
        ))?;
        let voucher = self.connection.last_insert_rowid();
        let sql = "INSERT INTO postings (voucher, line, account, amount_ore) VALUES (?1, ?2, ?3, ?4)";
        let mut statement = self.prepared(sql)?;
        for (line, posting) in (1i64..).zip(entry.postings()) {
            statement.execute((voucher, line, posting.account, posting.amount))?;
        }
        Ok(voucher)
    }
}
