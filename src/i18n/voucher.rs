//! What a voucher says. The text is composed when the voucher is posted, and kept with it.

use std::sync::LazyLock;

use super::{Lang, Words};
use crate::domain::refusal::Value;

/// The books have one language, the fund's, for every user: a text in them is a record, and isn't translated.
static BOOKS: LazyLock<Words> = LazyLock::new(|| Words::new(Lang::Nb));

/// The text of a voucher: the message of what happened, with the facts of it.
#[must_use]
pub fn voucher(key: &str, facts: &[(&str, Value)]) -> String {
    BOOKS.tr(key, facts)
}
