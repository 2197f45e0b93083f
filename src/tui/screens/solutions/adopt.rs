//! The secretariat registers that a participant takes a solution into use (C5). The route's parameter is the solution's
//! reference. The participant is found by its number or by the beginning of its name, and named while one types.

use crate::domain::participant::Number;
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::repayment::price;
use crate::domain::text;
use crate::i18n::clean;
use crate::i18n::price_model;
use crate::i18n::{Phrase, phrase};
use crate::present::{Fact, Tone};
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::screens::step_form::{StepForm, StepScreen, day, when};
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::Adopt as AdoptStep;
use crate::usecases::views::Adopting;
use crate::usecases::views::adopting::{AdoptingData, Candidate};

#[must_use]
pub(crate) fn adopt(reference: Ref) -> StepScreen<Adopt> {
    StepScreen::new(Adopt { reference })
}

/// How many a hint names.
const NAMED: usize = 4;

/// The adoption is being written.
pub(crate) struct Adopt {
    reference: Ref,
}

/// Those that a number or the beginning of a name stands for. A name that is typed in full stands for itself alone.
fn find<'d>(typed: &str, data: &'d AdoptingData) -> Vec<&'d Candidate> {
    if let Ok(number) = Number::parse(typed) {
        return data.candidates.get(&number).into_iter().collect();
    }
    let typed = typed.to_lowercase();
    if typed.is_empty() {
        return Vec::new();
    }
    let name = |one: &Candidate| one.participant.name.to_lowercase();
    let all = data.candidates.values();
    let begun: Vec<&Candidate> = all.filter(|one| name(one).starts_with(&typed)).collect();
    let whole: Vec<&Candidate> = begun.iter().copied().filter(|one| name(one) == typed).collect();
    if whole.is_empty() { begun } else { whole }
}

/// What is said under the number: who it is or may be, and why it may not.
fn hint(form: &Form, data: &AdoptingData) -> Phrase {
    match find(&form.text("number"), data).as_slice() {
        [] => phrase("solutions-adopt-number-hint"),
        [Candidate { may: Err(why), .. }] => Phrase::Refused(why.clone()),
        [Candidate { participant, .. }] => phrase("solutions-adopt-is")
            .with("number", participant.number.as_str())
            .with("name", participant.name.as_str())
            .with("inhabitants", i64::from(participant.population)),
        several => {
            let named = several.iter().take(NAMED).map(|one| {
                let who = &one.participant;
                format!("{} {}", who.number, who.name)
            });
            phrase("solutions-adopt-several")
                .with("names", named.collect::<Vec<String>>().join(", "))
                .with("more", several.len().saturating_sub(NAMED))
        }
    }
}

/// The one that is meant.
fn one<'d>(typed: &str, data: &'d AdoptingData) -> Result<&'d Candidate, Refusal> {
    match (find(typed, data).as_slice(), Number::parse(typed)) {
        ([found], _) => Ok(*found),
        (_, Ok(number)) => Err(refuse("participant-unknown").with("number", number.as_str())),
        ([], Err(_)) => Err(refuse("solutions-no-such-participant").with("value", typed)),
        (several, Err(_)) => {
            let refusal = refuse("solutions-several-participants").with("count", several.len());
            Err(refusal.with("value", typed))
        }
    }
}

impl StepForm for Adopt {
    type View = Adopting;

    fn title(&self) -> Phrase {
        phrase("solutions-adopt-title").with("ref", self.reference)
    }

    fn view(&self) -> Adopting {
        Adopting {
            reference: self.reference,
        }
    }

    fn form(&self, _data: &AdoptingData) -> Form {
        let fields = vec![
            Field::line("number", phrase("word-participant"), ""),
            Field::date("on", phrase("word-date"), "").hint(phrase("word-date-hint")),
        ];
        Form::new(fields, "tui-register")
    }

    fn touched(&self, data: &AdoptingData, form: &mut Form) {
        let hint = hint(form, data);
        form.hint("number", Some(hint));
    }

    fn facts(&self, data: &AdoptingData, ctx: &Ctx<'_>) -> Vec<Fact> {
        let words = ctx.words;
        let title = clean(&data.proposal.details.title).into_owned();
        let may = data.candidates.values().filter(|one| one.may.is_ok()).count();
        let live_on = words.long_date(data.solution.live_on);
        vec![
            Fact::of("col-solution", title, words).tone(Tone::Strong),
            Fact::of("solutions-live-on", live_on, words),
            Fact::of(
                "solutions-price",
                price_model(&data.solution.price_model, words),
                words,
            ),
            Fact::of(
                "solutions-may-adopt",
                phrase("solutions-may-adopt-count")
                    .with("count", may)
                    .words(words),
                words,
            ),
        ]
    }

    fn question(&self, data: &AdoptingData, form: &mut Form) -> Option<Question> {
        let on = day(form, "on");
        let found = form.read("number", |typed| {
            let typed = text::required_line(typed)?;
            one(&typed, data)
        })?;
        // Who may not today may have been allowed on another day; then the step says what is wrong.
        if let (Err(why), None) = (&found.may, on) {
            form.refuse("number", why.clone());
            return None;
        }
        let who = &found.participant;
        let effect = when(phrase("solutions-adopt-effect"), on);
        let effect = effect.with("name", who.name.as_str()).with("ref", self.reference);
        let charge = match price(&data.solution.price_model, who.population) {
            Some(amount) => phrase("solutions-adopt-price").with("amount", amount),
            None => phrase("solutions-adopt-shared"),
        };
        let step = AdoptStep {
            reference: self.reference,
            number: who.number.clone(),
            on,
        };
        Some(Question {
            title: self.title(),
            lines: vec![effect, charge, phrase("solutions-adopt-final")],
            yes: "tui-register",
            no: "not-registered",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "adopt")],
        })
    }

    fn field_of(&self, code: &str) -> Option<&'static str> {
        match code {
            "adoption-not-for" | "adoption-without-access" | "adoption-twice" | "participant-unknown" => {
                Some("number")
            }
            "adoption-before-live" => Some("on"),
            _ => None,
        }
    }
}
