//! KS's decision on a recommended proposal (M7). The route's parameter is its reference. The payment plan and what is
//! free follow the amount; when the decision deviates from the recommendation, the form asks for the reason.

use super::{beginning, named, proposal_facts, read, typed_amount};
use crate::domain::council::{Deviation, Recommendation, Recommended, Ruling, check_amount, check_deviation};
use crate::domain::money::Ore;
use crate::domain::proposal::{Ref, Step};
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::i18n::{Phrase, phrase};
use crate::present::{Fact, Tone};
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::screens::step_form::{StepForm, StepScreen, typed};
use crate::tui::widgets::form::{Field, Form};
use crate::tui::widgets::free_capital;
use crate::usecases::views::Deliberation;
use crate::usecases::views::deliberation::DeliberationData;

#[must_use]
pub(crate) fn decide(reference: &str) -> StepScreen<Decide> {
    StepScreen::new(Decide {
        reference: read(reference),
    })
}

/// The decision is being written.
pub(crate) struct Decide {
    reference: Ref,
}

/// The first choice is a commitment.
const COMMIT: Option<usize> = Some(0);

/// What was recommended, as an amount; what was applied for when that was something else.
fn recommended(data: &DeliberationData) -> Ore {
    match data.proposal.recommended.as_ref().map(|r| &r.recommendation) {
        Some(Recommendation::Approve { amount, .. }) => *amount,
        _ => data.proposal.row.proposal.details.applied,
    }
}

/// The decision as far as it has been typed.
fn ruling(form: &Form) -> Option<Ruling> {
    if form.choice("what") == COMMIT {
        typed_amount(form).map(Ruling::Commit)
    } else {
        Some(Ruling::Decline)
    }
}

/// M7: how what is typed differs from the recommendation.
fn deviation(data: &DeliberationData, form: &Form) -> Option<Deviation> {
    let Recommended { recommendation, .. } = data.proposal.recommended.as_ref()?;
    ruling(form)?.deviation_from(recommendation)
}

/// In words.
fn deviation_text(deviation: Deviation) -> Phrase {
    Phrase::Text("decide-deviation", deviation.facts())
}

impl StepForm for Decide {
    type View = Deliberation;

    fn title(&self) -> Phrase {
        phrase("decide-title").with("ref", self.reference)
    }

    fn view(&self) -> Deliberation {
        Deliberation {
            reference: self.reference,
        }
    }

    fn form(&self, data: &DeliberationData) -> Form {
        let declined = data.proposal.recommended.as_ref().map(|r| &r.recommendation);
        let first = usize::from(declined == Some(&Recommendation::Decline));
        let choices = vec![phrase("word-commitment"), phrase("word-rejection")];
        let fields = vec![
            Field::choice("what", phrase("decide-what"), choices, first),
            Field::amount("amount", phrase("word-amount"), &typed(recommended(data))),
            Field::prose("reason", phrase("word-reason"), "").hint(phrase("decide-deviates")),
        ];
        Form::new(fields, "decide-yes")
    }

    fn refused(&self, data: &DeliberationData) -> Option<Refusal> {
        Step::Commit
            .from(self.reference, data.proposal.row.proposal.stage)
            .err()
    }

    fn touched(&self, data: &DeliberationData, form: &mut Form) {
        form.ask("amount", form.choice("what") == COMMIT);
        form.ask("reason", deviation(data, form).is_some());
    }

    fn facts(&self, data: &DeliberationData, ctx: &Ctx<'_>) -> Vec<Fact> {
        let mut facts = proposal_facts(&data.proposal, ctx);
        if let Some(Recommended { recommendation, .. }) = &data.proposal.recommended {
            let (text, conditions) = match recommendation {
                Recommendation::Approve { amount, conditions } => (
                    phrase("proposals-recommended-approve").with("amount", *amount),
                    conditions.as_str(),
                ),
                Recommendation::Postpone => (phrase("proposals-recommended-postpone"), ""),
                Recommendation::Decline => (phrase("proposals-recommended-decline"), ""),
            };
            let text = text.words(ctx.words);
            facts.push(Fact::of("decide-recommended", text, ctx.words).tone(Tone::Strong));
            if !conditions.is_empty() {
                facts.push(Fact::of("word-conditions", beginning(conditions), ctx.words));
            }
        }
        facts
    }

