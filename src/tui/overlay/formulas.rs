//! How the figures are worked out: every figure that the program shows, with its formula, its unit and the rule that it
//! follows (F6). One key away from every screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_decimal::Decimal;

use super::{Reply, boxed, page, reading_room};
use crate::domain::forecast::{DEFAULT_PATHS, probability_error};
use crate::i18n::{Phrase, phrase};
use crate::present::figures::GROUPS;
use crate::tui::ctx::Ctx;
use crate::tui::key::Key;
use crate::tui::keymap::Binding;
use crate::tui::route::Route;
use crate::tui::widgets::prose::Scroll;
use crate::tui::widgets::text::{fit, put, right, width, wrap};

pub const KEYS: &[Binding<page::Action>] = &page::keys(&[
    Key::Esc,
    Key::Enter,
    Key::Char('='),
    Key::Char('q'),
    Key::Ctrl('c'),
]);

/// The list of formulas, and how far it is scrolled.
#[derive(Default)]
pub struct Formulas {
    /// The group that stands first; the others follow in their order.
    first: usize,
    scroll: Scroll,
}

/// A line: text, style, and what stands at its right end.
type Line = (String, Style, String);

impl Formulas {
    /// Opened on a screen: what it shows stands first.
    #[must_use]
    pub fn on(screen: &Route) -> Formulas {
        let own = match screen {
            Route::Solutions => "formulas-solutions",
            Route::Ranking | Route::Scoring => "formulas-ranking",
            _ => GROUPS[0].0,
        };
        let first = GROUPS.iter().position(|(heading, _)| *heading == own);
        Formulas {
            first: first.unwrap_or(0),
            scroll: Scroll::default(),
        }
    }

    pub fn key(&mut self, key: Key) -> Reply {
        page::press(KEYS, &mut self.scroll, key)
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let area = reading_room(area);
        let wide = area.width.min(84);
        let lines = self.lines(wide.saturating_sub(4), ctx);
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let inside = boxed((wide, tall), &ctx.words.t("formulas-title"), area, buf, ctx);
        let window = self.scroll.window(lines.len(), inside.height);
        let more = window.end < lines.len();
        for (row, (text, style, end)) in (0..).zip(&lines[window]) {
            let used = right(buf, inside, row, end, ctx.theme.dim());
            let room = inside.width.saturating_sub(if used > 0 { used + 2 } else { 0 });
            let at = (inside.x, inside.y + row);
            put(buf, inside, at, room, &fit(text, room, ctx.theme), *style);
        }
        if more && inside.width > 3 {
            let y = inside.bottom().min(area.bottom().saturating_sub(1));
            let dots = ctx.theme.marks.dot.repeat(3);
            put(buf, area, (inside.right() - 3, y), 3, &dots, ctx.theme.dim());
        }
    }

    fn lines(&self, room: u16, ctx: &Ctx<'_>) -> Vec<Line> {
        let (words, theme) = (ctx.words, ctx.theme);
        let mut lines: Vec<Line> = Vec::new();
        let indent = "  ";
        let text_room = room.saturating_sub(width(indent)).max(1);
        let groups = GROUPS.iter().cycle().skip(self.first).take(GROUPS.len());
        for (heading, figures) in groups {
            if !lines.is_empty() {
                lines.push((String::new(), theme.plain(), String::new()));
            }
            lines.push((words.t(heading), theme.accent(), String::new()));
            for figure in *figures {
                let rules = figure.rules.join(", ");
                let end = format!("{} {} {rules}", words.t(figure.unit), theme.marks.dot);
                lines.push((words.t(figure.name), theme.strong(), end));
                for line in wrap(&words.t(figure.formula), text_room) {
                    lines.push((format!("{indent}{line}"), theme.plain(), String::new()));
                }
            }
        }
        lines.push((String::new(), theme.plain(), String::new()));
        for line in wrap(&sampling(ctx).words(words), room.max(1)) {
            lines.push((line, theme.plain(), String::new()));
        }
        lines
    }
}

/// F4: how far the bands may be from those of endlessly many paths, at the number that is drawn.
fn sampling(ctx: &Ctx<'_>) -> Phrase {
    let points = probability_error(DEFAULT_PATHS) * Decimal::ONE_HUNDRED;
    phrase("formulas-sampling")
        .with("paths", DEFAULT_PATHS)
        .with("points", ctx.words.decimal(points, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing;

    fn drawn(formulas: &Formulas, size: (u16, u16)) -> String {
        testing::draw(size, |area, buf, ctx| formulas.render(area, buf, ctx))
    }

    #[test]
    fn f6_every_figure_has_its_formula_its_unit_and_its_rule_and_the_page_scrolls_to_the_sampling_error() {
        let mut formulas = Formulas::default();
        insta::assert_snapshot!("formulas_80x24", drawn(&formulas, (80, 24)));
        assert!(matches!(formulas.key(Key::Char('G')), Reply::Stay));
        let end = drawn(&formulas, (80, 24));
        assert!(
            end.contains("±\u{a0}2,2") && end.contains("tilfeldige forløp"),
            "{end}"
        );
        assert!(matches!(formulas.key(Key::Char('=')), Reply::Close));
        insta::assert_snapshot!("formulas_120x90", drawn(&formulas, (120, 90)));
    }

    #[test]
    fn any_size_will_do() {
        let mut formulas = Formulas::default();
        formulas.key(Key::PageDown);
        for wide in [0, 1, 2, 7, 8, 9, 20, 80] {
            for tall in [0, 1, 2, 3, 4, 5, 24] {
                drawn(&formulas, (wide, tall));
            }
        }
    }
}
