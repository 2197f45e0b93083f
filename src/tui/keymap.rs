//! What the keys do. One table of bindings is dispatch, footer, help, palette and the keyboard page of the
//! manual, so they can't disagree. Each screen has its own table; here are the rows and the two tables that
//! all screens share: the moves of a list and the keys that work everywhere.

use crate::domain::policy;
use crate::i18n::Phrase;
use crate::tui::key::Key;

/// One row of a table: keys that do the same thing, and the texts about it.
#[derive(Clone, Copy, Debug)]
pub struct Binding<A: 'static> {
    pub keys: &'static [Key],
    pub action: A,
    /// The key of the short text in the footer and the palette: a verb.
    pub label: &'static str,
    /// The key of the sentence in the help.
    pub help: &'static str,
    /// What the key stands for in the fund's rules; then the policy says who may press it.
    pub policy: Option<policy::Action>,
    /// Known by everyone or seldom wanted: left out of the footer.
    pub quiet: bool,
}

impl<A: Copy> Binding<A> {
    #[must_use]
    pub const fn new(keys: &'static [Key], action: A, label: &'static str, help: &'static str) -> Self {
        Binding {
            keys,
            action,
            label,
            help,
            policy: None,
            quiet: false,
        }
    }

    /// The footer leaves it out.
    #[must_use]
    pub const fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// Only those whom the policy allows.
    #[must_use]
    pub const fn needs(mut self, action: policy::Action) -> Self {
        self.policy = Some(action);
        self
    }

    /// Enter, where it opens what is selected.
    #[must_use]
    pub const fn open(action: A) -> Self {
        Self::new(&[Key::Enter], action, "tui-open", "tui-open-help")
    }

    /// The filter key, the same on every list.
    #[must_use]
    pub const fn filter(action: A) -> Self {
        Self::new(&[Key::Char('/')], action, "tui-filter", "tui-filter-help")
    }

    /// Tab, where a screen has more than one part.
    #[must_use]
    pub const fn focus(action: A) -> Self {
        Self::new(&[Key::Tab, Key::BackTab], action, "tui-focus", "tui-focus-help")
    }

    /// Undo, for what isn't saved yet.
    #[must_use]
    pub const fn undo(action: A) -> Self {
        Self::new(&[Key::Char('u')], action, "tui-undo", "tui-undo-help")
    }
}

/// How the cursor of a list or a page moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    Down,
    Up,
    HalfDown,
    HalfUp,
    PageDown,
    PageUp,
    First,
    Last,
}

/// The moves of every list, for screens that say that they scroll.
pub const MOVES: &[Binding<Move>] = &[
    Binding::new(
        &[Key::Char('j'), Key::Down],
        Move::Down,
        "tui-down",
        "tui-down-help",
    )
    .quiet(),
    Binding::new(&[Key::Char('k'), Key::Up], Move::Up, "tui-up", "tui-up-help").quiet(),
    Binding::new(
        &[Key::Ctrl('d')],
        Move::HalfDown,
        "tui-half-down",
        "tui-half-down-help",
    )
    .quiet(),
    Binding::new(&[Key::Ctrl('u')], Move::HalfUp, "tui-half-up", "tui-half-up-help").quiet(),
    Binding::new(
        &[Key::PageDown, Key::Ctrl('f')],
        Move::PageDown,
        "tui-page-down",
        "tui-page-down-help",
    )
    .quiet(),
    Binding::new(
        &[Key::PageUp, Key::Ctrl('b')],
        Move::PageUp,
        "tui-page-up",
        "tui-page-up-help",
    )
    .quiet(),
    Binding::new(
        &[Key::Char('g'), Key::Home],
        Move::First,
        "tui-first",
        "tui-first-help",
    )
    .quiet(),
    Binding::new(
        &[Key::Char('G'), Key::End],
        Move::Last,
        "tui-last",
        "tui-last-help",
    )
    .quiet(),
];

