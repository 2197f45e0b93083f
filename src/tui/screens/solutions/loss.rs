//! What KS does when money won't come back (L4): a part of what is outstanding is written off (`Route::WriteOff`), or
//! the project is stopped (`Route::Stop`). Both need a reason, and both name the amounts before they are done.

use crate::domain::money::Ore;
use crate::domain::proposal::{Ref, Step};
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::text;
use crate::i18n::clean;
use crate::i18n::{Phrase, phrase};
use crate::present::{Fact, Tone};
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::screens::step_form::{StepForm, StepScreen};
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::views::SolutionView;
use crate::usecases::views::solutions::SolutionData;
use crate::usecases::{StopProject, WriteOff as WriteOffStep};

/// The screen on which a loss is written off.
#[must_use]
pub(crate) fn write_off(reference: Ref) -> StepScreen<WriteOff> {
    StepScreen::new(WriteOff { reference })
}

/// The screen on which a project is stopped.
#[must_use]
pub(crate) fn stop(reference: Ref) -> StepScreen<Stop> {
    StepScreen::new(Stop { reference })
}

pub(crate) struct WriteOff {
    reference: Ref,
}

pub(crate) struct Stop {
    reference: Ref,
}

fn facts(data: &SolutionData, figures: &[(&str, Ore)], ctx: &Ctx<'_>) -> Vec<Fact> {
    let words = ctx.words;
    let title = clean(&data.line.proposal.details.title).into_owned();
    let stage = words.t(data.line.proposal.stage.key());
    let mut facts = vec![
        Fact::of("col-solution", title, words).tone(Tone::Strong),
        Fact::of("solutions-col-status", stage, words),
    ];
    let figures = figures.iter();
    facts.extend(figures.map(|(label, amount)| Fact::of(label, words.kr(*amount), words)));
    facts
}

impl StepForm for WriteOff {
    type View = SolutionView;

    fn title(&self) -> Phrase {
        phrase("solutions-write-off-title").with("ref", self.reference)
    }

    fn view(&self) -> SolutionView {
        SolutionView {
            reference: self.reference,
        }
    }

    fn form(&self, _data: &SolutionData) -> Form {
        let fields = vec![
            Field::amount("amount", phrase("word-amount"), "")
                .hint(phrase("solutions-write-off-amount-hint")),
            Field::prose("reason", phrase("word-reason"), "").hint(phrase("solutions-write-off-hint")),
        ];
        Form::new(fields, "solutions-write-off-yes")
    }

    fn refused(&self, data: &SolutionData) -> Option<Refusal> {
        let none = !data.line.outstanding.is_positive();
        none.then(|| refuse("solutions-nothing-outstanding").rule("L4"))
    }

    fn facts(&self, data: &SolutionData, ctx: &Ctx<'_>) -> Vec<Fact> {
        let line = &data.line;
        let figures = [
            ("solutions-col-cost", line.cost),
            ("solutions-col-outstanding", line.outstanding),
            ("solutions-unpaid-charges", line.open()),
            ("word-losses", line.lost),
        ];
        facts(data, &figures, ctx)
    }

    fn question(&self, data: &SolutionData, form: &mut Form) -> Option<Question> {
        let outstanding = data.line.outstanding;
        let reference = self.reference;
        let amount = form.read("amount", |typed| {
            let amount = Ore::parse_kroner(typed)?;
            if amount > outstanding {
                let refusal = refuse("write-off-too-much").rule("L4").with("ref", reference);
                return Err(refusal.with("outstanding", outstanding));
            }
            crate::domain::ledger::positive(amount).map(|()| amount)
        });
        let reason = form.read("reason", text::required_prose);
        let (amount, reason) = (amount?, reason?);
        let effect = phrase("solutions-write-off-effect")
            .with("amount", amount)
            .with("ref", reference)
            .with("left", outstanding - amount);
        let step = WriteOffStep {
            reference,
            amount,
            reason,
        };
        Some(Question {
            title: self.title(),
            lines: vec![
                effect,
                phrase("solutions-write-off-shares"),
                phrase("word-vouchers-are-reversed"),
            ],
            yes: "solutions-write-off-yes",
            no: "not-written-off",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "loss")],
        })
    }

    fn field_of(&self, code: &str) -> Option<&'static str> {
        (code == "write-off-too-much").then_some("amount")
    }
}

impl StepForm for Stop {
    type View = SolutionView;

    fn title(&self) -> Phrase {
        phrase("solutions-stop-title").with("ref", self.reference)
    }

    fn view(&self) -> SolutionView {
        SolutionView {
            reference: self.reference,
        }
    }

    fn form(&self, _data: &SolutionData) -> Form {
        let reason = Field::prose("reason", phrase("word-reason"), "");
        Form::new(
            vec![reason.hint(phrase("solutions-stop-hint"))],
            "solutions-stop-yes",
        )
    }

    fn refused(&self, data: &SolutionData) -> Option<Refusal> {
        Step::Stop.from(self.reference, data.line.proposal.stage).err()
    }

    fn facts(&self, data: &SolutionData, ctx: &Ctx<'_>) -> Vec<Fact> {
        let (line, stopping) = (&data.line, &data.stopping);
        let figures = [
            ("solutions-col-outstanding", line.outstanding),
            ("solutions-unpaid-charges", line.open()),
            ("solutions-to-release", stopping.released),
            ("solutions-to-write-off", stopping.lost),
        ];
        facts(data, &figures, ctx)
    }

    fn question(&self, data: &SolutionData, form: &mut Form) -> Option<Question> {
        let reason = form.read("reason", text::required_prose)?;
        let (line, stopping) = (&data.line, &data.stopping);
        let mut lines = vec![
            phrase("solutions-stop-effect")
                .with("ref", self.reference)
                .with("released", stopping.released)
                .with("lost", stopping.lost),
        ];
        if !stopping.withdrawn.is_empty() {
            let sum: Ore = stopping.withdrawn.iter().map(|one| one.amount).sum();
            let withdrawn = phrase("solutions-stop-withdrawn").with("count", stopping.withdrawn.len());
            lines.push(withdrawn.with("amount", sum));
        }
        if stopping.credited.is_positive() {
            lines.push(phrase("solutions-stop-credited").with("amount", stopping.credited));
        }
        let open = line.open() - stopping.credited;
        if open.is_positive() {
            lines.push(phrase("solutions-stop-charges").with("amount", open));
        }
        lines.push(phrase("solutions-stop-final"));
        let step = StopProject {
            reference: self.reference,
            reason,
        };
        Some(Question {
            title: self.title(),
            lines,
            yes: "solutions-stop-yes",
            no: "not-stopped",
            undo: Undo::Never,
            then: vec![Effect::Perform(Box::new(step), "stop")],
        })
    }
}