    fn follows(&self, data: &DeliberationData, form: &Form, ctx: &Ctx<'_>) -> Vec<Fact> {
        let amount = typed_amount(form).filter(|_| form.choice("what") == COMMIT);
        let deviation = deviation(data, form);
        let label = ctx.words.t("word-deviation");
        let fact = |deviation: Deviation| {
            let text = ctx.words.tr("decide-deviation-short", &deviation.facts());
            Fact::new(label, text).tone(Tone::Warn)
        };
        let mut facts: Vec<Fact> = deviation.map(fact).into_iter().collect();
        facts.extend(free_capital::facts(data, amount, ctx));
        let plan = amount.map(|amount| data.plan(amount)).unwrap_or_default();
        let mut label = ctx.words.t("proposals-plan");
        for equal in plan.chunk_by(|one, next| one.amount == next.amount) {
            let dates: Vec<String> = equal.iter().map(|part| ctx.words.date(part.due_on)).collect();
            let text = phrase("decide-instalments")
                .with("count", equal.len())
                .with("amount", equal[0].amount)
                .with("dates", ctx.words.list(&dates));
            facts.push(Fact::new(std::mem::take(&mut label), text.words(ctx.words)));
        }
        facts
    }

    fn question(&self, data: &DeliberationData, form: &mut Form) -> Option<Question> {
        let applied = data.proposal.row.proposal.details.applied;
        let ruling = if form.choice("what") == COMMIT {
            Ruling::Commit(form.checked_amount("amount", |amount| check_amount(amount, applied))?)
        } else {
            Ruling::Decline
        };
        let recommendation = data.proposal.recommended.as_ref().map(|r| &r.recommendation);
        let deviation = recommendation.and_then(|r| ruling.deviation_from(r));
        let reason = if deviation.is_some() {
            form.ask("reason", true);
            form.read("reason", |typed| {
                let reason = text::prose(typed)?;
                match recommendation {
                    Some(recommendation) => check_deviation(ruling, recommendation, &reason).map(|()| reason),
                    None => Ok(reason),
                }
            })?
        } else {
            String::new()
        };
        let mut lines = match ruling {
            Ruling::Commit(amount) => {
                vec![named("decide-effect-commit", &data.proposal).with("amount", amount)]
            }
            Ruling::Decline => vec![named("decide-effect-decline", &data.proposal)],
        };
        lines.extend(deviation.map(deviation_text));
        if let (Ruling::Commit(_), Some(Recommendation::Approve { conditions, .. })) =
            (ruling, recommendation)
            && !conditions.is_empty()
        {
            lines.push(phrase("decide-conditions").with("conditions", beginning(conditions)));
        }
        if let Ruling::Commit(amount) = ruling {
            lines.extend([
                phrase("decide-free")
                    .with("before", data.free)
                    .with("after", data.free_after(amount))
                    .with("before-cash-flow", data.ahead.free_cash_flow)
                    .with("after-cash-flow", data.free_cash_flow_after(amount)),
                phrase("decide-plan")
                    .with("count", data.plan(amount).len())
                    .with("date", data.today),
            ]);
        }
        let step = crate::usecases::Decide {
            reference: self.reference,
            ruling,
            plan: None,
            reason,
        };
        Some(Question {
            title: phrase("decide-question").with("ref", self.reference),
            lines,
            yes: match ruling {
                Ruling::Commit(_) => "decide-yes-commit",
                Ruling::Decline => "decide-yes-decline",
            },
            no: "not-decided",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "decide")],
        })
    }

    fn field_of(&self, code: &str) -> Option<&'static str> {
        (code == "not-enough-free").then_some("amount")
    }
}
