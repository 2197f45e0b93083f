//! The lines of the agenda: each item, how far it has come, and what it is to the viewer.

use crate::domain::meeting::{Item, ItemId, ItemState, Meeting as Held};
use crate::i18n::clean;
use crate::i18n::{Phrase, phrase};
use crate::present::{Tone, agenda};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::document;
use crate::tui::widgets::list::{CellText, Column, Width};

/// One item of the agenda.
pub struct AgendaLine {
    pub id: ItemId,
    number: String,
    title: String,
    state: (Phrase, Tone),
    place: Place,
}

/// Where it stands, for the sign before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Ahead,
    Now,
    Left,
    Done,
    Withdrawn,
}

pub fn of(meeting: &Held, viewer: &str) -> Vec<AgendaLine> {
    let line = |item: &Item| {
        let mut state = agenda::state(meeting, item);
        // What is still to come concerns the viewer more than that it is still to come.
        if item.is_open() && item.is_conflicted(viewer) {
            state = (phrase("agenda-you-are-out"), Tone::Warn);
        }
        AgendaLine {
            id: item.id,
            number: item.called(meeting.key.year),
            title: item.title.clone(),
            state,
            place: match item.state {
                _ if meeting.current == Some(item.id) && item.is_open() => Place::Now,
                ItemState::Listed => Place::Ahead,
                ItemState::Treated => Place::Left,
                ItemState::Concluded => Place::Done,
                ItemState::Withdrawn => Place::Withdrawn,
            },
        }
    };
    meeting.items.iter().map(line).collect()
}

pub fn columns() -> Vec<Column> {
    vec![
        Column::new(String::new(), Width::Fixed(1)),
        Column::new(String::new(), Width::Fixed(6)),
        Column::new(String::new(), Width::Flex(20)),
        Column::new(String::new(), Width::Fixed(24)).spare(1),
    ]
}

pub fn cells(line: &AgendaLine, ctx: &Ctx<'_>) -> Vec<CellText> {
    let theme = ctx.theme;
    let (mark, style) = match line.place {
        Place::Ahead | Place::Left => (theme.marks.open, theme.plain()),
        Place::Now => (theme.marks.full, theme.strong()),
        Place::Done => (theme.marks.yes, theme.plain()),
        Place::Withdrawn => (theme.marks.no, theme.dim()),
    };
    let (state, tone) = &line.state;
    vec![
        (mark.to_owned(), style),
        (line.number.clone(), style),
        (clean(&line.title).into_owned(), style),
        (state.words(ctx.words), document::style(*tone, theme)),
    ]
}
