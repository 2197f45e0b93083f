//! The two steps that a commitment is worked with: the secretariat registers a disbursement (`Route::Disburse`), KS
//! releases what won't be used (`Route::Release`). Both start from what is left of the commitment.

use crate::domain::commitment::{Instalment, check_within, next_instalment};
use crate::domain::money::Ore;
use crate::domain::proposal::Ref;
use crate::domain::text;
use crate::i18n::{Phrase, phrase};
use crate::present::Fact;
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::screens::step_form::{StepForm, StepScreen, day, typed, when};
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::views::ProposalView;
use crate::usecases::views::proposals::ProposalData;
use crate::usecases::{RegisterDisbursement, Release as ReleaseStep};

/// The screen on which a disbursement is registered.
pub(crate) fn disburse(reference: Ref) -> StepScreen<Disburse> {
    StepScreen::new(Disburse { reference })
}

/// The screen on which a part of a commitment is released.
pub(crate) fn release(reference: Ref) -> StepScreen<Release> {
    StepScreen::new(Release { reference })
}

pub(crate) struct Disburse {
    reference: Ref,
}

pub(crate) struct Release {
    reference: Ref,
}

/// What is registered and not approved yet.
fn waiting(data: &ProposalData) -> Ore {
    let waiting = data.disbursements.iter().filter(|one| one.waits());
    waiting.map(|one| one.amount).sum()
}

fn next(data: &ProposalData) -> Option<Instalment> {
    next_instalment(&data.plan, data.commitment?, waiting(data))
}

/// The commitment, and what is left of it.
fn standing(data: &ProposalData, ctx: &Ctx<'_>) -> Vec<Fact> {
    let words = ctx.words;
    let details = &data.row.proposal.details;
    let mut facts = vec![Fact::of("word-proposal", details.title.as_str(), words)];
    if let Some(standing) = data.commitment {
        for (label, amount) in [
            ("capital-col-committed", standing.committed),
            ("word-disbursed", standing.disbursed),
            ("word-released", standing.released),
            ("word-left", standing.outstanding()),
        ] {
            facts.push(Fact::of(label, words.kr(amount), words));
        }
    }
    let waiting = waiting(data);
    if waiting.is_positive() {
        facts.push(Fact::of("capital-waiting-sum", words.kr(waiting), words));
    }
    facts
}

/// What is left of the commitment besides what waits for approval.
fn left(data: &ProposalData) -> Ore {
    let outstanding = data.commitment.map(|standing| standing.outstanding());
    outstanding.unwrap_or_default() - waiting(data)
}

impl StepForm for Disburse {
    type View = ProposalView;

    fn title(&self) -> Phrase {
        phrase("capital-disburse-title").with("ref", self.reference)
    }

    fn view(&self) -> ProposalView {
        ProposalView {
            reference: self.reference,
        }
    }

    fn form(&self, data: &ProposalData) -> Form {
        let amount = next(data).map(|next| typed(next.amount)).unwrap_or_default();
        let fields = vec![
            Field::amount("amount", phrase("word-amount"), &amount).hint(phrase("capital-amount-hint")),
            Field::date("on", phrase("capital-pay-on"), "").hint(phrase("word-date-hint")),
        ];
        Form::new(fields, "tui-register")
    }

    fn facts(&self, data: &ProposalData, ctx: &Ctx<'_>) -> Vec<Fact> {
        let mut facts = standing(data, ctx);
        let next = match next(data) {
            Some(next) => phrase("capital-next-of-plan")
                .with("amount", next.amount)
                .with("date", next.due_on),
            None => phrase("capital-next-none"),
        };
        facts.push(Fact::of("capital-next", next.words(ctx.words), ctx.words));
        facts
    }

    fn question(&self, data: &ProposalData, form: &mut Form) -> Option<Question> {
        let amount = form.checked_amount("amount", |amount| {
            check_within("disbursement-too-much", self.reference, amount, left(data))
        });
        let on = day(form, "on");
        let amount = amount?;
        let effect = when(phrase("capital-disburse-effect"), on);
        let effect = effect.with("amount", amount).with("ref", self.reference);
        let step = RegisterDisbursement {
            reference: self.reference,
            amount,
            on,
        };
        Some(Question {
            title: self.title(),
            lines: vec![effect, phrase("capital-disburse-four-eyes")],
            yes: "tui-register",
            no: "not-registered",
            undo: Undo::Possible,
            then: vec![Effect::Perform(Box::new(step), "disburse")],
        })
    }

    fn field_of(&self, code: &str) -> Option<&'static str> {
        match code {
            "disbursement-too-much" => Some("amount"),
            "step-before" => Some("on"),
            _ => None,
        }
    }
}

impl StepForm for Release {
    type View = ProposalView;

    fn title(&self) -> Phrase {
        phrase("capital-release-title").with("ref", self.reference)
    }

    fn view(&self) -> ProposalView {
        ProposalView {
            reference: self.reference,
        }
    }

    fn form(&self, data: &ProposalData) -> Form {
        let left = Some(left(data)).filter(|left| left.is_positive());
        let left = left.map(typed).unwrap_or_default();
        let fields = vec![
            Field::amount("amount", phrase("word-amount"), &left).hint(phrase("capital-release-hint")),
            Field::prose("reason", phrase("word-reason"), "").hint(phrase("capital-reason-hint")),
        ];
        Form::new(fields, "capital-release-yes")
    }

    fn facts(&self, data: &ProposalData, ctx: &Ctx<'_>) -> Vec<Fact> {
        standing(data, ctx)
    }

    fn question(&self, data: &ProposalData, form: &mut Form) -> Option<Question> {
        let amount = form.checked_amount("amount", |amount| {
            check_within("release-too-much", self.reference, amount, left(data))
        });
        let reason = form.read("reason", text::required_prose);
        let (amount, reason) = (amount?, reason?);
        let effect = phrase("capital-release-effect")
            .with("amount", amount)
            .with("ref", self.reference);
        let step = ReleaseStep {
            reference: self.reference,
            amount,
            reason,
        };
        Some(Question {
            title: self.title(),
            lines: vec![effect, phrase("capital-release-final")],
            yes: "capital-release-yes",
            no: "not-released",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "release")],
        })
    }

    fn field_of(&self, code: &str) -> Option<&'static str> {
        (code == "release-too-much").then_some("amount")
    }
}
