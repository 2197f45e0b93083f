//! The log of all that was done, newest first: when, by whom, what and about what. Enter reads one row with all that it
//! holds. Everyone may see it; the rows never hold a score (S4).

mod entry;
#[cfg(test)]
mod stories;

use jiff::Timestamp;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::calendar::in_oslo;
use crate::domain::refusal::{Refusal, refuse};
use crate::i18n::Words;
use crate::i18n::log;
use crate::i18n::{Phrase, phrase};
use crate::tui::effects::Effect;
use crate::tui::keymap::{Binding, Move};
use crate::tui::screen::{Ctx, Screen};
use crate::tui::widgets::list::{CellText, Column, Width};
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::tui::widgets::prose::Scroll;
use crate::tui::widgets::text::{line, width};
use crate::usecases::views::AuditEntry;
use crate::usecases::views::AuditLog;
use crate::usecases::views::audit::AuditData;

/// Rows that are read at first, and that many more each time the end is reached.
const STEP: i64 = 500;

/// The screen.
pub struct Log {
    limit: i64,
    list: Listing<AuditEntry>,
    /// The row that is read, by its number in the chain.
    reading: Option<i64>,
    scroll: Scroll,
    /// The number and the hash of the newest row.
    head: (i64, String),
}

impl Default for Log {
    fn default() -> Self {
        Log {
            limit: STEP,
            list: Listing::default(),
            reading: None,
            scroll: Scroll::default(),
            head: (0, String::new()),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
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

/// The log is in UTC; people read the clock in Oslo. With seconds where there is room for them.
fn when(at: &str, words: &Words, seconds: bool) -> String {
    let Ok(at) = at.parse::<Timestamp>() else {
        return at.to_owned();
    };
    let local = in_oslo(at);
    let (day, hour, minute) = (words.column_date(local.date()), local.hour(), local.minute());
    if seconds {
        format!("{day} {hour:02}:{minute:02}:{:02}", local.second())
    } else {
        format!("{day} {hour:02}:{minute:02}")
    }
}

impl Row for AuditEntry {
    type Key = i64;

    fn key(&self) -> i64 {
        self.seq
    }
}

impl Screen for Log {
    type View = AuditLog;
    type Action = Action;
    const SCROLLS: bool = true;
    const KEYS: &'static [Binding<Action>] = &[Binding::open(Action::Open)];

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

    fn blocked(&self, action: Action) -> Option<Refusal> {
        let Action::Open = action;
        self.read().map(|_| refuse("log-reading"))
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Open => {
                self.reading = self.list.selected().map(Row::key);
                self.scroll = Scroll::default();
            }
        }
        Vec::new()
    }

    fn back(&mut self) -> bool {
        self.reading.take().is_some()
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        if let Some(entry) = self.read() {
            entry::draw(entry, &self.scroll, area, buf, ctx);
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
        self.all(upper, buf, ctx);
        if foot > 0 {
            let (seq, hash) = &self.head;
            let head = phrase("log-head")
                .with("seq", *seq)
                .with("hash", hash.get(..16).unwrap_or(hash));
            let place = Rect {
                x: area.x + area.width.min(2),
                width: area.width.saturating_sub(2),
                ..area
            };
            let text = head.words(ctx.words);
            line(buf, place, area.height - 1, &text, ctx.theme.dim(), ctx.theme);
        }
    }
}

impl Log {
    fn all(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let (words, theme) = (ctx.words, ctx.theme);
        let stamp = width(&when("2028-12-28T12:00:00Z", words, false));
        let columns = [
            Column::new(words.t("log-col-seq"), Width::Fixed(6))
                .right()
                .spare(2),
            Column::new(words.t("log-col-when"), Width::Fixed(stamp)).right(),
            Column::new(words.t("log-col-who"), Width::Fixed(12)),
            Column::new(words.t("log-col-what"), Width::Flex(27)),
            Column::new(words.t("log-col-subject"), Width::Fixed(14)).spare(1),
        ];
        let cells = |entry: &AuditEntry| -> Vec<CellText> {
            vec![
                (entry.seq.to_string(), theme.dim()),
                (when(&entry.at, words, false), theme.plain()),
                (entry.actor.clone(), theme.plain()),
                (log::said(&entry.action, words), theme.plain()),
                (log::about(&entry.subject, &entry.payload, words), theme.plain()),
            ]
        };
        self.list
            .look("log-empty", &columns, &cells)
            .render(area, buf, ctx);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn people_read_the_clock_in_oslo_in_summer_and_in_winter() {
        let words = Words::new(Lang::Nb);
        assert_eq!(when("2018-07-01T22:30:05Z", &words, false), "2.7.2018 00:30");
        assert_eq!(when("2018-01-01T11:00:05Z", &words, true), "1.1.2018 12:00:05");
        assert_eq!(when("i går", &words, true), "i går");
    }
}
