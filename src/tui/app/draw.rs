//! What the app looks like: the frame around the screen on top, and what lies over it. A pure function of the app.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::App;
use crate::i18n::phrase;
use crate::tui::frame;
use crate::tui::keymap::{GLOBALS, Row};
use crate::tui::overlay::Overlay;
use crate::tui::screen::Ctx;
use crate::tui::widgets::text::line;

impl App {
    pub(super) fn everywhere(&self) -> Vec<Row> {
        GLOBALS
            .iter()
            .map(|binding| Row::of(binding, self.why_not(binding.action)))
            .collect()
    }

    /// What drawing needs to know.
    #[must_use]
    pub fn ctx(&self) -> Ctx<'_> {
        Ctx {
            words: &self.words,
            theme: self.theme,
            actor: &self.session_info.actor,
            today: self.session_info.today,
            rule: &self.rule,
        }
    }

    /// Draws the whole terminal.
    pub fn render(&self, area: Rect, buf: &mut Buffer) {
        let ctx = self.ctx();
        self.kept_waiting.set(self.rehearsing.is_some());
        // What was just refused has the key to its rule before what else is in sight.
        self.rule
            .set(self.message.as_ref().and_then(|(_, text)| text.rule()));
        let rows = frame::layout(area);
        let open = self.stack.top();
        let demo = !self.session_info.seats.is_empty();
        frame::head(
            &rows,
            self.screens.tabs,
            self.stack.tab(),
            &open.screen.title(),
            demo,
            buf,
            &ctx,
        );
        open.screen.render(rows.body, buf, &ctx);
        if let Some(overlay) = self.overlays.last() {
            frame::hint(rows.foot, &phrase(overlay.hint()), buf, &ctx);
        } else if open.screen.typing() {
            frame::hint(rows.foot, &open.screen.typing_hint(), buf, &ctx);
        } else {
            frame::keys(
                rows.foot,
                &open.screen.rows(ctx.actor),
                &self.everywhere(),
                buf,
                &ctx,
            );
        }
        for overlay in &self.overlays {
            overlay.render(area, buf, &ctx);
        }
        let reads = self.overlays.last().is_some_and(Overlay::tells_rules);
        if let Some((tone, text)) = self.message.as_ref().filter(|_| !reads) {
            frame::message(&rows, *tone, text, buf, &ctx);
        }
        ctx.theme.settle(buf);
    }

    /// Draws the screen alone, without tabs, keys and cursor: for a pipe or a screen reader.
    pub fn render_plain(&self, area: Rect, buf: &mut Buffer) {
        let ctx = self.ctx();
        let screen = &self.stack.top().screen;
        let title = screen.title().words(&self.words);
        line(buf, area, 0, &title, ctx.theme.plain(), ctx.theme);
        let below = area.height.min(2);
        let body = Rect {
            y: area.y + below,
            height: area.height - below,
            ..area
        };
        screen.render(body, buf, &ctx);
        ctx.theme.settle(buf);
    }
}
