//! The question before something that can't be undone: what will happen, and the amount. The safe answer is
//! the one that stands ready: the step has to be chosen with an arrow or Tab before Enter takes it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Reply, boxed};
use crate::i18n::{Phrase, phrase};
use crate::i18n::{clean_prose, sentence};
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question};
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, find};
use crate::tui::widgets::text::{put, width, wrap};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Goes from one answer to the other.
    Turn,
    Answer,
    Cancel,
}

pub const KEYS: &[Binding<Action>] = &[
    Binding::new(
        &[
            Key::Right,
            Key::Left,
            Key::Tab,
            Key::BackTab,
            Key::Char('h'),
            Key::Char('l'),
        ],
        Action::Turn,
        "tui-choose",
        "tui-turn-help",
    ),
    Binding::new(&[Key::Enter], Action::Answer, "tui-answer", "tui-answer-help"),
    Binding::new(
        &[Key::Esc, Key::Char('n'), Key::Char('q'), Key::Ctrl('c')],
        Action::Cancel,
        "tui-cancel",
        "tui-cancel-help",
    ),
];

/// A question that waits for its answer.
pub struct Confirm {
    title: Phrase,
    lines: Vec<Phrase>,
    yes: &'static str,
    then: Then,
    chosen: bool,
}

enum Then {
    Effects(Vec<Effect>),
    Quit,
}

impl Confirm {
    #[must_use]
    pub fn new(question: Question) -> Self {
        let Question {
            title,
            lines,
            yes,
            then,
        } = question;
        Confirm {
            title,
            lines,
            yes,
            then: Then::Effects(then),
            chosen: false,
        }
    }

    /// Asks before ending with something unsaved.
    #[must_use]
    pub fn quit() -> Self {
        Confirm {
            title: phrase("tui-quit-title"),
            lines: vec![phrase("tui-unsaved")],
            yes: "tui-quit-anyway",
            then: Then::Quit,
            chosen: false,
        }
    }

    #[must_use]
    pub fn title(&self) -> &Phrase {
        &self.title
    }

    pub fn key(&mut self, key: Key) -> Reply {
        match find(KEYS, key).map(|binding| binding.action) {
            Some(Action::Turn) => self.chosen = !self.chosen,
            Some(Action::Answer) if self.chosen => {
                return match &mut self.then {
                    Then::Effects(effects) => Reply::Do(std::mem::take(effects)),
                    Then::Quit => Reply::Quit,
                };
            }
            Some(Action::Answer | Action::Cancel) => return Reply::Close,
            None => {}
        }
        Reply::Stay
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let wide = area.width.saturating_sub(4).clamp(area.width.min(20), 64);
        let room = wide.saturating_sub(4).max(1);
        let texts = self.lines.iter().map(|line| ctx.says(line));
        let lines: Vec<String> = texts.flat_map(|text| wrap(&clean_prose(&text), room)).collect();
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(4);
        let inside = boxed((wide, tall), &self.title.words(ctx.words), area, buf, ctx);
        // The buttons are the last thing to go when there is no room.
        let shown = inside.height.saturating_sub(1);
        for (row, text) in (0..shown).zip(&lines) {
            put(
                buf,
                inside,
                (inside.x, inside.y + row),
                inside.width,
                text,
                ctx.theme.plain(),
            );
        }
        if inside.is_empty() {
            return;
        }
        let y = inside.bottom() - 1;
        let mut x = inside.x;
        for (text, chosen) in [
            (sentence(&ctx.words.t("tui-cancel")), !self.chosen),
            (sentence(&ctx.words.t(self.yes)), self.chosen),
        ] {
            let style = if chosen {
                ctx.theme.selected()
            } else {
                ctx.theme.plain()
            };
            let text = format!("[ {text} ]");
            let room = inside.right().saturating_sub(x);
            put(buf, inside, (x, y), room, &text, style);
            x = x.saturating_add(width(&text)).saturating_add(2);
        }
    }
}
