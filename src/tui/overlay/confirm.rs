//! The question before a step: what will happen, and the amount. Each answer names its key: the first letter of the verb
//! does it, Esc does not. What can be undone stands ready for Enter; for what can't be, no answer does, and one has to be
//! chosen. A no says what was not done. What is only told has one button, which closes it.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::letter::first_letter;
use super::{Reply, boxed};
use crate::i18n::{Phrase, Words, phrase};
use crate::i18n::{clean_prose, inside_a_sentence, sentence};
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Mode, Row, find};
use crate::tui::widgets::button;
use crate::tui::widgets::text::{line, put, width, wrap};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Goes from one answer to the other.
    Turn(To),
    Answer,
    Cancel,
}

/// Where a turn goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    Next,
    Previous,
}

/// The keys of every question. The letter that does it comes before them, so it is none of these.
pub const KEYS: &[Binding<Action>] = &[
    Binding::new(
        &[Key::Esc, Key::Ctrl('c')],
        Action::Cancel,
        "tui-cancel",
        "tui-cancel-help",
    ),
    Binding::new(
        &[Key::Right, Key::Tab],
        Action::Turn(To::Next),
        "word-choose",
        "tui-turn-help",
    ),
    Binding::in_help(
        &[Key::Left, Key::BackTab],
        Action::Turn(To::Previous),
        "tui-turn-help",
    ),
    Binding::new(&[Key::Enter], Action::Answer, "word-answer", "tui-answer-help"),
];

/// A question that waits for its answer.
pub struct Confirm {
    title: Phrase,
    lines: Vec<Phrase>,
    yes: &'static str,
    no: &'static str,
    /// What Esc does, in a word.
    stay: &'static str,
    then: Then,
    /// Nothing is asked: it is about what has been done.
    told: bool,
    /// What is typed for the verb.
    letter: char,
    /// What Enter answers.
    chosen: Option<Answer>,
    /// Enter was pressed before an answer was chosen.
    asked_for_choice: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
}

enum Then {
    Effects(Vec<Effect>),
    Quit,
}

impl Confirm {
    #[must_use]
    pub fn new(question: Question, words: &Words) -> Self {
        let stay = question.stay();
        Confirm {
            title: question.title,
            lines: question.lines,
            yes: question.yes,
            no: question.no,
            stay,
            then: Then::Effects(question.then),
            letter: first_letter(&words.t(question.yes)),
            chosen: matches!(question.undo, Undo::Possible | Undo::Told).then_some(Answer::Yes),
            told: question.undo == Undo::Told,
            asked_for_choice: false,
        }
    }

    /// Asks before ending with something unsaved, or that goes on or ends without the person.
    #[must_use]
    pub fn quit(why: Vec<Phrase>, yes: &'static str, undo: Undo, words: &Words) -> Self {
        let question = Question {
            title: phrase("tui-quit-title"),
            lines: why,
            yes,
            no: "not-quit",
            undo,
            then: Vec::new(),
        };
        Confirm {
            then: Then::Quit,
            ..Confirm::new(question, words)
        }
    }

    #[must_use]
    pub fn title(&self) -> &Phrase {
        &self.title
    }

    /// The keys that it answers to.
    #[must_use]
    pub fn mode(&self) -> Mode {
        let mut mode = Mode::default();
        let mut keys = self.letters().to_vec();
        if self.told {
            keys.insert(0, Key::Enter);
        }
        mode.rows.push(Row {
            keys,
            label: self.yes,
            title: self.yes,
            help: if self.told {
                "tui-close-help"
            } else {
                "tui-yes-help"
            },
            quiet: false,
            is_next: false,
            why_not: None,
        });
        let mut mode = mode.and(KEYS);
        if self.told {
            mode.rows.truncate(2);
        }
        for row in &mut mode.rows {
            if row.keys.contains(&Key::Esc) {
                row.label = self.stay;
            }
            // Enter gives no answer before one is chosen.
            row.quiet |= row.keys.contains(&Key::Enter) && self.chosen.is_none();
        }
        mode
    }

    /// The letter as it is told, and as it is typed.
    fn letters(&self) -> [Key; 2] {
        let small = self.letter.to_lowercase().next().unwrap_or(self.letter);
        [Key::Char(self.letter), Key::Char(small)]
    }

