//! A page of lines with a heading here and a fact there: laid out once for a width, then drawn from where it is
//! scrolled to. For what is read more than it is chosen from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::i18n::{clean, clean_prose};
use crate::tui::screen::Ctx;
use crate::tui::theme::Theme;
use crate::tui::widgets::list::thumb;
use crate::tui::widgets::prose::Scroll;
use crate::tui::widgets::text::{fit, spans, width, wrap};

/// A piece of a line.
pub type Piece = (String, Style);

/// Lines of a known width.
#[derive(Debug)]
pub struct Page {
    wide: u16,
    theme: Theme,
    /// Columns of the labels; what stands beside them is indented by so much.
    labels: u16,
    lines: Vec<Vec<Piece>>,
}

impl Page {
    /// A page of `wide` columns whose labels take `labels` of them, or less where there is little room.
    #[must_use]
    pub fn new(wide: u16, labels: u16, ctx: &Ctx<'_>) -> Self {
        Page {
            wide,
            theme: ctx.theme,
            labels: labels.min(wide / 2),
            lines: Vec::new(),
        }
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Columns beside the labels.
    #[must_use]
    pub fn room(&self) -> u16 {
        self.wide - self.labels
    }

    /// An empty line, unless it would be the first.
    pub fn gap(&mut self) {
        if !self.lines.is_empty() {
            self.lines.push(Vec::new());
        }
    }

    /// A heading, parted from what stands above it.
    pub fn head(&mut self, text: &str) {
        self.gap();
        self.text(text, self.theme.strong());
    }

    /// Running text over the whole width.
    pub fn text(&mut self, text: &str, style: Style) {
        for line in wrap(&clean_prose(text), self.wide) {
            self.lines.push(vec![(line, style)]);
        }
    }

    /// A line of pieces, cut where it ends.
    pub fn pieces(&mut self, pieces: Vec<Piece>) {
        self.lines.push(pieces);
    }

    /// A label, and what it labels beside it, broken into lines where it is long.
    pub fn fact(&mut self, label: &str, value: &str, style: Style) {
        let mut label = Some(label);
        for line in wrap(&clean_prose(value), self.room()) {
            self.beside(label.take().unwrap_or_default(), vec![(line, style)]);
        }
    }

    /// A label and pieces beside it on one line.
    pub fn beside(&mut self, label: &str, pieces: Vec<Piece>) {
        let mut line = vec![self.label(label, self.theme.dim())];
        line.extend(pieces);
        self.lines.push(line);
    }

    /// As [`Page::beside`], with a label that heads a group.
    pub fn headed(&mut self, label: &str, pieces: Vec<Piece>) {
        let mut line = vec![self.label(label, self.theme.strong())];
        line.extend(pieces);
        self.lines.push(line);
    }

    /// Words that go together, with two blanks between them, on as many lines as they take.
    pub fn strip(&mut self, label: &str, words: Vec<Piece>) {
        let mut label = Some(label);
        let mut line: Vec<Piece> = Vec::new();
        let mut used = 0;
        for (text, style) in words {
            let wide = width(&clean(&text));
            if used > 0 && used + 2 + wide > self.room() {
                self.headed(label.take().unwrap_or_default(), std::mem::take(&mut line));
                used = 0;
            }
            if used > 0 {
                line.push(("  ".to_owned(), Style::new()));
                used += 2;
            }
            used += wide;
            line.push((text, style));
        }
        if !line.is_empty() {
            self.headed(label.take().unwrap_or_default(), line);
        }
    }

    fn label(&self, text: &str, style: Style) -> Piece {
        let room = self.labels.saturating_sub(1);
        let text = fit(&clean(text), room, self.theme);
        let blanks = usize::from(self.labels - width(&text).min(self.labels));
        (text + &" ".repeat(blanks), style)
    }

    /// Draws pages side by side, scrolled together, with a sign at the right edge for the part in sight.
    pub fn side_by_side(pages: &[(Page, u16)], scroll: &Scroll, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let lines = pages.iter().map(|(page, _)| page.len()).max().unwrap_or(0);
        let window = scroll.window(lines, area.height);
        for (page, x) in pages {
            let place = Rect {
                x: area.x.saturating_add(*x),
                width: area.width.saturating_sub(*x),
                ..area
            };
            page.render(window.clone(), place, buf);
        }
        if lines > usize::from(area.height) && !area.is_empty() {
            thumb(window.start, lines, area, buf, ctx);
        }
    }

    /// Draws the lines of a window from the top of an area.
    pub fn render(&self, window: std::ops::Range<usize>, area: Rect, buf: &mut Buffer) {
        let lines = self.lines.iter().take(window.end).skip(window.start);
        for (row, line) in (0..area.height).zip(lines) {
            let pieces: Vec<(&str, Style)> =
                line.iter().map(|(text, style)| (text.as_str(), *style)).collect();
            spans(buf, area, row, &pieces);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testing::draw;

    #[test]
    fn facts_stand_under_one_another_and_words_go_on_the_next_line() {
        let drawn = draw((24, 9), |area, buf, ctx| {
            let mut page = Page::new(area.width, 8, ctx);
            page.head("Fakta");
            page.fact("Søker", "Oslo kommune, som eier", ctx.theme.plain());
            page.gap();
            let words = ["utkast", "innsendt", "prioritert"];
            page.strip("Trinn", words.map(|w| (w.to_owned(), ctx.theme.plain())).to_vec());
            page.render(0..page.len(), area, buf);
        });
        let expected = "Fakta\nSøker   Oslo kommune,\n        som eier\n\nTrinn   utkast  innsendt\n        prioritert\n";
        assert_eq!(drawn, expected);
    }

    #[test]
    fn any_width_will_do() {
        for wide in 0..12 {
            draw((wide, 3), |area, buf, ctx| {
                let mut page = Page::new(area.width, 8, ctx);
                page.fact("Søker", "Oslo", ctx.theme.plain());
                page.strip("Trinn", vec![("utkast".into(), ctx.theme.plain())]);
                page.render(0..page.len(), area, buf);
            });
        }
    }
}
