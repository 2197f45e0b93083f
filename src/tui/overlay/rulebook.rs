//! The rulebook over a screen: the list of the rules, and one rule with its example, its source and what is not built yet.
//! A refusal and a figure lead here by one key.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Reply, boxed, more_below, page as reading, reading_room};
use crate::i18n::rules::{self, Rule};
use crate::i18n::{Lang, Words};
use crate::present::lines::lines;
use crate::present::rulebook::{COLUMNS, page, title};
use crate::tui::ctx::Ctx;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, MOVES, Mode, RULEBOOK, find};
use crate::tui::widgets::document::draw_lines;
use crate::tui::widgets::list::{cells, columns};
use crate::tui::widgets::listing::{Listing, Row, Steps};
use crate::tui::widgets::prose::Scroll;

/// The place of a rule in the book, which is the same in every language.
#[must_use]
pub fn place(label: &str) -> Option<usize> {
    book().iter().position(|rule| rule.label == label)
}

fn book() -> &'static [Rule] {
    rules::all(Lang::Nb)
}

impl Row for Rule {
    type Key = &'static str;

    fn key(&self) -> &'static str {
        self.label
    }

    fn text(&self) -> String {
        title(self)
    }
}

/// What one does with the list of the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Open,
    Filter,
    /// Takes the filter away first.
    Back,
    Close,
}

pub const CONTENTS: &[Binding<Action>] = &[
    Binding::open(Action::Open),
    Binding::filter(Action::Filter),
    Binding::new(&[Key::Esc], Action::Back, "tui-close", "tui-close-help"),
    Binding::in_help(
        &[Key::Char('q'), RULEBOOK, Key::Ctrl('c')],
        Action::Close,
        "tui-close-help",
    ),
];

/// The keys that close the list also while one searches it.
const ALWAYS: &[Binding<Action>] = &[Binding::in_help(
    &[RULEBOOK, Key::Ctrl('c')],
    Action::Close,
    "tui-close-help",
)];

/// Which rule comes in place of the one that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Next,
    Previous,
}

pub const TURN: &[Binding<Turn>] = &[
    Binding::new(
        &[Key::Right, Key::Char('l')],
        Turn::Next,
        "word-next",
        "rulebook-next-help",
    ),
    Binding::new(
        &[Key::Left, Key::Char('h')],
        Turn::Previous,
        "word-previous",
        "rulebook-previous-help",
    ),
];

/// The other keys of one rule.
pub const PAGE: &[Binding<reading::Action>] =
    &reading::keys(&[Key::Esc, Key::Enter, Key::Char('q'), RULEBOOK, Key::Ctrl('c')]);

/// All rules, by label and title.
pub struct Contents {
    list: Listing<Rule>,
}

impl Contents {
    #[must_use]
    pub fn new(words: &Words) -> Contents {
        let mut list = Listing::default();
        list.receive(words.rules().to_vec());
        Contents { list }
    }

    #[must_use]
    pub fn mode(&self) -> Mode {
        let searching = self.list.mode().map(|mode| mode.and(ALWAYS));
        searching.unwrap_or_else(|| Mode::keys(CONTENTS).and_moves())
    }

    pub fn paste(&mut self, text: &str) {
        self.list.pasted(text);
    }

    pub fn key(&mut self, key: Key) -> Reply {
        let searching = self.list.mode().is_some();
        let table = if searching { ALWAYS } else { CONTENTS };
        match find(table, key).map(|binding| binding.action) {
            Some(Action::Open) => {
                let rule = self.list.selected().and_then(|rule| place(rule.label));
                return rule.map_or(Reply::Stay, Reply::Rule);
            }
            Some(Action::Filter) => self.list.open_filter(),
            Some(Action::Back) if self.list.back() => {}
            Some(Action::Back | Action::Close) => return Reply::Close,
            None if searching => self.list.typed(key),
            None => {
                if let Some(step) = find(MOVES, key) {
                    self.list.moved(step.action);
                }
            }
        }
        Reply::Stay
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let area = reading_room(area);
        let rules = self.list.rows();
        let tall = u16::try_from(rules.len()).unwrap_or(u16::MAX).saturating_add(4);
        let inside = boxed((72, tall), &ctx.words.t("rulebook-title"), area, buf, ctx);
        let columns = columns(COLUMNS, rules, ctx);
        let cells = |rule: &Rule| cells(COLUMNS, rule, ctx);
        self.list
            .look("rulebook-none", &columns, &cells)
            .none_fit("rulebook-none")
            .render(inside, buf, ctx);
    }
}