    pub fn key(&mut self, key: Key) -> Reply {
        if self.letters().contains(&key) {
            return self.yes();
        }
        match find(KEYS, key).map(|binding| binding.action) {
            Some(Action::Turn(_)) if self.told => {}
            Some(Action::Turn(to)) => self.chosen = Some(turned(self.chosen, to)),
            Some(Action::Cancel) => return Reply::No(self.no),
            Some(Action::Answer) => match self.chosen {
                Some(Answer::Yes) => return self.yes(),
                Some(Answer::No) => return Reply::No(self.no),
                None => self.asked_for_choice = true,
            },
            None => {}
        }
        Reply::Stay
    }

    fn yes(&mut self) -> Reply {
        match &mut self.then {
            _ if self.told => Reply::No(self.no),
            Then::Effects(effects) => Reply::Do(std::mem::take(effects)),
            Then::Quit => Reply::Quit,
        }
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let wide = area.width.saturating_sub(4).clamp(area.width.min(20), 64);
        let room = wide.saturating_sub(4).max(1);
        let texts = self.lines.iter().map(|line| ctx.text(line));
        let lines: Vec<String> = texts.flat_map(|text| wrap(&clean_prose(&text), room)).collect();
        let warning = self.warning(room, ctx);
        let buttons = self.buttons(room, ctx);
        // Without a warning an empty line stands between the text and the buttons, where there is room for it.
        let below = rows(
            buttons
                .last()
                .map_or(1, |button| usize::from(button.row) + button.lines.len()),
        );
        let tall = rows(lines.len())
            .saturating_add(rows(warning.len().max(1)))
            .saturating_add(below)
            .saturating_add(2)
            .min(tallest(area));
        let title = sentence(&self.title.words(ctx.words));
        let inside = boxed((wide, tall), &title, area, buf, ctx);
        // The buttons are the last thing to go when there is no room.
        let below = below.min(inside.height);
        let warned = rows(warning.len()).min(inside.height - below);
        let shown = inside.height - below - warned;
        let is_cut = lines.len() > usize::from(shown);
        for (row, text) in (0..shown).zip(&lines) {
            let last = is_cut && row + 1 == shown;
            let text = if last {
                Cow::Owned(format!("{text} {}", ctx.theme.marks.ellipsis.repeat(3)))
            } else {
                Cow::Borrowed(text.as_str())
            };
            line(buf, inside, row, &text, ctx.theme.plain(), ctx.theme);
        }
        for (row, text) in (shown..shown + warned).zip(&warning) {
            line(buf, inside, row, text, ctx.theme.warn(), ctx.theme);
        }
        for button in &buttons {
            let (x, y) = (inside.x + button.column, inside.bottom() - below + button.row);
            if button.ready && y < inside.bottom() {
                ctx.point(x, y);
            }
            for (y, text) in (y..inside.bottom()).zip(&button.lines) {
                let room = inside.right().saturating_sub(x);
                put(buf, inside, (x, y), room, text, button.style);
            }
        }
    }

    /// That an answer has to be chosen, once Enter was pressed without one.
    fn warning(&self, room: u16, ctx: &Ctx<'_>) -> Vec<String> {
        if !self.asked_for_choice || self.chosen.is_some() {
            return Vec::new();
        }
        let choose = phrase("tui-choose-first").with("key", self.letter.to_string());
        wrap(&choose.words(ctx.words), room)
    }

    /// The buttons beside one another; where that is too wide, under one another.
    fn buttons(&self, room: u16, ctx: &Ctx<'_>) -> Vec<Button> {
        let esc = Key::Esc.name(ctx.words, ctx.theme.ascii);
        let yes = if self.told {
            Key::Enter.name(ctx.words, ctx.theme.ascii)
        } else {
            self.letter.to_string()
        };
        let mut answers = vec![(yes, self.yes, Answer::Yes)];
        if !self.told {
            answers.push((esc, self.stay, Answer::No));
        }
        let mut buttons: Vec<Button> = Vec::new();
        let (mut column, mut row) = (0, 0);
        for (key, label, answer) in answers {
            let text = format!("{key} {}", inside_a_sentence(&ctx.words.t(label)));
            let chosen = self.chosen == Some(answer);
            let (text, style) = button::within(&text, chosen, room, ctx.theme);
            if let Some(before) = buttons.last().filter(|_| column + width(&text) > room) {
                row += rows(before.lines.len());
                column = 0;
            }
            buttons.push(Button {
                lines: wrap(&text, room),
                style,
                column,
                row,
                ready: chosen || (self.chosen.is_none() && answer == Answer::Yes),
            });
            column = column.saturating_add(width(&text)).saturating_add(2);
        }
        buttons
    }
}

