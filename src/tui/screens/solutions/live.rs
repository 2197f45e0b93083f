//! The secretariat records the day that a solution went live. The route's parameter is its reference. The price model is
//! the proposal's unless another is chosen; it and the planned base (R1) are fixed then.

use crate::domain::proposal::{PriceModel, Ref, Step};
use crate::domain::refusal::Refusal;
use crate::i18n::{Phrase, phrase};
use crate::i18n::{clean, price_model};
use crate::present::{Fact, Tone};
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::screens::pricing;
use crate::tui::screens::step_form::{StepForm, StepScreen, day, when};
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::RecordGoLive;
use crate::usecases::views::SolutionView;
use crate::usecases::views::solutions::SolutionData;

#[must_use]
pub(crate) fn go_live(reference: Ref) -> StepScreen<GoLive> {
    StepScreen::new(GoLive { reference })
}

/// The day and the price model are being written.
pub(crate) struct GoLive {
    reference: Ref,
}

impl StepForm for GoLive {
    type View = SolutionView;

    fn title(&self) -> Phrase {
        phrase("solutions-live-title").with("ref", self.reference)
    }

    fn view(&self) -> SolutionView {
        SolutionView {
            reference: self.reference,
        }
    }

    fn form(&self, data: &SolutionData) -> Form {
        let mut fields =
            vec![Field::date("on", phrase("solutions-live-on"), "").hint(phrase("word-date-hint"))];
        fields.extend(pricing::fields(Some(&data.line.proposal.details.price_model)));
        Form::new(fields, "tui-register")
    }

    fn refused(&self, data: &SolutionData) -> Option<Refusal> {
        Step::GoLive.from(self.reference, data.line.proposal.stage).err()
    }

    fn touched(&self, _data: &SolutionData, form: &mut Form) {
        pricing::touched(form);
    }

    fn facts(&self, data: &SolutionData, ctx: &Ctx<'_>) -> Vec<Fact> {
        let (words, details) = (ctx.words, &data.line.proposal.details);
        let title = clean(&details.title).into_owned();
        let mut facts = vec![
            Fact::of("col-solution", title, words).tone(Tone::Strong),
            Fact::of("solutions-paid-out", words.kr(data.line.cost), words),
        ];
        if data.stopping.released.is_positive() {
            let left = words.kr(data.stopping.released);
            facts.push(Fact::of("solutions-still-to-pay-out", left, words));
        }
        if let Some(expected) = details.go_live {
            facts.push(Fact::of("word-expected-live", words.long_date(expected), words));
        }
        let proposed = price_model(&details.price_model, words);
        facts.push(Fact::of("solutions-proposed", proposed, words));
        facts
    }

    fn question(&self, data: &SolutionData, form: &mut Form) -> Option<Question> {
        let on = day(form, "on");
        let model = pricing::read(form)?;
        let effect = when(phrase("solutions-live-effect"), on);
        let effect = effect.with("ref", self.reference).with("cost", data.line.cost);
        let price = match (&model, on) {
            (PriceModel::Shared, None) => {
                let base = data.base.round().normalize();
                let base = i64::try_from(base).unwrap_or(i64::MAX);
                phrase("solutions-live-shared").with("base", base)
            }
            (PriceModel::Shared, Some(_)) => phrase("solutions-live-shared-then"),
            _ => phrase("solutions-live-priced"),
        };
        let step = RecordGoLive {
            reference: self.reference,
            on,
            price_model: Some(model),
        };
        Some(Question {
            title: self.title(),
            lines: vec![effect, price, phrase("solutions-live-final")],
            yes: "tui-register",
            no: "not-registered",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "live")],
        })
    }

    fn field_of(&self, code: &str) -> Option<&'static str> {
        (code == "step-before").then_some("on")
    }
}
