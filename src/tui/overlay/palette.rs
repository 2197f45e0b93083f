//! The command palette: everything that can be done here, found by typing a part of its name. What can't be
//! done now is there too, with the reason.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Command, Reply, Source, boxed};
use crate::i18n::{Words, sentence};
use crate::tui::ctx::Ctx;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Move, find, key_names};
use crate::tui::widgets::list::{Column, Width};
use crate::tui::widgets::listing::{Listing, Row, Steps};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Run,
    Close,
    Move(Move),
}

pub const KEYS: &[Binding<Action>] = &[
    Binding::new(&[Key::Enter], Action::Run, "tui-run", "tui-run-help"),
    Binding::new(
        &[Key::Esc, Key::Ctrl('c')],
        Action::Close,
        "tui-close",
        "tui-close-help",
    ),
    Binding::new(
        &[Key::Down, Key::Tab, Key::Ctrl('n')],
        Action::Move(Move::Down),
        "word-choose",
        "tui-down-help",
    ),
    Binding::in_help(
        &[Key::Up, Key::BackTab, Key::Ctrl('p')],
        Action::Move(Move::Up),
        "tui-up-help",
    ),
];

/// A command, and its name as it is matched and shown, in the reader's language.
struct Entry {
    name: String,
    command: Command,
}

impl Row for Entry {
    type Key = Source;

    fn key(&self) -> Source {
        self.command.from
    }

    fn text(&self) -> String {
        self.name.clone()
    }

    /// What can be done is looked for more often than what can be read.
    fn comes_after(&self) -> bool {
        matches!(self.command.from, Source::Rule(_))
    }
}

/// The commands, the best match first while something is typed, and the one that Enter would run.
pub struct Palette {
    list: Listing<Entry>,
}

impl Palette {
    #[must_use]
    pub fn new(commands: Vec<Command>, words: &Words) -> Self {
        let named = |command: Command| Entry {
            name: match &command.name {
                Some(name) => name.words(words),
                None => sentence(&words.t(command.row.title)),
            },
            command,
        };
        // What can be done now comes first.
        let (now, later): (Vec<Command>, Vec<Command>) = commands
            .into_iter()
            .partition(|command| command.row.why_not.is_none());
        let mut list = Listing::default();
        list.receive(now.into_iter().chain(later).map(named).collect());
        list.open_filter();
        Palette { list }
    }

    pub fn key(&mut self, key: Key) -> Reply {
        match find(KEYS, key).map(|binding| binding.action) {
            Some(Action::Run) => {
                if let Some(entry) = self.list.selected() {
                    return Reply::Run(entry.command.clone());
                }
            }
            Some(Action::Close) => return Reply::Close,
            Some(Action::Move(step)) => self.list.moved(step),
            None => self.list.typed(key),
        }
        match self.list.mode() {
            Some(_) => Reply::Stay,
            None => Reply::Close,
        }
    }

    pub fn paste(&mut self, text: &str) {
        self.list.pasted(text);
    }

    pub fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let rows = u16::try_from(self.list.rows().len()).unwrap_or(u16::MAX);
        let size = (area.width.min(72), rows.saturating_add(3).min(18));
        let inside = boxed(size, &ctx.words.t("tui-palette-title"), area, buf, ctx);
        let columns = [
            Column::new(String::new(), Width::Flex(14)),
            Column::new(String::new(), Width::Fixed(12)).right().spare(1),
        ];
        let cells = |Entry { name, command }: &Entry| {
            let keys = key_names(
                &command.row.keys[..command.row.keys.len().min(1)],
                ctx.words,
                ctx.theme.ascii,
            );
            match &command.row.why_not {
                None => vec![(name.clone(), ctx.theme.plain()), (keys, ctx.theme.dim())],
                Some(reason) => {
                    let text = format!("{name} {} {}", ctx.theme.marks.dot, reason.words(ctx.words));
                    vec![(text, ctx.theme.dim()), (keys, ctx.theme.dim())]
                }
            }
        };
        self.list
            .look("tui-palette-none", &columns, &cells)
            .none_fit("tui-palette-none")
            .render(inside, buf, ctx);
    }
}
