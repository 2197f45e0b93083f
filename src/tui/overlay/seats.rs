//! Whose seat to take, in a demo: everybody in the fund with their roles.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Reply, boxed};
use crate::domain::policy::Actor;
use crate::tui::key::Key;
use crate::tui::keymap::{MOVES, find};
use crate::tui::screen::Ctx;
use crate::tui::widgets::list::{Column, Cursor, List, Width};

/// The seats and the cursor.
pub struct Seats {
    seats: Vec<Actor>,
    cursor: Cursor,
}

impl Seats {
    /// Opens on the seat that is taken now.
    #[must_use]
    pub fn new(seats: Vec<Actor>, now: &Actor) -> Self {
        let mut cursor = Cursor::default();
        cursor.select(
            seats
                .iter()
                .position(|seat| seat.handle == now.handle)
                .unwrap_or(0),
        );
        Seats { seats, cursor }
    }

    pub fn key(&mut self, key: Key) -> Reply {
        if let Some(step) = find(MOVES, key) {
            self.cursor.step(step.action, self.seats.len());
            return Reply::Stay;
        }
        match (key, self.cursor.at(self.seats.len())) {
            (Key::Enter, Some(at)) => Reply::Sit(self.seats[at].handle.clone()),
            (Key::Esc | Key::Char('q' | '@'), _) => Reply::Close,
            _ => Reply::Stay,
        }
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let rows = u16::try_from(self.seats.len()).unwrap_or(u16::MAX);
        let size = (area.width.min(60), rows.saturating_add(2).min(18));
        let inside = boxed(size, &ctx.words.t("tui-seats-title"), area, buf, ctx);
        let columns = [
            Column::new(String::new(), Width::Flex(12)),
            Column::new(String::new(), Width::Fixed(24)).spare(1),
        ];
        let row = |i: usize| {
            let seat = &self.seats[i];
            vec![
                (seat.name.clone(), ctx.theme.plain()),
                (roles(seat, ctx), ctx.theme.dim()),
            ]
        };
        let list = List {
            columns: &columns,
            cursor: &self.cursor,
            len: self.seats.len(),
            row: &row,
            focused: true,
            line: None,
        };
        list.render(inside, buf, ctx);
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
