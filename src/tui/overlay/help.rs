//! The help of a screen: every key that works here and what it does, from the same tables that the keys are
//! read by. A key that can't act now says why.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Reply, boxed, more_below, page, reading_room};
use crate::i18n::{Phrase, sentence};
use crate::tui::ctx::Ctx;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Row, key_names};
use crate::tui::widgets::prose::Scroll;
use crate::tui::widgets::text::{fit, put, width, wrap};

pub const KEYS: &[Binding<page::Action>] = &page::keys(&[
    Key::Esc,
    Key::Enter,
    Key::Char('?'),
    Key::F(1),
    Key::Char('q'),
    Key::Ctrl('c'),
]);

/// The help of a screen, or of what is open on it or over it.
pub struct Help {
    title: Phrase,
    /// Its own keys, and those that work everywhere.
    groups: [Vec<Row>; 2],
    scroll: Scroll,
}

impl Help {
    #[must_use]
    pub fn new(title: Phrase, mut own: Vec<Row>, everywhere: Vec<Row>) -> Self {
        // What can be done now comes first.
        own.sort_by_key(|row| row.why_not.is_some());
        Help {
            title,
            groups: [own, everywhere],
            scroll: Scroll::default(),
        }
    }

    pub fn key(&mut self, key: Key) -> Reply {
        page::press(KEYS, key, |step| self.scroll.step(step))
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let area = reading_room(area);
        let wide = area.width.min(76);
        let lines = self.lines(wide.saturating_sub(4), ctx);
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let title = format!(
            "{} {} {}",
            sentence(&ctx.words.t("tui-help")),
            ctx.theme.marks.dot,
            self.title.words(ctx.words)
        );
        let inside = boxed((wide, tall), &title, area, buf, ctx);
        let keys = lines
            .iter()
            .map(|(keys, _, _)| width(keys))
            .max()
            .unwrap_or(0)
            .min(inside.width / 3);
        let window = self.scroll.window(lines.len(), inside.height);
        let more = window.end < lines.len();
        for (y, (names, text, dim)) in (inside.y..).zip(&lines[window]) {
            let indent = (keys + 2).min(inside.width);
            put(
                buf,
                inside,
                (inside.x, y),
                keys,
                &fit(names, keys, ctx.theme),
                ctx.theme.accent(),
            );
            let style = if *dim { ctx.theme.dim() } else { ctx.theme.plain() };
            put(
                buf,
                inside,
                (inside.x + indent, y),
                inside.width - indent,
                text,
                style,
            );
        }
        if more {
            more_below(inside, area, buf, ctx);
        }
    }

    /// The names of the keys, a line of text, and whether the key can't act.
    fn lines(&self, room: u16, ctx: &Ctx<'_>) -> Vec<(String, String, bool)> {
        let names = |row: &Row| key_names(&row.keys, ctx.words, ctx.theme.ascii);
        let rows = self.groups.iter().flatten();
        let keys = rows
            .map(|row| width(&names(row)))
            .max()
            .unwrap_or(0)
            .min(room / 3);
        let mut lines = Vec::new();
        for group in self.groups.iter().filter(|group| !group.is_empty()) {
            if !lines.is_empty() {
                lines.push((String::new(), String::new(), false));
            }
            for row in group {
                let mut text = ctx.words.t(row.help);
                if let Some(reason) = &row.why_not {
                    text = format!("{text} {}", reason.words(ctx.words));
                }
                let mut names = Some(names(row));
                for line in wrap(&text, room.saturating_sub(keys + 2).max(1)) {
                    lines.push((names.take().unwrap_or_default(), line, row.why_not.is_some()));
                }
            }
        }
        lines
    }
}
