//! What the app looks like: the frame around the screen on top, and what lies over it. A pure function of the app.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::App;
use crate::i18n::{Phrase, phrase};
use crate::tui::ctx::Ctx;
use crate::tui::effects::Tone;
use crate::tui::frame;
use crate::tui::keymap::{Binding, GLOBALS, Global, MOVES, Row};
use crate::tui::overlay::Overlay;

impl App {
    /// The keys that work everywhere, as far as they work here, and why one can't act.
    pub(in crate::tui) fn everywhere(&self) -> Vec<Row> {
        let mode = self.mode();
        let row = |binding: &Binding<Global>| Row {
            keys: match &mode {
                Some(mode) => mode.leaves(binding),
                None => binding.keys.to_vec(),
            },
            quiet: match binding.action {
                Global::Help => binding.quiet,
                Global::Follow => !self.is_left_behind(),
                Global::Rulebook => self.rule.get().is_none(),
                // A user who fills in a form is not about to leave the program.
                _ => binding.quiet || mode.is_some(),
            },
            label: match binding.action {
                Global::Back => self.stack.top().screen.back_label().unwrap_or(binding.label),
                _ => binding.label,
            },
            ..Row::of(binding, self.why_not(binding.action))
        };
        let rows = GLOBALS.iter().map(row);
        rows.filter(|row| !row.keys.is_empty()).collect()
    }

    /// What the help is about. What the first screen of a tab says of itself may be a sentence; the tab has its name.
    pub(super) fn help_title(&self) -> Phrase {
        match self.overlays.last() {
            Some(overlay) => overlay.title(),
            None if self.stack.is_first() => phrase(self.screens.tabs[self.stack.tab()].name),
            None => self.stack.top().screen.title(),
        }
    }

    /// The keys of what has them: something over the screen, something on it, or the screen.
    pub(in crate::tui) fn own_keys(&self) -> Vec<Row> {
        if let Some(mode) = self.mode() {
            return mode.rows;
        }
        let screen = &self.stack.top().screen;
        let moves = MOVES.iter().filter(|_| screen.scrolls());
        let mut rows = screen.rows(&self.session_info.actor);
        rows.extend(moves.map(|binding| Row::of(binding, None)));
        rows
    }

    /// The terminal draws all signs, which wasn't known.
    pub(in crate::tui) fn draws_all_signs(&mut self) {
        self.theme = self.theme.of_all_signs();
    }

    /// What drawing needs to know.
    #[must_use]
    pub fn ctx(&self) -> Ctx<'_> {
        Ctx {
            words: &self.words,
            theme: self.theme,
            actor: &self.session_info.actor,
            key: self.session_info.key.as_deref(),
            rule: &self.rule,
            cursor: &self.cursor,
        }
    }

    /// Draws the whole terminal, and says where the keys go.
    pub fn render(&self, area: Rect, buf: &mut Buffer) -> Position {
        let ctx = self.ctx();
        self.kept_waiting.set(self.rehearsing.is_some());
        // What was just refused has the key to its rule before what else is in sight.
        self.rule
            .set(self.message.as_ref().and_then(|(_, text)| text.rule()));
        self.cursor.set(None);
        let rows = frame::layout(area);
        let open = self.stack.top();
        let demo = self.session_info.demo;
        frame::head(
            &rows,
            self.screens.tabs,
            self.stack.tab(),
            &open.screen.title(),
            demo,
            buf,
            &ctx,
        );
        let slow = self.slow.then(|| (Tone::Note, phrase("tui-step-is-slow")));
        let message = self.message.as_ref().or(slow.as_ref());
        let fills_in = self.overlays.is_empty() && open.screen.mode().is_some();
        let body = match message {
            Some((_, text)) if fills_in => frame::above_message(&rows, text, &ctx),
            _ => rows.body,
        };
        open.screen.render(body, buf, &ctx);
        frame::keys(rows.foot, &self.own_keys(), &self.everywhere(), buf, &ctx);
        for overlay in &self.overlays {
            // What lies under it has no keys.
            self.cursor.set(None);
            overlay.render(area, buf, &ctx);
        }
        let reads = self.overlays.iter().any(Overlay::shows_rules);
        if let Some((tone, text)) = message.filter(|_| !reads) {
            frame::message(&rows, *tone, text, buf, &ctx);
        }
        ctx.theme.settle(buf);
        // Where nothing is selected one reads from the top.
        let found = self.cursor.get().filter(|at| area.contains(*at));
        found.unwrap_or(rows.body.as_position())
    }
}
