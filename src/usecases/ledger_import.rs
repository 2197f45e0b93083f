//! Entries from other books (L1): other income and costs, and what there was before these books began; all rows or none.

use std::collections::BTreeMap;

use super::rows::Faults;
use super::{Context, OpError, Outcome, UseCase};
use crate::domain::intake::LedgerIntake;
use crate::domain::ledger::{Account, Entry, Event};
use crate::domain::policy::Action;
use crate::domain::proposal::Ref;
use crate::domain::refusal::refuse;
use crate::domain::text;
use crate::store::About;

/// Ledger entries from a file. What was imported under a number is imported once.
#[derive(Debug)]
pub struct ImportLedger {
    pub rows: Vec<LedgerIntake>,
}

impl UseCase for ImportLedger {
    fn action(&self) -> Action {
        Action::ImportLedger
    }

    fn name(&self) -> &'static str {
        "ledger.import"
    }

    fn run(&self, context: &Context) -> Result<Outcome, OpError> {
        let mut faults = Faults::default();
        let mut vouchers = 0_i64;
        let groups = grouped(&self.rows);
        for (at, group) in groups.iter().enumerate() {
            context.report(at, groups.len());
            faults.at(group[0].line);
            vouchers += i64::from(post(context, group, &mut faults)?);
        }
        faults.refuse_any()?;
        Ok(Outcome::new("done-ledger-imported", "ledger")
            .with("count", self.rows.len())
            .with("vouchers", vouchers)
            .made("rows", self.rows.len())
            .made("vouchers", vouchers))
    }
}

/// The rows by voucher, a row without a number one by itself; by date, and on one day what comes in first, so that no
/// payment is refused for want of what stands further down (L5).
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
    groups.sort_by_key(|group| (group[0].date, group[0].from == Account::Bank));
    groups
}

/// Posts a voucher; says whether it was new.
fn post(context: &Context, group: &[&LedgerIntake], faults: &mut Faults) -> Result<bool, OpError> {
    let first = group[0];
    let source = first.voucher.as_deref();
    for row in group {
        faults.at(row.line);
        for (column, same) in [
            ("date", row.date == first.date),
            ("value_date", row.value_date == first.value_date),
        ] {
            if !same {
                let refusal = refuse("ledger-voucher-dates").rule("L1");
                faults.add(column, refusal.with("voucher", source.unwrap_or_default()));
                return Ok(false);
            }
        }
        let one = Entry::imported(&[(row.from, row.to, row.amount)], row.date, String::new());
        let column = if row.amount.is_positive() {
            "from"
        } else {
            "amount"
        };
        if faults.note(column, one)?.is_none() || !may_open(context, row, faults)? {
            return Ok(false);
        }
    }
    faults.at(first.line);
    let words = faults.note("text", text::required_line(&texts(group)))?;
    let parts: Vec<_> = group.iter().map(|row| (row.from, row.to, row.amount)).collect();
    let entry = faults.note(
        "amount",
        Entry::imported(&parts, first.date, words.unwrap_or_default()),
    )?;
    let Some(mut entry) = entry else {
        return Ok(false);
    };
    entry.value_on = first.value_date.unwrap_or(first.date);
    if let Some(known) = source.map_or(Ok(None), |source| context.write.imported(source))? {
        let dates = (known.posted_on, known.value_on) == (entry.posted_on, entry.value_on);
        let same = dates && known.text == entry.text && known.postings == entry.postings();
        if !same {
            let refusal = refuse("ledger-imported-otherwise").rule("L2");
            faults.add("voucher", refusal.with("voucher", source.unwrap_or_default()));
        }
        return Ok(false);
    }
    let about = About {
        source,
        ..About::default()
    };
    if faults.note("date", context.post(&entry, about))?.is_none() {
        return Ok(false);
    }
    for posting in entry.postings() {
        if let Account::Outstanding(reference) = posting.account {
            context.follow(reference)?;
        }
    }
    Ok(true)
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

/// L1: what is outstanding comes in as an opening balance only: before anything else happens to the project.
fn may_open(context: &Context, row: &LedgerIntake, faults: &mut Faults) -> Result<bool, OpError> {
    let Account::Outstanding(reference) = row.to else {
        return Ok(true);
    };
    let committed = faults.note("to", committed(context, reference))?;
    if committed.is_none() {
        return Ok(false);
    }
    if context
        .write
        .has_other_events(Account::Outstanding(reference), Event::Opening)?
    {
        faults.add("to", refuse("opening-too-late").rule("L1").with("ref", reference));
        return Ok(false);
    }
    Ok(true)
}

fn committed(context: &Context, reference: Ref) -> Result<(), OpError> {
    context.proposal(reference)?;
    let decided = context.write.commitment(reference, jiff::civil::Date::MAX)?;
    decided.ok_or_else(|| refuse("commitment-missing").rule("K4").with("ref", reference))?;
    Ok(())
}
