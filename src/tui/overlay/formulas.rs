//! How the figures are worked out: every figure that the program shows, with its formula, its unit and the rules that it
//! follows (F6). One key away from every screen, and one key from a figure to its rule.

use std::cell::RefCell;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::rulebook::place;
use super::{Reply, boxed, more_below, page, reading_room};
use crate::domain::forecast::{DEFAULT_PATHS, probability_error};
use crate::i18n::{Phrase, phrase, sentence};
use crate::present::figures::{Figure, GROUPS};
use crate::tui::ctx::Ctx;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Move, RULEBOOK, find};
use crate::tui::route::Route;
use crate::tui::widgets::prose::Scroll;
use crate::tui::widgets::text::{fit, put, right, width, wrap};

/// Opens the rule of the figure that is selected.
pub const RULE: &[Binding<()>] = &[Binding::new(
    &[Key::Enter, RULEBOOK],
    (),
    "word-rule",
    "formulas-rule-help",
)];

pub const KEYS: &[Binding<page::Action>] =
    &page::keys(&[Key::Esc, Key::Char('='), Key::Char('q'), Key::Ctrl('c')]);

/// The list of formulas, the figure that is selected, and how far it is scrolled.
#[derive(Default)]
pub struct Formulas {
    /// The group that stands first; the others follow in their order.
    first: usize,
    at: usize,
    scroll: Scroll,
    /// The lines of each figure, as they were last drawn.
    drawn: RefCell<Vec<Range<usize>>>,
}

/// A line: text, style, and what stands at its right end.
type Line = (String, Style, String);

impl Formulas {
    /// Opened on a screen: what it shows stands first.
    #[must_use]
    pub fn on(screen: &Route) -> Formulas {
        let own = match screen {
            Route::Solutions => "word-the-solutions",
            Route::Ranking | Route::Scoring => "formulas-ranking",
            _ => GROUPS[0].0,
        };
        let first = GROUPS.iter().position(|(heading, _)| *heading == own);
        Formulas {
            first: first.unwrap_or(0),
            ..Formulas::default()
        }
    }

