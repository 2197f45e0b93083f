//! The registered people: the columns of their list, and the page of one.

use super::column::Column;
use super::document::{Block, Document, Fact, Section, Styled};
use crate::domain::member::Member;
use crate::exchange::Cell;
use crate::i18n::Words;

type C = Column<Member>;

/// The list of members.
pub const COLUMNS: &[C] = &[
    C::data("handle", |member| member.handle.as_str().into()).shown("col-handle"),
    C::data("name", |member| member.name.as_str().into()).shown("word-name"),
    C::data("roles", |member| {
        Cell::List(member.roles.iter().map(|role| role.word().to_owned()).collect())
    })
    .rendered("col-roles", roles),
    C::data("participant", |member| {
        member.participant.as_ref().map(ToString::to_string).into()
    })
    .shown("word-participant"),
    C::data("active", |member| member.active.into()).shown("col-active"),
];

fn roles(member: &Member, words: &Words) -> Styled {
    let names: Vec<String> = member.roles.iter().map(|role| words.role(*role)).collect();
    names.join(", ").into()
}

/// The page of one member.
#[must_use]
pub fn page(member: &Member, words: &Words) -> Document {
    let shown = COLUMNS
        .iter()
        .filter_map(|column| Some((column, column.shown.as_ref()?)));
    let facts = shown.map(|(column, shown)| Fact::of(shown.head, column.cell(member, words), words));
    Document::titled(
        &member.name,
        vec![Section::new("", vec![Block::facts(facts.collect())])],
    )
}
