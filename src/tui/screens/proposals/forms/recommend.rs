//! The council's recommendation on a ranked proposal (M7), given by leader or deputy. The route's parameter is its
//! reference. What is free, and what would be, stands above the form and follows the amount.

use super::{named, proposal_facts, read, typed_amount};
use crate::domain::council::{Recommendation, check_amount};
use crate::domain::proposal::{Ref, Step};
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::i18n::{Phrase, phrase};
use crate::present::Fact;
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::screens::step_form::{StepForm, StepScreen, typed};
use crate::tui::widgets::form::{Field, Form};
use crate::tui::widgets::free_capital;
use crate::usecases::views::Deliberation;
use crate::usecases::views::deliberation::DeliberationData;

#[must_use]
pub(crate) fn recommend(reference: &str) -> StepScreen<Recommend> {
    StepScreen::new(Recommend {
        reference: read(reference),
    })
}

/// The recommendation is being written.
pub(crate) struct Recommend {
    reference: Ref,
}

/// The choices, in their order.
const APPROVE: Option<usize> = Some(0);
const POSTPONE: Option<usize> = Some(1);

impl StepForm for Recommend {
    type View = Deliberation;

    fn title(&self) -> Phrase {
        phrase("recommend-title").with("ref", self.reference)
    }

    fn view(&self) -> Deliberation {
        Deliberation {
            reference: self.reference,
        }
    }

    fn form(&self, data: &DeliberationData) -> Form {
        let choices = vec![
            phrase("recommendation-approve"),
            phrase("recommendation-postpone"),
            phrase("word-rejection"),
        ];
        let applied = data.proposal.row.proposal.details.applied;
        let fields = vec![
            Field::choice("what", phrase("recommend-what"), choices, 0),
            Field::amount("amount", phrase("word-amount"), &typed(applied)),
            Field::prose("conditions", phrase("word-conditions"), "")
                .hint(phrase("recommend-conditions-hint")),
        ];
        Form::new(fields, "recommend-yes")
    }

    fn refused(&self, data: &DeliberationData) -> Option<Refusal> {
        let stage = data.proposal.row.proposal.stage;
        let out_of_turn = Step::Recommend.from(self.reference, stage).err();
        out_of_turn.or_else(|| data.proposal.needs_a_vote.clone())
    }

    fn touched(&self, _data: &DeliberationData, form: &mut Form) {
        let approves = form.choice("what") == APPROVE;
        form.ask("amount", approves);
        form.ask("conditions", approves);
    }

    fn facts(&self, data: &DeliberationData, ctx: &Ctx<'_>) -> Vec<Fact> {
        proposal_facts(&data.proposal, ctx)
    }

    fn follows(&self, data: &DeliberationData, form: &Form, ctx: &Ctx<'_>) -> Vec<Fact> {
        let amount = typed_amount(form).filter(|_| form.choice("what") == APPROVE);
        free_capital::facts(data, amount, ctx)
    }

    fn question(&self, data: &DeliberationData, form: &mut Form) -> Option<Question> {
        let mut lines = Vec::new();
        let recommendation = if form.choice("what") == APPROVE {
            let applied = data.proposal.row.proposal.details.applied;
            let amount = form.checked_amount("amount", |amount| check_amount(amount, applied));
            let conditions = form.read("conditions", text::prose);
            let (amount, conditions) = amount.zip(conditions)?;
            lines.push(named("recommend-effect-approve", &data.proposal).with("amount", amount));
            if !data.covers(amount) {
                lines.push(phrase("recommend-beyond").with("free", data.limit()));
            }
            lines.push(phrase("recommend-then-ks"));
            Recommendation::Approve { amount, conditions }
        } else if form.choice("what") == POSTPONE {
            lines.push(named("recommend-effect-postpone", &data.proposal));
            Recommendation::Postpone
        } else {
            lines.push(named("recommend-effect-decline", &data.proposal));
            lines.push(phrase("recommend-then-ks"));
            Recommendation::Decline
        };
        let step = crate::usecases::Recommend {
            reference: self.reference,
            recommendation,
        };
        Some(Question {
            title: phrase("recommend-question").with("ref", self.reference),
            lines,
            yes: "recommend-yes",
            no: "not-recommended",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "recommend")],
        })
    }
}
