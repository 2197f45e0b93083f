//! The rulebook: the columns of its list, and the page of a rule.

use super::column::{Column, Width};
use super::document::{Block, Document, Section, Styled, Tone};
use crate::i18n::rules::Rule;

type C = Column<Rule>;

/// The list of rules, in the order of the book.
pub const COLUMNS: &[C] = &[
    C::data("label", |rule| rule.label.into())
        .shown("word-rule")
        .width(Width::Fixed(5)),
    C::data("title", |rule| rule.title.into())
        .shown("rulebook-col-title")
        .width(Width::Flex(16)),
    C::data("text", |rule| rule.text.into()),
    C::data("example", |rule| rule.example.text.into()),
    C::data("source", |rule| rule.source.text.into()),
    C::data("built", |rule| rule.built().into())
        .rendered("rulebook-col-built", |rule, words| {
            let key = if rule.built() {
                "word-yes"
            } else {
                "rulebook-not-wholly"
            };
            Styled::new(words.t(key), Tone::Dim)
        })
        .width(Width::Words(|| vec!["word-yes", "rulebook-not-wholly"])),
    C::data("not_built", |rule| rule.not_built.map(|part| part.text).into()),
];

/// What a rule says, with its example, its source and what is not built yet.
#[must_use]
pub fn page(rule: &Rule) -> Document {
    let parts = rule.parts().map(|part| format!("{}: {}", part.head, part.text));
    let paragraphs = std::iter::once(rule.text.to_owned()).chain(parts);
    let sections = paragraphs.map(|text| Section::new("", vec![Block::text(text, Tone::Plain)]));
    Document::titled(&title(rule), sections.collect())
}

/// `R1 Delt kostnad`.
#[must_use]
pub fn title(rule: &Rule) -> String {
    format!("{} {}", rule.label, rule.title)
}
