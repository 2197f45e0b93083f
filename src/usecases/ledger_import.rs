//! Entries from other books (L1, L8): other income and costs, and what KS and the state had paid in before these books began;
//! all rows or none. What was imported before is passed over.

use std::collections::BTreeMap;

use super::imported_rows::Faults;
use super::participants::check_promise;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::intake::LedgerIntake;
use crate::domain::ledger::{Account, Entry, Event, Source};
use crate::domain::log_action::LogAction;
use crate::domain::money::Ore;
use crate::domain::policy::Action;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;
use crate::store::{About, ImportedRow};

/// Ledger entries from a file. What was imported under a number, or as a row that says the same, is imported once.
#[derive(Debug)]
pub struct ImportLedger {
    pub rows: Vec<LedgerIntake>,
}

impl UseCase for ImportLedger {
    fn action(&self) -> Action {
        Action::ImportLedger
    }

    fn name(&self) -> LogAction {
        LogAction::LedgerImport
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut faults = Faults::default();
        let mut import = Import::new(context)?;
        let before = context.write.last_voucher()?;
        let groups = grouped(&self.rows);
        for (at, group) in groups.iter().enumerate() {
            context.report(at, groups.len());
            faults.at(group[0].line);
            import.take(group, &mut faults)?;
        }
        faults.refuse_any()?;
        Ok(Outcome::new("done-ledger-imported", "ledger")
            .with("count", self.rows.len())
            .with("vouchers", import.vouchers)
            .with("passed", import.passed_over)
            .made("rows", self.rows.len())
            .made("vouchers", import.vouchers)
            .made("passed_over", import.passed_over)
            .posted(before, context.write.last_voucher()?))
    }
}

/// The rows by voucher, a row without a number one by itself; by date, and on one day first what there was before these
/// books and then what comes in, so that no payment is refused for want of what stands further down (L5).
fn grouped(rows: &[LedgerIntake]) -> Vec<Vec<&LedgerIntake>> {
    let mut groups: Vec<Vec<&LedgerIntake>> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows {
        let at = row
            .voucher
            .as_deref()
            .map(|voucher| *known.entry(voucher).or_insert(groups.len()));
        match at.and_then(|at| groups.get_mut(at)) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    let opens = |row: &LedgerIntake| matches!(row.from, Account::Contributions(_));
    groups.sort_by_key(|group| (group[0].date, !opens(group[0]), group[0].from == Account::Bank));
    groups
}

/// An import under way.
struct Import<'c> {
    context: &'c Context<'c>,
    /// How often a row without a number was imported before this file.
    before: BTreeMap<ImportedRow, usize>,
    /// How often it has come in this file.
    seen: BTreeMap<ImportedRow, usize>,
    /// What is posted in all, so that no sum of it overflows.
    total: Ore,
    vouchers: usize,
    /// Rows that were imported before.
    passed_over: usize,
}

impl<'c> Import<'c> {
    fn new(context: &'c Context<'c>) -> Result<Import<'c>, OpError> {
        let mut before = BTreeMap::new();
        for row in context.write.imported_rows()? {
            *before.entry(row).or_default() += 1;
        }
        Ok(Import {
            context,
            before,
            seen: BTreeMap::new(),
            total: context.write.posted_in_all()?,
            vouchers: 0,
            passed_over: 0,
        })
    }

    /// Posts a voucher, or passes it over.
    fn take(&mut self, group: &[&LedgerIntake], faults: &mut Faults) -> Result<(), OpError> {
        let first = group[0];
        let Some(entry) = entry_of(group, faults)? else {
            return Ok(());
        };
        faults.at(first.line);
        if self.is_known(first, &entry, faults)? {
            self.passed_over += group.len();
            return Ok(());
        }
        if entry.event == Event::Opening && !may_open(self.context, group, faults)? {
            return Ok(());
        }
        faults.at(first.line);
        let moved = entry.postings().iter().map(|posting| posting.amount);
        let moved: Ore = moved.filter(|amount| amount.is_positive()).sum();
        let Some(total) = faults.note("amount", self.total.plus_imported(moved))? else {
            return Ok(());
        };
        let about = About {
            source: first.voucher.as_deref(),
            ..About::default()
        };
        let posted = self.context.post(&entry, about);
        // Not the day's fault: more is paid out than there is (L5).
        if faults.note_dated("amount", "date", posted)?.is_some() {
            self.total = total;
            self.vouchers += 1;
        }
        Ok(())
    }

    /// L8: whether it was imported before: its number, or a row that says the same as often as this one has come by now.
    fn is_known(
        &mut self,
        first: &LedgerIntake,
        entry: &Entry,
        faults: &mut Faults,
    ) -> Result<bool, OpError> {
        let Some(source) = first.voucher.as_deref() else {
            let row = ImportedRow {
                posted_on: entry.posted_on,
                value_on: entry.value_on,
                text: entry.text.clone(),
                from: first.from,
                to: first.to,
                amount: first.amount,
            };
            let before = self.before.get(&row).copied().unwrap_or(0);
            let seen = self.seen.entry(row).or_default();
            *seen += 1;
            return Ok(*seen <= before);
        };
        let Some(known) = self.context.write.imported(source)? else {
            return Ok(false);
        };
        let dates = (known.posted_on, known.value_on) == (entry.posted_on, entry.value_on);
        if !(dates && text::is_same(&known.text, &entry.text) && known.postings == entry.postings()) {
            let refusal = refuse("ledger-imported-otherwise").rule("L8");
            faults.add("voucher", refusal.with("voucher", source));
        }
        Ok(true)
    }
}

