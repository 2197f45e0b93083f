//! What the keys do. One table of bindings is dispatch, footer, help, palette and the keyboard page of the
//! manual, so they can't disagree. Each screen has its own table; here are the rows and the two tables that
//! all screens share: the moves of a list and the keys that work everywhere.

use crate::domain::policy;
use crate::i18n::Phrase;
use crate::i18n::Words;
use crate::tui::key::Key;

/// One row of a table: keys that do the same thing, and the texts about it.
#[derive(Clone, Copy, Debug)]
pub struct Binding<A: 'static> {
    pub keys: &'static [Key],
    pub action: A,
    /// The key of the short text in the footer and the palette: a verb.
    pub label: &'static str,
    /// The key of what the palette calls it, where the short text says too little without the screen round it.
    pub title: &'static str,
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
            title: label,
            help,
            policy: None,
            quiet: false,
        }
    }

    /// Known to the help alone: it has no short text.
    #[must_use]
    pub const fn in_help(keys: &'static [Key], action: A, help: &'static str) -> Self {
        Self::new(keys, action, help, help).quiet()
    }

    /// As it is, with a sentence of its own in the help.
    #[must_use]
    pub const fn helped(mut self, help: &'static str) -> Self {
        self.help = help;
        self
    }

    /// As it is, and called in full in the palette.
    #[must_use]
    pub const fn titled(mut self, title: &'static str) -> Self {
        self.title = title;
        self
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

    /// The key that sorts, the same on every list; the help says by what.
    #[must_use]
    pub const fn sort(action: A, help: &'static str) -> Self {
        Self::new(&[Key::Char('o')], action, "tui-sort", help)
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
    Binding::in_help(&[Key::Char('j'), Key::Down], Move::Down, "tui-down-help"),
    Binding::in_help(&[Key::Char('k'), Key::Up], Move::Up, "tui-up-help"),
    Binding::in_help(&[Key::Ctrl('d')], Move::HalfDown, "tui-half-down-help"),
    Binding::in_help(&[Key::Ctrl('u')], Move::HalfUp, "tui-half-up-help"),
    Binding::in_help(
        &[Key::PageDown, Key::Ctrl('f')],
        Move::PageDown,
        "tui-page-down-help",
    ),
    Binding::in_help(&[Key::PageUp, Key::Ctrl('b')], Move::PageUp, "tui-page-up-help"),
    Binding::in_help(&[Key::Char('g'), Key::Home], Move::First, "tui-first-help"),
    Binding::in_help(&[Key::Char('G'), Key::End], Move::Last, "tui-last-help"),
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
    /// What is on the table of the meeting that is open.
    Follow,
    /// Another seat, in the demo only.
    Seat,
    Redraw,
    Quit,
}

/// Opens the rule of what was refused, also while something is being typed.
pub const RULEBOOK: Key = Key::F(2);

/// Goes to what is on the table of the meeting that is open.
pub const FOLLOW: Key = Key::Char('F');

/// Hands in a form or a card, or saves what was moved.
pub const SAVE: Key = Key::Ctrl('s');

/// The keys that work everywhere; of them a [`Mode`] leaves the help, the rule of what was refused, drawing anew and leaving
/// the program.
pub const GLOBALS: &[Binding<Global>] = &[
    Binding::new(
        &[Key::Char('?'), Key::F(1)],
        Global::Help,
        "tui-help",
        "tui-help-help",
    ),
    Binding::new(
        &[Key::Char(':'), Key::Ctrl('p')],
        Global::Palette,
        "word-command",
        "tui-palette-help",
    ),
    Binding::new(
        &[Key::Char('=')],
        Global::Formulas,
        "tui-formulas",
        "tui-formulas-help",
    ),
    Binding::new(&[RULEBOOK], Global::Rulebook, "word-rule", "tui-rulebook-help").quiet(),
    Binding::new(&[Key::Esc], Global::Back, "tui-back", "tui-back-help"),
    Binding::new(&[FOLLOW], Global::Follow, "tui-follow", "tui-follow-help"),
    Binding::new(&[Key::Char('L')], Global::Log, "word-log", "tui-log-help").quiet(),
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
    pub keys: Vec<Key>,
    pub label: &'static str,
    /// What the palette calls it.
    pub title: &'static str,
    pub help: &'static str,
    pub quiet: bool,
    /// It is what comes next here and now: the footer begins with it.
    pub is_next: bool,
    /// Why it can't act now, for this person.
    pub why_not: Option<Phrase>,
}

impl Row {
    #[must_use]
    pub fn of<A>(binding: &Binding<A>, why_not: Option<Phrase>) -> Self {
        Row {
            keys: binding.keys.to_vec(),
            label: binding.label,
            title: binding.title,
            help: binding.help,
            quiet: binding.quiet,
            is_next: false,
            why_not,
        }
    }
}

/// The keys of what has them for itself: a form, a filter, a scorecard, or what lies over a screen.
#[derive(Clone, Debug, Default)]
pub struct Mode {
    pub rows: Vec<Row>,
    /// Characters are typed: none of them is a key.
    pub text: bool,
}

impl Mode {
    /// A mode in which every character is a key or means nothing.
    #[must_use]
    pub fn keys<A: Copy>(table: &[Binding<A>]) -> Self {
        Mode::default().and(table)
    }

    /// A mode in which characters are typed.
    #[must_use]
    pub fn typing<A: Copy>(table: &[Binding<A>]) -> Self {
        Mode {
            text: true,
            ..Mode::keys(table)
        }
    }

    #[must_use]
    pub fn and<A: Copy>(mut self, table: &[Binding<A>]) -> Self {
        self.rows
            .extend(table.iter().map(|binding| Row::of(binding, None)));
        self
    }

    /// With the moves of a list, by the keys that mean nothing else here.
    #[must_use]
    pub fn and_moves(mut self) -> Self {
        for binding in MOVES {
            let free = |key: &Key| !self.takes(*key);
            let keys: Vec<Key> = binding.keys.iter().copied().filter(free).collect();
            if !keys.is_empty() {
                self.rows.push(Row {
                    keys,
                    ..Row::of(binding, None)
                });
            }
        }
        self
    }

    /// Whether a key means something here by itself.
    #[must_use]
    pub fn takes(&self, key: Key) -> bool {
        (self.text && matches!(key, Key::Char(_))) || self.rows.iter().any(|row| row.keys.contains(&key))
    }

    /// The keys of a binding that works everywhere which work here too.
    #[must_use]
    pub fn leaves(&self, binding: &Binding<Global>) -> Vec<Key> {
        let here = matches!(
            binding.action,
            Global::Help | Global::Rulebook | Global::Redraw | Global::Quit
        );
        let works = |key: &Key| match key {
            // `?` stands for the help alone; of other characters a slip must not end the program.
            Key::Char(c) => *c == '?' && !self.takes(*key),
            _ => !self.takes(*key),
        };
        binding
            .keys
            .iter()
            .copied()
            .filter(|key| here && works(key))
            .collect()
    }
}

/// The names of keys that do the same thing; those of a row of digits as the first and the last of them.
#[must_use]
pub fn key_names(keys: &[Key], words: &Words, ascii: bool) -> String {
    let between = if ascii { "-" } else { "–" };
    if let [Key::Char(first @ '0'..='9'), _, .., Key::Char(last @ '0'..='9')] = keys {
        return format!("{first}{between}{last}");
    }
    let names: Vec<String> = keys.iter().map(|key| key.name(words, ascii)).collect();
    names.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::tui::testing::clash;

    #[test]
    fn no_shared_key_means_two_things_and_a_clash_is_found() {
        let moves = MOVES.iter().flat_map(|binding| binding.keys);
        let shared: Vec<Key> = GLOBALS
            .iter()
            .flat_map(|binding| binding.keys)
            .chain(moves)
            .copied()
            .collect();
        assert_eq!(clash(shared.iter().copied()), None);
        assert_eq!(
            clash(shared.into_iter().chain([Key::Char('j')])),
            Some(Key::Char('j'))
        );
    }

    #[test]
    fn the_keys_that_texts_name_are_those_of_the_tables() {
        let back = GLOBALS.iter().find(|binding| binding.action == Global::Back);
        let named = [
            ("tui-key-back", back.unwrap().keys[0]),
            ("tui-key-follow", FOLLOW),
            ("tui-key-open", Binding::open(()).keys[0]),
            ("tui-key-save", SAVE),
            ("tui-key-undo", Binding::undo(()).keys[0]),
        ];
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for (name, key) in named {
                assert_eq!(words.t(name), key.name(&words, false));
            }
        }
    }

    #[test]
    fn a_mode_leaves_the_help_and_what_ends_the_program_but_no_character_that_is_typed() {
        let names =
            |mode: &Mode| -> Vec<Key> { GLOBALS.iter().flat_map(|binding| mode.leaves(binding)).collect() };
        let none: &[Binding<Move>] = &[];
        let help = [Key::Char('?'), Key::F(1)];
        let rest = [RULEBOOK, Key::Ctrl('l'), Key::Ctrl('c')];
        assert_eq!(names(&Mode::keys(none)), [&help[..], &rest].concat());
        assert_eq!(names(&Mode::typing(none)), [&help[1..], &rest].concat());
        assert_eq!(names(&Mode::keys(MOVES)), [&help[..], &rest].concat());
        let typing = Mode::typing(&[Binding::in_help(&[Key::Ctrl('u')], 0, "tui-empty-help")]).and_moves();
        assert!(
            !typing.rows[1..]
                .iter()
                .flat_map(|row| &row.keys)
                .any(|key| { matches!(key, Key::Char(_) | Key::Ctrl('u')) })
        );
    }
}
