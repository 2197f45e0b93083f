//! A step that needs a few facts: what it is about, a form, a question that names the effect, and back. Each such
//! screen is an [`Asking`]; its route's parameters are in it.

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::money::Ore;
use crate::tui::effects::{Effect, Question, Tag};
use crate::tui::key::Key;
use crate::tui::keymap::Binding;
use crate::tui::phrase::Phrase;
use crate::tui::screen::{Ctx, Screen};
use crate::tui::widgets::facts::{self, Fact};
use crate::tui::widgets::form::{Form, Reply};
use crate::tui::widgets::text::line;
use crate::usecases::views::View;
use crate::usecases::{OpError, Outcome};

/// The widest that a form is read at.
const READABLE: u16 = 76;
/// The form is worth more than the facts above it where rows are few.
const FORM_ROWS: u16 = 8;

/// What is asked about.
pub trait Asking: 'static {
    type View: View<Data: Send + 'static> + std::fmt::Debug + Send + 'static;

    fn title(&self) -> Phrase;
    fn view(&self) -> Self::View;
    /// The fields, filled in as far as the facts say.
    fn form(&self, data: &<Self::View as View>::Data) -> Form;
    /// What one should see while filling in.
    fn facts(&self, data: &<Self::View as View>::Data, ctx: &Ctx<'_>) -> Vec<Fact>;
    /// Reads the fields, or refuses them in the form. What comes of it is asked about before it is done.
    fn question(&self, data: &<Self::View as View>::Data, form: &mut Form) -> Option<Question>;
    /// The field that a refusal of the step is about.
    fn field_of(&self, _code: &str) -> Option<&'static str> {
        None
    }
}

/// The screen of an [`Asking`].
pub struct Ask<A: Asking> {
    asking: A,
    /// What was read, and the form that was made of it; the form stays when the facts change.
    open: Option<(<A::View as View>::Data, Form)>,
}

impl<A: Asking> Ask<A> {
    #[must_use]
    pub fn new(asking: A) -> Self {
        Ask { asking, open: None }
    }

    fn submit(&mut self) -> Vec<Effect> {
        let Some((data, form)) = &mut self.open else {
            return Vec::new();
        };
        form.clear();
        let question = self.asking.question(data, form);
        let sound = form.sound();
        question
            .filter(|_| sound)
            .map(Effect::Confirm)
            .into_iter()
            .collect()
    }
}

/// The day that was typed. Nothing typed means today; what is no date is refused in the form, and of an unsound form
/// nothing comes.
pub fn day(form: &mut Form, field: &str) -> Option<Date> {
    if form.text(field).is_empty() {
        return None;
    }
    form.date(field)
}

/// An amount as it stands in a field: kroner, and øre if there are any.
#[must_use]
pub fn typed(amount: Ore) -> String {
    let places = if amount.ore() % 100 == 0 { 0 } else { 2 };
    format!("{:.places$}", amount.to_kroner()).replace('.', ",")
}

impl<A: Asking> Screen for Ask<A> {
    type View = A::View;
    type Action = ();
    const KEYS: &'static [Binding<()>] = &[];

    fn title(&self) -> Phrase {
        self.asking.title()
    }

    fn view(&self) -> A::View {
        self.asking.view()
    }

    fn receive(&mut self, data: <A::View as View>::Data) {
        let form = match self.open.take() {
            Some((_, form)) => form,
            None => self.asking.form(&data),
        };
        self.open = Some((data, form));
    }

    fn act(&mut self, (): ()) -> Vec<Effect> {
        Vec::new()
    }

    fn typing(&self) -> bool {
        self.open.is_some()
    }

    fn typed(&mut self, key: Key) -> Vec<Effect> {
        let Some((_, form)) = &mut self.open else {
            return Vec::new();
        };
        match form.key(key) {
            Reply::Stay => Vec::new(),
            Reply::Submit => self.submit(),
            Reply::Leave { changed } => vec![Effect::leave(changed)],
        }
    }

    fn pasted(&mut self, text: &str) {
        if let Some((_, form)) = &mut self.open {
            form.paste(text);
        }
    }

    fn unsaved(&self) -> bool {
        self.open.as_ref().is_some_and(|(_, form)| form.changed())
    }

    fn performed(&mut self, _tag: Tag, outcome: Result<Outcome, OpError>) -> Vec<Effect> {
        match outcome {
            Ok(outcome) => vec![
                Effect::Back,
                Effect::done(Phrase::Text(outcome.done, outcome.args)),
            ],
            Err(error) => {
                let refusal = error.refusal();
                if let Some((_, form)) = &mut self.open {
                    match self.asking.field_of(refusal.code) {
                        Some(field) => form.refuse(field, refusal),
                        None => form.refuse_all(refusal),
                    }
                }
                Vec::new()
            }
        }
    }

    fn render(&self, area: Rect, buf: &mut Buffer, ctx: &Ctx<'_>) {
        let Some((data, form)) = &self.open else {
            return;
        };
        let indent = area.width.min(2);
        let place = Rect {
            x: area.x + indent,
            width: (area.width - indent).min(READABLE),
            ..area
        };
        let spare = place.height.saturating_sub(FORM_ROWS);
        let facts = self.asking.facts(data, ctx);
        let mut top = 0;
        if spare > 4 {
            let above = Rect {
                y: place.y + 1,
                height: spare - 4,
                ..place
            };
            top = facts::draw(&facts, above, buf, ctx) + 2;
            let rule = ctx.theme.marks.dash.repeat(usize::from(place.width));
            line(buf, place, top, &rule, ctx.theme.dim(), ctx.theme);
            top += 2;
        }
        let rest = Rect {
            y: place.y + top,
            height: place.height - top,
            ..place
        };
        form.render(rest, buf, ctx);
    }
}
