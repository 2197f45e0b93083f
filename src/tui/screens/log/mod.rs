//! The log of all that was done, newest first: when, by whom, what and about what. Enter reads one row with all that it
//! holds. Everyone may see it; the rows never hold a score (S4).

#[cfg(test)]
mod stories;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::anchor::Anchor;
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::{Phrase, phrase};
use crate::present::log::{COLUMNS, found_by, page};
use crate::tui::ctx::Ctx;
use crate::tui::effects::Effect;
use crate::tui::keymap::{Binding, Move};
use crate::tui::screen::Screen;
use crate::tui::widgets::area::inset;
use crate::tui::widgets::document;
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::tui::widgets::prose::Scroll;
use crate::tui::widgets::text::line;
use crate::usecases::views::AuditEntry;
use crate::usecases::views::AuditLog;
use crate::usecases::views::audit::AuditData;

/// Rows that are read at first, and that many more each time the end is reached.
const STEP: i64 = 500;

/// The screen.
pub(super) struct Log {
    limit: i64,
    list: Listing<AuditEntry>,
    /// The row that is read, by its number in the chain.
    reading: Option<i64>,
    scroll: Scroll,
    /// The number and the hash of the newest row.
    head: Anchor,
}

impl Default for Log {
    fn default() -> Self {
        Log {
            limit: STEP,
            list: Listing::default(),
            reading: None,
            scroll: Scroll::default(),
            head: Anchor::default(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Open,
    Filter,
}

impl Log {
    fn read(&self) -> Option<&AuditEntry> {
        let seq = self.reading?;
        self.list.rows().iter().find(|entry| entry.seq == seq)
    }

    /// Whether the chain has rows before the ones that were read.
    fn more(&self) -> bool {
        self.list.rows().last().is_some_and(|oldest| oldest.seq > 1)
    }
}

impl Row for AuditEntry {
    type Key = i64;

    fn key(&self) -> i64 {
        self.seq
    }

    fn text(&self) -> String {
        found_by(self)
    }
}

impl Screen for Log {
    type View = AuditLog;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[Binding::open(Action::Open), Binding::filter(Action::Filter)];

    fn title(&self) -> Phrase {
        match self.read() {
            Some(entry) => phrase("log-title-entry").with("seq", entry.seq),
            None => phrase("log-title"),
        }
    }

    fn view(&self) -> AuditLog {
        AuditLog { limit: self.limit }
    }

    fn receive(&mut self, data: AuditData) {
        let follows = self.list.at() == Some(0);
        self.list.receive(data.entries);
        self.head = data.head;
        // At the top one follows the log; further down one stays with what one was looking at.
        if follows {
            self.list.moved(Move::First);
        }
    }

    fn list(&self) -> Option<&dyn Steps> {
        Some(&self.list)
    }

    fn list_mut(&mut self) -> Option<&mut dyn Steps> {
        Some(&mut self.list)
    }

    fn moved(&mut self, step: Move) -> Vec<Effect> {
        if self.read().is_some() {
            self.scroll.step(step);
            return Vec::new();
        }
        self.list.moved(step);
        if self.list.at() == self.list.rows().len().checked_sub(1) && self.more() {
            self.limit += STEP;
            return vec![Effect::Reload];
        }
        Vec::new()
    }

    fn blocked(&self, _action: Action) -> Option<Refusal> {
        self.read().map(|_| refuse("log-reading"))
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Open => {
                self.reading = self.list.selected().map(Row::key);
                self.scroll = Scroll::default();
            }
            // What is looked for may stand anywhere in the log.
            Action::Filter => {
                self.list.open_filter();
                if self.more() {
                    self.limit = self.head.row;
                    return vec![Effect::Reload];
                }
            }
        }
        Vec::new()
    }

    fn back(&mut self) -> Option<Vec<Effect>> {
        (self.reading.take().is_some() || self.list.back()).then(Vec::new)
    }

    fn back_label(&self) -> Option<&'static str> {
        let searched = self.reading.is_none() && self.list.is_searched();
        searched.then_some("tui-filter-forget")
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(entry) = self.read() {
            document::draw(&page(entry, ctx.words), &self.scroll, area, buf, ctx);
            return;
        }
        let foot = if area.height > 4 && !self.list.rows().is_empty() {
            2
        } else {
            0
        };
        let upper = Rect {
            height: area.height - foot,
            ..area
        };
        self.list.render(COLUMNS, "log-empty", upper, buf, ctx);
        if foot > 0 {
            let Anchor { row: seq, hash } = &self.head;
            let head = phrase("log-head")
                .with("seq", *seq)
                .with("hash", hash.get(..16).unwrap_or(hash));
            let text = head.words(ctx.words);
            line(
                buf,
                inset(area),
                area.height - 1,
                &text,
                ctx.theme.dim(),
                ctx.theme,
            );
        }
    }
}
