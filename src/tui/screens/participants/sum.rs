//! Another sum than was asked for (C8): KS waives a rest (`Route::Waive`) or makes what is over other income
//! (`Route::Keep`), and the secretariat registers that it is paid back (`Route::RefundContribution`).

use super::step::who;
use crate::domain::contribution::check_over;
use crate::domain::participant::Number;
use crate::domain::refusal::Refusal;
use crate::domain::text;
use crate::i18n::{Phrase, phrase};
use crate::present::Fact;
use crate::tui::ctx::Ctx;
use crate::tui::effects::{Effect, Question, Undo};
use crate::tui::screens::step_form::{StepForm, StepScreen, typed};
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::views::ParticipantView;
use crate::usecases::views::participants::{Line, ParticipantData};
use crate::usecases::{KeepOverpayment, RefundContribution, WaiveRest};

/// What is done about a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    Waive,
    Refund,
    Keep,
}

/// The screen on which it is done.
#[must_use]
pub(crate) fn sum(deed: Deed, number: Number) -> StepScreen<SumForm> {
    StepScreen::new(SumForm { deed, number })
}

pub(crate) struct SumForm {
    deed: Deed,
    number: Number,
}

impl Deed {
    fn title(self) -> &'static str {
        match self {
            Deed::Waive => "participants-waive-title",
            Deed::Refund => "participants-refund-title",
            Deed::Keep => "participants-keep-title",
        }
    }

    fn yes(self) -> &'static str {
        match self {
            Deed::Waive => "participants-waive-yes",
            Deed::Refund => "participants-refund-yes",
            Deed::Keep => "participants-keep-yes",
        }
    }

    fn effect(self) -> &'static str {
        match self {
            Deed::Waive => "participants-waive-effect",
            Deed::Refund => "participants-refund-effect",
            Deed::Keep => "participants-keep-effect",
        }
    }

    fn no(self) -> &'static str {
        match self {
            Deed::Waive => "not-waived",
            Deed::Refund => "not-registered",
            Deed::Keep => "not-posted",
        }
    }

    /// What is waived or booked stays so; a refund is withdrawn until it is approved.
    fn undo(self) -> Undo {
        match self {
            Deed::Waive | Deed::Keep => Undo::Never,
            Deed::Refund => Undo::Possible,
        }
    }

    fn follows(self) -> &'static str {
        match self {
            Deed::Waive => "participants-waive-final",
            Deed::Refund => "participants-refund-eyes",
            Deed::Keep => "participants-keep-posted",
        }
    }
}

/// Why there is no rest to waive, or nothing over.
pub(super) fn why_not(deed: Deed, line: &Line) -> Option<Refusal> {
    match deed {
        Deed::Waive => line.why_no_waiver(),
        Deed::Refund | Deed::Keep => line.why_nothing_over(),
    }
}

impl StepForm for SumForm {
    type View = ParticipantView;

    fn title(&self) -> Phrase {
        phrase(self.deed.title())
    }

    fn view(&self) -> ParticipantView {
        ParticipantView {
            number: self.number.clone(),
        }
    }

    fn form(&self, data: &ParticipantData) -> Form {
        let amount = match self.deed {
            Deed::Waive => data.line.owed(),
            Deed::Refund | Deed::Keep => data.over_left(),
        };
        // Never what would be refused: nobody is waived the whole (C8).
        let name = data.line.row.participant.name.as_str();
        let may = self.deed != Deed::Waive || data.line.row.contribution().check_waiver(name, amount).is_ok();
        let amount = if may && amount.is_positive() {
            typed(amount)
        } else {
            String::new()
        };
        let mut fields = vec![Field::amount("amount", phrase("word-amount"), &amount)];
        if self.deed != Deed::Refund {
            let reason = Field::prose("reason", phrase("word-reason"), "");
            fields.push(reason.hint(phrase("participants-sum-reason-hint")));
        }
        Form::new(fields, self.deed.yes())
    }

    fn facts(&self, data: &ParticipantData, ctx: &Ctx<'_>) -> Vec<Fact> {
        let words = ctx.words;
        let row = &data.line.row;
        let mut facts = vec![who(data, ctx)];
        for (label, amount) in [
            ("word-promised", data.line.promised_and_waived().0),
            ("participants-paid-so-far", row.paid),
            ("participants-owed", data.line.owed()),
            ("participants-over", data.over_left()),
        ] {
            facts.push(Fact::of(label, words.kr(amount), words));
        }
        let answer = row.answer.as_ref().filter(|answer| !answer.resolution.is_empty());
        if let Some(answer) = answer {
            let text = answer.resolution.replace('\n', " ");
            facts.push(Fact::of("participants-resolution", text, words));
        }
        facts
    }

    fn question(&self, data: &ParticipantData, form: &mut Form) -> Option<Question> {
        let name = data.line.row.participant.name.as_str();
        let amount = form.checked_amount("amount", |amount| match self.deed {
            Deed::Waive => data.line.row.contribution().check_waiver(name, amount),
            Deed::Refund | Deed::Keep => check_over(name, amount, data.over_left()),
        });
        let reason = match self.deed {
            Deed::Refund => Some(String::new()),
            Deed::Waive | Deed::Keep => form.read("reason", text::required_prose),
        };
        let (amount, reason) = (amount?, reason?);
        let number = self.number.clone();
        let step = match self.deed {
            Deed::Waive => Effect::Perform(
                Box::new(WaiveRest {
                    number,
                    amount,
                    reason,
                }),
                "sum",
            ),
            Deed::Refund => Effect::Perform(
                Box::new(RefundContribution {
                    number,
                    amount: Some(amount),
                }),
                "sum",
            ),
            Deed::Keep => Effect::Perform(
                Box::new(KeepOverpayment {
                    number,
                    amount,
                    reason,
                }),
                "sum",
            ),
        };
        let effect = phrase(self.deed.effect());
        Some(Question {
            title: self.title(),
            lines: vec![
                effect.with("amount", amount).with("name", name),
                phrase(self.deed.follows()),
            ],
            yes: self.deed.yes(),
            no: self.deed.no(),
            undo: self.deed.undo(),
            then: vec![step],
        })
    }

    fn refused(&self, data: &ParticipantData) -> Option<Refusal> {
        why_not(self.deed, &data.line)
    }

    fn field_of(&self, code: &str) -> Option<&'static str> {
        matches!(code, "waive-too-much" | "waive-the-whole" | "over-too-little").then_some("amount")
    }
}
