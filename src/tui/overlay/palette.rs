//! The command palette: everything that can be done here, found by typing a part of its name. What can't be
//! done now is there too, with the reason.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::{Command, Reply, boxed, key_names};
use crate::domain::text::is_unsafe;
use crate::i18n::Words;
use crate::tui::key::Key;
use crate::tui::keymap::Move;
use crate::tui::screen::Ctx;
use crate::tui::widgets::list::{Column, Cursor, List, Width};
use crate::tui::widgets::text::{line, put};

/// The commands, what was typed, and the one that Enter would run.
pub struct Palette {
    /// The name as it is matched and shown, in the reader's language.
    commands: Vec<(String, Command)>,
    typed: String,
    found: Vec<usize>,
    cursor: Cursor,
    matcher: Matcher,
}

/// The longest thing to look for.
const LONGEST: usize = 60;

impl Palette {
    #[must_use]
    pub fn new(commands: Vec<Command>, words: &Words) -> Self {
        let named = |c: Command| (words.t(c.name.unwrap_or(c.row.label)), c);
        let commands: Vec<_> = commands.into_iter().map(named).collect();
        let found = (0..commands.len()).collect();
        Palette {
            commands,
            typed: String::new(),
            found,
            cursor: Cursor::default(),
            matcher: Matcher::new(Config::DEFAULT),
        }
    }

    pub fn key(&mut self, key: Key) -> Reply {
        match key {
            Key::Esc => return Reply::Close,
            Key::Enter => {
                let at = self.cursor.at(self.found.len());
                if let Some(at) = at {
                    return Reply::Run(self.commands[self.found[at]].1.clone());
                }
            }
            Key::Down | Key::Ctrl('n') | Key::Tab => self.cursor.step(Move::Down, self.found.len()),
            Key::Up | Key::Ctrl('p') | Key::BackTab => self.cursor.step(Move::Up, self.found.len()),
            Key::PageDown => self.cursor.step(Move::PageDown, self.found.len()),
            Key::PageUp => self.cursor.step(Move::PageUp, self.found.len()),
            Key::Backspace if self.typed.is_empty() => return Reply::Close,
            Key::Backspace => {
                self.typed.pop();
                self.find();
            }
            Key::Ctrl('u') => {
                self.typed.clear();
                self.find();
            }
            Key::Char(c) => self.paste(c.encode_utf8(&mut [0; 4])),
            _ => {}
        }
        Reply::Stay
    }

    pub fn paste(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.typed.chars().count());
        self.typed
            .extend(text.chars().filter(|c| !is_unsafe(*c)).take(room));
        self.find();
    }

    /// The best match first; without anything typed, the order of the tables.
    fn find(&mut self) {
        let pattern = Pattern::parse(&self.typed, CaseMatching::Ignore, Normalization::Smart);
        let matcher = &mut self.matcher;
        let mut buffer = Vec::new();
        let scored = self.commands.iter().enumerate().filter_map(|(i, (name, _))| {
            let score = pattern.score(Utf32Str::new(name, &mut buffer), matcher)?;
            Some((score, i))
        });
        let mut scored: Vec<_> = scored.collect();
        scored.sort_by_key(|(score, i)| (std::cmp::Reverse(*score), *i));
        self.found = scored.into_iter().map(|(_, i)| i).collect();
        self.cursor = Cursor::default();
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let rows = u16::try_from(self.commands.len()).unwrap_or(u16::MAX);
        let size = (area.width.min(72), rows.saturating_add(3).min(18));
        let inside = boxed(size, &ctx.words.t("tui-palette-title"), area, buf, ctx);
        if inside.is_empty() {
            return;
        }
        let used = put(
            buf,
            inside,
            (inside.x, inside.y),
            inside.width,
            &format!("> {}", self.typed),
            ctx.theme.strong(),
        );
        if let Some(cell) = buf
            .cell_mut((inside.x + used, inside.y))
            .filter(|_| used < inside.width)
        {
            cell.set_style(ctx.theme.plain().add_modifier(Modifier::REVERSED));
        }
        let below = Rect {
            y: inside.y + 1,
            height: inside.height - 1,
            ..inside
        };
        if self.found.is_empty() {
            let nothing = ctx.words.t("tui-palette-none");
            line(buf, below, 0, &nothing, ctx.theme.dim(), ctx.theme);
        }
        let columns = [
            Column::new(String::new(), Width::Flex(14)),
            Column::new(String::new(), Width::Fixed(12)).right().spare(1),
        ];
        let row = |i: usize| {
            let (name, command) = &self.commands[self.found[i]];
            let keys = key_names(&command.row.keys[..command.row.keys.len().min(1)], ctx);
            match &command.row.why_not {
                None => vec![(name.clone(), ctx.theme.plain()), (keys, ctx.theme.dim())],
                Some(reason) => {
                    let text = format!("{name} {} {}", ctx.theme.marks.dot, reason.words(ctx.words));
                    vec![(text, ctx.theme.dim()), (keys, ctx.theme.dim())]
                }
            }
        };
        let list = List {
            columns: &columns,
            cursor: &self.cursor,
            len: self.found.len(),
            row: &row,
            focused: true,
            line: None,
        };
        list.render(below, buf, ctx);
    }
}
