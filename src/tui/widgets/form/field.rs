//! One field of a form: its kind, what was typed in it, and what was refused about it.

use jiff::civil::Date;
use ratatui_textarea::{Input as AreaInput, Key as AreaKey, TextArea, WrapMode};
use tui_input::{Input, InputRequest};

use crate::domain::calendar::{parse_date, parse_date_near};
use crate::domain::refusal::Refusal;
use crate::domain::text::{self, is_unsafe};
use crate::i18n::{Phrase, phrase};
use crate::tui::widgets::form::keys::Action;

/// A field.
#[derive(Clone, Debug)]
pub struct Field {
    pub(super) name: &'static str,
    pub(super) label: Phrase,
    /// Shown while the field is in use: what is asked for, in one line.
    pub(super) hint: Option<Phrase>,
    pub(super) kind: Kind,
    pub(super) trouble: Option<Refusal>,
    /// What is refused was told when the field was left, before the form was handed in.
    pub(super) told_on_leaving: bool,
    /// Not asked for now.
    pub(super) hidden: bool,
    /// A figure that was filled in and not yet touched: what is typed takes its place, as where all of a field is marked.
    pub(super) marked: bool,
    /// By which a day without a year is understood.
    pub(super) today: Option<Date>,
    pub(super) days: Days,
    initial: String,
}

/// Which days are typed in a field of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Days {
    Any,
    /// Days that one plans for: the weekday is told while one is typed.
    Planned,
}

/// How many times the longest text a field takes in before it takes no more. So much can't be handed in, so that nothing is
/// lost unseen; a field without any bound would make the screen slow.
const OVERFLOW: usize = 10;

/// Where the keys go after one of them.
pub(super) enum Stays {
    Here,
    /// To the field above.
    Above,
    Below,
}

/// How a field is typed in.
#[derive(Clone, Debug)]
pub enum Kind {
    Line(Input),
    /// Kroner, with the unit after it.
    Amount(Input),
    Date(Input),
    Prose(Box<TextArea<'static>>),
    Choice {
        options: Vec<Phrase>,
        /// None as long as nothing has been chosen.
        at: Option<usize>,
    },
}

/// A line of text as it is drawn, and the column of its cursor.
pub(super) struct Shown {
    pub text: String,
    pub cursor: usize,
}

impl Shown {
    pub(super) fn of(input: &Input) -> Shown {
        Shown {
            text: input.value().to_owned(),
            cursor: input.visual_cursor(),
        }
    }
}

impl Field {
    fn new(name: &'static str, label: Phrase, kind: Kind) -> Self {
        let mut field = Field {
            name,
            label,
            hint: None,
            kind,
            trouble: None,
            told_on_leaving: false,
            hidden: false,
            marked: false,
            today: None,
            days: Days::Any,
            initial: String::new(),
        };
        field.initial = field.text();
        field.marked = matches!(field.kind, Kind::Amount(_) | Kind::Date(_)) && !field.initial.is_empty();
        field
    }

    #[must_use]
    pub fn line(name: &'static str, label: Phrase, value: &str) -> Self {
        Self::new(name, label, Kind::Line(Input::new(value.to_owned())))
    }

    #[must_use]
    pub fn amount(name: &'static str, label: Phrase, value: &str) -> Self {
        Self::new(name, label, Kind::Amount(Input::new(value.to_owned())))
    }

    #[must_use]
    pub fn date(name: &'static str, label: Phrase, value: &str) -> Self {
        Self::new(name, label, Kind::Date(Input::new(value.to_owned())))
    }

    #[must_use]
    pub fn prose(name: &'static str, label: Phrase, value: &str) -> Self {
        Self::new(name, label, Kind::Prose(Box::new(prose(value))))
    }

    /// One of several; Left, Right and Space change it, and so does the first letter of an option's place.
    #[must_use]
    pub fn choice(name: &'static str, label: Phrase, options: Vec<Phrase>, at: usize) -> Self {
        let at = Some(at);
        Self::new(name, label, Kind::Choice { options, at })
    }

    /// A yes or no that somebody has to decide: answered with what stands, else not before they have chosen. Yes is the first.
    #[must_use]
    pub fn yes_or_no(name: &'static str, label: Phrase, stands: Option<bool>) -> Self {
        let options = vec![phrase("word-yes"), phrase("word-no")];
        let at = stands.map(|yes| usize::from(!yes));
        Self::new(name, label, Kind::Choice { options, at })
    }