/// What the rows of a voucher come to, or nothing when one of them is faulty.
fn entry_of(group: &[&LedgerIntake], faults: &mut Faults) -> Result<Option<Entry>, OpError> {
    let first = group[0];
    let mut sum = Ore::ZERO;
    for row in group {
        faults.at(row.line);
        for (column, same) in [
            ("date", row.date == first.date),
            ("value_date", row.value_date == first.value_date),
        ] {
            if !same {
                let refusal = refuse("ledger-voucher-dates").rule("L1");
                let voucher = first.voucher.as_deref().unwrap_or_default();
                faults.add(column, refusal.with("voucher", voucher));
                return Ok(None);
            }
        }
        let one = Entry::imported(&[(row.from, row.to, row.amount)], row.date, String::new());
        let column = if row.amount.is_positive() {
            "from"
        } else {
            "amount"
        };
        if faults.note(column, one)?.is_none() {
            return Ok(None);
        }
        let Some(more) = faults.note("amount", sum.plus_imported(row.amount))? else {
            return Ok(None);
        };
        sum = more;
    }
    faults.at(first.line);
    let words = faults.note("text", text::required_line(&texts(group)))?;
    let parts: Vec<_> = group.iter().map(|row| (row.from, row.to, row.amount)).collect();
    let entry = Entry::imported(&parts, first.date, words.unwrap_or_default());
    let entry = faults.note("amount", entry)?;
    Ok(entry.map(|mut entry| {
        entry.value_on = first.value_date.unwrap_or(first.date);
        entry
    }))
}

/// A voucher has one text: what its rows say, each once.
fn texts(group: &[&LedgerIntake]) -> String {
    let mut texts: Vec<&str> = Vec::new();
    for text in group.iter().map(|row| row.text.trim()) {
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts.join("; ")
}

/// L8: what KS and the state had paid in before these books began is the administrator's to bring, all of it on one day,
/// before anything else is posted, and within what is promised.
fn may_open(context: &Context, group: &[&LedgerIntake], faults: &mut Faults) -> Result<bool, OpError> {
    let mut so_far: BTreeMap<Source, Ore> = BTreeMap::new();
    for row in group {
        let Account::Contributions(source) = row.from else {
            continue;
        };
        faults.at(row.line);
        if faults.note("from", is_first(context, row))?.is_none() {
            return Ok(false);
        }
        let paid = so_far.entry(source).or_default();
        *paid += row.amount;
        if faults
            .note("amount", check_promise(context, source, *paid))?
            .is_none()
        {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_first(context: &Context, row: &LedgerIntake) -> Result<(), OpError> {
    let refused = |code| -> Refusal { refuse(code).rule("L8") };
    if !context.actor.administrator {
        return Err(refused("opening-not-administrator").into());
    }
    if context.write.has_vouchers_but(Event::Opening)? {
        return Err(refused("opening-too-late").into());
    }
    match context.write.opening_day()? {
        Some(day) if day != row.date => Err(refused("opening-other-day").with("date", day).into()),
        _ => Ok(()),
    }
}
