//! The keyboard page of the manual: the tables that the keys are read by, each under a heading.

use crate::i18n::{Words, sentence};
use crate::tui::keymap::{Binding, GLOBALS, MOVES, Row, key_names};
use crate::tui::overlay::{confirm, formulas, palette, rulebook, seats};
use crate::tui::screens;
use crate::tui::widgets::{filter, form};

/// A heading, and what each key or group of keys does.
pub type Page = (String, Vec<(String, String)>);

fn rows<A: Copy>(tables: &[&[Binding<A>]]) -> Vec<Row> {
    let rows = tables.iter().copied().flatten();
    rows.map(|binding| Row::of(binding, None)).collect()
}

/// Every table of keys in words: first those that are the same everywhere, then those of the screens.
#[must_use]
pub fn keyboard(words: &Words) -> Vec<Page> {
    let common = [
        ("keys-everywhere", rows(&[GLOBALS])),
        ("keys-lists", rows(&[MOVES])),
        ("keys-search", rows(&[filter::KEYS, filter::EDIT])),
        ("keys-line", rows(&[form::LINE])),
        ("keys-prose", rows(&[form::PROSE])),
        ("keys-choice", rows(&[form::CHOICE])),
        ("keys-button", rows(&[form::BUTTON])),
        ("keys-question", rows(&[confirm::KEYS])),
        ("tui-palette-title", rows(&[palette::KEYS])),
        ("tui-seats-title", rows(&[seats::KEYS])),
        ("formulas-title", rows(&[formulas::RULE])),
        (
            "rulebook-title",
            [rows(&[rulebook::CONTENTS]), rows(&[rulebook::TURN])].concat(),
        ),
    ];
    let entry = |row: Row| (key_names(&row.keys, words, false), words.t(row.help));
    let own = screens::tables()
        .into_iter()
        .map(|table| (table.name, table.rows));
    let pages = common.into_iter().chain(own);
    pages
        .map(|(name, rows)| (sentence(&words.t(name)), rows.into_iter().map(entry).collect()))
        .collect()
}
