//! A member steps aside from a proposal (M5). The route's parameter is its reference. What it means is said before and
//! asked about after the ground is written.

use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;
use crate::i18n::{Phrase, phrase};
use crate::present::Fact;
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::screens::step_form::{StepForm, StepScreen, proposal_facts};
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::DeclareConflict;
use crate::usecases::views::ProposalView;
use crate::usecases::views::proposals::ProposalData;

#[must_use]
pub fn conflict(reference: Ref) -> StepScreen<Conflict> {
    StepScreen::new(Conflict { reference })
}

/// The ground is being written.
pub struct Conflict {
    reference: Ref,
}

impl StepForm for Conflict {
    type View = ProposalView;

    fn title(&self) -> Phrase {
        phrase("conflict-title").with("ref", self.reference)
    }

    fn view(&self) -> ProposalView {
        ProposalView {
            reference: self.reference,
        }
    }

    fn form(&self, _data: &ProposalData) -> Form {
        let ground = Field::prose("ground", phrase("word-reason"), "").hint(phrase("conflict-ground-hint"));
        Form::new(vec![ground], "conflict-declare")
    }

    fn refused(&self, data: &ProposalData) -> Option<Refusal> {
        let declared = || refuse("conflict-declared").rule("M5").with("ref", self.reference);
        data.conflicted.then(declared)
    }

    fn facts(&self, data: &ProposalData, ctx: &Ctx<'_>) -> Vec<Fact> {
        let mut facts = proposal_facts(data, ctx);
        let effect = ctx.words.t("conflict-effect");
        facts.push(Fact::new(ctx.words.t("conflict-means"), effect));
        facts
    }

    fn question(&self, data: &ProposalData, form: &mut Form) -> Option<Question> {
        let ground = form.read("ground", text::required_prose)?;
        let of_card = data.own.as_ref().map(|_| phrase("conflict-effect-card"));
        let step = DeclareConflict {
            reference: self.reference,
            ground,
        };
        Some(Question {
            title: self.title(),
            lines: [phrase("conflict-effect")]
                .into_iter()
                .chain(of_card)
                .chain([phrase("conflict-effect-final")])
                .collect(),
            yes: "conflict-declare",
            no: "not-declared",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "conflict")],
        })
    }
}
