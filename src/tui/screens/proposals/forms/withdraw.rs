//! The secretariat withdraws a proposal for its applicant, until KS has decided. The route's parameter is its
//! reference. It can't be undone, so it is asked about with what is lost.

use super::{named, proposal_facts};
use crate::domain::proposal::{Ref, Step};
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::i18n::{Phrase, phrase};
use crate::present::Fact;
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::screens::step_form::{StepForm, StepScreen};
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::WithdrawProposal;
use crate::usecases::views::ProposalView;
use crate::usecases::views::proposals::ProposalData;

#[must_use]
pub(crate) fn withdraw(reference: Ref) -> StepScreen<Withdraw> {
    StepScreen::new(Withdraw { reference })
}

/// The reason is being written.
pub(crate) struct Withdraw {
    reference: Ref,
}

impl StepForm for Withdraw {
    type View = ProposalView;

    fn title(&self) -> Phrase {
        phrase("withdraw-question").with("ref", self.reference)
    }

    fn view(&self) -> ProposalView {
        ProposalView {
            reference: self.reference,
        }
    }

    fn form(&self, _data: &ProposalData) -> Form {
        let reason = Field::prose("reason", phrase("word-reason"), "").hint(phrase("withdraw-hint"));
        Form::new(vec![reason], "withdraw-yes")
    }

    fn refused(&self, data: &ProposalData) -> Option<Refusal> {
        Step::Withdraw.from(self.reference, data.row.proposal.stage).err()
    }

    fn facts(&self, data: &ProposalData, ctx: &Ctx<'_>) -> Vec<Fact> {
        let mut facts = proposal_facts(data, ctx);
        let stage = ctx.words.t(data.row.proposal.stage.key());
        facts.push(Fact::of("proposals-stage", stage, ctx.words));
        facts
    }

    fn question(&self, data: &ProposalData, form: &mut Form) -> Option<Question> {
        let reason = form.read("reason", text::required_prose)?;
        let applied = data.row.proposal.details.applied;
        let step = WithdrawProposal {
            reference: self.reference,
            reason,
        };
        Some(Question {
            title: phrase("withdraw-question").with("ref", self.reference),
            lines: vec![
                named("withdraw-effect", data).with("amount", applied),
                phrase("withdraw-final"),
            ],
            yes: "withdraw-yes",
            no: "not-withdrawn",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "withdraw")],
        })
    }
}
