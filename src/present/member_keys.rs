//! The keys by which members come in over SSH: the columns of their list.

use super::column::Column;
use crate::usecases::views::KeyLine;

type C = Column<KeyLine>;

/// The list of keys.
pub const COLUMNS: &[C] = &[
    C::data("handle", |line| line.key.handle.as_str().into()).shown("col-handle"),
    C::data("key", |line| line.key.key.fingerprint.as_str().into()).shown("col-fingerprint"),
    C::data("algorithm", |line| line.key.key.algorithm().into()).shown("col-algorithm"),
    C::data("comment", |line| line.key.key.comment.as_str().into()).shown("col-key-comment"),
    C::data("added_on", |line| line.key.added_on.into()).shown("col-added-on"),
    C::data("removed_on", |line| line.key.removed_on.into()).shown("col-removed-on"),
    C::data("opens", |line| line.opens.into()).shown("col-key-opens"),
];
