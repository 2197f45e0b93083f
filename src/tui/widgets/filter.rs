//! A filter over a list, as one types: which rows fit, the best first. The rows are matched by what they say on screen.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::style::Modifier;

use crate::domain::text::{composed, is_unsafe};
use crate::i18n::Phrase;
use crate::tui::ctx::Ctx;
use crate::tui::key::Key;
use crate::tui::keymap::Binding;
use crate::tui::widgets::text::{put, right, width};

/// What was typed, and whether keys still go to it.
#[derive(Debug, Default)]
pub struct Filter {
    typed: String,
    open: bool,
}

/// What a key does to what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Closes the filter; what was typed stands.
    Keep,
    /// Closes the filter, and every row is shown again.
    Forget,
    Erase,
    Empty,
}

/// Where the filter is a row above a list.
pub const KEYS: &[Binding<Action>] = &[
    Binding::new(
        &[Key::Enter, Key::Tab],
        Action::Keep,
        "tui-filter-keep",
        "tui-filter-keep-help",
    ),
    Binding::new(
        &[Key::Esc],
        Action::Forget,
        "tui-filter-forget",
        "tui-filter-forget-help",
    ),
];

/// Wherever something is looked for.
pub const EDIT: &[Binding<Action>] = &[
    Binding::in_help(&[Key::Backspace], Action::Erase, "tui-erase-help"),
    Binding::in_help(&[Key::Ctrl('u')], Action::Empty, "tui-empty-help"),
];

/// Blank columns on both sides.
const MARGIN: u16 = 2;
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

    /// Closes and forgets what was typed. False when there was nothing.
    pub fn clear(&mut self) -> bool {
        let some = self.open || !self.typed.is_empty();
        self.typed.clear();
        self.open = false;
        some
    }

    pub fn act(&mut self, action: Action) {
        match action {
            Action::Keep => self.open = false,
            Action::Erase if !self.typed.is_empty() => {
                self.typed.pop();
            }
            Action::Forget | Action::Erase => {
                self.clear();
            }
            Action::Empty => self.typed.clear(),
        }
    }

    pub fn paste(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.typed.chars().count());
        self.typed
            .extend(text.chars().filter(|c| !is_unsafe(*c)).take(room));
    }

    /// The rows that match, best first; all in their order while nothing is typed. Rows that contain what is typed, or, if there
    /// are none, rows that contain its letters in order. A row that begins with it as a whole word comes first.
    #[must_use]
    pub fn find(&self, rows: Vec<usize>, texts: &[String]) -> Vec<usize> {
        let typed = &composed(self.typed.trim());
        if typed.is_empty() {
            return rows;
        }
        let kinds = [AtomKind::Substring, AtomKind::Fuzzy];
        let mut found = kinds.into_iter().map(|kind| matches(typed, &rows, texts, kind));
        found.find(|rows| !rows.is_empty()).unwrap_or_default()
    }

    /// Draws what was typed, with a cursor while keys go to it, and how many rows fit where there is room for it.
    pub fn render(&self, count: &Phrase, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let area = area.inner(Margin::new(MARGIN, 0));
        let text = format!("/ {}", self.typed);
        let style = if self.open {
            ctx.theme.strong()
        } else {
            ctx.theme.dim()
        };
        let used = put(buf, area, (area.x, area.y), area.width, &text, style);
        if self.open && used < area.width {
            let cursor = ctx.theme.plain().add_modifier(Modifier::REVERSED);
            put(buf, area, (area.x + used, area.y), 1, " ", cursor);
        }
        if self.open {
            ctx.point(area.x + used.min(area.width.saturating_sub(1)), area.y);
        }
        let count = count.words(ctx.words);
        if used + width(&count) + 2 <= area.width {
            right(buf, area, 0, &count, ctx.theme.dim());
        }
    }
}

/// The rows that match in one way, the best first.
fn matches(typed: &str, rows: &[usize], texts: &[String], kind: AtomKind) -> Vec<usize> {
    let pattern = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, kind);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let scored = rows.iter().filter_map(|&row| {
        let text = &texts[row];
        let score = pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher)?;
        let rest = text.strip_prefix(typed);
        let whole = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        Some(((whole, score), row))
    });
    let mut scored: Vec<_> = scored.collect();
    scored.sort_by_key(|(score, _)| Reverse(*score));
    scored.into_iter().map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: [&str; 3] = [
        "2018-01 Felles innsyn i byggesaker",
        "2018-02 Bibliotek",
        "2018-03 Innsyn",
    ];

    fn found(filter: &Filter) -> Vec<usize> {
        filter.find((0..ROWS.len()).collect(), &ROWS.map(str::to_owned))
    }

    #[test]
    fn what_fits_is_found_wherever_it_stands_and_case_does_not_matter() {
        let mut filter = Filter::default();
        assert_eq!(found(&filter), [0, 1, 2]);
        filter.open();
        filter.paste("INNSYN");
        let mut both = found(&filter);
        both.sort_unstable();
        assert_eq!(both, [0, 2]);
        filter.act(Action::Keep);
        assert!(!filter.is_open() && filter.text() == "INNSYN");
        assert!(filter.clear() && !filter.clear());
        assert_eq!(found(&filter), [0, 1, 2]);
    }

    #[test]
    fn what_stands_as_it_is_typed_is_found_alone_and_letters_in_their_order_only_where_nothing_does() {
        let mut filter = Filter::default();
        filter.open();
        filter.paste("bib");
        assert_eq!(found(&filter), [1]);
        filter.act(Action::Empty);
        filter.paste("bbltk");
        assert_eq!(found(&filter), [1]);
        filter.act(Action::Empty);
        filter.paste("innsyn sak");
        assert_eq!(found(&filter), [0]);
        filter.act(Action::Empty);
        filter.paste("xyz");
        assert_eq!(found(&filter), [0_usize; 0]);
    }

    #[test]
    fn what_could_command_a_terminal_is_not_typed() {
        let mut filter = Filter::default();
        filter.paste("a\u{1b}[31m");
        assert_eq!(filter.text(), "a[31m");
    }
}
