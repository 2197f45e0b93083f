//! Money between an adopter and the fund (R4): the payment of a charge (`Route::PayCharge`), and what is paid back to an
//! adopter (`Route::Refund`). Both are the secretariat's, and both are filled in with all that is left.

use crate::domain::money::Ore;
use crate::domain::participant::Number;
use crate::domain::proposal::Ref;
use crate::domain::refusal::{Refusal, refuse};
use crate::domain::repayment::{Charge, Invoice, check_refund};
use crate::i18n::clean;
use crate::i18n::{Phrase, phrase};
use crate::present::{Fact, Tone};
use crate::tui::ctx::Ctx;
use crate::tui::effects::Question;
use crate::tui::screens::step_form::{StepForm, StepScreen, day, typed, when};
use crate::tui::widgets::form::{Field, Form};
use crate::usecases::views::SolutionView;
use crate::usecases::views::solutions::{AdopterLine, SolutionData};
use crate::usecases::{PayCharge, PayRefund};

use super::steps::why_no_refund;

/// The screen on which the payment of a charge is registered.
#[must_use]
pub(crate) fn pay(reference: Ref, invoice: Invoice) -> StepScreen<Pay> {
    StepScreen::new(Pay { reference, invoice })
}

/// The screen on which a refund is registered.
#[must_use]
pub(crate) fn refund(reference: Ref, number: Number) -> StepScreen<Refund> {
    StepScreen::new(Refund { reference, number })
}

pub(crate) struct Pay {
    reference: Ref,
    invoice: Invoice,
}

pub(crate) struct Refund {
    reference: Ref,
    number: Number,
}

/// The amount, filled in with what is left, and the day.
fn fields(left: Ore, hint: &'static str) -> Vec<Field> {
    let left = if left.is_positive() {
        typed(left)
    } else {
        String::new()
    };
    vec![
        Field::amount("amount", phrase("word-amount"), &left).hint(phrase(hint)),
        Field::date("on", phrase("word-date"), "").hint(phrase("word-date-hint")),
    ]
}

/// The amount as far as it has been typed; `None` while it isn't one.
fn typed_amount(form: &Form) -> Option<Ore> {
    let amount = Ore::parse_kroner(&form.text("amount")).ok()?;
    amount.is_positive().then_some(amount)
}

fn solution(data: &SolutionData, ctx: &Ctx<'_>) -> Fact {
    let title = clean(&data.line.proposal.details.title).into_owned();
    Fact::of(
        "col-solution",
        format!("{} {title}", data.line.proposal.reference),
        ctx.words,
    )
}

/// R4: what is left of a charge after a payment; what is too much is owed back.
fn after(left: Ore) -> Phrase {
    if left.is_negative() {
        phrase("solutions-pay-too-much").with("amount", -left)
    } else if left.is_zero() {
        phrase("solutions-pay-whole")
    } else {
        phrase("solutions-pay-left").with("amount", left)
    }
}

impl Pay {
    fn charge<'d>(&self, data: &'d SolutionData) -> Option<&'d Charge> {
        let mut charges = data.charges.iter().map(|line| &line.charge);
        charges.find(|charge| charge.invoice == self.invoice)
    }
}

impl StepForm for Pay {
    type View = SolutionView;

    fn title(&self) -> Phrase {
        phrase("solutions-pay-title").with("invoice", self.invoice)
    }

    fn view(&self) -> SolutionView {
        SolutionView {
            reference: self.reference,
        }
    }

    fn form(&self, data: &SolutionData) -> Form {
        let open = self.charge(data).map(Charge::open).unwrap_or_default();
        let hint = if open.is_positive() {
            "solutions-pay-hint"
        } else {
            "solutions-pay-all-hint"
        };
        Form::new(fields(open, hint), "tui-post")
    }

    fn refused(&self, data: &SolutionData) -> Option<Refusal> {
        let none = self.charge(data).is_none();
        none.then(|| refuse("invoice-unknown").with("invoice", self.invoice))
    }

