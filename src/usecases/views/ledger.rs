//! The journal and its vouchers.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use jiff::civil::Date;

use super::super::{Change, OpError, Part};
use super::{View, Viewer};
use crate::domain::anchor::Anchor;
use crate::domain::ledger::{Account, Event, Posting};
use crate::domain::money::Ore;
use crate::store::{JournalLine, JournalOrder};

/// Every posting up to the business date line by line, for they can be too many to be held in memory: first where the log stands
/// and which accounts there are, then the lines, as long as they are wanted.
pub struct JournalTo<'s> {
    pub order: JournalOrder,
    pub take: RefCell<&'s mut dyn FnMut(JournalPart) -> ControlFlow<()>>,
}

/// What comes of the journal.
#[derive(Debug)]
pub enum JournalPart {
    /// The accounts that are posted to, by their names.
    Head {
        log: Anchor,
        accounts: Vec<Account>,
    },
    Line(JournalLine),
}

impl View for JournalTo<'_> {
    type Data = ();

    fn read(&self, viewer: &Viewer) -> Result<(), OpError> {
        let mut take = self.take.borrow_mut();
        let accounts = viewer.read.account_balances(viewer.today)?.into_iter();
        let head = JournalPart::Head {
            log: viewer.read.head()?,
            accounts: accounts.map(|(account, _)| account).collect(),
        };
        if take(head).is_continue() {
            let line = |line| take(JournalPart::Line(line));
            viewer.read.each_line(viewer.today, self.order, line)?;
        }
        Ok(())
    }
}

/// Every voucher up to the business date and those of disbursements that are approved and dated ahead, newest first.
#[derive(Clone, Copy, Debug)]
pub struct Vouchers;

/// A voucher with all its postings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoucherLine {
    pub voucher: i64,
    pub event: Event,
    pub posted_on: Date,
    /// It is dated after the business date, and in no figure of that.
    pub ahead: bool,
    pub value_on: Date,
    pub text: String,
    /// L2: the voucher that this one takes back.
    pub reverses: Option<i64>,
    /// L2: the voucher that takes this one back by the business date.
    pub reversed_by: Option<i64>,
    /// L1: they sum to zero.
    pub postings: Vec<Posting>,
}

impl VoucherLine {
    /// What the voucher moves: the sum of its debits.
    #[must_use]
    pub fn amount(&self) -> Ore {
        let amounts = self.postings.iter().map(|posting| posting.amount);
        amounts.filter(|amount| amount.is_positive()).sum()
    }
}

impl View for Vouchers {
    type Data = Vec<VoucherLine>;

    fn shows(&self, change: &Change) -> bool {
        change.touches(&[Part::Books])
    }

    fn read(&self, viewer: &Viewer) -> Result<Vec<VoucherLine>, OpError> {
        let disbursements = viewer.read.disbursements(viewer.today)?.into_iter();
        // What is dated ahead is listed from its approval on, and what takes it back from then on.
        let approved = disbursements.filter_map(|one| one.approved);
        let approved = approved.flat_map(|one| [Some(one.voucher), one.reversed.map(|by| by.voucher)]);
        let approved: BTreeSet<i64> = approved.flatten().collect();
        let mut journal = viewer.read.journal(Date::MAX)?;
        journal.retain(|line| line.posted_on <= viewer.today || approved.contains(&line.voucher));
        let reversals = journal
            .iter()
            .filter_map(|line| Some((line.reverses?, line.voucher)));
        let reversals: BTreeMap<i64, i64> = reversals.collect();
        let vouchers = journal.chunk_by(|a, b| a.voucher == b.voucher).rev();
        let line = |lines: &[JournalLine]| {
            let first = &lines[0];
            let postings = lines.iter().map(|line| Posting {
                account: line.account,
                amount: line.amount,
            });
            VoucherLine {
                voucher: first.voucher,
                event: first.event,
                posted_on: first.posted_on,
                ahead: first.posted_on > viewer.today,
                value_on: first.value_on,
                text: first.text.clone(),
                reverses: first.reverses,
                reversed_by: reversals.get(&first.voucher).copied(),
                postings: postings.collect(),
            }
        };
        Ok(vouchers.map(line).collect())
    }
}
