//! The four gates of a submitted proposal (S2), for leader, deputy and secretariat. The route's parameter is its
//! reference. Gate three is computed (C5): an applicant that has not paid can't be given a yes.

use super::{named, proposal_facts};
use crate::domain::proposal::{Gates, Ref, Step};
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::i18n::{Phrase, phrase};
use crate::present::{Fact, Tone};
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::screens::step_form::{StepForm, StepScreen};
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::views::ProposalView;
use crate::usecases::views::proposals::ProposalData;

#[must_use]
pub(crate) fn qualify(reference: Ref) -> StepScreen<Qualify> {
    StepScreen::new(Qualify { reference })
}

/// The gates are being answered.
pub(crate) struct Qualify {
    reference: Ref,
}

/// The gates in the order of S2.
const GATES: [&str; 4] = ["shared", "use", "eligible", "repayment"];

impl Qualify {
    /// The answers, once all are given.
    fn gates(data: &ProposalData, form: &mut Form) -> Option<Gates> {
        let [shared, of_use, eligible, repayment] = GATES.map(|name| form.yes(name));
        Some(Gates {
            shared_development: shared?,
            of_use_to_all: of_use?,
            eligible_applicant: eligible? && data.eligible,
            credible_repayment: repayment?,
        })
    }
}

/// Nobody is asked whether what is there already is right: each gate is answered by whoever qualifies.
fn gate(name: &'static str, label: &'static str) -> Field {
    Field::yes_or_no(name, phrase(label), None)
}

impl StepForm for Qualify {
    type View = ProposalView;

    fn title(&self) -> Phrase {
        phrase("qualify-title").with("ref", self.reference)
    }

    fn view(&self) -> ProposalView {
        ProposalView {
            reference: self.reference,
        }
    }

    fn form(&self, data: &ProposalData) -> Form {
        // With one answer there is nothing to choose: the gate is shut until the applicant has paid.
        let eligible = if data.eligible {
            gate("eligible", "proposals-gate-eligible").hint(phrase("qualify-paid"))
        } else {
            let no = vec![phrase("word-no")];
            Field::choice("eligible", phrase("proposals-gate-eligible"), no, 0)
                .hint(phrase("qualify-not-paid"))
        };
        let fields = vec![
            gate("shared", "proposals-gate-shared"),
            gate("use", "qualify-use"),
            eligible,
            gate("repayment", "qualify-repayment"),
            Field::prose("reason", phrase("word-reason"), "").hint(phrase("qualify-reason-hint")),
        ];
        Form::new(fields, "qualify-done")
    }

    fn refused(&self, data: &ProposalData) -> Option<Refusal> {
        Step::Qualify.from(self.reference, data.row.proposal.stage).err()
    }

    fn touched(&self, data: &ProposalData, form: &mut Form) {
        let shut = |name| form.choice(name).is_some_and(|at| at > 0);
        let any_shut = !data.eligible || GATES.into_iter().any(shut);
        form.ask("reason", any_shut);
    }

    fn facts(&self, data: &ProposalData, ctx: &Ctx<'_>) -> Vec<Fact> {
        let mut facts = proposal_facts(data, ctx);
        let (key, tone) = if data.eligible {
            ("proposals-eligible", Tone::Plain)
        } else {
            ("proposals-not-eligible", Tone::Warn)
        };
        let applicant = format!(
            "{} {} {}",
            data.row.applicant_name(),
            ctx.theme.marks.dot,
            ctx.words.t(key)
        );
        facts.push(Fact::of("word-applicant", applicant, ctx.words).tone(tone));
        facts
    }

    fn question(&self, data: &ProposalData, form: &mut Form) -> Option<Question> {
        let gates = Qualify::gates(data, form)?;
        let reason = if gates.all_open() {
            String::new()
        } else {
            form.read("reason", |typed| {
                let reason = text::prose(typed)?;
                gates.check(data.eligible, &reason).map(|()| reason)
            })?
        };
        let (key, yes) = if gates.all_open() {
            ("qualify-effect-yes", "qualify-yes-all")
        } else {
            ("qualify-effect-no", "qualify-yes-not")
        };
        let applied = data.row.proposal.details.applied;
        let step = crate::usecases::Qualify {
            reference: self.reference,
            gates,
            reason,
        };
        Some(Question {
            title: phrase("qualify-question").with("ref", self.reference),
            lines: vec![named(key, data).with("amount", applied)],
            yes,
            no: "not-qualified",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "qualify")],
        })
    }

    fn field_of(&self, code: &str) -> Option<&'static str> {
        (code == "gate-not-eligible").then_some("eligible")
    }
}