    fn facts(&self, data: &SolutionData, ctx: &Ctx<'_>) -> Vec<Fact> {
        let words = ctx.words;
        let Some(charge) = self.charge(data) else {
            return Vec::new();
        };
        let who = format!("{} {}", charge.number, clean(data.name(&charge.number)));
        let mut facts = vec![
            Fact::of("word-participant", who, words).tone(Tone::Strong),
            solution(data, ctx),
        ];
        for (label, amount) in [
            ("word-charged", charge.amount),
            ("charges-credited", charge.credited),
            ("solutions-col-paid", charge.paid),
            ("charges-unpaid", charge.open()),
        ] {
            facts.push(Fact::of(label, words.kr(amount), words));
        }
        let due = phrase("word-pair")
            .with("first", charge.due_on)
            .word("second", charge.standing(data.as_of).key());
        facts.push(Fact::of("charges-due", due.words(words), words));
        facts
    }

    fn follows(&self, data: &SolutionData, form: &Form, ctx: &Ctx<'_>) -> Vec<Fact> {
        let (Some(charge), Some(amount)) = (self.charge(data), typed_amount(form)) else {
            return Vec::new();
        };
        let left = charge.open() - amount;
        let tone = if left.is_negative() {
            Tone::Warn
        } else {
            Tone::Strong
        };
        let text = after(left).words(ctx.words);
        vec![Fact::of("solutions-after", text, ctx.words).tone(tone)]
    }

    fn question(&self, data: &SolutionData, form: &mut Form) -> Option<Question> {
        let charge = self.charge(data)?;
        let amount = form.amount("amount");
        let on = day(form, "on");
        let amount = amount?;
        let effect = when(phrase("solutions-pay-effect"), on);
        let effect = effect
            .with("amount", amount)
            .with("name", data.name(&charge.number))
            .with("invoice", self.invoice);
        let after = after(charge.open() - amount);
        let step = PayCharge {
            invoice: self.invoice,
            amount: Some(amount),
            on,
        };
        Some(Question::posting(self.title(), vec![effect, after], step, "pay"))
    }

    fn field_of(&self, code: &str) -> Option<&'static str> {
        matches!(
            code,
            "payment-before-charge" | "payment-before-loss" | "payment-before-reversal"
        )
        .then_some("on")
    }
}

impl Refund {
    fn line<'d>(&self, data: &'d SolutionData) -> Option<&'d AdopterLine> {
        let mut lines = data.adopters.iter();
        lines.find(|line| line.adoption.participant.number == self.number)
    }
}

impl StepForm for Refund {
    type View = SolutionView;

    fn title(&self) -> Phrase {
        phrase("solutions-refund-title").with("ref", self.reference)
    }

    fn view(&self) -> SolutionView {
        SolutionView {
            reference: self.reference,
        }
    }

    fn form(&self, data: &SolutionData) -> Form {
        let owed = self.line(data).map(|line| line.owed).unwrap_or_default();
        Form::new(fields(owed, "solutions-refund-hint"), "tui-post")
    }

    fn refused(&self, data: &SolutionData) -> Option<Refusal> {
        match self.line(data) {
            Some(line) => why_no_refund(line),
            None => Some(refuse("solutions-nothing-owed").with("name", self.number.as_str())),
        }
    }

    fn facts(&self, data: &SolutionData, ctx: &Ctx<'_>) -> Vec<Fact> {
        let words = ctx.words;
        let Some(line) = self.line(data) else {
            return Vec::new();
        };
        let who = &line.adoption.participant;
        vec![
            Fact::of(
                "word-participant",
                format!("{} {}", who.number, clean(&who.name)),
                words,
            )
            .tone(Tone::Strong),
            solution(data, ctx),
            Fact::of("solutions-col-paid", words.kr(line.paid), words),
            Fact::of("word-owed-back", words.kr(line.owed), words),
        ]
    }

    fn question(&self, data: &SolutionData, form: &mut Form) -> Option<Question> {
        let line = self.line(data)?;
        let name = line.adoption.participant.name.as_str();
        let amount = form.checked_amount("amount", |amount| {
            check_refund(name, self.reference, amount, line.owed)
        });
        let on = day(form, "on");
        let amount = amount?;
        let effect = when(phrase("solutions-refund-effect"), on);
        let effect = effect.with("amount", amount).with("name", name);
        let step = PayRefund {
            reference: self.reference,
            number: self.number.clone(),
            amount: Some(amount),
            on,
        };
        Some(Question::posting(self.title(), vec![effect], step, "refund"))
    }

    fn field_of(&self, code: &str) -> Option<&'static str> {
        matches!(code, "refund-above-owed" | "bank-below-zero").then_some("amount")
    }
}