    #[must_use]
    pub fn hint(mut self, hint: Phrase) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Of a day: that of a meeting, or a deadline.
    #[must_use]
    pub fn planned(mut self) -> Self {
        self.days = Days::Planned;
        self
    }

    /// A day, with the year that is meant where none was typed.
    pub(super) fn day(&self, typed: &str) -> Result<Date, Refusal> {
        match self.today {
            Some(today) => parse_date_near(typed, today),
            None => parse_date(typed),
        }
    }

    /// The day that was meant, where its year was not typed.
    pub(super) fn understood_day(&self) -> Option<Date> {
        let Kind::Date(input) = &self.kind else {
            return None;
        };
        let day = self.day(input.value()).ok()?;
        parse_date(input.value()).is_err().then_some(day)
    }

    pub(super) fn changed(&self) -> bool {
        self.text() != self.initial
    }

    pub(super) fn text(&self) -> String {
        match &self.kind {
            Kind::Line(input) | Kind::Amount(input) | Kind::Date(input) => input.value().to_owned(),
            Kind::Prose(area) => area.lines().join("\n"),
            Kind::Choice { at, .. } => at.map_or_else(String::new, |at| at.to_string()),
        }
    }

    pub(super) fn at_first_line(&self) -> bool {
        match &self.kind {
            Kind::Prose(area) => area.cursor().0 == 0,
            _ => true,
        }
    }

    pub(super) fn chosen(&self) -> Option<usize> {
        match self.kind {
            Kind::Choice { at, .. } => at,
            _ => None,
        }
    }

    /// Does what a key of the field means, or types a character.
    pub(super) fn act(&mut self, action: Action) -> Stays {
        match (&mut self.kind, action) {
            (Kind::Line(input) | Kind::Amount(input) | Kind::Date(input), action) => {
                let request = match action {
                    Action::Line(request) => request,
                    Action::Type(c) if !is_unsafe(c) => InputRequest::InsertChar(c),
                    _ => return Stays::Here,
                };
                let replaces = matches!(
                    request,
                    InputRequest::InsertChar(_) | InputRequest::DeletePrevChar | InputRequest::DeleteNextChar
                );
                if std::mem::take(&mut self.marked) && replaces {
                    input.reset();
                }
                let full = input.value().chars().count() >= OVERFLOW * text::LINE;
                if !(full && matches!(request, InputRequest::InsertChar(_))) {
                    input.handle(request);
                }
            }
            (Kind::Prose(area), Action::Prose(key)) => return prose_key(area, key),
            (Kind::Prose(area), Action::Type(c))
                if !is_unsafe(c) && length(area) < OVERFLOW * text::PROSE =>
            {
                return prose_key(area, AreaKey::Char(c));
            }
            (Kind::Choice { options, at }, Action::Choose(forward)) => {
                let count = options.len().max(1);
                *at = Some(match (*at, forward) {
                    (Some(at), true) => (at + 1) % count,
                    (Some(at), false) => (at + count - 1) % count,
                    (None, true) => 0,
                    (None, false) => count - 1,
                });
            }
            _ => {}
        }
        Stays::Here
    }

    /// Whether what was typed or pasted is as long as it may be. Nothing is cut: a text that is too long is told of at once,
    /// and stays until the person has made it shorter.
    pub(super) fn check_length(&self) -> Result<(), Refusal> {
        let longest = match self.kind {
            Kind::Prose(_) => text::PROSE,
            Kind::Line(_) | Kind::Amount(_) | Kind::Date(_) | Kind::Choice { .. } => text::LINE,
        };
        text::check_length(self.text().trim(), longest)
    }

    /// What was refused is being mended; that it is too long is told of while it is.
    pub(super) fn forget(&mut self) {
        self.trouble = self.check_length().err();
        self.told_on_leaving = false;
    }

