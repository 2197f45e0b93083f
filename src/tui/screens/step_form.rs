//! A step that needs a few facts: what it is about, a form, a question that names the effect, and back. Each such
//! screen is an [`StepForm`]; its route's parameters are in it.

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::money::Ore;
use crate::domain::refusal::Refusal;
use crate::i18n::{Phrase, clean};
use crate::present::{Block, Fact, Section, Tone};
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Tag};
use crate::tui::key::Key;
use crate::tui::keymap::{Binding, Mode};
use crate::tui::route::Route;
use crate::tui::screen::{Draft, Screen};
use crate::tui::widgets::area::{below, inset};
use crate::tui::widgets::document;
use crate::tui::widgets::form::{Form, Reply};
use crate::tui::widgets::prose;
use crate::tui::widgets::text::line;
use crate::usecases::views::View;
use crate::usecases::views::proposals::ProposalData;
use crate::usecases::{OpError, Outcome};

/// What is asked about.
pub(super) trait StepForm: 'static {
    type View: View<Data: Send + 'static> + std::fmt::Debug + Send + 'static;

    fn title(&self) -> Phrase;
    fn view(&self) -> Self::View;
    /// The fields, filled in as far as the facts say.
    fn form(&self, data: &<Self::View as View>::Data) -> Form;
    /// What one should see while filling in.
    fn facts(&self, data: &<Self::View as View>::Data, ctx: &Ctx<'_>) -> Vec<Fact>;
    /// Reads the fields, or refuses them in the form. What comes of it is asked about before it is done.
    fn question(&self, data: &<Self::View as View>::Data, form: &mut Form) -> Option<Question>;
    /// What follows from what is being filled in, below the facts.
    fn follows(&self, _data: &<Self::View as View>::Data, _form: &Form, _ctx: &Ctx<'_>) -> Vec<Fact> {
        Vec::new()
    }
    /// After every key: asks for fields or leaves them out, and says what is under them.
    fn touched(&self, _data: &<Self::View as View>::Data, _form: &mut Form) {}
    /// Why there is nothing to fill in, although the screen was opened.
    fn refused(&self, _data: &<Self::View as View>::Data) -> Option<Refusal> {
        None
    }
    /// What a filled-in form leads to: the question, unless nothing irreversible happens.
    fn submitted(&self, data: &<Self::View as View>::Data, form: &mut Form) -> Vec<Effect> {
        let question = self.question(data, form).filter(|_| form.sound());
        question.map(Effect::Confirm).into_iter().collect()
    }
    /// Where to go when it is done, besides back.
    fn then(&self, _outcome: &Outcome) -> Option<Route> {
        None
    }
    /// The field that a refusal of the step is about, where it is one of this form's own; see [`usual_field`].
    fn field_of(&self, _code: &str) -> Option<&'static str> {
        None
    }
}

/// The field that a refusal is about in any form that has it.
fn usual_field(code: &str) -> Option<&'static str> {
    match code {
        "date-ahead" | "period-closed" => Some("on"),
        code if code.starts_with("amount-") => Some("amount"),
        code if code.ends_with("-reason-missing") => Some("reason"),
        _ => None,
    }
}

/// The screen of an [`StepForm`].
pub(super) struct StepScreen<A: StepForm> {
    step: A,
    /// What was read, and the form that was made of it; the form stays when the facts change.
    open: Option<(<A::View as View>::Data, Form)>,
    today: Option<Date>,
}

impl<A: StepForm> StepScreen<A> {
    #[must_use]
    pub(super) fn new(step: A) -> Self {
        StepScreen {
            step,
            open: None,
            today: None,
        }
    }

    /// The field that a refusal of the step is about, if the form asks for it now; else the whole is refused.
    pub(super) fn refused_field(&self, code: &str) -> Option<&'static str> {
        let field = self.step.field_of(code).or_else(|| usual_field(code))?;
        self.asks(field).then_some(field)
    }

    /// Whether the form has a field, and asks for it now.
    pub(super) fn asks(&self, field: &str) -> bool {
        self.open.as_ref().is_some_and(|(_, form)| form.asks(field))
    }

    fn submit(&mut self) -> Vec<Effect> {
        let Some((data, form)) = &mut self.open else {
            return Vec::new();
        };
        form.clear();
        self.step.submitted(data, form)
    }
}

/// The day that was typed. Nothing typed means today; what is no date is refused in the form, and of an unsound form
/// nothing comes.
pub(super) fn day(form: &mut Form, field: &str) -> Option<Date> {
    if form.text(field).is_empty() {
        return None;
    }
    form.date(field)
}

/// What happens on the day that was typed, or today.
pub(super) fn when(effect: Phrase, on: Option<Date>) -> Phrase {
    match on {
        Some(day) => effect.with("when", day),
        None => effect.word("when", "form-today"),
    }
}

/// Reads a field that may stand empty.
pub(super) fn optional<T>(
    read: impl Fn(&str) -> Result<T, Refusal>,
) -> impl Fn(&str) -> Result<Option<T>, Refusal> {
    move |typed| {
        if typed.is_empty() {
            return Ok(None);
        }
        read(typed).map(Some)
    }
}

/// An amount as it stands in a field: kroner in groups of three, and øre if there are any.
#[must_use]
pub(super) fn typed(amount: Ore) -> String {
    let places = if amount.ore() % 100 == 0 { 0 } else { 2 };
    let plain = format!("{:.places$}", amount.to_kroner()).replace('.', ",");
    let whole = plain.find(',').unwrap_or(plain.len());
    let mut text = String::new();
    for (at, c) in plain.char_indices() {
        if at > 0 && at < whole && (whole - at) % 3 == 0 {
            text.push(' ');
        }
        text.push(c);
    }
    text
}

