//! What lies over a screen for a moment: the palette, the help, the formulas, the rulebook, a question, the choice of a
//! seat. While one is open the keys belong to it. Each knows only what it was given when it opened.

pub mod confirm;
pub mod formulas;
pub mod help;
mod letter;
mod page;
pub mod palette;
pub mod rulebook;
pub mod seats;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::effects::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::{Mode, Row};
use crate::tui::widgets::filter;
use crate::tui::widgets::text::{fit, put, width};

/// The one that is open.
pub enum Overlay {
    Palette(palette::Palette),
    Help(help::Help),
    Formulas(formulas::Formulas),
    Rulebook(rulebook::Contents),
    Rule(rulebook::Page),
    Confirm(confirm::Confirm),
    Seats(seats::Seats),
}

/// What a key led to.
#[derive(Debug)]
pub enum Reply {
    Stay,
    Close,
    /// Opens a rule over this, by its place in the book.
    Rule(usize),
    /// Closes and runs a row.
    Run(Command),
    /// Closes and does what the question was about.
    Do(Vec<Effect>),
    /// Closes and takes another seat.
    Sit(String),
    /// Closes and says that it was not done.
    No(&'static str),
    /// Closes and ends the program.
    Quit,
}

/// A row of the tables, as the palette and the help list it.
#[derive(Clone, Debug)]
pub struct Command {
    pub from: Source,
    pub row: Row,
    /// The name to show instead of the row's label.
    pub name: Option<Phrase>,
}

/// Which table a command comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The row of the screen's own table.
    Screen(usize),
    /// The row of the keys that work everywhere.
    Global(usize),
    /// The place of a tab.
    Tab(usize),
    /// The place of a rule in the book.
    Rule(usize),
}

impl Overlay {
    pub fn key(&mut self, key: Key) -> Reply {
        match self {
            Overlay::Palette(palette) => palette.key(key),
            Overlay::Help(help) => help.key(key),
            Overlay::Formulas(formulas) => formulas.key(key),
            Overlay::Rulebook(contents) => contents.key(key),
            Overlay::Rule(page) => page.key(key),
            Overlay::Confirm(confirm) => confirm.key(key),
            Overlay::Seats(seats) => seats.key(key),
        }
    }

    /// The keys that it answers to.
    #[must_use]
    pub fn mode(&self) -> Mode {
        match self {
            Overlay::Help(_) => Mode::keys(help::KEYS).and_moves(),
            Overlay::Formulas(_) => Mode::keys(formulas::RULE).and(formulas::KEYS).and_moves(),
            Overlay::Rulebook(contents) => contents.mode(),
            Overlay::Rule(_) => Mode::keys(rulebook::TURN).and(rulebook::PAGE).and_moves(),
            Overlay::Palette(_) => Mode::typing(palette::KEYS).and(filter::EDIT).and_moves(),
            Overlay::Confirm(confirm) => confirm.mode(),
            Overlay::Seats(_) => Mode::keys(seats::KEYS).and_moves(),
        }
    }

    /// What its help is headed by.
    #[must_use]
    pub fn title(&self) -> Phrase {
        match self {
            Overlay::Help(_) => phrase("tui-help"),
            Overlay::Formulas(_) => phrase("formulas-title"),
            Overlay::Rulebook(_) | Overlay::Rule(_) => phrase("rulebook-title"),
            Overlay::Palette(_) => phrase("tui-palette-title"),
            Overlay::Confirm(confirm) => confirm.title().clone(),
            Overlay::Seats(_) => phrase("tui-seats-title"),
        }
    }

    /// Whether it tells the rules, so that the key to them is its own.
    #[must_use]
    pub fn shows_rules(&self) -> bool {
        matches!(
            self,
            Overlay::Formulas(_) | Overlay::Rulebook(_) | Overlay::Rule(_)
        )
    }

    pub fn paste(&mut self, text: &str) {
        match self {
            Overlay::Palette(palette) => palette.paste(text),
            Overlay::Rulebook(contents) => contents.paste(text),
            _ => {}
        }
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        match self {
            Overlay::Palette(palette) => palette.render(area, buf, ctx),
            Overlay::Help(help) => help.render(area, buf, ctx),
            Overlay::Formulas(formulas) => formulas.render(area, buf, ctx),
            Overlay::Rulebook(contents) => contents.render(area, buf, ctx),
            Overlay::Rule(page) => page.render(area, buf, ctx),
            Overlay::Confirm(confirm) => confirm.render(area, buf, ctx),
            Overlay::Seats(seats) => seats.render(area, buf, ctx),
        }
    }
}

/// The room for a page to be read: the tabs and the last line stay in sight where there are rows for them.
pub(super) fn reading_room(area: Rect) -> Rect {
    if area.height < 12 {
        return area;
    }
    Rect {
        y: area.y + 1,
        height: area.height - 2,
        ..area
    }
}

/// Dots on the lower edge of a box: there is more below.
pub(super) fn more_below(inside: Rect, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
    if inside.width > 3 {
        let y = inside.bottom().min(area.bottom().saturating_sub(1));
        let dots = ctx.theme.marks.dot.repeat(3);
        put(buf, area, (inside.right() - 3, y), 3, &dots, ctx.theme.dim());
    }
}

/// Clears a box of at most the given size in the middle of the area, draws its frame and title, and returns
/// the room inside. Where there is no room for a frame the whole area is the room.
pub(super) fn boxed(
    (wide, tall): (u16, u16),
    title: &str,
    area: Rect,
    buf: &mut Buffer,
    ctx: &Ctx<'_>,
) -> Rect {
    let wide = wide.min(area.width);
    let tall = tall.min(area.height);
    let frame = Rect {
        x: area.x + (area.width - wide) / 2,
        y: area.y + (area.height - tall) / 3,
        width: wide,
        height: tall,
    };
    Clear.render(frame, buf);
    if frame.width < 8 || frame.height < 4 {
        return frame;
    }
    let marks = ctx.theme.marks;
    let dash = marks.dash.repeat(usize::from(frame.width - 2));
    let [top_left, top_right, bottom_left, bottom_right] = marks.corners;
    let (first, last) = (frame.top(), frame.bottom() - 1);
    put(
        buf,
        area,
        (frame.x, first),
        wide,
        &format!("{top_left}{dash}{top_right}"),
        ctx.theme.dim(),
    );
    put(
        buf,
        area,
        (frame.x, last),
        wide,
        &format!("{bottom_left}{dash}{bottom_right}"),
        ctx.theme.dim(),
    );
    for y in first + 1..last {
        put(buf, area, (frame.x, y), 1, marks.pipe, ctx.theme.dim());
        put(buf, area, (frame.right() - 1, y), 1, marks.pipe, ctx.theme.dim());
    }
    let title = fit(title, wide - 6, ctx.theme);
    if width(&title) > 0 {
        put(
            buf,
            area,
            (frame.x + 2, first),
            wide - 4,
            &format!(" {title} "),
            ctx.theme.strong(),
        );
    }
    Rect {
        x: frame.x + 2,
        y: first + 1,
        width: wide - 4,
        height: tall - 2,
    }
}