/// What works on every screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Global {
    /// The screen whose digit was pressed.
    Screen,
    Help,
    /// How every figure is worked out.
    Formulas,
    /// The rule of what is in sight, or all rules.
    Rulebook,
    Palette,
    Back,
    /// The log of all that was done.
    Log,
    /// Another seat, in the demo only.
    Seat,
    Redraw,
    Quit,
}

/// Opens the rule of what was refused, also while something is being typed.
pub const RULEBOOK: Key = Key::F(2);

/// The keys that work everywhere outside a form.
pub const GLOBALS: &[Binding<Global>] = &[
    Binding::new(&[Key::Char('?')], Global::Help, "tui-help", "tui-help-help"),
    Binding::new(
        &[Key::Char(':'), Key::Ctrl('p')],
        Global::Palette,
        "tui-palette",
        "tui-palette-help",
    ),
    Binding::new(
        &[Key::Char('=')],
        Global::Formulas,
        "tui-formulas",
        "tui-formulas-help",
    ),
    Binding::new(&[RULEBOOK], Global::Rulebook, "tui-rulebook", "tui-rulebook-help").quiet(),
    Binding::new(&[Key::Esc], Global::Back, "tui-back", "tui-back-help"),
    Binding::new(&[Key::Char('L')], Global::Log, "tui-log", "tui-log-help").quiet(),
    Binding::new(&[Key::Char('@')], Global::Seat, "tui-seat", "tui-seat-help").quiet(),
    Binding::new(
        &[
            Key::Char('1'),
            Key::Char('2'),
            Key::Char('3'),
            Key::Char('4'),
            Key::Char('5'),
            Key::Char('6'),
            Key::Char('7'),
            Key::Char('8'),
        ],
        Global::Screen,
        "tui-screen",
        "tui-screen-help",
    )
    .quiet(),
    Binding::new(&[Key::Ctrl('l')], Global::Redraw, "tui-redraw", "tui-redraw-help").quiet(),
    Binding::new(
        &[Key::Char('q'), Key::Ctrl('c')],
        Global::Quit,
        "tui-quit",
        "tui-quit-help",
    ),
];

/// The row of a table that a key belongs to.
#[must_use]
pub fn find<A>(table: &'static [Binding<A>], key: Key) -> Option<&'static Binding<A>> {
    table.iter().find(|binding| binding.keys.contains(&key))
}

/// A binding as the footer, the help and the palette see it, whatever it does.
#[derive(Clone, Debug)]
pub struct Row {
    pub keys: &'static [Key],
    pub label: &'static str,
    pub help: &'static str,
    pub quiet: bool,
    /// Why it can't act now, for this person.
    pub why_not: Option<Phrase>,
}

impl Row {
    #[must_use]
    pub fn of<A>(binding: &Binding<A>, why_not: Option<Phrase>) -> Self {
        Row {
            keys: binding.keys,
            label: binding.label,
            help: binding.help,
            quiet: binding.quiet,
            why_not,
        }
    }
}

/// The first key that means two things in one context: a screen's table, the moves if it scrolls, and the
/// keys that work everywhere.
#[must_use]
pub fn clash<A>(screen: &[Binding<A>], scrolls: bool) -> Option<Key> {
    let mut seen: Vec<Key> = GLOBALS.iter().flat_map(|b| b.keys).copied().collect();
    let moves = MOVES.iter().filter(|_| scrolls).flat_map(|b| b.keys);
    for key in moves.chain(screen.iter().flat_map(|b| b.keys)) {
        if seen.contains(key) {
            return Some(*key);
        }
        seen.push(*key);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_shared_key_means_two_things() {
        assert_eq!(clash::<Move>(&[], true), None);
        let mut keys: Vec<_> = GLOBALS.iter().flat_map(|b| b.keys).collect();
        let all = keys.len();
        keys.sort_by_key(|k| format!("{k:?}"));
        keys.dedup();
        assert_eq!(keys.len(), all);
    }

    #[test]
    fn a_clash_is_found() {
        let table = [Binding::new(
            &[Key::Char('j')],
            Move::Down,
            "tui-down",
            "tui-down-help",
        )];
        assert_eq!(clash(&table, true), Some(Key::Char('j')));
        assert_eq!(clash(&table, false), None);
    }
}
