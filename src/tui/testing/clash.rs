//! Whether a key means two things in one context.

use std::collections::HashSet;

use crate::tui::key::Key;

/// The first of the keys of one context that is there twice.
pub(crate) fn clash(keys: impl IntoIterator<Item = Key>) -> Option<Key> {
    let mut seen = HashSet::new();
    keys.into_iter().find(|key| !seen.insert(*key))
}
