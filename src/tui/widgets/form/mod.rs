//! A form: fields under one another and a button. While it is open every key belongs to it. It reads text and
//! leaves its meaning to the use case; what was refused stands under the field that it is about, and nothing
//! that was typed is lost by it.

mod amount;
mod asked;
mod draft;
mod draw;
mod field;
mod hint;
mod keys;
mod leaving;

pub use field::{Field, Kind};
pub use keys::{BUTTON, CHOICE, LINE, PROSE};

use jiff::civil::Date;

use crate::domain::ledger::positive;
use crate::domain::money::Ore;
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::i18n::Phrase;
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Mode, find};
use field::Stays;
use keys::Action;

/// The fields, the one that the keys go to, and what was refused.
#[derive(Clone, Debug)]
pub struct Form {
    fields: Vec<Field>,
    /// The number of fields stands for the button.
    at: usize,
    /// The key of the text on the button.
    button: &'static str,
    /// Why the whole was refused.
    trouble: Option<Refusal>,
}

/// What a key did to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    Stay,
    Submit,
    /// The person wants out, with or without changes that would be lost.
    Leave {
        changed: bool,
    },
}

impl Form {
    #[must_use]
    pub fn new(fields: Vec<Field>, button: &'static str) -> Self {
        Form {
            fields,
            at: 0,
            button,
            trouble: None,
        }
    }

