//! A proposal as its applicant words it, written or changed by the secretariat. The route's parameter is the reference
//! of the one that is changed. It can be changed again until scoring starts, so nothing is asked before it is saved;
//! what somebody else has saved in the meantime is never overwritten, and nothing that was typed is lost by that.

use std::cell::Cell;

use super::super::reading;
use crate::domain::participant::Number;
use crate::domain::proposal::{Applicant, Benefit, Details, Ref};
use crate::domain::refusal::Refusal;
use crate::i18n::{Phrase, phrase};
use crate::present::Fact;
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question};
use crate::tui::route::Route;
use crate::tui::screens::pricing;
use crate::tui::screens::step_form::{StepForm, StepScreen, typed};
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::views::Drafting;
use crate::usecases::views::drafting::DraftingData;
use crate::usecases::{Outcome, SaveProposal};

#[must_use]
pub(crate) fn new() -> StepScreen<Write> {
    StepScreen::new(Write::default())
}

#[must_use]
pub(crate) fn edit(reference: Ref) -> StepScreen<Write> {
    StepScreen::new(Write {
        reference: Some(reference),
        ..Write::default()
    })
}

/// The proposal is being written.
#[derive(Default)]
pub(crate) struct Write {
    reference: Option<Ref>,
    /// The version that the form was filled in from, whatever is read later.
    version: Cell<Option<i64>>,
}

impl StepForm for Write {
    type View = Drafting;

    fn title(&self) -> Phrase {
        match self.reference {
            None => phrase("write-title-new"),
            Some(reference) => phrase("write-title").with("ref", reference),
        }
    }

    fn view(&self) -> Drafting {
        Drafting {
            reference: self.reference,
        }
    }

    fn form(&self, data: &DraftingData) -> Form {
        let proposal = data.proposal.as_ref();
        self.version.set(proposal.map(|proposal| proposal.version));
        Form::new(fields(proposal.map(|proposal| &proposal.details)), "tui-save")
    }

    fn refused(&self, data: &DraftingData) -> Option<Refusal> {
        data.proposal.as_ref()?.check_editable().err()
    }

    fn touched(&self, data: &DraftingData, form: &mut Form) {
        let applicant = form.choice("applicant");
        form.ask("number", applicant == reading::PARTICIPANT);
        form.ask("company", applicant == reading::COMPANY);
        form.ask("owner", applicant == reading::COMPANY);
        pricing::touched(form);
        for name in ["number", "owner"] {
            form.hint(name, Some(whose(&form.text(name), data)));
        }
    }

    fn facts(&self, _data: &DraftingData, _ctx: &Ctx<'_>) -> Vec<Fact> {
        Vec::new()
    }

    fn question(&self, _data: &DraftingData, _form: &mut Form) -> Option<Question> {
        None
    }

    fn submitted(&self, data: &DraftingData, form: &mut Form) -> Vec<Effect> {
        let known = |number: &Number| data.participants.contains_key(number);
        let Some(mut details) = reading::details(form, known) else {
            return Vec::new();
        };
        // What the form doesn't ask for stays as it is.
        details.bass = data.proposal.as_ref().and_then(|known| known.details.bass);
        let step = SaveProposal {
            reference: self.reference,
            details,
            version: self.version.get(),
        };
        vec![Effect::Perform(Box::new(step), "save")]
    }

    fn then(&self, outcome: &Outcome) -> Option<Route> {
        let made = outcome.made.get("ref")?.as_str()?;
        self.reference.is_none().then(|| Route::Proposal(made.to_owned()))
    }

    fn field_of(&self, code: &str) -> Option<&'static str> {
        (code == "participant-unknown").then_some("number")
    }
}

/// Whose number it is, and whether it has paid (C5).
fn whose(number: &str, data: &DraftingData) -> Phrase {
    let known = Number::parse(number)
        .ok()
        .and_then(|number| data.participants.get(&number));
    match known {
        Some((name, standing)) => phrase("word-pair")
            .with("first", name.as_str())
            .word("second", standing.key()),
        None => phrase("write-number-hint"),
    }
}

/// All that can be said, filled in as far as it has been.
fn fields(details: Option<&Details>) -> Vec<Field> {
    let text = |of: fn(&Details) -> &str| details.map_or("", of);
    let amount =
        |of: fn(&Details) -> crate::domain::money::Ore| details.map_or(String::new(), |d| typed(of(d)));
    let mut fields = vec![
        Field::line("title", phrase("word-name"), text(|d| &d.title)),
        Field::prose("summary", phrase("word-summary"), text(|d| &d.summary)),
    ];
    fields.extend(applicant_fields(details.map(|d| &d.applicant)));
    let benefits = Benefit::ALL.map(|benefit| phrase(benefit.key())).to_vec();
    let benefit = details.and_then(|d| Benefit::ALL.iter().position(|b| *b == d.benefit));
    let go_live = details.and_then(|d| d.go_live).map(reading::date_typed);
    fields.extend([
        Field::choice(
            "benefit",
            phrase("proposals-benefit"),
            benefits,
            benefit.unwrap_or(0),
        ),
        Field::amount("cost", phrase("proposals-cost"), &amount(|d| d.cost)),
        Field::amount("applied", phrase("proposals-applied"), &amount(|d| d.applied)),
        Field::date(
            "go_live",
            phrase("word-expected-live"),
            &go_live.unwrap_or_default(),
        )
        .hint(phrase("write-date-hint")),
    ]);
    let uptake = details.map(|d| d.uptake).unwrap_or_default();
    let delay = details.map(|d| d.delay).unwrap_or_default();
    let share = |value: Option<_>| value.map(reading::share_typed).unwrap_or_default();
    let whole = |value: Option<u32>| value.map(|value| value.to_string()).unwrap_or_default();
    let estimate =
        |name, label, value: String, hint| Field::line(name, phrase(label), &value).hint(phrase(hint));
    fields.extend([
        estimate("uptake", "word-uptake", share(uptake.likely), "write-uptake-hint"),
        estimate(
            "uptake_low",
            "write-uptake-low",
            share(uptake.low),
            "write-low-hint",
        ),
        estimate(
            "uptake_high",
            "write-uptake-high",
            share(uptake.high),
            "write-high-hint",
        ),
        estimate("delay", "word-delay", whole(delay.likely), "write-delay-hint"),
        estimate("delay_low", "write-delay-low", whole(delay.low), "write-low-hint"),
        estimate(
            "delay_high",
            "write-delay-high",
            whole(delay.high),
            "write-high-hint",
        ),
    ]);
    fields.extend(pricing::fields(details.map(|d| &d.price_model)));
    fields
}

fn applicant_fields(applicant: Option<&Applicant>) -> [Field; 4] {
    let kinds = ["write-participant", "word-ks", "write-company"]
        .map(phrase)
        .to_vec();
    let (kind, number, company, owner) = match applicant {
        None => (0, "", "", ""),
        Some(Applicant::Participant(number)) => (0, number.as_str(), "", ""),
        Some(Applicant::Ks) => (1, "", "", ""),
        Some(Applicant::Company { name, owner }) => (2, "", name.as_str(), owner.as_str()),
    };
    [
        Field::choice("applicant", phrase("word-applicant"), kinds, kind),
        Field::line("number", phrase("write-number"), number),
        Field::line("company", phrase("write-company-name"), company),
        Field::line("owner", phrase("write-owner"), owner),
    ]
}