/// One rule, and how far it is scrolled.
pub struct Page {
    /// Its place in the book.
    at: usize,
    scroll: Scroll,
}

impl Page {
    #[must_use]
    pub fn of(at: usize) -> Page {
        Page {
            at,
            scroll: Scroll::default(),
        }
    }

    pub fn key(&mut self, key: Key) -> Reply {
        let at = match find(TURN, key).map(|binding| binding.action) {
            Some(Turn::Next) => (self.at + 1).min(book().len() - 1),
            Some(Turn::Previous) => self.at.saturating_sub(1),
            None => return reading::press(PAGE, key, |step| self.scroll.step(step)),
        };
        *self = Page::of(at);
        Reply::Stay
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let Some(rule) = ctx.words.rules().get(self.at) else {
            return;
        };
        let area = reading_room(area);
        let wide = area.width.min(84);
        let lines = lines(&page(rule).sections, wide.saturating_sub(4).max(1).into());
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let inside = boxed((wide, tall), &title(rule), area, buf, ctx);
        let window = self.scroll.window(lines.len(), inside.height);
        let more = window.end < lines.len();
        draw_lines(&lines[window], inside, buf, ctx);
        if more {
            more_below(inside, area, buf, ctx);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing;

    fn page(label: &str, size: (u16, u16)) -> String {
        let page = Page::of(place(label).unwrap());
        testing::draw(size, |area, buf, ctx| page.render(area, buf, ctx))
    }

    #[test]
    fn a_rule_reads_well_on_a_small_and_on_a_large_terminal() {
        insta::assert_snapshot!("rule_80x24", page("R1", (80, 24)));
        insta::assert_snapshot!("rule_160x50", page("M1", (160, 50)));
    }

    #[test]
    fn the_rules_are_listed_with_what_is_not_wholly_built_and_one_is_opened_and_closed() {
        let mut contents = Contents::new(&Words::new(Lang::Nb));
        let drawn = testing::draw((80, 24), |area, buf, ctx| contents.render(area, buf, ctx));
        insta::assert_snapshot!("rulebook_80x24", drawn);
        contents.key(Key::Char('j'));
        assert!(matches!(contents.key(Key::Enter), Reply::Rule(1)));
        for key in ["/prisliste", "<Enter>"].map(testing::keys).concat() {
            contents.key(key);
        }
        let found = contents.list.selected().map(|rule| rule.label);
        assert_eq!(found, Some("R2"));
        assert!(
            matches!(contents.key(Key::Esc), Reply::Stay),
            "the filter goes first"
        );
        assert!(matches!(contents.key(Key::Esc), Reply::Close));
    }

    #[test]
    fn one_goes_from_rule_to_rule_and_no_further_than_the_ends_of_the_book() {
        let mut page = Page::of(0);
        page.key(Key::Left);
        assert_eq!(page.at, 0);
        for _ in 0..100 {
            page.key(Key::Right);
        }
        assert_eq!(page.at, book().len() - 1);
        assert!(matches!(page.key(RULEBOOK), Reply::Close));
    }

    #[test]
    fn any_size_will_do() {
        for wide in [0, 1, 2, 7, 8, 9, 20, 80] {
            for tall in [0, 1, 2, 3, 4, 5, 24] {
                page("C7", (wide, tall));
                let contents = Contents::new(&Words::new(Lang::Nb));
                testing::draw((wide, tall), |area, buf, ctx| contents.render(area, buf, ctx));
            }
        }
    }
}
