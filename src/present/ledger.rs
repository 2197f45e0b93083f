//! The books: the columns of the postings, as other programs read them.

use super::column::Column;
use crate::usecases::views::JournalLine;

type C = Column<JournalLine>;

/// The postings in the order of their vouchers.
pub const POSTINGS: &[C] = &[
    C::data("voucher", |line| line.voucher.into()),
    C::data("posted_on", |line| line.posted_on.into()),
    C::data("value_on", |line| line.value_on.into()),
    C::data("event", |line| line.event.word().into()),
    C::data("text", |line| line.text.as_str().into()),
    C::data("account", |line| line.account.to_string().into()),
    C::data("amount_ore", |line| line.amount.into()),
    C::data("reverses", |line| line.reverses.into()),
];
