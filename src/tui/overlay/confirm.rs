//! The question before a step: what will happen, and the amount. Each answer names its key: the first letter of the verb
//! does it, Esc does not. What can be undone stands ready for Enter; for what can't be, no answer does, and one has to be
//! chosen. A no says what was not done.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

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
    /// The first letter of the verb.
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
            chosen: (question.undo == Undo::Possible).then_some(Answer::Yes),
            asked_for_choice: false,
        }
    }

    /// Asks before ending with something unsaved, or that ends with the session.
    #[must_use]
    pub fn quit(why: &'static str, yes: &'static str, words: &Words) -> Self {
        let question = Question {
            title: phrase("tui-quit-title"),
            lines: vec![phrase(why)],
            yes,
            no: "not-quit",
            undo: Undo::Never,
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
        mode.rows.push(Row {
            keys: self.letters().to_vec(),
            label: self.yes,
            help: "tui-yes-help",
            quiet: false,
            is_next: false,
            why_not: None,
        });
        let mut mode = mode.and(KEYS);
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
            Then::Effects(effects) => Reply::Do(std::mem::take(effects)),
            Then::Quit => Reply::Quit,
        }
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let wide = area.width.saturating_sub(4).clamp(area.width.min(20), 64);
        let room = wide.saturating_sub(4).max(1);
        let texts = self.lines.iter().map(|line| ctx.text(line));
        let lines: Vec<String> = texts.flat_map(|text| wrap(&clean_prose(&text), room)).collect();
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(4);
        let inside = boxed(
            (wide, tall),
            &sentence(&self.title.words(ctx.words)),
            area,
            buf,
            ctx,
        );
        // The buttons are the last thing to go when there is no room.
        let shown = inside.height.saturating_sub(1);
        for (row, text) in (0..shown).zip(&lines) {
            line(buf, inside, row, text, ctx.theme.plain(), ctx.theme);
        }
        if inside.is_empty() {
            return;
        }
        if self.asked_for_choice && self.chosen.is_none() && shown > 0 {
            let choose = phrase("tui-choose-first").with("key", self.letter.to_string());
            let choose = choose.words(ctx.words);
            line(buf, inside, shown - 1, &choose, ctx.theme.warn(), ctx.theme);
        }
        self.buttons(inside, buf, ctx);
    }

    fn buttons(&self, inside: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let y = inside.bottom() - 1;
        let mut x = inside.x;
        let esc = Key::Esc.name(ctx.words, ctx.theme.ascii);
        for (key, label, answer) in [
            (self.letter.to_string(), self.yes, Answer::Yes),
            (esc, self.stay, Answer::No),
        ] {
            let text = format!("{key} {}", inside_a_sentence(&ctx.words.t(label)));
            let chosen = self.chosen == Some(answer);
            if chosen || (self.chosen.is_none() && answer == Answer::Yes) {
                ctx.point(x, y);
            }
            let (text, style) = button::look(&text, chosen, ctx.theme);
            let room = inside.right().saturating_sub(x);
            put(buf, inside, (x, y), room, &text, style);
            x = x.saturating_add(width(&text)).saturating_add(2);
        }
    }
}

fn first_letter(verb: &str) -> char {
    let letter = verb.chars().find(|c| c.is_alphabetic());
    letter.and_then(|c| c.to_uppercase().next()).unwrap_or('+')
}

/// From nothing chosen, the next is the first and the previous the last.
fn turned(chosen: Option<Answer>, to: To) -> Answer {
    match (chosen, to) {
        (None, To::Next) | (Some(Answer::No), _) => Answer::Yes,
        (None, To::Previous) | (Some(Answer::Yes), _) => Answer::No,
    }
}
