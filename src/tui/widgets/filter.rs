//! A filter over a list, as one types: which rows fit, the best first. The rows are matched by what they say on screen.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::domain::text::is_unsafe;
use crate::tui::key::Key;
use crate::tui::screen::Ctx;
use crate::tui::widgets::text::{put, width};

/// What was typed, and whether keys still go to it.
#[derive(Debug, Default)]
pub struct Filter {
    typed: String,
    open: bool,
}

/// What a key did to the filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// The rows must be found anew.
    Changed,
    /// The filter is closed, and what was typed stands.
    Kept,
    /// The key is the list's: the filter doesn't move the cursor.
    Pass,
}

/// The longest thing to look for.
const LONGEST: usize = 60;

impl Filter {
    pub fn open(&mut self) {
        self.open = true;
    }

    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open
    }

    #[must_use]
    pub fn text(&self) -> &str {
        &self.typed
    }

    /// Forgets what was typed. False when there was nothing.
    pub fn clear(&mut self) -> bool {
        let some = self.open || !self.typed.is_empty();
        self.typed.clear();
        self.open = false;
        some
    }

    /// Enter keeps what was typed and Esc forgets it; the arrows are left to the list.
    pub fn key(&mut self, key: Key) -> Typed {
        match key {
            Key::Enter | Key::Tab => {
                self.open = false;
                return Typed::Kept;
            }
            Key::Esc => {
                self.clear();
            }
            Key::Backspace if self.typed.is_empty() => {
                self.clear();
            }
            Key::Backspace => {
                self.typed.pop();
            }
            Key::Ctrl('u') => self.typed.clear(),
            Key::Char(c) => self.paste(c.encode_utf8(&mut [0; 4])),
            _ => return Typed::Pass,
        }
        Typed::Changed
    }

    pub fn paste(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.typed.chars().count());
        self.typed
            .extend(text.chars().filter(|c| !is_unsafe(*c)).take(room));
    }

    /// The rows that fit, the best match first; all of them in their order while nothing is typed.
    #[must_use]
    pub fn find<'r>(&self, rows: impl Iterator<Item = (usize, &'r str)>) -> Vec<usize> {
        if self.typed.trim().is_empty() {
            return rows.map(|(i, _)| i).collect();
        }
        let pattern = Pattern::parse(&self.typed, CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let scored = rows.enumerate().filter_map(|(place, (i, text))| {
            let score = pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher)?;
            Some((score, place, i))
        });
        let mut scored: Vec<_> = scored.collect();
        scored.sort_by_key(|(score, place, _)| (std::cmp::Reverse(*score), *place));
        scored.into_iter().map(|(.., i)| i).collect()
    }

    /// Draws what was typed, with a cursor while keys go to it.
    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let text = format!("/ {}", self.typed);
        let style = if self.open {
            ctx.theme.strong()
        } else {
            ctx.theme.dim()
        };
        put(buf, area, (area.x, area.y), area.width, &text, style);
        let after = width(&text);
        let seen = self.open && after < area.width && area.height > 0;
        if let Some(cell) = buf
            .cell_mut((area.x.saturating_add(after), area.y))
            .filter(|_| seen)
        {
            cell.set_style(ctx.theme.plain().add_modifier(Modifier::REVERSED));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing::keys;

    const ROWS: [&str; 3] = [
        "2018-01 Felles innsyn i byggesaker",
        "2018-02 Bibliotek",
        "2018-03 Innsyn",
    ];

    fn found(filter: &Filter) -> Vec<usize> {
        filter.find(ROWS.iter().copied().enumerate())
    }

    #[test]
    fn what_fits_is_found_wherever_it_stands_and_case_does_not_matter() {
        let mut filter = Filter::default();
        assert_eq!(found(&filter), [0, 1, 2]);
        filter.open();
        for key in keys("INNSYN") {
            assert_eq!(filter.key(key), Typed::Changed);
        }
        let mut both = found(&filter);
        both.sort_unstable();
        assert_eq!(both, [0, 2]);
        assert_eq!(filter.key(Key::Down), Typed::Pass);
        assert_eq!(filter.key(Key::Enter), Typed::Kept);
        assert!(!filter.is_open() && filter.text() == "INNSYN");
        assert!(filter.clear() && !filter.clear());
        assert_eq!(found(&filter), [0, 1, 2]);
    }

    #[test]
    fn what_could_command_a_terminal_is_not_typed() {
        let mut filter = Filter::default();
        filter.paste("a\u{1b}[31m");
        assert_eq!(filter.text(), "a[31m");
    }
}
