//! Whose seat to take, in a demo: everybody in the fund with their roles.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Reply, boxed};
use crate::domain::policy::Actor;
use crate::tui::ctx::Ctx;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, MOVES, find};
use crate::tui::widgets::list::{Column, Width};
use crate::tui::widgets::listing::{Listing, Row, Steps};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Sit,
    Close,
}

pub const KEYS: &[Binding<Action>] = &[
    Binding::new(&[Key::Enter], Action::Sit, "tui-seat", "tui-sit-help"),
    Binding::new(
        &[Key::Esc, Key::Char('q'), Key::Char('@'), Key::Ctrl('c')],
        Action::Close,
        "tui-close",
        "tui-close-help",
    ),
];

/// The seats and the cursor.
pub struct Seats {
    list: Listing<Actor>,
}

impl Row for Actor {
    type Key = String;

    fn key(&self) -> String {
        self.handle.clone()
    }
}

impl Seats {
    /// Opens on the seat that is taken now.
    #[must_use]
    pub fn new(seats: Vec<Actor>, now: &Actor) -> Self {
        let mut list = Listing::default();
        list.receive(seats);
        list.select(&now.handle);
        Seats { list }
    }

    pub fn key(&mut self, key: Key) -> Reply {
        match find(KEYS, key).map(|binding| binding.action) {
            Some(Action::Close) => return Reply::Close,
            Some(Action::Sit) => {
                if let Some(seat) = self.list.selected() {
                    return Reply::Sit(seat.handle.clone());
                }
            }
            None => {
                if let Some(step) = find(MOVES, key) {
                    self.list.moved(step.action);
                }
            }
        }
        Reply::Stay
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let rows = u16::try_from(self.list.rows().len()).unwrap_or(u16::MAX);
        let size = (area.width.min(60), rows.saturating_add(2).min(18));
        let inside = boxed(size, &ctx.words.t("tui-seats-title"), area, buf, ctx);
        let columns = [
            Column::new(String::new(), Width::Flex(12)),
            Column::new(String::new(), Width::Fixed(24)).spare(1),
        ];
        let cells = |seat: &Actor| {
            vec![
                (seat.name.clone(), ctx.theme.plain()),
                (roles(seat, ctx), ctx.theme.dim()),
            ]
        };
        self.list
            .look("error-seat-only-in-demo", &columns, &cells)
            .render(inside, buf, ctx);
    }
}

/// The roles of a person in words, in the order of the rules of procedure.
#[must_use]
pub fn roles(actor: &Actor, ctx: &Ctx<'_>) -> String {
    if actor.administrator {
        return ctx.words.t("tui-administrator");
    }
    let words: Vec<String> = actor.roles.iter().map(|role| ctx.words.role(*role)).collect();
    words.join(", ")
}
