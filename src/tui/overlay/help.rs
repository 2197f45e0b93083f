//! The help of a screen: every key that works here and what it does, from the same tables that the keys are
//! read by. A key that can't act now says why.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Command, Reply, Source, boxed, key_names, more_below, reading_room};
use crate::i18n::Phrase;
use crate::tui::key::Key;
use crate::tui::keymap::{MOVES, find};
use crate::tui::screen::Ctx;
use crate::tui::widgets::prose::Scroll;
use crate::tui::widgets::text::{fit, put, width, wrap};

/// The help of one screen.
pub struct Help {
    title: Phrase,
    commands: Vec<Command>,
    scroll: Scroll,
}

impl Help {
    #[must_use]
    pub fn new(title: Phrase, commands: Vec<Command>) -> Self {
        Help {
            title,
            commands,
            scroll: Scroll::default(),
        }
    }

    pub fn key(&mut self, key: Key) -> Reply {
        match find(MOVES, key) {
            Some(step) => self.scroll.step(step.action),
            None => match key {
                Key::Esc | Key::Enter | Key::Char('?' | 'q') => return Reply::Close,
                Key::Char(' ') => self.scroll.step(crate::tui::keymap::Move::PageDown),
                _ => {}
            },
        }
        Reply::Stay
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let area = reading_room(area);
        let wide = area.width.min(76);
        let lines = self.lines(wide.saturating_sub(4), ctx);
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let title = format!(
            "{} {} {}",
            ctx.words.t("tui-help"),
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
        let names: Vec<String> = self.commands.iter().map(|c| key_names(c.row.keys, ctx)).collect();
        let keys = names
            .iter()
            .map(|names| width(names))
            .max()
            .unwrap_or(0)
            .min(room / 3);
        let mut lines = Vec::new();
        let mut before = None;
        for (command, names) in self.commands.iter().zip(names) {
            let own = matches!(command.from, Source::Screen(_));
            if before.is_some_and(|before| before != own) {
                lines.push((String::new(), String::new(), false));
            }
            before = Some(own);
            let mut text = ctx.words.t(command.row.help);
            if let Some(reason) = &command.row.why_not {
                text = format!("{text} {}", reason.words(ctx.words));
            }
            let dim = command.row.why_not.is_some();
            let mut names = Some(names);
            for line in wrap(&text, room.saturating_sub(keys + 2).max(1)) {
                lines.push((names.take().unwrap_or_default(), line, dim));
            }
        }
        lines
    }
}
