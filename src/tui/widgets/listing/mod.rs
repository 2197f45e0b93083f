//! A list that a person works with: it owns its rows, finds them by what is typed, orders them, may be kept to some of
//! them, and holds a cursor that stays on its row through all of it. Every list of the program is one; what its rows look
//! like is the screen's.

#[cfg(test)]
mod tests;

use std::cmp::Ordering;

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};

use crate::i18n::{Phrase, phrase};
use crate::present;
use crate::tui::ctx::Ctx;
use crate::tui::key::Key;
use crate::tui::keymap::{MOVES, Mode, Move, find};
use crate::tui::widgets::empty;
use crate::tui::widgets::filter::{self, Action, Filter};
use crate::tui::widgets::list::{self, CellText, Column, Cursor, List};

/// A row of a listing.
pub trait Row: 'static {
    /// What tells it from all others, also when the rows are read anew.
    type Key: PartialEq;

    fn key(&self) -> Self::Key;
    /// What it is found by, beginning with what it is called in full; nothing where there is no filter.
    fn text(&self) -> String {
        String::new()
    }
    /// Whether it stands below the other rows that are found, however well it fits.
    fn comes_after(&self) -> bool {
        false
    }
}

/// The orders that `o` goes through: the key of the name of each, and how two rows compare. Rows that compare as equal stand
/// as the view gives them.
pub type Orders<R> = &'static [(&'static str, fn(&R, &R) -> Ordering)];

/// Whether a row is one of those that a listing is kept to.
type Holds<R> = Box<dyn Fn(&R) -> bool>;

/// The rows, which of them are shown and in what order, and the one that the cursor is on.
pub struct Listing<R: Row> {
    rows: Vec<R>,
    /// What each row is found by.
    texts: Vec<String>,
    orders: Orders<R>,
    order: usize,
    /// Which rows there are to look among.
    kept_to: Option<Holds<R>>,
    /// How many they are.
    kept: usize,
    filter: Filter,
    /// The rows that are shown, in the order in which they are shown.
    shown: Vec<usize>,
    cursor: Cursor,
}

impl<R: Row> Default for Listing<R> {
    fn default() -> Self {
        Listing::ordered(&[])
    }
}

impl<R: Row> Listing<R> {
    /// A listing with orders, in the first of them.
    #[must_use]
    pub fn ordered(orders: Orders<R>) -> Self {
        Listing {
            rows: Vec::new(),
            texts: Vec::new(),
            orders,
            order: 0,
            kept_to: None,
            kept: 0,
            filter: Filter::default(),
            shown: Vec::new(),
            cursor: Cursor::default(),
        }
    }

    /// Takes rows that were read anew.
    pub fn receive(&mut self, rows: Vec<R>) {
        let key = self.selected().map(Row::key);
        self.texts = rows.iter().map(Row::text).collect();
        self.rows = rows;
        self.arrange(key);
    }

    /// Every row, shown or not, as the view gave them.
    #[must_use]
    pub fn rows(&self) -> &[R] {
        &self.rows
    }

    /// The row that the cursor is on.
    #[must_use]
    pub fn selected(&self) -> Option<&R> {
        Some(&self.rows[self.shown[self.at()?]])
    }

    /// The place of the cursor among the rows that are shown.
    #[must_use]
    pub fn at(&self) -> Option<usize> {
        self.cursor.at(self.shown.len())
    }

    /// Puts the cursor on a row, if it is shown.
    pub fn select(&mut self, key: &R::Key) {
        if let Some(at) = self.place_of(key) {
            self.cursor.select(at);
        }
    }

    fn place_of(&self, key: &R::Key) -> Option<usize> {
        self.shown.iter().position(|at| self.rows[*at].key() == *key)
    }

    /// Keeps the listing to some of its rows, from now on.
    pub fn keep_to(&mut self, holds: impl Fn(&R) -> bool + 'static) {
        self.kept_to = Some(Box::new(holds));
        self.arrange(self.selected().map(Row::key));
    }

    /// Goes on to the next order.
    pub fn next_order(&mut self) {
        self.order = (self.order + 1) % self.orders.len().max(1);
        self.arrange(self.selected().map(Row::key));
    }