    /// Takes in what was pasted, or nothing of it where the field would hold more than it may.
    ///
    /// # Errors
    /// `text-long` with the length that it would come to.
    pub(super) fn paste(&mut self, pasted: &str) -> Result<(), Refusal> {
        let safe = || pasted.chars().filter(|c| *c == '\n' || !is_unsafe(*c));
        let fits = |before: usize, longest: usize| match before + safe().count() {
            whole if whole > OVERFLOW * longest => text::check_length_of(whole, longest),
            _ => Ok(()),
        };
        match &mut self.kind {
            Kind::Line(input) | Kind::Amount(input) | Kind::Date(input) => {
                let marked = std::mem::take(&mut self.marked);
                let before = if marked { 0 } else { input.value().chars().count() };
                fits(before, text::LINE)?;
                if marked {
                    input.reset();
                }
                for c in safe() {
                    input.handle(InputRequest::InsertChar(if c == '\n' { ' ' } else { c }));
                }
            }
            Kind::Prose(area) => {
                fits(length(area), text::PROSE)?;
                area.insert_str(safe().collect::<String>());
            }
            Kind::Choice { .. } => {}
        }
        Ok(())
    }
}

/// Running text to be typed in.
pub(super) fn prose(value: &str) -> TextArea<'static> {
    let mut area = TextArea::new(value.split('\n').map(str::to_owned).collect());
    area.set_wrap_mode(WrapMode::Word);
    area.set_cursor_line_style(ratatui::style::Style::new());
    area
}

fn length(area: &TextArea<'_>) -> usize {
    area.lines().iter().map(|line| line.chars().count() + 1).sum()
}

/// In running text the arrows move in it; at its first and last line they leave it.
fn prose_key(area: &mut TextArea<'static>, key: AreaKey) -> Stays {
    let row = area.cursor().0;
    match key {
        AreaKey::Up if row == 0 => return Stays::Above,
        AreaKey::Down if row + 1 >= area.lines().len() => return Stays::Below,
        _ => {}
    }
    area.input(AreaInput {
        key,
        ..AreaInput::default()
    });
    Stays::Here
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::tui::key::Key;
    use crate::tui::testing;
    use crate::tui::widgets::form::Form;

    #[test]
    fn a_day_that_is_planned_for_is_told_with_its_weekday_while_it_is_typed() {
        let field = |typed| Field::date("on", phrase("tui-undo"), typed);
        let drawn = |field| {
            let mut form = Form::new(vec![field], "tui-save");
            form.dated(date(2026, 11, 5));
            testing::draw((76, 8), |area, buf, ctx| form.render(area, buf, ctx))
        };
        let planned = drawn(field("2.12").planned());
        assert!(
            planned.contains("Forstått som onsdag 2. desember 2026."),
            "{planned}"
        );
        assert!(drawn(field("2.12.2026").planned()).contains("onsdag 2. desember"));
        assert!(!drawn(field("31.2.2026").planned()).contains("Forstått"));
        assert!(!drawn(field("2.12.2026")).contains("onsdag"));
    }

    #[test]
    fn a_day_without_a_year_says_how_it_was_understood_and_is_whole_once_it_is_left() {
        let drawn = |form: &Form| testing::draw((76, 8), |area, buf, ctx| form.render(area, buf, ctx));
        let fields = vec![
            Field::date("on", phrase("tui-undo"), ""),
            Field::line("text", phrase("tui-save"), ""),
        ];
        let mut form = Form::new(fields, "tui-save");
        form.dated(date(2018, 5, 7));
        for key in "12.3".chars() {
            form.key(Key::Char(key), |_| ());
        }
        assert!(
            drawn(&form).contains("Forstått som 12.3.2018."),
            "{}",
            drawn(&form)
        );
        assert_eq!(form.date("on"), Some(date(2018, 3, 12)));
        form.key(Key::Enter, |_| ());
        let left = drawn(&form);
        assert!(left.contains("12.3.2018") && !left.contains("Forstått"), "{left}");
        // What is too far away to be meant is asked for.
        form.key(Key::BackTab, |_| ());
        for key in [Key::Backspace, Key::Char('1'), Key::Char('2')] {
            form.key(key, |_| ());
        }
        assert!(!drawn(&form).contains("Forstått"));
        assert_eq!(form.date("on"), None);
        assert!(drawn(&form).contains("«12.12» mangler året."), "{}", drawn(&form));
    }

    #[test]
    fn a_paste_of_more_than_a_field_holds_is_not_cut_and_its_own_length_is_told() {
        let mut field = Field::line("text", phrase("tui-save"), "Innsyn");
        let told = field.paste(&"x".repeat(12_000)).unwrap_err();
        assert_eq!(told, text::check_length_of(12_006, text::LINE).unwrap_err());
        assert_eq!(field.text(), "Innsyn");
        assert_eq!(field.paste(&"x\u{7}".repeat(300)), Ok(()));
        assert_eq!(field.text().chars().count(), 306);
        assert!(field.check_length().is_err());
    }
}