/// What a proposal is called, and what it asks for.
pub(super) fn proposal_facts(data: &ProposalData, ctx: &Ctx<'_>) -> Vec<Fact> {
    let details = &data.row.proposal.details;
    let title = clean(&details.title).into_owned();
    vec![
        Fact::of("proposals-tab-one", title, ctx.words).tone(Tone::Strong),
        Fact::of("proposals-applied", ctx.words.kr(details.applied), ctx.words),
    ]
}

impl<A: StepForm> Screen for StepScreen<A> {
    type View = A::View;
    type Action = ();
    const KEYS: &'static [Binding<()>] = &[];

    fn title(&self) -> Phrase {
        self.step.title()
    }

    fn view(&self) -> A::View {
        self.step.view()
    }

    fn receive(&mut self, data: <A::View as View>::Data) {
        let mut form = match self.open.take() {
            Some((_, form)) => form,
            None => self.step.form(&data),
        };
        if let Some(today) = self.today {
            form.dated(today);
        }
        self.step.touched(&data, &mut form);
        self.open = Some((data, form));
    }

    fn dated(&mut self, today: Date) {
        self.today = Some(today);
    }

    fn act(&mut self, (): ()) -> Vec<Effect> {
        Vec::new()
    }

    fn mode(&self) -> Option<Mode> {
        let (data, form) = self.open.as_ref()?;
        self.step.refused(data).is_none().then(|| form.mode())
    }

    fn typed(&mut self, key: Key) -> Vec<Effect> {
        let Some((data, form)) = &mut self.open else {
            return Vec::new();
        };
        let reply = form.key(key, |trial| {
            self.step.submitted(data, trial);
        });
        self.step.touched(data, form);
        match reply {
            Reply::Stay => Vec::new(),
            Reply::Submit => self.submit(),
            Reply::Leave { changed } => vec![Effect::leave(changed)],
        }
    }

    fn pasted(&mut self, text: &str) {
        if let Some((data, form)) = &mut self.open {
            form.paste(text);
            self.step.touched(data, form);
        }
    }

    fn unsaved(&self) -> bool {
        self.open.as_ref().is_some_and(|(_, form)| form.changed())
    }

    fn drafting(&self) -> Option<String> {
        let (data, _) = self.open.as_ref()?;
        self.step
            .refused(data)
            .is_none()
            .then(|| format!("{:?}", self.step.title()))
    }

    fn draft(&self) -> Draft {
        self.open
            .as_ref()
            .map(|(_, form)| form.draft())
            .unwrap_or_default()
    }

    fn take_up(&mut self, draft: &Draft) {
        if let Some((data, form)) = &mut self.open {
            form.take_up(draft);
            self.step.touched(data, form);
        }
    }

    fn performed(&mut self, _tag: Tag, outcome: Result<Outcome, OpError>) -> Vec<Effect> {
        match outcome {
            Ok(outcome) => {
                let then = self.step.then(&outcome).map(Effect::Open);
                let message = Effect::done(Phrase::Text(outcome.done, outcome.args));
                [Effect::Back].into_iter().chain(then).chain([message]).collect()
            }
            Err(error) => {
                let refusal = error.refusal();
                let field = self.refused_field(refusal.code);
                if let Some((_, form)) = &mut self.open {
                    match field {
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
        if let Some(refusal) = self.step.refused(data) {
            prose::centred(&ctx.refusal(&refusal), area, buf, ctx);
            return;
        }
        let inside = inset(area);
        let mut place = Rect {
            width: inside.width.min(WIDEST),
            ..inside
        };
        let mut facts = self.step.facts(data, ctx);
        facts.extend(self.step.follows(data, form, ctx));
        if place.height > FORM_ROWS + 3 {
            place = below(place, 1);
            if !facts.is_empty() {
                let above = Rect {
                    height: place.height - FORM_ROWS,
                    ..place
                };
                let facts = Section::new("", vec![Block::facts(facts)]);
                let used = document::sections([&facts], above, buf, ctx);
                place = below(place, used);
                let rule = ctx.theme.marks.dash.repeat(usize::from(place.width));
                line(buf, place, 0, &rule, ctx.theme.dim(), ctx.theme);
                place = below(place, 1);
            }
        }
        form.render(place, buf, ctx);
    }
}

/// The form is worth more than the facts above it where rows are few.
const FORM_ROWS: u16 = 8;
/// Longer lines are harder to read, not easier.
const WIDEST: u16 = 78;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, Words, phrase};

    #[test]
    fn an_amount_in_a_field_reads_back_as_itself() {
        for (ore, text) in [
            (0, "0"),
            (99_900, "999"),
            (100_000, "1 000"),
            (950_000_000, "9 500 000"),
            (123_456_705, "1 234 567,05"),
        ] {
            assert_eq!(typed(Ore::new(ore)), text);
            assert_eq!(Ore::parse_kroner(text), Ok(Ore::new(ore)));
        }
    }

    #[test]
    fn what_happens_today_or_on_a_day_is_said_in_both_languages() {
        let [nb, en] = [Lang::Nb, Lang::En].map(Words::new);
        let day = Some(Date::constant(2018, 5, 7));
        for (on, bokmaal, english) in [
            (None, "bokføres i dag.", "is posted today."),
            (day, "bokføres 7.5.2018.", "is posted on 7 May 2018."),
        ] {
            let effect = phrase("participants-payment-effect").with("amount", Ore::kroner(1));
            let said = when(effect.with("name", "Oslo"), on);
            let (in_nb, in_en) = (said.words(&nb), said.words(&en));
            assert!(in_nb.ends_with(bokmaal), "{in_nb}");
            assert!(in_en.ends_with(english), "{in_en}");
        }
    }
}
