//! The lines of the agenda: each item, how far it has come, and what it is to the viewer.

use crate::domain::meeting::{Item, ItemId, ItemState, Meeting as Held};
use crate::i18n::clean;
use crate::i18n::{Phrase, phrase};
use crate::present::Tone;
use crate::present::meetings::{about, in_progress, list, marked};
use crate::tui::ctx::Ctx;
use crate::tui::widgets::document;
use crate::tui::widgets::list::{CellText, Column, Width};
use crate::tui::widgets::listing::Row;
use crate::tui::widgets::text::width;

/// The most columns that the state of an item takes.
const WIDEST_STATE: u16 = 36;

/// One item of the agenda.
pub(super) struct AgendaLine {
    pub id: ItemId,
    number: String,
    title: Phrase,
    internal: bool,
    state: (Phrase, Tone),
    place: Place,
}

impl Row for AgendaLine {
    type Key = ItemId;

    fn key(&self) -> ItemId {
        self.id
    }
}

/// Where it stands, for the sign before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Ahead,
    Now,
    Done,
    Withdrawn,
}

pub(super) fn of(meeting: &Held, viewer: &str) -> Vec<AgendaLine> {
    let line = |item: &Item| {
        let mut state = list::state(meeting, item);
        // What is still to come concerns the viewer more than that it is still to come.
        let own = in_progress::conflict_of_viewer(item, viewer).filter(|_| item.is_open());
        if let Some(key) = own {
            state = (phrase(key), Tone::Warn);
        }
        AgendaLine {
            id: item.id,
            number: item.called(meeting.key.year),
            title: about(&item.kind, &item.title),
            internal: item.internal,
            state,
            place: match item.state {
                _ if meeting.current == Some(item.id) && item.is_open() => Place::Now,
                ItemState::Listed | ItemState::Treated => Place::Ahead,
                ItemState::Concluded => Place::Done,
                ItemState::Withdrawn => Place::Withdrawn,
            },
        }
    };
    meeting.items.iter().map(line).collect()
}

/// The columns, as wide as what they say of the lines.
pub(super) fn columns(lines: &[AgendaLine], ctx: &Ctx<'_>) -> Vec<Column> {
    let widest = |of: &dyn Fn(&AgendaLine) -> u16| lines.iter().map(of).max().unwrap_or(0);
    let state = widest(&|line| width(&line.state.0.words(ctx.words))).min(WIDEST_STATE);
    let number = widest(&|line| width(&line.number));
    vec![
        Column::new(String::new(), Width::Fixed(1)),
        Column::new(String::new(), Width::Fixed(number)),
        Column::new(String::new(), Width::Flex(16)),
        Column::new(String::new(), Width::Fixed(state)).spare(1),
    ]
}

pub(super) fn cells(line: &AgendaLine, ctx: &Ctx<'_>) -> Vec<CellText> {
    let theme = ctx.theme;
    let (mark, style) = match line.place {
        Place::Ahead => (theme.marks.open, theme.plain()),
        Place::Now => (theme.marks.full, theme.strong()),
        // That it is dealt with doesn't say that it went one's way.
        Place::Done => (theme.marks.dot, theme.plain()),
        Place::Withdrawn => (theme.marks.no, theme.dim()),
    };
    let (state, tone) = &line.state;
    let title = marked(
        clean(&line.title.words(ctx.words)).into_owned(),
        line.internal,
        ctx.words,
    );
    vec![
        (mark.to_owned(), style),
        (line.number.clone(), style),
        (title, style),
        (state.words(ctx.words), document::style(*tone, theme)),
    ]
}