    /// The groups in the order in which they stand here.
    fn groups(&self) -> impl Iterator<Item = &'static (&'static str, &'static [Figure])> {
        GROUPS.iter().cycle().skip(self.first).take(GROUPS.len())
    }

    pub fn key(&mut self, key: Key) -> Reply {
        if find(RULE, key).is_some() {
            let figure = self.groups().flat_map(|(_, figures)| *figures).nth(self.at);
            let rule = figure.and_then(|figure| place(figure.rules.first()?));
            return rule.map_or(Reply::Stay, Reply::Rule);
        }
        page::press(KEYS, key, |step| self.step(step))
    }

    /// Selects another figure and brings it into sight; a page is as many figures as there is room for.
    fn step(&mut self, step: Move) {
        let drawn = self.drawn.borrow();
        let Some(now) = drawn.get(self.at) else { return };
        let (rows, last) = (self.scroll.rows(), drawn.len() - 1);
        let down = |rows: usize| {
            let reached = drawn.iter().rposition(|lines| lines.start <= now.start + rows);
            reached.unwrap_or(last).max(self.at + 1)
        };
        let up = |rows: usize| {
            let reached = drawn.iter().position(|lines| lines.start + rows >= now.start);
            reached.unwrap_or(0).min(self.at.saturating_sub(1))
        };
        let at = match step {
            Move::Down => self.at + 1,
            Move::Up => self.at.saturating_sub(1),
            Move::HalfDown => down(rows / 2),
            Move::HalfUp => up(rows / 2),
            Move::PageDown => down(rows),
            Move::PageUp => up(rows),
            Move::First => 0,
            Move::Last => last,
        };
        self.at = at.min(last);
        self.scroll.show(drawn[self.at].clone());
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let area = reading_room(area);
        let wide = area.width.min(84);
        let (lines, figures) = self.lines(wide.saturating_sub(4), ctx);
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let inside = boxed((wide, tall), &ctx.words.t("formulas-title"), area, buf, ctx);
        let window = self.scroll.window(lines.len(), inside.height);
        let more = window.end < lines.len();
        let selected = figures.get(self.at).map(|(name, _)| *name);
        for ((row, at), (text, style, end)) in (0..).zip(window.clone()).zip(&lines[window]) {
            let style = if selected == Some(at) {
                // The mark stands in the room between the frame and the text.
                let mark = (inside.x.saturating_sub(1).max(area.x), inside.y + row);
                put(buf, area, mark, 1, ctx.theme.marks.cursor, ctx.theme.selected());
                if ctx.cursor.get().is_none() {
                    ctx.point(mark.0, mark.1);
                }
                ctx.theme.selected()
            } else {
                *style
            };
            let used = right(buf, inside, row, end, ctx.theme.dim());
            let room = inside.width.saturating_sub(if used > 0 { used + 2 } else { 0 });
            let at = (inside.x, inside.y + row);
            put(buf, inside, at, room, &fit(text, room, ctx.theme), style);
        }
        *self.drawn.borrow_mut() = figures.into_iter().map(|(_, lines)| lines).collect();
        if more {
            more_below(inside, area, buf, ctx);
        }
    }

    /// The lines of the page; and of each figure the line of its name, and the lines that belong to it: the heading before
    /// the first of a group, and after the last what ends the page.
    fn lines(&self, room: u16, ctx: &Ctx<'_>) -> (Vec<Line>, Vec<(usize, Range<usize>)>) {
        let (words, theme) = (ctx.words, ctx.theme);
        let mut lines: Vec<Line> = Vec::new();
        let mut drawn: Vec<(usize, Range<usize>)> = Vec::new();
        let indent = "  ";
        let text_room = room.saturating_sub(width(indent)).max(1);
        for (heading, figures) in self.groups() {
            let mut start = lines.len();
            if !lines.is_empty() {
                lines.push((String::new(), theme.plain(), String::new()));
            }
            lines.push((sentence(&words.t(heading)), theme.accent(), String::new()));
            for figure in *figures {
                let name = lines.len();
                let rules = figure.rules.join(", ");
                let end = format!("{} {} {rules}", words.t(figure.unit), theme.marks.dot);
                lines.push((sentence(&words.t(figure.name)), theme.strong(), end));
                for line in wrap(&words.t(figure.formula), text_room) {
                    lines.push((format!("{indent}{line}"), theme.plain(), String::new()));
                }
                drawn.push((name, start..lines.len()));
                start = lines.len();
            }
        }
        lines.push((String::new(), theme.plain(), String::new()));
        for line in wrap(&sampling(ctx).words(words), room.max(1)) {
            lines.push((line, theme.plain(), String::new()));
        }
        if let Some((_, last)) = drawn.last_mut() {
            last.end = lines.len();
        }
        (lines, drawn)
    }
}

/// F4: how far the bands may be from those of endlessly many paths, at the number that is drawn.
fn sampling(ctx: &Ctx<'_>) -> Phrase {
    phrase("formulas-sampling").with("paths", DEFAULT_PATHS).with(
        "points",
        ctx.words.points_at_most(probability_error(DEFAULT_PATHS), 1),
    )
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
            end.contains("±\u{a0}2,2") && end.contains("simuleringer"),
            "{end}"
        );
        assert!(matches!(formulas.key(Key::Char('=')), Reply::Close));
        insta::assert_snapshot!("formulas_120x90", drawn(&formulas, (120, 90)));
    }

    #[test]
    fn enter_opens_the_rule_of_the_selected_figure_and_every_figure_has_one() {
        let mut formulas = Formulas::on(&Route::Solutions);
        let first = drawn(&formulas, (80, 24));
        assert!(first.contains("▌Kostnad"), "{first}");
        let mut opened = Vec::new();
        for _ in 0..GROUPS.iter().map(|(_, figures)| figures.len()).sum() {
            let Reply::Rule(at) = formulas.key(Key::Enter) else {
                panic!("no rule for {}", drawn(&formulas, (80, 24)));
            };
            opened.push(crate::i18n::rules::all(crate::i18n::Lang::Nb)[at].label);
            formulas.key(Key::Down);
            assert!(
                drawn(&formulas, (80, 24)).contains('▌'),
                "the selected figure is in sight"
            );
        }
        assert_eq!(opened[..3], ["R1", "R1", "R2"]);
        formulas.key(Key::PageUp);
        assert!(drawn(&formulas, (80, 24)).contains('▌'));
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
