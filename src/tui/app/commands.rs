//! Everything that can be done from where one is, for the palette: the rows of the tables, and by name the tabs and the
//! rules.

use super::App;
use crate::i18n::phrase;
use crate::tui::key::Key;
use crate::tui::keymap::{GLOBALS, Global, Row};
use crate::tui::overlay::{Command, Source};

impl App {
    /// The rows of the tables that apply, without what the palette has no use for.
    pub(super) fn commands(&self) -> Vec<Command> {
        let unnamed = |from, row| Command {
            from,
            row,
            name: None,
        };
        let own = self.stack.top().screen.rows(&self.session_info.actor);
        let own = own.into_iter().enumerate();
        let useless = |action| matches!(action, Global::Screen | Global::Palette);
        let everywhere = self.everywhere().into_iter().enumerate();
        let everywhere = everywhere.filter(|(i, _)| !useless(GLOBALS[*i].action));
        own.map(|(i, row)| unnamed(Source::Screen(i), row))
            .chain(self.tabs())
            .chain(everywhere.map(|(i, row)| unnamed(Source::Global(i), row)))
            .chain(self.rules())
            .collect()
    }

    fn tabs(&self) -> impl Iterator<Item = Command> + '_ {
        self.screens.tabs.iter().enumerate().map(|(i, tab)| Command {
            from: Source::Tab(i),
            row: Row {
                keys: vec![Key::Char(tab.digit)],
                label: tab.name,
                title: tab.name,
                help: "tui-screen-help",
                quiet: true,
                is_next: false,
                why_not: None,
            },
            name: None,
        })
    }

    fn rules(&self) -> impl Iterator<Item = Command> + '_ {
        self.words.rules().iter().enumerate().map(|(at, rule)| Command {
            from: Source::Rule(at),
            row: Row {
                keys: Vec::new(),
                label: "word-rule",
                title: "word-rule",
                help: "tui-rulebook-help",
                quiet: true,
                is_next: false,
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