/// The last line, which says what the keys do, stays in sight where there are rows for it.
fn tallest(area: Rect) -> u16 {
    if area.height < 8 {
        area.height
    } else {
        area.height - 1
    }
}

/// A button as it is drawn, from the upper left corner of the rows that the buttons have.
struct Button {
    lines: Vec<String>,
    style: Style,
    column: u16,
    row: u16,
    /// The keys are on it, or it is the first where they are on none.
    ready: bool,
}

fn rows(lines: usize) -> u16 {
    u16::try_from(lines).unwrap_or(u16::MAX)
}

/// From nothing chosen, the next is the first and the previous the last.
fn turned(chosen: Option<Answer>, to: To) -> Answer {
    match (chosen, to) {
        (None, To::Next) | (Some(Answer::No), _) => Answer::Yes,
        (None, To::Previous) | (Some(Answer::Yes), _) => Answer::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::tui::testing::draw;

    fn question(undo: Undo) -> Confirm {
        let question = Question {
            title: phrase("agenda-call-off-title"),
            lines: vec![phrase("agenda-call-off-effect")],
            yes: "agenda-call-off-yes",
            no: "not-called-off",
            undo,
            then: vec![Effect::Turned],
        };
        Confirm::new(question, &Words::new(Lang::Nb))
    }

    #[test]
    fn both_answers_and_the_last_line_are_seen_at_any_width() {
        for wide in 20..=80 {
            let mut confirm = question(Undo::CallsOff("agenda-call-off-no"));
            for _ in 0..2 {
                let drawn = draw((wide, 14), |area, buf, ctx| confirm.render(area, buf, ctx));
                for text in ["[ A ", "valget", "[ Esc ", "fortsette"] {
                    assert!(drawn.contains(text), "{wide}: {text} in\n{drawn}");
                }
                assert!(drawn.lines().count() < 14, "{wide}:\n{drawn}");
                confirm.key(Key::Enter);
            }
        }
    }

    #[test]
    fn a_bracket_stands_with_its_text_and_what_there_is_no_room_for_leaves_a_sign() {
        for wide in 38..=80 {
            let mut confirm = question(Undo::CallsOff("agenda-call-off-vote-no"));
            confirm.lines = vec![phrase("agenda-call-off-vote-effect"); 8];
            for _ in 0..2 {
                let drawn = draw((wide, 12), |area, buf, ctx| confirm.render(area, buf, ctx));
                let alone = drawn.lines().any(|row| row.trim_matches(['│', ' ']) == "]");
                assert!(!alone, "{wide}:\n{drawn}");
                assert!(drawn.contains('…'), "{wide}:\n{drawn}");
                confirm.key(Key::Enter);
            }
        }
    }

    #[test]
    fn what_calls_something_off_and_what_leaves_it_be_are_not_called_the_same() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let (yes, no) = (
                words.t("agenda-call-off-yes"),
                words.t(question(Undo::CallsOff("agenda-call-off-no")).stay),
            );
            assert!(!no.contains(&*words.t("tui-cancel")), "{yes} / {no}");
        }
    }

    #[test]
    fn what_is_told_has_one_button_and_any_way_to_close_it_says_the_same() {
        for key in [Key::Enter, Key::Esc, Key::Char('a')] {
            let mut told = question(Undo::Told);
            for other in [Key::Char('n'), Key::Right] {
                assert!(matches!(told.key(other), Reply::Stay));
            }
            let drawn = draw((60, 14), |area, buf, ctx| told.render(area, buf, ctx));
            assert!(!drawn.contains("Esc") && !drawn.contains("Ingenting"), "{drawn}");
            assert!(matches!(told.key(key), Reply::No("not-called-off")));
        }
    }
}