    /// The key of the name of the order.
    #[must_use]
    pub fn order(&self) -> &'static str {
        self.orders.get(self.order).map_or("", |(name, _)| name)
    }

    /// Adds to a title how many rows are shown, of how many, and in what order.
    #[must_use]
    pub fn titled(&self, title: Phrase) -> Phrase {
        let title = title
            .with("shown", self.shown.len())
            .with("count", self.rows.len());
        match self.order() {
            "" => title,
            order => title.word("order", order),
        }
    }

    /// Whether every row is shown.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.shown.len() == self.rows.len()
    }

    pub fn open_filter(&mut self) {
        self.filter.open();
    }

    /// Finds the rows anew, and the cursor's row among them.
    fn arrange(&mut self, cursor: Option<R::Key>) {
        let holds = |at: &usize| self.kept_to.as_ref().is_none_or(|holds| holds(&self.rows[*at]));
        let mut kept: Vec<usize> = (0..self.rows.len()).filter(holds).collect();
        if let Some((_, compare)) = self.orders.get(self.order) {
            kept.sort_by(|a, b| compare(&self.rows[*a], &self.rows[*b]));
        }
        self.kept = kept.len();
        self.shown = self.filter.find(kept, &self.texts);
        self.shown.sort_by_key(|at| self.rows[*at].comes_after());
        let at = cursor.and_then(|key| self.place_of(&key));
        self.cursor.select(at.unwrap_or(0));
    }

    /// Draws it in the columns of its records, or what is said where there are `none`.
    pub fn render(
        &self,
        columns: &'static [present::Column<R>],
        none: &'static str,
        area: Rect,
        buf: &mut Buffer,
        ctx: &Ctx<'_>,
    ) {
        let shown = list::columns(columns, &self.rows, ctx);
        self.look(none, &shown, &|row| list::cells(columns, row, ctx))
            .render(area, buf, ctx);
    }

    /// Finds the rows anew after something was typed. At the top one is shown the best match, unless the cursor stays; further
    /// down one stays with what one was looking at.
    fn find(&mut self, stays: bool) {
        let row = self.selected().filter(|_| stays || self.at() != Some(0));
        self.arrange(row.map(Row::key));
    }

    /// How it is drawn: what is said where there are no rows at all, the columns, and the cells of a row.
    pub fn look<'a>(
        &'a self,
        none: &'static str,
        columns: &'a [Column],
        cells: &'a dyn Fn(&R) -> Vec<CellText>,
    ) -> Look<'a, R> {
        Look {
            listing: self,
            columns,
            cells,
            none,
            none_fit: if self.is_searched() {
                "tui-none-found"
            } else {
                "tui-none-fit"
            },
            focused: true,
            line: None,
        }
    }
}

/// What a screen does with its listing, whatever the rows are.
pub trait Steps {
    fn moved(&mut self, step: Move);
    /// The keys of the filter, while it is open.
    fn mode(&self) -> Option<Mode>;
    fn typed(&mut self, key: Key);
    fn pasted(&mut self, text: &str);
    /// Forgets what is looked for. False when that was nothing.
    fn back(&mut self) -> bool;
    /// Whether something is looked for, so that a row of the area goes to it.
    fn is_searched(&self) -> bool;
}

impl<R: Row> Steps for Listing<R> {
    fn moved(&mut self, step: Move) {
        self.cursor.step(step, self.shown.len());
    }

    fn mode(&self) -> Option<Mode> {
        let open = self.filter.is_open();
        open.then(|| Mode::typing(filter::KEYS).and(filter::EDIT).and_moves())
    }

    fn typed(&mut self, key: Key) {
        if let Some(binding) = find(filter::KEYS, key).or_else(|| find(filter::EDIT, key)) {
            self.filter.act(binding.action);
            let stays = matches!(binding.action, Action::Keep | Action::Forget);
            self.find(stays || !self.filter.is_open());
        } else if let Key::Char(c) = key {
            self.pasted(c.encode_utf8(&mut [0; 4]));
        } else if let Some(step) = find(MOVES, key) {
            self.moved(step.action);
        }
    }

    fn pasted(&mut self, text: &str) {
        self.filter.paste(text);
        self.find(false);
    }

    fn back(&mut self) -> bool {
        let was = self.filter.clear();
        if was {
            self.find(true);
        }
        was
    }

    fn is_searched(&self) -> bool {
        self.filter.is_open() || !self.filter.text().is_empty()
    }
}

/// A listing as it is drawn once.
pub struct Look<'a, R: Row> {
    listing: &'a Listing<R>,
    columns: &'a [Column],
    cells: &'a dyn Fn(&R) -> Vec<CellText>,
    none: &'static str,
    none_fit: &'static str,
    focused: bool,
    line: Option<(usize, String)>,
}

impl<R: Row> Look<'_, R> {
    /// What is said where there are rows, but none that fits.
    #[must_use]
    pub fn none_fit(mut self, text: &'static str) -> Self {
        self.none_fit = text;
        self
    }

    /// Whether keys go to this listing.
    #[must_use]
    pub fn focused(mut self, focused: bool) -> Self {
        self.focused = focused;
        self
    }

    /// A line before a row or after the last, such as where the money ends.
    #[must_use]
    pub fn line(mut self, line: Option<(usize, String)>) -> Self {
        self.line = line;
        self
    }

    /// Draws what is looked for on a row of its own, and the rows below it.
    pub fn render(self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let listing = self.listing;
        let top = u16::from(listing.is_searched() && area.height > 1);
        let [searched, body] = Layout::vertical([Constraint::Length(top), Constraint::Fill(1)]).areas(area);
        if top > 0 {
            let count = phrase("word-of")
                .with("part", listing.shown.len())
                .with("all", listing.kept);
            listing.filter.render(&count, searched, buf, ctx);
        }
        let searching = ctx
            .cursor
            .get()
            .filter(|_| listing.filter.is_open() && listing.at().is_none_or(|at| at == 0));
        if listing.shown.is_empty() {
            let none = if listing.rows.is_empty() {
                self.none
            } else {
                self.none_fit
            };
            empty::draw(&phrase(none), body, buf, ctx);
            return;
        }
        let row = |at: usize| (self.cells)(&listing.rows[listing.shown[at]]);
        List {
            columns: self.columns,
            cursor: &listing.cursor,
            len: listing.shown.len(),
            row: &row,
            focused: self.focused,
            line: self.line,
        }
        .render(body, buf, ctx);
        // What is typed goes to the search, until one has moved on to a row.
        if searching.is_some() {
            ctx.cursor.set(searching);
        }
    }
}
