//! Everything that can be done from where one is, for the help and for the palette: the rows of the tables, and by name the
//! tabs and the rules.

use super::App;
use crate::i18n::phrase;
use crate::tui::key::Key;
use crate::tui::keymap::{GLOBALS, Global, MOVES, Row};
use crate::tui::overlay::{Command, Source};

impl App {
    /// The rows of the tables that apply; without what the help or the palette has no use for.
    pub(super) fn commands(&self, for_help: bool) -> Vec<Command> {
        let screen = &self.stack.top().screen;
        let unnamed = |from, row| Command {
            from,
            row,
            name: None,
        };
        let own = screen.rows(&self.session_info.actor).into_iter().enumerate();
        let mut all: Vec<Command> = own.map(|(i, row)| unnamed(Source::Screen(i), row)).collect();
        if screen.scrolls() && for_help {
            let moves = MOVES.iter().enumerate();
            all.extend(moves.map(|(i, b)| unnamed(Source::Move(i), Row::of(b, None))));
        }
        if !for_help {
            all.extend(self.tabs());
        }
        let useless = |action| !for_help && matches!(action, Global::Screen | Global::Palette);
        let everywhere = self.everywhere().into_iter().enumerate();
        let everywhere = everywhere.filter(|(i, _)| !useless(GLOBALS[*i].action));
        all.extend(everywhere.map(|(i, row)| unnamed(Source::Global(i), row)));
        if !for_help {
            all.extend(self.rules());
        }
        all
    }

    fn tabs(&self) -> impl Iterator<Item = Command> + '_ {
        let screens = GLOBALS.iter().find(|binding| binding.action == Global::Screen);
        let keys = screens.map_or(&[][..], |binding| binding.keys);
        self.screens.tabs.iter().enumerate().map(move |(i, tab)| {
            let key = keys.iter().position(|key| *key == Key::Char(tab.digit));
            Command {
                from: Source::Tab(i),
                row: Row {
                    keys: key.map_or(&[], |at| &keys[at..=at]),
                    label: tab.name,
                    help: "tui-screen-help",
                    quiet: true,
                    why_not: None,
                },
                name: None,
            }
        })
    }

    fn rules(&self) -> impl Iterator<Item = Command> + '_ {
        self.words.rules().iter().enumerate().map(|(at, rule)| Command {
            from: Source::Rule(at),
            row: Row {
                keys: &[],
                label: "tui-rulebook",
                help: "tui-rulebook-help",
                quiet: true,
                why_not: None,
            },
            name: Some(
                phrase("tui-rule")
                    .with("label", rule.label)
                    .with("title", rule.title),
            ),
        })
    }
}
