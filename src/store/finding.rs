//! What can be found wrong with a file.

use jiff::civil::Date;

use crate::domain::balance::Balance;
use crate::domain::meeting::{MeetingKey, VoteId};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::repayment::Invoice;

/// Something that is wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// SQLite's own words.
    Integrity(String),
    /// So many rows of a table refer to one that isn't there.
    Dangling { table: String, count: i64 },
    /// L1: the postings of a voucher don't sum to zero.
    Unbalanced { voucher: i64, sum: Ore },
    /// L6: a voucher number is missing.
    Gap { after: i64 },
    /// L4: fund capital and equity differ.
    Capital { difference: Ore },
    /// An approved disbursement and its voucher don't say the same.
    Disbursement { id: i64 },
    /// R4: what was paid on the charges of a project and what its accounts say has come back differ.
    Repayments { reference: Ref, difference: Ore },
    /// R1: what adopters are owed by their charges and by the account of refunds differ.
    Refunds { difference: Ore },
    /// R1, R4: a voucher moves other amounts than it says to adopters.
    Movements { voucher: i64 },
    /// R1, R4: more is credited on a charge than it asks for, or more paid than is left of it.
    Charge { invoice: Invoice },
    /// R1, R2: the adopters of a project are charged for more than it has cost, or under a price list will cost.
    Overcharged { reference: Ref, charged: Ore },
    /// C6, C8, R1, R4, L4: less than nothing is paid, owed or lost on this day, the first of such days.
    BelowZero { balance: Balance, on: Date, amount: Ore },
    /// L1: what is kept of what an account moved on a day, and its postings of that day, differ.
    Sum {
        account: String,
        day: String,
        difference: Ore,
    },
    /// M15: the count of a secret election isn't that of its ballots.
    Ballots { meeting: MeetingKey, election: VoteId },
    /// A row isn't as the log has it.
    Row(Altered),
    /// A table, an index, a trigger or a view isn't as the log has it. `table` is its kind, and `key` its name.
    Schema(Altered),
    /// What this row of the log says that it wrote has been changed, added to or removed.
    Seals { log: i64 },
    /// It was altered already when it was brought up to a newer version.
    Upgraded(Upgrade),
    /// The log's chain breaks at this row, or the books aren't as it says they were.
    Audit { seq: i64 },
}

impl Finding {
    /// Whether it counts against the file no more: whoever answers for the fund has acknowledged it.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        matches!(self, Finding::Upgraded(upgrade) if upgrade.acknowledged.is_some())
    }

    /// A row of the log has been removed.
    #[must_use]
    pub fn is_removed_from_the_log(&self) -> bool {
        matches!(self, Finding::Row(row) if row.table == "audit" && row.change == Alteration::Removed)
    }
}

/// What was altered already when the file was brought up to a newer version, and sealed as it stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upgrade {
    /// The row of the log that did it, and names what was altered.
    pub log: i64,
    /// In how many places.
    pub count: i64,
    /// The row of the log in which whoever answers for the fund has acknowledged it.
    pub acknowledged: Option<i64>,
}

/// What has been altered past the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Altered {
    pub table: String,
    /// The primary key, a JSON array; of what belongs to the schema, its name.
    pub key: String,
    pub change: Alteration,
    /// The row of the log that wrote it last; none where no row did.
    pub log: Option<i64>,
}

/// What happened to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alteration {
    Changed,
    Added,
    Removed,
}

impl Alteration {
    /// As machines read it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Alteration::Changed => "changed",
            Alteration::Added => "added",
            Alteration::Removed => "removed",
        }
    }
}