    /// The keys of the field in use, or of the button.
    fn table(&self) -> &'static [Binding<Action>] {
        match self.fields.get(self.at).map(|field| &field.kind) {
            Some(Kind::Line(_) | Kind::Amount(_) | Kind::Date(_)) => keys::LINE,
            Some(Kind::Prose(_)) => keys::PROSE,
            Some(Kind::Choice { .. }) => keys::CHOICE,
            None => keys::BUTTON,
        }
    }

    /// What the keys do in the field in use; the rest is typed where something can be typed.
    #[must_use]
    pub fn mode(&self) -> Mode {
        match self.fields.get(self.at).map(|field| &field.kind) {
            Some(Kind::Choice { .. }) | None => Mode::keys(self.table()),
            Some(_) => Mode::typing(self.table()),
        }
    }

    fn take(&mut self, key: Key) -> Reply {
        let action = match (find(self.table(), key), key) {
            (Some(binding), _) => binding.action,
            (None, Key::Char(c)) => Action::Type(c),
            (None, _) => return Reply::Stay,
        };
        match action {
            Action::Leave => {
                return Reply::Leave {
                    changed: self.changed(),
                };
            }
            Action::Submit if self.fits() => return Reply::Submit,
            Action::Submit => {}
            Action::Next => self.at = self.after(),
            Action::Previous => self.at = self.before(),
            Action::Type(_) | Action::Choose(_) | Action::Line(_) | Action::Prose(_) => {
                let Some(field) = self.fields.get_mut(self.at) else {
                    return Reply::Stay;
                };
                // What was refused is being mended.
                let stays = field.act(action);
                field.forget();
                match stays {
                    Stays::Here => {}
                    Stays::Above => self.at = self.before(),
                    Stays::Below => self.at = self.after(),
                }
            }
        }
        Reply::Stay
    }

    /// Says something else under a field, such as what its number means.
    pub fn hint(&mut self, name: &str, hint: Option<Phrase>) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.name == name) {
            field.hint = hint;
        }
    }

    /// Whether a key would leave the form at its top, where the screen may have something above it.
    #[must_use]
    pub fn rises(&self, key: Key) -> bool {
        let action = find(self.table(), key).map(|binding| binding.action);
        self.at == 0
            && match action {
                Some(Action::Previous) => true,
                Some(keys::PROSE_UP) => self.fields.first().is_none_or(Field::at_first_line),
                _ => false,
            }
    }

    pub fn paste(&mut self, text: &str) {
        if let Some(field) = self.fields.get_mut(self.at) {
            let taken = field.paste(text);
            field.forget();
            field.trouble = taken.err().or(field.trouble.take());
        }
    }

    #[must_use]
    pub fn changed(&self) -> bool {
        self.fields.iter().any(Field::changed)
    }

    /// Forgets what was refused, before the fields are read anew.
    pub fn clear(&mut self) {
        self.trouble = None;
        for field in &mut self.fields {
            field.trouble = None;
            field.told_on_leaving = false;
        }
    }

    /// Puts a refusal under the field that it is about and goes there; the first one wins the cursor.
    pub fn refuse(&mut self, name: &str, refusal: Refusal) {
        let first = self.fields.iter().all(|field| field.trouble.is_none());
        if let Some(i) = self.fields.iter().position(|field| field.name == name) {
            self.fields[i].trouble = Some(refusal);
            if first {
                self.at = i;
            }
        }
    }

    /// Puts a refusal of the whole above the button.
    pub fn refuse_all(&mut self, refusal: Refusal) {
        self.trouble = Some(refusal);
    }

    /// Nothing has been refused since [`Form::clear`].
    #[must_use]
    pub fn sound(&self) -> bool {
        self.trouble.is_none() && self.fields.iter().all(|field| field.trouble.is_none())
    }

    fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// What was typed, trimmed. Empty when there is no such field.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.field(name)
            .map(|field| field.text().trim().to_owned())
            .unwrap_or_default()
    }

    /// Which choice is taken, counted from 0. `None` when the field is no choice, or nothing has been chosen.
    #[must_use]
    pub fn choice(&self, name: &str) -> Option<usize> {
        self.field(name).and_then(Field::chosen)
    }

    /// Whether nothing is too long; else goes to the first field that is, and says so under it.
    pub fn fits(&mut self) -> bool {
        let asked = self
            .fields
            .iter_mut()
            .enumerate()
            .filter(|(_, field)| !field.hidden);
        for (at, field) in asked {
            if let Err(refusal) = field.check_length() {
                field.trouble = Some(refusal);
                self.at = at;
                return false;
            }
        }
        true
    }

    /// Runs a check on what was typed and puts its refusal under the field.
    pub fn read<T>(&mut self, name: &str, check: impl FnOnce(&str) -> Result<T, Refusal>) -> Option<T> {
        check(&self.text(name))
            .map_err(|refusal| self.refuse(name, refusal))
            .ok()
    }

    /// An amount in kroner above zero.
    pub fn amount(&mut self, name: &str) -> Option<Ore> {
        self.checked_amount(name, |_| Ok(()))
    }

    /// An amount in kroner above zero that passes a check of the rules.
    pub fn checked_amount(
        &mut self,
        name: &str,
        check: impl FnOnce(Ore) -> Result<(), Refusal>,
    ) -> Option<Ore> {
        self.read(name, |text| {
            let amount = Ore::parse_kroner(text::required_line(text)?.as_str())?;
            positive(amount)?;
            check(amount).map(|()| amount)
        })
    }

    /// A date as people write it, with the year that is meant where none was typed.
    pub fn date(&mut self, name: &str) -> Option<Date> {
        let field = self.field(name)?;
        match field.day(&field.text()) {
            Ok(day) => Some(day),
            Err(refusal) => {
                self.refuse(name, refusal);
                None
            }
        }
    }

    /// From now on a day without a year is understood by what day it is.
    pub fn dated(&mut self, today: Date) {
        for field in &mut self.fields {
            field.today = Some(today);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::refusal::refuse;
    use crate::i18n::phrase;
    use crate::tui::testing;

    fn form() -> Form {
        Form::new(
            vec![
                Field::line("title", phrase("tui-open"), "Felles innsyn"),
                Field::choice(
                    "benefit",
                    phrase("tui-filter"),
                    vec![phrase("tui-save"), phrase("tui-cancel")],
                    0,
                ),
                Field::amount("cost", phrase("tui-undo"), ""),
                Field::prose("reason", phrase("word-reason"), ""),
            ],
            "tui-save",
        )
    }

    fn press(form: &mut Form, keys: &str) -> Reply {
        testing::keys(keys)
            .into_iter()
            .map(|key| form.key(key, |_| ()))
            .last()
            .unwrap_or(Reply::Stay)
    }

    #[test]
    fn keys_are_typed_and_enter_goes_on_to_the_button() {
        let mut form = form();
        assert!(!form.changed());
        assert_eq!(
            press(&mut form, "!<Enter><Right><Enter>12 500<Enter>q:?<Tab>"),
            Reply::Stay
        );
        assert_eq!(
            (form.text("title").as_str(), form.choice("benefit")),
            ("Felles innsyn!", Some(1))
        );
        assert_eq!(form.amount("cost"), Some(Ore::kroner(12_500)));
        assert_eq!(form.text("reason"), "q:?");
        assert_eq!(press(&mut form, "<Enter>"), Reply::Submit);
        assert_eq!(press(&mut form, "<Esc>"), Reply::Leave { changed: true });
    }

    #[test]
    fn a_figure_that_is_filled_in_gives_way_to_what_is_typed_unless_the_cursor_was_moved_in_it() {
        let typed = |keys: &str, pasted: &str| {
            let mut form = Form::new(
                vec![Field::amount("cost", phrase("tui-undo"), "174226867,49")],
                "tui-save",
            );
            press(&mut form, keys);
            form.paste(pasted);
            form.text("cost")
        };
        assert_eq!(typed("40", ""), "40");
        assert_eq!(typed("<BS>", ""), "");
        assert_eq!(typed("<Tab>", ""), "174226867,49");
        assert_eq!(typed("", "40 000"), "40 000");
        assert_eq!(typed("<End><BS>8", ""), "174226867,48");
        assert_eq!(typed("4<Tab><S-Tab>0", ""), "40");
        let mut form = Form::new(
            vec![Field::line("title", phrase("tui-open"), "Innsyn")],
            "tui-save",
        );
        press(&mut form, "!");
        assert_eq!(form.text("title"), "Innsyn!", "words are added to");
    }

    #[test]
    fn no_key_has_two_meanings_in_a_field_and_characters_are_keys_only_where_none_is_typed() {
        let mut form = form();
        let mut typed = Vec::new();
        for _ in 0..5 {
            let Mode { rows, text } = form.mode();
            typed.push(text);
            let mut keys: Vec<Key> = rows.into_iter().flat_map(|row| row.keys).collect();
            assert!(!text || !keys.iter().any(|key| matches!(key, Key::Char(_))));
            while let Some(key) = keys.pop() {
                assert!(!keys.contains(&key), "{key:?}");
            }
            press(&mut form, "<Tab>");
        }
        assert_eq!(typed, [true, false, true, true, false]);
    }

    #[test]
    fn what_is_refused_stands_under_its_field_and_takes_the_cursor_there() {
        let mut form = form();
        press(&mut form, "<C-s>");
        assert_eq!(form.amount("cost"), None);
        assert!(!form.sound());
        press(&mut form, "7");
        form.clear();
        assert_eq!(form.amount("cost"), Some(Ore::kroner(7)));
        assert!(form.sound());
        form.refuse_all(refuse("amount-invalid"));
        assert!(!form.sound());
    }

    #[test]
    fn a_field_that_is_not_asked_for_is_passed_over_and_keeps_what_was_typed() {
        let mut form = form();
        form.ask("benefit", false);
        form.ask("cost", false);
        press(&mut form, "<Tab>her<S-Tab>");
        assert_eq!((form.at, form.text("reason").as_str()), (0, "her"));
        let drawn = testing::draw((60, 9), |area, buf, ctx| form.render(area, buf, ctx));
        assert!(!drawn.contains("kr"), "{drawn}");
        form.ask("cost", true);
        press(&mut form, "<Tab>7");
        assert_eq!(form.text("cost"), "7");
    }

    #[test]
    fn what_could_command_a_terminal_is_not_typed() {
        let mut form = form();
        form.paste("a\u{1b}[31m\nb\u{202e}");
        assert_eq!(form.text("title"), "Felles innsyna[31m b");
    }

    #[test]
    fn any_size_will_do_and_the_field_in_use_is_in_sight() {
        let mut form = form();
        for _ in 0..5 {
            for width in [0, 1, 5, 20, 80] {
                for height in 0..7 {
                    testing::draw((width, height), |area, buf, ctx| form.render(area, buf, ctx));
                }
            }
            press(&mut form, "<Tab>");
        }
        let drawn = testing::draw((40, 2), |area, buf, ctx| form.render(area, buf, ctx));
        assert!(drawn.contains('['), "{drawn}");
    }
}
